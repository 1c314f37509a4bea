"""Targets: figures as typed, and figures worked out from their parts."""

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.plan.expressions import evaluate
from kehoach_cli.plan.named_values import Names
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.targets import ChiTieu
from tests.conftest import ReadPlan
from tests.document.as_text import document, paragraphs, rows, tables
from tests.places import places

PLAN = """
chi_tieu:
- {ma: may-chu, ten: Máy chủ, tu_so: 47 máy, mau_so: 20 đơn vị,
   gia_tri: {2014: {tu_so: 51, mau_so: 20},
     nam_2015: {tu_so: 60 máy chủ, mau_so: 20, gia_tri: "3,0"}}}
- {ma: lua, ten: Tường lửa, hien_trang: {tu_so: 14 sở, mau_so: 22 sở}, thoi_diem: 12/2013,
   gia_tri: {2014: trên 80%}}
- {ma: xa, ten: Xã có mạng, don_vi_tinh: xã, hien_trang: 65, gia_tri: {2014: 120}}
- {ma: la, ten: Lao động, don_vi_tinh: người/hộ, tu_so: 5, mau_so: 2}
- {ma: gan, ten: Gần đúng, don_vi_tinh: "%", tu_so: 14, mau_so: 22, hien_trang: khoảng 64%}
- {ma: trong, ten: Trống}
"""


def of(plan: ReadPlan, expression: str) -> str:
    reading = plan(PLAN)
    assert reading.plan
    return evaluate(expression, Names(reading.plan, reading.unit))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("may_chu.ty_le", "2,35 máy/đơn vị"),
        ("may_chu.hien_trang", "2,35 máy/đơn vị"),
        ("may_chu.ty_le | so", "2,35"),
        ("may_chu.ty_le | phan_tram", "235%"),
        ("may_chu.ty_le | hoa", "2,35 MÁY/ĐƠN VỊ"),
        ("may_chu.tu_so", "47 máy"),
        ("may_chu.mau_so", "20 đơn vị"),
        ("may_chu.2014", "2,55 máy/đơn vị"),
        ("may_chu.nam_2014.ty_le", "2,55 máy/đơn vị"),
        ("may_chu.2014.tu_so", "51"),
        ("may_chu.2015", "3,0"),
        ("may_chu.2015.ty_le", "3 máy chủ/đơn vị"),
        ("may_chu.ten", "Máy chủ"),
        ("may_chu.thoi_diem", ""),
        ("lua.ty_le", "63,64%"),
        ("lua.2014", "trên 80%"),
        ("xa.hien_trang", "65 xã"),
        ("xa.2014", "120 xã"),
        ("xa.don_vi_tinh", "xã"),
        ("la.hien_trang", "2,5 người/hộ"),
        ("gan.hien_trang", "khoảng 64%"),
        ("gan.ty_le", "63,64%"),
    ],
)
def test_a_ratio_is_worked_out_from_its_parts(plan: ReadPlan, name: str, shown: str) -> None:
    assert of(plan, f"chi_tieu.{name}") == shown


@pytest.mark.parametrize(
    ("name", "rule", "near"),
    [
        ("may_chi.ty_le", "KH025", "may_chu"),
        ("may_chu.ty_l", "KH025", "ty_le"),
        ("may_chu.don_vi_tin", "KH025", "don_vi_tinh"),
        ("may_chu.2016", "KH025", "2014"),
        ("may_chu.2014.tu_soo", "KH025", "tu_so"),
        ("may_chu.ten.ma", "KH025", ""),
        ("xa.ty_le", "KH025", ""),
        ("trong.hien_trang", "KH025", ""),
        ("may_chu", "KH025", ""),
        ("may_chu.ty_le | tien", "KH026", ""),
        ("may_chu.ty_le | bang_chu", "KH026", ""),
        ('may_chu.ty_le | phan_tram("1")', "KH026", ""),
        ("may_chu.ten | phan_tram", "KH026", ""),
    ],
)
def test_a_name_that_is_none_offers_the_nearest(
    plan: ReadPlan, name: str, rule: str, near: str
) -> None:
    with pytest.raises(BadPathError) as error:
        of(plan, f"chi_tieu.{name}")
    assert (error.value.rule, error.value.near) == (rule, near)


def test_targets_alone_are_no_value(plan: ReadPlan) -> None:
    with pytest.raises(BadPathError) as error:
        of(plan, "chi_tieu")
    assert tuple(error.value.known)[:2] == ("chi_tieu.may_chu", "chi_tieu.lua")


