"""Questions one after another: forward, back, skipped, stopped, refused."""

from collections.abc import Mapping, Sequence

import pytest

from kehoach_cli.plan.resolve import scalars
from kehoach_cli.prompts.session import Outcome, Session
from kehoach_cli.source.text import Source
from tests.prompts.asking import BACK, SKIP, STOP, Reply, ScriptedAsker, Table, look
from tests.prompts.test_questions import BODY, HEAD

OPEN = (
    HEAD.replace("  trich_yeu: Chuyển đổi số năm 2027\n", "").replace("05/01/2027", "5/13/2027")
    + "noi_dung: Có [số máy] máy ở [tên sở] và [tên xã].\n"
)


def sit(
    text: str, replies: Mapping[str, Reply] | Sequence[Reply], *, extra: bool = False
) -> tuple[Table, ScriptedAsker, Outcome]:
    table, asker = Table(text), ScriptedAsker(replies)
    outcome = Session(table.filling, asker, extra=extra).run()
    return table, asker, outcome


def test_every_answer_goes_to_its_place_and_the_plan_is_complete() -> None:
    replies = {
        "van_ban.trich_yeu": "Chuyển đổi số năm 2027",
        "van_ban.ngay_ban_hanh": "05/01/2027",
        "noi_dung#so-may@co": "12",
        "noi_dung#ten-so@may-o": "Sở Nội vụ",
        "noi_dung#ten-xa@noi-vu-va": "Tả Van",
    }
    table, asker, outcome = sit(OPEN, replies)
    assert asker.asked == list(replies)
    assert outcome.answers == replies
    assert not outcome.stopped
    assert "Có 12 máy ở Sở Nội vụ và Tả Van." in table.text
    assert "trich_yeu: Chuyển đổi số năm 2027" in table.text
    assert table.filling.questions() == []


def test_progress_counts_all_questions() -> None:
    _, asker, _ = sit(OPEN, ["A", "05/01/2027", "1", "B", "C"])
    assert [(item.number, item.total) for item in asker.progress] == [(n, 5) for n in range(1, 6)]


def test_a_skipped_blank_is_not_asked_again_and_the_next_one_is() -> None:
    table, asker, outcome = sit(OPEN, ["A", "05/01/2027", SKIP, "B", "C"])
    assert asker.asked[2:] == [
        "noi_dung#so-may@co",
        "noi_dung#ten-so@may-o",
        "noi_dung#ten-xa@o-b-va",
    ]
    assert "Có [số máy] máy ở B và C." in table.text
    assert outcome.skipped == 1


def test_going_back_takes_the_answer_out_and_offers_it_again() -> None:
    table, asker, _ = sit(OPEN, ["A", "05/01/2027", "1", BACK, "2", "B", "C"])
    assert asker.questions[4].default == "1"
    assert "Có 2 máy" in table.text


def test_going_back_over_a_skipped_question_asks_it() -> None:
    _, asker, _ = sit(OPEN, [SKIP, BACK, "A", STOP])
    assert asker.asked[:3] == ["van_ban.trich_yeu", "van_ban.ngay_ban_hanh", "van_ban.trich_yeu"]


def test_there_is_nothing_before_the_first_question() -> None:
    table, asker, _ = sit(OPEN, [BACK, STOP])
    assert asker.told == ["Đây là câu đầu tiên."]
    assert table.text == OPEN


def test_stopping_keeps_what_was_answered() -> None:
    table, _, outcome = sit(OPEN, ["Chuyển đổi số năm 2027", STOP])
    assert outcome.stopped
    assert "Chuyển đổi số năm 2027" in table.text


def test_every_answer_is_kept_at_once() -> None:
    table, _, _ = sit(OPEN, ["A", "05/01/2027", "1", "B", "C"])
    assert len(table.versions) == 1 + 5


