"""Where a value stands in its file: its last letter, its lines, the comments that belong to it.

YAML's own end of a block runs on over blank lines and comments to the next token, so that what is
put in "at the end" would stand below another key's comment.
"""

from bisect import bisect_right

from kehoach_cli.patterns import pattern
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import Source, Span

_INDENT, _BLANKS = " \t", " \t\r\n"
_HEADER = pattern(r"[|>][0-9+-]*")
_NOTE = pattern(r"[ \t]*#[^\r\n]*(?:\r\n|[\n\r]|$)")
_QUOTED_KEY = pattern(r"""(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s*:""")
_COLON = pattern(r":(?=[\s,\[\]{}]|$)")
_SKIPPED = pattern(r"(?:\s|#[^\r\n]*(?![^\r\n]))*")
_ALIAS_VALUE = pattern(r":\s*\*[^\s,\[\]{}]+")
_ALIAS_ITEM = pattern(r"(?:[\s,\-\[]|#[^\r\n]*(?![^\r\n]))*\*[^\s,\[\]{}]+")
_PROPERTIES = pattern(r"(?:[&!]\S*\s+)*")
_OWN_SIGNS = ("&", "*", "!")


class CannotWriteError(Exception):
    """A place where nothing can be written surely; `reason` in Vietnamese, `span` the place."""

    def __init__(self, reason: str, span: Span) -> None:
        super().__init__(reason)
        self.reason, self.span = reason, span


def is_flow(node: Node) -> bool:
    """Whether a list or mapping stands in brackets."""
    properties = _PROPERTIES.match(node.source.text, node.start)
    return node.source.text.startswith(("[", "{"), properties.end() if properties else node.start)


def line_start(source: Source, offset: int) -> int:
    """Where the line of an offset begins."""
    return source.line_starts[bisect_right(source.line_starts, offset) - 1]


def next_line(source: Source, offset: int) -> int:
    """Where the line after that of an offset begins; the end of the text for the last."""
    number = bisect_right(source.line_starts, offset)
    return source.line_starts[number] if number < len(source.line_starts) else len(source.text)


def column(source: Source, offset: int) -> int:
    """How many letters stand before an offset on its line."""
    return offset - line_start(source, offset)


def begins_line(source: Source, offset: int) -> bool:
    """Whether nothing but blanks stands before an offset on its line."""
    return not source.text[line_start(source, offset) : offset].strip(" \t")


def children(node: Node) -> list[tuple[int, Node]]:
    """The parts of a list or mapping, each with the first offset where it may begin.

    That of a mapping is its key's; one that begins before is an alias, typed elsewhere.
    """
    if isinstance(node, Mapping):
        return list(node.entries.values())
    parts: list[tuple[int, Node]] = []
    earliest = node.start
    for item in node.items if isinstance(node, Sequence) else ():
        parts.append((earliest, item))
        earliest = max(earliest, item.start + 1)
    return parts


def refuse_signs(node: Node, after: int) -> None:
    """Raise CannotWriteError for an alias, an anchor, a tag or a merge key.

    `after`: where its key or its list begins; what an alias stands for was typed before that.
    """
    is_elsewhere = node.start < after
    has_sign = node.source.text.startswith(_OWN_SIGNS, node.start)
    if is_elsewhere or has_sign or (isinstance(node, Mapping) and "<<" in node.entries):
        raise CannotWriteError("chỗ này dùng dấu &, *, ! hoặc << của YAML", node.span)


def content_end(node: Node) -> int:
    """Where the last letter of a value ends, less the blanks and comments after it."""
    if isinstance(node, Scalar):
        if node.style not in ("|", ">"):
            return node.end
        blanks = _INDENT if "+" in node.source.text[node.start : header_end(node)] else _BLANKS
        return node.start + len(node.source.text[node.start : node.end].rstrip(blanks))
    if is_flow(node) or not children(node):
        return node.end
    return end_of_part(node, len(children(node)) - 1)


def end_of_part(node: Node, index: int) -> int:
    """Where the last letter of a part of a list or mapping ends, of an alias too."""
    parts = children(node)
    start, part = parts[index]
    if part.start >= start:
        return content_end(part)
    if isinstance(node, Mapping):
        value = _ALIAS_VALUE.search(node.source.text, start)
        return value.end() if value else start
    own = [number for number in range(index) if parts[number][1].start >= parts[number][0]]
    at, last = (content_end(parts[own[-1]][1]), own[-1]) if own else (node.start, -1)
    for _ in range(last, index):
        item = _ALIAS_ITEM.match(node.source.text, at)
        at = item.end() if item else at
    return at


def header_end(node: Scalar) -> int:
    """Where the `|` of a block text ends, with its signs."""
    header = _HEADER.match(node.source.text, node.start)
    return header.end() if header else node.end


def block_end(source: Source, end: int, margin: int) -> int:
    """Where the line after a value's end begins; comments right of `margin` are its own."""
    at = next_line(source, max(end - 1, 0))
    while (note := _NOTE.match(source.text, at)) and note[0].find("#") > margin:
        at = note.end()
    return at


def notes_start(source: Source, offset: int, floor: int = 0) -> int:
    """Where the comments right above a line begin; those that open the file are the file's.

    `floor`: where the value before ends, whose last lines may look like comments.
    """
    first = start = line_start(source, offset)
    while start > 0:
        above = line_start(source, start - 1)
        if above < floor or not source.text[above:start].lstrip(" \t").startswith("#"):
            return start
        start = above
    return first


def colon_end(source: Source, key: int, value: int) -> int | None:
    """Where the colon of a key ends; None for a key without one (`{a, b: c}`)."""
    quoted = _QUOTED_KEY.match(source.text, key)
    colon = quoted or _COLON.search(source.text, key, max(value, key + 1) + 1)
    return colon.end() if colon and colon.end() <= max(value, key + 1) else None


def dash_end(sequence: Sequence, index: int) -> int:
    """Where the dash of an item ends."""
    before = end_of_part(sequence, index - 1) if index else sequence.start
    skipped = _SKIPPED.match(sequence.source.text, before)
    return (skipped.end() if skipped else before) + 1
