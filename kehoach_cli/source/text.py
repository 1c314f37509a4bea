"""A file's text, as typed, and places in it.

Offsets count code points of the raw text (NFD, CRLF and comments as they stand), so that an edit
can put every other byte back. Columns count letters as a person sees them: grapheme clusters.
"""

import codecs
import unicodedata
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.patterns import pattern

_LINE_END = pattern("\r\n|[\n\r]")
"""The ends of lines that editors count."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_STEP = 1024  # letters of a line between two counts of its columns


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class Source:
    """A text and the name that messages call it by. `attached`: a plan names it by `kem_tep`."""

    def __init__(
        self,
        name: str,
        text: str,
        encoding: str = "utf-8",
        bom: bytes = b"",
        bad_bytes: tuple[int, ...] = (),
    ) -> None:
        self.name, self.text = name, text
        self.encoding, self.bom, self.bad_bytes = encoding, bom, bad_bytes
        self._counted: dict[int, list[int]] = {}
        self.attached = False

    def with_text(self, text: str) -> "Source":
        """The same file with another text."""
        return Source(self.name, text, self.encoding, self.bom, self.bad_bytes)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first letter of each line."""
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return list(accumulate(lengths, initial=0))[:-1]

    def line(self, number: int) -> str:
        """The raw text of a line (from 1), without its end."""
        return self.text[self.offset(number) : self.line_end(number)]

    def line_end(self, number: int) -> int:
        """Offset of what ends a line (from 1)."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        while end > starts[number - 1] and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def place(self, offset: int) -> Place:
        """The place of an offset; one past the end is allowed."""
        number = bisect_right(self.line_starts, max(0, offset))
        start = self.line_starts[number - 1]
        steps = max(0, offset - start) // _STEP
        before = self._letters_before(number)[steps] if steps else 0
        return Place(number, before + letters(self.text[start + steps * _STEP : offset]) + 1)

    def _letters_before(self, number: int) -> list[int]:
        """How many letters of a line stand before each step of it.

        Places in one long line are then told in time that grows with their number alone.
        """
        if number not in self._counted:
            start, end = self.offset(number), self.line_end(number) + 2
            steps = range(start, end, _STEP)
            counts = (letters(self.text[at : at + _STEP]) for at in steps)
            self._counted[number] = [0, *accumulate(counts)]
        return self._counted[number]

    def offset(self, line: int) -> int:
        """Offset of the first letter of a line (from 1)."""
        return self.line_starts[line - 1]


class Span(NamedTuple):
    """A stretch of a source: from `start` up to, not including, `end`.

    `exact`: the very letters meant; else as near as can be told, and nothing to put others for.
    """

    source: Source
    start: int
    end: int
    exact: bool = True

    @property
    def text(self) -> str:
        """The letters in it, raw."""
        return self.source.text[self.start : self.end]

    @property
    def first(self) -> Place:
        """Where it begins."""
        return self.source.place(self.start)

    @property
    def last(self) -> Place:
        """Where it ends (one past its last letter)."""
        return self.source.place(self.end)


def letters(text: str) -> int:
    """How many letters a person counts: combining marks, joiners and CR do not count."""
    if text.isascii():
        return len(text) - text.count("\r")
    return sum(1 for char in text if not _joins(char))


def _joins(char: str) -> bool:
    return char in "\r\u200c\u200d\ufe0f" or unicodedata.combining(char) > 0


def read_source(name: str, data: bytes) -> Source:
    """The text of a file. Bytes that are no text become U+FFFD; `bad_bytes` holds their offsets."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode(name, data[len(bom) :], encoding, bom)
    return _decode(name, data, _guess(data), b"")


def _guess(data: bytes) -> str:
    """UTF-16 without a mark shows itself by a zero in every second byte of ASCII letters."""
    head = data[:64]
    if len(head) >= 4 and head[1::2].count(0) > len(head) // 3 > head[::2].count(0):
        return "utf-16-le"
    if len(head) >= 4 and head[::2].count(0) > len(head) // 3 > head[1::2].count(0):
        return "utf-16-be"
    return "utf-8"


def _decode(name: str, data: bytes, encoding: str, bom: bytes) -> Source:
    try:
        return Source(name, data.decode(encoding), encoding, bom)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    bad = tuple(i for i, char in enumerate(text) if char == "\ufffd")
    return Source(name, text, encoding, bom, bad)
