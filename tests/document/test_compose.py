"""The whole document: its sections of pages, its appendices."""

import pytest

from kehoach_cli.document.model import APPENDIX, Paragraph, Table
from tests.document.as_text import document, paragraphs, rows, tables


def test_a_plan_without_appendices_is_one_section() -> None:
    found = document("mau: a")
    (section,) = found.sections
    assert (section.landscape, section.restart, section.hide_first_number) == (False, False, True)
    assert (found.draft, [len(scheme) for scheme in found.schemes]) == (False, [3])
    assert document("mau: a", draft=True).draft


def test_an_appendix_has_pages_of_its_own() -> None:
    found = document("phu_luc: [{ten: A}, {ten: B, kho_giay: ngang}]")
    shapes = [(section.landscape, section.restart) for section in found.sections]
    assert shapes == [(False, False), (False, True), (True, True)]


def test_a_lone_appendix_has_no_number() -> None:
    found = document("phu_luc: [{ten: Danh mục dự án}]")
    assert paragraphs(found, 1)[0] == "phu_luc Phụ lục / DANH MỤC DỰ ÁN"


def test_several_appendices_are_numbered_by_the_word_processor() -> None:
    found = document("phu_luc: [{ten: Một}, {ten: Hai}]")
    titles = [section.blocks[0] for section in found.sections[1:]]
    assert all(isinstance(title, Paragraph) and title.number for title in titles)
    numbers = [title.number for title in titles if isinstance(title, Paragraph) and title.number]
    assert [(number.level, number.position) for number in numbers] == [(APPENDIX, 1), (APPENDIX, 2)]
    assert [title.text for title in titles if isinstance(title, Paragraph)] == ["MỘT", "HAI"]


def test_an_appendix_says_what_it_is_attached_to() -> None:
    found = document(
        """
        van_ban:
          co_quan_ban_hanh: Ủy ban nhân dân tỉnh A
          so_van_ban: 172
          ngay_ban_hanh: 01/11/2013
        phu_luc: [{ten: P}]
        """
    )
    line = paragraphs(found, 1)[1].replace(" / ", " ")
    assert line == (
        "kem_theo (Kèm theo Kế hoạch số 172/KH-UBND ngày 01 tháng 11 năm 2013"
        " của Ủy ban nhân dân tỉnh A)"
    )


def test_in_a_draft_the_number_of_the_plan_is_a_blank_in_the_appendix() -> None:
    found = document("van_ban: {co_quan_ban_hanh: Sở A}\nphu_luc: [{ten: P}]")
    assert "số    " in paragraphs(found, 1)[1]


@pytest.mark.parametrize(
    ("scheme", "lines"),
    [
        ("", ["muc_la_ma #0.1 A", "khoan #1.1 B", "diem #2.1 C./."]),
        ("danh_so: I/1/a),", ["muc_la_ma #0.1 A", "khoan #1.1 B", "diem #2.1 C./."]),
        ("danh_so: 1/a),", ["khoan #0.1 A", "diem #1.1 B", "noi_dung C./."]),
    ],
)
def test_an_appendix_may_number_its_sections_in_its_own_way(scheme: str, lines: list[str]) -> None:
    found = document(
        f"""
        phu_luc:
        - {{ten: P, {scheme} muc_con: [{{muc: A, muc_con: [{{muc: B, muc_con: [C]}}]}}]}}
        """
    )
    assert paragraphs(found, 1)[2:] == lines


def test_a_table_of_an_appendix_is_as_wide_as_its_page() -> None:
    found = document(
        "phu_luc: [{ten: P, kho_giay: ngang, bang: {cot: [{ten: A}, {ten: B}], hang: [[x, y]]}}]"
    )
    (table,) = tables(found, 1)
    assert sum(column.width for column in table.columns) == pytest.approx(252.0)
    assert rows(table) == ["A|B", "x|y"]


def test_the_signature_ends_the_main_text_and_is_kept_with_it() -> None:
    blocks = document("noi_dung: [{muc: A, doan_van: B.}]").sections[0].blocks
    last, empty, table = blocks[-3:]
    assert isinstance(last, Paragraph)
    assert isinstance(empty, Paragraph)
    assert (last.text, last.keep_next, empty.keep_next) == ("B./.", True, True)
    assert isinstance(table, Table)
    assert not table.borders


def test_the_same_plan_gives_the_same_document() -> None:
    text = "noi_dung: [{muc: A, doan_van: B.}]\nphu_luc: [{ten: P}]"
    assert document(text) == document(text)


@pytest.mark.parametrize(
    ("rest", "end"),
    [
        ("doan_van: Hết.", "noi_dung Hết./."),
        ("muc_con: [{muc: Hết}]", "muc_la_ma #0.1 HẾT"),
        ("bang: {cot: [{ten: C}], hang: [[x]], ghi_chu: Ghi.}", "ghi_chu_bang Ghi."),
    ],
)
def test_a_text_in_an_appendix_ends_with_the_closing_mark(rest: str, end: str) -> None:
    assert paragraphs(document(f"phu_luc: [{{ten: P, {rest}}}]"), 1)[-1] == end
