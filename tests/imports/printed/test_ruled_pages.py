"""Tables of printed pages by the lines drawn there."""

from collections.abc import Sequence

import pytest

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.printed.reader import printed_pages
from kehoach_cli.imports.printed.words import alike, sheets_of
from kehoach_cli.imports.text.reader import read_text
from tests.imports.printed_files import Drawn, Placed, drawn, lattice, printed, stroke

COLUMNS, ROWS = (0, 6, 30, 50), (0, 1, 2, 4)
TEXTS: list[Placed] = [
    *((1, 0, "TT"), (7, 0, "Nội dung"), (31, 0, "Chủ trì")),
    *((1, 1, "1"), (7, 1, "Nâng cấp mạng"), (31, 1, "Sở A")),
    *((7, 2, "Xây dựng cổng thông"), (1, 2.5, "2"), (31, 2.5, "Sở B"), (7, 3, "tin của tỉnh")),
]
HEAD, FIRST = ["TT", "Nội dung", "Chủ trì"], ["1", "Nâng cấp mạng", "Sở A"]
SECOND = ["2", "Xây dựng cổng thông tin của tỉnh", "Sở B"]


def grids(
    texts: Sequence[Sequence[Placed]], lines: Sequence[Sequence[Drawn]], **how: object
) -> list[Grid]:
    """The tables of pages."""
    drawing = drawn(lines, **how)  # type: ignore[arg-type]
    return printed_pages(sheets_of(printed(texts).decode()), [drawing])[1]


def filled(line: Drawn) -> str:
    """A line as Word's files have it: a thin area."""
    left, top, right, bottom = line
    path = f"M {left} {top} L {right + 0.5} {top} L {right + 0.5} {bottom + 0.5} L {left}"
    return f'<path fill="rgb(0%,0%,0%)" d="{path} {bottom + 0.5} Z M {left} {top} "/>'


def rectangle(line: Drawn) -> str:
    left, top, right, bottom = line
    size = f'width="{right - left + 0.5}" height="{bottom - top + 0.5}"'
    return f'<g transform="matrix(1,0,0,1,0,0)"><rect x="{left}" y="{top}" {size}/></g>'


def pieces(line: Drawn) -> str:
    """A line in dashes, drawn twice."""
    left, top, right, bottom = line
    found = ""
    for n in range(100):
        x, y = left + (right - left) * n / 100, top + (bottom - top) * n / 100
        end = (x + (right - left) / 150, y + (bottom - top) / 150)
        found += stroke((x, y, *end)) + stroke((x + 1, y + 1, end[0] + 1, end[1] + 1))
    return found


def steps(line: Drawn) -> str:
    left, top, right, bottom = line
    return f'<path stroke="black" fill="none" d="M {left} {top} H {right} V {bottom}"/>'


@pytest.mark.parametrize("draw", [stroke, filled, rectangle, pieces, steps])
def test_words_stand_in_the_cells_between_lines(draw: object) -> None:
    (grid,) = grids([TEXTS], [lattice(COLUMNS, ROWS)], draw=draw)
    assert grid.rows == [HEAD, FIRST, SECOND]
    assert (grid.place, grid.spans, grid.wide) == ("trang 1", {}, False)


def unseen(line: Drawn) -> str:
    return stroke(line).replace("rgb(0%,0%,0%)", "rgb(100%,100%,100%)")


def curved(line: Drawn) -> str:
    return stroke(line).replace(" L ", " C 1 1 2 2 ")


def clipped(line: Drawn) -> str:
    return f"<clipPath>{stroke(line)}</clipPath>"


@pytest.mark.parametrize("draw", [unseen, curved, clipped])
def test_what_is_no_line_makes_no_table(draw: object) -> None:
    texts = [TEXTS[0], *TEXTS[3:]]
    assert grids([texts], [lattice(COLUMNS, ROWS)], draw=draw) == []


def test_cells_without_a_line_between_them_are_one() -> None:
    lines = [
        *((0, 0, 50, 0), (6, 1, 50, 1), (0, 2, 50, 2), (0, 3, 50, 3), (0, 4, 30, 4), (0, 5, 50, 5)),
        *((0, 0, 0, 5), (50, 0, 50, 5), (6, 0, 6, 2), (6, 3, 6, 5), (30, 1, 30, 2), (30, 3, 30, 5)),
    ]
    texts: list[Placed] = [
        *((1, 0.5, "TT"), (20, 0, "Phân công"), (7, 1, "Chủ trì"), (31, 1, "Phối hợp")),
        *((20, 2, "Nhóm một"), (1, 3, "1"), (7, 3, "Sở A"), (31, 3.5, "Các sở")),
        *((1, 4, "2"), (7, 4, "Sở B")),
    ]
    (grid,) = grids([texts], [lines])
    assert grid.rows == [
        ["TT", "Phân công", ""],
        ["", "Chủ trì", "Phối hợp"],
        ["Nhóm một", "", ""],
        ["1", "Sở A", "Các sở"],
        ["2", "Sở B", ""],
    ]
    assert grid.spans == {(0, 0): (2, 1), (0, 1): (1, 2), (2, 0): (1, 3), (3, 2): (2, 1)}


