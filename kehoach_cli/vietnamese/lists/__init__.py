"""Word lists: what Vietnamese and official practice have, as text files with source and date.

A line is an entry; `#` starts a comment; an entry's parts stand between `|`.
"""

from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@lru_cache(maxsize=16)
def entries(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a list, each cut into its parts."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(tuple(part.strip() for part in line.split("|")) for line in lines if line)


@lru_cache(maxsize=16)
def words(name: str) -> frozenset[str]:
    """The words of a list that has several in a line."""
    return frozenset(word for (line,) in entries(name) for word in line.split())


@lru_cache(maxsize=1)
def compounds() -> frozenset[tuple[str, str]]:
    """The words of two syllables; "*" stands for any syllable."""
    return frozenset(
        (first, second) for first, rest in entries("compounds") for second in rest.split()
    )
