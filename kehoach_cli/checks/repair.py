"""Certain repairs: applied only where the finding goes and no other comes."""

from collections import Counter
from collections.abc import Callable, Iterable

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.source.edit import Edit, edited
from kehoach_cli.source.text import Source

_ONE_BY_ONE = 100
"""When all repairs together are no good, so many are tried each by itself."""

Examine = Callable[[Source], list[Diagnostic]]
"""The findings of a source."""


def repaired(source: Source, findings: Iterable[Diagnostic], examine: Examine) -> Source:
    """The source with its certain repairs; the source itself where there is none."""
    edits = sorted(
        Edit(finding.span.start, finding.span.end, finding.repair)
        for finding in findings
        if finding.repair is not None and finding.span.source is source
    )
    if not edits or source.bad_bytes:
        return source
    before = _counts(examine(source))
    whole = edited(source, edits)
    if _is_better(_counts(examine(whole)), before):
        return whole
    good: list[Edit] = []
    for edit in edits[:_ONE_BY_ONE]:
        after = _counts(examine(edited(source, [*good, edit])))
        if _is_better(after, before):
            good.append(edit)
            before = after
    return edited(source, good) if good else source


def _counts(findings: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(finding.rule.id for finding in findings)


def _is_better(after: Counter[str], before: Counter[str]) -> bool:
    """Fewer findings, and of no rule more."""
    return after.total() < before.total() and after <= before
