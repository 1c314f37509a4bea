"""How wide the columns of a worksheet are: by their text, as a screen has room."""

from collections.abc import Iterable, Iterator, Sequence

from kehoach_cli.document.model import Cell, Table
from kehoach_cli.document.xlsx.cells import cell_text, placed, span
from kehoach_cli.vietnamese.letter_widths import text_width

LETTER = 7 / 96 * 25.4
"""mm of a figure of the default font (7 pixels), in which Excel counts widths."""
NARROWEST, WIDEST = 8, 60
"""Letters; longer text is wrapped."""

_PADDING = 3.0  # mm, both sides, and as programs do not measure text alike
_LINES = 3  # of a heading
_MEASURED = 5  # of the texts with most letters; measuring all costs more than it tells


def column_widths(table: Table) -> list[float]:
    """The width of each column in mm."""
    columns = range(len(table.columns))
    texts: dict[int, set[str]] = {column: set() for column in columns}
    for row in table.rows:
        for column, cell in placed(row):
            if span(cell) == 1:
                texts[column].update(cell_text(cell).split("\n"))
    heads = _heads(table)
    needed = (_needed(texts[at], heads.get(at, ""), table.size) for at in columns)
    return [min(max(mm, NARROWEST * LETTER), WIDEST * LETTER) for mm in needed]


def _heads(table: Table) -> dict[int, str]:
    """The heading over each column itself, not those over several."""
    cells: Iterator[tuple[int, str | Cell]] = (
        pair for row in table.header for pair in placed(row) if span(pair[1]) == 1
    )
    found: dict[int, str] = {}
    for column, cell in cells:
        found[column] = max(found.get(column, ""), cell_text(cell), key=len)
    return found


def _needed(texts: Iterable[str], head: str, size: int) -> float:
    words = max((_width([word], size) for word in head.split()), default=0.0)
    return _PADDING + max(_width(texts, size), words, _width([head], size) / _LINES)


def _width(texts: Iterable[str], size: int) -> float:
    longest: Sequence[str] = sorted(texts, key=len)[-_MEASURED:]
    return max((text_width(text, size, bold=True) for text in longest), default=0.0)
