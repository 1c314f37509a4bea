"""The main text: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6."""

import re
from itertools import pairwise

import pytest

from .pdf import LEFT, MM, RIGHT, Line, Page, Pages
from .plans import AGENCIES, DRAFT, every
from .test_heading import dated, title

INDENT = LEFT + 10
SPACE = 6 * MM
LEADING = 1.149  # single spacing of Times New Roman, in sizes
WORDED = ["day-du", DRAFT, *AGENCIES]


def main_text(pages: list[Page]) -> list[tuple[Page, Line]]:
    """The lines between the title and the signature block, with their pages."""
    found = [(page, line) for page in pages for line in page.body]
    last = title(pages[0])[-1]
    start = next(at for at, (_, line) in enumerate(found) if line is last) + 1
    end = next(at for at, (_, line) in enumerate(found) if line.text == "Nơi nhận:")
    return found[start:end]


def worded(pages: list[Page]) -> list[list[Line]]:
    """The paragraphs "Việc 1: …" that stand whole on a page."""
    found: list[list[Line]] = []
    for page in pages:
        open_paragraph = False
        for line in page.body:
            if line.text.startswith("Việc "):
                found.append([])
                open_paragraph = True
            if open_paragraph:
                found[-1].append(line)
                open_paragraph = not line.text.endswith(("hợp.", "hợp./."))
    return [lines for lines in found if lines[-1].text.endswith(("hợp.", "hợp./."))]


@pytest.mark.parametrize("name", WORDED)
def test_the_first_line_of_a_paragraph_is_indented_by_a_centimetre(pages: Pages, name: str) -> None:
    found = worded(pages(name))
    assert len(found) > 1
    for first, *rest in found:
        assert first.x0 == pytest.approx(INDENT, abs=0.5)
        assert [line.x0 for line in rest] == pytest.approx([LEFT] * len(rest), abs=0.5)


@pytest.mark.parametrize("name", WORDED)
def test_paragraphs_are_justified(pages: Pages, name: str) -> None:
    edge = pages(name)[0].width - RIGHT
    for lines in worded(pages(name)):
        ends = [line.x1 for line in lines[:-1]]
        assert ends == pytest.approx([edge] * len(ends), abs=0.5)


@pytest.mark.parametrize("name", WORDED)
def test_lines_stand_between_single_spacing_and_one_and_a_half(pages: Pages, name: str) -> None:
    for lines in worded(pages(name)):
        for above, below in pairwise(lines):
            spacing = (below.baseline - above.baseline) / (below.size * MM * LEADING)
            assert 0.99 < spacing < 1.51


@pytest.mark.parametrize("name", WORDED)
def test_six_points_or_more_stand_between_paragraphs(pages: Pages, name: str) -> None:
    for page in pages(name):
        for before, after in pairwise(worded([page])):
            step = after[0].baseline - before[-1].baseline
            assert step > after[0].size * MM * LEADING + SPACE - 0.1


FOOTNOTE = 11.0


@every
def test_the_main_text_keeps_to_the_pair_of_sizes(pages: Pages, name: str) -> None:
    text = [(page, line) for page, line in main_text(pages(name)) if not page.in_table(line)]
    found = [(page, line) for page, line in text if line.size > FOOTNOTE]
    captions = {13.0}
    assert {line.size for _, line in found} <= {dated(pages(name)[0]).size} | captions
    prose = [line for _, line in found if line.upright and line.x0 < INDENT + 1]
    assert {line.size for line in prose} == {dated(pages(name)[0]).size}


@every
def test_the_main_text_ends_with_its_mark(pages: Pages, name: str) -> None:
    texts = [line.text for _, line in main_text(pages(name))]
    ends_with_a_sentence = not name.startswith("bang-")
    assert texts[-1].endswith("./.") is ends_with_a_sentence
    assert sum(text.endswith("./.") for text in texts) == int(ends_with_a_sentence)


def test_legal_bases_are_italic_and_the_last_ends_with_a_full_stop(pages: Pages) -> None:
    lines = [line for _, line in main_text(pages("day-du"))]
    start = next(at for at, line in enumerate(lines) if line.text.startswith("Ủy ban"))
    bases = lines[:start]
    assert all(line.italic and not line.bold for line in bases)
    starts = [line for line in bases if line.text.startswith("Căn cứ ")]
    assert [line.x0 for line in starts] == pytest.approx([INDENT] * 2, abs=0.5)
    assert [line.text[-1] for line in bases if line.text[-1] in ";."] == [";", "."]


def test_bullets_of_the_second_kind_stand_further_in(pages: Pages) -> None:
    found = [line for _, line in main_text(pages("day-du"))]
    dash = next(line for line in found if line.text.startswith("- Gạch"))
    plus = next(line for line in found if line.text.startswith("+ Cộng"))
    assert dash.x0 == pytest.approx(INDENT, abs=0.5)
    assert plus.x0 > dash.x0 + 3


@every
def test_bullets_and_labels_start_a_centimetre_in(pages: Pages, name: str) -> None:
    label = re.compile(r"(-|[IVX]+\.|\d{1,2}(\.\d+)*\.|(aa|[a-zđ])[).]) \S")
    astray = [
        (line.text, round(line.x0, 1))
        for (_, above), (page, line) in pairwise(main_text(pages(name)))
        if label.match(line.text)
        and not page.in_table(line)
        and abs(line.x0 - INDENT) > 0.5
        and above.x1 < page.width - RIGHT - 1  # else a dash inside a paragraph begins its next line
    ]
    assert astray == []
