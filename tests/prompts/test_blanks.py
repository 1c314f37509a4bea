"""Blanks: what they ask for, how answers are read, and how they are shown."""

import pytest

from kehoach_cli.prompts.blanks import figure_reader, in_sentence, reader_of
from kehoach_cli.prompts.question import Heard, Question
from kehoach_cli.source.text import Source, Span
from tests.prompts.test_questions import BODY, HEAD, questions


@pytest.mark.parametrize(
    ("asked", "answer", "said"),
    [
        ("số", "1.250", "1.250 (một nghìn hai trăm năm mươi)"),
        ("số máy", "khoảng 12 máy", "khoảng 12 máy (mười hai)"),
        ("số tiền", "3.900 triệu đồng", "3.900 triệu đồng = ba tỷ chín trăm triệu đồng"),
        ("cập nhật số tiền", "2 tỷ đồng", "2 tỷ đồng = hai tỷ đồng"),
        ("tỷ lệ", "65%", "65% (sáu mươi lăm phần trăm)"),
        ("tỷ lệ", "80-85%", "80% (tám mươi phần trăm) đến 85% (tám mươi lăm phần trăm)"),
        ("ngày ban hành", "5/1/2027", "ngày 05 tháng 01 năm 2027"),
        ("số máy", "-", "không có"),
    ],
)
def test_a_figure_is_said_in_other_words(asked: str, answer: str, said: str) -> None:
    read = reader_of(asked)
    assert read is not None
    assert read(answer).said == said


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        *(
            ("số", "nhiều lắm"),
            ("số tiền", "3,900"),
            ("cập nhật số tiền", "3.900"),
            ("tỷ lệ", "gần hết"),
        ),
        *(("tỷ lệ", "khoảng 80 phần trăm"), ("ngày", "31/13/2027")),
    ],
)
def test_what_is_no_figure_is_refused(asked: str, answer: str) -> None:
    read = reader_of(asked)
    assert read is not None
    assert read(answer).wrong


@pytest.mark.parametrize("asked", ["số hiệu", "số máy, tỷ lệ", "tên sở", "số liệu mới", ""])
def test_what_is_no_lone_figure_may_be_any_text(asked: str) -> None:
    assert reader_of(asked) is None


def test_the_unit_behind_a_blank_of_money_counts() -> None:
    read = reader_of("số tiền", " triệu đồng.")
    assert read is not None
    assert read("20").said == "20 = hai mươi triệu đồng"


@pytest.mark.parametrize(("asked", "sign"), [("số tiền", "20 triệu đồng"), ("tỷ lệ", "20%")])
def test_within_a_sentence_a_figure_needs_its_unit(asked: str, sign: str) -> None:
    read = reader_of(asked)
    assert read is not None
    assert sign in read("20").wrong
    assert read(sign).wrong == ""


def test_things_that_are_counted_have_no_share() -> None:
    assert "đếm bằng tổ" in figure_reader("tổ")("80%").wrong
    assert figure_reader("%")("80").said == "80% (tám mươi phần trăm)"


def test_a_share_is_written_with_its_sign() -> None:
    assert figure_reader("%")("80").meant == "80%"
    assert figure_reader("%")("80%").meant == ""
    assert figure_reader("%")("nhiều").meant == ""
    assert figure_reader("%")("-") == Heard(said="không có")


@pytest.mark.parametrize(
    ("blank", "full"),
    [
        ("Thực hiện [điền kế hoạch của tỉnh: số, ngày]", True),
        ("Thực hiện [điền số, ngày, cơ quan, tên nghị quyết]", True),
        ("Nghị quyết số [điền số] của Tỉnh ủy", False),
        ("Công văn số [điền số, ngày]", False),
    ],
)
def test_a_blank_for_a_whole_document_is_filled_in_full(blank: str, full: bool) -> None:
    question = one(HEAD + BODY + f'can_cu: ["{blank}"]\n', "can_cu")
    typed, told = "12/kh-ubnd của UBND tỉnh", "Kế hoạch số 12/KH-UBND của UBND tỉnh"
    assert question.meant(typed) == (told if full else typed)


def test_a_figure_of_no_unit_may_name_one() -> None:
    assert figure_reader("máy")("12").said == "12 máy (mười hai)"
    assert figure_reader("")("≥ 95%").said == "≥ 95% (chín mươi lăm phần trăm)"


def test_a_blank_stands_marked_in_its_sentence() -> None:
    line = "  - Tại {{ phu_luc.x }} " + "a " * 99 + "có [số] máy"
    source = Source("k.yaml", line)
    at = line.index("[số]")
    shown = in_sentence(Span(source, at, at + 4))
    assert shown.startswith("…")
    assert shown.endswith("có →[số]← máy")
    assert in_sentence(Span(Source("k", "[số] " + "a " * 99), 0, 4)).endswith("…")


def one(text: str, start: str) -> Question:
    return next(item for item in questions(text) if item.id.startswith(start))


def test_what_the_older_plan_said_is_shown() -> None:
    told = "".join(f"  # dòng {number}\n" for number in range(9))
    text = HEAD + f'noi_dung:\n- muc: A\n  doan_van: "[cập nhật tình hình]"\n{told}- muc: B\n'
    question = one(text, "noi_dung")
    assert question.label == "Cập nhật tình hình"
    assert question.past == tuple(f"dòng {number}" for number in range(6))
    assert question.example == ""


def test_a_signer_is_told_from_other_people() -> None:
    text = HEAD.replace("ho_ten: Lê Văn A", 'ho_ten: "[điền họ tên]"') + BODY
    assert one(text, "van_ban.nguoi_ky").label == "Người ký › Họ và tên"


def test_a_row_without_a_name_is_called_by_its_number() -> None:
    text = (
        HEAD
        + BODY
        + "phu_luc:\n- ten: Việc\n  bang:\n    cot: [{ten: TT}, {ten: Nhiệm vụ}]\n"
        + '    hang: [[1, "[điền nhiệm vụ]"], [2, "[ví dụ] Rà soát"]]\n'
    )
    assert one(text, "phu_luc[1].bang.hang[1]").reason == "Việc › hàng 1"
    assert one(text, "phu_luc[1].bang.hang[2]").label.startswith("Hàng ví dụ “Rà soát”")


def test_the_subject_of_a_document_is_asked_with_what_is_known_of_it() -> None:
    text = HEAD + BODY + (
        "can_cu: [{loai: Nghị quyết, so_ky_hieu: 57-NQ/TW, ngay_ban_hanh: 22/12/2024, "
        'co_quan: Bộ Chính trị, trich_yeu: "[điền trích yếu]"}]\n'
    )  # fmt: skip
    assert one(text, "can_cu").reason == "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"


def test_amounts_left_as_blanks_are_asked_as_money() -> None:
    text = HEAD + BODY + 'du_an: [{ten: A, von: {2027: {tw: "[điền số tiền]"}}}]\n'
    text += "nguon_von: {tw: Ngân sách trung ương}\n"
    question = one(text, "du_an")
    assert question.label == "Vốn năm 2027: Ngân sách trung ương (triệu đồng)"
    assert question.current == ""
    assert question.read("3,900").wrong
