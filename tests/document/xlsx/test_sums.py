"""Sums in Excel: live, and those of the plan."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from kehoach_cli.document.xlsx.sheets import plan_sheets

from .books import (
    LAW,
    PLANS,
    first_row,
    formulas,
    plan_text,
    reading,
    recalculated,
    rows,
    sheet,
    sheets,
    worked_out,
    written,
)

COLUMNS = """\
don_vi_tinh: không
cot: [{ten: STT, gia_tri: stt}, {ten: T, gia_tri: ten}, {ten: V, gia_tri: von.2026.a}]"""
SOURCES = "nguon_von: {a: A, b: B}\n"


def project(name: str, amount: str = "", rest: str = "") -> str:
    money = f", von: {{2026: {{a: '{amount}'}}}}" if amount else ""
    return f"- {{ten: {name}{money}{f', {rest}' if rest else ''}}}\n"


def register(*projects: str) -> str:
    return f"{SOURCES}du_an:\n{''.join(projects)}"


def expected(text: str) -> list[dict[str, Decimal]]:
    """The sums of each table as the view has them, by place in its worksheet."""
    found = reading(text)
    assert found.plan is not None
    pages = sheets(written(text))
    return [
        {
            f"{get_column_letter(column + 1)}{row + first_row(page)}": sums.value
            for (row, column), sums in own.sums.items()
        }
        for page, own in zip(pages, plan_sheets(found.plan, found.unit, LAW), strict=True)
    ]


def along(text: str) -> list[dict[str, Decimal]]:
    """What the cells hold that are sums of their rows, by place."""
    found = reading(text)
    assert found.plan is not None
    pages = sheets(written(text))
    return [
        {
            f"{get_column_letter(column + 1)}{row + first_row(page)}": own.number(row, column)
            or Decimal(0)
            for row, column in own.across.keys() - own.sums.keys()
        }
        for page, own in zip(pages, plan_sheets(found.plan, found.unit, LAW), strict=True)
    ]


def check(text: str) -> None:
    """Formulas, the values kept beside them and the view's sums agree, cell by cell."""
    data = written(text)
    pages, kept = sheets(data), sheets(data, values=True)
    for page, values, down, across in zip(pages, kept, expected(text), along(text), strict=True):
        sums = down | across
        assert {place: worked_out(page, place) for place in sums} == sums
        for place, value in sums.items():
            assert values[place].value == pytest.approx(float(value))
        assert formulas(page).keys() == {place for place in sums if page[place].data_type == "f"}


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_the_sums_of_every_plan_are_formulas_that_give_the_sums_of_its_tables(plan: Path) -> None:
    check(plan.read_text(encoding="utf-8"))


def test_the_plans_hold_sums_at_all() -> None:
    assert (
        sum(len(sums) for plan in PLANS for sums in expected(plan.read_text(encoding="utf-8"))) > 80
    )


def test_a_group_adds_its_rows_and_the_total_adds_the_groups() -> None:
    projects = register(
        *(
            project("A", "10", "nhom: g"),
            project("B", "20", "nhom: h"),
            project("C", "1", "nhom: g"),
        )
    )
    assert [row[2] for row in rows(sheet(f"nhom_theo: nhom\n{COLUMNS}", projects))] == [
        *("=SUM(C6:C7)", 10, 1, "=SUM(C9)", 20, "=SUM(C5,C8)"),
    ]


def test_a_narrowed_table_adds_its_own_rows() -> None:
    projects = register(
        *(project("A", "10", "nhom: g"), project("B", "", "nhom: g"), project("C", "5", "nhom: h"))
    )
    page = sheet(f"nhom_theo: nhom\nchi_tinh: [2026, g]\n{COLUMNS}", projects)
    assert [row[2] for row in rows(page)] == ["=SUM(C6)", 10, "=SUM(C5)"]


def test_sums_may_stand_below_their_groups() -> None:
    projects = register(project("A", "10", "nhom: g"), project("B", "20", "nhom: h"))
    page = sheet(f"nhom_theo: nhom\ntong_nhom: dong_cong\ntong_cong: dau\n{COLUMNS}", projects)
    assert [row[2] for row in rows(page)] == [
        *("=SUM(C8,C11)", None, 10, "=SUM(C7)", None, 20, "=SUM(C10)"),
    ]


def test_without_sums_of_groups_the_total_adds_the_projects() -> None:
    projects = register(project("A", "10", "nhom: g"), project("B", "20", "nhom: h"))
    page = sheet(f"nhom_theo: nhom\ntong_nhom: khong\n{COLUMNS}", projects)
    assert rows(page)[-1][2] == "=SUM(C6,C8)"


