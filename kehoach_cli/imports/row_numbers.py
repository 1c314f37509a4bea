"""The running numbers of rows: 1, 2 … begin anew under I, II … and A, B …"""

from kehoach_cli.imports.alignment import is_figure
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.scheme import CAPITALS, roman

NUMBER = pattern(r"\(?(?P<number>\d{1,3}|[IVX]{1,5}|[A-H])\)?[.)]?")


class Numbers:
    """The numbers of rows as they go on: 1, 2 … begin anew under I, II … and A, B …"""

    def __init__(self) -> None:
        self.counts = {"1": 0, "I": 0, "A": 0}

    def takes(self, text: str, after: str) -> bool:
        """Whether a cell is the number of the next row, by it and the cell behind it."""
        match = NUMBER.fullmatch(text)
        if match is None or not after or is_figure(after) or not after[0].isupper():
            return False
        number = match["number"]
        for kind, count in self.counts.items():
            if number.lstrip("0") == _numbered(kind, count + 1):
                self.counts[kind] = count + 1
                for lower in "AI1"["AI1".index(kind) + 1 :]:
                    self.counts[lower] = 0
                return True
        return False


def _numbered(kind: str, value: int) -> str:
    if kind == "1":
        return str(value)
    if kind == "I":
        return roman(value)
    return CAPITALS[value - 1] if value <= len(CAPITALS) else ""
