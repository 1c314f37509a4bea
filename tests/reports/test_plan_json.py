"""A plan as JSON: the shape is a promise to programs."""

import json
from decimal import Decimal
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.texts import Texts
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.reports.json_values import plain
from kehoach_cli.reports.plan_json import plan_json
from kehoach_cli.source.text import read_source
from kehoach_cli.vietnamese.numbers import spell_decimal
from kehoach_cli.vietnamese.units import MoneyUnit
from tests.pages.plans import PLANS
from tests.pictures import SAMPLES, reading


def text(plan: str) -> str:
    """The JSON of a plan's text."""
    reading = read_plan(read_source("a.yaml", dedent(plan).encode("utf-8")))
    assert reading.plan is not None
    return plan_json(reading.plan, reading.unit)


def data(plan: str) -> Any:
    return json.loads(text(plan))


REGISTER = """
nguon_von: {tinh: Vốn tỉnh, tw: Vốn TW}
phan_nhom: {nhom: {ha_tang: Hạ tầng, ung_dung: Ứng dụng}}
du_an:
- {ma: lan, ten: Mạng LAN, nhom: ha_tang, tong_kinh_phi: 3.900,
   von: {2014: {tinh: 2.179, tw: "0,5"}}, kinh_phi: {nhu_cau: {2015: 7}}}
- {ten: Cổng, nhom: ung_dung, von: {2014: {tinh: 26.162}, 2015: {tinh: 10}},
   hang_con: [{ten: Máy chủ}]}
- {ten: Khác, von: {2014: {tw: 1}}}
"""
TABLE = """
phu_luc:
- ten: Danh mục {{ so_du_an }} dự án
  kho_giay: ngang
  bang:
    nguon: du_an
    nhom_theo: nhom
    cot:
    - {ten: Stt, gia_tri: stt}
    - {ten: Tên, gia_tri: ten}
    - {ten: Kinh phí, cot: [{ten: Năm 2014, gia_tri: von.2014.tong}]}
"""


def test_a_picture_has_its_name_and_size() -> None:
    found = reading("noi_dung: [{muc: A, hinh: {tep: hinh/so-do.png, ten: B, rong: 60}}]", SAMPLES)
    assert found.plan is not None
    (muc,) = json.loads(plan_json(found.plan, found.unit))["noi_dung"]
    shown = {"tep": "hinh/so-do.png", "ten": "B", "rong": "60", "cao": "30"}
    assert muc["than_bai"] == [{"hinh": shown}]


def test_the_table_of_contents_is_a_list() -> None:
    found = data(
        "muc_luc: 2\nvan_ban: {danh_so: I/1/a)}\n"
        "noi_dung: [{muc: A, muc_con: [{muc: B, muc_con: [{muc: C}]}, D]}]\nphu_luc: [{ten: P}]"
    )
    assert found["muc_luc"] == [
        {"bac": 1, "so": "I.", "ten": "A"},
        {"bac": 2, "so": "1.", "ten": "B"},
        {"bac": 1, "so": "Phụ lục", "ten": "P"},
    ]
    assert data("muc_luc: không\nnoi_dung: [A]")["muc_luc"] == []
    inside = "quyet_dinh: {dieu: [{doan_van: B, chen: kế hoạch}]}"
    assert data(f"muc_luc: có\nnoi_dung: [{{muc: A}}]\n{inside}")["muc_luc"] == []


def test_the_keys_come_in_the_order_of_the_plan_file() -> None:
    found = data("du_an: [{ten: A}]\nmau: a\nvan_ban: {trich_yeu: B}\nnoi_dung: [C]")
    assert list(found) == [
        *("dinh_dang", "don_vi_tien", "mau", "van_ban", "noi_dung", "du_an", "tong")
    ]
    assert (found["dinh_dang"], found["don_vi_tien"]) == (1, "triệu đồng")


def test_what_the_header_prints_is_worked_out() -> None:
    found = data(
        """
        van_ban:
          co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang
          so_van_ban: 9
          ngay_ban_hanh: 01/11/2013
          thoi_ky: 2016-2020
          danh_so: A/I/1
          nguoi_ky: {chuc_vu: Chủ tịch, quyen: có}
        """
    )["van_ban"]
    assert found == {
        "so_ky_hieu": "09/KH-UBND",
        "ten_loai": "Kế hoạch",
        "ky_hieu": "KH-UBND",
        "dia_danh": "Tiền Giang",
        "co_quan_ban_hanh": "Ủy ban nhân dân tỉnh Tiền Giang",
        "so_van_ban": found["so_van_ban"],
        "ngay_ban_hanh": "2013-11-01",
        "thoi_ky": {"tu": 2016, "den": 2020},
        "danh_so": "A/I/1",
        "nguoi_ky": {"chuc_vu": "Chủ tịch", "quyen": True},
    }


