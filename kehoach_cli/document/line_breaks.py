"""Where a title or an agency's name may be broken without hurting the sense.

Vietnamese writes each syllable apart, so a space is often the middle of a word. The lists in
line_breaks.json hold what titles of plans and names of agencies are made of; elsewhere all spaces
are alike. In its phrases a space joins the syllables of a word, a tilde joins words.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.vietnamese.text import fold_tone

Pairs = frozenset[tuple[str, str]]

_GOOD, _PLAIN, _LOOSE, _BAD, _INSIDE, _NEVER = 0.0, 0.04, 0.15, 0.5, 0.6, 1.0
_LISTS = Path(__file__).with_name("line_breaks.json")
_DASHES = frozenset("-–—")
_ROMAN = frozenset("ivx")


class _Lists(NamedTuple):
    """Words that open a phrase, that must not end a line, and that belong together."""

    openers: frozenset[str]
    opening_pairs: Pairs
    units: frozenset[str]
    not_last: frozenset[str]
    before_number: frozenset[str]
    after_number: frozenset[str]
    tight: Pairs
    loose: Pairs


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    data = json.loads(_LISTS.read_text(encoding="utf-8"))
    words = {key: frozenset(data[key]) for key in data}
    return _Lists(
        openers=words["openers"],
        opening_pairs=_pairs(" ", data["opening_pairs"]),
        units=words["units"],
        not_last=words["openers"] | words["heads"] | words["units"],
        before_number=words["before_number"],
        after_number=words["after_number"],
        tight=_pairs(" ", data["phrases"]),
        loose=_pairs("~", data["phrases"]),
    )


def _pairs(joint: str, phrases: Sequence[str]) -> Pairs:
    """The neighbours that a space or a tilde joins."""
    found: set[tuple[str, str]] = set()
    for phrase in (phrase for phrase in phrases if joint in phrase):
        marks = (letter for letter in phrase if letter in " ~")
        words = pairwise(phrase.replace("~", " ").split(" "))
        found.update(pair for pair, mark in zip(words, marks, strict=True) if mark == joint)
    return frozenset(found)


def break_costs(words: Sequence[str]) -> list[float]:
    """What breaking before each word costs, from 0 (a good place) to 1 (never if avoidable)."""
    plain = [fold_tone(word).casefold().strip("“”\"'(),;:.") for word in words]
    letters = [word for word in words if word[0].isalpha()]
    cased = not all(word.isupper() for word in letters)
    return [0.0, *(_cost(words, plain, at, cased) for at in range(1, len(words)))]


def _cost(words: Sequence[str], plain: Sequence[str], at: int, cased: bool) -> float:
    lists, pair = _lists(), (plain[at - 1], plain[at])
    joint = _joint(words, plain, at)
    if joint is not None:
        return joint
    if words[at - 1][-1] in ",;:":
        return _GOOD
    if pair in lists.tight:
        return _INSIDE
    ends_word = at > 1 and (plain[at - 2], pair[0]) in lists.tight
    if pair[0] in lists.not_last and not ends_word:
        return _BAD
    if _opens(plain, at) or words[at][0] in "(“":
        return _GOOD
    if pair in lists.loose:
        return _LOOSE
    if cased and words[at - 1][0].isupper() and words[at][0].isupper():
        return _BAD
    in_name = at > 1 and plain[at - 2] in lists.units and not ends_word
    return _BAD if in_name else _PLAIN


def _joint(words: Sequence[str], plain: Sequence[str], at: int) -> float | None:
    """The cost where a number would part from its word or a dash from what it joins."""
    last, first = plain[at - 1], plain[at]
    figure = words[at][0].isdigit() or _ROMAN.issuperset(first)
    if words[at] in _DASHES:
        return _NEVER
    if words[at - 1] in _DASHES:
        return _NEVER if figure else _LOOSE
    parts = last in _lists().before_number if figure else False
    parts = parts or (words[at - 1].isdigit() and first in _lists().after_number)
    return _NEVER if parts else None


def _opens(plain: Sequence[str], at: int) -> bool:
    """Whether a phrase starts here: "xã" does before a name, not in "xã hội"."""
    lists, word = _lists(), plain[at]
    following = plain[at + 1] if at + 1 < len(plain) else ""
    if word == "năm":
        return following[:1].isdigit()
    if (word, following) in lists.opening_pairs:
        return True
    return word in lists.openers and (word, following) not in lists.tight
