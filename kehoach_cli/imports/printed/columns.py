"""Where the columns of a table stand on a printed page whose lines do not part them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kehoach_cli.imports.printed.ruling_lines import Ruling
from kehoach_cli.imports.printed.words import APART, Word

_LEAST = 3
"""Columns of a table at least."""
_GROUP = 2  # pieces of the line of a group, the second of which may reach over all columns
_AIR = 0.15
_INTO = 2.0  # points by which words may reach into a column that is not theirs


class Piece(Word):
    """Words of a line that stand together."""

    __slots__ = ()

    @property
    def edge(self) -> float:
        """How much of it is air, above and below: the boxes of lines touch or overlap."""
        return _AIR * self.height


Strip = tuple[float, float]
"""From where to where words of a column stand."""


def pieces_of(line: Sequence[Word], walls: Sequence[Ruling]) -> list[Piece]:
    """The pieces of a line, from left to right. `walls`: where lines run down beside words."""
    groups: list[list[Word]] = []
    for word in sorted(line):
        last = groups[-1][-1] if groups else None
        if last is None or word.left - last.right > APART * word.height or any(
            last.middle_across < wall.at < word.middle_across
            and wall.start <= word.middle <= wall.end
            for wall in walls
        ):  # fmt: skip
            groups.append([])
        groups[-1].append(word)
    return [_piece(group) for group in groups]


def _piece(words: Sequence[Word]) -> Piece:
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    text = " ".join(word.text for word in words)
    return Piece(words[0].left, top, max(word.right for word in words), bottom, text)


def over_others(head: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The headings that stand over several others of the lines of a head."""
    return [
        piece
        for at, line in enumerate(head)
        for piece in line
        if any(len(reached(piece, lower)) > 1 for lower in map(_strips, head[at + 1 :]))
    ]


def strips_of(head: Sequence[Sequence[Piece]], body: Sequence[Sequence[Piece]]) -> list[Strip]:
    """The columns, as the headings and what stands under one of them alone show them; [] where
    they are too few."""
    over = set(over_others(head))
    headings = _whole(_strips(piece for line in head for piece in line if piece not in over))
    if len(headings) < _LEAST:
        return []
    full = [line for line in body if len(line) != _GROUP] or body
    inner = [piece for line in full for piece in line if len(reached(piece, headings)) < 2]
    strips = _whole([*headings, *_strips(inner)])
    bare = [strip for strip in strips if not _under(strip, headings)]
    kept = [strip for strip in strips if strip not in bare]
    for left, right in bare:
        near = min(range(len(kept)), key=lambda at: max(kept[at][0] - right, left - kept[at][1]))
        kept[near] = min(kept[near][0], left), max(kept[near][1], right)
    if len(kept) != len(headings):
        return []
    kept[0] = min(kept[0][0], *(line[0].left for line in body)), kept[0][1]
    return kept


def edges_of(strips: Sequence[Strip]) -> list[float]:
    """Where the columns begin, and the last ends: in the middle of what parts them."""
    inner = [(one[1] + two[0]) / 2 for one, two in pairwise(strips)]
    return [strips[0][0] - _INTO, *inner, strips[-1][1] + _INTO]


def reached(piece: Piece, strips: Sequence[Strip]) -> list[int]:
    """The columns that words reach over."""
    return _under((piece.left + _INTO, max(piece.right - _INTO, piece.left + 2 * _INTO)), strips)


def _under(strip: Strip, strips: Sequence[Strip]) -> list[int]:
    return [at for at, (left, right) in enumerate(strips) if strip[1] > left and strip[0] < right]


def _strips(pieces: Iterable[Piece]) -> list[Strip]:
    return [(piece.left, piece.right) for piece in pieces]


def _whole(strips: Iterable[Strip]) -> list[Strip]:
    """The strips from left to right, those that touch as one."""
    found: list[Strip] = []
    for left, right in sorted(strips):
        if found and left < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found
