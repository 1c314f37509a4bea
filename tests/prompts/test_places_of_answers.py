"""What is missing is asked at its own place, and answers never go to a wrong one."""

import pytest

from kehoach_cli.checks.rules import RULES
from kehoach_cli.errors import KehoachError
from kehoach_cli.prompts.given import apply
from kehoach_cli.prompts.listing import as_text
from kehoach_cli.prompts.places import field_at, numbered_at_first
from kehoach_cli.prompts.question import Question
from kehoach_cli.prompts.session import Session
from tests.prompts.asking import ScriptedAsker, Table
from tests.prompts.test_questions import BODY, HEAD, questions

YEAR = HEAD.replace("van_ban:", "van_ban:\n  thoi_ky: 2027")
SOURCES = "nguon_von: {tw: Ngân sách trung ương, tinh: Ngân sách tỉnh}\n"
TABLE = (
    "phu_luc: [{ten: Dự án, bang: {nguon: du_an, cot: [{gia_tri: ten}, {gia_tri: von.2027.tw}]}}]\n"
)
PROJECTS = YEAR + BODY + SOURCES + TABLE + "du_an:\n  - ten: Mạng\n"
SAMPLES = (
    HEAD
    + BODY
    + """\
du_an:
  - ten: "[ví dụ] Mạng"
    chu_tri: "[điền]"
  - ten: "[ví dụ] Cổng"
    chu_tri: "[điền]"
  - ten: Kho dữ liệu
    chu_tri: "[điền]"
"""
)


def found(text: str, start: str) -> list[Question]:
    return [question for question in questions(text) if question.id.startswith(start)]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.wants], ids=lambda rule: rule.id)
def test_what_a_rule_wants_is_a_field(rule) -> None:  # type: ignore[no-untyped-def]
    key = rule.wants.partition(".")[0]
    assert field_at(("chi_tieu", 0, key)) or field_at(("du_an", 0, key))


def test_money_of_a_year_is_asked_by_source_in_words_of_the_plan() -> None:
    asked = found(PROJECTS, "du_an")
    assert [item.id for item in asked] == ["du_an[1].von.2027.tw", "du_an[1].von.2027.tinh"]
    assert asked[0].label == "Vốn năm 2027: Ngân sách trung ương (triệu đồng)"
    assert asked[0].needed
    assert asked[0].reason == "Mạng"
    assert asked[0].read("-").said == "không có tiền"
    assert "hai mươi triệu đồng" in asked[0].read("20").said


@pytest.mark.parametrize(
    "money",
    [
        *("von: {2027: {tw: 5}}", 'von: {2027: {tw: "-"}}', "von: {tw: 5}"),
        *("kinh_phi: {nhu_cau: {2027: 5}}", "von: {2026-2028: 5}"),
        "hang_con: [{ten: A, von: {2027: {tw: 5}}}]",
    ],
)
def test_a_project_that_tells_its_money_is_not_asked_for_it(money: str) -> None:
    assert found(f"{PROJECTS}    {money}\n", "du_an[1].von") == []


@pytest.mark.parametrize(
    "money", ["von: {2026: {tw: 5}}", "von: {2027: {tw: }}", "tong_kinh_phi: 9"]
)
def test_money_of_other_years_and_of_none_leaves_it_open(money: str) -> None:
    assert found(f"{PROJECTS}    {money}\n", "du_an[1].von")


def test_money_that_no_table_shows_is_not_asked_for() -> None:
    assert found(PROJECTS.replace(TABLE, ""), "du_an") == []


def test_money_over_years_is_asked_by_year() -> None:
    text = PROJECTS.replace("thoi_ky: 2027", "thoi_ky: 2026-2028")
    ids = [f"du_an[1].von.{year}" for year in (2026, 2027, 2028)]
    assert [item.id for item in found(text, "du_an")] == ids


def test_all_sources_are_asked_though_one_has_its_answer() -> None:
    table, asker = Table(PROJECTS), ScriptedAsker(["20", "-"])
    Session(table.filling, asker, extra=False).run()
    assert asker.asked == ["du_an[1].von.2027.tw", "du_an[1].von.2027.tinh"]
    assert 'tinh: "-"' in table.text
    assert "tw: 20" in table.text


def test_a_target_without_value_is_asked_for_it_year_by_year_never_for_its_name() -> None:
    period = YEAR.replace("thoi_ky: 2027", "thoi_ky: 2026-2027")
    asked = found(period + BODY + "chi_tieu: [{ten: Máy chủ, don_vi_tinh: máy}]\n", "chi_tieu")
    assert [(item.id, item.label) for item in asked] == [
        ("chi_tieu[1].gia_tri.2026", "Giá trị năm 2026 (máy)"),
        ("chi_tieu[1].gia_tri.2027", "Giá trị năm 2027 (máy)"),
    ]
    assert asked[0].read("nhiều").wrong
    assert asked[0].read("1.250").said.startswith("1.250 máy")


