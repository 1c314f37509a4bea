"""Paragraphs of plain text that a page's end or a narrow window cut into lines, whole again."""

import re
from collections.abc import Iterator

from kehoach_cli.imports.outline.labels import bullet_of, label_of
from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

ENDS = (".", ";", ":", "?", "!", "./.")
FULL = 0.75
"""Of the usual width, how long a line is that was broken only for want of room."""
_DANGLING = pattern(r"(?<=\s)(?:và|của|về|các|theo|tại|với|thuộc|hoặc|những)$", re.IGNORECASE)
_COUNTED = pattern(r"(?<=\s)(?:số|ngày|tháng|năm)$", re.IGNORECASE)
"""Words that end no line; words that end none above a number."""
_ITEM = pattern(r"\d+(?:\.\d+)*[.)]?\s+[^\W\d_a-z]|\d{1,2}(?:\.\d{1,2})*[.)]\s")
_LINKS = ("va ", "cua ")
_BASES = ("can cu ", "xet de nghi ", "theo de nghi ", "xet to trinh ")
"""What opens a paragraph that never ends without a mark."""
_OPENING, _ENDING = 400, 40
"""Letters that tell how a paragraph opens and how it ends."""


class _Paragraph:
    """A paragraph while lines are added, each in time that its own length takes.

    `opening`, `ending`: its first and last letters; `is_upper`: it is all in capitals.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        self.opening, self.ending = line.text[:_OPENING], line.text[-_ENDING:]
        self.is_upper = line.text.isupper()
        self._texts = [line.text]
        self._has_small = not f"{line.text}A".isupper()

    def add(self, text: str) -> None:
        """Let it go on."""
        self._texts.append(text)
        self._has_small = self._has_small or not f"{text}A".isupper()
        self.is_upper = not self._has_small and (self.is_upper or text.isupper())
        if len(self.opening) < _OPENING:
            self.opening = f"{self.opening} {text}"[:_OPENING]
        self.ending = f"{self.ending} {text}"[-_ENDING:]

    def whole(self) -> Line:
        """The line that it comes to."""
        return self.line._replace(text=" ".join(self._texts))


def joined(blocks: Iterator[tuple[Block, int]], width: float) -> Iterator[Block]:
    """The blocks, each with the line that it begins on, from 0; paragraphs that were cut are whole.

    `width`: at which the text is broken into lines, 0 where a line is a paragraph.
    """
    before: _Paragraph | None = None
    last = typed = 0
    for block, at in blocks:
        is_next = at == last + 1
        room = width if is_next else 0.0
        is_full = bool(room) and typed >= FULL * width
        typed = len(block.text) if isinstance(block, Line) else 0
        last = at
        if (
            before
            and isinstance(block, Line)
            and (_goes_on(before, block, room, is_full) or (is_next and _is_cut(before, block)))
        ):
            before.add(block.text)
            continue
        if before:
            yield before.whole()
        before = _Paragraph(block) if isinstance(block, Line) else None
        if before is None:
            yield block
    if before:
        yield before.whole()


def _is_cut(before: _Paragraph, line: Line) -> bool:
    """Whether a line ends, or the next begins, with a word that ends and begins no line."""
    if line.depth or before.line.depth:
        return False
    if line.text[0].isdigit() and not _ITEM.match(line.text) and _COUNTED.search(before.ending):
        return True
    if bullet_of(line.text) or label_of(line.text):
        return False
    if before.is_upper != line.text.isupper() and line.text[0].isalpha():
        return False
    if line.text.isupper() and (fold(line.text[:4]).startswith(_LINKS) or before.ending[-1] == ","):
        return True
    return bool(_DANGLING.search(before.ending))


def _goes_on(before: _Paragraph, line: Line, width: float, is_full: bool) -> bool:
    """`width`: of the lines, 0 where the second does not stand right under the first; `is_full`:
    the last line of the first had no room."""
    if line.depth or before.line.depth or line.strong != before.line.strong:
        return False
    label = label_of(before.opening)
    if bullet_of(line.text) or label_of(line.text):
        return False
    if width and fold(before.opening).startswith(_BASES) and not before.ending.endswith(ENDS):
        return not line.text.isupper()
    if width and label is not None and label.rest and len(label.rest.split()) == 1:
        return not before.ending.endswith(ENDS)  # "Điều 2. Giao": no title has one syllable
    if line.text[0].islower():
        return is_full or not before.ending.endswith(ENDS)
    if before.ending.endswith(ENDS):
        return False
    if before.is_upper:
        is_title = label is not None and bool(label.rest) and line.text.isupper()
        return is_title and (bool(width) or len(line.text.split()) == 1)
    return is_full and not line.text.isupper()
