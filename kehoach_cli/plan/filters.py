"""What `| tien` and the other filters make of a value, and the values they take."""

from collections.abc import Callable
from decimal import Decimal

from kehoach_cli.plan.amounts import BLANK
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.references import Reference
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.money import parse_money
from kehoach_cli.vietnamese.numbers import format_decimal, parse_decimal
from kehoach_cli.vietnamese.ratios import Ratio
from kehoach_cli.vietnamese.units import MoneyUnit, convert, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable
from kehoach_cli.vietnamese.words import decimal_in_words, money_in_words


class Amount(Values):
    """Money with its unit, on its way through the filters. `is_known`: else a blank is printed."""

    value: Decimal
    unit: MoneyUnit
    is_known: bool = True

    @property
    def figure(self) -> str:
        """The number as it prints."""
        return format_decimal(self.value) if self.is_known else BLANK


Value = Amount | Ratio | int | str | Reference

STATES = "ghi"
"""The filter that prints nothing of its argument: `{{ tong.2017 | ghi("29.520") | tien }}`."""


def as_text(value: Value) -> str:
    """A value as it prints without a filter."""
    if isinstance(value, Amount):
        return value.figure
    return str(value)


def _money(value: Value, argument: str) -> Value:
    amount = _to_unit(value, argument, "tien")
    return f"{amount.figure} {amount.unit.value}"


def _number(value: Value, argument: str) -> Value:
    if isinstance(value, Ratio):
        return value.number
    return as_text(_to_unit(value, argument, "so")) if isinstance(value, Amount) else str(value)


def _percent(value: Value, argument: str) -> Value:
    if not isinstance(value, Ratio) or argument:
        raise BadPathError("KH026", "phan_tram", ())
    return str(value.as_percent())


def _words(value: Value, argument: str) -> Value:
    if isinstance(value, int):
        words = decimal_in_words(Decimal(value))
        return words[:1].upper() + words[1:]
    amount = _to_unit(value, argument, "bang_chu")
    return money_in_words(amount.value, amount.unit) if amount.is_known else f"{BLANK} đồng"


def _two_digits(value: Value, argument: str) -> Value:
    if not isinstance(value, int) or argument:
        raise BadPathError("KH026", "hai_chu_so", ())
    return f"{value:02d}"


def _stated(value: Value, argument: str) -> Value:
    """The value itself; the argument is a figure printed elsewhere, for a rule to compare."""
    stated_value(value, argument)
    return value


def stated_value(value: Value, argument: str) -> Decimal:
    """The figure that `ghi` states, in the unit of the value. Raises BadPathError."""
    try:
        if isinstance(value, Amount):
            stated = parse_money(argument)
            return convert(stated.amount, stated.unit or value.unit, value.unit)
        if isinstance(value, int):
            return parse_decimal(argument)
    except Unreadable as error:
        raise BadPathError("KH026", f'ghi("{argument}")', ()) from error
    raise BadPathError("KH026", "ghi", ())


def _capitals(value: Value, argument: str) -> Value:
    if argument:
        raise BadPathError("KH026", f'hoa("{argument}")', ())
    return as_text(value).upper()


def _to_unit(value: Value, unit: str, name: str) -> Amount:
    if not isinstance(value, Amount):
        raise BadPathError("KH026", name, ())
    if not unit:
        return value
    try:
        wanted = parse_unit(unit)
    except Unreadable as error:
        raise BadPathError("KH026", f'{name}("{unit}")', ()) from error
    return Amount(convert(value.value, value.unit, wanted), wanted, value.is_known)


FILTERS: dict[str, Callable[[Value, str], Value]] = {
    "tien": _money,
    "so": _number,
    "bang_chu": _words,
    "phan_tram": _percent,
    "hai_chu_so": _two_digits,
    "hoa": _capitals,
    STATES: _stated,
}
