"""Tables of departments, in the shapes that they have, as the register takes them in."""

from typing import Any

import pytest

from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.pages import Grid, Line, Pages, Spans
from kehoach_cli.imports.proof import faults_in

PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH A", "KẾ HOẠCH", "Ứng dụng CNTT năm 2024", "I. KINH PHÍ", "Như phụ lục.",
    "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
)  # fmt: skip


def _draft(*tables: str, spans: Spans | None = None, unit: str = "triệu đồng") -> Any:
    """The draft of a plan with an appendix for each table; "|" parts cells."""
    blocks: list[Line | Grid] = [Line(text, str(at)) for at, text in enumerate(PLAN)]
    for at, table in enumerate(tables, 1):
        rows = [row.split("|") for row in table.split("\n")]
        blocks += [Line(f"PHỤ LỤC {at}", "p"), Line("DANH MỤC", "p")]
        blocks += [Line(f"Đơn vị tính: {unit}", "u")] if unit else []
        blocks.append(Grid(rows, f"bảng {at}", spans or {}))
    draft = drafted(Pages(blocks))
    assert faults_in(draft) == []
    return draft


def _table(draft: Any, at: int = 0) -> Any:
    return draft.data["phu_luc"][at]["bang"]


HEAD = "TT|Tên dự án|Kinh phí"


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ("1|Mạng|15\n2|Cổng thông tin|20\n|Tổng cộng|35", 2),
        ("I|Hạ tầng|35\n1|Mạng|15\n2|Cổng|20\nII|Ứng dụng|7\n1|Thư|3\n2|Web|4\n|Cộng|42", 4),
        ("I|Hạ tầng|\n1|Mạng|15\n2|Cổng|20\n|Cộng I|35\n|Tổng cộng|35", 2),
        ("Hạ tầng||\n1|Mạng|15\n2|Cổng|20\nỨng dụng||\n3|Thư|3\nTổng cộng||38", 3),
        ("1|Mạng|15\n-|Máy chủ|10\n-|Máy trạm|5\n2|Cổng|20\n|Tổng cộng|35", 2),
        ("1|Mạng|\n1.1|Máy chủ|10\n1.2|Máy trạm|5\n2|Cổng|20\n|Tổng cộng|35", 2),
        ("|Mạng|15\n|Một cửa|20\n|Tổng cộng|35", 2),
        ("1|Mạng|15\nTT|Tên dự án|Kinh phí\n2|Cổng|20\n|Tổng cộng|35", 2),
        ("(1)|(2)|(3)\n1|Mạng|15\n2|Cổng|20\n|Tổng cộng|35", 2),
    ],
)
def test_rows_of_any_usual_shape_become_projects(rows: str, count: int) -> None:
    draft = _draft(f"{HEAD}\n{rows}")
    assert _table(draft)["nguon"] == "du_an"
    assert len(draft.data["du_an"]) == count
    assert "tong_ghi" not in _table(draft)


def test_a_row_of_column_numbers_prints_again() -> None:
    bang = _table(_draft(f"{HEAD}\n(1)|(2)|(3)\n1|Mạng|15\n2|Cổng|20"))
    assert bang["danh_so_cot"] == "có"
    assert [cot["so_cot"] for cot in bang["cot"]] == ["(1)", "(2)", "(3)"]


def test_groups_within_groups_stand_as_they_are() -> None:
    rows = "A|Mới|35\nI|Hạ tầng|35\n1|Mạng|15\n2|Cổng|20"
    assert "hang" in _table(_draft(f"{HEAD}\n{rows}"))


def test_a_name_after_the_total_is_no_group() -> None:
    rows = "1|Mạng|15\n2|Cổng|20\n|Tổng cộng|35\nGhi chú thêm||"
    assert "hang" in _table(_draft(f"{HEAD}\n{rows}"))


