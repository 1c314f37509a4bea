"""Nodes of a plan file: text, lists and mappings, each with its place."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from kehoach_cli.patterns import pattern
from kehoach_cli.source.text import Source, Span

_LETTER = {
    "'": pattern("''|."),
    '"': pattern(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|."),
}
"""How one letter of a quoted value is typed."""
EMPTY = ("", "~", "null", "Null", "NULL")


class Node:
    """A stretch of a source that YAML sees as one value; offsets are of the raw text."""

    __slots__ = ("end", "source", "start")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source, self.start, self.end = source, start, end

    @property
    def span(self) -> Span:
        """Its place. A list or mapping is pointed at by its first line."""
        return Span(self.source, self.start, _end_of_line(self.source.text, self.start, self.end))


class Scalar(Node):
    """A value: its text in NFC, and how it was quoted ("" plain, ', ", | or >)."""

    __slots__ = ("_letters", "_same", "_starts", "style", "value")
    # How the value is typed is found out when a place in it is first asked for.
    _letters: list[tuple[int, int]]
    _same: int
    _starts: list[int]

    def __init__(self, source: Source, start: int, end: int, value: str, style: str) -> None:
        self.source, self.start, self.end = source, start, end
        self.value, self.style = value, style

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed: no text, or YAML's word for nothing."""
        return not self.style and self.value in EMPTY

    def span_of(self, start: int, end: int) -> Span:
        """The place of a part of the value, given by its offsets in `value`.

        Exact for text on one line and for block text; in a quoted text over several lines, and
        where letters are typed in parts (NFD), the column is as near as can be told.
        """
        span = self._span_of(start, end)
        exact = self.source.text[span.start : span.end] == self.value[start:end]
        return span if exact else span._replace(exact=False)

    def _span_of(self, start: int, end: int) -> Span:
        if self.style == "|":
            return self._span_in_block(start, end)
        base = self.start + (1 if self.style in _LETTER else 0)
        if end <= self._typed_alike(base):
            return Span(self.source, base + start, base + end)
        letters = self._places(base)
        if start < end and len(letters) == len(self.value):
            return Span(self.source, base + letters[start][0], base + letters[end - 1][1])
        text = self.source.text
        found = text.find(self.value[start:end], base, self.end)
        if found < 0:
            return self.span._replace(exact=False)
        is_only = text.find(self.value[start:end], found + 1, self.end) < 0
        return Span(self.source, found, found + end - start, exact=is_only)

    def _typed_alike(self, base: int) -> int:
        """How many letters of the value are typed as they are, from an offset of the source on."""
        try:
            return self._same
        except AttributeError:
            text, low, high = self.source.text, 0, min(len(self.value), self.end - base)
            at = high
            while low < high:
                if text.startswith(self.value[low:at], base + low):
                    low = at
                else:
                    high = at - 1
                at = (low + high + 1) // 2
            self._same = low
            return low

    def _places(self, base: int) -> list[tuple[int, int]]:
        """Where each letter of a quoted value is typed, behind an offset of the source."""
        try:
            return self._letters
        except AttributeError:
            letter, raw = _LETTER.get(self.style), self.source.text[base : self.end - 1]
            self._letters = [match.span() for match in letter.finditer(raw)] if letter else []
            return self._letters

    def _line_starts(self) -> list[int]:
        """Where each line of the value begins."""
        try:
            return self._starts
        except AttributeError:
            lengths = (len(line) + 1 for line in self.value.split("\n"))
            self._starts = list(accumulate(lengths, initial=0))
            return self._starts

    def _span_in_block(self, start: int, end: int) -> Span:
        starts = self._line_starts()
        number = min(bisect_right(starts, start), len(starts) - 1) - 1
        line = self.span.first.line + 1 + number
        begins = self.source.offset(line)
        indent = _blanks(self.source.text, begins) - _blanks(self.value, starts[number])
        # A line of YAML may end with a sign that ends none of ours (U+2028): stay on this one.
        last = self.source.line_end(line)
        at = min(begins + max(0, indent) + start - starts[number], last)
        return Span(self.source, at, min(at + end - start, last))


def _blanks(text: str, at: int) -> int:
    """How many blanks stand at a place."""
    end = at
    while text.startswith(" ", end):
        end += 1
    return end - at


class Sequence(Node):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, source: Source, start: int, end: int, items: list[Node]) -> None:
        self.source, self.start, self.end = source, start, end
        self.items = items


class Mapping(Node):
    """A mapping: key → (where the key begins, the value), in the order typed.

    Of repeated keys the first counts.
    """

    __slots__ = ("entries",)

    def __init__(
        self, source: Source, start: int, end: int, entries: dict[str, tuple[int, Node]]
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.entries = entries

    def get(self, key: str) -> Node | None:
        """The value of a key, None where it is absent."""
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def key_for(self, key: str, meant: Callable[[str], str | None]) -> str | None:
        """How a declared key is typed here, None where it is absent.

        `meant`: the declared key that a typed one stands for.
        """
        if key in self.entries:
            return key
        return next((typed for typed in self.entries if meant(typed) == key), None)

    def key_span(self, key: str) -> Span:
        """The place of a key as typed; in NFD, or renamed, its end may be a few letters off."""
        start, text = self.entries[key][0], self.source.text
        end = min(start + len(key), len(text))
        return Span(self.source, start, _end_of_line(text, start, end))


def _end_of_line(text: str, start: int, end: int) -> int:
    line_end = text.find("\n", start, end)
    last = end if line_end < 0 else line_end
    while last > start + 1 and text[last - 1] in " \r\n":
        last -= 1
    return max(last, start + 1)
