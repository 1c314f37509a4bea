"""Which rows of a table each of its sums adds, as `plan.ledger` counts them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.ledger import adds, counted
from kehoach_cli.plan.paths import MoneyPath
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.view_rows import Value, View, ViewColumn, ViewRow, adds_up, is_awaited

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


Sums = dict[tuple[int, int], Sum]
"""By row and column of the view."""


def table_sums(bang: Bang, view: View) -> Sums:
    """Every sum of a table."""
    columns = [at for at, column in enumerate(view.columns) if adds_up(bang, column)]
    money = [at for at in columns if view.columns[at].is_money]
    own = {at for at, row in enumerate(view.rows) if row.kind == "item" and not row.of}
    adding = _adding(view, money) | {at: set() for at in columns if at not in money}
    found: Sums = {}
    for column in columns:
        found |= _column_sums(view.rows, column, adding[column] | own)
    return found


def _column_sums(rows: Sequence[ViewRow], column: int, adding: set[int]) -> Sums:
    """The sums of a column; the total adds the groups' sums where they are printed."""
    groups, totals = _summed(rows, column, _OF_GROUP), _summed(rows, column, ("total",))
    members: dict[str, list[int]] = {rows[at].label: [] for at in groups}
    for at in sorted(adding):
        members.setdefault(rows[at].group, []).append(at)
    found = {(at, column): _sum(rows, column, at, members[rows[at].label]) for at in groups}
    parts = sorted(adding)
    if 0 < len(groups) <= PIECES:
        parts = sorted({*groups, *members.get("", ())})
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
    return value if isinstance(value, Decimal) and not is_awaited(value) else Decimal(0)


def _adding(view: View, columns: Sequence[int]) -> dict[int, set[int]]:
    """The rows of projects that each column adds: the same in all, but for one that counts in some.

    A row without money is added where its money would count in every column.
    """
    found: dict[int, set[int]] = {column: set() for column in columns}
    for at, row in enumerate(view.rows):
        line = tuple(item for item in row.of if isinstance(item, DuAn))
        if not line:
            continue
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
