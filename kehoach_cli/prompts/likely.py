"""Answers that are likely: what the plan names already, and the lists that the program has."""

from kehoach_cli.checks.agencies import agencies_in
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_kinds import kind_keys
from kehoach_cli.vietnamese.units import MoneyUnit

_AGENCIES = ("chu_tri", "phoi_hop", "chu_dau_tu")


def likely_answers(key: str, plan: Plan) -> tuple[str, ...]:
    """What is often answered for a field; anything else may be answered too."""
    if key in _AGENCIES:
        return _agencies(plan)
    if key == "don_vi_tien":
        return tuple(unit.value for unit in MoneyUnit)
    if key == "mau":
        return kind_keys()
    if key in (plan.phan_nhom or {}):
        return tuple((plan.phan_nhom or {})[key])
    return ()


def _agencies(plan: Plan) -> tuple[str, ...]:
    """The agencies that lead, help or own a project, each once, in order of appearance."""
    typed = (
        getattr(item, key) for item in plan.du_an or () for key in _AGENCIES if getattr(item, key)
    )
    names = (name.strip() for text in typed for name, _, _ in agencies_in(text))
    return tuple(dict.fromkeys(name for name in names if not name.startswith(("[", "<"))))
