"""The rules as a table."""

from kehoach_cli.checks.catalogue import markdown_table
from kehoach_cli.checks.rules import RULES


def test_every_rule_has_its_line() -> None:
    lines = markdown_table(RULES).split("\n")
    assert [line.split(" | ")[0] for line in lines[2:]] == [f"| {rule.id}" for rule in RULES]
    assert all(line.count("|") == 5 for line in lines)


def test_a_rule_without_a_clause_has_a_dash() -> None:
    (rule,) = (rule for rule in RULES if rule.id == "KH005")
    assert markdown_table([rule]).endswith("| KH005 | lỗi | Tệp trống | – |")
