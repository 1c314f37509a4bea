"""Inputs that `benchmarks/fuzz.py` found: each once raised, or took for ever."""

import io
import time
import zipfile
from collections.abc import Callable
from contextlib import nullcontext

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.docx.own import keys_by_name
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.html.own import GENERATOR
from kehoach_cli.imports.letters.symbols import symbol
from kehoach_cli.imports.merging.batches import batches_of
from kehoach_cli.imports.merging.merged import merged
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.pages.model import Grid, Line
from kehoach_cli.imports.pages.own_blocks import Box
from kehoach_cli.imports.printed.words import sheets_of
from kehoach_cli.imports.xlsx.cells import Formats
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from kehoach_cli.vietnamese.citation import parse_citation
from kehoach_cli.vietnamese.so_ky_hieu import number_around
from kehoach_cli.vietnamese.unreadable import Unreadable
from kehoach_cli.vietnamese.words import parse_words
from tests.imports.books import paragraph, saved, word, workbook

SECOND = 1.0
CHAIN = "172/KH-UBND" + "/UBND" * 40 + "/\nBND"


def _words(text: str) -> None:
    with pytest.raises(Unreadable):
        parse_words(text)


def _numbers(text: str) -> None:
    for at, char in enumerate(text):
        if char == "/":
            number_around(text, at, 0)


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_citation, CHAIN),
        (_numbers, f"Căn cứ {CHAIN}x; " * 20),
        (_words, "," * 3_000 + "٣" + "," * 3_000),
        (_words, "." * 50_000 + "x"),
    ],
)
def test_a_long_chain_is_read_in_one_pass(parse: Callable[[str], object], text: str) -> None:
    start = time.process_time()
    parse(text)
    assert time.process_time() - start < SECOND


@pytest.mark.parametrize("piece", ['",', '"\n', ';"a'])
def test_a_csv_file_of_quotes_is_read_in_one_pass(piece: str) -> None:
    start = time.process_time()
    pages_of("a.csv", (piece * 20_000 + "\na;b;c\nd;e;f").encode())
    assert time.process_time() - start < SECOND


@pytest.mark.parametrize("ending", ["\r", "\n", "\r\n"])
def test_a_csv_file_may_end_its_lines_as_it_likes(ending: str) -> None:
    rows = ("STT;Tên;Tiền", "1;Mạng;5", "2;Máy;6")
    (grid,) = pages_of("a.csv", ending.join(rows).encode()).blocks
    assert isinstance(grid, Grid)
    assert grid.rows[2][:2] == ["2", "Máy"]


@pytest.mark.parametrize("section", ["<![C", "<![ DATA[d>", "<![if-x]>", "<![ẩn["])
def test_a_section_that_html_does_not_know_is_text(section: str) -> None:
    blocks = pages_of("a.html", f"<p>trước</p>{section}<p>sau</p>".encode()).blocks
    assert "sau" in str(blocks)


@pytest.mark.parametrize("piece", ["<!--", "<!-- --", "<p a>b<!--", "<a b='", "<x/", "</script "])
@pytest.mark.parametrize("end", ["", ">"])
def test_what_a_page_never_closes_is_looked_for_once(piece: str, end: str) -> None:
    start = time.process_time()
    blocks = pages_of("a.html", f"<p>trước</p>{piece * 20_000}{end}".encode()).blocks
    assert time.process_time() - start < SECOND
    assert "trước" in str(blocks[0])


def test_an_amount_with_too_many_digits_goes_into_a_plan_as_it_is_typed() -> None:
    text = "DANH MỤC DỰ ÁN\nTT;Tên dự án;Tổng kinh phí\n1;Mạng;1,0999999999999999999\n2;Máy;5\n"
    plan = read_plan(read_source("a.yaml", b"noi_dung: [A]\ndu_an: [{ten: X}]\n"))
    done = merged(plan, batches_of(pages_of("a.csv", text.encode()), {})[0])
    assert "1,0999999999999999999" in done.source.text


def _moved(data: bytes) -> bytes:
    """A package whose directory names places before its beginning."""
    return data[:60] + data[68:]


