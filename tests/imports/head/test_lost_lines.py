"""Copies of pages that lost lines of the head, or whose writers slipped: what still tells."""

from typing import Any

import pytest

from tests.imports.samples import data_of, draft_of

HEAD = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
DATED = "Số: {} | Hòa An, ngày 05 tháng 3 năm 2026 |\n"
BASES = "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;\n"
ARTICLES = (
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch số hóa hồ sơ.\n"
    "Điều 2. Chánh Văn phòng thi hành Quyết định này./.\n"
)
CAPTION = "(Ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 05/3/2026 của UBND tỉnh Hòa An)\n"
BODY = "I. MỤC TIÊU\n1. Mục tiêu chung\nMột.\nII. TỔ CHỨC\nHai.\n"


def _decision(articles: str = ARTICLES, sign: str = "| CHỦ TỊCH |\n") -> str:
    return (
        f"{HEAD}{DATED.format('9/QĐ-UBND')}CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA AN\n{BASES}"
        f"QUYẾT ĐỊNH:\n{articles}{sign}SỐ HÓA HỒ SƠ NĂM 2026\n{CAPTION}{BODY}"
    )


def _titles(data: dict[str, Any]) -> list[str]:
    return [part["muc"] for part in data["noi_dung"]]


@pytest.mark.parametrize("sign", ["| CHỦ TỊCH |\n", "| TM. ỦY BAN NHÂN DÂN |\n"])
def test_a_plan_behind_a_decision_needs_no_line_that_names_its_type(sign: str) -> None:
    data = data_of(_decision(sign=sign))
    assert data["van_ban"]["trich_yeu"] == "SỐ HÓA HỒ SƠ NĂM 2026"
    assert data["quyet_dinh"]["so_van_ban"] == "9"
    assert data["quyet_dinh"]["tham_quyen"] == "Chủ tịch Ủy ban nhân dân tỉnh Hòa An"
    assert len(data["quyet_dinh"]["dieu"]) == 2
    assert _titles(data) == ["MỤC TIÊU", "TỔ CHỨC"]


@pytest.mark.parametrize("lost", ["Kế hoạch số hóa", CAPTION])
def test_what_a_decision_does_not_issue_by_name_stays_an_appendix(lost: str) -> None:
    assert "quyet_dinh" not in data_of(_decision().replace(lost, ""))


def test_a_decision_that_ends_with_its_articles_issues_nothing_behind() -> None:
    assert "quyet_dinh" not in data_of(_decision(sign="").partition("SỐ HÓA")[0])


def test_what_a_decision_decides_is_not_its_type() -> None:
    text = _decision().replace("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH")
    assert data_of(text)["quyet_dinh"]["so_van_ban"] == "9"


def test_a_number_with_its_year_tells_the_type() -> None:
    text = f"{HEAD}{DATED.format('9/2015/QĐ-UBND')}{BASES}QUYẾT ĐỊNH:\nĐiều 1. Một.\n"
    assert data_of(text)["van_ban"]["ten_loai"] == "Quyết định"


@pytest.mark.parametrize(
    ("short", "said", "whole"),
    [
        ("ỦY BAN NHÂN DÂN", "UBND tỉnh Hòa An giao các sở.", "Ủy ban nhân dân tỉnh Hòa An"),
        ("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân xã Hoà An họp.", "Ủy ban nhân dân xã Hòa An"),
        ("ỦY BAN NHÂN DÂN", "UBND tỉnh Hòa Anh họp.", "Ủy ban nhân dân"),
        ("SỞ SỐ HÓA VÀ", "GIÁM ĐỐC SỞ SỐ HÓA VÀ DU LỊCH", "Sở Số hóa và du lịch"),
        ("SỞ SỐ HÓA VÀ", "Không nói gì.", "Sở số hóa và"),
        ("SỞ SỐ HÓA", "GIÁM ĐỐC SỞ SỐ HÓA VÀ DU LỊCH", "Sở số hóa"),
    ],
)
def test_a_name_whose_end_is_lost_is_the_one_in_the_text(short: str, said: str, whole: str) -> None:
    text = (
        f"{short}\nSố: 9/KH-A\nHòa An, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nSố hóa\n{BODY}{said}\n"
    )
    issuer = data_of(text)["van_ban"]["co_quan_ban_hanh"]
    assert issuer.casefold() == whole.casefold()
    told = any("hiểu là" in one.told for one in draft_of(text).remarks)
    assert told == (issuer.casefold() != short.casefold())


