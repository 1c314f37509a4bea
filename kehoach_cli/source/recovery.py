"""What of a file can be read around its syntax errors: the broken lines are blotted out.

Blanks take the place of the letters, so that every other value keeps its place.
"""

from collections.abc import Callable

from kehoach_cli.annotations import Any
from kehoach_cli.patterns import pattern
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.parser import yaml
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
    try:
        return parse(text), []
    except yaml.MarkedYAMLError as error:
        return _compose_broken(source, text, parse, error)


def _compose_broken(
    source: Source, text: str, parse: Callable[[str], Any], error: yaml.MarkedYAMLError
) -> tuple[Any | None, list[Fault]]:
    from kehoach_cli.source.syntax import odd_indents, straight, syntax_fault  # only broken files

    faults = odd_indents(source)
    for _ in range(MAX_TRIES):
        if not faults or text == straight(text):
            faults.append(syntax_fault(source, error))
            if len(text) > MAX_LETTERS:
                break
            text = _without(source, text, _branch(source, faults[-1].span.first.line))
        else:
            text = straight(text)
        try:
            return parse(text), faults
        except yaml.MarkedYAMLError as next_error:
            error = next_error
    return None, faults[:1]


def _branch(source: Source, line: int) -> range:
    """A line and those indented under it; of a text that stands too far left, all of it."""
    from kehoach_cli.source.hints import BAR, OUR_KEY

    stop, count, indent = line + 1, len(source.line_starts), _indent(source.line(line))
    is_text = bool(BAR.search(source.line(max(1, line - 1))))
    while stop <= count:
        below = source.line(stop)
        goes_on = is_text and _indent(below) == indent and not OUR_KEY.match(below)
        if not goes_on and _indent(below) <= indent:
            break
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
