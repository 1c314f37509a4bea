"""Figures of single projects."""

import pytest

from tests.checks.rules.test_so_lieu import figures, ids


def project(rest: str, more: str = "") -> str:
    return f"nguon_von: {{tw: TW}}\ndu_an:\n- {{ten: Mạng LAN, {rest}}}\n{more}"


@pytest.mark.parametrize(
    ("rest", "rules"),
    [
        ("thoi_gian: 2016, von: {2016: 5, 2017: 0}", []),
        ("thoi_gian: 2016, von: {2016: 5, 2017: 1}", ["KH406"]),
        ("hang_con: [{ten: A, tong_kinh_phi: 11}, {ten: a., tong_kinh_phi: 1}]", ["KH411"]),
        ("von: {2016: {tw: -5}}", ["KH408"]),
        ("kinh_phi: {nhu_cau: {tong: 5}}", []),
        ("tong_ghi: 5, von: {2016: 5}", []),
        ("tong_ghi: 6, von: {2016: 5}", ["KH400"]),
        ("tong_ghi: 6", ["KH400"]),
        ("tong_ghi: {la: 6}, von: {2016: 5}", []),
        ("hang_con: [{ten: A, tong_kinh_phi: 5, tong_ghi: 6}]", ["KH400"]),
        ("tong_ghi: 9, hang_con: [{ten: A, tong_kinh_phi: 9}]", []),
    ],
)
def test_the_figures_of_a_project_fit_each_other(rest: str, rules: list[str]) -> None:
    assert ids(project(rest)) == rules


def test_names_of_projects_without_money_may_repeat_beside_those_with_money() -> None:
    assert ids(project("tong_kinh_phi: 5", "- {ten: X}\n- {ten: X}\n")) == []
    assert ids("du_an: [{ten: X}, {ten: x}]") == ["KH411"]


@pytest.mark.parametrize(
    ("von", "rules"),
    [
        ("{2016: 1, 2017: 1, 2018: 1}", []),
        ("{2016-2018: 1}", []),
        ("{2016: 1}", []),
        ("{2016: 1, 2017: 1, 2018: 1, 2019: 1}", ["KH407"]),
    ],
)
def test_money_and_the_period_of_the_plan(von: str, rules: list[str]) -> None:
    assert ids(f"van_ban: {{thoi_ky: 2016-2018}}\n{project(f'von: {von}')}") == rules


@pytest.mark.parametrize(
    ("project", "rules"),
    [
        ("thoi_gian: 2018-2019, von: {2018: 1, 2019: 1}", []),
        ("thoi_gian: 2018-2019, hang_con: [{ten: a, von: {2019: 1}}]", []),
        ("thoi_gian: Cả năm, von: {2018: 1, 2019: 1}", ["KH407", "KH412"]),
        ("thoi_gian: 2017-2018, von: {2018: 1, 2019: 1}", ["KH406", "KH407", "KH412"]),
    ],
)
def test_a_year_that_the_time_of_a_project_has_is_no_slip(project: str, rules: list[str]) -> None:
    table = "phu_luc: [{ten: P, bang: {cot: [{gia_tri: von.2019}]}}]\n"
    plan = f"van_ban: {{thoi_ky: 2018}}\ndu_an: [{{ten: Mạng LAN, {project}}}]\n{table}"
    assert sorted(ids(plan)) == rules


@pytest.mark.parametrize(
    ("column", "rules"),
    [("von.2016", []), ("von.2019", ["KH412"]), ("von", []), ("von.la", []), ("ten", [])],
)
def test_columns_and_the_period_of_the_plan(column: str, rules: list[str]) -> None:
    table = f"phu_luc: [{{ten: P, bang: {{cot: [{{cot: [{{gia_tri: {column}}}]}}]}}}}]\n"
    assert ids("van_ban: {thoi_ky: 2016-2018}\n" + table) == rules


MANY = "".join(f"- {{ten: Dự án {n}, von: {{2016: {n}}}}}\n" for n in range(1, 7))


@pytest.mark.parametrize(
    ("last", "rules"),
    [
        ("tong_kinh_phi: 3.400", []),
        ("tong_kinh_phi: 4.000", ["KH409"]),
        ("ghi_chu: chưa rõ", ["KH410"]),
        ("hang_con: [{ten: A, tong_kinh_phi: 4}]", []),
    ],
)
def test_one_project_that_stands_out(last: str, rules: list[str]) -> None:
    assert ids(f"du_an:\n{MANY}- {{ten: Khác, {last}}}\n") == rules


@pytest.mark.parametrize(
    ("project", "rules"),
    [
        ("von: {2026: {tw: ''}}", ["KH410"]),
        ("von: {2026: {tw: 5, dp: ''}}", []),
        ("von: {2025: {tw: 5}, 2026: {tw: ''}}", ["KH410"]),
        ("von: {2026: {tw: -}}", []),
        ("tong_kinh_phi: ''", ["KH410"]),
        ("tong_kinh_phi: '', von: {2026: 5}", []),
        ("kinh_phi: {nhu_cau: {tong: ''}}", ["KH410"]),
        ("hang_con: [{ten: B, von: {tw: ''}}]", ["KH410"]),
    ],
)
def test_a_place_for_money_that_was_left_empty_is_told(project: str, rules: list[str]) -> None:
    sources = "nguon_von: {tw: Trung ương, dp: Địa phương}\n"
    found = ids(f"{sources}du_an:\n- {{ten: A, {project}}}\n")
    assert [rule for rule in found if rule == "KH410"] == rules


MEASURES = "".join(
    f"- {{ten: Dự án {n}, thoi_gian: 2016, von: {{2016: {n}}}, "
    f"kinh_phi: {{duyet: {{tong: {n}, 2016: {n}}}}}}}\n"
    for n in range(1, 4)
)


@pytest.mark.parametrize(
    ("last", "rules"),
    [
        ("thoi_gian: 2016, von: {2016: 5}, kinh_phi: {duyet: {tong: 7}}", ["KH405"]),
        ("thoi_gian: 2016-2018, von: {2016: 5}, kinh_phi: {duyet: {tong: 7}}", []),
        ("thoi_gian: 2016-2018, von: {2016: 5}, kinh_phi: {duyet: {2016: 7}}", ["KH405"]),
        ("kinh_phi: {duyet: {2016: 7}}", []),
        ("von: {2016: 5}, kinh_phi: {khac: {2016: 7}}", []),
    ],
)
def test_measures_that_mostly_agree_are_compared(last: str, rules: list[str]) -> None:
    assert ids(f"du_an:\n{MEASURES}- {{ten: Khác, {last}}}\n") == rules


def test_counts_and_sums_stated_in_texts_are_compared() -> None:
    text = (
        'noi_dung: [{muc: A, doan_van: "{{ so_du_an | ghi(\\"02\\") }} {{ tong | ghi(\\"7\\") }}"}]'
    )
    found = figures(project("von: {2016: 5}", text))
    assert [item.rule.id for item in found] == ["KH400", "KH400"]
    assert "Đã ghi 2, danh mục tính được 1" in found[0].message
    assert ids(project("von: {2016: 5}", text.replace("02", "01").replace("7", "5"))) == []
    assert ids(project("von: {2016: 5}", text.replace("02", "a").replace("7", "b"))) == []
