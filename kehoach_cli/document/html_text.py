"""Text as HTML: escaped, with its blanks and its bold."""

import re
from html import escape

from kehoach_cli.document.model import Run

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACES = re.compile("  +")
JOINTS = {" ": "noi-dong", "": "noi-chu", "\n": "xuong-dong"}
"""The classes of blanks that the layout set, by what was typed there."""


def look_of(run: Run, text: str) -> str:
    """The elements of a run that departs from its paragraph, around its text."""
    for state, yes, no in ((run.bold, "b", "thuong"), (run.italic, "i", "dung")):
        if state is not None:
            text = f"<{yes}>{text}</{yes}>" if state else f'<span class="{no}">{text}</span>'
    return text if run.joint is None else f'<span class="{JOINTS[run.joint]}">{text}</span>'


def text_of(text: str) -> str:
    """Text for an element; a blank to be filled by hand keeps its spaces."""
    clean = _SPACES.sub(lambda blank: "\u00a0" * len(blank[0]), _FORBIDDEN.sub("", text))
    return escape(clean).replace("\n", "<br>")


def attribute_of(text: str) -> str:
    """Text for an attribute: on one line."""
    return text_of(" ".join(text.split()))
