"""Typed texts of a plan's fields, and findings in a part of one."""

from collections.abc import Iterator

from kehoach_cli.checks.rule import Found
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, PhuLuc
from kehoach_cli.plan.records import Record
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.plan.van_ban import NguoiKy
from kehoach_cli.source.nodes import Mapping, Scalar
from kehoach_cli.source.text import Span

_FEW = 3
_QUOTED = 60  # letters of a text that a message quotes


def typed(record: Record | None, key: str) -> tuple[Scalar, str] | None:
    """A typed text and its scalar; None where nothing was typed there."""
    node = record.at.get(key) if record else None
    return (node, node.value) if isinstance(node, Scalar) and node.value.strip() else None


def part(scalar: Scalar, start: int, end: int, repair: str | None = None, **facts: str) -> Found:
    """A finding in a stretch of a text."""
    return Found(scalar.span_of(start, end), facts, repair)


def signers(plan: Plan) -> Iterator[NguoiKy]:
    """Those who sign, of the plan and of its decision, where they are written in the file."""
    for holder in (plan.van_ban, plan.quyet_dinh):
        if holder is not None and holder.nguoi_ky is not None and holder.nguoi_ky.node is not None:
            yield holder.nguoi_ky


def value_span(target: ChiTieu, key: str) -> Span:
    """Where a target's value of a year stands."""
    node = target.at["gia_tri"]
    return node.key_span(key) if isinstance(node, Mapping) else target.span("gia_tri")


def first_words(text: str) -> str:
    """The beginning of a text, as a message quotes it."""
    line = " ".join(text.split())
    if len(line) <= _QUOTED:
        return line
    return line[:_QUOTED].rsplit(" ", 1)[0] + " …"


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