def test_years_across_are_years_of_money() -> None:
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}
    rows = "TT|Tên dự án|Phân kỳ|\n||2024|2025\n1|Mạng|1|2\n2|Cổng|3|4\n|Cộng|4|6"
    draft = _draft(rows, spans=spans)
    assert draft.data["du_an"][0]["von"] == {"2024": "1", "2025": "2"}


def test_short_names_of_sources_are_sources_of_their_year() -> None:
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 3)}
    rows = "TT|Tên dự án|Năm 2024||\n||Tổng số|NSTW|NSĐP\n1|Mạng|3|1|2\n2|Cổng|7|3|4"
    draft = _draft(rows, spans=spans)
    assert draft.data["nguon_von"] == {"nstw": "NSTW", "nsdp": "NSĐP"}
    assert draft.data["du_an"][1]["von"] == {"2024": {"nstw": "3", "nsdp": "4"}}


def test_tasks_without_money_go_into_the_register() -> None:
    rows = "TT|Nhiệm vụ|Chủ trì|Thời gian\n1|Ban hành quy chế|Sở A|Quý I\n2|Mở lớp|Sở B|Quý II"
    draft = _draft(rows, unit="")
    assert [item["chu_tri"] for item in draft.data["du_an"]] == ["Sở A", "Sở B"]


TARGETS = "TT|Chỉ tiêu|ĐVT|Hiện trạng 2023|Năm 2024\n1|Hồ sơ|%|50|60\n2|Xã có mạng|xã|10|12"


def test_targets_with_unit_and_years_become_targets() -> None:
    draft = _draft(TARGETS, unit="")
    assert _table(draft)["nguon"] == "chi_tieu"
    first = {"ten": "Hồ sơ", "don_vi_tinh": "%", "hien_trang": "50", "gia_tri": {"2024": "60"}}
    assert draft.data["chi_tieu"][0] == first


def test_targets_in_groups_keep_them_and_their_codes() -> None:
    rows = TARGETS.replace("1|Hồ", "I|Hạ tầng|||\n1|Hồ").replace("2|Xã", "II|Xã|||\n2|Xã")
    draft = _draft(rows, TARGETS, unit="")
    bang = _table(draft)
    assert (bang["nhom_theo"], bang["stt"]) == ("nhom", "liên tục")
    assert bang["chon"] == ["ho-so", "xa-co-mang"]
    assert _table(draft, 1)["chon"] == ["ho-so-2", "xa-co-mang-2"]


@pytest.mark.parametrize(
    "rows",
    [
        TARGETS + "\n|Tổng cộng||60|72",
        TARGETS.replace("Năm 2024", "Kinh phí năm 2024"),
        TARGETS.replace("Hiện trạng 2023", "Năm 2024"),
        "TT|Nội dung|Số lượng|Năm 2024\n1|Máy|2|3\n2|Bàn|4|5",
    ],
)
def test_what_looks_like_targets_but_is_not_stays_apart(rows: str) -> None:
    assert "chi_tieu" not in _draft(rows, unit="").data


OTHER = "TT|Tên dự án|Năm 2024"


def test_one_project_in_two_annexes_is_one_with_both_figures() -> None:
    draft = _draft(f"{HEAD}\n1|Mạng|15\n2|Thư|20", f"{OTHER}\n1|Mạng|5\n2|Thư|6")
    assert [item["ma"] for item in draft.data["du_an"]] == ["mang", "thu"]
    assert draft.data["du_an"][0]["tong_kinh_phi"] == "15"
    assert draft.data["du_an"][0]["von"] == {"2024": "5"}
    assert _table(draft, 1)["chon"] == ["mang", "thu"]


@pytest.mark.parametrize("second", [f"{HEAD}\n1|Mạng|16\n2|Thư|20", f"{OTHER}\n1|Mạng|\n2|Thư|6"])
def test_what_differs_stays_two_and_is_told(second: str) -> None:
    first = f"{HEAD}\n1|Mạng|15\n2|Thư|20" if "16" in second else second.replace("|\n", "|7\n")
    draft = _draft(first, second)
    assert _table(draft, 1)["chon"][0] == "mang-2"
    assert any("cùng tên" in remark.told for remark in draft.remarks)


