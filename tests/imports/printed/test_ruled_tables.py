"""Tables of text that came from PDF, portals and narrow windows; marks of pages; code pages."""

import unicodedata

import pytest

from kehoach_cli.imports.letters.code_pages import converted, readable
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.outline.tree import outlined
from kehoach_cli.imports.pages.model import Grid, Line, Pages
from kehoach_cli.imports.text.reader import read_text
from tests.imports.samples import data_of


def _grid(text: str) -> Grid:
    (grid,) = (block for block in read_text(text).blocks if isinstance(block, Grid))
    return grid


def _texts(text: str) -> list[str]:
    return [block.text for block in read_text(text).blocks if isinstance(block, Line)]


TASKS = [
    ["STT", "Nhiệm vụ", "Chủ trì", "Hạn"],
    ["1", "Mạng của xã", "Công an tỉnh", "Quý I"],
    ["2", "Máy chủ", "", "Quý II"],
    ["", "Tổng cộng", "", "2"],
]
CELLS = [cell for row in TASKS for cell in row]


def test_a_row_that_lost_an_empty_cell_keeps_the_others() -> None:
    rows = _grid("\n".join(cell for cell in CELLS if cell)).rows
    assert [[cell for cell in row if cell] for row in rows] == [
        [cell for cell in row if cell] for row in TASKS
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(cell or "\xa0" for cell in CELLS),
        "\n".join(f"{cell}\n|" for cell in CELLS),
        "\n".join(" | ".join(row) + " |" for row in TASKS),
        "STT  Nhiệm vụ   Chủ trì      Hạn\n1    Mạng của   Công an      Quý I\n"
        "     xã         tỉnh\n2    Máy chủ                 Quý II\n     Tổng cộng               2",
    ],
)
def test_a_table_with_lost_empty_cells_is_found(text: str) -> None:
    grid = _grid(f"{text}\nNơi nhận: | CHỦ TỊCH |\n")
    assert grid.rows == TASKS


HEADS = ["TT", "Dự án", "Chủ trì", "Tổng số", "Trong đó", "Ghi chú", "Năm 2026", "Năm 2027"]
SUMS = [
    ["", "Tổng cộng", "", "90", "50", "40", ""],
    ["I", "Hạ tầng", "", "50", "30", "20", ""],
    ["1", "Mạng", "Sở A", "50", "30", "20", "Mới"],
    ["II", "Ứng dụng", "", "40", "20", "20", ""],
    ["1", "Một cửa", "Sở B", "40", "20", "20", ""],
]


@pytest.mark.parametrize("blank", ["", "\xa0"])
def test_a_heading_over_others_is_found_in_cells_of_a_line_each(blank: str) -> None:
    cells = [*HEADS, *(cell or blank for row in SUMS for cell in row)]
    grid = _grid("\n\n".join(cell for cell in cells if cell))
    assert grid.rows[0] == ["TT", "Dự án", "Chủ trì", "Tổng số", "Trong đó", "", "Ghi chú"]
    assert grid.spans[0, 4] == (1, 2)
    assert [[cell for cell in row if cell] for row in grid.rows[2:]] == [
        [cell for cell in row if cell] for row in SUMS
    ]


def test_a_head_that_is_not_understood_keeps_its_words() -> None:
    heads = [*HEADS[:5], "Kinh phí A", "Kinh phí B", "Năm 2026", "Năm 2027"]
    cells = [*heads, *(cell or "\xa0" for row in SUMS for cell in row)]
    grid = _grid("\n\n".join(cells))
    assert {cell for row in grid.rows for cell in row} >= {*heads, "Mạng", "Một cửa"}


def test_lines_of_a_cell_are_one_but_for_its_bullets() -> None:
    cells = [
        "TT",
        "Việc",
        "Hạn",
        "1",
        "Mạng\ncủa xã:\n- LAN;\n+ WAN",
        "Quý I",
        "2",
        "Máy",
        "Quý II",
    ]
    assert _grid("".join(f"{cell}\n|\n" for cell in cells)).rows[1][1] == (
        "Mạng của xã:\n- LAN;\n+ WAN"
    )
    stacked = "TT\nViệc\nHạn\n1\nMạng\n- LAN\n- WAN\nQuý I\n2\nMáy\nQuý II"
    assert _grid(stacked).rows[1] == ["1", "Mạng\n- LAN\n- WAN", "Quý I"]


