"""Tables with rows of a register and rows of their own: order, groups, numbers, sums, faults."""

from textwrap import indent

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.plan.views import resolve_table
from tests.conftest import ReadPlan
from tests.document.as_text import document, rows, tables

PLAN = """
phan_nhom: {nhom: {g1: Nhóm một, g2: Nhóm hai}}
du_an:
- {ma: a, ten: A, nhom: g1, von: {2014: 10, 2015: 1}}
- {ma: b, ten: B, nhom: g2, von: {2014: 20}, hang_con: [{ten: B1}]}
chi_tieu: [{ten: X, gia_tri: {2014: 80%}}]
noi_dung:
- muc: M
  bang:
"""
COLUMNS = """cot:
- {ten: T, gia_tri: stt}
- {ten: U, gia_tri: ten}
- {gia_tri: von.2014}
- {gia_tri: von.2015}"""
GROUPED = f"nguon: du_an\nnhom_theo: nhom\n{COLUMNS}"
OWN = "hang: [['', C, '0,5', '-'], ['x', D], {o: ['', E, 9], dam: có}, ['', F, 3, 4]]"
HEADS = "hang: [['', C, 1], {nhom: Nhóm một}, ['', D, 2], {nhom: Khác}, ['', E, 3, 4]]"


def typed(bang: str) -> str:
    return PLAN + indent(bang, "    ") + "\n- muc: N\n"


def printed(bang: str) -> list[str]:
    """The rows below the heads, as they print."""
    (table,) = tables(document(typed(bang)))
    return rows(table)[len(table.header) :]


def test_own_rows_stand_where_they_are_typed_and_are_numbered_and_summed() -> None:
    assert printed(f"nguon: du_an\n{COLUMNS}\n{OWN}") == [
        *("1|A|10|1", "2|B|20|", "a|B1||", "3|C|0,5|-", "x|D||", "|E|9|", "4|F|3|4"),
        "Tổng cộng*2|33,5|5",
    ]
    assert printed(f"{OWN}\nchon: b\n{COLUMNS}") == [
        *("1|C|0,5|-", "x|D||", "|E|9|", "2|F|3|4", "3|B|20|", "a|B1||", "Tổng cộng*2|23,5|4"),
    ]


def test_own_rows_under_the_name_of_a_group_stand_in_it() -> None:
    assert printed(f"{GROUPED}\n{HEADS}") == [
        *("I|Nhóm một|12|1", "1|A|10|1", "2|D|2|", "II|Nhóm hai|20|0", "1|B|20|", "a|B1||"),
        *("III|Khác|3|4", "1|E|3|4", "1|C|1|", "Tổng cộng*2|36|5"),
    ]
    code = HEADS.replace("Nhóm một", "g1")
    assert printed(f"{code}\n{GROUPED}\nstt_lai: [g1, Khác]") == [
        *("1|C|1|", "I|Khác|3|4", "1|E|3|4", "II|Nhóm một|12|1", "1|D|2|", "2|A|10|1"),
        *("III|Nhóm hai|20|0", "3|B|20|", "a|B1||", "Tổng cộng*2|36|5"),
    ]


def test_groups_of_own_rows_may_follow_a_register_without_groups() -> None:
    assert printed(f"nguon: du_an\n{COLUMNS}\ntong_nhom: dòng cộng\n{HEADS}") == [
        *("1|A|10|1", "2|B|20|", "a|B1||", "3|C|1|", "I|Nhóm một*3", "1|D|2|", "Cộng (I)*2|2|0"),
        *("II|Khác*3", "1|E|3|4", "Cộng (II)*2|3|4", "Tổng cộng (I + II)*2|36|5"),
    ]


def test_a_head_may_have_cells_of_its_own() -> None:
    head = "hang: [{nhom: Khác, o: ['', '', '', Ghi chú]}, ['', C, 1, D]]"
    columns = COLUMNS.replace("von.2015}", "von.2015, cong: không}")
    assert printed(f"nguon: du_an\nnhom_theo: nhom\n{columns}\n{head}")[-3:] == [
        *("III|Khác|1|Ghi chú", "1|C|1|D", "Tổng cộng*2|31|"),
    ]


def test_columns_that_no_register_fills_are_summed_where_they_say_so() -> None:
    columns = "cot: [{gia_tri: ten}, {gia_tri: gia_tri.2014}, {ten: Điểm, cong: có}]"
    assert printed(f"nguon: chi_tieu\n{columns}\nhang: [[C, Xong, 5], [D, '> 3', '6,5']]") == [
        *("X|80%|", "C|Xong|5", "D|> 3|6,5", "Tổng cộng*2|11,5"),
    ]
    assert printed(f"nguon: chi_tieu\n{columns}") == ["X|80%|"]


def test_rows_know_their_group_and_what_they_show(plan: ReadPlan) -> None:
    found = plan(typed(f"{GROUPED}\n{HEADS}")).plan
    assert found
    assert found.noi_dung
    assert found.noi_dung[0].bang
    told = [
        (row.group, [item.ten for item in row.of])
        for row in resolve_table(found.noi_dung[0].bang, found).rows
        if row.kind in ("item", "part")
    ]
    assert told == [
        *(("I", ["A"]), ("I", []), ("II", ["B"]), ("II", ["B", "B1"])),
        *(("III", []), ("", [])),
    ]


@pytest.mark.parametrize(
    ("bang", "faults"),
    [
        (f"{OWN}\n{GROUPED}", []),
        (f"{HEADS}\n{GROUPED}", []),
        (f"{HEADS}\nnguon: du_an\n{COLUMNS}", ["KH052"]),
        (f"nguon: du_an\n{COLUMNS}\n{HEADS}", []),
        (f"{GROUPED}\n{HEADS}", ["KH037"]),
        (f"{GROUPED}\nhang: [{{o: ['', C], dam: có}}]", []),
        (f"{GROUPED}\nhang: [{{nhom: g2}}, ['', mười, mười]]", ["KH045"]),
        (f"{GROUPED}\nhang: [{{nhom: g2, o: ['', '', 22]}}, ['', C, 2]]", []),
        (f"{GROUPED}\nhang: [{{nhom: g2, o: ['', '', 2]}}, ['', C, 2]]", ["KH046"]),
        (f"{GROUPED}\nstt_lai: Khác\n{HEADS}", ["KH037"]),
        (f"{GROUPED}\nstt_lai: Lạ\n{HEADS}", ["KH037", "KH048"]),
        (f"{GROUPED}\nhang: [{{nhom: Khác, o: [C]}}]", ["KH050"]),
    ],
)
def test_faults_of_own_rows_beside_a_register(bang: str, faults: list[str], plan: ReadPlan) -> None:
    found = [item.rule.id for item in check(plan(typed(bang)))]
    assert sorted(rule for rule in found if "KH031" < rule < "KH060") == faults


@pytest.mark.parametrize(
    ("stated", "wrong"),
    [
        ("{tong: 5, 2014: 36, 2015: 5}", []),
        ("{2014: 30}", ["30"]),
        ("{g1: {2014: 12}, g2: {2015: 0}}", []),
        ("{g1: {2014: 10}}", ["10"]),
    ],
)
def test_stated_sums_are_held_against_own_rows_too(
    stated: str, wrong: list[str], plan: ReadPlan
) -> None:
    reading = plan(typed(f"{GROUPED}\n{HEADS}\ntong_ghi: {stated}"))
    found = [item for item in check(reading) if item.rule.id in ("KH400", "KH401", "KH402")]
    assert [item.span.source.text[item.span.start : item.span.end] for item in found] == wrong
