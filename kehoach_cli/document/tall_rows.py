"""Rows that may break over pages: so tall that, kept whole, they would leave most of one blank."""

from collections.abc import Callable, Sequence

from kehoach_cli.document.metrics import LINE_HEIGHT, wrap
from kehoach_cli.document.model import Cell, Column, Row
from kehoach_cli.plan.table_widths import PADDING
from kehoach_cli.vietnamese.letter_widths import MM_PER_POINT

_SHARE = 0.6  # of the text height of a page
_FEW = 40  # letters that no column makes so tall
_GAP = 4.0  # pt above and below a paragraph of a cell


def tall_rows(
    rows: Sequence[Row],
    columns: Sequence[Column],
    size: int,
    page: float,
    words: Callable[[Cell], str],
) -> frozenset[int]:
    """The rows, from 0, that need most of a page of that text height in mm.

    None that a cell merged downwards is part of. `words`: the text of a cell.
    """
    return frozenset(
        number
        for number, row in enumerate(rows)
        if any(type(cell) is Cell or len(cell) > _FEW for cell in row)
        and _height(row, columns, size, words) > _SHARE * page
    )


def _height(row: Row, columns: Sequence[Column], size: int, words: Callable[[Cell], str]) -> float:
    cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
    if len(cells) != len(columns) or any(cell.down for cell in cells):
        return 0.0
    texts = map(words, cells)
    pairs = zip(texts, columns, strict=True)
    long = [(text, one.width) for text, one in pairs if len(text) > _FEW]
    return max((_text_height(text, width, size) for text, width in long), default=0.0)


def _text_height(text: str, width: float, size: int) -> float:
    """How high a text is in a cell, in mm: a paragraph for each of its lines."""
    lines = len(wrap(text, width - PADDING, size))
    paragraphs = text.count("\n") + 1
    return (lines * size * LINE_HEIGHT + paragraphs * _GAP) * MM_PER_POINT
