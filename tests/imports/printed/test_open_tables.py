"""Tables of printed pages that no lines draw, or only some."""

from collections.abc import Sequence

import pytest

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.printed.reader import printed_pages
from kehoach_cli.imports.printed.words import sheets_of
from tests.imports.printed_files import Drawn, Placed, drawn, printed

HEAD: list[Placed] = [(2, 0, "TT"), (10, 0, "Nội dung"), (32, 0, "Chủ trì"), (45, 0, "Kinh phí")]
FIRST: list[Placed] = [(2.5, 1, "1"), (8, 1, "Nâng cấp mạng"), (30, 1, "Sở A"), (46, 1, "1.200")]
CUT: list[Placed] = [(2.5, 2, "2"), (8, 2, "Xây dựng cổng"), (30, 2, "Sở B"), (46, 2, "800")]
REST: Placed = (8, 3, "thông tin của tỉnh")
SUM: list[Placed] = [(8, 4, "Tổng cộng"), (45.5, 4, "2.000")]
ROWS = [
    ["TT", "Nội dung", "Chủ trì", "Kinh phí"],
    ["1", "Nâng cấp mạng", "Sở A", "1.200"],
    ["2", "Xây dựng cổng thông tin của tỉnh", "Sở B", "800"],
    ["", "Tổng cộng", "", "2.000"],
]
ALL = [*HEAD, *FIRST, *CUT, REST, *SUM]


def down(texts: Sequence[Placed], lines: float) -> list[Placed]:
    return [(right, line + lines, text) for right, line, text in texts]


def grids(
    pages: Sequence[Sequence[Placed]], lines: Sequence[Sequence[Drawn]] | None = None
) -> list[Grid]:
    drawings = [] if lines is None else [drawn(lines)]
    return printed_pages(sheets_of(printed(pages).decode()), drawings)[1]


@pytest.mark.parametrize("gap", [1, 1.4])
def test_rows_without_lines_begin_with_their_number(gap: float) -> None:
    texts = [(right, line * gap if line != 3 else 2 * gap + 1, text) for right, line, text in ALL]
    (grid,) = grids([texts])
    assert grid.rows == ROWS


def test_a_group_reaches_over_columns_and_its_number_stands_aside() -> None:
    group: list[Placed] = [(0, 1, "I"), (8, 1, "Hạ tầng số dùng chung của tỉnh")]
    (grid,) = grids([[*HEAD, *group, *down(FIRST, 1), *down(CUT, 1), *down([REST], 1)]])
    assert grid.rows == [ROWS[0], ["I", "Hạ tầng số dùng chung của tỉnh", "", ""], *ROWS[1:3]]
    assert grid.spans == {(1, 1): (1, 2)}


def test_headings_over_others_are_a_row_of_their_own() -> None:
    head: list[Placed] = [
        *((2, 0.5, "TT"), (10, 0.5, "Nội dung"), (32, 0, "Phân công thực hiện")),
        *((30, 1, "Chủ trì"), (44, 1, "Phối hợp")),
    ]
    (grid,) = grids([[*head, *down(FIRST, 1), *down(CUT, 1)]])
    assert grid.rows[:2] == [
        ["TT", "Nội dung", "Phân công thực hiện", ""],
        ["", "", "Chủ trì", "Phối hợp"],
    ]
    assert grid.spans == {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}


MIDDLE: list[Placed] = [
    *HEAD,
    *((2.5, 2.5, "1"), (8, 2, "Nâng cấp mạng"), (8, 3, "của tỉnh"), (30, 2.5, "Sở A")),
    *((2.5, 4.5, "2"), (8, 4, "Xây dựng cổng"), (8, 5, "tỉnh nhà"), (30, 4.5, "Sở B")),
]
SPREAD = [ROWS[0], ["1", "Nâng cấp mạng của tỉnh", "Sở A", ""],
          ["2", "Xây dựng cổng tỉnh nhà", "Sở B", ""]]  # fmt: skip


def test_rows_of_cells_that_stand_in_the_middle_part_where_lines_run_across() -> None:
    floors: list[Drawn] = [(0, at, 52, at) for at in (0, 1.5, 3.9, 6)]
    (grid,) = grids([MIDDLE], [floors])
    assert grid.rows == SPREAD


def test_rows_of_cells_that_stand_in_the_middle_are_even_about_their_numbers() -> None:
    (grid,) = grids([MIDDLE])
    assert grid.rows == SPREAD


