"""A plan as plain text: for a terminal, for a letter."""

import unicodedata
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.document.model import Cell, Column, Document, Paragraph, Row, Run, Table
from kehoach_cli.document.text_writer import as_text
from kehoach_cli.vietnamese.columns import display_width
from tests.document.as_text import LAYOUT, document, labels_of
from tests.document.docx import samples
from tests.pages.plans import PLANS

HEAD = """
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai
  so_van_ban: 172
  ngay_ban_hanh: 05/3/2026
  trich_yeu: Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước tỉnh Lào Cai năm 2026
  nguoi_ky: {ho_ten: Hoàng Quốc Khánh, chuc_vu: Chủ tịch, thay_mat: Ủy ban nhân dân}
  noi_nhan: [Bộ Khoa học và Công nghệ]
"""


def text(found: Document, width: int = 100) -> str:
    return as_text(found, LAYOUT, width)


def drawn(*rows: Row, header: tuple[Row, ...] = (), widths: tuple[float, ...] = (20, 100)) -> str:
    """The text of a table."""
    table = samples.table(*rows, header=header, widths=widths)
    return text(samples.document(table), 40)


def expected(picture: str) -> str:
    return dedent(picture).lstrip("\n")


def test_the_head_of_page_one_stands_in_two_columns() -> None:
    lines = [line.split("  ") for line in text(document(HEAD)).split("\n")[:4]]
    assert [[part.strip() for part in line if part] for line in lines] == [
        ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["TỈNH LÀO CAI", "Độc lập - Tự do - Hạnh phúc"],
        ["────────", "───────────────────────────"],
        ["Số: 172/KH-UBND", "Lào Cai, ngày 05 tháng 3 năm 2026"],
    ]


