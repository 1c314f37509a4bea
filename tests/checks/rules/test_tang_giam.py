"""A base, a change and a result; a part, a whole and a share: the same said in many wordings."""

import pytest

from tests.checks.rules.test_cau_kho import prose, told

CHANGES = [
    ("KH466", "Trạm 5G tăng từ 120 trạm năm 2024 lên {} trạm, tức là tăng thêm 190 trạm.", "310"),
    ("KH466", "Năm 2024 có 640 điểm wifi, đến năm 2025 là 800 điểm, tăng {}% so với trước.", "25"),
    ("KH466", "Có 85 máy chủ, nhiều hơn {} máy chủ so với 65 máy chủ của năm 2024.", "20"),
    ("KH466", "Có 48 phòng họp, thêm {} phòng so với 36 phòng của năm 2024.", "12"),
    ("KH466", "Hồ sơ quá hạn giảm {} hồ sơ, từ 1.500 hồ sơ xuống 900 hồ sơ.", "600"),
    ("KH466", "Có 320 cán bộ, so với năm 2024 (250 cán bộ) tăng {} cán bộ.", "70"),
    ("KH466", "Có 2.850 tổ, giảm {} tổ so với 3.000 tổ trước khi sắp xếp.", "150"),
    ("KH466", "Cần 42 triệu đồng, cao hơn {} triệu đồng so với 35 triệu đồng năm 2024.", "7"),
    ("KH466", "Đăng 1.260 tin, bài, tăng gấp {} lần năm 2021 (420 tin, bài).", "3"),
    ("KH466", "Có 500 trạm, gấp {} lần số 125 trạm hiện nay.", "4"),
    ("KH466", "Nâng đường truyền gấp {}, từ 2 Mb/s lên 4 Mb/s.", "đôi"),
    ("KH466", "Hồ sơ giấy còn {} hồ sơ, bằng một nửa so với 100.000 hồ sơ năm 2022.", "50.000"),
    ("KH466", "Họp 42 cuộc, bằng {}% so với năm 2015 (30 cuộc).", "140"),
    ("KH466", "Ban hành 24 văn bản, hơn năm 2015 là {} văn bản (năm 2015 có 18 văn bản).", "6"),
    ("KH466", "Lưu trữ được nâng thêm {} TB, từ 40 TB thành 100 TB.", "60"),
    ("KH466", "Cấp mới {} chứng thư, lũy kế 3.840 chứng thư so với 3.200 chứng thư.", "640"),
    ("KH466", "Số thủ tục còn 1.900 thủ tục, giảm {}% so với 2.000 thủ tục trước rà soát.", "5"),
    (
        "KH466",
        "Truy cập đạt 2,4 triệu lượt, tăng {} triệu lượt so với năm 2024 (2 triệu lượt).",
        "0,4",
    ),
    ("KH466", "Bỏ học giảm từ 0,5% xuống 0,3% (giảm {}%).", "40"),
    ("KH466", "Có 180 hộ.\nHộ có mạng tăng thêm 60 hộ, lên {} hộ.", "240"),
    ("KH461", "Hài lòng đạt 94%, cao hơn {} điểm phần trăm so với mức 90% của năm 2024.", "4"),
    ("KH461", "Chỉ số xếp thứ 18, so với thứ 26 của năm 2021 tăng {} bậc.", "8"),
    ("KH434", "Nhận 412.000 hồ sơ, trong số đó 370.800 hồ sơ trực tuyến, tỷ lệ là {}%.", "90"),
    ("KH434", "Thanh toán 288.400 hồ sơ, tương đương {}% của 412.000 hồ sơ.", "70"),
    ("KH434", "Vốn 180 tỷ đồng, trong đó đầu tư 126 tỷ đồng, chiếm {}%.", "70"),
    ("KH434", "Ký số chiếm {}%: 950.000 văn bản trong 1.000.000 văn bản đi.", "95"),
    ("KH434", "Máy tính: 4.750 máy/5.000 người, tỷ lệ {}%.", "95"),
    ("KH434", "Có 180.000 hộ dùng cáp quang trên 600.000 hộ toàn tỉnh mới đạt {}%.", "30"),
    ("KH434", "Đúng hạn 58.800 hồ sơ, bằng {}% số hồ sơ đã nhận là 60.000 hồ sơ.", "98"),
    (
        "KH434",
        "Tổng kinh phí 96 tỷ đồng; riêng năm 2017 là 24 tỷ đồng, bằng {}% tổng kinh phí.",
        "25",
    ),
    ("KH434", "Có 640 người đạt chuẩn, chiếm {}% trong tổng số 800 người được đánh giá.", "80"),
    ("KH463", "Mở 16 lớp cho {} lượt người, trung bình 30 người một lớp.", "480"),
    ("KH464", "Đã học 5.400 người, còn lại {} người trong tổng số 6.000 người chưa học.", "600"),
    ("KH464", "Có mạng 123/164 xã, phường; {} xã, phường, thị trấn còn lại dùng vệ tinh.", "41"),
    ("KH430", "Nối 285 cơ quan, trong đó 20 sở, 12 huyện, 235 xã và {} đơn vị sự nghiệp.", "18"),
    (
        "KH430",
        "Có 3.600 máy, trong đó cấp tỉnh 1.450 máy, cấp huyện {} máy, cấp xã 1.000 máy.",
        "1.150",
    ),
    ("KH458", "Có 22/22 trạm y tế xã có mạng.\nĐã nối {} trạm y tế xã.", "22"),
]


