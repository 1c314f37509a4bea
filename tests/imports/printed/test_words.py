"""Words of a PDF with their places → lines of text, and the tables that they make."""

import pytest

from kehoach_cli.imports.pages.model import Grid, Line
from kehoach_cli.imports.printed.words import lines_of, sheets_of
from kehoach_cli.imports.text.reader import read_text
from tests.imports.printed_files import Placed, printed


def _lines(*pages: list[Placed]) -> list[str]:
    sheets = sheets_of(printed(pages).decode())
    return lines_of(sheets, [[sheet.words] for sheet in sheets]).split("\n")


def _blocks(*pages: list[Placed]) -> list[Grid | Line]:
    return read_text("\n".join(_lines(*pages))).blocks


def test_words_of_a_line_stand_together_and_columns_apart() -> None:
    first, second, *_ = _lines([(0, 0, "TT"), (9, 0, "Tên & việc"), (0, 1, "1"), (9, 1, "Mạng")])
    assert first.startswith("TT   ")
    assert first.index("Tên & việc") == second.index("Mạng")


def test_a_line_stretched_to_the_margins_is_one_text() -> None:
    words = ["Mỗi", "phòng", "có", "một", "cán", "bộ"]
    starts = [sum(len(word) + 1.5 for word in words[:at]) for at in range(len(words))]
    spaced = [(start, 0.0, word) for start, word in zip(starts, words, strict=True)]
    assert _lines(spaced)[0] == " ".join(words)


def test_lines_far_from_each_other_have_a_blank_one_between() -> None:
    assert _lines([(0, 0, "A"), (0, 1, "B"), (0, 3, "C")])[:4] == ["A", "B", "", "C"]


def test_a_page_without_words_is_a_page() -> None:
    assert "".join(_lines([], [(0, 0, "A")])) == "\fA\f"


HEAD: list[Placed] = [(0, 0, "STT"), (6, 0, "Nhiệm vụ"), (22, 0, "Chủ trì"), (36, 0, "Hạn")]
ROWS: list[Placed] = [
    (0, 1, "1"), (6, 1, "Mạng của xã"), (22, 1, "Công an"), (36, 1, "Quý I"),
    (0, 2, "2"), (6, 2, "Máy chủ"), (22, 2, "Sở Tài"), (36, 2, "Quý II"),
]  # fmt: skip


def _rows(*pages: list[Placed]) -> list[list[str]]:
    (grid,) = (block for block in _blocks(*pages) if isinstance(block, Grid))
    return grid.rows


def test_the_rest_of_a_last_row_stands_on_the_next_page() -> None:
    after: list[Placed] = [(6, 0, "cho mọi phòng"), (22, 0, "chính"), (0, 3, "Sau bảng là chữ.")]
    assert _rows([*HEAD, *ROWS], after)[-1] == [
        "2",
        "Máy chủ cho mọi phòng",
        "Sở Tài chính",
        "Quý II",
    ]
    assert [b.text for b in _blocks([*HEAD, *ROWS], after) if isinstance(b, Line)] == [
        "Sau bảng là chữ."
    ]


def test_text_that_opens_the_next_page_is_none_of_the_table() -> None:
    for text in ("PHỤ LỤC", "Một câu dài hơn cột của bảng nằm ở trang sau"):
        found = _blocks([*HEAD, *ROWS], [(6, 0, text), (0, 3, "Sau bảng.")])
        assert [b.text for b in found if isinstance(b, Line)] == [text, "Sau bảng."]


def test_a_sum_alone_on_the_next_page_is_of_the_table() -> None:
    head: list[Placed] = [(0, 0, "TT"), (6, 0, "Việc"), (22, 0, "Kinh phí"), (36, 0, "Ghi chú")]
    rows: list[Placed] = [
        (0, 1, "1"), (6, 1, "Mạng"), (22, 1, "1.500"), (36, 1, "mới"),
        (0, 2, "2"), (6, 2, "Máy chủ"), (22, 2, "2.000"), (36, 2, "mới"),
    ]  # fmt: skip
    assert _rows([*head, *rows], [(6, 0, "Tổng cộng"), (22, 0, "3.500")])[-1] == [
        "", "Tổng cộng", "3.500", "",
    ]  # fmt: skip


def test_a_column_empty_on_a_page_keeps_its_place() -> None:
    more: list[Placed] = [(0, 0, "3"), (6, 0, "Máy in"), (36, 0, "Quý IV")]
    assert _rows([*HEAD, *ROWS], more)[-1] == ["3", "Máy in", "", "Quý IV"]


@pytest.mark.parametrize(
    ("left", "top", "height", "text"),
    [(24, -1, 6, "mạng²"), (24, -1, 13, "mạng 2"), (30, -1, 6, "mạng 2"), (24, 8, 6, "mạng 2")],
)
def test_small_figures_raised_behind_a_word_are_of_it(
    left: float, top: float, height: float, text: str
) -> None:
    box = 'xMin="{}" yMin="{}" xMax="{}" yMax="{}"'
    page = (
        f'<page width="600" height="800"><word {box.format(0, 0, 24, 14)}>mạng</word>'
        f"<word {box.format(left, top, left + 4, top + height)}>2</word></page>"
    )
    words = sheets_of(page)[0].words
    assert " ".join(word.text for word in words) == text
