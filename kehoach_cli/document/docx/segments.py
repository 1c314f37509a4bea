"""The letters cut into runs that Word can count: Word counts a b c d e f, never a b c d đ e g."""

from typing import NamedTuple

from kehoach_cli.plan.scheme import Level

_ENDLESS = 1 << 30


class Segment(NamedTuple):
    """Positions that Word can count in one go from `start`; `literal`: one it cannot count."""

    first: int
    last: int
    start: int
    literal: str = ""

    def holds(self, position: int) -> bool:
        """Whether a position is among them."""
        return self.first <= position <= self.last


WHOLE = (Segment(1, _ENDLESS, 1),)
_LETTERS = (
    Segment(1, 4, 1),  # a–d
    Segment(5, 5, 1, "đ"),
    Segment(6, 6, 5),  # e
    Segment(7, 9, 7),  # g–i
    Segment(10, 21, 11),  # k–v
    Segment(22, 23, 24),  # x–y
)
_CAPITALS = (
    Segment(1, 5, 1),  # A–E
    Segment(6, 8, 7),  # G–I
    Segment(9, 20, 11),  # K–V
    Segment(21, 22, 24),  # X–Y
)


_ORDINALS = (Segment(1, 1, 1, "thứ nhất"),)
"""Word has no Vietnamese ordinals: the label is the list's own text, a list for each."""


def segments_of(level: Level) -> tuple[Segment, ...]:
    """The segments that Word needs for the labels of a level."""
    if level.kind == "capital":
        return _CAPITALS
    if level.kind == "ordinal":
        return _ORDINALS
    return _LETTERS if level.kind == "letter" else WHOLE


def segment_from(level: Level, position: int) -> Segment:
    """The rest of the segment that holds a position; a literal one where none does."""
    segments = segments_of(level)
    for segment in segments:
        if segment.holds(position):
            start = segment.start + position - segment.first
            return segment._replace(first=position, start=start)
    return Segment(position, position, 1, level.number(position))
