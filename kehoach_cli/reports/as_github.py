"""Findings as annotations of GitHub Actions: `::error file=…,line=…::message`."""

from collections.abc import Sequence

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.reports.shown import shown

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(findings: Sequence[Diagnostic]) -> str:
    """One command a finding. The end column is inclusive there."""
    return "\n".join(_line(finding) for finding in findings)


def _line(finding: Diagnostic) -> str:
    first, last = finding.span.first, finding.span.last
    facts = {
        "file": finding.span.source.name,
        "line": first.line,
        "endLine": last.line,
        "col": first.column,
        "endColumn": max(last.column - 1, 1),
        "title": f"{finding.rule.id} {finding.rule.title}",
    }
    if last.line != first.line:  # columns of a stretch over several lines are refused there
        del facts["col"], facts["endColumn"]
    given = ",".join(f"{key}={_property(str(value))}" for key, value in facts.items())
    return f"::{_COMMAND[finding.severity]} {given}::{_data(f'{finding.message}; {finding.fix}')}"


def _data(text: str) -> str:
    return "%0A".join(map(shown, text.replace("%", "%25").split("\n")))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
