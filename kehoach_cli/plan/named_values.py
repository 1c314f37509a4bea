"""The values that a `{{ }}` may begin with, and what stands behind their names."""

from collections.abc import Callable, Iterable

from kehoach_cli.plan.filters import Amount, Value
from kehoach_cli.plan.kinds import Text
from kehoach_cli.plan.ledger import GROUPINGS, group_keys, select, total
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.records import fields_of
from kehoach_cli.plan.references import (
    APPENDIX_ANCHOR,
    below,
    section_names,
    table_names,
    whole,
)
from kehoach_cli.plan.scheme import roman
from kehoach_cli.plan.target_values import target_value
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.units import MoneyUnit


def _sum(terms: list[str], plan: Plan, unit: MoneyUnit) -> Value:
    chosen = select(terms, plan)
    found = total(chosen.items(plan), chosen.path)
    return Amount(found, unit, bool(found) or not chosen.is_awaited(plan))


def _count(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    return len(select(terms, plan).items(plan))


def _count_groups(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    name = terms[0] if terms else "nhom"
    if name not in GROUPINGS or len(terms) > 1:
        raise BadPathError("KH025", ".".join(terms), GROUPINGS)
    used = {getattr(item, name) for item in plan.du_an or ()}
    return sum(1 for key in group_keys(plan, name) if key in used)


def _appendix(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    codes = [appendix.ma for appendix in plan.phu_luc or ()]
    code = ".".join(terms)
    if code not in codes:
        raise BadPathError("KH025", code, [known for known in codes if known])
    position = codes.index(code) + 1
    label = f"Phụ lục {roman(position)}" if len(codes) > 1 else "Phụ lục"
    return whole(label, below(APPENDIX_ANCHOR, position))


def _section(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    known = section_names(plan)
    return known[_known(terms, known)]


def _table(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    known = table_names(plan)
    return known[_known(terms, known)]


def _group_name(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    known = {key: name for name in GROUPINGS for key in group_keys(plan, name)}
    code = _known(terms, known)
    return plan.group_label(known[code], code)


def _source_name(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    known = plan.nguon_von or {}
    return known[_known(terms, known)]


def _project_name(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    known = {item.ma.replace("-", "_"): item.ten or "" for item in plan.du_an or () if item.ma}
    return known[_known(terms, known)]


def _of_document(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    texts = [key for key, field in fields_of(VanBan).items() if isinstance(field.kind, Text)]
    value = getattr(plan.van_ban, _known(terms, texts), None)
    return " ".join((value or "").split())


def _known(terms: list[str], known: Iterable[str]) -> str:
    name = ".".join(terms)
    if name not in known:
        raise BadPathError("KH025", name, known)
    return name


def _target(terms: list[str], plan: Plan, _unit: MoneyUnit) -> Value:
    return target_value(terms, plan)


VALUES: dict[str, Callable[[list[str], Plan, MoneyUnit], Value]] = {
    "tong": _sum,
    "so_du_an": _count,
    "so_nhom": _count_groups,
    "ten_nhom": _group_name,
    "ten_du_an": _project_name,
    "nguon_von": _source_name,
    "chi_tieu": _target,
    "van_ban": _of_document,
    "phu_luc": _appendix,
    "muc": _section,
    "bang": _table,
}
