"""A reading → every finding, in words, in order of place."""

from collections.abc import Iterable

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.checks.rules import BY_ID
from kehoach_cli.plan.reader import Reading
from kehoach_cli.plan.resolve import ALWAYS, Missing, missing, resolve
from kehoach_cli.source.faults import Fault


def check(reading: Reading) -> list[Diagnostic]:
    """Every finding of a plan."""
    faults = list(reading.faults)
    if reading.plan is not None:
        faults += resolve(reading.plan, reading.unit)
        faults += [_missing(item) for item in missing(reading.plan)]
    return in_words(faults)


def _missing(item: Missing) -> Fault:
    rule = "KH030" if item.when == ALWAYS else "KH031"
    return Fault(rule, item.span, {"path": item.path, "label": item.label.lower()})


def in_words(faults: Iterable[Fault]) -> list[Diagnostic]:
    """Faults as findings, each once."""
    found: dict[tuple[object, ...], Diagnostic] = {}
    for fault in faults:
        rule = BY_ID[fault.rule]
        made = Diagnostic(rule, fault.span, rule.say(fault.facts), rule.advise(fault.facts))
        found.setdefault((*made.order, made.message), made)
    return sorted(found.values(), key=lambda diagnostic: diagnostic.order)


def blocking(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that nothing can be put on paper with."""
    return [finding for finding in findings if finding.rule.blocks]


def unanswered(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The needed fields that are empty."""
    return [finding for finding in findings if finding.rule.id == "KH030"]


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(finding.rule.severity is Severity.ERROR for finding in findings)
