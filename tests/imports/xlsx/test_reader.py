"""Excel workbooks and .csv files: where tables are, what cells say, what is told of."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.pages.model import Grid, Line, Pages, letters_of
from kehoach_cli.imports.xlsx.sheet import column_of
from kehoach_cli.imports.yaml_text import bare
from tests.imports.books import changed, saved, with_texts, workbook

HEAD = ["STT", "Tên dự án", "Chủ trì", "Kinh phí 2026"]


def _sheet(book: Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def _pages(
    rows: Sequence[Sequence[Any]], change: Callable[[Worksheet], None] | None = None
) -> Pages:
    book = workbook(rows)
    if change:
        change(_sheet(book))
    return pages_of("a.xlsx", saved(book))


def _grids(pages: Pages) -> list[Grid]:
    return [block for block in pages.blocks if isinstance(block, Grid)]


def _lines(pages: Pages) -> list[str]:
    return [block.text for block in pages.blocks if isinstance(block, Line)]


def _data(pages: Pages, given: dict[str, str] | None = None) -> Any:
    return bare(dict(drafted(pages, given).data))


def _cell(value: Any, form: str = "General") -> str:
    def change(sheet: Worksheet) -> None:
        sheet["D2"].number_format = form

    (grid,) = _grids(_pages([HEAD, [1, "A", "B", value]], change))
    return grid.rows[1][3]


@pytest.mark.parametrize(
    ("value", "form", "wanted"),
    [
        (0.25, "0%", "25%"),
        (0.1255, "0.0%", "12,55%"),
        (1450, "General", "1450"),
        (1450, "#,##0", "1.450"),
        (1450.5, '#,##0.0 "đồng"', "1.450,5"),
        (-1234567, "#,##0;[Red]-#,##0", "-1.234.567"),
        (1.234, "#,##0.000", "1,234"),
        (0.1 + 0.2, "General", "0,3"),
        (-3, "0_);[Red](0)", "-3"),
        (1e300, "General", str(10**300)),
        (date(2025, 3, 5), "dd/mm/yyyy", "05/03/2025"),
        (date(2025, 3, 5), "mm/yyyy", "03/2025"),
        (date(2025, 3, 5), "yyyy", "2025"),
        (datetime.fromisoformat("2025-03-05T08:30"), "dd/mm/yyyy hh:mm", "05/03/2025 08:30"),
        (time(8, 30), "hh:mm", "08:30"),
        (-1, "dd/mm/yyyy", "-1"),
        (2_958_465.9999999, "dd/mm/yyyy", "2958465,9999999"),
        (True, "General", "có"),
        ("12/4/2025", "General", "12/4/2025"),
        ("1.450", "General", "1.450"),
        ("1 450", "General", "1.450"),
    ],
)
def test_a_cell_is_read_by_its_type_and_format(value: Any, form: str, wanted: str) -> None:
    assert _cell(value, form) == wanted


def test_a_date_may_be_counted_from_1904_or_written_out() -> None:
    book = workbook([[*HEAD, "Ngày"], [1, "A", date(2025, 3, 5), 5, 6]])
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - as workbooks count

    def written(files: dict[str, bytes]) -> None:
        sheet = files["xl/worksheets/sheet1.xml"]
        files["xl/worksheets/sheet1.xml"] = sheet.replace(
            b"<v>5</v>", b"<v>2026-04-01T00:00:00</v>"
        ).replace(b"<v>6</v>", b"<v>mai</v>")
        for cell in (b"D2", b"E2"):
            files["xl/worksheets/sheet1.xml"] = files["xl/worksheets/sheet1.xml"].replace(
                b'r="' + cell + b'" t="n"', b'r="' + cell + b'" t="d"'
            )

    (grid,) = _grids(pages_of("a.xlsx", changed(saved(book), written)))
    assert grid.rows[1][2:] == ["05/03/2025", "01/04/2026", "mai"]


def test_figures_typed_as_text_follow_the_convention_of_their_table() -> None:
    (grid,) = _grids(_pages([HEAD, [1, "A", "B", "1,450"], [2, "A", "B", "2,450,000"]]))
    assert [row[3] for row in grid.rows[1:]] == ["1.450", "2.450.000"]
    assert _data(_pages([HEAD, [1, "A", "B", "1.450"], [2, "C", "B", 12.345]]))["du_an"][1][
        "von"
    ] == {"2026": "12,3450"}


def test_figures_typed_as_text_are_told_of() -> None:
    pages = _pages([HEAD, [1, "A", "B", "1,450"], [2, "A", "B", "1.5"]])
    assert [(r.place, r.text) for r in pages.remarks] == [("DA!D2", "số gõ thành chữ")]


def test_running_numbers_of_parts_are_no_figures() -> None:
    data = _data(_pages([HEAD, [1, "A", "B", 3], [1.1, "a", "B", 1], [1.2, "b", "B", 2]]))
    assert [part["ten"] for part in data["du_an"][0]["hang_con"]] == ["a", "b"]


def test_a_table_may_begin_anywhere() -> None:
    rows: list[list[Any]] = [[], [None, None, "Kế hoạch năm", "x", "y"], [], [None, None, *HEAD],
            [None, None, 1, "A", "B", 5]]  # fmt: skip
    (grid,) = _grids(_pages(rows))
    assert grid.rows == [HEAD, ["1", "A", "B", "5"]]
    assert (grid.place, grid.cell(1, 3)) == ("DA!C4", "DA!F5")


def test_several_tables_of_a_sheet_stay_apart() -> None:
    other = ["TT", "Nội dung", "Hạn"]
    rows: list[list[Any]] = [
        ["BIỂU 1"], HEAD, [1, "A", "B", 5], [], [2, "C", "D", 6], ["", "Tổng cộng", "", 11],
        ["Ghi chú: dự kiến."], [], ["", "NGƯỜI LẬP", "", "GIÁM ĐỐC"], [], ["BIỂU 2"], other,
        [1, "Họp", "Quý I"], HEAD, [1, "E", "F", 7], *[[] for _ in range(30)], ["Hết"],
    ]  # fmt: skip
    pages = _pages(rows)
    assert [[row[0] for row in grid.rows] for grid in _grids(pages)] == [
        ["STT", "1", "2", ""], ["TT", "1"], ["STT", "1"]
    ]  # fmt: skip
    assert _lines(pages) == [
        "PHỤ LỤC", "BIỂU 1", "Ghi chú: dự kiến.", "NGƯỜI LẬP", "GIÁM ĐỐC", "BIỂU 2", "Hết"
    ]  # fmt: skip


def test_a_head_that_pages_repeat_counts_once() -> None:
    under = ["", "", "", "NS tỉnh"]
    rows: list[list[Any]] = [HEAD, under, [1, "A", "B", 5], HEAD, under, [2, "C", "D", 6]]
    (grid,) = _grids(_pages(rows))
    assert [row[1] for row in grid.rows] == ["Tên dự án", "", "A", "C"]


def test_a_total_whose_formula_has_no_value_is_of_the_table() -> None:
    data = _data(_pages([HEAD, [1, "A", "B", 5], [2, "C", "D", 6], ["", "Cộng", "", "=D2+D3"]]))
    bang = data["phu_luc"][0]["bang"]
    assert bang["ten_tong_cong"] == "Cộng"
    assert "tong_ghi" not in bang


def test_tables_side_by_side_are_two() -> None:
    other = ["TT", "Nội dung", "Hạn"]
    pages = _pages([[*HEAD, None, *other], [1, "A", "B", 5, None, 1, "Họp", "Quý I"],
                    [2, "C", "D", 6]])  # fmt: skip
    assert [grid.rows for grid in _grids(pages)] == [
        [HEAD, ["1", "A", "B", "5"], ["2", "C", "D", "6"]], [other, ["1", "Họp", "Quý I"]]
    ]  # fmt: skip
    assert [grid.cell(1, 1) for grid in _grids(pages)] == ["DA!B2", "DA!G2"]


def test_a_name_and_what_stands_beside_it_are_one_line() -> None:
    assert _lines(_pages([["Tên dự án:", "Mạng LAN"], ["Vốn:"]]))[1:] == [
        "Tên dự án: Mạng LAN", "Vốn:"
    ]  # fmt: skip


def test_a_draft_whose_tables_name_no_unit_tells_of_it() -> None:
    draft = drafted(_pages([["STT", "Tên dự án", "Kinh phí"], [1, "A", 5]]))
    assert ("DA!B2", "không ghi đơn vị tính") in [remark[:2] for remark in draft.remarks]


def test_a_table_without_a_known_head_is_a_table() -> None:
    rows: list[list[Any]] = [["Bảng giá"], ["Loại", "Giá", "Nơi"], ["A", 5, "B"], ["C", 6, "D"]]
    (grid,) = _grids(_pages(rows))
    assert len(grid.rows) == 3


def test_rows_that_begin_with_a_known_word_are_no_heads() -> None:
    head = ["Tên dự án", "Chủ trì", "Hạn"]
    rows = [head, ["Dự án A", "Sở B", "Quý I"], ["Dự án C", "Sở D", "Quý II"]]
    (grid,) = _grids(_pages(rows))
    assert len(grid.rows) == 3


def test_each_sheet_is_an_appendix_under_its_own_name() -> None:
    book = workbook([HEAD, [1, "A", "B", 5], [2, "C", "D", 6]], "Vốn tỉnh")
    other = book.create_sheet("Sheet2")
    for row in (["Đơn vị tính: triệu đồng"], HEAD, [1, "E", "F", 7], [2, "G", "H", 8]):
        other.append(row)
    book.create_sheet("Trống")
    data = _data(pages_of("a.xlsx", saved(book)))
    assert [appendix["ten"] for appendix in data["phu_luc"]] == ["Vốn tỉnh", "[điền tên phụ lục]"]


def test_the_head_of_a_document_at_the_top_of_a_sheet_is_no_title() -> None:
    top = ["UBND TỈNH HÒA AN", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    rows: list[list[Any]] = [
        top,
        ["", "", "Độc lập - Tự do - Hạnh phúc"],
        [],
        ["BIỂU 1"],
        HEAD,
        [1, "A", "B", 5],
    ]
    pages = _pages(rows)
    assert _lines(pages) == ["PHỤ LỤC", "BIỂU 1"]
    assert pages.remarks[0].place == "DA!A1"
    rows.insert(2, ["Số: 5/KH-UBND", "", "Hòa An, ngày 05 tháng 3 năm 2026"])
    assert _lines(_pages(rows))[0] == "UBND TỈNH HÒA AN"


def test_what_a_person_does_not_see_is_told_of() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.row_dimensions[9].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.column_dimensions["Z"].hidden = True
        for row in range(2, 15):
            sheet.cell(row, 5, "=D2")
        sheet["GS1"] = "xa"
        sheet["B3"] = "#REF!"

    pages = _pages([HEAD, [1, "A", "B", 5], [2, "C", "D", 6]], change)
    assert [(remark.place, remark.text) for remark in pages.remarks] == [
        ("DA!E2, E3, E4, E5, E6, E7, E8, E9, E10, E11 và 3 chỗ nữa", "công thức chưa có giá trị"),
        ("DA!B3", "ô báo lỗi công thức"),
        ("DA!GS1", "ô quá xa bên phải"),
        ("DA, hàng 2", "hàng ẩn"),
        ("DA, cột C", "cột ẩn"),
    ]


def test_macros_pictures_and_links_are_told_of() -> None:
    def change(files: dict[str, bytes]) -> None:
        files |= {"xl/vbaProject.bin": b"x", "xl/media/1.png": b"", "xl/media/2.png": b""}
        rels = files["xl/_rels/workbook.xml.rels"]
        link = b'<Relationship Id="x" Type="a/b" Target="http://a.b/c" TargetMode="External"/>'
        files["xl/_rels/workbook.xml.rels"] = rels.replace(b"</Rel", link + b"</Rel")

    pages = pages_of("a.xlsm", changed(saved(workbook([HEAD, [1, "A", "B", 5]])), change))
    assert [remark.text for remark in pages.remarks] == ["macro", "liên kết ra ngoài", "2 hình"]


def test_merged_cells_that_lie_over_others_or_outside_do_not_count() -> None:
    def change(files: dict[str, bytes]) -> None:
        areas = ("A1:A2", "A2:B3", "C2:C9999999", "ZZZ1:ZZZ2", "B2", "B3:A2")
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in areas).encode()
        sheet = files["xl/worksheets/sheet1.xml"]
        files["xl/worksheets/sheet1.xml"] = sheet.replace(
            b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>"
        )

    book = saved(workbook([HEAD, [1, "A", "B", 5], [2, "C", "D", 6]]))
    (grid,) = _grids(pages_of("a.xlsx", changed(book, change)))
    assert grid.spans == {(0, 0): (2, 1)}


def test_rich_texts_are_whole_and_their_reading_is_left_out() -> None:
    text = "<si><r><t>Mạng </t></r><r><t>LAN</t></r><rPh><t>x</t></rPh></si>"
    (grid,) = _grids(pages_of("a.xlsx", with_texts(text, 0)))
    assert grid.rows[1][1] == "Mạng LAN"


def test_cells_without_places_follow_one_another() -> None:
    def change(files: dict[str, bytes]) -> None:
        start = files["xl/worksheets/sheet1.xml"].partition(b"<sheetData>")[0]
        rows = "".join(
            "<row>"
            + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row)
            + "</row>"
            for row in (HEAD, ["1", "A", "B", "5"])
        )
        files["xl/worksheets/sheet1.xml"] = (
            start + f"<sheetData>{rows}</sheetData></worksheet>".encode()
        )

    (grid,) = _grids(pages_of("a.xlsx", changed(saved(workbook([HEAD])), change)))
    assert grid.rows == [HEAD, ["1", "A", "B", "5"]]


@pytest.mark.parametrize("letters", ["A", "Z", "AA", "AZ", "ZZ", "XFD"])
def test_columns_have_letters(letters: str) -> None:
    assert letters_of(column_of(letters)) == letters


CSV = 'STT;Tên dự án;Tổng kinh phí;Ghi chú\n1;Mạng LAN;"1.450";"một\nhai; ba"\n2;Máy chủ;2.000;\n'


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_csv_file_may_be_in_any_encoding(code: str) -> None:
    (grid,) = _grids(pages_of("a.csv", CSV.encode(code)))
    assert grid.rows[1] == ["1", "Mạng LAN", "1.450", "một\nhai; ba"]
    assert grid.cell(2, 1) == "B3"


def test_a_csv_file_wider_than_a_table_is_told_of() -> None:
    pages = pages_of("a.csv", (";".join(["a"] * 300) + "\n1;2;3\n").encode())
    assert pages.remarks[0].place == "GS1"
    assert _grids(pages)[0].width == 200


@pytest.mark.parametrize("text", ['"' + "a;b\n" * 300_000, "a;b;c;d\n" * 110_000])
def test_a_csv_file_past_its_limits_is_refused(text: str) -> None:
    with pytest.raises(KehoachError, match=r"a\.csv"):
        pages_of("a.csv", text.encode())


def test_formulas_typed_as_text_are_told_of() -> None:
    book = workbook([HEAD, [1, "Mạng", "x", 5]])
    cell = _sheet(book)["C2"]
    cell.value, cell.data_type = "=1+1", "s"
    pages = pages_of("a.xlsx", saved(book))
    assert [(remark.place, remark.text) for remark in pages.remarks] == [
        ("DA!C2", "công thức gõ thành chữ")
    ]
    rows = "TT;Tên dự án;Kinh phí\n1;Mạng;=SUM(1)\n"
    assert [remark.place for remark in pages_of("a.csv", rows.encode()).remarks] == ["C2"]


def test_errors_leave_money_blank_and_other_cells_as_they_are() -> None:
    rows: list[list[Any]] = [
        [1, "Mạng", "#N/A", 5],
        [2, "Cổng", "B", "#DIV/0!"],
        ["", "Tổng cộng", "", "#REF!"],
    ]

    def wrong(sheet: Worksheet) -> None:
        for place in ("C2", "D3", "D4"):
            sheet[place].data_type = "e"

    pages = _pages([HEAD, *rows], wrong)
    assert [remark.place for remark in pages.remarks] == ["DA!C2, D3, D4"]
    data = _data(pages)
    assert [item.get("von") for item in data["du_an"]] == [{"2026": "5"}, None]
    assert data["du_an"][0]["chu_tri"] == "#N/A"


def test_a_column_without_a_name_is_marked_and_told_of() -> None:
    draft = drafted(_pages([[*HEAD, ""], [1, "Mạng", "A", 5, "mới"], [2, "Cổng", "B", 6, ""]]))
    data: Any = bare(dict(draft.data))
    assert data["du_an"][0]["khac"] == {"khong_ten": "mới"}
    assert data["phu_luc"][0]["bang"]["cot"][-1] == {"ten": "…", "gia_tri": "khac.khong_ten"}
    assert ("DA!E1", "mới") in [(remark.place, remark.text) for remark in draft.remarks]


def test_the_title_of_an_annex_is_none_of_a_document() -> None:
    data = _data(_pages([["KẾ HOẠCH VỐN CÁC DỰ ÁN NĂM 2026"], HEAD, [1, "Mạng", "A", 5]]))
    assert data["phu_luc"][0]["ten"] == "KẾ HOẠCH VỐN CÁC DỰ ÁN NĂM 2026"
    assert data["noi_dung"] == [{"muc": "[điền tên mục]"}]


def test_parts_of_a_sheet_are_sections_under_its_name() -> None:
    tables: list[list[Any]] = [HEAD, [1, "Mạng", "A", 5], [2, "Cổng", "A", 6], []]
    data = _data(_pages([["I. Chi đầu tư"], *tables, ["II. Chi thường xuyên"], *tables]))
    assert data["phu_luc"][0]["ten"] == "DA"
    assert [part["muc"] for part in data["phu_luc"][0]["muc_con"]] == [
        "Chi đầu tư", "Chi thường xuyên"
    ]  # fmt: skip


def test_a_line_that_goes_on_with_a_project_has_the_place_of_its_own_row() -> None:
    rows: list[list[Any]] = [[1, "Mạng", "A", 5], ["", "", "B", "x"]]
    draft = drafted(
        _pages([HEAD, *rows, [2, "Cổng", "A", 6], [3, "Web", "A", 7], [4, "C", "D", 8]])
    )
    assert "DA!D3" in [remark.place for remark in draft.remarks]


def test_columns_stand_as_nearly_all_their_cells_do() -> None:
    head = ["TT", "Thiết bị", "ĐVT", "Số lượng"]
    rows: list[list[Any]] = [head, [1, "Máy chủ", "bộ", 2], [2, "Máy in", "cái", 13]]

    def centred(sheet: Worksheet) -> None:
        for place in ("A1", "B1", "C1", "C2", "C3", "B3"):
            sheet[place].alignment = Alignment(horizontal="center")

    columns = _data(_pages(rows, centred))["phu_luc"][0]["bang"]["cot"]
    assert [cot.get("can_le") for cot in columns] == [None, None, "giữa", None]


def test_texts_of_projects_stand_as_they_did_and_money_on_the_right() -> None:
    def centred(sheet: Worksheet) -> None:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                cell.alignment = Alignment(horizontal="center")

    rows: list[list[Any]] = [HEAD, [1, "Mạng", "A", 5], [2, "Cổng", "B", 6]]
    pages = _pages(rows, centred)
    columns = _data(pages)["phu_luc"][0]["bang"]["cot"]
    assert [cot.get("can_le") for cot in columns] == [None, "giữa", "giữa", None]


def test_who_signs_right_below_the_total_is_not_of_the_table() -> None:
    rows: list[list[Any]] = [
        HEAD, [1, "Mạng", "A", 5], [2, "Cổng", "B", 6], ["", "Tổng", "", 11],
        ["Bằng chữ: Mười một triệu đồng"], ["", "", "", "Hòa An, ngày 05 tháng 3 năm 2026"],
        ["NGƯỜI LẬP", "", "", "GIÁM ĐỐC"], [], ["Trần A", "", "", "Lê B"],
    ]  # fmt: skip
    pages = _pages(rows)
    assert len(_grids(pages)[0].rows) == 4
    assert _lines(pages)[-4:] == ["NGƯỜI LẬP", "GIÁM ĐỐC", "Trần A", "Lê B"]


def test_groups_below_a_total_of_a_group_are_of_the_table() -> None:
    rows: list[list[Any]] = [
        HEAD, ["I", "Một"], [1, "Mạng", "A", 5], ["", "Cộng I", "", 5],
        ["II", "Hai"], [1, "Cổng", "B", 6], ["", "Cộng II", "", 6], ["", "Tổng cộng", "", 11],
    ]  # fmt: skip
    assert len(_grids(_pages(rows))[0].rows) == len(rows)


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        ([["Nội dung", "Dự toán (triệu đồng)"], ["Mạng", 5], ["Cổng", 6]], []),
        ([["Nội dung", "Kế hoạch vốn"], ["", "Năm 2026", "Năm 2027"], ["Mạng", 5, 1],
          ["Cổng", 6, 2]], ["A3:A4", "B3:C3"]),
    ],
)  # fmt: skip
def test_a_head_of_two_names_is_one(rows: list[list[Any]], merged: list[str]) -> None:
    book = workbook([["DANH MỤC"], [], *rows])
    for area in merged:
        book.active.merge_cells(area)  # type: ignore[union-attr]
    draft: Any = drafted(pages_of("a.xlsx", saved(book)))
    assert [one["ten"] for one in draft.data["du_an"]] == ["Mạng", "Cổng"]
