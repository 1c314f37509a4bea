"""Blanks among filled cells, parts of a count, per mille."""

import pytest

from kehoach_cli.checks.checker import check
from tests.checks.rules.test_so_lieu import figures, ids
from tests.checks.rules.test_so_lieu_van import prose
from tests.conftest import ReadPlan

WRONG = [
    ("Cáp quang đến 52 điểm (42 cơ quan nhà nước, 11 cơ quan Đảng).", "KH430", "52"),
    (
        "Máy nối mạng: 1.845/2.166 máy (tỉnh: 1.118/1.411 máy; huyện: 664/755 máy).",
        "KH430",
        "1.845/2.166",
    ),
    (
        "Giữ 1.444 dịch vụ công trên mạng: 232 dịch vụ mức độ 1, 1.221 dịch vụ mức độ 2.",
        "KH430",
        "1.444",
    ),
    ("Có 22.250 thuê bao (Leased line 188, FTTH 6.435, ADSL 15.672).", "KH430", "22.250"),
    ("Đã nối mạng 100‰ sở, ngành.", "KH431", "‰"),
    ("Đã kết nối: 10/10, đạt 90%.", "KH441", "90"),
    (
        "Máy trạm: 671 máy, khoảng 0,88 máy/cán bộ, công chức; 963/1079 công chức đã học.",
        "KH444",
        "0,88",
    ),
]


@pytest.mark.parametrize(("line", "rule", "place"), WRONG)
def test_a_wrong_figure_is_found_at_its_letters(line: str, rule: str, place: str) -> None:
    (found,) = figures(prose(line))
    assert (found.rule.id, found.span.source.text[found.span.start : found.span.end]) == (
        rule,
        place,
    )


RIGHT = [
    "Cáp quang đến 52 điểm (41 cơ quan nhà nước, 11 cơ quan Đảng).",
    "Máy nối mạng: 1.845/2.166 máy (tỉnh: 1.181/1.411 máy; huyện: 664/755 máy).",
    "Có 52 điểm (trong đó 20 điểm mới, 10 điểm nâng cấp).",
    "Có 56 xã, phường (53 xã và 03 phường).",
    "Mở 12 lớp (03 lớp quản trị mạng, 07 lớp kỹ năng, 02 lớp lãnh đạo).",
    "Mở 10 lớp (mỗi lớp 3 ngày, 35 người).",
    "Cấp 100 máy (đạt 95% của 105 máy).",
    "Tỷ suất sinh 15,3‰, độ mặn 4‰, tử vong 2‰.",
    "Máy trạm: 671 máy, khoảng 0,62 máy/cán bộ; 963/1079 công chức đã học.",
    "Máy trạm: 671 máy, khoảng 0,88 máy/cán bộ; 9/10 công chức tỉnh, 8/20 công chức huyện.",
]


@pytest.mark.parametrize("line", RIGHT)
def test_right_figures_are_left_alone(line: str) -> None:
    assert ids(prose(line)) == []


def table(*times: str) -> str:
    rows = "".join(f"    - [{n}, Việc số {n}, {t!r}]\n" for n, t in enumerate(times, 1))
    return (
        "phu_luc:\n- ten: Việc\n  bang:\n    cot: [{ten: TT}, {ten: Việc}, {ten: Thời gian}]\n"
        f"    hang:\n{rows}"
    )


def test_the_one_blank_cell_of_a_column_is_told() -> None:
    (found,) = figures(table(*["2016"] * 8, "", "2017"))
    assert (found.rule.id, found.span.first.line) == ("KH429", 14)


@pytest.mark.parametrize("times", [["2016"] * 9, ["2016"] * 6 + [""], ["", "", *["2016"] * 9]])
def test_full_columns_short_tables_and_several_blanks_are_left_alone(times: list[str]) -> None:
    assert ids(table(*times)) == []


def register(lacking: int, shown: bool = True) -> str:
    items = "".join(
        f"- {{ten: Việc số {n}{'' if n <= lacking else ', pham_vi: Toàn tỉnh'}}}\n"
        for n in range(1, 10)
    )
    column = "{gia_tri: pham_vi}" if shown else "{gia_tri: stt}"
    return f"du_an:\n{items}phu_luc:\n- ten: A\n  bang: {{cot: [{{gia_tri: ten}}, {column}]}}\n"


def test_the_one_project_without_a_printed_value_is_told() -> None:
    assert ids(register(1)).count("KH429") == 1


@pytest.mark.parametrize(("lacking", "shown"), [(0, True), (2, True), (1, False)])
def test_other_registers_are_left_alone(lacking: int, shown: bool) -> None:
    assert "KH429" not in ids(register(lacking, shown))


def test_sums_of_counts_are_told_as_they_print(plan: ReadPlan) -> None:
    found = check(
        plan(
            prose(
                "Có 3.600 máy, trong đó cấp tỉnh 1.450 máy, cấp huyện 1.150 máy, cấp xã 1.100 máy."
            )
        )
    )
    said = [one.message for one in found if one.rule.id == "KH430"]
    assert said == ["Số chung là 3.600, các số kể ra cộng được 3.700"]