def test_rows_of_one_table_are_never_one_project() -> None:
    twice = f"{HEAD}\n1|Mạng|15\n2|Mạng|15"
    draft = _draft(twice, twice)
    assert [item["ma"] for item in draft.data["du_an"]] == ["mang", "mang-2"]
    assert _table(draft, 1)["chon"] == ["mang", "mang-2"]


def test_parts_of_projects_keep_them_apart() -> None:
    rows = f"{HEAD}\n1|Mạng|15\na)|Máy chủ|10\n2|Thư|20"
    assert len(_draft(rows, rows).data["du_an"]) == 3


def test_groups_of_the_same_names_are_the_same_groups() -> None:
    rows = "I|Hạ tầng|\n1|Mạng|15\n2|Thư|20\n|Cộng|35"
    draft = _draft(f"{HEAD}\n{rows}", f"{HEAD}\n{rows}")
    assert list(draft.data["phan_nhom"]["nhom"]) == ["ha_tang"]
    assert len(draft.data["du_an"]) == 2


def test_a_plan_without_signer_and_recipients_prints_with_marked_blanks() -> None:
    draft: Any = drafted(Pages([Line("I. MỤC TIÊU", "1"), Line("Một.", "2")]))
    assert faults_in(draft) == []
    assert draft.data["van_ban"]["nguoi_ky"] == {"chuc_vu": "[điền chức vụ]"}
    assert "trích yếu" in draft.remarks[0].text


@pytest.mark.parametrize(
    "rows",
    [
        f"{HEAD}|Số lượng\n1|Mạng|15|3\n2|Cổng|20|4\n|Tổng cộng|35|7",
        f"{HEAD}|Ghi chú\n1|Mạng|15|\n2|Cổng|20|\n|Tổng cộng|35|Tạm tính",
        f"{HEAD}\n1|Mạng|15\n2|Cổng|20\n|Tổng cộng|35*",
        f"{HEAD}|Vốn\nI|Hạ tầng|35*|5\n1|Mạng|15|2\n2|Cổng|20|3",
        f"{HEAD}\n1|Mạng|15*\n2|Cổng|20\n3|Thư|2\n4|Web|2\n5|Báo|2\n|Tổng cộng|41",
        f"{HEAD}\n1|Mạng|15\n2|Cổng|nt\n3|Thư|2\n4|Web|2\n5|Báo|2\n|Tổng cộng|36",
    ],
)
def test_what_a_register_would_not_print_keeps_its_table_of_rows(rows: str) -> None:
    bang = _table(_draft(rows))
    said = [cell for row in bang["hang"] for cell in (row["o"] if isinstance(row, dict) else row)]
    assert [c for c in said if c] == [c for r in rows.split("\n")[1:] for c in r.split("|") if c]


def test_a_project_over_several_merged_rows_is_not_two_projects() -> None:
    rows = "TT|Tên dự án|Đơn vị thực hiện|Kinh phí\n1|Mạng|Sở A|5\n||Sở B|6\n2|Cổng|Sở C|7"
    draft = _draft(rows, spans={(1, 0): (2, 1), (1, 1): (2, 1)})
    assert "du_an" not in draft.data
    assert _table(draft)["hang"][1] == ["1", "Mạng", "Sở B", "6"]
    assert [cot.get("gop_o") for cot in _table(draft)["cot"]] == ["có", "có", None, None]


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Kinh phí (tr.đ)", "triệu đồng"),
        ("Kinh phí (Trđ)", "triệu đồng"),
        ("Kinh phí, tỷ đ", "tỷ đồng"),
        ("Kinh phí (nghìn đ)", "nghìn đồng"),
    ],
)
def test_a_unit_written_short_is_known(head: str, unit: str) -> None:
    draft = _draft(f"TT|Tên dự án|{head}\n1|Mạng|15\n2|Cổng|20", unit="")
    assert draft.data["van_ban"]["don_vi_tien"] == unit
