"""Which questions a plan raises, in which order, and why."""

import pytest

from kehoach_cli.prompts.places import field_at, keys_of
from kehoach_cli.prompts.question import NewSection, Question, SampleRow
from kehoach_cli.prompts.questions import open_questions
from kehoach_cli.prompts.terminal import explained
from kehoach_cli.source.text import Source, Span
from tests.prompts.asking import look

HEAD = """\
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai
  trich_yeu: Chuyển đổi số năm 2027
  so_van_ban: 12
  ngay_ban_hanh: 05/01/2027
  nguoi_ky: {ho_ten: Lê Văn A, chuc_vu: Chủ tịch}
  noi_nhan: Các sở
"""
BODY = "noi_dung: Nối mạng các xã.\n"


def questions(text: str) -> list[Question]:
    return open_questions(look(Source("ke-hoach.yaml", text)))


def names(text: str) -> list[str]:
    return [question.id for question in questions(text) if question.needed]


def test_a_complete_plan_leaves_no_question_open() -> None:
    assert names(HEAD + BODY) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("  trich_yeu: Chuyển đổi số năm 2027\n", "van_ban.trich_yeu"),
        ("  noi_nhan: Các sở\n", "van_ban.noi_nhan"),
        ("  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai\n", "van_ban.co_quan_ban_hanh"),
    ],
)
def test_a_needed_field_that_is_missing_is_asked_for(line: str, name: str) -> None:
    assert names(HEAD.replace(line, "") + BODY) == [name]


def test_of_a_missing_group_of_keys_its_needed_fields_are_asked_for() -> None:
    text = HEAD.replace("  nguoi_ky: {ho_ten: Lê Văn A, chuc_vu: Chủ tịch}\n", "") + BODY
    assert names(text) == ["van_ban.nguoi_ky.chuc_vu"]
    assert "van_ban.nguoi_ky.ho_ten" in [question.id for question in questions(text)]


def test_what_is_needed_only_on_issue_is_asked_on_request() -> None:
    (question,) = questions(HEAD.replace("  so_van_ban: 12\n", "") + BODY)
    assert (question.id, question.needed) == ("van_ban.so_van_ban", False)


def test_a_value_that_cannot_be_read_is_asked_again_with_what_stands_there() -> None:
    (question,) = questions(HEAD.replace("05/01/2027", "31/13/2027") + BODY)
    assert question.id == "van_ban.ngay_ban_hanh"
    assert question.current == "31/13/2027"
    assert "31/13/2027" in question.reason
    assert question.read("2/2/2027").said == "ngày 02 tháng 02 năm 2027"
    assert question.read("30/2/2027").wrong


def test_each_blank_of_a_text_is_a_question_about_that_stretch() -> None:
    first, second = questions(HEAD + "noi_dung: Có [số máy chủ] máy chủ ở [tên sở].\n")
    assert [first.id, second.id] == ["noi_dung#so-may-chu@co", "noi_dung#ten-so@may-chu-o"]
    assert first.label == "Số máy chủ"
    assert isinstance(first.target, Span)
    assert first.target.source.text[first.target.start : first.target.end] == "[số máy chủ]"


def test_a_value_that_is_all_blank_is_a_question_about_its_field() -> None:
    text = HEAD.replace("Chuyển đổi số năm 2027", "[tên kế hoạch]") + BODY
    (question,) = questions(text.replace("[tên kế hoạch]", '"[tên kế hoạch]"'))
    assert question.id == "van_ban.trich_yeu"
    assert question.target == ("van_ban", "trich_yeu")


def test_an_amount_is_shown_in_words_before_it_is_written() -> None:
    text = HEAD + BODY + "du_an: [{ten: Mạng LAN, tong_kinh_phi: abc}]\n"
    question = next(item for item in questions(text) if item.id == "du_an[1].tong_kinh_phi")
    said = question.read("26.162").said
    assert said == "26.162 triệu đồng = hai mươi sáu tỷ một trăm sáu mươi hai triệu đồng"
    assert question.meant("26.162") == "26.162"
    assert question.meant("1,5 tỷ đồng") == "1.500"
    assert "2,6 nghìn" not in question.read("8,000").said
    assert question.read("8,000").wrong


def test_a_citation_is_shown_by_its_parts() -> None:
    text = HEAD + BODY + 'can_cu: ["[tên căn cứ]"]\n'
    question = next(item for item in questions(text) if item.id.startswith("can_cu"))
    said = question.read("Nghị định số 164/2007/NĐ-CP ngày 10/4/2007 của Chính phủ").said
    assert said == "loại: Nghị định · số: 164/2007/NĐ-CP · ngày: 10/4/2007 · cơ quan: Chính phủ"


