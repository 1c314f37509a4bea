"""Text and web pages of legal portals: heads cut up, run together or without a type."""

from typing import Any

import pytest

from kehoach_cli.imports.head.lines import is_state
from kehoach_cli.imports.html.reader import read_html
from kehoach_cli.imports.pages.model import Grid, Line
from tests.imports.samples import data_of, draft_of

BODY = "KẾ HOẠCH\nChuyển đổi số năm 2026\nI. MỤC TIÊU\nMột.\n"
WHOLE = {
    "co_quan_ban_hanh": "Ủy ban nhân dân tỉnh Hòa An",
    "so_van_ban": "12",
    "ky_hieu": "KH-UBND",
    "dia_danh": "Hòa An",
    "ngay_ban_hanh": "05/3/2026",
}


def _head(text: str) -> dict[str, Any]:
    van_ban = data_of(text)["van_ban"]
    return {key: van_ban.get(key) for key in WHOLE}


@pytest.mark.parametrize(
    "head",
    [
        "ỦY BAN NHÂN DÂN\nTỈNH HÒA AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
        "phúc\nSố: 12/KH-UBND\tHòa An, ngày 05 tháng 3 năm 2026",
        "ỦY\nBAN NHÂN DÂN\nTỈNH HÒA AN\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\nSố:\n"
        "12/KH-UBND\n|\nHòa\nAn, ngày 05 tháng 3 năm 2026\n|",
        "ỦY BAN NHÂN DÂN TỈNH HÒA AN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 12/KH-UBND | Hòa An, ngày 05 tháng 3 năm 2026 |",
        "ỦY BAN NHÂN DÂNTỈNH HÒA AN\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND\n"
        "Hòa An, ngày 05 tháng 3 năm\n2026",
        "(1)ỦY BAN NHÂN DÂN TỈNH HÒA AN _\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc "
        "lập - Tự do - Hạnh phúc\n_ Hòa An, ngày 05\ntháng 3 năm 2026",
        "  ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ\n    TỈNH HÒA AN              NGHĨA VIỆT "
        "NAM\n\n  Số: 12/KH-UBND        Hòa An, ngày 05 tháng 3 năm\n                       2026",
        "| Số hiệu | 99/QĐ-TTg |\n| Ngày | 01/01/2020 |\n| Loại | Kế hoạch |\n|\n"
        "ỦY BAN NHÂN DÂN TỈNH HÒA AN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n|\n"
        "Số: 12/KH-UBND |\nHòa An, ngày 05 tháng 3 năm 2026 |",
    ],
)
def test_a_head_is_read_however_a_page_cuts_it_up(head: str) -> None:
    assert _head(f"{head}\n{BODY}") == WHOLE


def test_a_head_without_a_type_has_the_one_that_its_number_tells() -> None:
    text = (
        "Kế hoạch 12/KH-UBND năm 2026 về chuyển đổi số tỉnh Hòa An\n"
        "ỦY BAN NHÂN DÂN TỈNH HÒA AN\nSố: 12/KH-UBND\nHòa An, ngày 05 tháng 3 năm 2026\n"
        "1. Mục tiêu\nMột.\n"
    )
    assert _head(text) == WHOLE
    assert data_of(text)["van_ban"]["trich_yeu"] == "về chuyển đổi số tỉnh Hòa An"


@pytest.mark.parametrize("number", ["Số: 12/XYZ-AB", "Hòa An, ngày 05 tháng 3 năm 2026"])
def test_a_number_that_tells_no_type_adds_none(number: str) -> None:
    assert "ten_loai" not in data_of(f"{number}\n1. Mục tiêu\nMột.")["van_ban"]


def test_a_decision_that_names_no_type_is_found_by_what_it_decides() -> None:
    data = data_of(
        "ỦY BAN NHÂN DÂN TỈNH HÒA AN\nSố: 45/QĐ-UBND\nHòa An, ngày 05 tháng 3 năm 2026\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch.\nTT\tViệc\tHạn\n1\tHọp\tQuý I\n"
        f"Nơi nhận: | CHỦ TỊCH |\n{BODY}"
    )
    assert data["quyet_dinh"]["so_van_ban"] == "45"
    assert "1 | Họp | Quý I" in data["quyet_dinh"]["dieu"][0]


def test_lines_above_the_type_that_cite_a_number_are_kept() -> None:
    text = f"Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị\n{BODY}"
    draft = draft_of(text)
    assert "57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị" in draft.text
    assert "so_van_ban" not in data_of(text)["van_ban"]


