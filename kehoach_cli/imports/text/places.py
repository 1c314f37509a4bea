"""Where the columns of a printed table stand, and which words of a line are in which.

`pdftotext -layout` moves the words of a row aside where one needs room, so that a column begins
here and there a few letters off, and two cells may stand a single blank apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.patterns import pattern

_SEGMENT = pattern(r"\S+(?: \S+)*")
_SUM = pattern(r"(\d{1,3}(?:\.\d{3})+(?:,\d+|\.\d{0,2})?) (?=[A-ZĐÀ-Ỹ]|\d{1,3}\.\d{3})")
_NEAR = 1  # letters beside a place where a column is known to begin
_BESIDE = 3  # letters between a heading and the figures that stand aside under it
_ASIDE = 0.02
"""What a letter of distance takes from how well words fit a column, of which all overlap is 1."""
_NEVER = -1e9


_Way = tuple[float, tuple[int, ...]]
"""How well columns fit, and which."""


class Segment(NamedTuple):
    """Words that no wide gap parts, and where on the line they begin and end."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Column:
    """A column: where its words begin, as far as is known, and the strip that they fill."""

    left: int
    right: int
    starts: set[int] = field(default_factory=set)

    def take(self, segment: Segment) -> None:
        """Learn from words that are in it."""
        self.left, self.right = min(self.left, segment.start), max(self.right, segment.end)
        self.starts.add(segment.start)

    def fits(self, segment: Segment) -> float:
        """How well words stand in it: their share in its strip, less for a start far from it."""
        over = min(segment.end, self.right) - max(segment.start, self.left)
        aside = min(abs(segment.start - start) for start in self.starts)
        return max(over, 0) / max(len(segment.text), 1) - _ASIDE * aside


def segments_of(line: str) -> list[Segment]:
    """The words of a line, those together that stand a single blank apart, but for a sum and the
    name behind it."""
    found: list[Segment] = []
    for match in _SEGMENT.finditer(line):
        text, start = match[0], match.start()
        while sum_ := _SUM.match(text):
            found.append(Segment(sum_[1], start, start + sum_.end(1)))
            text, start = text[sum_.end() :], start + sum_.end()
        found.append(Segment(text, start, match.end()))
    return found


def columns_in(rows: Sequence[Sequence[Segment]], head: Sequence[Segment]) -> list[Column]:
    """The columns that the first lines of rows show, and those that only the head has."""
    richest = max(rows, key=len)
    columns = [Column(one.start, one.end, {one.start}) for one in richest]
    for segments in rows:
        if len(segments) == len(columns):
            for column, segment in zip(columns, segments, strict=True):
                if column.fits(segment) > 0:
                    column.take(segment)
            continue
        for segment in segments:
            _add(columns, segment)
    filled = [*columns]
    said = [[one for one in columns if any(_overlaps(one, s) for s in row)] for row in rows]
    for segment in head:
        _add(columns, segment, _BESIDE)
        under = [one for one in columns if _overlaps(one, segment)]
        if len(under) == 1:
            under[0].starts.add(segment.start)
    bare = [one for one in filled if _is_bare(one, rows, head)]
    return _with_headings(columns, bare, said)


def _is_bare(column: Column, rows: Sequence[Sequence[Segment]], head: Sequence[Segment]) -> bool:
    """Whether figures stand in a column, and no heading right above it."""
    inside = [one.text for row in rows for one in row if _overlaps(column, one)]
    return all(map(is_figure, inside)) and not any(_overlaps(column, one) for one in head)


def _overlaps(column: Column, segment: Segment) -> bool:
    return segment.end > column.left and segment.start < column.right


def _with_headings(
    columns: list[Column], bare: Sequence[Column], said: Sequence[Sequence[Column]]
) -> list[Column]:
    """The columns, those without a heading one with that left of them, whose figures stand at the
    right, where no row says something in both."""
    found: list[Column] = []
    for column in columns:
        if found and column in bare and not any(column in row and found[-1] in row for row in said):
            above = found.pop()
            column.left = above.left
            column.starts |= above.starts
        found.append(column)
    return found


