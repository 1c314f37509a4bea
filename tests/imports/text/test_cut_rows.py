"""Rows of tables with a cell a line whose numbers alone do not tell where they begin."""

import pytest

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.text.cut_rows import cut_rows
from kehoach_cli.imports.text.reader import read_text
from kehoach_cli.imports.text.row_numbers import SUM, Numbers

SYSTEMS = [
    ["TT", "Hệ thống", "Cấp độ", "Đơn vị vận hành"],
    ["1", "Quản lý văn bản", "2", "Văn phòng"],
    ["2", "Trung tâm dữ liệu", "3", "Trung tâm Số hóa"],
    ["3", "Trang thông tin", "1", "Văn phòng"],
]
GROUPS = [
    ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
    ["I", "Thể chế", "", ""],
    ["1", "Lập quy chế", "Văn phòng", "Quý I"],
    ["2", "Lập danh mục", "Phòng Hạ tầng", "Quý II"],
    ["II", "Dữ liệu", "", ""],
    ["3", "Quét hồ sơ", "Văn phòng", "Quý III"],
]
PARTS = [
    ["STT", "Nội dung", "Đơn vị", "Thời gian"],
    ["1", "Tuyên truyền", "", ""],
    ["1.1", "Phát thanh", "Văn phòng", "Hằng tuần"],
    ["1.2", "Họp thôn", "Các thôn", "Hằng tháng"],
    ["2", "Hạ tầng", "", ""],
    ["2.1", "Lắp mạng", "Phòng Hạ tầng", "2026"],
]
MONTHS = [
    ["Tháng", "Nội dung công việc", "Người phụ trách"],
    ["9/2026", "Lập tổ", "Ban Giám hiệu"],
    ["10/2026", "Tập huấn học bạ số", "Tổ số hóa"],
    ["12/2026", "Sơ kết", "Văn phòng"],
]
FIELDS = [
    ["Lĩnh vực", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
    ["Thể chế", "Rà soát văn bản", "Phòng Tư pháp", "Tháng 11"],
    ["Thủ tục", "Niêm yết thủ tục", "Văn phòng", "Thường xuyên"],
]
AROUND = "1. Việc phải làm\nMỗi phòng làm việc của mình.\n{}\nNơi nhận:\n- Lưu: VT.\n"


def _rows(text: str) -> list[list[str]]:
    (grid,) = (block for block in read_text(text).blocks if isinstance(block, Grid))
    return grid.rows


@pytest.mark.parametrize("rows", [SYSTEMS, GROUPS, PARTS, MONTHS, FIELDS])
@pytest.mark.parametrize("form", ["blank", "barred"])
def test_where_no_cell_is_lost_rows_are_as_wide_as_the_head(
    rows: list[list[str]], form: str
) -> None:
    cells = [cell for row in rows for cell in row]
    if form == "blank":
        text = "\n\n".join(cell or "\xa0" for cell in cells)
    else:
        text = "\n|\n".join(cells) + "\n|"
    assert _rows(AROUND.format(text)) == rows


def test_a_sum_that_would_stand_in_the_middle_of_a_row_begins_one() -> None:
    rows = _rows("TT\nViệc\nChủ trì\nKinh phí\n1\nMạng\nSở A\n10\n2\nMáy\nTổng cộng\n20\n")
    assert rows[-1][-2:] == ["", "20"] or "Tổng cộng" in rows[-1]
    assert "Tổng cộng" not in rows[2]


def test_sums_below_whole_rows_stand_under_the_last_figures() -> None:
    rows = ["TT", "Việc", "Số lượng", "Đơn giá", "Thành tiền", "1", "Máy", "2", "10", "20"]
    rows += ["2", "Mạng", "3", "10", "30", "Cộng", "50"]
    assert _rows("\n".join(rows))[-1] == ["", "Cộng", "", "", "50"]
    below = ["Các phòng làm tốt việc của mình.", "Văn phòng theo dõi."]
    assert _rows("\n".join([*rows, *below]))[-1] == ["", "Cộng", "", "", "50"]


WORK = [
    ["STT", "Nội dung công việc", "Đơn vị thực hiện", "Đơn vị tính", "Kinh phí", "Nguồn vốn"],
    ["I", "Nhiệm vụ chuyển tiếp", "", "", "1.250", ""],
    ["1", "Nâng cấp trang thông tin điện\ntử của phường", "Phòng Văn hóa và\nThông tin",
     "trang", "850", "Ngân sách phường"],
    ["2", "Quét hồ sơ, gồm\n- Hộ tịch", "Phòng Tư pháp", "hồ sơ", "400", ""],
    ["", "Tổng cộng", "", "", "1.250", ""],
]  # fmt: skip


def test_cells_that_go_on_over_lines_are_whole_again() -> None:
    text = "\n".join(cell for row in WORK for cell in row if cell)
    rows = _rows(AROUND.format(text))
    assert rows == [[_whole(cell) for cell in row] for row in WORK]


def _whole(cell: str) -> str:
    return "\n-".join(part.replace("\n", " ") for part in cell.split("\n-"))


def test_a_last_row_ends_before_the_text_below() -> None:
    head = ["STT", "Nội dung", "Đơn vị thực hiện", "Thời gian"]
    cells = [
        "1",
        "Lập kho dữ liệu\ncủa tỉnh",
        "Sở Y tế",
        "Quý I",
        "2",
        "Mở kho",
        "Sở Y tế",
        "Quý II,\nQuý III",
    ]
    rows = _rows("\n".join([*head, *cells, "Các phòng làm tốt việc của mình trong năm."]))
    assert rows[-1] == ["2", "Mở kho", "Sở Y tế", "Quý II, Quý III"]


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "Việc", "Sở A và", "Sở B", "2", "Việc khác hẳn", "Sở C và", "Sở D"],
        ["Việc", "của tỉnh", "1", "Việc", "Sở A", "12"],
        ["1", *["Lời dài dòng của tỉnh."] * 45, "2", "Việc", "của xã", "Sở A"],
    ],
)
def test_lines_that_fit_no_heads_are_not_forced_under_them(cells: list[str]) -> None:
    head = ["STT", "Nội dung", "Đơn vị thực hiện", "Kinh phí"]
    assert cut_rows([*head, *cells], 4) is None


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [("Tổng cộng", True), ("CỘNG (I+II)", True), ("Tổng số", True), ("Tổng", True),
     ("Tổng cục Thuế", False), ("Công an tỉnh", False), ("Tổng hợp báo cáo", False)],
)  # fmt: skip
def test_the_name_of_a_sum_is_no_name_of_a_body(text: str, is_sum: bool) -> None:
    assert bool(SUM.fullmatch(text)) == is_sum


@pytest.mark.parametrize(
    ("numbers", "taken"),
    [
        ("1 1.1 1.2 1.2.1 1.2.2 1.3 2 2.1", "1 1.1 1.2 1.2.1 1.2.2 1.3 2 2.1"),
        ("1 2.1 1.2 1.1.1 1.1 1.3", "1 1.1"),
        ("I 1 2 II 3 III 1", "I 1 2 II 3 III 1"),
        ("A I 1 B I 2 4", "A I 1 B I 2"),
        ("01 02 04", "01 02"),
    ],
)
def test_numbers_of_rows_go_on_or_begin_anew(numbers: str, taken: str) -> None:
    counts = Numbers()
    assert [one for one in numbers.split() if counts.takes(one, "Việc")] == taken.split()


@pytest.mark.parametrize("after", ["", "12", "việc"])
def test_a_number_opens_no_row_without_a_name_behind_it(after: str) -> None:
    assert not Numbers().takes("1", after)
