"""Which findings are told, and how severely: what the user chose."""

from collections.abc import Iterable

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.values import Values

_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Selection(Values):
    """`select`, `ignore`: ids or their beginnings ("KH4"); no `select` means all rules.

    `least`: milder findings are left out. `on_issue`: what a draft may still lack is an error.
    What nothing can be put on paper with is always told.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    least: Severity = Severity.INFO
    on_issue: bool = False

    def of(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings chosen, as severe as chosen."""
        weighed = [self._weighed(finding) for finding in findings]
        return [finding for finding in weighed if finding.rule.blocks or self._wants(finding)]

    def _weighed(self, finding: Diagnostic) -> Diagnostic:
        if self.on_issue and finding.rule.on_issue:
            return finding.but(severity=Severity.ERROR)
        return finding

    def _wants(self, finding: Diagnostic) -> bool:
        rule = finding.rule.id
        chosen = not self.select or rule.startswith(self.select)
        return (
            chosen
            and not (self.ignore and rule.startswith(self.ignore))
            and _RANK[finding.severity] >= _RANK[self.least]
        )
