"""Numbering schemes of an outline: "I/1/a)", "A/I/1", "Phần I/I/1/1.1/a)", "Phần thứ nhất/I/1" …

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6.d–đ and V.6b; other orders "from large to
small" are allowed by II.6.c.
"""

import re

from kehoach_cli.annotations import Literal
from kehoach_cli.patterns import pattern
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.words import ordinal_in_words

Kind = Literal["roman", "decimal", "letter", "capital", "ordinal"]

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of points: no f j w z, no ă â ê ô ơ ư."""

CAPITALS = "ABCDEGHIKLMNOPQRSTUVXY"
"""The order of sections "A.": real plans go from D to E."""

DEFAULT_SCHEME = "I/1/a)"

_TOKEN = pattern(
    r"(?P<word>Phần|Chương|Mục|Tiểu mục|Điều)?\s*"
    r"(?P<open>\()?(?P<number>A|I|1(?:\.1)*|a|thứ nhất)(?P<close>[.)]?)",
    re.IGNORECASE,
)
_KINDS: dict[str, Kind] = {"A": "capital", "I": "roman", "a": "letter", "thứ nhất": "ordinal"}
_WORDS = {word.casefold(): word for word in ("Phần", "Chương", "Mục", "Tiểu mục", "Điều")}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def names_article(label: str) -> bool:
    """Whether a label is that of an article, bold before plain words (PL I, Mục II.6.đ)."""
    return label.startswith("Điều ")


class Level(Values):
    """One level. `depth`: how many numbers its label shows (2 for "1.1").

    `own_line`: the label stands on a line of its own above the title ("Phần I").
    """

    token: str
    kind: Kind
    prefix: str
    suffix: str
    depth: int = 1
    own_line: bool = False

    @property
    def is_article(self) -> bool:
        """Whether it is "Điều 1.": articles run on through the chapters, and hold khoản."""
        return names_article(self.prefix)

    def number(self, position: int) -> str:
        """The bare number at a position from 1: "IV", "3", "đ", "thứ hai"."""
        if self.kind == "decimal":
            return str(position)
        if self.kind == "roman":
            return roman(position)
        if self.kind == "ordinal":
            return ordinal_in_words(position)
        letters = CAPITALS if self.kind == "capital" else LETTERS
        if position <= len(letters):
            return letters[position - 1]
        first, second = divmod(position - 1, len(letters))
        return letters[first - 1] + letters[second]


Scheme = tuple[Level, ...]


def roman(number: int) -> str:
    """1 → "I", 4 → "IV", 49 → "XLIX"."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    hundreds, number = divmod(number, 100)
    text = "C" * hundreds + tens[number // 10]
    number %= 10
    for value, digits in _ROMAN:
        while number >= value:
            text += digits
            number -= value
    return text


def parse_level(token: str) -> Level | None:
    """The level that a token like "I", "1.1", "a)" or "Phần I" names; None if it names none."""
    match = _TOKEN.fullmatch(token.strip())
    if match is None or (match["open"] and match["close"] != ")"):
        return None
    word = _WORDS[match["word"].casefold()] if match["word"] else ""
    number = match["number"]
    depth = number.count("1") or 1
    kind = (
        "decimal"
        if number[0] == "1"
        else _KINDS.get(number) or _KINDS.get(number.casefold(), "roman")
    )
    own_line = word in ("Phần", "Chương", "Mục", "Tiểu mục")
    if kind == "ordinal" and not own_line:
        return None
    default = "" if own_line else ")" if kind == "letter" else "."
    return Level(
        token=token.strip(),
        kind=kind,
        prefix=f"{word} " if word else match["open"] or "",
        suffix=match["close"] or default,
        depth=depth,
        own_line=own_line and not match["close"],
    )


def parse_scheme(text: str) -> Scheme | None:
    """The levels of a scheme written "I/1/a)"; None when a token is not understood."""
    levels = [parse_level(token) for token in text.split("/")]
    if not all(levels):
        return None
    return tuple(level for level in levels if level)


def tokens_of(scheme: Scheme) -> str:
    """The scheme as it is written: "I/1/a)"."""
    return "/".join(level.token for level in scheme)


def label(scheme: Scheme, numbers: tuple[int, ...]) -> str:
    """The printed label of the item at the end of a path of positions, e.g. (2, 3) → "3."."""
    level = scheme[len(numbers) - 1]
    shown = numbers[-level.depth :]
    offset = len(numbers) - len(shown)
    parts = [scheme[offset + i].number(n) for i, n in enumerate(shown)]
    return level.prefix + ".".join(parts) + level.suffix
