"""Money of the old period never stands as the new one's."""

from pathlib import Path

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.drafts.next_plan import next_plan
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.periods import parse_period
from tests.conftest import Run

PLANS = Path(__file__).parents[2] / "plans"
HEAD = "van_ban: {thoi_ky: 2018}\nnguon_von: {tw: Trung ương, dp: Địa phương}\n"


def made(text: str, period: str = "2019") -> str:
    return next_plan(Source("cu.yaml", HEAD + text), parse_period(period)).text


def rules(text: str) -> set[str]:
    return {found.rule.id for found in check(read_plan(Source("a.yaml", text)))}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "  - ten: A\n    von:\n      tw: 7   # giữ\n      dp: 3\n",
            "  - ten: A\n    # năm 2018: tw 7; dp 3\n    von:\n"
            '      tw: ""   # giữ\n      dp: ""\n',
        ),
        ("  - {ten: A, von: {tw: 7}}\n", '  # năm 2018: tw 7\n  - {ten: A, von: {tw: ""}}\n'),
        (
            "  - ten: A\n    tong_kinh_phi: 3,5\n",
            '  - ten: A\n    # năm 2018: tổng 3,5\n    tong_kinh_phi: ""\n',
        ),
        (
            "  - ten: A\n    kinh_phi: {nhu_cau: {tong: 8}}\n",
            '    # năm 2018: nhu_cau tổng 8\n    kinh_phi: {nhu_cau: {tong: ""}}\n',
        ),
        (
            "  - ten: A\n    hang_con:\n      - ten: B\n        von: {dp: 2}\n",
            '      - ten: B\n        # năm 2018: dp 2\n        von: {dp: ""}\n',
        ),
    ],
)
def test_money_without_a_year_is_cleared_and_said_beside_it(before: str, after: str) -> None:
    text = made("du_an:\n" + before)
    assert after in text
    assert "Chưa có vốn năm 2019, số năm 2018 đã bỏ trống" in text
    assert "KH410" in rules(text)


@pytest.mark.parametrize(
    "kept",
    [
        "{ten: A, thoi_gian: 2017-2019, tong_kinh_phi: 900}",
        "{ten: A, thoi_gian: 2017-2020, kinh_phi: {tmdt: {tong: 900}}}",
        "{ten: A, tong_kinh_phi: 900, von: {2018: {tw: 500}, 2019: {tw: 400}}}",
        "{ten: A, von: {tw: -}}",
    ],
)
def test_the_whole_of_a_project_that_goes_on_and_money_of_the_new_year_stay(kept: str) -> None:
    assert f"  - {kept}\n" in made(f"du_an:\n  - {kept}\n")


def test_a_total_in_a_column_of_the_old_year_is_that_year_s() -> None:
    text = made(
        "du_an:\n  - {ten: A, thoi_gian: 2017-2019, tong_kinh_phi: 900}\n"
        "phu_luc:\n  - ten: B\n    bang: {cot: [{ten: Kinh phí 2018, gia_tri: tong_kinh_phi}]}\n"
    )
    assert 'tong_kinh_phi: ""' in text


