"""Pictures on paper: how large, with which caption, in which output."""

import base64
import io
import re
from textwrap import dedent, indent

import pytest

from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.docx.proof import prove
from kehoach_cli.document.docx.proof_tables import ProofError
from kehoach_cli.document.html_writer import as_html
from kehoach_cli.document.model import Document, Figure, Table
from kehoach_cli.document.text_writer import as_text
from kehoach_cli.vietnamese.letter_widths import MM_PER_POINT
from tests.document.as_text import LAYOUT, labels_of, paragraphs
from tests.document.as_text import as_text as shown
from tests.document.docx.samples import part, written
from tests.gates import all_gates
from tests.pictures import picture, reading, turned

FILES = {
    "so-do.png": picture("png", (300, 150), 150),
    "cao.jpg": picture("jpeg", (100, 4000), 100, turned()),
    "rong.png": picture("png", (4000, 100), 100),
}


def document(text: str) -> Document:
    """The document of a plan's text in a folder with the pictures."""
    found = reading(text, FILES)
    assert found.plan is not None
    return compose_document(found.plan, found.unit, LAYOUT)


def section(body: str) -> Document:
    """The document of a plan of one section that holds this."""
    return document(f"noi_dung:\n- muc: A\n{indent(dedent(body), '  ')}")


def figures(found: Document, number: int = 0) -> list[str]:
    """The pictures of a section of pages."""
    blocks = found.sections[number].blocks
    return [shown(block) for block in blocks if isinstance(block, Figure)]


def test_a_picture_stands_wherever_text_stands() -> None:
    found = section("""\
        doan_van: [Trước., {hinh: so-do.png}, Giữa.]
        hinh: {tep: so-do.png, ten: Sau}
        """)
    lines = [shown(b) for b in found.sections[0].blocks if not isinstance(b, Table)]
    at = lines.index("noi_dung Trước.")
    assert lines[at + 1] == "[so-do.png 51 x 25] "
    assert lines[at + 2 : at + 4] == ["noi_dung Giữa.", "[so-do.png 51 x 25] ten_hinh Sau"]


@pytest.mark.parametrize(
    ("asked", "size"), [("", "51 x 25"), (", rong: 100", "100 x 50"), (", rong: 300", "165 x 82")]
)
def test_a_picture_is_as_wide_as_asked_and_never_wider_than_the_text(asked: str, size: str) -> None:
    assert figures(section(f"hinh: {{tep: so-do.png{asked}}}")) == [f"[so-do.png {size}] "]


def test_a_picture_is_never_taller_than_the_page() -> None:
    (found,) = (b for b in section("hinh: cao.jpg").sections[0].blocks if isinstance(b, Figure))
    (named,) = (
        block
        for block in section("hinh: {tep: cao.jpg, ten: A}").sections[0].blocks
        if isinstance(block, Figure)
    )
    assert named.height < found.height < LAYOUT.page.text_height() - 30
    assert found.width == pytest.approx(found.height / 40)


def test_a_tall_picture_leaves_room_for_the_title_of_its_appendix() -> None:
    heights = []
    for title in ("P", "Kịch bản diễn tập ứng cứu sự cố an ninh mạng " * 5):
        found = document(f"phu_luc: [{{ten: {title}, doan_van: ['Như sau:', {{hinh: cao.jpg}}]}}]")
        (tall,) = (b for b in found.sections[1].blocks if isinstance(b, Figure))
        heights.append(tall.height)
    short, long = heights
    # Two lines more of 14 pt at least.
    assert short - long > 2 * 14 * 1.15 * MM_PER_POINT


def test_a_landscape_appendix_has_room_for_a_wider_one() -> None:
    found = document("phu_luc: [{ten: P, kho_giay: ngang, hinh: rong.png}]")
    assert figures(found, 1) == ["[rong.png 252 x 6] "]


def test_a_caption_is_no_sentence_that_ends_the_plan() -> None:
    found = section("doan_van: Một.\nhinh: {tep: so-do.png, ten: Sơ đồ}")
    assert figures(found) == ["[so-do.png 51 x 25] ten_hinh Sơ đồ"]
    assert "./." not in as_text(found, LAYOUT)


