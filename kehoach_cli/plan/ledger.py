"""Sums over the register of projects: what counts, by measure, time, source and group."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from kehoach_cli.plan.amounts import is_blank, read_time
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError, Item, MoneyPath, measures
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.stated import Stated
from kehoach_cli.source.faults import Fault
from kehoach_cli.values import Values

GROUPINGS = ("nhom", "tinh_trang")


def counts(part: DuAn, parent: DuAn, path: MoneyPath) -> bool:
    """Whether a part adds to the sum: as it says, else only under a parent without money."""
    if part.tinh_vao_tong is not None:
        return part.tinh_vao_tong
    return path.of(parent) is None


def adds(line: Sequence[DuAn], path: MoneyPath) -> bool:
    """Whether the own money of the last in a line of parts adds to the sum."""
    return (
        line[0].tinh_vao_tong is not False
        if len(line) == 1
        else all(counts(part, parent, path) for parent, part in pairwise(line))
    )


def counted(item: DuAn, path: MoneyPath) -> Decimal | None:
    """What an item with its parts adds to a sum; None: nothing known."""
    own = None if item.tinh_vao_tong is False else path.of(item)
    if not item.hang_con:
        return own
    parts = [counted(part, path) for part in item.hang_con if counts(part, item, path)]
    known = [amount for amount in (own, *parts) if amount is not None]
    return sum(known, Decimal(0)) if known else None


def awaits(item: DuAn, path: MoneyPath) -> bool:
    """Whether an item, or a part of it, has a place left empty where that money belongs."""
    return any(_awaits(line[-1], path) for line in item.lines())


def _awaits(item: DuAn, path: MoneyPath) -> bool:
    total = item.at.get("tong_kinh_phi")
    if total is not None and is_blank(total) and path == MoneyPath():
        return True
    split = item.measure(path.measure)
    return split is not None and any(
        (None in (time, path.time) or time == path.time)
        and (None in (source, path.source) or source == path.source)
        for (time, source), _ in split.blanks()
    )


def total(items: Iterable[DuAn], path: MoneyPath) -> Decimal:
    """The sum over items; nothing known is zero."""
    return sum((counted(item, path) or Decimal(0) for item in items), Decimal(0))


class Selection(Values):
    """Which projects, and which of their money."""

    path: MoneyPath
    groups: tuple[tuple[str, str], ...] = ()


def among(items: Sequence[DuAn], chosen: Selection) -> Sequence[DuAn]:
    """Those of some projects that are in the groups of a selection."""
    for attribute, key in chosen.groups:
        items = [item for item in items if getattr(item, attribute) == key]
    return items


class Ledger:
    """The register of a plan while it is looked into: each amount, each group is found once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.projects: Sequence[DuAn] = plan.du_an or ()
        self._amounts: dict[MoneyPath, dict[int, Decimal]] = {}
        self._members: dict[str, dict[str | None, list[DuAn]]] = {}

    def select(self, terms: Iterable[str], groupings: Iterable[str] = GROUPINGS) -> Selection:
        """The selection that terms name, in any order: year, source, measure, group key.

        Raises BadPathError for a term that is none of them.
        """
        measure, time, source = "", None, None
        groups: list[tuple[str, str]] = []
        for term in terms:
            found = read_time(term)
            if found:
                time = found
            elif term in (self.plan.nguon_von or {}):
                source = term
            elif term in self.measures:
                measure = term
            else:
                groups.append((self._grouping(term, groupings), term))
        return Selection(MoneyPath(measure, time, source), tuple(groups))

    @cached_property
    def measures(self) -> dict[str, None]:
        """The names of measures."""
        return measures(self.plan)

    @cached_property
    def known(self) -> tuple[str, ...]:
        """What a term may be."""
        groups = (key for name in GROUPINGS for key in group_keys(self.plan, name))
        return (*(self.plan.nguon_von or {}), *self.measures, *groups)

    def amounts(self, path: MoneyPath) -> dict[int, Decimal]:
        """What each project adds to the sums along a path, by its identity."""
        if path not in self._amounts:
            found = ((id(item), counted(item, path)) for item in self.projects)
            self._amounts[path] = {key: money for key, money in found if money is not None}
        return self._amounts[path]

    def members(self, chosen: Selection) -> Sequence[DuAn]:
        """The projects of the groups, with money or without."""
        if not chosen.groups:
            return self.projects
        return among(self._of_group(*chosen.groups[0]), chosen)

    def items(self, chosen: Selection) -> Sequence[DuAn]:
        """The projects of the groups; of a time or source, those with money there."""
        members, path = self.members(chosen), chosen.path
        if not (path.measure or path.time or path.source):
            return members
        known = self.amounts(path)
        return [item for item in members if id(item) in known]

    def total(self, chosen: Selection) -> Decimal:
        """The sum of that money; nothing known is zero."""
        return self.sum_of(self.members(chosen), chosen.path)

    def sum_of(self, items: Iterable[DuAn], path: MoneyPath) -> Decimal:
        """The sum over some projects."""
        known = self.amounts(path)
        return sum((known[id(item)] for item in items if id(item) in known), Decimal(0))

    def has_money(self, chosen: Selection) -> bool:
        """Whether any of that money is known."""
        known = self.amounts(chosen.path)
        return any(id(item) in known for item in self.members(chosen))

    def is_awaited(self, chosen: Selection) -> bool:
        """Whether that money is not known yet: none is written, and a place for it is empty.

        It is not known either where no project of the plan has money at all.
        """
        if self.has_money(chosen):
            return False
        return any(awaits(item, chosen.path) for item in self.members(chosen)) or not any(
            "tong_kinh_phi" in line[-1].at or line[-1].von or line[-1].kinh_phi
            for item in self.projects
            for line in item.lines()
        )

    def has_group(self, attribute: str, key: str) -> bool:
        """Whether any project is of a group."""
        return bool(self._of_group(attribute, key))

    def _of_group(self, attribute: str, key: str) -> Sequence[DuAn]:
        if attribute not in self._members:
            found: dict[str | None, list[DuAn]] = {}
            for item in self.projects:
                found.setdefault(getattr(item, attribute, None), []).append(item)
            self._members[attribute] = found
        return self._members[attribute].get(key, ())

    def _grouping(self, key: str, groupings: Iterable[str]) -> str:
        """The first grouping that has the key. Raises BadPathError."""
        for name in groupings:
            declared = (self.plan.phan_nhom or {}).get(name, {})
            if key in declared or (key and self._of_group(name, key)):
                return name
        raise BadPathError("KH025", key, self.known)


