"""Tables with rows of their own: sums of the columns that say `cong`, and what cannot be added."""

from textwrap import indent

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.plan.views import resolve_table
from tests.conftest import ReadPlan
from tests.document.as_text import document, rows, tables
from tests.places import places

ROWS = """
cot: [{ten: T}, {ten: A, cong: có}, {ten: B, cong: nhóm}, {ten: C}]
hang:
- [đầu, 1, 2, x]
- {nhom: Một}
- [a, 1.000, "0,5"]
- [b, "-", "", y]
- {o: [Cộng tay, 7, 7], dam: có}
- {nhom: "Hai {{ so_du_an }}"}
- [c, "2,5", 3, z]
"""


def plan_text(bang: str) -> str:
    return f"noi_dung:\n- muc: M\n  bang:\n{indent(bang, '    ')}\n- muc: N\n"


def shown(plan: ReadPlan, bang: str) -> list[str]:
    """A row a text: kind's first letter, number, title or cells."""
    found = plan(plan_text(bang)).plan
    assert found
    assert found.noi_dung
    table = found.noi_dung[0].bang
    assert table
    return [
        " ".join(
            [row.kind[0], row.label, row.title, *("" if c is None else str(c) for c in row.cells)]
        )
        for row in resolve_table(table, found).rows
    ]


def test_columns_of_own_rows_are_summed_by_group_and_in_all(plan: ReadPlan) -> None:
    assert shown(plan, ROWS) == [
        *("i   đầu 1 2 x", "g I Một  1000 0.5 ", "i   a 1000 0.5", "i   b -  y"),
        *("t   Cộng tay 7 7", "g II Hai {{ so_du_an }}  2.5 3 ", "i   c 2.5 3 z"),
        "t  Tổng cộng  1003.5  ",
    ]


def test_sums_of_own_rows_print_as_figures_with_their_titles_over_what_is_before() -> None:
    assert rows(tables(document(plan_text(ROWS)))[0]) == [
        *("T|A|B|C", "đầu|1|2|x", "I. Một|1.000|0,5|", "a|1.000|0,5|", "b|-||y", "Cộng tay|7|7|"),
        *("II. Hai 0|2,5|3|", "c|2,5|3|z", "Tổng cộng|1.003,5||"),
    ]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("tong_cong: đầu", "tigiitgi"),
        ("tong_cong: không", "igiitgi"),
        ("tong_nhom: không", "igiitgit"),
        ("tong_nhom: dòng cộng", "igiitsgist"),
    ],
)
def test_sums_stand_where_the_table_says(plan: ReadPlan, said: str, kinds: str) -> None:
    assert "".join(row[0] for row in shown(plan, f"{said}\n{ROWS}")) == kinds


def test_sums_of_groups_may_stand_below_them(plan: ReadPlan) -> None:
    found = shown(plan, f"tong_nhom: dòng cộng\nten_tong_cong: Cả hai\n{ROWS}")
    assert [row for row in found if row[0] == "g"] == ["g I Một", "g II Hai {{ so_du_an }}"]
    assert [row for row in found if row[0] == "s"] == [
        *("s I Cộng (I)  1000 0.5 ", "s II Cộng (II)  2.5 3 "),
    ]
    assert found[-1] == "t  Cả hai  1003.5  "


def test_what_cannot_be_added_prints_as_typed(plan: ReadPlan) -> None:
    bang = "cot: [{ten: T}, {ten: A, cong: có}]\nhang: [[a, mười], [b, 5]]"
    assert shown(plan, bang) == ["i   a mười", "i   b 5", "t  Tổng cộng  5"]


def test_a_table_that_sums_groups_only_has_no_total(plan: ReadPlan) -> None:
    bang = "cot: [{ten: T}, {ten: A, cong: nhóm}]\nhang: [{nhom: X}, [a, 5]]"
    assert shown(plan, bang) == ["g I X  5", "i   a 5"]


def test_a_group_row_keeps_its_other_typed_cells(plan: ReadPlan) -> None:
    bang = "cot: [{ten: T}, {ten: A, cong: có}, {ten: G}]\nhang: [{nhom: X, o: [I, 9]}, [a, 5]]"
    assert shown(plan, bang)[0] == "g I X I 5 "
    assert rows(tables(document(plan_text(bang)))[0])[1:] == ["I|5|", "a|5|", "Tổng cộng|5|"]


@pytest.mark.parametrize(
    ("rest", "faults"),
    [
        ("hang: [[a, mười]]", ["KH045 5:16-20"]),
        ("hang: [[a, '[điền số tiền]'], [b, 5]]", []),
        ("hang: [[a, 8%], [b, 3.5]]", ["KH045 5:16-18", "KH045 5:25-28"]),
        ('hang: [[a, ""], [b, "-"], [c], [d, –]]', []),
        ("hang: [{o: [a, x], dam: có}]", []),
        ("hang: [{o: [a, x]}]", ["KH045 5:20-21"]),
        ("hang: [{nhom: X, o: [X, 4]}, [a, 5]]", ["KH046 5:29-30"]),
        ("hang: [{nhom: X, o: [X, 5]}, [a, 5]]", []),
        ("hang: [{nhom: X, o: X}, [a, 5]]", []),
        ("hang: [{nhom: X}, [a, 5]]", []),
    ],
)
def test_what_cannot_be_added_is_told_where_it_stands(
    plan: ReadPlan, rest: str, faults: list[str]
) -> None:
    reading = plan(plan_text(f"cot: [{{ten: T}}, {{ten: A, cong: có}}]\n{rest}"))
    assert places(item for item in check(reading) if item.rule.id[:4] == "KH04") == faults


@pytest.mark.parametrize(
    ("rest", "faults"),
    [
        ("cot: [{ten: T}, {ten: A}]\nhang: [{nhom: N, o: [y, 1]}]", ["KH050 5:19-20"]),
        ("cot: [{ten: T}, {ten: A}]\nhang: [{nhom: N, o: [I, N]}, {nhom: M, o: ['', 1]}]", []),
        ("cot: [{ten: A, cong: có}]\nhang: [{nhom: N}, [1]]", ["KH050 5:19-20"]),
        ("cot: [{ten: A}]\nhang: [{nhom: N}, [1]]", []),
    ],
)
def test_a_group_whose_title_has_no_place_is_told(
    plan: ReadPlan, rest: str, faults: list[str]
) -> None:
    found = check(plan(plan_text(rest)))
    assert places(item for item in found if item.rule.id == "KH050") == faults


def test_totals_without_a_column_to_add_are_told(plan: ReadPlan) -> None:
    reading = plan(plan_text("tong_cong: cuối\ntong_nhom: không\ncot: [{ten: T}]\nhang: [[a]]"))
    assert places(item for item in check(reading) if item.rule.id[:4] == "KH04") == [
        "KH047 4:16-20"
    ]
