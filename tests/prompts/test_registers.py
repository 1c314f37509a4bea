"""Rows of registers asked for one after another."""

import pytest

from kehoach_cli.errors import KehoachError
from kehoach_cli.prompts.registers import Rows
from tests.prompts.asking import BACK, SKIP, STOP, Reply, ScriptedAsker, Table
from tests.prompts.test_questions import BODY, HEAD

PLAN = HEAD.replace("  so_van_ban", "  thoi_ky: 2027\n  so_van_ban") + BODY + (
    "nguon_von: {tw: Ngân sách trung ương, tinh: Ngân sách tỉnh}\n"
    "phan_nhom: {nhom: {ha_tang: Hạ tầng}}\n"
    "du_an:\n"
    "  - {ten: Mạng LAN, von: {2027: {tinh: 10}}}\n"
)  # fmt: skip
PERCENT = '"%"'


def rows(name: str, replies: list[Reply], text: str = PLAN) -> tuple[Table, ScriptedAsker, Rows]:
    table, asker = Table(text), ScriptedAsker(replies)
    found = Rows(table.filling, asker, name)
    found.run()
    return table, asker, found


@pytest.mark.parametrize("name", ["du_an", "chi_tieu", "can_cu", "noi_nhan"])
def test_a_row_is_asked_for_without_words_that_only_the_file_needs(name: str) -> None:
    _, asker, _ = rows(name, ["Tên", *([SKIP] * 9)])
    said = " ".join(question.help for question in asker.questions)
    assert not any(word in said for word in ("mã", "theo nguồn", "tử số", "danh sách"))


def test_a_project_is_asked_for_with_money_of_each_source_of_the_year() -> None:
    table, asker, found = rows(
        "du_an", ["Kho dữ liệu", "ha_tang", "Sở Nội vụ", "2027", "1.000", SKIP, SKIP]
    )
    assert asker.asked == [
        "du_an[2].ten", "du_an[2].nhom", "du_an[2].chu_tri", "du_an[2].thoi_gian",
        "du_an[2].von.2027.tw", "du_an[2].von.2027.tinh", "du_an[3].ten",
    ]  # fmt: skip
    assert asker.questions[4].label == "Vốn năm 2027: Ngân sách trung ương (triệu đồng)"
    assert asker.told == [
        "  Đã có 2 dự án, cộng 1.010 triệu đồng (một tỷ không trăm mười triệu đồng)."
    ]
    assert table.text == PLAN + (
        "  - ten: Kho dữ liệu\n    nhom: ha_tang\n    chu_tri: Sở Nội vụ\n    thoi_gian: 2027\n"
        "    von:\n      2027:\n        tw: 1.000\n"
    )
    assert found.added == 1


def test_of_several_years_the_money_of_each_is_asked_for() -> None:
    text = PLAN.replace("thoi_ky: 2027", "thoi_ky: 2027-2028")
    _, asker, _ = rows("du_an", ["A", SKIP, SKIP, SKIP, "5", "6", STOP], text)
    assert asker.asked[4:6] == ["du_an[2].von.2027", "du_an[2].von.2028"]


def test_without_years_the_total_is_asked_for() -> None:
    text = PLAN.replace("  thoi_ky: 2027\n", "")
    table, asker, _ = rows("du_an", ["A", SKIP, SKIP, SKIP, "5", STOP], text)
    assert asker.asked[4] == "du_an[2].tong_kinh_phi"
    assert "tong_kinh_phi: 5" in table.text


def test_within_a_row_one_can_go_back() -> None:
    table, asker, _ = rows("du_an", ["Sai", BACK, "Đúng", SKIP, SKIP, SKIP, SKIP, SKIP, STOP])
    assert asker.questions[2].default == "Sai"
    assert "ten: Đúng" in table.text


def test_going_back_from_a_new_row_opens_the_last_one_again() -> None:
    table, asker, found = rows("chi_tieu", ["A", SKIP, SKIP, "80%", BACK, "90%", STOP])
    assert asker.questions[5].id == asker.questions[3].id
    assert asker.questions[5].default == "80%"
    assert "90%" in table.text
    assert "80%" not in table.text
    assert found.added == 1


def test_going_back_from_the_first_question_of_an_open_row_drops_it() -> None:
    answers: list[Reply] = ["A", SKIP, SKIP, "80%", BACK, BACK, BACK, BACK, BACK, STOP]
    table, asker, found = rows("chi_tieu", answers)
    assert asker.told[-1] == "Đã bỏ dòng ấy."
    assert table.text == PLAN
    assert found.added == 0


