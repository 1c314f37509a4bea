"""Single slips: totals, changes and swapped digits of prose; dates, signers and titles."""

import pytest

from tests.checks.rules.pointing import pointed

RULES = (
    *("KH460", "KH461", "KH462", "KH430", "KH215", "KH217", "KH256", "KH153", "KH104", "KH105"),
    *("KH115", "KH548", "KH570", "KH572", "KH601"),
)


def told(text: str) -> list[tuple[str, str]]:
    return pointed(text, RULES)


def in_prose(line: str) -> list[tuple[str, str]]:
    return told(f'noi_dung:\n- muc: A\n  vai_tro: nhiem_vu\n  doan_van: "{line}"\n')


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Chỉ số từ thứ 20 của năm 2016 lên thứ 4/63, tức là tăng 16 bậc.", ""),
        ("Chỉ số từ thứ 20 của năm 2016 lên thứ 4/63, tức là tăng 14 bậc.", "14"),
        ("Tỷ lệ từ 60% lên 75%, tăng 15%.", ""),
        ("Tỷ lệ từ 60% lên 75% (tăng 25%).", ""),
        ("Tỷ lệ từ 60% lên 75%, tăng 51 điểm phần trăm.", "51"),
        ("Từ 60 xã lên 75 xã, tăng 51 xã.", ""),
        ("Có 98 người: 04 thạc sĩ, 85 đại học, 07 cao đẳng, 02 trung cấp.", ""),
        ("Có 98 người: 04 thạc sĩ, 85 đại học, 70 cao đẳng, 02 trung cấp.", "98"),
        ("Có 98 người: 04 thạc sĩ, 20 đại học, 07 cao đẳng.", ""),
        ("Có 9 người: 04 thạc sĩ, 20 đại học, 07 cao đẳng.", ""),
        ("Nối 40/60 máy (sở: 30/40 máy; xã: 10/20 máy).", ""),
        ("Nối 40/60 máy (sở: 30/90 máy; xã: 10/20 máy).", "40/60"),
        ("Người dao chiếm 40% dân số.", "dao"),
        ("Người thái độ tốt.", ""),
        ("Hệ thống có … tài khoản.", "…"),
        ("Kết nối dân cư, đất đai, … theo quy định.", ""),
    ],
)
def test_prose_is_reckoned(line: str, wrong: str) -> None:
    assert [letters for _, letters in in_prose(line)] == ([wrong] if wrong else [])


COLUMNS = "cot: [{ten: TT}, {ten: Việc}, {ten: Thành tiền}]"
ROWS = "hang: [['1', Vùng trồng có mã, '356'], ['2', Máy quét, '120']]"


@pytest.mark.parametrize(
    ("before", "rows", "behind", "wrong"),
    [
        ("Nhu cầu:", ROWS, "Tổng cộng 476 triệu đồng.", ""),
        ("Nhu cầu:", ROWS, "Tổng cộng 467 triệu đồng.", "467 triệu đồng"),
        ("Tổng kinh phí 467 triệu đồng, gồm:", ROWS, "Như trên.", "467 triệu đồng"),
        ("Nhu cầu:", ROWS, "Tổng cộng khoảng 467 triệu đồng.", ""),
        ("Nhu cầu:", ROWS, "Tổng cộng cả giai đoạn 2.000 triệu đồng.", ""),
        ("Nhu cầu:", ROWS.replace("'120'", "''"), "Tổng cộng 467 triệu đồng.", ""),
        ("Nhu cầu:", ROWS, "Cập nhật 365 vùng trồng.", "365"),
        ("Nhu cầu:", ROWS, "Cập nhật 300 vùng trồng.", ""),
        ("Nhu cầu:", ROWS, "Cập nhật 356 vùng trồng.", ""),
    ],
)
def test_prose_is_compared_with_the_table(before: str, rows: str, behind: str, wrong: str) -> None:
    table = f"  - bang:\n      don_vi_tinh: triệu đồng\n      {COLUMNS}\n      {rows}\n"
    head = f'noi_dung:\n- muc: Kinh phí\n  doan_van:\n  - "{before}"\n'
    found = [letters for _, letters in told(f"{head}{table}  - {behind}\n")]
    assert found == ([wrong] if wrong else [])


