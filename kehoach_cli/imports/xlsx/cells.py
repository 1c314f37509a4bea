"""Figures of cells → text, by the formats of their cells."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from math import isfinite
from types import MappingProxyType
from typing import NamedTuple

from kehoach_cli.imports.xlsx.xml import Handler
from kehoach_cli.patterns import pattern

_GROUPED = "1.000"
_NUMBER, _PERCENT, _DATE, _MONTH, _YEAR, _TIME = "số", "%", "%d/%m/%Y", "%m/%Y", "%Y", "%H:%M"
_MOMENT = f"{_DATE} {_TIME}"
_BUILT_IN = {
    **dict.fromkeys((3, 4, *range(37, 45)), _GROUPED),
    **dict.fromkeys((9, 10), _PERCENT),
    **dict.fromkeys((14, 15, 16, *range(27, 32), *range(50, 55), 57, 58), _DATE),
    17: _MONTH,
    22: _MOMENT,
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 45, 46, 47), _TIME),
}
"""Formats by number (ECMA-376 part 1, 18.8.30)."""
_LITERAL = pattern(r'"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_GROUPS = pattern(r"[#0?],[#0?]")
_LAST_DAY = 2_958_465  # 31/12/9999
_TO_1904 = 1_462  # days from the one beginning to the other
_PLACES = 9
_SIGNS = str.maketrans(",.", ".,")
_WAYS = {"center": "giữa", "centerContinuous": "giữa", "right": "phải"}


class CellStyles(Handler):
    """Reads the formats of cells."""

    def __init__(self) -> None:
        self._own: dict[str, str] = {}
        self._used: list[str] = []
        self._inside = False
        self.standing: dict[str, str] = {}  # "giữa" or "phải", by the number of a kind of cells

    def start(self, name: str, said: dict[str, str]) -> None:
        """A format of the file's own, or the format of a kind of cells."""
        if name == "numFmt":
            self._own[said.get("numFmtId", "")] = said.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self._used.append(said.get("numFmtId", "0"))
        elif name == "alignment" and self._inside and said.get("horizontal") in _WAYS:
            self.standing[str(len(self._used) - 1)] = _WAYS[said["horizontal"]]

    def end(self, name: str) -> None:
        """The kinds of cells are over."""
        if name == "cellXfs":
            self._inside = False

    def kinds(self) -> list[str]:
        """What each kind of cells shows."""
        return [_kind(self._own[key]) if key in self._own else _built_in(key) for key in self._used]


def _built_in(key: str) -> str:
    return _BUILT_IN.get(int(key), _NUMBER) if key.isdecimal() and len(key) < 4 else _NUMBER


def _kind(code: str) -> str:
    """What a format shows: a number, a share, a date, a month, a year, a time."""
    plain = _LITERAL.sub("", code.partition(";")[0]).casefold()
    if "%" in plain:
        return _PERCENT
    if _GROUPS.search(plain):
        return _GROUPED
    if "general" in plain or not any(letter in plain for letter in "dmyhs"):
        return _NUMBER
    if "d" in plain:
        return _MOMENT if "h" in plain else _DATE
    if "y" in plain:
        return _MONTH if "m" in plain else _YEAR
    return _TIME if "h" in plain or "s" in plain else _DATE


class Formats(NamedTuple):
    """What the kinds of cells show; from which year a workbook counts its days.

    `standing`: how those stand that are not on the left, by their numbers.
    """

    kinds: Sequence[str]
    from_1904: bool = False
    standing: Mapping[str, str] = MappingProxyType({})

    def shown(self, raw: str, style: str) -> str:
        """A figure as a plan writes it: exact, with a decimal comma; dates as dd/mm/yyyy."""
        try:
            value = float(raw)
        except ValueError:
            return raw
        if not isfinite(value):
            return raw
        at = int(style) if style.isdecimal() and len(style) < 6 else 0
        kind = self.kinds[at] if at < len(self.kinds) else _NUMBER
        if kind == _NUMBER:
            return _figure(value)
        if kind == _GROUPED:
            return _figure(value, grouped=True)
        if kind == _PERCENT:
            return f"{_figure(value * 100)}%" if isfinite(value * 100) else raw
        return self._date(value, kind)

    def _date(self, value: float, kind: str) -> str:
        days = value + _TO_1904 if self.from_1904 else value
        if value < 0 or days >= _LAST_DAY:
            return _figure(value)
        first = datetime(1899, 12, 30)  # noqa: DTZ001 - a day of the calendar
        moment = first + timedelta(seconds=round(days * 86_400))
        return moment.strftime(_TIME if value < 1 else kind)


def _figure(value: float, *, grouped: bool = False) -> str:
    exact = Decimal(repr(value))
    if exact == exact.to_integral_value():
        exact = Decimal(int(exact))
    else:
        exact = round(exact, _PLACES).normalize()
    return f"{exact:,f}".translate(_SIGNS) if grouped else f"{exact:f}".replace(".", ",")


def iso_date(text: str) -> str:
    """A date such as "2025-03-05T00:00:00" as a plan writes it; others as they are."""
    try:
        return f"{datetime.fromisoformat(text):{_DATE}}"
    except ValueError:
        return text
