"""Findings as SARIF 2.1.0, which code hosts and editors read."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from kehoach_cli import __version__
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Rule, Severity

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(findings: Sequence[Diagnostic]) -> str:
    """One run, with the rules that were broken. Columns count code points."""
    rules = {finding.rule.id: finding.rule for finding in findings}
    index = {rule_id: number for number, rule_id in enumerate(rules)}
    driver = {
        "name": "kehoach",
        "version": __version__,
        "rules": [_rule(rule) for rule in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.rule.id]) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    data = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=2)


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
    uri = quote(finding.span.source.name.replace("\\", "/"))
    place = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.message}; {finding.fix}"},
        "locations": [{"physicalLocation": place}],
    }