def test_an_answer_that_brings_an_error_is_told_and_asked_again() -> None:
    table, asker, _ = sit(HEAD + "noi_dung: Có [số máy] máy.\n", ["{{ tong_sai }}", "12"])
    assert asker.asked == ["noi_dung#so-may@co"] * 2
    assert "tong_sai" in asker.told[0]
    assert "Có 12 máy." in table.text


def test_what_an_answer_gives_cause_to_look_at_is_told() -> None:
    _, asker, _ = sit(HEAD + "noi_dung: Có [số máy] máy.\n", ["12  lớp  lớp"])
    assert any(line.startswith("  ! ") for line in asker.told)


@pytest.mark.parametrize(("extra", "asked"), [(False, []), (True, ["van_ban.so_van_ban"])])
def test_what_is_not_needed_is_asked_on_request(extra: bool, asked: list[str]) -> None:
    text = HEAD.replace("  so_van_ban: 12\n", "") + BODY
    _, asker, _ = sit(text, ["12"], extra=extra)
    assert asker.asked == asked


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  A\n  - [điền việc]\n  B\n", "  A\n  B\n"),
        ("  A [điền việc] B\n", "  A  B\n"),
        ("  A\n  - Việc khác: [điền].\n  B\n", "  A\n  B\n"),
        ("  - Việc khác: [điền] và A.\n", "  - Việc khác:  và A.\n"),
        ("  A\n  - [điền việc].", "  A\n"),
    ],
)
def test_a_blank_that_is_not_wanted_is_taken_out(before: str, after: str) -> None:
    table, _, _ = sit(HEAD + "noi_dung: |\n" + before, ["-"])
    assert table.text == HEAD + "noi_dung: |\n" + after


def test_a_part_that_was_lacking_is_written_where_it_belongs() -> None:
    text = (
        "mau: ke-hoach-nam\n"
        + HEAD
        + (
            "noi_dung:\n"
            "- {muc: Hiện trạng, doan_van: A.}\n"
            "- {muc: Mục tiêu, doan_van: B.}\n"
            "- {muc: Nhiệm vụ, doan_van: C.}\n"
            "# của tôi\n"
            "- {muc: Kinh phí, doan_van: D.}\n"
        )
    )
    table, _, _ = sit(text, ["Ưu tiên nền tảng dùng chung.\n- Bố trí vốn.", "Các sở thực hiện."])
    assert (
        table.text
        == text.replace(
            "# của tôi\n",
            "- muc: Giải pháp\n  vai_tro: giai_phap\n  doan_van: |-\n"
            "    Ưu tiên nền tảng dùng chung.\n    - Bố trí vốn.\n# của tôi\n",
        )
        + "- muc: Tổ chức thực hiện\n  vai_tro: to_chuc_thuc_hien\n  doan_van: Các sở thực hiện.\n"
    )


@pytest.mark.parametrize(
    ("typed", "answer", "wanted"),
    [
        ('"Có [số máy] máy."', '12 "mới"', 'Có 12 "mới" máy.'),
        ("Có [số máy] máy.", "12: mới # cũ", "Có 12: mới # cũ máy."),
        ("'Có [số máy] máy.'", "12 'mới'", "Có 12 'mới' máy."),
        ("|\n    Có [số máy] máy; thêm [số máy].", "12", "Có 12 máy; thêm [số máy]."),
        ("|\n    Có [số máy] máy.", "1\n- 2", "Có 1\n- 2 máy."),
    ],
)
def test_any_answer_stands_in_its_text_as_typed(typed: str, answer: str, wanted: str) -> None:
    table, asker, _ = sit(HEAD + f"noi_dung:\n- doan_van: {typed}\n", [answer, STOP])
    assert not [line for line in asker.told if line.startswith("  ✗")]
    plan = look(Source("k.yaml", table.text)).reading.plan
    assert plan is not None
    assert plan.node is not None
    assert wanted in [scalar.value.strip() for scalar in scalars(plan.node)]
