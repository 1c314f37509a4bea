"""Word files and workbooks that tests make."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from docx import Document
from openpyxl import Workbook

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, **parts: str) -> bytes:
    """A Word file whose body is given as XML; parts by name, "numbering" or "footnotes"."""
    document = Document()
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        files = {name: package.read(name) for name in package.namelist()}
    files["word/document.xml"] = (
        f'<?xml version="1.0"?><w:document {_W}><w:body>{body}</w:body></w:document>'.encode()
    )
    rels = files["word/_rels/document.xml.rels"].decode()
    for name, xml in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {_W}>{xml}</w:{name}>".encode()
        kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"
        extra = f'<Relationship Id="x{name}" Type="{kind}" Target="{name}.xml"/>'
        if f'"{name}.xml"' not in rels:
            rels = rels.replace("</Relationships>", f"{extra}</Relationships>")
    files["word/_rels/document.xml.rels"] = rels.encode()
    return zipped(files)


def zipped(files: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


def changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A package with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    change(files)
    return zipped(files)


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph as XML."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def table(*rows: str) -> str:
    """A table as XML; cells are parted by "|"."""
    cells = ("".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row.split("|")) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def workbook(rows: Sequence[Sequence[Any]], title: str = "DA") -> Workbook:
    """A workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_texts(texts: str, number: int) -> bytes:
    """A workbook whose cell B2 shows one of the shared texts, given as XML."""

    def change(files: dict[str, bytes]) -> None:
        rels, sheet = "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
        link = '<Relationship Id="t" Type="x/sharedStrings" Target="/xl/texts.xml"/>'
        files[rels] = files[rels].replace(b"</Rel", link.encode() + b"</Rel")
        files["xl/texts.xml"] = f"<sst>{texts}</sst>".encode()
        cell = f'<c r="B2" t="s"><v>{number}</v></c><c r="C2"'.encode()
        files[sheet] = re.sub(rb'<c r="B2".*?<c r="C2"', cell, files[sheet])

    rows: list[list[Any]] = [["STT", "Tên dự án", "Chủ trì", "Kinh phí"], [1, "A", "B", 5]]
    return changed(saved(workbook(rows)), change)
