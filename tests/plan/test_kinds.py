"""Values: the field decides the type, whatever YAML thinks of the letters."""

from decimal import Decimal

import pytest

from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.dates import PartialDate
from tests.conftest import ReadPlan
from tests.places import places, rules


def van_ban(plan: ReadPlan, field: str) -> tuple[VanBan, list[str]]:
    reading = plan(f"van_ban:\n  {field}\n")
    assert reading.plan
    assert reading.plan.van_ban
    return reading.plan.van_ban, places(reading.faults)


def du_an(plan: ReadPlan, field: str) -> tuple[DuAn, list[str]]:
    reading = plan(f"nguon_von: {{tinh: T, tw: W}}\ndu_an:\n- {field}\n")
    assert reading.plan
    assert reading.plan.du_an
    return reading.plan.du_an[0], places(reading.faults)


@pytest.mark.parametrize("empty", ["", " ~", " null", " Null", " NULL", ' ""', " '  '"])
def test_an_empty_value_is_no_value_and_no_fault(plan: ReadPlan, empty: str) -> None:
    found, faults = van_ban(plan, f"trich_yeu:{empty}")
    assert (found.trich_yeu, faults) == (None, [])


@pytest.mark.parametrize("typed", ["2014", "no", "yes", "12:30", "1e3", "031", "'~'"])
def test_a_text_is_what_was_typed(plan: ReadPlan, typed: str) -> None:
    found, faults = van_ban(plan, f"trich_yeu: {typed}")
    assert (found.trich_yeu, faults) == (typed.strip("'"), [])


@pytest.mark.parametrize(
    "text",
    [
        "van_ban: Kế hoạch",
        "van_ban: [a]",
        "can_cu: {a: b}",
        "noi_dung: {a: b}",
        "noi_dung: [[a]]",
        "nguon_von: [a]",
        "nguon_von: {a: [b]}",
        "du_an: [a]",
        "du_an: [{von: 5}]",
        "du_an: [{von: {2014: [5]}}]",
        "du_an: [{von: {2014: {tinh: {a: 5}}}}]",
        "du_an: [{tong_kinh_phi: [5]}]",
        "van_ban: {trich_yeu: [a]}",
        "van_ban: {ngay_ban_hanh: {ngay: 1}}",
        "van_ban: {do_khan: [a]}",
        "van_ban: {nguoi_ky: {quyen: [a]}}",
        "phu_luc: [{bang: {hang: [a]}}]",
        "phu_luc: [{bang: {hang: [[a, [b]]]}}]",
        "phu_luc: [{bang: {chon: {a: b}}}]",
    ],
)
def test_another_shape_than_wanted_is_one_finding(plan: ReadPlan, text: str) -> None:
    reading = plan(text)
    assert rules(reading.faults) == ["KH011"]
    facts = reading.faults[0].facts
    assert facts["label"]
    assert facts["wanted"]
    assert facts["got"] != facts["wanted"]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("26.162", "26162"),
        ("26162", "26162"),
        ("42,54", "42.54"),
        ("0", "0"),
        ("'2,5'", "2.5"),
        ("-5", "-5"),
        ("3.900 triệu đồng", "3900"),
    ],
)
def test_money_is_read_exactly_in_the_plans_unit(plan: ReadPlan, typed: str, amount: str) -> None:
    found, faults = du_an(plan, f"tong_kinh_phi: {typed}")
    assert (found.tong_kinh_phi, faults) == (Decimal(amount), [])


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("3,9 tỷ đồng", "3900"),
        ("13.770.785.000 đồng", "13770.785"),
        ("500 nghìn đồng", "0.5"),
    ],
)
def test_money_in_another_unit_is_converted_and_told(
    plan: ReadPlan, typed: str, amount: str
) -> None:
    found, faults = du_an(plan, f"tong_kinh_phi: {typed}")
    assert (found.tong_kinh_phi, faults) == (Decimal(amount), [f"KH016 3:18-{18 + len(typed)}"])


@pytest.mark.parametrize(
    "typed", ["8,000", "3.5", "1 000", "2,,5", "nhiều", "5 USD", "1.23.456", "1e3", "0x1F"]
)
def test_money_with_two_readings_or_none_is_refused(plan: ReadPlan, typed: str) -> None:
    found, faults = du_an(plan, f"tong_kinh_phi: {typed}")
    assert (found.tong_kinh_phi, faults) == (None, [f"KH015 3:18-{18 + len(typed)}"])


