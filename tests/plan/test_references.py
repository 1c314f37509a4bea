"""What a section is called where the text refers to it."""

import pytest

from kehoach_cli.plan.references import section_names, table_names
from tests.conftest import ReadPlan

OUTLINE = """
noi_dung:
- {muc: A, ma: mot}
- muc: B
  ma: hai
  muc_con:
  - muc: C
  - muc: D
    ma: ba
    muc_con: [E, {muc: G, ma: bon, muc_con: [{muc: H, ma: nam}]}]
"""


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("I/1/a)", ["Mục I", "Mục II", "Mục II.2", "điểm b Mục II.2", "điểm b Mục II.2"]),
        ("1/1.1/a)", ["Mục 1", "Mục 2", "Mục 2.2", "điểm b Mục 2.2", "điểm b Mục 2.2"]),
        (
            "Phần I/I/1/a)",
            ["Phần I", "Phần II", "Mục II Phần II", "Mục II.2 Phần II", "điểm a Mục II.2 Phần II"],
        ),
        ("Điều 1/1/a)", ["Điều 1", "Điều 2", "khoản 2 Điều 2", *["điểm b khoản 2 Điều 2"] * 2]),
    ],
)
def test_a_section_is_named_from_the_smallest_part_to_the_largest(
    plan: ReadPlan, scheme: str, names: list[str]
) -> None:
    found = plan(f"van_ban: {{danh_so: {scheme}}}{OUTLINE}").plan
    assert found
    known = section_names(found)
    assert list(known) == ["mot", "hai", "ba", "bon", "nam"]
    assert list(map(str, known.values())) == names


def test_a_skipped_level_is_left_out_of_the_name(plan: ReadPlan) -> None:
    found = plan("noi_dung: [{muc: A, danh_so_con: a), muc_con: [{muc: B, ma: b}]}]").plan
    assert found
    assert str(section_names(found)["b"]) == "điểm a Mục I"


def test_sections_without_a_code_have_no_name(plan: ReadPlan) -> None:
    found = plan("noi_dung: [{muc: A}, B]").plan
    assert found
    assert section_names(found) == {}


UNNUMBERED = """
noi_dung:
- muc: "Căn cứ\\n lập"
  ma: mot
  danh_so: không
  muc_con: [{muc: A}, {muc: B, ma: hai}]
- muc: C
  ma: ba
  muc_con: [{muc: D, danh_so: không, ma: bon, muc_con: [{muc: E, ma: nam}]}, {muc: G, ma: sau}]
- {danh_so: không, doan_van: H, ma: bay}
"""


def test_a_section_without_a_number_is_named_by_its_title(plan: ReadPlan) -> None:
    found = plan(UNNUMBERED).plan
    assert found
    assert {code: str(name) for code, name in section_names(found).items()} == {
        "mot": "phần “Căn cứ lập”",
        "hai": "Mục 2 phần “Căn cứ lập”",
        "ba": "Mục I",
        "bon": "phần “D” Mục I",
        "nam": "điểm a phần “D” Mục I",
        "sau": "Mục I.1",
    }


def test_tables_with_a_code_are_counted_in_the_order_of_the_text(plan: ReadPlan) -> None:
    found = plan(
        """
        phu_luc: [{ten: P, bang: {ma: bon, cot: [{ten: A}]}}]
        noi_dung:
        - muc: A
          doan_van: [{bang: {ma: mot, cot: [{ten: A}]}}, {bang: {cot: [{ten: A}]}}]
          muc_con: [{muc: B, bang: {ma: hai, cot: [{ten: A}]}}]
          bang: {ma: ba, cot: [{ten: A}]}
        - {muc: D, bang: {ma: mot, cot: [{ten: A}]}}
        - {muc: E, bang: {ma: khong_cot}}
        """
    ).plan
    assert found
    names = {code: str(name) for code, name in table_names(found).items()}
    assert names == {"mot": "Bảng 1", "hai": "Bảng 2", "ba": "Bảng 3", "bon": "Bảng 5"}


def test_each_number_of_a_name_knows_the_part_it_is_of(plan: ReadPlan) -> None:
    found = plan(f"van_ban: {{danh_so: Phần I/I/1/a)}}{OUTLINE}").plan
    assert found
    name = section_names(found)["bon"]
    assert name.target == "muc-2-2-2"
    assert [(piece.text, piece.shows) for piece in name.pieces if piece.shows] == [
        ("II", "muc-2-2"),
        ("2", "muc-2-2-2"),
        ("Phần II", "muc-2"),
    ]


def test_sections_without_a_number_have_anchors_of_their_own(plan: ReadPlan) -> None:
    found = plan(UNNUMBERED).plan
    assert found
    anchors = [name.target for name in section_names(found).values()]
    assert anchors == ["muc-1", "muc-1-2", "muc-2", "muc-2-1", "muc-2-1-1", "muc-2-2"]


def test_articles_run_on_through_the_chapters(plan: ReadPlan) -> None:
    text = """
    van_ban: {danh_so: Chương I/Điều 1/1/a)}
    noi_dung:
    - {muc: A, muc_con: [{muc: B, muc_con: [{muc: C, ma: mot}]}, {muc: D, danh_so: không}]}
    - {muc: E, muc_con: [{muc: G, ma: hai, muc_con: [H, {muc: I, muc_con: [{muc: K, ma: ba}]}]}]}
    """
    found = plan(text).plan
    assert found
    assert [str(name) for name in section_names(found).values()] == [
        "khoản 1 Điều 1 Chương I",
        "Điều 2 Chương II",
        "điểm a khoản 2 Điều 2 Chương II",
    ]


def test_a_section_over_an_article_is_no_part_of_its_khoan(plan: ReadPlan) -> None:
    text = """
    van_ban: {danh_so: I/Điều 1/1}
    noi_dung: [{muc: A, muc_con: [{muc: B, muc_con: [{muc: C, ma: mot}]}]}]
    """
    found = plan(text).plan
    assert found
    assert str(section_names(found)["mot"]) == "khoản 1 Điều 1 Mục I"