def test_the_end_of_the_name_of_a_ministry_is_no_school() -> None:
    text = f"BỘ NÔNG NGHIỆP VÀ MÔI\nTRƯỜNG\nSố: 9/KH-BNNMT\nKẾ HOẠCH\nSố hóa\n{BODY}"
    issuer = data_of(text)["van_ban"]["co_quan_ban_hanh"]
    assert issuer == "Bộ Nông nghiệp và Môi trường"


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ("TỔNG\nCỤC SỐ HÓA\nCỤC\nSỐ HÓA HÒA AN", ("Tổng cục số hóa", "Cục số hóa Hòa An")),
        ("ỦY\nBAN SỐ HÓA QUỐC GIA", (None, "Ủy ban số hóa quốc gia")),
    ],
)
def test_a_first_word_cut_off_is_of_the_name(head: str, keys: tuple[str | None, str]) -> None:
    state = "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    van_ban = data_of(f"{head}\n{state}\nSố: 9/KH-A\nKẾ HOẠCH\nSố hóa\n{BODY}")["van_ban"]
    found = (van_ban.get("co_quan_chu_quan"), van_ban["co_quan_ban_hanh"])
    assert [one and one.casefold() for one in found] == [one and one.casefold() for one in keys]


def test_a_short_first_line_of_a_basis_goes_on_with_the_next() -> None:
    lines = ("Mỗi phòng làm việc của mình, lập báo cáo hằng quý\nvề kết quả đã đạt.\n") * 12
    bases = "Căn cứ Luật Tổ chức\nChính quyền địa phương ngày 19/6/2015;\n"
    data = data_of(f"SỞ Y TẾ\nKẾ HOẠCH\nSố hóa\n{bases}I. MỤC TIÊU\n{lines}")
    assert data["can_cu"] == ["Luật Tổ chức Chính quyền địa phương ngày 19/6/2015"]


def test_an_end_that_a_page_parts_is_one() -> None:
    gap = " " * 30
    end = (
        f"Nơi nhận:  {gap}KT. GIÁM ĐỐC\n\f- Sở Y tế (để {gap}PHÓ GIÁM ĐỐC\nb/c);\n"
        f"- Lưu: VT.{gap}Lê Thị Bình\n"
    )
    van_ban = data_of(f"SỞ Y TẾ\nKẾ HOẠCH\nSố hóa\n{BODY}{end}")["van_ban"]
    assert van_ban["nguoi_ky"]["chuc_vu"] == "Phó Giám đốc"
    assert van_ban["noi_nhan"] == [{"ten": "Sở Y tế", "vai_tro": "để b/c"}]


def test_a_word_that_ends_one_name_begins_no_other() -> None:
    head = "PHÒNG SỐ HÓA HUYỆN HÒA\nAN\nTRƯỜNG TIỂU HỌC HÒA AN\nSố: 9/KH-TH\n"
    van_ban = data_of(f"{head}KẾ HOẠCH\nSố hóa\n{BODY}")["van_ban"]
    assert van_ban["co_quan_chu_quan"] == "Phòng số hóa huyện Hòa An"


def test_a_number_with_points_under_a_count_is_no_part_of_it() -> None:
    data = data_of("I. MỤC TIÊU\n1. Phát triển chính quyền số\n1.1. 100% phòng có mạng.\n")
    assert data["noi_dung"][0]["muc_con"][0]["muc"] == "Phát triển chính quyền số"


def test_a_line_that_had_room_ends_its_paragraph() -> None:
    lines = ("Mỗi phòng làm việc của mình, lập báo cáo hằng quý\nvề kết quả đã đạt.\n") * 12
    text = f"{lines}Các phòng họp hằng tuần về mọi việc của mình đã\nlàm xong\nVăn phòng ghi lại.\n"
    assert (
        "làm xong\nVăn phòng ghi lại." in data_of(f"I. MỤC TIÊU\n{text}")["noi_dung"][0]["doan_van"]
    )


def test_the_last_word_of_a_title_in_capitals_is_of_it() -> None:
    assert _titles(data_of("I. MỤC ĐÍCH, YÊU\nCẦU\n1. Mục đích\nMột.\n")) == ["MỤC ĐÍCH, YÊU CẦU"]


def test_a_name_behind_the_post_on_one_line_is_who_signs() -> None:
    text = f"SỞ Y TẾ\nKẾ HOẠCH\nSố hóa\n{BODY}Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC Lê Thị Bình\n"
    assert data_of(text)["van_ban"]["nguoi_ky"] == {"chuc_vu": "Giám đốc", "ho_ten": "Lê Thị Bình"}


def test_a_title_goes_on_over_plain_lines_up_to_the_text() -> None:
    text = f"SỞ Y TẾ\nKẾ HOẠCH\nSố hóa hồ sơ\nCủa các trạm năm 2026\n{BASES}Sở họp.\n{BODY}"
    data = data_of(text)
    assert data["van_ban"]["trich_yeu"] == "Số hóa hồ sơ Của các trạm năm 2026"
    assert data["loi_dan"] == "Sở họp."


def test_a_picture_that_a_converter_left_says_nothing() -> None:
    data = data_of(f"SỞ Y TẾ\nKẾ HOẠCH\nSố hóa hồ sơ\n![]() |\n{BASES}{BODY}")
    assert "loi_dan" not in data


