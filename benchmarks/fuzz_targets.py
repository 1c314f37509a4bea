"""What `fuzz.py` throws inputs at: each target takes bytes, and may raise only what it promises."""

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from openpyxl import Workbook

from kehoach_cli.checks.checker import faults_of, in_words
from kehoach_cli.checks.rules import BY_ID
from kehoach_cli.cli.desk import looked
from kehoach_cli.cli.formats import FORMATS, prepare
from kehoach_cli.cli.load import Loaded
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.merging.batches import batches_of
from kehoach_cli.imports.merging.merged import merged
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.pages.model import Pages
from kehoach_cli.imports.printed.reader import printed_pages
from kehoach_cli.imports.printed.words import sheets_of
from kehoach_cli.imports.proof import faults_in
from kehoach_cli.plan.expressions import PIECE, parse_expression, stray_signs
from kehoach_cli.plan.inline import INLINE, stray_marks
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.reader import Reading, read_plan
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.looked import Looked
from kehoach_cli.reports.as_github import as_github
from kehoach_cli.reports.as_json import AsJson
from kehoach_cli.reports.as_junit import AsJunit
from kehoach_cli.reports.as_sarif import AsSarif
from kehoach_cli.reports.text import report
from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.source.insert import inserted
from kehoach_cli.source.proof import composed, plain
from kehoach_cli.source.remove import removed
from kehoach_cli.source.text import Source, read_source
from kehoach_cli.vietnamese.citation import format_citation, parse_citation
from kehoach_cli.vietnamese.dates import parse_date
from kehoach_cli.vietnamese.money import parse_money
from kehoach_cli.vietnamese.numbers import format_decimal, parse_decimal
from kehoach_cli.vietnamese.percent import parse_percent
from kehoach_cli.vietnamese.periods import parse_period
from kehoach_cli.vietnamese.ratios import parse_quantity
from kehoach_cli.vietnamese.so_ky_hieu import number_around, parse_so_ky_hieu
from kehoach_cli.vietnamese.units import parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable
from kehoach_cli.vietnamese.words import parse_words

ROOT = Path(__file__).parents[1]
_NAME = "ke-hoach.yaml"
_MAX_PATH = 6
_EXAMPLE = 3_000  # letters of the examples of rules that are taken


class WrongError(Exception):
    """Something was read or written otherwise than it must be."""


class Target(NamedTuple):
    """A door of the program. `tokens`: what its inputs are likely to hold."""

    run: Callable[[bytes], None]
    seeds: Sequence[bytes]
    tokens: Sequence[bytes]


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _all(*parsers: Callable[[str], object]) -> Callable[[bytes], None]:
    """Every parser on the text; each reads it or says why it is unreadable."""

    def run(data: bytes) -> None:
        text = _text(data)
        for parse in parsers:
            with suppress(Unreadable, BadPathError):
                parse(text)

    return run


def _amount(text: str) -> None:
    """A figure is read as it was printed; with three decimals it could be thousands."""
    value = parse_decimal(text)
    printed = format_decimal(value)
    with suppress(Unreadable):
        if parse_decimal(printed) != value:
            raise WrongError(f"{text} → {printed}")


def _citation(text: str) -> None:
    format_citation(parse_citation(text))


def _numbers(text: str) -> None:
    for at, char in enumerate(text):
        if char in "/-":
            number_around(text, at, 0)


def _inline(text: str) -> None:
    for found in (INLINE.finditer(text), stray_marks(text), stray_signs(text)):
        list(found)
    for match in PIECE.finditer(text):
        parse_expression(match[1])


def _read(data: bytes) -> None:
    in_words(read_plan(read_source(_NAME, data)).faults)


def _check(data: bytes) -> None:
    findings = _loaded(read_source(_NAME, data)).findings()
    size = len(findings[0].span.source.text) + 1 if findings else 0
    if any(not 0 <= item.span.start <= item.span.end <= size for item in findings):
        raise WrongError("a place outside the file")
    report(findings)
    as_github(findings)
    for collected in (AsJson(), AsJunit(), AsSarif()):
        list(collected.items(_NAME, findings))
        list(collected.last_items())
        collected.around()


