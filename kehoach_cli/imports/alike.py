"""Whether two texts name the same: however they are cased, marked, spaced or shortened."""

from functools import cache
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.syllables import is_syllable
from kehoach_cli.vietnamese.text import fold

_DASH = pattern(r"\s*[-–—]\s*")
_QUOTES = pattern(r"[“”\"'‘’]")
_TOKEN = pattern(r"[^\W_]+(?:\s*&\s*[^\W_]+)*")
_ENDS = " .;,:"
_LONGEST = 200
_SKIPPED = ("va", "cua")
_LEADING = ("nguon ", "von ", "kinh phi ")


class _Word(NamedTuple):
    plain: str
    is_short: bool


def plain(text: str) -> str:
    """A text for comparing: without marks, quotes, blanks around dashes and signs at its ends."""
    return _DASH.sub("-", _QUOTES.sub("", fold(text))).strip(_ENDS)


def alike(one: str, other: str) -> bool:
    """Whether two texts name the same, also where one shortens: "Sở KH&CN", "UBND tỉnh"."""
    if plain(one) == plain(other):
        return True
    if not one or not other or max(len(one), len(other)) > _LONGEST:
        return False
    return _match(_words(one), _words(other))


def alike_sources(one: str, other: str) -> bool:
    """The same of sources of money: "Nguồn NSTW" is "NSTW"."""
    return alike(one, other) or any(
        plain(a).startswith(word) and alike(a[len(word) :], b)
        for a, b in ((one, other), (other, one))
        for word in _LEADING
    )


def _words(text: str) -> tuple[_Word, ...]:
    shouts = text.isupper()
    return tuple(
        _Word(fold(token).replace(" ", ""), _is_short(token, shouts))
        for token in _TOKEN.findall(text)
    )


def _is_short(token: str, shouts: bool) -> bool:
    """Whether a word is made of initials. `shouts`: all the text stands in capitals."""
    if not token.isupper() or len(token) < 2:
        return False
    return not shouts or "&" in token or not is_syllable(token.lower())


def _match(one: tuple[_Word, ...], other: tuple[_Word, ...]) -> bool:
    """Whether the words are the same from first to last, initials standing for several."""

    @cache
    def rest(i: int, j: int) -> bool:
        if i == len(one) or j == len(other):
            return i == len(one) and j == len(other)
        if one[i].plain == other[j].plain:
            return rest(i + 1, j + 1)
        longer, shorter = _spelled(one[i], other[j:]), _spelled(other[j], one[i:])
        return bool(longer and rest(i + 1, j + longer)) or bool(
            shorter and rest(i + shorter, j + 1)
        )

    return rest(0, 0)


def _spelled(short: _Word, words: tuple[_Word, ...]) -> int:
    """How many words a word of initials stands for; 0 where it does not. W stands for "ương"."""
    letters = [letter for letter in short.plain if letter.isalnum()]
    if not short.is_short:
        return 0
    for count, word in enumerate(words, 1):
        if letters and word.plain[0] == ("u" if letters[0] == "w" else letters[0]):
            letters.pop(0)
        elif word.plain not in _SKIPPED:
            return 0
        if not letters:
            return count
    return 0
