"""A paragraph of a web page of kehoach's own, while it is read."""

import re
from dataclasses import dataclass, field

from kehoach_cli.imports.own.joints import typed
from kehoach_cli.imports.own.levels import counted
from kehoach_cli.imports.pages.scheme_marks import UNSAID, Stand
from kehoach_cli.patterns import pattern

_LABEL = pattern(
    "\ue002?"
    r"(?P<label>(?:Phần|Chương|Mục|Tiểu mục|Điều) (?:thứ )?\S+?|\S+?)"
    "\ue003?"
    r"(?:[ \n](?P<rest>.*))?",
    re.DOTALL,
)


@dataclass(slots=True)
class Opened:
    """A paragraph being read. `tag`, `depth`: of the element that ends it.

    `joint`: what was typed between the line above and this one of its name.
    """

    style: str
    tag: str
    depth: int
    kept: bool = False
    stand: Stand = UNSAID
    words: list[str] = field(default_factory=list)
    label: str = ""
    name: str = ""
    joint: str | None = None

    def add(self, text: str, joint: str | None) -> None:
        """Words, as marked with what was typed in their place or before them."""
        text, self.joint = typed(text, joint, self.joint)
        self.words.append(text)


def labelled(text: str, style: str) -> tuple[str, str]:
    """The number that opens a text, and the rest; no number where none does."""
    match = _LABEL.fullmatch(text)
    if match and counted(match["label"], style):
        return match["label"], match["rest"] or ""
    return "", text
