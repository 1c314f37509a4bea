"""Widths of a table's columns, from what stands in them and from the page.

Each column is at least as wide as its widest word. What is left goes, step by step, to the column
that makes rows tall, so that the table comes out short.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from kehoach_cli.plan.table_widths import (
    NARROWEST,
    PADDING,
    SMALLEST,
    WIDEST,
    least_width,
    pieces,
)
from kehoach_cli.vietnamese.letter_widths import text_width

SIZES = (13, 12, SMALLEST)
_SAMPLE = 40  # rows looked at
_STEP = 1.5  # mm given at a time
_SPACE = 1.0  # mm, a space at the end of a line may hang over
_WORTH = 0.05  # lines that a change must save
_PAGE = 12  # rows a page holds, about
_THIN = 1.0  # lines that each line costs which holds too little
_SHORT = 12  # letters that stay on one line
_NUMBER = 3  # letters of a column of numbers, "STT" above them
_FIGURE = re.compile(r"[-+(]?\d")


@dataclass(frozen=True, slots=True)
class Content:
    """What a column holds: its heading, its texts by row, whether they stay on one line."""

    heading: str
    texts: Sequence[str]
    whole: bool = False
    fixed: float = 0.0


@dataclass(frozen=True, slots=True)
class Need:
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

    def lines(self, width: float) -> list[int]:
        """How many lines each cell takes in a column of that width."""
        room = width - PADDING
        return [sum(_lines(words, room) for words in cell) for cell in self.cells]


def fit(contents: Sequence[Content], width: float, wanted: int = 0) -> tuple[int, list[float]]:
    """The size of text and the widths: the largest size at which short texts stay on one line.

    Where none is small enough, texts break between their words at the smallest; where even the
    words do not fit, figures stay whole as long as words can give.
    """
    sizes = (wanted,) if wanted else _sizes(len(contents))
    for size in sizes:
        needs = [_need(content, size) for content in contents]
        if sum(need.least for need in needs) <= width:
            return size, _share(needs, width)
    size = sizes[-1]
    words = [content.fixed or _least(content, size) for content in contents]
    if sum(words) <= width:
        needs = [replace(need, least=w) for need, w in zip(needs, words, strict=True)]
        return size, _share(needs, width)
    return size, _squeezed([_floor(content, size) for content in contents], words, width)


def _least(content: Content, size: int) -> float:
    return least_width(content.heading, content.texts, size)


def _floor(content: Content, size: int) -> float:
    """The width at which a column's figures stay whole."""
    words = (word for text in content.texts for word in text.split())
    return content.fixed or least_width("", (w for w in words if _FIGURE.match(w)), size)


def _squeezed(floors: Sequence[float], words: Sequence[float], width: float) -> list[float]:
    """Widths for too many columns: each has its floor, the rest goes where words are long."""
    kept, wanted = sum(floors), sum(words)
    if kept >= width:
        return [floor * width / kept for floor in floors]
    share = (width - kept) / (wanted - kept)
    return [floor + (word - floor) * share for floor, word in zip(floors, words, strict=True)]


def _sizes(columns: int) -> tuple[int, ...]:
    """Many columns start smaller: 13 pt to 6 columns, 12 to 9, 11 beyond."""
    return SIZES[0 if columns <= 6 else 1 if columns <= 9 else 2 :]


def _need(content: Content, size: int) -> Need:
    texts = _sample(content.texts)
    bold = _words(content.heading, size, bold=True)
    cells = tuple(tuple(_words(x, size) for x in text.split("\n")) for text in texts)
    whole = content.whole or all(len(line) <= _SHORT for text in texts for line in text.split("\n"))
    paragraphs = [words for cell in cells for words in cell if words]
    widest = (sum(words) if whole else min(max(words), WIDEST) for words in paragraphs)
    heading = (min(word, WIDEST) for word in bold)
    return Need(
        least=content.fixed
        or max(_least(content, size), max([*widest, *heading, NARROWEST]) + PADDING),
        cells=((bold,), *cells),
        grows=not content.fixed,
        tiny=all(len(text) <= _NUMBER for text in (content.heading, *content.texts)),
    )


def _sample(texts: Sequence[str]) -> Sequence[str]:
    """Enough rows to judge by, spread over a long table."""
    return texts[:: len(texts) // _SAMPLE + 1]


def _words(text: str, size: int, *, bold: bool = False) -> tuple[float, ...]:
    """The widths of the pieces a line may break between, each with the space after it."""
    parts = (piece for word in text.split() for piece in pieces(word))
    return tuple(text_width(f"{part} ", size, bold=bold) for part in parts)


def _lines(words: Sequence[float], room: float) -> int:
    """The lines of a paragraph, filled as a word processor fills them."""
    lines, left = 1, room
    for word in words:
        if word > left + _SPACE and left < room:
            lines += 1
            left = room
        left -= word
    return lines


def _share(needs: Sequence[Need], width: float) -> list[float]:
    """The least widths, and the rest given where it makes the table shortest."""
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


class _Heights:
    """How tall a table's rows come out, each column's lines counted once for each width."""

    def __init__(self, needs: Sequence[Need]) -> None:
        self.needs = needs
        self.rows = max(len(need.cells) for need in needs)
        self.known: dict[tuple[int, int], list[int]] = {}

    def lines(self, column: int, steps: int) -> list[int]:
        """The lines of a column's cells, its heading as often as pages repeat it."""
        if (column, steps) not in self.known:
            need = self.needs[column]
            lines = need.lines(need.least + _STEP * steps)
            lines += [0] * (self.rows - len(lines))
            self.known[column, steps] = lines[:1] * (self.rows // _PAGE) + lines
        return self.known[column, steps]

    def thin(self, column: int, steps: int) -> float:
        """What it costs that texts come out a word a line: more than three lines for five words."""
        lines = self.lines(column, steps)[-self.rows :]
        cells = self.needs[column].cells
        few = (max(2, sum((3 * len(words) + 4) // 5 for words in cell)) for cell in cells)
        return sum(_THIN * max(0, n - fine) for n, fine in zip(lines, few, strict=False))

    def cost(self, given: Sequence[int]) -> float:
        """The table's height in lines; of equals, the one with fewer lines in its cells."""
        columns = [self.lines(column, steps) for column, steps in enumerate(given)]
        if len(columns) == 1:
            return float(sum(columns[0]))
        tallest: int = sum(map(max, *columns))
        thin = sum(self.thin(column, steps) for column, steps in enumerate(given))
        return tallest + 0.02 * sum(map(sum, columns)) + thin

    def best(self, given: Sequence[int], steps: int) -> tuple[int, int]:
        """The column, and how many steps to it, that shorten the table most for the width."""
        now = self.cost(given)
        found, gain = (0, 0), 0.0
        for column, need in enumerate(self.needs):
            for taken in (1, 2, 4, 8, 16, 32):
                if not need.grows or taken > steps:
                    break
                tried = [*given]
                tried[column] += taken
                saved = (now - self.cost(tried)) / taken
                if saved > gain:
                    found, gain = (column, taken), saved
        return found

    def exchange(self, given: list[int]) -> bool:
        """Move width from one column to another where that shortens the table."""
        now = self.cost(given)
        for giver, taker in permutations(range(len(given)), 2):
            for moved in (1, 2, 4, 8):
                if moved > given[giver] or not self.needs[taker].grows:
                    break
                given[giver] -= moved
                given[taker] += moved
                if self.cost(given) < now - _WORTH:
                    return True
                given[giver] += moved
                given[taker] -= moved
        return False