def test_figures_with_parts_print_in_tables_and_in_sentences() -> None:
    made = document(
        PLAN
        + """
noi_dung:
- muc: M
  chen: chi_tieu
  bang:
    nguon: chi_tieu
    chon: [may-chu, lua, xa, la, trong]
    cot: [{gia_tri: ten}, {gia_tri: don_vi_tinh}, {gia_tri: tu_so}, {gia_tri: mau_so},
          {gia_tri: hien_trang}, {ten: "2014", gia_tri: gia_tri.2014}]
"""
    )
    told = [line.partition(" ")[2] for line in paragraphs(made) if "gach_dau_dong" in line]
    assert told[:4] == [
        "Máy chủ: hiện trạng 2,35 máy/đơn vị; năm 2014 đạt 2,55 máy/đơn vị; năm 2015 đạt 3,0.",
        "Tường lửa: hiện trạng 63,64% (tính đến 12/2013); năm 2014 đạt trên 80%.",
        "Xã có mạng: hiện trạng 65 xã; năm 2014 đạt 120 xã.",
        "Lao động: hiện trạng 2,5 người/hộ.",
    ]
    table = tables(made)[0]
    assert rows(table._replace(rows=table.rows[:-1])) == [
        "Chỉ tiêu|Đơn vị tính|Tử số của hiện trạng|Mẫu số của hiện trạng|Hiện trạng|2014",
        "Máy chủ|máy/đơn vị|47 máy|20 đơn vị|2,35|2,55",
        "Tường lửa|%|14 sở|22 sở|63,64|trên 80%",
        "Xã có mạng|xã|||65|120",
        "Lao động|người/hộ|5|2|2,5|",
    ]


def test_without_a_column_of_units_a_ratio_says_its_own_and_a_year_heads_its_column() -> None:
    columns = "cot: [{gia_tri: ten}, {gia_tri: hien_trang}, {gia_tri: gia_tri.2014}]"
    bang = f"{{nguon: chi_tieu, chon: [may-chu, xa], {columns}}}"
    (table,) = tables(document(f"{PLAN}\nnoi_dung: [{{muc: M, bang: {bang}}}]"))
    assert rows(table._replace(rows=table.rows[:-1])) == [
        *("Chỉ tiêu|Hiện trạng|Năm 2014", "Máy chủ|2,35 máy/đơn vị|2,55 máy/đơn vị"),
    ]


def test_a_figure_of_another_unit_than_the_column_says_it() -> None:
    columns = "cot: [{gia_tri: don_vi_tinh}, {gia_tri: hien_trang}, {gia_tri: gia_tri.2014}]"
    figures = "{ten: A, tu_so: 4 máy, mau_so: 2 xã, gia_tri: {2014: {tu_so: 9 trạm, mau_so: 2 xã}}}"
    bang = f"{{nguon: chi_tieu, {columns}}}"
    (table,) = tables(document(f"chi_tieu: [{figures}, B]\nnoi_dung: [{{muc: M, bang: {bang}}}]"))
    assert rows(table._replace(rows=table.rows[:-1]))[1] == "máy/xã|2|4,5 trạm/xã"


def found(plan: ReadPlan, target: str) -> list[Diagnostic]:
    reading = plan(f"chi_tieu:\n- ten: A\n  {target}\n")
    return [item for item in check(reading) if item.rule.id not in ("KH030", "KH031")]


@pytest.mark.parametrize(
    ("target", "faults"),
    [
        ("tu_so: 14", ["KH043 2:3-9"]),
        ("hien_trang: {mau_so: 22}", ["KH043 3:15-27"]),
        ("gia_tri: {2014: {tu_so: 1, mau_so: 0}}", ["KH043 3:38-39"]),
        ("tu_so: 0\n  mau_so: 5", []),
        ("gia_tri: {2014: {tu_so: trên 5, mau_so: 7}}", ["KH013 3:27-33"]),
        ("hien_trang: {tu_so: 1, mau_so: 8, gia_tri: 12%}", ["KH044 3:46-49"]),
        ("hien_trang: {tu_so: 1, mau_so: 8, gia_tri: 13%}", []),
        ("hien_trang: 12%\n  tu_so: 1\n  mau_so: 8", ["KH044 3:15-18"]),
        ("hien_trang: {x: 1}", ["KH011 3:15-21"]),
    ],
)
def test_figures_that_cannot_be_divided_or_do_not_fit_are_told_where_they_stand(
    plan: ReadPlan, target: str, faults: list[str]
) -> None:
    assert places(found(plan, target)) == faults


def test_a_figure_that_does_not_fit_prints_what_was_divided(plan: ReadPlan) -> None:
    reading = plan("chi_tieu: [{ten: A, hien_trang: {tu_so: 1, mau_so: 8, gia_tri: 99%}}]")
    assert reading.plan
    target = (reading.plan.chi_tieu or [])[0]
    assert isinstance(target, ChiTieu)
    assert target.hien_trang
    assert target.told(target.hien_trang) == "12,5%"
