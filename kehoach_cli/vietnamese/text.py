"""Vietnamese letters: one spelling for comparing, identifiers from labels, typing slips."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kehoach_cli.patterns import pattern

_TONES = "\u0300\u0301\u0309\u0303\u0323"
CAPITALS = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
"""The capital letters of Vietnamese, as a set of an expression has them."""
_NOT_IDENTIFIER = pattern(r"[^a-z0-9]+")


def nfc(s: str) -> str:
    """The composed form (TCVN 6909:2001), in which each Vietnamese letter is one character."""
    return unicodedata.normalize("NFC", s)


class _Folded(dict[int, str]):
    """Each letter, by its number, as `fold` has it; worked out when first met."""

    def __missing__(self, number: int) -> str:
        parts = unicodedata.normalize("NFD", chr(number))
        bare = "".join(char for char in parts if not unicodedata.combining(char)).casefold()
        self[number] = "d" if bare in ("đ", "ð") else bare
        return self[number]


_FOLDED = _Folded()


@lru_cache(maxsize=2**15)
def fold(s: str) -> str:
    """Without marks, đ as d, in small letters, with single spaces: for comparing loosely."""
    return fold_long(s)


def fold_long(s: str) -> str:
    """What `fold` gives, of a text that is not asked for again."""
    return " ".join(filter(None, map(_fold_word, s.split())))


@lru_cache(maxsize=2**15)
def _fold_word(word: str) -> str:
    """A word folded; words come again and again."""
    return word.lower() if word.isascii() else word.translate(_FOLDED)


def _late_tones() -> dict[str, str]:
    """The spellings "oà", "oè", "uỳ" (any tone, any case) beside "òa", "òe", "ùy"."""
    pairs = [(u, v) for u, v in ("oa", "oe", "uy", "Oa", "Oe", "Uy", "OA", "OE", "UY")]
    return {u + nfc(v + tone): nfc(u + tone) + v for u, v in pairs for tone in _TONES}


_LATE = _late_tones()
_EARLY = frozenset(_LATE.values())
_MAYBE_LATE = pattern(r"(?<![qQ])[oOuU]\w(?!\w)")


def fold_tone(s: str) -> str:
    """The tone mark where Nghị định 30/2020/NĐ-CP mostly has it: hoà → hòa, uỷ → ủy, khoẻ → khỏe.

    Both placements are right, so two spellings are compared after this; all marks are kept.
    """
    return _MAYBE_LATE.sub(lambda match: _LATE.get(match[0], match[0]), nfc(s))


def tone_is_late(word: str) -> bool | None:
    """Of a word (small letters) in open òa, òe, ùy: whether the mark is on the second vowel.

    None where there is no choice.
    """
    if word[-3:-2] == "q":
        return None
    return True if word[-2:] in _LATE else False if word[-2:] in _EARLY else None


def to_identifier(label: str) -> str:
    """ASCII snake_case of a label: "Số, ký hiệu" → "so_ky_hieu"."""
    return _NOT_IDENTIFIER.sub("_", fold(label)).strip("_")


def shape_of(text: str) -> str:
    """A text with 0 for every figure: 28.7% and 31.5% are both 00.0%."""
    for figure in "123456789":
        text = text.replace(figure, "0")
    return text


def has_shape(text: str, shapes: Iterable[str]) -> bool:
    """Whether one of some shapes (in small letters, 0 for any figure) stands in a text."""
    here = shape_of(text.lower())
    return any(shape in here for shape in shapes)


def small_letters(text: str) -> str:
    """A text in small letters, letter for letter at the same offsets."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def upper_first(s: str) -> str:
    """The text with a capital first letter, the rest as it was."""
    return s[:1].upper() + s[1:]


def like(typed: str, right: str) -> str:
    """The right letters as large as the typed ones."""
    if typed.isupper():
        return right.upper()
    return upper_first(right) if typed[:1].isupper() else right


def nearest(word: str, candidates: Iterable[str], limit: int) -> str | None:
    """The candidate that `word` is a typing slip of, or None.

    A slip is a letter added, lost, changed, or two neighbours swapped; `limit` is how many are
    allowed. Marks and capitals do not count. Of equals the first candidate wins.
    """
    typed = fold(word)
    best, best_slips = None, limit + 1
    letters = frozenset(typed)
    for candidate in candidates:
        right = fold(candidate)
        if len(letters.difference(right)) >= best_slips:
            continue  # each letter that it has not is a slip at least
        slips = _slips(typed, right, best_slips)
        if slips < best_slips:
            best, best_slips = candidate, slips
    return best


def _slips(a: str, b: str, enough: int) -> int:
    """Distance with transpositions (optimal string alignment), or `enough` when not below it."""
    if abs(len(a) - len(b)) >= enough:
        return enough
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) >= enough and min(before) >= enough:
            return enough
    return row[-1]
