"""Word lists: what Vietnamese and official practice have, as text files with source and date.

A line is an entry, its parts with `|` between them; a line that begins with `#` is a comment.
"""

import os
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

_FOLDER = os.path.dirname(__file__)


@lru_cache(maxsize=64)
def entries(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a list, each cut into its parts."""
    return tuple(_cut(lines(name)))


def entries_begun_by(words: Set[str], name: str) -> Iterator[tuple[str, ...]]:
    """The entries of a list whose first word is one of these, each cut into its parts."""
    return _cut(line for line in lines(name) if line.partition(" ")[0] in words)


def lines(name: str) -> list[str]:
    """The entries of a list as they stand there."""
    with open(os.path.join(_FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        text = file.read()
    return [line for line in text.splitlines() if line and line[0] != "#"]


def _cut(found: Iterable[str]) -> Iterator[tuple[str, ...]]:
    text = "\n".join(found).replace(" |", "|").replace("| ", "|")
    return (tuple(line.split("|")) for line in text.splitlines())


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """The words of a list that has several in a line."""
    return frozenset(word for (line,) in entries(name) for word in line.split())


@lru_cache(maxsize=1)
def _compounds() -> dict[str, str]:
    """The second syllables of each first one, with a space on either side."""
    found: dict[str, str] = {}
    for first, rest in entries("compounds"):
        found[first] = f"{found.get(first, '')} {rest} "
    return found


def is_compound(first: str, second: str) -> bool:
    """Whether two syllables are a word; "*" stands for any syllable."""
    return bool(second) and f" {second} " in _compounds().get(first, "")