def test_projects_of_no_group_join_the_total_alone() -> None:
    projects = register(project("A", "10", "nhom: g"), project("B", "20"), project("C", "5"))
    page = sheet(f"nhom_theo: nhom\n{COLUMNS}", projects)
    assert [row[2] for row in rows(page)] == ["=SUM(C6)", 10, 20, 5, "=SUM(C5,C7:C8)"]


@pytest.mark.parametrize(
    ("own", "flag", "part", "part_flag", "formula"),
    [
        ("7", "", "3", "", "=SUM(C5)"),
        ("", "", "3", "", "=SUM(C5:C6)"),
        ("7", "", "3", "tinh_vao_tong: có", "=SUM(C5:C6)"),
        ("", "", "3", "tinh_vao_tong: không", "=SUM(C5)"),
        ("7", "tinh_vao_tong: không", "3", "tinh_vao_tong: có", "=SUM(C6)"),
    ],
)
def test_parts_count_as_the_ledger_says(
    own: str, flag: str, part: str, part_flag: str, formula: str
) -> None:
    parts = f"hang_con: [{project('P', part, part_flag)[2:].strip()}]"
    text = plan_text(COLUMNS, register(project("A", own, ", ".join(filter(None, (flag, parts))))))
    check(text)
    assert rows(sheets(written(text))[0])[-1][2] == formula


def test_parts_of_parts_stand_in_rows_that_are_added() -> None:
    inner = project("A11", "0,5")[2:].strip()
    outer = f"- {{ten: A, hang_con: [{{ten: A1, hang_con: [{inner}]}}]}}\n"
    text = plan_text(COLUMNS, register(outer, project("B", "2")))
    check(text)
    assert rows(sheets(written(text))[0])[-1][2] == "=SUM(C5:C8)"


def test_a_column_of_two_names_sums_the_money_that_counts() -> None:
    parts = "{ten: P, von: {2026: {b: 3}}}"
    text = plan_text(
        "cot: [{ten: T, gia_tri: ten}, {ten: V, gia_tri: [von.2026.b, von.2026.a]}]",
        register(project("A", "5", f"hang_con: [{parts}]"), project("B", "1")),
    )
    check(text)


def test_a_column_may_be_summed_by_group_only_or_not_at_all() -> None:
    columns = (
        "don_vi_tinh: không\ncot: [{ten: T, gia_tri: ten},"
        " {ten: V, gia_tri: von.2026.a, cong: nhom},"
        " {ten: W, gia_tri: von.2026.a, cong: khong}, {ten: X, gia_tri: von.2026.a}]"
    )
    page = sheet(f"nhom_theo: nhom\n{columns}", register(project("A", "10", "nhom: g")))
    assert [row[1:] for row in rows(page)] == [
        *(["=SUM(B6)", None, "=SUM(D6)"], [10, 10, 10], [None, None, "=SUM(D5)"]),
    ]


SPLIT = """\
don_vi_tinh: không
cot: [{ten: T, gia_tri: ten}, {ten: Cộng, gia_tri: von.2026}, {ten: A, gia_tri: von.2026.a},
  {ten: Ghi chú, gia_tri: ghi_chu}, {ten: B, gia_tri: von.2026.b}]"""


def test_a_total_whose_parts_are_all_shown_adds_them_along_the_row() -> None:
    split = "{ten: P, von: {2026: {a: 1, b: 2}}}"
    more = "{ten: Q, von: {2026: {tong: 9, a: 1, b: 2}}}"
    text = plan_text(SPLIT, f"nguon_von: {{a: A, b: B}}\ndu_an: [{split}, {more}]")
    check(text)
    assert [row[1] for row in rows(sheets(written(text))[0])] == ["=SUM(C5,E5)", 9, "=SUM(B5:B6)"]


def test_a_total_is_split_in_the_first_way_that_is_shown_whole() -> None:
    columns = "cot: [{ten: C, gia_tri: von}, {gia_tri: von.2026}, {gia_tri: von.2027}]"
    page = sheet(columns, "du_an: [{von: {2026: 1, 2027: 2}}, {von: {2026: 4}}, {ten: X}]")
    assert [row[0] for row in rows(page)] == ["=SUM(B6:C6)", "=SUM(B7:C7)", None, "=SUM(A6:A8)"]


TYPED = """\
noi_dung:
- muc: M
  bang:
    cot: [{{ten: STT}}, {{ten: Tổng vốn}}, {{ten: Vốn, cot: [{heads}]}}]
    hang: [["1", {first}, 1, "2,5"], ["2", "1.000", 400, 600], ["3", "-", "", "-"]]
"""


