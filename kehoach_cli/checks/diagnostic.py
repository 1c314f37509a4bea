"""A finding: a rule met at a place."""

from kehoach_cli.checks.rule import Rule, Severity
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values


class Diagnostic(Values):
    """What is wrong, where, and what to do, in words.

    `severity`: the rule's, or what the user set. `repair`: what to write in place of the span,
    None where a person must decide.
    """

    rule: Rule
    span: Span
    message: str
    fix: str
    severity: Severity
    repair: str | None = None

    @property
    def order(self) -> tuple[str, int, str]:
        """Findings stand in order of place."""
        return (self.span.source.name, self.span.start, self.rule.id)
