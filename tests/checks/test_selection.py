"""Which findings are told, and how severely."""

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.rule import Severity
from kehoach_cli.checks.selection import Selection
from tests.conftest import ReadPlan
from tests.places import rules

TEXT = "Mẫu: a\nloi_dan: a , b\nphien_ban: '{{ tog }}'\r\nvan_ban: {trich_yeu: a}\n"


@pytest.mark.parametrize(
    ("chosen", "some", "none"),
    [
        (Selection(), {"KH010", "KH501", "KH028", "KH031"}, set()),
        (Selection(select=("KH5",)), {"KH501", "KH013"}, {"KH010", "KH028"}),
        (Selection(select=("KH5", "KH010")), {"KH501", "KH010"}, {"KH028"}),
        (Selection(ignore=("KH0",)), {"KH501", "KH013"}, {"KH010", "KH028"}),
        (Selection(least=Severity.WARNING), {"KH501", "KH010"}, {"KH028"}),
        (Selection(least=Severity.ERROR), {"KH013"}, {"KH501", "KH010", "KH031"}),
        (Selection(least=Severity.ERROR, on_issue=True), {"KH013", "KH031"}, {"KH501"}),
    ],
)
def test_findings_are_chosen_by_rule_and_severity(
    plan: ReadPlan, chosen: Selection, some: set[str], none: set[str]
) -> None:
    found = set(rules(chosen.of(check(plan(TEXT)))))
    assert some <= found
    assert not none & found
