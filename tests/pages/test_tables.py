"""Tables on paper: widths, repeated headings, whole rows."""

import re

import pytest

from .pdf import LEFT, RIGHT, Page, Pages
from .plans import BODY_ROWS, HALVES, LONG, LYING, LYING_END, ROWS, TALL

BODY, APPENDIX = "bảng trong bài", "bảng trong phụ lục"
HEADINGS = {
    BODY: ["TT", "Nội dung", "Đơn vị", "Mục tiêu"],
    APPENDIX: ["Stt", "Tên dự án", "Đơn vị chủ trì", "Kinh phí", "Năm 2025", "Năm 2026", "Cộng"],
}
tables = pytest.mark.parametrize("table", HEADINGS)


def spanned(pages: Pages, table: str) -> list[Page]:
    """The pages with rows of a table."""
    wide = table == APPENDIX
    return [p for p in pages("day-du") if p.landscape == wide and rows(p, "Đ")]


def rows(page: Page, mark: str) -> list[int]:
    """The numbers of the rows whose text begins (Đ) or ends (C) on a page."""
    text = " ".join(line.text for line in page.body if page.in_table(line))
    return [int(number) for number in re.findall(rf"\b{mark}(\d+)\b", text)]


@tables
def test_headings_stand_on_every_page_of_a_table(pages: Pages, table: str) -> None:
    found = spanned(pages, table)
    assert len(found) > 2
    for page in found:
        text = " ".join(line.text for line in page.body if line.bold)
        assert [h for h in HEADINGS[table] if not set(h.split()) <= set(text.split())] == []


@tables
def test_no_row_is_cut_by_the_end_of_a_page(pages: Pages, table: str) -> None:
    for page in spanned(pages, table):
        assert rows(page, "Đ") == rows(page, "C")


@tables
def test_every_row_is_printed_once(pages: Pages, table: str) -> None:
    count = BODY_ROWS if table == BODY else ROWS
    found = [number for page in spanned(pages, table) for number in rows(page, "Đ")]
    assert found == list(range(1, count + 1))


@tables
def test_a_table_is_as_wide_as_the_text(pages: Pages, table: str) -> None:
    for page in spanned(pages, table):
        edges = [bar.x0 for bar in page.bars]
        assert min(edges) == pytest.approx(LEFT, abs=0.5)
        assert max(edges) == pytest.approx(page.width - RIGHT, abs=0.5)


@tables
def test_text_stays_between_the_borders_of_its_cell(pages: Pages, table: str) -> None:
    for page in spanned(pages, table):
        for line in (line for line in page.body if page.in_table(line)):
            beside = [bar for bar in page.bars if bar.top < line.baseline < bar.bottom]
            assert [bar for bar in beside if line.x0 < bar.x0 < line.x1] == []


@tables
def test_the_cells_of_a_row_begin_on_one_baseline(pages: Pages, table: str) -> None:
    for page in spanned(pages, table):
        for number in rows(page, "Đ"):
            stt = next(line for line in page.body if line.text == str(number) and line.x0 < 45)
            text = page.find(f"Đ{number} ")
            assert text.baseline == pytest.approx(stt.baseline, abs=0.3)


def test_eleven_columns_stand_side_by_side(pages: Pages) -> None:
    page = spanned(pages, APPENDIX)[0]
    row = page.find("Đ1 ")
    bars = {round(bar.x0) for bar in page.bars if bar.top < row.baseline < bar.bottom}
    assert len(bars) == 12


def test_headings_of_three_levels_stand_above_each_other(pages: Pages) -> None:
    page = spanned(pages, APPENDIX)[0]
    money, year, leaf = (page.find(text) for text in ("Kinh phí", "Năm 2025", "Tỉnh"))
    assert money.baseline < year.baseline < leaf.baseline
    assert money.x0 > year.x0
    leaves = [line for line in page.body if line.text == "Tỉnh"]
    assert leaf.x0 == pytest.approx(year.centre - leaf.width / 2, abs=15)
    assert len(leaves) == 2


def test_the_unit_of_money_stands_at_the_right_above_the_table(pages: Pages) -> None:
    page = spanned(pages, APPENDIX)[0]
    unit = page.find("Đơn vị tính: triệu đồng")
    assert unit.italic
    assert unit.x1 == pytest.approx(page.width - RIGHT, abs=0.5)
    assert unit.baseline < min(bar.top for bar in page.bars)


def test_the_last_row_sums_the_table(pages: Pages) -> None:
    page = spanned(pages, APPENDIX)[-1]
    total = page.find("Tổng cộng")
    assert total.bold
    row = [line.text for line in page.body if abs(line.baseline - total.baseline) < 0.5]
    assert row[1] == "1.860.000"


@pytest.mark.parametrize("count", LONG)
def test_a_title_stands_on_the_page_where_its_table_begins(pages: Pages, count: int) -> None:
    found = pages(f"muc-luc-dai-{count}")
    titles = [
        (page, line)
        for page in found
        for line in page.body
        if re.fullmatch(r"[IVX]+\. BẢNG \d", line.text)
    ]
    assert len(titles) == 8
    for page, title in titles:
        below = [line for line in page.body if line.baseline > title.baseline + 1]
        assert [line.text for line in below[:4]] == ["TT", "Việc", "Ghi chú", "1"]


@pytest.mark.parametrize("count", LYING)
def test_a_title_lies_with_its_landscape_table(pages: Pages, count: int) -> None:
    lying = [page for page in pages(f"nam-{count}") if page.landscape]
    assert len(lying) == 1
    texts = [line.text for line in lying[0].body]
    assert texts == ["II. LỘ TRÌNH", "Như sau:", "TT", "Việc", "1", "Rà soát hạ tầng"]


def test_signature_and_title_lie_with_the_landscape_tables_beside_them(pages: Pages) -> None:
    upright, end, appendix = pages(LYING_END)
    assert (upright.landscape, end.landscape, appendix.landscape) == (False, True, True)
    texts = [line.text for line in end.body]
    assert texts[:5] == ["II. LỘ TRÌNH", "TT", "Việc", "1", "Rà soát hạ tầng"]
    assert "Hoàng Quốc Khánh" in texts
    assert [line.text for line in appendix.body[:2]] == ["Phụ lục", "DANH MỤC NHIỆM VỤ"]
    assert appendix.find("Phụ lục").centre == pytest.approx(appendix.centre, abs=0.5)
    assert appendix.has("Rà soát hạ tầng")


def test_a_row_that_needs_a_page_begins_below_its_headings(pages: Pages) -> None:
    first, second, *_ = pages(TALL)
    title = first.find("II. PHÂN CÔNG")
    below = [line for line in first.body if line.baseline > title.baseline and first.in_table(line)]
    assert len(below) > 10
    assert second.has("TT Đơn vị") or second.has("TT")
    assert len([line for line in second.body if second.in_table(line)]) > 10


def test_rows_of_half_a_page_leave_no_title_alone_and_no_page_half_blank(pages: Pages) -> None:
    *full, _ = (page for page in pages(HALVES) if page.landscape)
    assert full[0].has("Phụ lục")
    assert all(len([line for line in page.body if page.in_table(line)]) > 15 for page in full)
