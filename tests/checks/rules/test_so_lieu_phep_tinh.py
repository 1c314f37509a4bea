"""Sums, products and shares that a text or a row writes out; years and deadlines of the plan."""

import pytest

from tests.checks.rules.pointing import pointed

RULES = ("KH421", "KH430", "KH433", "KH434", "KH435", "KH441", "KH150", "KH234")


def told(text: str) -> list[tuple[str, str]]:
    return pointed(text, RULES)


def in_prose(line: str) -> list[tuple[str, str]]:
    return told(f'noi_dung:\n- muc: A\n  doan_van: "{line}"\n')


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Lắp thêm 138 mắt (212 + 138 = 350).", ""),
        ("Lắp thêm 138 mắt (212 + 138 = 340).", "340"),
        ("Thủ tục: 1.655 + 492 = 2.147.", ""),
        ("Tạm tính 1,2 tỷ đồng/quý x 4 quý = 4,8 tỷ đồng.", ""),
        ("Tạm tính 1,2 tỷ đồng/quý x 4 quý = 4,6 tỷ đồng.", "4,6"),
        ("Mức thưởng 0,6 x 2.340.000 đồng = 1.404.000 đồng.", ""),
        ("Mức thưởng 0,6 x 2.340.000 đồng = 1.440.000 đồng.", "1.440.000"),
        ("Mua 20 bộ x 15 triệu đồng = 300.", ""),
        ("Mua 20 bộ x 15 triệu đồng = 0,3 tỷ đồng.", ""),
        ("Hỗ trợ 85% x 200 hộ = 170 hộ.", ""),
        ("Hỗ trợ 85% x 200 hộ = 180 hộ.", "180"),
        ("Hai nhóm: 2 x 30 + 3 x 10 = 90 người.", ""),
        ("Hai nhóm: 2 x 30 + 3 x 10 = 630 người.", "630"),
        ("Hệ số 0,333 x 10 = 3,3.", ""),
        ("Mở 5 - 7 lớp x 35 người = 245 người.", ""),
        ("Tính Đ1 x 2 + 3 = 9 điểm.", ""),
        ("Tính 2 x 3 = 3 x 2.", ""),
        ("Cứ 1 kg nhựa = 10 điểm; màn hình 16 x 9.", ""),
    ],
)
def test_what_is_worked_out_in_words_is_right(line: str, wrong: str) -> None:
    assert in_prose(line) == ([("KH433", wrong)] if wrong else [])


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Nhận 6.354 hồ sơ, trả đúng hạn 6.311 hồ sơ (99,3%).", ""),
        ("Nhận 6.354 hồ sơ, trả đúng hạn 6.311 hồ sơ (93,3%).", "93,3"),
        ("Nhận 120 hồ sơ, trong đó 90 hồ sơ trực tuyến (đạt 67%).", "67"),
        ("Đạt 90 hồ sơ trên tổng số 120 hồ sơ (75%).", ""),
        ("Có 30 người ở tỉnh, 10 người ở xã (25%).", ""),
        ("Tăng từ 80 hồ sơ lên 100 hồ sơ (25%).", ""),
        ("Huyện chi 1.001 triệu đồng, tỉnh hỗ trợ 600 triệu đồng (chiếm 37%).", ""),
        ("Có 50 hồ sơ giấy và 50 hồ sơ số (80%).", ""),
    ],
)
def test_a_share_in_brackets_is_that_of_the_two_counts_before_it(line: str, wrong: str) -> None:
    assert in_prose(line) == ([("KH434", wrong)] if wrong else [])


