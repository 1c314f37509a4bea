"""Tables of departments, in the shapes that they have, as the register takes them in."""

from typing import Any

import pytest

from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.pages.model import Grid, Line, Pages, Spans
from kehoach_cli.imports.proof import faults_in
from tests.imports.registers import HEAD, PLAN, draft_with, table_of


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
    draft = draft_with(f"{HEAD}\n{rows}")
    assert table_of(draft)["nguon"] == "du_an"
    assert len(draft.data["du_an"]) == count
    assert "tong_ghi" not in table_of(draft)


def test_a_row_of_column_numbers_prints_again() -> None:
    bang = table_of(draft_with(f"{HEAD}\n(1)|(2)|(3)\n1|Mạng|15\n2|Cổng|20"))
    assert bang["danh_so_cot"] == "có"
    assert [cot["so_cot"] for cot in bang["cot"]] == ["(1)", "(2)", "(3)"]


def test_a_name_after_the_total_is_no_group() -> None:
    rows = "1|Mạng|15\n2|Cổng|20\n|Tổng cộng|35\nGhi chú thêm||"
    assert "hang" in table_of(draft_with(f"{HEAD}\n{rows}"))


def test_years_across_are_years_of_money() -> None:
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}
    rows = "TT|Tên dự án|Phân kỳ|\n||2024|2025\n1|Mạng|1|2\n2|Cổng|3|4\n|Cộng|4|6"
    draft = draft_with(rows, spans=spans)
    assert draft.data["du_an"][0]["von"] == {"2024": "1", "2025": "2"}


def test_short_names_of_sources_are_sources_of_their_year() -> None:
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 3)}
    rows = "TT|Tên dự án|Năm 2024||\n||Tổng số|NSTW|NSĐP\n1|Mạng|3|1|2\n2|Cổng|7|3|4"
    draft = draft_with(rows, spans=spans)
    assert draft.data["nguon_von"] == {"nstw": "NSTW", "nsdp": "NSĐP"}
    assert draft.data["du_an"][1]["von"] == {"2024": {"nstw": "3", "nsdp": "4"}}


def test_tasks_without_money_go_into_the_register() -> None:
    rows = "TT|Nhiệm vụ|Chủ trì|Thời gian\n1|Ban hành quy chế|Sở A|Quý I\n2|Mở lớp|Sở B|Quý II"
    draft = draft_with(rows, unit="")
    assert [item["chu_tri"] for item in draft.data["du_an"]] == ["Sở A", "Sở B"]


TARGETS = "TT|Chỉ tiêu|ĐVT|Hiện trạng 2023|Năm 2024\n1|Hồ sơ|%|50|60\n2|Xã có mạng|xã|10|12"


def test_targets_with_unit_and_years_become_targets() -> None:
    draft = draft_with(TARGETS, unit="")
    assert table_of(draft)["nguon"] == "chi_tieu"
    first = {"ten": "Hồ sơ", "don_vi_tinh": "%", "hien_trang": "50", "gia_tri": {"2024": "60"}}
    assert draft.data["chi_tieu"][0] == first


def test_targets_stand_as_they_did() -> None:
    grid = Grid(
        [row.split("|") for row in TARGETS.split("\n")], "b", aligned={1: "giữa", 2: "giữa"}
    )
    lines = [Line(text, str(at)) for at, text in enumerate(PLAN)]
    draft: Any = drafted(Pages([*lines, Line("PHỤ LỤC I", "p"), Line("CHỈ TIÊU", "p"), grid]))
    columns = draft.data["phu_luc"][0]["bang"]["cot"]
    assert [cot.get("can_le") for cot in columns] == [None, "giữa", None, None, None]


def test_targets_in_groups_keep_them_and_their_codes() -> None:
    rows = TARGETS.replace("1|Hồ", "I|Hạ tầng|||\n1|Hồ").replace("2|Xã", "II|Xã|||\n2|Xã")
    draft = draft_with(rows, TARGETS, unit="")
    bang = table_of(draft)
    assert (bang["nhom_theo"], bang["stt"]) == ("nhom", "liên tục")
    assert bang["chon"] == ["ho-so", "xa-co-mang"]
    assert table_of(draft, 1)["chon"] == ["ho-so-2", "xa-co-mang-2"]


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
    assert "chi_tieu" not in draft_with(rows, unit="").data


