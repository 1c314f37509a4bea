"""Versions of the format, and how a file of an older one is read as one of the newest.

Each version lists what the next one changed. Changes are made to the nodes before any field is
read, so that every value keeps the place where it was typed.
"""

from collections.abc import Callable, Iterator, Sequence

from kehoach_cli.annotations import Protocol
from kehoach_cli.plan.records import Context
from kehoach_cli.plan.van_ban import WHOLE
from kehoach_cli.source import nodes
from kehoach_cli.source.nodes import Mapping, Node, Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import fold, to_identifier
from kehoach_cli.vietnamese.unreadable import Unreadable

KEY = "phien_ban"
ANY = "*"
DEEP = "**"
"""In a path: any one key; any number of keys."""

Path = tuple[str, ...]
"""Keys from above; lists on the way are passed through."""

Note = Callable[[Span, str, str], None]
"""Takes the place of an old way of writing, what has become of it, and the new way."""


class Change(Protocol):
    """One thing that a version changed."""

    def apply(self, root: Mapping, note: Note) -> None:
        """Bring a file to the new way, and tell each place."""


class RenamedKey(Values):
    """A key of the records at `where` has another name."""

    where: Path
    old: str
    new: str

    def apply(self, root: Mapping, note: Note) -> None:
        """Rename it; where the new name stands too, the old one is left for the reader to tell."""
        for mapping in mappings(root, self.where):
            typed = mapping.key_for(self.old, to_identifier)
            if typed is None or mapping.key_for(self.new, to_identifier):
                continue
            note(mapping.key_span(typed), f"khóa {self.old} nay là {self.new}", f"{self.new}: …")
            mapping.entries = {
                self.new if key == typed else key: entry for key, entry in mapping.entries.items()
            }


class RenamedValue(Values):
    """A word that a key of the records at `where` may hold has another name."""

    where: Path
    key: str
    old: str
    new: str

    def apply(self, root: Mapping, note: Note) -> None:
        """Rename it; every other value stays."""
        for mapping in mappings(root, self.where):
            typed = mapping.key_for(self.key, to_identifier) or ""
            node = mapping.get(typed)
            if isinstance(node, Scalar) and fold(node.value).replace(" ", "_") == self.old:
                told = f"giá trị {self.old} của {self.key} nay là {self.new}"
                note(node.span, told, f"{self.key}: {self.new}")
                value = Scalar(node.source, node.start, node.end, self.new, node.style)
                mapping.entries[typed] = (mapping.entries[typed][0], value)


class MovedKey(Values):
    """A key of the records at `where` stands elsewhere; both paths begin at that record."""

    where: Path
    old: Path
    new: Path

    def apply(self, root: Mapping, note: Note) -> None:
        """Move it; where the new place is taken, the old one is left for the reader to tell."""
        for mapping in mappings(root, self.where):
            home = next(mappings(mapping, self.old[:-1]), None)
            typed = home.key_for(self.old[-1], to_identifier) if home else None
            if home is None or typed is None:
                continue
            target = _opened(mapping, self.new[:-1], home.entries[typed])
            if target is None or target.key_for(self.new[-1], to_identifier):
                continue
            old, new = ".".join(self.old), ".".join(self.new)
            note(home.key_span(typed), f"khóa {old} nay ở {new}", f"{new}: …")
            target.entries[self.new[-1]] = home.entries.pop(typed)
            _without_empty(mapping, self.old[:-1])


def _without_empty(mapping: Mapping, path: Path) -> None:
    """Drop a mapping that nothing is left in."""
    for holder in mappings(mapping, path[:-1]) if path else ():
        typed = holder.key_for(path[-1], to_identifier)
        inner = holder.get(typed or "")
        if typed and isinstance(inner, Mapping) and not inner.entries:
            del holder.entries[typed]


def _opened(mapping: Mapping, path: Path, entry: tuple[int, Node]) -> Mapping | None:
    """The mapping at a path, made at the place of an entry where it is absent."""
    for key in path:
        start, node = entry
        made: Node = Mapping(node.source, start, node.end, {})
        typed = mapping.key_for(key, to_identifier) or key
        inner = mapping.entries.setdefault(typed, (start, made))[1]
        if not isinstance(inner, Mapping):
            return None
        mapping = inner
    return mapping


def mappings(node: Node, where: Path) -> Iterator[Mapping]:
    """The mappings at a path under a node."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from mappings(item, where)
    elif isinstance(node, Mapping) and where:
        yield from _below(node, where[0], where[1:])
    elif isinstance(node, Mapping):
        yield node


def _below(mapping: Mapping, head: str, rest: Path) -> Iterator[Mapping]:
    """The mappings under the keys that the head of a path names."""
    if head == DEEP:
        yield from mappings(mapping, rest)
    for key, (_, value) in list(mapping.entries.items()):
        if head == DEEP:
            yield from mappings(value, (DEEP, *rest))
        elif head in (ANY, to_identifier(key)):
            yield from mappings(value, rest)


class Version(Values):
    """A version of the format. `changes`: what the next one changed."""

    number: int
    changes: tuple[Change, ...] = ()


VERSIONS = (
    # The sketch before the first release: all that it said is read the same way today.
    Version(0),
    Version(1),
)
FORMAT_VERSION = VERSIONS[-1].number


def upgrade(root: Mapping, context: Context, versions: Sequence[Version] = VERSIONS) -> bool:
    """Bring a file to the newest version; False where its version is none that is known.

    A file that names no version is of the newest. One that cannot be read as a number is left
    to the field itself.
    """
    node = root.get(root.key_for(KEY, to_identifier) or "")
    number = _number(node)
    if node is None or number is None:
        return True
    known = {version.number: version for version in versions}
    newest = versions[-1].number
    if number not in known:
        facts = {"got": str(number), "oldest": str(versions[0].number), "known": str(newest)}
        context.fault("KH019", node.span, **facts)
        return False
    if number < newest:
        _apply(root, node, [v for v in versions if v.number >= number], context)
    return True


def _apply(root: Mapping, node: Node, versions: list[Version], context: Context) -> None:
    """Make the changes of one version after another; the places as typed."""
    newest = versions[-1].number
    changes: list[tuple[Span, str, str, int]] = []
    for version in versions:
        for change in version.changes:
            change.apply(root, lambda *said, of=version.number: changes.append((*said, of)))
    then = "khi đã sửa các chỗ được nhắc" if changes else "là xong, không phải sửa gì khác"
    whole = (node.span, f"nay là phiên bản {newest}", f"{KEY}: {newest} {then}", versions[0].number)
    for span, told, how, got in (whole, *changes):
        context.fault("KH049", span, got=str(got), told=told, how=f"viết {how}")


def _number(node: Node | None) -> int | None:
    """The whole number that a node holds."""
    try:
        return WHOLE.parser(node.value.strip()) if isinstance(node, Scalar) else None
    except Unreadable:
        return None
