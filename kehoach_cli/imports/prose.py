"""Paragraphs → the lines of `doan_van`."""

from collections.abc import Iterable

from kehoach_cli.imports.labels import bullet_of
from kehoach_cli.imports.pages import Line
from kehoach_cli.patterns import pattern

_BRACES = pattern(r"\{(?=[{%#])|(?<=[%#}])\}")
_LINE_END = pattern(r"[ \t]*\\?[ \t]*\n[ \t]*")


def safe(text: str) -> str:
    """A text in which nothing is read as an expression."""
    return _BRACES.sub(lambda match: f"{match[0]} " if match[0] == "{" else f" {match[0]}", text)


def paragraph(line: Line) -> str:
    """A paragraph on a line of its own, its bullet as kehoach writes it."""
    text = f"**{line.text}**" if line.strong and not line.label and "*" not in line.text else ""
    text = text or line.whole
    whole = safe(bullet_of(text) or text).strip()
    return _LINE_END.sub(" \\\\\n", whole)


def paragraphs(lines: Iterable[Line]) -> str:
    """Several, a line each."""
    return "\n".join(text for text in map(paragraph, lines) if text)
