"""Money split by years and by sources apart: sums of a year and a source lack it."""

import pytest

from kehoach_cli.plan.resolve import resolve
from tests.conftest import ReadPlan
from tests.places import places

SOURCES = "nguon_von: {tw: TW, dp: ĐP}\n"
BOTH = "{ten: A, nhom: g, von: {2026: 5, 2027: 2, tw: 4, dp: 3}}"


def told(plan: ReadPlan, projects: str, rest: str) -> list[str]:
    """The places and names of what is told."""
    reading = plan(f"{SOURCES}du_an: [{projects}]\n{rest}")
    assert reading.plan
    found = [x for x in resolve(reading.plan, reading.unit) if x.rule == "KH058"]
    return [
        f"{place[6:]} {fault.facts['names']}"
        for place, fault in zip(places(found), found, strict=True)
    ]


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("tong.2026.tw", ["3:13-31 “A”"]),
        ("so_du_an.g.tw.2027", ["3:13-37 “A”"]),
        ("tong.2026", []),
        ("tong.tw", []),
        ("tong.2030.tw", []),
        ("tong.h.2026.tw", []),
        ("so_nhom", []),
    ],
)
def test_a_text_that_asks_for_both_is_told(
    plan: ReadPlan, expression: str, found: list[str]
) -> None:
    text = f"noi_dung: ['{{{{ {expression} }}}}']\n"
    assert told(plan, f"{BOTH}, {{ten: B, nhom: h, von: {{2026: {{tw: 1}}}}}}", text) == found


@pytest.mark.parametrize(
    "project",
    [
        "{ten: A, von: {2026: {tw: 5}, tw: 5}}",
        "{ten: A, von: {2026: {dp: 5}, tw: 4}}",
        "{ten: A, von: {2026: 5, 2027: {tw: 4}}}",
        "{ten: A, von: {tw: 4}}",
        "{ten: A, tong_kinh_phi: 4}",
    ],
)
def test_money_whose_source_of_the_year_is_plain_is_not_told(plan: ReadPlan, project: str) -> None:
    assert told(plan, project, "noi_dung: ['{{ tong.2026.tw }}']\n") == []


@pytest.mark.parametrize(
    ("bang", "found"),
    [
        ("cot: [{gia_tri: von.2026.tw}]", ["3:44-55 “A”"]),
        ("cot: [{gia_tri: von.2026}, {gia_tri: von.tw}]", []),
        ("cot: [{gia_tri: [von.2026.tw, von.tw]}]", []),
        ("chi_tinh: [2026, dp], cot: [{gia_tri: ten}]", ["3:38-48 “A”"]),
        ("chi_tinh: [2026, la], cot: [{gia_tri: ten}]", []),
        ("nguon: chi_tieu, cot: [{gia_tri: ten}]", []),
        ("cot: [{gia_tri: von.2026.tw}], hang: [['1']]", []),
    ],
)
def test_a_table_that_asks_for_both_is_told(plan: ReadPlan, bang: str, found: list[str]) -> None:
    assert told(plan, BOTH, f"noi_dung: [{{muc: M, bang: {{{bang}}}}}]\n") == found


def test_three_projects_are_named_of_many(plan: ReadPlan) -> None:
    many = ", ".join(BOTH for _ in range(4))
    (found,) = told(plan, many, "noi_dung: ['{{ tong.2026.tw }}']\n")
    assert found.endswith("“A”, “A”, “A”, …")
