"""The rows of a table that only their places on the line make, on one page: each begins with its
number or a sum, what stands below goes on in its cells."""

from collections.abc import Iterator, Sequence

from kehoach_cli.imports.outline.labels import bullet_of, label_of
from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.imports.text.places import Column, Segment, placed, segments_of
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

NUMBER = pattern(r"\(?(?:\d{1,3}(?:\.\d{1,2})?|[IVX]{1,5}|[A-HĐ])\)?[.)]?")
_GROUPED = pattern(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
PAGE = "\f"
_CLOSES = (".", ")", "-", "–", ":")
_END = ("noi nhan", "phu luc", "ghi chu:", "ghi chu :")
_WORDED = ("Phần", "Chương", "Mục", "Điều")
_HEADINGS = ("A", "I", "1", *_WORDED)
_TOTALS = ("cộng", "tổng")
MOST_HEAD = 14
"""Lines of a head at most."""
MOST = 60  # columns
FAR = 4
"""Letters that a row's number may stand aside of its heading."""


def end_of_rows(lines: Sequence[str], first: int, start: int) -> int:
    """The line after the last of the rows on this page."""
    row = segments_of(lines[first])
    last, opens, edge = first, row[0].text, row[1].start if len(row) > 1 else 0
    for i in range(first, len(lines)):
        segments = segments_of(lines[i])
        is_over = bool(segments) and (
            is_text(segments, start, edge)
            or is_counter(segments[0].text)
            or _is_numbered_title(segments, opens)
        )
        if is_over or lines[i] == PAGE:
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


def is_text(segments: Sequence[Segment], start: int, edge: int = 0) -> bool:
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
    return is_heading or ends or (begins and len(text) > MOST_HEAD * 2)


def openings_of(lines: Sequence[str], number: Segment | None) -> list[list[Segment]]:
    """The first lines of rows: those under a heading of numbers, or those with most cells."""
    rows = [row[: 2 * MOST] for row in map(segments_of, lines) if row]
    if number is None:
        most = max(map(len, rows), default=0)
        return [row for row in rows if len(row) == most]
    return [row for row in rows if is_number(row[0], number.start)]


def is_number(segment: Segment, start: int) -> bool:
    return bool(NUMBER.fullmatch(segment.text)) and abs(segment.start - start) <= FAR


def rows_of(
    lines: Sequence[str], columns: Sequence[Column], is_counted: bool = True
) -> Iterator[list[str]]:
    """The rows: one begins with a number or a sum, in a table that counts none with anything in
    the first column; a text without goes on above."""
    row: list[list[str]] = []
    here = columns
    for segments in filter(None, map(segments_of, lines)):
        is_number = not is_counted or bool(NUMBER.fullmatch(segments[0].text))
        begins = is_number and columns[0].fits(segments[0]) > 0 and len(segments) > 1
        begins |= is_total(segments)
        found = placed(segments, columns if begins else here)
        if begins and row:
            tail = _tail(row, found)
            yield texts_of(row)
            row = tail
        if begins:
            here = _as_here(columns, found)
        row = row or [[] for _ in columns]
        for at, segment in found:
            row[at].append(segment.text)
    if row:
        yield texts_of(row)


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


def is_total(segments: Sequence[Segment]) -> bool:
    figures = any(is_figure(one.text) for one in segments[1:])
    return figures and segments[0].text.casefold().startswith(_TOTALS)


def texts_of(row: list[list[str]]) -> list[str]:
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
