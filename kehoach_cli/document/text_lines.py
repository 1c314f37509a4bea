"""Lines of text in a fixed number of columns, as a terminal or a plain letter shows them."""

from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.columns import columns, display_width

KEPT_SPACE = "\u00a0"

_PIECE = pattern(r"( *)([^ ]+)")
_LEAST = 4  # columns that words need beside their label


class Words(NamedTuple):
    """A paragraph: its words, the label before them, where they stand."""

    text: str
    label: str = ""
    align: str = "left"
    indent: int = 0

    def lines(self, width: int) -> list[str]:
        """Its lines; what comes after a label stays clear of it."""
        first = " " * self.indent + f"{self.label} " if self.label else ""
        hang = display_width(first)
        if not first and self.align in ("center", "right"):
            return [aligned(line, width, self.align) for line in fill(self.text, width)]
        if hang + _LEAST > width:
            return fill(f"{self.label} {self.text}", width)
        if first:
            head, *rest = fill(self.text, width - hang)
            return [first + head, *(" " * hang + line for line in rest)]
        return fill(KEPT_SPACE * self.indent + self.text, width)


def cleaned(text: str) -> str:
    """The text without what a terminal would obey: control characters, turned directions."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char.isprintable() or char in ("\n", KEPT_SPACE):
        return char
    return " " if char.isspace() else ""


def fill(text: str, width: int) -> list[str]:
    """The lines of a text, each filled as far as it goes; spaces inside a line stay as typed.

    A word longer than a line is cut. An empty text is one empty line.
    """
    return [line for part in text.split("\n") for line in _filled(part, width)]


def _filled(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for gap, word in _PIECE.findall(text):
        wide = display_width(word)
        if line and used + len(gap) + wide <= width:
            line, used = line + gap + word, used + len(gap) + wide
            continue
        if line:
            lines.append(line)
        *full, line = _chopped(word, width) if wide > width else [word]
        lines += full
        used = display_width(line)
    return [*lines, line]


def _chopped(word: str, width: int) -> list[str]:
    lines, start = [], 0
    while start < len(word):
        end = _cut(word, start, width)
        lines.append(word[start:end])
        start = end
    return lines


def _cut(word: str, start: int, width: int) -> int:
    """Where a long word is cut: after the last hyphen or stroke that fits, else at the edge."""
    used = columns(word[start])
    for at in range(start + 1, len(word)):
        used += columns(word[at])
        if used > width:
            mark = max(word.rfind(sign, start, at) for sign in "-/")
            return mark + 1 if mark >= start else at
    return len(word)


def aligned(line: str, width: int, align: str) -> str:
    """A line moved to the middle or to the right."""
    room = max(0, width - display_width(line))
    return " " * (room // 2 if align == "center" else room if align == "right" else 0) + line


def padded(line: str, width: int) -> str:
    """A line with spaces up to a width."""
    return line + " " * (width - display_width(line))
