"""Whatever a file says and however it is typed: what is written reads back, all else stays."""

import random
import re
import unicodedata
from copy import deepcopy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from kehoach_cli.source.insert import inserted
from kehoach_cli.source.places import APPEND
from kehoach_cli.source.proof import Plain, plain, read_as
from kehoach_cli.source.remove import removed
from kehoach_cli.source.text import Source, read_source
from kehoach_cli.source.tree import compose
from tests.source.random_yaml import KEYS, TREES, VALUES, Scribe, parts_of

Path = tuple[str | int, ...]
_MARK = re.compile(r"# ghi chú <(\d+)>")


class Typed:
    """A tree, the file it was typed in, and what its comments stand at."""

    def __init__(self, tree: dict[str, Plain], seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311 - no secret
        scribe = Scribe(chance)
        text = scribe.file(tree)
        text = text.replace("\n", chance.choice(("\n", "\n", "\r\n")))
        if chance.random() < 0.2:
            text = unicodedata.normalize("NFD", text)
        encoding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16"))
        self.source = read_source("a.yaml", text.encode(encoding))
        self.owners = scribe.owners

    @property
    def said(self) -> Any:
        return plain(compose(self.source).root)

    def lost(self, after: Source) -> list[Path]:
        """The places of the comments that are gone."""
        left = {int(number) for number in _MARK.findall(unicodedata.normalize("NFC", after.text))}
        return [path for number, path in enumerate(self.owners) if number not in left]


FILES = st.builds(Typed, TREES, st.integers(0, 2**32))


def paths(tree: Any, at: Path = ()) -> list[Path]:
    """Every path of a tree."""
    parts = parts_of(tree)
    return [at, *(path for step, part in parts for path in paths(part, (*at, step)))]


def at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def put(tree: Any, path: Path, value: Any) -> Any:
    """The tree with a value at a path: the plain meaning of an insertion."""
    if not path:
        return value
    step = path[0]
    if isinstance(step, int):
        items = tree if isinstance(tree, list) else [] if tree is None else [tree]
        number = len(items) if step == APPEND else step
        part = items[number] if number < len(items) else None
        return [*items[:number], put(part, path[1:], value), *items[number + 1 :]]
    entries = tree or {}
    return {**entries, step: put(entries.get(step), path[1:], value)}


def is_outside(place: Path, path: Path) -> bool:
    return place[: len(path)] != path


@given(FILES, VALUES, st.data())
def test_what_replaces_a_value_reads_back_and_all_else_stays(
    file: Typed, value: Any, data: st.DataObject
) -> None:
    said = file.said
    path = data.draw(st.sampled_from(paths(said)[1:]))
    after = inserted(file.source, path, value)
    assert repr(plain(compose(after).root)) == repr(put(said, path, read_as(value)))
    assert [lost for lost in file.lost(after) if is_outside(lost, path)] == []


@given(FILES, KEYS, VALUES, st.lists(KEYS, max_size=2), st.data())
def test_a_new_key_is_made_with_its_parents_and_no_comment_is_lost(
    file: Typed, key: str, value: Any, parents: list[str], data: st.DataObject
) -> None:
    said = file.said
    mappings = [path for path in paths(said) if isinstance(at(said, path), dict | None)]
    held = data.draw(st.sampled_from(mappings))
    assume(key not in (at(said, held) or {}))
    path = (*held, key, *parents)
    after = inserted(file.source, path, value)
    assert repr(plain(compose(after).root)) == repr(put(said, path, read_as(value)))
    assert file.lost(after) == []


@given(FILES, VALUES, st.data())
def test_an_item_is_appended_and_no_comment_is_lost(
    file: Typed, value: Any, data: st.DataObject
) -> None:
    said = file.said
    lists = [path for path in paths(said)[1:] if not isinstance(at(said, path), dict)]
    assume(lists)
    path = (*data.draw(st.sampled_from(lists)), APPEND)
    after = inserted(file.source, path, value)
    assert repr(plain(compose(after).root)) == repr(put(said, path, read_as(value)))
    assert [lost for lost in file.lost(after) if is_outside(lost, path[:-1])] == []


def without(tree: Any, path: Path) -> Any:
    step, rest = path[0], path[1:]
    if rest:
        tree[step] = without(tree[step], rest)
    else:
        del tree[step]
    return tree or None


@given(FILES, st.data())
def test_what_is_removed_goes_with_its_own_comments_only(file: Typed, data: st.DataObject) -> None:
    said = file.said
    path = data.draw(st.sampled_from(paths(said)[1:]))
    after = removed(file.source, path)
    assert repr(plain(compose(after).root)) == repr(without(deepcopy(said), path))
    assert [lost for lost in file.lost(after) if is_outside(lost, path)] == []