def test_text_above_between_and_below_tables_stays_in_its_place() -> None:
    texts = [*TEXTS, (0, -1, "Danh mục:"), (0, 5, "Trong đó:"), (0, 9, "Giao Sở A thực hiện.")]
    texts += [(right, down + 6, text) for right, down, text in TEXTS if down < 2]
    lines = [*lattice(COLUMNS, ROWS), *lattice(COLUMNS, (6, 7, 8))]
    text, tables = printed_pages(sheets_of(printed([texts]).decode()), [drawn([lines])])
    blocks = read_text(text, tables).blocks
    assert [b.rows[-1] if isinstance(b, Grid) else b.text for b in blocks] == [
        *("Danh mục:", SECOND, "Trong đó:", FIRST, "Giao Sở A thực hiện.")
    ]


def test_lines_of_a_cell_are_one_text_but_for_its_bullets() -> None:
    texts: list[Placed] = [(1, 0, "TT"), (7, 0, "Nội dung"), (31, 0, "Số")]
    said = ["Kế hoạch số 58/KH-", "UBND năm 2026", "- 2030;", "- Nối mạng", "- 02 máy"]
    texts += [(7, 1 + n, line) for n, line in enumerate(said)]
    texts += [(31, 1, "1.450.0"), (31, 2, "00")]
    (grid,) = grids([texts], [lattice(COLUMNS, (0, 1, 6))])
    assert grid.rows[1] == [
        *("", "Kế hoạch số 58/KH-UBND năm 2026 - 2030;\n- Nối mạng\n- 02 máy", "1.450.000")
    ]


def _page(rows: Sequence[Sequence[str]], aside: float = 0) -> tuple[list[Placed], list[Drawn]]:
    """A page that a table begins, a row a line, its number at the top."""
    texts: list[Placed] = [(25, -2, "2")]
    starts = [column + 1 + aside for column in COLUMNS]
    for down, row in enumerate(rows):
        texts += [(at, down, text) for at, text in zip(starts, row, strict=False) if text]
    columns = [column + aside for column in COLUMNS]
    return texts, lattice(columns, range(len(rows) + 1))


THIRD = ["3", "Đào tạo", "Sở C"]


@pytest.mark.parametrize(
    ("rows", "after"),
    [
        ([HEAD, THIRD], [THIRD]),
        ([["TT", "Nội", "Chủ trì"], ["3", "dung Đào tạo", "Sở C"]], [THIRD]),
        ([["TT", "Nội", "Chủ trì"], ["3", "khác hẳn", "Sở C"]], [["3", "khác hẳn", "Sở C"]]),
        ([THIRD], [THIRD]),
        ([["", "Tổng số", "2"]], [["", "Tổng số", "2"]]),
        ([["", "Nhóm hai", ""], THIRD], [["", "Nhóm hai", ""], THIRD]),
    ],
)
def test_a_table_goes_on_over_pages(rows: list[list[str]], after: list[list[str]]) -> None:
    texts, lines = _page(rows, aside=2)
    (grid,) = grids([TEXTS, texts], [lattice(COLUMNS, ROWS), lines])
    assert grid.rows == [HEAD, FIRST, SECOND, *after]


def test_a_row_that_a_pages_end_cuts_is_whole() -> None:
    texts, lines = _page([HEAD, ["", "trong năm 2026", ""], THIRD])
    (grid,) = grids([TEXTS, texts], [lattice(COLUMNS, ROWS), lines])
    number, text, body = SECOND
    assert grid.rows == [HEAD, FIRST, [number, f"{text} trong năm 2026", body], THIRD]


@pytest.mark.parametrize(
    ("columns", "first"),
    [(COLUMNS, "TT"), ((0, 20, 50), "Tên"), ((0, 6, 30), "Tên"), ((0, 10, 20, 50), "Tên")],
)
def test_another_table_on_the_next_page_stays_one_of_its_own(
    columns: Sequence[float], first: str
) -> None:
    texts: list[Placed] = [(1, 0, first), (22, 0, "Đơn vị"), (1, 1, "Khác"), (22, 1, "Sở A")]
    found = grids([TEXTS, texts], [lattice(COLUMNS, ROWS), lattice(columns, (0, 1, 2))])
    assert [grid.rows[0][0] for grid in found] == ["TT", first]


def test_text_between_two_tables_parts_them() -> None:
    texts, lines = _page([THIRD, THIRD])
    texts.append((0, -1, "Biểu số 2"))
    found = grids([TEXTS, texts], [lattice(COLUMNS, ROWS), lines])
    assert [len(grid.rows) for grid in found] == [3, 2]