def test_a_first_part_numbered_like_what_stands_in_it_is_as_large_as_the_second() -> None:
    data = data_of("1. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nMột.\n2. Yêu cầu\nHai.\nII. NỘI DUNG\nBa.\n")
    assert _titles(data) == ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG"]
    assert [part["muc"] for part in data["noi_dung"][0]["muc_con"]] == ["Mục đích", "Yêu cầu"]


def test_another_number_before_a_second_part_stays_as_it_is() -> None:
    data = data_of("1. MỤC ĐÍCH\n1. YÊU CẦU\nII. NỘI DUNG\nBa.\n")
    assert data["noi_dung"][0]["muc"] == "MỤC ĐÍCH"
    assert data["van_ban"]["danh_so"] == "1"


SENTENCE = (
    "Thực hiện Nghị quyết số 36a/NQ-CP ngày 14/10/2015 của Chính phủ{} UBND tỉnh lập Kế hoạch sau:"
)


@pytest.mark.parametrize(("mark", "form"), [(",", "câu"), (";", "câu"), (".", None)])
def test_a_sentence_of_bases_ends_with_any_mark(mark: str, form: str | None) -> None:
    data = data_of(f"{SENTENCE.format(mark)}\nLời thêm.\n{BODY}")
    assert data.get("dang_can_cu") == form
    assert len(data["can_cu"]) == 1
    assert data["loi_dan"] == "UBND tỉnh lập Kế hoạch sau:\nLời thêm."


def test_a_last_basis_that_leads_on_is_a_basis_and_a_sentence() -> None:
    data = data_of(f"{BASES}Xét đề nghị của Văn phòng, UBND tỉnh lập Kế hoạch sau:\n{BODY}")
    assert data["can_cu"][1] == "Xét đề nghị của Văn phòng"
    assert data["loi_dan"] == "UBND tỉnh lập Kế hoạch sau:"


@pytest.mark.parametrize("end", [".", ";", ""])
def test_numbered_bases_of_a_section_are_listed(end: str) -> None:
    data = data_of(
        f"I. CƠ SỞ PHÁP LÝ\n1. Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023{end}\n"
        f"2. Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ{end}\nII. MỤC TIÊU\nMột.\n"
    )
    assert len(data["can_cu"]) == 2
    assert data["noi_dung"][0]["chen"] == {"nguon": "can_cu", "dang": "gạch đầu dòng"}


def test_numbered_parts_that_say_more_than_citations_are_parts() -> None:
    data = data_of(
        "I. CƠ SỞ PHÁP LÝ\n1. Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023\nLời thêm.\n"
        "2. Nghị định số 64/2007/NĐ-CP của Chính phủ.\nII. MỤC TIÊU\nMột.\n"
    )
    assert len(data["noi_dung"][0]["muc_con"]) == 2


def test_the_signature_beside_the_recipients_stays_above_the_plan_they_issue() -> None:
    gap = " " * 30
    end = (
        f"Nơi nhận:  {gap}KT. CHỦ TỊCH\n- Như Điều 2;{gap}PHÓ CHỦ TỊCH\n- Lưu: VT.\n\n"
        f"            {gap}Lê Thị Bình\n"
    )
    top = f"{HEAD}{DATED.format('9/QĐ-UBND')}QUYẾT ĐỊNH\nVề số hóa\n{BASES}QUYẾT ĐỊNH:\n"
    data = data_of(f"{top}{ARTICLES}{end}KẾ HOẠCH\nSỐ HÓA HỒ SƠ NĂM 2026\n{CAPTION}{BODY}")
    assert data["van_ban"]["nguoi_ky"]["ho_ten"] == "Lê Thị Bình"
    assert _titles(data) == ["MỤC TIÊU", "TỔ CHỨC"]


def _page(number: int, text: str) -> str:
    return f" {number}. {text} {'Lời văn của trang này dài thêm. ' * 25}"


def test_pages_of_a_line_each_have_numbers_that_are_of_no_part() -> None:
    first = _page(1, "I. MỤC TIÊU Đến cuối năm xong. 1. Mục tiêu chung a) Một.")
    second, third = _page(2, "II. VIỆC CHÍNH 1. Lập kho. 2. Mở kho."), _page(3, "III. TỔ CHỨC")
    data = data_of(f"KẾ HOẠCH\nSố hóa\n{first}\n{second}\n{third}\n")
    assert _titles(data) == ["MỤC TIÊU", "VIỆC CHÍNH", "TỔ CHỨC"]
    assert data["noi_dung"][0]["muc_con"][0]["muc"] == "Mục tiêu chung"


def test_long_parts_beside_other_text_are_no_pages() -> None:
    parts = "\n".join(_page(number, "Sở Số hóa") for number in (1, 2, 3))
    lines = "Lời văn khác của kế hoạch này.\n" * 40
    data = data_of(f"KẾ HOẠCH\nSố hóa\n{parts}\n{lines}")
    assert len(data["noi_dung"]) == 3