@pytest.mark.parametrize(
    ("typed", "iso"), [("tháng 10 năm 2016", "2016-10"), ("năm 2016", "2016"), ("", None)]
)
def test_a_date_is_as_exact_as_it_is_known(typed: str, iso: str | None) -> None:
    assert data(f"van_ban: {{ngay_ban_hanh: {typed}}}")["van_ban"].get("ngay_ban_hanh") == iso


def test_a_basis_is_taken_apart() -> None:
    found = data(
        "can_cu: ['Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về ứng dụng CNTT;']"
    )
    assert found["can_cu"] == [
        {
            "van_ban": "Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về ứng dụng CNTT",
            "loai": "Nghị định",
            "ten": None,
            "so_ky_hieu": "64/2007/NĐ-CP",
            "ngay_ban_hanh": "2007-04-10",
            "co_quan": "Chính phủ",
            "trich_yeu": "về ứng dụng CNTT",
        }
    ]


def test_a_decision_has_its_own_number() -> None:
    found = data("quyet_dinh: {so_van_ban: 605, dieu: [A], can_cu: [Luật A năm 2006]}")
    decision = found["quyet_dinh"]
    assert decision["so_ky_hieu"] == "605/QĐ-UBND"
    assert decision["dieu"] == [{"so": "Điều 1.", "doan_van": "A"}]
    assert decision["can_cu"][0]["ngay_ban_hanh"] == "2006"


def test_texts_are_plain_words_with_their_footnotes_apart() -> None:
    found = data(
        """
chi_tieu: [{ten: "**Máy**^[Dell]"}]
noi_dung:
- muc: M
  doan_van: "Có **18** sở^[Trừ *Công an*.].\\n2 * 3"
  bang: {ten: "Bảng *A*", cot: [{ten: "**B**"}], hang: [["*c*^[d]"]], ghi_chu: "**g**"}
"""
    )
    prose, table = found["noi_dung"][0]["than_bai"]
    assert prose == {"doan_van": ["Có 18 sở.", "2 * 3"], "chu_thich": ["Trừ Công an."]}
    shown = table["bang"]
    assert (shown["ten"], shown["ghi_chu"]) == ("Bảng A", ["g"])
    assert shown["cot"][0]["tieu_de"] == ["B"]
    assert shown["hang"][0]["o"] == ["c (d)"]
    assert found["chi_tieu"] == [{"ten": "Máy (Dell)"}]


def test_recipients_that_share_a_role_are_entries_of_their_own() -> None:
    found = data("van_ban: {noi_nhan: [{ten: [A, B], vai_tro: báo cáo}, C, {vai_tro: d}]}")
    assert found["van_ban"]["noi_nhan"] == [
        {"ten": "A", "vai_tro": "báo cáo"},
        {"ten": "B", "vai_tro": "báo cáo"},
        {"ten": "C"},
        {"vai_tro": "d"},
    ]


def test_sections_have_their_numbers_and_their_texts_filled_in() -> None:
    found = data(
        REGISTER
        + """
noi_dung:
- muc: Kinh phí
  vai_tro: kinh_phi
  doan_van: |
    Năm 2014: {{ tong.nam_2014 | tien }}.
    - Gạch \\
    đầu dòng
  chen: can_cu
  muc_con: [{muc: Nguồn, muc_con: [a, {muc: b, muc_con: [c]}]}]
"""
    )
    (section,) = found["noi_dung"]
    assert (section["so"], section["vai_tro"]) == ("I.", "kinh_phi")
    assert section["than_bai"] == [
        {"doan_van": ["Năm 2014: 28.342,5 triệu đồng.", "- Gạch\nđầu dòng"]},
        {"chen": {"nguon": "can_cu"}},
    ]
    (part,) = section["muc_con"]
    assert [part["so"], *(point["so"] for point in part["muc_con"])] == ["1.", "a)", "b)"]
    assert part["muc_con"][1]["muc_con"][0]["so"] == ""
    assert section["sau_muc_con"] == []


def test_what_stands_behind_sub_sections_is_apart_from_what_stands_before_them() -> None:
    (section,) = data("noi_dung: [{muc: A, doan_van: B, muc_con: [C], chen: can_cu}]")["noi_dung"]
    assert section["than_bai"] == [{"doan_van": ["B"]}]
    assert section["sau_muc_con"] == [{"chen": {"nguon": "can_cu"}}]


