"""The bytes of a file → its pages, by what the file is."""

import io

from kehoach_cli.document.docx.base_parts import BadBaseError
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.pages import Pages, Remark
from kehoach_cli.source.text import read_source

MAX_BYTES = 60_000_000
"""Bytes of a file that is looked at."""
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = (b"<html", b"<!doctype html", b"<body", b"<table", b"<p")
_HEAD = 2000
_MAX_TEXT = 20_000_000


def is_locked(data: bytes) -> bool:
    """Whether a file of Office is kept shut by a password."""
    return data.startswith(OLE) and _ENCRYPTED in data


def pages_of(name: str, data: bytes) -> Pages:
    """The pages of a Word, web or plain text file. Raises KehoachError, one sentence."""
    if data.startswith(ZIP):
        return _office(name, data)
    if data.startswith((OLE, PDF)):
        raise KehoachError(f"{name} không phải tệp .docx, .html, .txt; hãy lưu lại thành .docx.")
    if len(data) > _MAX_TEXT:
        raise KehoachError(f"{name} lớn hơn {_MAX_TEXT // 1_000_000} MB chữ, không phải kế hoạch.")
    source = read_source(name, data)
    if name.casefold().endswith((".csv", ".tsv")):
        from kehoach_cli.imports.sheet_reader import read_csv

        pages = read_csv(source.text)
    elif any(mark in data[:_HEAD].lower() for mark in _HTML):
        from kehoach_cli.imports.html_reader import read_html

        pages = read_html(source.text)
    else:
        from kehoach_cli.imports.text_reader import read_text

        pages = read_text(source.text)
    if source.bad_bytes:
        lost = f"{len(source.bad_bytes)} chữ không phải UTF-8"
        pages.remarks.append(Remark("tệp", lost, "in ra là �; hãy lưu tệp dạng UTF-8"))
    if not pages.blocks:
        raise KehoachError(f"{name} không có chữ nào; hãy kiểm tra lại tệp.")
    return pages


def _office(name: str, data: bytes) -> Pages:
    """A Word file or a workbook, told by what is in it."""
    from kehoach_cli.imports.docx_reader import read_docx
    from kehoach_cli.imports.sheet_reader import read_xlsx
    from kehoach_cli.imports.sheet_xml import BadSheetError

    try:
        is_book = b"xl/workbook.xml" in data
        pages = read_xlsx(io.BytesIO(data)) if is_book else read_docx(io.BytesIO(data))
    except (BadBaseError, BadSheetError) as error:
        raise KehoachError(
            f"Không đọc được {name}: {error}; hãy mở tệp bằng Word, Excel rồi lưu lại."
        ) from error
    if not pages.blocks:
        raise KehoachError(f"{name} không có chữ nào; hãy kiểm tra lại tệp.")
    return pages
