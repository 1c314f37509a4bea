"""Plain text → the draft of a plan."""

import time

import pytest

from kehoach_cli.imports.outline.labels import Label, label_of
from kehoach_cli.imports.pages.model import Grid, Line
from kehoach_cli.imports.proof import faults_in
from kehoach_cli.imports.text import paragraphs
from kehoach_cli.imports.text.reader import read_text
from tests.imports.samples import PLAN, data_of, draft_of

DATA = data_of(PLAN)


def test_the_head_is_read() -> None:
    head = {key: DATA["van_ban"][key] for key in list(DATA["van_ban"])[:7]}
    assert head == {
        "co_quan_chu_quan": "UBND tỉnh Hòa An",
        "co_quan_ban_hanh": "Sở Số hóa",
        "so_van_ban": "12",
        "ky_hieu": "KH-SSH",
        "dia_danh": "Hòa An",
        "ngay_ban_hanh": "05/3/2026",
        "trich_yeu": "Chuyển đổi số của Sở Số hóa năm 2026",
    }


def test_the_period_is_that_of_the_title() -> None:
    assert DATA["van_ban"]["thoi_ky"] == "2026"


def test_bases_that_print_alike_are_taken_apart() -> None:
    law, decree = DATA["can_cu"]
    assert law == "Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023"
    assert decree["so_ky_hieu"] == "64/2007/NĐ-CP"
    assert DATA["loi_dan"] == "Sở Số hóa ban hành Kế hoạch như sau:"


def test_sections_stand_at_their_depth() -> None:
    goals, work = DATA["noi_dung"]
    assert [goals["muc"], work["muc"]] == ["MỤC TIÊU", "TỔ CHỨC THỰC HIỆN"]
    assert goals["muc_con"][0]["muc"] == "Mục tiêu chung"
    assert work["danh_so_con"] == "a)"
    assert DATA["van_ban"]["danh_so"] == "I/1/a)"


def test_a_numbered_sentence_is_no_title() -> None:
    assert DATA["noi_dung"][0]["muc_con"][1].startswith("Mỗi phòng phải có")


def test_a_paragraph_cut_by_a_page_is_whole_again() -> None:
    text = DATA["noi_dung"][0]["muc_con"][0]["doan_van"]
    assert text.split("\n")[0].endswith("trên mạng của tỉnh.")
    assert text.split("\n")[1:] == ["- Hạ tầng:", "+ Máy chủ: 47 máy."]


def test_signer_and_recipients_are_read() -> None:
    van_ban = DATA["van_ban"]
    assert van_ban["nguoi_ky"] == {
        "ky_thay": "Giám đốc",
        "chuc_vu": "Phó Giám đốc",
        "ho_ten": "Nguyễn Văn An",
    }
    assert van_ban["noi_nhan"] == [{"ten": "UBND tỉnh", "vai_tro": "để báo cáo"}, "Các phòng"]
    assert van_ban["luu_van_thu"] == "VT, SH"


def test_projects_go_into_the_register() -> None:
    assert [item["ten"] for item in DATA["du_an"]] == ["Mạng LAN", "Máy chủ", "Một cửa"]
    assert DATA["du_an"][0]["tong_kinh_phi"] == "1.500"
    assert DATA["du_an"][0]["von"] == {"2026": {"ngan_sach_tinh": "1.000", "ngan_sach_xa": "200"}}
    assert DATA["nguon_von"]["ngan_sach_xa"] == "Ngân sách xã"
    assert DATA["phan_nhom"] == {"nhom": {"ha_tang": "Hạ tầng", "ung_dung": "Ứng dụng"}}


def test_totals_that_fit_are_dropped() -> None:
    table = DATA["phu_luc"][0]["doan_van"][0]["bang"]
    assert table["nguon"] == "du_an"
    assert "tong_ghi" not in table
    assert table["nhom_theo"] == "nhom"


def test_the_appendix_has_its_title_and_what_follows_the_table() -> None:
    appendix = DATA["phu_luc"][0]
    assert appendix["ten"] == "DANH MỤC DỰ ÁN NĂM 2026"
    assert appendix["doan_van"][1] == "Ghi chú: số liệu dự kiến."
    assert DATA["van_ban"]["don_vi_tien"] == "triệu đồng"


def test_the_draft_reads_without_a_fault() -> None:
    draft = draft_of(PLAN)
    assert faults_in(draft) == []
    assert draft.remarks == []
    assert draft.counts["dự án"] == 3


@pytest.mark.parametrize(
    "text",
    [
        "TT\tViệc\tHạn\n1\tHọp\tQuý I\n2\tBáo cáo\tQuý II\n",
        "| TT | Việc | Hạn |\n|---|---|---|\n| 1 | Họp | Quý I |\n| 2 | Báo cáo | Quý II |\n",
        "TT    Việc       Hạn\n1     Họp        Quý I\n2     Báo cáo    Quý II\n",
        "\tTT\n\tViệc\n\tHạn\n\n\t1\n\tHọp\n\tQuý I\n\n\t2\n\tBáo cáo\n\tQuý II\n",
    ],
)
def test_a_table_is_read_however_its_cells_are_parted(text: str) -> None:
    (grid,) = read_text(text).blocks
    assert isinstance(grid, Grid)
    assert grid.rows == [["TT", "Việc", "Hạn"], ["1", "Họp", "Quý I"], ["2", "Báo cáo", "Quý II"]]


