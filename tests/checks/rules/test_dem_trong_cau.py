"""Counts of one sentence held against each other, and sentences of the same make that are right."""

import pytest

from tests.checks.rules.test_cau_kho import prose, told

SENTENCES = [
    ("KH463", "28 cơ quan, mỗi cơ quan 3 chữ ký, tổng cộng 48 chữ ký.", ["48"]),
    ("KH463", "28 cơ quan, mỗi cơ quan 3 chữ ký, tổng cộng 84 chữ ký.", []),
    ("KH463", "Mỗi tổ dân phố họp 02 buổi, cả phường 263 buổi.", ["263"]),
    ("KH463", "Mỗi tổ dân phố họp 02 buổi, cả phường 236 buổi.", []),
    ("KH463", "Thay 420 máy tính cho 12 trường, mỗi trường 20 máy.", ["420"]),
    ("KH463", "Thay 420 máy tính cho 21 trường, mỗi trường 20 máy.", []),
    ("KH463", "Thay 420 máy tính cho 12 trường, mỗi trường ít nhất 20 máy.", []),
    ("KH463", "Lắp mạng cho 26 xã trong hai năm 2016, 2017 (mỗi năm 16 xã).", ["26"]),
    ("KH463", "Lắp mạng cho 26 xã trong hai năm 2016, 2017 (mỗi năm 13 xã).", []),
    ("KH463", "Có 11.500 máy cho 575/575 trường, bình quân 22 máy/trường.", ["11.500"]),
    ("KH463", "Có 11.500 máy cho 575/575 trường, bình quân 20 máy/trường.", []),
    ("KH463", "Có 11.500 máy cho 575/575 trường, bình quân khoảng 22 máy/trường.", []),
    ("KH463", "Xã có 9.350 hộ và 32.725 người; mỗi hộ bình quân 5,3 người.", ["32.725"]),
    ("KH463", "Xã có 9.350 hộ và 32.725 người; mỗi hộ bình quân 3,5 người.", []),
    ("KH463", "Có 120 người của 10 xã và 20 huyện; mỗi tháng họp 2 lần.", []),
    ("KH463", "Mở 12 lớp. Mỗi lớp 30 người. Năm trước có 500 người.", []),
    ("KH463", "Cấp 58 máy ở 10 xã và 4 phường, mỗi xã 5 máy, mỗi phường 2 máy.", []),
    ("KH464", "Đã dùng tại 24/28 cơ quan, chiếm 85,7%; còn 3 cơ quan chưa dùng.", ["3"]),
    ("KH464", "Đã dùng tại 24/28 cơ quan, chiếm 85,7%; còn bốn cơ quan chưa dùng.", []),
    ("KH464", "Đã nối 70/73 đơn vị; hai đơn vị còn lại ở vùng sâu.", ["hai"]),
    ("KH464", "Có 58 máy hỏng, đã sửa 52 máy, còn 8 máy.", ["8"]),
    ("KH464", "Có 58 máy hỏng, đã sửa 52 máy, còn 6 máy.", []),
    ("KH464", "Thời gian giảm từ 10 ngày còn 7 ngày; hồ sơ giảm còn 3 hồ sơ.", []),
    ("KH464", "Đã nối 35/40 xã.\nNối tiếp 6 xã còn lại.", ["6"]),
    ("KH464", "Đã nối 35/40 xã.\nNối tiếp 5 xã còn lại.", []),
    ("KH464", "Đã nối 35/40 xã; 5 xã làm năm sau.\nNối tiếp 3 xã còn lại.", []),
    ("KH464", "Đã nối 35/40 xã.\nNối tiếp 12 xã còn lại.", []),
    ("KH465", "Làm tại 4 huyện: Long Hồ, Mang Thít, Vũng Liêm.", ["4"]),
    ("KH465", "Làm tại 3 huyện: Long Hồ, Mang Thít, Vũng Liêm.", []),
    ("KH465", "Làm ở 7 xã trong năm 2022 gồm: Thái, Hải, Giao, Nhân, Lưu, Bình.", ["7"]),
    ("KH465", "Bán 5 sản phẩm (cà rốt, su hào, bắp cải, gạo nếp).", ["5"]),
    ("KH465", "Bán 4 sản phẩm (cà rốt, su hào, bắp cải và gạo nếp).", []),
    ("KH465", "Bán 5 sản phẩm (cà rốt, su hào, bắp cải, …).", []),
    ("KH465", "Bán 5 sản phẩm (cà rốt, su hào, bắp cải, gạo.", []),
    ("KH465", "Làm 6 nhóm nhiệm vụ: rà soát, phân loại; giám sát; diễn tập; đào tạo.", ["6"]),
    ("KH465", "Làm 4 nhóm nhiệm vụ: rà soát, phân loại; giám sát; diễn tập; đào tạo.", []),
    ("KH465", "Có 60 xã: Hòa An, Hòa Bình.", []),
    ("KH466", "Mở thêm 20 bộ dữ liệu, nâng số bộ từ 17 lên 47 bộ.", ["20"]),
    ("KH466", "Mở thêm 30 bộ dữ liệu, nâng số bộ từ 17 lên 47 bộ.", []),
    ("KH466", "Nâng đường truyền từ 300 Mbps lên 100 Mbps.", ["300"]),
    ("KH466", "Giảm thời gian từ 5 ngày xuống còn 10 ngày.", ["5"]),
    ("KH466", "Tăng thứ hạng từ 20 lên 4; giảm thời gian từ 10 ngày xuống 5 ngày.", []),
    ("KH466", "Họp 25 cuộc, giảm 15 cuộc so với năm 2020 (42 cuộc).", ["15"]),
    ("KH468", "Xã có 5 thôn, 2.140 hộ.\nLập tổ tại sáu thôn.", ["sáu"]),
    ("KH468", "Xã có 5 thôn, 2.140 hộ.\nTrước đây xã có 9 thôn.", []),
    ("KH468", "Tỉnh có 55 xã và 9 phường.\nPhủ sóng 64 xã, phường.", []),
    ("KH468", "Tỉnh có 8 huyện.\nHuyện có 12 xã.\nXã có 3 huyện.\nMở lớp tại 9 huyện.", []),
    ("KH434", "Có 376 trong tổng số 393 trường (90,7%).", ["90,7"]),
    ("KH434", "Có 376 trong tổng số 393 trường (95,7%).", []),
    ("KH434", "Đã cài: 20.160 người trên 24.000 người từ 14 tuổi (48%).", ["48"]),
    ("KH434", "Đã cài: 20.160 người trên 24.000 người từ 14 tuổi (84%).", []),
    ("KH434", "Có 1.250 người, được trang bị 1.125 máy tính, đạt 92%.", ["92"]),
    ("KH434", "Có 1.250 người, được trang bị 1.125 máy tính, đạt 90%.", []),
    ("KH434", "Có 12 máy chủ, 5 phần mềm; làm 8 việc, đạt 90%.", []),
    ("KH434", "Loại tốt 12 xã (60%), loại khá 8 xã (40%).", []),
    ("KH434", "Trực tuyến 4.000 hồ sơ, trực tiếp 6.000 hồ sơ (60%).", []),
    ("KH430", "Cả tỉnh có 46 cán bộ công nghệ thông tin (CNTT): 3 thạc sĩ, 41 đại học.", ["46"]),
    ("KH430", "Nhận 19.200 hồ sơ: 17.280 trực tuyến (90%), 1.290 trực tiếp.", ["19.200"]),
    ("KH430", "Đào tạo 20 quản trị; 15 lập trình; 400 người dùng, tổng cộng 453 người.", ["453"]),
    ("KH450", "Xây dựng ba cơ sở dữ liệu sau:\n- Đất đai;\n- Dân số.", ["ba cơ sở"]),
    ("KH450", "Xây dựng hai cơ sở dữ liệu sau:\n- Đất đai;\n- Dân số.", []),
    ("KH450", "Trong 5 xã thí điểm cần làm:\n- Khảo sát;\n- Lắp đặt.", []),
    ("KH451", "Có kho lưu trữ 12 TB, đã dùng:\n- 8 TB cho hình ảnh;\n- 2 TB cho văn bản.", []),
    ("KH451", "Có kho lưu trữ 12 TB, đã dùng:\n- 8 TB cho hình ảnh;\n- 6 TB cho văn bản.", ["12"]),
    ("KH451", "Kiểm tra 64 máy tính, gồm 38 máy của xã, 81 máy của trường.", ["64"]),
    ("KH461", "Từ vị trí 18 năm 2011 lên vị trí 12 năm 2012, tăng 8 bậc.", ["8"]),
    ("KH526", "Thực phẫm sạch, đừng để trể hạn; ông Trể.", ["phẫm", "trể"]),
    ("KH528", "Trách nghiệm với nuôi chồng thủy sản.", ["nghiệm", "chồng"]),
    ("KH605", "Giao Sở TT&TT, Sở Nội vụ và Sở Tài chính, Bộ Chỉ huy quân sự tỉnh, Sở Y tế.", []),
    (
        "KH606",
        "Họp tại huyện Cẩm Giàng; xã Hòa An của huyện Cẩm Giang; huyện Cẩm Giàng.",
        ["Cẩm Giang"],
    ),
    ("KH606", "Họp tại huyện Bình Lục, xã Bình Lúc và huyện Bình Lục, Hà Nam.", []),
]


