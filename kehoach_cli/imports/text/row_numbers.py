"""The running numbers of rows: 1, 2 … begin anew under I, II … and A, B …"""

import re

from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.scheme import CAPITALS, roman

NUMBER = pattern(r"\(?(?P<number>\d{1,3}|[IVX]{1,5}|[A-H])\)?[.)]?")


SUM = pattern(
    r"(?:tổng )?cộng(?!\w).{0,36}"
    r"|tổng(?:$|\s?\(.{0,36}| (?:số|kinh phí|vốn|tiền|mức)(?!\w).{0,36})",
    re.IGNORECASE,
)
"""The name of a row that is a sum; its marks tell "Cộng" from "Công", "Tổng số" from "Tổng cục"."""
_DECIMALS = pattern(r"\d{1,3}(?:\.\d{1,3})+\.?")


class Numbers:
    """The numbers of rows as they go on: 1, 2 … begin anew under I, II … and A, B …, or go on;
    1.1, 1.2 … stand under 1."""

    def __init__(self) -> None:
        self.counts = {"1": 0, "I": 0, "A": 0}
        self.before = dict(self.counts)
        self.path: list[int] = []

    def takes(self, text: str, after: str) -> bool:
        """Whether a cell is the number of the next row, by it and the cell behind it."""
        if not after or is_figure(after) or not after[0].isupper():
            return False
        match = NUMBER.fullmatch(text)
        return self._counts_on(match["number"]) if match else self._divides(text)

    def _counts_on(self, number: str) -> bool:
        for kind, count in self.counts.items():
            for value in (count + 1, self.before[kind] + 1):
                if number.lstrip("0") == _numbered(kind, value):
                    self._count(kind, value)
                    return True
        return False

    def _count(self, kind: str, value: int) -> None:
        self.counts[kind] = self.before[kind] = value
        for lower in "AI1"["AI1".index(kind) + 1 :]:
            self.counts[lower] = 0
        self.path = [value]

    def _divides(self, text: str) -> bool:
        """Whether "1.2" is next: the first part of the last number, or the one behind it."""
        if not _DECIMALS.fullmatch(text):
            return False
        parts = [int(part) for part in text.strip(".").split(".")]
        *above, last = parts
        is_first = last == 1 and above == self.path
        if not is_first and self.path[: len(parts)] != [*above, last - 1]:
            return False
        self.path = parts
        return True


def _numbered(kind: str, value: int) -> str:
    if kind == "1":
        return str(value)
    if kind == "I":
        return roman(value)
    return CAPITALS[value - 1] if value <= len(CAPITALS) else ""
