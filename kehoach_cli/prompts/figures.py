"""Figures that registers lack: money of the plan's years, values of targets, each a place."""

from collections.abc import Iterator

from kehoach_cli.checks.shown import columns_of, shown_items, tables_of
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.amounts import Amounts, read_time
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.prompts.places import keys_of, node_at
from kehoach_cli.prompts.question import Keys, Wanted
from kehoach_cli.source.nodes import Mapping, Node, Scalar
from kehoach_cli.source.walk import at
from kehoach_cli.vietnamese.units import MoneyUnit

MONEY = "von.{year}.{source}"
_MOST_YEARS = 6
"""More years than these are not asked for one by one."""


def places_of(lack: Wanted, plan: Plan) -> Iterator[Keys]:
    """The places of what a record lacks where nothing stands yet.

    Where the file keeps places open for it (`tw: ""`), those and no others.
    """
    group = (*lack.record, lack.wants.partition(".")[0])
    typed = [*_left_open(plan, group)]
    if typed or _has_no_years(at(plan.node, group)):
        yield from typed
        return
    for name in _names(lack.wants, plan):
        keys = (*lack.record, *keys_of(name))
        node = node_at(plan, keys)
        if node is None or _is_empty(node):
            yield keys


def _has_no_years(node: Node | None) -> bool:
    """Whether money is split by source alone: years beside that would tell of it twice."""
    return isinstance(node, Mapping) and any(read_time(key) is None for key in node.entries)


def _left_open(plan: Plan, keys: Keys) -> Iterator[Keys]:
    """The places of a group of keys that are typed and empty."""
    node = at(plan.node, keys)
    for key, (_, value) in node.entries.items() if isinstance(node, Mapping) else ():
        if isinstance(value, Mapping):
            yield from _left_open(plan, (*keys, key))
        elif _is_empty(value):
            yield (*keys, key)


def _names(wants: str, plan: Plan) -> Iterator[str]:
    """Keys with each year of the plan, and in a plan of one year with each source of money."""
    years = years_of(plan)
    if "{year}" not in wants:
        yield wants
        return
    if len(years) > _MOST_YEARS:
        return
    sources = [*(plan.nguon_von or {})] if len(years) == 1 else []
    for year in years:
        for source in sources if "{source}" in wants and sources else [""]:
            yield wants.format(year=year, source=source).rstrip(".")


def years_of(plan: Plan) -> range:
    """The years of the plan; none where it names no period."""
    return plan.period.years if plan.period else range(0)


def without_money(plan: Plan, unit: MoneyUnit) -> Iterator[DuAn]:
    """The projects without money in the plan's years, of tables that show money of those years."""
    years = set(years_of(plan))
    tables = [
        table
        for table in tables_of(Subject(plan, unit), DuAn)
        if any(_shows(name, years) for name in columns_of([table]))
    ]
    shown = shown_items(tables, plan) if tables else set()
    for item in plan.du_an or ():
        if id(item) in shown and not any(_has_money(line[-1], years) for line in item.lines()):
            yield item


def _shows(column: str, years: set[int]) -> bool:
    """Whether a column is of money in one of the years; of no year: in a plan of one year."""
    first, *rest = column.split(".")
    times = [time for time in map(read_time, rest) if time]
    in_years = any(_years(time) & years for time in times) if times else len(years) == 1
    return first == "von" and in_years


def _has_money(item: DuAn, years: set[int]) -> bool:
    """Whether it has an amount in the years, or says by a "-" that it has none."""
    splits = [split for split in (item.von, *(item.kinh_phi or {}).values()) if split]
    return any(_tells(split, years) for split in splits)


def _tells(split: Amounts, years: set[int]) -> bool:
    told = [time for (time, _), node in split.places.items() if not _is_empty(node)]
    times = [time for time in told if time]
    return any(_years(time) & years for time in times) if times else bool(told)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.is_empty or not node.value.strip())


def _years(time: str) -> set[int]:
    first, _, last = time.partition("-")
    return set(range(int(first), int(last or first) + 1))
