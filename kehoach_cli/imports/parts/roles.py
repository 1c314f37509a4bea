"""Sections by their titles → the parts of a plan that they are, and the kind of plan."""

from kehoach_cli.checks.parts import parts
from kehoach_cli.imports.yaml_text import Data, Noted
from kehoach_cli.plan.plan_kinds import PlanKind, plan_kinds
from kehoach_cli.vietnamese.text import fold


def with_roles(data: dict[str, Data]) -> dict[str, Data]:
    """The data with `vai_tro` at the sections whose title tells it, each role once, and `mau`.

    Of large parts ("Phần I") those inside are looked at too, where they themselves tell nothing.
    """
    sections = data.get("noi_dung")
    if not isinstance(sections, list):
        return data
    taken: set[str] = set()
    told = [_told(section, taken) for section in sections]
    if len(taken) < 2:
        told = [_inside(section, taken) for section in told]
    kind = _kind(data, taken)
    first = {key: data[key] for key in ("phien_ban",) if key in data}
    return {**first, **({"mau": kind.key} if kind else {}), **data, "noi_dung": told}


def _told(section: Data, taken: set[str]) -> Data:
    if isinstance(section, Noted):
        return Noted(_told(section.value, taken), section.note)
    title = section.get("muc") if isinstance(section, dict) else None
    role = _role(title) if isinstance(title, str) else ""
    if not isinstance(section, dict) or not role or role in taken:
        return section
    taken.add(role)
    rest = {key: value for key, value in section.items() if key != "muc"}
    return {"muc": section["muc"], "vai_tro": role, **rest}


def _inside(section: Data, taken: set[str]) -> Data:
    if isinstance(section, Noted):
        return Noted(_inside(section.value, taken), section.note)
    inner = section.get("muc_con") if isinstance(section, dict) else None
    if not isinstance(section, dict) or not isinstance(inner, list) or "vai_tro" in section:
        return section
    return {**section, "muc_con": [_told(child, taken) for child in inner]}


def _role(title: str) -> str:
    """The part that a title alone tells: the one whose words come first; "" for none."""
    plain = fold(title)
    places: list[tuple[int, int, str]] = []
    for part in parts().values():
        for own, group in enumerate(part.words):
            if all(word in plain for word in group):
                first = min(plain.index(word) for word in group)
                places.append((first, own, part.role))
    return min(places)[2] if places else ""


def _kind(data: dict[str, Data], roles: set[str]) -> PlanKind | None:
    """The kind of plan that fits best: its parts, how many years, whether a decision issues it."""
    van_ban = data.get("van_ban")
    period = van_ban.get("thoi_ky") if isinstance(van_ban, dict) else None
    if not isinstance(period, str) or not roles:
        return None
    several = "-" in period
    fitting = [
        kind
        for kind in plan_kinds()
        if set(kind.needed_parts) <= roles
        and kind.several_years in (None, several)
        and _is_decided(kind) == ("quyet_dinh" in data)
    ]
    shared = [len(roles & set(kind.parts)) for kind in fitting]
    best = max(shared, default=0)
    return fitting[shared.index(best)] if shared.count(best) == 1 else None


def _is_decided(kind: PlanKind) -> bool:
    return any(field.startswith("quyet_dinh") for field in kind.needed_fields)
