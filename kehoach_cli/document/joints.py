"""What its author typed where the layout sets the lines of a title or a name.

A page does not tell whether a line was ended by who typed it. Where the blank between two lines
is another than was typed, it says so, by marks that no page shows and that Word keeps.
"""

from collections.abc import Iterable, Sequence

from kehoach_cli.document.model import Paragraph, Run
from kehoach_cli.patterns import pattern

_BLANKS = pattern(r"\s*")


def joints(text: str, lines: Sequence[str]) -> list[str]:
    """What a text has in front of each line: a line feed, a space, or nothing."""
    found: list[str] = []
    at = 0
    for line in lines:
        blanks = _blanks(text, at)
        found.append("\n" if "\n" in blanks else " " if blanks else "")
        for word in line.split():
            at += len(_blanks(text, at)) + len(word)
    return found


def _blanks(text: str, at: int) -> str:
    match = _BLANKS.match(text, at)
    return match[0] if match else ""


def in_breaks(text: str, lines: Sequence[str]) -> tuple[Run, ...]:
    """The lines of a text, a line break between them."""
    return _set(text, lines, "\n")


def in_spaces(text: str, lines: Sequence[str]) -> tuple[Run, ...]:
    """The lines of a text, a space between them."""
    return _set(text, lines, " ")


def _set(text: str, lines: Sequence[str], blank: str) -> tuple[Run, ...]:
    first, *others = lines
    found = [Run(first)]
    for line, typed in zip(others, joints(text, lines)[1:], strict=True):
        if typed == blank:
            found[-1] = Run(found[-1].text + blank + line)
        else:
            found += [Run(blank, joint=typed), Run(line)]
    return tuple(found)


def in_paragraphs(style: str, text: str, lines: Sequence[str]) -> list[Paragraph]:
    """The lines of a text, a paragraph each."""
    found = []
    for at, (line, typed) in enumerate(zip(lines, joints(text, lines), strict=True)):
        joint = typed if at and typed != "\n" else None
        found.append(Paragraph(style, (Run(line, joint=joint),) if line else ()))
    return found


def typed_lines(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The lines of paragraphs as typed: those that the layout parted are one."""
    found: list[str] = []
    for one in paragraphs:
        joint = one.runs[0].joint if one.runs else None
        if joint is None or not found:
            found.append(one.text)
        else:
            found[-1] += joint + one.text
    return found
