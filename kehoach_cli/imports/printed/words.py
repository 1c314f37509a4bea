"""Words of a printed page, each with its place (`pdftotext -bbox`) → lines of text in which what
stands apart on the page stands apart too, and what begins in one column begins at one letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from kehoach_cli.patterns import pattern

_POINTS = r"-?\d{1,9}(?:\.\d{1,9})?"
"""Longer numbers are of no page, and their sums of no number."""
_PAGE = pattern(
    rf'<page width="(?P<width>{_POINTS})" height="(?P<height>{_POINTS})"[^>]*>'
    r"(?P<words>.*?)</page>",
    re.DOTALL,
)
_WORD = pattern(
    rf'<word xMin="({_POINTS})" yMin="({_POINTS})" xMax="({_POINTS})" yMax="({_POINTS})">'
    r"([^<]*)</word>"
)
_FINE = 0.8
"""Of a letter's usual width, that of a place on a line: words never push what follows aside."""
APART = 0.5  # of a line's height: more than a blank, less than the gap between two cells
_EVEN, _WIDE, _MANY = 2.0, 1.2, 4
"""Gaps of a line stretched to the margins: how many at least, the widest to the narrowest, and the
widest to the line's height at most."""
_SAME_LINE, _NEXT_LINE = 0.4, 1.35
"""Of a line's height: how far words of one line are up or down, and a line from the next."""
_SMALL = 0.8  # of a word's height, that of figures raised behind it at most
_MARK = pattern(r"\d{1,3}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GAP = 3  # blanks between what stands apart
_MOST = 400  # places on a line


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def middle_across(self) -> float:
        return (self.left + self.right) / 2


class Sheet(NamedTuple):
    """A printed page: its size in points, its words."""

    width: float
    height: float
    words: list[Word]


def sheets_of(text: str) -> list[Sheet]:
    """The pages of `pdftotext -bbox`."""
    return [
        _sheet(float(match["width"]), float(match["height"]), _raised(_words(match["words"])))
        for match in _PAGE.finditer(text)
    ]


def _sheet(width: float, height: float, words: list[Word]) -> Sheet:
    """A page as it is read: poppler tells the size of one that is turned as it was before."""
    is_turned = any(word.right > width or word.bottom > height for word in words) and all(
        word.right <= height and word.bottom <= width for word in words
    )
    return Sheet(height, width, words) if is_turned else Sheet(width, height, words)


def alike(sheets: Sequence[Sheet], most: int) -> list[tuple[int, int]]:
    """The first and the last number, from 1, of pages in a row of one size, at most so many."""
    found: list[tuple[int, int]] = []
    last = None
    for number, sheet in enumerate(sheets, 1):
        if found and sheet[:2] == last and number - found[-1][0] < most:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
        last = sheet[:2]
    return found


def lines_of(sheets: Sequence[Sheet], parts: Sequence[Sequence[Sequence[Word] | str]]) -> str:
    """A line for each on the pages, "\\f" behind each page.

    `parts`: of each page from top to bottom, words that stand together and lines that are whole.
    """
    words = [word for sheet in sheets for word in sheet.words]
    letters = sum(len(word.text) for word in words)
    place = _FINE * sum(word.right - word.left for word in words) / max(letters, 1)
    margins = {
        width: min((word.left for of in sheets if of.width == width for word in of.words),
                   default=0)
        for width in {sheet.width for sheet in sheets}
    }  # fmt: skip
    return "".join(
        "".join(
            f"{part}\n" if isinstance(part, str) else _text_of(part, margins[sheet.width], place)
            for part in page
        )
        + "\f"
        for sheet, page in zip(sheets, parts, strict=True)
    )


def _words(page: str) -> Iterator[Word]:
    for match in _WORD.finditer(page):
        left, top, right, bottom = (float(match[at]) for at in range(1, 5))
        text = "".join(unescape(match[5]).split())
        if text and right > left and bottom > top:
            yield Word(left, top, right, bottom, text)


def _raised(words: Iterable[Word]) -> list[Word]:
    """The words, small figures that stand raised behind one put to it: "mạng²"."""
    found: list[Word] = []
    ends: dict[int, list[int]] = {}
    marks: list[int] = []
    for word in words:
        if _MARK.fullmatch(word.text):
            marks.append(len(found))
        ends.setdefault(round(word.right), []).append(len(found))
        found.append(word)
    for number in marks:
        mark = found[number]
        near = range(round(mark.left) - 1, round(mark.left) + 3)
        under = (at for end in near for at in ends.get(end, ()) if _bears(found[at], mark))
        if (at := next(under, None)) is not None:
            base = found[at]
            text = base.text + mark.text.translate(_RAISED)
            found[at] = base._replace(right=mark.right, text=text)
            found[number] = mark._replace(text="")
    return [word for word in found if word.text]


def _bears(base: Word, mark: Word) -> bool:
    """Whether a small figure stands at the upper end of a word."""
    is_small = 0 < mark.height < _SMALL * base.height
    return is_small and base.top - mark.height / 2 < mark.middle < base.middle and bool(base.text)


def _text_of(words: Sequence[Word], margin: float, place: float) -> str:
    """The lines of a page; a blank one where lines stand apart."""
    if not words:
        return ""
    lines = lined(words)
    usual = median(max(word.height for word in line) for line in lines)
    found: list[str] = []
    for line, above in zip(lines, [None, *lines], strict=False):
        if above is not None and line[0].middle - above[0].middle > _NEXT_LINE * usual:
            found.append("")
        found.append(_line(sorted(line), margin, place))
    return "\n".join([*found, ""])


def lined(words: Sequence[Word]) -> list[list[Word]]:
    """The words by lines, from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.middle):
        first = lines[-1][0] if lines else None
        if first is None or word.middle - first.middle > _SAME_LINE * first.height:
            lines.append([word])
        else:
            lines[-1].append(word)
    return lines


def _line(words: Sequence[Word], margin: float, place: float) -> str:
    """The words of a line: one blank between those of a text, and a gap in front of what stands
    apart, which begins at the letter that its place on the page is."""
    gaps = [after.left - word.right for word, after in pairwise(words)]
    stretched = _is_stretched(words, gaps)
    text = ""
    for word, gap in zip(words, [None, *gaps], strict=False):
        at = min(round((word.left - margin) / place), _MOST)
        if gap is None:
            text = " " * at
        elif gap > APART * word.height and not stretched:
            text = text.ljust(max(at, len(text) + _GAP))
        else:
            text += " "
        text += word.text
    return text


def _is_stretched(words: Sequence[Word], gaps: Sequence[float]) -> bool:
    """Whether all gaps of a line are alike, as wide as its words leave room for."""
    if len(gaps) < _MANY:
        return False
    height = max(word.height for word in words)
    return max(gaps) <= min(_EVEN * max(min(gaps), 0.0), _WIDE * height)
