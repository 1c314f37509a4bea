"""The values that a `{{ }}` may begin with, and what stands behind their names."""

from collections.abc import Callable, Collection
from functools import cached_property

from kehoach_cli.plan.filters import Amount, Value
from kehoach_cli.plan.kinds import Text
from kehoach_cli.plan.ledger import GROUPINGS, Ledger, group_keys
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.records import fields_of
from kehoach_cli.plan.references import (
    APPENDIX_ANCHOR,
    Reference,
    below,
    section_names,
    table_names,
    whole,
)
from kehoach_cli.plan.scheme import roman
from kehoach_cli.plan.target_values import target_value
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.units import MoneyUnit


class Names:
    """What the names of a plan stand for, while its texts are read: each worked out once.

    `unit`: of the amounts that name none.
    """

    def __init__(self, plan: Plan, unit: MoneyUnit) -> None:
        self.plan, self.unit, self.ledger = plan, unit, Ledger(plan)

    @cached_property
    def sections(self) -> dict[str, Reference]:
        """The sections that have a code."""
        return section_names(self.plan)

    @cached_property
    def tables(self) -> dict[str, Reference]:
        """The tables that have a code."""
        return table_names(self.plan)

    @cached_property
    def appendices(self) -> dict[str, Reference]:
        """The appendices that have a code, the first of several of one."""
        every = self.plan.phu_luc or ()
        known: dict[str, Reference] = {}
        for number, appendix in enumerate(every, 1):
            if appendix.ma:
                label = f"Phụ lục {roman(number)}" if len(every) > 1 else "Phụ lục"
                known.setdefault(appendix.ma, whole(label, below(APPENDIX_ANCHOR, number)))
        return known

    @cached_property
    def groups(self) -> dict[str, str]:
        """The keys of groups, and what they group by."""
        return {key: name for name in GROUPINGS for key in group_keys(self.plan, name)}

    @cached_property
    def projects(self) -> dict[str, str]:
        """The names of the projects that have a code."""
        coded = ((item.ma, item.ten) for item in self.plan.du_an or ())
        return {code.replace("-", "_"): name or "" for code, name in coded if code}

    @cached_property
    def targets(self) -> dict[str, ChiTieu]:
        """The targets that have a code."""
        coded = ((item.ma, item) for item in self.plan.chi_tieu or ())
        return {code.replace("-", "_"): item for code, item in coded if code}


def _sum(terms: list[str], names: Names) -> Value:
    ledger = names.ledger
    chosen = ledger.select(terms)
    found = ledger.total(chosen)
    return Amount(found, names.unit, bool(found) or not ledger.is_awaited(chosen))


def _count(terms: list[str], names: Names) -> Value:
    return len(names.ledger.items(names.ledger.select(terms)))


def _count_groups(terms: list[str], names: Names) -> Value:
    name = terms[0] if terms else "nhom"
    if name not in GROUPINGS or len(terms) > 1:
        raise BadPathError("KH025", ".".join(terms), GROUPINGS)
    return sum(1 for key in group_keys(names.plan, name) if names.ledger.has_group(name, key))


def _appendix(terms: list[str], names: Names) -> Value:
    return names.appendices[_known(terms, names.appendices)]


def _section(terms: list[str], names: Names) -> Value:
    return names.sections[_known(terms, names.sections)]


def _table(terms: list[str], names: Names) -> Value:
    return names.tables[_known(terms, names.tables)]


def _group_name(terms: list[str], names: Names) -> Value:
    code = _known(terms, names.groups)
    return names.plan.group_label(names.groups[code], code)


def _source_name(terms: list[str], names: Names) -> Value:
    known = names.plan.nguon_von or {}
    return known[_known(terms, known)]


def _project_name(terms: list[str], names: Names) -> Value:
    return names.projects[_known(terms, names.projects)]


def _of_document(terms: list[str], names: Names) -> Value:
    texts = [key for key, field in fields_of(VanBan).items() if isinstance(field.kind, Text)]
    value = getattr(names.plan.van_ban, _known(terms, texts), None)
    return " ".join((value or "").split())


def _known(terms: list[str], known: Collection[str]) -> str:
    name = ".".join(terms)
    if name not in known:
        raise BadPathError("KH025", name, known)
    return name


def _target(terms: list[str], names: Names) -> Value:
    return target_value(terms, names.targets)


VALUES: dict[str, Callable[[list[str], Names], Value]] = {
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
