"""Findings as JSON, in a shape that programs may rely on."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity


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


def as_json(findings: Sequence[Diagnostic], files: Sequence[str]) -> str:
    """The findings and their counts."""
    counts = Counter(finding.severity for finding in findings)
    summary = {kind.value: counts[kind] for kind in Severity}
    data = {"findings": [record(f) for f in findings], "summary": {"files": len(files), **summary}}
    return json.dumps(data, ensure_ascii=False, indent=2)
