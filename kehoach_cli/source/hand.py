"""The hand that a file is written in, and values written in it."""

from collections.abc import Iterator
from collections.abc import Mapping as Given
from collections.abc import Sequence as Listed
from typing import NamedTuple, TypeAlias

from kehoach_cli.patterns import pattern
from kehoach_cli.source.extent import begins_line, children, column, is_flow
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.scalars import prevailing_quote, typed_in_block, typed_inline, typed_key
from kehoach_cli.source.text import Source

Value: TypeAlias = "str | Listed[Value] | Given[str, Value]"
"""What can be written: a text, a list, a mapping. No numbers: fields read text."""

_LINE_END = pattern("\r\n|[\n\r]")
_DASH = 2  # columns from a dash to what it opens


class Hand(NamedTuple):
    """How far a file indents a key's mapping and a key's list, its line ends, its quotes.

    `has_blocks`: a text of several lines stands under `|`, else in quotes on one line.
    """

    step: int = 2
    list_step: int = 2
    line_end: str = "\n"
    quote: str = '"'
    has_blocks: bool = True

    def lines(self, value: Value, at: int) -> list[str]:
        """The lines of a list or mapping that begins at a column; none for an empty one."""
        if isinstance(value, str):
            return []
        if isinstance(value, Given):
            entries = [(f"{typed_key(key, flow=False)}:", part) for key, part in value.items()]
        else:
            entries = [("-", part) for part in value]
        return [line for opening, part in entries for line in self.entry(opening, part, at)]

    def entry(self, opening: str, value: Value, at: int) -> list[str]:
        """The lines of a key or dash at a column with its value."""
        head, *lines = self.pieces(opening, value, at)
        return [" " * at + opening + (head and f" {head}"), *lines]

    def pieces(self, opening: str, value: Value, at: int) -> list[str]:
        """What stands behind a key or dash at a column, then the lines under it."""
        is_dash = opening == "-"
        if isinstance(value, str) and not self.has_blocks:
            return [typed_inline(value, self.quote, flow=False)]
        if isinstance(value, str):
            return typed_in_block(value, self.quote, at, _DASH if is_dash else self.step)
        if not value:
            return [self.in_brackets(value)]
        if is_dash:
            lines = self.lines(value, at + _DASH)
            return [lines[0].lstrip(" "), *lines[1:]]
        return ["", *self.lines(value, at + self._step(value))]

    def in_brackets(self, value: Value) -> str:
        """A value on one line, for a place between brackets."""
        if isinstance(value, str):
            return typed_inline(value, self.quote, flow=True)
        if isinstance(value, Given):
            return "{" + ", ".join(self.pair(key, part) for key, part in value.items()) + "}"
        return "[" + ", ".join(self.in_brackets(part) for part in value) + "]"

    def pair(self, key: str, value: Value) -> str:
        """A key and its value, for a place between brackets."""
        return f"{typed_key(key, flow=True)}: {self.in_brackets(value)}"

    def _step(self, value: Value) -> int:
        return self.step if isinstance(value, Given) else self.list_step


def hand_of(source: Source, root: Node | None) -> Hand:
    """The hand of a file, told by what stands first in it; the usual one where nothing tells."""
    found: dict[bool, int] = {}
    for is_list, step in _steps(root) if root is not None else ():
        found.setdefault(is_list, step)
        if len(found) > 1:
            break
    step = found.get(False, found.get(True) or Hand().step)
    line_end = _LINE_END.search(source.text)
    ends = line_end[0] if line_end else Hand().line_end
    return Hand(step, found.get(True, step), ends, prevailing_quote(source.text))


def _steps(node: Node) -> Iterator[tuple[bool, int]]:
    """How far each list (True) or mapping stands right of the key that opens it."""
    if isinstance(node, Scalar) or is_flow(node):
        return
    for start, part in children(node):
        is_under = part.start > start and begins_line(node.source, part.start)
        if isinstance(node, Mapping) and is_under:
            step = column(node.source, part.start) - column(node.source, start)
            if not isinstance(part, Scalar) and not is_flow(part) and step >= 0:
                yield isinstance(part, Sequence), step
        yield from _steps(part)