def test_targets_may_have_results_of_several_years_and_columns_of_their_own() -> None:
    spans = {(0, at): (2, 1) for at in (0, 1, 2, 7, 8)} | {(0, 3): (1, 2), (0, 5): (1, 2)}
    rows = (
        "TT|Nội dung chỉ tiêu|Đơn vị|Kết quả đạt được||Phấn đấu||Phối hợp|Căn cứ\n"
        "|||Năm 2023|Ước năm 2024|2025|Giai đoạn 2026-2030||\n"
        "1|Hồ sơ|%|50|60|80|100|Sở A|QĐ 749\n2|Xã có mạng|xã|10|12|14|20|nt|"
    )
    first, second = draft_with(rows, unit="", spans=spans).data["chi_tieu"]
    assert first["gia_tri"] == {"2023": "50", "2025": "80", "2026-2030": "100"}
    assert (first["hien_trang"], first["don_vi_tinh"]) == ("60", "%")
    assert (first["phoi_hop"], first["khac"]) == ("Sở A", {"can_cu": "QĐ 749"})
    assert (second["phoi_hop"], second["hien_trang"]) == ("Sở A", "12")


@pytest.mark.parametrize(
    ("rows", "title", "value"),
    [
        ("TT|Nội dung|ĐVT|Thực hiện 2023|Kế hoạch thực hiện 2024", "CHỈ TIÊU", {"2024": "60"}),
        ("TT|Chỉ tiêu|ĐVT|Hiện trạng|Kế hoạch", "CHỈ TIÊU NĂM 2024", {"2024": "60"}),
        ("TT|Chỉ tiêu|ĐVT|Ghi chú|Năm 2024", "X", {"2024": "60"}),
    ],
)
def test_the_years_of_targets_may_stand_in_heads_or_above(
    rows: str, title: str, value: dict[str, str]
) -> None:
    grid = Grid(
        [row.split("|") for row in f"{rows}\n1|Hồ sơ|%|50|60\n2|Mạng|xã|1|2".split("\n")], "b"
    )
    lines = [Line(text, str(at)) for at, text in enumerate(PLAN)]
    draft: Any = drafted(Pages([*lines, Line("PHỤ LỤC I", "p"), Line(title, "p"), grid]))
    assert faults_in(draft) == []
    assert draft.data["chi_tieu"][0]["gia_tri"] == value


def test_targets_whose_column_stays_blank_print_it_blank() -> None:
    draft = draft_with(
        TARGETS.replace("\n", "|Ghi chú\n", 1).replace("60\n", "60|\n") + "|", unit=""
    )
    assert table_of(draft)["cot"][-1] == {"ten": "Ghi chú"}


def test_figures_of_years_in_money_are_no_targets() -> None:
    rows = "TT|Nội dung chỉ tiêu|Năm 2024|Năm 2025\n1|Mạng|1|2\n2|Cổng|3|4"
    assert "chi_tieu" not in draft_with(rows).data


OTHER = "TT|Tên dự án|Năm 2024"


def test_one_project_in_two_annexes_is_one_with_both_figures() -> None:
    draft = draft_with(f"{HEAD}\n1|Mạng|15\n2|Thư|20", f"{OTHER}\n1|Mạng|5\n2|Thư|6")
    assert [item["ma"] for item in draft.data["du_an"]] == ["mang", "thu"]
    assert draft.data["du_an"][0]["tong_kinh_phi"] == "15"
    assert draft.data["du_an"][0]["von"] == {"2024": "5"}
    assert table_of(draft, 1)["chon"] == ["mang", "thu"]


@pytest.mark.parametrize("second", [f"{HEAD}\n1|Mạng|16\n2|Thư|20", f"{OTHER}\n1|Mạng|\n2|Thư|6"])
def test_what_differs_stays_two_and_is_told(second: str) -> None:
    first = f"{HEAD}\n1|Mạng|15\n2|Thư|20" if "16" in second else second.replace("|\n", "|7\n")
    draft = draft_with(first, second)
    assert table_of(draft, 1)["chon"][0] == "mang-2"
    assert any("cùng tên" in remark.told for remark in draft.remarks)