def test_what_follows_a_number_on_its_line_is_kept() -> None:
    assert "V/v chuyển đổi số" in draft_of(f"Số: 12/KH-UBND V/v chuyển đổi số\n{BODY}").text


def test_a_table_above_the_type_is_kept() -> None:
    box = "Số hiệu\tNgày\tNgười ký\n12/KH-UBND\t05/3/2026\tLê Thị Bình\n"
    assert "12/KH-UBND | 05/3/2026 | Lê Thị Bình" in draft_of(f"{box}\n{BODY}").text


def test_documents_of_the_party() -> None:
    van_ban = data_of(
        "TỈNH ỦY HÒA AN\n*\nSố 88-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHòa An, ngày 05 tháng 3 năm 2026\n"
        f"{BODY}Nơi nhận:\n- Các đảng bộ,\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Thị Bình\n"
    )["van_ban"]
    assert van_ban["co_quan_ban_hanh"] == "Tỉnh ủy Hòa An"
    assert (van_ban["so_van_ban"], van_ban["ky_hieu"]) == ("88", "KH/TU")
    assert van_ban["nguoi_ky"]["thay_mat"] == "Ban Thường vụ"


def test_the_number_of_a_legal_document_names_its_year() -> None:
    van_ban = data_of(f"Số: 14/2011/KH-UBND\n{BODY}")["van_ban"]
    assert (van_ban["so_van_ban"], van_ban["ky_hieu"]) == ("14", "2011/KH-UBND")


@pytest.mark.parametrize(
    ("text", "is_part"),
    [("CỘNG HÒA XÃ HỘI", True), ("XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("VIỆT NAM", False),
     ("Độc lập - Tự - Hạnh phúc", True), ("CÔNG AN TỈNH", False), ("---", False)],
)  # fmt: skip
def test_parts_of_the_name_of_the_state(text: str, is_part: bool) -> None:
    assert is_state(text) is is_part


def test_a_second_signature_is_kept() -> None:
    signed = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Bình\n"
    draft = draft_of(
        f"{BODY}Nơi nhận:\n- Các sở;\n- Lưu: VT.\n- Lưu: VX.\n{signed}TM. BAN CHỈ ĐẠO\n"
    )
    told = [remark.text for remark in draft.remarks if remark.place != "văn bản"]
    assert told[-2:] == ["- Lưu: VX.", "TM. BAN CHỈ ĐẠO"]


def test_a_unit_without_a_table_is_kept() -> None:
    text = f"{BODY}PHỤ LỤC\nDANH MỤC\nĐơn vị tính: triệu đồng\nChưa có dự án.\n"
    assert "Đơn vị tính: triệu đồng" in draft_of(text).text


def _grid(html: str) -> Grid:
    (grid,) = (block for block in read_html(html).blocks if isinstance(block, Grid))
    return grid


ROWS = [["TT", "Việc", "Hạn"], ["1", "Họp", "Quý I"]]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>TT<td>Việc<td>Hạn<tr><td>1<td>Họp<td>Quý I",
        "<table><tr><td><p>Trên<table><tr><th>TT<th>Việc<th>Hạn<tr><td>1<td>Họp<td>Quý I</table>"
        "<p>Dưới</table>",
        "<head><title>x<body><table><td>TT<td>Việc<td>Hạn</tr><tr><td>1<td>Họp<td>Quý I</table>",
    ],
)
def test_a_table_whose_end_tags_are_missing(html: str) -> None:
    assert _grid(html).rows == ROWS


def test_a_table_that_only_sets_columns_is_none() -> None:
    blocks = read_html(
        "<table><tr><td>Nơi nhận:<td>CHỦ TỊCH<tr><td>- Lưu: VT.<td>Lê Thị Bình</table>"
    ).blocks
    assert [block.text for block in blocks if isinstance(block, Line)] == [
        "Nơi nhận:", "CHỦ TỊCH", "- Lưu: VT.", "Lê Thị Bình"
    ]  # fmt: skip


def test_a_table_inside_two_columns_of_a_page_is_one() -> None:
    rows = "<table><tr><td>TT<td>Việc<td>Hạn<tr><td>1<td>Họp<td>Quý I</table>"
    html = f"<table><tr><td>Tin<td>Mới<tr><td>{rows}<td>Xem</table>"
    assert _grid(html).rows == ROWS
    assert len(read_html(html).blocks) == 4


def test_a_small_table_in_a_cell_is_of_the_cell() -> None:
    rows = "<tr><td>1<td>Họp<td>Quý I"
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    grid = _grid(f"<table>{rows}{rows}<tr><td>2<td>{inner}<td>Quý II</table>")
    assert grid.rows[2] == ["2", "a b\nc d", "Quý II"]


