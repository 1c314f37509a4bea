"""A key or an item taken out of a file, with the comments that belong to it."""

from kehoach_cli.patterns import pattern
from kehoach_cli.source.edit import Edit
from kehoach_cli.source.extent import (
    CannotWriteError,
    begins_line,
    block_end,
    column,
    content_end,
    dash_end,
    end_of_part,
    next_line,
    notes_start,
)
from kehoach_cli.source.nodes import Mapping, Node, Sequence
from kehoach_cli.source.places import SHAPELESS, Path, Place, Shape, reached
from kehoach_cli.source.proof import Change, composed, verified
from kehoach_cli.source.text import Source, Span
from kehoach_cli.source.tree import Tree

_BLANK_LINES = pattern(r"(?:[ \t]*\r?\n)*")
_COMMA = pattern(r"\s*,[ \t]*")
_COMMA_AND_NOTE = pattern(r"\s*,[ \t]*(?:#[^\r\n]*)?")


def removed(source: Source, path: Path, shape: Shape = SHAPELESS) -> Source:
    """The source without what stands at a path, proved. Raises CannotWriteError."""
    tree = composed(source)
    change = removal(source, tree, path, shape)
    try:
        return verified(source, change, tree)
    except CannotWriteError:  # blank lines below would go on with a `|+` above
        edits = tuple(_with_blank_lines(source, edit) for edit in change.edits)
        return verified(source, change._replace(edits=edits), tree)


def _with_blank_lines(source: Source, edit: Edit) -> Edit:
    below = _BLANK_LINES.match(source.text, edit.end)
    return edit._replace(end=below.end() if below else edit.end)


def removal(source: Source, tree: Tree, path: Path, shape: Shape) -> Change:
    """The edits that take out what stands at a path, not yet proved. Raises CannotWriteError.

    What held nothing else stays, empty.
    """
    if tree.root is None:
        raise CannotWriteError("tệp trống", Span(source, 0, 1))
    place, rest = reached(tree.root, path, shape)
    if rest or place.holder is None:
        raise CannotWriteError("không có gì ở chỗ này", place.node.span)
    edit = _from_brackets(place, place.holder) if place.flow else _lines(place, place.holder)
    return Change((edit,), place.typed, None)


def _start(place: Place, number: int) -> int:
    """Where a part begins that stands beside a place: its key, its dash, or itself in brackets."""
    holder = place.holder
    if isinstance(holder, Sequence) and not place.flow:
        return dash_end(holder, number) - 1
    return _parts(holder)[number]


def _parts(holder: Node | None) -> list[int]:
    """Where the key of each entry, or each item, begins."""
    if isinstance(holder, Mapping):
        return [start for start, _ in holder.entries.values()]
    return [item.start for item in holder.items] if isinstance(holder, Sequence) else []


def _numbered(place: Place) -> tuple[int, int | None]:
    """The number of a part in its list or mapping, and that of the next one."""
    holder, step = place.holder, place.step
    number = list(holder.entries).index(str(step)) if isinstance(holder, Mapping) else int(step)
    return number, number + 1 if number + 1 < len(_parts(holder)) else None


def _lines(place: Place, holder: Node) -> Edit:
    """Whole lines; what begins behind a dash leaves the dash to what comes next."""
    source, text = holder.source, holder.source.text
    number, following = _numbered(place)
    start = _start(place, number)
    if begins_line(source, start):
        floor = end_of_part(holder, number - 1) if number else 0
        end = block_end(source, content_end(place.node), column(source, start))
        return Edit(notes_start(source, start, floor), end, "")
    below = next_line(source, max(content_end(place.node), start + 1) - 1)
    if following is not None and "#" not in text[below : _start(place, following)]:
        return Edit(start, _start(place, following), "")
    end = start + len(text[start:below].rstrip("\r\n"))
    return Edit(len(text[:start].rstrip(" \t")), end, "")


def _from_brackets(place: Place, holder: Node) -> Edit:
    """A part and one comma beside it; a comment of another part stays."""
    text = holder.source.text
    number, following = _numbered(place)
    start, end = _start(place, number), content_end(place.node)
    if following is not None:
        at = _start(place, following)
        note = _COMMA_AND_NOTE.match(text, end) if "#" in text[end:at] else None
        return Edit(start, note.end() if note else at, "")
    before = end_of_part(holder, number - 1) if number else start
    if number and "#" not in text[before:start]:
        return Edit(before, end, "")
    comma = _COMMA.match(text, end)
    return Edit(start, comma.end() if comma else end, "")
