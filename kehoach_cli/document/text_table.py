"""A table drawn with box characters; where its columns are too many, each row as a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach_cli.document.text_lines import Words, fill, padded
from kehoach_cli.vietnamese.columns import display_width

_JOINTS = " ╵╷│╴┘┐┤╶└┌├─┴┬┼"
"""By the lines that meet: 1 from above, 2 from below, 4 from the left, 8 from the right."""
_STYLES = ((1, 16), (1, 9), (0, 9), (0, 7))
"""Tried in turn: spaces beside the words, and the longest word that is not cut."""
_COLUMN_NUMBER = re.compile(r"\(\w{1,2}\)(?:\s*=.*)?")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell. `joined`: goes on from the one above. `whole`: its lines are never cut."""

    words: tuple[Words, ...] = ()
    span: int = 1
    joined: bool = False
    whole: bool = False


@dataclass(slots=True, eq=False)
class _Area:
    """A cell and what is merged into it: rows from `top`, columns from `first` up to `end`."""

    cell: GridCell
    top: int
    first: int
    end: int
    bottom: int = 0
    lines: list[str] = field(default_factory=list)


_Grid = list[list[_Area]]
"""Row by row, the area that each column belongs to."""


def draw(
    header: Sequence[Sequence[GridCell]],
    rows: Sequence[Sequence[GridCell]],
    columns: int,
    room: int,
) -> list[str]:
    """The lines of a table, none wider than `room` columns."""
    grid = _laid_out([*header, *rows], columns)
    if not grid:
        return []
    for pad, longest in _STYLES:
        widths = _shared(grid, columns, room - columns * (2 * pad + 1) - 1, longest)
        if widths:
            return list(_Drawing(grid, widths, pad).lines())
    return list(_records(grid[: len(header)], grid[len(header) :], room))


def _laid_out(rows: Sequence[Sequence[GridCell]], columns: int) -> _Grid:
    grid: _Grid = []
    for top, row in enumerate(rows):
        owners: list[_Area] = []
        for cell in row:
            first, end = len(owners), min(len(owners) + cell.span, columns)
            above = grid[-1][first] if grid and first < columns and cell.joined else None
            joins = above is not None and (above.first, above.end) == (first, end)
            area = above if above and joins else _Area(cell, top, first, end)
            area.bottom = top
            owners += [area] * (end - first)
        for at in range(len(owners), columns):
            owners.append(_Area(GridCell(), top, at, at + 1, top))
        grid.append(owners)
    return grid


def _areas(grid: _Grid) -> Iterator[_Area]:
    """Each area once, in reading order."""
    for number, row in enumerate(grid):
        for at, area in enumerate(row):
            if (area.top, area.first) == (number, at):
                yield area


def _shared(grid: _Grid, columns: int, room: int, longest: int) -> list[int] | None:
    """The columns' widths: what their words need, the rest where most is said; None: too narrow."""
    least, natural, said = [1] * columns, [1] * columns, [1] * columns
    for area in _areas(grid):
        at = area.first
        if area.end - at > 1:
            continue
        for words in area.cell.words:
            width, word = _needs(words)
            shortest = width if area.cell.whole else min(word, longest)
            least[at] = max(least[at], shortest)
            natural[at] = max(natural[at], width)
            said[at] += width * width  # a row is as tall as its longest cell
    spare = room - sum(least)
    return _grown(least, natural, said, spare) if spare >= 0 else None


def _needs(words: Words) -> tuple[int, int]:
    """The columns of its longest line, and of its longest word."""
    mark = display_width(words.label) + 1 if words.label else 0
    lines = words.text.split("\n")
    longest = max((display_width(word) for word in words.text.split()), default=0)
    return mark + max(map(display_width, lines)), mark + longest


def _grown(widths: list[int], natural: list[int], said: list[int], spare: int) -> list[int]:
    for _ in range(spare):
        open_ones = [at for at, width in enumerate(widths) if width < natural[at]]
        if not open_ones:
            break
        widths[max(open_ones, key=lambda at: said[at] / widths[at] ** 2)] += 1
    return widths


