"""Paper, margins, typeface, page numbers: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I."""

import re
from collections.abc import Iterator

import pytest

from .pdf import BOTTOM, LEFT, RIGHT, TOP, Page, Pages
from .plans import DRAFT, every

A4 = (210.0, 297.0)
TOLERANCE = 0.5


@every
def test_every_page_is_a4(pages: Pages, name: str) -> None:
    for page in pages(name):
        assert sorted((page.width, page.height)) == pytest.approx(A4, abs=TOLERANCE)


@every
def test_every_page_says_something(pages: Pages, name: str) -> None:
    assert all(page.body for page in pages(name))


@every
def test_no_text_stands_in_the_side_or_bottom_margins(pages: Pages, name: str) -> None:
    for page in pages(name):
        outside = [
            line.text
            for line in page.lines
            if line.x0 < LEFT - TOLERANCE
            or line.x1 > page.width - RIGHT + TOLERANCE
            or line.baseline > page.height - BOTTOM
        ]
        assert outside == []


@every
def test_no_line_is_drawn_in_the_margins(pages: Pages, name: str) -> None:
    for page in pages(name):
        outside = [
            stroke
            for stroke in page.strokes
            if stroke.x0 < LEFT - TOLERANCE
            or stroke.x1 > page.width - RIGHT + TOLERANCE
            or stroke.top < TOP - TOLERANCE
            or stroke.bottom > page.height - BOTTOM + TOLERANCE
        ]
        assert outside == []


@every
def test_one_typeface_is_used_throughout(pages: Pages, name: str) -> None:
    fonts = {font for page in pages(name) for line in page.lines for font in line.fonts}
    assert all(re.match(r"LiberationSerif\b|TimesNewRoman", font) for font in fonts)


def numbers(pages: list[Page]) -> Iterator[list[str]]:
    """What should stand in the top margin of each page, the mark of a draft aside."""
    number = 0
    for page in pages:
        first = page.has("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        appendix = re.fullmatch("Phụ lục( [IVX]+)?", page.body[0].text)
        number = 1 if first or appendix else number + 1
        yield [] if first else [str(number)]


@every
def test_pages_are_numbered_from_the_second_and_again_in_each_appendix(
    pages: Pages, name: str
) -> None:
    marks = ["DỰ THẢO"] if name == DRAFT else []
    found = [sorted(line.text for line in page.running) for page in pages(name)]
    assert found == [sorted(number + marks) for number in numbers(pages(name))]


@every
def test_page_numbers_are_upright_and_centred_in_the_top_margin(pages: Pages, name: str) -> None:
    for page in pages(name):
        for line in (line for line in page.running if line.text.isdigit()):
            assert line.upright
            assert line.size in (13, 14)
            assert line.centre == pytest.approx(page.centre, abs=TOLERANCE)
            assert line.baseline > 10


def test_a_draft_is_marked_on_every_page_at_the_right(pages: Pages) -> None:
    for page in pages(DRAFT):
        mark = page.find("DỰ THẢO")
        assert mark.bold
        assert mark.x1 == pytest.approx(page.width - RIGHT, abs=TOLERANCE)


def test_only_the_appendix_said_to_be_landscape_is(pages: Pages) -> None:
    found = pages("day-du")
    start = next(page.number for page in found if page.body[0].text == "Phụ lục II")
    assert start < len(found)
    assert [page.landscape for page in found] == [page.number >= start for page in found]
