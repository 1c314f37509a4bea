"""The numbers of sections as they print: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6.đ, V.6b."""

import re
from itertools import pairwise

import pytest

from .pdf import MM, Line, Pages
from .plans import SCHEMES
from .test_body import LEADING, SPACE, main_text

NAMES = {scheme: f"bac-{at}" for at, scheme in enumerate(SCHEMES)}
_BRANCH = re.compile(r"(\S+) nhánh\b|(Phần (?:[IVX]+|thứ \w+))$", re.IGNORECASE)


def labelled(pages: Pages, scheme: str) -> list[tuple[str, Line]]:
    """The labels of the case of a scheme, with their lines."""
    lines = [line for _, line in main_text(pages(NAMES[scheme]))]
    found = [(_BRANCH.match(line.text), line) for line in lines]
    return [(match[1] or match[2], line) for match, line in found if match]


@pytest.mark.parametrize(
    ("scheme", "labels"),
    [
        ("I/1/a)", "I. 1. a) b) c) 2. a) b) c) II. 1. a) b) c) 2. a) b) c)"),
        ("A/I/1", "A. I. 1. 2. II. 1. 2. B. I. 1. 2. II. 1. 2."),
        (
            "Phần I/I/1/1.1/a)",
            "Phần I I. 1. 1.1. a) b) 1.2. a) b) II. 1. 1.1. a) b) 1.2. a) b) "
            "Phần II I. 1. 1.1. a) b) 1.2. a) b) II. 1. 1.1. a) b) 1.2. a) b)",
        ),
        ("1/1.1", "1. 1.1. 1.2. 2. 2.1. 2.2."),
        ("I/1/a.", "I. 1. a. b. c. d. đ. II. 1. a. b. c. d. đ."),
        (
            "Phần thứ nhất/I/1",
            "Phần thứ nhất I. 1. 2. II. 1. 2. Phần thứ hai I. 1. 2. II. 1. 2. "
            "Phần thứ ba I. 1. 2. II. 1. 2.",
        ),
    ],
)
def test_labels_run_in_order_and_start_again_under_each_parent(
    pages: Pages, scheme: str, labels: str
) -> None:
    assert " ".join(label for label, _ in labelled(pages, scheme)) == labels


@pytest.mark.parametrize("scheme", SCHEMES)
def test_six_points_or_more_stand_before_every_numbered_paragraph(
    pages: Pages, scheme: str
) -> None:
    lines = [line for _, line in main_text(pages(NAMES[scheme]))]
    starts = {id(line) for _, line in labelled(pages, scheme)}
    for above, below in pairwise(lines):
        step = below.baseline - above.baseline
        if id(below) in starts and step > 0:
            assert step > below.size * MM * LEADING + SPACE - 0.1


def test_points_run_in_the_vietnamese_alphabet(pages: Pages) -> None:
    texts = [line.text for _, line in main_text(pages("diem"))]
    found = [text.removesuffix("/.").removesuffix(" Điểm này.") for text in texts]
    letters = [f"{letter})" for letter in "abcdđeghiklmnopqrstuvxy"]
    assert found == ["I. NHIỆM VỤ", "1. Một", *letters, "aa)", "2. Hai", *letters[:6]]


def test_a_part_has_its_number_above_its_title_both_centred(pages: Pages) -> None:
    page = pages(NAMES["Phần I/I/1/1.1/a)"])[0]
    at = next(n for n, line in enumerate(page.body) if line.text == "Phần I")
    for line in page.body[at : at + 2]:
        assert line.bold
        assert line.centre == pytest.approx(page.centre, abs=0.5)
    assert page.body[at + 1].text == "NHÁNH"


def test_titles_of_sections_are_bold_and_paragraphs_are_not(pages: Pages) -> None:
    for label, line in labelled(pages, "I/1/a)"):
        assert line.bold == (not label.endswith(")"))
        assert (line.text == line.text.upper()) == label.startswith("I")
        assert not line.italic


def test_an_appendix_starts_its_own_numbering(pages: Pages) -> None:
    page = next(page for page in pages("day-du") if page.body[0].text == "Phụ lục I")
    assert page.find("I. NHIỆM VỤ CHUNG").bold
    assert page.find("1. Rà soát").upright
