"""Sums printed elsewhere: read with their terms and places, never printed."""

import pytest

from kehoach_cli.plan.expressions import evaluate, stated_values
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.named_values import Names
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.reader import DEFAULT_UNIT
from kehoach_cli.plan.resolve import resolve
from kehoach_cli.vietnamese.numbers import format_decimal
from tests.conftest import ReadPlan
from tests.places import place, places

TEXT = """
nguon_von: {dt: Vốn đầu tư}
du_an:
- {ten: A, nhom: ht, chu_tri: Sở A, von: {2016: {dt: 5}}, kinh_phi: {nhu_cau: {2016: 6}}}
- {ten: B, hang_con: [{ten: C, tong_ghi: {2016: 3}}]}
"""


def plan_of(read: ReadPlan, text: str) -> Plan:
    found = read(text).plan
    assert isinstance(found, Plan)
    return found


@pytest.mark.parametrize(
    ("typed", "sums"),
    [
        ("3.900", [((), "3.900")]),
        ("3 tỷ đồng", [((), "3.000")]),
        ("{tong: 9, 2016: 5}", [((), "9"), (("2016",), "5")]),
        ("{2016: {dt: 5, tong: 6}}", [(("2016", "dt"), "5"), (("2016",), "6")]),
        ("{nhu_cau: {2016: {dt: 5}}}", [(("nhu_cau", "2016", "dt"), "5")]),
        ('{2016: "-"}', []),
    ],
)
def test_a_stated_sum_is_an_amount_by_any_terms(
    plan: ReadPlan, typed: str, sums: list[tuple[tuple[str, ...], str]]
) -> None:
    found = plan_of(plan, f"du_an: [{{ten: A, tong_ghi: {typed}}}]").du_an or []
    assert [(item.terms, format_decimal(item.amount)) for item in found[0].tong_ghi or ()] == sums


def test_a_stated_sum_knows_its_place(plan: ReadPlan) -> None:
    found = plan_of(plan, "du_an:\n- ten: A\n  tong_ghi: {2016: 1.450}")
    (stated,) = (found.du_an or [])[0].tong_ghi or []
    assert place(stated.span) == "3:20-25"


@pytest.mark.parametrize("typed", ["[1]", "{2016: [1]}"])
def test_a_list_is_no_stated_sum(plan: ReadPlan, typed: str) -> None:
    faults = plan(f"du_an: [{{ten: A, tong_ghi: {typed}}}]").faults
    assert [fault.rule for fault in faults] == ["KH011"]


@pytest.mark.parametrize("key", ["dt", "2016", "nhu_cau", "tong"])
def test_terms_of_a_project_name_its_money(plan: ReadPlan, key: str) -> None:
    text = TEXT.replace("chu_tri: Sở A", f"tong_ghi: {{{key}: 5}}")
    assert resolve(plan_of(plan, text), DEFAULT_UNIT) == []


def test_terms_that_name_nothing_are_faults(plan: ReadPlan) -> None:
    text = TEXT.replace("{2016: 3}", "{ht: 3}").replace("chu_tri: Sở A", "tong_ghi: {la: 1}")
    found = resolve(plan_of(plan, text), DEFAULT_UNIT)
    assert places(found) == ["KH025 4:37-38", "KH025 5:47-48"]


def test_of_a_table_terms_may_name_its_own_groups(plan: ReadPlan) -> None:
    table = (
        "phu_luc: [{ten: P, bang: {nhom_theo: chu_tri, cot: [{gia_tri: ten}],"
        " tong_ghi: {Sở A: 5, ht: {2016: 5}, Sở B: 6}}}]\n"
    )
    text = TEXT.replace("- {ten: B,", "- {ten: B, chu_tri: Sở A,") + table
    found = resolve(plan_of(plan, text), DEFAULT_UNIT)
    assert [(fault.rule, fault.facts["name"]) for fault in found] == [("KH025", "Sở B")]


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ('tong.2016 | ghi("6") | tien', 6, 5),
        ('tong | ghi("1 tỷ đồng") | ghi("5")', 1000, 5),
        ('so_du_an | ghi("03")', 3, 2),
        ("tong | tien", None, None),
    ],
)
def test_an_expression_may_state_a_figure(
    plan: ReadPlan, text: str, stated: int | None, computed: int | None
) -> None:
    found = plan_of(plan, TEXT)
    values = list(stated_values(text, Names(found, DEFAULT_UNIT)))
    figures = [(int(value.stated), int(value.computed)) for value in values[:1]]
    assert figures == ([(stated, computed)] if stated else [])


@pytest.mark.parametrize("text", ['tong | ghi("a")', "tong | ghi", 'muc.m | ghi("1")'])
def test_only_a_figure_is_stated_and_only_of_a_figure(plan: ReadPlan, text: str) -> None:
    found = plan_of(plan, TEXT + "noi_dung: [{muc: M, ma: m}]")
    with pytest.raises(BadPathError) as caught:
        evaluate(text, Names(found, DEFAULT_UNIT))
    assert caught.value.rule == "KH026"


def test_a_stated_figure_is_not_printed(plan: ReadPlan) -> None:
    names = Names(plan_of(plan, TEXT), DEFAULT_UNIT)
    assert evaluate('tong | ghi("6") | tien', names) == "5 triệu đồng"
