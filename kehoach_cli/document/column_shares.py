"""The width that a table's columns share beyond their least: where it makes the table short.

It goes, step by step, to the column that makes rows tall.
"""

from collections.abc import Iterable, Sequence
from itertools import count, takewhile
from typing import NamedTuple

from kehoach_cli.plan.table_widths import PADDING

_STEP = 1.5  # mm given at a time
_SPACE = 1.0  # mm, a space at the end of a line may hang over
_WORTH = 0.05  # lines that a change must save
_TOTAL = 0.02  # lines that a line costs which makes its row no taller
_PAGE = 12  # rows a page holds, about


class Need(NamedTuple):
    """A column's least width, and the widths of its words by cell and paragraph, all in mm.

    `cells[0]` is the heading. `tiny`: no text in it is longer than a number.
    """

    least: float
    cells: tuple[tuple[tuple[float, ...], ...], ...]
    grows: bool
    tiny: bool = False

    @property
    def weight(self) -> float:
        """How much text it holds: what is left over goes where the text is."""
        return 0.0 if self.tiny else sum(sum(words) for cell in self.cells for words in cell)

    @property
    def few(self) -> list[int]:
        """How many lines of each cell hold enough: three for five words, always two."""
        return [max(2, sum((3 * len(words) + 4) // 5 for words in cell)) for cell in self.cells]

    def lines(self, width: float) -> list[int]:
        """How many lines each cell takes in a column of that width."""
        room = width - PADDING
        return [sum(_lines(words, room) for words in cell) for cell in self.cells]


def share(needs: Sequence[Need], width: float) -> list[float]:
    """The least widths, and the rest given where it makes the table shortest."""
    if len(needs) == 1:
        return [width]
    given = [0] * len(needs)
    steps = int((width - sum(need.least for need in needs)) / _STEP)
    heights = _Heights(needs)
    while steps > 0:
        column, taken = heights.best(given, steps)
        if not taken:
            break
        given[column] += taken
        steps -= taken
    while heights.exchange(given):
        pass
    widths = [need.least + _STEP * extra for need, extra in zip(needs, given, strict=True)]
    spare = width - sum(widths)
    weights = [need.weight if need.grows else 0.0 for need in needs]
    if not any(weights):
        weights = [float(need.grows) for need in needs]
    if not any(weights):
        weights[-1] = 1.0
    return [w + spare * weight / sum(weights) for w, weight in zip(widths, weights, strict=True)]


def _lines(words: Sequence[float], room: float) -> int:
    """The lines of a paragraph, filled as a word processor fills them."""
    lines, left = 1, room
    for word in words:
        if word > left + _SPACE and left < room:
            lines += 1
            left = room
        left -= word
    return lines


class _Filled(NamedTuple):
    """A column at a width: the lines of its cells, their sum, and how many of them are thin.

    `lines`: by row, the heading's as often as pages repeat it. `thin`: those that hold too little,
    as where texts come out a word a line; each costs another line.
    """

    lines: list[int]
    total: int
    thin: int

    @property
    def cost(self) -> float:
        """The height in lines; of equals, the one with fewer lines in its cells."""
        return sum(self.lines) + _TOTAL * self.total + self.thin


class _Heights:
    """How tall a table's rows come out, each column's lines counted once for each width."""

    def __init__(self, needs: Sequence[Need]) -> None:
        self.needs = needs
        self.rows = max(len(need.cells) for need in needs)
        self.blank = _Filled([0] * (self.rows // _PAGE + self.rows), 0, 0)
        self.known: dict[tuple[int, int], _Filled] = {}

    def filled(self, column: int, steps: int) -> _Filled:
        """A column that got so many steps more than its least width."""
        if (column, steps) not in self.known:
            need = self.needs[column]
            lines = need.lines(need.least + _STEP * steps)
            thin = sum(max(0, n - few) for n, few in zip(lines, need.few, strict=True))
            lines += [0] * (self.rows - len(lines))
            lines = lines[:1] * (self.rows // _PAGE) + lines
            self.known[column, steps] = _Filled(lines, sum(lines), thin)
        return self.known[column, steps]

    def beside(self, columns: Iterable[_Filled]) -> _Filled:
        """Columns as one: the tallest cell of a row is its height."""
        lines, totals, thin = zip(self.blank, *columns, strict=True)
        return _Filled([*map(max, *lines)], sum(totals), sum(thin))

    def cost(self, given: Sequence[int]) -> float:
        """What the table costs when each column got its steps."""
        return self.beside(map(self.filled, count(), given)).cost

    def others(self, given: Sequence[int], column: int) -> _Filled:
        """All columns but one."""
        return self.beside(self.filled(at, steps) for at, steps in enumerate(given) if at != column)

    def best(self, given: Sequence[int], steps: int) -> tuple[int, int]:
        """The column, and how many steps to it, that shorten the table most for the width."""
        now = self.cost(given)
        found, gain = (0, 0), 0.0
        for column, need in enumerate(self.needs):
            if not need.grows:
                continue
            others = self.others(given, column)
            for taken in takewhile(steps.__ge__, (1, 2, 4, 8, 16, 32)):
                more = self.filled(column, given[column] + taken)
                saved = (now - self.beside((others, more)).cost) / taken
                if saved > gain:
                    found, gain = (column, taken), saved
        return found

    def exchange(self, given: list[int]) -> bool:
        """Move width from one column to another where that shortens the table.

        Only to a column whose gain would do if none had to give it, since giving never shortens.
        """
        enough = self.cost(given) - _WORTH
        takers = [column for column, need in enumerate(self.needs) if need.grows]
        hopeful = [
            (taker, moved)
            for taker in takers
            for moved in (1, 2, 4, 8)
            if self.cost(_moved(given, moved, taker)) < enough
        ]
        for giver, has in enumerate(given):
            for taker, moved in hopeful:
                changed = _moved(given, moved, taker, giver)
                if taker != giver and moved <= has and self.cost(changed) < enough:
                    given[:] = changed
                    return True
        return False


def _moved(given: Sequence[int], steps: int, taker: int, giver: int | None = None) -> list[int]:
    """Steps given to one column, taken from another where one is named."""
    changed = [*given]
    changed[taker] += steps
    if giver is not None:
        changed[giver] -= steps
    return changed