def test_a_head_that_pages_repeat_stands_once() -> None:
    text = "TT\tViệc\tHạn\n1\tHọp\tQuý I\n\nTT\tViệc\tHạn\n2\tBáo cáo\tQuý II\n"
    (grid,) = read_text(text).blocks
    assert isinstance(grid, Grid)
    assert [row[0] for row in grid.rows] == ["TT", "1", "2"]


def test_a_row_that_lost_its_empty_cells_is_spread_again() -> None:
    text = (
        "TT\tTên\tTổng\tTrung ương\tTỉnh\tChủ trì\n"
        "1\tMột\t5\t\t5\tSở A\n2\tHai\t6\t\t6\tSở B\n3\tBa\t7\t7\tSở C\n"
    )
    (grid,) = read_text(text).blocks
    assert isinstance(grid, Grid)
    assert grid.rows[-1] == ["3", "Ba", "7", "", "7", "Sở C"]


def test_a_row_cut_by_a_page_goes_on() -> None:
    text = "TT\tTên\tHạn\n1\tKhảo sát các\tQuý I\n\txã còn lại\t\n2\tBáo cáo\tQuý II\n"
    (grid,) = read_text(text).blocks
    assert isinstance(grid, Grid)
    assert grid.rows[1] == ["1", "Khảo sát các xã còn lại", "Quý I"]


def test_lines_of_a_narrow_window_are_paragraphs_again() -> None:
    line = "Các sở, ngành, địa phương tổ chức thực hiện có hiệu quả Kế hoạch này và báo cáo"
    blocks = read_text("\n".join([line] * 30 + ["Hết."])).blocks
    assert len(blocks) == 1


def test_a_page_that_came_as_one_line_is_parted() -> None:
    text = "Hiện trạng. " * 70 + "- Mạng của tỉnh. - Máy của xã. I. MỤC TIÊU"
    assert [block.text for block in read_text(text).blocks if isinstance(block, Line)][-3:] == [
        "- Mạng của tỉnh.",
        "- Máy của xã.",
        "I. MỤC TIÊU",
    ]


def test_marks_of_markdown_and_html_are_taken_off() -> None:
    (line,) = read_text("### **Nội dung <b>chính</b>**").blocks
    assert line == Line("Nội dung chính", "dòng 1", depth=3, strong=True)


def test_nothing_is_read_as_an_expression() -> None:
    data = data_of("I. MỤC TIÊU\nGiá trị {{ tong }} và {% if %}.\n")
    assert data["noi_dung"][0]["doan_van"] == "Giá trị { { tong } } và { % if % }."


def test_what_is_not_known_goes_into_the_last_section() -> None:
    text = PLAN.replace("-------", "Bản sao có dấu đỏ")
    draft = draft_of(text)
    assert [remark.text for remark in draft.remarks] == ["Bản sao có dấu đỏ"]
    assert "Bản sao có dấu đỏ" in draft.text


def test_a_caption_that_disagrees_is_told_of() -> None:
    draft = draft_of(PLAN.replace("12/KH-SSH ngày 05/3/2026 của", "12/KH-SSH ngày 06/4/2026 của"))
    assert draft.remarks[0].told.startswith("khác số, ngày")


def test_a_head_that_is_lost_is_found_in_the_caption() -> None:
    text = PLAN[PLAN.index("KẾ HOẠCH") :]
    van_ban = data_of(text)["van_ban"]
    assert van_ban["so_van_ban"] == "12"
    assert van_ban["co_quan_ban_hanh"] == "Sở Số hóa"
    assert "# lấy ở dòng “(Kèm theo …)”" in draft_of(text).text


@pytest.mark.parametrize("text", ["\ta\n" * 20_000, "\ta\n\n" * 20_000, "1\ta\tb\n" * 5_000])
def test_a_hostile_text_is_read_in_one_pass(text: str) -> None:
    start = time.process_time()
    read_text(text)
    assert time.process_time() - start < 10


def test_a_paragraph_of_many_lines_is_not_read_again_at_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []

    def reading(text: str) -> Label | None:
        read.append(len(text))
        return label_of(text)

    monkeypatch.setattr(paragraphs, "label_of", reading)
    lines = ["Sở Số hóa", *(f"làm việc {number} của" for number in range(300))]
    assert read_text("\n".join(lines)).blocks == [Line(" ".join(lines), "dòng 1")]
    assert max(read) <= 400


def test_capitals_go_on_only_while_all_is_in_capitals() -> None:
    text = "I. NHIỆM VỤ VÀ GIẢI PHÁP PHÁT TRIỂN,\nHOÀN THIỆN NỀN TẢNG 2026\nSở Y tế chủ trì."
    assert [block.text for block in read_text(text).blocks if isinstance(block, Line)] == [
        "I. NHIỆM VỤ VÀ GIẢI PHÁP PHÁT TRIỂN, HOÀN THIỆN NỀN TẢNG 2026",
        "Sở Y tế chủ trì.",
    ]
