"""How the text of a plan ends: "./.", which the page prints by itself, and a closing sentence."""

from kehoach_cli.imports.outline.tree import Part
from kehoach_cli.imports.pages.model import Line
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_MARK = pattern(r"\s*(?:\.\s*)?/\s*\.\s*$")
_CLOSES = "tren day "


def ending_of(root: Part) -> str:
    """Take the mark off the last paragraph; a sentence that closes the whole is taken out of it.

    Gives that sentence, "" where the last section's own text ends the plan.
    """
    body = root.body_end()
    last = body[-1] if body else None
    if not isinstance(last, Line) or not _MARK.search(last.text):
        return ""
    text = _MARK.sub("", last.text)
    if root.children and not last.label and fold(text).startswith(_CLOSES) and "\n" not in text:
        body.pop()
        return text
    body[-1] = last._replace(text=text)
    return ""
