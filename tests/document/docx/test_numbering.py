"""Numbers of an outline, read back as Word would count them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.docx.numbering import ARTICLE_LIST, OTHER_LISTS
from kehoach_cli.document.labels import Numbering
from kehoach_cli.document.model import APPENDIX, Number, Paragraph
from kehoach_cli.plan.scheme import Scheme, label

from .samples import NUMBERING, W, document, paragraph, part, scheme, tree, written
from .word import lines, shown

SCHEMES = [
    "I/1/a)",
    "A/I/1",
    "Phần I/I/1/1.1/a)",
    "1/1.1",
    "1/1.1/1.1.1",
    "I/1/a.",
    "Chương I/Điều 1/1/a)",
    "(1)/(a)",
    "I./1)/a",
    "A/1/a)",
    "Phần A/I/1",
    "Phần thứ nhất/I/1",
    "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1/a)",
    "Phần I/A/I/1/1.1/1.1.1/a)/(1)/(a)",
    "Phần I/A/I/1/1.1/1.1.1/1.1.1.1/a)/(1)/(a)/1",
    "I/1.1",
    "a)/1.1",
    "A/1.1/1.1.1",
]
STYLES = ["noi_dung", "phan", "muc_chu", "muc_la_ma", "khoan", "khoan_tron", "tieu_khoan", "diem"]

Steps = list[tuple[int, int]]
"""(level, position) of each numbered paragraph."""


def outline(steps: Steps, style: str = "diem", outline: int = 0) -> list[Paragraph]:
    return [paragraph("Việc", style, Number(*step, outline)) for step in steps]


def wanted(levels: Scheme, steps: Steps) -> list[str]:
    """The labels as the scheme prints them, from the path to each step."""
    path: tuple[int, ...] = ()
    found = []
    for level, position in steps:
        path = (*path[:level], position)
        gap = "\n" if levels[level].own_line else " "
        found.append(f"{label(levels, path)}{gap}Việc")
    return found


def full_tree(depth: int, width: int) -> Steps:
    """Every item down to the last level, so many under each."""
    if depth == 0:
        return []
    inner = [(level + 1, position) for level, position in full_tree(depth - 1, width)]
    return [step for n in range(1, width + 1) for step in ((0, n), *inner)]


@pytest.mark.parametrize("text", SCHEMES)
def test_the_labels_are_those_of_the_scheme(text: str) -> None:
    levels = scheme(text)
    steps = full_tree(min(len(levels), 4), 3) + [(level, 4) for level in range(len(levels))]
    data = written(document(*outline(steps), schemes=[text]))
    assert lines(data) == wanted(levels, steps)


@pytest.mark.parametrize("text", ["I/1/a)", "A/I/1", "I/1/a.", "Phần I/I/1/1.1/a)", "(1)/(a)"])
def test_letters_go_on_after_the_last_segment(text: str) -> None:
    levels = scheme(text)
    last = len(levels) - 1
    steps = [(level, 1) for level in range(last)] + [(last, n) for n in range(1, 31)]
    data = written(document(*outline(steps), schemes=[text]))
    assert lines(data) == wanted(levels, steps)


def test_the_23_points_of_one_list_are_counted_by_word() -> None:
    steps = [(0, 1), (1, 1)] + [(2, n) for n in range(1, 24)]
    found = shown(written(document(*outline(steps))))
    assert all(item.live for item in found)
    assert "".join(item.text[0] for item in found[2:]) == "abcdđeghiklmnopqrstuvxy"


def test_the_points_after_y_have_two_letters() -> None:
    steps = [(0, 1), (1, 1)] + [(2, n) for n in range(1, 28)]
    found = lines(written(document(*outline(steps))))
    assert found[-4:] == ["aa) Việc", "ab) Việc", "ac) Việc", "ad) Việc"]


def test_points_begin_again_under_each_parent() -> None:
    ends = (6, 3, 23, 1)
    steps = [
        step for n, end in enumerate(ends, 1) for step in ((0, n), *((1, k) for k in range(1, end)))
    ]
    data = written(document(*outline(steps), schemes=["1/a)"]))
    assert lines(data) == wanted(scheme("1/a)"), steps)
    assert all(item.live for item in shown(data))


def test_articles_run_on_in_one_list_through_the_chapters() -> None:
    steps = [(0, 1), (1, 1), (2, 1), (2, 2), (1, 2), (0, 2), (1, 3), (2, 1), (1, 4)]
    levels = "Chương I/Điều 1/1/a)"
    found = written(document(*outline(steps), schemes=[levels]))
    assert lines(found) == wanted(scheme(levels), steps)
    assert all(item.live for item in shown(found))
    instances = re.findall('<w:num w:numId="([0-9]+)"', part(found, NUMBERING))
    assert [key for key in instances if int(key) >= OTHER_LISTS] == []
    assert str(ARTICLE_LIST) in instances


@st.composite
def walks(draw: st.DrawFn, levels: Scheme) -> Steps:
    """Steps in reading order; now and then a number is left out or comes twice."""
    steps: Steps = []
    counts: list[int] = []
    for _ in range(draw(st.integers(1, 30))):
        level = draw(st.integers(0, min(len(counts), len(levels) - 1)))
        last = counts[level] if level < len(counts) else 0
        position = draw(st.sampled_from([last + 1] * 6 + [max(1, last), last + 2, 24]))
        counts[level:] = [position]
        steps.append((level, position))
    return steps


@given(data=st.data(), text=st.sampled_from(SCHEMES), style=st.sampled_from(STYLES))
def test_the_label_is_right_for_any_walk_and_style(
    data: st.DataObject, text: str, style: str
) -> None:
    levels = scheme(text)
    steps = data.draw(walks(levels))
    found = written(document(*outline(steps, style), schemes=[text]))
    assert lines(found) == wanted(levels, steps)


@given(data=st.data(), texts=st.lists(st.sampled_from(SCHEMES), min_size=2, max_size=3))
def test_outlines_are_counted_apart(data: st.DataObject, texts: list[str]) -> None:
    chosen = [scheme(text) for text in texts]
    walked = [data.draw(walks(levels)) for levels in chosen]
    blocks = [p for at, steps in enumerate(walked) for p in outline(steps, outline=at)]
    labels = [
        text for levels, steps in zip(chosen, walked, strict=True) for text in wanted(levels, steps)
    ]
    assert lines(written(document(*blocks, schemes=texts))) == labels


def test_an_outline_that_interrupts_another_does_not_disturb_it() -> None:
    main, other = outline([(0, 1), (0, 2)]), outline([(0, 1), (0, 2)], outline=1)
    data = written(document(main[0], other[0], main[1], other[1], schemes=["I/1", "1"]))
    assert lines(data) == ["I. Việc", "1. Việc", "II. Việc", "2. Việc"]
    assert all(item.live for item in shown(data))


def test_a_skipped_level_leaves_the_others_as_they_are() -> None:
    steps = [(0, 1), (2, 1), (2, 2), (1, 1), (2, 1), (0, 2), (2, 1)]
    found = lines(written(document(*outline(steps))))
    assert [line.split()[0] for line in found] == ["I.", "a)", "b)", "1.", "a)", "II.", "a)"]


def test_a_parent_that_is_missing_is_not_made_up() -> None:
    steps = [(1, 1), (1, 2), (0, 1), (1, 1)]
    data = written(document(*outline(steps), schemes=["1/1.1"]))
    assert lines(data) == ["1. Việc", "2. Việc", "1. Việc", "1.1. Việc"]


def test_levels_past_the_ninth_are_typed() -> None:
    text = "Phần I/A/I/1/1.1/1.1.1/1.1.1.1/a)/(1)/(a)"
    steps = [(level, 1) for level in range(10)]
    found = shown(written(document(*outline(steps), schemes=[text])))
    assert [item.live for item in found[:9]] == [True] * 9
    assert found[-1].text == "(a) Việc"


def test_a_label_without_words_ends_where_the_label_ends() -> None:
    own_line = [Paragraph("phan", (), Number(0, n)) for n in (1, 3)]
    assert lines(written(document(*own_line, schemes=["Phần I"]))) == ["Phần I", "Phần III"]
    past_the_ninth = Paragraph("diem", (), Number(9, 2))
    assert lines(written(document(past_the_ninth, schemes=["/".join("I" * 9 + "a")]))) == ["b)"]


def test_appendices_are_counted_in_roman_numbers_on_a_line_of_their_own() -> None:
    blocks = [paragraph("DANH MỤC", "phu_luc", Number(APPENDIX, n)) for n in (1, 2, 4, 3)]
    data = written(document(*blocks))
    numbers = ("I", "II", "IV", "III")
    assert lines(data) == [f"Phụ lục {number}\nDANH MỤC" for number in numbers]
    assert all(item.live for item in shown(data)[:2])


def test_a_lone_appendix_has_no_number() -> None:
    (found,) = shown(written(document(paragraph("Phụ lục\nDANH MỤC", "phu_luc"))))
    assert found == ("Phụ lục\nDANH MỤC", "PhuLuc", False)


def test_bullets_are_words_own() -> None:
    blocks = [paragraph("a", "gach_dau_dong"), paragraph("b", "dau_cong")]
    found = shown(written(document(*blocks, paragraph("c", "noi_nhan_dong"))))
    assert [(item.text, item.live) for item in found] == [
        ("- a", True),
        ("+ b", True),
        ("- c", True),
    ]


def test_a_paragraph_of_a_heading_style_without_a_number_is_not_numbered() -> None:
    blocks = [*outline([(0, 1)], "muc_la_ma"), paragraph("Lời kết", "muc_la_ma")]
    found = shown(written(document(*blocks)))
    assert [item.text for item in found] == ["I. Việc", "Lời kết"]
    assert found[1].style == "MucLaMaKhongSo"


def test_a_dieu_is_bold_in_its_label_alone() -> None:
    data = written(document(*outline([(0, 1), (1, 1)]), schemes=["Điều 1/1"]))
    levels = tree(data, NUMBERING).iter(f"{W}lvl")
    bold = [level.find(f"{W}rPr/{W}b") is not None for level in levels]
    assert lines(data) == ["Điều 1. Việc", "1. Việc"]
    assert bold[:2] == [True, False]
    assert "<w:b/>" not in part(data)


@pytest.mark.parametrize("text", ["I/1/a)", "1/1.1/1.1.1", "Phần I/I/1", "Phần thứ nhất/I/1"])
def test_a_heading_without_a_number_has_no_label_and_the_others_count_on(text: str) -> None:
    steps = [(0, 0), (1, 1), (1, 0), (2, 1), (1, 2), (0, 1), (1, 1), (0, 0), (1, 1), (0, 2), (1, 1)]
    data = written(document(*outline(steps, "khoan"), schemes=[text]))
    numbering = Numbering([scheme(text)])
    labels = [numbering.of(Number(*step)) for step in steps]
    gaps = ["\n" if label.own_line else " " if label.text else "" for label in labels]
    assert lines(data) == [f"{a.text}{gap}Việc" for a, gap in zip(labels, gaps, strict=True)]


def test_a_heading_without_a_number_keeps_its_depth() -> None:
    blocks = outline([(0, 1), (1, 0), (2, 0)], "tieu_khoan")
    body = part(written(document(*blocks, schemes=["A/1.1/1.1.1"])), "word/document.xml")
    assert re.findall(r'<w:outlineLvl w:val="(.)"', body) == ["0", "2"]
