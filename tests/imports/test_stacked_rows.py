"""Rows of tables with a cell a line whose numbers alone do not tell where they begin."""

import pytest

from kehoach_cli.imports.pages import Grid
from kehoach_cli.imports.row_numbers import Numbers
from kehoach_cli.imports.text_reader import read_text

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
