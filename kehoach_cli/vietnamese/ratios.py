"""Quantities and their quotients: 47 máy : 20 đơn vị → 2,35 máy/đơn vị; 14 : 22 → 63,64%."""

import re
from decimal import Decimal

from kehoach_cli.annotations import TYPE_CHECKING, NamedTuple
from kehoach_cli.patterns import pattern
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.numbers import format_decimal, parse_decimal

if TYPE_CHECKING:
    from fractions import Fraction

PERCENT = "%"
_PLACES = 2
_QUANTITY = pattern(r"(?P<number>[+-]?[0-9](?:[0-9.,]*[0-9])?)\s*(?P<unit>[^\W\d].*)?")
_STATED = pattern(
    r"(?:(?:khoảng|đạt|bình quân)\s+)*"
    r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<decimals>[0-9]+))?"
    r"\s*(?P<unit>%|[^\W\d].*)?",
    re.IGNORECASE,
)


class Quantity(NamedTuple):
    """A number of something; `unit` is "" where only the number was typed."""

    number: Decimal
    unit: str = ""

    def __str__(self) -> str:
        """ "47 máy"."""
        return f"{format_decimal(self.number)} {self.unit}".rstrip()


def parse_quantity(text: str) -> Quantity:
    """ "47 máy", "1.079 người", "22". Raises Unreadable as `parse_decimal` does."""
    match = _QUANTITY.fullmatch(text)
    if match is None:
        return Quantity(parse_decimal(text))
    return Quantity(parse_decimal(match["number"]), match["unit"] or "")


class Ratio(Values):
    """A quotient, exact; `denominator` is not zero. Of the unit "%" a whole is a hundred."""

    numerator: Decimal
    denominator: Decimal
    unit: str = PERCENT

    @property
    def value(self) -> "Fraction":
        """The number before the unit, not rounded."""
        from fractions import Fraction  # few plans divide

        quotient = Fraction(self.numerator) / Fraction(self.denominator)
        return quotient * 100 if self.unit == PERCENT else quotient

    @property
    def number(self) -> str:
        """The number as it prints: two decimals at most, half up, no zeros at the end."""
        return format_decimal(half_up(self.value, _PLACES))

    def as_percent(self) -> "Ratio":
        """The same quotient as a share of a hundred."""
        return self.but(unit=PERCENT)

    def __str__(self) -> str:
        """The number with its unit."""
        return with_unit(self.number, self.unit)


def with_unit(number: str, unit: str) -> str:
    """ "2,35" → "2,35 máy/đơn vị", "80" → "80%"."""
    return f"{number}{unit}" if unit == PERCENT else f"{number} {unit}".rstrip()


def half_up(value: "Fraction", places: int) -> Decimal:
    """A number rounded to some decimals; a half goes away from zero."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def fits(text: str, ratio: Ratio) -> bool:
    """Whether a typed result is that of the division, rounded to as many decimals as were typed.

    A text that begins with other words ("trên 60%") states no result, and fits.
    """
    match = _STATED.fullmatch(text)
    if match is None:
        return not text[:1].isdigit()
    stated = Decimal(match["whole"].replace(".", "") + "." + (match["decimals"] or "0"))
    shown = ratio.as_percent() if match["unit"] == PERCENT else ratio
    return half_up(shown.value, len(match["decimals"] or "")) == stated
