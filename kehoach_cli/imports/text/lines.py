"""Lines of plain text as portals and converters leave them → lines as they were written."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read
from kehoach_cli.vietnamese.text import fold

_LINK = pattern(r"<((?:https?|mailto):[^>\s]+)>")
_TAG = pattern(r"</?(?:b|i|u|em|strong|sup|sub|span|p)\b[^>]*>", re.IGNORECASE)
_IMAGE = pattern(r"!\[([^\]]*)\]\([^)\s]*\)")
_BREAK = pattern(r"<br\s*/?>", re.IGNORECASE)
_SPELLED_BREAKS = pattern(r"(?:\\r\\n[ \t]*)+")
"""Ends of lines that a portal writes as letters."""
_PAGE = "\f"
_NUMBER = pattern(r"\W*(?:trang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_MARKER = pattern(r"(?:\(|Trang )(?P<page>\d{1,3})(?:\)|(?=[^\W\d_]))(?=\S)")
_PAGED = pattern(r"\s*(?P<page>\d{1,3})\. (?=\S)")
_PAGE_LINE, _FEWEST, _SHARE = 500, 3, 0.8
"""Letters of a page that is a line, how many pages there are at least, their share of the text."""
_POINTLESS = pattern(
    r"(?P<number>[IVX]{1,5}|[A-Ha-hđ]|[Đđ]iều \d{1,2}|\d{1,2}(?:\.\d{1,2}){0,3})"
    r" (?P<rest>[^\W\d_].*)"
)
_MANY, _FEW = 5, 2
"""Numbers without a point from which, and with one up to which, the points were lost."""
_OFTEN = 3  # pages on which a running head stands at least
_ENDS = (".", ";", ":", "?", "!")


def plain_lines(text: str) -> tuple[list[str], list[Remark]]:
    """The lines of a text without what belongs to pages, screens and converters; what that was."""
    if "\\r\\n" in text:
        text = _SPELLED_BREAKS.sub(" ", text)
    pages = [[_plain(line) for line in as_read(page).split("\n")] for page in text.split(_PAGE)]
    remarks = _without_running(pages) if len(pages) > 1 else []
    lines = [line for page in pages for line in [*page, _PAGE]][:-1]
    return _with_points(_without_markers(_without_numbers(lines))), remarks


def _plain(line: str) -> str:
    """A line without the marks of HTML and of pictures that converters leave."""
    line = _IMAGE.sub(r"\1", line)
    return _TAG.sub("", _BREAK.sub(" \\\n", _LINK.sub(r"\1", line))).rstrip(" \r")


def _without_running(pages: list[list[str]]) -> list[Remark]:
    """Take page numbers and running heads off the first and last lines of pages."""
    heads = Counter(_key(page[at]) for page in pages for at in _edges(page))
    often = max(_OFTEN, len(pages) // 2)
    dropped: Counter[str] = Counter()
    for page in pages:
        for at in _edges(page):
            said = page[at].strip()
            if _NUMBER.fullmatch(said):
                page[at] = ""
            elif heads[_key(said)] >= often:
                dropped[said] += 1
                page[at] = ""
    told = "đầu trang, chân trang lặp lại; không nhập"
    return [Remark("tệp", text, told) for text, count in dropped.items() if count > 1]


def _edges(page: Sequence[str]) -> list[int]:
    """Where the first and the last line of a page that say something stand."""
    said = [at for at, line in enumerate(page) if line.strip()]
    return sorted({said[0], said[-1]}) if said else []


def _key(line: str) -> str:
    return "".join(letter for letter in fold(line) if letter.isalpha()) or line.strip()


def _without_numbers(lines: list[str]) -> list[str]:
    """The lines without page numbers that stand in the middle of a sentence."""
    said = [at for at, line in enumerate(lines) if line.strip(f"{_PAGE} \xa0")]
    lost: set[int] = set()
    last = 0
    for at, number, after in zip(said, said[1:], said[2:], strict=False):
        match = _NUMBER.fullmatch(lines[number].strip())
        if match is None or int(match[1]) <= last or lines[at].rstrip().endswith(_ENDS):
            continue
        first = lines[after].lstrip()[:1]
        if first.islower() and "\t" not in lines[at] and len(lines[at].split()) > _MANY:
            lost.add(number)
            last = int(match[1])
    return [line for at, line in enumerate(lines) if at not in lost]


def _without_markers(lines: list[str]) -> list[str]:
    """The lines without "(1)", "(2)" … or "Trang 1" … glued to the first word of each page of a
    copy, or "1. ", "2. " … before pages of a line each."""
    marked = [(at, match) for at, line in enumerate(lines) if (match := _MARKER.match(line))]
    if not _count_on(marked):
        marked = _pages_of_a_line(lines)
    found = list(lines)
    for at, match in marked:
        found[at] = lines[at][match.end() :]
    return found


def _count_on(marked: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Whether the numbers of pages begin with 1 and leave none out."""
    numbers = [int(match["page"]) for _, match in marked]
    return numbers[:1] == [1] and all(b == a + 1 for a, b in pairwise(numbers))


def _pages_of_a_line(lines: Sequence[str]) -> list[tuple[int, re.Match[str]]]:
    """Pages that a copy gives a line each, numbered as a list: nearly all of the text."""
    long = [(at, line) for at, line in enumerate(lines) if len(line) >= _PAGE_LINE]
    pages = [(at, match) for at, line in long if (match := _PAGED.match(line))]
    share = sum(len(lines[at]) for at, _ in pages) / max(sum(map(len, lines)), 1)
    is_all = len(pages) >= _FEWEST and share >= _SHARE and len(pages) == len(long)
    return pages if is_all and _count_on(pages) else []


def _with_points(lines: list[str]) -> list[str]:
    """The lines, "II Mục tiêu" as "II. Mục tiêu" where numbers have lost their points."""
    bare = [(at, match) for at, line in enumerate(lines) if (match := _pointless(line))]
    dotted = sum(1 for line in lines if _is_pointed(line))
    if len(bare) < _MANY or dotted > max(_FEW, len(bare) // _MANY):
        return lines
    found = list(lines)
    for at, match in bare:
        found[at] = f"{match['number']}. {match['rest']}"
    return found


def _pointless(line: str) -> re.Match[str] | None:
    match = _POINTLESS.fullmatch(line.strip())
    return match if match and match["rest"][0].isupper() and "\t" not in line else None


def _is_pointed(line: str) -> bool:
    label = label_of(line.strip())
    return label is not None and label.kind in ("A", "I", "1")
