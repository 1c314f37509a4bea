"""Numbers typed as text: a column of own rows in which all that stands reads as a number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kehoach_cli.document.model import Cell, Row
from kehoach_cli.document.xlsx.cells import cell_text, placed, span
from kehoach_cli.vietnamese.numbers import format_decimal, parse_decimal
from kehoach_cli.vietnamese.unreadable import Unreadable

_NOTHING = ("", "-", "–", "—")


@dataclass(frozen=True, slots=True)
class Typed:
    """Numbers by row and column. `parted`: the columns that part thousands, as years do not."""

    numbers: dict[tuple[int, int], Decimal] = field(default_factory=dict)
    parted: frozenset[int] = frozenset()


def typed_numbers(rows: Sequence[Row]) -> Typed:
    """The numbers of the columns that hold nothing else; dashes and blanks stay what they are."""
    found: dict[int, dict[int, str]] = {}
    for position, row in enumerate(rows):
        for column, cell in placed(row):
            text = "" if span(cell) > 1 else cell_text(cell).strip()
            if text not in _NOTHING or _is_merged(cell):
                found.setdefault(column, {})[position] = "" if _is_merged(cell) else text
    columns = {at: texts for at, texts in found.items() if all(map(_is_number, texts.values()))}
    return Typed(
        {
            (row, at): parse_decimal(text)
            for at, own in columns.items()
            for row, text in own.items()
        },
        frozenset(at for at, own in columns.items() if any("." in text for text in own.values())),
    )


def _is_merged(cell: str | Cell) -> bool:
    return isinstance(cell, Cell) and bool(cell.down)


def _is_number(text: str) -> bool:
    """Whether nothing typed is lost in the number: no zero before it, no plus."""
    try:
        value = parse_decimal(text)
    except Unreadable:
        return False
    shown = format_decimal(value)
    return text.startswith(shown) or text == shown.replace(".", "")
