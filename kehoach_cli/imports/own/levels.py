"""Printed numbers of sections → the levels that they are of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.document.outline import title_style
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.scheme import CAPITALS, LETTERS, parse_level, roman
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.words import ordinal_in_words

_ABOVE = r"(?:\d+|[IVXLC]+|[A-ZĐ]{1,2}|[a-zđ]{1,2}|thứ \w+(?: mươi)?(?: \w+)?)"
"""A number of a level above, that "1.1" shows: whatever the scheme counts by there."""
_NUMBER = pattern(
    r"(?P<word>Phần|Chương|Tiểu mục|Mục|Điều)?\s?(?P<open>\()?"
    rf"(?P<number>thứ \w+(?: \w+)*|(?:{_ABOVE}\.)*\d{{1,9}}|[IVXLC]+|[A-ZĐ]{{1,2}}|[a-zđ]{{1,2}})"
    r"(?P<close>[.)]?)"
)
_MOST = 200
_ROMANS = {roman(value): value for value in range(1, _MOST)}
_ORDINALS = {fold(ordinal_in_words(value)): value for value in range(1, 100)}
_BY_STYLE = {"phan": "Phần I", "muc_chu": "A", "muc_la_ma": "I", "khoan": "1",
             "tieu_khoan": "1.1", "tieu_khoan_tron": "1.1", "diem": "a)"}  # fmt: skip
TITLES = ("phan", "muc_chu", "muc_la_ma", "khoan", "tieu_khoan")
NUMBERED = (*TITLES, "khoan_tron", "tieu_khoan_tron", "diem")


class Counted(NamedTuple):
    """A number as printed: its level as `danh_so` writes it, and its value at that level."""

    token: str
    value: int


def counted(label: str, style: str) -> list[Counted]:
    """What a printed number may say; of "C." the Roman reading and the letter."""
    match = _NUMBER.fullmatch(label.strip())
    if match is None:
        return []
    found = (_counted(match, reading) for reading in _readings(match["number"], style))
    return [one for one in found if one is not None and _may_be(one.token, style)]


def _may_be(token: str, style: str) -> bool:
    """Whether a level may have a title of this style."""
    return style not in TITLES or style_of(token) == style


def _counted(match: re.Match[str], reading: tuple[str, int]) -> Counted | None:
    sample, value = reading
    token = f"{match['word'] or ''} {match['open'] or ''}{sample}{match['close']}".strip()
    level = parse_level(token)
    if level is None:
        return None
    default = "" if level.own_line else ")" if level.kind == "letter" else "."
    return Counted(token if level.kind == "letter" else _short(token, default), value)


def _short(token: str, default: str) -> str:
    """The token as schemes have it: the usual end is not typed."""
    return token.removesuffix(default) if default and not token.startswith("(") else token


def _readings(number: str, style: str) -> Iterator[tuple[str, int]]:
    """The sample that schemes have for a number, and its value."""
    if number[-1].isdigit():
        parts = number.split(".")
        # A level that shows those above it prints alone where they are passed over.
        shown = max(len(parts), 2) if style.startswith("tieu_khoan") else len(parts)
        yield ".".join("1" for _ in range(shown)), int(parts[-1])
        return
    if number.startswith("thứ"):
        value = _ORDINALS.get(fold(number))
        yield from [("thứ nhất", value)] if value else []
        return
    if number in _ROMANS:
        yield "I", _ROMANS[number]
    letters = CAPITALS if number.isupper() else LETTERS
    if all(letter in letters for letter in number):
        value = 0
        for letter in number:
            value = value * len(letters) + letters.index(letter) + 1
        yield "A" if number.isupper() else "a", value


def usual_token(style: str) -> str:
    """The level that a style is mostly of."""
    return _BY_STYLE.get(style, "")


def style_of(token: str) -> str:
    """The style of a title at a level."""
    level = parse_level(token)
    return title_style(level) if level else ""


def is_within(tokens: list[str], scheme: list[str]) -> bool:
    """Whether the levels stand in a scheme in this order, the first of them as its first."""
    places = [scheme.index(token) if token in scheme else -1 for token in tokens]
    return not places or (places[0] == 0 and places == sorted(set(places)))
