"""Periods of plans and projects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.periods import Period, parse_period
from kehoach_cli.vietnamese.unreadable import Unreadable


@pytest.mark.parametrize(
    "typed",
    [
        "2014",
        "năm 2014",
        "6/2014",
        "06/2014",
        "Quý II/2014",
        "quý 3 năm 2014",
        "Quý III, IV/2014",
        "Quý I - Quý IV/2014",
        "tháng 6-12/2014",
        "Tháng 6, tháng 12 năm 2014",
        "trước 31/12/2014",
        "Trước ngày 31 tháng 12 năm 2014",
        "2014-12-31",
        "Xong trong Quý II/2014",
        "6 tháng đầu năm 2014",
        "15/10/2014 - 31/12/2014",
        "đến năm 2014",
    ],
)
def test_one_year_is_read_however_its_part_is_told(typed: str) -> None:
    assert parse_period(typed) == Period(2014, 2014, typed)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2016-2020", 2016, 2020),
        ("2016 - 2020", 2016, 2020),
        ("2016–2020", 2016, 2020),
        ("Năm 2016 – 2017", 2016, 2017),
        ("2016, 2017", 2016, 2017),
        ("2013, 2014, 2015", 2013, 2015),
        ("2016 và 2017", 2016, 2017),
        ("giai đoạn 2016-2020", 2016, 2020),
        ("từ năm 2016 đến năm 2020", 2016, 2020),
        ("tháng 6/2025 - tháng 12/2026", 2025, 2026),
        ("01/2024-12/2025", 2024, 2025),
        ("Quý IV/2025 - Quý I/2026", 2025, 2026),
        ("Giai đoạn 2021-2025, định hướng đến năm 2030", 2021, 2025),
        ("đến năm 2025, tầm nhìn 2030", 2025, 2025),
    ],
)
def test_several_years_are_read_from_first_to_last(typed: str, start: int, end: int) -> None:
    period = parse_period(typed)
    assert (period.start, period.end) == (start, end)
    assert list(period.years) == list(range(start, end + 1))


@pytest.mark.parametrize(
    ("typed", "why", "choices"),
    [
        ("2020-2016", "năm sau đứng trước năm trước", ("2016-2020",)),
        ("2016-20", "năm cuối hai chữ số", ("2016-2020",)),
        ("0016-20", "không phải là thời kỳ", ()),
        ("1980", "ngoài khoảng 1990–2100", ()),
        ("2016-2220", "ngoài khoảng", ()),
        ("từ năm 2016", "thiếu năm đầu hoặc năm cuối", ()),
        ("2016-", "thiếu năm đầu hoặc năm cuối", ()),
        ("Thường xuyên", "không phải là thời kỳ", ()),
        ("Hàng năm", "không phải là thời kỳ", ()),
        ("2016 trở đi", "không phải là thời kỳ", ()),
        ("giai đoạn 1", "không phải là thời kỳ", ()),
        ("20/2026", "không phải là thời kỳ", ()),
        ("20166", "không phải là thời kỳ", ()),
        ("", "chưa có thời kỳ", ()),
    ],
)
def test_what_is_no_period_is_explained(typed: str, why: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable, match=why) as refusal:
        parse_period(typed)
    assert refusal.value.choices == choices


YEARS = st.integers(1990, 2100)


@given(YEARS, YEARS, st.sampled_from(["-", " - ", "–", " đến ", "-năm "]))
def test_two_years_make_a_period_only_in_their_order(one: int, two: int, mark: str) -> None:
    first, last = sorted((one, two))
    assert list(parse_period(f"{first}{mark}{last}").years) == list(range(first, last + 1))
    if first < last:
        with pytest.raises(Unreadable):
            parse_period(f"{last}{mark}{first}")
