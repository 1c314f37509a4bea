"""Rows of a table with a cell a line where cells go on over several lines and nothing parts them:
a row's lines are put under the headings as what these say stands under them fits best."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from kehoach_cli.imports.outline.labels import as_one, bullet_of
from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.text.cell_kinds import SHORT, UNIT, cost_of_blank, fit, kind_of, told_by
from kehoach_cli.imports.text.row_numbers import SUM, Numbers
from kehoach_cli.imports.text.units import goes_on

_LEAST, _MOST, _ROWS = 3, 12, 2
_TALLEST, _CELL = 40, 12  # lines of a row and of a cell
_TRIED = 8  # rows that tell whether they fit
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
    """The best way to lay lines: what it takes, and the cells."""

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
        number, lines = _numbered(texts[start : min(end, start + _TALLEST)])
        row = _Row(lines, kinds[1:], room)
        best, taken = row.last() if (start, end) == spans[-1] else (row.whole(), len(lines))
        rows.append([number, *best.cells])
        cost += best.cost if number[:1].isdigit() else min(best.cost, _GROUP)
        used = start + taken + bool(number)
        if len(rows) >= _TRIED and cost / len(rows) > _GOOD:
            return None
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


class _Row:
    """The lines of a row. `ways`: the best way to put as many of them, from none to all, under
    the headings in their order."""

    def __init__(self, lines: Sequence[str], kinds: Sequence[int | None], room: float) -> None:
        self.lines, self.kinds = lines, kinds
        self.on = [goes_on(*pair) for pair in pairwise(lines)]
        joins = (_join(above, text, room) for above, text in pairwise(lines))
        self.joins = [0.0, *accumulate(joins, initial=0.0)]
        self.ways: list[_Best | None] = [_Best(0.0)] + [None] * len(lines)
        cells = {
            (start, end): as_one(lines[start:end])
            for end in range(1, len(lines) + 1)
            for start in range(max(end - _CELL, 0), end)
        }
        known = {span: (text, kind_of(text)) for span, text in cells.items()}
        for column in range(len(kinds)):
            self.ways = [self._best(end, column, known) for end in range(len(lines) + 1)]

    def whole(self) -> _Best:
        """All lines of it; one that says only its name is a group."""
        best = self.ways[-1] or _Best(float("inf"), ("",) * len(self.kinds))
        group = _Best(_GROUP, (as_one(self.lines), *[""] * (len(self.kinds) - 1)))
        return group if all(self.on) and group.cost < best.cost else best

    def last(self) -> tuple[_Best, int]:
        """As many of the lines as make the best row, what goes on with them too; how many."""
        best, taken = _Best(float("inf"), ("",) * len(self.kinds)), 0
        for end in range(1, len(self.lines) + 1):
            below = self.lines[end] if end < len(self.lines) else ""
            found = self.ways[end]
            on = bool(below) and (is_figure(below) or self.on[end - 1])
            if found is not None and found.cost < best.cost and not on:
                best, taken = found, end
        return best, taken

    def _best(
        self, end: int, column: int, known: Mapping[tuple[int, int], tuple[str, int]]
    ) -> _Best | None:
        """The best way to put lines up to one under the headings up to one."""
        blank = (len(self.kinds) - column) * _EARLY - cost_of_blank(self.kinds, column)
        above = self.ways[end]
        found = _Best(above.cost + blank, (*above.cells, "")) if above is not None else None
        for start in range(max(end - _CELL, 0), end):
            above = self.ways[start]
            if above is None:
                continue
            text, kind = known[start, end]
            cost = (
                above.cost - fit(self.kinds[column], kind) + self.joins[end] - self.joins[start + 1]
            )
            is_unit = self.kinds[column] == UNIT and len(text) <= SHORT
            cost += _PARTED * (start > 0 and not is_unit and self.on[start - 1])
            if found is None or cost < found.cost:
                found = _Best(cost, (*above.cells, text))
        return found


def _join(above: str, text: str, room: float) -> float:
    """What it takes to join a line with the next."""
    if is_figure(above) or is_figure(text):
        return _JOINED_FIGURE
    if goes_on(above, text) or bullet_of(text):
        return 0.0
    return _JOINED if len(above) >= room else _JOINED_SHORT