def test_before_the_first_row_there_is_nothing_to_go_back_to() -> None:
    table, asker, _ = rows("chi_tieu", [BACK, STOP])
    assert asker.told == ["Đây là câu đầu tiên."]
    assert table.text == PLAN


def test_stopping_within_a_row_keeps_what_was_answered() -> None:
    table, _, _ = rows("chi_tieu", ["A", STOP])
    assert "chi_tieu:\n  - ten: A\n" in table.text


def test_an_answer_that_does_not_fit_is_told_at_once_and_the_row_goes_on() -> None:
    table, asker, _ = rows("du_an", ["A", "ha_tang", SKIP, "2027-2026", "2027", SKIP, SKIP, STOP])
    assert asker.told[0].startswith("  ✗ ")
    assert asker.asked[3:5] == ["du_an[2].thoi_gian"] * 2
    assert "thoi_gian: 2027\n" in table.text


def test_groups_are_offered_by_name_and_written_by_code() -> None:
    text = PLAN.replace(
        "phan_nhom: {nhom: {ha_tang: Hạ tầng}}",
        "phan_nhom: {nhom: {ha_tang: Hạ tầng}, tinh_trang: {moi: Dự án mới}}",
    )
    table, asker, _ = rows(
        "du_an", ["A", "Hạ tầng", "Dự án mới", SKIP, SKIP, SKIP, SKIP, STOP], text
    )
    assert asker.questions[1].options == ("Hạ tầng",)
    assert "    nhom: ha_tang\n    tinh_trang: moi\n" in table.text


def test_a_group_is_chosen_by_its_name_or_its_code() -> None:
    _, asker, _ = rows("du_an", ["Cổng", SKIP, STOP])
    question = next(item for item in asker.questions if item.id.endswith(".nhom"))
    assert question.read("500").wrong == "chọn một trong: Hạ tầng"
    assert not any(question.read(answer).wrong for answer in ("Hạ tầng", "ha_tang"))


def test_targets_have_a_value_for_each_year() -> None:
    table, _, _ = rows("chi_tieu", ["Hồ sơ trực tuyến", "%", "65%", "80%", STOP])
    assert table.text == PLAN.replace(
        "du_an:\n",
        "chi_tieu:\n  - ten: Hồ sơ trực tuyến\n    don_vi_tinh: PERCENT\n    hien_trang: 65%\n"
        "    gia_tri:\n      2027: 80%\ndu_an:\n",
    ).replace("PERCENT", PERCENT)


def test_of_a_target_that_is_counted_no_share_can_be_said() -> None:
    _, asker, _ = rows("chi_tieu", ["Tổ công nghệ số", "tổ", "65", SKIP, STOP])
    now = next(question for question in asker.questions if "hien_trang" in question.id)
    assert now.label == "Hiện trạng (tổ)"
    assert "đếm bằng tổ" in now.read("80%").wrong
    assert not now.read("80").wrong


@pytest.mark.parametrize(
    ("name", "answer", "typed"),
    [
        ("can_cu", "nghị định 164/2007/nđ-cp", "can_cu:\n  - Nghị định số 164/2007/NĐ-CP"),
        ("can_cu", "nghị quyết 57-nq/tw", "can_cu:\n  - Nghị quyết số 57-NQ/TW ngày 22 tháng 12"),
        ("noi_nhan", "UBND các xã", "    - Các sở\n    - UBND các xã\n"),
    ],
)  # fmt: skip
def test_registers_of_single_texts(name: str, answer: str, typed: str) -> None:
    table, asker, _ = rows(name, [answer, STOP])
    assert typed in table.text
    assert asker.told[0].startswith("  Đã có ")


def test_a_row_that_the_plan_cannot_have_is_told() -> None:
    table, asker, found = rows("du_an", ["{{ sai }}", SKIP, SKIP, SKIP, SKIP, SKIP, STOP])
    assert asker.told[0].startswith("  ✗ ")
    assert table.text == PLAN
    assert found.added == 0


def test_a_register_that_is_none_is_refused() -> None:
    with pytest.raises(KehoachError, match="--them là du_an, chi_tieu, can_cu, noi_nhan"):
        Rows(Table(PLAN).filling, ScriptedAsker([]), "phu_luc")