def times(plan: Plan, measure: str) -> list[str]:
    """The times that a measure ("" the plain one) is split by anywhere in the plan."""
    lines = (line for item in plan.du_an or () for line in item.lines())
    splits = (line[-1].measure(measure) for line in lines)
    return sorted({time for split in splits if split for time, _ in split.leaves if time})


def own_path(terms: Iterable[str], item: DuAn, plan: Plan) -> MoneyPath:
    """The money of one project that terms name. Raises BadPathError."""
    measure, time, source = "", None, None
    for term in terms:
        found = read_time(term)
        if found:
            time = found
        elif term in (plan.nguon_von or {}):
            source = term
        elif term in (item.kinh_phi or {}):
            measure = term
        else:
            raise BadPathError("KH025", term, [*(plan.nguon_von or {}), *(item.kinh_phi or {})])
    return MoneyPath(measure, time, source)


def unknown_terms(
    sums: Iterable[Stated], named: Callable[[tuple[str, ...]], object]
) -> Iterator[Fault]:
    """The faults of terms that name nothing: those for which `named` raises BadPathError."""
    for stated in sums:
        try:
            named(stated.terms)
        except BadPathError as error:
            yield error.fault(stated.span)


def group_keys(plan: Plan, attribute: str, items: Iterable[Item] | None = None) -> list[str]:
    """The groups of a grouping: those declared, then those only used, in order.

    `items`: the register that uses them; the projects unless it is given.
    """
    declared = list((plan.phan_nhom or {}).get(attribute, {}))
    register = (plan.du_an or ()) if items is None else items
    used = (getattr(item, attribute, None) for item in register)
    return list(dict.fromkeys([*declared, *(key for key in used if key)]))