def test_a_column_that_merged_cells_hide_on_a_page_is_found_on_the_next() -> None:
    first: list[Placed] = [(1, 0, "TT"), (7, 0, "Nội dung"), (1, 1, "I"), (7, 1, "Nhóm")]
    texts, lines = _page([FIRST])
    (grid,) = grids([first, texts], [lattice((0, 6, 50), (0, 1, 2)), lines])
    assert grid.rows == [["TT", "Nội dung", ""], ["I", "Nhóm", ""], FIRST]


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        ([(7, 0, "KẾ HOẠCH"), (7, 1, "Năm 2026")], lattice((0, 50), (0, 1, 2))),
        ([(7, 0, "Một hàng"), (31, 0, "thôi")], lattice(COLUMNS, (0, 1))),
        ([(7, 0, "Hình"), (31, 1, "vẽ")], lattice(COLUMNS, range(9))),
        ([(0, 0, "Nơi nhận:"), (31, 0, "CHỦ TỊCH"), (1, 1, "Lưu")], lattice(COLUMNS, (0, 1, 2))),
        (TEXTS, [(n / 10, 0, n / 10, 4) for n in range(3_000)]),
        (TEXTS, [*lattice(range(400), [n / 2 for n in range(400)])]),
        (TEXTS, [line for line in lattice(COLUMNS, ROWS) if line[0] != line[2]]),
    ],
)
def test_lines_that_draw_no_table_change_nothing(texts: list[Placed], lines: list[Drawn]) -> None:
    words = sheets_of(printed([texts]).decode())
    assert printed_pages(words, [drawn([lines])]) == printed_pages(words, [])


@pytest.mark.parametrize(
    "drawing",
    [
        b"",
        b"<svg",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        b'<svg><path stroke="black" d="M 0.0.0 1 L 2 2"/></svg>',
        b'<svg><rect x="a"/></svg>',
        drawn([[], []]),
    ],
)
def test_a_drawing_that_cannot_be_read_leaves_tables_to_their_words(drawing: bytes) -> None:
    words = sheets_of(printed([TEXTS]).decode())
    assert printed_pages(words, [drawing]) == printed_pages(words, [])


def test_a_picture_of_very_many_lines_is_no_table() -> None:
    lines = [*lattice(COLUMNS, ROWS), *([(0, 0, 1, 0)] * 21_000)]
    texts = [TEXTS[0], *TEXTS[3:]]
    assert grids([texts], [lines]) == []
    long = f'<path stroke="black" d="M 0 0{" L 1 1" * 40_000}"/>'
    page = drawn([[(0, 0, 1, 0)]], lambda _: long)
    assert printed_pages(sheets_of(printed([texts]).decode()), [page])[1] == []


def test_pages_that_are_turned_are_as_wide_as_they_are_read() -> None:
    upright, turned = [(0, 0, "Dọc")], [(0, 0, "Ngang"), (100, 0, "phải")]
    sheets = sheets_of(printed([upright, upright, turned, upright]).decode())
    assert [sheet.width > sheet.height for sheet in sheets] == [False, False, True, False]
    assert alike(sheets, 9) == [(1, 2), (3, 3), (4, 4)]
    assert alike(sheets, 1) == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_lines_beyond_what_a_plan_has_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach_cli.imports.printed.reader._MOST_LINES", 15)
    lines = lattice(COLUMNS, ROWS)
    texts = [TEXTS[0], *TEXTS[3:]]
    assert len(grids([texts], [lines])) == 1
    assert grids([texts, texts], [lines, lines]) == []


def test_a_running_head_parts_no_table() -> None:
    texts, lines = _page([THIRD])
    head: Placed = (0, -1, "UBND tỉnh, năm 2026")
    pages = [[head, *TEXTS], [head, *texts], [head, (0, 0, "Hết.")]]
    (grid,) = grids(pages, [lattice(COLUMNS, ROWS), lines, []])
    assert grid.rows == [HEAD, FIRST, SECOND, THIRD]


def test_the_rest_of_a_row_goes_where_its_cells_are() -> None:
    last = ["", "và 2026 -", "Sở B"]
    texts, lines = _page([["4", "2030 của tỉnh", "chủ trì"], THIRD])
    first, above = _page([HEAD, FIRST, last])
    (grid,) = grids([first, texts], [above, lines])
    assert grid.rows == [HEAD, FIRST, ["4", "và 2026 - 2030 của tỉnh", "Sở B chủ trì"], THIRD]
    texts, lines = _page([["", "1.200", "chủ trì"], THIRD])
    (grid,) = grids([TEXTS, texts], [lattice(COLUMNS, ROWS), lines])
    assert len(grid.rows) == 5


def test_a_merged_cell_over_new_rows_is_no_rest_of_one() -> None:
    texts: list[Placed] = [(31, 0, "chủ trì"), (7, 0, "và một"), (7, 1, "Hai"), (1, 1, "4")]
    lines = [line for line in lattice(COLUMNS, (0, 1, 2)) if line[:2] != (0, 1)]
    lines.append((0, 1, 30, 1))
    (grid,) = grids([TEXTS, texts], [lattice(COLUMNS, ROWS), lines])
    assert [*map(len, (grid.rows, grid.spans))] == [5, 1]


def test_heads_without_words_are_not_told_for_repeated_ones() -> None:
    texts, lines = _page([["", "", ""], THIRD, THIRD])
    first, above = _page([["", "", ""], FIRST, THIRD])
    (grid,) = grids([first, texts], [above, lines])
    assert grid.rows == [["", "", ""], FIRST, THIRD, ["", "", ""], THIRD, THIRD]