ONE_OF_TWO_YEARS = (
    "du_an:\n  - {ten: A, thoi_gian: 2017-2020, von: {2018: {tw: 500}}}\n"
    "phu_luc:\n  - ten: B\n    bang:\n      cot: [{ten: C, gia_tri: ten}, %s]\n"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [("von.tw", "von.2019.tw"), ("von.tong", "von.2019"), ("von", "von.2019"),
     ("tong_kinh_phi", "von.2019"), ("von.2018.tw", "von.2019.tw")],
)  # fmt: skip
def test_columns_name_the_new_year_where_past_money_stays(before: str, after: str) -> None:
    text = made(ONE_OF_TWO_YEARS % f"{{ten: D, gia_tri: {before}}}")
    assert f"{{ten: D, gia_tri: {after}}}" in text
    assert 'von: {2018: {tw: 500}, 2019: {tw: ""}}' in text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "{ten: B, von: {tw: 7, dp: 3}}",
            '# năm 2018: tw 7; dp 3\n  - {ten: B, von: {2019: {tw: "", dp: ""}}}\n',
        ),
        (
            "ten: B\n    von:\n      tw: 7",
            '- ten: B\n    # năm 2018: tw 7\n    von:\n      2019:\n        tw: ""\n',
        ),
    ],
)
def test_money_without_a_year_gets_the_new_one_where_others_have_years(
    before: str, after: str
) -> None:
    text = made(f"du_an:\n  - {{ten: A, thoi_gian: 2017-2020, von: {{2018: 5}}}}\n  - {before}\n")
    assert after in text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{{ tong | tien }}", "{{ tong.nam_2019 | tien }}"),
        ("{{ tong.tw | tien }}", "{{ tong.nam_2019.tw | tien }}"),
        ("{{ tong.nam_2018 | tien }}", "{{ tong.nam_2019 | tien }}"),
        ('{{ tong | ghi("500") | tien }}', "{{ tong.nam_2019 | tien }}"),
    ],
)
def test_sums_in_texts_are_of_the_new_year_where_past_money_stays(before: str, after: str) -> None:
    section = f"noi_dung:\n  - muc: Kinh phí\n    doan_van: |\n      Cần {before}.\n"
    text = made(section + ONE_OF_TWO_YEARS % "{ten: D, gia_tri: ghi_chu}")
    assert f"      Cần {after}.\n" in text
    assert "KH035" in rules(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kinh_phi", ["nguon: kinh_phi", "- nam_2019"]),
        ("{nguon: kinh_phi, theo: nhom}", ["chi_tinh: [nam_2019]"]),
        ("{nguon: kinh_phi, chi_tinh: [tw]}", ["chi_tinh: [tw, nam_2019]"]),
        ("{nguon: kinh_phi, chi_tinh: [nam_2018]}", ["chi_tinh: [nam_2019]"]),
        ("can_cu", ["chen: can_cu"]),
    ],
)
def test_money_placed_in_a_text_is_of_the_new_year(before: str, after: list[str]) -> None:
    section = f"noi_dung:\n  - muc: Kinh phí\n    chen: {before}\n"
    text = made(section + ONE_OF_TWO_YEARS % "{ten: D, gia_tri: ghi_chu}")
    assert [part for part in after if part not in text] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Cần 42,54 tỷ đồng.", "doan_van: Cần [cập nhật số tiền].\n"),
        ("42,54 tỷ đồng năm 2018.", 'doan_van: "[cập nhật số tiền] năm 2019."'),
        ('"Cần 5 triệu đồng, 7 triệu đồng."', '"Cần [cập nhật số tiền], [cập nhật số tiền]."'),
        ("|\n      - Cần 300 triệu đồng.", "      - Cần [cập nhật số tiền].\n"),
        ("Cần 12 máy chủ.", "doan_van: Cần 12 máy chủ.\n"),
    ],
)
def test_an_amount_typed_in_a_text_becomes_a_blank(before: str, after: str) -> None:
    text = made(f"noi_dung:\n  - muc: Kinh phí\n    doan_van: {before}\n")
    assert after in text


def test_an_amount_typed_in_a_cell_becomes_a_blank_that_is_no_error() -> None:
    text = made(
        "phu_luc:\n  - ten: A\n    bang:\n"
        "      cot: [{ten: TT}, {ten: Vốn, cot: [{ten: Trung ương, cong: có}]}, {ten: Số xã}]\n"
        "      hang: [[1, 500, 12], [2, -, 3]]\n"
    )
    assert '[[1, "[cập nhật số tiền]", 12], [2, -, 3]]' in text
    assert "KH045" not in rules(text)
    assert "Số tiền năm 2018 trong câu văn, ô bảng: 1 chỗ [cập nhật số tiền]." in text