def test_a_citation_is_written_in_full() -> None:
    text = HEAD + BODY + 'can_cu: ["[tên căn cứ]"]\n'
    question = next(item for item in questions(text) if item.id.startswith("can_cu"))
    assert question.meant("luật chuyển đổi số") == "Luật Chuyển đổi số ngày 11 tháng 12 năm 2025"


def test_keys_that_are_misspelt_keep_their_spelling_as_targets() -> None:
    text = HEAD.replace("van_ban:", "Văn bản:").replace("05/01/2027", "5/13/2027") + BODY
    question = next(item for item in questions(text) if "ngay" in item.id)
    assert question.target == ("Văn bản", "ngay_ban_hanh")


def test_questions_come_in_the_order_of_the_document() -> None:
    text = HEAD.replace("05/01/2027", "5/13/2027") + "noi_dung: Có [số máy] máy.\n"
    assert names(text) == ["van_ban.ngay_ban_hanh", "noi_dung#so-may@co"]


def test_options_of_a_project_come_from_the_plan() -> None:
    text = (
        HEAD
        + BODY
        + (
            "phan_nhom: {nhom: {ha_tang: Hạ tầng, du_lieu: Dữ liệu}}\n"
            "du_an: [{ten: A, chu_tri: Sở Nội vụ; Công an tỉnh, don_vi: x},"
            ' {ten: B, chu_tri: "[tên đơn vị]", nhom: "[tên nhóm]"}]\n'
        )
    )
    found = {question.id: question for question in questions(text)}
    assert found["du_an[2].chu_tri"].options[:2] == ("Sở Nội vụ", "Công an tỉnh")
    assert found["du_an[2].nhom"].options == ("ha_tang", "du_lieu")


def test_a_cell_is_called_by_its_column_and_told_by_its_row() -> None:
    text = (
        HEAD
        + BODY
        + (
            "phu_luc:\n- ten: Kết quả\n  bang:\n"
            "    cot: [{ten: TT}, {ten: Chỉ tiêu}, {ten: Năm, cot: [{ten: Nêu}, {ten: Đạt}]}]\n"
            '    hang: [[1, Hồ sơ trực tuyến, 80%, "[điền]"]]\n'
        )
    )
    (question,) = (item for item in questions(text) if "hang" in item.id)
    assert question.label == "Đạt"
    assert question.reason == "Kết quả › Hồ sơ trực tuyến"


def test_a_target_is_named_and_its_year_told() -> None:
    text = (
        HEAD
        + BODY
        + ('chi_tieu: [{ten: Hồ sơ trực tuyến, hien_trang: "[điền]", gia_tri: {2027: "[điền]"}}]\n')
    )
    found = [item for item in questions(text) if item.id.startswith("chi_tieu")]
    assert [item.label for item in found] == ["Hiện trạng", "Giá trị năm 2027"]
    assert {item.reason for item in found} == {"Hồ sơ trực tuyến"}


@pytest.mark.parametrize("mark", ["[ví dụ] ", "[Ví dụ]", "[VÍ DỤ]  "])
def test_a_sample_row_is_kept_by_its_name_or_deleted(mark: str) -> None:
    text = HEAD + BODY + f'du_an: [{{ten: "{mark}Nâng cấp mạng", tong_kinh_phi: 5}}]\n'
    (question,) = (item for item in questions(text) if item.id.startswith("du_an"))
    assert question.id == "du_an[1]#vi-du-nang-cap-mang"
    assert question.label == "Hàng ví dụ “Nâng cấp mạng”: sửa tên rồi giữ, hay xóa?"
    assert question.target == SampleRow(("du_an", 0, "ten"), ("du_an", 0))
    assert question.current == "Nâng cấp mạng"
    assert explained(question).startswith("  Khóa du_an[1] trong tệp kế hoạch.\n")


def test_what_a_question_mark_prints_names_the_place_and_not_the_blank() -> None:
    text = HEAD + BODY + "loi_dan: Giao [điền đơn vị] làm\n"
    (question,) = (item for item in questions(text) if item.id.startswith("loi_dan"))
    assert question.id == "loi_dan#don-vi@giao"
    assert explained(question).startswith("  Đơn vị: khóa loi_dan trong tệp kế hoạch.\n")


def test_a_sample_row_is_settled_before_its_money_is_asked_for() -> None:
    text = HEAD.replace("  so_van_ban", "  thoi_ky: 2027\n  so_van_ban") + BODY + (
        "nguon_von: {tinh: Ngân sách tỉnh}\n"
        'du_an:\n  - {ma: a, ten: "[ví dụ] Nâng cấp mạng", von: {2027: {tinh: ""}}}\n'
        "phu_luc: [{ten: A, bang: {nguon: du_an, cot: [{ten: Vốn, gia_tri: von.2027.tinh}]}}]\n"
    )  # fmt: skip
    found = [item.id for item in questions(text) if item.id.startswith("du_an")]
    assert found == ["du_an[1]#vi-du-nang-cap-mang", "du_an[1].von.2027.tinh"]


