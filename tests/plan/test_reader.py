"""A whole file: its unit, its version, its codes, the profile behind it."""

from textwrap import dedent

import pytest

from kehoach_cli.plan.reader import Reading, read_plan, read_profile
from kehoach_cli.source.text import read_source
from kehoach_cli.vietnamese.units import MoneyUnit
from tests.conftest import ReadPlan
from tests.places import places, rules


def with_profile(text: str, profile: str) -> Reading:
    """The reading of a plan with a unit's profile behind it."""
    kept, faults = read_profile(read_source("kehoach.yaml", dedent(profile).encode()))
    assert faults == []
    return read_plan(read_source("a.yaml", dedent(text).encode()), kept)


@pytest.mark.parametrize("text", ["- a\n- b\n", "Kế hoạch\n", '"a"\n', "[]\n", "---\n"])
def test_what_is_no_group_of_keys_is_no_plan(plan: ReadPlan, text: str) -> None:
    reading = plan(text)
    assert reading.plan is None
    assert rules(reading.faults) == ["KH017"]
    assert reading.faults[0].span.start <= 4


def test_a_file_that_cannot_be_composed_is_no_plan(plan: ReadPlan) -> None:
    reading = plan("a: [\n")
    assert (reading.plan, rules(reading.faults)) == (None, ["KH000"])


@pytest.mark.parametrize("text", ["{}", "mau: a", "van_ban:"])
def test_a_plan_may_lack_everything(plan: ReadPlan, text: str) -> None:
    reading = plan(text)
    assert reading.plan is not None
    assert (reading.faults, reading.unit) == ([], MoneyUnit.TRIEU_DONG)


def test_the_unit_of_the_plan_holds_for_amounts_above_it(plan: ReadPlan) -> None:
    reading = plan(
        """
        du_an: [{ten: A, tong_kinh_phi: 5 tỷ đồng}]
        van_ban: {don_vi_tien: tỷ đồng}
        """
    )
    assert (reading.unit, reading.faults) == (MoneyUnit.TY_DONG, [])


@pytest.mark.parametrize(
    "text", ["van_ban: {Đơn vị tiền: tỷ đồng}", "Văn bản: {don_vi_tien: tỷ đồng}"]
)
def test_the_unit_is_found_under_a_misspelt_key_too(plan: ReadPlan, text: str) -> None:
    assert plan(text).unit == MoneyUnit.TY_DONG


def test_a_unit_that_cannot_be_read_is_told_once_where_it_stands(plan: ReadPlan) -> None:
    reading = plan("van_ban: {don_vi_tien: USD}")
    assert (reading.unit, rules(reading.faults)) == (MoneyUnit.TRIEU_DONG, ["KH013"])


@pytest.mark.parametrize("version", ["2", "-1", "1.000"])
def test_a_version_of_the_format_that_is_not_known_is_refused(plan: ReadPlan, version: str) -> None:
    reading = plan(f"mau: a\nkhoa_la: b\nphien_ban: {version}\n")
    assert reading.plan is None
    assert places(reading.faults) == [f"KH019 3:12-{12 + len(version)}"]
    got = version.replace(".", "")
    assert reading.faults[0].facts == {"got": got, "oldest": "0", "known": "1"}


def test_an_older_version_is_read_and_told(plan: ReadPlan) -> None:
    assert plan("phien_ban: 1").faults == []
    reading = plan("mau: a\nPhiên bản: 0\n")
    assert reading.plan
    assert reading.plan.mau == "a"
    assert places(reading.faults) == ["KH049 2:12-13", "KH010 2:1-10"]


def test_a_version_that_is_no_number_is_told_where_it_stands(plan: ReadPlan) -> None:
    for text in ("một", "1,5", "[1]"):
        reading = plan(f"mau: a\nphien_ban: {text}\n")
        assert reading.plan
        assert [fault.rule for fault in reading.faults] in (["KH013"], ["KH011"])