@pytest.mark.parametrize(
    "text",
    [
        "TT\nViệc\n1\nHọp",
        "TT\nViệc\nHạn\n" + "a" * 500,
        "TT\nViệc\nHạn\nKhác\nNữa\nCuối",
        "TT\nViệc\nHạn\n1\nHọp\nQuý I\nII. GIẢI PHÁP",
        "TT\n|\nViệc\n|\nHạn\n|\n" + "x\n" * 20 + "|\n",
        "TT\nViệc\nHạn\n1\n12\n13\n14",
    ],
)
def test_what_is_no_table_stays_text(text: str) -> None:
    blocks = read_text(text).blocks
    assert all(isinstance(block, Line) for block in blocks)


PAGES = """\
TT   Nội dung        Đơn vị     Kinh phí (triệu đồng)      Ghi chú
                     chủ trì    Tổng số   2026    2027
     Tổng cộng                  9.000     5.000   4.000
A    Hạ tầng                    9.000     5.000   4.000
1    Hệ thống họp    Sở Nội     5.000     3.000   2.000    Chuyển
     không giấy tờ   vụ                                    tiếp
     giai đoạn
\f
     hai
2    Mạng của Sở Y tế   4.000   2.000   2.000
     tỉnh
II. GIẢI PHÁP
"""


def test_a_table_goes_on_over_pages_however_its_columns_shift() -> None:
    grid = _grid(PAGES)
    assert grid.rows[:2] == [
        ["TT", "Nội dung", "Đơn vị chủ trì", "Kinh phí (triệu đồng)", "", "", "Ghi chú"],
        ["", "", "", "Tổng số", "2026", "2027", ""],
    ]
    assert grid.spans[0, 3] == (1, 3)
    assert grid.rows[4][1] == "Hệ thống họp không giấy tờ giai đoạn hai"
    assert grid.rows[4][6] == "Chuyển tiếp"
    assert grid.rows[5][0] == "2"
    assert grid.rows[5][-4:] == ["4.000", "2.000", "2.000", ""]
    assert _texts(PAGES) == ["II. GIẢI PHÁP"]


def test_a_head_that_pages_repeat_stands_once_in_print() -> None:
    head = "TT   Việc       Hạn\n"
    text = (
        f"{head}1    Họp        Quý I\n\f{head}2    Báo cáo    Quý II\n\f\nTrên đây là Kế hoạch.\n"
    )
    assert [row[0] for row in _grid(text).rows] == ["TT", "1", "2"]


def test_cells_a_blank_apart_are_parted_where_a_column_begins() -> None:
    text = (
        "TT   Việc         Chủ trì       Phối hợp     Hạn\n"
        "1    Họp          Sở Y tế       Sở Nội vụ    Quý I\n"
        "2    Khảo sát các Sở Khoa học   Sở Nội vụ    Quý II\n"
        "     xã           và Công nghệ\n"
    )
    assert _grid(text).rows[2] == [
        "2", "Khảo sát các xã", "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Quý II"
    ]  # fmt: skip


def test_a_number_in_the_middle_of_its_row_takes_the_lines_above_it() -> None:
    text = (
        "TT   Việc             Hạn\n"
        "1    Họp giao ban     Quý I\n"
        "     Khảo sát mạng\n"
        "2    của các xã       Quý II\n"
        "     còn lại\n"
    )
    assert [row[1] for row in _grid(text).rows[1:]] == [
        "Họp giao ban", "Khảo sát mạng của các xã còn lại"
    ]  # fmt: skip


