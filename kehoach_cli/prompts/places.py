"""Where things of a plan stand in its tree: by keys as they are typed."""

from bisect import bisect_right
from collections.abc import Iterable

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Field, Record, fields_of, walk
from kehoach_cli.plan.shape import FormatShape
from kehoach_cli.prompts.question import Keys
from kehoach_cli.source.nodes import Node, Scalar
from kehoach_cli.source.text import Source, Span
from kehoach_cli.source.walk import at, values

_STEP = pattern(r"(?P<key>[^\[\]#]+)(?P<numbers>(?:\[[1-9][0-9]{0,5}\])*)")
_NUMBER = pattern(r"[0-9]+")


class Places:
    """The values of a plan's own file, each with its keys and the field that reads it."""

    def __init__(self, plan: Plan, source: Source) -> None:
        self.root = plan.node
        self._read: dict[int, tuple[Record, Field]] = {}
        for record in walk(plan):
            for key, node in record.at.items():
                self._read.setdefault(id(node), (record, fields_of(type(record))[key]))
        self._scalars = sorted(
            (
                (node.start, keys, node)
                for keys, node in values(plan.node)
                if isinstance(node, Scalar) and node.source is source
            ),
            key=lambda place: place[0],
        )
        self._starts = [start for start, _, _ in self._scalars]

    def at(self, span: Span) -> tuple[Keys, Scalar] | None:
        """The value that a stretch of the file lies in; None where it lies in none."""
        number = bisect_right(self._starts, span.start) - 1
        if number < 0:
            return None
        _, keys, node = self._scalars[number]
        is_inside = node.source is span.source and span.start < max(node.end, node.start + 1)
        return (keys, node) if is_inside else None

    def field(self, node: Node) -> Field | None:
        """The declared field that read a value."""
        read = self._read.get(id(node))
        return read[1] if read else None

    def record(self, node: Node) -> Record | None:
        """The record that a value is a field of."""
        read = self._read.get(id(node))
        return read[0] if read else None


def keys_to(root: Node | None, wanted: Node | None) -> Keys:
    """The keys of a part of a tree, as they are typed; none where it is no part."""
    return next((keys for keys, node in values(root) if node is wanted), ())


def node_at(plan: Plan | None, keys: Keys) -> Scalar | None:
    """The text that stands at keys as they are typed; None where there is none."""
    node = at(plan.node if plan else None, keys)
    return node if isinstance(node, Scalar) else None


def name_of(keys: Keys) -> str:
    """Keys as messages write them: van_ban.nguoi_ky, du_an[2].ten."""
    parts = (f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys)
    return "".join(parts).lstrip(".")


def keys_of(name: str) -> Keys:
    """The keys that a name in messages stands for; none for what is no such name."""
    found: list[str | int] = []
    for part in name.split("."):
        match = _STEP.fullmatch(part)
        if match is None:
            return ()
        found += [match["key"], *(int(number) - 1 for number in _NUMBER.findall(match["numbers"]))]
    return tuple(found)


def row_of(keys: Keys) -> Keys:
    """The item of a list that a value is or is in; of a table its row."""
    if "hang" in keys:
        return keys[: keys.index("hang") + 2]
    numbers = [place for place, key in enumerate(keys) if isinstance(key, int)]
    return keys[: numbers[-1] + 1] if numbers else keys


def numbered_at_first(name: str, deleted: Iterable[Keys]) -> str:
    """A name with its rows numbered as they were before some were deleted, one after another."""
    text, mark, rest = name.partition("#")
    keys = list(keys_of(text))
    for row in reversed([*deleted]):
        at = len(row) - 1
        if is_behind(tuple(keys), row) or tuple(keys[: at + 1]) == row:
            keys[at] = int(keys[at]) + 1
    return f"{name_of(tuple(keys))}{mark}{rest}" if keys else name


def is_behind(keys: Keys, row: Keys) -> bool:
    """Whether a place is in a later row of the same list."""
    at = len(row) - 1
    if len(keys) <= at or keys[:at] != row[:at]:
        return False
    here, there = keys[at], row[at]
    return isinstance(here, int) and isinstance(there, int) and here > there


def field_at(keys: Keys) -> Field | None:
    """The declared field that reads what stands at a place; None for one that nothing reads."""
    return FormatShape().field(keys)