def test_rows_of_one_table_are_never_one_project() -> None:
    twice = f"{HEAD}\n1|Mạng|15\n2|Mạng|15"
    draft = draft_with(twice, twice)
    assert [item["ma"] for item in draft.data["du_an"]] == ["mang", "mang-2"]
    assert table_of(draft, 1)["chon"] == ["mang", "mang-2"]


def test_parts_of_projects_keep_them_apart() -> None:
    rows = f"{HEAD}\n1|Mạng|15\na)|Máy chủ|10\n2|Thư|20"
    assert len(draft_with(rows, rows).data["du_an"]) == 3


def test_groups_of_the_same_names_are_the_same_groups() -> None:
    rows = "I|Hạ tầng|\n1|Mạng|15\n2|Thư|20\n|Cộng|35"
    draft = draft_with(f"{HEAD}\n{rows}", f"{HEAD}\n{rows}")
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
        f"{HEAD}|Số lượng\n1|Mạng|15|3\n2|Cổng|20|4\n|Tổng cộng|36|7",
        f"{HEAD}|Ghi chú\n|Cộng|35|a\n1|Mạng|15|\n2|Cổng|20|\n|Tổng cộng|35|Tạm tính",
        f"{HEAD}\n1|Mạng|15\n2|Cổng|20\n|Tổng cộng|35*",
        f"{HEAD}|Vốn\nI|Hạ tầng|35*|5\n1|Mạng|15|2\n2|Cổng|20|3",
        f"{HEAD}\n1|Mạng|15*\n2|Cổng|20\n3|Thư|2\n4|Web|2\n5|Báo|2\n|Tổng cộng|41",
        f"{HEAD}\n1|Mạng|15\n2|Cổng|nt\n3|Thư|2\n4|Web|2\n5|Báo|2\n|Tổng cộng|36",
    ],
)
def test_what_a_register_would_not_print_keeps_its_table_of_rows(rows: str) -> None:
    bang = table_of(draft_with(rows))
    said = [cell for row in bang["hang"] for cell in (row["o"] if isinstance(row, dict) else row)]
    assert [c for c in said if c] == [c for r in rows.split("\n")[1:] for c in r.split("|") if c]


MERGED: Spans = {(1, 0): (2, 1), (1, 1): (2, 1)}


def test_a_project_over_several_merged_rows_is_one_with_lines_of_money() -> None:
    rows = "TT|Tên dự án|Đơn vị thực hiện|Kinh phí\n1|Mạng|Sở A|5\n||Sở B|6\n2|Cổng|Sở C|7"
    draft = draft_with(f"{rows}\n|Cộng||18", spans=MERGED)
    first, second = draft.data["du_an"]
    assert first["hang_con"] == [
        {"ten": "Mạng", "chu_tri": "Sở B", "tong_kinh_phi": "6", "tinh_vao_tong": "có"}
    ]
    assert second["ten"] == "Cổng"
    assert [cot.get("gop_o") for cot in table_of(draft)["cot"]] == ["có", "có", None, None]
    assert "tong_ghi" not in table_of(draft)


SOURCES = "TT|Tên dự án|Nguồn vốn|Vốn năm 2026"


@pytest.mark.parametrize("spans", [None, MERGED])
def test_each_source_of_a_project_has_its_money(spans: Spans | None) -> None:
    rows = f"{SOURCES}\n1|Mạng|NSTW|5\n||Vốn khác|6\n2|Cổng|NSTW|7\n|Cộng||18"
    draft = draft_with(rows, spans=spans)
    assert draft.data["nguon_von"] == {"nstw": "NSTW", "von_khac": "Vốn khác"}
    assert draft.data["du_an"][0]["von"] == {"2026": {"nstw": "5"}}
    assert draft.data["du_an"][0]["hang_con"][0]["von"] == {"2026": {"von_khac": "6"}}
    assert "tong_ghi" not in table_of(draft)


