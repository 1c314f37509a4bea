"""Pages, page numbers, drafts, footnotes and properties, read back by python-docx too."""

import io
from datetime import UTC, date, datetime

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT

from kehoach_cli.document.model import Cell, Document, Paragraph, Properties, Run, Section
from tests.gates import all_gates

from .samples import (
    BODY,
    LAW,
    MERGED,
    W,
    document,
    everything,
    paragraph,
    part,
    table,
    tree,
    written,
)

BOTTOM = LAW._replace(page=LAW.page._replace(number_place="bottom", number_align="right"))


def opened(found: Document) -> WordDocument:
    return docx.Document(io.BytesIO(written(found)))


def pages(*sections: Section) -> Document:
    return document()._replace(sections=sections)


def millimetres(length: object) -> int:
    return round(getattr(length, "mm", 0))


def test_each_section_has_its_shape_and_the_margins_of_the_law() -> None:
    portrait, landscape = opened(everything()).sections
    assert portrait.orientation == WD_ORIENT.PORTRAIT
    assert landscape.orientation == WD_ORIENT.LANDSCAPE
    sizes = [portrait.page_width, portrait.page_height, landscape.page_width, landscape.page_height]
    assert [millimetres(size) for size in sizes] == [210, 297, 297, 210]
    for section in (portrait, landscape):
        sides = [section.top_margin, section.bottom_margin, section.left_margin]
        sides += [section.right_margin, section.header_distance]
        assert [millimetres(side) for side in sides] == [20, 20, 30, 15, 10]


@pytest.mark.parametrize(
    ("section", "first", "restart", "hidden"),
    [
        (Section((paragraph("a"),)), True, False, True),
        (Section((paragraph("a"),)), False, False, False),
        (Section((paragraph("a"),), restart=True), False, True, False),
        (Section((paragraph("a"),), hide_first_number=True), False, False, True),
    ],
)
def test_page_numbers_begin_again_and_hide_where_the_section_says(
    section: Section, first: bool, restart: bool, hidden: bool
) -> None:
    found = pages(section) if first else pages(Section((paragraph("a"),)), section)
    last = list(tree(written(found)).iter(f"{W}sectPr"))[-1]
    assert [n.get(f"{W}start") for n in last.iter(f"{W}pgNumType")] == ["1"] * restart
    assert (last.find(f"{W}titlePg") is not None) == hidden
    assert opened(found).sections[-1].different_first_page_header_footer == hidden


def test_the_page_number_stands_on_every_page_but_the_first() -> None:
    portrait, landscape = opened(everything()).sections
    assert [p.text for p in portrait.header.paragraphs] == ["1"]
    assert portrait.first_page_header.is_linked_to_previous
    assert landscape.header.paragraphs[0].style is not None
    assert landscape.header.paragraphs[0].style.name == "Số trang"
    assert " PAGE " in part(written(everything()), "word/header1.xml")


def test_a_draft_is_marked_on_the_first_page_and_on_all_others() -> None:
    (section,) = opened(document()._replace(draft=True)).sections
    assert [p.text for p in section.header.paragraphs] == ["DỰ THẢO", "1"]
    assert [p.text for p in section.first_page_header.paragraphs] == ["DỰ THẢO", ""]
    assert section.different_first_page_header_footer


@pytest.mark.parametrize("draft", [False, True])
def test_a_layout_may_want_the_number_at_the_bottom(draft: bool) -> None:
    data = written(everything()._replace(draft=draft), BOTTOM)
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert [p.text for p in section.footer.paragraphs] == ["1"]
    assert section.header.is_linked_to_previous != draft
    assert '<w:jc w:val="right"/>' in part(data, "word/footer1.xml")
    all_gates(data)


def test_the_properties_are_those_of_the_plan() -> None:
    properties = Properties("Kế hoạch <2014> & $title", "UBND tỉnh", "Số 1", date(2014, 11, 1))
    found = opened(document()._replace(properties=properties)).core_properties
    assert found.title == "Kế hoạch <2014> & $title"
    assert (found.author, found.subject, found.language) == ("UBND tỉnh", "Số 1", "vi-VN")
    assert found.created == found.modified == datetime(2014, 11, 1, tzinfo=UTC)


def test_an_undated_plan_takes_no_date_from_the_clock() -> None:
    found = opened(document()).core_properties
    assert found.created == found.modified == datetime(2020, 3, 5, tzinfo=UTC)
    assert (found.title, found.author) == ("", "")


def test_another_reader_finds_the_styles_by_their_names() -> None:
    found = opened(everything())
    styles = [p.style.name for p in found.paragraphs if p.style is not None and p.text]
    assert styles[:4] == ["Tên loại văn bản", "Mục I.", "Khoản 1. có tiêu đề", "Điểm"]
    quoc_hieu = found.styles["Quốc hiệu"]
    assert quoc_hieu.font.size.pt == 13
    assert quoc_hieu.font.bold
    assert found.styles["Normal"].base_style is None


def test_another_reader_finds_the_tables_whole() -> None:
    found = opened(everything())
    assert len(found.tables) == 3
    rows = [[cell.text for cell in row.cells] for row in found.tables[1].rows]
    assert rows == [
        ["TT", "Kinh phí", "Kinh phí"],
        ["TT", "2014", "2015"],
        ["I. Hạ tầng"] * 3,
        ["1", "Mạng LAN", "Máy chủ\nMáy trạm"],
    ]
    (inner,) = found.tables[0].cell(0, 1).tables
    assert inner.cell(0, 0).text == "KHẨN"


def test_a_footnote_stands_at_the_foot_and_its_mark_in_the_text() -> None:
    notes = (Run("một", note=(Run("Ghi chú "), Run("đậm", bold=True))), Run(" hai"))
    cell = Cell((Paragraph("o_chu", (Run("ba", note=(Run("Trong ô"),)),)),))
    data = written(document(Paragraph("noi_dung", notes), table(("1", cell))))
    found = tree(data, "word/footnotes.xml").findall(f"{W}footnote")
    texts = ["".join(t.text or "" for t in note.iter(f"{W}t")) for note in found]
    assert [note.get(f"{W}id") for note in found] == ["-1", "0", "1", "2"]
    assert texts == ["", "", " Ghi chú đậm", " Trong ô"]
    marks = [mark.get(f"{W}id") for mark in tree(data, BODY).iter(f"{W}footnoteReference")]
    assert marks == ["1", "2"]
    all_gates(data)


def test_a_document_without_notes_has_no_part_for_them() -> None:
    data = written(document(MERGED))
    assert "footnotes" not in part(data, "[Content_Types].xml")
    assert "footnotes" not in part(data, "word/_rels/document.xml.rels")
    all_gates(data)
