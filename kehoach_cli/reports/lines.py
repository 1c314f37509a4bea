"""Talk on a terminal: lines broken between words, and a command never in the middle."""

from collections.abc import Iterator

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.columns import display_width

_WORD = pattern(r"""(?:(?<!\S)kehoach(?:[ ](?:"[^"]*"|'[^']*'|[!-~]+))+|"[^"]*"|\S)+""")
"""A word; what is to be typed again, a command or a name in quotes, is one word."""
_MARGIN = "  "


def between_words(text: str, columns: int) -> str:
    """A text no line of which is wider than so many columns, unless one word is."""
    return "\n".join(part for line in text.split("\n") for part in _parts(line, columns))


def _parts(line: str, columns: int) -> Iterator[str]:
    """A line in pieces; those behind the first stand a little to the right of its beginning."""
    if display_width(line) <= columns:
        yield line
        return
    margin = " " * (len(line) - len(line.lstrip(" "))) + _MARGIN
    start = end = 0
    lead = ""
    for word in _WORD.finditer(line):
        if end and display_width(lead + line[start : word.end()]) > columns:
            yield lead + line[start:end]
            start, lead = word.start(), margin
        end = word.end()
    yield lead + line[start:]
