"""Numbers that open a paragraph: "Phần I", "A.", "II.", "1.", "1.1.", "a)", "- "."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.scheme import CAPITALS, LETTERS, roman
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.words import number_in_words, ordinal_in_words

_MOST = 50  # parts of one level


class Label(NamedTuple):
    """A number as typed. `kind`: its level as `danh_so` writes it. `rest`: what follows it.

    `rank`: how large the part is that it numbers, 0 the largest.
    """

    kind: str
    value: int
    rest: str
    printed: str
    rank: int


_WORDED = pattern(
    r"(?P<word>phần|chương|tiểu mục|mục|điều)\s+"
    r"(?:thứ\s+(?P<ordinal>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?P<number>[IVXL]+|\d{1,3})"
    r"|(?P<cardinal>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))"
    r"(?![\w/])[\s*]*(?P<close>[.:)–-]?)[\s*]*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN = pattern(r"(?P<number>[IVXL]{1,7})\s?(?:[.):–-]|/(?![a-zđ]))\s*(?P<rest>\D.*)", re.DOTALL)
_CAPITAL = pattern(r"(?P<number>[A-HĐ](?=\s?[./)])|0)\s?[./)]?\s*(?P<rest>\w.*)", re.DOTALL)
_FIGURE = r"(?<=[.)]\s)\d[\d.,]*(?:\s?%|/\d|\s[a-zà-ỹ]).*"
"""What begins with a figure behind a number and a blank: "1. 100% xã …", "2. 05 lớp …"."""
_DECIMALS = pattern(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?P<close>[.)/–-]?)\s*"
    rf"(?P<rest>[^\W\d_a-z].*|[“\"(].*|{_FIGURE})",
    re.DOTALL,
)
_NUMBER = pattern(
    rf"(?P<number>\d{{1,2}})(?P<close>[.)/-]|\s[.)])\s*(?P<rest>[^\d\s].*|{_FIGURE})", re.DOTALL
)
_LETTER = pattern(r"(?P<number>[a-zđ])\s?(?P<close>[.)])\s*(?P<rest>\S.*)", re.DOTALL)
_ROUND = pattern(r"\((?P<number>\d{1,2}|[a-zđ])\)\s*(?P<rest>[^\d\s].*)", re.DOTALL)
_BULLET = pattern(
    r"(?:[-–—•●▪♦\uf000-\uf0ff]\s*)?(?P<mark>[-–—•●▪♦+○·►➢✓◦■□◆◇❖❑☐☑✔➔➤⇨§\uf000-\uf0ff]|o{1,2}(?=\s+[^\W\d_a-zà-ỹđ]))\s*(?P<rest>\S.*)",
    re.DOTALL,
)
_FIRST = ("+", "○", "o")
_WORDS = {"phần": "Phần", "chương": "Chương", "mục": "Mục", "tiểu mục": "Tiểu mục", "điều": "Điều"}
_RANKS = {"Phần": 0, "Chương": 1, "Mục": 2, "Tiểu mục": 3, "Điều": 4}
_CAPITAL_RANK, _ROMAN_RANK, _NUMBER_RANK, _LETTER_RANK, _ROUND_RANK = 5, 6, 8, 13, 14
ROMANS = {roman(value): value for value in range(1, _MOST)}
"""Values by Roman numbers."""
_ORDINALS = {fold(ordinal_in_words(value)): value for value in range(1, 11)}
_CARDINALS = {fold(number_in_words(value)): value for value in range(1, 11)}
_GREAT = ("Phần", "Chương")
SLIP_OF_C = "0"
"""What scanning makes of a "C"."""


def label_of(text: str) -> Label | None:
    """The number that opens a text; of "C." and "D." the Roman reading."""
    if not (text[:1].isalnum() or text[:1] == "("):
        return None
    for read in (_worded, _roman, _capital, _decimals, _number, _letter, _round):
        found = read(text)
        if found:
            return found
    return None


def as_capital(label: Label) -> Label | None:
    """The same number read as a capital letter, where it can be."""
    return _capital(f"{label.printed} {label.rest}")


def bullet_of(text: str) -> str:
    """A bullet as `doan_van` writes it, "- …" or "+ …"; "" where none opens the text."""
    match = _BULLET.fullmatch(text)
    if match is None or match["rest"].startswith(match["mark"]):
        return ""
    return f"{'+' if match['mark'][0] in _FIRST else '-'} {match['rest']}"


def as_one(lines: Iterable[str]) -> str:
    """The lines of a cell as one, but for its bullets."""
    text = ""
    for line in lines:
        text = f"{text}\n{line}" if bullet_of(line) else f"{text} {line}"
    return text.strip()


def numbered(number: int, form: str) -> str:
    """A number in a form that Word names: "upperRoman", "lowerLetter", "decimalZero" …"""
    if form in ("upperRoman", "lowerRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    return "" if form == "none" else f"{number:02d}" if form == "decimalZero" else str(number)


def _printed(text: str, rest: str) -> str:
    return text[: len(text) - len(rest)].strip(" *")


def _worded(text: str) -> Label | None:
    match = _WORDED.fullmatch(text)
    if match is None or (match["rest"] and not match["close"] and match["rest"][0].islower()):
        return None
    word, rest = _WORDS[match["word"].casefold()], match["rest"]
    number = match["number"]
    if match["cardinal"]:
        alone = word in _GREAT and (match["close"] or not rest or rest.isupper())
        value: int | None = _CARDINALS.get(fold(match["cardinal"])) if alone else None
        kind = f"{word} thứ nhất"
    elif number is None:
        value = _ORDINALS.get(fold(f"thứ {match['ordinal']}"))
        kind = f"{word} thứ nhất"
    elif number.isdigit():
        value, kind = int(number), f"{word} 1"
    else:
        value, kind = ROMANS.get(number.upper()), f"{word} I"
    if value is None or (word in ("Mục", "Điều") and rest and not match["close"]):
        return None
    return Label(kind, value, rest, _printed(text, rest), _RANKS[word])


def _simple(
    text: str, match: re.Match[str] | None, value: Callable[[str], int], kind: str, rank: int
) -> Label | None:
    if match is None:
        return None
    number = value(match["number"])
    rest = match["rest"]
    return Label(kind, number, rest, _printed(text, rest), rank) if number >= 0 else None


def _roman(text: str) -> Label | None:
    match = _ROMAN.fullmatch(text)
    return _simple(text, match, lambda number: ROMANS.get(number, -1), "I", _ROMAN_RANK)


def _capital(text: str) -> Label | None:
    match = _CAPITAL.fullmatch(text)
    if match and match["number"] == SLIP_OF_C and not match["rest"].isupper():
        return None
    return _simple(text, match, _capital_value, "A", _CAPITAL_RANK)


def _capital_value(letter: str) -> int:
    return CAPITALS.find("C" if letter == SLIP_OF_C else letter) + 1


def _decimals(text: str) -> Label | None:
    match = _DECIMALS.fullmatch(text)
    if match is None:
        return None
    parts = match["number"].split(".")
    kind = ".".join("1" for _ in parts)
    rank = _NUMBER_RANK + len(parts) - 1
    return _simple(text, match, lambda _: int(parts[-1]), kind, rank)


def _number(text: str) -> Label | None:
    match = _NUMBER.fullmatch(text)
    closed = match is not None and match["close"].strip() == ")"
    return _simple(text, match, int, "1)" if closed else "1", _NUMBER_RANK + 4 * closed)


def _letter(text: str) -> Label | None:
    match = _LETTER.fullmatch(text)
    if match is None or (match["close"] == "." and not text[2:3].isspace()):
        return None
    kind = "a)" if match["close"] == ")" else "a."
    return _simple(text, match, lambda letter: LETTERS.find(letter) + 1, kind, _LETTER_RANK)


def _round(text: str) -> Label | None:
    match = _ROUND.fullmatch(text)
    if match is None:
        return None
    of_digits = match["number"].isdigit()
    value = int if of_digits else lambda letter: LETTERS.find(letter) + 1
    return _simple(text, match, value, "(1)" if of_digits else "(a)", _ROUND_RANK)
