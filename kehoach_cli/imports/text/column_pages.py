"""A table that only places on the line make, from one page to the next."""

from collections.abc import Sequence
from itertools import zip_longest

from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.tables.alignment import aligned
from kehoach_cli.imports.text.column_rows import (
    MOST_HEAD,
    NUMBER,
    PAGE,
    end_of_rows,
    is_text,
    is_total,
    openings_of,
    rows_of,
    texts_of,
)
from kehoach_cli.imports.text.places import Column, Segment, columns_in, placed, segments_of
from kehoach_cli.vietnamese.text import fold

_WIDE = 60  # letters of a line of a cell at most


def on_next_pages(
    rows: list[list[str]],
    lines: Sequence[str],
    end: int,
    columns: Sequence[Column],
    head: Sequence[str],
) -> tuple[list[list[str]], int]:
    """The rows with those of pages that go on with the table, whether they repeat its head."""
    said = {fold("".join(line.split())) for line in head}
    while True:
        at = next((i for i in range(end, len(lines)) if lines[i].strip()), len(lines))
        if PAGE not in lines[end:at]:
            return rows, end
        while at < len(lines) and fold("".join(lines[at].split())) in said:
            at += 1
        first = _first_number(lines, at)
        if first is None:
            return rows, _with_tail(rows[-1], lines, at, columns) or end
        end = end_of_rows(lines, first, segments_of(lines[first])[0].start)
        number = segments_of(lines[first])[0]
        here = columns_in(openings_of(lines[at:end], number) or [segments_of(lines[first])], [])
        if len(here) < len(columns) and _stand_in(lines[at:end], columns):
            here = [*columns]
        more = list(rows_of(lines[at:end], here))
        if len(here) < len(columns):
            more = [[row[0], *rest] for row, rest in zip(more, _spread(rows, more), strict=True)]
        if first > at and not more[0][0] and not is_total(segments_of(lines[at])):
            _lengthen(rows[-1], more.pop(0))
        rows = [*rows, *more]


def _lengthen(row: list[str], tail: Sequence[str]) -> None:
    """Put the rest of a row's cells, cut off by a page's end, behind them."""
    row[:] = [f"{a} {b}".strip() for a, b in zip_longest(row, tail, fillvalue="")]


def _with_tail(
    row: list[str], lines: Sequence[str], at: int, columns: Sequence[Column]
) -> int | None:
    """Where the rest of a last row ends that a page's end cut, put into it; None where the page
    begins with something else."""
    end = at
    while end < min(at + MOST_HEAD, len(lines)) and _is_tail(segments_of(lines[end]), columns):
        end += 1
    if end == at:
        return None
    tail: list[list[str]] = [[] for _ in columns]
    for line in lines[at:end]:
        for column, segment in placed(segments_of(line), columns):
            tail[column].append(segment.text)
    _lengthen(row, texts_of(tail))
    return end


def _is_tail(segments: Sequence[Segment], columns: Sequence[Column]) -> bool:
    """Whether a line stands in cells right of the first column and nowhere else."""
    return bool(segments) and all(_stands_in_cell(segment, columns) for segment in segments)


def _stands_in_cell(segment: Segment, columns: Sequence[Column]) -> bool:
    """Whether words begin where those of a column do and leave the next one free."""
    for column, after in zip_longest(columns[1:], columns[2:]):
        if any(abs(segment.start - start) <= 1 for start in column.starts):
            is_bare = not segment.text.isupper() and label_of(segment.text) is None
            return is_bare and (after is None or segment.end < after.left)
    return False


def _stand_in(lines: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether everything in rows begins where a column does, as on the page before."""
    starts = {start for column in columns for start in column.starts}
    segments = [segment for line in lines for segment in segments_of(line)]
    return all(any(abs(one.start - start) <= 1 for start in starts) for one in segments)


def _first_number(lines: Sequence[str], at: int) -> int | None:
    """The first line of the first row of a page that goes on with a table; None where it does
    not: only what fits into cells may stand above it."""
    for i in range(at, min(at + MOST_HEAD, len(lines))):
        segments = segments_of(lines[i])
        if len(segments) > 1 and (NUMBER.fullmatch(segments[0].text) or is_total(segments)):
            return i
        is_prose = bool(segments) and is_text(segments, segments[0].start)
        if is_prose or lines[i] == PAGE or any(len(one.text) > _WIDE for one in segments):
            return None
    return None


def _spread(known: list[list[str]], rows: list[list[str]]) -> list[list[str]]:
    """Rows of a page on which a column stays empty, over the columns as rows above use them."""
    bare = [[cell for cell in row[1:] if cell] for row in rows]
    return aligned([*(row[1:] for row in known), *bare])[len(known) :]
