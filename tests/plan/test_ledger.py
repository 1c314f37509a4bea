"""Sums over the projects: what counts, and how a sum is named."""

import pytest

from kehoach_cli.plan.ledger import Ledger, group_keys, total
from kehoach_cli.plan.paths import BadPathError, MoneyPath
from tests.conftest import ReadPlan

PLAN = """
nguon_von: {tinh: Vốn tỉnh, tw: Vốn trung ương}
phan_nhom:
  nhom: {ha_tang: Hạ tầng, rong: Không dự án nào}
du_an:
- {ten: A, nhom: ha_tang, tinh_trang: moi, von: {2014: {tinh: 10, tw: 5}, 2015: {tinh: 1}}}
- {ten: B, nhom: ung_dung, tinh_trang: moi, von: {2014: {tinh: 20}}}
- {ten: C, nhom: ha_tang, kinh_phi: {nhu_cau: {2014: 7}}}
"""


@pytest.mark.parametrize(
    ("terms", "names", "amount"),
    [
        ("", "A B C", 36),
        ("2014", "A B", 35),
        ("nam_2015", "A", 1),
        ("2016", "", 0),
        ("tinh", "A B", 31),
        ("2014.tinh", "A B", 30),
        ("tinh.2014", "A B", 30),
        ("ha_tang", "A C", 16),
        ("ha_tang.2014.tw", "A", 5),
        ("moi", "A B", 36),
        ("moi.ung_dung", "B", 20),
        ("nhu_cau", "C", 7),
        ("nhu_cau.2014", "C", 7),
        ("rong", "", 0),
    ],
)
def test_terms_in_any_order_choose_projects_and_their_money(
    plan: ReadPlan, terms: str, names: str, amount: int
) -> None:
    found = plan(PLAN).plan
    assert found
    ledger = Ledger(found)
    chosen = ledger.select(filter(None, terms.split(".")))
    items = ledger.items(chosen)
    assert " ".join(str(item.ten) for item in items) == names
    assert total(items, chosen.path) == ledger.total(chosen) == amount


def test_a_term_that_names_nothing_is_refused_with_what_could_stand_there(plan: ReadPlan) -> None:
    found = plan(PLAN).plan
    assert found
    with pytest.raises(BadPathError) as refusal:
        Ledger(found).select(["tihn"])
    assert (refusal.value.rule, refusal.value.near) == ("KH025", "tinh")
    assert refusal.value.known == (
        *("tinh", "tw", "nhu_cau"),
        *("ha_tang", "rong", "ung_dung", "moi"),
    )


def test_groups_stand_in_declared_order_then_as_used(plan: ReadPlan) -> None:
    found = plan(PLAN).plan
    assert found
    assert group_keys(found, "nhom") == ["ha_tang", "rong", "ung_dung"]
    assert group_keys(found, "tinh_trang") == ["moi"]


@pytest.mark.parametrize(
    ("project", "amount"),
    [
        ("{tong_kinh_phi: 9}", 9),
        ("{tong_kinh_phi: 9, hang_con: [{tong_kinh_phi: 4}, {tong_kinh_phi: 5}]}", 9),
        ("{hang_con: [{tong_kinh_phi: 4}, {tong_kinh_phi: 5}]}", 9),
        ("{tong_kinh_phi: 9, hang_con: [{tong_kinh_phi: 4, tinh_vao_tong: có}]}", 13),
        ("{hang_con: [{tong_kinh_phi: 4}, {tong_kinh_phi: 5, tinh_vao_tong: không}]}", 4),
        ("{tong_kinh_phi: 9, tinh_vao_tong: không}", 0),
        ("{tong_kinh_phi: 9, tinh_vao_tong: không, hang_con: [{tong_kinh_phi: 4}]}", 0),
        ("{hang_con: [{hang_con: [{tong_kinh_phi: 4}]}, {tong_kinh_phi: 5}]}", 9),
        ("{hang_con: [{tong_kinh_phi: 6, hang_con: [{tong_kinh_phi: 4}]}]}", 6),
        ("{tong_kinh_phi: 9, hang_con: [{hang_con: [{tong_kinh_phi: 4}]}]}", 9),
        (
            "{tong_kinh_phi: 9, hang_con: [{tinh_vao_tong: có, hang_con: [{tong_kinh_phi: 4}]}]}",
            13,
        ),
        ("{hang_con: [{ten: A}]}", 0),
        ("{ten: A}", 0),
    ],
)
def test_parts_count_where_their_project_names_no_money_of_its_own(
    plan: ReadPlan, project: str, amount: int
) -> None:
    found = plan(f"du_an: [{project}]").plan
    assert found
    assert found.du_an
    assert total(found.du_an, MoneyPath()) == amount


def test_the_given_total_of_a_project_wins_over_its_split(plan: ReadPlan) -> None:
    found = plan("du_an: [{ten: A, tong_kinh_phi: 9, von: {2014: 4}}]").plan
    assert found
    assert found.du_an
    assert total(found.du_an, MoneyPath()) == 9
    assert total(found.du_an, MoneyPath(time="2014")) == 4
    assert total(found.du_an, MoneyPath("nhu_cau")) == 0
