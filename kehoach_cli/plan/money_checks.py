"""Money of a project that does not fit: totals against splits, projects against their parts."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kehoach_cli.plan.amounts import Amounts
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.periods import parse_period
from kehoach_cli.vietnamese.unreadable import Unreadable

_Stated = tuple[Decimal, Amounts, Decimal, Span]
"""A total that stands beside a split: the total, the split and its sum, the place."""


def check_money(plan: Plan) -> Iterator[Fault]:
    """The faults of every project and part."""
    for project in plan.du_an or ():
        for line in project.lines():
            yield from _unsaid_parts(line[-1])
            stated = list(_stated(line[-1]))
            yield from _totals(line[-1], stated)
            yield from _of_no_source(line[-1], stated)


def _unsaid_parts(item: DuAn) -> Iterator[Fault]:
    """Parts with money under a project with other money, none of which says whether it counts.

    Parts that come to the project's own money are plainly a split of it.
    """
    parts = item.hang_con or ()
    if not parts or any(part.tinh_vao_tong is not None for part in parts):
        return
    for measure in ("", *(item.kinh_phi or {})):
        own = item.amount(measure, None, None)
        amounts = [part.amount(measure, None, None) for part in parts]
        known = [amount for amount in amounts if amount is not None]
        if own is not None and known and sum(known) != own:
            facts = {"own": format_decimal(own), "parts": format_decimal(sum(known, Decimal(0)))}
            yield Fault("KH060", item.span("hang_con"), facts)
            return


def _totals(item: DuAn, totals: Iterable[_Stated]) -> Iterator[Fault]:
    """A stated total below its split, or above it with no other year to spend the rest in."""
    for total, split, summed, span in totals:
        if total == summed:
            continue
        facts = {"total": format_decimal(total), "parts": format_decimal(summed)}
        if total < summed:
            yield Fault("KH061", span, facts)
        elif _all_years(item, split):
            rest = format_decimal(total - summed)
            yield Fault("KH062", span, {**facts, "rest": rest, "time": item.thoi_gian or ""})


def _of_no_source(item: DuAn, totals: Iterable[_Stated]) -> Iterator[Fault]:
    """Stated amounts, of all time or of one, above what their sources come to."""
    whole = [(total, summed, span) for total, split, summed, span in totals if not split.years()]
    for total, summed, span in [*whole, *_sourced_times(item)]:
        if total > summed:
            facts = {"total": total, "parts": summed, "rest": total - summed}
            yield Fault("KH063", span, {key: format_decimal(sum) for key, sum in facts.items()})


def _sourced_times(item: DuAn) -> Iterator[tuple[Decimal, Decimal, Span]]:
    """Each amount of a time that has sources under it: the amount, their sum, the place."""
    for split in (item.von, *(item.kinh_phi or {}).values()):
        for (time, source), total in split.leaves.items() if split else ():
            if split and time and source is None:
                parts = [v for (t, s), v in split.leaves.items() if t == time and s]
                if parts:
                    yield total, sum(parts, Decimal(0)), split.places[time, None].span


def _stated(item: DuAn) -> Iterator[_Stated]:
    """Each total that stands beside a split."""
    if item.von and item.tong_kinh_phi is not None:
        whole = item.von.get()
        if whole is not None:
            yield item.tong_kinh_phi, item.von, whole, item.span("tong_kinh_phi")
    for split in (item.von, *(item.kinh_phi or {}).values()):
        total = split.stated if split else None
        summed = split.summed() if split and total is not None else None
        if split and total is not None and summed is not None:
            yield total, split, summed, split.places[None, None].span


def _all_years(item: DuAn, split: Amounts) -> bool:
    """Whether the project runs in no year that its money is not split by."""
    years = split.years()
    try:
        period = parse_period(item.thoi_gian or "")
    except Unreadable:
        return False
    return bool(years) and years.issuperset(period.years)
