"""Letters of a page as they look, marked while it is read."""

from collections.abc import Iterator

from kehoach_cli.imports.html.own_cells import is_note
from kehoach_cli.imports.own.marks import Look, marked
from kehoach_cli.imports.pages.links import closed, inside_looks
from kehoach_cli.patterns import pattern

OPENS = {"b": "\ue002", "i": "\ue004"}
CLOSES = {"b": "\ue003", "i": "\ue005", "a": closed()}
_BLANKS = pattern("\u00a0{2,}")
"""Spaces in a row, as a page has them."""
_PIECES = pattern("[\ue002-\ue005]|\ue000\\d+\ue001|[^\ue000\ue002-\ue005]+")
DROPPED = str.maketrans(dict.fromkeys("\ue002\ue003\ue004\ue005"))


def _looks(text: str) -> Iterator[Look]:
    """The letters of a text as they look."""
    bold = italic = False
    for piece in _PIECES.findall(text):
        if piece in (OPENS["b"], CLOSES["b"]):
            bold = piece == OPENS["b"]
        elif piece in (OPENS["i"], CLOSES["i"]):
            italic = piece == OPENS["i"]
        else:
            yield Look(piece, bold, italic, is_note(piece))


def with_marks(text: str) -> str:
    """A text with the marks of `doan_van` for what is bold or italic."""
    return marked(list(_looks(inside_looks(text))))


def with_spaces(text: str) -> str:
    """A text with spaces in a row as its author typed them."""
    return _BLANKS.sub(lambda blank: " " * len(blank[0]), text)


def of_note(text: str) -> str:
    """The text of a footnote without the sign that leads back to its place."""
    return with_marks(text).removesuffix(f"↩{closed()}").strip()
