"""Figures: sums said of the register, single projects, the one change that repairs them."""

from pathlib import Path

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source

GOLDEN = Path(__file__).parents[2] / "golden" / "err"
PLANS = sorted((Path(__file__).parents[3] / "plans").glob("*.yaml"))


def figures(text: str) -> list[Diagnostic]:
    """The findings on figures."""
    found = check(read_plan(read_source("a.yaml", text.encode("utf-8"))))
    return [item for item in found if item.rule.id.startswith("KH4")]


def ids(text: str) -> list[str]:
    return [item.rule.id for item in figures(text)]


PUBLISHED = {
    "tien-giang-2014": [
        ("KH444", "47 máy, bình quân 2,35"),
        ("KH444", "0,88 máy/cán bộ"),
        ("KH444", "0,78 máy/cán bộ"),
        ("KH424", '"8,000", 50, "3,500"'),
        ("KH432", "Tổng cộng"),
        ("KH424", "24,744"),
        ("KH427", "Cổng thông tin điện tử tỉnh Tiền Giang"),
        ("KH427", "Tin học hóa công tác quản lý của Sở Tư pháp"),
        ("KH427", "Tin học hóa công tác quản lý của Sở Tư pháp"),
    ],
    "lao-cai-2018": [
        ("KH458", "16/22 sở, ban, ngành"),
        ("KH451", "10 lớp cho 335 học viên"),
        ("KH422", "- [8, "),
        ("KH422", '["e", "Số hóa xây dựng'),
        ("KH422", '["f", "Số hóa CSDL'),
    ],
    "tien-giang-2007-2010": [("KH457", "e) Văn bản"), ("KH424", '"2,500"')],
    "tien-giang-nq36a-2016": [
        ("KH422", "- [6, "),
        ("KH420", "19.290"),
        ("KH429", "- [18, "),
        ("KH420", "29.520"),
        ("KH447", "46.965 (Bốn mươi sáu"),
    ],
    "tien-giang-nq36a-2016-tong-ghi": [
        ("KH401", "46.965"),
        ("KH401", "38.795"),
        ("KH401", "Năm 2017: 29.520"),
        ("KH452", "08 dự án"),
        ("KH401", "25.795"),
        ("KH401", "23.045"),
        ("KH459", "Nhóm dự án về đào tạo"),
        ("KH406", "2016: {su_nghiep: 1.250}"),
        ("KH406", "13.790"),
        ("KH406", "2017: {su_nghiep: 400}"),
        ("KH400", "2017: {tong: 29.520"),
        ("KH400", "ung_dung: 19.290"),
    ],
    "tuyen-quang-2016-2020": [
        ("KH449", "1.417 hòm thư cá nhân"),
        ("KH458", "98/98 trường"),
        ("KH400", "97.367"),
        ("KH446", "1.596.600.000"),
    ],
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_faults_of_the_published_plans_are_found_on_their_lines(name: str) -> None:
    text = (GOLDEN / f"{name}-so-lieu.yaml").read_text(encoding="utf-8")
    lines = text.split("\n")
    found = [(item.rule.id, lines[item.span.first.line - 1]) for item in figures(text)]
    assert [rule for rule, _ in found] == [rule for rule, _ in PUBLISHED[name]]
    for (_, line), (_, part) in zip(found, PUBLISHED[name], strict=True):
        assert part in line


def test_the_published_plans_hold_no_other_fault() -> None:
    assert {path.stem.removesuffix("-so-lieu") for path in GOLDEN.glob("*-so-lieu.yaml")} == set(
        PUBLISHED
    )


@pytest.mark.parametrize(
    "name", ["tien-giang-nq36a-2016", "tien-giang-nq36a-2016-tong-ghi"], ids=["bang", "danh-muc"]
)
def test_one_figure_repairs_every_wrong_sum(name: str) -> None:
    text = (GOLDEN / f"{name}-so-lieu.yaml").read_text(encoding="utf-8")
    sums = [item for item in figures(text) if item.rule.id in ("KH400", "KH401", "KH420")]
    assert "sửa 1.450 thành 2.450" in sums[0].fix
    assert "công báo điện tử" in sums[0].fix
    line = text.split("\n")[int(sums[0].fix.split("ở dòng ")[1].split()[0]) - 1]
    assert "1.450" in line
    mended = text.replace(line, line.replace("1.450", "2.450"))
    left = {item.rule.id for item in figures(mended)}
    assert not left & {"KH400", "KH401", "KH420"}


def test_where_no_figure_repairs_a_sum_that_is_said() -> None:
    text = (GOLDEN / "tuyen-quang-2016-2020-so-lieu.yaml").read_text(encoding="utf-8")
    (found,) = (item for item in figures(text) if item.rule.id == "KH400")
    assert "không có một con số nào sửa mà khớp" in found.fix


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_our_plans_have_no_error_in_figures(path: Path) -> None:
    found = figures(path.read_text(encoding="utf-8"))
    assert [item for item in found if item.severity is Severity.ERROR] == []


PROJECTS = """
van_ban: {thoi_ky: 2016-2017}
nguon_von: {dt: Vốn đầu tư tỉnh, sn: Vốn sự nghiệp tỉnh}
phan_nhom: {nhom: {ht: Nhóm hạ tầng, ud: Nhóm ứng dụng}}
du_an:
- {ten: Mạng LAN, nhom: ht, von: {2016: {dt: 100}, 2017: {dt: 200}}}
- {ten: Một cửa, nhom: ud, von: {2016: {dt: 300}, 2017: {sn: 400}}}
- {ten: Thư điện tử, nhom: ud, von: {2017: {sn: 50, dt: 7}}}
"""
TABLE = "phu_luc: [{ten: P, bang: {cot: [{gia_tri: ten}], tong_ghi: %s}}]\n"


def advice(stated: str, projects: str = PROJECTS) -> list[str]:
    return [item.fix for item in figures(projects + TABLE % stated)]


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("1.057", []),
        ("{2016: 400, 2017: {sn: 450, ud: 457}}", []),
        ("{2016-2017: 1.057}", []),
        ("1.357", ["đúng bằng số"]),
        ("1.107", ["không có một con số nào"]),
        ("{tong: 1.060, 2017: 660, sn: 453, ht: 300}", ["sửa 400 thành 403", "dòng", "dòng"]),
        ("{tong: 1.060, 2016: 403}", ["sửa 100 thành 103", "dòng"]),
        ("{tong: 1.060, 2017: 660}", ["có 4 con số", "dòng"]),
        ("{tong: 1.060, ud: 760, ht: 303}", ["không có một con số nào sửa", "dòng", "dòng"]),
    ],
)
def test_stated_sums_are_compared_and_explained(stated: str, said: list[str]) -> None:
    found = advice(stated)
    assert len(found) == len(said)
    assert all(part in fix for part, fix in zip(said, found, strict=True))


