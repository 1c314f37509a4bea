"""Plans as other hands typed them: contents, breaks in the end, further documents, bare tables."""

from typing import Any

import pytest

from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.pages.model import Block, Grid, Line
from kehoach_cli.imports.parts.closing import begins_closing
from kehoach_cli.imports.parts.contents import without_contents
from kehoach_cli.imports.text.reader import read_text
from kehoach_cli.imports.yaml_text import bare
from tests.imports.samples import PLAN, data_of


def _lines(*texts: str) -> list[Block]:
    return [Line(text, "") for text in texts]


def test_a_table_of_contents_is_made_anew() -> None:
    contents = "MỤC LỤC\nI. MỤC TIÊU ........ 2\nII. TỔ CHỨC THỰC HIỆN\t5\n\nI. MỤC TIÊU\n"
    plain, found = data_of(PLAN), data_of(PLAN.replace("I. MỤC TIÊU\n", contents, 1))
    assert found["muc_luc"] == "có"
    assert found["noi_dung"] == plain["noi_dung"]


@pytest.mark.parametrize(
    "texts",
    [
        ("MỤC LỤC", "I. Mục tiêu 2", "Mục tiêu"),  # one entry only
        ("MỤC LỤC", "I. Mục tiêu 2", "II. Kinh phí 3", "III. Khác"),  # nothing of it below
        ("I. Mục tiêu 2", "II. Kinh phí 3", "I. Mục tiêu", "II. Kinh phí"),
    ],
)
def test_lines_that_list_nothing_below_are_text(texts: tuple[str, ...]) -> None:
    assert without_contents(_lines(*texts)) == (_lines(*texts), 0)


def test_recipients_in_one_paragraph_with_breaks_begin_the_end() -> None:
    texts = "Nơi nhận:\n- Như Điều 3;\n- Ủy ban nhân dân các huyện, thành phố;\n- Lưu: VT."
    assert begins_closing(Line(texts, ""))


def test_a_rule_under_the_title_is_no_part_of_it() -> None:
    data = data_of(PLAN.replace("năm 2026\n", "năm 2026\n__________\n", 1))
    assert data["van_ban"]["trich_yeu"] == "Chuyển đổi số của Sở Số hóa năm 2026"


@pytest.mark.parametrize(
    ("text", "value"),
    [("PHẦN MỘT", 1), ("Phần ba: MỤC TIÊU", 3), ("CHƯƠNG HAI\nNỘI DUNG", 2)],
)
def test_parts_are_numbered_in_words(text: str, value: int) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.value, label.rank) == (value, 0 if text[0] == "P" else 1)


@pytest.mark.parametrize(
    "text", ["Phần hai của kế hoạch", "Phần Hai Bà Trưng", "Mục một: Lộ trình"]
)
def test_words_that_number_no_part(text: str) -> None:
    assert label_of(text) is None


def test_a_second_document_in_the_file_is_told_of() -> None:
    draft = drafted(read_text(PLAN + "\n" + PLAN.replace("12/KH-SSH", "13/KH-SSH")))
    told = [remark.text for remark in draft.remarks if "văn bản khác" in remark.told]
    assert told == ["KẾ HOẠCH Chuyển đổi số của Sở Số hóa năm 2026"]
    data: Any = bare(draft.data)
    last = data["phu_luc"][-1]
    assert last["ten"] == told[0]
    assert [part["muc"] for part in last["muc_con"]] == ["MỤC TIÊU", "TỔ CHỨC THỰC HIỆN"]
    assert "SỞ SỐ HÓA" in last["doan_van"]


def test_a_form_in_an_appendix_is_no_second_document() -> None:
    form = "PHỤ LỤC II\nMẪU BÁO CÁO\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: .../BC-...\nBÁO CÁO\n"
    assert not [r for r in drafted(read_text(PLAN + form)).remarks if "văn bản khác" in r.told]


