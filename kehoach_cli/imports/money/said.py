"""Cells of money that say more than a figure: "1,2 tỷ đồng", "Lồng ghép", "50 - 60"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.imports.money.columns import Field, code_of, without_unit
from kehoach_cli.imports.tables.figures import amount, groups_by_comma, is_amount, parts_said, typed
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.units import MoneyUnit, convert, parse_unit

_LONGEST = 80  # letters of a cell that stands in place of a figure
_WORD = pattern(
    r"(?=(?:[^a-zà-ỹđ]*[a-zà-ỹđ]){3})(?!\d\S*[a-zà-ỹđ*]).*|(?:\d[\d.,]*\s*[-–]|[<>≥≤~≈])\s*\d[\d.,]*",
    re.IGNORECASE | re.DOTALL,
)
""" "Lồng ghép", "50 - 60", "> 40"; not "20*", "1.2OO", "nt": a figure, or the cell above."""
_SWAPPED = str.maketrans(",.", ".,")
_USUAL = MoneyUnit.TRIEU_DONG

Place = tuple[int, int]
"""Row and column of a cell, from 0."""


class Said(NamedTuple):
    """What cells of money say beside figures.

    `unit`: that of the table, "" for unknown; `units`: the cells that named one, as typed, by
    place; `words`: the first cell of each column that has no figure.
    """

    unit: str
    fields: Sequence[Field]
    units: dict[Place, str]
    words: dict[Place, str]


def plain_money(
    rows: Sequence[list[str]], fields: Sequence[Field], unit: str, known: str, *, exact: bool
) -> Said:
    """Cells that name their unit as figures in the table's, in place; columns with words told.

    `known`: the unit of the plan; `exact`: plain figures are written as kehoach does.
    """
    columns = [at for at, field in enumerate(fields) if field.money]
    cells = [(row, at, rows[row][at].strip()) for row in range(len(rows)) for at in columns]
    named = {(row, at): parts_said(text) for row, at, text in cells if not is_amount(text)}
    units = {place: parts for place, parts in named.items() if parts}
    unit = unit or _unit_of(units.values(), known)
    said = {place: rows[place[0]][place[1]] for place in units}
    if units:
        plain = [] if exact else [text for _, _, text in cells if is_amount(text)]
        by_comma = groups_by_comma([*plain, *(f for parts in units.values() for f, _ in parts)])
        for (row, at), parts in units.items():
            value = _value(parts, parse_unit(unit), by_comma=by_comma)
            rows[row][at] = _typed(value, by_comma=by_comma and not exact)
    return Said(unit, list(_with_words(rows, fields)), said, dict(_words(rows, columns)))


def _unit_of(named: Iterable[Sequence[tuple[str, str]]], known: str) -> str:
    """The unit of a table that names none: the plan's, else the one that its cells agree in."""
    units = {parse_unit(unit).value for parts in named for _, unit in parts}
    if known or not units:
        return known if units else ""
    return units.pop() if len(units) == 1 else _USUAL.value


def _value(parts: Sequence[tuple[str, str]], unit: MoneyUnit, *, by_comma: bool) -> Decimal:
    values = ((amount(figure, by_comma=by_comma), parse_unit(own)) for figure, own in parts)
    return sum((convert(value or Decimal(0), own, unit) for value, own in values), Decimal(0))


def _typed(value: Decimal, *, by_comma: bool) -> str:
    """A figure in the convention of the table's others."""
    text = typed(value)
    return text.translate(_SWAPPED) if by_comma else text


def _with_words(rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> Iterator[Field]:
    """The columns; those of money with words know where the words of a project are kept."""
    taken = {field.path for field in fields}
    for at, field in enumerate(fields):
        if not (field.money and any(is_word(row[at]) for row in rows)):
            yield field
            continue
        path = f"khac.{code_of(without_unit(field.name))}"
        path = path if path not in taken else f"{path}_{at + 1}"
        taken.add(path)
        yield field._replace(words=path)


def _words(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> Iterator[tuple[Place, str]]:
    for at in columns:
        row = next((number for number, row in enumerate(rows) if is_word(row[at])), None)
        if row is not None:
            yield (row, at), rows[row][at]


def is_word(cell: str) -> bool:
    """Whether a cell stands in place of a figure: "Lồng ghép", "50 - 60", "Theo dự toán"."""
    return bool(_WORD.fullmatch(cell.strip())) and not is_amount(cell) and len(cell) <= _LONGEST