@pytest.mark.parametrize(
    ("heads", "first", "column", "found"),
    [
        ("{ten: TW}, {ten: ĐP}", '"3,5"', 1, ["=SUM(C5:D5)", "=SUM(C6:D6)", "-"]),
        ("{ten: TW}, {ten: ĐP}", '"3,6"', 1, [3.6, 1000, "-"]),
        ("{ten: TW}, {ten: Tổng}", '"3,5"', 3, [2.5, 600, "-"]),
        ("{ten: TW, cong: có}, {ten: ĐP}", '"3,5"', 2, [1, 400, None, "=SUM(C5:C7)"]),
    ],
)
def test_totals_of_typed_rows_add_their_parts_where_every_row_holds(
    heads: str, first: str, column: int, found: list[object]
) -> None:
    text = TYPED.format(heads=heads, first=first)
    check(text)
    assert [row[column] for row in rows(sheets(written(text))[0])] == found


def test_a_total_under_a_heading_adds_the_others_under_it_and_none_goes_in_a_ring() -> None:
    text = """
        noi_dung:
        - muc: M
          bang:
            cot: [{ten: Máy}, {ten: Vốn, cot: [{ten: TW}, {ten: ĐP}, {ten: Cộng}]}, {ten: Tổng}]
            hang: [[5, 1, 2, 3, 11], [0, 0, 0, 0, 0]]
    """
    check(text)
    assert rows(sheets(written(text))[0])[0] == [5, 1, 2, "=SUM(B5:C5)", "=SUM(A5:D5)"]


def test_totals_that_add_each_other_do_not() -> None:
    text = """
        noi_dung:
        - muc: M
          bang: {cot: [{ten: Tổng}, {ten: A}, {ten: Cộng}], hang: [[3, 0, 3]]}
    """
    check(text)
    assert rows(sheets(written(text))[0]) == [["=SUM(B4:C4)", 0, 3]]


def test_every_column_adds_the_same_rows() -> None:
    parts = "{ten: P, von: {2026: {a: 3}}}"
    page = sheet(
        "cot: [{ten: A, gia_tri: von.2026.a}, {ten: B, gia_tri: von.2026.b}]",
        register(
            project("A", "5", f"hang_con: [{parts}]"),
            "- {ten: B, von: {2026: {b: 2}}, hang_con: [{ten: Q}]}\n",
        ),
    )
    assert rows(page)[-1] == ["=SUM(A6,A8)", "=SUM(B6,B8)"]


def test_a_row_that_counts_in_one_column_only_is_added_there() -> None:
    parts = "{ten: P, von: {2026: {a: 3, b: 4}}}"
    text = plan_text(
        "cot: [{ten: A, gia_tri: von.2026.a}, {ten: B, gia_tri: von.2026.b}]",
        register(project("A", "5", f"hang_con: [{parts}]")),
    )
    check(text)
    assert rows(sheets(written(text))[0])[-1] == ["=SUM(A6)", "=SUM(B6:B7)"]


def test_a_figure_changed_in_excel_changes_the_total() -> None:
    page = sheet(
        f"nhom_theo: nhom\n{COLUMNS}",
        register(project("A", "10", "nhom: g"), project("B", "20", "nhom: h")),
    )
    page["C6"] = 100
    assert worked_out(page, "C9") == 120


def test_a_sum_of_very_many_stretches_goes_by_marks_in_a_hidden_column() -> None:
    part = "hang_con: [{ten: P, von: {2026: {a: 9}}}]"
    text = plan_text(COLUMNS, register(*(project(f"A{n}", "2", part) for n in range(100))))
    check(text)
    page = sheets(written(text))[0]
    assert rows(page)[-1][2] == '=SUMIF($D$5:$D$203,"x",C5:C203)'
    assert page.column_dimensions["D"].hidden
    assert page.print_area.endswith("$A$1:$C$205")


def test_a_total_over_very_many_groups_adds_the_projects() -> None:
    projects = register(*(project(f"A{n}", "2", f"nhom: g{n}") for n in range(100)))
    text = plan_text(f"nhom_theo: nhom\n{COLUMNS}", projects)
    check(text)
    assert str(rows(sheets(written(text))[0])[-1][2]).startswith("=SUMIF($D")


def test_a_total_over_nothing_is_a_plain_zero() -> None:
    assert rows(sheet(COLUMNS, SOURCES)) == [[None] * 3, ["Tổng cộng", None, 0]]