def test_a_table_with_two_columns_of_money_has_no_one_total() -> None:
    columns = "cot: [{ten: Việc}, {ten: Kinh phí năm 2026}, {ten: Kinh phí năm 2027}]"
    text = f"noi_dung:\n- muc: A\n  bang:\n    {columns}\n    hang: [[Máy, '1', '2']]\n"
    assert told(text + "  doan_van: Tổng cộng 4 triệu đồng.\n") == []


CITED = "Theo Quyết định số 1622/QĐ-TTg ngày 25/10/{} của Thủ tướng Chính phủ."


def test_another_year_of_one_day_is_a_slip() -> None:
    first, other = CITED.format(2017), CITED.format(2016)
    assert in_prose(f"{first} {other}") == [("KH215", "ngày 25/10/2016")]
    assert in_prose(f"{first} {other.replace('25/10', '03/02')}") == []


BASES = "van_ban: {ngay_ban_hanh: 10/7/2026}\ncan_cu: [%s]\n"
LAW = "Luật Tổ chức chính quyền địa phương ngày {}"


@pytest.mark.parametrize(
    ("basis", "rule"),
    [
        ("Luật Chuyển đổi số ngày 12 tháng 11 năm 2025", ["KH217"]),
        ("Luật Chuyển đổi số ngày 11 tháng 12 năm 2025", []),
        (LAW.format("19 tháng 6 năm 2015"), ["KH256"]),
        (LAW.format("16 tháng 6 năm 2025"), []),
    ],
)
def test_laws_are_held_against_the_register(basis: str, rule: list[str]) -> None:
    assert [found for found, _ in told(BASES % basis)] == rule


@pytest.mark.parametrize(
    ("head", "rule"),
    [
        ("trich_yeu: Kế hoạch chuyển đổi số năm 2026", ["KH153"]),
        ("trich_yeu: Kế hoạch hóa phát triển năm 2026", []),
        ("co_quan_ban_hanh: UBND tỉnh Lào Cai\n  dia_danh: Thành phố Lào Cai", ["KH104"]),
        ("co_quan_ban_hanh: UBND thành phố Huế\n  dia_danh: Thành phố Huế", []),
        ("co_quan_ban_hanh: Bộ Nội vụ\n  dia_danh: Hà Nam", ["KH105"]),
        ("co_quan_ban_hanh: Bộ Nội vụ\n  dia_danh: Hà Nội", []),
        (
            "co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai\n"
            "  nguoi_ky: {thay_mat: Hội đồng nhân dân tỉnh}",
            ["KH115"],
        ),
        (
            "co_quan_ban_hanh: Ban Thường vụ Đảng ủy\n  nguoi_ky: {thay_mat: Ủy ban nhân dân}",
            ["KH115"],
        ),
        ("co_quan_ban_hanh: Ban Thường vụ Đảng ủy\n  nguoi_ky: {thay_mat: Ban Thường vụ}", []),
    ],
)
def test_the_head_of_a_plan(head: str, rule: list[str]) -> None:
    assert [found for found, _ in told(f"van_ban:\n  {head}\n")] == rule


def test_an_old_year_of_a_task_is_found() -> None:
    head = "van_ban: {thoi_ky: 2027}\nnoi_dung:\n- muc: A\n  vai_tro: nhiem_vu\n  doan_van: "
    assert told(head + "Ban hành danh mục trong quý I năm 2017.\n") == [("KH572", "2017")]
    assert told(head + "Rà soát quy chế ban hành trong quý I năm 2017.\n") == []


def test_the_committee_of_a_province_that_is_no_more() -> None:
    head = "van_ban: {ngay_ban_hanh: 15/5/2026}\nloi_dan: Phối hợp với Tỉnh ủy Hậu Giang.\n"
    assert told(head) == [("KH601", "Tỉnh ủy Hậu Giang")]