@pytest.mark.parametrize(("rule", "text", "wrong"), SENTENCES)
def test_a_sentence_is_counted(rule: str, text: str, wrong: list[str]) -> None:
    assert told(prose(text), rule) == wrong


def test_bodies_that_never_were_are_told_with_the_likely_ones() -> None:
    text = "Giao Sở Nội chính, Sở Kế hoạch và Xây dựng, Bộ Khoa học và Du lịch."
    assert told(prose(text), "KH605") == [
        "Sở Nội chính",
        "Sở Kế hoạch và Xây dựng",
        "Bộ Khoa học và Du lịch",
    ]


PLANS = [
    ("KH606", "Lê Trân", ["Lê Trân"]),
    ("KH606", "Lê Chân", []),
    ("KH606", "Lê Chấn", ["Lê Chấn"]),
]


@pytest.mark.parametrize(("rule", "name", "wrong"), PLANS)
def test_the_name_of_the_issuer_is_spelt_in_one_way(rule: str, name: str, wrong: list[str]) -> None:
    head = "van_ban: {co_quan_ban_hanh: Ủy ban nhân dân phường Lê Chân}\n"
    assert told(f"{head}loi_ket: Kế hoạch của phường {name}.\n", rule) == wrong


def plan(period: str, body: str) -> str:
    return f"van_ban: {{thoi_ky: {period}, ngay_ban_hanh: 06/6/2019}}\n{body}"


