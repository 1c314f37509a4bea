"""Known and a kind → the text of a new plan, or of a unit's profile; each read and checked."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from kehoach_cli.drafts.agency import Agency, agency_of
from kehoach_cli.drafts.answers import AGENCY, PERIOD_PATH
from kehoach_cli.drafts.bases import with_full_bases
from kehoach_cli.drafts.facts import facts, first_day
from kehoach_cli.drafts.known import KIND, SUPERIOR, Known, settable, trusted
from kehoach_cli.drafts.proof import misfits, proved
from kehoach_cli.drafts.template import Templates
from kehoach_cli.drafts.typed import Data, keyed
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_kinds import PlanKind, kind_keys, plan_kind
from kehoach_cli.plan.records import fields_of, likely
from kehoach_cli.vietnamese.periods import Period, parse_period
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.unreadable import Unreadable

FILE = "tep"
NEEDED = (KIND, AGENCY, PERIOD_PATH)
"""Without these no plan can be begun."""
_POST, _FOR_WHOM = "van_ban.nguoi_ky.chuc_vu", "van_ban.nguoi_ky.ky_thay"
_SHARED = "chung"
_SIGNER = "van_ban.nguoi_ky.ho_ten"
_OF_ONE_PLAN = frozenset((PERIOD_PATH, "van_ban.trich_yeu", KIND, "loi_ket"))
_TAKEN, _UNITS = "lay", "don_vi"


class Draft(NamedTuple):
    """A new file. `remarks`: what a person should know of it, a sentence each.

    `files`: the texts of the files that it attaches, by name.
    """

    text: str
    file_name: str
    remarks: list[str]
    files: Mapping[str, str] = MappingProxyType({})


class _Setting(NamedTuple):
    """What all is made from: values by trust, and the names of the templates."""

    values: Known
    facts: dict[str, Any]
    agency: Agency
    templates: Templates
    shared: Path


def new_plan(folder: Path, **sources: Known) -> Draft:
    """A new plan, from the values of each source (`known.TRUST`); `folder`: the templates.

    Raises KehoachError where what is needed is missing or a value cannot stand in a plan.
    """
    period = read_period(_given(trusted(**sources), PERIOD_PATH))
    values = _of_one_agency(sources, period)
    kind = named_kind(_given(values, KIND))
    setting = _setting(folder, with_full_bases(values), kind, period)
    text = _filled(setting, f"{kind.key}/ke-hoach.yaml.j2", kind.needed_fields)
    name = setting.templates.text(kind.file_name, setting.facts)
    remarks = [*misfits(kind, setting.agency, period), *proved(text, name)]
    return Draft(text, f"{name}.yaml", remarks)


def new_profile(folder: Path, year: int, **sources: Known) -> Draft:
    """A unit's profile. `year`: the one whose agencies are meant. Raises KehoachError as above."""
    period = read_period(str(trusted(**sources).get(PERIOD_PATH) or year))
    values = _of_one_agency(sources, period)
    setting = _setting(folder, values, None, period)
    lasting = {path: value for path, value in setting.values.items() if path not in _OF_ONE_PLAN}
    text = _filled(setting._replace(values=lasting), f"{_SHARED}/ho-so.yaml.j2", (_SIGNER,))
    return Draft(text, "kehoach.yaml", [])


def proposed(folder: Path, **sources: Known) -> Known:
    """What all sources and defaults come to, and the name of the file as `FILE`.

    Where kind, agency or period are not known yet or cannot be read: what the sources give.
    """
    values: Known = trusted(**sources)
    try:
        period = read_period(_given(values, PERIOD_PATH))
        values = _of_one_agency(sources, period)
        kind = named_kind(_given(values, KIND))
        setting = _setting(folder, values, kind, period)
    except KehoachError:
        return values
    name = setting.templates.text(kind.file_name, setting.facts)
    return {**setting.values, FILE: f"{name}.yaml"}


def missing(values: Known, needed: Iterable[str] = NEEDED) -> list[str]:
    """The paths that a plan cannot be begun without and that no source gives."""
    return [path for path in needed if not values.get(path)]


def _of_one_agency(sources: dict[str, Known], period: Period) -> Known:
    """The values of all sources; a profile of another agency tells nothing."""
    profile = sources.get("profile", {})
    above = trusted(**{name: given for name, given in sources.items() if name != "profile"})
    named, own = above.get(AGENCY), profile.get(AGENCY)
    if named and own:
        one = _agency(above, period)
        other = _agency(profile, period)
        if one.name != other.name or one.superior not in ("", other.superior):
            return above
    return trusted(**sources)