@pytest.mark.parametrize(("field", "column"), [("hang_muc", "hang_muc"), ("khac", "khac.viec")])
def test_the_work_of_the_old_year_is_to_be_told_anew(field: str, column: str) -> None:
    value = "{viec: Mua máy}" if field == "khac" else "Mua máy"
    text = made(
        f"du_an:\n  - ten: A\n    thoi_gian: 2018-2019\n    {field}: {value}\n"
        "phu_luc:\n  - ten: B\n    bang:\n"
        f"      cot: [{{ten: A, gia_tri: ten}}, {{ten: Công việc 2018, gia_tri: {column}}}]\n"
    )
    assert '"[cập nhật nội dung năm 2019]"' in text
    assert "KH570" in rules(text)


@pytest.mark.parametrize(
    ("project", "goes_on"),
    [
        ("thoi_gian: 2017-2018, tong_kinh_phi: 900, von: {2018: 400}", False),
        ("thoi_gian: 2017-2018, ghi_chu: Chuyển tiếp sang năm sau", True),
        ("thoi_gian: 2017-2018, ghi_chu: Kéo dài 2018-2020", True),
        ("thoi_gian: 2017-2018, ghi_chu: Quyết định ngày 13/6/2018", False),
        ("thoi_gian: 2017-2018, von: {2019: 400}", True),
        ("thoi_gian: Tiếp tục từ 2018", True),
        ("tong_kinh_phi: 900, von: {2018: 400}", True),
        ("tong_kinh_phi: 400, von: {2018: 400}", False),
    ],
)
def test_a_project_is_finished_when_its_time_is_over_unless_it_says_more(
    project: str, goes_on: bool
) -> None:
    text = made(f"du_an:\n  - {{ten: Dự án mẫu, {project}}}\n  - {{ten: B, thoi_gian: 2019}}\n")
    assert ("{ten: Dự án mẫu" in text) is goes_on


def test_the_whole_list_stands_at_the_head_of_the_file_and_once_only() -> None:
    projects = "".join(f"  - {{ten: Dự án {n}, von: {{tw: {n}}}}}\n" for n in range(1, 9))
    modeline = "# yaml-language-server: $schema=a.json\n"
    old = Source("cu.yaml", f"{modeline}{HEAD}du_an:\n{projects}")
    after = next_plan(old, parse_period("2019"))
    assert after.text.startswith(
        f"{modeline}# Phải quyết định lại (xóa dần khi xong):\n# - Số, ngày ban hành"
    )
    assert "“Dự án 8”" in after.text.split("van_ban:")[0]
    assert "và 3 nữa" in "\n".join(after.to_decide)
    again = next_plan(Source("cu.yaml", after.text), parse_period("2020")).text
    assert again.count("# Phải quyết định lại") == 1


def test_windows_line_ends_stay() -> None:
    text = f"{HEAD}du_an:\n  - {{ten: A, von: {{tw: 7}}}}\n".replace("\n", "\r\n")
    after = next_plan(Source("cu.yaml", text), parse_period("2019")).text
    assert after.count("\n") == after.count("\r\n")


@pytest.mark.parametrize(
    ("name", "period", "gone"),
    [
        ("lao-cai-2018", "2019", ("42,54", "37,44", "31,54")),
        ("tien-giang-2014", "2015", ("26.162", "24.744", "9.644")),
        ("tien-giang-nq36a-2016", "2018-2019", ("46.965", "17.445", "29.520")),
        ("tuyen-quang-2016-2020", "2021-2025", ("2.505", "7.000")),
        ("tien-giang-2007-2010", "2011-2014", ("50.141", "43.795", "33.950")),
    ],
)
def test_no_amount_of_a_real_plan_is_printed_under_the_new_period(
    run: Run, tmp_path: Path, name: str, period: str, gone: tuple[str, ...]
) -> None:
    new = ("new", "--tu", str(PLANS / f"{name}.yaml"), "--thoi-ky", period, "-o", "a.yaml")
    assert run(*new, cwd=tmp_path).exit == 0
    assert run("render", "a.yaml", "--draft", "--txt", "-o", "a.txt", cwd=tmp_path).exit == 0
    printed = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert [amount for amount in gone if amount in printed] == []
    assert "KH035" in run("check", "a.yaml", cwd=tmp_path).out