def _garbled(data: bytes) -> bytes:
    """A package one of whose parts unpacks to nothing sensible."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        at = package.getinfo("xl/worksheets/sheet1.xml").header_offset + 80
    return data[:at] + b"\xff" * 20 + data[at + 20 :]


@pytest.mark.parametrize(("change", "readable"), [(_moved, True), (_garbled, False)])
def test_a_torn_workbook_is_read_or_ends_in_one_sentence(
    change: Callable[[bytes], bytes], readable: bool
) -> None:
    book = change(saved(workbook([["TT", "Tên dự án", "Tiền"], [1, "Mạng", 5]])))
    with nullcontext() if readable else pytest.raises(KehoachError, match=r"^[^\n]*$"):
        pages_of("a.xlsx", book)


def test_a_head_that_its_own_end_follows_is_no_table() -> None:
    pages = pages_of("a.txt", b"-  -  \xe1  g\nTT\tn\t\xad\t6\nI\tg\t0\t0")
    assert "g" in str(pages.blocks)


def test_a_break_of_yaml_behind_the_mark_of_a_block_moves_no_place_out_of_it() -> None:
    text = "loi_dan: |\u2028\n  Ủy ban nhân dân tỉnh lập Kế hoạch trên nướ căn cứ sau:\nmau: x\n"
    findings = check(read_plan(read_source("a.yaml", text.encode())))
    assert findings
    assert all(found.span.start <= found.span.end for found in findings)


def test_lines_that_could_all_head_a_table_are_read_soon() -> None:
    start = time.process_time()
    pages_of("a.txt", "Chuyển đổi số năm 2026\nCăn cứ Nghị định sỐ HOẠCH\n".encode() * 200)
    assert time.process_time() - start < 2 * SECOND


def test_a_number_too_long_for_any_file_is_as_large_as_may_be() -> None:
    digits = "9" * 5_000
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{digits}"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    pages = pages_of("a.docx", word(paragraph("Mục tiêu", listed), numbering=numbering))
    assert "Mục tiêu" in str(pages.blocks)


@pytest.mark.parametrize("said", ['w:val="9999999999"', 'w:val="²"', 'w:val="x"', ""])
def test_a_cell_of_an_own_file_that_covers_no_number_of_columns_is_read(said: str) -> None:
    style = '<w:pStyle w:val="o"/>'
    cell = f"<w:tc><w:tcPr><w:gridSpan {said}/></w:tcPr>{paragraph('Mạng', style)}</w:tc>"
    grid = f'<w:tblGrid><w:gridCol w:w="x"/><w:gridCol w:w="{"9" * 5_000}"/></w:tblGrid>'
    styles = '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="KH Ô chữ 13"/></w:style>'
    own = next(name for name, key in keys_by_name().items() if key == "o_chu")
    data = word(f"<w:tbl>{grid}<w:tr>{cell}{cell}</w:tr></w:tbl>",
                styles=styles.replace("KH Ô chữ 13", own))  # fmt: skip
    ((block,),) = (shape.blocks for shape in pages_of("a.docx", data).own)
    assert isinstance(block, Box)
    assert all(1 <= cell.span <= 200 for cell in block.rows[0])


@pytest.mark.parametrize("code", ["-5", "-F0A7", "F" * 5_000, "110000", "D800", "x", ""])
def test_a_sign_whose_code_is_none_is_no_letter(code: str) -> None:
    assert symbol("Arial", code) == ""


@pytest.mark.parametrize("number", ["1e308", "-1e307", "1e999", "9" * 5_000])
def test_a_share_beyond_all_numbers_is_shown_as_it_is_written(number: str) -> None:
    assert Formats(["%"]).shown(number, "0").rstrip("%") in (number, f"{float(number):.0f}00")


@pytest.mark.parametrize(
    "name", ["kehoach-hinh:" + "9" * 5_000, "kehoach-hinh:²", "kehoach-hinh:٣"]
)
def test_a_picture_of_a_page_that_only_calls_itself_ours_is_no_picture(name: str) -> None:
    pages = pages_of("a.html", f"<p>Mục tiêu</p><img src='{name}'>".encode())
    assert [
        block.shown and block.shown.data for block in pages.blocks if isinstance(block, Line)
    ] == [None, b""]


@pytest.mark.parametrize("tag", ["h²", "h٣x", "h"])
def test_a_heading_of_no_depth_is_a_paragraph(tag: str) -> None:
    pages = pages_of("a.html", f"<html><{tag}>Mục tiêu</{tag}>".encode())
    assert "Mục tiêu" in str(pages.blocks)


OWN = f"<html><head>{GENERATOR}</head><body>{{}}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<p class='noi_dung'>Mạng</p>",
        "<img src='data:image/png;base64,eA=='><p>Mạng</p>",
        "<section><table style='--rong: 1'><td class='o_chu'>Mạng</td></table></section>",
        "<section><table style='--rong: 1'><tr><p class='o_chu'>Mạng</p></tr></table></section>",
        "<section><p class='nhan'><span class='nhan'>Mạng</span></p></section><p class='a'>b</p>",
        "<section><p class='noi_dung'>Một</p><p>Mạng</p></section>",
    ],
)
def test_a_page_of_ours_that_somebody_changed_is_read_as_any_page(body: str) -> None:
    pages = pages_of("a.html", OWN.format(body).encode())
    assert not pages.own
    assert "Mạng" in str(pages.blocks)


@pytest.mark.parametrize("number", ["9" * 320, "1.2.3", "1e9", "nan", "."])
def test_a_word_that_stands_on_no_page_is_none(number: str) -> None:
    place = 'xMin="{}" yMin="1.0" xMax="9.0" yMax="9.0"'
    words = "".join(f"<word {place.format(at)}>a</word>" for at in ("1.0", number))
    page = '<page width="595.0" height="{}">' + words + "</page>"
    assert [len(sheet.words) for sheet in sheets_of(page.format("842.0"))] == [1]
    assert sheets_of(page.format(number)) == []


def test_a_signature_of_hundreds_of_lines_in_capitals_is_read_in_one_pass() -> None:
    start = time.process_time()
    text = "I. MỤC TIÊU\nMột.\nNơi nhận:\n- Lưu: VT.\n" + "KT. CHỦ TỊCH\nCHVT.\n" * 500
    drafted(pages_of("a.txt", text.encode()))
    assert time.process_time() - start < 2 * SECOND