CELLS = ["Năm", "Số lớp", "Kinh phí", "2011", "20", "1.000", "Sau đó", "24", "1.200"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_table_with_a_cell_a_line_and_no_numbers_is_read(gap: str) -> None:
    text = gap.join(["Kinh phí như sau:", *CELLS, "Cộng", "2.200", "Câu sau bảng."])
    _, grid, after = read_text(text).blocks
    assert isinstance(grid, Grid)
    rows = [["2011", "20", "1.000"], ["Sau đó", "24", "1.200"], ["Cộng", "", "2.200"]]
    assert grid.rows[1:] == rows
    assert isinstance(after, Line)


@pytest.mark.parametrize(
    "cells",
    [CELLS[:6], ["Năm", "Lớp", "Chi", "A", "B", "C", "D", "E", "G"], [*CELLS[:7], "Chưa có"]],
)
def test_lines_that_no_figures_set_apart_stay_lines(cells: list[str]) -> None:
    assert not any(isinstance(block, Grid) for block in read_text("\n".join(cells)).blocks)


PRINTED = """\
STT            Thiết bị    Số lượng       Đơn giá        Tiền
1              Máy chủ                 2   185.000.0 370.000.0
                                                  00        00
2              Máy trạm              60    14.500.00 870.000.0
                                                   0        00
     II.    ĐÀO TẠO
Tập huấn cho viên chức.
"""


def test_figures_that_had_no_room_are_whole_and_a_heading_ends_the_table() -> None:
    grid, *after = read_text(PRINTED).blocks
    assert isinstance(grid, Grid)
    assert grid.rows[1:] == [
        ["1", "Máy chủ", "2", "185.000.000", "370.000.000"],
        ["2", "Máy trạm", "60", "14.500.000", "870.000.000"],
    ]
    assert [line.text for line in after if isinstance(line, Line)] == [
        "II. ĐÀO TẠO", "Tập huấn cho viên chức.",
    ]  # fmt: skip


def test_a_name_right_behind_a_sum_is_of_the_next_column() -> None:
    text = (
        "TT   Hạng mục      Tổng          Nguồn\n"
        "1    Trung tâm           80.500 Ngân sách tỉnh\n"
        "2    Máy quay            40.000 Vốn ODA\n"
    )
    (grid,) = read_text(text).blocks
    assert isinstance(grid, Grid)
    assert grid.rows == [
        ["TT", "Hạng mục", "Tổng", "Nguồn"],
        ["1", "Trung tâm", "80.500", "Ngân sách tỉnh"],
        ["2", "Máy quay", "40.000", "Vốn ODA"],
    ]


def test_a_printed_table_without_numbers_goes_on_in_its_cells() -> None:
    text = (
        "Thời gian         Hoạt động                 Nơi thực hiện\n"
        "Quý I             Hội nghị                  Cấp tỉnh và\n"
        "                  trực tuyến                12 huyện\n"
        "Quý II            Thi tìm hiểu              Toàn tỉnh\n"
        "                    Chương III\n"
    )
    grid, line = read_text(text).blocks
    assert isinstance(grid, Grid)
    assert grid.rows[1:] == [
        ["Quý I", "Hội nghị trực tuyến", "Cấp tỉnh và 12 huyện"],
        ["Quý II", "Thi tìm hiểu", "Toàn tỉnh"],
    ]
    assert isinstance(line, Line)


def test_short_paragraphs_a_line_each_are_not_run_together() -> None:
    lines = [f"Các sở, ngành, địa phương tổ chức thực hiện nội dung {n} này;" for n in range(30)]
    text = "\n".join(["Chuyển đổi số trên địa bàn xã Đồng Tâm 6 tháng cuối năm 2025", *lines])
    assert len(read_text(text).blocks) == 31


def test_years_from_to_are_no_bullet() -> None:
    text = "Hiện trạng. " * 70 + "Nghị quyết nhiệm kỳ 2005 - 2010. - 100% xã có mạng."
    assert [block.text for block in read_text(text).blocks if isinstance(block, Line)][1:] == [
        "- 100% xã có mạng."
    ]


@pytest.mark.parametrize(
    ("above", "own"),
    [("TỔNG CÔNG TY NƯỚC HÒA AN", "CÔNG TY CẤP NƯỚC SỐ 1"),
     ("ĐẠI HỌC HÒA AN", "TRƯỜNG ĐẠI HỌC KỸ THUẬT")],
)  # fmt: skip
def test_enterprises_and_universities_issue_plans(above: str, own: str) -> None:
    head = PLAN.replace("UBND TỈNH HÒA AN\nSỞ SỐ HÓA", f"{above}\n{own}", 1)
    van_ban = data_of(head)["van_ban"]
    found = van_ban["co_quan_chu_quan"], van_ban["co_quan_ban_hanh"]
    assert tuple(name.upper() for name in found) == (above, own)
