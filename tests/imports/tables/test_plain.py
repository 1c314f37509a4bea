"""Tables of a page → tables of a plan: columns, money, groups, totals."""

from decimal import Decimal
from typing import Any

import pytest

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.proof import faults_in
from kehoach_cli.imports.tables.figures import amount, groups_by_comma, rewritten
from kehoach_cli.imports.tables.heads import columns_of
from tests.imports.samples import data_of, draft_of, printed_table

HEAD = "TT|Tên dự án|Tổng kinh phí|Ghi chú"


def _table(*rows: str, head: str = HEAD) -> Any:
    appendix = data_of(printed_table(head, *rows))["phu_luc"][0]
    return appendix["bang"]


@pytest.mark.parametrize(
    ("cells", "by_comma"),
    [
        (["1,234,567", "8,000"], True),
        (["1.234.567", "8.000"], False),
        (["8,000", "36,650", "250"], True),
        (["42,54", "7", "31,54"], False),
        (["28.7", "1,250"], True),
        (["3.700", "24.550"], False),
        (["500", "20"], False),
    ],
)
def test_a_table_tells_its_own_convention(cells: list[str], by_comma: bool) -> None:
    assert groups_by_comma(cells) is by_comma


def test_sums_tell_what_the_signs_do_not() -> None:
    assert groups_by_comma([], [["1,500", "1000", "500"]])
    assert not groups_by_comma([], [["1.500", "1000", "500"]])


@pytest.mark.parametrize(
    ("text", "by_comma", "value"),
    [
        ("8,000", True, "8000"),
        ("8,000", False, "8"),
        ("28.7", False, "28.7"),
        ("1.234.567,5", False, "1234567.5"),
        ("1,234.5", True, "1234.5"),
        (">45", True, None),
        ("1,2,3", True, None),
    ],
)
def test_an_amount_is_exact(text: str, by_comma: bool, value: str | None) -> None:
    found = amount(text, by_comma=by_comma)
    assert found == (None if value is None else Decimal(value))


def test_other_texts_stay_as_they_are() -> None:
    assert rewritten("Quý I", by_comma=True) == "Quý I"
    assert rewritten("8,000", by_comma=True) == "8.000"


def test_a_head_of_several_levels_is_a_tree() -> None:
    rows = [["TT", "Tên", "Vốn", "", ""], ["", "", "TW", "ĐP", ""], ["", "", "", "ĐT", "SN"]]
    tree = columns_of(Grid(rows, ""), 3)
    assert [column.name for column in tree] == ["TT", "Tên", "Vốn"]
    assert [column.name for column in tree[2].inner] == ["TW", "ĐP"]
    assert [column.name for column in tree[2].inner[1].inner] == ["ĐT", "SN"]


def test_merged_heads_count_as_they_say() -> None:
    grid = Grid([["A", "B", ""], ["", "C", "D"]], "", spans={(0, 0): (2, 1), (0, 1): (1, 2)})
    tree = columns_of(grid, 2)
    assert [(column.name, len(column.inner)) for column in tree] == [("A", 0), ("B", 2)]


def test_a_row_that_numbers_the_columns_is_known() -> None:
    table = _table("(1)|(2)|(3)|(4)", "1|Một|x|y", "2|Hai|z|t")
    assert table["danh_so_cot"] == "có"
    assert table["cot"][0]["so_cot"] == "(1)"
    assert len(table["hang"]) == 2


def test_a_table_without_money_stands_as_it_is() -> None:
    table = _table("1|Họp|Quý I|", "2|Báo cáo|Quý II|", head="TT|Việc|Hạn|Ghi chú")
    assert table["hang"] == [["1", "Họp", "Quý I", ""], ["2", "Báo cáo", "Quý II", ""]]


def test_groups_and_totals_of_such_a_table_are_bold() -> None:
    table = _table("I|Hạ tầng|>45|", "1|Một|>5|", "|Tổng cộng|>50|")
    assert [row.get("dam") for row in table["hang"] if isinstance(row, dict)] == ["có", "có"]


def test_a_column_without_a_name_is_marked() -> None:
    draft = draft_of(printed_table("TT||Hạn", "1|Họp|Quý I", "2|Báo cáo|Quý II"))
    assert "# chưa hiểu: cột này không có tên" in draft.text


def test_a_total_that_differs_is_kept_and_told() -> None:
    rows = ("1|Một|5|", "2|Hai|6|", "|Tổng cộng|12|")
    draft = draft_of(printed_table(HEAD, *rows))
    assert _table(*rows)["tong_ghi"] == {"tong": "12"}
    assert "ghi 12, các dòng cộng lại được 11" in draft.remarks[-1].told


def test_a_total_that_slipped_under_another_head_still_fits() -> None:
    head = "TT|Tên dự án|Tổng kinh phí|Vốn tỉnh|Vốn khác"
    rows = ("1|Một|7|5|2", "2|Hai|8|6|2", "Tổng cộng|15|11|4|")
    assert "tong_ghi" not in _table(*rows, head=head)


@pytest.mark.parametrize(
    ("first", "said"),
    [("|Tổng cộng|11|", "đầu"), ("", None)],
)
def test_the_grand_total_stands_where_it_stood(first: str, said: str | None) -> None:
    rows = [row for row in (first, "1|Một|5|", "2|Hai|6|") if row]
    assert _table(*rows)["tong_cong"] == (said or "không")


