"""What of a file can be read around its syntax errors: the broken lines are blotted out.

Blanks take the place of the letters, so that every other value keeps its place.
"""

from collections.abc import Callable
from typing import Any

from kehoach_cli.patterns import pattern
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.parser import yaml
from kehoach_cli.source.syntax import syntax_fault
from kehoach_cli.source.text import Source

MAX_TRIES = 12
MAX_LETTERS = 2_000_000
"""Each try reads the file again; a longer file is read once."""

_LETTER = pattern(r"[^\r\n]")


def compose_around(
    source: Source, text: str, parse: Callable[[str], Any]
) -> tuple[Any | None, list[Fault]]:
    """What `parse` makes of a text, None for nothing, and the syntax errors met.

    Where nothing could be read around them the first error stands for all.
    """
    faults: list[Fault] = []
    for _ in range(MAX_TRIES):
        try:
            return parse(text), faults
        except yaml.MarkedYAMLError as error:
            fault = syntax_fault(source, error)
        faults.append(fault)
        if len(text) > MAX_LETTERS:
            break
        text = _without(source, text, _branch(source, fault.span.first.line))
    return None, faults[:1]


def _branch(source: Source, line: int) -> range:
    """A line and those indented under it."""
    stop, count = line + 1, len(source.line_starts)
    while stop <= count and _indent(source.line(stop)) > _indent(source.line(line)):
        stop += 1
    return range(line, stop)


def _without(source: Source, text: str, lines: range) -> str:
    start = source.offset(lines.start)
    end = source.offset(lines.stop) if lines.stop <= len(source.line_starts) else len(text)
    return text[:start] + _LETTER.sub(" ", text[start:end]) + text[end:]


def _indent(line: str) -> int:
    """How far a line is indented; an empty one as deep as any."""
    text = line.lstrip(" ")
    return len(line) - len(text) if text else len(line) + 1_000