@pytest.mark.parametrize("dash", ["'-'", "–", '"-"'])
def test_a_dash_for_no_money_is_no_fault(plan: ReadPlan, dash: str) -> None:
    found, faults = du_an(plan, f"tong_kinh_phi: {dash}")
    assert (found.tong_kinh_phi, faults) == (None, [])


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("01/11/2013", PartialDate(2013, 11, 1)),
        ("2013-11-01", PartialDate(2013, 11, 1)),
        ("tháng 10 năm 2016", PartialDate(2016, 10)),
    ],
)
def test_dates_are_read_as_officials_write_them(
    plan: ReadPlan, typed: str, date: PartialDate
) -> None:
    found, faults = van_ban(plan, f"ngay_ban_hanh: {typed}")
    assert (found.ngay_ban_hanh, faults) == (date, [])


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("ngay_ban_hanh: 31/02/2014", "KH013 2:18-28"),
        ("ngay_ban_hanh: hôm qua", "KH013 2:18-25"),
        ("thoi_ky: Thường xuyên", "KH013 2:12-24"),
        ("thoi_ky: 2020-2016", "KH013 2:12-21"),
        ("don_vi_tien: USD", "KH013 2:16-19"),
        ("danh_so: I/?/a)", "KH013 2:12-18"),
        ("so_van_ban: 172/KH-UBND", "KH013 2:15-26"),
        ("so_van_ban: số 5", "KH013 2:15-19"),
        ("do_khan: vừa", "KH012 2:12-15"),
        ("nguoi_ky: {quyen: tạm}", "KH012 2:21-24"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_and_left_empty(
    plan: ReadPlan, field: str, place: str
) -> None:
    found, faults = van_ban(plan, field)
    assert faults == [place]
    assert getattr(found, field.partition(":")[0], None) is None or "nguoi_ky" in field


@pytest.mark.parametrize("typed", ["²", "٣", "①"])
def test_a_document_number_is_made_of_ordinary_digits(plan: ReadPlan, typed: str) -> None:
    assert van_ban(plan, f"so_van_ban: {typed}")[1]


@pytest.mark.parametrize("typed", ["hỏa tốc", "Hỏa Tốc", "hoa_toc", "HOA TOC"])
def test_a_choice_is_known_in_any_spelling(plan: ReadPlan, typed: str) -> None:
    assert van_ban(plan, f"do_khan: {typed}")[0].do_khan == "hoa_toc"


def test_a_slip_in_a_choice_names_the_nearest(plan: ReadPlan) -> None:
    facts = plan("van_ban: {do_khan: hỏa tôcc}").faults[0].facts
    assert facts["near"] == "hoa_toc"
    assert facts["known"] == "hoa_toc, thuong_khan, khan"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("có", True), ("Có", True), ("x", True), ("true", True), ("không", False), ("no", False)],
)
def test_yes_and_no_are_vietnamese(plan: ReadPlan, typed: str, value: bool) -> None:
    assert du_an(plan, f"tinh_vao_tong: {typed}")[0].tinh_vao_tong is value


def test_one_value_may_stand_without_the_list(plan: ReadPlan) -> None:
    found, faults = van_ban(plan, "kem_theo: phu_luc")
    assert (found.kem_theo, faults) == (["phu_luc"], [])
    assert van_ban(plan, "kem_theo:")[0].kem_theo is None


def test_a_lone_value_of_the_wrong_shape_is_no_value(plan: ReadPlan) -> None:
    found, faults = van_ban(plan, "kem_theo: {a: b}")
    assert (found.kem_theo, [fault[:5] for fault in faults]) == (None, ["KH011"])


def test_empty_items_of_a_list_are_left_out(plan: ReadPlan) -> None:
    found, faults = van_ban(plan, "noi_nhan: [A, '', ~, B]")
    assert ([item.ten for item in found.noi_nhan or ()], faults) == (["A", "B"], [])


def test_a_recipient_is_a_text_or_has_a_role(plan: ReadPlan) -> None:
    found, _ = van_ban(plan, "noi_nhan: [A, {ten: B, vai_tro: để báo cáo}]")
    assert [(item.ten, item.vai_tro) for item in found.noi_nhan or ()] == [
        ("A", None),
        ("B", "để báo cáo"),
    ]


def test_a_decimal_split_in_braces_is_told_and_not_taken_for_a_source(plan: ReadPlan) -> None:
    found, faults = du_an(plan, "von: {tinh: 2,5}")
    assert faults == ["KH022 3:17-18"]
    assert found.von is not None
    assert found.von.get() == Decimal(2)


@pytest.mark.parametrize("number", ["1,5", "x", "9999999999999", "1.5"])
def test_a_whole_number_is_whole_and_not_huge(plan: ReadPlan, number: str) -> None:
    assert rules(plan(f"phien_ban: {number}").faults) == ["KH013"]


@pytest.mark.parametrize("field", ["co_chu: 500", "co_chu: -3", "cot: [{ten: A, rong: -5}]"])
def test_a_size_that_no_page_can_hold_is_refused(plan: ReadPlan, field: str) -> None:
    assert plan(f"phu_luc: [{{ten: A, bang: {{{field}}}}}]").faults
