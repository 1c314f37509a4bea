"""The sums of a plan as JSON, by year, source, measure and group."""

from collections.abc import Sequence
from typing import Any

from kehoach_cli.plan.ledger import GROUPINGS, group_keys, times, total
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import MoneyPath, measures
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.reports.json_values import exact

_ALL = ""  # the plain measure


def totals(plan: Plan) -> dict[str, Any]:
    """Of the plain measure, of each other one, and of each group of every grouping."""
    return {
        **_sums(plan, plan.du_an or [], _ALL, times(plan, _ALL)),
        "kinh_phi": {
            name: _sums(plan, plan.du_an or [], name, times(plan, name)) for name in measures(plan)
        },
        "theo_nhom": {name: _groups(plan, name) for name in GROUPINGS if group_keys(plan, name)},
    }


def _groups(plan: Plan, name: str) -> dict[str, Any]:
    """The sums of each group; those of projects in none stand last, under ""."""
    members: dict[str, list[DuAn]] = {key: [] for key in group_keys(plan, name)}
    for item in plan.du_an or ():
        members.setdefault(getattr(item, name) or "", []).append(item)
    by_time = times(plan, _ALL)
    return {
        key: {"ten": plan.group_label(name, key), **_sums(plan, items, _ALL, by_time)}
        for key, items in members.items()
    }


def _sums(
    plan: Plan, items: Sequence[DuAn], measure: str, by_time: Sequence[str]
) -> dict[str, Any]:
    sources = list(plan.nguon_von or {})

    def sum_of(time: str | None = None, source: str | None = None) -> str:
        return exact(total(items, MoneyPath(measure, time, source)))

    return {
        "so_du_an": len(items),
        "tong": sum_of(),
        "theo_nam": {time: sum_of(time) for time in by_time},
        "theo_nguon": {source: sum_of(None, source) for source in sources},
        "theo_nam_va_nguon": {time: {s: sum_of(time, s) for s in sources} for time in by_time},
    }