def _loaded(source: Source) -> Loaded:
    reading = read_plan(source)
    return Loaded(reading, [*in_words(reading.faults), *faults_of(reading)])


def _insert(data: bytes) -> None:
    """A value at some path of a file, and what stands there taken out.

    The first letters of the data choose the path, the rest up to a zero is the value.
    """
    steps, _, rest = data.partition(b"|")
    value, _, file = rest.partition(b"\0")
    source = read_source(_NAME, file)
    with suppress(CannotWriteError):
        path = _path(plain(composed(source).root), steps[:_MAX_PATH])
        for change in (lambda: inserted(source, path, _text(value)), lambda: removed(source, path)):
            with suppress(CannotWriteError):
                change()


def _path(tree: Any, steps: bytes) -> tuple[str | int, ...]:
    path: list[str | int] = []
    for step in steps:
        keys = list(tree) if isinstance(tree, dict) else range(len(tree or ()))
        if isinstance(tree, str | None) or not keys:
            return (*path, "ten" if step % 2 else step % 3)
        key = keys[step % len(keys)]
        path.append(key)
        tree = tree[key]
    return tuple(path)


def _answer(data: bytes) -> None:
    """An answer to some question of a draft, as `fill` puts it."""
    number, _, answer = data.partition(b"|")
    filling = Filling(_LOOKED, lambda source: looked(_loaded(source)), lambda _source: None)
    asked = filling.questions()
    question = asked[sum(number) % len(asked)]
    heard = question.read(_text(answer))
    if not heard.wrong:
        filling.put(question, _text(answer))


def _import(name: str) -> Callable[[bytes], None]:
    return _drafting(lambda data: pages_of(name, data))


def _drafting(pages: Callable[[bytes], Pages]) -> Callable[[bytes], None]:
    """A draft of the pages that data make, and their rows put into a plan."""

    def run(data: bytes) -> None:
        with suppress(KehoachError):
            draft = drafted(pages(data))
            faults_in(draft)
            if read_plan(Source("", draft.text)).plan is None:
                raise WrongError("a draft that is no plan")
            with suppress(CannotWriteError):
                merged(_PLAN, batches_of(pages(data), {})[0])

    return run


def _printed(data: bytes) -> Pages:
    """What a PDF holds: the words of its pages up to a zero, then what is drawn there."""
    words, _, drawing = data.partition(b"\0")
    text, tables = printed_pages(sheets_of(words.decode("utf-8", "replace")), [drawing])
    return pages_of("a.pdf", text.encode(), tables=tables)


def _import_part(name: str, package: bytes, part: str) -> Callable[[bytes], None]:
    """The data as one part of an office file, packed without harm."""
    read = _import(name)

    def run(data: bytes) -> None:
        read(_with_part(package, part, data))

    return run


def _base(package: bytes, part: str) -> Callable[[bytes], None]:
    """The data as one part of a department's own Word file, by whose looks a plan is printed."""

    def run(data: bytes) -> None:
        with tempfile.NamedTemporaryFile(suffix=".docx") as file:
            file.write(_with_part(package, part, data))
            file.flush()
            with suppress(KehoachError):
                FORMATS["docx"].write(prepare(_LOADED, True, file.name), io.BytesIO())

    return run


def _with_part(package: bytes, part: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, data if name == part else old.read(name))
    return out.getvalue()


