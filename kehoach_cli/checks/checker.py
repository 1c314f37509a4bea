"""A reading → every finding, in words, in order of place."""

from collections.abc import Iterable, Iterator

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.rules import BY_ID, RULES
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.suppressions import suppress
from kehoach_cli.plan.missing import ALWAYS, Missing, missing
from kehoach_cli.plan.reader import Reading
from kehoach_cli.plan.resolve import resolve
from kehoach_cli.source.faults import Fault


def check(reading: Reading) -> list[Diagnostic]:
    """Every finding of a plan, but those that a comment in the file answers for."""
    return answered(reading, [*faults_of(reading), *contents_of(reading)])


def answered(reading: Reading, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that no comment in the file answers for, and those about such comments."""
    if reading.plan is None or reading.plan.node is None:
        return in_order(findings)
    kept, faults = suppress(findings, reading.plan.node)
    return in_order([*kept, *in_words(faults)])


def faults_of(reading: Reading) -> list[Diagnostic]:
    """What was met in reading it: the file, names that name nothing, needed fields.

    Where a part could not be read, nothing is missed that may stand there.
    """
    faults = list(reading.faults)
    if reading.plan is not None and not _is_cut(reading):
        faults += resolve(reading.plan, reading.unit)
        faults += [_missing(item) for item in missing(reading.plan)]
    return in_words(faults)


def contents_of(reading: Reading) -> list[Diagnostic]:
    """What the rules on contents find."""
    if reading.plan is None:
        return []
    subject = Subject(reading.plan, reading.unit, reading.hieu_luc)
    return in_order(_contents(subject, _is_cut(reading)))


def _contents(subject: Subject, is_cut: bool) -> Iterator[Diagnostic]:
    for rule in RULES:
        if rule.find is not None and (rule.local or not is_cut):
            yield from (_made(rule, found) for found in rule.find(subject))


def _is_cut(reading: Reading) -> bool:
    """Whether a part of the file could not be read."""
    return any(BY_ID[fault.rule].cuts for fault in reading.faults)


def _missing(item: Missing) -> Fault:
    rule = "KH030" if item.when == ALWAYS else "KH031"
    return Fault(rule, item.span, {"path": item.path, "label": item.label.lower()})


def in_words(faults: Iterable[Fault]) -> list[Diagnostic]:
    """Faults as findings, each once."""
    return in_order(
        _made(BY_ID[fault.rule], Found(fault.span, fault.facts, fault.repair)) for fault in faults
    )


def _made(rule: Rule, found: Found) -> Diagnostic:
    said, advice = rule.say(found.facts), rule.advise(found.facts)
    repair = found.repair if found.span.exact else None
    return Diagnostic(rule, found.span, said, advice, rule.severity, repair)


def in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each once, in order of place."""
    once: dict[tuple[object, ...], Diagnostic] = {}
    for finding in findings:
        once.setdefault((*finding.order, finding.message), finding)
    return sorted(once.values(), key=lambda finding: finding.order)


def blocking(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that nothing can be put on paper with."""
    return [finding for finding in findings if finding.rule.blocks]


def unread(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings for which a part of the file is not in the plan."""
    return [finding for finding in findings if finding.rule.cuts]


def unanswered(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The needed fields that are empty."""
    return [finding for finding in findings if finding.rule.id == "KH030"]


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
