"""Findings as JSON: the shape is a promise to programs."""

import json

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.reports.as_json import AsJson
from kehoach_cli.reports.collected import flat, indented
from tests.conftest import ReadPlan
from tests.reports.whole import whole


def as_json(found: list[Diagnostic]) -> str:
    return whole(AsJson(), [("a.yaml", found)])


def test_a_finding_has_exactly_these_fields(plan: ReadPlan) -> None:
    found = check(plan("van_ban:\n  trang_bia: có\nnoi_dung: [A]\n"))
    data = json.loads(as_json([item for item in found if item.rule.id == "KH009"]))
    (finding,) = data["findings"]
    assert finding.pop("message")
    assert finding.pop("fix")
    assert finding == {
        "rule": "KH009",
        "severity": "error",
        "file": "ke-hoach.yaml",
        "line": 2,
        "column": 3,
        "end_line": 2,
        "end_column": 12,
        "clause": "",
    }


def test_a_flat_record_is_written_as_any_other() -> None:
    data: dict[str, str | int] = {"a": 1, "b": 'dòng 1\n{"x": 2},\tdấu', "c": "\u202e\x07"}
    assert flat(data, 4) == indented(data, 4)


def test_the_summary_counts_every_severity(plan: ReadPlan) -> None:
    found = check(plan("van_ban: {Trích yếu: A}\nnoi_dung: [A]\n"))
    data = json.loads(whole(AsJson(), [("a.yaml", found), *[("b.yaml", [])] * 3]))
    assert list(data) == ["findings", "summary"]
    assert data["summary"] == {"files": 4, "error": 3, "warning": 3, "info": 0}


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(as_json([])) == {
        "findings": [],
        "summary": {"files": 1, "error": 0, "warning": 0, "info": 0},
    }


def test_vietnamese_letters_stand_as_they_are(plan: ReadPlan) -> None:
    text = as_json(check(plan("- a\n")))
    assert "Tệp phải gồm" in text
    assert "\\u" not in text


def test_a_clause_of_law_is_given_where_a_rule_has_one(plan: ReadPlan) -> None:
    data = json.loads(as_json(check(plan("phien_ban: 1\n"))))
    assert {item["clause"] for item in data["findings"]} == {"Nghị định 30/2020/NĐ-CP, Điều 8"}
