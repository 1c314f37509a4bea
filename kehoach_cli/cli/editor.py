"""A long text, written in the user's own editor."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from kehoach_cli.cli.workshop import workshop
from kehoach_cli.errors import KehoachError

_USUAL = ("notepad",) if os.name == "nt" else ("sensible-editor", "nano", "vim", "vi")
_NONE = "Không mở được trình soạn thảo; đặt biến EDITOR, hoặc gõ ngay tại đây."
_BEFORE = 10**9  # seconds; any time long past


def edited(text: str) -> str | None:
    """The text as the editor leaves it; None where it was not saved.

    Raises KehoachError where there is no editor or it fails.
    """
    with workshop() as folder:
        file = folder / "soan.txt"
        file.write_text(text, encoding="utf-8")
        os.utime(file, (_BEFORE, _BEFORE))
        try:
            status = _run(file)
        except (OSError, ValueError) as error:
            raise KehoachError(_NONE) from error
        if status:
            raise KehoachError(_NONE)
        is_saved = file.stat().st_mtime != _BEFORE
        return file.read_text(encoding="utf-8-sig", errors="replace") if is_saved else None


def _run(file: Path) -> int:
    """The editor's exit status: of VISUAL or EDITOR, else of the first that this machine has."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    command = shlex.split(named, posix=os.name != "nt") if named else [_first()]
    return subprocess.call([*command, str(file)])  # noqa: S603 - no shell; the user's own program


def _first() -> str:
    found = (shutil.which(name) for name in _USUAL)
    return next((name for name in found if name and Path(name).is_absolute()), _USUAL[-1])
