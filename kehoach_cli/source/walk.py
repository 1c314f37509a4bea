"""Walks through a tree of nodes by keys as they are typed; list positions count from 0."""

from collections.abc import Iterator
from typing import Any

from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.places import Path


def values(node: Node | None, keys: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every value from a node down, with its keys, in order; itself the first."""
    if node is not None:
        yield keys, node
    for key, part in parts(node):
        yield from values(part, (*keys, key))


def parts(node: Node | None) -> Iterator[tuple[str | int, Node]]:
    """The values that stand right in a mapping or list, with their keys."""
    if isinstance(node, Mapping):
        yield from ((key, value) for key, (_, value) in node.entries.items())
    elif isinstance(node, Sequence):
        yield from enumerate(node.items)


def part(node: Node | None, key: str | int) -> Node | None:
    """What stands at a key of a mapping or a position of a list; None where nothing does."""
    if isinstance(node, Mapping) and isinstance(key, str):
        return node.get(key)
    if isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
        return node.items[key]
    return None


def texts(node: Node | None) -> Any:
    """What a node says as mappings, lists and texts, without places."""
    if isinstance(node, Mapping):
        return {key: texts(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [texts(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def at(node: Node | None, keys: Path) -> Node | None:
    """What stands at a path; None where nothing does."""
    for key in keys:
        node = part(node, key)
    return node