TASK = "noi_dung:\n- muc: Nhiệm vụ\n  vai_tro: nhiem_vu\n  doan_van: "
TABLE = "noi_dung:\n- muc: Việc\n  bang: {cot: [{ten: Việc}, {ten: Hạn}], hang: [[Họp, "
ITEM = "du_an: [{ten: Mạng LAN cấp xã, thoi_gian: "
TARGET = "chi_tieu: [{ten: Bộ dữ liệu mở, don_vi_tinh: bộ, hien_trang: "
TIMES = [
    ("KH239", "2019", TASK + "Hoàn thành trong quý I/2019.\n", ["quý I/2019"]),
    ("KH239", "2019", TASK + "Hoàn thành trong quý III/2019.\n", []),
    ("KH239", "2019", TASK + "Đại hội đã họp xong trong tháng 3 năm 2019.\n", []),
    ("KH239", "2019", TASK + "Làm từ tháng 3 đến tháng 10 năm 2009.\n", ["tháng 10 năm 2009"]),
    ("KH234", "2019", TASK + "Tổng kết trong quý IV năm 2020.\n", ["quý IV năm 2020"]),
    ("KH234", "2019", TASK + "Báo cáo trong quý I năm 2020.\n", []),
    ("KH234", "2019", TABLE + "Quý IV/2020]]}\n", ["Quý IV/2020"]),
    ("KH234", "2019", TABLE + "Quý IV/2019]]}\n", []),
    ("KH319", "2019-2021", ITEM + "2019-2024, tong_kinh_phi: 5, von: {2020: 5}}]\n", ["2019-2024"]),
    ("KH319", "2019-2021", ITEM + "2019-2024, tong_kinh_phi: 9, von: {2020: 5}}]\n", []),
    ("KH319", "2019-2020", ITEM + "2019-2024, tong_kinh_phi: 5, von: {2020: 5}}]\n", []),
    ("KH155", "2019-2021", TASK + "Giai đoạn 2 (2020 - 2023) làm dữ liệu.\n", ["2020 - 2023"]),
    ("KH155", "2019-2021", TASK + "Giai đoạn 2 (2022 - 2023) làm dữ liệu.\n", []),
    ("KH142", "2019", "noi_dung: [{muc: Mục tiêu năm 2020, doan_van: A.}]\n", ["2020"]),
    ("KH142", "2019", "noi_dung: [{muc: Định hướng năm 2020, doan_van: A.}]\n", []),
    (
        "KH150",
        "2019-2021",
        "loi_ket: Trên đây là Kế hoạch giai đoạn 2018 - 2021.\n",
        ["2018 - 2021"],
    ),
    ("KH327", "2019-2021", TARGET + "71, gia_tri: {2019: 22, 2020: 35}}]\n", ["71"]),
    ("KH327", "2019-2021", TARGET + "17, gia_tri: {2019: 22, 2020: 35}}]\n", []),
    ("KH154", "2019", TASK + "Phân bổ theo bảng sau.\n", ["bảng"]),
]


