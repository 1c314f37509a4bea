"""Tables as views: rows, groups, sums, numbers."""

from textwrap import indent

import pytest

from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.resolve import resolve
from kehoach_cli.plan.table_checks import check_table
from kehoach_cli.plan.view_rows import View
from kehoach_cli.plan.views import resolve_table
from kehoach_cli.vietnamese.units import MoneyUnit
from tests.conftest import ReadPlan

PLAN = """
nguon_von: {tinh: Vốn tỉnh, tw: Vốn trung ương}
phan_nhom: {nhom: {g2: Nhóm hai, g1: Nhóm một, g0: Không dự án nào}}
du_an:
- {ma: a, ten: A, nhom: g1, von: {2014: {tinh: 10, tw: 5}}}
- {ma: b, ten: B, nhom: g2, von: {2014: {tinh: 20}}}
- {ma: c, ten: C, nhom: g1, von: {2014: {tinh: 1}}, hang_con: [{ten: C1}, {ten: C2}]}
- {ma: d, ten: D, nhom: g3, tong_kinh_phi: 7, danh_so_con: khong, hang_con: [{ten: D1}]}
chi_tieu:
- {ma: x, ten: X, gia_tri: {2014: 80%, 2015: 90%}}
- {ma: y, ten: Y, nhom: g1, gia_tri: {2015: "1,5"}}
phu_luc:
- ten: P
  bang:
"""
COLUMNS = "cot: [{ten: T, gia_tri: ten}, {ten: V, gia_tri: von.2014.tinh}]"


def view(plan: ReadPlan, bang: str) -> View:
    found = plan(PLAN + indent(bang, "    ")).plan
    assert found
    assert found.phu_luc
    table = found.phu_luc[0].bang
    assert isinstance(table, Bang)
    return resolve_table(table, found)


def shown(plan: ReadPlan, bang: str) -> list[str]:
    """A row a text: kind's first letter, number, title or cells."""
    return [
        " ".join(
            [row.kind[0], row.label, row.title, *("" if c is None else str(c) for c in row.cells)]
        )
        for row in view(plan, bang).rows
    ]


def test_rows_stand_in_the_order_of_the_register_with_the_total_last(plan: ReadPlan) -> None:
    assert shown(plan, COLUMNS) == [
        *("i 1  A 10", "i 2  B 20", "i 3  C 1", "p a  C1 ", "p b  C2 "),
        *("i 4  D ", "p   D1 ", "t  Tổng cộng  31"),
    ]


@pytest.mark.parametrize(
    ("place", "first", "last"),
    [("đầu", "t", "p"), ("cuối", "i", "t"), ("cả hai", "t", "t"), ("không", "i", "p")],
)
def test_the_total_stands_where_the_table_says(
    plan: ReadPlan, place: str, first: str, last: str
) -> None:
    rows = shown(plan, f"{COLUMNS}\ntong_cong: {place}\n")
    assert (rows[0][0], rows[-1][0]) == (first, last)


def test_groups_stand_in_declared_order_with_their_sums(plan: ReadPlan) -> None:
    assert shown(plan, f"{COLUMNS}\nnhom_theo: nhom\n") == [
        *("g I Nhóm hai  20", "i 1  B 20"),
        *("g II Nhóm một  11", "i 1  A 10", "i 2  C 1", "p a  C1 ", "p b  C2 "),
        *("g III g3  0", "i 1  D ", "p   D1 "),
        "t  Tổng cộng  31",
    ]


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("stt_lai: g3", "1 2 3 1"),
        ("stt_lai: [g1, g3]", "1 1 2 1"),
        ("stt: liên tục\nstt_lai: [g1]", "1 1 2 3"),
        ("stt: theo nhóm\nstt_lai: [g3]", "1 1 2 1"),
        ("stt_lai: []", "1 2 3 4"),
    ],
)
def test_numbers_may_run_on_and_start_again_in_one_group(
    plan: ReadPlan, said: str, numbers: str
) -> None:
    rows = view(plan, f"{COLUMNS}\nnhom_theo: nhom\n{said}\n").rows
    assert " ".join(row.label for row in rows if row.kind == "item") == numbers


def test_numbers_may_run_on_through_the_groups(plan: ReadPlan) -> None:
    rows = shown(plan, f"{COLUMNS}\nnhom_theo: nhom\nstt: liên tục\n")
    assert [row.split()[1] for row in rows if row[0] == "i"] == ["1", "2", "3", "4"]


