"""Where what a plan says is typed: texts of fields, values of targets, who signs."""

from collections.abc import Iterator

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Record
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.plan.van_ban import NguoiKy
from kehoach_cli.source.nodes import Mapping, Scalar
from kehoach_cli.source.text import Span


def typed(record: Record | None, key: str) -> tuple[Scalar, str] | None:
    """A typed text and its scalar; None where nothing was typed there."""
    node = record.at.get(key) if record else None
    return (node, node.value) if isinstance(node, Scalar) and node.value.strip() else None


def signers(plan: Plan) -> Iterator[NguoiKy]:
    """Those who sign, of the plan and of its decision, where they are written in the file."""
    for holder in (plan.van_ban, plan.quyet_dinh):
        if holder is not None and holder.nguoi_ky is not None and holder.nguoi_ky.node is not None:
            yield holder.nguoi_ky


def value_span(target: ChiTieu, key: str) -> Span:
    """Where a target's value of a year stands."""
    node = target.at["gia_tri"]
    return node.key_span(key) if isinstance(node, Mapping) else target.span("gia_tri")
