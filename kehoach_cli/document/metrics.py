"""Where the lines of a text break, by the widths of its letters."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from math import inf

from kehoach_cli.document.line_breaks import break_costs
from kehoach_cli.vietnamese.letter_widths import text_width

Measure = Callable[[str], float]

LINE_HEIGHT = 1.15
"""Of a line set solid, in type sizes: ascent and descent of Times New Roman."""

_SLACK = 1e-6
_LINE_COST = 0.45
_BREAKS = re.compile(r"[ \t\n]+")  # a no-break space is part of its word
_SPACES = re.compile(r"[ \t]+")
_AFTER_HYPHEN = re.compile(r"(?<=[^\s–—-][–—-])(?=[^\s–—-])")


def wrap(
    text: str, width_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False
) -> list[str]:
    """The lines of a text in a column of a width in mm, each filled as far as it goes.

    Lines break at spaces and after hyphens, a word longer than a line anywhere; a line feed
    always breaks. An empty text is one empty line.
    """
    measure = partial(text_width, size_pt=size_pt, bold=bold, italic=italic)
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _filled(_pieces(part), width_mm + _SLACK, measure)
    return lines


def break_balanced(
    text: str, width_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False
) -> list[str]:
    """The lines of a title or an agency's name: as few as fit, alike in length, broken by sense.

    Breaks only at spaces; a text with a word longer than the width is wrapped.
    """
    measure = partial(text_width, size_pt=size_pt, bold=bold, italic=italic)
    words = [word for word in _BREAKS.split(text) if word]
    widths = [measure(word) for word in words]
    if not words or max(widths) > width_mm + _SLACK:
        return wrap(" ".join(words), width_mm, size_pt, bold=bold, italic=italic)
    # The line from word i up to word j is as wide as ends[j] - ends[i] - space.
    space = measure(" ")
    ends = [0.0, *accumulate(width + space for width in widths)]
    cuts = _best_cuts(ends, break_costs(words), width_mm + space + _SLACK)
    return [" ".join(words[start:end]) for start, end in pairwise(cuts)]


def _pieces(text: str) -> Iterable[tuple[str, str]]:
    """What stays together, each with what joins it to the piece before it on the same line."""
    for word in _SPACES.split(text.strip(" \t")):
        first, *rest = _AFTER_HYPHEN.split(word)
        yield " ", first
        for piece in rest:
            yield "", piece


def _filled(pieces: Iterable[tuple[str, str]], limit: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    line, used, space = "", 0.0, measure(" ")
    for glue, piece in pieces:
        width, gap = measure(piece), space if glue else 0.0
        if line and used + gap + width <= limit:
            line, used = line + glue + piece, used + gap + width
            continue
        if line:
            lines.append(line)
        *full, line = _chopped(piece, limit, measure) if width > limit else [piece]
        lines += full
        used = measure(line)
    return [*lines, line]


def _chopped(piece: str, limit: float, measure: Measure) -> list[str]:
    """A piece longer than a line, cut wherever the line is full; at least a letter each."""
    lines, used = [""], 0.0
    for char in piece:
        width = measure(char)
        if lines[-1] and used + width > limit:
            lines.append("")
            used = 0.0
        lines[-1] += char
        used += width
    return lines


def _best_cuts(ends: Sequence[float], costs: Sequence[float], limit: float) -> list[int]:
    """Where lines start, with the end: the cuts in as few lines as fit, or in one more.

    One line more is taken only when it saves a break that hurts the sense.
    """
    count = _fewest(ends, limit)
    few, many = (_cuts_in(lines, ends, costs, limit) for lines in (count, count + 1))
    return min(few, (many[0] + _LINE_COST, many[1]))[1]


def _cuts_in(
    lines: int, ends: Sequence[float], costs: Sequence[float], limit: float
) -> tuple[float, list[int]]:
    """The cost and the cuts of the best way to set the words in so many lines.

    A line costs the square of its distance from the mean length, in widths of the column, and
    what breaking before its first word costs.
    """
    ideal = ends[-1] / lines
    reached: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for _ in range(lines):
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, cuts) in reached.items():
            for end in _within(ends, start, limit):
                ragged = (ends[end] - ends[start] - ideal) / limit
                total = cost + costs[start] + ragged**2
                if end not in following or total < following[end][0]:
                    following[end] = (total, [*cuts, end])
        reached = following
    return reached.get(len(ends) - 1, (inf, []))


def _within(ends: Sequence[float], start: int, limit: float) -> Iterable[int]:
    """The ends that a line from `start` can have."""
    return range(start + 1, bisect_right(ends, ends[start] + limit))


def _fewest(ends: Sequence[float], limit: float) -> int:
    lines, start = 1, ends[0]
    for before, end in pairwise(ends):
        if end - start > limit:
            lines, start = lines + 1, before
    return lines
