"""The table of contents: what it lists, what it calls it, on which page it says it stands."""

import io

import pytest

from kehoach_cli.document.contents import contents_in
from kehoach_cli.document.docx.proof import prove
from kehoach_cli.document.docx.proof_tables import ProofError
from kehoach_cli.document.docx.writer import write_docx
from kehoach_cli.document.html_writer import as_html
from kehoach_cli.document.model import Document, Paragraph
from kehoach_cli.document.text_writer import as_text
from kehoach_cli.installed import templates
from tests.document.as_text import LAYOUT, document, paragraphs
from tests.document.docx.samples import STYLES, edited, part, written
from tests.gates import all_gates

TREE = """\
van_ban: {danh_so: I/1/1.1/a)}
noi_dung:
- muc: Một
  muc_con:
  - muc: Hai
    muc_con: [{muc: Ba, muc_con: [{muc: Bốn}]}, Không có tiêu đề.]
- muc: "Sáu **đậm**^[Chú thích.]"
phu_luc:
- {ten: Danh mục, muc_con: [{muc: Trong phụ lục}]}
- {ten: Đề cương}
"""


def listed(text: str) -> list[str]:
    """Level, words and page of each line."""
    found = contents_in(document(text))
    return [f"{e.level} {e.text} {e.page}" for e in found.entries] if found else []


@pytest.mark.parametrize("typed", ["", "muc_luc: không\n", "muc_luc:\n"])
def test_there_is_none_unless_it_is_asked_for(typed: str) -> None:
    found = document(typed + TREE)
    assert contents_in(found) is None
    assert "MỤC LỤC" not in as_text(found, LAYOUT)
    assert "bookmarkStart" not in part(written(found))
    assert "updateFields" not in part(written(found), "word/settings.xml")


@pytest.mark.parametrize(
    ("typed", "levels"), [("có", 2), ("co", 2), ("1", 1), ("2", 2), ("3", 3), ("Có", 2)]
)
def test_titles_are_listed_to_the_depth_asked_for_and_every_appendix(
    typed: str, levels: int
) -> None:
    titles = ["1 I. MỘT 2", "2 1. Hai 2", "3 1.1. Ba 2", "1 II. SÁU ĐẬM 2"]
    main = [title for title in titles if int(title[0]) <= levels]
    ends = ["1 Phụ lục I: DANH MỤC 0", "1 Phụ lục II: ĐỀ CƯƠNG 0"]
    assert listed(f"muc_luc: {typed}\n{TREE}") == main + ends


@pytest.mark.parametrize("typed", ["4", "0", "sâu", "[1]"])
def test_what_is_no_depth_is_refused(typed: str) -> None:
    assert listed(f"muc_luc: {typed}\n{TREE}") == []


def test_a_label_on_a_line_of_its_own_stands_before_a_colon() -> None:
    text = "van_ban: {danh_so: Phần I/I}\nnoi_dung: [{muc: A, muc_con: [{muc: B}]}]\n"
    lone = "phu_luc: [{ten: Danh mục}]"
    assert listed(f"muc_luc: có\n{text}{lone}") == [
        "1 Phần I: A 2",
        "2 I. B 2",
        "1 Phụ lục: DANH MỤC 0",
    ]


def test_a_section_without_a_number_is_listed_by_its_words() -> None:
    text = "noi_dung: [{muc: Mở đầu, danh_so: không}, {muc: A}]"
    assert listed(f"muc_luc: có\n{text}") == ["1 MỞ ĐẦU 2", "1 I. A 2"]


def test_a_plan_inside_an_article_has_no_page_for_it() -> None:
    text = "quyet_dinh: {dieu: [{doan_van: Ban hành., chen: ke_hoach}]}\nnoi_dung: [{muc: A}]"
    assert listed(f"muc_luc: có\n{text}") == []


def test_it_stands_below_the_title_and_the_text_begins_on_a_page_of_its_own() -> None:
    found = document(f"muc_luc: có\n{TREE}")
    assert [line for line in paragraphs(found) if line][-1] == "ten_muc_luc MỤC LỤC"
    first, text, *_ = found.sections
    assert (first.hide_first_number, text.hide_first_number, text.restart) == (True, False, False)
    assert paragraphs(found, 1)[0] == "muc_la_ma #0.1 MỘT"


def test_in_a_decision_it_stands_in_the_plan_whose_pages_begin_again() -> None:
    decision = "quyet_dinh: {so_van_ban: 1, dieu: [Ban hành.]}\n"
    found = document(f"muc_luc: có\n{decision}{TREE}")
    assert "MỤC LỤC" in "".join(paragraphs(found, 1))
    assert [section.restart for section in found.sections] == [False, True, False, True, True]
    assert listed(f"muc_luc: có\n{decision}{TREE}")[0] == "1 I. MỘT 2"


def test_each_title_has_the_page_on_which_it_comes_to_stand() -> None:
    lines = "    Một dòng.\n" * 18
    text = "".join(f"- muc: M{n}\n  doan_van: |\n{lines}" for n in range(3))
    assert listed(f"muc_luc: có\nnoi_dung:\n{text}") == ["1 I. M0 2", "1 II. M1 2", "1 III. M2 3"]


