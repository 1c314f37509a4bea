"""A table of a web page: its rows with merged cells, or blocks that it only set side by side."""

from collections.abc import Iterator, Mapping

from kehoach_cli.imports.pages.layout import is_layout
from kehoach_cli.imports.pages.model import Block, Grid, Line, padded

_MOST = 200  # columns or rows that a cell may say it covers
_LAYOUT_ROWS = 2
"""Rows of a table that holds other tables and is none itself."""


class Table:
    """A table being read. `taken`: places that cells from above cover; `cell`: the open one.

    `pictures`: those that stand in its cells, once it is closed.
    """

    def __init__(self, place: str) -> None:
        self.grid = Grid([], place)
        self.cells: list[list[list[Block]]] = []
        self.taken: set[tuple[int, int]] = set()
        self.span = (1, 1)
        self.cell: list[Block] | None = None
        self.heads: list[bool] = []
        self.pictures: list[Line] = []

    def open(self, tag: str, attrs: Mapping[str, str | None]) -> None:
        """A row or a cell begins; the one before ends, whether that was said or not."""
        self.end_cell()
        if tag == "tr":
            self.cells.append([])
            return
        if not self.cells:
            self.cells.append([])
        if len(self.heads) < len(self.cells):
            self.heads.append(tag == "th")
        self.span = (_count(attrs.get("rowspan")), _count(attrs.get("colspan")))
        self.cell = []

    def end_cell(self) -> None:
        """Put the open cell at the next free place of the row."""
        if self.cell is None:
            return
        row, at = self.cells[-1], len(self.cells) - 1
        while (at, len(row)) in self.taken:
            row.append([])
        down, across = self.span
        if self.span != (1, 1):
            self.grid.spans[at, len(row)] = self.span
        for below in range(1, down):
            self.taken |= {(at + below, len(row) + right) for right in range(across)}
        row += [self.cell, *([] for _ in range(across - 1))]
        self.cell = None

    def closed(self) -> list[Block]:
        """What the table comes to: a grid, or the blocks of its cells."""
        self.end_cell()
        rows = [row for row in self.cells if row]
        if self._is_layout(rows):
            return [block for row in rows for cell in row for block in cell]
        self._drop_pictures()
        self.grid.rows = padded([["\n".join(_lines(cell)) for cell in row] for row in self.cells])
        self.grid.head = [*self.heads, False].index(False)
        return [self.grid, *self.pictures]

    def _drop_pictures(self) -> None:
        """Cells hold text only; `pictures`, those that stood in them, stand below the table."""
        for cell in (cell for row in self.cells for cell in row):
            shown = [block for block in cell if isinstance(block, Line) and block.shown]
            self.pictures += shown
            cell[:] = [block for block in cell if block not in shown] if shown else cell

    def _is_layout(self, rows: list[list[list[Block]]]) -> bool:
        width = max(map(len, rows), default=0)
        if width < 2 or len(rows) < 2:
            return True
        blocks = [block for row in rows for cell in row for block in cell]
        if any(isinstance(block, Grid) for block in blocks) and len(rows) <= _LAYOUT_ROWS:
            return True
        return is_layout(" ".join(_lines(blocks)), len(rows))


def _lines(blocks: list[Block]) -> Iterator[str]:
    """The lines of a cell; a table in it gives one a row."""
    for block in blocks:
        if isinstance(block, Line):
            yield block.whole
        else:
            yield from (" ".join(filter(None, row)) for row in block.rows)


def _count(text: str | None) -> int:
    return min(max(int(text), 1), _MOST) if text and text.isdecimal() else 1