def test_a_picture_at_the_end_is_kept_with_the_signature() -> None:
    for body in ("hinh: so-do.png", "hinh: {tep: so-do.png, ten: Sơ đồ}"):
        xml = part(written(section(body)))
        before = xml.partition("</w:drawing>")[0].rpartition("<w:p>")[2]
        assert "<w:keepNext/>" in before
        after = xml.partition("</w:drawing>")[2].partition("<w:tbl>")[0]
        assert after.count("<w:keepNext/>") == after.count("<w:p>")


def test_a_picture_that_cannot_be_read_leaves_a_marked_blank() -> None:
    found = section("hinh: {tep: mat.png, ten: Sơ đồ}")
    assert paragraphs(found)[-3:-1] == ["hinh [Chưa có hình: mat.png]", "ten_hinh Sơ đồ"]
    assert "hinh [Chưa có hình: ]" in paragraphs(section("hinh: {rong: 20}"))


def test_what_is_no_name_of_a_file_is_no_picture() -> None:
    found = reading("noi_dung: [{muc: A, hinh: {tep: [a, b]}}]", FILES)
    assert [fault.rule for fault in found.faults] == ["KH011"]


def test_the_words_of_a_caption_are_words_of_the_document() -> None:
    found = section("hinh: {tep: so-do.png, ten: Sơ đồ}")
    assert "Sơ đồ" in [paragraph.text for paragraph, _ in labels_of(found, LAYOUT)]


PLAN = """\
noi_dung:
- muc: A
  doan_van: [{hinh: {tep: so-do.png, ten: 'Sơ đồ <**A & B**>^[Nguồn: Sở.]'}}, {hinh: cao.jpg}]
phu_luc:
- {ten: P, kho_giay: ngang, hinh: {tep: so-do.png, ten: "Lại sơ đồ"}}
- {ten: Q, hinh: rong.png}
"""


def test_word_files_with_pictures_pass_every_gate_and_are_the_same_twice() -> None:
    data = written(document(PLAN))
    all_gates(data)
    prove(io.BytesIO(data), document(PLAN))
    assert written(document(PLAN)) == data


def test_a_picture_used_twice_is_stored_once_and_drawn_with_its_own_number() -> None:
    data = written(document(PLAN))
    xml, relations = part(data), part(data, "word/_rels/document.xml.rels")
    assert re.findall(r'Target="(media/[^"]+)"', relations) == [
        "media/image1.png",
        "media/image2.jpeg",
        "media/image3.png",
    ]
    assert re.findall(r'<wp:docPr id="(\d+)"', xml) == ["1", "2", "3", "4"]
    assert re.findall(r'r:embed="rId(\d+)"', xml) == ["100", "101", "100", "102"]
    assert 'descr="Sơ đồ &lt;A &amp; B&gt;"' in xml
    assert 'descr="cao.jpg"' in xml


def test_a_picture_that_was_lost_is_noticed() -> None:
    data = written(document(PLAN.replace(", hinh: rong.png", "")))
    with pytest.raises(ProofError, match="pictures lost"):
        prove(io.BytesIO(data), document(PLAN))


def test_a_web_page_holds_its_pictures() -> None:
    page = as_html(document(PLAN), LAYOUT)
    kinds = re.findall(r'src="data:image/(\w+);base64,([^"]+)"', page)
    assert [base64.b64decode(data) for _, data in kinds][:2] == [
        FILES["so-do.png"],
        FILES["cao.jpg"],
    ]
    assert [kind for kind, _ in kinds] == ["png", "jpeg", "png", "png"]
    assert 'alt="Sơ đồ &lt;A &amp; B&gt;" style="width: 50.8mm"' in page
    assert '<figcaption class="ten_hinh">Lại sơ đồ</figcaption>' in page
    assert "img-src data:" in page


def test_plain_text_names_its_pictures() -> None:
    text = as_text(document(PLAN), LAYOUT)
    assert "[Hình: Sơ đồ <A & B>[1]]" in text
    assert "[Hình: cao.jpg]" in text
