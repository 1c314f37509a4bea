"""Tables on paper: headings, groups, sums, widths."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.document.columns import Content, fit
from kehoach_cli.document.heights import line_count
from kehoach_cli.document.metrics import wrap
from kehoach_cli.document.model import Cell, Run, Table, runs_in
from kehoach_cli.plan.table_widths import PADDING
from kehoach_cli.vietnamese.letter_widths import text_width
from tests.document.as_text import LAYOUT, cell_lines, document, paragraphs, rows, tables
from tests.pages.plans import PLANS

REGISTER = """
nguon_von: {tinh: Vốn tỉnh, tw: Vốn TW}
phan_nhom: {nhom: {ha_tang: Hạ tầng, ung_dung: Ứng dụng}}
du_an:
- {ten: Mạng LAN, nhom: ha_tang, thoi_gian: 2013-2014, von: {2014: {tinh: 2.179, tw: "0,5"}}}
- {ten: Cổng thông tin, nhom: ung_dung, von: {2014: {tinh: 26.162}}, hang_con: [{ten: Máy chủ}]}
"""
TREE = """
- {ten: Stt, gia_tri: stt}
- {ten: Tên dự án, gia_tri: ten}
- ten: Kinh phí
  cot:
  - ten: Năm 2014
    cot: [{ten: Vốn tỉnh, gia_tri: von.2014.tinh}, {ten: Vốn TW, gia_tri: von.2014.tw}]
  - {ten: Cộng, gia_tri: von.2014.tong}
