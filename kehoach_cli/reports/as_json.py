"""Findings as JSON, in a shape that programs may rely on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.reports.collected import Collected, flat, indented


def record(finding: Diagnostic) -> dict[str, Any]:
    """One finding. Lines and columns count from 1; the end is exclusive."""
    first, last = finding.span.first, finding.span.last
    return {
        "rule": finding.rule.id,
        "severity": finding.severity.value,
        "file": finding.span.source.name,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
        "message": finding.message,
        "clause": finding.rule.clause,
        "fix": finding.fix,
    }


class AsJson(Collected):
    """The findings and their counts."""

    def __init__(self) -> None:
        self.counts: Counter[Severity] = Counter()
        self.files = 0

    def items(self, file: str, findings: Sequence[Diagnostic]) -> Iterator[str]:  # noqa: ARG002
        """The records of a file's findings."""
        self.files += 1
        for finding in findings:
            self.counts[finding.severity] += 1
            yield flat(record(finding), 4)

    def around(self) -> tuple[str, str]:
        """The brackets of the list, and the counts."""
        counts = {kind.value: self.counts[kind] for kind in Severity}
        summary = indented({"files": self.files, **counts}, 2).lstrip()
        start, end = ("[\n", "\n  ]") if self.counts else ("[", "]")
        return f'{{\n  "findings": {start}', f'{end},\n  "summary": {summary}\n}}'
