"""Appendices: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III.1."""

import re
from itertools import pairwise

import pytest

from .pdf import MM, Line, Page, Pages
from .plans import AGENCIES, DRAFT, every

ISSUED = (
    "(Kèm theo Kế hoạch số 172/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lào Cai)"
)


def appendices(pages: list[Page]) -> list[tuple[Page, list[Line]]]:
    """The first pages of appendices, with the lines of their heads."""
    found = []
    for page in pages:
        if re.fullmatch("Phụ lục( [IVX]+)?", page.body[0].text):
            end = next(n for n, line in enumerate(page.body) if line.text.endswith(")"))
            found.append((page, page.body[: end + 1]))
    return found


def reference(head: list[Line]) -> list[Line]:
    """The lines of "(Kèm theo …)"."""
    start = next(at for at, line in enumerate(head) if line.text.startswith("("))
    return head[start:]


def test_two_appendices_have_roman_numbers(pages: Pages) -> None:
    labels = [head[0].text for _, head in appendices(pages("day-du"))]
    assert labels == ["Phụ lục I", "Phụ lục II"]


@pytest.mark.parametrize("name", [DRAFT, *AGENCIES])
def test_a_lone_appendix_has_no_number(pages: Pages, name: str) -> None:
    assert [head[0].text for _, head in appendices(pages(name))] == ["Phụ lục"]


@every
def test_the_head_of_an_appendix_is_centred(pages: Pages, name: str) -> None:
    for page, head in appendices(pages(name)):
        for line in head:
            assert line.centre == pytest.approx(page.centre, abs=0.5)


@every
def test_label_and_title_are_bold_and_the_title_in_capitals(pages: Pages, name: str) -> None:
    for _, head in appendices(pages(name)):
        label, *title = head[: len(head) - len(reference(head))]
        assert label.size == 14
        assert title
        assert all(line.bold and line.size in (13, 14) for line in (label, *title))
        assert all(line.text == line.text.upper() for line in title)


@every
def test_the_reference_to_the_plan_is_italic(pages: Pages, name: str) -> None:
    for _, head in appendices(pages(name)):
        assert all(line.italic and not line.bold for line in reference(head))
        assert {line.size for line in reference(head)} <= {13.0, 14.0}


def test_the_reference_names_number_date_and_agency(pages: Pages) -> None:
    found = [reference(head) for _, head in appendices(pages("day-du"))]
    assert [" ".join(line.text for line in lines) for lines in found] == [ISSUED] * 2


@every
def test_a_short_line_stands_under_the_reference(pages: Pages, name: str) -> None:
    for page, head in appendices(pages(name)):
        rule = page.rule_below(head[-1])
        assert rule.centre == pytest.approx(page.centre, abs=0.5)
        assert rule.length < max(line.width for line in reference(head)) / 2


@every
def test_the_head_of_an_appendix_is_set_closely(pages: Pages, name: str) -> None:
    for _, head in appendices(pages(name)):
        for above, below in pairwise(head):
            assert below.baseline - above.baseline < below.size * MM * 1.75
