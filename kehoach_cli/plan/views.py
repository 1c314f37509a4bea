"""Tables as views of the registers: which rows, in which order, with which sums."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.bang import Bang, Cot
from kehoach_cli.plan.ledger import counted, group_keys
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.own_rows import own_rows
from kehoach_cli.plan.paths import (
    STT,
    UNIT,
    BadPathError,
    Item,
    MoneyPath,
    ValuePath,
    beside_units,
    parse_path,
)
from kehoach_cli.plan.records import fields_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.scheme import parse_level, roman
from kehoach_cli.plan.table_items import items_of, kind_of, register_of
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.plan.view_rows import (
    IN_GROUPS,
    IN_TOTAL,
    Value,
    View,
    ViewColumn,
    ViewRow,
    subtotal,
    with_totals,
)
from kehoach_cli.source.faults import Fault

_POINTS = parse_level("a)")


def heading(cot: Cot, bang: Bang, plan: Plan) -> str:
    """What stands over a column: its `ten`, else the name of what it shows."""
    if cot.ten or cot.cot or not cot.gia_tri:
        return cot.ten or ""
    try:
        path = parse_path(cot.gia_tri[0], plan, kind_of(bang))
    except BadPathError:
        return ""
    if isinstance(path, MoneyPath):
        return _money_heading(path, plan)
    field = fields_of(kind_of(bang)).get(path.name)
    if field or path.name == STT:
        return field.label if field else "STT"
    head, _, name = path.name.partition(".")
    time = read_time(name) if head == "gia_tri" else None
    return f"Năm {time}" if time else name


def _money_heading(path: MoneyPath, plan: Plan) -> str:
    if path.source:
        return (plan.nguon_von or {}).get(path.source, path.source)
    return f"Năm {path.time}" if path.time else "Tổng kinh phí"


def column_numbers(bang: Bang, columns: Sequence[ViewColumn]) -> list[str]:
    """What stands in the row of column numbers; empty where the table has no such row."""
    own = [column.cot.so_cot for column in columns]
    if bang.danh_so_cot is False or not (bang.danh_so_cot or any(own)):
        return []
    return [said or f"({number})" for number, said in enumerate(own, 1)]


def resolve_columns(bang: Bang, plan: Plan, faults: list[Fault]) -> list[ViewColumn]:
    """The leaf columns of a table; a name that names nothing is noted and left blank."""
    columns = []
    for cot in (leaf for top in bang.cot or () for leaf in top.leaves()):
        paths: list[ValuePath] = []
        for name in cot.gia_tri or ():
            try:
                paths.append(parse_path(name, plan, kind_of(bang)))
            except BadPathError as error:
                faults.append(error.fault(cot.span("gia_tri")))
        columns.append(ViewColumn(cot, tuple(paths)))
    names = {getattr(path, "name", "") for column in columns for path in column.paths}
    if kind_of(bang) is not ChiTieu or UNIT not in names:
        return columns
    return [ViewColumn(c.cot, tuple(map(beside_units, c.paths))) for c in columns]


def resolve_table(bang: Bang, plan: Plan) -> View:
    """The rows of a table, sums computed; what names nothing (see `table_checks`) stays blank."""
    columns = resolve_columns(bang, plan, [])
    if bang.hang is not None:
        return View(columns, own_rows(bang, columns))
    return View(columns, [*_register_rows(bang, columns, items_of(bang, plan), plan)])


def _register_rows(
    bang: Bang, columns: list[ViewColumn], items: Sequence[Item], plan: Plan
) -> Iterable[ViewRow]:
    body = list(_grouped(bang, columns, items, plan))
    if not any(column.is_money for column in columns):
        return body
    return with_totals(bang, body, _sums(columns, items, ("", *IN_TOTAL)))


def _grouped(
    bang: Bang, columns: list[ViewColumn], items: Sequence[Item], plan: Plan
) -> Iterable[ViewRow]:
    if bang.nhom_theo is None:
        yield from _numbered(columns, items, 1)
        return
    next_number = 1
    keys = group_keys(plan, bang.nhom_theo, register_of(bang, plan))
    for number, (key, members) in enumerate(_groups(keys, bang.nhom_theo, items), 1):
        label, title = roman(number), plan.group_label(bang.nhom_theo, key)
        sums = _sums(columns, members, ("", *IN_GROUPS))
        blank: Sequence[Value] = (None,) * len(columns)
        on_group = bang.tong_nhom in (None, "dong_nhom")
        if key:
            yield ViewRow("group", label, title, sums if on_group else blank)
        if not _runs_on(bang, key):
            next_number = 1
        yield from _numbered(columns, members, next_number)
        next_number += len(members)
        if bang.tong_nhom == "dong_cong" and key:
            yield subtotal(label, sums)


def _runs_on(bang: Bang, key: str) -> bool:
    """Whether the running number goes on into a group; `stt_lai` alone means that it does."""
    if bang.stt == "theo_nhom" or key in (bang.stt_lai or ()):
        return False
    return bang.stt == "lien_tuc" or bang.stt_lai is not None


def _groups(
    keys: Iterable[str], attribute: str, items: Sequence[Item]
) -> Iterable[tuple[str, list[Item]]]:
    """The groups that have items, in the order of their keys; no group comes last."""
    members: dict[str, list[Item]] = {key: [] for key in keys}
    for item in items:
        members.setdefault(getattr(item, attribute, None) or "", []).append(item)
    return [(key, found) for key, found in members.items() if found]


def _numbered(columns: list[ViewColumn], items: Iterable[Item], start: int) -> Iterable[ViewRow]:
    read: list[Callable[[Item], Value]] = [column.value for column in columns]
    for number, item in enumerate(items, start):
        yield ViewRow("item", str(number), "", [value(item) for value in read])
        for label, part in _parts(item, str(number), "chu"):
            yield ViewRow("part", label, "", [value(part) for value in read])


def _parts(item: Item, number: str, default: str) -> Iterable[tuple[str, DuAn]]:
    """The parts of an item and theirs, with their labels. `number`: the item's own label."""
    if not isinstance(item, DuAn):
        return
    way = item.danh_so_con or default
    for position, part in enumerate(item.hang_con or (), 1):
        label = ""
        if way == "so" and number:
            label = f"{number}.{position}"
        elif way == "chu" and _POINTS:
            label = _POINTS.number(position)
        yield label, part
        yield from _parts(part, label, "so" if way == "so" else "khong")


def _sums(
    columns: list[ViewColumn], items: Sequence[Item], kinds: tuple[str, ...]
) -> Sequence[Value]:
    """The sums of the money columns whose `cong` is one of the kinds ("" means not said)."""
    return [
        sum((_counted(item, column) for item in items), Decimal(0))
        if column.is_money and (column.cot.cong or "") in kinds
        else None
        for column in columns
    ]


def _counted(item: Item, column: ViewColumn) -> Decimal:
    if not isinstance(item, DuAn):
        return Decimal(0)
    for path in column.paths:
        amount = counted(item, path) if isinstance(path, MoneyPath) else None
        if amount is not None:
            return amount
    return Decimal(0)
