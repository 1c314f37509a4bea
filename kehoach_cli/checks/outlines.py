"""The sections of a plan, and the parts that each kind of plan must have."""

from collections.abc import Iterable, Iterator

from kehoach_cli.checks.parts import Part, parts, role_of
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, PhuLuc, ThanBai
from kehoach_cli.plan.plan_kinds import needed_parts

_FEW = 3
_ANY = ("mọi kế hoạch", ("muc_tieu", "nhiem_vu", "to_chuc_thuc_hien"))
"""What every plan has, whatever its kind: so real plans of 2007–2026 (usage, not law)."""


class Outline:
    """A kind of plan and the parts it must have."""

    def __init__(self, key: str, name: str, parts: tuple[Part, ...]) -> None:
        self.key, self.name, self.parts = key, name, parts


def outline_of(key: str) -> Outline:
    """What a kind of plan must have; of a kind not known, what every plan has."""
    name, needed = needed_parts(key) or _ANY
    return Outline(key, name, tuple(parts()[role] for role in needed))


def is_document(plan: Plan) -> bool:
    """Whether the file is a plan that is being put together, not a mere piece of one."""
    return plan.van_ban is not None and bool(plan.noi_dung)


def is_long(plan: Plan) -> bool:
    """Whether it has as many parts as a whole plan has; fewer may be only its beginning."""
    return is_document(plan) and len(plan.noi_dung or ()) >= _FEW


def sections_of(plan: Plan) -> Iterator[Muc]:
    """Every section of the main text, each before its sub-sections."""
    return _below(plan.noi_dung or [])


def sections_under(part: Muc | PhuLuc) -> Iterator[Muc]:
    """Every section under a part, at any depth."""
    return _below(part.muc_con or [])


def _below(sections: list[Muc]) -> Iterator[Muc]:
    for section in sections:
        yield section
        yield from _below(section.muc_con or [])


def missing_parts(plan: Plan, outline: Outline) -> list[Part]:
    """The parts that a plan lacks: no section, appendix or register answers for them."""
    sections = [*sections_of(plan), *_as_sections(plan.phu_luc or ())]
    return [
        part
        for part in outline.parts
        if not any(part.is_told_by(section) for section in sections)
        and not (part.role in ("muc_tieu", "chi_tieu") and plan.chi_tieu)
    ]


def _as_sections(appendices: Iterable[ThanBai]) -> Iterator[Muc]:
    for appendix in appendices:
        yield Muc(muc=getattr(appendix, "ten", None))


def sections_in_role(plan: Plan, role: str) -> list[Muc]:
    """The sections of the main text that are a part, the outermost of them only."""
    part = parts()[role]
    top = plan.noi_dung or []
    given = [section for section in sections_of(plan) if role_of(section) == role]
    return given or [
        section
        for section in [*top, *(child for one in top for child in one.muc_con or ())]
        if part.is_told_by(section)
    ]
