"""Words of kehoach's own files that lead to a part of the document, and those that do not."""

from typing import Any

import pytest

from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.own.references import with_own_references
from kehoach_cli.imports.pages.links import Link
from kehoach_cli.imports.pages.own_blocks import Par
from kehoach_cli.imports.yaml_text import Data, Noted
from tests.imports.own.test_files import FORMS, draft_of, page_of

PARTS = """\
noi_dung:
- muc: Một
  ma: mot
  doan_van: "{text}"
- muc: Hai
  muc_con:
  - muc: Ba
    muc_con: [{{ma: diem, doan_van: Điểm.}}, {{muc: Bốn, ma: bon}}]
- {{muc: Trùng, danh_so: không, muc_con: [{{muc: Năm}}]}}
- {{muc: Trùng, danh_so: không, muc_con: [{{muc: Năm, ma: nam}}]}}
phu_luc: [{{ten: Phụ, ma: phu, doan_van: x}}]
"""


@FORMS
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xem {{ muc.diem }}.", "Xem {{ muc.muc_1 }}."),
        ("Xem **{{ muc.bon }}** nữa.", "Xem **{{ muc.bon }}** nữa."),
        ("**Xem *{{ muc.bon }}* nữa**.", "**Xem *{{ muc.bon }}* nữa**."),
        ("Xem{{ muc.diem }}^[nhưng {{ muc.mot }}].", "Xem{{ muc.muc_2 }}^[nhưng {{ muc.mot }}]."),
        ("{{ muc.nam }}; {{ phu_luc.phu }}", "{{ muc.nam }}; {{ phu_luc.phu }}"),
        ("- {{ muc.bon }}: \\\n  dưới", "- {{ muc.bon }}: \\\ndưới"),
        ("Mục I và {{ muc.mot }}", "Mục I và {{ muc.mot }}"),
        ("Mục I, điểm a Mục II.1, Phụ lục", "Mục I, điểm a Mục II.1, Phụ lục"),
    ],
)
def test_only_words_that_lead_somewhere_refer_to_it(text: str, found: str, form: str) -> None:
    rest = PARTS.format(text=text.replace("\\", "\\\\").replace("\n", "\\n"))
    section: Any = draft_of(rest, form).data["noi_dung"]
    assert section[0]["doan_van"] == found


def test_words_of_a_link_that_a_person_changed_stay() -> None:
    page = page_of(PARTS.format(text="Xem {{ muc.bon }}."))
    page = page.replace("điểm b Mục II.1", "điểm c Mục II.1")
    section: Any = drafted(pages_of("a.html", page.encode())).data["noi_dung"]
    assert section[0]["doan_van"] == "Xem điểm c Mục II.1."


@FORMS
def test_titles_notes_captions_and_projects_may_refer(form: str) -> None:
    rest = """\
noi_dung:
- muc: "Theo {{ muc.hai }}"
  bang: {ten: A, cot: [{ten: B}], hang: [[x]], ghi_chu: ["Như {{ muc.hai }}"]}
- muc: Hai
  ma: hai
  bang:
    nguon: du_an
    cot:
    - {gia_tri: stt}
    - {gia_tri: ten}
    - {gia_tri: quy_mo}
    - {gia_tri: von.tong}
    - {gia_tri: von.2026}
du_an:
- {ten: Mạng, quy_mo: "Như {{ muc.hai }}", von: {2026: 120}}
- {ten: Máy, quy_mo: Mười máy, von: {2026: 1200}}
"""
    data: Any = draft_of(rest, form).data
    first, _ = data["noi_dung"]
    assert first["muc"] == "THEO {{ muc.hai }}"
    assert first["bang"]["ghi_chu"] == ["Như {{ muc.hai }}"]
    assert data["du_an"][0]["quy_mo"] == "Như {{ muc.hai }}"


@FORMS
def test_a_title_in_capitals_is_as_the_words_that_lead_to_it(form: str) -> None:
    sections = "{muc: Tổ chức, danh_so: không, muc_con: [{muc: Một, ma: mot}]}"
    rest = f"noi_dung: [{{muc: Hai, doan_van: 'Xem {{{{ muc.mot }}}}.'}}, {sections}]\n"
    data: Any = draft_of(rest, form).data["noi_dung"]
    assert data[0]["doan_van"] == "Xem {{ muc.mot }}."
    assert data[1]["muc"] == "Tổ chức"


def test_remarks_stay_above_what_holds_references() -> None:
    par = Par("noi_dung", "Xem Mục I.", "Xem Mục I.", links=(Link(4, 9, "x"),))
    section: Data = {"muc": "Một", "ma": "mot", "doan_van": Noted("Xem Mục I.\nMục I", "hỏi lại")}
    data: dict[str, Data] = {
        "noi_dung": Noted([section], "sửa"),
        "du_an": Noted([{"ten": "Xem Mục I"}], ""),
    }
    found: Any = with_own_references(data, [par], {"x": "muc.mot"})
    assert found["noi_dung"].note == "sửa"
    assert found["noi_dung"].value[0]["doan_van"] == Noted("Xem {{ muc.mot }}.\nMục I", "hỏi lại")
    assert found["du_an"] == Noted([{"ten": "Xem {{ muc.mot }}"}], "")
