"""Findings for code hosts and build servers."""

import json
import xml.etree.ElementTree as ET

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.reports.as_github import as_github
from kehoach_cli.reports.as_json import AsJson
from kehoach_cli.reports.as_junit import AsJunit
from kehoach_cli.reports.as_sarif import AsSarif
from kehoach_cli.reports.collected import Collected
from kehoach_cli.source.text import read_source
from tests.reports.whole import whole

TEXT = "Mẫu: a\r\nloi_dan: '{{ tog:,%\x85 }}'\nnoi_dung: |\n  a , b\n"
Files = list[tuple[str, list[Diagnostic]]]
NAME = "kế hoạch, 2014:1.yaml"


def findings(text: str = TEXT, name: str = NAME) -> list[Diagnostic]:
    wanted = ("KH010", "KH024", "KH028", "KH501")
    found = check(read_plan(read_source(name, text.encode("utf-8"))))
    return [item for item in found if item.rule.id in wanted]


def test_sarif_names_the_rules_and_points_at_their_indexes() -> None:
    data = json.loads(whole(AsSarif(), [(NAME, findings())]))
    (run,) = data["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert data["version"] == "2.1.0"
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}


def test_sarif_gives_the_file_as_an_address_and_the_place() -> None:
    result = json.loads(whole(AsSarif(), [(NAME, findings())]))["runs"][0]["results"][-1]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "k%E1%BA%BF%20ho%E1%BA%A1ch%2C%202014%3A1.yaml"
    assert place["region"] == {"startLine": 4, "startColumn": 4, "endLine": 4, "endColumn": 5}


def test_github_gets_a_command_a_finding_with_its_signs_escaped() -> None:
    lines = as_github(findings()).split("\n")
    assert [line.split(" ")[0] for line in lines] == [
        *("::warning", "::notice", "::error", "::warning"),
    ]
    assert "file=kế hoạch%2C 2014%3A1.yaml,line=4,endLine=4,col=4,endColumn=4," in lines[-1]
    assert "%25" in lines[2]
    assert as_github([]) == ""


def test_github_gets_no_columns_of_a_stretch_over_lines() -> None:
    (finding,) = [item for item in findings() if item.rule.id == "KH501"]
    long = finding.but(span=finding.span._replace(start=0))
    assert ",col=" not in as_github([long])
    assert "line=1,endLine=4" in as_github([long])


def test_junit_has_a_case_a_file_that_fails_by_errors_alone() -> None:
    good = findings("loi_dan: a , b\n", "b.yaml")
    text = whole(AsJunit(), [(NAME, findings()), ("b.yaml", good), ("c.yaml", [])])
    suite = ET.fromstring(text)  # noqa: S314
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")
    cases = {case.get("name"): [child.tag for child in case] for case in suite}
    assert cases == {NAME: ["failure", "system-out"], "b.yaml": ["system-out"], "c.yaml": []}


@pytest.mark.parametrize("sign", ["\x85", "\u202e", "<", "&", '"', "]]>"])
def test_junit_is_xml_whatever_was_typed(sign: str) -> None:
    found = findings(f"loi_dan: '{{{{ a{sign}b }}}}'\n", f"a{sign}.yaml")
    assert found
    text = whole(AsJunit(), [(found[0].span.source.name, found)])
    assert ET.fromstring(text).tag == "testsuite"  # noqa: S314


def test_junit_has_one_case_for_a_file_that_several_plans_use() -> None:
    shared = findings("loi_dan: a , b\n", "kehoach.yaml")
    text = whole(AsJunit(), [(NAME, shared), ("b.yaml", shared)])
    names = [case.get("name") for case in ET.fromstring(text)]  # noqa: S314
    assert names == [NAME, "b.yaml", "kehoach.yaml"]


@pytest.mark.parametrize("report", [AsJson, AsSarif])
@pytest.mark.parametrize("files", [[], [(NAME, findings()), ("b\u2028.yaml", findings())]])
def test_a_report_in_pieces_is_laid_out_as_one(report: type[Collected], files: Files) -> None:
    text = whole(report(), files)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2)