def test_a_line_that_a_break_cuts_goes_on() -> None:
    lines = read_html("<p align=center>Các sở<br>và xã<br>a) Mạng<br>Máy").blocks
    assert [block.text for block in lines if isinstance(block, Line)] == [
        "Các sở và xã", "a) Mạng", "Máy"
    ]  # fmt: skip


def test_a_number_typed_in_a_numbered_list_is_the_number() -> None:
    (line,) = read_html('<ol><li><span style="display:block;float:left">2.</span>Mạng</ol>').blocks
    assert isinstance(line, Line)
    assert (line.label, line.text) == ("", "2. Mạng")


def test_menus_and_what_follows_them_are_told_apart() -> None:
    lines = read_html("<nav>Trang chủ<button>Tìm</nav><p>Nội dung<span>!</span>").blocks
    assert [block.text for block in lines if isinstance(block, Line)] == ["Nội dung!"]


def _labels(html: str) -> list[str]:
    return [block.label for block in read_html(html).blocks if isinstance(block, Line)]


@pytest.mark.parametrize(
    ("html", "labels"),
    [
        ("<ol><li>A<ol><li>B<li>C</ol><li>D</ol>", ["1.", "1.1.", "1.2.", "2."]),
        ("<ol type=I><li>A<ol><li>B<ol type=a><li>C</ol></ol></ol>", ["I.", "1.", "a)"]),
        ("<ol type=I><li>A</ol><ol type=I><ol><li>B</ol></ol><ol type=I start=2><li>C</ol>",
         ["I.", "1.", "II."]),
        ("<ol><li>A</ol><p>x</p><ol><ol><li>B</ol></ol>", ["1.", "", "1.1."]),
        ("<ol start=3><li>A</ol><ol start=3><ol start=2><li>B</ol></ol>", ["3.", "3.2."]),
        ("<ol><li>A<ul><li>B<ul><li>C</ul></ul></ol>", ["1.", "-", "+"]),
        ('<ol style="list-style-type:upper-roman"><li value=4>A</ol>', ["IV."]),
        ('<ol style="list-style: lower-alpha"><li value=x>A</ol>', ["a)"]),
        ("<li>A</ol>", [""]),
    ],
)  # fmt: skip
def test_items_of_lists_have_the_numbers_that_show(html: str, labels: list[str]) -> None:
    assert _labels(html) == labels


def test_bullets_in_fonts_of_signs_are_bullets() -> None:
    html = (
        "<p><span style='font-family:Wingdings'>\xd8<span style='font:7.0pt \"Times New Roman\"'>"
        "&nbsp; </span></span>Mạng</p><p><font face='Symbol'>\xb7</font> Máy</p>"
        "<p style='x'><span style='color:red'>Sở</span> <span style='font-family:Symbol'>A</span>"
    )
    lines = read_html(html).blocks
    assert [block.text for block in lines if isinstance(block, Line)] == ["➢ Mạng", "• Máy", "Sở A"]


def test_marks_of_a_program_among_letters_are_none() -> None:
    (line,) = read_html("<p>\x04<b>I. MẠNG</b>\x05</p>").blocks
    assert isinstance(line, Line)
    assert (line.text, line.strong) == ("I. MẠNG", True)


def test_a_type_below_the_recipients_is_of_another_document() -> None:
    draft = draft_of("Kính gửi: Các sở\n1. Các sở báo cáo.\nNơi nhận:\n- Như trên;\nHƯỚNG DẪN\nMẫu")
    assert "trich_yeu: Mẫu" not in draft.text
    assert "Như trên" in draft.text


def test_a_line_that_says_more_than_the_name_of_the_state_is_kept() -> None:
    head = (
        "SỞ SỐ HÓA\nĐộc lập - Tự do - Hạnh phúc SỐ: 533 /KH-SSH Hòa An, ngày 05 tháng 3 năm 2026\n"
    )
    data = data_of(f"Trang 1{head}KẾ HOẠCH\nMạng\nI. MỘT\nViệc.\n")["van_ban"]
    assert data["so_van_ban"] == "533"
    assert data["dia_danh"] == "Hòa An"
    assert data["co_quan_ban_hanh"] == "Sở số hóa"
    more = " ".join(["chữ"] * 20)
    assert more in draft_of(f"Độc lập - Tự do - Hạnh phúc {more}\nKẾ HOẠCH\nMạng\nI. MỘT\nA.").text
