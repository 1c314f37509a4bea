"""Tables of plain text with a cell a line and no running numbers: rows found again by the columns
of figures, which come back after as many cells as there are columns."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile

from kehoach_cli.imports.outline.labels import bullet_of, label_of
from kehoach_cli.imports.pages.model import Grid, padded
from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.vietnamese.text import fold

_END = ("noi nhan", "phu luc", "ghi chu")
_TOTALS = ("cộng", "tổng")
_CLOSES = (".", ";", ":", "?", "!")
_LEAST, _MOST = 3, 12  # columns
_ROWS, _HEADING, _CELL = 2, 60, 200  # rows at least; letters of a heading, of a cell
_LONGEST = 2000  # cells
_KEPT = 1024  # cells that are kept in mind: each is looked at from every line a little above it
_LOOK = (_ROWS + 1) * _MOST
"""Cells that tell whether a table begins, of any width."""


def periodic(lines: Sequence[str], at: int) -> tuple[Grid | None, int]:
    """The table whose first heading is the line at a place, and the line after it."""
    if not _is_heading(lines[at].strip()):
        return None, at + 1
    head = [text for text, _ in islice(_cells(lines, at), _LEAST)]
    if len(head) < _LEAST or not all(map(_is_heading, head)):
        return None, at + 1
    first = [text for text, _ in islice(_cells(lines, at), _LOOK)]
    widths = range(_LEAST, _MOST + 1) if any(map(is_figure, first)) else ()
    if not any(len(_rows(first, width)) > _ROWS for width in widths):
        return None, at + 1
    cells = list(_cells(lines, at))
    texts = [text for text, _ in cells]
    ways = (_rows(texts, width) for width in range(_LEAST, min(_MOST, len(texts) // 3) + 1))
    rows = max(ways, key=lambda found: len(found) * len(found[0]) if found else 0, default=[])
    if len(rows) <= _ROWS:
        return None, at + 1
    used = len(rows) * len(rows[0])
    sum_, size = _sum(texts[used:], rows[-1])
    rows += [sum_] if sum_ else []
    return Grid(padded(rows), f"dòng {at + 1}", head=1), cells[used + size - 1][1] + 1


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING and text[:1].isupper() and _is_cell(text) and not is_figure(text)


@lru_cache(maxsize=_KEPT)
def _is_cell(text: str) -> bool:
    """Whether a line may be a cell: no sentence, no item, no heading of a part."""
    if not text or len(text) > _CELL or "\t" in text or text.endswith(_CLOSES):
        return False
    is_item = bullet_of(text) or (label_of(text) and not is_figure(text))
    return not is_item and not fold(text[:12]).startswith(_END)


def _cells(lines: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """The cells from a line on, and the line of each."""
    said = ((lines[i].strip(), i) for i in range(at, min(at + 2 * _LONGEST, len(lines))))
    return takewhile(
        lambda cell: _is_cell(cell[0]) and not is_counter(cell[0]),
        (cell for cell in said if cell[0]),
    )


def _rows(texts: Sequence[str], width: int) -> list[list[str]]:
    """The head and the rows of a width: figures stand in the same columns of each, in no
    heading; [] where they do not."""
    head, first = texts[:width], texts[width : 2 * width]
    figures = [is_figure(text) for text in first[1:]]
    in_capitals = {text.isupper() for text in head}
    if not all(map(_is_heading, head)) or len(in_capitals) > 1 or not any(figures):
        return []
    rows = [list(head)]
    for at in range(width, len(texts) - width + 1, width):
        row = texts[at : at + width]
        if [is_figure(text) for text in row[1:]] != figures:
            break
        rows.append(list(row))
    return rows


def _sum(texts: Sequence[str], row: Sequence[str]) -> tuple[list[str], int]:
    """A last row that sums up and has lost its empty cells, its figures under the last columns of
    figures; and of how many cells it is. ([], 0) where there is none."""
    if not texts or not texts[0].casefold().startswith(_TOTALS):
        return [], 0
    figures = [*takewhile(is_figure, texts[1 : len(row)])]
    places = [at for at, text in enumerate(row) if at and is_figure(text)][-len(figures) :]
    if not figures or len(places) < len(figures):
        return [], 0
    found = [texts[0], *[""] * (len(row) - 1)]
    for at, figure in zip(places, figures, strict=True):
        found[at] = figure
    return found, 1 + len(figures)
