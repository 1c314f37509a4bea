"""The rules as a table, for README; from the declarations alone."""

from collections.abc import Iterable

from kehoach_cli.checks.rule import Rule


def markdown_table(rules: Iterable[Rule]) -> str:
    """One line a rule: id, severity, what it finds, clause."""
    lines = ["| Mã | Mức | Phát hiện | Căn cứ |", "|---|---|---|---|"]
    for rule in rules:
        clause = rule.clause or "–"
        lines.append(f"| {rule.id} | {rule.severity.label} | {rule.title} | {clause} |")
    return "\n".join(lines)
