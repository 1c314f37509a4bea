"""Rows that lost their empty cells: each cell back under the column that it fits best."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from kehoach_cli.patterns import pattern

_FIGURE = pattern(r"-?[\d.,]+%?")
_UNLIKE = -6.0  # a word in a column of figures, or a figure in one of words


def is_figure(text: str) -> bool:
    """Whether a cell holds a number and nothing else."""
    return bool(_FIGURE.fullmatch(text))


def aligned(rows: list[list[str]]) -> list[list[str]]:
    """The rows, the short ones spread over the columns as whole rows use them."""
    width = max(map(len, rows))
    whole = [row for row in rows if len(row) == width]
    known = [_Column([row[i] for row in whole]) for i in range(width)]
    return [
        row if len(row) == width or len(row) < 3 else _spread(row, known)  # a name alone stays
        for row in rows
    ]


class _Column:
    """What whole rows hold in a column: how often anything, how often figures."""

    def __init__(self, cells: list[str]) -> None:
        said = [cell for cell in cells if cell]
        self.filled = (len(said) + 0.5) / (len(cells) + 1)
        self.figures = sum(map(is_figure, said)) * 2 > len(said)

    def fits(self, text: str) -> float:
        """How well a text stands here; the higher the better."""
        if not text:
            return log(1 - self.filled)
        return log(self.filled) + (0 if is_figure(text) == self.figures else _UNLIKE)


def _spread(row: list[str], columns: list[_Column]) -> list[str]:
    """The likeliest columns of a row's cells, in their order."""
    best: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())] * (len(row) + 1)]
    for at, column in enumerate(columns):
        line: list[tuple[float, tuple[int, ...]]] = []
        for used in range(len(row) + 1):
            skipped = best[at][used] if used <= at else (float("-inf"), ())
            choice = (skipped[0] + column.fits(""), skipped[1])
            if used:
                taken = best[at][used - 1]
                choice = max(choice, (taken[0] + column.fits(row[used - 1]), (*taken[1], at)))
            line.append(choice)
        best.append(line)
    places = best[-1][-1][1]
    found = [""] * len(columns)
    for cell, at in zip(row, places, strict=True):
        found[at] = cell
    return found


_MOST = 0.8
_LEAST_CELLS = 2
_BY_ITSELF = ("stt", "thoi_gian", "don_vi_tinh", "hien_trang", "gia_tri")
"""Fields whose columns kehoach sets by what they hold."""


def stands_by_itself(field: str) -> bool:
    """Whether kehoach knows better than a page how the cells of a field stand."""
    return field.partition(".")[0] in _BY_ITSELF


def standing(cells: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """How the cells of columns stand: as nearly all of a column do, where that is not on the left.

    `cells`: by column how each that says something stands, "" for on the left or unknown.
    """
    found: dict[int, str] = {}
    for column, said in cells.items():
        way, count = Counter(said).most_common(1)[0] if said else ("", 0)
        if way and count >= _LEAST_CELLS and count >= _MOST * len(said):
            found[column] = way
    return found
