"""How the bases of a plan stand."""

import pytest

from kehoach_cli.document.model import Paragraph, blocks_in
from tests.document.as_text import body, document

BASES = """
can_cu:
- {mo_dau: Thực hiện, loai: Nghị quyết, so_ky_hieu: 36a/NQ-CP, co_quan: Chính phủ}
- Quyết định số 9/QĐ-BTTTT;
- Căn cứ Luật B
- {mo_dau: Triển khai, van_ban: Chương trình C}
loi_dan: |
  Ủy ban nhân dân ban hành Kế hoạch.
  Nội dung như sau:
"""
SECTION = "noi_dung: [{muc: A}]\n"
LISTED = "noi_dung: [{muc: A, muc_con: [{muc: B, chen: {nguon: can_cu, dang: câu}}]}]\n"
SENTENCE = (
    "noi_dung Thực hiện Nghị quyết số 36a/NQ-CP của Chính phủ; Quyết định số 9/QĐ-BTTTT; "
    "căn cứ Luật B; triển khai Chương trình C"
)
LEAD = ["noi_dung Ủy ban nhân dân ban hành Kế hoạch.", "noi_dung Nội dung như sau:"]


def test_bases_may_run_on_as_one_sentence() -> None:
    assert body(f"{BASES}dang_can_cu: câu\n{SECTION}") == [
        f"{SENTENCE}, Ủy ban nhân dân ban hành Kế hoạch.",
        LEAD[1],
        "muc_la_ma #0.1 A",
    ]


def test_a_sentence_without_lead_ends_with_a_stop() -> None:
    found = body(f"can_cu: [Luật A, Luật B]\ndang_can_cu: câu\n{SECTION}")
    assert found[0] == "noi_dung Căn cứ Luật A; Luật B."


def test_words_of_their_own_open_bases_in_the_block_too() -> None:
    assert body(BASES + SECTION)[:4] == [
        "can_cu Thực hiện Nghị quyết số 36a/NQ-CP của Chính phủ;",
        "can_cu Căn cứ Quyết định số 9/QĐ-BTTTT;",
        "can_cu Căn cứ Luật B;",
        "can_cu Triển khai Chương trình C.",
    ]


def test_a_section_may_tell_the_bases_as_a_sentence() -> None:
    found = body(BASES + LISTED)
    assert found == [*LEAD, "muc_la_ma #0.1 A", "khoan #1.1 B", f"{SENTENCE}./."]


@pytest.mark.parametrize("form", ["khối", "câu", "không"])
def test_what_the_plan_says_of_its_bases_holds_beside_a_section_that_lists_them(form: str) -> None:
    first = body(f"{BASES}dang_can_cu: {form}\n{LISTED}")[0]
    expected = {"khối": "can_cu Thực hiện", "câu": "noi_dung Thực hiện", "không": LEAD[0]}
    assert first.startswith(expected[form])


@pytest.mark.parametrize("form", ["khối", "câu", "không"])
def test_without_bases_the_lead_stands_alone(form: str) -> None:
    assert body(f"dang_can_cu: {form}\nloi_dan: Như sau\n{SECTION}")[0] == "noi_dung Như sau"


def test_a_section_without_bases_to_tell_is_empty() -> None:
    assert body(LISTED) == ["muc_la_ma #0.1 A", "khoan #1.1 B"]


def test_the_years_of_a_period_stay_on_one_line() -> None:
    found = document("can_cu: [Quyết định số 1/QĐ-TTg giai đoạn 2016 - 2020]\n" + SECTION)
    ends = [x.text[-12:] for x in blocks_in(found) if isinstance(x, Paragraph)]
    assert "2016\u00a0-\u00a02020." in ends
