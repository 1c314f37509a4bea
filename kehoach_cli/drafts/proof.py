"""What a person should know of a new plan: what does not fit, what `check` says of its text."""

from kehoach_cli.checks.checker import check, has_errors
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.drafts.agency import Agency
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.plan_kinds import PlanKind, plan_kinds
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from kehoach_cli.vietnamese.periods import Period

TO_FILL = frozenset(("KH031", "KH035", "KH410", "KH570"))
"""The rules that tell of blanks: what a plan that was just begun may be told of, nothing else."""
_MOST_REMARKS = 3


def misfits(kind: PlanKind, agency: Agency, period: Period) -> list[str]:
    """Where kind, agency and period are not of one another."""
    found = []
    if agency.level not in kind.levels:
        fits = (each.key for each in plan_kinds() if each.levels[0] == agency.level)
        better = next((f"; hợp hơn: {key}" for key in fits), "")
        found.append(f"Mẫu {kind.key} ({kind.name}) thường không dùng cho {agency.name}{better}.")
    several = len(period.years) > 1
    if kind.several_years is not None and several is not kind.several_years:
        usual = "nhiều năm, như 2026-2030" if kind.several_years else "một năm, như 2026"
        found.append(f"Mẫu {kind.key} thường có thời kỳ {usual}.")
    return found


def proved(text: str, name: str) -> list[str]:
    """What `check` says of the file beside its blanks. Raises KehoachError for an error."""
    found = findings(text, name)
    errors = [item for item in found if item.severity is Severity.ERROR]
    if has_errors(errors):
        said = "; ".join(f"{item.message}: {item.fix}" for item in errors[:2])
        raise KehoachError(f"Chưa tạo kế hoạch: {said}.")
    other = [f"{item.message} [{item.rule.id}]" for item in found if item.rule.id not in TO_FILL]
    return [f"Nên xem lại: {said}." for said in list(dict.fromkeys(other))[:_MOST_REMARKS]]


def findings(text: str, name: str = "ke-hoach") -> list[Diagnostic]:
    """What `check` says of a text."""
    return check(read_plan(read_source(f"{name}.yaml", text.encode("utf-8"))))
