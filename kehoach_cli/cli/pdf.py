"""Word file → PDF, by the LibreOffice of this machine."""

import hashlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kehoach_cli.cli.programs import BASE_SECONDS, find_office, office_made
from kehoach_cli.cli.workshop import workshop
from kehoach_cli.document.docx.writer import UNDATED
from kehoach_cli.errors import KehoachError

ROW_SECONDS = 0.01

_BY_HAND = "mở tệp Word rồi chọn Lưu thành PDF"
_MISSING = f"Chưa có LibreOffice trên máy này; cài LibreOffice, hoặc {_BY_HAND}."
_FAILED = f"LibreOffice không chuyển được tệp Word sang PDF; hãy {_BY_HAND}."
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)[0-9]{14}([^)]{0,8}\))")
_IDENTITY = re.compile(rb"(?<=[<\/])[0-9A-F]{32}\b")
_DIGIT = re.compile(rb"[0-9]")
_ELEMENT = re.compile(
    rb"(\d+) 0 obj\s*<<\s*/Type\s*/StructElem\s*/S\s*/T([RDH])\b(.*?)endobj", re.DOTALL
)
_KIDS = re.compile(rb"/K\s*\[([^]]*)\]")
_KID = re.compile(rb"(\d+) 0 R")
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def time_limit(rows: int) -> float:
    """Seconds that a document with so many rows of tables may take."""
    return BASE_SECONDS + ROW_SECONDS * rows


def docx_to_pdf(
    data: bytes,
    *,
    issued: date | None = None,
    seconds: float = BASE_SECONDS,
    find: Callable[[], Path | None] = find_office,
) -> bytes:
    """The PDF of a Word file; the same file and LibreOffice give the same bytes.

    `issued`: the day that the PDF names as its own; `seconds`: the time limit (see
    `time_limit`); `find`: what finds the program. Raises KehoachError where there is none, or
    where it fails or is too slow.
    """
    program = find()
    if program is None:
        raise KehoachError(_MISSING)
    with workshop() as folder:
        docx = folder / "van-ban.docx"
        docx.write_bytes(data)
        made = office_made(program, docx, _TAGGED, seconds, _BY_HAND)
    if not made.startswith(b"%PDF-"):
        raise KehoachError(_FAILED)
    return _settled(made, data, issued or UNDATED)


def _settled(pdf: bytes, docx: bytes, issued: date) -> bytes:
    """The PDF with nothing of the clock in it; no byte moves, so its table of places holds."""
    digest = hashlib.sha256(docx).hexdigest().upper().encode("ascii")

    def day(match: re.Match[bytes]) -> bytes:
        zone = _DIGIT.sub(b"0", match[2])
        return b"%s%s000000%s" % (match[1], issued.strftime("%Y%m%d").encode("ascii"), zone)

    body, mark, trailer = _DATE.sub(day, pdf).rpartition(b"trailer")
    return body + mark + _IDENTITY.sub(lambda match: digest[: len(match[0])], trailer)


def lost_rows(pdf: bytes) -> int:
    """How many rows of tables stand on no page of a PDF that LibreOffice made.

    Where all that a page still takes of a table is its heading and one row but for the line below
    them, LibreOffice 7.4 sets the whole table there and shows nothing of what is past the page.
    The tags of the PDF name every row all the same; a row that is not shown holds nothing.
    """
    rows: list[list[bytes]] = []
    shown: set[bytes] = set()
    for number, kind, rest in _ELEMENT.findall(pdf):
        found = _KIDS.search(rest)
        kids = _KID.findall(found[1]) if found else []
        if kind == b"R":
            rows.append(kids)
        elif kids:
            shown.add(number)
    return sum(shown.isdisjoint(cells) for cells in rows)