def test_in_a_narrow_window_the_columns_stand_one_below_the_other() -> None:
    lines = [line.strip() for line in text(document(HEAD), 44).split("\n")]
    assert lines[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"]
    assert lines[3] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_the_title_is_centred_and_broken_as_on_paper() -> None:
    lines = text(document(HEAD)).split("\n")
    at = lines.index(" " * 46 + "KẾ HOẠCH")
    assert [line.strip() for line in lines[at + 1 : at + 3]] == [
        "Ứng dụng công nghệ thông tin trong hoạt động",
        "của cơ quan nhà nước tỉnh Lào Cai năm 2026",
    ]
    for line in lines[at : at + 3]:
        left, right = len(line) - len(line.lstrip()), 100 - len(line)
        assert abs(left - right) <= 1


def test_recipients_and_signature_stand_beside_each_other() -> None:
    last = text(document(HEAD)).rstrip("\n").split("\n")
    start = next(at for at, line in enumerate(last) if line.startswith("Nơi nhận:"))
    assert last[start].split() == ["Nơi", "nhận:", "TM.", "ỦY", "BAN", "NHÂN", "DÂN"]
    assert last[start + 1].startswith("- Bộ Khoa học và Công nghệ;")
    assert last[-1].strip() == "Hoàng Quốc Khánh"


def test_a_blank_for_the_number_stays_as_wide_as_it_is() -> None:
    assert "Số:        /KH-UBND" in text(document("van_ban: {co_quan_ban_hanh: UBND tỉnh A}"))


def test_what_is_numbered_or_bulleted_stays_clear_of_its_label() -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười"
    found = document(f"noi_dung: [{{muc: A, doan_van: ['- {words}'], muc_con: ['{words}']}}]")
    assert expected(
        """
        |    I. A
        |    - một hai ba bốn năm sáu bảy tám
        |      chín mười
        |    1. một hai ba bốn năm sáu bảy tám
        |       chín mười./.
        """
    ).replace("|", "") in text(found, 40)


def test_a_part_has_its_label_above_its_title() -> None:
    found = document("van_ban: {danh_so: Phần I/1}\nnoi_dung: [{muc: Mục tiêu, doan_van: A}]")
    assert f"{' ' * 47}Phần I\n{' ' * 46}MỤC TIÊU\n" in text(found)


def test_footnotes_stand_at_the_end_of_their_section() -> None:
    found = document('noi_dung: ["A^[Một.] B^[Hai.] c"]\nphu_luc: [{ten: P, doan_van: "C^[Ba.]"}]')
    body, appendix = text(found).split("\n" + "─" * 100 + "\n")
    assert "A[1] B[2] c./." in body
    assert body.endswith("─" * 25 + "\n[1] Một.\n[2] Hai.\n")
    assert appendix.endswith("    C./.[3]\n\n" + "─" * 25 + "\n[3] Ba.\n")


def test_a_draft_says_so_at_the_top() -> None:
    assert text(document("mau: a", draft=True)).startswith(" " * 93 + "DỰ THẢO\n")
    assert "DỰ THẢO" not in text(document("mau: a"))


def test_a_box_of_urgency_is_drawn_in_the_middle_of_its_column() -> None:
    found = text(document("van_ban: {do_khan: khẩn}"))
    assert "┌──────┐\n" in found
    assert "│ KHẨN │\n" in found


def test_a_table_is_drawn_with_its_heading_tree_and_its_groups() -> None:
    found = drawn(
        (Cell("I. Hạ tầng", "o_nhom", span=3),),
        ("1", "Mạng LAN", "5"),
        header=samples.HEADER,
        widths=(12, 60, 60),
    )
    assert found == expected(
        """
        ┌────┬─────────────────┐
        │ TT │    Kinh phí     │
        │    ├──────────┬──────┤
        │    │   2014   │ 2015 │
        ├────┴──────────┴──────┤
        │ I. Hạ tầng           │
        ├────┬──────────┬──────┤
        │ 1  │ Mạng LAN │ 5    │
        └────┴──────────┴──────┘
        """
    )


def test_words_of_a_merged_cell_run_on_beside_the_rows() -> None:
    merged = Cell("một hai ba bốn năm sáu bảy tám chín mười", "o_chu", down="start")
    on = Cell("", "o_chu", down="on")
    found = drawn(("1", merged, "x" * 22), ("2", on, "y"), ("3", on, "z"), widths=(9, 60, 60))
    assert found == expected(
        """
        ┌───┬───────────────┬──────────────────┐
        │ 1 │ một hai ba    │ xxxxxxxxxxxxxxxx │
        │   │ bốn năm sáu   │ xxxxxx           │
        ├───┤ bảy tám chín  ├──────────────────┤
        │ 2 │ mười          │ y                │
        ├───┤               ├──────────────────┤
        │ 3 │               │ z                │
        └───┴───────────────┴──────────────────┘
        """
    )


def test_figures_stand_at_the_right_and_are_never_broken() -> None:
    columns = (Column(10, "o_chu"), Column(10, "o_so"))
    rows = (("Trung tâm dữ liệu của tỉnh và các xã", "13.770.785.000"), ("Cộng", "5"))
    found = text(samples.document(Table(columns, rows)), 40)
    assert "│ 13.770.785.000 │" in found
    assert "│              5 │" in found


def test_a_table_of_too_many_columns_becomes_a_list() -> None:
    columns = tuple(Column(10, "o_so") for _ in range(9))
    heads = tuple(Cell(f"Năm {2020 + at}", "o_dau_bang") for at in range(9))
    total = (Cell("Tổng", "o_nhom", span=7), "7.770.785", "")
    rows = (("13.770.785", *[""] * 7, "5"), total, ("",) * 5 + ("1.234.567",) * 4)
    found = text(samples.document(Table(columns, rows, (heads,))), 40)
    assert found == expected(
        """
        ────────
        Năm 2020: 13.770.785
        Năm 2028: 5
        ────────
        Tổng
        Năm 2027: 7.770.785
        ────────
        Năm 2025: 1.234.567
        Năm 2026: 1.234.567
        Năm 2027: 1.234.567
        Năm 2028: 1.234.567
        """
    )


def test_a_table_without_rows_is_left_out() -> None:
    assert drawn() == ""


def test_bullets_in_a_cell_hang() -> None:
    assert "│ 1 │ Gồm:      │\n│   │ - máy chủ │" in drawn(("1", "Gồm:\n- máy chủ"))


def test_what_a_terminal_would_obey_is_left_out() -> None:
    found = text(samples.document(samples.paragraph("a\x1b[31mb\u202ec\td")))
    assert found == "    a[31mbc d\n"


def test_marks_take_no_room() -> None:
    assert display_width(unicodedata.normalize("NFD", "Tiếng Việt")) == display_width("Tiếng Việt")
    assert [display_width(word) for word in ("ab", "\u200b", "漢")] == [2, 0, 2]


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("width", [40, 72, 100, 160])
def test_every_plan_keeps_inside_the_window_with_all_its_words(name: str, width: int) -> None:
    found = document(PLANS[name].read_text(encoding="utf-8"))
    lines = text(found, width).split("\n")
    assert max(map(display_width, lines)) <= width
    letters = sum(map(str.isalpha, "".join(lines)))
    assert letters >= 0.98 * sum(
        sum(map(str.isalpha, paragraph.text)) for paragraph, _ in labels_of(found, LAYOUT)
    )


WORDS = st.text(st.sampled_from("aễ漢 \u0301-\n\u00a0"), max_size=60)


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=3), WORDS, st.integers(30, 120))
def test_no_text_is_too_wide_and_the_same_is_written_again(
    rows: list[tuple[str, str, str]], words: str, width: int
) -> None:
    table = samples.table(*rows, widths=(10, 20, 30))
    notes = Paragraph("gach_dau_dong", (Run(words, note=(Run(words),)),))
    found = samples.document(notes, table, Paragraph("phan", (Run(words),), narrow=20))
    written = text(found, width)
    assert max(map(display_width, written.split("\n"))) <= max(width, 40)
    assert written == text(found, width)


def test_a_numbered_caption_is_centred_with_its_number() -> None:
    tables = "{bang: {ma: a, ten: Một, cot: [{ten: A}]}}, {bang: {ma: b, cot: [{ten: B}]}}"
    lines = text(document(f"noi_dung: [{{muc: M, doan_van: [{tables}]}}]"), 60).splitlines()
    assert "Bảng 1. Một".center(60).rstrip() in lines
    assert "Bảng 2".center(60).rstrip() in lines
