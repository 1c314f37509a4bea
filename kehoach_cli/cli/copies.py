"""One earlier copy of each file that kehoach wrote over, kept in the user's own state folder.

A copy is a file: a line with the SHA-256 of what was written over it and whether `undo` wrote
that, then the earlier bytes. It is made before the file is written and takes its name after, so
that a run that is killed in between leaves the copy that fits the file which stands there.
"""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.placing import alone
from kehoach_cli.cli.reading import cannot_read, is_file
from kehoach_cli.cli.writing import write_bytes
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.text import typed

MAX_COPIES = 100
MAX_BYTES = 200_000_000
"""Of all copies together; the oldest go first, never the newest."""

_KEPT, _COMING = ".ban-truoc", ".dang-ghi"
_UNDONE = b"undo"
_NOWHERE = Path(os.devnull) / "undo"
"""Where nothing can be kept: that of a user without a home, as some services are."""


class Copy(NamedTuple):
    """The bytes of a file before kehoach wrote it. `written`: the SHA-256 of what it wrote.

    `undone`: they were taken away by `undo`.
    """

    data: bytes
    written: str
    undone: bool

    def fits(self, current: bytes) -> bool:
        """Whether the file holds what kehoach wrote then."""
        return _hash(current) == self.written


def folder() -> Path:
    """Where the copies are kept."""
    import platformdirs  # only what writes over a file pays for it

    try:
        return platformdirs.user_state_path("kehoach", appauthor=False) / "undo"
    except RuntimeError:
        return _NOWHERE


def not_kept() -> str:
    """What the user is told where an earlier copy could not be kept."""
    if folder() == _NOWHERE:
        return "Không biết thư mục riêng của người dùng (HOME) nên lần này không hoàn tác được."
    return f"Không ghi được vào {folder()} nên lần này không hoàn tác được."


def way_back(name: str, is_kept: bool) -> str:
    """What the user is told of the file's earlier copy, kept or not."""
    return f"Hoàn tác: kehoach undo {typed(name)}" if is_kept else not_kept()


class ChangedError(KehoachError):
    """Another program wrote the file since it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} vừa bị chương trình khác sửa nên chưa ghi gì; hãy chạy lại.", Exit.FINDINGS
        )


def replace(
    path: Path, before: bytes, after: bytes, *, found: bytes | None = None, undone: bool = False
) -> bool:
    """Put bytes in a file's place, whole; whether the ones before could be kept.

    `found`: what the file must still hold, where that is not `before`. Raises ChangedError where
    it holds something else, KehoachError where it cannot be written.
    """
    coming = _name(path, _COMING)
    mark = _UNDONE if undone else b""
    with alone(path.parent):
        if _content(path) != (before if found is None else found):
            raise ChangedError(path)
        kept = _keep(coming, b" ".join((_hash(after).encode(), mark)) + b"\n" + before)
        write_bytes(path, after)
        return kept and _settle(coming, _name(path, _KEPT))


def _content(path: Path) -> bytes:
    """What a file holds. Raises ChangedError where it is gone, KehoachError if it is shut."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ChangedError(path) from error
    except OSError as error:
        raise KehoachError(cannot_read(path, error)) from error


def copy_for(path: Path, current: bytes) -> Copy | None:
    """The copy that belongs to a file: the one that fits what it holds, else the last one kept."""
    found = [copy for end in (_COMING, _KEPT) if (copy := _read(_name(path, end)))]
    return next((copy for copy in found if copy.fits(current)), found[-1] if found else None)


def _name(path: Path, end: str) -> Path:
    plain = os.path.normcase(os.path.realpath(path))
    return folder() / (_hash(os.fsencode(plain))[:40] + end)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _keep(name: Path, data: bytes) -> bool:
    try:
        name.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_bytes(name, data)
    except (OSError, KehoachError):
        return False
    return True


def _settle(coming: Path, kept: Path) -> bool:
    """Give a copy its name, and drop the oldest copies that are too many."""
    try:
        coming.replace(kept)
        copies = sorted(
            ((found.stat().st_mtime_ns, found.stat().st_size, found) for found in _all(kept)),
            reverse=True,
        )
        room = MAX_BYTES
        for number, (_, size, found) in enumerate(copies):
            room -= size
            if number and (number >= MAX_COPIES or room < 0):
                found.unlink(missing_ok=True)
    except OSError:
        return is_file(kept)
    return True


def _all(kept: Path) -> list[Path]:
    return [found for end in (_COMING, _KEPT) for found in kept.parent.glob(f"*{end}")]


def _read(name: Path) -> Copy | None:
    """A copy; None where there is none, or no whole one."""
    try:
        head, _, data = name.read_bytes().partition(b"\n")
    except OSError:
        return None
    written, _, mark = head.decode("ascii", "replace").partition(" ")
    return Copy(data, written, mark.encode() == _UNDONE)
