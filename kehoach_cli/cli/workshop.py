"""A folder in which another program works for us: gone afterwards, even after a kill.

As long as a run holds its folder, it holds a lock on it; the next run that needs one sweeps away
those without. Other users' folders, and those just made, are left alone.
"""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kehoach_cli.cli.placing import entries_named, lock
from kehoach_cli.cli.reading import reason_of
from kehoach_cli.errors import KehoachError
from kehoach_cli.patterns import pattern

_BEGIN = "kehoach-"
_OURS = pattern(r"kehoach-[0-9a-z_]{8}")
_NO_ROOM = "Chưa ghi được tệp tạm ({reason}); hãy dọn bớt đĩa rồi chạy lại."
_NEW = 60.0  # seconds in which a run has certainly locked its folder


@contextlib.contextmanager
def workshop() -> Iterator[Path]:
    """The folder. Raises KehoachError where none can be made, or written to."""
    try:
        _sweep(Path(tempfile.gettempdir()))
        with contextlib.ExitStack() as stack:
            made = tempfile.TemporaryDirectory(prefix=_BEGIN, ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(made))
            _hold(folder, stack)
            yield folder
    except OSError as error:
        raise KehoachError(_NO_ROOM.format(reason=reason_of(error))) from error


def _hold(folder: Path, stack: contextlib.ExitStack) -> bool:
    """Lock a folder until the stack ends; whether that could be done."""
    if os.name == "nt":
        return False  # a folder that a program works in cannot be deleted there
    handle = os.open(folder, os.O_RDONLY)
    stack.callback(os.close, handle)
    return lock(handle) is True


def _sweep(place: Path) -> None:
    for entry in entries_named(_OURS, place):
        if entry.is_dir(follow_symlinks=False):
            _sweep_one(Path(entry.path))


def _sweep_one(folder: Path) -> None:
    import shutil  # tempfile has it already

    with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
        found = folder.stat()
        is_own = os.name == "nt" or found.st_uid == os.getuid()
        if is_own and time.time() - found.st_mtime > _NEW and _hold(folder, stack):
            shutil.rmtree(folder, ignore_errors=True)
