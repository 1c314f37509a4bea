"""Widths of a table's columns, from what stands in them and from the page.

Each column is at least as wide as its widest word; what is left is shared (`column_shares`).
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from kehoach_cli.document.column_shares import Need, share
from kehoach_cli.plan.table_widths import (
    NARROWEST,
    PADDING,
    SMALLEST,
    WIDEST,
    least_width,
    longest_pieces,
    pieces,
)
from kehoach_cli.vietnamese.letter_widths import text_width

SIZES = (13, 12, SMALLEST)
_SAMPLE = 40  # rows looked at
_SHORT = 12  # letters that stay on one line
_NUMBER = 3  # letters of a column of numbers, "STT" above them
_FIGURE = re.compile(r"[-+(]?\d")
_MARK = re.compile(r"[xX✓✔√•●+]")  # set against a month, an answer
_NUMBERS = ("TT", "STT")  # headings of numbers, blank or not


class Content(NamedTuple):
    """What a column holds: its heading, its texts by row, whether they stay on one line."""

    heading: str
    texts: Sequence[str]
    whole: bool = False
    fixed: float = 0.0


def fit(contents: Sequence[Content], width: float, wanted: int = 0) -> tuple[int, list[float]]:
    """The size of text and the widths: the largest size at which short texts stay on one line.

    Where none is small enough, texts break between their words at the smallest; where even the
    words do not fit, figures stay whole as long as words can give.
    """
    sizes = (wanted,) if wanted else _sizes(len(contents))
    longest = [longest_pieces(content.texts) for content in contents]
    words: list[float] = []
    for size in sizes:
        words = [_least(content, own, size) for content, own in zip(contents, longest, strict=True)]
        needs = [_need(content, word, size) for content, word in zip(contents, words, strict=True)]
        if sum(need.least for need in needs) <= width:
            return size, _evened(contents, needs, share(needs, width))
    size = sizes[-1]
    if sum(words) <= width:
        needs = [need._replace(least=w) for need, w in zip(needs, words, strict=True)]
        return size, _evened(contents, needs, share(needs, width))
    return size, _squeezed([_floor(content, size) for content in contents], words, width)


def _evened(
    contents: Sequence[Content], needs: Sequence[Need], widths: Sequence[float]
) -> list[float]:
    """The widths, those of neighbouring figures made equal: a table looks calmer so.

    A column that needs more keeps what it has; a heading must not become taller than the tallest.
    """
    found = [*widths]
    runs = groupby(range(len(widths)), lambda at: _is_even(contents[at], needs[at]))
    for run in (list(run) for even, run in runs if even):
        tall = max(needs[i].lines(widths[i])[0] for i in run)
        at, mean = _alike(run, needs, widths, tall)
        if max(needs[i].lines(mean)[0] for i in at) <= tall:
            for i in at:
                found[i] = mean
    return found


def _alike(
    run: Sequence[int], needs: Sequence[Need], widths: Sequence[float], tall: int
) -> tuple[Sequence[int], float]:
    """Those of a run of columns whose mean width is enough for each, and that width.

    `tall`: the most lines that a heading may take.
    """
    mean = sum(widths[i] for i in run) / len(run)
    enough = [i for i in run if needs[i].least <= mean and needs[i].lines(mean)[0] <= tall]
    return (run, mean) if len(enough) in (0, len(run)) else _alike(enough, needs, widths, tall)


def _is_even(content: Content, need: Need) -> bool:
    """Whether it holds figures or marks, each about as long as the next column's, or nothing."""
    texts = (text for text in _sample(content.texts) if text)
    alike = (_FIGURE.match(text) or _MARK.fullmatch(text) for text in texts)
    return need.grows and not need.tiny and all(alike)


def _least(content: Content, longest: Sequence[str], size: int) -> float:
    """The width at which no word breaks. `longest`: of the words in its cells."""
    return content.fixed or least_width(content.heading, longest, size)


def _floor(content: Content, size: int) -> float:
    """The width at which a column's figures stay whole."""
    words = (word for text in content.texts for word in text.split())
    figures = longest_pieces(word for word in words if _FIGURE.match(word))
    return content.fixed or least_width("", figures, size)


def _squeezed(floors: Sequence[float], words: Sequence[float], width: float) -> list[float]:
    """Widths for too many columns: each has its floor, the rest goes where words are long."""
    kept, wanted = sum(floors), sum(words)
    if kept >= width:
        return _shrunk(floors, width)
    share = (width - kept) / (wanted - kept)
    return [floor + (word - floor) * share for floor, word in zip(floors, words, strict=True)]


def _shrunk(floors: Sequence[float], width: float) -> list[float]:
    """Widths for columns that ask for more than the page: each less, none without room for words.

    One that says itself that it is narrow stays so.
    """
    room = min(NARROWEST + PADDING, width / len(floors))
    least = [min(floor, room) for floor in floors]
    share = (width - sum(least)) / (sum(floors) - sum(least) or 1.0)
    return [low + (floor - low) * share for floor, low in zip(floors, least, strict=True)]


def _sizes(columns: int) -> tuple[int, ...]:
    """Many columns start smaller: 13 pt to 6 columns, 12 to 9, 11 beyond."""
    return SIZES[0 if columns <= 6 else 1 if columns <= 9 else 2 :]


def _need(content: Content, word: float, size: int) -> Need:
    """`word`: the width at which no word of the column breaks."""
    texts = _sample(content.texts)
    bold = _words(content.heading, size, bold=True)
    cells = tuple(tuple(_words(x, size) for x in text.split("\n")) for text in texts)
    whole = content.whole or all(len(line) <= _SHORT for text in texts for line in text.split("\n"))
    paragraphs = [words for cell in cells for words in cell if words]
    widest = (sum(words) if whole else min(max(words), WIDEST) for words in paragraphs)
    heading = (min(word, WIDEST) for word in bold)
    short = all(len(text) <= _NUMBER for text in (content.heading, *content.texts))
    return Need(
        least=content.fixed or max(word, max([*widest, *heading, NARROWEST]) + PADDING),
        cells=((bold,), *cells),
        grows=not content.fixed,
        tiny=short and (any(content.texts) or content.heading.upper() in _NUMBERS),
    )


def _sample(texts: Sequence[str]) -> Sequence[str]:
    """Enough rows to judge by, spread over a long table."""
    return texts[:: len(texts) // _SAMPLE + 1]


def _words(text: str, size: int, *, bold: bool = False) -> tuple[float, ...]:
    """The widths of the pieces a line may break between, each with the space after it."""
    parts = (piece for word in text.split() for piece in pieces(word))
    return tuple(text_width(f"{part} ", size, bold=bold) for part in parts)
