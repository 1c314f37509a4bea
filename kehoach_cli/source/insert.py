"""Values written into a file at a path; every letter outside the edits stays as it was."""

from collections.abc import Callable
from collections.abc import Mapping as Given
from collections.abc import Sequence as Listed

from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.source.hand import Hand, Value, hand_of
from kehoach_cli.source.nodes import Scalar, Sequence
from kehoach_cli.source.places import APPEND, SHAPELESS, Path, Shape, is_nothing, reached
from kehoach_cli.source.proof import Change, composed, verified
from kehoach_cli.source.text import Source, Span
from kehoach_cli.source.tree import Tree
from kehoach_cli.source.writer import Writer, wrapped


def inserted(source: Source, path: Path, value: Value, shape: Shape = SHAPELESS) -> Source:
    """The source with a value at a path, new or in place of what stood there, and proved.

    Parents that are absent are made. The path is that of the file itself, without the files that
    it attaches. Raises CannotWriteError where a person must write it.
    """
    tree = composed(source)
    return _proved(source, tree, lambda hand: insertion(source, tree, path, value, shape, hand))


def extended(
    source: Source,
    path: Path,
    more: Listed[Value] | Given[str, Value],
    shape: Shape = SHAPELESS,
) -> Source:
    """The source with items or entries behind those of the list or mapping at a path, proved.

    However many, they are put in at one place and proved once; what is absent is made. Keys must
    be new. Raises CannotWriteError where a person must write it.
    """
    tree = composed(source)
    if tree.root is None:
        return inserted(source, path, more, shape)
    place, rest = reached(tree.root, (*path, APPEND), shape)
    if rest != (APPEND,) or is_nothing(place.node):
        return inserted(source, path, more, shape)
    return _proved(source, tree, lambda hand: Writer(source, hand, shape).extended(place, more))


def _proved(source: Source, tree: Tree, make: Callable[[Hand], Change]) -> Source:
    """The source after a change that a hand makes; raises CannotWriteError."""
    hand = hand_of(source, tree.root)
    try:
        return verified(source, make(hand), tree)
    except CannotWriteError:  # comments below may be in the way of a `|`
        return verified(source, make(hand._replace(has_blocks=False)), tree)


def put_before(source: Source, path: Path, value: Value, shape: Shape = SHAPELESS) -> Source:
    """The source with an item put before the one at a path, proved.

    Raises CannotWriteError where a person must write it.
    """
    tree = composed(source)
    hand = hand_of(source, tree.root)
    place, rest = reached(tree.root, path, shape) if tree.root is not None else (None, path)
    if place is None or rest or not isinstance(place.holder, Sequence):
        raise CannotWriteError("không có mục nào ở chỗ này", Span(source, 0, 1))
    return verified(source, Writer(source, hand, shape).put_before(place, value), tree)


def insertion(
    source: Source, tree: Tree, path: Path, value: Value, shape: Shape, hand: Hand
) -> Change:
    """The edits that put a value at a path, not yet proved. Raises CannotWriteError."""
    writer = Writer(source, hand, shape)
    if tree.root is None or (isinstance(tree.root, Scalar) and tree.root.is_empty):
        return writer.begun(tree.root, wrapped(path, value, Span(source, 0, 1)))
    place, rest = reached(tree.root, path, shape)
    if rest:
        return writer.added(place, rest, value)
    return writer.replaced(place, value)
