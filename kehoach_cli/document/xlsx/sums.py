"""Which rows of a table each of its sums adds, as `plan.ledger` counts them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, groupby

from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.ledger import adds, counted, group_keys
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import MoneyPath
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.table_items import items_of
from kehoach_cli.plan.view_rows import Value, View, ViewColumn, ViewRow

PIECES = 60
"""The most stretches of rows that one SUM names; Excel allows 255, a reader far fewer."""

_OF_GROUP = ("group", "subtotal")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum: the rows it adds, by position in the view, and what stands in no cell of theirs."""

    rows: tuple[int, ...]
    rest: Decimal
    value: Decimal

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """The rows as stretches, first and last of each."""
        runs = groupby(enumerate(self.rows), lambda pair: pair[1] - pair[0])
        found = [[row for _, row in run] for _, run in runs]
        return [(rows[0], rows[-1]) for rows in found]


_Source = tuple[int, tuple[DuAn, ...]]
"""A row; its project, and of a part all that it is a part of, itself last."""

Sums = dict[tuple[int, int], Sum]
"""By row and column of the view."""


def table_sums(bang: Bang, plan: Plan, view: View) -> Sums:
    """Every sum of a table over the register of projects, or over rows of its own."""
    if bang.hang is not None:
        return _own_sums(view)
    money = [at for at, column in enumerate(view.columns) if _is_added(column)]
    if not money or bang.nguon == "chi_tieu":
        return {}
    sources = list(_sources(_items(bang, plan), view.rows))
    loose = _loose(bang, sources)
    found: Sums = {}
    for column, adding in _adding(sources, view, money).items():
        found |= _column_sums(view.rows, column, adding, loose)
    return found


def _is_added(column: ViewColumn) -> bool:
    return column.is_money and column.cot.cong != "khong"


def _own_sums(view: View) -> Sums:
    """The sums of rows typed in the table; those before the first group are in none."""
    items = {at for at, row in enumerate(view.rows) if row.kind == "item"}
    first = next((at for at, row in enumerate(view.rows) if row.kind == "group"), len(view.rows))
    loose = {at for at in items if at < first}
    found: Sums = {}
    for column, declared in enumerate(view.columns):
        if declared.is_summed:
            found |= _column_sums(view.rows, column, items, loose)
    return found


def _column_sums(rows: Sequence[ViewRow], column: int, adding: set[int], loose: set[int]) -> Sums:
    """The sums of a column; the total adds the groups' sums where they are printed."""
    groups, totals = _summed(rows, column, _OF_GROUP), _summed(rows, column, ("total",))
    numbers = list(accumulate(int(row.kind == "group") for row in rows))
    members: dict[int, list[int]] = {numbers[at]: [] for at in groups}
    for at in sorted(adding - loose):
        members.setdefault(numbers[at], []).append(at)
    found = {(at, column): _sum(rows, column, at, members[numbers[at]]) for at in groups}
    parts = sorted(adding)
    if 0 < len(groups) <= PIECES:
        parts = sorted({*groups, *(adding & loose)})
    return found | {(at, column): _sum(rows, column, at, parts) for at in totals}


def _summed(rows: Sequence[ViewRow], column: int, kinds: Iterable[str]) -> list[int]:
    return [at for at, row in enumerate(rows) if row.kind in kinds and _figure(row, column)]


def _figure(row: ViewRow, column: int) -> bool:
    return column < len(row.cells) and isinstance(row.cells[column], Decimal)


def _sum(rows: Sequence[ViewRow], column: int, at: int, parts: Sequence[int]) -> Sum:
    value = _amount(rows[at], column)
    shown = sum((_amount(rows[part], column) for part in parts), Decimal(0))
    return Sum(tuple(parts), value - shown, value)


def _amount(row: ViewRow, column: int) -> Decimal:
    value = row.cells[column] if column < len(row.cells) else None
    return value if isinstance(value, Decimal) else Decimal(0)


def _loose(bang: Bang, sources: Sequence[_Source]) -> set[int]:
    """The rows of projects in no group: they stand last, under no head."""
    if bang.nhom_theo is None:
        return set()
    return {at for at, line in sources if not getattr(line[0], bang.nhom_theo, None)}


def _items(bang: Bang, plan: Plan) -> list[DuAn]:
    """The projects in the order of the table's rows."""
    items = [item for item in items_of(bang, plan) if isinstance(item, DuAn)]
    attribute = bang.nhom_theo
    if attribute is None:
        return items
    groups: dict[str, list[DuAn]] = {key: [] for key in group_keys(plan, attribute)}
    for item in items:
        groups.setdefault(getattr(item, attribute, None) or "", []).append(item)
    return [item for members in groups.values() for item in members]


def _sources(items: Iterable[DuAn], rows: Iterable[ViewRow]) -> Iterator[_Source]:
    """Each row of a project or a part, with what stands there."""
    places = (at for at, row in enumerate(rows) if row.kind in ("item", "part"))
    return zip(places, (line for item in items for line in item.lines()), strict=True)


def _adding(sources: Sequence[_Source], view: View, columns: Sequence[int]) -> dict[int, set[int]]:
    """The rows that each column adds: the same in all, but for one that counts only in some.

    A row without money is added where its money would count in every column.
    """
    found: dict[int, set[int]] = {column: set() for column in columns}
    for at, line in sources:
        row = view.rows[at]
        counting = [c for c in columns if _adds(line, view.columns[c], row.cells[c])]
        shown = [c for c in columns if _figure(row, c)]
        wanted = [c for c in shown or columns if c in counting]
        alike = columns if wanted == (shown or columns) else counting if wanted and shown else ()
        for column in alike:
            found[column].add(at)
    return found


def _adds(line: tuple[DuAn, ...], column: ViewColumn, shown: Value) -> bool:
    path = _path(column, line[0])
    alone = len(line) == 1 and not line[0].hang_con
    return adds(line, path) and (alone or shown == path.of(line[-1]))


def _path(column: ViewColumn, whole: DuAn) -> MoneyPath:
    """The first of a column's names that a project has money under; that one is summed."""
    paths = [path for path in column.paths if isinstance(path, MoneyPath)]
    return next((path for path in paths if counted(whole, path) is not None), paths[0])
