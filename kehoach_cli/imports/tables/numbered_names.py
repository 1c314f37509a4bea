"""Tables whose names begin with their numbers, "1. Mạng LAN": the numbers in a column of theirs."""

import re
from dataclasses import replace

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.tables.heads import columns_of, head_rows, is_counter
from kehoach_cli.imports.tables.plain import is_total
from kehoach_cli.patterns import pattern

_LABELLED = pattern(
    r"(?P<number>[IVXL]{1,6}[.)]|[A-HĐ][.)]|\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[a-zđ][.)])"
    r"\s*(?P<name>[^\W\d].*)",
    re.DOTALL,
)
_FIRST = ("1", "I", "A")
_COUNTER = "TT"


def numbers_apart(grid: Grid) -> Grid:
    """The table with the numbers of its names in a first column; as it is where it has none."""
    head = head_rows(grid)
    if any(is_counter(leaf.name) for column in columns_of(grid, head) for leaf in column.leaves()):
        return grid
    found = [_LABELLED.fullmatch(row[0].strip()) for row in grid.rows]
    body = [at for at in range(head, len(grid.rows)) if not _is_aside(grid.rows[at])]
    told = [match["number"].rstrip(".)") for at in body if (match := found[at])]
    if len(told) < 2 or len(told) < len(body) or told[0] not in _FIRST or "1" not in told:
        return grid
    rows = [_apart(row, found[at] if at >= head else None) for at, row in enumerate(grid.rows)]
    rows[0][0] = _COUNTER
    spans = {(row, column + 1): size for (row, column), size in grid.spans.items()}
    if head > 1:
        spans[0, 0] = (head, 1)
    aligned = {column + 1: way for column, way in grid.aligned.items()}
    return replace(grid, rows=rows, spans=spans, left=grid.left - 1, aligned=aligned)


def _is_aside(row: list[str]) -> bool:
    """Whether a row need not have a number: it adds up, goes on, or has no name."""
    return is_total(row) or row[0].strip()[:1] in ("", "-", "–", "+", "•")


def _apart(row: list[str], match: re.Match[str] | None) -> list[str]:
    return [match["number"].rstrip(".)"), match["name"], *row[1:]] if match else ["", *row]
