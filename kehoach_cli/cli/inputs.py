"""Names typed at the command line → files: folders and patterns become the plans in them."""

import os
from collections.abc import Iterable, Sequence

from kehoach_cli.cli.reading import STDIN, is_file, is_folder, read_input
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.patterns import pattern
from kehoach_cli.reports.text import typed

_PATTERN = pattern(r"[*?\[]")
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
        names += [_bare(line) for line in lines if line and not line.startswith("#")]
    if not names:
        said = "Thiếu tên tệp kế hoạch." if listing is None else f"{listing} không nêu tệp nào."
        raise KehoachError(f"{said} Xem: kehoach {command} --help")
    return names


def _bare(line: str) -> str:
    """A name without the quotes that Windows puts around a copied path."""
    is_quoted = len(line) > 2 and line[0] == line[-1] == '"'
    return line[1:-1] if is_quoted and not os.path.exists(line) else line


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
                place = file if file == STDIN else os.path.abspath(file)  # links stay
                found.setdefault(place, file)
        except KehoachError as error:
            say(error.message, err=True)
            status = max(status, error.status)
    return list(found.values()), status


def as_typed(names: Sequence[str]) -> str:
    """Names as one would type them in a terminal; of many the first."""
    return " ".join(map(typed, names)) if len(names) < _MANY else f"{typed(names[0])} …"


def _files(name: str) -> list[str]:
    if name == STDIN or is_file(name) or not (is_folder(name) or _PATTERN.search(name)):
        return [name]
    from kehoach_cli.cli.folders import plans_of  # which a plan named by itself need not import

    return plans_of(name)
