"""Paragraphs → the lines of `doan_van`."""

from collections.abc import Iterable

from kehoach_cli.imports.outline.labels import bullet_of
from kehoach_cli.imports.pages.model import Line
from kehoach_cli.patterns import pattern

_LINE_END = pattern(r"[ \t]*\\?[ \t]*\n[ \t]*")


def paragraph(line: Line) -> str:
    """A paragraph on a line of its own, its bullet as kehoach writes it."""
    text = f"**{line.text}**" if line.strong and not line.label and "*" not in line.text else ""
    text = text or line.whole
    whole = (bullet_of(text) or text).strip()
    return _LINE_END.sub(" \\\\\n", whole)


def paragraphs(lines: Iterable[Line]) -> str:
    """Several, a line each."""
    return "\n".join(text for text in map(paragraph, lines) if text)
