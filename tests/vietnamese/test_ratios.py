"""Quantities and their quotients."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kehoach_cli.vietnamese.ratios import Quantity, Ratio, fits, half_up, parse_quantity
from kehoach_cli.vietnamese.unreadable import Unreadable


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("47 máy", "47", "máy"),
        ("1.079 người", "1079", "người"),
        ("22", "22", ""),
        ("42,54 km", "42.54", "km"),
        ("-5 độ", "-5", "độ"),
    ],
)
def test_a_quantity_is_a_number_with_or_without_its_unit(text: str, number: str, unit: str) -> None:
    found = parse_quantity(text)
    assert found == Quantity(Decimal(number), unit)
    assert str(found) == text


@pytest.mark.parametrize("text", ["trên 800", "14/22", "50%", "8,000 máy", "máy", "3.5 máy"])
def test_what_has_no_one_number_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("upper", "lower", "unit", "shown"),
    [
        ("47", "20", "máy/đơn vị", "2,35 máy/đơn vị"),
        ("14", "22", "%", "63,64%"),
        ("22", "22", "%", "100%"),
        ("671", "1079", "", "0,62"),
        ("1", "8", "", "0,13"),
        ("-1", "8", "", "-0,13"),
        ("1", "3", "%", "33,33%"),
        ("868", "10", "máy/huyện", "86,8 máy/huyện"),
        ("4000000", "1", "người", "4.000.000 người"),
        ("0", "7", "%", "0%"),
    ],
)
def test_a_ratio_prints_two_decimals_at_most_half_up(
    upper: str, lower: str, unit: str, shown: str
) -> None:
    assert str(Ratio(Decimal(upper), Decimal(lower), unit)) == shown


def test_a_ratio_may_be_shown_as_a_share() -> None:
    assert str(Ratio(Decimal(47), Decimal(20), "máy/đơn vị").as_percent()) == "235%"


def test_a_half_goes_away_from_zero() -> None:
    found = [half_up(Fraction(n, 200), 2) for n in (1, -1, 3)]
    assert found == [Decimal("0.01"), Decimal("-0.01"), Decimal("0.02")]


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("63,64%", True),
        ("63,6%", True),
        ("64 %", True),
        ("khoảng 64%", True),
        ("Đạt 64%", True),
        ("63,64", True),
        ("0,64", False),
        ("63%", False),
        ("63,636%", True),
        ("trên 60%", True),
        ("60 - 65%", False),
        ("63.64%", False),
    ],
)
def test_a_typed_result_fits_at_the_decimals_it_was_typed_with(text: str, fit: bool) -> None:
    assert fits(text, Ratio(Decimal(14), Decimal(22))) is fit


@pytest.mark.parametrize(
    ("text", "fit"),
    [("2,35 máy/đơn vị", True), ("2,4", True), ("235%", True), ("2", True), ("2,36 máy", False)],
)
def test_a_typed_quotient_is_compared_without_its_unit(text: str, fit: bool) -> None:
    assert fits(text, Ratio(Decimal(47), Decimal(20), "máy/đơn vị")) is fit


def test_thousands_of_a_typed_result_are_read() -> None:
    assert fits("1.234,5 người/xã", Ratio(Decimal(2469), Decimal(2), "người/xã"))
