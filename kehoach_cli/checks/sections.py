"""Which part of the plan a text stands in, by the role of its section."""

from collections.abc import Iterator

from kehoach_cli.checks.parts import role_of
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, ThanBai
from kehoach_cli.plan.records import Record


def roles(plan: Plan) -> dict[int, str]:
    """The role of the section that a record stands in, by the record's identity.

    A section without a role has that of the section above it.
    """
    found: dict[int, str] = {}
    for section in plan.noi_dung or ():
        for record, role in _inside(section, ""):
            found[id(record)] = role
    return found


def _inside(section: ThanBai, role: str) -> Iterator[tuple[Record, str]]:
    if isinstance(section, Muc):
        role = role_of(section) or role
    yield section, role
    for block in section.doan_van or ():
        yield block, role
    for below in section.muc_con or ():
        yield from _inside(below, role)
