"""Changes in different items of a file's lists, made at once and proved at once.

One by one each of them would have the whole file read twice.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Sequence as Listed
from itertools import groupby
from typing import NamedTuple

from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.source.hand import Hand, Value, hand_of
from kehoach_cli.source.insert import inserted, insertion
from kehoach_cli.source.places import SHAPELESS, Path
from kehoach_cli.source.proof import Change, all_verified, composed, items_verified
from kehoach_cli.source.remove import removal, removed
from kehoach_cli.source.text import Source
from kehoach_cli.source.tree import Tree

Make = Callable[[Source, Tree, Hand], Change]


class Wanted(NamedTuple):
    """A change at a path. `alone`: the source after it, proved; both raise CannotWriteError.

    `goes`: what stands there is taken out.
    """

    path: Path
    make: Make
    alone: Callable[[Source], Source]
    goes: bool = False


def put(path: Path, value: Value) -> Wanted:
    """A value put where the path says."""
    return Wanted(
        path,
        lambda source, tree, hand: insertion(source, tree, path, value, SHAPELESS, hand),
        lambda source: inserted(source, path, value),
    )


def taken(path: Path) -> Wanted:
    """What stands there taken out."""
    return Wanted(
        path,
        lambda source, tree, _hand: removal(source, tree, path, SHAPELESS),
        lambda source: removed(source, path),
        goes=True,
    )


def changed(source: Source, wanted: Iterable[Wanted]) -> Source:
    """The source after the changes, in their order; what only a hand can write is left out."""
    for some in _rounds(wanted):
        try:
            source = _at_once(source, some) if len(some) > 1 else some[0].alone(source)
        except CannotWriteError:
            source = _one_by_one(source, some) if len(some) > 1 else source
    return source


_ALONE, _WITHIN = "alone", "within an item"


def _rounds(wanted: Iterable[Wanted]) -> Iterator[list[Wanted]]:
    """The changes in turn, those together that do not touch each other."""
    for kind, some in groupby(wanted, key=_kind):
        if kind == _WITHIN:
            yield from _turns(some)
        elif kind == _ALONE:
            yield from ([one] for one in some)
        else:
            yield list(some)


def _kind(one: Wanted) -> "str | Path":
    """Whether a change is of what stands in an item; of an item that goes, the list."""
    if len(one.path) < 2 or not isinstance(one.path[1], int):
        return _ALONE
    return _WITHIN if len(one.path) > 2 else one.path[:1] if one.goes else _ALONE


def _turns(wanted: Iterable[Wanted]) -> list[list[Wanted]]:
    """The changes that are the first of their items, the second, and so on."""
    rounds: list[list[Wanted]] = []
    turns: Counter[Path] = Counter()
    for one in wanted:
        item = one.path[:2]
        if turns[item] == len(rounds):
            rounds.append([])
        rounds[turns[item]].append(one)
        turns[item] += 1
    return rounds


def _at_once(source: Source, wanted: Listed[Wanted]) -> Source:
    tree = composed(source)
    hand = hand_of(source, tree.root)
    changes = [one.make(source, tree, hand) for one in wanted]
    verified = all_verified if _kind(wanted[0]) == _WITHIN else items_verified
    return verified(source, changes, tree)


def _one_by_one(source: Source, wanted: Iterable[Wanted]) -> Source:
    for one in wanted:
        try:
            source = one.alone(source)
        except CannotWriteError:
            continue
    return source