def test_rows_without_numbers_are_parts_of_the_row_above() -> None:
    data = data_of(printed_table(HEAD, "1|Một|7|", "|Trong đó: tư vấn|2|", "2|Hai|6|"))
    assert data["du_an"][0]["hang_con"] == [{"ten": "Trong đó: tư vấn", "tong_kinh_phi": "2"}]
    assert data["du_an"][0]["danh_so_con"] == "không"


def test_parts_count_where_the_total_says_so() -> None:
    rows = ("I|Nhóm|15|", "1|Một|7|", "|Phần thêm|2|", "2|Hai|6|")
    part = data_of(printed_table(HEAD, *rows))["du_an"][0]["hang_con"][0]
    assert part["tinh_vao_tong"] == "có"


def test_lettered_parts_keep_their_letters() -> None:
    data = data_of(printed_table(HEAD, "1|Một||", "a|Nông nghiệp|2|", "b|Y tế|3|", "2|Hai|6|"))
    assert "danh_so_con" not in data["du_an"][0]
    assert len(data["du_an"][0]["hang_con"]) == 2


@pytest.mark.parametrize(
    ("numbers", "key", "value"),
    [((1, 2, 3, 4), "stt", "liên tục"), ((1, 2, 1, 2), "stt", None)],
)
def test_running_numbers_go_on_as_they_did(
    numbers: tuple[int, ...], key: str, value: str | None
) -> None:
    a, b, c, d = numbers
    table = _table("I|X||", f"{a}|A|1|", f"{b}|B|1|", "II|Y||", f"{c}|C|1|", f"{d}|D|1|")
    assert table.get(key) == value


def test_only_some_groups_may_number_again() -> None:
    rows = ("I|X||", "1|A|1|", "II|Y||", "2|B|1|", "III|Z||", "1|C|1|")
    assert _table(*rows)["stt_lai"] == ["z"]


def test_totals_of_groups_may_stand_below_them() -> None:
    rows = ("I. X|||", "1|A|1|", "2|B|2|", "Cộng (I)||3|", "II. Y|||", "1|C|4|", "Cộng (II)||4|")
    table = _table(*rows, "Tổng cộng (I + II)||7|")
    assert table["tong_nhom"] == "dòng cộng"
    assert table["dong_nhom"] == "gộp"
    assert table["ten_tong_cong"] == "Tổng cộng (I + II)"


def test_two_splits_of_one_sum_are_both_kept() -> None:
    head = "TT|Tên dự án|Tổng vốn|Năm 2026|Năm 2027|Vốn TW|Vốn tỉnh"
    data = data_of(printed_table(head, "1|Một|9|4|5|6|3", "2|Hai|3|3||3|"))
    assert data["du_an"][0]["von"] == {"2026": "4", "2027": "5", "von_tw": "6", "von_tinh": "3"}


def test_a_measure_has_a_name_of_its_own() -> None:
    data = data_of(printed_table("TT|Tên dự án|Nhu cầu năm 2026|Ghi chú", "1|A|4|", "2|B|5|"))
    assert data["du_an"][0]["kinh_phi"] == {"nhu_cau": {"2026": "4"}}


@pytest.mark.parametrize(("stated", "typed"), [("5", 0), ("4", 0), ("7", 1)])
def test_the_total_of_a_year_is_typed_only_where_its_sources_are_some_of_it(
    stated: str, typed: int
) -> None:
    head = "TT|Tên dự án|Vốn tỉnh năm 2026|Vốn TW năm 2026|Cộng năm 2026"
    draft = draft_of(printed_table(head, f"1|A|4|1|{stated}", "2|B|5|1|6"))
    assert draft.text.count("tong:") == typed
    told = f"ghi {stated}, các nguồn cộng lại được 5"
    assert any(told in remark.told for remark in draft.remarks) == (stated != "5")


def test_two_tables_of_projects_stay_apart() -> None:
    text = printed_table(HEAD, "1|A|4|", "2|B|5|") + printed_table(HEAD, "1|A|6|", "2|C|7|")
    data = data_of(text.replace("PHỤ LỤC\nDANH MỤC\n", "PHỤ LỤC 1\nDANH MỤC\n"))
    assert [item["ma"] for item in data["du_an"]] == ["a", "b", "a-2", "c"]
    assert data["phu_luc"][1]["bang"]["chon"] == ["a-2", "c"]


def test_a_table_in_another_unit_stands_as_it_is() -> None:
    text = printed_table(HEAD, "1|A|4|", "2|B|5|")
    other = printed_table(HEAD, "1|C|6|", "2|D|7|").replace("triệu", "tỷ")
    data = data_of(text + other)
    assert "nguon" not in data["phu_luc"][1]["bang"]
    assert data["phu_luc"][1]["bang"]["don_vi_tinh"] == "tỷ đồng"


def test_a_table_too_wide_for_any_page_becomes_paragraphs() -> None:
    rows = ["|".join(str(n) for n in range(50)), "|".join(["họp"] * 50), "|".join(["bàn"] * 50)]
    draft = draft_of(printed_table(*rows))
    assert {fault.rule.id for fault in faults_in(draft)} == set()
    assert "quá nhiều cột" in draft.remarks[0].told


def test_a_unit_in_the_head_is_the_unit_of_the_plan() -> None:
    head = "TT|Tên dự án|Kinh phí (tỷ đồng)|Ghi chú"
    text = printed_table(head, "1|A|4|", "2|B|5|").replace("Đơn vị tính: triệu đồng\n", "")
    assert data_of(text)["van_ban"]["don_vi_tien"] == "tỷ đồng"
