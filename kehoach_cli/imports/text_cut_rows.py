"""Rows of a table with a cell a line where cells go on over several lines and nothing parts them:
a row's lines are put under the headings as what these say stands under them fits best."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kehoach_cli.imports.alignment import is_figure
from kehoach_cli.imports.cell_kinds import SHORT, UNIT, cost_of_blank, fit, kind_of, told_by
from kehoach_cli.imports.labels import as_one, bullet_of
from kehoach_cli.imports.row_numbers import SUM, Numbers
from kehoach_cli.imports.text_units import goes_on

_LEAST, _MOST, _ROWS = 3, 12, 2
_TALLEST = 40  # lines of a row
_GOOD = 3.0  # of a row at most, on average
_NEAR = 0.55
"""Of the longest line, how long one is that may have been broken for want of room."""
_JOINED, _JOINED_SHORT, _JOINED_FIGURE, _PARTED = 1.5, 5.0, 9.0, 6.0
"""What it takes to join a long line, a short one or a figure with the next; to part lines that go
on."""
_EARLY = 0.01  # what an empty cell takes more for each column behind it
_GROUP = 1.0  # what a row takes that says only its name


class CutRows(NamedTuple):
    """The headings, the rows under them, and how many lines they take."""

    heads: list[str]
    rows: list[list[str]]
    used: int


class _Best(NamedTuple):
    """The best way to lay lines: what it takes, the cells, how many lines they hold."""

    cost: float
    cells: tuple[str, ...] = ()


def cut_rows(texts: Sequence[str], head: int) -> CutRows | None:
    """The table of lines, of which the first are its head; None where they fit it badly."""
    heads = _whole_heads(texts[:head])
    kinds = [told_by(text) for text in heads]
    spans = list(_spans(texts, head)) if _LEAST <= len(heads) <= _MOST else []
    if len(spans) < _ROWS or any(end - start > _TALLEST for start, end in spans[:-1]):
        return None
    room = _NEAR * max(len(text) for text in texts[head : spans[-1][0]])
    rows: list[list[str]] = []
    cost, used = 0.0, head
    for start, end in spans:
        is_last = (start, end) == spans[-1]
        number, lines = _numbered(texts[start : min(end, start + _TALLEST)])
        best, taken = _laid_end(lines, kinds[1:], room) if is_last else (
            _laid(lines, kinds[1:], room), len(lines))  # fmt: skip
        rows.append([number, *best.cells])
        cost += best.cost if number[:1].isdigit() else min(best.cost, _GROUP)
        used = start + taken + bool(number)
    is_filled = all(any(column) for column in zip(*rows, strict=True))
    return CutRows(heads, rows, used) if is_filled and cost / len(rows) <= _GOOD else None


def _whole_heads(texts: Sequence[str]) -> list[str]:
    heads: list[str] = []
    for text in texts:
        if heads and goes_on(heads[-1], text):
            heads[-1] = f"{heads[-1]} {text}"
        else:
            heads.append(text)
    return heads


def _spans(texts: Sequence[str], head: int) -> Iterator[tuple[int, int]]:
    """Where rows begin and end: with the number that comes next, or a sum."""
    numbers = Numbers()
    pairs = enumerate(pairwise([*texts[head:], ""]), head)
    starts = [
        at for at, (text, after) in pairs if numbers.takes(text, after) or SUM.fullmatch(text)
    ]
    return pairwise([*starts, len(texts)]) if starts[:1] == [head] else iter(())


def _numbered(lines: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The number of a row and its other lines; a sum has none."""
    return ("", lines) if SUM.fullmatch(lines[0]) else (lines[0], lines[1:])


def _laid_end(lines: Sequence[str], kinds: Sequence[int | None], room: float) -> tuple[_Best, int]:
    """The last row: as many of the lines as make the best one, what goes on with them too."""
    best, taken = _Best(float("inf"), ("",) * len(kinds)), 0
    for end in range(1, len(lines) + 1):
        found = _laid(lines[:end], kinds, room, is_last=True)
        below = lines[end] if end < len(lines) else ""
        on = bool(below) and (is_figure(below) or goes_on(lines[end - 1], below))
        if found.cost < best.cost and not on:
            best, taken = found, end
    return best, taken


def _laid(
    lines: Sequence[str], kinds: Sequence[int | None], room: float, *, is_last: bool = False
) -> _Best:
    """The best way to put the lines of a row under the headings, in their order; one that says
    only its name is a group, but for the last."""
    width = len(kinds)
    ways: list[_Best | None] = [_Best(0.0)] + [None] * len(lines)
    for column in range(width):
        found: list[_Best | None] = []
        for end in range(len(lines) + 1):
            options = [_under(ways, lines[start:end], start, kinds, column, room, lines)
                       for start in range(end + 1)]  # fmt: skip
            found.append(min(filter(None, options), key=lambda way: way.cost, default=None))
        ways = found
    whole = ways[-1] or _Best(float("inf"))
    is_group = not is_last and all(goes_on(*pair) for pair in pairwise(lines))
    group = _Best(_GROUP, (as_one(lines), *[""] * (width - 1)))
    return group if is_group and group.cost < whole.cost else whole


def _under(
    ways: Sequence[_Best | None],
    cell: Sequence[str],
    start: int,
    kinds: Sequence[int | None],
    column: int,
    room: float,
    lines: Sequence[str],
) -> _Best | None:
    """The way that puts some lines, or none, under one heading more."""
    before = ways[start]
    if before is None:
        return None
    if not cell:
        blank = (len(kinds) - column) * _EARLY - cost_of_blank(kinds, column)
        return _Best(before.cost + blank, (*before.cells, ""))
    joins = sum(_join(above, text, room) for above, text in pairwise(cell))
    text = as_one(cell)
    is_unit = kinds[column] == UNIT and len(text) <= SHORT
    parts = _PARTED * (start > 0 and not is_unit and goes_on(lines[start - 1], lines[start]))
    misfit = -fit(kinds[column], kind_of(text))
    return _Best(before.cost + joins + parts + misfit, (*before.cells, text))


def _join(above: str, text: str, room: float) -> float:
    if is_figure(above) or is_figure(text):
        return _JOINED_FIGURE
    if goes_on(above, text) or bullet_of(text):
        return 0.0
    return _JOINED if len(above) >= room else _JOINED_SHORT
