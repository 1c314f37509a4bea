"""Money of tables that is said in words, in units of its own, or of part of a whole."""

from decimal import Decimal
from typing import Any

import pytest

from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.money.said import is_word
from kehoach_cli.imports.pages.model import Grid, Line, Pages
from kehoach_cli.imports.proof import faults_in
from kehoach_cli.imports.tables.figures import parts_said
from tests.imports.registers import HEAD, draft_with, table_of


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("500 triệu đồng", "500"),
        ("1,2 tỷ đồng", "1.200"),
        ("1.250 tr.đ", "1.250"),
        ("45.000.000đ", "45"),
        ("45.000.000 VNĐ", "45"),
        ("2 tỷ 500 triệu", "2.500"),
        ("1 tỷ, 200 triệu 500 nghìn đồng", "1.200,5"),
        ("7 nghìn đồng.", "0,0070"),
    ],
)
def test_money_that_names_its_unit_is_counted_over_exactly(cell: str, told: str) -> None:
    draft = draft_with(f"{HEAD}\n1|Mạng|{cell}\n2|Cổng|20")
    assert draft.data["du_an"][0]["tong_kinh_phi"] == told
    assert any(remark.text == cell and "đổi đúng" in remark.told for remark in draft.remarks)


@pytest.mark.parametrize("cell", ["500", "khoảng 5 triệu đồng", "5 triệu/năm", "5 cái", "", "đồng"])
def test_a_cell_that_says_more_than_money_is_none(cell: str) -> None:
    assert parts_said(cell) == []


def test_points_and_commas_of_such_cells_are_read_as_the_table_writes_them() -> None:
    draft = draft_with(f"{HEAD}\n1|Mạng|1,250 triệu đồng\n2|Cổng|20,500.5\n|Tổng cộng|21,750.5")
    assert [one["tong_kinh_phi"] for one in draft.data["du_an"]] == ["1.250", "20.500,5"]
    assert "tong_ghi" not in table_of(draft)


@pytest.mark.parametrize(
    ("cells", "unit", "amounts"),
    [
        (("45.000.000 đồng", "5.000.000 đồng"), "đồng", ["45.000.000", "5.000.000"]),
        (("1,5 tỷ đồng", "20 triệu đồng"), "triệu đồng", ["1.500", "20"]),
        (("1,5 tỷ đồng", "20"), "tỷ đồng", ["1,5", "20"]),
    ],
)
def test_a_table_without_a_unit_counts_as_its_cells_say(
    cells: tuple[str, str], unit: str, amounts: list[str]
) -> None:
    draft = draft_with(f"{HEAD}\n1|Mạng|{cells[0]}\n2|Cổng|{cells[1]}", unit="")
    assert draft.data["van_ban"]["don_vi_tien"] == unit
    assert [one["tong_kinh_phi"] for one in draft.data["du_an"]] == amounts
    assert "don_vi_tinh" not in table_of(draft)


def test_a_table_without_a_unit_counts_in_that_of_the_plan() -> None:
    other = f"{HEAD}\n1|Web|1,5 tỷ đồng\n2|Thư|3 tỷ đồng"
    draft = draft_with(f"{HEAD} (triệu đồng)\n1|Mạng|5\n2|Cổng|6", other, unit="")
    assert draft.data["du_an"][2]["tong_kinh_phi"] == "1.500"


@pytest.mark.parametrize(
    "cell",
    ["Lồng ghép", "Theo dự toán được duyệt", "50 - 60", "Không", "> 40", "150 triệu đồng/năm"],
)
def test_words_in_place_of_a_figure_are_kept_and_print_in_their_cell(cell: str) -> None:
    draft = draft_with(f"{HEAD}\n1|Mạng|15\n2|Cổng|{cell}\n|Tổng cộng|15")
    assert draft.data["du_an"][1] == {"ten": "Cổng", "khac": {"kinh_phi": cell}}
    assert table_of(draft)["cot"][2]["gia_tri"] == ["tong_kinh_phi", "khac.kinh_phi"]
    assert any(remark.text == cell and "khac.kinh_phi" in remark.told for remark in draft.remarks)


@pytest.mark.parametrize("cell", ["20*", "1.2OO", "nt", "x", "a" * 81])
def test_a_cell_that_may_be_a_figure_is_no_word(cell: str) -> None:
    assert not is_word(cell)


def test_words_of_two_columns_of_one_name_stay_apart() -> None:
    rows = (
        "TT|Tên dự án|Vốn tỉnh||Vốn xã|\n||2026|2027|2026|2027\n1|A|1|Không|3|4\n2|B|5|6|Chưa có|8"
    )
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (1, 2)}
    first, second = draft_with(rows, spans=spans).data["du_an"]
    assert first["von"] == {"2026": {"von_tinh": "1", "von_xa": "3"}, "2027": {"von_xa": "4"}}
    assert (list(first["khac"]), list(second["khac"])) == (["c_2027"], ["c_2026"])


