"""The bytes of a file → its pages, by what the file is."""

import io
from collections.abc import Sequence

from kehoach_cli.document.docx.base_parts import BadBaseError
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.html.guard import guarded
from kehoach_cli.imports.html.own import GENERATOR, read_own_html
from kehoach_cli.imports.html.pictures import seen_in, with_pictures, without_pictures
from kehoach_cli.imports.html.unseen import unseen
from kehoach_cli.imports.letters.code_pages import converted, decoded, turned_remark
from kehoach_cli.imports.letters.decoding import text_of
from kehoach_cli.imports.pages.model import MOST_BLOCKS, Grid, Pages
from kehoach_cli.imports.xlsx.xml import BadSheetError, is_workbook
from kehoach_cli.source.attach import PictureOpener

MAX_BYTES = 60_000_000
"""Bytes of a file that is looked at."""
ZIP, OLE, PDF, RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf"
_ENCRYPTED, _BOOK, _OLD_BOOK, _TEXT = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "Book\0", "WordDocument")
)
_OPEN_KINDS = {b"opendocument.text": "odt", b"opendocument.spreadsheet": "ods"}
_HTML = (b"<html", b"<!doctype html", b"<body", b"<table", b"<p")
_HEAD, _SAMPLE = 2000, 60_000
_MAX_RAW, _MAX_TEXT = 20_000_000, 8_000_000
"""Bytes of a text, and letters of it that show: some 4,000 pages."""


def is_locked(data: bytes) -> bool:
    """Whether a file of Office is kept shut by a password."""
    return data.startswith(OLE) and _ENCRYPTED in data


def foreign_kind(data: bytes) -> str:
    """What a file is that only another program can read: "doc", "xls", …; "" for the others."""
    if data.startswith(OLE):
        is_book = _TEXT not in data and (_BOOK in data or _OLD_BOOK in data)
        return "xls" if is_book else "doc"
    if data.startswith(PDF):
        return "pdf"
    if data.startswith(RTF):
        return "rtf"
    head = data[:_HEAD] if data.startswith(ZIP) else b""
    return next((kind for mark, kind in _OPEN_KINDS.items() if mark in head), "")


def pages_of(
    name: str,
    data: bytes,
    beside: PictureOpener | None = None,
    tables: Sequence[Grid] = (),
) -> Pages:
    """The pages of a Word, web or plain text file. Raises KehoachError, one sentence.

    `beside`: opens the pictures that stand beside a web page; `tables`: those of a printed file,
    for each of which a line stands in its text.
    """
    if foreign_kind(data):
        raise KehoachError(f"{name} không phải tệp .docx, .html, .txt; hãy lưu lại thành .docx.")
    pages = _office(name, data) if data.startswith(ZIP) else _letters(name, data, beside, tables)
    if not pages.blocks and not pages.own:
        raise KehoachError(f"{name} không có chữ nào; hãy kiểm tra lại tệp.")
    if len(pages.blocks) > MOST_BLOCKS:
        raise KehoachError(f"{name} có hơn {MOST_BLOCKS} đoạn văn, không phải kế hoạch.")
    return pages


def _letters(name: str, data: bytes, beside: PictureOpener | None, tables: Sequence[Grid]) -> Pages:
    """A .csv file, a web page or a plain text."""
    if len(data) > _MAX_RAW:
        raise KehoachError(f"{name} lớn hơn {_MAX_RAW // 1_000_000} MB chữ, không phải kế hoạch.")
    text, remarks = text_of(name, data)
    is_page = any(mark in text[:_HEAD].encode().lower() for mark in _HTML)
    text, held = without_pictures(text) if is_page else (text, [])
    text = guarded(text) if is_page else text
    if len(text) > _MAX_TEXT:
        raise KehoachError(
            f"{name} dài hơn {_MAX_TEXT // 1_000_000} triệu chữ, không phải kế hoạch."
        )
    page = decoded([text[:_SAMPLE]])
    remarks += [turned_remark(page)] if page else []
    text = converted(text, page) if page else text
    for table in tables if page else ():
        table.rows = [[converted(cell, page) for cell in row] for row in table.rows]
    pages = _page(text, held, beside) if is_page else _plain(name, text, tables)
    return Pages(pages.blocks, [*remarks, *pages.remarks], pages.own, pages.about)


def _plain(name: str, text: str, tables: Sequence[Grid]) -> Pages:
    """A plain text, or rows parted by commas."""
    if name.casefold().endswith((".csv", ".tsv")):
        from kehoach_cli.imports.xlsx.reader import read_csv

        try:
            return read_csv(text)
        except BadSheetError as error:
            raise KehoachError(_refused(name, error, "Excel")) from error
    from kehoach_cli.imports.text.reader import read_text

    return read_text(text, tables)


def _page(text: str, held: list[bytes], beside: PictureOpener | None) -> Pages:
    """A web page, one of kehoach's own or of a portal."""
    own = read_own_html(with_pictures(text, held)) if GENERATOR in text[:_HEAD] else None
    if own and own.own:
        return own
    from kehoach_cli.imports.html.reader import read_html

    pages = read_html(text, seen_in(held, beside))
    return Pages(pages.blocks, [*pages.remarks, *unseen(text)])


def _office(name: str, data: bytes) -> Pages:
    """A Word file or a workbook, told by what is in it."""
    from kehoach_cli.imports.docx.reader import read_docx
    from kehoach_cli.imports.xlsx.reader import read_xlsx

    file = io.BytesIO(data)
    program = "Excel" if is_workbook(file) else "Word"
    try:
        return read_xlsx(file) if program == "Excel" else read_docx(file)
    except (BadBaseError, BadSheetError) as error:
        raise KehoachError(_refused(name, error, program)) from error


def _refused(name: str, error: Exception, program: str) -> str:
    """Why a file cannot be read, and what to do unless the reason says it."""
    done = "" if "hãy" in str(error) else f"; hãy mở tệp bằng {program} rồi lưu lại"
    return f"Không đọc được {name}: {error}{done}."