def _agency(values: Known, period: Period) -> Agency:
    superior = values.get(SUPERIOR)
    above = superior if isinstance(superior, str) else ""
    agency = agency_of(_given(values, AGENCY), first_day(period), above)
    if (agency.unit or agency.name).isascii():
        raise KehoachError(
            f"Chưa biết “{agency.unit or agency.name}” viết có dấu thế nào; gõ tên cơ quan có dấu."
        )
    return agency


def _given(values: Known, path: str) -> str:
    value = values.get(path)
    if not isinstance(value, str) or not value.strip():
        raise KehoachError(f"Chưa có {path}.")
    return value.strip()


def named_kind(key: str) -> PlanKind:
    """The kind of plan that a text names. Raises KehoachError for one that there is not."""
    kind = plan_kind(fold(key).replace(" ", "-").replace("_", "-"))
    if kind is None:
        named = [known for known in kind_keys() if f"-{fold(key)}" in known]
        near = likely(key, kind_keys()) or (named[0] if len(named) == 1 else None)
        said = f"có phải {near}?" if near else f"dùng một trong: {', '.join(kind_keys())}."
        raise KehoachError(f"Không có mẫu kế hoạch “{key}”; {said}")
    return kind


def read_period(text: str) -> Period:
    """The period that a text names. Raises KehoachError for one that is none."""
    try:
        return parse_period(text)
    except Unreadable as error:
        raise KehoachError(f"Thời kỳ: {error.reason}.") from error


def _setting(folder: Path, values: Known, kind: PlanKind | None, period: Period) -> _Setting:
    agency = _agency(values, period)
    templates, shared = Templates(folder), folder / _SHARED
    levels = tomllib.loads((shared / "co-quan.toml").read_text(encoding="utf-8"))
    known = facts(agency, period)
    units = levels[agency.level].pop(_UNITS)
    known |= {name: templates.text(unit, known) for name, unit in units.items()}
    written = {**levels["chung"], **levels[agency.level], **(kind.defaults if kind else {})}
    defaults: Known = {path: _in(templates, value, known) for path, value in written.items()}
    defaults[SUPERIOR] = agency.superior or defaults.get(SUPERIOR)
    post = str(values.get(_POST) or "")
    if fold(post).startswith("pho ") and _FOR_WHOM not in values:
        defaults[_FOR_WHOM] = post[4:5].upper() + post[5:]
    own: Known = {AGENCY: agency.name, PERIOD_PATH: known["so_ky"]}
    every = trusted(answer=own, flag=values, default=defaults)
    return _Setting(every, known, agency, templates, shared)


def _in(templates: Templates, value: Any, known: dict[str, Any]) -> Data:
    """A default with its `<< >>` filled in; {lay = "x"} is the fact x as it is."""
    if isinstance(value, list):
        return [_in(templates, item, known) for item in value]
    if isinstance(value, dict):
        if _TAKEN in value:
            return cast(Data, known[value[_TAKEN]])
        return {key: _in(templates, item, known) for key, item in value.items()}
    return templates.text(value, known)


def _filled(setting: _Setting, name: str, blanks: tuple[str, ...]) -> str:
    """A template with the blocks of keys that have values; those it has no place for stand last."""
    notes = tomllib.loads((setting.shared / "ghi-chu.toml").read_text(encoding="utf-8"))
    written: set[str] = set()

    def block(key: str) -> str:
        written.add(key)
        data = _block(setting.values, key, blanks)
        return "\n".join(keyed(key, data, notes, key, 0)) if data else ""

    named = {**setting.facts, "khoi": block, "gia_tri": setting.values.get}
    text = setting.templates.file(name, named)
    rest = [block(key) for key in fields_of(Plan) if key not in written and key != KIND]
    return text.rstrip("\n") + "".join(f"\n\n{lines}" for lines in rest if lines) + "\n"


def _block(values: Known, key: str, blanks: tuple[str, ...]) -> Data:
    """The value of a top-level key: what answers give below it, blanks for what must be filled."""
    found: dict[str, Data] = {}
    if key != "van_ban" and not any(path.split(".")[0] == key for path in values):
        return found
    for path, _ in settable():
        if path == key:
            return values.get(path)
        if not path.startswith(f"{key}."):
            continue
        if values.get(path) or path in blanks:
            _nest(found, path.split(".")[1:], values.get(path))
    return found


def _nest(data: dict[str, Data], names: list[str], value: Data) -> None:
    for name in names[:-1]:
        inner = data.setdefault(name, {})
        assert isinstance(inner, dict)  # noqa: S101 - a group of keys holds a mapping
        data = inner
    data[names[-1]] = value
