"""The kinds of plan, and the parts that each must have (`vietnamese/lists`)."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kehoach_cli.checks.parts import Part, cut, parts, role_of
from kehoach_cli.checks.typed import sections_of
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, ThanBai
from kehoach_cli.vietnamese.lists import entries


class Outline(NamedTuple):
    """A kind of plan and the parts it must have."""

    key: str
    name: str
    parts: tuple[Part, ...]


@cache
def outlines() -> dict[str, Outline]:
    """Every kind of plan by its key; "" is a plan of no named kind."""
    known = parts()
    return {
        key: Outline(key, name, tuple(known[role] for role in cut(needed)))
        for key, name, needed in entries("plan_kinds")
    }


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
