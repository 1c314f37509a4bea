"""What a new plan needs to know, asked one question at a time."""

from datetime import date

import pytest

from kehoach_cli.drafts.answers import AGENCY, PERIOD_PATH
from kehoach_cli.drafts.draft import proposed
from kehoach_cli.drafts.known import KIND, Known
from kehoach_cli.installed import templates
from kehoach_cli.prompts.beginning import POST, SIGNER, TITLE, Beginning, agencies, heard_agency
from tests.prompts.asking import BACK, SKIP, STOP, Reply, ScriptedAsker

TODAY = date(2026, 11, 22)
LAO_CAI = "Ủy ban nhân dân tỉnh Lào Cai"


def _refuse(name: str) -> str:
    return "" if name.endswith(".yaml") else "không có đuôi .yaml"


def begun(replies: list[Reply], **sources: Known) -> tuple[Known | None, ScriptedAsker]:
    asker = ScriptedAsker(replies)
    given = frozenset(sources.get("flag", {}))

    def propose(answers: Known) -> Known:
        return proposed(templates(), answer=answers, **sources)

    answers = Beginning(asker, propose, given, _refuse, TODAY).run()
    return answers, asker


def test_seven_questions_at_most_each_with_an_answer_to_begin_with() -> None:
    _, asker = begun(["ke-hoach-nam", LAO_CAI, "2027", "A", SKIP, "Chủ tịch", "a.yaml"])
    assert asker.asked == [KIND, AGENCY, PERIOD_PATH, TITLE, SIGNER, POST, "tep"]
    defaults = [question.default for question in asker.questions]
    assert defaults == [
        "chuyen-doi-so-nam · kế hoạch chuyển đổi số hằng năm",
        "",
        "2027",
        "Chuyển đổi số trong hoạt động của cơ quan nhà nước tỉnh Lào Cai năm 2027",
        "",
        "Chủ tịch",
        "ke-hoach-nam-2027.yaml",
    ]


@pytest.mark.parametrize(
    ("year", "period"), [(2025, "2026-2030"), (2026, "2026-2030"), (2030, "2031-2035")]
)
def test_a_plan_for_several_years_begins_with_the_five_years_it_is_of(
    year: int, period: str
) -> None:
    asker = ScriptedAsker(["ke-hoach-giai-doan", LAO_CAI, STOP])

    def propose(answers: Known) -> Known:
        return proposed(templates(), answer=answers)

    Beginning(asker, propose, frozenset(), _refuse, date(year, 1, 1)).run()
    assert asker.questions[-1].default == period


def test_the_kind_is_told_by_its_key() -> None:
    answers, asker = begun(["ke-hoach-nam · kế hoạch năm", STOP])
    assert answers is None
    heard = asker.questions[0].read("ke-hoach-nam · kế hoạch năm")
    assert heard.said.startswith("Kế hoạch một năm")
    assert asker.questions[0].read("khong co mau nay").wrong


def test_the_profile_answers_beforehand_and_what_flags_gave_is_not_asked() -> None:
    answers, asker = begun(
        ["chuyen-doi-so-nam", "2027", "A", "Lê Văn B", "Phó Chủ tịch", "a.yaml"],
        profile={AGENCY: LAO_CAI, SIGNER: "Lê Văn B"},
        flag={AGENCY: LAO_CAI},
    )
    assert AGENCY not in asker.asked
    signer = next(question for question in asker.questions if question.id == SIGNER)
    assert signer.default == "Lê Văn B"
    assert answers is not None
    assert answers[KIND] == "chuyen-doi-so-nam"


def test_one_can_go_back_and_change_an_answer() -> None:
    answers, asker = begun(
        ["ke-hoach-nam", "Sai", BACK, LAO_CAI, "2027", "A", SKIP, "Chủ tịch", "a.yaml"]
    )
    assert (asker.asked[3], asker.questions[3].default) == (AGENCY, "Sai")
    assert answers is not None
    assert answers[AGENCY] == LAO_CAI
    assert SIGNER not in answers


def test_there_is_nothing_before_the_first_question() -> None:
    answers, asker = begun([BACK, STOP])
    assert asker.told == ["Đây là câu đầu tiên."]
    assert answers is None


def test_what_a_plan_cannot_be_begun_without_is_asked_again() -> None:
    _, asker = begun(["ke-hoach-nam", SKIP, STOP])
    assert asker.asked == [KIND, AGENCY, AGENCY]
    assert asker.told == ["  ✗ Không có câu này thì chưa lập được kế hoạch."]


def test_before_the_name_of_the_file_it_is_told_what_will_be_written() -> None:
    _, asker = begun(["ke-hoach-nam", LAO_CAI, "2027", "Tên riêng", SKIP, "Chủ tịch", STOP])
    assert asker.questions[-1].reason == (
        "Sẽ tạo: Kế hoạch năm · Ủy ban nhân dân tỉnh Lào Cai · 2027 · Tên riêng"
    )


def test_the_councils_of_all_34_provinces_are_offered() -> None:
    names = agencies(TODAY)
    assert len(names) == 34
    assert LAO_CAI in names


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("lao cai", ""),
        ("Sở Y tế tỉnh Lào Cai", ""),
        ("Ủy ban nhân dân xã Bát Xát, tỉnh Lào Cai", ""),
        ("thanh pho", "có thể là"),
        ("tien giang", "nay thuộc"),
        ("tỉnh Tiền Giang", "nay thuộc"),
        ("so y te lao cai", ""),
        ("xa anh son", "viết cả tên, có dấu"),
        ("ubnd xa bat xat, tinh lao cai", "viết cả tên, có dấu"),
        ("abc", "viết cả tên, có dấu"),
    ],
)
def test_an_agency_is_one_that_is_known_or_named_in_full(typed: str, wrong: str) -> None:
    heard = heard_agency(typed, agencies(TODAY), TODAY)
    assert heard.wrong == "" if not wrong else wrong in heard.wrong


def test_a_person_has_no_figures_and_a_file_its_ending() -> None:
    _, asker = begun(["ke-hoach-nam", LAO_CAI, "2027", "A", SKIP, "Chủ tịch", STOP])
    by_id = {question.id: question for question in asker.questions}
    assert "có chữ số" in by_id[SIGNER].read("2027-2025").wrong
    assert by_id[SIGNER].read("Nguyễn Văn An").wrong == ""
    assert by_id["tep"].read("a.docx").wrong == "không có đuôi .yaml"


def test_a_department_typed_without_marks_is_read_back_with_them() -> None:
    heard = heard_agency("so y te lao cai", agencies(TODAY), TODAY)
    assert heard.said == "Ủy ban nhân dân tỉnh Lào Cai · Sở Y tế"


def test_a_commune_is_read_back_with_what_stands_above_it() -> None:
    heard = heard_agency("ubnd xã Bát Xát, tỉnh lào cai", agencies(TODAY), TODAY)
    assert heard.said == "Ủy ban nhân dân tỉnh Lào Cai · Ủy ban nhân dân xã Bát Xát"
