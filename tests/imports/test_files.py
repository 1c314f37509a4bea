"""Word, Excel and web files: what is read of each, and what is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.html.reader import read_html
from kehoach_cli.imports.open_document import is_locked, pages_of
from kehoach_cli.imports.pages.model import Grid, Line, Pages
from kehoach_cli.imports.yaml_text import bare
from tests.imports.books import changed, paragraph, saved, table, word, workbook

NUMBERED = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2."/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def _numbered(text: str, key: int, level: int) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')


def _lines(body: str, **parts: str) -> list[Line]:
    pages = pages_of("a.docx", word(body, **parts))
    return [block for block in pages.blocks if isinstance(block, Line)]


def _pages(body: str, **parts: str) -> Pages:
    return pages_of("a.docx", word(body, **parts))


def test_numbers_that_word_makes_are_seen() -> None:
    body = (
        _numbered("MỘT", 1, 0) + _numbered("Con", 1, 1) + _numbered("Con", 1, 1)
        + _numbered("HAI", 1, 0) + _numbered("Con", 1, 1) + _numbered("gạch", 2, 0)
        + _numbered("cộng", 2, 1) + _numbered("NĂM", 3, 0) + _numbered("không", 0, 0)
        + _numbered("lạ", 9, 0)
    )  # fmt: skip
    labels = [line.label for line in _lines(body, numbering=NUMBERED)]
    assert labels == ["I.", "I.1.", "I.2.", "II.", "II.1.", "-", "+", "V.", "", ""]


def test_bold_and_italic_inside_a_paragraph_are_marked() -> None:
    run = '<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    body = "<w:p>" + run.format("", "Các ") + run.format("<w:b/>", "sở ") + run.format(
        "<w:i/>", "ngành"
    ) + "</w:p>"  # fmt: skip
    (line,) = _lines(body)
    assert line.text == "Các **sở** *ngành*"


def test_a_paragraph_bold_throughout_is_a_heading() -> None:
    (line,) = _lines(paragraph("1. Mục tiêu", run="<w:b/>"))
    assert (line.text, line.strong) == ("1. Mục tiêu", True)


def test_footnotes_stand_where_they_are_called() -> None:
    body = '<w:p><w:r><w:t>Mức 4</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnote w:id="2">{paragraph("Theo báo cáo.")}</w:footnote>'
    (line,) = _lines(body, footnotes=notes)
    assert line.text == "Mức 4^[Theo báo cáo.]"


def test_an_endnote_stands_where_it_is_called_beside_a_footnote_of_its_number() -> None:
    call = '<w:r><w:{}Reference w:id="2"/></w:r>'
    body = (
        f"<w:p><w:r><w:t>Mức 4</w:t></w:r>{call.format('endnote')}{call.format('footnote')}</w:p>"
    )
    notes = {f"{kind}s": f'<w:{kind} w:id="2">{paragraph(text)}</w:{kind}>'
             for kind, text in (("endnote", "Cuối bài."), ("footnote", "Cuối trang."))}  # fmt: skip
    (line,) = _lines(body, **notes)
    assert line.text == "Mức 4^[Cuối bài.]^[Cuối trang.]"


@pytest.mark.parametrize(
    ("font", "code", "letter"),
    [("Symbol", "F0B3", "≥"), ("Symbol", "F061", "\u03b1"), ("Wingdings", "F0FC", "✓"),
     ("Arial", "2192", "→")],
)  # fmt: skip
def test_letters_of_fonts_of_signs_are_read(font: str, code: str, letter: str) -> None:
    (line,) = _lines(f'<w:p><w:r><w:t>a</w:t><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>')
    assert line.text == f"a{letter}"


@pytest.mark.parametrize(("font", "code"), [("Wingdings", "F021"), ("Arial", "F041"), ("A", "x")])
def test_a_sign_that_is_not_known_is_told_of(font: str, code: str) -> None:
    pages = _pages(f'<w:p><w:r><w:t>a</w:t><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>')
    assert [remark.text for remark in pages.remarks] == [f"{font} {code}"]


def test_what_does_not_print_is_reported() -> None:
    body = (
        paragraph("thấy")
        + paragraph("ẩn", run="<w:vanish/>")
        + paragraph("trắng", run='<w:color w:val="FFFFFF"/>')
        + "<w:p><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del></w:p>"
    )
    pages = _pages(body)
    assert [b.text for b in pages.blocks if isinstance(b, Line)] == ["thấy", "trắng"]
    assert [(r.text, r.told.split(",")[0]) for r in pages.remarks] == [
        ("ẩn", "chữ ẩn"), ("trắng", "chữ trắng"), ("xóa", "chữ đã xóa còn theo dõi")
    ]  # fmt: skip


def test_breaks_tabs_and_fields_are_read_as_they_show() -> None:
    body = (
        "<w:p><w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:tab/><w:t>C</w:t>"
        '<w:br w:type="page"/><w:noBreakHyphen/><w:fldChar w:fldCharType="begin"/>'
        "<w:instrText>REF x</w:instrText><w:t>D</w:t></w:r></w:p>"
    )
    (line,) = _lines(body)
    assert line.text == "A\nB C-D"


def test_a_line_break_stays_in_the_draft() -> None:
    body = paragraph("I. MỤC TIÊU") + "<w:p><w:r><w:t>Một</w:t><w:br/><w:t>Hai</w:t></w:r></w:p>"
    data: Any = bare(dict(drafted(_pages(body)).data))
    assert data["noi_dung"][0]["doan_van"] == "Một \\\nHai"


def test_merged_cells_are_spans() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    down = '<w:vMerge w:val="restart"/>'
    body = (
        "<w:tbl><w:tr>" + cell.format('<w:gridSpan w:val="2"/>', paragraph("Đầu"))
        + cell.format(down, paragraph("Dọc")) + "</w:tr><w:tr>" + cell.format("", paragraph("a"))
        + cell.format("", paragraph("b")) + cell.format("<w:vMerge/>", paragraph(""))
        + "</w:tr></w:tbl>"
    )  # fmt: skip
    (grid,) = _pages(body).blocks
    assert isinstance(grid, Grid)
    assert grid.rows == [["Đầu", "", "Dọc"], ["a", "b", ""]]
    assert grid.spans == {(0, 0): (1, 2), (0, 2): (2, 1)}


def test_cells_merged_downwards_are_merged_again() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    rows = ["TT|Việc|Chủ trì", "1|Họp|Sở A", "2|Báo cáo|"]
    marks = ["", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"]
    body = "<w:tbl>" + "".join(
        "<w:tr>" + "".join(
            cell.format(mark if at == 2 else "", paragraph(text))
            for at, text in enumerate(row.split("|"))
        ) + "</w:tr>" for row, mark in zip(rows, marks, strict=True)
    ) + "</w:tbl>"  # fmt: skip
    data: Any = bare(dict(drafted(_pages(paragraph("I. MỘT") + body)).data))
    bang = data["noi_dung"][0]["bang"]
    assert bang["cot"][2] == {"ten": "Chủ trì", "gop_o": "có"}
    assert bang["hang"][1] == ["2", "Báo cáo", "Sở A"]


def test_a_table_on_a_page_that_lies_down_stays_there() -> None:
    section = '<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>'
    body = paragraph("I. MỘT") + table("TT|Việc|Hạn", "1|Họp|Quý I") + section
    data: Any = bare(dict(drafted(_pages(body)).data))
    assert data["noi_dung"][0]["bang"]["kho_giay"] == "ngang"


def test_a_table_that_only_sets_the_head_is_read_as_lines() -> None:
    body = table("UBND TỈNH HÒA AN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/KH-UBND|Hòa An")
    assert [line.text for line in _lines(body)][1] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_a_table_in_a_cell_and_text_in_controls_are_not_lost() -> None:
    cells = f"<w:tc>{table('x|y')}{paragraph('z')}</w:tc><w:tc>{paragraph('t')}</w:tc>"
    row = f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    inner = f"<w:tbl>{row}<w:tr>{cells}</w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent>{paragraph('trong khung')}</w:sdtContent></w:sdt>"
    pages = _pages(inner + control)
    grid, line = pages.blocks
    assert isinstance(grid, Grid)
    assert grid.rows == [["a", "b"], ["x | y\nz", "t"]]
    (remark,) = pages.remarks
    assert (remark.place, remark.text) == ("bảng 1, hàng 2, cột 1", "bảng")
    assert isinstance(line, Line)
    assert line.text == "trong khung"


def test_pictures_are_told_of_where_they_were() -> None:
    picture = "<w:p><w:r><w:drawing><a:blip xmlns:a='{}'/></w:drawing></w:r></w:p>".format(
        "http://schemas.openxmlformats.org/drawingml/2006/main"
    )
    cells = f"<w:tc>{paragraph('a')}</w:tc><w:tc>{picture}</w:tc>"
    pages = _pages(
        picture + paragraph("Mô hình") + picture + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    )
    assert [(remark.place, remark.text) for remark in drafted(pages).remarks[:3]] == [
        ("bảng 1, hàng 1, cột 2", "hình, sau chữ “a”"), ("đoạn 1", "hình ở đầu tệp"),
        ("đoạn 3", "hình, sau chữ “Mô hình”"),
    ]  # fmt: skip


def test_text_in_a_cell_that_does_not_print_is_told_of() -> None:
    cells = f"<w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('ẩn', run='<w:vanish/>')}</w:tc>"
    (remark,) = _pages(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").remarks
    assert remark[:2] == ("bảng 1, hàng 1, cột 2", "ẩn")


def _doctype(files: dict[str, bytes]) -> None:
    files["word/document.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'


def _deep(files: dict[str, bytes]) -> None:
    body = b"<w:tbl><w:tr><w:tc>" * 100
    start = files["word/document.xml"].split(b"<w:body>")[0]
    files["word/document.xml"] = start + b"<w:body>" + body


def _bomb(files: dict[str, bytes]) -> None:
    files["word/document.xml"] = b"<a>" + b" " * 70_000_000


def _no_body(files: dict[str, bytes]) -> None:
    files["word/document.xml"] = files["word/document.xml"].replace(b"w:body", b"w:other")


@pytest.mark.parametrize(
    ("change", "said"),
    [(_doctype, "DOCTYPE"), (_deep, "lồng quá sâu"), (_bomb, "quá lớn"), (_no_body, "nội dung")],
)
def test_hostile_word_files_end_in_one_sentence(
    change: Callable[[dict[str, bytes]], None], said: str
) -> None:
    with pytest.raises(KehoachError, match=said):
        pages_of("a.docx", changed(word(paragraph("x")), change))


def test_macros_and_links_are_told_of() -> None:
    def change(files: dict[str, bytes]) -> None:
        files["word/vbaProject.bin"] = b"x"

    pages = pages_of("a.docx", changed(word(paragraph("x")), change))
    assert [remark.text for remark in pages.remarks] == ["macro"]


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0x", b"%PDF-1.4", b"  \n", b"x" * 20_000_001],
    ids=["torn zip", "old Word", "PDF", "blank", "huge"],
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(KehoachError) as caught:
        pages_of("a.x", data)
    assert "\n" not in caught.value.message


def test_a_blank_word_file_is_refused() -> None:
    with pytest.raises(KehoachError, match="không có chữ nào"):
        pages_of("a.docx", word(""))


def test_a_file_kept_shut_by_a_password_is_known() -> None:
    assert is_locked(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    assert not is_locked(b"\xd0\xcf\x11\xe0")


def test_letters_that_are_no_utf_8_are_told_of() -> None:
    pages = pages_of("a.txt", "Kế hoạch".encode() + b"\xff")
    assert pages.remarks[0].text == "1 chữ không phải UTF-8"


ROWS: list[list[Any]] = [
    ["DANH MỤC DỰ ÁN NĂM 2026"],
    ["Đơn vị tính: triệu đồng"],
    ["STT", "Tên dự án", "Thời gian", "Ngày duyệt", "Kinh phí 2026"],
    [1, "Mạng LAN", 2026, date(2025, 3, 5), 12.345],
    [2, "Máy chủ", "2026-2027", None, 1000],
]


def _book(rows: list[list[Any]]) -> Any:
    return bare(dict(drafted(pages_of("a.xlsx", saved(workbook(rows)))).data))


def test_a_workbook_becomes_projects() -> None:
    data = _book(ROWS)
    assert data["phu_luc"][0]["ten"] == "DANH MỤC DỰ ÁN NĂM 2026"
    one, two = data["du_an"]
    assert one["thoi_gian"] == "2026"
    assert one["von"] == {"2026": "12,3450"}  # "12,345" might be thousands
    assert one["khac"] == {"ngay_duyet": "05/03/2025"}
    assert two["von"] == {"2026": "1.000"}


def test_formulas_hidden_rows_and_sheets_are_told_of() -> None:
    book = workbook([*ROWS, [3, "Một cửa", "", None, "=E4+E5"]])
    sheet = book.active
    assert sheet is not None
    sheet.row_dimensions[5].hidden = True
    book.create_sheet("Nháp").sheet_state = "hidden"
    pages = pages_of("a.xlsx", saved(book))
    assert [(remark.place, remark.text) for remark in pages.remarks] == [
        ("Nháp", "trang tính ẩn"), ("DA!E6", "công thức chưa có giá trị"), ("DA, hàng 5", "hàng ẩn")
    ]  # fmt: skip


def test_merged_heads_of_a_sheet_count_as_they_say() -> None:
    rows: list[list[Any]] = [
        ["STT", "Tên dự án", "Năm 2026", None],
        [None, None, "Vốn tỉnh", "Vốn TW"],
        [1, "Mạng LAN", 5, True],
        [2, "Máy chủ", 6, None],
    ]
    book = workbook(rows)
    sheet = book.active
    assert sheet is not None
    sheet.merge_cells("C1:D1")
    pages = pages_of("a.xlsx", saved(book))
    grid = next(block for block in pages.blocks if isinstance(block, Grid))
    assert grid.spans == {(0, 2): (1, 2)}
    assert grid.rows[2][3] == "có"


def test_a_bad_workbook_ends_in_one_sentence() -> None:
    def change(files: dict[str, bytes]) -> None:
        files["xl/workbook.xml"] = b"<!DOCTYPE x><x/>"

    def tear(files: dict[str, bytes]) -> None:
        files["xl/workbook.xml"] = b"<x"

    for way in (change, tear):
        with pytest.raises(KehoachError, match=r"a\.xlsx"):
            pages_of("a.xlsx", changed(saved(workbook(ROWS)), way))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_file_is_read_whatever_parts_its_cells(sign: str) -> None:
    rows = (["STT", "Tên dự án", "Tổng kinh phí"], ["1", "Mạng LAN", "5"], ["2", "Máy chủ", "6"])
    text = "\n".join(map(sign.join, rows))
    data: Any = bare(dict(drafted(pages_of("a.csv", text.encode())).data))
    assert [item["tong_kinh_phi"] for item in data["du_an"]] == ["5", "6"]


def test_the_user_may_name_the_field_of_a_column() -> None:
    text = "STT;Công trình;Mức\n1;Mạng LAN;5\n2;Máy chủ;6\n"
    given = {"cong trinh": "ten", "muc": "tong_kinh_phi"}
    data: Any = bare(dict(drafted(pages_of("a.csv", text.encode()), given).data))
    assert [item["tong_kinh_phi"] for item in data["du_an"]] == ["5", "6"]


def test_a_web_page_is_read_without_what_stands_around_it() -> None:
    page = (
        "<html><head><title>x</title></head><body><script>var a</script><h2>I. MỤC TIÊU</h2>"
        "<p>Một<br>Hai</p><ol type='I' start='2'><li>MỘT</li><li><b>HAI</b></li></ol>"
        "<ul><li>gạch<ul><li>cộng</li></ul></li></ul>"
        "<table><tr><td>trái</td><td>phải</td></tr></table>"
        "<table><tr><th colspan=2>A</th><th rowspan=2>B</th></tr><tr><td>c</td><td>d</td></tr>"
        "<tr><td>e<p>f</p></td><td>g</td><td>h</td></tr></table></body></html>"
    )
    pages = pages_of("a.html", page.encode())
    *lines, grid = pages.blocks
    assert [block.whole for block in lines if isinstance(block, Line)] == [
        "I. MỤC TIÊU", "Một", "Hai", "II. MỘT", "III. HAI", "- gạch", "+ cộng", "trái", "phải"
    ]  # fmt: skip
    assert isinstance(grid, Grid)
    assert grid.rows == [["A", "", "B"], ["c", "d", ""], ["e\nf", "g", "h"]]
    assert grid.spans == {(0, 0): (1, 2), (0, 2): (2, 1)}


def test_a_torn_web_page_does_not_stop_the_reader() -> None:
    page = "<table>" * 60 + "<td>x<td>y</table></ol></li></script>z"
    assert any("z" in block.text for block in read_html(page).blocks if isinstance(block, Line))


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<p>a</p>\n<p style='display:none'>b <b>c</b></p>", [("dòng 2", "b c", "chữ ẩn")]),
        ("<p><span hidden>b</span><i style='COLOR: white'>c",
         [("dòng 1", "b", "chữ ẩn"), ("dòng 1", "ccuối", "chữ ẩn")]),
        ("<p>a <del>b</del><s></s> <strike>c</strike>",
         [("dòng 1", "b", "chữ gạch"), ("dòng 1", "c", "chữ gạch")]),
        ("<p style='background-color: white'>a</p></b>", []),
        ("<script>hidden</script><nav><p hidden>x</p></nav><p hidden><br><style>y</style></p>", []),
        ("<div>" * 300 + "<p hidden>a", []),
    ],
)  # fmt: skip
def test_what_a_page_does_not_show_is_told_of(
    page: str, wanted: list[tuple[str, str, str]]
) -> None:
    pages = pages_of("a.html", f"<html>{page}<p>cuối</p></html>".encode())
    found = [(remark.place, remark.text, remark.told) for remark in pages.remarks]
    assert [one[:2] for one in found] == [one[:2] for one in wanted]
    assert all(one[2].startswith(two[2]) for one, two in zip(found, wanted, strict=True))


def test_cells_of_a_word_table_stand_as_nearly_all_of_their_column_do() -> None:
    middle, right = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
    rows = [("TT", "Tên", "Số"), ("1", "Mạng", "5"), ("2", "Cổng", "6"), ("3", "Web", "")]
    cells = "".join(
        "<w:tr>"
        + f"<w:tc>{paragraph(row[0], middle)}</w:tc><w:tc>{paragraph(row[1])}</w:tc>"
        + f"<w:tc>{paragraph(row[2], right)}</w:tc></w:tr>"
        for row in rows
    )
    whole = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{paragraph("Cộng")}</w:tc></w:tr>'
    pages = pages_of("a.docx", word(f"<w:tbl>{cells}{whole}</w:tbl>"))
    (grid,) = (block for block in pages.blocks if isinstance(block, Grid))
    assert grid.aligned == {0: "giữa", 2: "phải"}


_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
BOX = f"<w:txbxContent>{paragraph('trong hộp')}</w:txbxContent>"
TWICE = (
    f"<w:p><w:r><mc:AlternateContent {_MC}><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def _grid(body: str) -> Grid:
    (grid,) = (block for block in _pages(body).blocks if isinstance(block, Grid))
    return grid


def test_a_box_in_a_cell_is_read_once() -> None:
    rows = _row(paragraph("a") + TWICE, paragraph("b")) + _row(paragraph("c"), paragraph("d"))
    assert _grid(f"<w:tbl>{rows}</w:tbl>").rows == [["a\ntrong hộp", "b"], ["c", "d"]]


def test_rows_and_cells_in_controls_and_tracked_ones_are_read() -> None:
    row = _row(paragraph("a"), paragraph("b"))
    held = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt><w:ins>{row}</w:ins>"
    assert _grid(f"<w:tbl>{row}{held}</w:tbl>").rows == [["a", "b"]] * 3


def test_a_table_of_one_row_that_holds_another_only_frames_it() -> None:
    inner = f"<w:tbl>{_row(paragraph('a'), paragraph('b')) * 2}</w:tbl>"
    pages = _pages(f"<w:tbl>{_row(paragraph('trên') + inner, paragraph('bên'))}</w:tbl>")
    assert [block.text for block in pages.blocks if isinstance(block, Line)] == ["trên", "bên"]
    assert _grid(f"<w:tbl>{_row(inner)}</w:tbl>").rows == [["a", "b"]] * 2


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>công nghệ</w:t><w:softHyphen/><w:noBreakHyphen/></w:r>", "công nghệ-"),
        (f"<m:oMath {_M}><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r>"
         "</m:den></m:f></m:oMath>", "a/b"),
        ("<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>\xfc \u200a</w:t></w:r>", "✓"),
        ("<w:r><w:rPr><w:rFonts w:ascii='Arial'/></w:rPr><w:t>\xfc</w:t></w:r>", "ü"),
        ("<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>REF a</w:instrText>"
         "<w:fldChar w:fldCharType='separate'/><w:t>II.1</w:t></w:r>", "II.1"),
    ],
)  # fmt: skip
def test_letters_that_word_makes_are_read_as_they_print(inside: str, text: str) -> None:
    (line,) = _lines(f"<w:p>{inside}</w:p>")
    assert line.text == text


def test_hyphens_that_only_may_break_a_word_are_left_out() -> None:
    cells = table("STT|Công\u00ad nghệ|x", "1|a\u200b|y")
    draft = drafted(_pages(paragraph("I. MỘT") + paragraph("Cổng\u00ad tin") + cells))
    assert "Cổng tin" in draft.text
    assert "Công nghệ" in draft.text
