"""The files of a plan, its own and those that it attaches, changed by places of the whole plan."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath

from kehoach_cli.drafts.years import Move
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.attach import CannotAttachError, Opener, file_name, is_yaml
from kehoach_cli.source.edit import Edit, edited
from kehoach_cli.source.extent import CannotWriteError, content_end
from kehoach_cli.source.hand import Value
from kehoach_cli.source.nodes import Node, Scalar
from kehoach_cli.source.places import Path
from kehoach_cli.source.proof import composed
from kehoach_cli.source.scalars import typed_inline
from kehoach_cli.source.text import Source
from kehoach_cli.source.together import Wanted, changed, put, taken
from kehoach_cli.source.walk import part, values

OWN = ""
"""The plan's own file, among the names of those that it attaches."""
Place = tuple[str, Path]
"""A file, by its name in the plan, and keys in it."""


class Papers:
    """The files of one plan: as they were read (`reading`), and as they are by now (`files`)."""

    def __init__(self, source: Source, opener: Opener) -> None:
        self.files = {OWN: source}

        def open_once(name: str) -> Source:
            if name not in self.files:
                self.files[name] = opener(name)
            return self.files[name]

        self.reading = read_plan(source, opener=open_once)
        self._names = {id(file): name for name, file in self.files.items()}
        self._first = dict(self.files)
        self._keys: dict[str, dict[tuple[int, type[Node]], Path]] = {}

    def again(self) -> "Papers":
        """The plan as its files are by now."""

        def opener(name: str) -> Source:
            if name in self.files:
                return self.files[name]
            raise CannotAttachError("không đọc được tệp ấy")

        return Papers(self.files[OWN], opener)

    def edit(self, edits: Iterable[tuple[Source, Edit]]) -> None:
        """Make edits of the files as they were read."""
        found: dict[str, set[Edit]] = {}
        for source, edit in edits:
            found.setdefault(self._names[id(source)], set()).add(edit)
        for name, own in found.items():
            self.files[name] = edited(self._first[name], own)

    def place(self, keys: Path) -> Place | None:
        """Where a place of the whole plan, as it was read, is in its files; None: nowhere known.

        A file of its own stands where it is named.
        """
        plan = self.reading.plan
        node, rest = plan.node if plan else None, keys
        while rest and (inside := part(node, rest[0])) is not None:
            node, rest = inside, rest[1:]
        if node is None:
            return None
        name = self._names[id(node.source)]
        own = self._keys_in(name).get((node.start, type(node)))
        if own is None:
            return None
        return (name, own + rest) if own or rest or name == OWN else self._named(name)

    def _keys_in(self, name: str) -> dict[tuple[int, type[Node]], Path]:
        """The keys of every value of a file as it was read, by where and what it is."""
        if name not in self._keys:
            found = _values(name, self._first[name])
            self._keys[name] = {(node.start, type(node)): keys for keys, node in found}
        return self._keys[name]

    def _named(self, file: str) -> Place | None:
        """Where a file is named."""
        for name, source in self._first.items():
            for keys, node in _values(name, source):
                attached = file_name(node)
                if attached is not None and attached.value == file:
                    return name, keys
        return None

    def put(self, values: Iterable[tuple[Place | None, Value]]) -> None:
        """Put values at places; one stays as it is where only a hand can write it."""
        self._change((place, partial(put, value=value)) for place, value in values)

    def take(self, places: Iterable[Place | None]) -> None:
        """Take out what stands at places; it stays where only a hand can take it out."""
        self._change((place, taken) for place in places)

    def _change(self, wanted: Iterable[tuple[Place | None, Callable[[Path], Wanted]]]) -> None:
        found: dict[str, list[Wanted]] = {}
        for place, change in wanted:
            if place is not None:
                found.setdefault(place[0], []).append(change(place[1]))
        for name, changes in found.items():
            self.files[name] = changed(self.files[name], changes)

    def renamed(self, move: Move) -> dict[str, str]:
        """The texts of the files that the plan names by now, under names of the new period."""
        names = {OWN: OWN}
        texts: dict[str, str] = {}
        for old in _in_turn(self.files, names, move):
            source = self.files[old]
            edits = [
                Edit(name.start, content_end(name), typed_inline(names[name.value], '"', flow=True))
                for name in _attached(old, source)
                if name.value in names
            ]
            texts[names[old]] = edited(source, edits).text
        return texts


def _in_turn(files: dict[str, Source], names: dict[str, str], move: Move) -> Iterator[str]:
    """Every file that another one names, those that it names given a new name before."""
    waiting = [OWN]
    while waiting:
        old = waiting.pop()
        for name in _attached(old, files[old]):
            if name.value in files and name.value not in names:
                names[name.value] = _new_name(name.value, move, {*files, *names.values()})
                waiting.append(name.value)
        yield old


def _new_name(name: str, move: Move, taken: set[str]) -> str:
    """The name of a file with its years moved, or with the new ones where it has none."""
    moved = move.time(name)
    while moved in taken:
        path = PurePosixPath(moved)
        moved = str(path.with_name(f"{path.stem}-{move.new.start}{path.suffix}"))
    return moved


def _attached(name: str, source: Source) -> Iterator[Scalar]:
    """The names of the files that a file names."""
    found = (file_name(node) for _, node in _values(name, source))
    yield from (attached for attached in found if attached is not None)


def _values(name: str, source: Source) -> Iterator[tuple[Path, Node]]:
    """Every value of a file with its keys; of one that is no YAML none."""
    if name != OWN and not is_yaml(name):
        return
    try:
        root = composed(source).root
    except CannotWriteError:
        return
    yield from values(root)
