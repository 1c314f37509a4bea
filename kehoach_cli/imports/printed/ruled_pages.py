"""Words of printed pages put into the tables that lines draw there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach_cli.imports.outline.labels import bullet_of
from kehoach_cli.imports.pages.layout import is_layout
from kehoach_cli.imports.pages.model import Grid, Spans
from kehoach_cli.imports.printed.ruled_tables import Cell, Frame
from kehoach_cli.imports.printed.words import Word, lined
from kehoach_cli.imports.text.column_rows import texts_of
from kehoach_cli.patterns import pattern

_RANGE = pattern(r"[-–]\s*\d.*")
_CUT = pattern(r"\w[-/]$")
"""How a line ends that was broken inside a word: "58/KH-"."""
_FULL = 0.5  # of the rows of a table, how many say something at least


@dataclass(slots=True)
class Ruled:
    """A table: where its columns begin and the last ends, its cells with their texts.

    `page`, `top`: the number of its page, from 0, and how far down it begins there; `last`,
    `bottom`: the page on which it ends and how far down; `wide`: whether its page lies down;
    `words`: those that stand in it on its first page.
    """

    edges: list[float]
    cells: list[Cell]
    texts: list[str]
    page: int
    top: float
    last: int
    bottom: float
    wide: bool
    words: list[Word]

    @property
    def height(self) -> int:
        return max((cell.bottom for cell in self.cells), default=0)

    def grid(self, place: str) -> Grid:
        """The table for those who read it."""
        rows = [[""] * (len(self.edges) - 1) for _ in range(self.height)]
        spans: Spans = {}
        for cell, text in zip(self.cells, self.texts, strict=True):
            rows[cell.top][cell.left] = text
            covers = (cell.bottom - cell.top, cell.right - cell.left)
            if covers != (1, 1):
                spans[cell.top, cell.left] = covers
        return Grid(rows, place, spans, wide=self.wide)


def ruled(
    words: Sequence[Word], frames: Iterable[Frame], page: int, *, wide: bool
) -> tuple[list[Ruled], list[Word]]:
    """The tables of a page, and the words that stand in none of them."""
    tables: list[Ruled] = []
    for frame in frames:
        inside: list[list[Word]] = [[] for _ in frame.cells]
        outside: list[Word] = []
        for word in words:
            number = frame.cell_at((word.left + word.right) / 2, word.middle)
            (outside if number is None else inside[number]).append(word)
        texts = [_text(cell) for cell in inside]
        top, bottom = frame.across[0], frame.across[-1]
        held = [word for cell in inside for word in cell]
        table = Ruled(frame.down, frame.cells, texts, page, top, page, bottom, wide, held)
        if _says(table):
            tables.append(table)
            words = outside
    return tables, [*words]


def _text(words: Sequence[Word]) -> str:
    """The lines of a cell as one, but for its bullets; a word broken at its mark is whole."""
    lines: list[str] = []
    for line in lined(words):
        text = " ".join(word.text for word in sorted(line))
        above = lines[-1] if lines else ""
        goes_on = above[-1:].isdigit() and _RANGE.fullmatch(text)
        if above and (goes_on or (_CUT.search(above) and not bullet_of(text))):
            lines[-1] += f" {text}" if goes_on else text
        else:
            lines.append(text)
    return texts_of([lines])[0]


def _says(table: Ruled) -> bool:
    """Whether lines draw a table: not a picture, nor what only sets things side by side."""
    said = [cell for cell, text in zip(table.cells, table.texts, strict=True) if text]
    rows = {cell.top for cell in said}
    columns = {cell.left for cell in said}
    tops = {cell.top for cell in table.cells}
    is_full = len(rows) >= _FULL * len(tops)
    return len(columns) > 1 and is_full and not is_layout(" ".join(table.texts), len(tops))
