"""Money told apart in the text."""

from decimal import Decimal

import pytest

from kehoach_cli.plan.chen import Chen
from kehoach_cli.plan.expressions import evaluate
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.named_values import Names
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.resolve import resolve
from kehoach_cli.plan.shares import shares
from tests.conftest import ReadPlan
from tests.places import places

REGISTER = """
nguon_von: {tinh: Vốn tỉnh, khac: Vốn khác, tw: Vốn TW}
phan_nhom: {nhom: {ung_dung: Ứng dụng, ha_tang: Hạ tầng}, tinh_trang: {moi: Dự án mới}}
du_an:
- {ten: A, nhom: ha_tang, von: {2016: {tinh: 24.000, tw: 100}, 2017: {tw: "12,5"}}}
- {ten: B, nhom: ung_dung, tinh_trang: moi, von: {2016: {tinh: 744}},
   hang_con: [{ten: B1, von: {2016: {tinh: 6}}, tinh_vao_tong: có}]}
- {ten: C, nhom: ha_tang, kinh_phi: {nhu_cau: {2016-2020: 9, 2018: 1}}}
"""


def written(plan: ReadPlan, chen: str) -> tuple[Chen, Plan]:
    found = plan(f"{REGISTER}noi_dung: [{{chen: {{nguon: kinh_phi, {chen}}}}}]").plan
    assert found is not None
    read = (found.noi_dung or [])[0].chen
    assert read is not None
    return read, found


def told(plan: ReadPlan, chen: str) -> list[str]:
    return [f"{share.label} {share.amount}" for share in shares(*written(plan, chen))]


@pytest.mark.parametrize(
    ("chen", "expected"),
    [
        ("", ["Vốn tỉnh 24750", "Vốn TW 112.5"]),
        ("theo: nguồn, chi_tinh: 2017", ["Vốn TW 12.5"]),
        ("theo: nguồn, chi_tinh: [tinh, ung_dung]", ["Vốn tỉnh 750"]),
        ("theo: nguồn, chon: [tw, khac, tinh]", ["Vốn TW 112.5", "Vốn tỉnh 24750"]),
        ("theo: nguồn, chi_tinh: tinh, chon: [tw, tinh]", ["Vốn tỉnh 24750"]),
        ("theo: năm, chi_tinh: 2016, chon: [2016, 2017]", ["Năm 2016 24850"]),
        ("theo: năm", ["Năm 2016 24850", "Năm 2017 12.5"]),
        ("theo: năm, chon: nam_2017", ["Năm 2017 12.5"]),
        ("theo: năm, chi_tinh: nhu_cau", ["Giai đoạn 2016 - 2020 9"]),
        ("theo: năm, chi_tinh: [nhu_cau, 2018]", ["Năm 2018 1"]),
        ("theo: nhóm", ["Ứng dụng 750", "Hạ tầng 24112.5"]),
        ("theo: tình trạng", ["Dự án mới 750"]),
    ],
)
def test_money_is_told_apart_by_source_year_or_group(
    plan: ReadPlan, chen: str, expected: list[str]
) -> None:
    assert told(plan, chen) == expected


@pytest.mark.parametrize("by", ["nguồn", "năm", "nhóm"])
@pytest.mark.parametrize("terms", [[], ["2016"], ["ha_tang"], ["tw"]])
def test_the_shares_come_to_the_sum_that_a_text_names(
    plan: ReadPlan, by: str, terms: list[str]
) -> None:
    chen, found = written(plan, f"theo: {by}, chi_tinh: [{', '.join(terms)}]")
    unit = plan(REGISTER).unit
    whole = sum((share.amount for share in shares(chen, found)), Decimal(0))
    printed = evaluate(".".join(("tong", *terms)), Names(found, unit))
    assert whole == Decimal(printed.replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("chen", "name"),
    [("chon: [tinh, x]", "x"), ("chi_tinh: [2016, y]", "y"), ("theo: năm, chon: 2031", "2031")],
)
def test_what_names_nothing_is_told(plan: ReadPlan, chen: str, name: str) -> None:
    with pytest.raises(BadPathError) as caught:
        shares(*written(plan, chen))
    assert caught.value.name == name


@pytest.mark.parametrize(
    ("chen", "rule"),
    [
        ("chon: x", "KH025 2:43-44"),
        ("chi_tinh: [y]", "KH025 2:47-50"),
        ("chi_tinh: 2031", "KH035 2:19-52"),
        ("theo: năm", ""),
    ],
)
def test_it_is_a_finding_at_its_place(plan: ReadPlan, chen: str, rule: str) -> None:
    register = "du_an: [{ten: A, von: {2016: 5}}]"
    reading = plan(f"{register}\nnoi_dung: [{{chen: {{nguon: kinh_phi, {chen}}}}}]")
    assert reading.plan is not None
    assert places(resolve(reading.plan, reading.unit)) == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("chen", "told"),
    [
        ("theo: nguồn", ["KH064 7 nguồn"]),
        ("theo: nhóm", ["KH064 4 nhóm"]),
        ("theo: năm", []),
        ("theo: nguồn, chon: tw", []),
        ("theo: nguồn, chi_tinh: tw", []),
        ("theo: nhóm, chi_tinh: ha_tang", []),
    ],
)
def test_what_no_line_says_is_told(plan: ReadPlan, chen: str, told: list[str]) -> None:
    register = """
        nguon_von: {tw: TW}
        du_an: [{ten: A, nhom: ha_tang, von: {2016: 7}}, {ten: B, von: {2016: {tw: 4}}}]
    """
    reading = plan(f"{register}\n        noi_dung: [{{chen: {{nguon: kinh_phi, {chen}}}}}]")
    assert reading.plan is not None
    found = resolve(reading.plan, reading.unit)
    assert [" ".join([f.rule, f.facts["rest"], f.facts["by"]]) for f in found] == told