TOTALS = """
phan_nhom: {nhom: {ht: Hạ tầng}}
du_an:
- {ten: A, nhom: ht, tong_kinh_phi: 100, kinh_phi: {duyet: {tong: 100}}}
- {ten: B, nhom: ht, tong_kinh_phi: 200, von: {2016: 50, 2017: 150}}
- {ten: C, tinh_vao_tong: không, von: {2016-2017: 9}}
- {ten: D, hang_con: [{ten: E, von: {2016: 7}}]}
"""


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("{tong: 310, ht: 303}", "sửa 100 thành 103 ở dòng 4 (A) hoặc 200 thành 203 ở dòng 5 (B)"),
        ("{tong: 310, 2016: 60}", "sửa 7 thành 10 ở dòng 7 (E năm 2016)"),
        ("{duyet: 105}", "không dòng nào là 5"),
        ("{2016-2017: 210}", "không dòng nào là 3"),
    ],
)
def test_totals_parts_and_measures_are_followed_to_their_figure(stated: str, said: str) -> None:
    assert said in advice(stated, TOTALS)[0]


def test_a_total_and_a_sum_that_nothing_names_are_left_to_other_rules() -> None:
    assert figures(PROJECTS + TABLE % "{la: 5}") == []
    assert figures("noi_dung: [{muc: A, doan_van: \"{{ la | ghi('5') }}\"}]") == []