def test_targets_have_no_sums() -> None:
    columns = "nguon: chi_tieu\ncot: [{ten: T, gia_tri: ten}, {ten: N, gia_tri: gia_tri.2026}]"
    page = sheet(columns, "chi_tieu: [{ten: X, gia_tri: {2026: 80%}}]")
    assert rows(page) == [["X", "80%"]]


AMOUNTS = st.sampled_from(["", "0", "1", "0,25", "7,5", "1.250", "-3"])
FLAGS = st.sampled_from(["", "tinh_vao_tong: có", "tinh_vao_tong: không"])
PARTS = st.lists(
    st.tuples(AMOUNTS, FLAGS, st.lists(st.tuples(AMOUNTS, FLAGS), max_size=2)), max_size=3
)
GROUPS = st.sampled_from(["", "nhom: g", "nhom: h"])
PROJECTS = st.lists(st.tuples(AMOUNTS, FLAGS, GROUPS, PARTS), max_size=6)
BANG = st.sampled_from(
    [
        "",
        "nhom_theo: nhom\n",
        "nhom_theo: nhom\ntong_nhom: dong_cong\n",
        "nhom_theo: nhom\ntong_nhom: khong\ntong_cong: ca_hai\n",
    ]
)


Part = tuple[str, str, list[tuple[str, str]]]


def part(name: str, amount: str, flag: str, parts: str = "") -> str:
    """A part, in brackets."""
    inner = f"hang_con: [{parts}]" if parts else ""
    return project(name, amount, ", ".join(filter(None, (flag, inner))))[2:].strip()


@settings(max_examples=60)
@given(projects=PROJECTS, bang=BANG)
def test_any_register_gives_its_own_sums(
    projects: list[tuple[str, str, str, list[Part]]], bang: str
) -> None:
    lines = []
    for number, (amount, flag, group, parts) in enumerate(projects):
        inner = ", ".join(
            part("P", own, rule, ", ".join(part("Q", *each) for each in deeper))
            for own, rule, deeper in parts
        )
        rest = ", ".join(filter(None, (flag, group, f"hang_con: [{inner}]")))
        lines.append(project(f"A{number}", amount, rest))
    check(plan_text(bang + COLUMNS, register(*lines) if lines else SOURCES))


def test_libreoffice_works_out_the_same_sums() -> None:
    texts = {plan.stem: plan.read_text(encoding="utf-8") for plan in PLANS}
    part = "hang_con: [{ten: P, von: {2026: {a: 9}}}]"
    texts["nhieu"] = plan_text(COLUMNS, register(*(project(f"A{n}", "2", part) for n in range(99))))
    made = recalculated({stem: written(text) for stem, text in texts.items()})
    for stem, text in texts.items():
        pages = sheets(made[stem], values=True)
        for page, down, across in zip(pages, expected(text), along(text), strict=True):
            sums = down | across
            found = {place: page[place].value for place in sums}
            assert found == {place: pytest.approx(float(value)) for place, value in sums.items()}


OWN = """\
noi_dung:
- muc: M
  bang:
    {said}
    cot: [{{ten: T}}, {{ten: A, cong: có}}, {{ten: B, cong: nhóm}}]
    hang:
    - [đầu, 1]
    - {{nhom: Một}}
    - [a, 1.000, "0,5"]
    - {{o: [Cộng tay, 7, 7], dam: có}}
    - [b, "-"]
    - {{nhom: Hai}}
    - [c, "2,5", 3]
"""


@pytest.mark.parametrize("place", ["đầu", "cuối", "cả hai"])
@pytest.mark.parametrize("groups", ["dòng nhóm", "dòng cộng", "không"])
def test_sums_of_rows_of_its_own_are_formulas_too(place: str, groups: str) -> None:
    text = OWN.format(said=f"tong_cong: {place}\n    tong_nhom: {groups}")
    check(text)
    found = expected(text)[0]
    assert max(found.values()) == Decimal("1003.5")
    assert len(found) == (0 if groups == "không" else 4) + (2 if place == "cả hai" else 1)


def test_own_rows_beside_a_register_are_in_its_formulas() -> None:
    own = "hang: [{nhom: g}, ['', C, 3], {nhom: h}, ['', D, 4], {o: ['', E, 9], dam: có}]"
    projects = register(project("A", "2", "nhom: g"), project("B", "5"))
    text = plan_text(f"nguon: du_an\nnhom_theo: nhom\n{COLUMNS}\n{own}", projects)
    check(text)
    assert [row[2] for row in rows(sheets(written(text))[0])] == [
        *("=SUM(C6:C7)", 2, 3, "=SUM(C9)", 4, 9, 5, "=SUM(C5,C8,C11)"),
    ]
