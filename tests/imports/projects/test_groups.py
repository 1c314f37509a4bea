"""Groups of tables of projects: in groups, named without numbers, added up below."""

import pytest

from tests.document.as_text import document, tables
from tests.imports.registers import HEAD, draft_with, table_of

TASKS = "TT|Nội dung|Chủ trì|Kinh phí"


def _groups(rows: str, head: str = HEAD) -> list[str]:
    """The names of the groups of a table, of each project in turn."""
    draft = draft_with(f"{head}\n{rows}")
    names = draft.data["phan_nhom"]["nhom"]
    return [names[one["nhom"]] for one in draft.data["du_an"]]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (
            "A|Số|35\nI|Mới|15\n1|Mạng|15\nII|Cũ|20\n1|Cổng|20\nB|Khác|5\nI|Mới|5\n1|Web|5",
            ["Số – Mới", "Số – Cũ", "Khác – Mới"],
        ),
        ("I|Số|15\na|Mới|15\n1|Mạng|15\nII|Khác|5\n1|Web|5", ["Số – Mới", "Khác"]),
        ("I|Số\nI.1|Mới|15\n1|Mạng|15\nI.2|Cũ\n1|Web|5", ["Số – Mới", "Số – Cũ"]),
        ("I|Số\n|Mới|15\n1|Mạng|15\n|Cũ|5\n2|Web|5", ["Số – Mới", "Số – Cũ"]),
        ("A|X\n1|Trực tiếp|3\nB|Y\nI|Trong|4\n1|Web|4", ["X", "Y – Trong"]),
    ],
)
def test_groups_in_groups_are_groups_by_all_their_names(rows: str, names: list[str]) -> None:
    padded = "\n".join(row + "|" * (2 - row.count("|")) for row in rows.split("\n"))
    assert _groups(padded) == names


def test_a_sum_of_groups_that_does_not_come_out_is_told_of() -> None:
    rows = "A|Số|36\nI|Mới|15\n1|Mạng|15\nII|Cũ|20\n1|Cổng|20\n|Cộng|35"
    draft = draft_with(f"{HEAD}\n{rows}")
    told = [remark.told for remark in draft.remarks]
    assert any(text.startswith("tổng của nhóm “Số” ghi 36, các dòng cộng lại") for text in told)
    assert any("tên các bậc ghép" in text for text in told)
    assert "tong_ghi" not in table_of(draft)


@pytest.mark.parametrize(
    "total",
    ["Cộng I", "Tổng (I)", "Tổng cộng nhóm I", "Cộng mục I", "Cộng", "Tổng số (I)"],
)
def test_a_sum_below_a_group_is_its_own_however_it_is_named(total: str) -> None:
    rows = f"I|Số|\n1|Mạng|15\n2|Cổng|20\n|{total}|35\nII|Khác|\n1|Web|5\n|Cộng II|5\n|Tổng|40"
    draft = draft_with(f"{HEAD}\n{rows}")
    assert table_of(draft)["tong_nhom"] == "dòng cộng"
    assert "tong_ghi" not in table_of(draft)


def test_sums_with_one_name_are_of_each_group_and_then_of_all() -> None:
    rows = "I|Số|\n1|Mạng|15\n|Cộng|15\nII|Khác|\n1|Web|5\n|Cộng|5\n|Tổng cộng|20"
    bang = table_of(draft_with(f"{HEAD}\n{rows}"))
    assert (bang["tong_nhom"], "tong_ghi" in bang, "ten_tong_cong" in bang) == (
        "dòng cộng", False, False
    )  # fmt: skip


