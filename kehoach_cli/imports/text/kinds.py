"""Tables of plain text with a cell a line whose headings tell what stands under them: a figure, a
time, a body, a text. Rows are found again by where such cells come back; empty ones may be lost.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice, takewhile
from typing import NamedTuple

from kehoach_cli.imports.outline.labels import bullet_of, label_of
from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.text.cell_kinds import (
    COUNT,
    HEADING,
    NOTE,
    SAID_BLANK,
    TEXT,
    TIMED,
    cost_of_blank,
    fit,
    kind_of,
    told_by,
)
from kehoach_cli.imports.text.row_numbers import NUMBER
from kehoach_cli.imports.text.units import Unit, ends_cells, units_of
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_GOOD = -1.0  # of a cell at least, on average
_LEAST, _MOST = 3, 12  # columns
_ROWS = 2
_CELL = 400  # letters
_WITH_FIGURE = pattern(r".* (?!20\d\d$)[\d.,]+", re.DOTALL)
"""A heading and the first figure under it, run together."""
_LONGEST = 20_000  # cells
_KEPT = 1024  # cells that are kept in mind: each is looked at from every line a little above it
_CLOSES = (":", "./.", "?")
_TOTALS = ("cộng", "tổng")


class _Way(NamedTuple):
    """The best way to put cells into columns up to one: how well, how many rows, which columns."""

    score: float
    before: "_Way | None" = None
    column: int = -1


def kinded(lines: Sequence[str], at: int) -> tuple[Grid | None, int]:
    """The table whose first heading is the line at a place, and the line after it."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    opening = f"{lines[at].strip()} {below if below[:1].islower() else ''}".strip()
    if not _is_heading(opening) or told_by(opening) is None:
        return None, at + 1
    ways = [_table(lines, at, joined=joined) for joined in (False, True)]
    found = max(filter(None, ways), key=lambda way: way[2], default=None)
    return (found[0], found[1]) if found else (None, at + 1)


