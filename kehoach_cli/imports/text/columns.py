"""Tables that only their places on the line make, as `pdftotext -layout` prints them: columns are
what blank strips part, a row begins with its number, what stands below goes on in its cells."""

from collections.abc import Sequence

from kehoach_cli.imports.pages.model import Grid, padded
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.imports.text.column_pages import on_next_pages
from kehoach_cli.imports.text.column_rows import (
    FAR,
    MOST,
    MOST_HEAD,
    PAGE,
    end_of_rows,
    is_number,
    is_total,
    openings_of,
    rows_of,
)
from kehoach_cli.imports.text.places import Segment, columns_in, heads_of, segments_of

_LEAST = 3
"""Columns of a table at least."""


def columned(lines: Sequence[str], at: int) -> tuple[Grid | None, int]:
    """The table whose head begins at a line, and the line after it; None where none does."""
    head = segments_of(lines[at])
    if not 1 < len(head) <= MOST or "\t" in lines[at]:
        return None, at + 1
    is_counted = is_counter(head[0].text)
    first = _first_row(lines, at, head[0]) if is_counted else _first_like(lines, at, head)
    if first is None:
        return None, at + 1
    end = end_of_rows(lines, first, head[0].start)
    openings = openings_of(lines[first:end], head[0] if is_counted else None)
    columns = columns_in(openings, _said(lines[at:first])) if openings else []
    if not _LEAST <= len(columns) <= MOST:
        return None, at + 1
    heads, spans = heads_of(lines[at:first], columns)
    rows = list(rows_of(lines[first:end], columns, is_counted))
    if is_counted:
        rows, end = on_next_pages(rows, lines, end, columns, lines[at:first])
    grid = Grid(padded([*heads, *rows]), f"dòng {at + 1}", spans, head=len(heads))
    return grid, end


def _first_row(lines: Sequence[str], at: int, counter: Segment) -> int | None:
    """The line of the first row: its number stands under the heading of numbers."""
    for i in range(at + 1, min(at + MOST_HEAD, len(lines))):
        segments = segments_of(lines[i])
        begins = bool(segments) and is_number(segments[0], counter.start) and len(segments) > 1
        if begins or (segments and is_total(segments)):
            return i
        if lines[i] == PAGE:
            break
    return None


def _first_like(lines: Sequence[str], at: int, head: Sequence[Segment]) -> int | None:
    """The first of two lines under a head that have as many cells, the first of which stand under
    its own: rows of a table that counts none."""
    if len(head) < _LEAST:
        return None
    found: int | None = None
    for i in range(at + 1, min(at + MOST_HEAD, len(lines))):
        segments = segments_of(lines[i])
        stands = bool(segments) and abs(segments[0].start - head[0].start) <= FAR
        if stands and len(segments) == len(head):
            if found is not None:
                return found
            found = i
        elif _goes_on(segments, head) and found is not None:
            continue
        elif found is not None or len(segments) > len(head) or lines[i] == PAGE:
            return None
    return None


def _goes_on(segments: Sequence[Segment], head: Sequence[Segment]) -> bool:
    """Whether a line goes on in cells of a row, none of them the first."""
    return bool(segments) and len(segments) < len(head) and segments[0].start > head[0].end


def _said(lines: Sequence[str]) -> list[Segment]:
    return [segment for line in lines for segment in segments_of(line)]
