"""Names typed at the command line → files: folders and patterns become the plans in them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kehoach_cli.cli.files import STDIN, is_file, is_folder
from kehoach_cli.cli.resources import PROFILE
from kehoach_cli.errors import KehoachError
from kehoach_cli.patterns import pattern

_PATTERN = pattern(r"[*?\[]")
_IS_PLAN = pattern(rb"^\W{0,4}(?:van_ban|noi_dung)[ \t]*:", re.MULTILINE)
_HEAD = 1_000_000  # bytes looked at


def expanded(names: Iterable[str]) -> list[str]:
    """The files meant, each once, in order; a folder's or pattern's plans in order of name.

    Raises KehoachError for a folder or pattern without a plan.
    """
    return list(dict.fromkeys(file for name in names for file in _files(name)))


def _files(name: str) -> Iterator[str]:
    path = Path(name)
    if name == STDIN or is_file(path) or not (is_folder(path) or _PATTERN.search(name)):
        yield name
        return
    found = sorted(_in_folder(path) if is_folder(path) else _like(name))
    plans = [str(file) for file in found if _is_plan(file)]
    if not plans:
        where = "thư mục" if is_folder(path) else "mẫu tên"
        raise KehoachError(f"Không có kế hoạch .yaml nào ở {where} {name}; hãy kiểm tra lại tên.")
    yield from plans


def _in_folder(folder: Path) -> Iterator[Path]:
    for suffix in ("*.yaml", "*.yml"):
        yield from folder.rglob(suffix)


def _like(pattern: str) -> Iterator[Path]:
    """The files that a pattern fits; the Windows shell leaves patterns to the program."""
    path = Path(pattern)
    inside = path.relative_to(path.anchor) if path.anchor else path
    try:
        yield from Path(path.anchor or ".").glob(str(inside))
    except ValueError as error:
        raise KehoachError(f"Mẫu tên {pattern!r} không hợp lệ; dùng *.yaml.") from error


def _is_plan(file: Path) -> bool:
    """Whether a file looks like a whole plan: no profile, no part of one, no hidden file."""
    if not is_file(file) or file.name == PROFILE or file.name.startswith("."):
        return False
    try:
        with file.open("rb") as opened:
            return bool(_IS_PLAN.search(opened.read(_HEAD)))
    except OSError:
        return True  # the reader says why it cannot be read
