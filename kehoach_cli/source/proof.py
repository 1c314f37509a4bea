"""The proof of a change: what was meant reads back, and nothing else reads otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as Given
from collections.abc import Sequence as Listed
from typing import NamedTuple, TypeAlias

from kehoach_cli.source.edit import Edit, edited
from kehoach_cli.source.extent import CannotWriteError, header_end
from kehoach_cli.source.hand import Value
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.places import Path
from kehoach_cli.source.scalars import as_read
from kehoach_cli.source.text import Source, Span
from kehoach_cli.source.tree import Tree, compose

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""What a node says: None for nothing (an empty list or mapping too)."""

_EMPTY_FILE = "KH005"
_BROKEN = ("KH000", "KH001", "KH004", "KH006")


class Change(NamedTuple):
    """Edits, and what they mean: `value` stands whole at `path` (keys as typed), or nothing does.

    `is_new`: nothing stood there before, not even its key.
    """

    edits: tuple[Edit, ...]
    path: Path
    value: Value | Plain
    is_new: bool = False


def composed(source: Source) -> Tree:
    """The tree of a file that may be changed; raises CannotWriteError for a broken one."""
    tree = compose(source)
    for fault in tree.faults:
        if fault.rule in _BROKEN or source.bad_bytes:
            raise CannotWriteError("tệp còn lỗi cú pháp hoặc có chữ không đọc được", fault.span)
    return tree


def verified(source: Source, change: Change, before: Tree | None = None) -> Source:
    """The source after a change, proved by reading it again.

    The value stands at its path, every other path is as before, in the same order, and no fault
    is new. Raises CannotWriteError otherwise.
    """
    before = before or compose(source)
    after = edited(source, change.edits)
    tree = compose(after)
    if _is_worse(tree, before) or not _says(change, plain(before.root), plain(tree.root)):
        raise CannotWriteError("chỗ này viết khác thường", _place(source, change))
    return after


def all_verified(source: Source, changes: Listed[Change], before: Tree) -> Source:
    """As `verified`, of changes each within another item of the lists that stand outermost."""
    after = edited(source, (edit for change in changes for edit in change.edits))
    tree = compose(after)
    old, new = plain(before.root), plain(tree.root)
    items = [change.path[:2] for change in changes]
    said = (
        _says(change._replace(path=change.path[2:]), _at(old, item), _at(new, item))
        for change, item in zip(changes, items, strict=True)
    )
    if _is_worse(tree, before) or _less(old, items) != _less(new, items) or not all(said):
        raise CannotWriteError("chỗ này viết khác thường", _place(source, changes[0]))
    return after


def items_verified(source: Source, changes: Listed[Change], before: Tree) -> Source:
    """As `verified`, of changes that take items out of one of the lists that stand outermost."""
    after = edited(source, (edit for change in changes for edit in change.edits))
    tree = compose(after)
    gone = {change.path[1] for change in changes}
    name, old = str(changes[0].path[0]), plain(before.root)
    items = _at(old, (name,)) or ()
    kept = [item for at, item in enumerate(items) if at not in gone]
    wanted = dict(_entries(old)) | {name: kept or None}
    if _is_worse(tree, before) or repr(wanted) != repr(plain(tree.root)):
        raise CannotWriteError("chỗ này viết khác thường", _place(source, changes[0]))
    return after


def _is_worse(tree: Tree, before: Tree) -> bool:
    """Whether a tree has faults that it had not before."""
    known = Counter(fault.rule for fault in before.faults)
    return not Counter(fault.rule for fault in tree.faults if fault.rule != _EMPTY_FILE) <= known


def _less(tree: Plain, items: Iterable[Path]) -> str:
    """What a tree says without some items of its lists; their places stay."""
    kept = {key: [*part] if isinstance(part, list) else part for key, part in _entries(tree)}
    for key, number in items:
        part = kept.get(str(key))
        if isinstance(part, list) and isinstance(number, int) and number < len(part):
            part[number] = None
    return repr(kept)


def _entries(tree: Plain) -> Iterable[tuple[str, Plain]]:
    return tree.items() if isinstance(tree, dict) else ()


def _says(change: Change, before: Plain, after: Plain) -> bool:
    """Whether a tree says what the change means, and else what it said before."""
    if change.value is None:
        return repr(_marked(before, change.path, removed=True)) == repr(after)
    is_there = repr(_at(after, change.path)) == repr(read_as(change.value))
    old = before if change.is_new else _marked(before, change.path, removed=False)
    return is_there and repr(old) == repr(_marked(after, change.path, removed=change.is_new))


def _place(source: Source, change: Change) -> Span:
    start = min((edit.start for edit in change.edits), default=0)
    return Span(source, start, min(start + 1, len(source.text)))


def plain(node: Node | None) -> Plain:
    """What a node says, without places."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()} or None
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items] or None
    return text_of(node) if isinstance(node, Scalar) and not node.is_empty else None


def text_of(node: Scalar) -> str:
    """The text of a value; a `|` that the file breaks off ends in the line end it would have."""
    text = node.source.text
    if node.end < len(text) or text.endswith(("\n", "\r")):
        return node.value
    is_clipped = text[node.start : header_end(node)].rstrip("0123456789") in ("|", ">")
    return f"{node.value}\n" if is_clipped else node.value


def read_as(value: Value | Plain) -> Plain:
    """What a value says once it is read from a file."""
    if value is None or isinstance(value, str):
        return None if value is None else as_read(value)
    if isinstance(value, Given):
        return {as_read(key): read_as(part) for key, part in value.items()} or None
    return [read_as(part) for part in value] or None


def _at(tree: Plain, path: Path) -> Plain:
    for step in path:
        if isinstance(tree, dict) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def _marked(tree: Plain, path: Path, *, removed: bool) -> Plain:
    """The tree with nothing at a path, or without the very place."""
    if not path:
        return None
    step, rest = path[0], path[1:]
    if isinstance(tree, dict) and isinstance(step, str):
        entries = {**tree, step: _marked(tree.get(step), rest, removed=removed)}
        if removed and not rest:
            del entries[step]
        return entries or None
    if isinstance(tree, list) and isinstance(step, int):
        kept = [] if removed and not rest else [_marked(_at(tree, (step,)), rest, removed=removed)]
        return [*tree[:step], *kept, *tree[step + 1 :]] or None
    return tree