def test_a_table_has_its_headings_its_rows_and_its_sums() -> None:
    (appendix,) = data(REGISTER + TABLE)["phu_luc"]
    assert [appendix[key] for key in ("so", "ten", "kho_giay")] == [
        *("Phụ lục", "Danh mục 3 dự án", "ngang")
    ]
    table = appendix["than_bai"][0]["bang"]
    assert table["don_vi_tinh"] == "triệu đồng"
    assert table["cot"][2] == {
        "tieu_de": ["Kinh phí", "Năm 2014"],
        "gia_tri": ["von.2014.tong"],
        "la_tien": True,
    }
    rows = [(row["loai"], row["so"], row["ten"], row["o"]) for row in table["hang"]]
    assert rows[:2] + rows[3:5] == [
        ("nhom", "I", "Hạ tầng", [None, None, "2179.5"]),
        ("dong", "1", "", ["1", "Mạng LAN", "2179.5"]),
        ("dong", "1", "", ["1", "Cổng", "26162"]),
        ("hang_con", "a", "", ["a", "Máy chủ", None]),
    ]
    assert rows[-1] == ("tong_cong", "", "Tổng cộng", [None, None, "28342.5"])


def test_a_blank_row_is_for_paper_only() -> None:
    (section,) = data("noi_dung: [{muc: A, bang: {cot: [{ten: T}], hang: []}}]")["noi_dung"]
    assert section["than_bai"][0]["bang"]["hang"] == []


def test_rows_of_a_table_s_own_are_texts_as_many_as_its_columns() -> None:
    found = data("phu_luc: [{ten: P, bang: {cot: [{ten: A}, {ten: B}], hang: [[x], [1.000, z]]}}]")
    table = found["phu_luc"][0]["than_bai"][0]["bang"]
    assert [row["o"] for row in table["hang"]] == [["x", None], ["1.000", "z"]]
    assert (table["ten"], table["don_vi_tinh"]) == (None, None)


def test_money_of_a_project_is_split_by_year_and_source() -> None:
    first, second, _ = data(REGISTER)["du_an"]
    assert first["tong_kinh_phi"] == "3900"
    assert first["von"] == {
        "tong": "2179.5",
        "theo_nam": {"2014": {"tong": "2179.5", "theo_nguon": {"tinh": "2179", "tw": "0.5"}}},
        "theo_nguon": {"tinh": "2179", "tw": "0.5"},
    }
    assert (first["tinh_vao_tong_cong"], second["tinh_vao_tong_cong"]) == ("3900", "26172")
    assert second["hang_con"] == [{"ten": "Máy chủ"}]


def test_totals_stand_by_year_by_source_by_measure_and_by_group() -> None:
    found = data(REGISTER)["tong"]
    assert (found["so_du_an"], found["tong"]) == (3, "30073")
    assert found["theo_nam"] == {"2014": "28342.5", "2015": "10"}
    assert found["theo_nguon"] == {"tinh": "28351", "tw": "1.5"}
    assert found["theo_nam_va_nguon"]["2015"] == {"tinh": "10", "tw": "0"}
    assert found["kinh_phi"]["nhu_cau"]["theo_nam"] == {"2015": "7"}
    groups = found["theo_nhom"]["nhom"]
    assert [(key, groups[key]["ten"], groups[key]["tong"]) for key in groups] == [
        *(("ha_tang", "Hạ tầng", "3900"), ("ung_dung", "Ứng dụng", "26172"), ("", "", "1"))
    ]


@pytest.mark.parametrize("name", PLANS)
def test_the_groups_of_every_plan_add_up_to_its_total(name: str) -> None:
    found = data(PLANS[name].read_text(encoding="utf-8"))
    total = found["tong"]
    for groups in total["theo_nhom"].values():
        assert sum(Decimal(group["tong"]) for group in groups.values()) == Decimal(total["tong"])
        assert sum(group["so_du_an"] for group in groups.values()) == len(found["du_an"])
    counted = (Decimal(item["tinh_vao_tong_cong"] or 0) for item in found["du_an"])
    assert sum(counted) == Decimal(total["tong"])


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_is_written_the_same_again_in_its_own_letters(name: str) -> None:
    plan = PLANS[name].read_text(encoding="utf-8")
    assert text(plan) == text(plan)
    assert "Ủy ban nhân dân" in text(plan)
    assert "{{" not in text(plan)


def test_a_value_of_an_unknown_type_is_refused() -> None:
    texts = Texts(Plan(), MoneyUnit.DONG)
    with pytest.raises(TypeError, match="complex"):
        plain(1j, texts)


@given(st.decimals("0", "999999999999", places=3))
def test_an_amount_is_exact(amount: Decimal) -> None:
    found = data(f"du_an: [{{ten: A, tong_kinh_phi: '{spell_decimal(amount)}'}}]")
    assert Decimal(found["tong"]["tong"]) == amount
    assert found["du_an"][0]["tong_kinh_phi"] == found["tong"]["tong"]


