"""Projects of a table → rows added to the register of a plan that is there already."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kehoach_cli.imports.batches import Batch, Project
from kehoach_cli.imports.differences import Wording, differences
from kehoach_cli.imports.known import Known, printed_for
from kehoach_cli.imports.money import typed
from kehoach_cli.imports.pages import Remark
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.plan.reader import Reading
from kehoach_cli.source.insert import extended
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.numbers import parse_decimal
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import MoneyUnit, convert, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable

_AMOUNTS = ("tong_kinh_phi", "von", "tong_ghi")
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
    groups = (plan.phan_nhom or {}).get("nhom") if plan else None
    sources = _Codes((plan.nguon_von if plan else None) or {})
    named = _Codes(groups or {})
    printed = printed_for(plan) if plan else {}
    known = Known((plan.du_an if plan else None) or (), printed)
    wanted: list[Project] = []
    remarks: list[Remark] = []
    same = 0
    for batch in batches:
        move = _move(batch, reading.unit, sources, named, remarks)
        for given, place in batch.projects:
            project = move.project(given)
            there = known.met(project)
            if there is None:
                remarks += known.come(project, place)
                wanted.append(project)
            else:
                same += 1
                remarks += differences(project, there, Wording(named.names, printed), place)
    source = _extended(reading, ("du_an",), wanted)
    if wanted:
        source = _with_names(reading, source, sources, named)
    return Merged(source, len(wanted), same, remarks)


class _Codes:
    """Codes that a plan gives to sources or groups. `new`: those that it lacks, by code."""

    def __init__(self, there: Mapping[str, str | None]) -> None:
        self.names = {code: name or "" for code, name in there.items()}
        self.new: dict[str, str] = {}
        self._codes = {fold(name): code for code, name in self.names.items()}

    def code(self, wanted: str, name: str) -> str:
        """The code of a name: the plan's own, else the wanted one or one like it that is free."""
        plain = fold(name)
        if plain not in self._codes:
            code, count = wanted, 1
            while code in self.names:
                count += 1
                code = f"{wanted}_{count}"
            self._codes[plain], self.names[code], self.new[code] = code, name, name
        return self._codes[plain]


class _Move(NamedTuple):
    """What changes of a project on its way: codes of sources and groups, the unit of money."""

    sources: Mapping[str, str]
    groups: Mapping[str, str]
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
            elif key == "nhom" and isinstance(value, str):
                found[key] = self.groups.get(value, value)
            else:
                found[key] = value
        return found

    def _money(self, value: Data) -> Data:
        if isinstance(value, dict):
            return {self.sources.get(key, key): self._money(part) for key, part in value.items()}
        try:
            return typed(convert(parse_decimal(str(value)), self.old, self.new))
        except Unreadable:  # as it is typed, for `check` to tell
            return value


def _move(
    batch: Batch, unit: MoneyUnit, sources: _Codes, groups: _Codes, remarks: list[Remark]
) -> _Move:
    """How the projects of a table change; a table that names no unit is told of."""
    if not batch.unit:
        told = f"hiểu là {unit.value} như trong kế hoạch; nếu khác, ghi đơn vị vào đầu bảng"
        remarks.append(Remark(batch.place, "không ghi đơn vị tính", told))
    return _Move(
        {code: sources.code(code, str(name)) for code, name in batch.sources.items()},
        {code: groups.code(code, str(name)) for code, name in batch.groups.items()},
        parse_unit(batch.unit) if batch.unit else unit,
        unit,
    )


def _extended(reading: Reading, path: tuple[str, ...], more: Sequence[Project]) -> Source:
    return extended(reading.source, path, more) if more else reading.source


def _with_names(reading: Reading, source: Source, sources: _Codes, groups: _Codes) -> Source:
    """The names of sources and groups that the plan lacks, beside those that it has.

    Sources that only the unit's profile names come along: what the plan says hides them.
    """
    plan = reading.plan
    if sources.new:
        own = (
            plan is not None and plan.nguon_von and plan.span("nguon_von").source is reading.source
        )
        source = extended(source, ("nguon_von",), sources.new if own else sources.names)
    if groups.new:
        source = extended(source, ("phan_nhom", "nhom"), groups.new)
    return source
