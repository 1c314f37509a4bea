"""Numbers in Vietnamese form."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal as babel_decimal
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.numbers import format_decimal, median, parse_decimal, spell_decimal
from kehoach_cli.vietnamese.unreadable import Unreadable

TYPED = st.builds(
    lambda whole, places: Decimal(whole).scaleb(-places),
    st.integers(-(10**17), 10**17),
    st.integers(0, 9),
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("26.162", "26162"),
        ("13.770.785.000", "13770785000"),
        ("26162", "26162"),
        ("42,54", "42.54"),
        ("0,8", "0.8"),
        ("0,125", "0.125"),
        ("1.234,5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("1234,567", "1234.567"),
        ("1,1250", "1.125"),
        ("-5", "-5"),
        ("+5", "5"),
        ("\u00a026.162\u00a0", "26162"),
        ("0", "0"),
        ("05", "5"),
    ],
)
def test_vietnamese_forms_are_read_exactly(typed: str, value: str) -> None:
    assert parse_decimal(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("8,000", ("8.000", "8")),
        ("1,250", ("1.250", "1,25")),
        ("1,125", ("1.125", "1,1250")),
        ("-8,000", ("-8.000", "-8")),
        ("3.5", ("3,5", "3.500")),
        ("28.7", ("28,7", "28.700")),
        ("12.25", ("12,25", "12.250")),
    ],
)
def test_two_readings_are_both_spelled_out(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_decimal(typed)
    assert refusal.value.choices == choices
    assert all(choice in refusal.value.reason for choice in choices)
    assert "hoặc" in refusal.value.reason


def test_the_readings_are_told_in_words() -> None:
    with pytest.raises(Unreadable, match=r"8\.000 \(tám nghìn\) hoặc 8 \(tám\)"):
        parse_decimal("8,000")


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("1,234.56", "1.234,56"),
        ("1,234,567", "1.234.567"),
        ("26 162", "26.162"),
        ("26\u00a0162,5", "26.162,5"),
        ("26'162", "26.162"),
        ("0.5", "0,5"),
        ("0.125", "0,125"),
        (".5", "0,5"),
        (",5", "0,5"),
        ("5,", "5"),
        ("1234.5", "1.234,5"),
        ("1.234.56", "1.234,56"),
        ("3.1416", "3,1416"),
        ("031", "31"),
        ("000", "0"),
        ("007,5", "7,5"),
        ("1e3", "1.000"),
        ("0x1F", "31"),
        ("1_000", "1.000"),
        ("\uff11\uff12", "12"),
        ("\u22125", "-5"),
    ],
)
def test_a_form_with_one_likely_reading_is_corrected(typed: str, choice: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_decimal(typed)
    assert refusal.value.choices == (choice,)
    assert refusal.value.text == typed
    assert choice in refusal.value.reason


@pytest.mark.parametrize(
    "typed",
    [
        *("", "-", "…", "hai", "~5", ">45", "12.34.567", "1.2.3", "1,2,3", "1 2", "nan"),
        *("Infinity", "1" * 19, "0," + "1" * 10, "1e400", "5 triệu"),
    ],
)
def test_what_is_no_number_is_refused_without_a_guess(typed: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_decimal(typed)
    assert refusal.value.choices == ()


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("26162", "26.162"),
        ("42.540", "42,54"),
        ("-1234567.5", "-1.234.567,5"),
        ("0.80", "0,8"),
        ("1E+3", "1.000"),
        ("-0.0", "0"),
    ],
)
def test_numbers_are_printed_with_dots_and_a_comma(value: str, printed: str) -> None:
    assert format_decimal(Decimal(value)) == printed


@given(TYPED)
def test_printing_agrees_with_the_vietnamese_locale_of_babel(value: Decimal) -> None:
    assert format_decimal(value) == babel_decimal(value, locale="vi", decimal_quantization=False)


@given(TYPED)
def test_what_is_spelled_is_read_back(value: Decimal) -> None:
    assert parse_decimal(spell_decimal(value)) == value


@given(TYPED)
def test_what_is_printed_is_read_back_unless_it_has_two_readings(value: Decimal) -> None:
    printed = format_decimal(value)
    if printed == spell_decimal(value):
        assert parse_decimal(printed) == value
    else:
        with pytest.raises(Unreadable) as refusal:
            parse_decimal(printed)
        assert spell_decimal(value) in refusal.value.choices


@pytest.mark.parametrize(
    ("values", "middle"), [("5", "5"), ("3 1 2", "2"), ("4 1 3 2", "2.5"), ("0.1 0.2", "0.15")]
)
def test_median_is_the_middle_one_or_the_mean_of_the_two(values: str, middle: str) -> None:
    assert median(map(Decimal, values.split())) == Decimal(middle)


@pytest.mark.parametrize("typed", ["“450,5”", "”12", "“"])
def test_quotes_of_word_around_a_number_are_told(typed: str) -> None:
    with pytest.raises(Unreadable, match="ngoặc cong"):
        parse_decimal(typed)