def test_a_table_that_counts_no_rows() -> None:
    text = (
        "Năm          Số máy tính     Số máy chủ     Tỷ lệ\n"
        "                                            kết nối\n"
        "2024         450             3              88,5\n"
        "2025         512             4              91,0\n"
    )
    assert _grid(text).rows == [
        ["Năm", "Số máy tính", "Số máy chủ", "Tỷ lệ kết nối"],
        ["2024", "450", "3", "88,5"],
        ["2025", "512", "4", "91,0"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "TT   Việc     Hạn\n\f1    Họp      Quý I",
        "TT   Việc     Hạn\nChưa có việc nào trong năm nay.",
        "TT   Việc\n1    Họp\n2    Báo cáo",
        "Họp   Báo cáo\nMạng   Máy",
        "Sở A     Sở B     Sở C\n\fMột     Hai     Ba\nBốn     Năm     Sáu",
        "Sở A     Sở B     Sở C\nMột     Hai     Ba\nBốn",
    ],
)
def test_words_set_apart_are_not_always_a_table(text: str) -> None:
    words = " ".join(
        block.text if isinstance(block, Line) else " ".join(map(" ".join, block.rows))
        for block in read_text(text).blocks
    )
    assert sorted(words.split()) == sorted(text.split())


def test_page_numbers_and_running_heads_are_taken_off() -> None:
    pages = "\f".join(f"KH số 12\nDòng đầu trang {n},\nvà tiếp.\n- {n} -\n" for n in range(1, 5))
    read = read_text(pages)
    assert [block.text for block in read.blocks if isinstance(block, Line)] == [
        f"Dòng đầu trang {n}, và tiếp." for n in range(1, 5)
    ]
    assert read.remarks[0].text == "KH số 12"


def test_a_page_number_in_a_sentence_is_taken_off() -> None:
    text = "Các sở, ngành tổ chức thực hiện Kế hoạch\n2\nvà báo cáo kết quả.\n3\nHết."
    assert _texts(text) == [
        "Các sở, ngành tổ chức thực hiện Kế hoạch và báo cáo kết quả.",
        "3",
        "Hết.",
    ]


def test_numbers_that_lost_their_points_are_numbers() -> None:
    text = (
        "KẾ HOẠCH\nNăm 2026\nA MỤC TIÊU\nI Chung\n1 Mạng\n1.1 Hạ tầng\n2 Máy\nB NỘI DUNG\nI Việc\n"
    )
    parts = data_of(text)["noi_dung"]
    assert [part["muc"] for part in parts] == ["MỤC TIÊU", "NỘI DUNG"]
    assert [part["muc"] for part in parts[0]["muc_con"][0]["muc_con"]] == ["Mạng", "Máy"]


def test_markers_that_do_not_run_on_are_numbers() -> None:
    assert _texts("(1)Một.\n(3)Ba.") == ["(1)Một.", "(3)Ba."]


def test_an_article_holds_sections_and_letters_hold_numbers() -> None:
    lines = ["Điều 1. Phê duyệt", "I. MỤC TIÊU", "II. NHIỆM VỤ", "Điều 2. Giao",
             "a) Một", "1) Hai", "2) Ba", "b) Bốn", "(1) Năm"]  # fmt: skip
    root = outlined([Line(text, "") for text in lines])
    assert [part.kind for part in root.children] == ["Điều 1", "Điều 1"]
    assert [part.kind for part in root.children[0].children] == ["I", "I"]
    letters = root.children[1].children
    assert [part.kind for part in letters] == ["a)", "a)"]
    assert [part.kind for part in letters[0].children] == ["1)", "1)"]


WRAPPED = "Các sở, ngành, địa phương tổ chức thực hiện có hiệu quả Kế hoạch này và\nbáo cáo.\n" * 12


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("I. CĂN CỨ XÂY DỰNG\nKẾ HOẠCH", "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH"),
        ("Điều 2. Giao\nGiám đốc Sở thực hiện.", "Điều 2. Giao Giám đốc Sở thực hiện."),
        ("- Rà soát các nhiệm vụ, giải pháp đã được giao tại Kế hoạch năm 2025;\nvà báo cáo.",
         "- Rà soát các nhiệm vụ, giải pháp đã được giao tại Kế hoạch năm 2025; và báo cáo."),
    ],
)  # fmt: skip
def test_lines_that_a_narrow_page_cuts_are_whole_again(cut: str, whole: str) -> None:
    assert whole in _texts(f"{WRAPPED}{cut}\n{WRAPPED}")


