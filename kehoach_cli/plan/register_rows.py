"""Rows of a register, and a table's own rows among them: in groups, numbered, with their sums."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.plan.bang import Bang, Hang
from kehoach_cli.plan.ledger import counted, group_keys
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.own_rows import check_cells, check_sum, filled, typed_values
from kehoach_cli.plan.paths import Item, MoneyPath
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.scheme import parse_level, roman
from kehoach_cli.plan.table_items import items_of, register_of
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


class OwnLine(NamedTuple):
    """A row typed in the table, its cells as many as the columns."""

    hang: Hang
    cells: Sequence[Value]
    numbered: bool


Line = Item | OwnLine


class Group(NamedTuple):
    """Rows under one head. `title`: "" of rows in no group; `head`: where the table types one."""

    key: str
    title: str
    lines: list[Line]
    head: Hang | None


def register_rows(bang: Bang, columns: Sequence[ViewColumn], plan: Plan) -> list[ViewRow]:
    """The rows of a table that shows a register, sums computed."""
    groups = groups_of(bang, columns, plan)
    sums = [_sums(bang, columns, group.lines) for group in groups]
    body = or_blank(list(_rows(bang, columns, groups, sums)), len(columns))
    if not any(column.is_money or adds_up(bang, column) for column in columns):
        return body
    return with_totals(bang, body, _grand_total(bang, columns, sums))


def groups_of(bang: Bang, columns: Sequence[ViewColumn], plan: Plan) -> list[Group]:
    """The groups that have rows or a head of their own, in the order of print.

    Own rows stand before or behind those of the register as typed; a head of theirs that names
    a group of the register adds to it. Rows in no group come last, unless they are typed first.
    """
    grouping = bang.nhom_theo
    known = group_keys(plan, grouping, register_of(bang, plan)) if grouping else []
    titles = {key: plan.group_label(grouping or "", key) for key in known}
    above = _ABOVE if grouping and bang.starts_with_own else ""
    heads, own = _own_lines(bang, columns, titles, above)
    items: list[tuple[str, Line]] = [
        (getattr(item, grouping or "", None) or "", item) for item in items_of(bang, plan)
    ]
    members: dict[str, list[Line]] = {key: [] for key in _order(bang, [*heads], known)}
    for key, line in (*own, *items) if bang.starts_with_own else (*items, *own):
        members.setdefault(key, []).append(line)
    titles |= {key: head.nhom or "" for key, head in heads.items() if key not in titles}
    return [
        Group(key, titles.get(key, ""), lines, heads.get(key))
        for key, lines in members.items()
        if lines or key in heads
    ]


_ABOVE = "\n"
"""The key of own rows that stand above all groups; no text of one line can be it."""


def _order(bang: Bang, heads: Sequence[str], known: Sequence[str]) -> Iterable[str]:
    if bang.nhom_theo is None:
        return ("", *heads)
    new = [key for key in heads if key not in known]
    return (_ABOVE, *new, *known, "") if bang.starts_with_own else (*known, *new, "")


def _own_lines(
    bang: Bang, columns: Sequence[ViewColumn], titles: dict[str, str], above: str
) -> tuple[dict[str, Hang], list[tuple[str, Line]]]:
    """The heads by the group that each opens, and the own rows with their groups."""
    by_title = {title: key for key, title in titles.items()}
    heads: dict[str, Hang] = {}
    lines: list[tuple[str, Line]] = []
    at = above
    for hang in bang.hang or ():
        if hang.nhom is None:
            lines.append((at, _own_line(bang, hang, columns)))
        else:
            at = hang.nhom if hang.nhom in titles else by_title.get(hang.nhom, hang.nhom)
            heads.setdefault(at, hang)
    return heads, lines


def _own_line(bang: Bang, hang: Hang, columns: Sequence[ViewColumn]) -> OwnLine:
    """A row typed in the table; where its place for the running number is free it is counted."""
    typed = typed_values(hang, [adds_up(bang, column) for column in columns])
    cells = [*typed, *[""] * (len(columns) - len(typed))]
    taken = any(column.is_number and cell for column, cell in zip(columns, cells, strict=False))
    return OwnLine(hang, cells, not (taken or hang.dam))


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
