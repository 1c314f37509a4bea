"""`--mo`: what was made is opened by the program that the system has for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kehoach_cli.cli.say import say

_MOST = 3
"""Files that are opened one by one; of more their folder is."""

_SECONDS = 5.0  # for the system to say that it has no program; what opens a file may stay longer


def open_made(files: Sequence[Path]) -> None:
    """Open the files; one sentence where that cannot be done."""
    for path in files if len(files) <= _MOST else [_folder_of(files)]:
        if not _opened(path.resolve()):
            say(f"Không mở được {path} vì máy này chưa có chương trình để mở.", err=True)
            return


def _folder_of(files: Sequence[Path]) -> Path:
    return Path(os.path.commonpath([path.resolve().parent for path in files]))


def _opened(path: Path) -> bool:
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - a file that we wrote, by its own program
            return True
        return _handed_to("open" if sys.platform == "darwin" else "xdg-open", path)
    except OSError:
        return False


def _handed_to(program: str, path: Path) -> bool:
    """Whether the system's opener took the file; it may stay as long as the file is open."""
    found = shutil.which(program)
    if found is None or (sys.platform == "linux" and not _has_display()):
        return False
    process = subprocess.Popen(  # noqa: S603 - no shell, the system's own program
        [found, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True


def _has_display() -> bool:
    """Without a desktop xdg-open would look for a browser in the terminal."""
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
