"""Folders and patterns → the plans in them."""

import re
from collections.abc import Iterator
from pathlib import Path

from kehoach_cli.cli.reading import is_file, is_folder
from kehoach_cli.cli.resources import PROFILE
from kehoach_cli.errors import KehoachError
from kehoach_cli.patterns import pattern

_IS_PLAN = pattern(rb"^\W{0,4}(?:van_ban|noi_dung)[ \t]*:", re.MULTILINE)
_HEAD = 1_000_000  # bytes looked at


def plans_of(name: str) -> list[str]:
    """The plans of a folder or pattern, in order of name. Raises KehoachError where it has none."""
    is_one = is_folder(name)
    found = sorted(_in_folder(Path(name)) if is_one else _like(name))
    plans = [str(file) for file in found if _is_plan(file)]
    if not plans:
        where = "thư mục" if is_one else "mẫu tên"
        raise KehoachError(f"Không có kế hoạch .yaml nào ở {where} {name}; hãy kiểm tra lại tên.")
    return plans


def _in_folder(folder: Path) -> Iterator[Path]:
    """The files in a folder and those below it, none in a hidden one."""
    for suffix in ("*.yaml", "*.yml"):
        for file in folder.rglob(suffix):
            if not any(part.startswith(".") for part in file.relative_to(folder).parts):
                yield file


def _like(pattern: str) -> Iterator[Path]:
    """The files that a pattern fits; the Windows shell leaves patterns to the program."""
    path = Path(pattern)
    inside = path.relative_to(path.anchor) if path.anchor else path
    try:
        yield from Path(path.anchor or ".").glob(str(inside))
    except (ValueError, OSError) as error:
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
