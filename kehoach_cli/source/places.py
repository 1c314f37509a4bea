"""Paths through a file as it was typed.

A path is a tuple of keys and positions from 0; APPEND stands for the place after the last item.
A list that is typed as a lone value counts as a list of one.
"""

from collections.abc import Sequence as Listed
from functools import partial
from typing import NamedTuple, Protocol, TypeAlias

from kehoach_cli.source.attach import KEY
from kehoach_cli.source.extent import CannotWriteError, is_flow, refuse_signs
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.scalars import as_read

Path: TypeAlias = "tuple[str | int, ...]"

APPEND = -1


class Shape(Protocol):
    """What a file declares: the caller knows the fields, this layer only YAML."""

    def keys(self, path: Path) -> Listed[str]:
        """The keys of the mapping at a path, in the order that a person would write them."""

    def meant(self, path: Path, key: str) -> str:
        """The key that a typed one means in the mapping at a path; itself where it is none."""


class Shapeless:
    """Keys mean what they say, new ones stand at the end."""

    def keys(self, path: Path) -> Listed[str]:  # noqa: ARG002 - as Shape has it
        """No order."""
        return ()

    def meant(self, path: Path, key: str) -> str:  # noqa: ARG002 - as Shape has it
        """The key itself."""
        return key


SHAPELESS = Shapeless()


class Place(NamedTuple):
    """A value as it was found. `holder`, `step`: what it stands in, and where; None for the root.

    `typed`: its path as typed, `path`: as declared; `flow`: it stands in brackets.
    """

    node: Node
    holder: Node | None = None
    step: str | int = 0
    typed: Path = ()
    path: Path = ()
    flow: bool = False

    def part(self, step: str | int, declared: str | int, after: int, node: Node) -> "Place":
        """The place of a part of the value, checked. `after`: the first offset it may have."""
        refuse_signs(node, after)
        typed, path = (*self.typed, step), (*self.path, declared)
        return Place(node, self.node, step, typed, path, self.flow or is_flow(self.node))


def is_nothing(node: Node) -> bool:
    """Whether a value is empty: nothing typed, or brackets around nothing."""
    if isinstance(node, Mapping):
        return not node.entries
    return node.is_empty if isinstance(node, Scalar) else not items_of(node)


def items_of(node: Node) -> list[Node]:
    """The items of a list; a lone value is its only one."""
    return node.items if isinstance(node, Sequence) else [node]


def reached(root: Node, path: Path, shape: Shape) -> tuple[Place, Path]:
    """How far a path leads, and the rest of it, for which nothing stands there yet."""
    refuse_signs(root, 0)
    place = Place(root)
    rest = tuple(as_read(step) if isinstance(step, str) else step for step in path)
    while rest:
        if isinstance(place.node, Mapping) and list(place.node.entries) == [KEY]:
            raise CannotWriteError(f"giá trị nằm trong tệp kèm ({KEY})", place.node.span)
        part = _part(place, rest[0], shape)
        if part is None:
            break
        place, rest = part, rest[1:]
    return place, rest


def _part(place: Place, step: str | int, shape: Shape) -> Place | None:
    node = place.node
    if isinstance(node, Mapping) and isinstance(step, str):
        typed = node.key_for(step, partial(shape.meant, place.path))
        return None if typed is None else place.part(typed, step, *node.entries[typed])
    items = items_of(node)
    if isinstance(step, str) or not 0 <= step < len(items):
        return None
    if not isinstance(node, Sequence):
        return None if is_nothing(node) else place
    after = max((item.start + 1 for item in items[:step]), default=node.start)
    return place.part(step, step, after, items[step])