def test_sums_of_groups_may_stand_below_them(plan: ReadPlan) -> None:
    rows = shown(plan, f"{COLUMNS}\nnhom_theo: nhom\ntong_nhom: dòng cộng\nchon: [a, b]\n")
    assert rows == [
        *("g I Nhóm hai  ", "i 1  B 20", "s I Cộng (I)  20"),
        *("g II Nhóm một  ", "i 1  A 10", "s II Cộng (II)  10"),
        "t  Tổng cộng (I + II)  30",
    ]


def test_groups_may_do_without_sums(plan: ReadPlan) -> None:
    rows = shown(plan, f"{COLUMNS}\nnhom_theo: nhom\ntong_nhom: không\nchon: [b]\n")
    assert rows == ["g I Nhóm hai  ", "i 1  B 20", "t  Tổng cộng  20"]


def test_one_group_needs_no_sum_of_groups_in_the_total(plan: ReadPlan) -> None:
    rows = shown(plan, f"{COLUMNS}\nnhom_theo: nhom\ntong_nhom: dòng cộng\nchon: [b]\n")
    assert rows[-1] == "t  Tổng cộng  20"


def test_chosen_rows_stand_in_the_chosen_order(plan: ReadPlan) -> None:
    rows = shown(plan, f"{COLUMNS}\nchon: [b, khong_co, a]\nten_tong_cong: Cộng\n")
    assert rows == ["i 1  B 20", "i 2  A 10", "t  Cộng  30"]


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("chi_tinh: 2014", ["A", "B", "C", "C1", "C2"]),
        ("chi_tinh: [nam_2014, tw]", ["A"]),
        ("chi_tinh: tinh\nchon: [b, d, a]", ["B", "A"]),
        ("chi_tinh: [g1, 2014]", ["A", "C", "C1", "C2"]),
        ("chi_tinh: g3", ["D", "D1"]),
        ("chi_tinh: g0", []),
        ("chi_tinh: []", ["A", "B", "C", "C1", "C2", "D", "D1"]),
        ("chi_tinh: khong_co", ["A", "B", "C", "C1", "C2", "D", "D1"]),
        ("nguon: chi_tieu\nchi_tinh: 2014", ["X"]),
        ("nguon: chi_tieu\nchi_tinh: [nam_2015, g1]", ["Y"]),
        ("nguon: chi_tieu\nchi_tinh: g2", []),
        ("nguon: chi_tieu\nchi_tinh: 2016", ["X", "Y"]),
    ],
)
def test_a_table_keeps_the_rows_that_its_terms_name(
    plan: ReadPlan, said: str, rows: list[str]
) -> None:
    found = view(plan, f"{COLUMNS}\n{said}\n").rows
    assert [row.cells[0] for row in found if row.kind in ("item", "part")] == rows


def test_the_sums_of_a_narrowed_table_are_those_of_its_rows(plan: ReadPlan) -> None:
    rows = shown(plan, f"{COLUMNS}\nchi_tinh: tw\nnhom_theo: nhom\n")
    assert rows == ["g I Nhóm một  10", "i 1  A 10", "t  Tổng cộng  10"]


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ("chi_tinh: g1", []),
        ("chi_tinh: tinnh", ["KH025 tinnh tinh"]),
        ("nguon: chi_tieu\nchi_tinh: g11", ["KH025 g11 g1"]),
        ("nguon: chi_tieu\nchi_tinh: tinh", ["KH025 tinh"]),
    ],
)
def test_terms_that_name_nothing_are_told(plan: ReadPlan, said: str, faults: list[str]) -> None:
    found = plan(PLAN + indent(f"{COLUMNS}\n{said}\n", "    ")).plan
    assert found
    assert found.phu_luc
    assert found.phu_luc[0].bang
    told = [
        " ".join([fault.rule, fault.facts["name"], fault.facts.get("near", "")]).strip()
        for fault in check_table(found.phu_luc[0].bang, found)
        if fault.rule == "KH025"
    ]
    assert told == faults


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("chi_tinh: [2031, tw]", "không dòng nào hợp với chi_tinh (2031, tw)"),
        (
            "chi_tinh: [2014]\nnguon: chi_tieu\nchon: y",
            "không dòng nào hợp với chi_tinh (2014) và chon",
        ),
        ("chi_tinh: [2031]\nchon: [a]", "không dòng nào hợp với chi_tinh (2031)"),
        ("chon: []", "chon không nêu mã nào có trong danh mục"),
        ("hang: []", "hang để trống"),
        ("hang: []\nchon: a", ""),
        ("hang: [[a]]\nchi_tinh: 2031", ""),
        ("nguon: chi_tieu", ""),
        ("chi_tinh: la", ""),
    ],
)
def test_a_table_without_rows_says_why(plan: ReadPlan, said: str, reason: str) -> None:
    found = plan(PLAN + indent(f"{COLUMNS}\n{said}\n", "    ")).plan
    assert found
    assert found.phu_luc
    assert found.phu_luc[0].bang
    faults = check_table(found.phu_luc[0].bang, found)
    told = [fault.facts["reason"] for fault in faults if fault.rule == "KH055"]
    assert told == [reason] * bool(reason)