class _Drawing:
    """A grid whose columns have their widths."""

    def __init__(self, grid: _Grid, widths: list[int], pad: int) -> None:
        self.grid, self.pad = grid, pad
        self.widths = [width + 2 * pad for width in widths]
        self.heights = [1] * len(grid)
        for area in _areas(grid):
            inside = self._width(area) - 2 * pad
            area.lines = [line for words in area.cell.words for line in words.lines(inside)]
        self._fit_heights()
        self.tops = [sum(self.heights[:at]) + at for at in range(len(grid))]

    def _width(self, area: _Area) -> int:
        return sum(self.widths[area.first : area.end]) + area.end - area.first - 1

    def _fit_heights(self) -> None:
        """Rows as tall as their cells; the last row of a merged cell takes what is left of it."""
        for tall in (False, True):
            for area in _areas(self.grid):
                if (area.bottom > area.top) == tall:
                    rows = self.heights[area.top : area.bottom + 1]
                    missing = len(area.lines) - sum(rows) - len(rows) + 1
                    self.heights[area.bottom] += max(0, missing)

    def lines(self) -> Iterator[str]:
        """The lines from the upper edge to the lower."""
        for number, (top, height) in enumerate(zip(self.tops, self.heights, strict=True)):
            yield self._edge(number, top - 1)
            for y in range(top, top + height):
                yield "│" + "".join(self._slice(area, y) + "│" for area in self._across(number))
        yield self._edge(len(self.grid), -1)

    def _across(self, number: int) -> Iterator[_Area]:
        row = self.grid[number]
        return (area for at, area in enumerate(row) if area.first == at)

    def _slice(self, area: _Area, y: int) -> str:
        """What an area shows at a line, counted from the table's first row."""
        at = y - self.tops[area.top]
        line = area.lines[at] if at < len(area.lines) else ""
        return padded(" " * self.pad + line, self._width(area))

    def _edge(self, number: int, y: int) -> str:
        """The line above a row, through which merged cells go on."""
        pieces, at = [], 0
        while at < len(self.widths):
            pieces.append(self._joint(number, at))
            if self._is_drawn(number, at):
                pieces.append("─" * self.widths[at])
                at += 1
                continue
            area = self.grid[number][at]
            pieces.append(self._slice(area, y))
            at = area.end
        return "".join([*pieces, self._joint(number, at)])

    def _joint(self, number: int, at: int) -> str:
        above = number > 0 and self._parts(number - 1, at)
        below = number < len(self.grid) and self._parts(number, at)
        left = at > 0 and self._is_drawn(number, at - 1)
        right = at < len(self.widths) and self._is_drawn(number, at)
        return _JOINTS[above + 2 * below + 4 * left + 8 * right]

    def _parts(self, number: int, at: int) -> bool:
        """Whether a line stands to the left of a column in a row."""
        row = self.grid[number]
        return at in (0, len(row)) or row[at - 1] is not row[at]

    def _is_drawn(self, number: int, at: int) -> bool:
        """Whether a line runs above a row in a column."""
        if number in (0, len(self.grid)):
            return True
        return self.grid[number - 1][at] is not self.grid[number][at]


def _records(header: _Grid, rows: _Grid, room: int) -> Iterator[str]:
    """Each row as lines "heading: value"; cells over several columns without a heading."""
    for row in rows:
        yield "─" * 8
        for at, area in enumerate(row):
            if area.first == at and any(words.text for words in area.cell.words):
                name = _heading(header, at) if area.end - at == 1 else ""
                yield from _record(name, area.cell.words, room)


def _heading(header: _Grid, at: int) -> str:
    areas = dict.fromkeys(row[at] for row in header)
    names = (" ".join(words.text for words in area.cell.words) for area in areas)
    return " › ".join(name for name in names if name and not _COLUMN_NUMBER.fullmatch(name))


def _record(name: str, words: Sequence[Words], room: int) -> Iterator[str]:
    first, *rest = words
    label = f"{first.label} " if first.label else ""
    yield from fill(f"{name}: {label}{first.text}" if name else label + first.text, room)
    for other in rest:
        yield from Words(other.text, other.label, indent=2).lines(room)
