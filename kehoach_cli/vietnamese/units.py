"""The units that amounts of a plan are written in."""

import re
from decimal import Context, Decimal, Inexact
from enum import StrEnum
from functools import lru_cache

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold, nearest
from kehoach_cli.vietnamese.unreadable import Unreadable, quote

_EXACT = Context(prec=200, traps=[Inexact])


class MoneyUnit(StrEnum):
    """A unit of money; its value is its Vietnamese label."""

    DONG = "đồng"
    NGHIN_DONG = "nghìn đồng"
    TRIEU_DONG = "triệu đồng"
    TY_DONG = "tỷ đồng"

    @property
    def label(self) -> str:
        """The unit as it is printed."""
        return self.value

    @property
    def factor(self) -> int:
        """How many đồng one of it is."""
        return int(10 ** _ZEROS[self])


_ZEROS = {
    MoneyUnit.DONG: 0,
    MoneyUnit.NGHIN_DONG: 3,
    MoneyUnit.TRIEU_DONG: 6,
    MoneyUnit.TY_DONG: 9,
}
_SCALES = {
    "": MoneyUnit.DONG,
    **dict.fromkeys(("nghin", "ngan", "ng", "1000"), MoneyUnit.NGHIN_DONG),
    **dict.fromkeys(("trieu", "tr", "1000000"), MoneyUnit.TRIEU_DONG),
    **dict.fromkeys(("ty", "ti", "1000000000"), MoneyUnit.TY_DONG),
}
_CURRENCY = ("dong", "d", "vnd", "₫", "vietnamdong", "dongvietnam", "dongvn", "")
_BY_SPELLING = {
    scale + currency: unit
    for scale, unit in _SCALES.items()
    for currency in _CURRENCY
    if (currency or scale) and not (currency == "" and scale in ("1000", "1000000", "1000000000"))
}
_FOREIGN = pattern(
    r"(?<![a-z])(?:usd|eur|euro|do ?la|dollars?|jpy|yen|cny|rmb|nhan dan te|gbp|bang anh|krw|won|"
    r"aud|sgd|chf|thb|baht|lak|kip)(?![a-z])|[$€£¥]"
)
_LABELS = ("don vi", "dvt")
_LABEL = pattern(r"^(?:don vi(?: tinh| tien)?|dvt)\s*:?\s*")


@lru_cache(maxsize=256)
def parse_unit(text: str) -> MoneyUnit:
    """The unit that a text like "Triệu đồng", "tr.đ", "tỉ đồng", "VNĐ" names.

    Raises Unreadable for any other unit, foreign money with them.
    """
    folded = fold(text)
    if folded.startswith(_LABELS):
        folded = _LABEL.sub("", folded)
    folded = folded.strip("() ")
    unit = _BY_SPELLING.get(re.sub(r"[\s.]", "", folded))
    if unit is not None:
        return unit
    if _FOREIGN.search(folded):
        reason = (
            f"{quote(text)} là ngoại tệ, không cộng được với đồng; "
            "quy đổi rồi ghi bằng đồng, nghìn đồng, triệu đồng hoặc tỷ đồng"
        )
        raise Unreadable(text, reason)
    meant = nearest(folded, MoneyUnit, 2) if len(folded) > 3 else None
    reason = (
        f"{quote(text)} không phải là đơn vị tiền; ghi đồng, nghìn đồng, triệu đồng hoặc tỷ đồng"
    )
    raise Unreadable(text, reason, (str(meant),) if meant else ())


def convert(amount: Decimal, from_unit: MoneyUnit, to_unit: MoneyUnit) -> Decimal:
    """The same amount in another unit, exactly."""
    return amount.scaleb(_ZEROS[from_unit] - _ZEROS[to_unit], _EXACT)


def whole_dong(amount: Decimal, unit: MoneyUnit) -> Decimal:
    """The amount in đồng."""
    return convert(amount, unit, MoneyUnit.DONG)
