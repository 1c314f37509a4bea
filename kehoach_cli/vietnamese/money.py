"""Amounts of money, with the unit that stands after them if there is one."""

import re
from decimal import Decimal

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import parse_decimal, spell_decimal
from kehoach_cli.vietnamese.units import MoneyUnit, convert, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable, quote

_LABELS = {unit.label: unit for unit in MoneyUnit}
_NUMBER_STARTS = frozenset("0123456789+-")
_UNIT = r"(?P<unit>[^\W\d].*|[$€£¥₫].*)"
_NUMBER = r"(?P<number>[+-]?[0-9](?:[0-9.,\s]*[0-9])?[.,]?)"
_NUMBER_UNIT = pattern(rf"{_NUMBER}\s*{_UNIT}", re.DOTALL)
_UNIT_NUMBER = pattern(rf"(?P<unit>[^\W\d][^\d]*|[$€£¥₫])\s*{_NUMBER}")
_LETTERS = "OolI"
_AS_FIGURES = str.maketrans(_LETTERS, "0011")
_LIKE_FIGURES = pattern(rf"(?=[0-9.,]*[{_LETTERS}])[0-9{_LETTERS}.,]*[0-9][0-9{_LETTERS}.,]*")
_PART = pattern(r"([0-9][0-9.,]*)\s*([^\W\d][^\d]*)")


class Money(NamedTuple):
    """An amount; `unit` is None when only the number was typed: then the plan's unit holds."""

    amount: Decimal
    unit: MoneyUnit | None = None


def parse_money(text: str) -> Money:
    """The amount in a text like "26.162", "42,54" or "13.770.785.000 đồng".

    Raises Unreadable with what `parse_decimal` or `parse_unit` says.
    """
    number, _, label = text.partition(" ")
    try:
        if label in _LABELS:
            return _with_unit(text, number, _LABELS[label])
        if not label and text[-1:].isdigit() and text[:1] in _NUMBER_STARTS:
            return Money(parse_decimal(text))
        return _parse_loose(text)
    except Unreadable as fault:
        raise _letter_for_figure(text) or fault from None


def _letter_for_figure(text: str) -> Unreadable | None:
    """The error about "25O", where the number can be read with figures for such letters."""
    number, space, label = text.partition(" ")
    if not _LIKE_FIGURES.fullmatch(number):
        return None
    meant = f"{number.translate(_AS_FIGURES)}{space}{label}"
    try:
        parse_money(meant)
    except Unreadable:
        return None
    letter = next(char for char in number if char in _LETTERS)
    reason = f"{quote(text)} có chữ {quote(letter)} lẫn trong số; có phải {meant}?"
    return Unreadable(text, reason, (meant,))


def _parse_loose(text: str) -> Money:
    number_first = not text[-1:].isdigit()
    match = (_NUMBER_UNIT if number_first else _UNIT_NUMBER).fullmatch(text)
    if match is None:
        return Money(parse_decimal(text))
    if number_first and any(map(str.isdigit, match["unit"])):
        raise _several_parts(text)
    try:
        unit = parse_unit(match["unit"].strip())
    except Unreadable as fault:
        raise _wrong_unit(text, match["number"], fault) from None
    return _with_unit(text, match["number"], unit)


def _wrong_unit(text: str, number: str, fault: Unreadable) -> Unreadable:
    """The error about the unit; its corrections are offered with the number when that is right."""
    try:
        amount = spell_decimal(parse_decimal(number))
    except Unreadable:
        return Unreadable(text, fault.reason)
    return Unreadable(text, fault.reason, tuple(f"{amount} {unit}" for unit in fault.choices))


def _with_unit(text: str, number: str, unit: MoneyUnit) -> Money:
    try:
        return Money(parse_decimal(number), unit)
    except Unreadable as fault:
        choices = tuple(f"{choice} {unit}" for choice in fault.choices)
        raise Unreadable(text, fault.reason, choices) from None


def _several_parts(text: str) -> Unreadable:
    """The error about "2 tỷ 500 triệu"; offers the sum when every part can be read."""
    reason = f"{quote(text)} có nhiều phần; ghi một số và một đơn vị"
    parts = _PART.findall(text)
    if _PART.sub("", text).strip():
        return Unreadable(text, reason)
    try:
        amounts = [(parse_decimal(number), parse_unit(unit.strip())) for number, unit in parts]
    except Unreadable:
        return Unreadable(text, reason)
    last = amounts[-1][1]
    total = sum((convert(amount, unit, last) for amount, unit in amounts), Decimal())
    choice = f"{spell_decimal(total)} {last}"
    return Unreadable(text, f"{reason}: {choice}", (choice,))
