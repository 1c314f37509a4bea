"""Other things that stand on the page: targets as sentences, the last words, an older layout."""

from io import BytesIO
from textwrap import dedent
from zipfile import ZipFile

import pytest

from kehoach_cli.cli import resources
from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.docx.writer import write_docx
from kehoach_cli.document.model import Document, Paragraph, Rule, Section, Table
from kehoach_cli.errors import KehoachError
from kehoach_cli.installed import templates
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.document.as_text import LAYOUT

TARGETS = """
chi_tieu:
  - {ma: a, ten: Hồ sơ, don_vi_tinh: "%", hien_trang: 45, thoi_diem: 12/2012, gia_tri: {2013: 60}}
  - {ma: b, ten: Máy tính, don_vi_tinh: máy, gia_tri: {2013: ">45", 2014: 2 máy}}
  - {ma: c, ten: Đào tạo cán bộ.}
"""


def composed(text: str, layout: str | None = None) -> Document:
    """The document of a plan's text."""
    reading = read_plan(read_source("k.yaml", dedent(text).encode("utf-8")))
    assert reading.plan is not None
    return compose_document(reading.plan, reading.unit, resources.layout(layout))


def lines(document: Document) -> list[tuple[str, str]]:
    """Style and text of the main text's paragraphs."""
    blocks = document.sections[0].blocks
    return [(b.style, b.text) for b in blocks if isinstance(b, Paragraph) and b.text]


def test_targets_are_told_as_sentences() -> None:
    found = lines(composed(TARGETS + "noi_dung: [{muc: Chỉ tiêu, chen: chi_tieu}]"))
    assert [text for style, text in found if style == "gach_dau_dong"] == [
        "Hồ sơ: hiện trạng 45% (tính đến 12/2012); năm 2013 đạt 60%.",
        "Máy tính: năm 2013 đạt >45 máy; năm 2014 đạt 2 máy.",
        "Đào tạo cán bộ./.",
    ]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("nguon_so_lieu: Báo cáo A", "T (nguồn: Báo cáo A)./."),
        ("thoi_diem: 12/2013", "T (tính đến 12/2013)./."),
        ("thoi_diem: 2013", "T (tính đến năm 2013)./."),
        ("thoi_diem: Đến 31/12/2013", "T (Đến 31/12/2013)./."),
        (
            "hien_trang: 45%, thoi_diem: 12/2013, nguon_so_lieu: 'Nguồn: Sở A', "
            "gia_tri: {2014: 50%}",
            "T: hiện trạng 45% (tính đến 12/2013; Nguồn: Sở A); năm 2014 đạt 50%./.",
        ),
        ("nguon_so_lieu: Sở A, gia_tri: {2014: 50%}", "T: năm 2014 đạt 50% (nguồn: Sở A)./."),
    ],
)
def test_a_target_says_when_it_was_counted_and_by_whom(said: str, printed: str) -> None:
    found = lines(composed(f"chi_tieu: [{{ten: T, {said}}}]\nnoi_dung: [{{chen: chi_tieu}}]"))
    assert found[-1][1] == printed


def test_targets_are_chosen_by_code_and_may_stand_without_dashes() -> None:
    chosen = "noi_dung: [{muc: A, chen: {nguon: chi_tieu, dang: dong, chon: [c, a]}}]"
    found = lines(composed(TARGETS + chosen))
    assert [style for style, _ in found[-2:]] == ["noi_dung", "noi_dung"]
    assert found[-2][1] == "Đào tạo cán bộ."


def test_the_last_words_stand_after_the_last_section_with_the_mark() -> None:
    found = lines(composed("noi_dung: [{muc: A, doan_van: B.}]\nloi_ket: Trên đây là Kế hoạch."))
    assert found[-1] == ("noi_dung", "Trên đây là Kế hoạch./.")
    assert found[-2] == ("noi_dung", "B.")


