"""Money named in prose: how much, to which digit, and whether only roughly."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.units import MoneyUnit, parse_unit, whole_dong

_MONEY = pattern(
    r"(?P<number>\d(?<![\w.,/]\d)(?:\d{0,2}(?:\.\d{3})+|\d*))(?:,(?P<decimals>\d+))?\s*"
    r"(?P<unit>(?:tỷ|tỉ|triệu|nghìn|ngàn)\s+(?:đồng|đ\b)|(?:tỷ|tỉ)(?!\w)|đồng|VNĐ)"
    r"(?P<rate>\s*/)?"
)
_ROUGH = (
    *("khoảng", "gần", "hơn", "trên", "dưới", "tối đa", "tối thiểu", "quá", "xấp xỉ", "mỗi", "từ"),
    *("đến", *"-–~≈><≥≤"),
)


class Mention:
    """Money at `start` to `end` of a text, in đồng. `step`: one of its last digit."""

    def __init__(self, start: int, end: int, amount: Decimal, step: Decimal, rough: bool) -> None:
        self.start, self.end, self.amount, self.step, self.rough = start, end, amount, step, rough

    def equals(self, amount: Decimal) -> bool:
        """Whether it is this amount (in đồng), rounded to the digits that are printed."""
        return abs(self.amount - amount) < self.step if self.step > 1 else self.amount == amount

    def times(self, number: int) -> "Mention":
        """The same money, so many times."""
        return Mention(self.start, self.end, self.amount * number, self.step, self.rough)


@lru_cache(maxsize=2**13)
def mentions(text: str) -> tuple[Mention, ...]:
    """The money that a text names, in order; "8,000 triệu đồng", read two ways, is left out."""
    if "đồng" in text or "tỷ" in text or "tỉ" in text or "VNĐ" in text or " đ" in text:
        return tuple(_mentions(text))
    return ()


def _mentions(text: str) -> Iterator[Mention]:
    for match in _MONEY.finditer(text):
        decimals = match["decimals"] or ""
        unit = parse_unit(match["unit"])
        if len(decimals) == 3 and unit is not MoneyUnit.TY_DONG and len(match["number"]) <= 3:
            continue
        number = Decimal(match["number"].replace(".", "") + "." + decimals)
        step = whole_dong(Decimal(1).scaleb(-len(decimals)), unit)
        before = text[max(0, match.start() - 12) : match.start()]
        rough = bool(match["rate"] or before.rstrip().lower().endswith(_ROUGH))
        yield Mention(match.start(), match.end(), whole_dong(number, unit), step, rough)


def in_unit(dong: Decimal, unit: MoneyUnit) -> str:
    """An amount in đồng as the plan prints it: "1.450 triệu đồng"."""
    return f"{format_decimal(dong / unit.factor)} {unit.value}"
