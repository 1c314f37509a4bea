"""Percentages: 95,67%."""

from decimal import Decimal

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import parse_decimal
from kehoach_cli.vietnamese.unreadable import Unreadable, quote

_THREE_DECIMALS = pattern(r"([+-]?[0-9]{1,3}),([0-9]{3})")


def parse_percent(text: str) -> Decimal:
    """The number before the sign: "95,67%" → 95.67, "100 %" → 100.

    "12,125%" has one reading here, as no share is twelve thousand percent. Raises Unreadable for
    what `parse_decimal` refuses, and when the sign is missing.
    """
    number = text.removesuffix("%").rstrip()
    fraction = _THREE_DECIMALS.fullmatch(number)
    try:
        value = parse_decimal(f"{number}0" if fraction else number)
    except Unreadable as fault:
        choices = tuple(f"{choice}%" for choice in fault.choices)
        raise Unreadable(text, fault.reason, choices) from None
    if not text.endswith("%"):
        raise Unreadable(text, f"{quote(text)} thiếu dấu %; ghi {number}%", (f"{number}%",))
    return value
