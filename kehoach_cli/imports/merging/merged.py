"""Projects of a table → rows added to the register of a plan that is there already."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kehoach_cli.imports.alike import alike_sources
from kehoach_cli.imports.merging.batches import Batch, Project
from kehoach_cli.imports.merging.differences import Wording, differences
from kehoach_cli.imports.merging.known import Known, printed_for
from kehoach_cli.imports.merging.names import USUAL, Codes, Groups
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.tables.figures import typed
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.plan.reader import Reading
from kehoach_cli.source.insert import extended
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.numbers import parse_decimal
from kehoach_cli.vietnamese.text import to_identifier
from kehoach_cli.vietnamese.units import MoneyUnit, convert, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable

_AMOUNTS = ("tong_kinh_phi", "von", "tong_ghi")
_MONEY = ("tong_kinh_phi", "von", "kinh_phi", "hang_con")
_SPLITS = "kinh_phi"
_PARTS = "hang_con"


class Merged(NamedTuple):
    """The plan with what was added; how many were there already; what to look at."""

    source: Source
    added: int
    same: int
    remarks: list[Remark]


def merged(reading: Reading, batches: Sequence[Batch]) -> Merged:
    """Add the projects that the plan lacks, by code or name; nothing that stands there changes.

    Amounts are counted over into the unit of the plan. Raises CannotWriteError where a person must
    write them.
    """
    plan = reading.plan
    names = _Names(Codes((plan.nguon_von if plan else None) or {}, alike_sources), Groups(plan))
    printed = printed_for(plan) if plan else {}
    known = Known((plan.du_an if plan else None) or (), printed)
    wording = Wording(names.groups.names(), printed)
    wanted: list[Project] = []
    remarks: list[Remark] = []
    same = 0
    for batch in batches:
        move = _move(batch, reading.unit, names, remarks)
        new: list[tuple[Project, str]] = []
        for given, place in batch.projects:
            project = move.project(given)
            there = known.met(project)
            if there is None:
                remarks += known.come(project, place)
                new.append((project, place))
            else:
                same += 1
                remarks += differences(project, there, wording, place)
        remarks += _without_groups(new, names.groups)
        wanted += [project for project, _ in new]
    source = _extended(reading, ("du_an",), wanted)
    if wanted:
        source = _with_names(reading, source, names)
    return Merged(source, len(wanted), same, remarks)


class _Names(NamedTuple):
    """What the plan calls sources and groups, and what is new among them."""

    sources: Codes
    groups: Groups


def _without_groups(new: Sequence[tuple[Project, str]], groups: Groups) -> Iterator[Remark]:
    """New projects that stand in no group of a table of the plan that groups them."""
    for field in groups.printed:
        bare = [place for project, place in new if field not in project]
        if bare:
            told = f"bảng của kế hoạch nhóm theo {field}; {len(bare)} dự án thêm vào chưa ghi"
            yield Remark(bare[0], field, told)


class _Move(NamedTuple):
    """What changes of a project on its way: codes of sources and groups, the unit of money."""

    sources: Mapping[str, str]
    groups: Mapping[str, tuple[str, str]]
    names: Groups
    old: MoneyUnit
    new: MoneyUnit

    def project(self, data: Mapping[str, Data]) -> Project:
        """A project, or a part of one, as the plan would write it."""
        found: Project = {}
        for key, value in data.items():
            if key in _AMOUNTS:
                found[key] = self._money(value)
            elif key == _SPLITS and isinstance(value, dict):
                found[key] = {name: self._money(part) for name, part in value.items()}
            elif key == _PARTS and isinstance(value, list):
                found[key] = [self.project(part) for part in value if isinstance(part, dict)]
            elif key == USUAL and value in self.groups:
                field, code = self.groups[str(value)]
                found.setdefault(field, code)
            else:
                found[key] = self._named(key, value)
        return found

    def _named(self, key: str, value: Data) -> Data:
        """A text; the code of a group where it is the name of one."""
        if key not in self.names.families or not isinstance(value, str):
            return value
        return self.names.families[key].code(to_identifier(value) or key, value)

    def _money(self, value: Data) -> Data:
        if isinstance(value, dict):
            return {self.sources.get(key, key): self._money(part) for key, part in value.items()}
        try:
            return typed(convert(parse_decimal(str(value)), self.old, self.new))
        except Unreadable:  # as it is typed, for `check` to tell
            return value


def _move(batch: Batch, unit: MoneyUnit, names: _Names, remarks: list[Remark]) -> _Move:
    """How the projects of a table change; a table that names no unit is told of."""
    if not batch.unit and any(key in one for one, _ in batch.projects for key in _MONEY):
        told = f"hiểu là {unit.value} như trong kế hoạch; nếu khác, ghi đơn vị vào đầu bảng"
        remarks.append(Remark(batch.place, "không ghi đơn vị tính", told))
    return _Move(
        {code: names.sources.code(code, str(name)) for code, name in batch.sources.items()},
        {
            code: names.groups.place(code, [str(name), *batch.above.get(code, ())])
            for code, name in batch.groups.items()
        },
        names.groups,
        parse_unit(batch.unit) if batch.unit else unit,
        unit,
    )


def _extended(reading: Reading, path: tuple[str, ...], more: Sequence[Project]) -> Source:
    return extended(reading.source, path, more) if more else reading.source


def _with_names(reading: Reading, source: Source, names: _Names) -> Source:
    """The names of sources and groups that the plan lacks, beside those that it has.

    Sources that only the unit's profile names come along: what the plan says hides them.
    """
    plan, sources = reading.plan, names.sources
    if sources.new:
        own = (
            plan is not None and plan.nguon_von and plan.span("nguon_von").source is reading.source
        )
        source = extended(source, ("nguon_von",), sources.new if own else sources.names)
    for field, codes in names.groups.families.items():
        if codes.new:
            source = extended(source, ("phan_nhom", field), codes.new)
    return source
