"""A web page from anywhere → one that a parser reads in a time that grows with its length.

Cut away: comments, declarations and what stands in them; attributes longer than any that a page of
text has; marks "<" that begin no tag, where there are many. Made small: what cells say they cover.
Lines keep their numbers.
"""

import re

from kehoach_cli.patterns import pattern

_DECLARED = pattern(r"<(?:![^>]*|\?[^>]*)>?")
_LONG_TAG = pattern(r"<([a-zA-Z][\w:-]{0,20})[^<>]{10000,}>")
_OPEN = pattern(r"<(?=[^<>]*(?:<|\Z))")
_MOST_OPEN = 1_000
_NUMBER = pattern(r"\b(colspan|rowspan|start)\s*=\s*[\"']?([^\s\"'>]*)[\"']?", re.IGNORECASE)
_CELL = pattern(r"<(tr|td|th|table|/table)\b", re.IGNORECASE)
_MOST_SPANNED, _MOST_START = 100, 1_000
_MOST_COVERED = 200_000  # cells
_MOST_COLUMNS = 200


def guarded(text: str) -> str:
    """The page as it may be parsed; every word that shows is still in it."""
    text = _LONG_TAG.sub(lambda tag: f"<{tag[1]}>{_line_ends(tag[0])}", _without_comments(text))
    text = _DECLARED.sub(lambda said: _line_ends(said[0]) or " ", text)
    if sum(1 for _ in _OPEN.finditer(text)) > _MOST_OPEN:
        text = _OPEN.sub("&lt;", text)
    return _narrowed(_NUMBER.sub(_Spans(), text))


def _without_comments(text: str) -> str:
    """The page without its comments; one that does not end goes as far as the page."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return "".join((*parts, text[at:start]))
        parts += (text[at:start], _line_ends(text[start:end]) or " ")
        at = end + 3
    return "".join((*parts, text[at:]))


def _line_ends(text: str) -> str:
    """What is left of text that goes, so that lines keep their numbers."""
    return "\n" * text.count("\n")


class _Spans:
    """Numbers in attributes made small; past a sum of cells covered, none covers more than one."""

    def __init__(self) -> None:
        self._covered = 0

    def __call__(self, match: re.Match[str]) -> str:
        name, typed = match[1].lower(), match[2]
        number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else 1
        if name == "start":
            return f"start={number if number <= _MOST_START else 1}"
        number = min(number, _MOST_SPANNED)
        self._covered += number * number if name == "rowspan" else number
        return f"{name}={number if self._covered <= _MOST_COVERED else 1}"


def _narrowed(text: str) -> str:
    """The page with rows of no more cells than a table may have: the rest joins the last one."""
    count = 0

    def cell(match: re.Match[str]) -> str:
        nonlocal count
        if match[1].lower() in ("td", "th"):
            count += 1
            return match[0] if count <= _MOST_COLUMNS else "<wbr"
        count = 0
        return match[0]

    return _CELL.sub(cell, text)
