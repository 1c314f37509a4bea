"""The head of page 1: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.1–II.5."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest

from .pdf import MM, TOP, Line, Page, Pages, Stroke
from .plans import AGENCIES, DRAFT, URGENT, every

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
PAIRS = {(13.0, 14.0, 14.0), (12.0, 13.0, 13.0)}


def agency(page: Page) -> list[Line]:
    """The lines of the left column above the number."""
    motto, number = page.find(QUOC_HIEU), page.find("Số:")
    return [it for it in page.body if it.x1 < motto.x0 and it.baseline < number.baseline]


def dated(page: Page) -> Line:
    """The line of place and date."""
    return next(line for line in page.body if re.search(r", ngày\b", line.text))


def title(page: Page) -> list[Line]:
    """Tên loại and the lines of trích yếu: all between the date and the next drawn line."""
    lines = [line for line in page.body if line.baseline > dated(page).baseline + 1.5]
    below = [line for line in lines if not page.in_table(line)]
    end = min(rule.top for rule in page.rules if rule.top > below[0].baseline)
    return [line for line in below if line.baseline < end]


def assert_short(rule: Stroke, line: Line) -> None:
    """A third to a half of the line of text above it, and centred under it."""
    assert line.width / 3 - 0.3 <= rule.length <= line.width / 2 + 0.3
    assert rule.centre == pytest.approx(line.centre, abs=0.5)


def assert_single(lines: Sequence[Line]) -> None:
    """Single spacing from line to line."""
    for above, below in pairwise(lines):
        assert 1.0 < (below.baseline - above.baseline) / (below.size * MM) < 1.2


@every
def test_the_head_begins_at_the_top_margin(pages: Pages, name: str) -> None:
    assert pages(name)[0].find(QUOC_HIEU).baseline == pytest.approx(TOP + 4, abs=1)


@every
def test_quoc_hieu_and_tieu_ngu_each_take_one_line(pages: Pages, name: str) -> None:
    page = pages(name)[0]
    first, second = page.find(QUOC_HIEU), page.find("Độc lập")
    assert (first.text, second.text) == (QUOC_HIEU, TIEU_NGU)
    assert first.bold
    assert second.bold
    assert not first.italic
    assert not second.italic
    assert second.centre == pytest.approx(first.centre, abs=0.5)
    assert_single([first, second])


@every
def test_sizes_move_together(pages: Pages, name: str) -> None:
    page = pages(name)[0]
    found = (page.find(QUOC_HIEU).size, page.find(TIEU_NGU).size, dated(page).size)
    assert found in PAIRS
    assert {line.size for line in agency(page)} == {found[0]}
    assert page.find("Số:").size == 13


@every
def test_the_rule_under_tieu_ngu_is_as_long_as_its_text(pages: Pages, name: str) -> None:
    page = pages(name)[0]
    line = page.find(TIEU_NGU)
    rule = page.rule_below(line)
    assert rule.length == pytest.approx(line.width, abs=0.3)
    assert rule.centre == pytest.approx(line.centre, abs=0.3)


@every
def test_the_rule_under_the_agency_is_a_third_to_a_half_of_its_line(
    pages: Pages, name: str
) -> None:
    page = pages(name)[0]
    assert_short(page.rule_below(agency(page)[-1]), agency(page)[-1])


@every
def test_the_agency_stands_level_with_quoc_hieu_and_clear_of_it(pages: Pages, name: str) -> None:
    page = pages(name)[0]
    lines = agency(page)
    assert lines[0].baseline == pytest.approx(page.find(QUOC_HIEU).baseline, abs=0.5)
    assert max(line.x1 for line in lines) < page.find(QUOC_HIEU).x0 - 2
    assert_single(lines)
    for line in lines:
        assert line.centre == pytest.approx(lines[0].centre, abs=0.5)
        assert line.text == line.text.upper()


@every
def test_number_and_date_stand_on_one_row(pages: Pages, name: str) -> None:
    page = pages(name)[0]
    number, date = page.find("Số:"), dated(page)
    assert number.upright
    assert date.italic
    assert not date.bold
    assert number.baseline == pytest.approx(date.baseline, abs=1.5)
    assert number.centre == pytest.approx(agency(page)[0].centre, abs=0.5)
    assert date.centre == pytest.approx(page.find(QUOC_HIEU).centre, abs=0.5)


@every
def test_the_title_is_bold_and_centred_on_the_text(pages: Pages, name: str) -> None:
    page = pages(name)[0]
    kind, *subject = title(page)
    assert subject
    assert kind.text == kind.text.upper()
    assert_single([kind, *subject])
    for line in (kind, *subject):
        assert line.bold
        assert line.size == dated(page).size
        assert line.centre == pytest.approx(page.centre, abs=0.5)


@every
def test_the_rule_under_the_title_is_a_third_to_a_half_of_its_line(pages: Pages, name: str) -> None:
    page = pages(name)[0]
    last = title(page)[-1]
    assert_short(page.rule_below(last), last)
    assert page.rule_below(last).centre == pytest.approx(page.centre, abs=0.5)


@pytest.mark.parametrize(
    ("name", "superior", "issuer"),
    [
        ("tinh", "", "ỦY BAN NHÂN DÂN|TỈNH LÀO CAI"),
        ("so", "UBND TỈNH LÀO CAI", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
        ("so-dai", "UBND TỈNH LÀO CAI", "SỞ VĂN HÓA,|THỂ THAO VÀ DU LỊCH"),
        (
            "ban",
            "UBND TỈNH LÀO CAI",
            "BAN QUẢN LÝ|CÁC KHU CÔNG NGHIỆP|VÀ KHU CHẾ XUẤT|TỈNH BÀ RỊA - VŨNG TÀU",
        ),
        ("tp-hcm", "", "ỦY BAN NHÂN DÂN|THÀNH PHỐ HỒ CHÍ MINH"),
        ("xa", "UBND TỈNH LÀO CAI", "ỦY BAN NHÂN DÂN|XÃ BẮC HÀ"),
    ],
)
def test_an_agency_breaks_where_it_makes_sense(
    pages: Pages, name: str, superior: str, issuer: str
) -> None:
    lines = agency(pages(name)[0])
    plain = [line.text for line in lines if line.upright]
    assert plain == superior.split("|")[: bool(superior)]
    assert [line.text for line in lines if line.bold] == issuer.split("|")
    assert all(line.upright for line in lines[: len(plain)])


def test_the_cases_use_both_pairs_of_sizes(pages: Pages) -> None:
    assert {pages(name)[0].find(QUOC_HIEU).size for name in AGENCIES} == {12, 13}


def test_a_draft_leaves_room_for_number_day_and_month(pages: Pages) -> None:
    page = pages(DRAFT)[0]
    assert page.find("Số:").text == "Số: /KH-UBND"
    assert page.find("Số:").width > page.find("Số:").size * MM * 7.5
    assert re.fullmatch("Lào Cai, ngày tháng năm( 20[0-9 ]*)?", dated(page).text)


@pytest.mark.parametrize("name", AGENCIES)
def test_the_date_line_names_the_place(pages: Pages, name: str) -> None:
    place, day = AGENCIES[name]["dia_danh"], AGENCIES[name]["ngay_ban_hanh"]
    words = {
        "05/3/2026": "ngày 05 tháng 3 năm 2026",
        "29/12/2025": "ngày 29 tháng 12 năm 2025",
    }
    assert dated(pages(name)[0]).text == f"{place}, {words[day]}"


def test_the_mark_of_urgency_stands_in_its_box_under_the_number(pages: Pages) -> None:
    page = pages(URGENT)[0]
    mark, number = page.find("THƯỢNG KHẨN"), page.find("Số:")
    sides = [bar for bar in page.bars if bar.top < mark.baseline < bar.bottom]
    left, right = (bar.centre for bar in sorted(sides, key=lambda bar: bar.x0))
    assert mark.bold
    assert mark.size in (13, 14)
    assert right - left == pytest.approx(40, abs=0.5)
    assert sides[0].bottom - sides[0].top == pytest.approx(8, abs=0.5)
    assert (left + right) / 2 == pytest.approx(number.centre, abs=0.5)
    assert mark.centre == pytest.approx((left + right) / 2, abs=0.5)
    assert sides[0].top > number.baseline + 1
