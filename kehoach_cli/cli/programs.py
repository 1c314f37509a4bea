"""Programs of this machine that work for us: found, run in a folder, stopped in time."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from kehoach_cli.cli.office_profile import profile_in
from kehoach_cli.errors import KehoachError

BASE_SECONDS = 60.0

_OFFICE = ("soffice", "libreoffice")
_FAILED = "{name} không chạy được; hãy {by_hand}."
_LATE = "{name} chạy quá {seconds:.0f} giây mà chưa xong nên đã bị dừng; hãy {by_hand}."
_STOPPING = 10.0  # seconds for a stopped program to go away


def _usual_places() -> list[Path]:
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
    found = (shutil.which(name, path=path) for name in _OFFICE)
    on_path = (Path(name) for name in found if name and Path(name).is_absolute())
    fixed = (place for place in (_usual_places() if places is None else places) if place.is_file())
    return next(on_path, None) or next(fixed, None)


def find_pdftotext() -> str | None:
    """What reads the text of a PDF: on PATH, not in the current folder alone."""
    return _on_path("pdftotext")


def find_pdftocairo() -> str | None:
    """What draws the lines of a PDF, likewise."""
    return _on_path("pdftocairo")


def _on_path(name: str) -> str | None:
    found = shutil.which(name)
    return found if found and Path(found).is_absolute() else None


def office_made(program: Path, file: Path, form: str, seconds: float, by_hand: str) -> bytes:
    """What LibreOffice makes of a file in the file's own folder, empty where it makes nothing.

    `form`: the suffix, and behind a colon how to write it; `seconds`: the time limit; `by_hand`:
    see `run_program`. It has a profile of its own there, so that an open window does not take the
    job. Raises KehoachError, OSError.
    """
    folder, suffix = file.parent, form.partition(":")[0]
    options = ["--headless", "--norestore", profile_in(folder)]
    work = ["--convert-to", form, "--outdir", str(folder), str(file)]
    status = run_program([str(program), *options, *work], seconds, folder, by_hand)
    made = file.with_suffix(f".{suffix}")
    return made.read_bytes() if status == 0 and made.is_file() else b""


def run_program(command: list[str], seconds: float, folder: Path, by_hand: str) -> int:
    """The program's exit status. It never outlives this call, whatever ends it.

    `by_hand`: what a person can do without it, in Vietnamese. Raises KehoachError where it cannot
    be started or takes too long.
    """
    name = Path(command[0]).stem
    name = "LibreOffice" if name in _OFFICE else name
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
        raise KehoachError(_FAILED.format(name=name, by_hand=by_hand)) from error
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        message = _LATE.format(name=name, seconds=seconds, by_hand=by_hand)
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