@pytest.mark.parametrize("register", ["du_an", "chi_tieu"])
def test_an_empty_register_is_named(plan: ReadPlan, register: str) -> None:
    text = f"phu_luc: [{{ten: P, bang: {{nguon: {register}, cot: [{{gia_tri: ten}}]}}}}]"
    found = plan(text).plan
    assert found
    (fault,) = [fault for fault in resolve(found, MoneyUnit.TRIEU_DONG) if fault.rule == "KH055"]
    assert fault.facts["reason"] == f"danh mục {register} chưa có dòng nào"


@pytest.mark.parametrize(
    ("said", "group", "grand"),
    [("", "20", "20"), ("cong: có", "20", "20"), ("cong: nhóm", "20", ""), ("cong: không", "", "")],
)
def test_a_column_says_whether_it_is_summed(
    plan: ReadPlan, said: str, group: str, grand: str
) -> None:
    columns = f"cot: [{{ten: T, gia_tri: ten}}, {{ten: V, gia_tri: von.2014, {said}}}]"
    rows = shown(plan, f"{columns}\nnhom_theo: nhom\nchon: [b]\n")
    assert rows == [f"g I Nhóm hai  {group}", "i 1  B 20", f"t  Tổng cộng  {grand}"]


def test_a_column_takes_the_first_of_its_names_that_has_a_value(plan: ReadPlan) -> None:
    columns = "cot: [{ten: T, gia_tri: ten}, {ten: V, gia_tri: [von.2014.tw, tong_kinh_phi]}]"
    assert shown(plan, f"{columns}\nchon: [a, b, d]\n") == [
        *("i 1  A 5", "i 2  B 20", "i 3  D 7", "p   D1 ", "t  Tổng cộng  32"),
    ]


def test_a_column_without_a_name_or_with_a_wrong_one_stays_blank(plan: ReadPlan) -> None:
    columns = "cot: [{ten: T, gia_tri: ten}, {ten: U}, {ten: W, gia_tri: khong_co}]"
    assert shown(plan, f"{columns}\nchon: [b]\n") == ["i 1  B  "]


def test_headings_of_any_depth_come_down_to_their_columns(plan: ReadPlan) -> None:
    found = view(
        plan,
        """cot:
- {ten: Stt, gia_tri: stt}
- ten: Vốn
  cot: [{ten: Tỉnh, gia_tri: von.tinh}, {ten: Khác, cot: [{ten: TW, gia_tri: von.tw}]}]
""",
    )
    assert [column.cot.ten for column in found.columns] == ["Stt", "Tỉnh", "TW"]
    assert [column.is_money for column in found.columns] == [False, True, True]
    assert [column.is_number for column in found.columns] == [True, False, False]


def test_targets_have_no_sums(plan: ReadPlan) -> None:
    columns = "cot: [{ten: T, gia_tri: ten}, {ten: V, gia_tri: gia_tri.2014}]"
    assert shown(plan, f"nguon: chi_tieu\n{columns}\n") == ["i 1  X 80%", "i 2  Y "]
    rows = shown(plan, f"nguon: chi_tieu\nnhom_theo: nhom\n{columns}\n")
    assert rows == ["g I Nhóm một  ", "i 1  Y ", "i 1  X 80%"]


def test_groups_of_targets_are_those_of_the_targets(plan: ReadPlan) -> None:
    text = """
    du_an: [{ten: A, chu_tri: Sở B}]
    chi_tieu: [{ten: X, chu_tri: Sở C}, {ten: Y, chu_tri: Sở B}]
    noi_dung:
    - bang: {nguon: chi_tieu, nhom_theo: chu_tri, stt_lai: Sở C, cot: [{gia_tri: ten}]}
    """
    reading = plan(text)
    assert reading.plan
    bang = (reading.plan.noi_dung or [])[0].bang
    assert bang
    rows = resolve_table(bang, reading.plan).rows
    assert [row.title for row in rows if row.kind == "group"] == ["Sở C", "Sở B"]
    assert not [fault for fault in resolve(reading.plan, reading.unit) if fault.rule == "KH048"]


