"""Files of other kinds → what `import` reads, by programs that this machine may have."""

import time
from pathlib import Path

from kehoach_cli.cli import programs
from kehoach_cli.cli.programs import BASE_SECONDS
from kehoach_cli.cli.workshop import workshop
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.printed.reader import printed_pages
from kehoach_cli.imports.printed.words import Sheet, alike, sheets_of

_KINDS = {
    "doc": ("Word đời cũ", "Word", "docx"),
    "xls": ("Excel đời cũ", "Excel", "xlsx"),
    "rtf": ("RTF", "Word", "docx"),
    "odt": ("OpenDocument", "LibreOffice", "docx"),
    "ods": ("OpenDocument", "LibreOffice", "xlsx"),
}
_FIELD, _NO_FIELD = rb"\fldinst", rb"\fldnone"
"""LibreOffice does what fields of RTF ask, and puts pictures of this machine into what it makes;
what they showed last stands behind them."""
_NO_POPPLER = (
    "{name} là tệp PDF; chép chữ ra tệp .txt, hoặc cài poppler-utils (pdftotext) rồi chạy lại."
)
_BY_HAND = "mở tệp ấy bằng chương trình của nó rồi lưu thành .docx, .txt"
_BATCH, _MOST_PAGES = 25, 500  # pages that are drawn at once, and in all
_DRAW_SECONDS, _MOST_BYTES = 20.0, 64_000_000
"""For the lines of all pages; of the drawing of those of a batch, of the words of all."""
_TOO_LONG = "{name} có quá nhiều chữ, không phải kế hoạch; hãy tách thành nhiều tệp PDF."
_LOCKED, _LOCK = (
    "{name} có mật khẩu; mở bằng mật khẩu, lưu thành PDF không khóa rồi nhập.",
    b"/Encrypt",
)
_SCANNED = (
    "{name} không có chữ, chỉ có hình (bản quét); hãy nhận dạng chữ (OCR), lưu thành .docx, .txt "
    "rồi nhập."
)
_BROKEN = "{name} hỏng hoặc chưa tải hết; hãy lấy lại tệp, hoặc chép chữ ra tệp .txt."
_FAILED = f"Không chuyển được {{name}}; hãy {_BY_HAND}."


def made_new(name: str, data: bytes, kind: str) -> bytes:
    """The .docx or .xlsx of a file of another kind: "doc", "xls", "rtf", "odt", "ods".

    Raises KehoachError where LibreOffice cannot make it.
    """
    what, own, suffix = _KINDS[kind]
    program = programs.find_office()
    if program is None:
        raise KehoachError(
            f"{name} là tệp {what}; mở trong {own} rồi lưu thành .{suffix}, hoặc cài LibreOffice "
            "rồi chạy lại."
        )
    with workshop() as home:
        old = home / f"van-ban.{kind}"
        old.write_bytes(data.replace(_FIELD, _NO_FIELD) if kind == "rtf" else data)
        return _made(programs.office_made(program, old, suffix, BASE_SECONDS, _BY_HAND), name)


def text_of_pdf(name: str, data: bytes) -> tuple[bytes, list[Grid]]:
    """The text of a PDF and the tables that lines draw in it, for each of which a line stands in
    the text. Raises KehoachError where pdftotext is not there or fails."""
    program = programs.find_pdftotext()
    if program is None:
        raise KehoachError(_NO_POPPLER.format(name=name))
    with workshop() as home:
        made = home / "van-ban.html"
        (home / "van-ban.pdf").write_bytes(data)
        command = [program, "-bbox", "-enc", "UTF-8", "van-ban.pdf", made.name]
        programs.run_program(command, BASE_SECONDS, home, _BY_HAND)
        if made.is_file() and made.stat().st_size > _MOST_BYTES:
            raise KehoachError(_TOO_LONG.format(name=name))
        words = made.read_text("utf-8", errors="replace") if made.is_file() else ""
        sheets = sheets_of(words)
        if not any(sheet.words for sheet in sheets):
            said = _SCANNED if sheets else _LOCKED if _LOCK in data else _BROKEN
            raise KehoachError(said.format(name=name))
        text, tables = printed_pages(sheets, _drawings(home, sheets))
    return text.encode(), tables


def _drawings(home: Path, sheets: list[Sheet]) -> list[bytes]:
    """The pages of the PDF as drawn, some of one size in each: nothing is drawn outside of the
    first page's. None where they are too many, or cannot be had in time:
    tables are then known by the places of their words."""
    program = programs.find_pdftocairo()
    if program is None or len(sheets) > _MOST_PAGES:
        return []
    found: list[bytes] = []
    drawing, until = home / "trang.svg", time.monotonic() + _DRAW_SECONDS
    for first, last in alike(sheets, _BATCH):
        numbers = ["-f", str(first), "-l", str(last)]
        command = [program, "-svg", *numbers, "van-ban.pdf", drawing.name]
        drawing.unlink(missing_ok=True)
        try:
            programs.run_program(command, max(until - time.monotonic(), 0.0), home, _BY_HAND)
        except KehoachError:
            return []
        if not drawing.is_file() or drawing.stat().st_size > _MOST_BYTES:
            return []
        found.append(drawing.read_bytes())
    return found


def _made(data: bytes, name: str) -> bytes:
    """What a program made; nothing counts as a failure."""
    if not data.strip():
        raise KehoachError(_FAILED.format(name=name))
    return data
