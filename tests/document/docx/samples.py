"""Small Documents, and their Word files to be looked into or spoilt."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kehoach_cli.cli.resources import layout
from kehoach_cli.document.docx.writer import write_docx
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import (
    APPENDIX,
    TABLE,
    Block,
    Cell,
    Column,
    Document,
    Number,
    Paragraph,
    Properties,
    Row,
    Rule,
    Run,
    Section,
    Table,
)
from kehoach_cli.installed import templates
from kehoach_cli.plan.scheme import Scheme, parse_scheme

LAW = layout()
BODY, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def scheme(text: str = "I/1/a)") -> Scheme:
    """The levels of a scheme that is known to be right."""
    levels = parse_scheme(text)
    assert levels is not None
    return levels


def paragraph(text: str, style: str = "noi_dung", number: Number | None = None) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(style, (Run(text),), number)


def document(*blocks: Block, schemes: Iterable[str] = ("I/1/a)",)) -> Document:
    """A document of one portrait section, by default of one paragraph."""
    return Document((Section(blocks or (paragraph("Nội dung"),)),), tuple(map(scheme, schemes)))


def table(*rows: Row, header: tuple[Row, ...] = (), widths: Iterable[float] = (20, 100)) -> Table:
    """A table whose first column is centred, the others plain text."""
    styles = ["o_giua"] + ["o_chu"] * 20
    columns = tuple(Column(width, style) for width, style in zip(widths, styles, strict=False))
    return Table(columns, rows, header)


def written(found: Document, law: Layout = LAW) -> bytes:
    """Its Word file."""
    out = io.BytesIO()
    write_docx(found, law, templates() / "docx", out)
    return out.getvalue()


def part(data: bytes, name: str = BODY) -> str:
    """The text of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def tree(data: bytes, name: str = BODY) -> Element:
    """The root of a part."""
    return ElementTree.fromstring(part(data, name))  # noqa: S314 - our own file


def body_of(*blocks: Block) -> str:
    """The XML of a document of these blocks, up to its section."""
    text = part(written(document(*blocks)))
    return text.partition("<w:body>")[2].partition("<w:sectPr>")[0]


def edited(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with the first such text in a part replaced; it must be there."""
    text = part(data, name)
    assert old in text, f"{old} is not in {name}"
    return repacked(data, {name: text.replace(old, new, 1)})


def repacked(data: bytes, changes: dict[str, str | None]) -> bytes:
    """The file with parts of another text, new ones too, or (None) without them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        texts: dict[str, str | None] = {n: old.read(n).decode("utf-8") for n in old.namelist()}
        for name, text in (texts | changes).items():
            if text is not None:
                new.writestr(name, text)
    return out.getvalue()


HEADER: tuple[Row, ...] = (
    (Cell("TT", "o_dau_bang", down="start"), Cell("Kinh phí", "o_dau_bang", span=2)),
    (Cell("", "o_dau_bang", down="on"), Cell("2014", "o_dau_bang"), Cell("2015", "o_dau_bang")),
)
MERGED = table(
    (Cell("I. Hạ tầng", "o_nhom", span=3),),
    ("1", "Mạng LAN", "- Máy chủ\n+ Máy trạm"),
    header=HEADER,
    widths=(12, 60, 60),
)
"""A heading tree of two rows, a group row, bullets in a cell."""


def everything() -> Document:
    """One of each: lists, tables in tables, notes, references, two sections of two shapes."""
    note = Run("có dấu", note=(Run("Chú thích"),))
    urgent = Table((Column(20, "dau_khung"),), (("KHẨN",),), row_height=8, centred=True)
    head = Table(
        (Column(65, "co_quan_ban_hanh"), Column(100, "quoc_hieu")),
        (("UBND TỈNH", Cell((paragraph("CỘNG HÒA", "quoc_hieu"), Rule(40, 100), urgent))),),
        borders=False,
    )
    body: tuple[Block, ...] = (
        head,
        paragraph("KẾ HOẠCH", "ten_loai"),
        Paragraph("muc_la_ma", (Run("MỤC TIÊU"),), Number(0, 1), anchor="muc-1"),
        paragraph("Mục tiêu chung", "khoan", Number(1, 1)),
        *(paragraph(f"Việc {n}", "diem", Number(2, n)) for n in range(1, 7)),
        Paragraph("noi_dung", (Run("Chữ "), Run("đậm", bold=True), Run(" rồi "), note)),
        paragraph("gạch", "gach_dau_dong"),
        Paragraph("noi_dung", (Run("Mục "), Run("I", target="muc-1", shows="muc-1"))),
        Paragraph("ten_bang", (Run("Lộ trình"),), Number(TABLE, 1), anchor="bang-1"),
        MERGED,
        Paragraph("noi_dung", (Run("Bảng 1", target="bang-1", shows="bang-1"),)),
    )
    appendix = (
        paragraph("DANH MỤC", "phu_luc", Number(APPENDIX, 1)),
        paragraph("Phần một", "muc_la_ma", Number(0, 1, 1)),
        MERGED,
    )
    return Document(
        (
            Section(body, hide_first_number=True),
            Section(appendix, landscape=True, restart=True),
        ),
        (scheme(), scheme("I/1")),
        Properties("Kế hoạch", "UBND tỉnh", "Số 1/KH-UBND", date(2014, 11, 1)),
    )