@pytest.mark.parametrize("rows", [
    "I|Số|9\n1|Mạng|9\n|Cộng|9\n|Tổng|9\n|Tổng cộng|9",
    "1|Mạng|9\n2|Web|1\n|Tổng|10\nI|Khác|\n1|Thư|3",
    "1|Mạng|9\nI|Khác|\n2|Web|3",
    "I|Khác|\n1|Web|3\n?|Lạ|4",
])  # fmt: skip
def test_rows_of_no_clear_meaning_keep_the_table_as_it_is(rows: str) -> None:
    assert "hang" in table_of(draft_with(f"{HEAD}\n{rows}"))


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("|Y tế||\n1|Mạng|A|5\n2|Web|B|6\n|Giáo dục||\n3|Thư|C|7", ["Y tế", "Y tế", "Giáo dục"]),
        ("|Y tế||11\n1|Mạng|A|5\n2|Web|B|6\n|Giáo dục||7\n3|Thư|C|7",
         ["Y tế", "Y tế", "Giáo dục"]),
        ("1|Hạ tầng||\n-|Mạng|A|5\n-|Web|B|6\n2|Dữ liệu||\n-|Thư|C|7",
         ["Hạ tầng", "Hạ tầng", "Dữ liệu"]),
        ("1|Hạ tầng||\n|- Mạng|A|5\n|- Web|B|6\n2|Dữ liệu||\n|- Thư|C|7",
         ["Hạ tầng", "Hạ tầng", "Dữ liệu"]),
    ],
)  # fmt: skip
def test_rows_that_are_only_names_are_groups(rows: str, names: list[str]) -> None:
    assert _groups(rows, TASKS) == names
    draft = draft_with(f"{TASKS}\n{rows}")
    assert [one["ten"] for one in draft.data["du_an"]] == ["Mạng", "Web", "Thư"]


@pytest.mark.parametrize("rows", [
    "1|Mạng|A|5\n|Máy chủ||\n2|Web|B|6",
    "1|Mạng|A|5\n|Trong đó:||\n|- Máy chủ||2\n2|Web|B|6",
])  # fmt: skip
def test_names_below_a_project_are_parts_of_it(rows: str) -> None:
    draft = draft_with(f"{TASKS}\n{rows}")
    assert [one["ten"] for one in draft.data["du_an"]] == ["Mạng", "Web"]
    assert "phan_nhom" not in draft.data


@pytest.mark.parametrize("rows", ["I/|Số|\n1/|Mạng|5\n2/|Web|6", "I|Số|\nI.1|Mạng|5\nI.2|Web|6",
                                  "I|Số|\na|Mạng|5\nb)|Web|6"])  # fmt: skip
def test_projects_may_be_numbered_in_other_ways(rows: str) -> None:
    assert _groups(rows) == ["Số", "Số"]


@pytest.mark.parametrize(("head", "field"), [
    ("Đơn vị", "chu_tri"), ("Bộ phận thực hiện", "chu_tri"), ("Hoàn thành trước", "thoi_gian"),
    ("Đơn vị sử dụng", "khac"), ("Mã DA", "ma"),
])  # fmt: skip
def test_columns_have_more_than_one_name(head: str, field: str) -> None:
    draft = draft_with(f"TT|Tên dự án|{head}|Kinh phí\n1|Mạng|CNTT-1|5\n2|Web|DA-2|6")
    assert field in draft.data["du_an"][0]


def test_units_of_things_are_no_agencies() -> None:
    draft = draft_with("TT|Tên thiết bị|Đơn vị|Số lượng|Kinh phí\n1|Máy|Bộ|2|5\n2|Tủ|Cái|1|6")
    assert "hang" in table_of(draft)


