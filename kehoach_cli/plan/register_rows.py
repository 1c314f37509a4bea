"""Rows of a register, and a table's own rows among them: in groups, numbered, with their sums."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.ledger import counted
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.own_rows import check_cells, check_sum, filled
from kehoach_cli.plan.paths import Item, MoneyPath
from kehoach_cli.plan.register_groups import Group, Line, OwnLine, groups_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.scheme import parse_level, roman
from kehoach_cli.plan.view_rows import (
    IN_TOTAL,
    Value,
    ViewColumn,
    ViewRow,
    adds_up,
    or_blank,
    subtotal,
    with_totals,
)
from kehoach_cli.source.faults import Fault

_POINTS = parse_level("a)")

Sums = list[Decimal | None]
"""By column; None where nothing is added up."""


def register_rows(bang: Bang, columns: Sequence[ViewColumn], plan: Plan) -> list[ViewRow]:
    """The rows of a table that shows a register, sums computed."""
    groups = groups_of(bang, columns, plan)
    sums = [_sums(bang, columns, group.lines) for group in groups]
    body = or_blank(list(_rows(bang, columns, groups, sums)), len(columns))
    if not any(column.is_money or adds_up(bang, column) for column in columns):
        return body
    return with_totals(bang, body, _grand_total(bang, columns, sums))


def _rows(
    bang: Bang, columns: Sequence[ViewColumn], groups: Iterable[Group], group_sums: Iterable[Sums]
) -> Iterator[ViewRow]:
    number, opened = 1, 0
    for group, sums in zip(groups, group_sums, strict=True):
        opened += bool(group.title)
        label = roman(opened) if group.title else ""
        if label:
            yield ViewRow("group", label, group.title, _head_cells(bang, group, sums))
        if not _runs_on(bang, group):
            number = 1
        for line in group.lines:
            yield from _line_rows(line, columns, number, label)
            number += not isinstance(line, OwnLine) or line.numbered
        if bang.tong_nhom == "dong_cong" and label:
            yield subtotal(label, sums)


def _head_cells(bang: Bang, group: Group, sums: Sequence[Value]) -> Sequence[Value]:
    shown = sums if bang.tong_nhom in (None, "dong_nhom") else (None,) * len(sums)
    return filled(group.head, shown) if group.head else shown


def _runs_on(bang: Bang, group: Group) -> bool:
    """Whether the running number goes on into a group; `stt_lai` alone means that it does."""
    again = bang.stt_lai or ()
    if bang.stt == "theo_nhom" or group.key in again or (group.head and group.title in again):
        return False
    return bang.stt == "lien_tuc" or bang.stt_lai is not None


def _line_rows(
    line: Line, columns: Sequence[ViewColumn], number: int, group: str
) -> Iterator[ViewRow]:
    if isinstance(line, OwnLine):
        label = str(number) if line.numbered else ""
        yield ViewRow("total" if line.hang.dam else "item", label, "", line.cells, group)
        return
    yield ViewRow(
        "item", str(number), "", [column.value(line) for column in columns], group, (line,)
    )
    for label, path in _parts((line,), str(number), "chu"):
        cells = [column.value(path[-1]) for column in columns]
        yield ViewRow("part", label, "", cells, group, path)


def _parts(
    path: tuple[Item, ...], number: str, default: str
) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The parts of an item and theirs, each with all that it is a part of, and their labels.

    `number`: the item's own label.
    """
    item = path[-1]
    if not isinstance(item, DuAn):
        return
    way = item.danh_so_con or default
    for position, part in enumerate(item.hang_con or (), 1):
        label = ""
        if way == "so" and number:
            label = f"{number}.{position}"
        elif way == "chu" and _POINTS:
            label = _POINTS.number(position)
        yield label, (*path, part)
        yield from _parts((*path, part), label, "so" if way == "so" else "khong")


def _sums(bang: Bang, columns: Sequence[ViewColumn], lines: Sequence[Line]) -> Sums:
    """The sums of the columns that add up."""
    return [
        _sum(lines, column, at) if adds_up(bang, column) else None
        for at, column in enumerate(columns)
    ]


def _grand_total(bang: Bang, columns: Sequence[ViewColumn], sums: Iterable[Sums]) -> Sums:
    """The sums of all groups; a column may have sums in its groups alone."""
    shown = [adds_up(bang, c) and (c.cot.cong or "") in ("", *IN_TOTAL) for c in columns]
    total: Sums = [Decimal(0) if is_shown else None for is_shown in shown]
    for each in sums:
        pairs = zip(total, each, strict=True)
        total = [None if one is None or own is None else one + own for one, own in pairs]
    return total


def _sum(lines: Iterable[Line], column: ViewColumn, at: int) -> Decimal:
    paths = [path for path in column.paths if isinstance(path, MoneyPath)]
    return sum((_counted(line, paths, at) for line in lines), Decimal(0))


def _counted(line: Line, paths: Iterable[MoneyPath], at: int) -> Decimal:
    if isinstance(line, OwnLine):
        value = line.cells[at]
        return value if isinstance(value, Decimal) else Decimal(0)
    if isinstance(line, DuAn):
        for path in paths:
            amount = counted(line, path)
            if amount is not None:
                return amount
    return Decimal(0)


def own_sum(
    bang: Bang, columns: Sequence[ViewColumn], plan: Plan, path: MoneyPath, groups: Iterable[str]
) -> Decimal | None:
    """What a table's own rows add to a sum over groups; None where no column shows that money."""
    wanted = set(groups)
    at = next((i for i, column in enumerate(columns) if column.paths[:1] == (path,)), None)
    if at is None:
        return None
    found = [g for g in groups_of(bang, columns, plan) if not wanted or g.key in wanted]
    lines = [line for group in found for line in group.lines if isinstance(line, OwnLine)]
    return _sum(lines, columns[at], at)


def check_own_lines(bang: Bang, columns: Sequence[ViewColumn], plan: Plan) -> Iterator[Fault]:
    """Own rows beside a register: cells that cannot be added, sums typed otherwise, no group."""
    added = [adds_up(bang, column) for column in columns]
    groups = groups_of(bang, columns, plan)
    for group in groups:
        own = [line.hang for line in group.lines if isinstance(line, OwnLine)]
        for hang in own:
            yield from check_cells(hang, added)
            if bang.nhom_theo and not group.key and not hang.dam:
                yield Fault("KH037", hang.span(), {"field": bang.nhom_theo})
        if group.head:
            yield from check_sum(group.head, _sums(bang, columns, group.lines))
    if bang.starts_with_own and bang.nhom_theo is None and any(group.head for group in groups):
        yield Fault("KH052", bang.span("hang"))
