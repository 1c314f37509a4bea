"""The unit in which a table counts money."""

import re

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.tables.plain import is_total
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.units import parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable

_UNIT = pattern(r"(đồng|nghìn đồng|ngàn đồng|triệu đồng|t[ỷỉ] đồng)\b", re.IGNORECASE)
_SHORT = pattern(r"\b(tr(?:iệu)?\.?|t[ỷỉ]|nghìn|ngàn) ?đ(?=[\s.,;:)/]|$)", re.IGNORECASE)
""" "tr.đ", "trđ", "tỷ đ"."""
_COUNTED = pattern(
    r"(?<![\d.,])1(?P<zeros>(?:[., ]?000){1,3}) ?đ(?:ồng)?(?=[\s.,;:)/]|$)", re.IGNORECASE
)
""" "1.000 đồng", "1000đ", "1.000.000 đ"."""
_NAMES = 2  # columns in which the name of a total stands
_THOUSANDS = ("nghìn", "triệu", "tỷ")


_BRACKETS = pattern(r"\(([^()]{1,40})\)")


def money_unit(grid: Grid, head: int, title: str = "") -> str:
    """The unit that the line above, a heading, or the name of a total gives; "" for none known.

    `title`: that of the appendix; in it and in the line above only what brackets hold.
    """
    heads = (cell for row in grid.rows[:head] for cell in row)
    totals = (cell for row in grid.rows[head:] if is_total(row) for cell in row[:_NAMES])
    titles = (one for text in (grid.title, grid.above, title) for one in _BRACKETS.findall(text))
    said = (one for text in totals for one in _BRACKETS.findall(text))
    for text in (grid.unit, *heads, *titles, *said):
        match = _UNIT.search(_SHORT.sub(_in_full, _COUNTED.sub(_in_words, text)))
        try:
            if match:
                return parse_unit(match[1]).value
        except Unreadable:
            continue
    return ""


def _in_full(match: re.Match[str]) -> str:
    word = match[1].rstrip(".").lower()
    return f"{'triệu' if word == 'tr' else word} đồng"


def _in_words(match: re.Match[str]) -> str:
    return f"{_THOUSANDS[match['zeros'].count('000') - 1]} đồng"