def _add(columns: list[Column], segment: Segment, beside: int = 0) -> None:
    """A column of its own for words that stand so far beside all columns."""
    if all(segment.end <= one.left - beside or segment.start >= one.right + beside
           for one in columns):  # fmt: skip
        columns.append(Column(segment.start, segment.end, {segment.start}))
        columns.sort(key=lambda one: one.left)


def placed(segments: Sequence[Segment], columns: Sequence[Column]) -> list[tuple[int, Segment]]:
    """The column of each of a line's segments, those parted that run over into the next."""
    if len(segments) < len(columns):
        segments = [part for one in segments for part in _parted(one, columns)]
    if len(segments) > len(columns):
        return [(_best(one, columns), one) for one in segments]
    return list(zip(_assigned(segments, columns), segments, strict=True))


def _best(segment: Segment, columns: Sequence[Column]) -> int:
    return max(range(len(columns)), key=lambda at: columns[at].fits(segment))


def _parted(segment: Segment, columns: Sequence[Column]) -> Iterator[Segment]:
    """The words of one cell each: the next begins where its column is known to."""
    here = _best(segment._replace(end=segment.start + 1, text=segment.text[:1]), columns)
    for after in columns[here + 1 :]:
        for cut in _blanks(segment):
            if any(abs(cut + 1 - start) <= _NEAR for start in after.starts):
                size = cut - segment.start
                yield Segment(segment.text[:size], segment.start, cut)
                rest = Segment(segment.text[size + 1 :], cut + 1, segment.end)
                yield from _parted(rest, columns)
                return
    yield segment


def _blanks(segment: Segment) -> Iterator[int]:
    for at, letter in enumerate(segment.text):
        if letter == " ":
            yield segment.start + at


def _assigned(segments: Sequence[Segment], columns: Sequence[Column]) -> list[int]:
    """Columns for segments in their order, together fitting best."""
    best: list[list[_Way]] = [[(0.0, ()), *((_NEVER, ()) for _ in segments)]]
    for at, column in enumerate(columns):
        line = [best[at][0]]
        for used, segment in enumerate(segments):
            score, places = best[at][used]
            taken = score + column.fits(segment), (*places, at)
            line.append(max(best[at][used + 1], taken, key=lambda one: one[0]))
        best.append(line)
    return list(best[-1][-1][1])


Heads = tuple[list[list[str]], dict[tuple[int, int], tuple[int, int]]]


def heads_of(lines: Sequence[str], columns: Sequence[Column]) -> Heads:
    """The head in one row, or in two where a heading stands over several columns."""
    upper: list[list[str]] = [[] for _ in columns]
    lower: list[list[str]] = [[] for _ in columns]
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for line, below in zip_longest(lines, lines[1:], fillvalue=""):
        for segment in segments_of(line):
            over = _under(segment, columns)
            above = next((at for (_, at), (_, n) in spans.items() if at <= over[0] < at + n), None)
            across = _across(line, below, segment, over, columns) if above is None else 1
            if across > 1:
                spans[0, over[0]] = (1, across)
            (upper if above is None else lower)[over[0]].append(segment.text)
    heads = [[" ".join(cell) for cell in upper]]
    if not spans:
        return heads, {}
    covered = {at + i for (_, at), (_, n) in spans.items() for i in range(n)}
    spans |= {(0, at): (2, 1) for at in range(len(columns)) if at not in covered}
    return [*heads, [" ".join(cell) for cell in lower]], spans


def _under(segment: Segment, columns: Sequence[Column]) -> list[int]:
    """The columns that words of a head reach over; the nearest where they stand between two."""
    edges = [one.left for one in columns[1:]] + [segment.end + 1]
    over = [
        at
        for at, (one, edge) in enumerate(zip(columns, edges, strict=True))
        if segment.start < min(one.right, edge) and segment.end > one.left
    ]
    return over or [_best(segment, columns)]


def _across(
    line: str, below: str, segment: Segment, over: Sequence[int], columns: Sequence[Column]
) -> int:
    """How many columns a heading stands over: those that it reaches, and those right of it in
    which only the next line begins a heading, as it does under this one too."""
    said = {_best(one, columns) for one in segments_of(line)}
    begun = {_best(one, columns) for one in segments_of(below) if not one.text[0].islower()}
    at = over[-1] + 1
    while over[0] in begun and at in begun - said:
        at += 1
    return at - over[0] if segment.text[0].isupper() or len(over) > 1 else 1
