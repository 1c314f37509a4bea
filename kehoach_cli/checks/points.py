"""The letters that points are counted by: a, b, c, d, đ, e, g … (Nghị định 30/2020/NĐ-CP)."""

from collections.abc import Iterable, Iterator

from kehoach_cli.annotations import TypeVar
from kehoach_cli.plan.scheme import LETTERS

T = TypeVar("T")


def out_of_order(points: Iterable[tuple[str, T]]) -> Iterator[tuple[str, str, T]]:
    """Of letters that begin with a: each that is neither the next nor a new a.

    Yields the letter before it, the letter, its place. Letters without an a before them are
    something else: i), ii), v).
    """
    before = ""
    for letter, place in points:
        if before and letter != "a" and letter not in _next(before):
            yield before, letter, place
        before = letter if before or letter == "a" else ""


def _next(letter: str) -> str:
    """The letters that may stand after one: the next, any after one that is in no such list."""
    at = LETTERS.find(letter)
    return LETTERS[at + 1 : at + 2] if at >= 0 else LETTERS
