"""Plain text as copied from Word, a portal or a PDF → paragraphs and grids."""

import re
from collections.abc import Iterator
from statistics import median

from kehoach_cli.imports.labels import bullet_of, label_of
from kehoach_cli.imports.pages import Block, Line, Pages
from kehoach_cli.imports.text_tables import table_at
from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read
from kehoach_cli.vietnamese.text import fold

_HEADING = pattern(r"(#{1,6})\s+(.*)")
_WHOLLY = pattern(r"(\*{1,3})(?=\S)([^*]+)(?<=\S)\1")
_LINK = pattern(r"<((?:https?|mailto):[^>\s]+)>")
_TAG = pattern(r"</?(?:b|i|u|em|strong|sup|sub|span|p)\b[^>]*>", re.IGNORECASE)
_BREAK = pattern(r"<br\s*/?>", re.IGNORECASE)
_RULE = pattern(r"[\s_=*─—–-]{3,}")
_PAGE_END = "\f"
_ENDS = (".", ";", ":", "?", "!", "./.")
_FULL = 0.75
"""Of the usual width, how long a line is that was broken only for want of room."""
_LEAST_WRAPPED, _WIDEST = 20, 130
_COLUMNS, _HEAD = pattern(r"\s{4,}(?=[^\W\d_])"), 25
"""Issuer and Quốc hiệu side by side, on the first lines; recipients and signature at the end."""
_RECIPIENTS = "noi nhan"
_LONG = 700  # letters: a paragraph of several items run together
_RUN_IN = pattern(
    r"\s(?=[-+]\s[A-ZĐÀ-Ỹ])|\s(?=[IVX]{1,4}\. [A-ZĐÀ-Ỹ]{2})"
    r"|(?<=[.;:])\s(?=(?:\d{1,2}\.|[a-zđ]\)) \w)"
)


def read_text(text: str) -> Pages:
    """The paragraphs and tables of a text; every line that says something is in one of them."""
    lines = [_plain(line) for line in as_read(text).replace(_PAGE_END, "\n").split("\n")]
    return Pages(_joined(_blocks(lines), _wrapping(lines)))


def _plain(line: str) -> str:
    """A line without the marks of HTML that converters leave."""
    return _TAG.sub("", _BREAK.sub(" \\\n", _LINK.sub(r"\1", line))).rstrip(" \r")


def _blocks(lines: list[str]) -> Iterator[tuple[Block, int]]:
    """Each block and the line that it begins on, from 0."""
    at, split_until = 0, _HEAD
    while at < len(lines):
        if not lines[at].strip() or _RULE.fullmatch(lines[at]):
            at += 1
            continue
        grid, after = table_at(lines, at)
        if grid is not None:
            yield grid, at
        else:
            if fold(lines[at][:40]).startswith(_RECIPIENTS):
                split_until = at + _HEAD
            columns = _side_by_side(lines[at]) if at < split_until else [lines[at]]
            for text in columns:
                yield from ((piece, at) for piece in _parted(_line(text, at + 1)))
        at = after


def _side_by_side(line: str) -> list[str]:
    """The two columns of a line; a second one that begins small is none."""
    left, *right = _COLUMNS.split(line.strip(), maxsplit=1)
    return [left, *right] if right and right[0][0].isupper() else [line]


def _line(text: str, number: int) -> Line:
    text = " ".join(text.split())
    heading = _HEADING.fullmatch(text)
    depth = len(heading[1]) if heading else 0
    bare = heading[2] if heading else text
    strong = _WHOLLY.fullmatch(bare)
    if strong:
        bare = strong[2]
    is_strong = True if strong and len(strong[1]) > 1 else None
    return Line(bare.strip(), f"dòng {number}", depth=depth, strong=is_strong)


def _parted(line: Line) -> Iterator[Line]:
    """A page that came as one line, parted where items begin."""
    pieces = _RUN_IN.split(line.text) if len(line.text) >= _LONG else [line.text]
    return (line._replace(text=piece.strip()) for piece in pieces if piece.strip())


def _wrapping(lines: list[str]) -> float:
    """The width at which the text is broken into lines, 0 where a line is a paragraph."""
    lengths = sorted(len(line) for line in lines if len(line.split()) > 4 and "\t" not in line)
    if len(lengths) < _LEAST_WRAPPED or lengths[-len(lengths) // 20] > _WIDEST:
        return 0.0
    return median(lengths[len(lengths) // 2 :])


def _joined(blocks: Iterator[tuple[Block, int]], width: float) -> list[Block]:
    """Paragraphs that a page's end or a narrow window cut, whole again."""
    found: list[Block] = []
    last = 0
    for block, at in blocks:
        before = found[-1] if found else None
        room = width if at == last + 1 else 0.0
        if isinstance(before, Line) and isinstance(block, Line) and _goes_on(before, block, room):
            found[-1] = before._replace(text=f"{before.text} {block.text}")
        else:
            found.append(block)
        last = at
    return found


def _goes_on(before: Line, line: Line, width: float) -> bool:
    """`width`: of the lines, 0 where the second does not stand right under the first."""
    if before.text.endswith(_ENDS) or line.depth or before.depth or line.strong != before.strong:
        return False
    if bullet_of(line.text) or label_of(line.text):
        return False
    if line.text[0].islower():
        return True
    return bool(width) and len(before.text) >= _FULL * width and not before.text.isupper()
