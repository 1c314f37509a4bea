"""Tables of printed pages that no lines draw, or only some: a head that counts its rows, and what
stands under it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kehoach_cli.imports.outline.labels import bullet_of
from kehoach_cli.imports.printed.columns import Piece, Strip, pieces_of, reached, strips_of
from kehoach_cli.imports.printed.rows import frame_of
from kehoach_cli.imports.printed.ruled_tables import Frame
from kehoach_cli.imports.printed.ruling_lines import Rulings
from kehoach_cli.imports.printed.words import Word, lined
from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.imports.text.column_rows import NUMBER
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_TOTALS = ("tong", "cong")
_PAGE_NUMBER = pattern(r"\W*\d{1,4}(?:\s*/\s*\d{1,4})?\W*")
_NEXT = 1.6  # of a line's height: how far the lines of a head are from each other at most
_FAR = 2.0  # of a line's height, from which on a number below all else is that of the page
_OFTEN = 3  # pages on which a running head stands at least
_LEAST, _PLAIN = 3, 0.7
"""Of what goes on with a table: pieces of its fullest line; the share of those in one column."""
_MOST_HEAD = 8  # lines
_MOST_WORDS, _MOST_LINES = 5_000, 200  # of a page; lines across or down, beyond which it is drawn

Row = list[Piece]


class Known(NamedTuple):
    """Of the table that ends the page before: its columns, what the lines of its head say."""

    strips: list[Strip]
    head: list[str]


NOTHING = Known([], [])


@dataclass(slots=True)
class Opened:
    """A table of a page; `end`: the line behind it; `is_last`: no line is."""

    frame: Frame
    known: Known
    end: int
    is_last: bool


def opened(
    words: Sequence[Word], page: Rulings | None, above: Known, running: Counter[str]
) -> Iterator[Opened]:
    """The tables of a page from top to bottom. `above`: that which ends the page before;
    `running`: how many pages begin or end with a line."""
    if len(words) > _MOST_WORDS:
        return
    page = page if page and max(map(len, page)) <= _MOST_LINES else None
    walls = page.down if page else []
    floors = sorted({line.at for line in page.across}) if page else []
    lines = _body([pieces_of(line, walls) for line in lined(words)], running)
    at = 0
    carried = _carried(lines, above, floors) if above.strips else None
    if carried:
        yield carried
        at = carried.end
    while at < len(lines):
        found = _table(lines, at, above, floors) if _counts(lines[at]) else None
        if found:
            yield found
        at = found.end if found else at + 1


def key_of(line: Sequence[Word]) -> str:
    """What a line says but for figures."""
    return "".join(
        letter for letter in fold("".join(w.text for w in sorted(line))) if letter.isalpha()
    )


def running_in(pages: Sequence[Sequence[Word]]) -> Counter[str]:
    """How many pages have each line at their top or bottom."""
    ends = [lined(words) for words in pages]
    return Counter(key for lines in ends for key in {key_of(x) for x in lines[:1] + lines[-1:]})


def _body(lines: list[Row], running: Counter[str]) -> list[Row]:
    """The lines of a page without what every page says."""
    for end in (0, -1):
        line = lines[end] if lines else None
        if line and (_is_running(line, running) or _is_page_number(lines, end)):
            lines.pop(end)
    return lines


def _is_running(line: Row, running: Counter[str]) -> bool:
    key = "".join(letter for piece in line for letter in fold(piece.text) if letter.isalpha())
    return bool(key) and running[key] >= _OFTEN


def _is_page_number(lines: Sequence[Row], end: int) -> bool:
    line = lines[end]
    if len(line) > 1 or not _PAGE_NUMBER.fullmatch(line[0].text) or len(lines) == 1:
        return False
    beside = lines[1] if end == 0 else lines[-2]
    height = line[0].bottom - line[0].top
    return abs(beside[0].middle - line[0].middle) > _FAR * height


def _counts(line: Row) -> bool:
    return is_counter(line[0].text)


def _table(lines: Sequence[Row], at: int, above: Known, floors: Sequence[float]) -> Opened | None:
    """The table whose head has its heading of numbers on a line."""
    first = next((i for i in range(at + 1, min(at + _MOST_HEAD, len(lines)))
                  if _is_anchor(lines[i], lines[at][0])), None)  # fmt: skip
    if first is None:
        return None
    start, stop = _head(lines, at, first, floors)
    said = [_said(line) for line in lines[start : start + len(above.head)]]
    is_again = bool(said) and said == above.head
    stop = start + len(said) if is_again else stop
    head, end = lines[start:stop], _end(lines, stop, lines[at][0])
    body = lines[stop:end]
    strips = above.strips if is_again else strips_of(head, body)
    anchors = [line[0] for line in body if _is_anchor(line, lines[at][0])]
    if not strips or not anchors:
        return None
    known = Known(strips, [_said(line) for line in head])
    return Opened(frame_of(head, body, anchors, strips, floors), known, end, end == len(lines))


def _said(line: Row) -> str:
    return fold("".join(piece.text for piece in line)).replace(" ", "")


def _carried(lines: Sequence[Row], above: Known, floors: Sequence[float]) -> Opened | None:
    """What goes on at the top of a page with the columns of the page before."""
    if not lines or any(_counts(line) for line in lines[:_MOST_HEAD]):
        return None
    left, right = above.strips[0]
    number = Piece(left, 0.0, right, 0.0, "")
    end = _end(lines, 0, number)
    body = lines[:end]
    anchors = [line[0] for line in body if _is_anchor(line, number)]
    plain = [p for line in body for p in line if len(reached(p, above.strips)) == 1]
    full = max(map(len, body), default=0)
    is_sum = any(fold(anchor.text).startswith(_TOTALS) for anchor in anchors)
    if not anchors or (full < _LEAST and not is_sum) or len(plain) < _PLAIN * sum(map(len, body)):
        return None
    return Opened(frame_of([], body, anchors, above.strips, floors), above, end, end == len(lines))


def _head(lines: Sequence[Row], at: int, first: int, floors: Sequence[float]) -> tuple[int, int]:
    """The first line of a head and that behind its last: lines near each other, none of them
    behind one that is drawn, and as many below its heading of numbers as above."""
    start, stop = at, at + 1
    counter = lines[at][0]
    while start and _is_near(lines[start - 1], lines[start]) and all(
        piece.left > counter.right for piece in lines[start - 1]
    ):  # fmt: skip
        start -= 1
    floor = next((one for one in floors if one > counter.middle), lines[first][0].middle)
    if start < at:
        floor = min(floor, 2 * counter.middle - lines[start][0].top + counter.edge)
    while stop < first and _is_near(lines[stop - 1], lines[stop]) and (
        lines[stop][0].middle < floor
    ):  # fmt: skip
        stop += 1
    return start, stop


def _is_near(one: Row, two: Row) -> bool:
    height = max(piece.bottom - piece.top for piece in [*one, *two])
    return abs(two[0].middle - one[0].middle) <= _NEXT * height


def _is_anchor(line: Row, counter: Piece) -> bool:
    """Whether a line holds the number of a row, or the heading of a sum."""
    first = line[0]
    if len(line) > 1 and fold(first.text).startswith(_TOTALS):
        return any(is_figure(piece.text) for piece in line[1:])
    wide = counter.right - counter.left
    in_column = first.left < counter.right + wide and first.right < counter.right + 2 * wide
    return in_column and bool(NUMBER.fullmatch(first.text))


def _end(lines: Sequence[Row], at: int, counter: Piece) -> int:
    """The line behind a table: what is below begins left of its texts and is no number."""
    end = at
    for i in range(at, len(lines)):
        if _counts(lines[i]):
            break
        if _is_anchor(lines[i], counter):
            end = i + 1
        elif lines[i][0].left < counter.right and not bullet_of(lines[i][0].text):
            break
        else:
            end = i + 1
    return end