def test_pictures_and_tables_push_titles_to_later_pages() -> None:
    hinh = "{tep: hinh/so-do.png, ten: Sơ đồ, rong: 165}"
    cells = r'[[a, Chữ], [a, "Một\nhai"], [b, Chữ]]'
    bang = f"{{cot: [{{ten: A, gop_o: có}}, {{ten: B}}], hang: {cells}}}"
    text = f"- muc: M\n  doan_van: [{', '.join([f'{{hinh: {hinh}}}'] * 5)}]\n"
    found = listed(f"muc_luc: có\nnoi_dung:\n{text}- {{muc: N, bang: {bang}}}\n- muc: O\n")
    assert found == ["1 I. M 2", "1 II. N 4", "1 III. O 4"]


@pytest.mark.parametrize("words", ["chữ " * 3000, "c" * 9000, "**đậm** *nghiêng* a-b " * 600])
def test_a_paragraph_longer_than_a_page_goes_on(words: str) -> None:
    found = listed(f"muc_luc: có\nnoi_dung: [{{muc: M, doan_van: '{words}'}}, {{muc: N}}]")
    assert found[0] == "1 I. M 2"
    assert int(found[1].rpartition(" ")[2]) > 3


def filled(text: str = f"muc_luc: 3\n{TREE}") -> tuple[Document, bytes]:
    found = document(text)
    return found, written(found)


def test_the_word_file_passes_every_gate_and_the_proof() -> None:
    found, data = filled()
    all_gates(data)
    prove(io.BytesIO(data), found)
    assert written(found) == data


def test_without_a_title_or_with_appendices_alone_there_is_no_field() -> None:
    for text in ("noi_dung: [Một câu.]", "noi_dung: [Một câu.]\nphu_luc: [{ten: P}]"):
        found, data = filled(f"muc_luc: có\n{text}")
        all_gates(data)
        prove(io.BytesIO(data), found)
        assert "TOC" not in part(data).replace("_Toc", "")


def test_word_may_list_the_main_text_anew_but_not_what_is_inside_appendices() -> None:
    _, data = filled()
    xml = part(data)
    assert xml.count(r'TOC \o "1-3" \h \z \u \b _NoiDung') == 1
    start, end = xml.index('w:name="_NoiDung"'), xml.index('<w:bookmarkEnd w:id="0"/>')
    inside = xml[start:end]
    assert "MỘT</w:t>" in inside
    assert "Trong phụ lục" not in inside
    assert "TRONG PHỤ LỤC" not in inside
    assert "<w:updateFields/>" in part(data, "word/settings.xml")


def test_each_line_links_to_its_title_and_only_the_main_text_has_page_numbers() -> None:
    _, data = filled()
    xml = part(data)
    for number in range(1, 7):
        assert f'<w:hyperlink w:anchor="_Toc{number:06d}" w:history="1">' in xml
        assert f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number:06d}"/>' in xml
    assert xml.count(" PAGEREF ") == 4


def test_a_title_that_a_line_leads_to_must_be_there() -> None:
    found, data = filled()
    gone = edited(data, "word/document.xml", 'w:name="_Toc000002"', 'w:name="_Toc000009"')
    with pytest.raises(ProofError, match="leads nowhere"):
        prove(io.BytesIO(gone), found)


@pytest.mark.parametrize("step", ["begin", "separate", "end"])
def test_a_field_inside_a_field_must_be_whole(step: str) -> None:
    found, data = filled()
    broken = edited(data, "word/document.xml", f'<w:fldChar w:fldCharType="{step}"/>', "")
    with pytest.raises(ProofError, match="does not end"):
        prove(io.BytesIO(broken), found)


def test_its_lines_are_styles_of_word_with_vietnamese_names() -> None:
    styles = part(filled()[1], STYLES)
    assert '<w:name w:val="toc 2"/><w:aliases w:val="Mục lục 2"/>' in styles
    assert '<w:tab w:val="right" w:leader="dot" w:pos="9354"/>' in styles


def test_for_a_pdf_the_numbers_are_left_to_libreoffice() -> None:
    found, _ = filled()
    out = io.BytesIO()
    write_docx(found, LAYOUT, templates() / "docx", out, listing=False)
    assert r"TOC \o" not in part(out.getvalue())
    assert part(out.getvalue()).count(" PAGEREF ") == 4
    prove(io.BytesIO(out.getvalue()), found)


def test_a_web_page_links_to_its_titles() -> None:
    page = as_html(filled()[0], LAYOUT)
    assert '<p class="muc_luc_2"><a href="#_Toc000002">1. Hai</a></p>' in page
    assert '<h3 id="_Toc000002" class="khoan' in page
    assert '<h2 id="_Toc000006" class="phu_luc' in page


def test_plain_text_lists_its_titles_indented() -> None:
    lines = as_text(filled()[0], LAYOUT).splitlines()
    at = lines.index("I. MỘT")
    assert lines[at + 1 : at + 4] == ["    1. Hai", "        1.1. Ba", "II. SÁU ĐẬM"]


def test_a_document_keeps_what_is_not_listed_as_it_is() -> None:
    plain, with_contents = document(TREE), document(f"muc_luc: có\n{TREE}")
    last = with_contents.sections[-1].blocks
    unmarked = [b._replace(mark="") if isinstance(b, Paragraph) else b for b in last]
    assert unmarked == [*plain.sections[-1].blocks]
