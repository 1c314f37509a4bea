"""The tables of a written file: cells that fill their columns, merges that go on from above.

The text that is looked at has lost its words, so that most rows are alike; each is proved once.
"""

import re
from collections.abc import Iterator, Sequence

from kehoach_cli.document.docx.tables import has_rows
from kehoach_cli.document.model import Block, Document, Table, special_cells

ROW_END = b"</w:tr>"
_EDGE = re.compile(rb"<(/?)w:(tbl|tr)>")
_CELL = re.compile(rb"<w:tc><w:tcPr>(<w:tcW[^>]*>(?:<w:gridSpan[^>]*>)?(?:<w:vMerge[^>]*>)?)")
_WIDTH = re.compile(rb'<w:tcW w:w="(\d+)"')
_SPAN = re.compile(rb'<w:gridSpan w:val="(\d+)"')
_GRID = re.compile(
    rb'<w:tbl><w:tblPr><w:tblW w:w="(\d+)" w:type="dxa"/>.*?<w:tblGrid>(.*?)</w:tblGrid>'
)
_COLUMN = re.compile(rb'<w:gridCol w:w="(\d+)"/>')
_LAST = (b"<w:sectPr", b"</w:body>")


class ProofError(Exception):
    """The file just written is not the Document; it must not be put in place."""


def demand(holds: bool, fault: str) -> None:
    """Raise ProofError unless something holds."""
    if not holds:
        raise ProofError(fault)


_Shape = tuple[bytes, ...]
"""The cells of a row: width, span and merge of each, as written."""


class _Open:
    """A table being read: its grid, the columns merged downwards with their span, the open row.

    `known`: rows without merged cells that were found right.
    """

    def __init__(self, grid: Sequence[int]) -> None:
        self.grid = grid
        self.merged: dict[int, int] = {}
        self.known: set[bytes] = set()
        self.row: list[bytes] = []

    def knows(self, row: bytes) -> bool:
        """Whether one like it was found right; below merged cells each is looked at."""
        return row in self.known and not self.merged

    def end_row(self) -> None:
        """Prove the row that ends here."""
        row, plain = b"".join(self.row), not self.merged
        self._prove_row(tuple(_CELL.findall(row)))
        if plain and not self.merged:
            self.known.add(row)

    def _prove_row(self, shape: _Shape) -> None:
        column = 0
        for cell in shape:
            spans, width = _SPAN.search(cell), _WIDTH.search(cell)
            span = int(spans[1]) if spans else 1
            own = self.grid[column : column + span]
            demand(len(own) == span, "more cells than columns")
            demand(width is not None and sum(own) == int(width[1]), "a cell as wide as no column")
            self._follow_merge(cell, column, span)
            column += span
        demand(column == len(self.grid), "a row that does not fill its table")

    def _follow_merge(self, cell: bytes, column: int, span: int) -> None:
        if b"<w:vMerge/>" in cell:
            demand(self.merged.get(column) == span, "a cell that continues none above it")
            return
        for covered in range(column, column + span):
            self.merged.pop(covered, None)
        if b"<w:vMerge" in cell:
            self.merged[column] = span


def prove_tables(pieces: Sequence[bytes], once: bytes, document: Document) -> None:
    """The tables of a text cut at the ends of rows. `once`: each piece of it once."""
    whole = once.count(b"</w:tc>") == once.count(b"</w:p></w:tc>")
    demand(whole or b"</w:tbl></w:tc>" not in once, "a table ends a cell")
    demand(whole, "a cell without a paragraph")
    wanted = list(_tables(block for section in document.sections for block in section.blocks))
    rows = sum(len(table.header) + len(table.rows) for table in wanted)
    demand(_prove_rows(pieces) == len(wanted), "tables lost or added")
    demand(len(pieces) - 1 == rows, "rows lost or added")


def _tables(blocks: Iterator[Block] | Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table) and has_rows(block):
            yield block
            for cell in special_cells((*block.header, *block.rows)):
                if not isinstance(cell.content, str):
                    yield from _tables(cell.content)


def _prove_rows(pieces: Sequence[bytes]) -> int:
    """How many tables there are: cells fill the grid of theirs, merged cells have one above."""
    tables = 0
    stack: list[_Open] = []
    for piece in pieces[:-1]:
        if stack and stack[-1].knows(piece):
            continue
        tables += _follow(piece, stack)
        stack[-1].end_row()
    tables += _follow(pieces[-1], stack)
    demand(not stack, "a table that does not end")
    return tables


def _follow(piece: bytes, stack: list[_Open]) -> int:
    """How many tables begin in what stands between the ends of two rows; open tables are kept."""
    tables = start = 0
    for edge in _EDGE.finditer(piece):
        end, tag = edge[1], edge[2]
        if tag == b"tr":
            stack[-1].row = []
            start = edge.start()
        elif end:
            stack.pop()
            demand(not piece.startswith(_LAST, edge.end()), "a table as the last block")
            start = edge.end()
        else:
            if stack:
                stack[-1].row.append(piece[start : edge.start()])
            stack.append(_Open(_grid(piece, edge.start())))
            tables += 1
    if stack:
        stack[-1].row.append(piece[start:])
    return tables


def _grid(piece: bytes, at: int) -> list[int]:
    """The widths of the columns of a table that begins at an offset."""
    found = _GRID.match(piece, at)
    demand(found is not None, "tables lost or added")
    grid = [int(width) for width in _COLUMN.findall(found[2] if found else b"")]
    adds_up = found is not None and sum(grid) == int(found[1])
    demand(adds_up, "columns that do not add up to their table")
    return grid