"""


def table(bang: str, columns: str = TREE, register: str = REGISTER, paper: str = "dọc") -> Table:
    """The table of a lone appendix."""
    cot = columns.replace("\n", "\n    ")
    text = f"{register}\nphu_luc:\n- ten: P\n  kho_giay: {paper}\n  bang:\n    cot:{cot}\n"
    (found,) = tables(document(text + "".join(f"    {line}\n" for line in bang.split("\n"))), 1)
    return found


def test_a_tree_of_headings_spans_and_merges() -> None:
    assert rows(table("tong_cong: không"))[:3] == [
        "Sttv|Tên dự ánv|Kinh phí*3",
        "^|^|Năm 2014*2|Cộngv",
        "^|^|Vốn tỉnh|Vốn TW|^",
    ]


def test_columns_may_be_numbered_below_their_headings() -> None:
    found = rows(table("danh_so_cot: có"))
    assert found[3] == "(1)|(2)|(3)|(4)|(5)"


@pytest.mark.parametrize(
    ("said", "cot", "numbers"),
    [
        (
            "",
            "{ten: A, so_cot: A}, {ten: B}, {ten: C, so_cot: (3) = (1)}",
            "A|(2)|(3) = (1)",
        ),
        ("danh_so_cot: có, ", "{ten: A}, {ten: B, so_cot: 2=1}, {ten: C}", "(1)|2=1|(3)"),
        ("danh_so_cot: không, ", "{ten: A, so_cot: A}, {ten: B}, {ten: C}", "a|b|c"),
    ],
)
def test_the_number_of_a_column_may_be_a_formula(said: str, cot: str, numbers: str) -> None:
    text = (
        f"noi_dung: [{{muc: M, bang: {{{said}cot: [{cot}], hang: [[a, b, c], []]}}}}, {{muc: N}}]"
    )
    assert rows(tables(document(text))[0])[1] == numbers


def test_rows_and_their_total_are_printed_in_vietnamese_figures() -> None:
    assert rows(table("ten_tong_cong: Cộng"))[3:] == [
        *("1|Mạng LAN|2.179|0,5|2.179,5", "2|Cổng thông tin|26.162||26.162", "a|Máy chủ|||"),
        "Cộng*2|28.341|0,5|28.341,5",
    ]


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("tách", "I|Hạ tầng|2.179|0,5|2.179,5"),
        ("gộp", "I. Hạ tầng*2|2.179|0,5|2.179,5"),
    ],
)
def test_a_group_has_a_row_with_its_sums(form: str, row: str) -> None:
    assert rows(table(f"nhom_theo: nhom\ndong_nhom: {form}"))[3] == row


def test_a_group_without_figures_is_one_cell() -> None:
    columns = "\n- {ten: Tên, gia_tri: ten}\n- {ten: Thời gian, gia_tri: thoi_gian}\n"
    found = rows(table("nhom_theo: nhom", columns))
    assert found == [
        *("Tên|Thời gian", "I. Hạ tầng*2", "Mạng LAN|2013-2014"),
        *("II. Ứng dụng*2", "Cổng thông tin|", "Máy chủ|"),
    ]


def test_sums_of_groups_may_stand_in_rows_below() -> None:
    found = rows(table("nhom_theo: nhom\ntong_nhom: dòng cộng"))
    assert found[3] == "I|Hạ tầng|||" or found[3].startswith("I|Hạ tầng")
    assert "Cộng (I)*2|2.179|0,5|2.179,5" in found
    assert found[-1] == "Tổng cộng (I + II)*2|28.341|0,5|28.341,5"


def test_a_figure_in_the_first_column_is_summed_too() -> None:
    columns = "\n- {ten: Vốn, gia_tri: von.2014.tinh}\n- {ten: Tên, gia_tri: ten}\n"
    assert "28.341" in rows(table("ten_tong_cong: Cộng", columns))[-1]


def test_own_rows_are_filled_up_and_groups_are_numbered() -> None:
    columns = "\n- {ten: A}\n- {ten: B, can_le: phải}\n- {ten: C, can_le: giữa}\n"
    bang = "hang:\n- [x]\n- {nhom: Nhóm}\n- {nhom: N, o: [y, 1]}\n- {o: [Cộng, 2], dam: có}"
    found = table(bang, columns)
    assert rows(found)[1:] == ["x||", "I. Nhóm*3", "y|1|", "Cộng|2|"]
    styles = [[cell.style for cell in row if isinstance(cell, Cell)] for row in found.rows]
    assert styles == [[], ["o_nhom"], *[["o_nhom", "o_nhom_so", "o_nhom_giua"]] * 2]


def test_an_empty_cell_keeps_its_place_and_a_group_title_fills_it() -> None:
    columns = "\n- {ten: A}\n- {ten: B}\n- {ten: C}\n"
    own = "hang: [{nhom: Nhóm, o: ['', '', 5]}, {nhom: N, o: ['', '']}, {o: [A, '', B], dam: có}]"
    assert rows(table(own, columns))[1:] == ["I. Nhóm*2|5", "II. N*3", "A||B"]


def test_columns_are_aligned_by_what_they_hold() -> None:
    columns = (
        "\n- {ten: A, gia_tri: stt}\n- {ten: B, gia_tri: ten}\n- {ten: C, gia_tri: thoi_gian}"
        "\n- {ten: D, gia_tri: von}\n- {ten: E, gia_tri: ten, can_le: phải}\n"
    )
    found = table("tong_cong: không", columns)
    assert [column.style for column in found.columns] == [
        *("o_giua", "o_chu", "o_giua", "o_so", "o_so"),
    ]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("tong_cong: không", "don_vi_tinh Đơn vị tính: triệu đồng"),
        ("don_vi_tinh: nghìn USD", "don_vi_tinh Đơn vị tính: nghìn USD"),
        ("don_vi_tinh: không", None),
    ],
)
def test_the_unit_stands_above_a_table_of_money(said: str, line: str | None) -> None:
    text = (
        f"{REGISTER}\nphu_luc: [{{ten: P, bang: {{ten: Bảng, {said},"
        " cot: [{ten: T, gia_tri: ten}, {ten: V, gia_tri: von}], ghi_chu: [Ghi, '']}}]"
    )
    found = paragraphs(document(text), 1)[2:]
    assert found == [text for text in ("ten_bang Bảng", line, "ghi_chu_bang Ghi") if text]


def test_a_table_without_money_names_no_unit() -> None:
    text = f"{REGISTER}\nphu_luc: [{{ten: P, bang: {{cot: [{{ten: T, gia_tri: ten}}]}}}}]"
    assert not any("don_vi_tinh" in line for line in paragraphs(document(text), 1))


@pytest.mark.parametrize(("paper", "width"), [("dọc", 165.0), ("ngang", 252.0)])
def test_widths_fill_the_page(paper: str, width: float) -> None:
    found = table("nhom_theo: nhom", paper=paper)
    assert sum(column.width for column in found.columns) == pytest.approx(width)
    assert width == LAYOUT.page.text_width(paper == "ngang")


def test_every_number_and_word_has_room_on_one_line() -> None:
    found = table("nhom_theo: nhom")
    for column, cells in zip(found.columns, zip(*found.rows[1:2], strict=True), strict=True):
        for cell in cells:
            words = [cell] if column.style == "o_so" else str(cell).split()
            assert all(text_width(w, found.size) < column.width for w in map(str, words))


def test_a_width_that_is_given_is_kept() -> None:
    columns = "\n- {ten: A, gia_tri: ten, rong: 30}\n- {ten: B, gia_tri: thoi_gian}\n"
    assert table("co_chu: 12", columns).columns[0].width == pytest.approx(30.0)
    assert table("co_chu: 12", columns).size == 12


@pytest.mark.parametrize(("columns", "size"), [(4, 13), (8, 12), (12, 11)])
def test_many_columns_make_smaller_letters(columns: int, size: int) -> None:
    assert fit([Content(f"C{n}", ["1"]) for n in range(columns)], 250)[0] == size


def test_a_table_without_columns_is_laid_out_in_a_draft() -> None:
    found = document("phu_luc: [{ten: P, bang: {tong_cong: không}}]", draft=True)
    assert len(found.sections) == 2


@pytest.mark.parametrize("cot", ["{}", "{ten: ''}", "{ten: '', gia_tri: khong_co}"])
def test_a_column_without_a_word_is_laid_out(cot: str) -> None:
    found = document(f"{REGISTER}\nphu_luc: [{{ten: P, bang: {{cot: [{cot}, {{ten: A}}]}}}}]")
    assert len(tables(found, 1)[0].columns) == 2


def headings(cot: str, bang: str = "") -> str:
    register = f"{REGISTER}\nchi_tieu: [{{ten: X, gia_tri: {{2015: 80%}}}}]"
    text = f"{register}\nphu_luc: [{{ten: P, bang: {{{bang} cot: [{cot}]}}}}]"
    return rows(tables(document(text), 1)[0])[0]


def test_a_column_is_headed_by_what_it_shows_where_it_is_not_named() -> None:
    names = ("stt", "ten", "von.2014.tinh", "von.2014", "von.tw", "tong_kinh_phi")
    cot = ", ".join(f"{{gia_tri: {name}}}" for name in names)
    assert headings(f"{cot}, {{ten: Z}}") == (
        "STT|Tên dự án, nhiệm vụ|Vốn tỉnh|Năm 2014|Vốn TW|Tổng kinh phí|Z"
    )


def test_a_column_of_targets_is_headed_by_what_it_shows() -> None:
    cot = "{gia_tri: ten}, {gia_tri: hien_trang}, {gia_tri: gia_tri.2015}"
    assert headings(cot, "nguon: chi_tieu,") == "Chỉ tiêu|Hiện trạng|Năm 2015"


def test_a_figure_need_not_be_a_number() -> None:
    register = "chi_tieu: [{ten: A, gia_tri: {2008: '>45', 2009: 80 - 90, 2010: Hoàn thành}}]\n"
    years = ", ".join(f"{{gia_tri: gia_tri.{year}}}" for year in (2008, 2009, 2010))
    (row,) = table("nguon: chi_tieu", f" [{years}]", register).rows
    assert ["".join(cell_lines(cell)) for cell in row] == [
        *(">45", "80 - 90", "Hoàn thành"),
    ]


def test_marks_in_a_cell_make_paragraphs_of_it() -> None:
    columns = "\n- {ten: A, gia_tri: ghi_chu}\n- {ten: B, gia_tri: ten, can_le: giữa}\n"
    register = 'du_an: [{ten: "- **B** *c*", ghi_chu: "**A**:\\n- *một*\\n+ hai"}]\n'
    (row,) = table("tong_cong: không", columns, register).rows
    assert [list(cell_lines(cell)) for cell in row] == [
        ["o_chu A:", "o_gach một", "o_cong hai"],
        ["o_giua - B c"],
    ]


SAME = """
du_an:
- {ten: A, chu_tri: Sở Một, nhom: g}
- {ten: B, chu_tri: Sở Một, nhom: g}
- {ten: C, chu_tri: Sở Hai, nhom: g}
- {ten: D, chu_tri: Sở Hai, nhom: h}
- {ten: E, nhom: h}
- {ten: F, nhom: h}
"""


def test_equal_neighbours_may_become_one_cell() -> None:
    columns = "\n- {ten: A, gia_tri: ten}\n- {ten: B, gia_tri: chu_tri, gop_o: có}\n"
    assert rows(table("tong_cong: không", columns, SAME))[1:] == [
        *("A|Sở Mộtv", "B|^", "C|Sở Haiv", "D|^", "E|", "F|"),
    ]


def test_a_group_parts_equal_neighbours() -> None:
    columns = "\n- {ten: A, gia_tri: ten}\n- {ten: B, gia_tri: chu_tri, gop_o: có}\n"
    found = rows(table("nhom_theo: nhom", columns, SAME))[1:]
    assert found == [
        *("I. g*2", "A|Sở Mộtv", "B|^", "C|Sở Hai"),
        *("II. h*2", "D|Sở Hai", "E|", "F|"),
    ]


PARTED = """
du_an:
- {ten: A, chu_tri: Sở Một, hang_con: [{ten: A1}, {ten: A2, chu_tri: Sở Hai}, {ten: A3}]}
- {ten: B, hang_con: [{ten: B1}]}
- {ten: C, chu_tri: Sở Ba, hang_con: [{ten: C1}]}
- {ten: D, chu_tri: Sở Ba}
- {ten: E}
"""


def test_a_merged_cell_goes_on_over_parts_that_leave_theirs_blank() -> None:
    columns = "\n- {ten: A, gia_tri: ten}\n- {ten: B, gia_tri: chu_tri, gop_o: có}\n"
    assert rows(table("tong_cong: không", columns, PARTED))[1:] == [
        *("A|Sở Mộtv", "A1|^", "A2|Sở Haiv", "A3|^", "B|", "B1|", "C|Sở Bav", "C1|^", "D|^", "E|"),
    ]


def test_a_cell_is_merged_over_as_many_rows_as_are_alike() -> None:
    columns = "\n- {ten: A, gia_tri: ten}\n- {ten: B, gia_tri: chu_tri, gop_o: có}\n"
    register = "\n".join(f"- {{ten: V{n}, chu_tri: Sở}}" for n in range(30))
    found = rows(table("tong_cong: không", columns, f"du_an:\n{register}"))[1:]
    assert [row.partition("|")[2] for row in found] == ["Sởv", *["^"] * 29]


def test_sums_and_notes_never_begin_a_page() -> None:
    summed = table("nhom_theo: nhom\ntong_nhom: dong_cong")
    assert [row.split("|")[0] for row in rows(summed)[3:]] == [
        *("I", "1", "Cộng (I)*2", "II", "1", "a", "Cộng (II)*2", "Tổng cộng (I + II)*2"),
    ]
    assert summed.kept == {0, 1, 5, 6}
    assert table("tong_cong: không\nghi_chu: Ghi").kept == {0, 1, 2}


@pytest.mark.parametrize(
    ("count", "kept"), [(0, set()), (1, set()), (2, {0}), (3, {0, 1}), (9, {0, 7})]
)
def test_two_rows_at_least_stand_at_each_end_of_a_table(count: int, kept: set[int]) -> None:
    cells = ", ".join(f"[{n}]" for n in range(count))
    text = f"noi_dung: [{{muc: M, bang: {{cot: [{{ten: A}}], hang: [{cells}]}}}}, {{muc: N}}]"
    assert tables(document(text))[0].kept == kept


@pytest.mark.parametrize("name", PLANS)
def test_what_takes_five_words_is_not_set_a_word_a_line(name: str) -> None:
    found = document(PLANS[name].read_text(encoding="utf-8"))
    for number in range(len(found.sections)):
        for lying in (table for table in tables(found, number) if table.borders):
            agencies = [row for row in lying.rows if "Sở Thông tin và Truyền thông" in row]
            for row in agencies:
                at = row.index("Sở Thông tin và Truyền thông")
                room = lying.columns[at].width - PADDING
                assert len(wrap(str(row[at]), room, lying.size)) <= 4


def test_a_merged_cell_has_room_for_its_words() -> None:
    word, long = "x" * 12, "một hai ba " * 40
    register = "\n".join(f"- {{ten: {long}, chu_tri: {word}}}" for _ in range(2))
    columns = "\n- {ten: A, gia_tri: chu_tri, gop_o: có}\n- {ten: B, gia_tri: ten}\n"
    found = table("tong_cong: không", columns, f"du_an:\n{register}")
    assert text_width(word, found.size) < found.columns[0].width


def test_a_merged_cell_is_not_set_a_word_a_line() -> None:
    agency, long = "Sở Khoa học và Công nghệ", "một hai ba " * 9
    register = "\n".join(f"- {{ten: {long}, chu_tri: {agency}}}" for _ in range(2))
    columns = "\n- {gia_tri: stt}\n- {ten: A, gia_tri: chu_tri, gop_o: có}\n- {gia_tri: ten}\n"
    found = table("tong_cong: không", columns, f"du_an:\n{register}")
    assert len(wrap(agency, found.columns[1].width - PADDING, found.size)) <= 3


def test_a_column_of_figures_has_room_for_its_own_sums_only() -> None:
    years = ", ".join(f"{year}: {{tinh: 9}}" for year in range(2014, 2024))
    item = f"{{ten: {'Nâng cấp mạng ' * 4}, von: {{2013: {{tinh: '1.234.567,5'}}, {years}}}}}"
    columns = "".join(f"\n- {{gia_tri: von.{year}}}" for year in range(2013, 2024))
    found = table("", f"\n- {{gia_tri: ten}}{columns}\n", f"{REGISTER[:43]}\ndu_an: [{item}]")
    first, *others = (column.width for column in found.columns[1:])
    assert first > text_width("1.234.567,5", found.size)
    assert max(others) < 0.6 * first


def test_neighbouring_columns_of_figures_are_as_wide_as_one_another() -> None:
    names = [f"Chỉ số {n}" for n in range(1, 13)]
    columns = "\n- {ten: Đơn vị}" + "".join(f"\n- {{ten: {name}}}" for name in names) + "\n"
    cells = ", ".join(["Sở Tài chính", *(str(9**n % 5000) for n in range(12))])
    found = table(f"hang: [[{cells}]]", columns, paper="ngang")
    assert len({round(column.width, 3) for column in found.columns[1:]}) == 1


@pytest.mark.parametrize(
    ("cell", "loose"),
    [
        ("Việc dài. " * 20, []),
        ("Việc dài. " * 400, [0]),
        ('"' + "**Việc** dài. " * 400 + '"', [0]),
        ('"' + "- Việc;\\n" * 60 + '"', [0]),
    ],
)
def test_a_row_that_needs_most_of_a_page_may_break(cell: str, loose: list[int]) -> None:
    columns = "\n- {ten: TT}\n- {ten: Việc}\n- {ten: Đơn vị}\n"
    found = table(f"hang: [[2, {cell}, b], [3, a, b], [4, a, b]]", columns)
    assert [*found.loose] == loose
    assert (0 in found.kept) is not bool(loose)


@pytest.mark.parametrize(
    ("times", "kept", "loose"), [(20, [0, 2], []), (90, [2], []), (300, [2], [0])]
)
def test_rows_are_kept_together_where_they_take_little_of_a_page(
    times: int, kept: list[int], loose: list[int]
) -> None:
    columns = "\n- {ten: TT}\n- {ten: Việc}\n- {ten: Đơn vị}\n"
    rows = f"[1, {'Việc dài. ' * times}, b], [2, a, b], [3, a, b], [4, a, b]"
    found = table(f"hang: [{rows}]", columns)
    assert (sorted(found.kept), [*found.loose]) == (kept, loose)


def test_a_row_of_a_merged_cell_never_breaks() -> None:
    columns = "\n- {ten: TT}\n- {ten: Việc}\n- {ten: Đơn vị, gop_o: có}\n"
    found = table(f"hang: [[1, {'Việc dài. ' * 400}, b], [2, a, b], [3, a, c]]", columns)
    assert ([*found.loose], [*found.kept]) == ([], [1])


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        (("Vật lý", "Ảo", "Đám mây"), ("", "", "")),
        (("Có", "Không"), ("", "")),
        (("Tháng 9", "Tháng 10", "Tháng 1"), ("x", "", "x")),
    ],
)
def test_neighbouring_columns_to_fill_in_or_to_mark_are_as_wide_as_one_another(
    names: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    columns = "\n- {ten: TT}\n- {ten: Nội dung}" + "".join(f"\n- {{ten: {n}}}" for n in names)
    rows = [f"[{n}, Rà soát hệ thống, {str([*cells])[1:-1]}]" for n in range(1, 4)]
    found = table(f"hang: [{', '.join(rows)}]", f"{columns}\n")
    assert len({round(column.width, 3) for column in found.columns[2:]}) == 1
    assert found.columns[0].width < found.columns[2].width


def test_a_heading_that_needs_more_room_does_not_keep_the_others_from_being_alike() -> None:
    names = [*(f"Cột {n}" for n in range(6)), "Tên các hệ thống thông tin dùng chung của tỉnh"]
    columns = "\n- {ten: TT}" + "".join(f"\n- {{ten: {name}}}" for name in names) + "\n"
    _, *short, long = table("hang: [[1" + ', ""' * 7 + "]]", columns).columns
    assert len({round(column.width, 3) for column in short}) == 1
    assert long.width > short[0].width


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        (["98", "1.250.000", "99,1", "-"], "o_so"),
        (["85%", "trên 90%", "≥ 95"], "o_giua"),
        (["x", "", "x"], "o_giua"),
        (["98", "Đạt"], "o_chu"),
        (["", ""], "o_chu"),
    ],
)
def test_typed_cells_stand_by_what_they_hold(cells: list[str], style: str) -> None:
    typed = ", ".join(f'[A, "{cell}"]' for cell in cells)
    found = table(f"hang: [{typed}]", "\n- {ten: Việc}\n- {ten: Kết quả}\n")
    assert [column.style for column in found.columns] == ["o_chu", style]


def test_figures_of_targets_and_units_stand_in_the_middle() -> None:
    register = "chi_tieu: [{ten: A, don_vi_tinh: xã, hien_trang: 8, gia_tri: {2014: 12}}]"
    names = ("ten", "don_vi_tinh", "hien_trang", "gia_tri.2014")
    columns = "".join(f"\n- {{gia_tri: {name}}}" for name in names)
    found = table("nguon: chi_tieu", f"{columns}\n", register)
    assert [column.style for column in found.columns] == ["o_chu", *["o_giua"] * 3]


WORDS = st.text(st.sampled_from("abế 1.-"), max_size=60)
HEADING = st.text(st.sampled_from("abế1"), min_size=1, max_size=20)
CONTENT = st.builds(
    Content, HEADING, st.lists(WORDS, max_size=6), st.booleans(), st.sampled_from([0.0, 0.0, 20.0])
)


@settings(max_examples=50)
@given(st.lists(CONTENT, min_size=1, max_size=9), st.sampled_from([165.0, 252.0]))
def test_columns_always_add_up_to_the_page(contents: list[Content], width: float) -> None:
    size, widths = fit(contents, width)
    assert size in (11, 12, 13)
    assert sum(widths) == pytest.approx(width)
    assert min(widths) > 0


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([300, 300, 10], [78.9, 78.9, 7.3]),
        ([300, 6, 6], [153.0, 6.0, 6.0]),
        ([300, 300, 2], [81.5, 81.5, 2.0]),
    ],
)
def test_no_column_of_too_wide_a_table_is_too_narrow_to_read(
    told: list[float], found: list[float]
) -> None:
    _, widths = fit([Content("a", ["b"], fixed=width) for width in told], 165.0)
    assert [round(width, 1) for width in widths] == found


@pytest.mark.parametrize("room", [0.0, -1.0, 3.5])
def test_a_line_holds_a_letter_however_narrow_its_column(room: float) -> None:
    lines = line_count((Run("WWW"),), LAYOUT.styles["o_chu"], 11, room)
    assert lines == 3


@settings(max_examples=50)
@given(st.lists(st.text("123456789.", min_size=1, max_size=12), min_size=1, max_size=6))
def test_a_number_is_never_broken_where_the_page_has_room(numbers: list[str]) -> None:
    size, widths = fit([Content("Vốn", [number], whole=True) for number in numbers], 252.0)
    for number, width in zip(numbers, widths, strict=True):
        assert text_width(number, size) + PADDING <= width + 0.01


def test_a_table_of_many_columns_is_laid_out_in_a_moment() -> None:
    contents = [Content(f"Cột {n}", ["Nội dung của một ô dài " * 3] * 400) for n in range(14)]
    started = time.monotonic()
    fit(contents, 252.0)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("ten: Lộ trình", "ten_bang Lộ trình"),
        ("ten: Bảng 7, ma: a", "ten_bang #-2.1"),
        ('ten: "Bảng số 7: Lộ trình", ma: a', "ten_bang #-2.1 Lộ trình"),
        ("ten: Bảng lương, ma: a", "ten_bang #-2.1 Bảng lương"),
        ("ten: Bảng 7, ghi_chu: a", "ten_bang Bảng 7"),
    ],
)
def test_a_table_with_a_code_is_numbered_whatever_number_is_typed(table: str, found: str) -> None:
    text = f"noi_dung: [{{muc: M, bang: {{{table}, cot: [{{ten: A}}]}}}}]"
    assert found in paragraphs(document(text))


def test_references_in_cells_are_known_as_such() -> None:
    found = document(
        """
        noi_dung:
        - muc: M
          ma: m
          bang:
            cot: [{ten: A}, {ten: B, gop_o: có}]
            hang: [["{{ muc.m }}", "{{ muc.m }}"], {o: ["{{ muc.m }}", "{{ muc.m }}"], dam: có}]
          muc_con: [{muc: N}]
        """
    )
    first, total = tables(found)[0].rows
    assert isinstance(first[0], Cell)
    assert isinstance(first[0].content, tuple)
    assert [run.target for run in runs_in(first[0].content) if run.shows] == ["muc-1"]
    assert first[1] == "Mục I"
    assert total == (Cell("Mục I", "o_nhom"), Cell("Mục I", "o_nhom"))


def test_words_part_before_a_word_breaks() -> None:
    contents = [Content("Đơn vị", ["Sở Nội vụ"])] * 13
    size, widths = fit(contents, 165.0)
    assert size == 11
    assert min(widths) >= text_width("Đơn", size, bold=True) + PADDING


def test_figures_stay_whole_where_words_must_break() -> None:
    contents = [Content("Nghiêng", ["1.204"]), Content("Camera", ["Chuyển tiếp"])] * 7
    size, widths = fit(contents, 165.0)
    assert sum(widths) == pytest.approx(165)
    assert min(widths[::2]) >= text_width("1.204", size) + PADDING