def test_a_project_is_named_before_its_money_is_asked_for() -> None:
    text = HEAD.replace("  so_van_ban", "  thoi_ky: 2027\n  so_van_ban") + BODY + (
        "nguon_von: {tinh: Ngân sách tỉnh}\n"
        'du_an:\n  - {von: {2027: {tinh: ""}}, ten: "[điền tên dự án]"}\n'
        "phu_luc: [{ten: A, bang: {nguon: du_an, cot: [{ten: Vốn, gia_tri: von.2027.tinh}]}}]\n"
    )  # fmt: skip
    found = [item.id for item in questions(text) if item.id.startswith("du_an")]
    assert found == ["du_an[1].ten", "du_an[1].von.2027.tinh"]


def test_a_part_that_the_kind_needs_is_asked_for_in_its_order() -> None:
    text = (
        "mau: ke-hoach-nam\n"
        + HEAD
        + (
            "noi_dung:\n"
            "- {muc: Hiện trạng, doan_van: A.}\n"
            "- {muc: Mục tiêu, doan_van: B.}\n"
            "- {muc: Nhiệm vụ, doan_van: C.}\n"
            "- {muc: Kinh phí, doan_van: D.}\n"
        )
    )
    found = [item for item in questions(text) if item.id.startswith("noi_dung.")]
    assert [item.label for item in found] == ["Phần Giải pháp", "Phần Tổ chức thực hiện"]
    assert [item.target for item in found] == [
        NewSection("giai_phap", "Giải pháp", 3),
        NewSection("to_chuc_thuc_hien", "Tổ chức thực hiện", None),
    ]


@pytest.mark.parametrize("name", ["a[b]", "a[0]", "a[1", "", "a..b", "#1"])
def test_a_name_that_is_none_names_nothing(name: str) -> None:
    assert field_at(keys_of(name)) is None


def test_places_that_the_file_keeps_open_for_money_are_asked_for() -> None:
    text = HEAD.replace("  so_van_ban", "  thoi_ky: 2027\n  so_van_ban") + BODY + (
        "nguon_von: {tw: Trung ương, dp: Địa phương}\n"
        'du_an: [{ten: Mạng LAN, von: {tw: ""}}, {ten: Kho, von: {2027: {dp: ""}}}]\n'
        "phu_luc: [{ten: A, bang: {cot: [{gia_tri: ten}, {ten: Vốn, gia_tri: von.tong}]}}]\n"
    )  # fmt: skip
    found = [item.id for item in questions(text) if item.needed]
    assert found == ["du_an[1].von.tw", "du_an[2].von.2027.dp"]
    half = [item.id for item in questions(text.replace('{tw: ""}', "{tw: 5}")) if item.needed]
    assert half == ["du_an[2].von.2027.dp"]


def test_a_row_without_a_name_may_be_deleted() -> None:
    text = HEAD + BODY + (
        "phu_luc:\n- ten: A\n  bang:\n    cot: [{ten: TT}, {ten: Việc}, {ten: Nơi làm}]\n"
        '    hang: [[1, "[điền]", "[điền]"], [2, Họp, "[điền]"]]\n'
    )  # fmt: skip
    found = {item.id: item.target for item in questions(text) if "hang" in item.id}
    kinds = [isinstance(target, SampleRow) for target in found.values()]
    assert kinds == [True, False, False]


def test_an_amount_that_is_all_of_a_cell_needs_no_unit() -> None:
    text = HEAD + BODY + (
        "phu_luc:\n- ten: A\n  bang:\n    cot: [{ten: Việc}, {ten: Tiền, cong: có}]\n"
        '    hang: [[Họp, "[điền số tiền]"]]\n'
    )  # fmt: skip
    (question,) = (item for item in questions(text) if "hang" in item.id)
    assert question.read("500").said == "500 = năm trăm"


def test_of_a_plan_and_its_decision_the_decision_has_the_number() -> None:
    """The plan's own prints nowhere; blank or not, it is not what is asked for."""
    decision = "quyet_dinh: {trich_yeu: Ban hành Kế hoạch, dieu: [Ban hành Kế hoạch.]%s}\n"
    for head in (HEAD, HEAD.replace("  so_van_ban: 12\n", "")):
        asked = [item.id for item in questions(head + decision % "" + BODY) if not item.needed]
        assert asked == ["quyet_dinh.so_van_ban"]
        assert names(head + decision % ", so_van_ban: 9" + BODY) == []
        numbered = questions(head + decision % ", so_van_ban: 9" + BODY)
        assert "so_van_ban" not in " ".join(item.id for item in numbered)
        wrong = questions(head + decision % ", so_van_ban: chín" + BODY)
        assert [item.id for item in wrong].count("quyet_dinh.so_van_ban") == 1