def test_an_archive_plan_ends_its_bases_with_a_comma_and_numbers_pages_below() -> None:
    text = "can_cu: [Luật A, Luật B]\nnoi_dung: [{muc: A}]\n"
    law = resources.layout("tt01-2011")
    document = composed(text, "tt01-2011")
    assert [text for style, text in lines(document) if style == "can_cu"][-1] == "Căn cứ Luật B,"
    out = BytesIO()
    write_docx(document, law, templates() / "docx", out)
    names = ZipFile(out).namelist()
    assert any("footer" in name for name in names)
    assert not any("header" in name for name in names)


def test_a_profile_takes_from_its_base_what_it_does_not_change() -> None:
    old, new = resources.layout("tt01-2011"), resources.layout()
    assert old.styles["quoc_hieu"] == new.styles["quoc_hieu"]
    assert (old.styles["can_cu"].italic, new.styles["can_cu"].italic) == (False, True)
    assert (old.page.left, old.page.number_align) == (new.page.left, "right")


def test_a_layout_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(KehoachError, match="nd30-2020, tt01-2011"):
        resources.layout("nd99")


def texts(section: Section) -> list[str]:
    """The words of its paragraphs."""
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def test_a_wide_table_of_the_body_lies_on_pages_of_its_own() -> None:
    document = composed(
        """
        noi_dung:
          - muc: A
            doan_van: [Trước., {bang: {kho_giay: ngang, ten: Bảng, cot: [{ten: C}], hang: [[x]]}}]
          - muc: B
            doan_van: Sau.
        """
    )
    assert [section.landscape for section in document.sections] == [False, True, False]
    assert [section.hide_first_number for section in document.sections] == [True, False, False]
    assert not any(section.restart for section in document.sections)
    assert lines(document)[-1] == ("noi_dung", "Trước.")


def test_a_lying_table_in_a_lying_appendix_needs_no_pages_of_its_own() -> None:
    bang = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}"
    document = composed(f"phu_luc: [{{ten: P, kho_giay: ngang, {bang}}}]")
    assert [section.landscape for section in document.sections] == [False, True]


def test_titles_and_a_lead_in_line_lie_with_their_table() -> None:
    bang = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}"
    document = composed(
        f"""
        noi_dung:
          - {{muc: A, doan_van: Trước.}}
          - muc: B
            muc_con: [{{muc: Một, doan_van: "Như sau:", {bang}}}]
          - {{muc: C, {bang}}}
          - {{muc: D, doan_van: Sau.}}
        """
    )
    upright, lying, rest = document.sections
    assert texts(upright)[-2:] == ["A", "Trước."]
    assert texts(lying) == ["B", "Một", "Như sau:", "", "C", ""]
    assert texts(rest)[:2] == ["D", "Sau./."]


@pytest.mark.parametrize("lead", ["", 'doan_van: "Như sau:", '])
def test_the_title_of_an_upright_appendix_lies_with_a_table_right_below_it(lead: str) -> None:
    bang = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}"
    more = f"muc_con: [{{muc: Một, doan_van: {'Sau. ' * 80}}}]"
    document = composed(f"phu_luc: [{{ten: P, {lead}{bang}, {more}}}]")
    _, lying, rest = document.sections
    assert (lying.landscape, lying.restart, lying.hide_first_number) == (True, True, False)
    assert texts(lying)[0] == "Phụ lục\nP"
    assert (rest.landscape, rest.restart, texts(rest)[0]) == (False, False, "MỘT")
    (rule,) = (block for block in lying.blocks if isinstance(block, Rule))
    assert rule.box == LAYOUT.page.text_width(landscape=True)


ENDED = f"[{'Trước. ' * 80}, {{bang: {{kho_giay: ngang, cot: [{{ten: C}}], hang: [[x]]}}}}, Sau.]"
"""A text that a few lines end, below a table that lies."""