def test_a_column_of_words_that_is_hardly_of_money_stays_texts() -> None:
    draft = draft_with("TT|Tên dự án|Kinh phí|Nguồn kinh phí\n1|A|5|NSTW\n2|B|6|500")
    assert [one["nguon_von"] for one in draft.data["du_an"]] == ["NSTW", "500"]


def test_measures_over_the_same_years_stay_apart() -> None:
    rows = "TT|Tên dự án|Nhu cầu||Kế hoạch|\n||2026|2027|2026|2027\n1|A|10|20|1|2\n2|B|30|40|3|4"
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (1, 2)}
    first = draft_with(rows, spans=spans).data["du_an"][0]
    assert first["kinh_phi"] == {"nhu_cau": {"2026": "10", "2027": "20"}}
    assert first["von"] == {"2026": "1", "2027": "2"}


def test_sources_of_the_whole_cost_are_no_sum_beside_one_year() -> None:
    head = "TT|Tên dự án|TMĐT|Trong đó: NSTW|Kế hoạch 2026"
    draft = draft_with(f"{head}\n1|A|90|60|30\n2|B|40|40|10")
    assert draft.data["du_an"][0]["kinh_phi"] == {"tong_muc": {"nstw": "60"}}
    assert draft.data["du_an"][0]["von"] == {"2026": "30"}


def test_sources_that_the_years_make_up_are_another_split() -> None:
    draft = draft_with("TT|Tên dự án|NSTW|NSĐP|Năm 2026|Năm 2027\n1|A|6|4|3|7\n2|B|1|1|2|")
    assert draft.data["du_an"][0]["von"] == {"nstw": "6", "nsdp": "4", "2026": "3", "2027": "7"}


def test_money_already_given_is_no_source_of_money() -> None:
    head = "TT|Tên dự án|Lũy kế vốn đã bố trí|Kế hoạch 2026|Đã giải ngân"
    first = draft_with(f"{head}\n1|A|9|3|4\n2|B|4|1|2").data["du_an"][0]
    assert first["von"] == {"2026": "3"}
    assert sorted(first["kinh_phi"]) == ["da_giai_ngan", "luy_ke_von_da_bo_tri"]


def test_phases_by_number_are_periods() -> None:
    head = "TT|Tên dự án|Giai đoạn 1 (2026-2027)|Giai đoạn 2 (2028-2030)"
    first = draft_with(f"{head}\n1|A|9|3\n2|B|4|1").data["du_an"][0]
    assert first["von"] == {"2026-2027": "9", "2028-2030": "3"}


@pytest.mark.parametrize(
    "rows",
    [
        "TT|Tên dự án|Nguồn vốn|Năm 2026\n1|A|NSTW|5\n||DN|3\n2|B|DN|7",
        "TT|Tên dự án|Nguồn vốn|Năm 2026\n1|A|NSTW|5\n||Doanh nghiệp viễn thông|3\n2|B|DN|7",
    ],
)
def test_any_name_in_a_column_of_sources_is_one(rows: str) -> None:
    first = draft_with(rows).data["du_an"][0]
    amounts = [Decimal(part["von"]["2026"][key]) for part in first["hang_con"]
               for key in part["von"]["2026"]]  # fmt: skip
    assert amounts == [Decimal(3)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Triệu đồng", "HEAD"),
        ("(Tỷ đồng)", "HEAD"),
        ("A. DỰ ÁN (nghìn đồng)", "HEAD"),
        ("Đơn vị: tỷ đồng", "Năm 2026", "HEAD"),
        ("Unit: million VND / Đơn vị: triệu đồng", "HEAD"),
        ("HEAD", "Đơn vị tính: đồng"),
    ],
)
def test_the_unit_may_stand_in_odd_places(lines: tuple[str, ...]) -> None:
    rows = [["TT", "Tên dự án", "Kinh phí"], ["1", "A", "5"], ["2", "B", "6"]]
    blocks: list[Any] = [Line("PHỤ LỤC", "p"), Line("DANH MỤC", "p")]
    blocks += [Grid(rows, "b") if line == "HEAD" else Line(line, "l") for line in lines]
    draft: Any = drafted(Pages(blocks))
    said = next(line for line in lines if "đồng" in line.lower())
    assert draft.data["van_ban"]["don_vi_tien"] in said.lower()
    assert faults_in(draft) == []


def test_the_unit_may_stand_beside_the_name_of_the_total() -> None:
    draft = draft_with(f"{HEAD}\n1|A|5\n2|B|6\n|Tổng cộng (tỷ đồng)|11", unit="")
    assert draft.data["van_ban"]["don_vi_tien"] == "tỷ đồng"


def test_a_line_of_an_agency_is_no_unit() -> None:
    rows = [["TT", "Tên dự án", "Kinh phí"], ["1", "A", "5"], ["2", "B", "6"]]
    lines = ("PHỤ LỤC", "DANH MỤC", "Đơn vị: Sở Tài chính", "Đơn vị: Triệu đồng")
    draft: Any = drafted(Pages([*(Line(text, "l") for text in lines), Grid(rows, "b")]))
    assert draft.data["van_ban"]["don_vi_tien"] == "triệu đồng"
    assert "Sở Tài chính" in draft.text
