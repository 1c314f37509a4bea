"""Rows of a register, and a table's own rows among them: in groups, numbered, with their sums."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import repeat

from kehoach_cli.annotations import Literal
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.ledger import awaits, counted
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.own_rows import check_cells, check_sum, filled, is_gap
from kehoach_cli.plan.paths import Item, MoneyPath
from kehoach_cli.plan.register_groups import Group, Line, OwnLine, groups_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.scheme import parse_level, roman
from kehoach_cli.plan.view_rows import (
    AWAITED,
    IN_TOTAL,
    Value,
    ViewColumn,
    ViewRow,
    adds_up,
    is_awaited,
    or_blank,
    subtotal,
    with_totals,
)
from kehoach_cli.source.faults import Fault

_POINTS = parse_level("a)")

Cells = Sequence[Sequence[Value]]
"""Of each line of a group what its columns hold."""
Sums = list[Decimal | None]
"""By column; None where nothing is added up."""


def register_rows(bang: Bang, columns: Sequence[ViewColumn], plan: Plan) -> list[ViewRow]:
    """The rows of a table that shows a register, sums computed."""
    groups = groups_of(bang, columns, plan)
    cells = [_cells_of(columns, group.lines) for group in groups]
    sums = [_sums(bang, columns, g.lines, own) for g, own in zip(groups, cells, strict=True)]
    body = or_blank(list(_rows(bang, columns, groups, cells, sums)), len(columns))
    if not any(column.is_money or adds_up(bang, column) for column in columns):
        return body
    return with_totals(bang, body, _grand_total(bang, columns, sums))


def _cells_of(columns: Sequence[ViewColumn], lines: Sequence[Line]) -> Cells:
    """What stands in each line, column by column: the names of a column are looked up once."""
    items = [line for line in lines if not isinstance(line, OwnLine)]
    values = [column.values(items) for column in columns]
    rows = zip(*values, strict=True) if columns else repeat(())
    return [line.cells if isinstance(line, OwnLine) else next(rows) for line in lines]


def _rows(
    bang: Bang,
    columns: Sequence[ViewColumn],
    groups: Iterable[Group],
    group_cells: Iterable[Cells],
    group_sums: Iterable[Sums],
) -> Iterator[ViewRow]:
    number, opened = 1, 0
    for group, cells, sums in zip(groups, group_cells, group_sums, strict=True):
        opened += bool(group.title)
        label = roman(opened) if group.title else ""
        if label:
            yield ViewRow("group", label, group.title, _head_cells(bang, group, sums))
        if not _runs_on(bang, group):
            number = 1
        for line, row in zip(group.lines, cells, strict=True):
            yield _line_row(line, row, number, label)
            yield from _part_rows(line, columns, number, label)
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


def _line_row(line: Line, cells: Sequence[Value], number: int, group: str) -> ViewRow:
    if not isinstance(line, OwnLine):
        return ViewRow("item", str(number), "", cells, group, (line,))
    label = str(number) if line.numbered else ""
    kind: Literal["total", "item"] = "total" if line.hang.is_sum else "item"
    return ViewRow(kind, label, line.hang.tong or "", cells, group)


def _part_rows(
    line: Line, columns: Sequence[ViewColumn], number: int, group: str
) -> Iterator[ViewRow]:
    if not isinstance(line, DuAn) or not line.hang_con:
        return
    parts = [*_parts((line,), str(number), "chu")]
    cells = _cells_of(columns, [path[-1] for _, path in parts])
    for (label, path), row in zip(parts, cells, strict=True):
        yield ViewRow("part", label, "", row, group, path)


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


def _sums(bang: Bang, columns: Sequence[ViewColumn], lines: Sequence[Line], cells: Cells) -> Sums:
    """The sums of the columns that add up."""
    return [
        _sum(lines, cells, column, at) if adds_up(bang, column) else None
        for at, column in enumerate(columns)
    ]


def _grand_total(bang: Bang, columns: Sequence[ViewColumn], sums: Iterable[Sums]) -> Sums:
    """The sums of all groups; a column may have sums in its groups alone."""
    shown = [adds_up(bang, c) and (c.cot.cong or "") in ("", *IN_TOTAL) for c in columns]
    by_group = list(sums)
    return [
        _added([each[at] for each in by_group]) if is_shown else None
        for at, is_shown in enumerate(shown)
    ]


def _added(parts: Sequence[Decimal | None]) -> Decimal:
    """The sum of what is known; awaited where nothing is."""
    known = [part for part in parts if part is not None and not is_awaited(part)]
    return sum(known, Decimal(0)) if known or not parts else AWAITED


def _sum(lines: Sequence[Line], cells: Cells, column: ViewColumn, at: int) -> Decimal:
    """The sum of a column; awaited where nothing is written and a place for it is empty."""
    paths = [path for path in column.paths if isinstance(path, MoneyPath)]
    alike = len(paths) == len(column.paths)  # what stands in the column is what counts
    total, found = Decimal(0), False
    for line, row in zip(lines, cells, strict=True):
        amount = row[at]
        if isinstance(line, DuAn) and not (alike and _counts_as_shown(line)):
            amount = _counted(line, paths)
        if isinstance(amount, Decimal):
            total += amount
            found = True
    if found:
        return total
    projects = (line for line in lines if isinstance(line, DuAn))
    awaited = any(awaits(item, path) for item in projects for path in paths)
    return AWAITED if awaited or any(is_gap(row[at]) for row in cells) else total


def _counts_as_shown(item: DuAn) -> bool:
    """Whether an item adds the money of its own line to a sum, and nothing else."""
    return not item.hang_con and item.tinh_vao_tong is not False


def _counted(item: DuAn, paths: Iterable[MoneyPath]) -> Decimal | None:
    amounts = (counted(item, path) for path in paths)
    return next((amount for amount in amounts if amount is not None), None)


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
    return _sum(lines, [line.cells for line in lines], columns[at], at)


def check_own_lines(bang: Bang, columns: Sequence[ViewColumn], plan: Plan) -> Iterator[Fault]:
    """Own rows beside a register: cells that cannot be added, sums typed otherwise, no group."""
    added = [adds_up(bang, column) for column in columns]
    groups = groups_of(bang, columns, plan)
    for group in groups:
        own = [line.hang for line in group.lines if isinstance(line, OwnLine)]
        for hang in own:
            yield from check_cells(hang, added)
            if bang.nhom_theo and not group.key and not hang.is_sum:
                yield Fault("KH037", hang.span(), {"field": bang.nhom_theo})
        if group.head:
            cells = _cells_of(columns, group.lines)
            yield from check_sum(group.head, _sums(bang, columns, group.lines, cells))
    if bang.starts_with_own and bang.nhom_theo is None and any(group.head for group in groups):
        yield Fault("KH052", bang.span("hang"))