def slip(figures: str) -> str:
    """The same with its first figure one more; three times for twice."""
    return "ba" if figures == "đôi" else f"{(int(figures[0]) + 1) % 10 or 1}{figures[1:]}"


@pytest.mark.parametrize(("rule", "text", "right"), CHANGES)
def test_what_is_told_right_is_left_alone(rule: str, text: str, right: str) -> None:
    assert told(prose(text.format(right)), rule) == []


@pytest.mark.parametrize(("rule", "text", "right"), CHANGES)
def test_what_is_told_wrong_is_found(rule: str, text: str, right: str) -> None:
    assert len(told(prose(text.format(slip(right))), rule)) == 1


RIGHT = [
    "Thu 12.500 tỷ đồng, đạt 105% dự toán, tăng 8% so với cùng kỳ; chi 9.800 tỷ đồng.",
    "Nâng tỷ lệ trực tuyến từ 60% lên 80%, tỷ lệ thanh toán trực tuyến tăng 10% mỗi năm.",
    "Tăng thêm 15 lớp so với kế hoạch đầu năm, nâng số học viên từ 300 người lên 750 người.",
    "Có 1.200 hộ, tăng 200 hộ so với năm 2020, trong đó 300 hộ nghèo, giảm 50 hộ so với năm 2020 "
    "(350 hộ).",
    "Đạt 94 điểm, tăng 3,5 điểm so với năm 2024 và cao hơn 2 điểm so với cả nước là 92 điểm.",
    "Tăng 1,5 lần số máy chủ, từ 20 máy lên 30 máy.",
    "Đã số hóa 1.200.000 trang, tăng 3 lần so với giai đoạn trước (400.000 trang).",
    "Giảm từ 2 giờ xuống 30 phút.",
    "Hai chỉ số tăng hạng so với năm 2016 là ứng dụng (thứ 6/63, tăng 4 bậc) và dịch vụ công "
    "(thứ 4/63, tăng 16 bậc).",
    "Năm 2023 có 120 vụ, năm 2024 có 100 vụ, năm 2025 có 90 vụ, giảm 10% so với năm 2024.",
    "Khoảng 36 phòng năm 2024; có gần 50 phòng, tăng 12 phòng so với khoảng 36 phòng năm 2024.",
    "Số trạm giảm 80 trạm (năm 2019 là 400 trạm), tương đương giảm 20%.",
    "Thêm 4 lớp, nâng tổng số lên 40 lớp.",
    "Nhận 6.400 hồ sơ trong hai tháng 7 và 8, trong đó 5.120 hồ sơ trực tuyến (80%).",
    "Từ 18h đến 6h, chiếm 47%; có 31 vụ, chiếm 60,78% tổng số vụ bị khởi tố trong 51 vụ.",
    "Năm 2017 là 24 tỷ đồng, năm 2018 là 96 tỷ đồng, bằng 25% tổng nhu cầu.",
    "Cả nước có 3.321 xã; 3.321 xã ấy gồm 195 xã của tỉnh.",
    "Cán bộ nữ 35%, tăng 5% so với nhiệm kỳ trước (30%).",
    "Có 120 người, trong đó nữ 50 người, đảng viên 60 người, trẻ 20 người.",
    "So với trước (tăng 5 lần) đạt 50 hồ sơ; từ 5 xã còn 3 xã, bằng 60% so với 5 xã.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_sentences_of_the_same_make_are_left_alone(text: str) -> None:
    rules = ("KH430", "KH434", "KH441", "KH458", "KH461", "KH464", "KH466")
    assert [told(prose(text), rule) for rule in rules] == [[]] * len(rules)


def test_a_change_that_goes_the_other_way_is_told() -> None:
    text = "Họp 42 cuộc, giảm 17 cuộc so với năm 2020 (25 cuộc)."
    assert told(prose(text), "KH466") == ["17"]
    assert told(prose(text.replace("giảm", "tăng")), "KH466") == []
