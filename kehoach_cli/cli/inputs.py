"""Names typed at the command line → files: folders and patterns become the plans in them."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kehoach_cli.cli.reading import STDIN, is_file, is_folder, read_input
from kehoach_cli.cli.resources import PROFILE
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.patterns import pattern
from kehoach_cli.reports.text import typed

if TYPE_CHECKING:
    from pathlib import Path

_PATTERN = pattern(r"[*?\[]")
_IS_PLAN = pattern(rb"^\W{0,4}(?:van_ban|noi_dung)[ \t]*:", re.MULTILINE)
_HEAD = 1_000_000  # bytes looked at
MOST_WORKERS = 60
"""Windows waits for 63 things at once, no more."""

_LONGEST = 86400  # seconds: a day
_LONG = 10  # digits
_MANY = 4  # names that are too many to type again


def named(files: Sequence[str] | None, listing: str | None, command: str) -> list[str]:
    """The names given, then those of a list, a line each; lines that begin with # are remarks.

    Raises KehoachError where there is none, or the list cannot be read.
    """
    names = list(files or ())
    if listing is not None:
        lines = map(str.strip, read_input(listing).text.split("\n"))
        names += [line for line in lines if line and not line.startswith("#")]
    if not names:
        said = "Thiếu tên tệp kế hoạch." if listing is None else f"{listing} không nêu tệp nào."
        raise KehoachError(f"{said} Xem: kehoach {command} --help")
    return names


def pace_asked(workers: str, limit: str | None) -> tuple[int, float | None]:
    """The number of workers asked for, and the seconds that each file may take, None: not asked.

    No worker (0) means as many as there are cores. Raises KehoachError for what is no number.
    """
    count = _number(workers, 0, MOST_WORKERS)
    if count is None:
        raise KehoachError(f"-j {workers}: ghi số từ 1 đến {MOST_WORKERS}, hoặc 0 để tự chọn.")
    seconds = None if limit is None else _number(limit, 1, _LONGEST)
    if limit is not None and seconds is None:
        raise KehoachError(f"--toi-da {limit}: ghi số giây cho mỗi tệp, từ 1 đến {_LONGEST}.")
    return count or min(_cores(), MOST_WORKERS), seconds


def _number(typed: str, least: int, most: int) -> int | None:
    """A whole number within bounds; None for anything else."""
    text = typed.strip()
    fits = text.isascii() and text.isdigit() and len(text) < _LONG and least <= int(text) <= most
    return int(text) if fits else None


def _cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def expanded(names: Iterable[str]) -> tuple[list[str], Exit]:
    """The files meant, each once, in order; a folder's or pattern's plans in order of name.

    A folder or pattern without a plan is told of, and does not stop the others; the status is
    what it ends with.
    """
    found: dict[str, str] = {}
    status = Exit.OK
    for name in names:
        try:
            for file in _files(name):
                found.setdefault(
                    file if file == STDIN else os.path.abspath(file), file
                )  # links stay
        except KehoachError as error:
            say(error.message, err=True)
            status = max(status, error.status)
    return list(found.values()), status


def as_typed(names: Sequence[str]) -> str:
    """Names as one would type them in a terminal; of many the first."""
    return " ".join(map(typed, names)) if len(names) < _MANY else f"{typed(names[0])} …"


def _files(name: str) -> Iterator[str]:
    if name == STDIN or is_file(name) or not (is_folder(name) or _PATTERN.search(name)):
        yield name
        return
    from pathlib import Path  # which a plan named by itself need not import

    found = sorted(_in_folder(Path(name)) if is_folder(name) else _like(Path(name)))
    plans = [str(file) for file in found if _is_plan(file)]
    if not plans:
        where = "thư mục" if is_folder(name) else "mẫu tên"
        raise KehoachError(f"Không có kế hoạch .yaml nào ở {where} {name}; hãy kiểm tra lại tên.")
    yield from plans


def _in_folder(folder: "Path") -> "Iterator[Path]":
    """The files in a folder and those below it, none in a hidden one."""
    for suffix in ("*.yaml", "*.yml"):
        for file in folder.rglob(suffix):
            if not any(part.startswith(".") for part in file.relative_to(folder).parts):
                yield file


def _like(pattern: "Path") -> "Iterator[Path]":
    """The files that a pattern fits; the Windows shell leaves patterns to the program."""
    top = type(pattern)(pattern.anchor or ".")
    inside = pattern.relative_to(pattern.anchor) if pattern.anchor else pattern
    try:
        yield from top.glob(str(inside))
    except (ValueError, OSError) as error:
        raise KehoachError(f"Mẫu tên {str(pattern)!r} không hợp lệ; dùng *.yaml.") from error


def _is_plan(file: "Path") -> bool:
    """Whether a file looks like a whole plan: no profile, no part of one, no hidden file."""
    if not is_file(file) or file.name == PROFILE or file.name.startswith("."):
        return False
    try:
        with file.open("rb") as opened:
            return bool(_IS_PLAN.search(opened.read(_HEAD)))
    except OSError:
        return True  # the reader says why it cannot be read
