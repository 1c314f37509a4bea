"""Rows that are so tall that, kept whole or together, they would leave much of a page blank."""

from collections.abc import Callable, Iterable, Sequence
from operator import gt

from kehoach_cli.document.metrics import LINE_HEIGHT, wrap
from kehoach_cli.document.model import Cell, Column, Row
from kehoach_cli.plan.table_widths import PADDING
from kehoach_cli.vietnamese.letter_widths import MM_PER_POINT

_FEW = 40  # letters that no column makes so tall
_GAP = 4.0  # pt above and below a paragraph of a cell
_WIDE = 0.62  # sizes of type that a letter takes at most, over a text whose lines are not full


def tall_rows(
    rows: Iterable[tuple[int, Row]],
    columns: Sequence[Column],
    size: int,
    height: float,
    words: Callable[[Cell], str],
) -> frozenset[int]:
    """The numbers of the rows that are higher than so many mm. `words`: the text of a cell."""
    rooms = [max(1.0, column.width - PADDING) for column in columns]
    most = [max(_FEW, _letters(room, size, height)) for room in rooms]
    return frozenset(
        number
        for number, row in rows
        if _may_be_tall(row, most) and _is_tall(row, rooms, size, height, words)
    )


def _may_be_tall(row: Row, most: Sequence[float]) -> bool:
    """Told from the letters alone. `most`: of each column the letters that fit for certain."""
    try:
        text = "".join(row)  # type: ignore[arg-type]  # mostly all cells are plain texts
    except TypeError:
        return True
    return "\n" in text or any(map(gt, map(len, row), most))


def _is_tall(
    row: Row, rooms: Sequence[float], size: int, height: float, words: Callable[[Cell], str]
) -> bool:
    cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
    if len(cells) != len(rooms):
        return False
    texts = zip(map(words, cells), rooms, strict=True)
    return any(_needs(text, room, size, height) for text, room in texts if len(text) > _FEW)


def _letters(room: float, size: int, height: float) -> float:
    """How many letters without a break stand in that height for certain."""
    line = size * LINE_HEIGHT * MM_PER_POINT
    return ((height - _GAP * MM_PER_POINT) / line - 1) * room / (_WIDE * size * MM_PER_POINT)


def _needs(text: str, room: float, size: int, height: float) -> bool:
    """Whether a text is higher than that in a cell: a paragraph for each of its lines."""
    paragraphs = text.count("\n") + 1
    most = paragraphs + len(text) * _WIDE * size * MM_PER_POINT / room
    line, gaps = size * LINE_HEIGHT * MM_PER_POINT, paragraphs * _GAP * MM_PER_POINT
    return most * line + gaps > height and len(wrap(text, room, size)) * line + gaps > height
