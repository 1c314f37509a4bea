"""Merged cells on paper: what they say is read on every page that they cover."""

import re

import pytest

from kehoach_cli.document.layout import read_layout

from .conftest import TEMPLATES, write
from .pdf import Page, read_pages, to_pdfs
from .plans import PROVINCE, WORDS, plan

ROWS = 100
SHAPES = {
    f"{paper}-{size}-{times}": (paper, size, times, at)
    for at, (paper, size, times) in enumerate(
        [
            ("dọc", 11, 1),
            ("dọc", 12, 3),
            ("dọc", 13, 9),
            ("ngang", 11, 9),
            ("ngang", 12, 1),
            ("ngang", 13, 4),
        ]
    )
}
"""Paper, size of letters, how many words more a row has at most; how many lines stand above."""
TEXTS = ("Sở Tư pháp", "Sở Khoa học và Công nghệ chủ trì", "Các sở, ban, ngành, các xã, phường")


def appendix(shape: str) -> str:
    """A table of rows of differing heights, their last cells alike over 3, 17, 29 … rows."""
    paper, size, times, above = SHAPES[shape]
    words = WORDS.split()
    lines = "".join(f"    Việc {n}.\n" for n in range(3 * above))
    rows, run, left = "", -1, 0
    for row in range(1, ROWS + 1):
        if not left:
            run, left = run + 1, (29, 3, 17, 1, 41)[run % 5]
        left -= 1
        said = " ".join((words * times)[: (row * 7) % (len(words) * times)])
        rows += f"    - ['{row}', 'Đ{row} {said}', 'G{run} {TEXTS[run % 3]}']\n"
    return (
        f"phu_luc:\n- ten: Bảng\n  kho_giay: {paper}\n  doan_van: |\n    Như sau:\n{lines}"
        f"  bang:\n    co_chu: {size}\n    cot: [{{ten: TT}}, {{ten: Việc}}, "
        f"{{ten: Đơn vị, gop_o: có, rong: 35}}]\n    hang:\n{rows}"
    )


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The pages of each shape with rows on them."""
    folder = tmp_path_factory.mktemp("merges")
    law = read_layout(TEMPLATES / "the-thuc" / "nd30-2020.toml")
    texts = {shape: plan(PROVINCE, "- Việc.\n", appendix(shape)) for shape in SHAPES}
    files = [write(shape, text, law, folder) for shape, text in texts.items()]
    pages = map(read_pages, to_pdfs(files, folder))
    return {
        shape: [page for page in found if numbers(page)]
        for shape, found in zip(texts, pages, strict=True)
    }


def numbers(page: Page) -> list[int]:
    """The rows that begin on a page."""
    found = (re.match(r"Đ(\d+)\b", line.text) for line in page.body)
    return [int(match[1]) for match in found if match]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_first_row_of_a_page_says_what_the_cell_beside_it_says(
    shape: str, books: dict[str, list[Page]]
) -> None:
    assert len(books[shape]) > 2
    for page in books[shape]:
        row = page.find(f"Đ{numbers(page)[0]}")
        beside = [line for line in page.body if re.match(r"G\d", line.text)]
        assert min(line.baseline for line in beside) == pytest.approx(row.baseline, abs=0.3)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_cell_says_it_once_a_page(shape: str, books: dict[str, list[Page]]) -> None:
    for page in books[shape]:
        said = [line.text.split()[0] for line in page.body if re.match(r"G\d", line.text)]
        assert len(said) == len(set(said))


@pytest.mark.parametrize("shape", SHAPES)
def test_what_a_cell_says_ends_on_the_page_where_it_begins(
    shape: str, books: dict[str, list[Page]]
) -> None:
    for page in books[shape]:
        edge = max(line.x0 for line in page.body if re.match(r"G\d", line.text)) - 1
        heading = page.find("Đơn vị").baseline
        cells = [x for x in page.body if x.x0 > edge and x.baseline > heading + 1]
        text = " ".join(line.text for line in cells)
        for said in re.findall(r"G\d+ (.*?)(?= G\d|$)", text):
            assert said in TEXTS


@pytest.mark.parametrize("shape", SHAPES)
def test_every_row_is_printed_once(shape: str, books: dict[str, list[Page]]) -> None:
    found = [row for page in books[shape] for row in numbers(page)]
    assert found == list(range(1, ROWS + 1))
