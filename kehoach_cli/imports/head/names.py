"""Names in capitals on the page → as they stand in running text."""

import re
from functools import cache

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.syllables import is_syllable
from kehoach_cli.vietnamese.text import fold_tone, upper_first

_SPACES = pattern(r"\s+")
_MARKS = pattern(r"\*+")
_UNIT = pattern(
    r"(\b(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã(?! hội)|phường|đặc khu|thành(?= ủy))"
    r"(?: ủy| đoàn)? )([^\W\d_].*)"
)
"""A unit and what it is called."""
_MANY = 150  # words: too long for two names in one
_COUNCIL = pattern(r"(?<= )(?:ủy ban|hội đồng) nhân dân")
"""What begins large behind a post too (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III.1)."""


def bare_of_marks(text: str) -> str:
    """The text without `*` and `**`, in single spaces."""
    return _SPACES.sub(" ", _MARKS.sub("", text)).strip()


class Names:
    """How the document itself writes a name where it does not use capitals."""

    def __init__(self, text: str) -> None:
        self._text = fold_tone(_SPACES.sub(" ", text))
        self._small = self._text.casefold()

    def cased(self, name: str) -> str:
        """The name as running text has it, or its two halves; else a capital at its beginning.

        One that would not come out in the same capitals stays as it is.
        """
        found = _as_fixed(self._cased(fold_tone(bare_of_marks(name))))
        return found if found.upper() == name.upper() else name

    def _cased(self, name: str) -> str:
        if not name.isupper():
            return name
        words = name.split()
        least = 0 if len(words) <= _MANY else len(words) - 1
        for at in range(len(words), least, -1):
            halves = [self._found(" ".join(part)) for part in (words[:at], words[at:]) if part]
            if all(halves):
                return upper_first(" ".join(halves))
        return upper_first(_in_small(name))

    def _found(self, name: str) -> str:
        """The name where the text has it in other than capitals; "" where it has not."""
        wanted = name.casefold()
        at = -len(wanted)
        while (at := self._small.find(wanted, at + len(wanted))) >= 0:
            found = self._text[at : at + len(wanted)]
            if not found.isupper() and len(self._small) == len(self._text):
                return found
        return ""


def _as_fixed(name: str) -> str:
    """With the capitals that Nghị định 30/2020/NĐ-CP fixes, where a post begins it: Phó Chủ tịch.

    Source: Phụ lục II, Mục IV.1.
    """
    small = f"{name.casefold()} "
    fixed = (post for (post,) in entries("fixed_names") if small.startswith(f"{post.casefold()} "))
    longest = max(fixed, key=len, default="")
    return longest + name[len(longest) :]


def _in_small(name: str) -> str:
    """A name in small letters, but for abbreviations and what a unit of the country is called."""
    words = (word.lower() if is_syllable(word.lower()) else word for word in name.split())
    small = _UNIT.sub(lambda match: match[1] + match[2].title(), " ".join(words))
    small = _COUNCIL.sub(lambda match: upper_first(match[0]), small)
    return _agency().sub(lambda match: match[1] + _agencies()[match[2].casefold()], small)


@cache
def _agencies() -> dict[str, str]:
    """Ministries and departments as Nghị định 30/2020/NĐ-CP writes them, by their small letters.

    Source: Phụ lục II, Mục IV.1.
    """
    known = (*entries("agencies_former"), *entries("agencies"))
    names = (f"{head} {name}" for heads, name, *_ in known for head in heads.split(", "))
    return {name.casefold(): name for name in names}


@cache
def _agency() -> re.Pattern[str]:
    """An agency that begins a name, or stands behind who heads it: "cơ sở y tế" is none."""
    longest_first = sorted(_agencies(), key=len, reverse=True)
    names = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?i)(^|\b(?:của|giám đốc) )({names})\b")
