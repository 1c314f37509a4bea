"""Word file → PDF, by the LibreOffice of this machine."""

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from kehoach_cli.cli.office_profile import profile_in
from kehoach_cli.cli.workshop import workshop
from kehoach_cli.document.docx.writer import UNDATED
from kehoach_cli.errors import KehoachError

BASE_SECONDS = 60.0
ROW_SECONDS = 0.01

_NAMES = ("soffice", "libreoffice")
_BY_HAND = "mở tệp Word rồi chọn Lưu thành PDF"
_MISSING = f"Chưa có LibreOffice trên máy này; cài LibreOffice, hoặc {_BY_HAND}."
_FAILED = f"LibreOffice không chuyển được tệp Word sang PDF; hãy {_BY_HAND}."
_LATE = "LibreOffice chạy quá {seconds:.0f} giây mà chưa xong nên đã bị dừng; hãy {by_hand}."
_NO_ROOM = "Chưa ghi được tệp tạm để chuyển sang PDF ({reason}); hãy dọn bớt đĩa rồi chạy lại."
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)[0-9]{14}([^)]{0,8}\))")
_IDENTITY = re.compile(rb"(?<=[<\/])[0-9A-F]{32}\b")
_DIGIT = re.compile(rb"[0-9]")
_ELEMENT = re.compile(
    rb"(\d+) 0 obj\s*<<\s*/Type\s*/StructElem\s*/S\s*/T([RDH])\b(.*?)endobj", re.DOTALL
)
_KIDS = re.compile(rb"/K\s*\[([^]]*)\]")
_KID = re.compile(rb"(\d+) 0 R")
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_STOPPING = 10.0  # seconds for a stopped program to go away


def time_limit(rows: int) -> float:
    """Seconds that a document with so many rows of tables may take."""
    return BASE_SECONDS + ROW_SECONDS * rows


def usual_places() -> list[Path]:
    """Where LibreOffice stands on Windows, macOS and, from its own packages, Linux."""
    variables = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
    homes = [Path(home) for home in map(os.environ.get, variables) if home]
    windows = [
        home / "LibreOffice" / "program" / name
        for home in homes
        for name in ("soffice.com", "soffice.exe")
    ]
    inside = Path("Applications/LibreOffice.app/Contents/MacOS/soffice")
    mac = [Path("/") / inside, Path(os.path.expanduser("~")) / inside]  # noqa: PTH111 - never raises
    return [*windows, *mac, *sorted(Path("/opt").glob("libreoffice*/program/soffice"))]


def find_office(path: str | None = None, places: Iterable[Path] | None = None) -> Path | None:
    """LibreOffice's program: on a search path (None: PATH), else in one of the places.

    What stands in the current folder alone is not taken: it may come from anyone.
    """
    found = (shutil.which(name, path=path) for name in _NAMES)
    on_path = (Path(name) for name in found if name and Path(name).is_absolute())
    fixed = (place for place in (usual_places() if places is None else places) if place.is_file())
    return next(on_path, None) or next(fixed, None)


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
    try:
        with workshop() as folder:
            made = _convert(data, program, seconds, folder)
    except OSError as error:
        raise KehoachError(_NO_ROOM.format(reason=error.strerror or error)) from error
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


def _convert(data: bytes, program: Path, seconds: float, folder: Path) -> bytes:
    """Run LibreOffice with a profile of its own, so that an open window does not take the job."""
    docx, pdf = folder / "van-ban.docx", folder / "van-ban.pdf"
    docx.write_bytes(data)
    options = ["--headless", "--norestore", profile_in(folder)]
    work = ["--convert-to", _TAGGED, "--outdir", str(folder), str(docx)]
    status = run_program([str(program), *options, *work], seconds, folder)
    made = pdf.read_bytes() if status == 0 and pdf.is_file() else b""
    if not made.startswith(b"%PDF-"):
        raise KehoachError(_FAILED)
    return made


def run_program(command: list[str], seconds: float, folder: Path) -> int:
    """The program's exit status. It never outlives this call, whatever ends it."""
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell; the program is the user's own
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise KehoachError(_FAILED) from error
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        message = _LATE.format(seconds=seconds, by_hand=_BY_HAND)
        raise KehoachError(message) from error
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started: `soffice` is a script that starts the real one."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        if sys.platform == "win32":
            system = Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "System32"
            command = [str(system / "taskkill.exe"), "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(_STOPPING)
