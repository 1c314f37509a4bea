"""The pictures of an imported document: a folder of their own beside the draft."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from itertools import count, islice
from pathlib import Path

from kehoach_cli.cli.writing import make_folder, write_new
from kehoach_cli.errors import KehoachError
from kehoach_cli.patterns import pattern

_UNSAFE = pattern(r"[^\w .-]+")
_LETTERS = 60
_TRIES = 1_000


def usual_folder(target: Path) -> str:
    """The name of the folder of a draft's pictures, beside it."""
    stem = _UNSAFE.sub("-", target.stem[:_LETTERS]).strip(" .-") or "ke-hoach"
    return f"{stem}-hinh"


def free_folder(target: Path) -> str:
    """The same, of a folder in which nothing stands yet. Raises KehoachError."""
    usual = usual_folder(target)
    names = (usual, *(f"{usual}-{n}" for n in islice(count(2), _TRIES)))
    free = (name for name in names if not os.path.lexists(target.parent / name))
    name = next(free, None)
    if name is None:
        raise KehoachError(f"{target.parent} đã có quá nhiều thư mục {usual}; hãy dọn bớt.")
    return name


def are_kept(pictures: Mapping[str, bytes], beside: Path) -> bool:
    """Whether these very pictures stand there already: from an earlier import of the document."""
    return all(_holds(beside / name, data) for name, data in pictures.items())


def _holds(path: Path, data: bytes) -> bool:
    with contextlib.suppress(OSError):
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    return False


@contextlib.contextmanager
def kept(pictures: Mapping[str, bytes], beside: Path) -> Iterator[None]:
    """Write pictures, by their paths from a folder; where what is done then fails, none is left.

    Raises KehoachError.
    """
    written: list[Path] = []
    folders = {beside / Path(name).parent for name in pictures}
    try:
        for folder in folders:
            make_folder(folder)
        for name, data in pictures.items():
            write_new(beside / name, data)
            written.append(beside / name)
        yield
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        for folder in folders:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