@pytest.mark.parametrize("issued", ["", "quyet_dinh: {dieu: [A.]}\n"])
def test_a_few_lines_that_end_a_text_lie_with_the_table_above_them(issued: str) -> None:
    attached = f"phu_luc: [{{ten: P, doan_van: {ENDED}}}]"
    document = composed(f"{issued}noi_dung: [{{muc: A, doan_van: {ENDED}}}]\n{attached}")
    *before, _, lying = document.sections
    assert (lying.landscape, texts(lying)) == (True, ["", "Sau./."])
    # A plan that is signed goes on upright: its last sentence stands above the signature.
    plan = before[-1]
    assert (plan.landscape, texts(plan)) == (
        (True, ["", "Sau./."]) if issued else (False, ["Sau./.", ""])
    )


@pytest.mark.parametrize("note", ["", ", ghi_chu: Ghi"])
def test_the_signature_lies_below_a_lying_table_at_the_end(note: str) -> None:
    bang = f"bang: {{kho_giay: ngang, cot: [{{ten: C}}], hang: [[x]]{note}}}"
    document = composed(f"noi_dung: [{{muc: A, doan_van: Trước.}}, {{muc: B, {bang}}}]")
    _, lying = document.sections
    assert lying.landscape
    *_, end, _, signature = lying.blocks
    assert isinstance(signature, Table)
    widths = [column.width for column in signature.columns]
    portrait = LAYOUT.page.text_width() - LAYOUT.signature_left
    assert widths == [LAYOUT.page.text_width(landscape=True) - portrait, portrait]
    if note:
        assert isinstance(end, Paragraph)
        assert (end.text, end.keep_next) == ("Ghi./.", True)
    else:
        assert isinstance(end, Table)
        assert end.kept == {0}


@pytest.mark.parametrize("issued", ["", "quyet_dinh: {dieu: [A.]}\n"])
def test_the_heading_lies_with_a_table_that_opens_the_plan(issued: str) -> None:
    bang = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}"
    after = f"{{muc: B, doan_van: [Sau., {'Sau. ' * 80}]}}"
    document = composed(f"{issued}noi_dung: [{{muc: A, {bang}}}, {after}]")
    lying, rest = document.sections[-2:]
    assert (lying.landscape, lying.restart, lying.hide_first_number) == (True, bool(issued), True)
    assert texts(lying)[0] == "KẾ HOẠCH"
    assert texts(rest)[:2] == ["B", "Sau."]
    assert not rest.landscape
    head = next(block for block in lying.blocks if isinstance(block, Table))
    widths = [column.width for column in head.columns]
    assert sum(widths) == LAYOUT.page.text_width(landscape=True)


def test_under_a_table_of_contents_the_heading_stands_upright() -> None:
    bang = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}"
    document = composed(f"muc_luc: có\nnoi_dung: [{{muc: A, {bang}}}]")
    assert [section.landscape for section in document.sections] == [False, True]


@pytest.mark.parametrize(("between", "turned"), [("Một dòng.", True), ("Dài. " * 100, False)])
def test_a_few_lines_between_two_lying_tables_lie_with_them(between: str, turned: bool) -> None:
    bang = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}"
    document = composed(
        f"noi_dung: [{{muc: A, doan_van: [Trước., {{{bang}}}, {between}, {{{bang}}}]}}]"
    )
    landscape = [section.landscape for section in document.sections]
    assert landscape == ([False, True] if turned else [False, True, False, True])


def test_a_lying_table_of_an_upright_appendix_lies_on_pages_of_its_own() -> None:
    bang = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}"
    document = composed(
        f"phu_luc: [{{ten: P, doan_van: Trước., {bang},"
        f" muc_con: [{{muc: Một, doan_van: {'Sau. ' * 80}}}]}}]"
    )
    sections = document.sections[1:]
    assert [section.landscape for section in sections] == [False, True, False]
    assert [section.restart for section in sections] == [True, False, False]
    assert not any(section.hide_first_number for section in sections)
