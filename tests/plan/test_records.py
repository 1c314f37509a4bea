"""Keys: known, nearly known, unknown; and what a record remembers."""

import unicodedata

import pytest

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import fields_of, likely, walk
from kehoach_cli.plan.van_ban import NoiNhan, VanBan
from tests.conftest import ReadPlan
from tests.places import places, rules

NFD = unicodedata.normalize("NFD", "trích yếu")


@pytest.mark.parametrize(
    "typed",
    ["Trích yếu", "trích_yếu", "TRICH YEU", "trich-yeu", "trich_yeuu", "trihc_yeu", "trichyeu"],
)
def test_a_key_with_marks_spaces_capitals_or_a_slip_is_understood(
    plan: ReadPlan, typed: str
) -> None:
    reading = plan(f"van_ban:\n  {typed}: Kế hoạch\n")
    assert reading.plan
    assert reading.plan.van_ban
    assert reading.plan.van_ban.trich_yeu == "Kế hoạch"
    assert places(reading.faults) == [f"KH010 2:3-{3 + len(typed)}"]
    assert reading.faults[0].facts == {"key": typed, "right": "trich_yeu"}


@pytest.mark.parametrize("typed", [NFD, "đia_danh", "\u00d0ịa danh"])
def test_a_key_in_other_letters_that_look_alike_is_understood(plan: ReadPlan, typed: str) -> None:
    reading = plan(f"van_ban: {{{typed}: Tiền Giang}}\n")
    assert "KH010" in rules(reading.faults)
    assert "KH009" not in rules(reading.faults)


def test_an_unknown_key_is_listed_with_the_known_ones(plan: ReadPlan) -> None:
    reading = plan("van_ban:\n  trang_bia: có\n")
    assert places(reading.faults) == ["KH009 2:3-12"]
    assert reading.faults[0].facts["key"] == "trang_bia"
    assert "trich_yeu" in reading.faults[0].facts["known"]


def test_a_second_spelling_of_a_key_that_is_there_is_refused(plan: ReadPlan) -> None:
    reading = plan("van_ban:\n  trich_yeu: a\n  Trích yếu: b\n")
    assert reading.plan
    assert reading.plan.van_ban
    assert reading.plan.van_ban.trich_yeu == "a"
    assert places(reading.faults) == ["KH009 3:3-12"]


def test_two_wrong_spellings_of_one_key_are_a_repeated_key(plan: ReadPlan) -> None:
    reading = plan("van_ban:\n  Trích yếu: a\n  TRÍCH YẾU: b\n")
    assert set(rules(reading.faults)) & {"KH007", "KH009"}


def test_merge_keys_are_refused(plan: ReadPlan) -> None:
    reading = plan("x: &x {trich_yeu: K}\nvan_ban:\n  <<: *x\n")
    assert places(reading.faults) == ["KH009 1:1-2", "KH014 3:3-5"]


def test_a_misspelt_key_knows_its_place_like_any_other(plan: ReadPlan) -> None:
    reading = plan("van_ban:\n  Địa danh: X\n")
    assert reading.plan
    assert reading.plan.van_ban
    assert reading.plan.van_ban.span("dia_danh").first.line == 2


def test_an_absent_field_is_shown_by_its_record(plan: ReadPlan) -> None:
    reading = plan("mau: a\nvan_ban:\n  dia_danh: X\n")
    assert reading.plan
    assert reading.plan.van_ban
    assert reading.plan.van_ban.span("trich_yeu").first.line == 3


def test_a_record_that_came_from_no_file_has_no_place() -> None:
    with pytest.raises(LookupError, match="VanBan"):
        VanBan().span()


def test_fields_are_declared_with_a_vietnamese_label_and_their_key() -> None:
    fields = fields_of(VanBan)
    assert fields["so_van_ban"].label == "Số văn bản"
    assert all(key == field.key and field.label for key, field in fields.items())


@pytest.mark.parametrize(
    ("word", "found"),
    [("duan", "du_an"), ("phu_lucc", "phu_luc"), ("xyz", None), ("", None), ("quyet_dih", None)],
)
def test_a_name_is_likely_when_it_is_few_slips_away(word: str, found: str | None) -> None:
    assert likely(word, ("du_an", "phu_luc", "noi_dung")) == found


def test_every_record_inside_a_plan_is_walked(plan: ReadPlan) -> None:
    reading = plan(
        """
        van_ban: {noi_nhan: [A, B]}
        can_cu: [C]
        du_an: [{ten: D, hang_con: [{ten: E}]}]
        phan_nhom: {nhom: {a: A}}
        """
    )
    assert reading.plan
    names = [type(record).__name__ for record in walk(reading.plan)]
    assert names == ["Plan", "VanBan", "NoiNhan", "NoiNhan", "CanCu", "DuAn", "DuAn"]


def test_what_is_made_in_a_program_is_walked_too() -> None:
    made = Plan(van_ban=VanBan(noi_nhan=[NoiNhan(ten="A")]))
    assert len(list(walk(made))) == 3


def test_a_record_with_other_values_keeps_the_rest_and_its_places(plan: ReadPlan) -> None:
    read = plan("van_ban: {co_quan_ban_hanh: Sở A, ten_loai: Kế hoạch}").plan
    assert read
    assert read.van_ban
    typed = read.van_ban
    other = typed.changed(co_quan_ban_hanh="Sở B")
    assert (other.co_quan_ban_hanh, other.ten_loai) == ("Sở B", "Kế hoạch")
    assert (other.node, other.at) == (typed.node, typed.at)
    assert typed.co_quan_ban_hanh == "Sở A"


@pytest.mark.parametrize(("value", "name"), [("b.yaml", "b.yaml"), ("[b]", "kem_tep")])
def test_a_file_beside_other_keys_is_refused_with_the_way_to_write_it(
    plan: ReadPlan, value: str, name: str
) -> None:
    (fault,) = plan(f"noi_dung:\n- muc: A\n  kem_tep: {value}\n").faults
    assert (fault.rule, fault.facts["name"]) == ("KH036", name)
    assert "đứng một mình" in fault.facts["reason"]
