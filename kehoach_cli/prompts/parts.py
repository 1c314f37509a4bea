"""Questions for the parts of a plan that its kind must have and that it lacks."""

from collections.abc import Iterator

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.outlines import missing_parts, outline_of
from kehoach_cli.checks.parts import parts
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_kinds import plan_kind
from kehoach_cli.prompts.question import NewSection, Question
from kehoach_cli.prompts.reading import PROSE
from kehoach_cli.source.nodes import Sequence

_LACKING = "KH302"


def lacking_parts(plan: Plan, findings: list[Diagnostic]) -> Iterator[Question]:
    """A question for each part that `check` misses, at the place where it belongs."""
    told = next((finding for finding in findings if finding.rule.id == _LACKING), None)
    if told is None or not isinstance(plan.at.get("noi_dung"), Sequence):
        return
    for part in missing_parts(plan, outline_of(plan.mau or "")):
        before = _position(plan, part.role)
        sections = plan.noi_dung or []
        at = sections[min(before, len(sections) - 1)] if before is not None else sections[-1]
        yield Question(
            id=f"noi_dung.{part.role}",
            label=f"Phần {part.name}",
            target=NewSection(part.role, part.name, before),
            place=at.span(),
            reason=f"{outline_of(plan.mau or '').name} thường phải có phần này",
            help="một hay nhiều đoạn; gạch đầu dòng bằng “- ”",
            shape=PROSE,
        )


def _position(plan: Plan, role: str) -> int | None:
    """The first section that belongs behind a part, by the kind's own order; None: it is last."""
    kind = plan_kind(plan.mau or "")
    order = kind.parts if kind else tuple(parts())
    behind = order[order.index(role) + 1 :] if role in order else ()
    for number, section in enumerate(plan.noi_dung or ()):
        if any(parts()[later].is_told_by(section) for later in behind if later in parts()):
            return number
    return None
