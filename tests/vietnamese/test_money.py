"""Amounts and their units."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.money import Money, parse_money
from kehoach_cli.vietnamese.units import MoneyUnit, convert, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable

DONG, NGHIN, TRIEU, TY = MoneyUnit


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        *[
            (text, DONG)
            for text in ("đồng", "đ", "VND", "VNĐ", "vnđ", "₫", "Đồng", "đồng Việt Nam")
        ],
        *[(text, NGHIN) for text in ("nghìn đồng", "ngàn đồng", "nghìn", "1.000 đồng", "1000đ")],
        *[(text, TRIEU) for text in ("Triệu đồng", "triệu", "tr.đ", "trđ", "trđồng", "tr.đồng")],
        *[(text, TY) for text in ("tỷ đồng", "tỉ đồng", "TỶ ĐỒNG", "tỉ", "tỷ VNĐ")],
        ("Đơn vị tính: Triệu đồng", TRIEU),
        ("ĐVT: tỷ đồng", TY),
    ],
)
def test_units_are_recognised_as_officials_write_them(typed: str, unit: MoneyUnit) -> None:
    assert parse_unit(typed) is unit


@pytest.mark.parametrize("typed", ["USD", "EUR", "$", "đô la Mỹ", "nghìn USD", "yên", "€"])
def test_foreign_money_cannot_be_added_to_dong(typed: str) -> None:
    with pytest.raises(Unreadable, match="ngoại tệ, không cộng được với đồng"):
        parse_unit(typed)


def test_a_misspelt_unit_is_corrected() -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_unit("triệu đồg")
    assert refusal.value.choices == ("triệu đồng",)


@pytest.mark.parametrize("typed", ["", "k", "người", "nghìn tỷ đồng", "%"])
def test_what_is_no_unit_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable, match="nghìn đồng, triệu đồng hoặc tỷ đồng"):
        parse_unit(typed)


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("26.162", "26162", None),
        ("42,54", "42.54", None),
        ("-1.500", "-1500", None),
        ("13.770.785.000 đồng", "13770785000", DONG),
        ("26.162 triệu đồng", "26162", TRIEU),
        ("1,4 triệu", "1.4", TRIEU),
        ("500tr.đ", "500", TRIEU),
        ("5\u00a0tỉ", "5", TY),
        ("VNĐ 5.000", "5000", DONG),
    ],
)
def test_an_amount_may_carry_its_unit(typed: str, amount: str, unit: MoneyUnit | None) -> None:
    assert parse_money(typed) == Money(Decimal(amount), unit)


def test_both_readings_of_an_amount_keep_its_unit() -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_money("8,000 triệu đồng")
    assert refusal.value.text == "8,000 triệu đồng"
    assert refusal.value.choices == ("8.000 triệu đồng", "8 triệu đồng")


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("2 tỷ 500 triệu", ("2.500 triệu đồng",)),
        ("1 tỷ 250 triệu đồng", ("1.250 triệu đồng",)),
        ("2 tỷ 500 người", ()),
        ("2 tỷ (500 triệu)", ("2.500 triệu đồng",)),
        ("-2 tỷ 500 triệu", ()),
    ],
)
def test_an_amount_in_parts_is_added_up(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_money(typed)
    assert refusal.value.choices == choices


@pytest.mark.parametrize("typed", ["5.000 USD", "$5", "5.000$", "USD 5"])
def test_an_amount_of_foreign_money_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable, match="ngoại tệ"):
        parse_money(typed)


@pytest.mark.parametrize(
    ("typed", "choices"), [("5 triệu đồg", ("5 triệu đồng",)), ("3.5 triệu đồg", ())]
)
def test_a_misspelt_unit_is_corrected_behind_its_number(
    typed: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_money(typed)
    assert refusal.value.choices == choices


@pytest.mark.parametrize(
    ("typed", "letter", "meant"),
    [
        ("25O", "O", "250"),
        ("1.2o0 triệu đồng", "o", "1.200 triệu đồng"),
        ("l50,5", "l", "150,5"),
        ("I.O00", "I", "1.000"),
    ],
)
def test_a_letter_in_place_of_a_figure_is_told(typed: str, letter: str, meant: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_money(typed)
    assert caught.value.reason == f"“{typed}” có chữ “{letter}” lẫn trong số; có phải {meant}?"
    assert caught.value.choices == (meant,)


@pytest.mark.parametrize("typed", ["OO1", "25 O", "O", "l", "I.", "2O đô la"])
def test_a_letter_that_no_figure_makes_right_is_told_of_as_it_is(typed: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_money(typed)
    assert "lẫn trong số" not in caught.value.reason


@pytest.mark.parametrize("typed", ["", "-", "12 %", "abc", "đồng"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        parse_money(typed)


def test_a_unit_is_its_number_of_dong() -> None:
    assert [unit.factor for unit in MoneyUnit] == [1, 10**3, 10**6, 10**9]
    assert TRIEU.label == "triệu đồng"


AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=9, max_value=10**18)


@given(AMOUNTS, st.sampled_from(MoneyUnit), st.sampled_from(MoneyUnit))
def test_conversion_is_exact_and_comes_back(
    amount: Decimal, one: MoneyUnit, two: MoneyUnit
) -> None:
    converted = convert(amount, one, two)
    assert convert(converted, two, one) == amount
    assert int(converted.scaleb(60)) * two.factor == int(amount.scaleb(60)) * one.factor


def test_a_hundred_thousand_amounts_are_read_in_a_moment() -> None:
    typed = [f"{n:,}".replace(",", ".") for n in range(10**6, 10**6 + 10**5)]
    start = time.perf_counter()
    total = sum(parse_money(text).amount for text in typed)
    assert time.perf_counter() - start < 1.0
    assert total == sum(range(10**6, 10**6 + 10**5))