def test_a_first_line_of_all_sources_is_split_by_those_below() -> None:
    rows = f"{SOURCES}\n1|Mạng|Tổng số|11\n||NSTW|5\n||NSĐP|6\n2|Cổng|NSTW|7\n|Cộng||18"
    draft = draft_with(rows)
    first = draft.data["du_an"][0]
    assert first["von"] == {"2026": {"nstw": "5", "nsdp": "6"}}
    assert "tinh_vao_tong" not in first["hang_con"][0]
    assert "tong_ghi" not in table_of(draft)


def test_lines_of_sources_and_years_split_the_money_above_them() -> None:
    rows = (
        "1|Mạng|11\n|Trong đó:|\n|- NSTW|5\n|- Ngân sách tỉnh|6\n"
        "2|Cổng|9\n|Năm 2026|4\n|Năm 2027|5\n|Tổng cộng|20"
    )
    one, two = draft_with(f"{HEAD}\n{rows}").data["du_an"]
    assert (one["tong_kinh_phi"], one["von"]) == ("11", {"nstw": "5", "ngan_sach_tinh": "6"})
    assert (two["tong_kinh_phi"], two["von"]) == ("9", {"2026": "4", "2027": "5"})
    assert [part["ten"] for part in one["hang_con"]] == ["Trong đó:", "- NSTW", "- Ngân sách tỉnh"]


def test_lines_below_a_project_without_money_hold_it() -> None:
    first = draft_with(f"{OTHER}\n1|Mạng|\n|NSTW|5\n|NSĐP|6\n2|Cổng|7\n|Cộng|18").data["du_an"][0]
    assert "von" not in first
    assert [part["von"] for part in first["hang_con"]] == [
        {"2024": {"nstw": "5"}}, {"2024": {"nsdp": "6"}}
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        "|- NSTW|5\n|- Máy chủ của tỉnh|6",
        "|- NSTW|5\n|- NSTW|6",
        "|- NSTW|5\n|- NSĐP|5",
        "|- NSTW 2026|5\n|- NSĐP|6",
    ],
)
def test_lines_that_are_not_all_sources_and_the_whole_are_only_parts(lines: str) -> None:
    first = draft_with(f"{HEAD}\n1|Mạng|11\n{lines}\n2|Cổng|9\n|Cộng|20").data["du_an"][0]
    assert "von" not in first
    assert len(first["hang_con"]) == 2


@pytest.mark.parametrize("sign", ["nt", "-nt-", "Như trên", "″", '"', "''", "- ” -"])
def test_cells_that_say_as_above_are_as_above_and_told_of(sign: str) -> None:
    rows = (
        f"TT|Nhiệm vụ|Chủ trì|Thời gian\n1|Họp|Sở A|Quý I\n2|Mở lớp|{sign}|Quý II\n3|Thi|nt|{sign}"
    )
    draft = draft_with(rows, unit="")
    assert [item["chu_tri"] for item in draft.data["du_an"]] == ["Sở A"] * 3
    assert [item["thoi_gian"] for item in draft.data["du_an"]] == ["Quý I", "Quý II", "Quý II"]
    assert any(remark.text == "nt" and "3 ô" in remark.told for remark in draft.remarks)


def test_what_is_above_everything_stays() -> None:
    rows = "TT|Nhiệm vụ|Chủ trì|Thời gian\n1|Họp|nt|Quý I\n2|Mở lớp|-|Quý II"
    assert [item["chu_tri"] for item in draft_with(rows, unit="").data["du_an"]] == ["nt", "-"]


def test_numbers_in_names_get_a_column_of_their_own() -> None:
    rows = "I. Hạ tầng|35\n1. Mạng|15\n2) Cổng|20\nII. Ứng dụng|7\n1. Thư|7\nTổng cộng|42"
    draft = draft_with(f"Tên dự án|Kinh phí\n{rows}")
    assert [item["ten"] for item in draft.data["du_an"]] == ["Mạng", "Cổng", "Thư"]
    assert list(draft.data["phan_nhom"]["nhom"].values()) == ["Hạ tầng", "Ứng dụng"]
    assert [cot["ten"] for cot in table_of(draft)["cot"]] == ["TT", "Tên dự án", "Kinh phí"]