def test_a_table_may_have_rows_of_its_own(plan: ReadPlan) -> None:
    bang = """cot: [{ten: A}, {ten: B}]
hang:
- [1, 2,]
- nhom: Nhóm một
- nhom: Nhóm hai
  o: [a, b]
- {o: [Cộng, 3], dam: có}
- [x, '']
"""
    assert shown(plan, bang) == [
        *("i   1 2", "g I Nhóm một", "g II Nhóm hai a b", "t   Cộng 3", "i   x "),
    ]


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("", ["1", "a", "", "", "b", "2"]),
        ("danh_so_con: chữ, ", ["1", "a", "", "", "b", "2"]),
        ("danh_so_con: số, ", ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"]),
        ("danh_so_con: không, ", ["1", "", "", "", "", "2"]),
    ],
)
def test_parts_are_numbered_as_their_project_says(
    plan: ReadPlan, said: str, labels: list[str]
) -> None:
    assert part_labels(plan, said, "") == labels


@pytest.mark.parametrize(
    ("said", "inner", "labels"),
    [
        ("danh_so_con: số, ", "danh_so_con: chữ, ", ["1.1", "a", "b", "1.2"]),
        ("danh_so_con: số, ", "danh_so_con: không, ", ["1.1", "", "", "1.2"]),
        ("danh_so_con: không, ", "danh_so_con: số, ", ["", "", "", ""]),
        ("", "danh_so_con: số, ", ["a", "a.1", "a.2", "b"]),
    ],
)
def test_parts_of_a_part_are_numbered_as_it_says(
    plan: ReadPlan, said: str, inner: str, labels: list[str]
) -> None:
    assert part_labels(plan, said, inner)[1:-1] == labels


def part_labels(plan: ReadPlan, said: str, inner: str) -> list[str]:
    """The labels of a project, its two parts (the first has two of its own), and another."""
    parts = f"{{ten: P, {inner}hang_con: [{{ten: Q}}, {{ten: R}}]}}, {{ten: S}}"
    found = plan(
        f"""
        du_an: [{{ten: A, {said}hang_con: [{parts}]}}, {{ten: B}}]
        phu_luc: [{{ten: P, bang: {{cot: [{{ten: T, gia_tri: ten}}]}}}}]
        """
    ).plan
    assert found
    assert found.phu_luc
    assert found.phu_luc[0].bang
    return [row.label for row in resolve_table(found.phu_luc[0].bang, found).rows]


def test_parts_beyond_the_alphabet_have_labels_of_their_own(plan: ReadPlan) -> None:
    parts = ", ".join(f"{{ten: P{number}}}" for number in range(24))
    found = plan(
        f"""
        du_an: [{{ten: A, hang_con: [{parts}]}}]
        phu_luc: [{{ten: P, bang: {{cot: [{{ten: T, gia_tri: ten}}]}}}}]
        """
    ).plan
    assert found
    assert found.phu_luc
    assert found.phu_luc[0].bang
    labels = [row.label for row in resolve_table(found.phu_luc[0].bang, found).rows]
    assert len(set(labels)) == len(labels)


def test_targets_add_nothing_to_a_column_of_money(plan: ReadPlan) -> None:
    columns = "cot: [{ten: T, gia_tri: ten}, {ten: V, gia_tri: [von.2014, gia_tri.2014]}]"
    assert shown(plan, f"nguon: chi_tieu\n{columns}\n") == ["i 1  X 80%", "i 2  Y "]


def test_a_table_of_no_register_has_no_rows_but_a_blank_one(plan: ReadPlan) -> None:
    found = plan("phu_luc: [{ten: P, bang: {cot: [{ten: T, gia_tri: ten}]}}]").plan
    assert found
    assert found.phu_luc
    assert found.phu_luc[0].bang
    (row,) = resolve_table(found.phu_luc[0].bang, found).rows
    assert (row.kind, row.cells) == ("blank", [""])
    bare = plan("phu_luc: [{ten: P, bang: {tong_cong: dau}}]").plan
    assert bare
    assert bare.phu_luc
    assert bare.phu_luc[0].bang
    assert resolve_table(bare.phu_luc[0].bang, bare).columns == []


def test_a_column_may_show_what_only_parts_have(plan: ReadPlan) -> None:
    parts = "[{ten: B, khac: {ghi: x}, kinh_phi: {nhu_cau: {tong: 5}}}]"
    columns = "[{gia_tri: ten}, {gia_tri: khac.ghi}, {gia_tri: kinh_phi.nhu_cau.tong}]"
    text = f"du_an: [{{ten: A, hang_con: {parts}}}]\n"
    assert not plan(f"{text}phu_luc: [{{ten: C, bang: {{cot: {columns}}}}}]\n").faults
