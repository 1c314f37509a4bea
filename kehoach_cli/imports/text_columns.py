"""Tables that only their places on the line make, as `pdftotext -layout` prints them: columns are
what blank strips part, a row begins with its number, what stands below goes on in its cells."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kehoach_cli.imports.alignment import aligned, is_figure
from kehoach_cli.imports.heads import is_counter
from kehoach_cli.imports.labels import bullet_of, label_of
from kehoach_cli.imports.pages import Grid, padded
from kehoach_cli.imports.text_places import (
    Column,
    Segment,
    columns_in,
    heads_of,
    placed,
    segments_of,
)
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_NUMBER = pattern(r"\(?(?:\d{1,3}(?:\.\d{1,2})?|[IVX]{1,5}|[A-HĐ])\)?[.)]?")
_GROUPED = pattern(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PAGE = "\f"
_CLOSES = (".", ")", "-", "–", ":")
_END = ("noi nhan", "phu luc", "ghi chu:", "ghi chu :")
_WORDED = ("Phần", "Chương", "Mục", "Điều")
_HEADINGS = ("A", "I", "1", *_WORDED)
_TOTALS = ("cộng", "tổng")
_LEAST, _MOST_HEAD = 3, 14
"""Columns of a table at least, lines of its head at most."""
_MOST = 60  # columns
_WIDE = 60  # letters of a line of a cell at most
_FAR = 4  # letters that a row's number may stand aside of its heading


def columned(lines: Sequence[str], at: int) -> tuple[Grid | None, int]:
    """The table whose head begins at a line, and the line after it; None where none does."""
    head = segments_of(lines[at])
    if not 1 < len(head) <= _MOST or "\t" in lines[at]:
        return None, at + 1
    is_counted = is_counter(head[0].text)
    first = _first_row(lines, at, head[0]) if is_counted else _first_like(lines, at, head)
    if first is None:
        return None, at + 1
    end = _end(lines, first, head[0].start)
    openings = _openings(lines[first:end], head[0] if is_counted else None)
    columns = columns_in(openings, _said(lines[at:first]))
    if not _LEAST <= len(columns) <= _MOST:
        return None, at + 1
    heads, spans = heads_of(lines[at:first], columns)
    rows = list(_rows(lines[first:end], columns, is_counted))
    if is_counted:
        rows, end = _on_next_pages(rows, lines, end, len(columns), lines[at:first])
    grid = Grid(padded([*heads, *rows]), f"dòng {at + 1}", spans, head=len(heads))
    return grid, end


def _first_row(lines: Sequence[str], at: int, counter: Segment) -> int | None:
    """The line of the first row: its number stands under the heading of numbers."""
    for i in range(at + 1, min(at + _MOST_HEAD, len(lines))):
        segments = segments_of(lines[i])
        begins = bool(segments) and _is_number(segments[0], counter.start) and len(segments) > 1
        if begins or (segments and _is_total(segments)):
            return i
        if lines[i] == _PAGE:
            break
    return None


def _first_like(lines: Sequence[str], at: int, head: Sequence[Segment]) -> int | None:
    """The first of two lines under a head that have as many cells, the first of which stand under
    its own: rows of a table that counts none."""
    if len(head) < _LEAST:
        return None
    found: int | None = None
    for i in range(at + 1, min(at + _MOST_HEAD, len(lines))):
        segments = segments_of(lines[i])
        stands = bool(segments) and abs(segments[0].start - head[0].start) <= _FAR
        if stands and len(segments) == len(head):
            if found is not None:
                return found
            found = i
        elif _goes_on(segments, head) and found is not None:
            continue
        elif found is not None or len(segments) > len(head) or lines[i] == _PAGE:
            return None
    return None


def _goes_on(segments: Sequence[Segment], head: Sequence[Segment]) -> bool:
    """Whether a line goes on in cells of a row, none of them the first."""
    return bool(segments) and len(segments) < len(head) and segments[0].start > head[0].end


def _is_number(segment: Segment, start: int) -> bool:
    return bool(_NUMBER.fullmatch(segment.text)) and abs(segment.start - start) <= _FAR


def _end(lines: Sequence[str], first: int, start: int) -> int:
    """The line after the last of the rows on this page."""
    row = segments_of(lines[first])
    last, opens, edge = first, row[0].text, row[1].start if len(row) > 1 else 0
    for i in range(first, len(lines)):
        segments = segments_of(lines[i])
        is_over = bool(segments) and (
            _is_text(segments, start, edge)
            or is_counter(segments[0].text)
            or _is_numbered_title(segments, opens)
        )
        if is_over or lines[i] == _PAGE:
            break
        last = i + 1 if segments else last
    return last


def _is_numbered_title(segments: Sequence[Segment], opens: str) -> bool:
    """Whether a line is a heading set off from its number, under rows that have no such one."""
    if len(segments) != 2 or opens.endswith(_CLOSES) or is_figure(segments[1].text):
        return False
    number = segments[0].text
    label = label_of(f"{number} {segments[1].text}") if number.endswith(_CLOSES) else None
    return label is not None and label.printed == number


def _is_text(segments: Sequence[Segment], start: int, edge: int = 0) -> bool:
    """Whether a line is of the text below a table: it fills the line, or opens what follows, left
    of the edge of the second column."""
    text = segments[0].text
    if len(segments) > 1:
        return fold(text).startswith(_END[:1])
    label = label_of(text)
    begins = segments[0].start <= start + 1
    opens = label is not None and label.kind.startswith(_HEADINGS)
    is_heading = opens and (
        begins or segments[0].start < edge or (label is not None and label.kind.startswith(_WORDED))
    )
    ends = fold(text[:12]).startswith(_END)
    return is_heading or ends or (begins and len(text) > _MOST_HEAD * 2)


def _openings(lines: Sequence[str], number: Segment | None) -> list[list[Segment]]:
    """The first lines of rows: those under a heading of numbers, or those with most cells."""
    rows = [row[: 2 * _MOST] for row in map(segments_of, lines) if row]
    if number is None:
        most = max(map(len, rows))
        return [row for row in rows if len(row) == most]
    return [row for row in rows if _is_number(row[0], number.start)]


def _said(lines: Sequence[str]) -> list[Segment]:
    return [segment for line in lines for segment in segments_of(line)]


def _rows(
    lines: Sequence[str], columns: Sequence[Column], is_counted: bool = True
) -> Iterator[list[str]]:
    """The rows: one begins with a number or a sum, in a table that counts none with anything in
    the first column; a text without goes on above."""
    row: list[list[str]] = []
    here = columns
    for segments in filter(None, map(segments_of, lines)):
        is_number = not is_counted or bool(_NUMBER.fullmatch(segments[0].text))
        begins = is_number and columns[0].fits(segments[0]) > 0 and len(segments) > 1
        begins |= _is_total(segments)
        found = placed(segments, columns if begins else here)
        if begins and row:
            tail = _tail(row, found)
            yield _texts(row)
            row = tail
        if begins:
            here = _as_here(columns, found)
        row = row or [[] for _ in columns]
        for at, segment in found:
            row[at].append(segment.text)
    if row:
        yield _texts(row)


def _as_here(columns: Sequence[Column], found: Sequence[tuple[int, Segment]]) -> list[Column]:
    """The columns as a row has them: those that its first line shows stand as there."""
    here = list(columns)
    for at, segment in found:
        here[at] = Column(segment.start, max(segment.end, columns[at].right), {segment.start})
    return here


def _tail(row: list[list[str]], found: Sequence[tuple[int, Segment]]) -> list[list[str]]:
    """The last lines of a name that are of the next row, whose number stands in its middle."""
    name = row[1] if len(row) > 1 else []
    opens = next((one.text for at, one in found if at == 1), "")
    at = next((i for i in range(len(name) - 1, 0, -1) if name[i][0].isupper()), 0)
    if not at or (opens and not opens[0].islower()):
        return []
    tail: list[list[str]] = [[] for _ in row]
    tail[1] = name[at:]
    del name[at:]
    return tail


def _is_total(segments: Sequence[Segment]) -> bool:
    figures = any(is_figure(one.text) for one in segments[1:])
    return figures and segments[0].text.casefold().startswith(_TOTALS)


def _texts(row: list[list[str]]) -> list[str]:
    """The lines of each cell as one, but for its bullets."""
    texts = []
    for cell in row:
        text = ""
        for line in cell:
            text = (
                f"{text}\n{line}" if bullet_of(line) else f"{text}{_gap(text.strip(), line)}{line}"
            )
        texts.append(text.strip())
    return texts


def _gap(above: str, below: str) -> str:
    """What stands between two lines of a cell: nothing in a figure that had no room."""
    is_whole = _GROUPED.fullmatch(above) and not below.startswith(".")
    return "" if _GROUPED.fullmatch(above + below) and not is_whole else " "


def _on_next_pages(
    rows: list[list[str]], lines: Sequence[str], end: int, width: int, head: Sequence[str]
) -> tuple[list[list[str]], int]:
    """The rows with those of pages that go on with the table, whether they repeat its head."""
    said = {fold("".join(line.split())) for line in head}
    while True:
        at = next((i for i in range(end, len(lines)) if lines[i].strip()), len(lines))
        if _PAGE not in lines[end:at]:
            return rows, end
        while at < len(lines) and fold("".join(lines[at].split())) in said:
            at += 1
        first = _first_number(lines, at)
        if first is None:
            return rows, end
        end = _end(lines, first, segments_of(lines[first])[0].start)
        number = segments_of(lines[first])[0]
        columns = columns_in(_openings(lines[at:end], number), [])
        more = list(_rows(lines[at:end], columns))
        if len(columns) < width:
            more = [[row[0], *rest] for row, rest in zip(more, _spread(rows, more), strict=True)]
        if first > at and not more[0][0]:
            cells = zip_longest(rows[-1], more.pop(0), fillvalue="")
            rows[-1] = [f"{above} {below}".strip() for above, below in cells]
        rows = [*rows, *more]


def _first_number(lines: Sequence[str], at: int) -> int | None:
    """The first line of the first row of a page that goes on with a table; None where it does
    not: only what fits into cells may stand above it."""
    for i in range(at, min(at + _MOST_HEAD, len(lines))):
        segments = segments_of(lines[i])
        if len(segments) > 1 and _NUMBER.fullmatch(segments[0].text):
            return i
        is_text = bool(segments) and _is_text(segments, segments[0].start)
        if is_text or lines[i] == _PAGE or any(len(one.text) > _WIDE for one in segments):
            return None
    return None


def _spread(known: list[list[str]], rows: list[list[str]]) -> list[list[str]]:
    """Rows of a page on which a column stays empty, over the columns as rows above use them."""
    bare = [[cell for cell in row[1:] if cell] for row in rows]
    return aligned([*(row[1:] for row in known), *bare])[len(known) :]