def test_heads_over_two_rows_keep_their_columns_beside_numbers_from_names() -> None:
    spans = {(0, 0): (2, 1), (0, 1): (1, 2)}
    rows = "Tên dự án|Năm 2026|\n|NSTW|NSĐP\n1. Mạng|1|2\n2. Cổng|3|4"
    draft = draft_with(rows, spans=spans)
    assert draft.data["du_an"][1]["von"] == {"2026": {"nstw": "3", "nsdp": "4"}}


@pytest.mark.parametrize("rows", ["1. Mạng|15\nCổng|20", "2. Mạng|15\n3. Cổng|20", "2 Mạng|1\n3|2"])
def test_names_that_are_not_all_numbered_stay_whole(rows: str) -> None:
    draft = draft_with(f"Tên dự án|Kinh phí\n{rows}")
    assert draft.data["du_an"][0]["ten"] == rows.partition("|")[0]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("I|Mới|35\n1|Mạng|15\nA|Hạ tầng|35\n2|Cổng|20", "nhóm trong nhóm"),
        ("I|Mới|35\n1|Mạng|15\n2|Cổng|20\nII|Sau|0", "nhóm không có dự án nào"),
        ("1|Mạng|15\n2|Cổng|20\n|Tổng cộng|35*", "không phải số"),
        ("1|Mạng|15\n2|Cổng|20*\n3|A|1\n4|B|1\n5|C|1\n6|D|1", "không phải số"),
        ("1|Mạng|15\n2|Cổng|20\n??|Khác|7", "không rõ"),
    ],
)
def test_why_a_table_of_projects_stays_as_it_is_is_told(rows: str, told: str) -> None:
    draft = draft_with(f"{HEAD}\n{rows}")
    assert "hang" in table_of(draft)
    assert any(told in remark.told for remark in draft.remarks)


def test_a_table_in_another_unit_is_told_of() -> None:
    other = f"{HEAD} (tỷ đồng)\n1|Web|15\n2|Thư|20"
    draft = draft_with(f"{HEAD} (triệu đồng)\n1|Mạng|15\n2|Cổng|20", other, unit="")
    assert "hang" in table_of(draft, 1)
    assert any(remark.text == "Đơn vị tính: tỷ đồng" for remark in draft.remarks)


def test_codes_of_their_own_are_codes_of_the_plan() -> None:
    head = "Mã dự án|Tên dự án|Kinh phí"
    draft = draft_with(f"{head}\nYT-01|Mạng|15\nYT-02|Cổng|20", f"{head}\nYT-01|Thư|1\nX-1|Web|2")
    assert [item["ma"] for item in draft.data["du_an"]] == ["YT-01", "YT-02", "thu", "X-1"]
    other = draft_with(f"{head}\n7.1|Mạng|15\n7.2|Cổng|20")
    assert other.data["du_an"][0]["khac"] == {"ma": "7.1"}


def test_the_surest_column_of_names_is_the_name() -> None:
    rows = "Nhóm dự án|Tên dự án|Đơn vị thực hiện|Kinh phí\nB|Mạng|Sở A|15\nC|Cổng|Sở B|20"
    first = draft_with(rows).data["du_an"][0]
    assert (first["ten"], first["khac"], first["chu_tri"]) == ("Mạng", {"nhom_du_an": "B"}, "Sở A")


def test_a_decision_is_known_by_the_heading_above_its_number() -> None:
    spans = {(0, 0): (2, 1), (0, 1): (1, 2)}
    rows = "Tên dự án|Quyết định đầu tư|\n|Số, ngày|TMĐT\nMạng|12/QĐ|1\nCổng|13/QĐ|3"
    first = draft_with(rows, spans=spans).data["du_an"][0]
    assert (first["quyet_dinh_dau_tu"], first["tong_kinh_phi"]) == ("12/QĐ", "1")


def test_columns_that_totals_add_beside_money_are_money() -> None:
    head = "TT|Dự án|Kinh phí|Kế hoạch 2026|Quý I|Còn nợ"
    first = draft_with(f"{head}\n1|Mạng|15|9|3|6\n2|Cổng|20|9|4|11\n|Cộng|35|18|7|17").data[
        "du_an"
    ][0]
    assert first["von"] == {"2026": "9"}
    assert first["kinh_phi"] == {"quy_i": {"tong": "3"}, "con_no": {"tong": "6"}}


