"""Cells merged downwards, parted where pages break: what they say is read on every page."""

from collections.abc import Sequence
from itertools import islice, pairwise

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import (
    Block,
    Cell,
    Document,
    Row,
    Table,
    special_cells,
    tables_in,
)
from kehoach_cli.document.pages import placed_rows
from kehoach_cli.document.pieces import Piece, held_together
from kehoach_cli.document.row_spans import row_spans


def part_merges(document: Document, layout: Layout) -> Document:
    """The document with each merged cell parted where a page breaks inside it.

    The first rows under a part are kept together: where a page holds a row more than was told, its
    part begins on the next page all the same.
    """
    if not any(map(_merges, tables_in(document))):
        return document
    rows = iter(placed_rows(document, layout))

    def part(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        standing = list(islice(rows, len(block.rows)))
        return _parted(block, standing) if _merges(block) else block

    sections = (s._replace(blocks=tuple(map(part, s.blocks))) for s in document.sections)
    return document._replace(sections=tuple(sections))


def _merges(table: Table) -> bool:
    return any(cell.down for cell in special_cells(table.rows))


def _parted(table: Table, standing: Sequence[tuple[int, Piece]]) -> Table:
    starts = {at for at, ((one, _), (two, _)) in enumerate(pairwise(standing), 1) if one != two}
    rows = list(table.rows)
    for (top, at), span in row_spans(table.rows).items():
        edges = [top, *sorted(cut for cut in starts if top < cut < top + span), top + span]
        for first, last in pairwise(edges):
            rows[first] = _with(rows[first], at, table.rows[top][at], last - first > 1)
    held = held_together((piece for _, piece in standing), starts)
    kept = (number for number, together in enumerate(held) if together)
    return table._replace(rows=rows, kept=table.kept.union(kept))


def _with(row: Row, at: int, cell: str | Cell, merged: bool) -> Row:
    """The row with what a merged cell says, in a cell that goes on downwards or stands alone."""
    whole = cell if isinstance(cell, Cell) else Cell(cell)
    return (*row[:at], whole._replace(down="start" if merged else ""), *row[at + 1 :])
