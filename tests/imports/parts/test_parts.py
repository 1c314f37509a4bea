"""Numbers, outlines, heads and ends of documents that are not of the usual form."""

from typing import Any

import pytest

from kehoach_cli.imports.outline.labels import bullet_of, label_of, numbered
from kehoach_cli.imports.proof import faults_in
from tests.imports.samples import PLAN, data_of, draft_of


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("I. MỤC TIÊU", "I", 1),
        ("IV.NỘI DUNG", "I", 4),
        ("1. Mục tiêu", "1", 1),
        ("2) Việc", "1)", 2),
        ("1.2. Hạ tầng", "1.1", 2),
        ("1.2.3 Hạ tầng", "1.1.1", 3),
        ("a) Mạng", "a)", 1),
        ("đ. Khác", "a.", 5),
        ("B. NỘI DUNG", "A", 2),
        ("Phần II", "Phần I", 2),
        ("PHẦN THỨ HAI. KẾ HOẠCH", "Phần thứ nhất", 2),
        ("Chương III: Giải pháp", "Chương I", 3),
        ("Điều 2. Giao Giám đốc Sở", "Điều 1", 2),
        ("1. 100% xã có mạng", "1", 1),
        ("2. 05 lớp tập huấn", "1", 2),
        ("3. 16/16 thôn có tổ", "1", 3),
        ("1.1. 90% hồ sơ", "1.1", 1),
    ],
)
def test_a_number_is_known_by_its_form(text: str, kind: str, value: int) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.kind, label.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    ["2.35 máy", "1.444 dịch vụ", "15/12/2014 là hạn", "Mục tiêu", "Mục 2 của Kế hoạch", "0 máy",
     "Phần lớn các xã", "Phần IIIIII. X", "a.b", "1.245 máy", "1. 245", "1.1 90% hồ sơ"],
)  # fmt: skip
def test_other_openings_are_no_numbers(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "bullet"),
    [("– Mạng", "- Mạng"), ("• Mạng", "- Mạng"), ("- + Máy", "+ Máy"), ("○ Máy", "+ Máy"),
     ("* Đơn vị", "")],
)  # fmt: skip
def test_bullets_are_written_as_kehoach_does(text: str, bullet: str) -> None:
    assert bullet_of(text) == bullet


@pytest.mark.parametrize(
    ("form", "label"),
    [("upperRoman", "IV"), ("lowerRoman", "iv"), ("upperLetter", "D"), ("lowerLetter", "d"),
     ("decimalZero", "04"), ("decimal", "4"), ("none", "")],
)  # fmt: skip
def test_numbers_that_word_makes(form: str, label: str) -> None:
    assert numbered(4, form) == label


def _outline(text: str) -> Any:
    return data_of(f"KẾ HOẠCH\nNăm 2026\n{text}")


def test_parts_above_roman_sections() -> None:
    data = _outline(
        "Phần I\nKẾT QUẢ NĂM 2025\nI. CHỈ TIÊU\nĐạt.\nPhần II\nKẾ HOẠCH NĂM 2026\nI. MỤC TIÊU"
    )
    assert [part["muc"] for part in data["noi_dung"]] == ["KẾT QUẢ NĂM 2025", "KẾ HOẠCH NĂM 2026"]
    assert data["van_ban"]["danh_so"] == "Phần I/I"


def test_capital_sections_go_on_over_letters_that_look_roman() -> None:
    data = _outline(
        "A. CĂN CỨ\nB. HIỆN TRẠNG\nI. Kết quả\n0 KẾ HOẠCH NĂM 2026\nI. Mục tiêu\nD. GIẢI PHÁP"
    )
    assert [part["muc"] for part in data["noi_dung"]][2:] == ["KẾ HOẠCH NĂM 2026", "GIẢI PHÁP"]


def test_a_number_that_changes_is_told_of() -> None:
    draft = draft_of("KẾ HOẠCH\nNăm 2026\nI. MỘT\nII. HAI\nIV. BA\n")
    assert "# bản gốc ghi số IV." in draft.text
    assert draft.remarks[0].text == "IV. BA"


