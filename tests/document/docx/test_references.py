"""References as Word fields: what is a field, what it shows, what it would show when updated."""

import io
import re

import pytest

from kehoach_cli.document.docx.proof import prove
from kehoach_cli.document.model import TABLE, Document, Number, Paragraph, Run, Section
from tests.document.as_text import document as of_plan
from tests.gates import all_gates

from .samples import document, part, scheme, written

OUTLINE = """
noi_dung:
- {{muc: Đầu, doan_van: "Theo {text}."}}
- muc: Hai
  muc_con:
  - muc: Một
  - muc: Khoản
    ma: khoan
    muc_con: [Điểm, {{doan_van: Điểm này, ma: diem, muc_con: [{{muc: Sâu, ma: sau}}]}}]
phu_luc:
- {{ten: P}}
- {{ten: Q, ma: q, bang: {{ma: lo, ten: Lộ trình, cot: [{{ten: A}}], hang: [[a]]}}}}
"""


def body(text: str, levels: str = "I/1/a)") -> str:
    """The XML of a plan that says so in its first paragraph."""
    found = of_plan(f"van_ban: {{danh_so: {levels}}}" + OUTLINE.format(text=text))
    data = written(found)
    all_gates(data)
    return part(data)


def sentence(xml: str) -> str:
    """The first sentence that refers to something, each field as [instruction=result]."""
    found = next(p for p in xml.split("</w:p>") if ">Theo " in p)
    field = re.compile(
        r'<w:fldChar w:fldCharType="begin"/>.*?<w:instrText[^>]*>(.*?)</w:instrText>'
        r'.*?"separate"/></w:r><w:r>.*?<w:t>(.*?)</w:t>.*?"end"/>'
    )
    plain = field.sub(lambda m: f"<w:t>[{m[1].strip()}={m[2]}]</w:t>", found)
    return "".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", plain))


@pytest.mark.parametrize(
    ("levels", "text", "found"),
    [
        ("I/1/a)", "{{ muc.khoan }}", "Mục [REF 1 \\n \\h=II].[REF 2 \\n \\h=2]"),
        ("1/1.1/a)", "{{ muc.khoan }}", "Mục [REF 1 \\n \\h=2.2]"),
        ("Phần I/1/a)", "{{ muc.khoan }}", "Mục [REF 2 \\n \\h=2] [REF 1 \\n \\h=Phần II]"),
        ("Điều 1/1/a)", "{{ muc.khoan }}", "khoản [REF 2 \\n \\h=2] [REF 1 \\n \\h=Điều 2]"),
        ("I/1/a)", "{{ phu_luc.q }}", "[REF 1 \\n \\h=Phụ lục II]"),
        ("I/1/a)", "{{ bang.lo }}", "[REF 1 \\h=Bảng 1]"),
        # Word drops a full stop at the end of a number, and no other sign.
        (
            "I/1/a)",
            "{{ muc.diem }}",
            "điểm b Mục [REF 1 \\n \\h=II].[REF 2 \\n \\h=2]",
        ),
        (
            "I/1/a.",
            "{{ muc.diem }}",
            "điểm [REF 3 \\n \\h=b] Mục [REF 1 \\n \\h=II].[REF 2 \\n \\h=2]",
        ),
        # What is no longer the label as it prints is no field.
        ("I/1/a)", "{{ phu_luc.q | hoa }}", "PHỤ LỤC II"),
    ],
)
def test_a_field_stands_where_word_prints_the_same(levels: str, text: str, found: str) -> None:
    said = sentence(body(text, levels)).replace("_Ref_kehoach_", "")
    assert said == f"Theo {found}."


def test_only_what_is_referred_to_has_a_bookmark() -> None:
    assert body("luật").count("bookmarkStart") == 0
    assert body("{{ muc.khoan }} và {{ muc.khoan }}").count("bookmarkStart") == 2


def test_a_table_is_counted_by_a_field_whether_referred_to_or_not() -> None:
    caption = re.compile(r'<w:p><w:pPr><w:pStyle w:val="TenBang"/>.*?</w:p>')
    found = caption.findall(body("luật"))
    assert len(found) == 1
    assert " SEQ Bảng \\* ARABIC " in found[0]
    assert re.findall(r"<w:t[^>]*>(.*?)</w:t>", found[0]) == ["Bảng ", "1", ". ", "Lộ trình"]


def test_a_number_that_word_does_not_count_is_text() -> None:
    """Tables out of order, and sections deeper than a list of Word goes."""
    deep = Number(9, 1)
    runs = (Run("Bảng 2", target="b", shows="b"), Run("1", target="m", shows="m"))
    found = Document(
        (
            Section(
                (
                    Paragraph("noi_dung", runs),
                    Paragraph("ten_bang", (), Number(TABLE, 2), anchor="b"),
                    Paragraph("khoan", (), deep, anchor="m"),
                )
            ),
        ),
        (scheme("/".join("1" * 10)),),
    )
    data = written(found)
    prove_and_gate(data, found)
    assert "instrText" not in part(data)
    assert ">Bảng 2<" in part(data)


def test_a_reference_to_nothing_is_text() -> None:
    found = document(Paragraph("noi_dung", (Run("Mục I", target="x", shows="x"),)))
    assert "Mục I" in part(written(found))
    assert "instrText" not in part(written(found))


def test_a_reference_keeps_its_look_and_may_stand_in_a_note_or_cell() -> None:
    text = "**{{ muc.khoan }}**^[Xem {{ muc.khoan }}.]"
    found = of_plan(
        "van_ban: {danh_so: I/1}"
        + OUTLINE.format(text=text).replace("[[a]]", "[['{{ bang.lo }}']]")
    )
    data = written(found)
    prove_and_gate(data, found)
    assert part(data).count('<w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType="begin"/>') == 2
    assert part(data, "word/footnotes.xml").count(" REF _Ref_kehoach_") == 2
    cell = part(data).rpartition("<w:tc>")[2]
    assert " REF _Ref_kehoach_3 \\h " in cell


def prove_and_gate(data: bytes, found: Document) -> None:
    prove(io.BytesIO(data), found)
    all_gates(data)


def test_sections_without_a_number_do_not_mislead_a_field() -> None:
    found = of_plan(
        """
        noi_dung:
        - {muc: Không số, danh_so: không, ma: b, doan_van: "Theo {{ muc.a }}; {{ muc.b }}."}
        - {muc: Có số, ma: a}
        """
    )
    data = written(found)
    prove_and_gate(data, found)
    assert sentence(part(data)) == r"Theo Mục [REF _Ref_kehoach_2 \n \h=I]; phần “Không số”."