@pytest.mark.parametrize(("rule", "period", "body", "wrong"), TIMES)
def test_times_are_held_against_the_period(
    rule: str, period: str, body: str, wrong: list[str]
) -> None:
    assert told(plan(period, body), rule) == wrong


def test_a_table_in_the_section_is_the_one_that_is_meant() -> None:
    text = "noi_dung:\n- muc: A\n  doan_van:\n  - Theo bảng sau.\n  - bang: {cot: [{ten: Việc}], "
    assert told(text + "hang: [[Họp]]}\n", "KH154") == []


def test_a_register_has_as_many_items_as_the_text_says() -> None:
    items = "du_an: [{ten: Mạng LAN}, {ten: Trục liên thông}]\n"
    text = "noi_dung:\n- muc: Kinh phí\n  doan_van: Danh mục {} dự án ở phụ lục.\n"
    assert told(items + text.format(3), "KH452") == ["3 dự án"]
    assert told(items + text.format(2), "KH452") == []


def test_a_ministry_is_led_by_a_minister_and_vice_ministers() -> None:
    text = "van_ban: {{co_quan_ban_hanh: Bộ Y tế, nguoi_ky: {{ho_ten: Lê An, chuc_vu: {}}}}}\n"
    assert told(text.format("Phó Bộ trưởng"), "KH145") == ["Phó Bộ trưởng"]
    assert told(text.format("Thứ trưởng"), "KH145") == []


def test_numbers_tell_the_type_and_the_ministry() -> None:
    text = "loi_dan: Theo {} ngày 22/12/2016 của Bộ Y tế.\n"
    assert told(text.format("Quyết định số 5316/BYT-QĐ"), "KH211") == ["5316/BYT-QĐ"]
    assert told(text.format("Quyết định số 5316/QĐ-BTY"), "KH212") == ["5316/QĐ-BTY"]
    assert told(text.format("Quyết định số 5316/QĐ-BYT"), "KH212") == []


def test_a_body_whose_name_has_a_word_of_the_past_is_gone_all_the_same() -> None:
    text = "van_ban: {ngay_ban_hanh: 20/3/2026}\nloi_dan: Giao Sở Tài nguyên và Môi trường.\n"
    assert told(text, "KH603") == ["Sở Tài nguyên và Môi trường"]