def test_a_column_of_years_that_holds_words_is_told_of() -> None:
    rows = "TT|Tên dự án|Kinh phí|Năm 2014\n1|Mạng|15|x\n2|Cổng|20|7"
    draft = draft_with(rows)
    assert draft.data["du_an"][0]["khac"] == {"nam_2014": "x"}
    assert any("Năm 2014" in remark.told and remark.text == "x" for remark in draft.remarks)


def test_the_years_nearest_to_a_column_are_its_years() -> None:
    spans = {(0, 0): (3, 1), (0, 1): (3, 1), (0, 2): (1, 3), (1, 2): (2, 1), (1, 3): (1, 2)}
    rows = (
        "S TT|Dự án|Vốn giai đoạn 2026-2030||\n||NSTW|Trong đó năm 2026|\n|||NSTW|NSĐP\n"
        "1|Mạng|9|3|1\n2|Cổng|8|2|1"
    )
    first = draft_with(rows, spans=spans).data["du_an"][0]
    assert first["von"] == {"2026-2030": {"nstw": "9"}, "2026": {"nstw": "3", "nsdp": "1"}}


def test_a_heading_over_two_columns_without_names_stands_over_both() -> None:
    rows = "Nhiệm vụ||Kinh phí\n1|Mạng|5\n2|Cổng|6"
    draft = draft_with(rows, spans={(0, 0): (1, 2)})
    first = table_of(draft)["cot"][0]
    assert first["ten"] == "Nhiệm vụ"
    assert len(first["cot"]) == 2
    assert [item["ten"] for item in draft.data["du_an"]] == ["Mạng", "Cổng"]


def test_money_of_one_column_alone_is_the_whole() -> None:
    draft = draft_with("TT|Tên dự án|Giá gói thầu\n1|Mạng|15\n2|Cổng|20\n|Tổng|35")
    assert [item["tong_kinh_phi"] for item in draft.data["du_an"]] == ["15", "20"]


@pytest.mark.parametrize("mark", ["-", "+", ""])
def test_rows_that_none_numbers_are_projects_of_their_groups(mark: str) -> None:
    rows = f"I|Một|\n{mark}|Mạng|15\n{mark}|Cổng|20\nII|Hai|\n{mark}|Web|5\n|Tổng|40"
    draft = draft_with(f"{HEAD}\n{rows}")
    assert [item["ten"] for item in draft.data["du_an"]] == ["Mạng", "Cổng", "Web"]
    assert "tong_ghi" not in table_of(draft)


def test_headings_of_one_word_are_known() -> None:
    rows = "TT|Nhiệm vụ|Chủ trì|Nguồn|Hoàn thành|Số tiền\n1|Họp|Sở A|NST|Quý I|5\n2|Thi|B|NST|C|6"
    first = draft_with(rows).data["du_an"][0]
    assert (first["nguon_von"], first["thoi_gian"], first["tong_kinh_phi"]) == ("NST", "Quý I", "5")


def test_tasks_without_money_need_no_unit() -> None:
    rows = "TT|Nhiệm vụ|Chủ trì|Thời gian\n1|Họp|Sở A|Quý I\n2|Mở lớp|Sở B|Quý II"
    assert not any("đơn vị tính" in remark.text for remark in draft_with(rows, unit="").remarks)


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Kinh phí (tr.đ)", "triệu đồng"),
        ("Kinh phí (Trđ)", "triệu đồng"),
        ("Kinh phí, tỷ đ", "tỷ đồng"),
        ("Kinh phí (nghìn đ)", "nghìn đồng"),
        ("Kinh phí (1.000 đồng)", "nghìn đồng"),
        ("Kinh phí (ĐVT: 1000đ)", "nghìn đồng"),
        ("Kinh phí (1.000.000 đ)", "triệu đồng"),
        ("Kinh phí (đồng)", "đồng"),
    ],
)
def test_a_unit_written_short_is_known(head: str, unit: str) -> None:
    draft = draft_with(f"TT|Tên dự án|{head}\n1|Mạng|15\n2|Cổng|20", unit="")
    assert draft.data["van_ban"]["don_vi_tien"] == unit
