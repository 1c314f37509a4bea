"""Sections and appendices: what stands in them and in which order."""

from kehoach_cli.vietnamese.dates import PartialDate
from tests.conftest import ReadPlan
from tests.places import places


def test_things_in_a_section_stand_in_typed_order(plan: ReadPlan) -> None:
    found = plan(
        """
        noi_dung:
        - muc: A
          bang: {ten: Bảng một}
          doan_van: [B, {bang: {ten: Bảng hai}}, {chen: can_cu}, C]
          chen: can_cu
        """
    ).plan
    assert found
    assert found.noi_dung
    body = found.noi_dung[0].body()
    assert [(item.doan_van, item.bang and item.bang.ten, bool(item.chen)) for item in body] == [
        (None, "Bảng một", False),
        ("B", None, False),
        (None, "Bảng hai", False),
        (None, None, True),
        ("C", None, False),
        (None, None, True),
    ]


def test_things_stand_before_and_behind_the_sub_sections_as_typed(plan: ReadPlan) -> None:
    found = plan("noi_dung: [{muc: A, chen: can_cu, muc_con: [B], doan_van: C, hinh: d.png}]").plan
    assert found
    assert found.noi_dung
    section = found.noi_dung[0]
    assert [bool(item.chen) for item in section.body()] == [True]
    assert [item.doan_van for item in section.tail()] == ["C", None]


def test_a_section_may_be_a_bare_text(plan: ReadPlan) -> None:
    found = plan("noi_dung: [A, {muc: B, muc_con: [C]}]").plan
    assert found
    assert found.noi_dung
    first, second = found.noi_dung
    assert (first.muc, [item.doan_van for item in first.body()]) == (None, ["A"])
    assert second.muc_con
    assert second.muc_con[0].muc is None


def test_a_register_can_be_inserted_by_its_name_only(plan: ReadPlan) -> None:
    reading = plan("noi_dung: [{muc: A, chen: du_an}, {muc: B, chen: [can_cu]}]")
    assert places(reading.faults) == ["KH012 1:27-32", "KH011 1:50-58"]


def test_a_level_that_cannot_be_read_is_named(plan: ReadPlan) -> None:
    reading = plan("noi_dung: [{muc: A, danh_so_con: 7}]")
    assert places(reading.faults) == ["KH013 1:34-35"]


def test_empty_cells_of_a_row_stay(plan: ReadPlan) -> None:
    reading = plan("phu_luc: [{ten: P, bang: {hang: [[a, '', ~, b], {nhom: N}]}}]")
    assert reading.plan
    assert reading.plan.phu_luc
    assert reading.plan.phu_luc[0].bang
    rows = reading.plan.phu_luc[0].bang.hang or []
    assert [(row.o, row.nhom) for row in rows] == [(["a", "", "", "b"], None), (None, "N")]
    assert reading.faults == []


def test_a_basis_is_typed_whole_or_by_its_parts(plan: ReadPlan) -> None:
    found = plan(
        """
        can_cu:
        - Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ;
        - {so_ky_hieu: 64/2007/NĐ-CP, ngay_ban_hanh: 10/4/2007, co_quan: Chính phủ}
        """
    ).plan
    assert found
    assert found.can_cu
    for can_cu in found.can_cu:
        parts = can_cu.citation
        assert (parts.so_ky_hieu, parts.co_quan) == ("64/2007/NĐ-CP", "Chính phủ")
        assert parts.ngay == PartialDate(2007, 4, 10)
