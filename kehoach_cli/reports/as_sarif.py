"""Findings as SARIF 2.1.0, which code hosts and editors read."""

import json
import os
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from kehoach_cli import __version__
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Rule, Severity
from kehoach_cli.reports.collected import Collected, indented

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class AsSarif(Collected):
    """One run, with the rules that were broken. Columns count code points."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.index: dict[str, int] = {}

    def items(self, file: str, findings: Sequence[Diagnostic]) -> Iterator[str]:  # noqa: ARG002
        """The results of a file."""
        for finding in findings:
            self.rules.setdefault(finding.rule.id, finding.rule)
            index = self.index.setdefault(finding.rule.id, len(self.index))
            yield indented(_result(finding, index), 8)

    def around(self) -> tuple[str, str]:
        """The tool and its rules, with room for the results; then the ends of all brackets."""
        rules = [_rule(rule) for rule in self.rules.values()]
        driver = {"name": "kehoach", "version": __version__, "rules": rules}
        run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": []}
        schema = "https://json.schemastore.org/sarif-2.1.0.json"
        data = {"$schema": schema, "version": "2.1.0", "runs": [run]}
        before, empty, behind = json.dumps(data, ensure_ascii=False, indent=2).rpartition("[]")
        if not self.rules:
            return before + empty, behind
        return f"{before}[\n", f"\n      ]{behind}"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.fix}. {rule.clause}".strip()},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(finding: Diagnostic, index: int) -> dict[str, Any]:
    first, last = finding.span.first, finding.span.last
    region = {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }
    uri = quote(os.fsencode(finding.span.source.name.replace("\\", "/")))
    place = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.message}; {finding.fix}"},
        "locations": [{"physicalLocation": place}],
    }
