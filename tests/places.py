"""Findings in a form that a test can show whole."""

from collections.abc import Iterable

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.text import Span


def places(found: Iterable[Fault | Diagnostic]) -> list[str]:
    """ "KH009 2:3-7": rule, line, first column, column after the last ("3:1" on another line)."""
    return [f"{_rule(item)} {place(item.span)}" for item in found]


def rules(found: Iterable[Fault | Diagnostic]) -> list[str]:
    """The ids of the rules, in the order found."""
    return [_rule(item) for item in found]


def place(span: Span) -> str:
    """ "2:3-7"."""
    first, last = span.first, span.last
    end = str(last.column) if last.line == first.line else f"{last.line}:{last.column}"
    return f"{first.line}:{first.column}-{end}"


def _rule(item: Fault | Diagnostic) -> str:
    return item.rule if isinstance(item, Fault) else item.rule.id
