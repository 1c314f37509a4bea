"""Cells: numbers are numbers, texts stay texts."""

import pytest

from kehoach_cli.document.xlsx.cells import clean

from .books import cells, rows, sheet

TEXTS = "cot: [{ten: T, gia_tri: ten}, {ten: N, gia_tri: ghi_chu}]"
MONEY = "cot: [{ten: STT, gia_tri: stt}, {ten: V, gia_tri: tong_kinh_phi}]"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK(\\"http://x\\")',
        "+84 912 345 678",
        "-2 máy",
        "@SUM(A1)",
        "{=A1}",
        "http://tiengiang.gov.vn",
        "mailto:a@b.vn",
        "internal:Sheet!A1",
        "0123",
        "26.162",
        "TRUE",
        "#REF!",
        "_x0041_",
        "",
    ],
)
def test_a_text_stays_the_text_that_it_is(text: str) -> None:
    page = sheet(TEXTS, f'du_an: [{{ten: A, ghi_chu: "{text}"}}]')
    cell = page["B5"]
    assert cell.value == (text.replace('\\"', '"') or None)
    assert cell.data_type == ("s" if text else "n")
    assert cell.hyperlink is None


@pytest.mark.parametrize("mark", ["=", "+", "-", "@"])
def test_a_text_that_looks_like_a_formula_does_not_become_one_when_edited(mark: str) -> None:
    page = sheet(TEXTS, f'du_an: [{{ten: "{mark}x", ghi_chu: x}}]')
    assert page["A5"].quotePrefix
    assert not page["B5"].quotePrefix


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\t=1+1", "\t=1+1"),
        ("\r=1+1", "=1+1"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\x00\x07b\x1fc\x7f\x9f\ud800\uffff", "abc"),
        ("a\u200bb\u00a0", "a\u200bb\u00a0"),
    ],
)
def test_control_characters_and_odd_line_breaks_are_taken_out(text: str, found: str) -> None:
    assert clean(text) == found


@pytest.mark.parametrize("typed", [r"\t=1+1", r"\r=1+1", r"\u0007=1+1", r"\n=1+1"])
def test_what_hides_before_a_formula_does_not_make_it_one(typed: str) -> None:
    page = sheet(TEXTS, f'du_an: [{{ten: A, ghi_chu: "{typed}"}}]')
    assert page["B5"].data_type == "s"
    assert page["B5"].quotePrefix


def test_money_is_a_number_with_thousands_and_as_many_decimals_as_it_has() -> None:
    page = sheet(MONEY, 'du_an: [{tong_kinh_phi: 26.162}, {tong_kinh_phi: "0,8"}]')
    assert [page[place].value for place in ("B6", "B7")] == [26162, 0.8]
    assert {page[place].number_format for place in ("B6", "B7", "B8")} == {"#,##0.###"}


def test_no_decimal_is_hidden() -> None:
    page = sheet(MONEY, 'du_an: [{tong_kinh_phi: "0,12345"}]')
    assert page["B6"].number_format == "#,##0.#####"


def test_whole_numbers_show_no_decimal_mark() -> None:
    page = sheet(MONEY, "du_an: [{tong_kinh_phi: 26.162}]")
    (area,) = page.conditional_formatting
    (rule,) = area.rules
    assert str(area.sqref) == "B6:B7"
    assert rule.formula == ["ROUND(B6,9)=ROUND(B6,0)"]
    assert rule.dxf is not None
    assert rule.dxf.numFmt is not None
    assert rule.dxf.numFmt.formatCode == "#,##0"


def test_running_numbers_are_numbers_and_letters_are_letters() -> None:
    page = sheet(MONEY, "du_an: [{tong_kinh_phi: 1, hang_con: [{ten: P}]}]")
    assert [row[0] for row in rows(page)] == [1, "a", "Tổng cộng"]


def test_money_that_is_not_known_is_an_empty_cell() -> None:
    page = sheet(MONEY, "du_an: [{ten: A}]")
    assert rows(page)[0] == [1, None]


def test_marks_bullets_and_footnotes_become_plain_text() -> None:
    page = sheet(TEXTS, 'du_an: [{ten: "- **Máy** chủ^[Dell]\\n+ Máy trạm", ghi_chu: "2 * 3"}]')
    assert rows(page)[0] == ["- Máy chủ (Dell)\n+ Máy trạm", "2 * 3"]


OWN = (
    "hang:\n- {nhom: Nhóm}\n- [Một, '%s']\n- {o: [Cộng, '%s'], dam: có}\ncot: [{ten: A}, {ten: B}]"
)


def test_groups_and_bold_rows_typed_in_the_plan_are_bold() -> None:
    page = sheet(OWN % ("a", "b"))
    assert rows(page) == [["I. Nhóm", None], ["Một", "a"], ["Cộng", "b"]]
    assert [page[place].font.bold for place in ("A5", "A6", "B7")] == [True, False, True]


@pytest.mark.parametrize(
    ("typed", "found", "form"),
    [
        (("26.162", "1"), [26162, 1], "#,##0.###"),
        (("2026", "2027"), [2026, 2027], "General"),
        (("42,50", "-3"), [42.5, -3], "General"),
        (("5", "-"), [5, "-"], "General"),
        (("5", "05"), ["5", "05"], "General"),
        (("5", "+5"), ["5", "+5"], "General"),
        (("5", "8,000"), ["5", "8,000"], "General"),
        (("5", "1.1"), ["5", "1.1"], "General"),
    ],
)
def test_a_typed_column_of_numbers_only_holds_numbers(
    typed: tuple[str, str], found: list[object], form: str
) -> None:
    page = sheet(OWN % typed)
    assert [row[1] for row in rows(page)[1:]] == found
    assert page["B6"].number_format == form


def test_a_typed_column_with_merged_cells_stays_text() -> None:
    page = sheet("hang: [['1'], ['1'], ['2']]\ncot: [{ten: A, gop_o: có}]")
    assert [row[0] for row in rows(page)] == ["1", None, "2"]


def test_values_in_texts_are_filled_in() -> None:
    page = sheet(TEXTS, "du_an: [{ten: '{{ van_ban.trich_yeu }}'}]\nvan_ban: {trich_yeu: Y}")
    assert rows(page)[0][0] == "Y"


def test_a_text_longer_than_a_cell_holds_is_cut() -> None:
    page = sheet(TEXTS, f"du_an: [{{ten: {'a' * 40000}}}]")
    assert max(len(str(cell.value)) for cell in cells(page)) == 32767