def test_recipients_beside_the_signature() -> None:
    van_ban = data_of(
        "KẾ HOẠCH\nNăm 2026\nI. MỤC TIÊU\nMột.\n"
        "Nơi nhận:                            KT. GIÁM ĐỐC\n"
        "- UBND tỉnh;                        PHÓ GIÁM ĐỐC\n"
        "- Phòng Giáo dục các huyện, thành        Lê Thị Bình\nphố (để thực hiện);\n- Lưu: VT.\n"
        "\fPHỤ LỤC\nDANH MỤC\n"
    )["van_ban"]
    assert van_ban["nguoi_ky"]["ho_ten"] == "Lê Thị Bình"
    assert van_ban["noi_nhan"][1]["ten"] == "Phòng Giáo dục các huyện, thành phố"


TEXT = "Ủy ban nhân dân tỉnh ban hành Kế hoạch ứng dụng công nghệ thông tin năm 2026. " * 4


def _as_cp1258(text: str) -> bytes:
    """What Windows writes: tones apart from their letters."""
    found = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        plain = "".join(part for part in parts if part not in tones)
        found += unicodedata.normalize("NFC", plain) + tones
    return found.encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        _as_cp1258(TEXT),
        b"<meta charset=windows-1258><p>" + _as_cp1258(TEXT),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16"),
        TEXT.encode(),
        f"<html><p>{TEXT}".encode("utf-16"),
        b"<meta charset=klingon><p>" + _as_cp1258(TEXT),
    ],
)
def test_text_of_every_code_page_is_read(data: bytes) -> None:
    (line,) = pages_of("a.txt", data).blocks
    assert isinstance(line, Line)
    assert line.text == TEXT.strip()


def test_capitals_of_old_fonts_are_capitals() -> None:
    assert converted("KÕ HO¹CH ñY BAN", "TCVN3") == "KẾ HOẠCH ỦY BAN"
    assert converted("cña ñY BAN tØnh", "TCVN3") == "của ỦY BAN tỉnh"


def test_a_table_of_layout_in_old_letters_is_none() -> None:
    words = "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc c«ng nghÖ th«ng tin tØnh"
    pages = readable(Pages([Grid([["Së Sè hãa", words], ["Sè: 12", words]], "bảng 1")]))
    assert [block.text for block in pages.blocks if isinstance(block, Line)][::2] == [
        "Sở Số hóa", "Số: 12"
    ]  # fmt: skip


def test_a_heading_over_figures_is_found_without_saying_so() -> None:
    heads = [*HEADS[:4], "Mức vốn", *HEADS[5:]]
    cells = [*heads, *(cell or "\xa0" for row in SUMS for cell in row)]
    grid = _grid("\n\n".join(cells))
    over = next(at for (_, at), (_, across) in grid.spans.items() if across == 2)
    assert over in (3, 4)
    assert {cell for row in grid.rows for cell in row} >= set(heads)


def test_a_blank_or_two_do_not_say_that_all_cells_are_there() -> None:
    rows = [["1", "Mạng", "Sở A", "Quý I"], ["2", "Máy", "Quý II"], ["3", "Họp", "Quý III"],
            ["4", "Mua", "Sở B", "Quý I"], ["5", "Thuê", "Sở C", "Quý I"]]  # fmt: skip
    cells = ["TT", "Việc", "Chủ trì", "Hạn", *(cell for row in rows for cell in row), "\xa0"]
    assert [row[:2] for row in _grid("\n".join(cells)).rows[1:]] == [row[:2] for row in rows]


def test_a_column_that_only_some_rows_fill_is_one() -> None:
    text = (
        "TT   Việc          Chủ trì      Hạn\n"
        "1    Họp           Sở Y tế                   Chậm\n"
        "2    Báo cáo                    Quý II       Đúng\n"
    )
    rows = _grid(text).rows
    assert rows[1][1:] == ["Họp", "Sở Y tế", "", "Chậm"]
    assert rows[2][1:] == ["Báo cáo", "", "Quý II", "Đúng"]


