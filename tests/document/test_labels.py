"""What is printed before a paragraph, where no word processor counts."""

import pytest

from kehoach_cli.document.labels import Label, Numbering, cell_blocks
from kehoach_cli.document.model import APPENDIX, Cell, Document, Number, Paragraph, Table
from kehoach_cli.plan.scheme import LETTERS, parse_scheme
from tests.document.as_text import LAYOUT, document, labels_of


def labels(found: Document) -> list[str]:
    """The labels that are not empty, in reading order."""
    return [label.text for _, label in labels_of(found, LAYOUT) if label.text]


def body(outline: str, scheme: str = "I/1/a)") -> list[str]:
    """The labels of an outline, without those of the recipients."""
    return labels(document(f"van_ban: {{danh_so: {scheme}}}\nnoi_dung: {outline}"))[:-1]


def numbering(*schemes: str) -> Numbering:
    return Numbering([parse_scheme(scheme) or () for scheme in schemes])


TREE = "[{muc: A, muc_con: [{muc: B, muc_con: [C, D]}, {muc: E, muc_con: [F]}]}, {muc: G}]"


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("I/1/a)", "I. 1. a) b) 2. a) II."),
        ("A/I/1", "A. I. 1. 2. II. 1. B."),
        ("1/1.1/a.", "1. 1.1. a. b. 1.2. a. 2."),
        ("I/1/1.1", "I. 1. 1.1. 1.2. 2. 2.1. II."),
        ("Phần I/1/(a)", "Phần I 1. (a) (b) 2. (a) Phần II"),
    ],
)
def test_sections_are_labelled_in_the_plan_s_own_way(scheme: str, expected: str) -> None:
    assert " ".join(body(TREE, scheme)) == expected


def test_points_run_in_the_vietnamese_alphabet() -> None:
    numbers = numbering("I/1/a)")
    found = [numbers.of(Number(2, position)).text for position in range(1, 25)]
    assert found == [*(f"{letter})" for letter in LETTERS), "aa)"]


def test_a_part_stands_above_its_title_and_a_section_before_it() -> None:
    numbers = numbering("Phần I/I")
    assert numbers.of(Number(0, 3)) == Label("Phần III", own_line=True)
    assert numbers.of(Number(1, 1)) == Label("I.")
    assert numbers.of(Number(APPENDIX, 2)) == Label("Phụ lục II", own_line=True)


def test_a_level_that_was_passed_over_is_left_out_of_the_label() -> None:
    numbers = numbering("I/1/1.1")
    assert [numbers.of(Number(0, 1)).text, numbers.of(Number(2, 4)).text] == ["I.", "4."]
    assert [numbers.of(Number(1, 2)).text, numbers.of(Number(2, 1)).text] == ["2.", "2.1."]


def test_an_appendix_counts_for_itself() -> None:
    found = document(
        """
        noi_dung: [{muc: A, muc_con: [B]}, {muc: C}]
        phu_luc: [{ten: P, muc_con: [{muc: D}]}, {ten: Q, danh_so: 1/a), muc_con: [{muc: E}]}]
        """
    )
    assert labels(found) == ["I.", "1.", "II.", "-", "Phụ lục I", "I.", "Phụ lục II", "1."]


def test_articles_of_a_decision_come_first() -> None:
    found = document("quyet_dinh: {dieu: [Một., Hai.]}\nnoi_dung: [{muc: A}]")
    assert labels(found) == ["Điều 1.", "Điều 2.", "-", "I."]


def test_bullets_come_from_the_layout() -> None:
    assert body("[{muc: A, doan_van: [Chữ, '- Một', '+ Hai']}]") == ["I.", "-", "+"]


def test_lines_of_a_cell_may_begin_with_a_bullet() -> None:
    blocks = cell_blocks(Cell("Gồm:\n- máy chủ\n + máy trạm\n-5"), "o_chu", LAYOUT)
    found = [(block.style, block.text) for block in blocks if isinstance(block, Paragraph)]
    assert found == [
        ("o_chu", "Gồm:"),
        ("o_gach", "máy chủ"),
        ("o_cong", "máy trạm"),
        ("o_chu", "-5"),
    ]


@pytest.mark.parametrize("style", ["o_so", "o_giua", "o_dau_bang", "o_nhom"])
def test_figures_and_headings_have_no_bullets(style: str) -> None:
    (block,) = cell_blocks(Cell("- 5"), style, LAYOUT)
    assert isinstance(block, Paragraph)
    assert (block.style, block.text) == (style, "- 5")


def test_a_cell_merged_with_the_one_above_says_nothing() -> None:
    assert cell_blocks(Cell("x", down="on"), "o_chu", LAYOUT) == ()


def test_cells_are_read_row_by_row() -> None:
    found = document("phu_luc: [{ten: P, bang: {cot: [{ten: A}, {ten: B}], hang: [[x, y]]}}]")
    (table,) = (block for block in found.sections[1].blocks if isinstance(block, Table))
    assert len(table.columns) == 2
    assert [paragraph.text for paragraph, _ in labels_of(found, LAYOUT)][-4:] == list("ABxy")


def test_a_section_without_a_number_has_no_label_and_none_to_hand_down() -> None:
    numbers = numbering("1/1.1")
    steps = ((0, 1), (1, 1), (0, 0), (1, 1), (1, 0), (1, 2), (0, 2), (1, 1))
    found = [numbers.of(Number(*step)).text for step in steps]
    assert found == ["1.", "1.1.", "", "1.", "", "2.", "2.", "2.1."]
