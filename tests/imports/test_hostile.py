"""Files made to harm: each ends in one sentence, in bounded time and memory, without a socket."""

import io
import socket
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from kehoach_cli.document.docx import base_parts
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports import open_document
from kehoach_cli.imports.docx import package
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.html.guard import guarded
from kehoach_cli.imports.open_document import foreign_kind, pages_of
from kehoach_cli.imports.pages.model import Grid, Line
from kehoach_cli.imports.xlsx import strings, xml
from tests.imports.books import changed, paragraph, saved, table, with_texts, word, workbook

SHEET = "xl/worksheets/sheet1.xml"
ROWS: list[list[Any]] = [["STT", "Tên dự án", "Kinh phí"], [1, "A", 5], [2, "B", 6]]
Files = dict[str, bytes]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a socket fails."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)


def _in_sheet(xml: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        files[SHEET] = files[SHEET].replace(b"</sheetData>", xml.encode() + b"</sheetData>")

    return change


def _part(name: str, data: bytes) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        files[name] = data

    return change


def _locked(data: bytes) -> bytes:
    """The package with every part marked as encrypted."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        places = [entry.header_offset for entry in package.infolist()]
    found = bytearray(data)
    for at in places:
        found[at + 6] |= 1
    at = found.find(b"PK\x01\x02")
    while at >= 0:
        found[at + 8] |= 1
        at = found.find(b"PK\x01\x02", at + 4)
    return bytes(found)


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
RELS = b'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="%b"/></Relationships>'
FAR = _in_sheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')
MERGED = b"<x>" + b'<mergeCell ref="A1:B2"/>' * 100_001 + b"</x>"
NO_TEXT = _in_sheet('<row r="9"><c r="A9" t="s"><v>7</v></c></row>')
SCATTERED = _in_sheet("<row>" + "<c><v>1</v></c>" * 20_000 + "</row>")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_part(SHEET, b"<!-- " + b"x" * 70_000 + b" -->" + DOCTYPE), "DOCTYPE"),
        (_part(SHEET, DOCTYPE.decode().encode("utf-16")), "DOCTYPE"),
        (_part("xl/workbook.xml", DOCTYPE), "DOCTYPE"),
        (_part("_rels/.rels", DOCTYPE), "DOCTYPE"),
        (_part("xl/styles.xml", b"<x>" + b" " * 9_000_000), "quá lớn"),
        (_part(SHEET, b"<x>" * 101), "lồng quá sâu"),
        (_part(SHEET, b"<x"), "XML bị hỏng"),
        (_part(SHEET, MERGED), "ô gộp"),
        (_part("_rels/.rels", b"<Relationships/>"), "không phải tệp .xlsx"),
        (_part("_rels/.rels", RELS % b"xl/workbook.bin"), "không phải tệp .xlsx"),
        (_part("_rels/.rels", RELS % b"xl/khac.xml"), "bị hỏng"),
        (FAR, "nằm ngoài trang tính"),
        (SCATTERED, "nằm ngoài trang tính"),
        (NO_TEXT, "không có trong tệp"),
        (lambda files: files.update({f"xl/{n}": b"" for n in range(5_001)}), "phần"),
    ],
)
def test_hostile_workbooks_end_in_one_sentence(change: Callable[[Files], None], said: str) -> None:
    with pytest.raises(KehoachError, match=said) as caught:
        pages_of("a.xlsx", changed(saved(workbook(ROWS)), change))
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx"])
def test_a_package_with_a_password_is_refused(name: str) -> None:
    data = saved(workbook(ROWS)) if name == "a.xlsx" else word(paragraph("x"))
    with pytest.raises(KehoachError, match="mật khẩu"):
        pages_of(name, _locked(data))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_workbook_that_broke_off_is_refused(part: float) -> None:
    data = saved(workbook(ROWS))
    with pytest.raises(KehoachError):
        pages_of("a.xlsx", data[: int(len(data) * part)])


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(KehoachError, match=r"dài hơn 32767"):
        pages_of("a.xlsx", with_texts(f"<si><t>{'a' * 40_000}</t></si>", 0))


def test_more_than_a_workbook_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strings, "_MOST", 1_000)
    with pytest.raises(KehoachError, match="chữ khác nhau"):
        pages_of("a.xlsx", with_texts("<si/>" * 1_001, 0))
    monkeypatch.setattr(xml, "_MOST_ELEMENTS", 1_000)
    with pytest.raises(KehoachError, match="quá nhiều ô"):
        pages_of("a.xlsx", with_texts("<si/>" * 1_001, 0))


def test_a_long_text_shown_a_thousand_times_is_refused() -> None:
    data = with_texts(f"<si><t>{'a' * 30_000}</t></si>", 0)
    rows = "".join(f'<row r="{n}"><c t="s"><v>0</v></c></row>' for n in range(9, 700))
    with pytest.raises(KehoachError, match="quá nhiều chữ"):
        pages_of("a.xlsx", changed(data, _in_sheet(rows)))


def test_a_used_range_of_the_whole_sheet_costs_nothing() -> None:
    def change(files: Files) -> None:
        files[SHEET] = files[SHEET].replace(b'ref="A1:C3"', b'ref="A1:XFD1048576"')
        _in_sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')(files)
        files[SHEET] = (
            files[SHEET].replace(b"<v>6</v>", b"<v>NaN</v>").replace(b"<v>5</v>", b"<v>x</v>")
        )

    pages = pages_of("a.xlsx", changed(saved(workbook(ROWS)), change))
    (grid,) = (block for block in pages.blocks if isinstance(block, Grid))
    assert [row[2] for row in grid.rows] == ["Kinh phí", "x", "NaN"]


def test_boxes_and_tables_in_one_another_are_read_once() -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent>"
    boxes = box * 25 + paragraph("trong") + "</w:txbxContent></w:pict></w:r></w:p>" * 25
    tables = table("Nơi nhận:").replace("</w:tc>", "{}</w:tc>")
    nested = ""
    for _ in range(25):
        nested = tables.replace("{}", nested + paragraph("y"))
    pages = pages_of("a.docx", word(boxes + nested))
    texts = [block.text for block in pages.blocks if isinstance(block, Line)]
    assert texts.count("trong") == 1
    assert texts.count("Nơi nhận:") == 25


def test_a_note_called_again_and_again_stands_once() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("ghi chú")}</w:footnote>'
    (line,) = pages_of("a.docx", word(f"<w:p>{call * 50}</w:p>", footnotes=notes)).blocks
    assert isinstance(line, Line)
    assert line.text == "^[ghi chú]"


@pytest.mark.parametrize("number", ["²", "-3", "x", "99999999", ""])
def test_numbers_that_a_word_file_may_not_say_do_no_harm(number: str) -> None:
    cells = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>{paragraph("x")}</w:tc>'
    grid = (
        f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{number}"/></w:trPr>{cells * 2}</w:tr></w:tbl>'
    )
    listed = f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{number}"><w:start w:val="{number}"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="{number}">'
        f'<w:startOverride w:val="{number}"/></w:lvlOverride></w:num>'
    )
    blocks = pages_of("a.docx", word(grid + paragraph("y", listed), numbering=numbering)).blocks
    line = blocks[-1]
    assert isinstance(line, Line)
    assert line.text == "y"
    assert len(line.label) < 2_000


def test_more_paragraphs_than_a_plan_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_MOST_PARAGRAPHS", 1_000)
    with pytest.raises(KehoachError, match="đoạn văn"):
        pages_of("a.docx", word("<w:p/>" * 1_001))
    monkeypatch.setattr(base_parts, "_MAX_ELEMENTS", 1_000)
    with pytest.raises(KehoachError, match="quá lớn"):
        pages_of("a.docx", word("<w:p/>" * 1_001))


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("<p>a<!-- b --><!-- c -->d</p>", "<p>a  d</p>"),
        ("a<!-- \n\n -->b<!X\n>c", "a\n\nb\nc"),
        ("a<!--b<!--c", "a"),
        ("<!DOCTYPE html><![if x]>a<![CDATA[b]]><?php c?><!ELEMENT", "  a   "),
        (f"<img src='{'x' * 20_000}'>a", "<img>a"),
        ("<td colspan='999' rowspan=²>", "<td colspan=100 rowspan=1>"),
        ("<td colspan='3'>", "<td colspan=3>"),
        ("<ol start='7'><ol start=99999999999>", "<ol start=7><ol start=1>"),
        ("<a <b", "<a <b"),
    ],
)
def test_a_page_is_made_harmless_before_it_is_parsed(page: str, kept: str) -> None:
    assert guarded(page) == kept


def test_marks_that_begin_no_tag_are_letters_where_there_are_many() -> None:
    assert guarded("<a " * 2_000).count("&lt;") == 2_000


def test_cells_that_cover_too_many_cover_one_each() -> None:
    page = "<table>" + "<tr><td colspan=100 rowspan=100>x</td></tr>" * 100 + "</table>"
    assert guarded(page).endswith("<td colspan=1 rowspan=1>x</td></tr></table>")


def test_a_row_of_a_thousand_cells_is_no_wider_than_a_table() -> None:
    page = "<table><tr>" + "<td>x</td>" * 1_000 + "</tr><tr><th>y</th></tr></table>"
    assert guarded(page).count("<td") == 200
    assert guarded(page).endswith("<tr><th>y</th></tr></table>")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "xls"),
        (b"\xd0\xcf\x11\xe0" + "Book\0".encode("utf-16-le"), "xls"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "doc"),
        (b"%PDF-1.4", "pdf"),
        (b"{\\rtf1", "rtf"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
        (b"PK\x03\x04word/document.xml", ""),
        (b"abc", ""),
    ],
)
def test_a_file_is_known_by_what_is_in_it(data: bytes, kind: str) -> None:
    assert foreign_kind(data) == kind


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, b"\x1f\x8b" + bytes(200), b"\0" * 500]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(KehoachError, match="không phải tệp chữ"):
        pages_of("a.txt", data)


def test_a_page_too_long_to_be_a_plan_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KehoachError, match="8 triệu chữ"):
        pages_of("a.txt", b"a\n" * 4_000_001)
    monkeypatch.setattr(open_document, "MOST_BLOCKS", 3)
    with pytest.raises(KehoachError, match="hơn 3 đoạn văn"):
        pages_of("a.txt", b"A.\n" * 4)


TEXT = "Kế hoạch ứng dụng công nghệ số của tỉnh năm nay: đẩy mạnh cải cách, phục vụ người dân. "


def _in_1258(text: str) -> bytes:
    """The text as Windows-1258 has it: tones stand behind their letters."""
    parts = {"ế": "ê\u0301", "ạ": "a\u0323", "ứ": "ư\u0301", "ụ": "u\u0323", "ệ": "ê\u0323",
             "ố": "ô\u0301", "ủ": "u\u0309", "ỉ": "i\u0309", "ẩ": "â\u0309", "ả": "a\u0309",
             "ờ": "ơ\u0300"}  # fmt: skip
    return "".join(parts.get(letter, letter) for letter in text).encode("cp1258")


def test_old_code_pages_are_read() -> None:
    pages = pages_of("a.txt", _in_1258(TEXT))
    (line,) = pages.blocks
    assert isinstance(line, Line)
    assert line.text == TEXT.strip()
    assert pages.remarks[0].text == "chữ Windows-1258"


def test_fonts_of_old_stand_in_files_of_eight_bits() -> None:
    text = "KÕ ho¹ch øng dông c«ng nghÖ sè cña tØnh n¨m nay, phôc vô ng­êi d©n " * 3
    draft = drafted(pages_of("a.txt", text.encode("cp1252")))
    assert "Kế hoạch ứng dụng công nghệ số của tỉnh" in draft.text
    assert draft.remarks[0].text == "chữ TCVN3"