@pytest.mark.parametrize("period", ["thoi_ky: 2021-2030", "thoi_ky: 2027"])
def test_what_cannot_be_asked_value_by_value_is_left_to_check(period: str) -> None:
    target = "Máy chủ" if period == "thoi_ky: 2027" else "{ten: Máy chủ}"
    text = YEAR.replace("thoi_ky: 2027", period) + BODY + f"chi_tieu: [{target}]\n"
    assert found(text, "chi_tieu") == []


def test_a_project_without_a_lead_is_asked_for_it() -> None:
    table = "phu_luc: [{ten: Dự án, bang: {cot: [{gia_tri: ten}, {gia_tri: chu_tri}]}}]\n"
    text = HEAD + BODY + table + "du_an: [{ten: Mạng, chu_tri: Sở Nội vụ}, {ten: Cổng}]\n"
    (question,) = found(text, "du_an")
    assert (question.id, question.label) == ("du_an[2].chu_tri", "Đơn vị chủ trì")
    assert question.reason == "Cổng"
    assert question.options == ("Sở Nội vụ",)


def test_prose_is_not_to_be_typed_again_for_a_warning() -> None:
    assert found(HEAD + "noi_dung: Nối mạng các  các xã.\n", "noi_dung") == []
    assert found(HEAD.replace("Các sở", '"Các sở sở"') + BODY, "noi_dung") == []


def test_a_sample_that_is_kept_takes_its_real_name() -> None:
    table = Table(SAMPLES)
    apply(table.filling, {"du_an[1]#vi-du-mang": "Mạng LAN"})
    assert table.text == SAMPLES.replace('"[ví dụ] Mạng"', "Mạng LAN")


DELETING = {
    "du_an[1]#vi-du-mang": "-",
    "du_an[2]#vi-du-cong": "Cổng",
    "du_an[2].chu_tri": "Sở A",
    "du_an[3].chu_tri": "Sở B",
}


@pytest.mark.parametrize("turn", [1, -1])
def test_rows_keep_their_numbers_while_others_are_deleted(turn: int) -> None:
    table = Table(SAMPLES)
    assert apply(table.filling, dict([*DELETING.items()][::turn])) == []
    rows = "  - ten: Cổng\n    chu_tri: Sở A\n  - ten: Kho dữ liệu\n    chu_tri: Sở B\n"
    assert table.text == HEAD + BODY + "du_an:\n" + rows


def test_what_a_sitting_saves_does_the_same_to_the_same_plan() -> None:
    first, second = Table(SAMPLES), Table(SAMPLES)
    asker = ScriptedAsker(DELETING)
    answers = Session(first.filling, asker, extra=False).run().answers
    assert answers == DELETING
    apply(second.filling, answers)
    assert second.text == first.text


def test_the_same_answers_given_twice_go_to_no_wrong_place() -> None:
    table = Table(SAMPLES)
    apply(table.filling, DELETING)
    again = Table(table.text)
    assert set(apply(again.filling, DELETING)) == set(DELETING)
    assert again.text == table.text


def test_blanks_of_a_text_are_found_again_when_others_are_filled() -> None:
    text = HEAD + "noi_dung: Bố trí [điền số tiền], giải ngân [điền số tiền] và [điền].\n"
    answers = {
        "noi_dung#so-tien@giai-ngan": "7 triệu đồng",
        "noi_dung#dien@va": "B",
        "noi_dung#so-tien@bo-tri": "9 triệu đồng",
    }
    table = Table(text)
    assert [item.id for item in found(text, "noi_dung")] == sorted(answers, key=text_order)
    apply(table.filling, answers)
    assert "Bố trí 9 triệu đồng, giải ngân 7 triệu đồng và B." in table.text
    assert set(apply(table.filling, answers)) == set(answers)


def text_order(name: str) -> int:
    return ["bo-tri", "giai-ngan", "va"].index(name.rpartition("@")[2])


def test_blanks_that_are_named_alike_have_numbers_that_die_with_them() -> None:
    text = HEAD + "noi_dung: Có [điền số]; có [điền số].\n"
    table = Table(text)
    answers = {"noi_dung#so@co.1-2": "1"}
    apply(table.filling, answers)
    assert apply(table.filling, answers) == ["noi_dung#so@co.1-2"]
    assert "Có 1; có [điền số]." in table.text


def test_a_name_that_names_nothing_writes_nothing() -> None:
    table = Table(SAMPLES)
    with pytest.raises(KehoachError):
        apply(table.filling, {"khong_co#so": "1"})
    assert len(table.versions) == 1


@pytest.mark.parametrize("text", [SAMPLES, PROJECTS, HEAD.replace("12", '"[điền số]"') + BODY])
def test_every_id_that_is_listed_is_taken(text: str) -> None:
    for question in questions(text):
        assert question.id in as_text([question])
        table = Table(text)
        answer = next(a for a in ("5%", "5", "-") if not question.read(a).wrong)
        assert apply(table.filling, {question.id: answer}) == []
        assert table.text != text


