"""Sums of a year and a source: money that is split by years and by sources apart is in none."""

from collections.abc import Iterable, Iterator

from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.ledger import Ledger, Selection
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError, Item, MoneyPath
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.table_items import items_of, kind_of
from kehoach_cli.plan.view_rows import ViewColumn
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.text import Span

_SHOWN = 3  # projects named


def check_crossed(path: MoneyPath, items: Iterable[Item], span: Span) -> Iterator[Fault]:
    """The projects that a sum lacks, told where it is asked for."""
    time, source = path.time, path.source
    if time is None or source is None:
        return
    found = [item for item in items if isinstance(item, DuAn) and _is_crossed(item, path)]
    if found:
        names = [f"“{item.ten}”" for item in found[:_SHOWN]] + ["…"] * (len(found) > _SHOWN)
        facts = {"names": ", ".join(names), "time": time, "source": source}
        yield Fault("KH058", span, facts)


def _is_crossed(item: DuAn, path: MoneyPath) -> bool:
    """Whether its money of the time and that of the source are told, and not how they meet."""
    split = item.measure(path.measure)
    if split is None or (None, path.source) not in split.leaves:
        return False
    told = any(time == path.time and source for time, source in split.leaves)
    return not told and split.get(path.time) is not None


def check_sum(chosen: Selection, ledger: Ledger, span: Span) -> Iterator[Fault]:
    """A sum, or a count, that a text asks for."""
    if chosen.path.time and chosen.path.source:
        yield from check_crossed(chosen.path, ledger.members(chosen), span)


def check_table(bang: Bang, columns: Iterable[ViewColumn], plan: Plan) -> Iterator[Fault]:
    """The columns of a table, and the terms that narrow it."""
    if kind_of(bang) is not DuAn:
        return
    shown = items_of(bang, plan)
    for column in columns:
        if len(column.paths) == 1 and isinstance(column.paths[0], MoneyPath):
            yield from check_crossed(column.paths[0], shown, column.cot.span("gia_tri"))
    ledger = Ledger(plan)
    try:
        chosen = ledger.select(bang.chi_tinh or ())
    except BadPathError:  # told where the table is checked
        return
    if bang.shows_register:
        yield from check_sum(chosen, ledger, bang.span("chi_tinh"))
