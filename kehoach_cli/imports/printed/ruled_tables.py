"""The lines of a page → the tables that they draw: cells are what stands between them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kehoach_cli.imports.printed.ruling_lines import Ruling, Rulings

NEAR = 4.0
"""Points between lines that meet, and between places that are one."""
_MOST_LINES = 600  # of a page, across or down, each whole
_MOST_PLACES = 20_000  # of a table on a page


class Cell(NamedTuple):
    """A cell: its first row and column, and those behind its last."""

    top: int
    left: int
    bottom: int
    right: int


class Frame:
    """A table as drawn. `across`, `down`: where its lines stand, from the top and from the left;
    `cells`: row by row."""

    def __init__(self, across: list[float], down: list[float], cells: list[Cell]) -> None:
        self.across, self.down, self.cells = across, down, cells
        self._owners = {
            (row, column): number
            for number, cell in enumerate(cells)
            for row in range(cell.top, cell.bottom)
            for column in range(cell.left, cell.right)
        }

    def cell_at(self, right: float, down: float) -> int | None:
        """The number of the cell in which a place of the page lies; None for one outside."""
        row, column = bisect_right(self.across, down) - 1, bisect_right(self.down, right) - 1
        return self._owners.get((row, column))


def frames_in(page: Rulings) -> list[Frame]:
    """The tables of two columns or more that lines of a page draw, from top to bottom."""
    if max(map(len, page)) > _MOST_LINES:
        return []
    frames = [_frame(part) for part in _meeting(page) if all(part)]
    return sorted((frame for frame in frames if frame), key=lambda frame: frame.across[0])


def _meeting(page: Rulings) -> Iterator[Rulings]:
    """The lines by parts of the page: those of one meet each other."""
    left_across, left_down = set(page.across), set(page.down)
    while left_across:
        across, down = [left_across.pop()], list[Ruling]()
        news: list[Ruling] = across
        while news:
            downwards = [one for one in left_down if any(_meet(two, one) for two in news)]
            left_down.difference_update(downwards)
            down += downwards
            news = [one for one in left_across if any(_meet(one, two) for two in downwards)]
            left_across.difference_update(news)
            across = across + news
        yield Rulings(across, down)


def _meet(across: Ruling, down: Ruling) -> bool:
    return (
        across.start - NEAR <= down.at <= across.end + NEAR
        and down.start - NEAR <= across.at <= down.end + NEAR
    )


def _frame(part: Rulings) -> Frame | None:
    """The table of lines that meet; None where they part less than two columns."""
    across = _places([one.at for one in part.across], _ends(part.down))
    down = _places([one.at for one in part.down], _ends(part.across))
    rows, columns = len(across) - 1, len(down) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_PLACES:
        return None
    walls = _between(part.down, down, across)
    floors = _between(part.across, across, down)
    return Frame(across, down, list(_cells(rows, columns, walls, floors)))


def _ends(rulings: Iterable[Ruling]) -> list[float]:
    """Where the first and the last of lines begin and end: a table may be open at its sides."""
    rulings = list(rulings)
    return [min(one.start for one in rulings), max(one.end for one in rulings)]


def _places(lines: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Places from first to last, those that are one only once."""
    found: list[float] = []
    for place in sorted([*lines, *ends]):
        if not found or place > found[-1] + NEAR:
            found.append(place)
    return found


def _between(
    lines: Iterable[Ruling], at: Sequence[float], along: Sequence[float]
) -> set[tuple[int, int]]:
    """Where something parts two cells: the number of the place that lines stand at, and that of
    the gap between places along them that they close."""
    found: set[tuple[int, int]] = set()
    for line in lines:
        place = bisect_right(at, line.at + NEAR) - 1
        for gap in range(len(along) - 1):
            if line.start <= (along[gap] + along[gap + 1]) / 2 <= line.end:
                found.add((place, gap))
    return found


def _cells(
    rows: int, columns: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> Iterator[Cell]:
    """The cells: each goes on to the right and down until something parts it."""
    taken: set[tuple[int, int]] = set()
    for top in range(rows):
        for left in range(columns):
            if (top, left) in taken:
                continue
            right, bottom = left + 1, top + 1
            while right < columns and (right, top) not in walls and (top, right) not in taken:
                right += 1
            while bottom < rows and (bottom, left) not in floors:
                bottom += 1
            taken |= {(row, at) for row in range(top, bottom) for at in range(left, right)}
            yield Cell(top, left, bottom, right)
