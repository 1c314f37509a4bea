"""Worksheets: which there are, their names, what stands above the table, the page."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.xlsx.sheets import NAME_LENGTH, unique_name
from kehoach_cli.errors import KehoachError

from .books import PLANS, cells, plan_text, rows, sheet, sheets, written

VAN_BAN = """\
van_ban: {co_quan_ban_hanh: UBND tỉnh Tiền Giang, so_van_ban: 172, ngay_ban_hanh: 01/11/2013}
"""
TABLE = "bang: {nguon: chi_tieu, cot: [{ten: T, gia_tri: ten}, {ten: N, gia_tri: nhom}]}"
TREE = """\
cot:
- {ten: Stt, gia_tri: stt}
- {ten: Tên, gia_tri: ten, rong: 40}
- ten: Kinh phí
  cot: [{ten: Vốn tỉnh, gia_tri: von.2026.a}, {ten: Vốn TW, gia_tri: von.2026.b}]
"""
REGISTER = "nguon_von: {a: A, b: B}\ndu_an: [{ten: X, nhom: g, von: {2026: {a: 1}}}]\n"


def above(text: str) -> list[object]:
    """What stands over the heads of the first worksheet."""
    page = sheets(written(text))[0]
    found = [cell for cell in cells(page) if cell.row < page.max_row]
    return [cell.value for cell in found if cell.value not in ("T", "N")]


def test_each_table_of_the_body_and_of_the_appendices_has_a_worksheet() -> None:
    inner = f"[{{muc: Trong, {TABLE}}}]"
    text = (
        f"noi_dung: [{{muc: Đầu, {TABLE}, muc_con: {inner}}}, {{muc: Không bảng}}]\n"
        f"phu_luc: [{{ten: A, {TABLE}}}, {{ten: B, muc_con: {inner}}}]\n"
    )
    names = [page.title for page in sheets(written(text))]
    assert names == ["Đầu", "Trong", "Phụ lục I", "Phụ lục II"]


def test_worksheets_come_in_the_order_of_the_text() -> None:
    inner = f"[{{muc: Trong, {TABLE}}}]"
    names = [
        page.title
        for page in sheets(written(f"noi_dung: [{{muc: Đầu, muc_con: {inner}, {TABLE}}}]"))
    ]
    assert names == ["Trong", "Đầu"]


def test_a_table_is_named_by_its_own_name_before_that_of_its_section() -> None:
    own = TABLE.replace("bang: {", "bang: {ten: 'Lộ trình: 2026/2030', ")
    names = [page.title for page in sheets(written(f"noi_dung: [{{muc: Đầu, {own}}}]"))]
    assert names == ["Lộ trình 2026 2030"]


def test_worksheets_of_one_name_are_numbered() -> None:
    long = "Lộ trình triển khai và chi phí đầu tư qua các năm"
    text = f"noi_dung: [{{muc: {long}, {TABLE}}}, {{muc: {long}, {TABLE}}}]"
    names = [page.title for page in sheets(written(text))]
    assert names == ["Lộ trình triển khai và chi phí", "Lộ trình triển khai và chi (2)"]


@given(names=st.lists(st.text(max_size=50), max_size=20))
def test_any_names_become_names_that_excel_takes(names: list[str]) -> None:
    taken: set[str] = set()
    found = [unique_name(name, taken) for name in names]
    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= NAME_LENGTH
        assert not set(name) & set("[]:*?/\\")
        assert name == name.strip("' ")
        assert name.casefold() != "history"


def test_an_appendix_has_its_label_title_and_what_it_is_attached_to_above() -> None:
    assert above(f"{VAN_BAN}phu_luc: [{{ten: Danh mục, {TABLE}}}]") == [
        "Phụ lục",
        "DANH MỤC",
        "(Kèm theo Kế hoạch số 172/KH-UBND ngày 01 tháng 11 năm 2013 của UBND tỉnh Tiền Giang)",
    ]


def test_an_appendix_of_a_plan_that_a_decision_issues_names_the_decision() -> None:
    decision = "quyet_dinh: {so_van_ban: 9, tham_quyen: Chủ tịch UBND tỉnh}\n"
    lines = above(f"{VAN_BAN}{decision}phu_luc: [{{ten: P, {TABLE}}}]")
    assert str(lines[2]).startswith("(Ban hành kèm theo Quyết định số 09/QĐ-UBND ngày")


def test_a_table_of_the_body_says_where_it_stands() -> None:
    assert above(f"{VAN_BAN}noi_dung: [{{muc: Mục tiêu, {TABLE}}}]") == [
        "Mục tiêu",
        "(Trong Kế hoạch số 172/KH-UBND ngày 01 tháng 11 năm 2013 của UBND tỉnh Tiền Giang)",
    ]


def test_a_table_of_a_plan_that_a_decision_issues_names_the_decision() -> None:
    decision = "quyet_dinh: {so_van_ban: 9}\n"
    assert above(f"{VAN_BAN}{decision}noi_dung: [{{muc: Mục tiêu, {TABLE}}}]")[1] == (
        "(Trong Kế hoạch ban hành kèm theo Quyết định số 09/QĐ-UBND "
        "ngày 01 tháng 11 năm 2013 của UBND tỉnh Tiền Giang)"
    )


def test_the_unit_stands_above_and_notes_below_the_table() -> None:
    page = sheet(f"ghi_chu: ['Số liệu **tạm** tính.']\n{TREE}", REGISTER)
    values = [cell.value for cell in cells(page)]
    assert values[3] == "Đơn vị tính: triệu đồng"
    assert values[-1] == "Số liệu tạm tính."


def test_heads_are_merged_as_the_tree_of_columns_says() -> None:
    page = sheet(TREE, REGISTER)
    ranges = {str(found) for found in page.merged_cells.ranges}
    assert {"A5:A6", "B5:B6", "C5:D5"} <= ranges
    assert (page["C5"].value, page["C6"].value, page["D6"].value) == (
        *("Kinh phí", "Vốn tỉnh", "Vốn TW"),
    )


def test_heads_stay_in_sight_and_are_printed_on_each_page() -> None:
    page = sheet(TREE, REGISTER)
    assert page.freeze_panes == "A7"
    assert page.print_title_rows == "$5:$6"


@pytest.mark.parametrize(("paper", "found"), [("ngang", "landscape"), ("doc", "portrait")])
def test_the_page_is_the_appendix_own_and_as_wide_as_the_table(paper: str, found: str) -> None:
    page = sheet(TREE, REGISTER, f"kho_giay: {paper}")
    assert page.page_setup.orientation == found
    assert page.page_setup.paperSize == 9
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize(
    ("name", "column", "least", "most"),
    [
        ("X", "A", 8, 9),
        ("Mạng nội bộ của tỉnh", "B", 18, 30),
        ("a b " * 99, "B", 60, 61),
    ],
)
def test_columns_are_as_wide_as_their_text_between_8_and_60_letters(
    name: str, column: str, least: int, most: int
) -> None:
    page = sheet(TREE, REGISTER.replace("ten: X", f"ten: {name}"))
    assert least <= page.column_dimensions[column].width <= most


def test_rows_of_groups_and_totals_are_bold_and_all_cells_have_borders() -> None:
    page = sheet(f"nhom_theo: nhom\n{TREE}", REGISTER)
    places = [[f"{column}{row}" for column in "ACD"] for row in (7, 8, 9)]
    bold = [[bool(page[place].font.bold) for place in row] for row in places]
    assert bold == [[True] * 3, [False] * 3, [True] * 3]
    assert {page[place].border.left.style for row in places for place in row} == {"thin"}
    assert page["A9"].value == "Tổng cộng"


def test_a_row_has_the_height_of_its_words_and_is_held_to_it_only_where_cells_are_merged() -> None:
    words = "Xây dựng hệ thống thông tin " * 20
    register = REGISTER.replace("ten: X", f"ten: {words}")
    page = sheet(TREE, register)
    assert float(page.row_dimensions[7].height or 0) > 40
    assert page["B7"].alignment.wrap_text
    assert 7 not in fixed_rows(TREE, register)
    assert 6 in fixed_rows(TREE, register)


def fixed_rows(columns: str, register: str) -> set[int]:
    """The rows whose height Excel leaves alone when their words change."""
    with zipfile.ZipFile(io.BytesIO(written(plan_text(columns, register)))) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode("utf-8")
    return {int(at) for at in re.findall(r'<row r="(\d+)"[^>]* customHeight="1"', text)}


def test_a_cell_merged_down_has_the_height_that_its_text_needs() -> None:
    columns = "cot: [{ten: T, gia_tri: ten}, {ten: C, gia_tri: chu_tri, gop_o: có}]"
    words = "Sở Thông tin và Truyền thông " * 20
    page = sheet(columns, f"du_an: [{{ten: A, chu_tri: {words}}}, {{ten: B, chu_tri: {words}}}]")
    assert float(page.row_dimensions[6].height or 0) > 100


def test_cells_merged_down_stretch_over_their_rows() -> None:
    columns = "cot: [{ten: T, gia_tri: ten}, {ten: C, gia_tri: chu_tri, gop_o: có}]"
    projects = "du_an: [{ten: A, chu_tri: S}, {ten: B, chu_tri: S}, {ten: C, chu_tri: K}]"
    page = sheet(columns, projects)
    assert "B5:B6" in {str(found) for found in page.merged_cells.ranges}
    assert [row[1] for row in rows(page)] == ["S", None, "K"]


def test_figures_are_never_merged_away() -> None:
    columns = "cot: [{ten: T, gia_tri: ten}, {ten: V, gia_tri: tong_kinh_phi, gop_o: có}]"
    page = sheet(columns, "du_an: [{ten: A, tong_kinh_phi: 5}, {ten: B, tong_kinh_phi: 5}]")
    assert [row[1] for row in rows(page)] == [5, 5, "=SUM(B6:B7)"]


def test_a_table_without_rows_is_its_heads_and_a_blank_row() -> None:
    page = sheet("nguon: chi_tieu\ncot: [{ten: T, gia_tri: ten}]")
    assert rows(page) == [[None]]
    assert page.freeze_panes == "A5"


def test_a_table_without_columns_has_no_worksheet() -> None:
    with pytest.raises(KehoachError, match="chưa có bảng nào"):
        written("phu_luc: [{ten: P, bang: {nguon: du_an}}]")


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_every_plan_has_as_many_worksheets_as_tables(plan: Path) -> None:
    assert len(sheets(written(plan))) == plan.read_text(encoding="utf-8").count("bang:\n")


def test_a_numbered_table_says_its_number() -> None:
    table = TABLE.replace("bang: {", "bang: {ma: a, ten: Lộ trình, ")
    assert above(f"{VAN_BAN}noi_dung: [{{muc: M, {table}}}]")[0] == "Bảng 1. Lộ trình"
    table = TABLE.replace("bang: {", "bang: {ma: a, ")
    assert above(f"{VAN_BAN}noi_dung: [{{muc: M, {table}}}]")[0] == "Bảng 1"