WORK = [
    ["Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện"],
    ["Xây dựng kho dữ liệu dùng chung", "Sở Số hóa", "Các sở, ban, ngành", "Quý II"],
    ["Họp Ban Chỉ đạo", "Văn phòng", "", "Hằng năm"],
    ["Mua máy tính cho xã", "UBND các xã", "Sở Tài chính", "Trước ngày 30/6"],
]
PEOPLE = [
    ["Họ và tên", "Chức vụ", "Nhiệm vụ"],
    ["Lê Thị Bình", "Chủ tịch UBND xã", "Trưởng ban"],
    ["Trần Văn Cường", "Kế toán", "Thành viên"],
]
COSTS = [
    ["Tên dự án", "Chủ đầu tư", "Thời gian", "Tổng mức đầu tư", "Nguồn vốn"],
    ["Mạng của xã", "Công an tỉnh", "2026", "1.500", "Ngân sách tỉnh"],
    ["Máy chủ của tỉnh và các xã", "Sở Số hóa", "2026-2027", "2.000", "Xã hội hóa"],
]
AROUND = "1. Việc phải làm\nMỗi phòng làm việc của mình.\n{}\nNơi nhận:\n- Lưu: VT.\n"


def _cut(cell: str) -> str:
    """A cell over two lines."""
    first, _, rest = cell.rpartition(" ")
    return f"{first}\n{rest}" if first and rest[0].islower() else cell


@pytest.mark.parametrize("rows", [WORK, PEOPLE, COSTS])
@pytest.mark.parametrize("counted", [False, True])
@pytest.mark.parametrize("form", ["lost", "nbsp", "spaced", "cut", "cut and spaced"])
def test_cells_of_a_line_each_are_rows_by_what_stands_in_them(
    rows: list[list[str]], counted: bool, form: str
) -> None:
    if counted:
        rows = [["STT" if at == 0 else str(at), *row] for at, row in enumerate(rows)]
    cells = [cell or ("\xa0" if form == "nbsp" else "") for row in rows for cell in row]
    cells = [_cut(cell) if "cut" in form else cell for cell in cells if cell]
    text = ("\n\n" if "spaced" in form else "\n").join(cells)
    assert _grid(AROUND.format(text)).rows == rows


@pytest.mark.parametrize(
    "text",
    [
        "Nội dung\nĐơn vị chủ trì\nThời gian\nHọp",
        "NỘI DUNG\nĐơn vị chủ trì\nThời gian\nHọp\nSở A\nQuý I\nHọp\nSở A\nQuý I",
        "Nội dung\nĐơn vị chủ trì\nThời gian\nHọp giao ban\nHọp báo\nHọp xã\nGặp mặt\nThi đấu\nHội",
        "Số lượng 10\nĐơn vị chủ trì\nThời gian\nHọp\nSở A\nQuý I\nHọp\nSở A\nQuý I",
    ],
)
def test_lines_that_only_begin_like_a_table_are_none(text: str) -> None:
    assert all(isinstance(block, Line) for block in read_text(text).blocks)


def test_a_sum_of_investment_is_a_heading() -> None:
    rows = [["TT", *COSTS[0]], ["1", *COSTS[1]], ["2", *COSTS[2]]]
    assert _grid("\n".join(cell for row in rows for cell in row)).rows == rows


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Căn cứ Luật ngày\n19 tháng 6 năm 2015;", "Căn cứ Luật ngày 19 tháng 6 năm 2015;"),
        ("Xét đề nghị của Sở A và\nSở B,", "Xét đề nghị của Sở A và Sở B,"),
        ("I. QUAN ĐIỂM\nVÀ MỤC TIÊU", "I. QUAN ĐIỂM VÀ MỤC TIÊU"),
        ("Nghị định số\n07/2021/NĐ-CP.", "Nghị định số 07/2021/NĐ-CP."),
        ("I. MỤC ĐÍCH,\nYÊU CẦU", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("\\r\\nCác xã\\r\\n dùng mạng.", "Các xã dùng mạng."),
    ],
)
def test_a_line_that_ends_in_the_middle_goes_on(cut: str, whole: str) -> None:
    assert _texts(cut) == [whole]


@pytest.mark.parametrize(
    "lines",
    [
        "Xã hội số\nMở rộng.",
        "Kết quả đạt được\nNhiều.",
        "Các sở và\n\nCác xã",
        "Việc của\n- Sở A",
        "Việc của\n1. Sở A",
        "VIỆC CỦA\nSở A",
    ],
)
def test_lines_that_stand_apart_stay_apart(lines: str) -> None:
    assert _texts(lines) == list(filter(None, lines.split("\n")))
