"""Figures of a table, in whichever of the two conventions the table itself uses."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import format_decimal

_FIGURE = pattern(r"-?[0-9][0-9.,]{0,24}")
_GROUPS = pattern(r"\d{1,3}(?:[.,]\d{3})+")
_LONG_COMMAS = pattern(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")
_LONG_DOTS = pattern(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_POINT = pattern(r"\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?!\d{3}$)\d+")
_COMMA = pattern(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,(?!\d{3}$)\d+")
_ERROR = pattern(r"#(?:DIV/0!|REF!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)")
_PART = (
    r"(?P<figure{0}>\d[\d.,]*)\s*"
    r"(?P<unit{0}>(?:tỷ|tỉ|triệu|tr\.?|nghìn|ngàn)\s*(?:đồng|đ|vnđ|vnd)?|đồng|đ|vnđ|vnd)(?!\w)"
)
_SAID = pattern(
    rf"{_PART.format(1)}(?:\s*,?\s*{_PART.format(2)})?(?:\s*,?\s*{_PART.format(3)})?[.,]?",
    re.IGNORECASE,
)
""" "1,2 tỷ đồng", "1 tỷ 200 triệu đồng", "45.000.000đ"."""
_NONE = " -–—"


def is_amount(text: str) -> bool:
    """Whether a cell is a figure, or says that there is none."""
    return is_nothing(text) or bool(_FIGURE.fullmatch(text.strip()))


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no amount, or what Excel shows for a formula gone wrong."""
    return not text.strip(_NONE) or bool(_ERROR.fullmatch(text.strip()))


def parts_said(cell: str) -> list[tuple[str, str]]:
    """The figures and units of a cell that says nothing else: "1 tỷ 200 triệu đồng"; else []."""
    match = _SAID.fullmatch(cell.strip())
    if match is None:
        return []
    found = ((match[f"figure{at}"], match[f"unit{at}"]) for at in (1, 2, 3))
    return [(figure, unit) for figure, unit in found if figure]


def groups_by_comma(cells: Iterable[str], sums: Sequence[Sequence[str]] = ()) -> bool:
    """Whether "8,000" is eight thousand in a table.

    `sums`: lists of figures of which the first is the sum of the others. Long figures tell; then
    decimals of one, two or four digits; then which reading makes more sums come out.
    """
    texts = [cell.strip() for cell in cells]
    commas = sum(bool(_LONG_COMMAS.fullmatch(text)) for text in texts)
    dots = sum(bool(_LONG_DOTS.fullmatch(text)) for text in texts)
    if commas != dots:
        return commas > dots
    right = [sum(_adds_up(line, by_comma) for line in sums) for by_comma in (True, False)]
    if right[0] != right[1]:
        return right[0] > right[1]
    points = sum(bool(_POINT.fullmatch(text)) for text in texts)
    decimals = sum(bool(_COMMA.fullmatch(text)) for text in texts)
    if points != decimals:
        return points > decimals
    grouped = [text for text in texts if _GROUPS.fullmatch(text)]
    return sum("," in text for text in grouped) > sum("." in text for text in grouped)


def _adds_up(line: Sequence[str], by_comma: bool) -> bool:
    total, *parts = [amount(text, by_comma=by_comma) or Decimal(0) for text in line]
    return bool(parts) and total != 0 and total == sum(parts)


@lru_cache(maxsize=2**15)
def amount(text: str, *, by_comma: bool) -> Decimal | None:
    """The exact figure of a cell; None where it holds none."""
    bare = text.strip()
    if not _FIGURE.fullmatch(bare):
        return None
    group, point = (",", ".") if by_comma else (".", ",")
    if group in bare and not _is_grouped(bare, group, point):
        group, point = point, group  # "28.7" beside "10,9": a mark before one digit is a point
    typed = bare.replace(group, "").replace(point, ".").rstrip(".")
    return Decimal(typed) if typed.count(".") < 2 else None


def _is_grouped(text: str, group: str, point: str) -> bool:
    whole = text.lstrip("-").partition(point)[0]
    first, *others = whole.split(group)
    return 0 < len(first) <= 3 and all(len(other) == 3 for other in others)


def typed(value: Decimal) -> str:
    """An amount as a plan says it: three decimals get a fourth, else they might be thousands."""
    text = format_decimal(value)
    return f"{text}0" if _GROUPS.fullmatch(text.lstrip("-")) and "," in text else text


def rewritten(text: str, *, by_comma: bool) -> str:
    """A cell with its figure as kehoach writes it; other texts as they are."""
    value = amount(text, by_comma=by_comma)
    return text if value is None else format_decimal(value)
