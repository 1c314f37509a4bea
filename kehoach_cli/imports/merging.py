"""Projects of a table → rows added to the register of a plan that is there already."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.imports.draft import Draft
from kehoach_cli.imports.money import typed
from kehoach_cli.imports.pages import Remark
from kehoach_cli.imports.yaml_text import Data, bare
from kehoach_cli.plan.reader import Reading
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.source.insert import inserted
from kehoach_cli.source.places import APPEND
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.numbers import format_decimal, parse_decimal
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import MoneyUnit, convert, parse_unit

_AMOUNTS = ("tong_kinh_phi", "von", "kinh_phi", "tong_ghi")
_NOT_COMPARED = ("ma", "ten", "nhom")
_Names = dict[tuple[str, ...], str]


class Merged(NamedTuple):
    """The plan with what was added; how many were there already; what differs."""

    source: Source
    added: int
    same: int
    remarks: list[Remark]


def merged(reading: Reading, draft: Draft) -> Merged:
    """Add the projects that the plan lacks, by code or name; nothing that stands there changes.

    Amounts are counted over into the unit of the plan. Raises CannotWriteError where a person must
    write them.
    """
    plan = reading.plan
    projects = (plan.du_an if plan else None) or []
    known = {key: item for item in projects for key in _keys(item.ma, item.ten)}
    codes, names = _codes(reading, draft)
    move = _Move(codes, _unit(draft) or reading.unit, reading.unit)
    wanted: list[dict[str, Data]] = []
    remarks: list[Remark] = []
    for project in map(move.project, _projects(draft)):
        keys = _keys(_str(project, "ma"), _str(project, "ten"))
        there = next((known[key] for key in keys if key in known), None)
        if there is None:
            wanted.append(project)
        else:
            remarks += _unlike(project, there)
    same = len(_projects(draft)) - len(wanted)
    source = _written(reading.source, bool(projects), wanted, names if wanted else {})
    return Merged(source, len(wanted), same, remarks)


def _projects(draft: Draft) -> list[dict[str, Data]]:
    found = bare(draft.data.get("du_an", []))
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _unit(draft: Draft) -> MoneyUnit | None:
    keys = draft.data.get("van_ban")
    unit = keys.get("don_vi_tien") if isinstance(keys, dict) else None
    return parse_unit(unit) if isinstance(unit, str) else None


def _str(project: Mapping[str, Data], key: str) -> str:
    value = project.get(key)
    return value if isinstance(value, str) else ""


def _keys(code: str | None, name: str | None) -> list[str]:
    return [f"#{code}"] * bool(code) + [fold(name or "")] * bool(name)


def _unlike(project: Mapping[str, Data], there: DuAn) -> Iterator[Remark]:
    """The texts and totals that the plan has otherwise."""
    for key, value in project.items():
        if not isinstance(value, str) or key in _NOT_COMPARED:
            continue
        old = getattr(there, key, None)
        shown = old if isinstance(old, str) else "" if old is None else format_decimal(old)
        if fold(shown) != fold(value):
            told = f"kế hoạch ghi “{shown}”; không đổi"
            yield Remark(f"du_an “{there.ten}”", f"{key}: {value}", told)


class _Move(NamedTuple):
    """What changes of a project on its way: codes of sources and groups, the unit of money."""

    codes: Mapping[str, str]
    old: MoneyUnit
    new: MoneyUnit

    def project(self, data: Mapping[str, Data]) -> dict[str, Data]:
        """A project, or a part of one, as the plan would write it."""
        found: dict[str, Data] = {}
        for key, value in data.items():
            if key in _AMOUNTS:
                found[key] = self._money(value)
            elif key == "hang_con" and isinstance(value, list):
                found[key] = [self.project(part) for part in value if isinstance(part, dict)]
            elif key == "nhom" and isinstance(value, str):
                found[key] = self.codes.get(value, value)
            else:
                found[key] = value
        return found

    def _money(self, value: Data) -> Data:
        if isinstance(value, dict):
            return {self.codes.get(key, key): self._money(part) for key, part in value.items()}
        amount = parse_decimal(str(value))
        return typed(convert(amount, self.old, self.new))


def _codes(reading: Reading, draft: Draft) -> tuple[dict[str, str], _Names]:
    """The plan's codes for sources and groups of the draft; and the names that it lacks."""
    plan = reading.plan
    groups = (plan.phan_nhom or {}).get("nhom") if plan else None
    theirs = {("nguon_von",): (plan.nguon_von if plan else None), ("phan_nhom", "nhom"): groups}
    codes: dict[str, str] = {}
    names: _Names = {}
    for path, there in theirs.items():
        by_name = {fold(name or ""): code for code, name in (there or {}).items()}
        for code, name in _at(draft.data, path).items():
            codes[code] = by_name.get(fold(str(name)), code)
            if fold(str(name)) not in by_name:
                names[*path, code] = str(name)
    return codes, names


def _at(data: Data, path: tuple[str, ...]) -> dict[str, Data]:
    for key in path:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    return data if isinstance(data, dict) else {}


def _written(
    source: Source, has_projects: bool, wanted: list[dict[str, Data]], names: _Names
) -> Source:
    for path, name in names.items():
        source = inserted(source, path, name)
    if wanted and not has_projects:
        return inserted(source, ("du_an",), list(wanted))
    for value in wanted:
        source = inserted(source, ("du_an", APPEND), value)
    return source