def test_a_leaf_that_is_not_open_is_taken_by_its_name_and_read_as_money() -> None:
    table = Table(PROJECTS.replace("ten: Mạng", "ten: Mạng\n    von: {2027: {tw: 5}}"))
    apply(table.filling, {"du_an[1].von.2027.tw": "26.162"})
    assert "{tw: 26.162}" in table.text
    with pytest.raises(KehoachError, match="8,000"):
        apply(table.filling, {"du_an[1].von.2027.tw": "8,000"})


@pytest.mark.parametrize("name", ["noi_dung", "noi_dung.giai_phap", "a[1]", "a..b"])
def test_a_name_outside_the_list_keeps_its_numbers(name: str) -> None:
    assert numbered_at_first(name, [("du_an", 0)]) == name


BLANKS = """\
van_ban:
  co_quan_chu_quan: "[điền cơ quan chủ quản, hoặc xóa dòng này]"
  co_quan_ban_hanh: Cục Thuế
  dia_danh: "[điền địa danh]"
  trich_yeu: Chuyển đổi số năm 2027
  nguoi_ky: {ho_ten: Lê Văn A, chuc_vu: Cục trưởng}
  noi_nhan:
    - "[điền cơ quan cấp trên]"
    - Các phòng
noi_dung:
  - muc: Nhiệm vụ
    doan_van: |
      - Nối mạng.
      - [điền việc khác].
chi_tieu:
  - ten: "[điền chỉ tiêu khác]"
    don_vi_tinh: "[điền]"
  - {ten: Xã có mạng, don_vi_tinh: xã}
"""
TAKEN_AWAY = {
    "van_ban.co_quan_chu_quan": "-",
    "van_ban.noi_nhan[1]": "-",
    "noi_dung[1].doan_van#viec-khac": "-",
    "chi_tieu[1].ten": "-",
}


def test_what_a_plan_can_do_without_goes_by_a_dash_and_goes_once() -> None:
    table = Table(BLANKS)
    asked = {question.id: question for question in questions(BLANKS)}
    assert all("gõ - để xóa cả dòng" in asked[name].help for name in TAKEN_AWAY)
    assert asked["van_ban.noi_nhan[1]"].read("-").said == "xóa cả dòng"
    assert apply(table.filling, TAKEN_AWAY) == []
    left = [line for line in BLANKS.splitlines(keepends=True) if "[điền" not in line]
    left.insert(2, '  dia_danh: "[điền địa danh]"\n')
    assert table.text == "".join(left)
    again = Table(table.text)
    assert set(apply(again.filling, TAKEN_AWAY)) == set(TAKEN_AWAY)
    assert again.text == table.text


def test_a_list_of_what_is_open_tells_what_a_dash_takes_away() -> None:
    told = as_text(questions(BLANKS))
    assert "trả lời van_ban.noi_nhan[1]: tên thật, hoặc - để xóa dòng" in told
    assert "ghi van_ban.dia_danh" in told


def test_a_dash_is_no_name_of_a_place_nor_of_a_person() -> None:
    (place,) = found(BLANKS, "van_ban.dia_danh")
    assert place.read("-").wrong
    assert not place.read("Hà Nội").wrong
    with pytest.raises(KehoachError, match="dấu - sẽ in ra"):
        apply(Table(BLANKS).filling, {"van_ban.dia_danh": "-"})


def test_a_key_that_is_gone_leaves_the_numbers_of_rows_alone() -> None:
    table = Table(BLANKS)
    (head,) = (item for item in table.filling.questions() if "chu_quan" in item.id)
    assert table.filling.put(head, "-") == ""
    assert table.filling.looked.deleted == ()
    (other,) = (item for item in table.filling.questions() if "noi_nhan" in item.id)
    assert other.id == "van_ban.noi_nhan[1]"


def test_what_a_blank_asks_for_is_told_once() -> None:
    (name,) = found(BLANKS, "chi_tieu[1].ten")
    assert name.reason.count("chỉ tiêu khác") == 1


@pytest.mark.parametrize(
    "line",
    [
        "loi_dan: Giao [điền đơn vị] làm",
        'loi_dan: "Giao [điền đơn vị] làm"',
        "noi_dung: [{muc: A, doan_van: [Giao B]}]\nloi_dan: 'Giao [điền đơn vị] làm'",
    ],
)
def test_a_blank_is_shown_in_its_sentence_without_what_is_of_the_file(line: str) -> None:
    (question,) = (item for item in questions(HEAD + line + "\n") if "#" in item.id)
    assert question.reason.endswith("Giao →[điền đơn vị]← làm")
    assert "loi_dan" not in question.reason


def test_the_one_line_of_a_section_is_not_offered_to_be_taken_away() -> None:
    (question,) = found(BLANKS.replace("      - Nối mạng.\n", ""), "noi_dung")
    assert question.help == ""
