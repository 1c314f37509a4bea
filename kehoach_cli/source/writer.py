"""The edits that put values into a file, in the hand that it is written in."""

from collections.abc import Mapping as Given
from collections.abc import Sequence as Listed

from kehoach_cli.source.edit import Edit
from kehoach_cli.source.extent import (
    CannotWriteError,
    begins_line,
    block_end,
    colon_end,
    column,
    content_end,
    dash_end,
    end_of_part,
    header_end,
    is_flow,
    line_start,
    next_line,
    notes_start,
)
from kehoach_cli.source.hand import Hand, Value
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.places import APPEND, Path, Place, Shape, is_nothing, items_of
from kehoach_cli.source.proof import Change, Plain, plain, read_as, text_of
from kehoach_cli.source.text import Source, Span


def wrapped(path: Path, value: Value, span: Span) -> Value:
    """A value in the parents that a path names. Raises CannotWriteError for a gap in a list."""
    for step in reversed(path):
        if isinstance(step, int) and step not in (0, APPEND):
            raise CannotWriteError("danh sách chưa có đủ mục đứng trước", span)
        value = {step: value} if isinstance(step, str) else [value]
    return value


class Writer:
    """Makes the edits of one value, in the file's own hand."""

    def __init__(self, source: Source, hand: Hand, shape: Shape) -> None:
        self.source, self.hand, self.shape = source, hand, shape

    def added(self, place: Place, rest: Path, value: Value) -> Change:
        """The change that puts a value where nothing stands: at the rest of a path."""
        node, step = place.node, rest[0]
        if place.holder is not None and is_nothing(node):
            return self.replaced(place, wrapped(rest, value, node.span))
        whole = wrapped(rest[1:], value, node.span)
        if isinstance(step, int) and step in (APPEND, len(items_of(node))):
            return self._appended(place, whole)
        if isinstance(step, str) and isinstance(node, Mapping):
            edits = self._new_key(node, place, step, whole)
            return Change(edits, (*place.typed, step), whole, is_new=True)
        raise CannotWriteError("ở đây đã có một giá trị khác dạng", node.span)

    def _appended(self, place: Place, value: Value) -> Change:
        node = place.node
        if isinstance(node, Scalar):
            return self.replaced(place, [text_of(node), value])
        if not isinstance(node, Sequence):
            raise CannotWriteError("nhóm khóa này phải viết lại thành danh sách", node.span)
        path = (*place.typed, len(node.items))
        if is_flow(node):
            edit = self._in_brackets(node, self.hand.in_brackets(value))
        else:
            at = column(self.source, node.start)
            end = end_of_part(node, len(node.items) - 1)
            edit = self._lines(block_end(self.source, end, at), self.hand.entry("-", value, at))
        return Change((edit,), path, value, is_new=True)

    def extended(self, place: Place, more: Listed[Value] | Given[str, Value]) -> Change:
        """The change that puts items or entries behind the last one, each whole."""
        node, there, said = place.node, plain(place.node), read_as(more)
        whole: Plain
        if isinstance(there, dict) and isinstance(said, dict):
            whole = {**there, **said}
        elif isinstance(there, list) and isinstance(said, list):
            whole = [*there, *said]
        else:
            raise CannotWriteError("ở đây đã có một giá trị khác dạng", node.span)
        if is_flow(node):
            edit = self._in_brackets(node, self.hand.in_brackets(more)[1:-1])
        else:
            at = column(self.source, node.start)
            end = end_of_part(node, len(there) - 1)
            edit = self._lines(block_end(self.source, end, at), self.hand.lines(more, at))
        return Change((edit,), place.typed, whole)

    def put_before(self, place: Place, value: Value) -> Change:
        """The change that puts an item before another one, and before the comments that it has."""
        holder, number = place.holder, int(place.step)
        if not isinstance(holder, Sequence):
            raise CannotWriteError("chỗ này không ở trong danh sách", place.node.span)
        if place.flow:
            edit = Edit(place.node.start, place.node.start, f"{self.hand.in_brackets(value)}, ")
        else:
            dash = dash_end(holder, number) - 1
            floor = end_of_part(holder, number - 1) if number else 0
            lines = self.hand.entry("-", value, column(self.source, dash))
            edit = self._lines(notes_start(self.source, dash, floor), lines)
        return Change((edit,), place.typed, value, is_new=True)

    def _new_key(self, node: Mapping, place: Place, key: str, value: Value) -> tuple[Edit, ...]:
        before = self._predecessor(node, place.path, key)
        if is_flow(node) or place.flow:
            return (self._in_brackets(node, self.hand.pair(key, value), before),)
        first = node.start
        at = column(self.source, first)
        lines = self.hand.lines({key: value}, at)
        if before >= 0:
            end = end_of_part(node, before)
            return (self._lines(block_end(self.source, end, at), lines),)
        if begins_line(self.source, first):
            return (self._lines(notes_start(self.source, first), lines),)
        text = self._joined(lines).lstrip(" ") + " " * at
        return (Edit(first, first, text),)

    def _predecessor(self, node: Mapping, path: Path, key: str) -> int:
        """The number of the entry that a new key comes after; -1: before the first."""
        present = [self.shape.meant(path, typed) for typed in node.entries]
        order = list(self.shape.keys(path))
        if key not in order:
            return len(present) - 1
        earlier = [present.index(other) for other in order[: order.index(key)] if other in present]
        return earlier[-1] if earlier else -1

    def _in_brackets(self, node: Node, text: str, before: int | None = None) -> Edit:
        """A part put into brackets after another one; -1: before the first."""
        parts = node.items if isinstance(node, Sequence) else list(_entries(node))
        if not parts:
            return Edit(node.start + 1, node.start + 1, text)
        number = len(parts) - 1 if before is None else before
        if number < 0:
            first = next(start for start, _ in _entries(node))
            return Edit(first, first, f"{text}, ")
        at = end_of_part(node, number)
        return Edit(at, at, f", {text}")

    def replaced(self, place: Place, value: Value) -> Change:
        """The change that puts a value in place of another."""
        old = place.node
        if place.holder is None:
            raise CannotWriteError("cả tệp không phải là một giá trị", old.span)
        if place.flow or is_flow(place.holder):
            edits = self._set_in_brackets(place, self.hand.in_brackets(value))
        else:
            edits = self._set(place, value)
        return Change(edits, place.typed, value)

    def _set_in_brackets(self, place: Place, text: str) -> tuple[Edit, ...]:
        old = place.node
        if old.start < content_end(old):
            return (Edit(old.start, content_end(old), text),)
        key = _key_start(place)
        colon = colon_end(self.source, key, old.start)
        if colon is not None:
            return (Edit(colon, colon, f" {text}"),)
        at = key + len(self.source.text[key : old.start].rstrip())
        return (Edit(at, at, f": {text}"),)

    def _set(self, place: Place, value: Value) -> tuple[Edit, ...]:
        """A value outside brackets put in place of another: its head, and the lines under it."""
        old = place.node
        end = old.start + len(self.source.text[old.start : content_end(old)].rstrip())
        opening, at, sign = self._opening(place)
        head, *lines = self.hand.pieces(sign, value, at)
        if head and not lines and old.start < end and _is_inline(old):
            return (Edit(old.start, end, head),)
        head_end, below = end, next_line(self.source, max(end - 1, opening - 1))
        tail = below
        if line_start(self.source, old.start) > opening:
            head_end, tail = opening, line_start(self.source, old.start)
        elif isinstance(old, Scalar) and old.style in ("|", ">"):
            head_end = header_end(old)
            tail = min(next_line(self.source, head_end), below)
        first = Edit(opening, head_end, f" {head}" if head else "")
        second = self._lines(tail, lines)._replace(end=below)
        if first.end < second.start:
            return (first, second)
        return (Edit(first.start, second.end, first.text + second.text),)

    def _opening(self, place: Place) -> tuple[int, int, str]:
        """Where the colon or dash before a value ends, the column of its key or dash, its sign."""
        holder, old = place.holder, place.node
        if isinstance(holder, Sequence):
            at = dash_end(holder, int(place.step))
            return at, column(self.source, holder.start), "-"
        key = _key_start(place)
        colon = colon_end(self.source, key, old.start)
        if colon is None:
            raise CannotWriteError("khóa này viết khác thường", old.span)
        return colon, column(self.source, key), ":"

    def begun(self, root: Node | None, value: Value) -> Change:
        """The change that begins a file in which nothing stands but comments."""
        at = len(self.source.text) if root is None else root.start
        return Change((self._lines(at, self.hand.lines(value, 0)),), (), value)

    def _lines(self, at: int, lines: list[str]) -> Edit:
        """Whole lines put in where a line begins, or after the last line of the file."""
        text = self._joined(lines)
        is_open = lines and at == len(self.source.text) and not begins_line(self.source, at)
        is_open = is_open and not self.source.text.endswith(("\n", "\r"))
        return Edit(at, at, self.hand.line_end + text if is_open else text)

    def _joined(self, lines: list[str]) -> str:
        return "".join(line + self.hand.line_end for line in lines)


def _entries(node: Node) -> list[tuple[int, Node]]:
    return list(node.entries.values()) if isinstance(node, Mapping) else []


def _key_start(place: Place) -> int:
    """Where the key of a mapping's value begins."""
    entries = place.holder.entries if isinstance(place.holder, Mapping) else {}
    return entries[str(place.step)][0]


def _is_inline(node: Node) -> bool:
    """Whether a value stands behind its key as one piece: no block text, no lines under the key."""
    return node.style not in ("|", ">") if isinstance(node, Scalar) else is_flow(node)