def test_money_told_apart_has_its_lines() -> None:
    found = data(REGISTER + "noi_dung: [{chen: {nguon: kinh_phi, chi_tinh: 2014}}, {chen: can_cu}]")
    assert [part["than_bai"] for part in found["noi_dung"]] == [
        [
            {
                "chen": {
                    "nguon": "kinh_phi",
                    "chi_tinh": ["2014"],
                    "dong": [
                        {"ma": "tinh", "ten": "Vốn tỉnh", "tien": "28341"},
                        {"ma": "tw", "ten": "Vốn TW", "tien": "1.5"},
                    ],
                }
            }
        ],
        [{"chen": {"nguon": "can_cu"}}],
    ]


def test_money_told_apart_by_a_name_that_names_nothing_has_no_lines() -> None:
    found = data(REGISTER + "noi_dung: [{chen: {nguon: kinh_phi, chi_tinh: x}}]")
    assert found["noi_dung"][0]["than_bai"][0]["chen"]["dong"] == []


def test_what_has_no_number_says_so() -> None:
    found = data(
        "quyet_dinh: {loai: nghị quyết, dieu: [{doan_van: A, danh_so: không}, B]}\n"
        "noi_dung: [{muc: C, danh_so: không, muc_con: [D]}, E]"
    )
    assert found["quyet_dinh"]["ky_hieu"] == "NQ-UBND"
    assert [part["so"] for part in found["quyet_dinh"]["dieu"]] == ["", "Điều 1."]
    assert [part["so"] for part in found["noi_dung"]] == ["", "I."]
    assert [part["so"] for part in found["noi_dung"][0]["muc_con"]] == ["1."]


def test_a_figure_of_a_target_shows_its_parts() -> None:
    found = data(
        "chi_tieu: [{ten: A, tu_so: 47 máy, mau_so: 20, gia_tri: {2014: 80%, 2015: "
        "{tu_so: 1, mau_so: 8}}}, {ten: B}]"
    )
    parts = {"tu_so": {"so": "47", "don_vi": "máy"}, "mau_so": {"so": "20", "don_vi": None}}
    later = {"tu_so": {"so": "1", "don_vi": None}, "mau_so": {"so": "8", "don_vi": None}}
    assert found["chi_tieu"] == [
        {
            "ten": "A",
            "hien_trang": {"gia_tri": "235%", **parts},
            "gia_tri": {"2014": "80%", "2015": {"gia_tri": "12,5%", **later}},
        },
        {"ten": "B"},
    ]


def test_parts_of_parts_have_no_sums_of_their_own() -> None:
    found = data("du_an: [{ten: A, hang_con: [{ten: B, hang_con: [{ten: C, von: {2014: 5}}]}]}]")
    project = found["du_an"][0]
    inner = project["hang_con"][0]["hang_con"][0]
    assert project["tinh_vao_tong_cong"] == "5"
    assert "tinh_vao_tong_cong" not in inner
    assert found["tong"]["theo_nam"] == {"2014": "5"}


def test_the_numbers_of_columns_are_told_where_they_print() -> None:
    cot = "[{ten: A}, {ten: B, so_cot: (2) = (1)}, {ten: C, cong: có}]"
    plan = data(f"noi_dung: [{{muc: M, bang: {{cot: {cot}, hang: [[a, b, 1.500]]}}}}]")
    table = plan["noi_dung"][0]["than_bai"][0]["bang"]
    assert [column["so_cot"] for column in table["cot"]] == ["(1)", "(2) = (1)", "(3)"]
    assert [row["o"] for row in table["hang"]] == [["a", "b", "1500"], [None, None, "1500"]]
    assert table["don_vi_tinh"] is None


def test_a_numbered_table_says_its_number() -> None:
    found = data("""
        noi_dung:
        - muc: M
          doan_van:
          - bang: {ma: a, ten: Lộ trình, cot: [{ten: A}]}
          - bang: {cot: [{ten: A}], ghi_chu: "Như {{ bang.a }}."}
        """)
    first, second = (item["bang"] for item in found["noi_dung"][0]["than_bai"])
    assert (first["so"], first["ten"]) == ("Bảng 1", "Lộ trình")
    assert (second["so"], second["ten"], second["ghi_chu"]) == ("", None, ["Như Bảng 1."])


def test_articles_run_on_through_chapters_and_begin_again_in_an_appendix() -> None:
    chapters = "[{muc: A, muc_con: [{muc: B}, {muc: C}]}, {muc: D, muc_con: [{muc: E}]}]"
    found = data(f"""
        van_ban: {{danh_so: Chương I/Điều 1}}
        noi_dung: {chapters}
        phu_luc: [{{ten: P, muc_con: {chapters}}}]
        """)
    for part in (found["noi_dung"], found["phu_luc"][0]["muc_con"]):
        articles = [article["so"] for chapter in part for article in chapter["muc_con"]]
        assert articles == ["Điều 1.", "Điều 2.", "Điều 3."]
