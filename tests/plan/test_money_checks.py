"""Money that does not fit: a total and its split, a project and its parts."""

import pytest

from kehoach_cli.plan.resolve import resolve
from tests.conftest import ReadPlan
from tests.places import places


def found(plan: ReadPlan, item: str) -> list[str]:
    reading = plan(f"nguon_von: {{a: A, b: B}}\ndu_an:\n- {item}\n")
    assert reading.plan
    assert reading.faults == []
    return places(resolve(reading.plan, reading.unit))


@pytest.mark.parametrize(
    ("item", "faults"),
    [
        ("{tong_kinh_phi: 7, hang_con: [{von: {2014: 3}}]}", ["KH060 3:32-50"]),
        ("{von: {a: 7}, hang_con: [{von: {2014: 3}}, {ten: Q}]}", ["KH060 3:27-55"]),
        ("{tong_kinh_phi: 7, hang_con: [{tong_kinh_phi: 3}, {tong_kinh_phi: 4}]}", []),
        ("{tong_kinh_phi: 7, hang_con: [{tong_kinh_phi: 3, tinh_vao_tong: không}]}", []),
        ("{tong_kinh_phi: 7, hang_con: [{tong_kinh_phi: 3}, {tinh_vao_tong: có}]}", []),
        ("{tong_kinh_phi: 7, hang_con: [{ten: P}]}", []),
        ("{hang_con: [{tong_kinh_phi: 3}]}", []),
        ("{tong_kinh_phi: 7, hang_con: [{kinh_phi: {nhu_cau: {tong: 3}}}]}", []),
        (
            "{kinh_phi: {n: {tong: 7}}, hang_con: [{kinh_phi: {n: {tong: 3}}}]}",
            ["KH060 3:40-68"],
        ),
        (
            "{hang_con: [{tong_kinh_phi: 7, hang_con: [{tong_kinh_phi: 3}]}]}",
            ["KH060 3:44-64"],
        ),
    ],
)
def test_parts_beside_other_money_of_their_project_must_say_whether_they_count(
    plan: ReadPlan, item: str, faults: list[str]
) -> None:
    assert found(plan, item) == faults


@pytest.mark.parametrize(
    ("item", "faults"),
    [
        ("{tong_kinh_phi: 3, von: {2014: 2, 2015: 2}}", ["KH061 3:19-20"]),
        ("{tong_kinh_phi: 3, von: {a: 2, b: 2}}", ["KH061 3:19-20"]),
        ("{tong_kinh_phi: 4, von: {2014: 2, 2015: 2}, thoi_gian: 2014-2015}", []),
        ("{von: {tong: 3, 2014: 2, 2015: 2}}", ["KH061 3:16-17"]),
        ("{kinh_phi: {n: {tong: 3, 2014: {a: 2, b: 2}}}}", ["KH061 3:25-26"]),
        ("{tong_kinh_phi: 3, hang_con: [{tong_kinh_phi: 3, von: {2014: 4}}]}", ["KH061 3:49-50"]),
        ("{tong_kinh_phi: 9, thoi_gian: 2014, von: {2014: 2}}", ["KH062 3:19-20"]),
        ("{tong_kinh_phi: 9, thoi_gian: 2014, von: {2014-2016: 2}}", ["KH062 3:19-20"]),
        ("{kinh_phi: {n: {tong: 9, 2014: 2}}, thoi_gian: Năm 2014}", ["KH062 3:25-26"]),
        ("{tong_kinh_phi: 9, thoi_gian: 2014-2015, von: {2014: 2}}", []),
        ("{tong_kinh_phi: 9, thoi_gian: Thường xuyên, von: {2014: 2}}", []),
        ("{tong_kinh_phi: 9, von: {2014: 2}}", []),
        ("{tong_kinh_phi: 9, thoi_gian: 2014, von: {a: 2}}", ["KH063 3:19-20"]),
        ("{tong_kinh_phi: 9, von: {a: 2, b: 7}}", []),
        ("{kinh_phi: {n: {tong: 9, a: 2}}}", ["KH063 3:25-26"]),
        ("{von: {2014: {tong: 9, a: 2, b: 3}}}", ["KH063 3:23-24"]),
        ("{von: {2014: {tong: 5, a: 2, b: 3}}}", []),
        ("{von: {2014: 9, 2015: {a: 2}}}", []),
        ("{tong_kinh_phi: 9, thoi_gian: 2014}", []),
        ("{tong_kinh_phi: 9, thoi_gian: 2014, von: {}}", []),
        ("{tong_kinh_phi: '-', von: {2014: 2}}", []),
    ],
)
def test_a_total_is_neither_below_its_split_nor_above_it_without_a_year_left(
    plan: ReadPlan, item: str, faults: list[str]
) -> None:
    assert found(plan, item) == faults


def test_what_is_left_over_is_told(plan: ReadPlan) -> None:
    reading = plan(
        "du_an: [{tong_kinh_phi: 3.900, thoi_gian: 2013-2014, von: {2013: 1.700, 2014: 2.179}}]"
    )
    assert reading.plan
    (fault,) = resolve(reading.plan, reading.unit)
    assert fault.facts == {"total": "3.900", "parts": "3.879", "rest": "21", "time": "2013-2014"}