def _part(package: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        return file.read(part)


_DRAFT = """\
# Bản nháp
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Hòa An
  trich_yeu: Chuyển đổi số năm 2026   # trích yếu
  ngay_ban_hanh: 05/03/2026
nguon_von: {tinh: Ngân sách tỉnh}
noi_dung:
- muc: Mục tiêu
  doan_van: |
    Đạt [điền tỷ lệ] hồ sơ, **chậm nhất** quý IV; tổng {{ tong.2026 | tien }}.
- muc: Nhiệm vụ
  muc_con:
  - {muc: "Hạ tầng", doan_van: 'Mua 02/05 máy chủ (40%)'}
du_an:
- ten: Mạng LAN
  tong_kinh_phi: 1.500
  von: {2026: {tinh: 1.000}}
- ten: [điền tên]
  chu_tri: Sở Nội vụ
"""
_LOADED = _loaded(read_source(_NAME, _DRAFT.encode()))
_LOOKED: Looked = looked(_LOADED)
_PLAN: Reading = read_plan(read_source(_NAME, _DRAFT.encode()))
_PAPER = """\
UBND TỈNH HÒA AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND\tHòa An, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Chuyển đổi số năm 2026
Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ;
I. MỤC TIÊU
1. Mục tiêu chung
- Đạt 100% hồ sơ;
a) Máy chủ: 47 máy.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn An
PHỤ LỤC
DANH MỤC DỰ ÁN
Đơn vị tính: triệu đồng
TT\tTên dự án\tTổng kinh phí\tNăm 2026
I\tHạ tầng\t2.500\t1.500
1\tMạng LAN\t1.500\t1.000
2\tMáy chủ\t1.000\t500
\tTổng cộng\t2.500\t1.500
"""
_PAGE = (
    "<html><body><h2>I. MỤC TIÊU</h2><p>Một<br><b>Hai</b></p><ol type='I' start='2'><li>x</ol>"
    "<table><tr><th colspan=2>A<th rowspan=2>B</tr><tr><td>TT<td>Tên</tr><tr><td>1<td>c<td>5</tr>"
    "</table></body></html>"
)


def _word() -> bytes:
    document = Document()
    for style in [one for one in document.styles if one.name not in _STYLES]:
        style.delete()
    document.add_heading("I. MỤC TIÊU", 1)
    for line in _PAPER.splitlines():
        document.add_paragraph(line, style="List Number" if line.startswith("1.") else None)
    grid = document.add_table(3, 3)
    for number, cell in enumerate(("TT", "Tên dự án", "Kinh phí", "1", "Mạng", "1.500")):
        grid.cell(number // 3, number % 3).text = cell
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _printed_page() -> bytes:
    """A table of two columns, its words and its lines."""
    words = "".join(
        f'<word xMin="{50 + at % 2 * 60}.000000" yMin="{60 + at // 2 * 20}.000000" '
        f'xMax="{80 + at % 2 * 60}.000000" yMax="{72 + at // 2 * 20}.000000">{word}</word>\n'
        for at, word in enumerate(("TT", "Tên", "1", "Mạng", "2", "Máy"))
    )
    lines = [(48, y, 200, y) for y in (58, 78, 98, 118)] + [(x, 58, x, 118) for x in (48, 100, 200)]
    drawn = "".join(
        f'<path fill="none" stroke="rgb(0%,0%,0%)" d="M {x} {y} L {right} {down}" '
        'transform="matrix(1, 0, 0, 1, 0, 0)"/>'
        for x, y, right, down in lines
    )
    page = f'<page width="595.000000" height="842.000000">{words}</page>'
    return f"{page}\0<svg><page>{drawn}</page></svg>".encode()


def _own(form: str) -> bytes:
    """The draft as kehoach itself prints it."""
    buffer = io.BytesIO()
    FORMATS[form].write(prepare(_LOADED, True), buffer)
    return buffer.getvalue()


def _book() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in _PAPER.splitlines()[-6:]:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in line.split("\t")])
    sheet.merge_cells("C1:D1")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def targets() -> dict[str, Target]:
    """Every target by name; those that take longest last."""
    plans = [path.read_bytes() for path in sorted((ROOT / "plans").glob("*.yaml"))]
    parts = [part[:1_500] for plan in plans for part in re.split(rb"\n(?=\w)", plan)]
    yaml = [_DRAFT.encode(), *parts]
    told = (text for rule in BY_ID.values() for text in (rule.wrong, rule.right))
    examples = [text.encode("utf-8", "surrogateescape") for text in told if len(text) < _EXAMPLE]
    typed = (*_FIGURES, *_MONEY, *_DATES, *_LAWS, "9" * 5_000)
    word, book, paper = _word(), _book(), _PAPER.encode()
    body, sheet = "word/document.xml", "xl/worksheets/sheet1.xml"
    own, page = _own("docx"), re.sub(rb"(?s)(<style>).*?(</style>)", rb"\1\2", _own("html"))
    figures = _all(parse_decimal, parse_percent, parse_words, parse_quantity, parse_unit)
    return {
        "figures": Target(figures, _seeds(_FIGURES), _bytes(_FIGURES)),
        "money": Target(_all(parse_money, _amount), _seeds(_MONEY), _bytes(_MONEY)),
        "dates": Target(_all(parse_date, parse_period), _seeds(_DATES), _bytes(_DATES)),
        "citations": Target(
            _all(parse_so_ky_hieu, _citation, _numbers), _seeds(_LAWS), _bytes(_LAWS)
        ),
        "text": Target(_all(_inline), _seeds(_SIGNS), _bytes(_SIGNS)),
        "reader": Target(_read, yaml, _bytes(_YAML)),
        "insert": Target(_insert, [b"\1\2\3|1.000\0" + one for one in yaml], _bytes(_YAML)),
        "answer": Target(_answer, _seeds((*_MONEY, *_YAML)), _bytes((*_FIGURES, *_DATES))),
        "check": Target(_check, [*yaml, *examples], _bytes((*_YAML, *_SIGNS, *typed))),
        "import txt": Target(_import("a.txt"), [paper], _bytes((*_LAWS, *_MONEY, "\t", "\n"))),
        "import csv": Target(_import("a.csv"), [paper[-300:]], _bytes(("\t", ";", '"', "\n", ","))),
        "import html": Target(_import("a.html"), [_PAGE.encode()], _bytes(_TAGS)),
        "import docx": Target(_import("a.docx"), [word], [b"PK\1\2", b"PK\3\4", b"\xff" * 4]),
        "import xlsx": Target(_import("a.xlsx"), [book], [b"PK\1\2", b"PK\3\4", b"\0" * 4]),
        "import document.xml": Target(
            _import_part("a.docx", word, body), [_part(word, body)], _bytes(_WORD)
        ),
        "import sheet1.xml": Target(
            _import_part("a.xlsx", book, sheet), [_part(book, sheet)], _bytes(_SHEET)
        ),
        "import own docx": Target(
            _import_part("a.docx", own, body), [_part(own, body)], _bytes((*_WORD, *_OWN))
        ),
        "import own html": Target(_import("a.html"), [page], _bytes((*_TAGS, *_OWN))),
        "import pdf": Target(_drafting(_printed), [_printed_page()], _bytes(_PRINTED)),
        "base word/styles.xml": Target(
            _base(own, "word/styles.xml"), [_part(own, "word/styles.xml")], _bytes(_WORD)
        ),
        "base word/document.xml": Target(_base(own, body), [_part(own, body)], _bytes(_WORD)),
        **{
            f"import {name}": Target(
                _import_part("a.docx" if "word" in name else "a.xlsx", package, name),
                [_part(package, name)],
                _bytes(tokens),
            )
            for package, tokens, names in ((word, _WORD, _WORD_PARTS), (book, _SHEET, _BOOK_PARTS))
            for name in names
        },
    }


