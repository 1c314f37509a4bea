"""Years, months and weekdays that cannot be."""

import pytest

from kehoach_cli.checks.checker import contents_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source

HEAD = "van_ban: {ngay_ban_hanh: 01/11/2013}\n"


def found(line: str, head: str = HEAD) -> list[tuple[str, str]]:
    text = f"{head}loi_dan: |\n  {line}\n"
    findings = contents_of(read_plan(read_source("a.yaml", text.encode("utf-8"))))
    return [
        (f.rule.id, text[f.span.start : f.span.end])
        for f in findings
        if f.rule.id in ("KH240", "KH241", "KH242", "KH243")
    ]


WRONG = [
    ("Hoàn thành trong năm 2103.", "KH240", "2103"),
    ("Kết quả trong năm 20013", "KH240", "20013"),
    ("Vốn dự kiến chi năm 2103 là 403 triệu đồng.", "KH240", "2103"),
    ("Quyết định số 5/QĐ-UBND ngày 13/6/1011 của tỉnh", "KH240", "1011"),
    ("Quyết định số 5/QĐ-UBND ngày 13/6/11 của tỉnh", "KH240", "11"),
    ("Khai mạc vào thứ Bảy, ngày 01/3/2024.", "KH241", "01/3/2024"),
    ("Khai mạc sáng thứ 2 (ngày 05/3/2024).", "KH241", "05/3/2024"),
    ("Họp ngày 02/3/2024 (Chủ nhật).", "KH241", "02/3/2024"),
    ("Họp từ Chủ nhật ngày 01 tháng 3 năm 2024.", "KH241", "01 tháng 3 năm 2024"),
    ("Hoàn thành trong Quý V/2014", "KH242", "V"),
    ("Hoàn thành trong quý VI.", "KH242", "VI"),
    ("Hoàn thành trước tháng 14/2014", "KH242", "14"),
    ("Chạy từ tháng 13 năm 2014", "KH242", "13"),
    ("Nghị định số 43/211/NĐ-CP", "KH243", "211"),
    ("Quyết định số 45/2O16/QĐ-TTg", "KH243", "2O16"),
    ("Quyết định số 45/20016/QĐ-TTg", "KH243", "20016"),
    ("Hoàn thành trong năm 201.", "KH240", "201"),
    ("Hoàn thành ngày 01/3/201.", "KH240", "201"),
]


@pytest.mark.parametrize(("line", "rule", "place"), WRONG)
def test_what_cannot_be_is_found_at_its_letters(line: str, rule: str, place: str) -> None:
    assert found(line) == [(rule, place)]


RIGHT = [
    "Tầm nhìn đến năm 2045; thành lập năm 1976.",
    "Mỗi năm 2500 lượt người; trong năm 2500 người được học; 20.000 hồ sơ/năm.",
    "Trong năm 200 người được học; mỗi năm 200.",
    "Một năm 20000 lượt; 5 năm 20000.",
    "Lần thứ hai ngày 5/3/2016; kỳ họp thứ 3 ngày 12/7/2016.",
    "Khai mạc vào thứ Sáu, ngày 01/3/2024; bế mạc ngày 03/3/2024 (Chủ nhật).",
    "Khai mạc vào thứ Bảy, ngày 31/2/2024.",
    "Quý IV/2014, quý vị đại biểu, quý 2 năm 2015; tháng 12/2014; trong 15 tháng.",
    "Nghị định số 64/2007/NĐ-CP; Thông tư số 15/97/TT-BTC; Quyết định 06/QĐ-TTg.",
    "Mức độ 1/2/3; máy 10/12/15; phiên bản 1/2/2013.",
]


@pytest.mark.parametrize("line", RIGHT)
def test_what_can_be_is_left_alone(line: str) -> None:
    assert found(line) == []


def test_years_far_from_the_plan_are_judged_by_the_century_where_it_has_no_date() -> None:
    assert found("Đến năm 2095.", head="") == []
    assert found("Đến năm 2103.", head="") == [("KH240", "2103")]


@pytest.mark.parametrize(("time", "right"), [("2016-217", False), ("2016 - 2017", True)])
def test_a_range_of_years_has_four_digits_in_each(time: str, right: bool) -> None:
    text = f"du_an: [{{ten: A, thoi_gian: {time}}}]\n"
    findings = contents_of(read_plan(read_source("a.yaml", text.encode())))
    assert ("KH240" not in [item.rule.id for item in findings]) == right