@pytest.mark.parametrize(
    ("rows", "hang"),
    [
        ("1|Mạng|15|3\n2|Cổng|20|4\n|Tổng cộng|35|7",
         [{"tong": "Tổng cộng", "o": ["", "", "35", "7"]}]),
        ("|Tổng|35|*\n1|Mạng|15|3\n2|Cổng|20|4", [{"tong": "Tổng", "o": ["", "", "35", "*"]}]),
        ("I|Số|35|7 bộ\n1|Mạng|15|3\n2|Cổng|20|4\n|Tổng cộng|35|",
         [{"nhom": "so", "o": ["", "", "", "7 bộ"]}]),
        ("I|Số|35|7\n1|Mạng|15|3\n2|Cổng|20|4\n|Tổng cộng|35|7",
         [{"nhom": "so", "o": ["", "", "", "7"]}, {"tong": "Tổng cộng", "o": ["", "", "35", "7"]}]),
    ],
)  # fmt: skip
def test_rows_that_say_more_than_sums_print_as_they_are_typed(
    rows: str, hang: list[dict[str, object]]
) -> None:
    draft = draft_with(f"{HEAD}|Số lượng\n{rows}")
    bang = table_of(draft)
    assert (bang["hang"], len(draft.data["du_an"])) == (hang, 2)
    own = list(bang)
    assert (own.index("hang") < own.index("nguon")) == rows.startswith("|")
    table = tables(document(draft.text), -1)[0]
    shown = [cell if isinstance(cell, str) else cell.content for row in table.rows for cell in row]
    said = {cell for row in rows.split("\n") for cell in row.split("|") if len(cell) > 1}
    assert all(cell in shown for cell in said)


def test_a_sum_of_groups_that_says_more_keeps_the_table_as_it_is() -> None:
    rows = "A|Số|15|7 bộ\nI|Mới|15|\n1|Mạng|15|3\n2|Cổng||4"
    assert "hang" in table_of(draft_with(f"{HEAD}|Số lượng\n{rows}"))
    assert "du_an" not in draft_with(f"{HEAD}|Số lượng\n{rows}").data


def test_a_total_below_a_merged_name_is_no_line_of_its_money() -> None:
    rows = "TT|Lĩnh vực|Tên dự án|Kinh phí\n1|Y tế|Mạng|5\n2||Cổng|6\n|Tổng cộng||11"
    spans = {(1, 1): (2, 1)}
    assert len(draft_with(rows, spans=spans).data["du_an"]) == 2


@pytest.mark.parametrize(
    "rows",
    [
        "A|Số|\nI|Mới|\n1|Mạng|15\nII|Cũ|\n1|Cổng|20\n|Cộng|35\nB|Khác|\nI|Mới|\n1|Web|5\n|Cộng|5",
        "A|Số|\nI|Mới|\n1|Mạng|15\nII|Cũ|\n1|Cổng|20\n|Cộng|35\nB|Khác|\nI|Mới|\n1|Web|5\n|Cộng B|5"
        "\n|Tổng cộng|40",
        "I|Số|\n1|Mạng|15\n|Cộng|15\nII|Khác|\n1|Web|5\n|Cộng|5",
    ],
)
def test_a_sum_is_that_of_the_group_that_it_adds_up(rows: str) -> None:
    draft = draft_with(f"{HEAD}\n{rows}")
    assert "tong_ghi" not in table_of(draft)
    assert not any("cộng lại được" in remark.told for remark in draft.remarks)


def test_a_sum_that_no_group_adds_up_to_is_told_of() -> None:
    rows = "A|Số|\nI|Mới|\n1|Mạng|15\n|Cộng|16\nB|Khác|\nI|Mới|\n1|Web|5\n|Cộng|5\n|Tổng|20"
    draft = draft_with(f"{HEAD}\n{rows}")
    assert table_of(draft)["tong_ghi"] == {"so_moi": {"tong": "16"}}


def test_a_name_alone_below_the_head_is_a_group_and_no_heading() -> None:
    rows = "TT|Tên dự án|Kế hoạch|\n||2026|2027\n|Y tế||\n1|Mạng|5|6\n|Giáo dục||\n2|Web|7|8"
    draft = draft_with(rows)
    assert list(draft.data["phan_nhom"]["nhom"].values()) == ["Y tế", "Giáo dục"]
    assert draft.data["du_an"][0]["von"] == {"2026": "5", "2027": "6"}


def test_projects_may_have_roman_numbers_where_nothing_else_has_any() -> None:
    draft = draft_with(f"{HEAD}\nI|Mạng|5\nII|Cổng|6\nIII|Web|7\n|Tổng cộng|18")
    assert [one["ten"] for one in draft.data["du_an"]] == ["Mạng", "Cổng", "Web"]
    assert "phan_nhom" not in draft.data