def _table(lines: Sequence[str], at: int, *, joined: bool) -> tuple[Grid, int, float] | None:
    """The table, the line after it, and how well its cells fit."""
    units = units_of(lines, at, joined=joined)
    near = _cells(units)
    head = _opening(near)
    widths = [width for width in range(_LEAST, len(head) + 1) if _are_headings(head[:width])]
    if not widths:
        return None
    first = [*head, *islice(near, (_ROWS + 1) * _MOST - len(head))]
    widths = [width for width in widths if width <= len(first) // (_ROWS + 1)]
    if not widths:
        return None
    scores = {width: _rows_of(first, width)[1] for width in widths}
    width = max(widths, key=lambda one: (scores[one], one))
    if scores[width] < _GOOD:
        return None
    cells = [*first, *islice(_cells(units), _LONGEST)]
    rows, score, used = _whole_rows(cells, width)
    if len(rows) < _ROWS:
        return None
    headings = [cell.text for cell in cells[:width]]
    return Grid([headings, *rows], f"dòng {at + 1}", head=1), cells[used - 1].end, score


def _opening(cells: Iterator[Unit]) -> list[Unit]:
    """The first cells, as many as a head may have, up to one that is no heading."""
    found: list[Unit] = []
    for cell in islice(cells, _MOST):
        found.append(cell)
        if not _is_heading(cell.text):
            break
    return found


def _cells(units: Iterator[Unit]) -> Iterator[Unit]:
    """The cells up to what cannot be one."""
    return takewhile(lambda unit: not unit.text or _is_cell(unit.text), units)


@lru_cache(maxsize=_KEPT)
def _is_cell(text: str) -> bool:
    if len(text) > _CELL or "\t" in text or text.endswith(_CLOSES) or bullet_of(text[:3]):
        return False
    label = label_of(text)
    is_part = label is not None and not is_figure(text) and not NUMBER.fullmatch(text)
    return not (is_part and not TIMED.match(fold(text))) and not ends_cells(text)


def _is_heading(text: str) -> bool:
    is_short = bool(text) and len(text) <= HEADING and not text.endswith((".", ";", ":"))
    return is_short and text[0].isupper() and not _WITH_FIGURE.fullmatch(text)


def _are_headings(cells: Sequence[Unit]) -> bool:
    """Whether cells may head columns: most tell what stands under them, the last of them too."""
    kinds = [told_by(cell.text) for cell in cells if _is_heading(cell.text)]
    told = [kind for kind in kinds if kind is not None]
    capitals = {cell.text.isupper() for cell in cells[told_by(cells[0].text) == COUNT :]}
    return (
        len(kinds) == len(cells)
        and len({cell.text for cell in cells}) > len(cells) / 2
        and len(capitals) == 1
        and COUNT not in kinds[1:]
        and kinds[-1] is not None
        and len(told) > len(cells) / 2
        and any(kind not in (TEXT, COUNT) for kind in told)
    )


def _rows_of(cells: Sequence[Unit], width: int) -> tuple[list[int], float]:
    """The column of each cell under a head, and how well they fit on average."""
    columns = [told_by(cell.text) for cell in cells[:width]]
    kinds = [TEXT if kind is None else kind for kind in columns]
    body = cells[width:]
    ways: list[_Way | None] = [None] * width
    for cell in body:
        ways = _next(ways, kinds, cell.text, first=cell is body[0])
    best = max((way for way in ways if way), key=lambda way: way.score, default=None)
    if best is None:
        return [], float("-inf")
    places: list[int] = []
    way: _Way | None = best
    while way is not None:
        places.append(way.column)
        way = way.before
    return places[::-1], best.score / max(len(places), 1)


def _next(
    ways: list[_Way | None], kinds: Sequence[int], text: str, *, first: bool
) -> list[_Way | None]:
    """The best ways that end with a cell in each column.

    A way goes on in its row, or from its last cell to the next row; columns left out count against.
    """
    kind = kind_of(text) if text else None
    before = [0.0, *accumulate(cost_of_blank(kinds, at) for at in range(len(kinds)))]
    ends = [(way.score - before[at + 1], way) if way else _NONE for at, way in enumerate(ways)]
    over = [*accumulate(reversed(ends), _better)][::-1]
    same: _End = (0.0, None) if first else _NONE
    found: list[_Way | None] = []
    for column, own in enumerate(kinds):
        cost = (SAID_BLANK if kind is None else fit(own, kind)) + before[column]
        score, way = _better(same, (over[column][0] + before[-1], over[column][1]))
        found.append(_Way(score + cost, way, column) if score > _NONE[0] else None)
        same = _better(same, ends[column])
    return found


_End = tuple[float, _Way | None]
_NONE: _End = (float("-inf"), None)


def _better(one: _End, other: _End) -> _End:
    return other if other[0] > one[0] else one


def _whole_rows(cells: Sequence[Unit], width: int) -> tuple[list[list[str]], float, int]:
    """The rows up to the last that is one, how well they fit, and how many cells they take."""
    places, score = _rows_of(cells, width)
    rows: list[list[str]] = []
    ends: list[int] = []
    last = width
    for at, (place, cell) in enumerate(zip(places, cells[width:], strict=True)):
        if place <= last or not rows:
            rows.append([""] * width)
            ends.append(0)
        rows[-1][place] = cell.text
        ends[-1] = width + at + 1
        last = place
    kinds = [told_by(cell.text) for cell in cells[:width]]
    while rows and not _is_row(rows[-1], kinds):
        rows.pop()
        ends.pop()
    return rows, score, ends[-1] if ends else width


def _is_row(row: Sequence[str], kinds: Sequence[int | None]) -> bool:
    """Whether a last row is one: it says more than a text, or is a sum."""
    said = [at for at, text in enumerate(row) if text]
    fits = [at for at in said if kinds[at] not in (None, TEXT, NOTE)
            and fit(kinds[at] or COUNT, kind_of(row[at])) > -2]  # fmt: skip
    is_sum = row[said[0]].casefold().startswith(_TOTALS) if said else False
    return len(said) > 1 and (bool(fits) or is_sum)