def test_a_profile_has_a_version_too() -> None:
    profile, faults = read_profile(read_source("kehoach.yaml", b"phien_ban: 7\n"))
    assert (profile, rules(faults)) == (None, ["KH019"])
    profile, faults = read_profile(read_source("kehoach.yaml", b"phien_ban: 0\n"))
    assert profile
    assert rules(faults) == ["KH049"]


def test_a_code_may_be_used_once_in_each_register(plan: ReadPlan) -> None:
    reading = plan(
        """
        du_an:
        - {ma: a, ten: A}
        - {ten: B}
        - {ma: a, ten: C}
        chi_tieu: [{ma: a, ten: D}]
        phu_luc: [{ma: p, ten: P}, {ma: p, ten: Q, bang: {ma: a}}]
        noi_dung: [{muc: M, ma: a, muc_con: [{muc: N, ma: a}], bang: {ma: a}}]
        """
    )
    assert places(reading.faults) == [
        *["KH018 5:8-9", "KH018 7:33-34", "KH018 8:51-52", "KH018 7:55-56"],
    ]
    assert reading.faults[0].facts == {"code": "a", "line": "3"}


def test_the_profile_gives_what_the_plan_leaves_out() -> None:
    reading = with_profile(
        "van_ban: {trich_yeu: Kế hoạch}",
        """
        van_ban: {co_quan_ban_hanh: Sở Tài chính, don_vi_tien: tỷ đồng}
        nguon_von: {tinh: Vốn tỉnh}
        phan_nhom: {nhom: {a: A}}
        """,
    )
    plan = reading.plan
    assert plan
    assert plan.van_ban
    assert (plan.van_ban.trich_yeu, plan.van_ban.co_quan_ban_hanh) == ("Kế hoạch", "Sở Tài chính")
    assert (plan.nguon_von, plan.phan_nhom) == ({"tinh": "Vốn tỉnh"}, {"nhom": {"a": "A"}})
    assert reading.unit is MoneyUnit.TY_DONG


def test_the_plan_wins_over_the_profile() -> None:
    reading = with_profile(
        """
        van_ban: {co_quan_ban_hanh: Sở Nội vụ, don_vi_tien: đồng}
        nguon_von: {tw: Vốn trung ương}
        """,
        """
        van_ban: {co_quan_ban_hanh: Sở Tài chính, don_vi_tien: tỷ đồng}
        nguon_von: {tinh: Vốn tỉnh}
        """,
    )
    assert reading.plan
    assert reading.plan.van_ban
    assert reading.plan.van_ban.co_quan_ban_hanh == "Sở Nội vụ"
    assert reading.plan.nguon_von == {"tw": "Vốn trung ương"}
    assert reading.unit is MoneyUnit.DONG


def test_the_profile_alone_may_give_the_head_of_the_document() -> None:
    reading = with_profile("mau: a", "van_ban: {dia_danh: Tiền Giang}")
    assert reading.plan
    assert reading.plan.van_ban
    assert reading.plan.van_ban.dia_danh == "Tiền Giang"
    assert reading.plan.van_ban.span("dia_danh").source.name == "kehoach.yaml"


def test_an_empty_profile_gives_nothing() -> None:
    reading = with_profile("van_ban: {trich_yeu: A}", "phien_ban: 1")
    assert reading.plan
    assert reading.plan.van_ban
    assert reading.plan.van_ban.dia_danh is None


def test_a_profile_holds_nothing_that_changes_from_plan_to_plan() -> None:
    _, faults = read_profile(read_source("kehoach.yaml", b"noi_dung: [a]\n"))
    assert rules(faults) == ["KH009"]


def test_a_profile_that_is_no_profile_is_told() -> None:
    profile, faults = read_profile(read_source("kehoach.yaml", b"- a\n"))
    assert (profile, rules(faults)) == (None, ["KH017"])
