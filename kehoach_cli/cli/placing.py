"""Bytes put in a file's place in one step: nobody ever sees half of them, nothing is left beside.

Where the system can (Linux), they are written to a file without a name, which goes when the
process does, however that ends. Elsewhere, and for the moment in which an old file gives way, the
new one stands beside its place under a name of ours, with a lock on it. One that has such a name
and no lock is left of a run that was killed; the next run that writes in the folder sweeps it away.
"""

import contextlib
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

from kehoach_cli.errors import KehoachError
from kehoach_cli.patterns import pattern

try:
    from fcntl import LOCK_EX, LOCK_NB, flock

    HAS_LOCKS = True
except ImportError:  # Windows, where an open file cannot be deleted
    HAS_LOCKS = False

_OURS = pattern(r"\.kehoach-[0-9a-z_]{8,16}\.tmp")
_OLD = 3600.0  # seconds after which a file whose lock cannot be told is nobody's
_PATIENCE, _PAUSE = 60.0, 0.02  # seconds
_PERMISSIONS = 0o777
_FLAGS = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def put(path: Path, make: Callable[[BinaryIO], object], *, anew: bool = False) -> None:
    """Write a file beside its place, then put it there. `anew`: only where nothing is.

    Whatever fails, the old file stays as it was. Its owner, permissions and attributes stay; its
    other hard links keep the old bytes. Raises OSError, FileExistsError where something is.
    """
    sweep(path.parent.absolute())
    # Nobody else may read what takes an older file's place, until it has its permissions.
    mode = 0o600 if path.exists() else 0o666
    if not _put_nameless(path, make, mode, anew=anew):
        _put_beside(path, make, mode, anew=anew)


def _put_nameless(path: Path, make: Callable[[BinaryIO], object], mode: int, *, anew: bool) -> bool:
    """`put` by a file that stands in no folder; whether this system has such files."""
    file = _nameless(path.parent, mode)
    if file is None:
        return False
    with file:
        _write(file, make, path)
        try:
            if anew or not os.path.lexists(path):
                _link(file.fileno(), path)
                return True
            name = _free_name(path.parent)
            _link(file.fileno(), name)
        except OSError as error:  # no such names here, or somebody was faster
            if anew and isinstance(error, FileExistsError):
                raise
            return False
        try:
            name.replace(path)
        finally:
            name.unlink(missing_ok=True)
    return True


def _put_beside(path: Path, make: Callable[[BinaryIO], object], mode: int, *, anew: bool) -> None:
    """`put` by a file with a name of ours and a lock."""
    with contextlib.ExitStack() as stack:
        file, name = _named(path.parent, mode, stack)
        _write(file, make, path)
        if not HAS_LOCKS:
            file.close()  # Windows moves no open file; elsewhere the lock holds to the end
        if anew:
            _named_anew(name, path)
        else:
            name.replace(path)


def _write(file: BinaryIO, make: Callable[[BinaryIO], object], path: Path) -> None:
    make(file)
    file.flush()
    os.fsync(file.fileno())
    _take_after(path, file.fileno())


def _nameless(folder: Path, mode: int) -> BinaryIO | None:
    """A locked file without a name; None where the system has none."""
    if not hasattr(os, "O_TMPFILE"):
        return None
    try:
        handle = os.open(folder, _FLAGS | os.O_TMPFILE, mode)
    except OSError:
        return None
    lock(handle)  # before it has a name that somebody could sweep
    return os.fdopen(handle, "w+b")


def _link(handle: int, path: Path) -> None:
    """Give a file without a name one that nothing has. Raises OSError."""
    os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle, follow_symlinks=True)


def _named(folder: Path, mode: int, stack: contextlib.ExitStack) -> tuple[BinaryIO, Path]:
    """A new locked file and its name; both go with the stack."""
    while True:
        name = _free_name(folder)
        handle = os.open(name, _FLAGS | os.O_CREAT | os.O_EXCL, mode)
        stack.callback(name.unlink, missing_ok=True)
        file = stack.enter_context(os.fdopen(handle, "w+b"))
        if lock(handle) is not False and os.fstat(handle).st_nlink:
            return file, name  # else somebody swept between these lines


def _free_name(folder: Path) -> Path:
    return folder / f".kehoach-{os.urandom(8).hex()}.tmp"


def lock(handle: int) -> bool | None:
    """Lock a file for this process alone; False where another one has it, None where none can."""
    if not HAS_LOCKS:
        return None
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk without locks
        return None
    return True


def _named_anew(name: Path, path: Path) -> None:
    """Give a file a name that nothing has; raises FileExistsError where something has it."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links, as a stick is
        path.open("xb").close()
        name.replace(path)


def _take_after(path: Path, handle: int) -> None:
    """Give a new file the owner, permissions and attributes of the one whose place it takes."""
    try:
        old = path.stat()
    except OSError:
        return
    if not hasattr(os, "fchown"):
        return  # Windows keeps what the folder gives
    mode = old.st_mode & _PERMISSIONS
    new = os.fstat(handle)
    try:
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            os.fchown(handle, old.st_uid, old.st_gid)
    except OSError:  # only root gives files away; a group of one's own may be kept
        try:
            os.fchown(handle, -1, old.st_gid)
        except OSError:
            mode &= ~stat.S_IRWXG  # another group would get what was not its own
    os.fchmod(handle, mode)
    _copy_attributes(path, handle)


def _copy_attributes(path: Path, handle: int) -> None:
    """The extended attributes, access lists among them, as far as the system lets them be set."""
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(path):
                with contextlib.suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(path, name))


@cache
def sweep(folder: Path) -> None:
    """Delete what runs that were killed left in a folder; once a run, for folders may be large."""
    for entry in entries_named(_OURS, folder):
        if entry.is_file(follow_symlinks=False):
            _sweep_one(Path(entry.path))


def entries_named(names: re.Pattern[str], folder: Path) -> Iterator[os.DirEntry[str]]:
    """What has such a name in a folder; nothing where the folder cannot be read."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        yield from (entry for entry in entries if names.fullmatch(entry.name))


def _sweep_one(path: Path) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            locked = lock(handle)
            age = time.time() - os.fstat(handle).st_mtime
            if locked:
                path.unlink()
        finally:
            os.close(handle)
        if locked is None and age > _OLD:
            path.unlink()


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While this lasts no other kehoach is in here for the same folder; it may be entered again.

    Without effect where the system has no such locks. Raises KehoachError where another one does
    not come to its end.
    """
    with contextlib.ExitStack() as stack:
        handle = _folder_handle(folder)
        if handle is not None:
            stack.callback(os.close, handle)
            found = os.fstat(handle)
            key = (found.st_dev, found.st_ino)
            if key not in _held:
                _wait_for(handle, folder)
                _held.add(key)
                stack.callback(_held.discard, key)
        yield


_held: set[tuple[int, int]] = set()
"""The folders that this process is alone in."""


def _folder_handle(folder: Path) -> int | None:
    if not HAS_LOCKS:
        return None
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return None


def _wait_for(handle: int, folder: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while lock(handle) is False:
        if time.monotonic() > end:
            raise KehoachError(
                f"Một lệnh kehoach khác đang ghi vào {folder}; chờ lệnh ấy xong rồi chạy lại."
            )
        time.sleep(_PAUSE)