def test_parts_of_two_kinds_side_by_side_keep_their_typed_numbers() -> None:
    data = _outline("I. MỘT\na) Điểm thứ nhất\n1. Việc thứ nhất\nLời.\n2. Việc thứ hai\n")
    one = data["noi_dung"][0]
    assert one["doan_van"] == "a) Điểm thứ nhất"
    assert [part["muc"] for part in one["muc_con"]] == ["Việc thứ nhất", "Việc thứ hai"]


def test_a_text_without_sections_is_one_part() -> None:
    data = _outline("Các sở thực hiện Kế hoạch này.\nBáo cáo hằng quý.")
    assert data["noi_dung"][0]["danh_so"] == "không"
    assert "Báo cáo hằng quý." in data["noi_dung"][0]["doan_van"]


def test_bases_in_one_sentence() -> None:
    sentence = (
        "Thực hiện Nghị quyết số 36a/NQ-CP ngày 14/10/2015 của Chính phủ về Chính phủ điện tử, "
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung như sau:"
    )
    data = _outline(f"{sentence}\nI. MỤC TIÊU\nMột.")
    assert data["dang_can_cu"] == "câu"
    assert data["loi_dan"].startswith("Ủy ban nhân dân tỉnh ban hành")


@pytest.mark.parametrize(("mark", "form"), [("- ", "gạch đầu dòng"), ("", None)])
def test_bases_in_a_section_of_their_own(mark: str, form: str | None) -> None:
    data = _outline(
        f"I. CĂN CỨ LẬP KẾ HOẠCH\n{mark}Luật An ninh mạng ngày 12 tháng 6 năm 2018;\n"
        f"{mark}Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ;\nII. MỤC TIÊU\nMột."
    )
    said = data["noi_dung"][0]["chen"]
    assert said == ({"nguon": "can_cu", "dang": form} if form else "can_cu")
    assert len(data["can_cu"]) == 2


def test_a_role_in_a_bracket_over_two_lines_is_of_both() -> None:
    text = PLAN.replace("- UBND tỉnh (để báo cáo);", "- Bộ Một;      (báo\n- TT tỉnh;       cáo)")
    assert data_of(text)["van_ban"]["noi_nhan"][0] == {
        "ten": ["Bộ Một", "TT tỉnh"], "vai_tro": "báo cáo"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Bình",
         {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": "Lê Thị Bình"}),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLê Thị Bình",
         {"thua_lenh": "Chủ tịch", "chuc_vu": "Chánh Văn phòng", "ho_ten": "Lê Thị Bình"}),
        ("Q. GIÁM ĐỐC\nLê Thị Bình",
         {"quyen": "có", "chuc_vu": "Giám đốc", "ho_ten": "Lê Thị Bình"}),
        ("TM. ỦY BAN NHÂN DÂN\nTỈNH\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Bình",
         {"thay_mat": "Ủy ban nhân dân tỉnh", "ky_thay": "Chủ tịch", "chuc_vu": "Phó Chủ tịch",
          "ho_ten": "Lê Thị Bình"}),
    ],
)  # fmt: skip
def test_signatures_of_every_form(lines: str, keys: dict[str, str]) -> None:
    signature = "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nNguyễn Văn An"
    assert data_of(PLAN.replace(signature, lines))["van_ban"]["nguoi_ky"] == keys


def test_recipients_of_the_electronic_copy_stand_apart() -> None:
    text = PLAN.replace("- Các phòng;", "- Các phòng;\nBản điện tử:\n- Các sở;")
    assert data_of(text)["van_ban"]["noi_nhan_dien_tu"] == ["Các sở"]


DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH HÒA AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 605/QĐ-UBND
Hòa An, ngày 07 tháng 3 năm 2026
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch chuyển đổi số năm 2026
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA AN
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ,
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Thay thế Quyết định cũ./.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
CHỦ TỊCH
Lê Thị Bình
ỦY BAN NHÂN DÂN
TỈNH HÒA AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
KẾ HOẠCH
Chuyển đổi số tỉnh Hòa An năm 2026
(Ban hành kèm theo Quyết định số 605/QĐ-UBND ngày 07 tháng 3 năm 2026)
I. MỤC TIÊU
Một.
PHỤ LỤC
DANH MỤC VIỆC
TT\tViệc\tHạn
1\tHọp\tQuý I
2\tBáo cáo\tQuý II
"""


def test_a_decision_that_issues_a_plan() -> None:
    data = data_of(DECISION)
    decision = data["quyet_dinh"]
    assert decision["so_van_ban"] == "605"
    assert decision["trich_yeu"].startswith("Về việc ban hành")
    assert decision["tham_quyen"].casefold() == "chủ tịch ủy ban nhân dân tỉnh hòa an"
    assert decision["de_nghi"] == "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ"
    assert decision["dieu"][1].endswith("ngày ký.\nThay thế Quyết định cũ./.")
    assert data["van_ban"]["trich_yeu"] == "Chuyển đổi số tỉnh Hòa An năm 2026"
    assert data["van_ban"]["nguoi_ky"]["ho_ten"] == "Lê Thị Bình"
    assert [part["muc"] for part in data["noi_dung"]] == ["MỤC TIÊU"]
    assert data["phu_luc"][0]["ten"] == "DANH MỤC VIỆC"
    assert faults_in(draft_of(DECISION)) == []


def test_a_resolution_says_so() -> None:
    text = DECISION.replace("QUYẾT ĐỊNH\nVề", "NGHỊ QUYẾT\nVề").replace(
        "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:"
    )
    assert data_of(text)["quyet_dinh"]["loai"] == "nghị quyết"


def test_a_decision_without_a_plan_behind_it_is_read_as_one_text() -> None:
    text = DECISION[
        : DECISION.index("ỦY BAN NHÂN DÂN\nTỈNH HÒA AN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ")
    ]
    data = data_of(text)
    assert "quyet_dinh" not in data
    assert data["van_ban"]["ten_loai"] == "Quyết định"
    assert len(data["noi_dung"]) == 2


def test_a_decision_that_holds_the_plan_keeps_its_bases_as_such() -> None:
    data = data_of(
        "SỞ SỐ HÓA\nSố: 9/QĐ-SSH\nHòa An, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề kế hoạch\n"
        "GIÁM ĐỐC SỞ SỐ HÓA\nCăn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;\n"
        "Xét đề nghị của Văn phòng,\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt kế hoạch:\nI. MỤC TIÊU\n"
        "1. Một.\nĐiều 2. Thi hành.\nGIÁM ĐỐC\nLê Thị Bình\n"
    )
    assert data["can_cu"][1:] == ["Xét đề nghị của Văn phòng"]
    assert data["loi_dan"] == "GIÁM ĐỐC SỞ SỐ HÓA\nQUYẾT ĐỊNH:"


def test_lines_in_capitals_without_bases_are_the_opening() -> None:
    data = data_of(PLAN.partition("Căn cứ")[0] + "CHỮ HOA\nMở đầu.\nI. MỘT\nVăn bản.\n")
    assert data["loi_dan"] == "CHỮ HOA\nMở đầu."


def test_bases_in_a_sentence_that_ends_with_contents_below() -> None:
    data = data_of(
        PLAN.partition("Căn cứ")[0]
        + "Thực hiện Nghị quyết số 17/NQ-CP ngày 07/3/2019 của Chính phủ, "
        "Sở Số hóa ban hành Kế hoạch với các nội dung cụ thể sau:\nI. MỘT\nVăn bản.\n"
    )
    assert len(data["can_cu"]) == 1


def test_the_end_of_a_narrow_column_is_whole_again() -> None:
    data = data_of(
        PLAN.partition("Nơi nhận")[0] + "Nơi nhận:\n- Ban chỉ đạo tỉnh\n(b/c);\n- Lưu: VT.\n"
        "TM.\nỦY BAN NHÂN DÂN\nKT.\nCHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Bình\n"
    )["van_ban"]
    assert data["noi_nhan"] == [{"ten": "Ban chỉ đạo tỉnh", "vai_tro": "b/c"}]
    assert data["nguoi_ky"] == {
        "thay_mat": "Ủy ban nhân dân",
        "ky_thay": "Chủ tịch",
        "chuc_vu": "Phó Chủ tịch",
        "ho_ten": "Lê Thị Bình",
    }


def test_a_plan_of_action_behind_a_decision_is_a_plan() -> None:
    data = data_of(DECISION.replace("KẾ HOẠCH\n", "KẾ HOẠCH HÀNH ĐỘNG\n"))
    assert "quyet_dinh" in data
    assert data["van_ban"]["trich_yeu"] == "HÀNH ĐỘNG Chuyển đổi số tỉnh Hòa An năm 2026"
