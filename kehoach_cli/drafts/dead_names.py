"""`{{ }}` that name what the next plan has no more: a finished project, a cleared figure."""

from kehoach_cli.drafts.moved import BLANK
from kehoach_cli.drafts.papers import Papers
from kehoach_cli.plan.resolve import resolve
from kehoach_cli.source.edit import Edit
from kehoach_cli.source.text import Source, Span

_NO_SUCH_NAME = "KH025"


def without_dead_names(papers: Papers) -> Papers:
    """The papers as they are by now, with a blank for each `{{ }}` that used to name something."""
    known = {span.text for span in _dead(papers)}
    after = papers.again()
    after.edit(_blanked(span) for span in _dead(after) if span.text not in known)
    return after


def _dead(papers: Papers) -> list[Span]:
    """The `{{ }}` of a plan, as it was read, that name nothing."""
    plan = papers.reading.plan
    if plan is None:
        return []
    faults = resolve(plan, papers.reading.unit)
    spans = [fault.span for fault in faults if fault.rule == _NO_SUCH_NAME]
    return [span for span in spans if span.exact and span.text.startswith("{{")]


def _blanked(span: Span) -> tuple[Source, Edit]:
    return span.source, Edit(span.start, span.end, BLANK)
