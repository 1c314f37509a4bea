"""No row of a table is lost in a PDF, wherever on its page the table begins."""

import re
from itertools import pairwise
from pathlib import Path
from textwrap import indent

import pytest

from tests.conftest import Run

from .pdf import Line, Page, read_pages
from .plans import PROVINCE, WORDS, long_text, plan

pytestmark = pytest.mark.usefixtures("office")

HEIGHTS = (1, 2, 0, 3, 0, 1, 6)
"""How often the words stand in the rows of a table, one after the other."""
PLAIN = "[{ten: TT}, {ten: Việc}, {ten: Ghi chú}]"
MERGED = "[{ten: TT}, {ten: Việc}, {ten: Ghi chú, gop_o: có}]"
DEEP = "[{ten: TT}, {ten: Việc}, {ten: Nhóm, cot: [{ten: Chủ trì}, {ten: Phối hợp}]}]"
SHAPES = {
    "doc": (PLAIN, "''"),
    "ngang": (DEEP, "'', ''"),
    "chu-thich": (PLAIN, "''"),
    "nhom": (PLAIN, "''"),
    "gop-o": (MERGED, "chung"),
}
"""Columns, and the cells of a row behind its words."""


def rows_of(shape: str, table: int) -> list[str]:
    """The rows of a table, each with its number at the beginning and the end of its words."""
    rows = []
    for row, times in enumerate(HEIGHTS[table % 3 :] + HEIGHTS[: table % 3], 1):
        if shape == "nhom" and row % 3 == 1:
            rows.append(f"- {{nhom: Nhóm việc {row}}}")
        words = " ".join([WORDS] * times)
        said = f"Đ{table}.{row} {words} C{table}.{row}"
        rows.append(f"- ['{row}', '{said}', {SHAPES[shape][1]}]")
    return rows


def appendix(shape: str, table: int) -> str:
    """An appendix whose table begins a little lower on its page than that of the one before."""
    paper, lines = ("ngang", 8) if shape == "ngang" else ("dọc", 20)
    text = "".join(f"Việc {line}.\n" for line in range(lines + table % 9))
    note = f"Sau cùng^[{WORDS}.].\n" if shape == "chu-thich" else ""
    rows = indent("\n".join(rows_of(shape, table)), "    ")
    return (
        f"- ten: Bảng {table}\n  kho_giay: {paper}\n  doan_van: |\n{indent(text + note, '    ')}"
        f"  bang:\n    co_chu: {11 + table % 3}\n    cot: {SHAPES[shape][0]}\n    hang:\n{rows}\n"
    )


def printed(text: str, run: Run, folder: Path) -> list[Page]:
    """The pages of the PDF that `kehoach render` makes."""
    file = folder / "a.yaml"
    file.write_text(text, encoding="utf-8")
    ended = run("render", str(file), "--pdf")
    assert ended.exit == 0, ended.err
    return read_pages(file.with_suffix(".pdf"))


def marks(pages: list[Page], mark: str) -> list[str]:
    """The numbers of the rows that begin (Đ) or end (C), page by page."""
    texts = (" ".join(line.text for line in page.body) for page in pages)
    return [found for text in texts for found in re.findall(rf"\b{mark}(\d+\.\d+)\b", text)]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_row_is_printed_once_and_whole(shape: str, run: Run, tmp_path: Path) -> None:
    count = 27
    appendices = "phu_luc:\n" + "".join(appendix(shape, table) for table in range(count))
    pages = printed(plan(PROVINCE, "- Việc.\n", appendices), run, tmp_path)
    wanted = [f"{t}.{row}" for t in range(count) for row in range(1, len(HEIGHTS) + 1)]
    assert marks(pages, "Đ") == wanted
    for page in pages:
        assert marks([page], "Đ") == marks([page], "C")


def test_a_table_of_which_one_row_would_just_stand_on_its_page_is_printed_whole(
    run: Run, tmp_path: Path
) -> None:
    pages = printed(f"muc_luc: 3\n{plan(PROVINCE, long_text(4))}", run, tmp_path)
    numbers = [int(line.text) for page in pages for line in page.body if is_number(line)]
    starts = [at for at, number in enumerate(numbers) if number == 1]
    for start, end in pairwise([*starts, len(numbers)]):
        assert numbers[start:end] == list(range(1, 12))
    assert len(starts) == 8


def is_number(line: Line) -> bool:
    """Whether a line is the number of a row."""
    return line.text.isdigit() and line.x0 < 45
