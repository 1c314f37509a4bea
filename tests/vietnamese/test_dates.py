"""Dates of administrative documents."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.dates import (
    PartialDate,
    date_line,
    date_phrase,
    parse_date,
    short_date,
)
from kehoach_cli.vietnamese.unreadable import Unreadable

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(
    lambda day: PartialDate(day.year, day.month, day.day)
)
MONTHS = st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12), st.none())
YEARS = st.builds(PartialDate, st.integers(1900, 2100), st.none(), st.none())


@pytest.mark.parametrize(
    "typed",
    [
        "01/11/2013",
        "1/11/2013",
        "01-11-2013",
        "01.11.2013",
        "01 / 11 /2013",
        "2013-11-01",
        "2013/11/01",
        "ngày 01/11/2013",
        "ngày 01 tháng 11 năm 2013",
        "Ngày 1 tháng 11 năm 2013",
        "01 tháng 11 năm 2013",
    ],
)
def test_a_full_date_is_read_in_each_of_its_forms(typed: str) -> None:
    assert parse_date(typed) == PartialDate(2013, 11, 1)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("tháng 10 năm 2016", 10),
        ("tháng 10/2016", 10),
        ("10/2016", 10),
        ("ngày … tháng 10 năm 2016", 10),
        ("năm 2016", None),
        ("2016", None),
        ("ngày    tháng    năm 2016", None),
    ],
)
def test_a_date_may_lack_its_day_and_month(typed: str, month: int | None) -> None:
    assert parse_date(typed) == PartialDate(2016, month)


@pytest.mark.parametrize(
    ("typed", "why", "choices"),
    [
        ("11/13/2013", "ngày trước, tháng sau: 13/11/2013", ("13/11/2013",)),
        ("2013-13-01", "ngày trước, tháng sau", ("13/01/2013",)),
        ("32/13/2013", "không có tháng ấy", ()),
        ("02/30/2014", "không có tháng ấy", ()),
        ("13/2016", "không có tháng ấy", ()),
        ("31/02/2014", "tháng 2 năm 2014 chỉ có 28 ngày", ()),
        ("29/02/2100", "chỉ có 28 ngày", ()),
        ("01/11/13", "ghi đủ bốn chữ số", ("01/11/2013",)),
        ("2013-11-01T08:30", "phần thừa", ("2013-11-01",)),
        ("01/11/2013 08:30", "phần thừa", ("01/11/2013",)),
        ("Tiền Giang, ngày 01/11/2013", "phần thừa", ("01/11/2013",)),
        ("31/02/2014 08:30", "chỉ có 28 ngày", ()),
        ("01/01/1492", "ngoài khoảng 1900–2100", ()),
        ("hôm nay", "không phải là ngày, tháng", ()),
        ("", "chưa có ngày, tháng", ()),
    ],
)
def test_a_wrong_date_is_explained(typed: str, why: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable, match=why) as refusal:
        parse_date(typed)
    assert refusal.value.choices == choices


@given(st.one_of(DAYS, MONTHS, YEARS))
def test_what_is_printed_is_read_back(value: PartialDate) -> None:
    assert parse_date(short_date(value)) == value
    assert parse_date(date_phrase(value)) == value
    assert parse_date(date_line("Huế", value).removeprefix("Huế, ")) == value


@given(DAYS)
def test_only_days_below_ten_and_the_first_two_months_are_padded(value: PartialDate) -> None:
    day, month = str(value.day), str(value.month)
    padded_month = month.zfill(2) if month in "12" else month
    written = f"ngày {day.zfill(2)} tháng {padded_month} năm {value.year}"
    assert date_phrase(value) == written
    assert date_line("Tiền Giang", value) == f"Tiền Giang, {written}"
    assert short_date(value) == f"{day.zfill(2)}/{padded_month}/{value.year}"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (PartialDate(2026, 3), "Huế, ngày______tháng 3 năm 2026"),
        (PartialDate(2026), "Huế, ngày______tháng______năm 2026"),
        (None, "Huế, ngày______tháng______năm______"),
    ],
)
def test_what_is_not_known_is_left_blank_for_the_pen(value: PartialDate | None, line: str) -> None:
    assert date_line("Huế", value) == line.replace("_", "\u00a0")


@given(st.one_of(DAYS, MONTHS, YEARS))
def test_a_date_lies_between_its_first_and_last_day(value: PartialDate) -> None:
    assert value.first() <= value.last()
    assert (value.first() == value.last() == value.as_date()) == (value.day is not None)


def test_a_month_lasts_to_its_last_day() -> None:
    assert PartialDate(2016, 2).last() == date(2016, 2, 29)
    assert PartialDate(2016).last() == date(2016, 12, 31)
    assert PartialDate(2016, 2).as_date() is None