@pytest.mark.parametrize("share", ["78,4", "87,4"])
def test_a_share_may_stand_far_behind_its_ratio(share: str) -> None:
    what = "thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình"
    found = in_prose(f"Có 312/398 {what} ({share}%).")
    assert found == ([] if share == "78,4" else [("KH441", share)])


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Tỉnh có 124 đơn vị hành chính cấp xã (103 xã, 20 phường, 01 đặc khu).", ""),
        ("Tỉnh có 124 đơn vị hành chính cấp xã (103 xã, 21 phường, 01 đặc khu).", "124"),
        ("Bồi dưỡng 900 lượt cán bộ, công chức: 400 lượt ở tỉnh, 510 lượt ở xã.", "900"),
        ("Có 3.462 máy tính, trong đó Sở 74 máy, tỉnh 1.508 máy, xã 1.880 máy.", ""),
        ("Có 3.462 máy tính, trong đó Sở 74 máy, tỉnh 1.508 máy, xã 1.890 máy.", "3.462"),
        ("Có 120 hồ sơ, trong đó 110 hồ sơ trực tuyến, 8 hồ sơ trả chậm.", ""),
        ("Có 120 người, trong đó nữ 50 người, đảng viên 60 người, trẻ 20 người.", ""),
    ],
)
def test_parts_that_are_told_make_up_the_count_before_them(line: str, wrong: str) -> None:
    assert in_prose(line) == ([("KH430", wrong)] if wrong else [])


HEAD = "noi_dung:\n- muc: A\n  bang:\n    cot: [{ten: Tên}, "
PRICES = HEAD + "{ten: Số lượng}, {ten: Đơn giá}, {ten: Thành tiền}]\n    hang:\n"
RIGHT = "    - [A, 2 bộ, 5, 10]\n    - [B, 3, 20, 60]\n    - [C, 10 cái, 15, 150]\n"
SPLIT = "{ten: Tổng mức}, {ten: Trong đó, cot: [{ten: Xã}, {ten: Tỉnh}]}]\n    hang:\n"


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (PRICES + RIGHT + "    - [D, 2, 300, 600]\n", []),
        (PRICES + RIGHT + "    - [D, 2, 300, 500]\n", [("KH435", "500")]),
        (PRICES + RIGHT + "    - [D, theo thực tế, 300, 500]\n    - [E]\n", []),
        (PRICES + RIGHT + "    - [D, 2, 300, 500]\n    - [E, 2, 300, 500]\n", []),
        (PRICES.replace("Đơn giá", "Giá") + RIGHT + "    - [D, 2, 300, 500]\n", []),
        (HEAD + SPLIT + "    - [A, 5, 2, 3]\n    - [B, 9, 4, 5]\n    - [C, 8, 6, 2]\n", []),
        (
            HEAD + SPLIT + "    - [A, 5, 2, 3]\n    - [B, 9, 4, 5]\n    - [C, 7, 6, 2]\n",
            [("KH421", "7")],
        ),
        (
            HEAD
            + "{ten: Quý I}, {ten: Quý II}, {ten: Cả năm}]\n    hang:\n"
            + "    - [A, 2, 3, 5]\n    - [B, 4, 5, 9]\n    - [C, 6, 2, 9]\n",
            [("KH421", "9")],
        ),
    ],
)
def test_a_row_adds_up_as_the_others_do(table: str, wrong: list[tuple[str, str]]) -> None:
    assert told(table) == wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("loi_dan: Sở ban hành Kế hoạch chuyển đổi số năm 2026 như sau.", [("KH150", "2026")]),
        ("loi_dan: Sở ban hành Kế hoạch chuyển đổi số năm 2027 như sau.", []),
        ("loi_ket: Trên đây là Kế hoạch năm 2026; các sở thực hiện.", [("KH150", "2026")]),
        ("loi_dan: Sở ban hành Kế hoạch thực hiện Đề án giai đoạn 2021-2025.", []),
        ("loi_dan: Theo Luật Dữ liệu năm 2024 Sở ban hành Kế hoạch số 5/KH-SYT.", []),
        ("loi_ket: Các sở báo cáo trước ngày 10/12/2029.", [("KH234", "10/12/2029")]),
        ("loi_ket: Các sở báo cáo trước ngày 10/12/2028.", [("KH234", "10/12/2028")]),
        ("loi_ket: Các sở báo cáo trước ngày 10/3/2028.", []),
        ("loi_ket: Giấy phép có giá trị đến 10/12/2029.", []),
    ],
)
def test_the_plan_keeps_to_its_period(words: str, wrong: list[tuple[str, str]]) -> None:
    assert told(f"van_ban: {{thoi_ky: 2027}}\n{words}\n") == wrong
    assert told(words + "\n") == []