_STYLES = ("Normal", "Heading 1", "List Number", "Normal Table")
_WORD_PARTS = ("word/numbering.xml", "word/styles.xml", "word/_rels/document.xml.rels")
_BOOK_PARTS = ("xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml")


def _bytes(tokens: Sequence[str]) -> list[bytes]:
    return [token.encode() for token in tokens]


def _seeds(tokens: Sequence[str]) -> list[bytes]:
    return [b"1|" + " ".join(tokens[:3]).encode(), *_bytes(tokens)]


_FIGURES = (
    *(
        "1.234.567,89",
        "0,5",
        "1/2",
        "02/05",
        "100%",
        "99,9 %",
        "\u22125",
        "²",
        "٣",
        "1e9",
        "0x1",
        ".",
    ),
    *("hai mươi mốt", "một trăm linh năm", "không", "rưỡi", "máy", "triệu đồng", "–", " ", ","),
)
_MONEY = (
    *("3,900", "1.450", "12 tỷ", "1 tỷ 500 triệu", "5.000 đồng", "USD", "$", "tr.đ", "nghìn đồng"),
    *("triệu đồng", "-1", "(500)", "1,2,3", "1.2.3", "999999999999999999", "0,", " ", "\u00a0"),
)
_DATES = (
    *("31/12/2026", "29/02/2025", "ngày 05 tháng 3 năm 2026", "quý IV/2026", "2026-2030", "III"),
    *("tháng ", "năm ", "quý ", "đầu ", "cuối ", "6 tháng", "/", "-", "–", " ", "giai đoạn", "0"),
)
_LAWS = (
    *("Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ;", "202/2025/QH15"),
    *("Luật Giao dịch điện tử", "172/KH-UBND", "QĐ-", "/", "số ", "ngày ", "của ", "về việc "),
    *("Ủy ban nhân dân", "TTg", "-CP", "sửa đổi, bổ sung", ";", "(", ")", "năm 2023", "\n", " "),
)
_SIGNS = (
    *("{{ tong.2026 | tien }}", "{{", "}}", "{%", "%}", "{#", "|", "**", "*", "^[", "]", "\\\n"),
    *('ghi("1")', "muc.a.b", "[0]", "'a'*9", "__class__", "(", ")", "\x02", "\x03", "a ", "\u202e"),
)
_YAML = (
    *("- ", ": ", "? ", "&a ", "*a", "<<: ", "!!str ", "|\n", ">-\n", "# ", "'", '"', "[", "]"),
    *("{", "}", ",", "\n", "\r\n", "\t", "  ", "---\n", "...\n", "%YAML 1.1\n", "null", "\ufeff"),
    *("du_an:\n", "ten: ", "von: ", "kem_tep: a.yaml", "doan_van: ", "muc_con:\n", "bang: ", "\0"),
    *("{{ tong }}", "\u0301", "\u2028", "\x85", "\u202e", "2026", "1.000", "kehoach: bỏ qua KH401"),
)
_TAGS = (
    *("<table>", "</table>", "<tr>", "<td rowspan=99999999>", "<td colspan=-1>", "<ol start=9e9>"),
    *("<li>", "</li>", "<b>", "<p>", "<script>", "<!--", "-->", "<![CDATA[", "&#0;", "&#x110000;"),
    *("&lt", "<ul>", "<br>", "<h1>", "<style>", "<ol type=a start=-5>", "<td colspan=0>", "\0"),
)
_WORD = (
    *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>"),
    *("</w:tr>", "<w:tc>", "</w:tc>", '<w:gridSpan w:val="99999999"/>', '<w:vMerge w:val="x"/>'),
    *('<w:ilvl w:val="-1"/>', '<w:numId w:val="9"/>', "<w:tab/>", "<w:br/>", "&amp;", "&#1;"),
    *("<w:del>", "</w:del>", "<!DOCTYPE a>", '<w:footnoteReference w:id="7"/>', "<w:tcPr>"),
)
_SHEET = (
    *('<row r="0">', "</row>", '<c r="ZZZ9999999" t="s">', '<c r="A1" t="e">', "</c>", "<v>", "9e"),
    *("</v>", '<mergeCell ref="A1:XFD1048576"/>', '<dimension ref="A1:XFD1048576"/>', 't="d"'),
    *("<f>", "</f>", "1e999", "-1", "NaN", 't="b"', 's="1"', 's="99"', "<is><t>", "</t></is>"),
)
_OWN = (
    *(
        'w:val="muc_1"',
        'w:val="noi_dung"',
        '<w:pStyle w:val="phu_luc"/>',
        'class="muc_2"',
        "kehoach",
    ),
    *(
        '<w:bookmarkStart w:id="1" w:name="_a"/>',
        "<w:instrText>REF _a \\h</w:instrText>",
        "<p>",
        "id=",
    ),
    *('class="noi_nhan"', 'data-muc="9"', "colspan=2", "Điều 1.", "QUYẾT ĐỊNH:", "PHỤ LỤC", "Số"),
)
_PRINTED = (
    *('<word xMin="', '" yMin="', "</word>", "<page ", "</page>", "9" * 320, "-", "0.000001", "\0"),
    *(
        "M 1 1 L 9 9",
        "e308",
        "matrix(1e308 0 0 1 0 0)",
        "<svg>",
        "<pageSet>",
        "Z",
        "H",
        "&#0;",
        "\f",
    ),
    *('<rect x="1" width="1e999"/>', "1e-400", "nan", "</g>", "<defs>", "99999999", "•", "- "),
)
