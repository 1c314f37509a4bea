"""Tables as views of the registers: which rows, in which order, with which sums."""

from collections.abc import Sequence

from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.bang import Bang, Cot
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.own_rows import own_rows
from kehoach_cli.plan.paths import (
    STT,
    UNIT,
    BadPathError,
    MoneyPath,
    ValuePath,
    beside_units,
    parse_path,
)
from kehoach_cli.plan.records import fields_of
from kehoach_cli.plan.register_rows import register_rows
from kehoach_cli.plan.table_items import kind_of
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.plan.view_rows import (
    View,
    ViewColumn,
)
from kehoach_cli.source.faults import Fault


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
    if bang.shows_register:
        return View(columns, register_rows(bang, columns, plan))
    return View(columns, own_rows(bang, columns))