def test_lines_that_run_down_part_words_that_stand_near() -> None:
    texts: list[Placed] = [
        *((1, 0, "TT"), (4, 0, "Nội dung"), (12.9, 0, "Chủ trì")),
        *((1, 1, "1"), (4, 1, "Mạng tỉnh"), (13.2, 1, "Sở A")),
        *((1, 2, "2"), (4, 2, "Cổng tỉnh"), (13.2, 2, "Sở B")),
    ]
    walls: list[Drawn] = [(at, 0, at, 3) for at in (0, 3.2, 12.8, 24)]
    box: list[Drawn] = [(0, at, 24, at) for at in (0, 3)]
    (grid,) = grids([texts], [[*walls, *box]])
    assert grid.rows == [["TT", "Nội dung", "Chủ trì"], ["1", "Mạng tỉnh", "Sở A"],
                         ["2", "Cổng tỉnh", "Sở B"]]  # fmt: skip


@pytest.mark.parametrize("head", [[], HEAD])
def test_a_table_goes_on_over_pages(head: list[Placed]) -> None:
    third: list[Placed] = [(2.5, 1, "3"), (8, 1, "Đào tạo"), (30, 1, "Sở C"), (46, 1, "90")]
    number: Placed = (25, -3, "2")
    (grid,) = grids([[*HEAD, *FIRST], [number, *head, *third, *down(SUM, -2)]])
    assert grid.rows == [*ROWS[:2], ["3", "Đào tạo", "Sở C", "90"], ROWS[3]]


@pytest.mark.parametrize("head", [[], HEAD])
def test_a_row_that_a_pages_end_cuts_is_whole(head: list[Placed]) -> None:
    third: list[Placed] = [(2.5, 2, "3"), (8, 2, "Đào tạo"), (30, 2, "Sở C"), (46, 2, "90")]
    rest = down([REST], -2)
    (grid,) = grids([[*HEAD, *FIRST, *CUT], [*head, *rest, *third, *down(SUM, -1)]])
    assert grid.rows == [*ROWS[:3], ["3", "Đào tạo", "Sở C", "90"], ROWS[3]]


def test_what_every_page_says_is_of_no_row() -> None:
    head: Placed = (0, -1, "UBND tỉnh, năm 2026")
    more: list[Placed] = [(2.5, 0, "3"), (8, 0, "Đào tạo"), (30, 0, "Sở C"), (46, 0, "90")]
    (grid,) = grids([[head, *HEAD, *FIRST], [head, *more], [head, (0, 1, "Hết.")]])
    assert grid.rows == [*ROWS[:2], ["3", "Đào tạo", "Sở C", "90"]]


@pytest.mark.parametrize(
    "texts",
    [
        HEAD,
        [(2, 0, "TT"), (10, 0, "Nội dung"), *FIRST],
        [*HEAD, (8, 1, "Không có số"), (30, 1, "Sở A")],
        [*ALL, *((n % 60, 9 + n // 60, "x") for n in range(5_001))],
    ],
)
def test_what_is_no_table_stays_text(texts: list[Placed]) -> None:
    assert grids([texts]) == []


def test_numbered_texts_below_a_table_of_the_page_before_are_none() -> None:
    texts: list[Placed] = [(2, 0, "1."), (8, 0, "Giao Sở A chủ trì thực hiện kế hoạch này")]
    (grid,) = grids([[*HEAD, *FIRST], texts])
    assert grid.rows == ROWS[:2]


def test_text_below_a_table_ends_it() -> None:
    text, (grid,) = printed_pages(
        sheets_of(printed([[*ALL, (0, 6, "Giao Sở A chủ trì thực hiện kế hoạch.")]]).decode()), []
    )
    assert grid.rows == ROWS
    assert text.split("\n")[-2:] == ["Giao Sở A chủ trì thực hiện kế hoạch.", "\f"]


def test_figures_aside_of_their_heading_are_of_the_nearest() -> None:
    aside = [(54, *placed[1:]) if placed[0] == 46 else placed for placed in [*FIRST, *CUT]]
    (grid,) = grids([[*HEAD, *aside, REST]])
    assert grid.rows == ROWS[:3]


def test_columns_that_stand_into_each_other_are_none() -> None:
    head: list[Placed] = [(2, 0, "TT"), (10, 0, "Tên"), (15, 0, "Tổ"), (30, 0, "Việc")]
    rows: list[Placed] = [(2, 1, "1"), (9, 1, "Mạng"), (30, 1, "Nối"), (2, 2, "2"), (30, 2, "Mở")]
    assert grids([[*head, *rows, (14, 2, "Một")]])
    long: Placed = (9, 1, "Mạngbộ")
    assert grids([[*head, *rows[:1], long, *rows[2:], (13.8, 2, "Một")]]) == []


def test_text_left_of_a_tables_rows_ends_it() -> None:
    (grid,) = grids([[*HEAD, *FIRST, (0, 2, "Giao Sở A"), *down(HEAD, 5), *down(FIRST, 9)]])[:1]
    assert grid.rows == ROWS[:2]


def test_a_head_below_rows_begins_another_table() -> None:
    found = grids([[*HEAD, *FIRST, *down(HEAD, 5), *down(CUT, 5)]])
    assert [grid.rows[1][0] for grid in found] == ["1", "2"]
