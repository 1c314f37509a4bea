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
    ("KH463", "Tập huấn 15 lớp cho 705 lượt người, mỗi lớp 50 người.", ["705"]),
    ("KH463", "Mua 558 máy tính cho 195 xã, phường, mỗi đơn vị 3 máy.", ["558"]),
    ("KH463", "Mua 585 máy tính cho 195 xã, phường, mỗi đơn vị 3 máy.", []),
    ("KH463", "Mua 585 máy cho 95 xã và 12 sở, mỗi đơn vị 3 máy.", []),
    ("KH463", "Mở 20 lớp, mỗi lớp 30 người, cho 900 lượt người.", ["900"]),
    ("KH463", "Mở 20 lớp cho cán bộ xã; mỗi năm 05 lớp trong 05 năm.", ["20"]),
    ("KH463", "Mở 25 lớp cho cán bộ xã; mỗi năm 05 lớp trong 05 năm.", []),
    ("KH463", "Có 11.250 hộ với 45.000 nhân khẩu, bình quân 5 người/hộ.", ["45.000"]),
    ("KH463", "Có 11.250 hộ với 45.000 nhân khẩu, bình quân 4 người/hộ.", []),
    ("KH463", "Thí điểm 30 trường của 5 huyện; mỗi huyện 5 trường.", ["30"]),
    (
        "KH463",
        "Mua cho 8 xã, mỗi xã 75 triệu đồng, tổng cộng 6.000 triệu đồng.",
        ["6.000 triệu đồng"],
    ),
    ("KH463", "Mua cho 8 xã, mỗi xã 75 triệu đồng, tổng cộng 600 triệu đồng.", []),
    ("KH463", "Mua cho 8 xã, mỗi xã 75 triệu đồng, tổng cộng khoảng 700 triệu đồng.", []),
    (
        "KH463",
        "Sửa 07 hồ: 3.850 triệu đồng, bình quân 505 triệu đồng mỗi hồ.",
        ["3.850"],
    ),
    ("KH463", "Sửa 07 hồ: 3.850 triệu đồng, bình quân 550 triệu đồng mỗi hồ.", []),
    ("KH463", "Sửa hồ: 3.850 triệu đồng, bình quân 505 triệu đồng mỗi hồ.", []),
    ("KH464", "Mới có 15/28 nơi ứng dụng; 14/28 nơi còn lại chưa dùng.", ["14/28"]),
    ("KH464", "Mới có 14/28 nơi ứng dụng; 14/28 nơi còn lại chưa dùng.", []),
    ("KH464", "Đã nối 16/20 bệnh viện.\nLàm tại 5 bệnh viện tuyến tỉnh còn lại.", []),
    ("KH465", "Có 5 đơn vị: Sở Kế hoạch và Đầu tư, Sở Y tế, UBND huyện A, UBND huyện B.", ["5"]),
    ("KH465", "Có 4 đơn vị: Sở Kế hoạch và Đầu tư, Sở Y tế, UBND huyện A, UBND huyện B.", []),
    ("KH465", "Làm bốn mô hình: “Chợ số”, “Phố số” và “Thư viện số”.", ["bốn"]),
    ("KH465", "Làm ba mô hình: “Chợ số”, “Phố số” và “Thư viện số”.", []),
    ("KH465", "Có 4 sở dùng phần mềm (PACS) gồm: Sở Y tế, Sở Nội vụ, Sở Tư pháp.", ["4"]),
    ("KH465", "Có 4 sở chưa lên mức độ 4 gồm: Sở Y tế, Sở Nội vụ, Sở Tư pháp.", ["4"]),
    ("KH465", "Tại 4 huyện: An Phú, Tân Châu, Châu Đốc; mỗi huyện 6 trường.", ["4"]),
    ("KH466", "Nâng số điểm cầu từ 12 lên 40 điểm, tăng 18 điểm.", ["18"]),
    ("KH466", "Nâng số thủ tục mức độ 4 từ 54 lên 120 thủ tục, tăng 66 thủ tục.", []),
    ("KH466", "Số nhà giảm 80 ngôi (năm 2019 là 400 ngôi), tương đương giảm 30%.", ["80"]),
    ("KH466", "Số nhà giảm 80 ngôi (năm 2019 là 400 ngôi), tương đương giảm 20%.", []),
    ("KH466", "Có 36 máy chủ.\nThêm 14 máy chủ, nâng tổng số lên 60 máy chủ.", ["60"]),
    ("KH466", "Có 36 máy chủ.\nThêm 14 máy chủ, nâng tổng số lên 50 máy chủ.", []),
    ("KH458", "Có 195 xã.\nNối 195 xã.\nTỉnh có 159 xã.", ["159"]),
    ("KH458", "Có 225 trạm y tế.\nTiêm chủng tại 225/235 trạm y tế.", ["235"]),
    ("KH458", "Có 225 trạm y tế.\nTiêm chủng tại 225/225 trạm y tế; đạt chuẩn 190 trạm.", []),
    ("KH434", "Có 1.520 máy tính cho 1.600 cán bộ, công chức (90%).", ["90"]),
    ("KH434", "Có 1.520 máy tính cho 1.600 cán bộ, công chức (95%).", []),
    ("KH434", "Có 45.000 nhân khẩu; 27.000 người trong tuổi lao động, chiếm 65% dân số.", ["65"]),
    (
        "KH434",
        "Năm 2023 là 5 tỷ đồng (25%), 2024 là 9 tỷ đồng (45%), 2025 là 6 tỷ đồng (35%).",
        ["35"],
    ),
    ("KH434", "Năm 2023 là 5 tỷ đồng (25%), 2024 là 9 tỷ đồng (45%), 2025 là 6 tỷ đồng (30%).", []),
    ("KH430", "Chịu 06 đợt thiên tai: 02 cơn bão, 02 đợt mưa và 01 đợt nắng.", ["06"]),
    ("KH430", "Có 98 cán bộ (cấp tỉnh 61 người, cấp huyện 27 người).", ["98"]),
    (
        "KH430",
        "Có 1.745 dịch vụ mức độ 1, 2 và 35 dịch vụ mức độ 3, tổng số 1.870 dịch vụ.",
        ["1.870"],
    ),
    ("KH430", "19/19 sở và 11/11 huyện có mạng nội bộ; tổng cộng 31 cơ quan.", ["31"]),
    ("KH450", "Kinh phí năm tỷ bảy trăm sáu mươi triệu đồng, bố trí như sau:\n- A;\n- B.", []),
    ("KH451", "Sửa chữa 07 hồ chứa, xong 05 hồ trong quý II, 03 hồ trong quý III.", ["07"]),
    ("KH451", "Sửa chữa 07 hồ chứa, xong 04 hồ trong quý II, 03 hồ trong quý III.", []),
    ("KH451", "Nối 195 xã, chia 2 đợt: năm 2016 nối 80 xã, năm 2017 nối 105 xã.", ["195"]),
    ("KH451", "Năm 2016 có 80 xã, năm 2017 có 105 xã.", []),
    (
        "KH528",
        "Cân dối vốn; dân dối trá; bỏ lại phía xau; khuyến khich doanh nghiệp.",
        ["dối", "xau", "khich"],
    ),
    ("KH528", "Hướng dẫn số 5; tại khoản 2; phường Tiên Phước.", []),
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
    ("KH239", "2020", TASK + "Ban hành quy chế trong quý I năm 2019.\n", ["quý I năm 2019"]),
    ("KH234", "2019", TASK + "Triển khai đến 62 xã, trong quý III/2029.\n", ["quý III/2029"]),
    (
        "KH239",
        "2019",
        TASK + "100% hệ thống được phê duyệt trước ngày 31/12/2018.\n",
        ["31/12/2018"],
    ),
    ("KH239", "2019", TASK + "Dự án được phê duyệt trước ngày 31/12/2018.\n", []),
    ("KH155", "2016-2020", TASK + "Cấp chữ ký số trong giai đoạn 2016 - 2028.\n", ["2016 - 2028"]),
    ("KH155", "2016-2020", TASK + "Đề án phát triển trong giai đoạn 2016 - 2028.\n", []),
    (
        "KH155",
        "2016-2020",
        TASK + "|\n    A.\n    - Giai đoạn 2011 - 2015 làm B.\n",
        ["2011 - 2015"],
    ),
    (
        "KH142",
        "2025-2026",
        "noi_dung: [{muc: Năm 2026, doan_van: A.}, {muc: Năm 2027}]\n",
        ["2027"],
    ),
    ("KH142", "2025-2026", "noi_dung: [{muc: Năm 2025, doan_van: A.}, {muc: Năm 2026}]\n", []),
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


def test_the_only_project_that_ends_after_the_plan_stands_out() -> None:
    items = "".join(f"- {{ten: Mạng {n}, thoi_gian: 2016-2020}}\n" for n in range(6))
    late = "- {ten: Trục liên thông, thoi_gian: 2018-2022}\n"
    text = f"van_ban: {{thoi_ky: 2016-2020}}\ndu_an:\n{items}"
    assert told(text + late, "KH319") == ["2018-2022"]
    assert told(text + late + late.replace("Trục", "Nền"), "KH319") == []


def test_rows_of_shares_by_year_go_one_way() -> None:
    head = "noi_dung:\n- muc: Mục tiêu\n  bang:\n    cot: [{ten: Chỉ tiêu}, {ten: Đơn vị}, "
    head += "{ten: Năm 2023}, {ten: Năm 2024}, {ten: Năm 2025}]\n    hang: [[Hồ sơ, "
    assert told(head + "'%', '20', '10', '30']]\n", "KH327") == ["'10'"]
    assert told(head + "'%', '10', '20', '30']]\n", "KH327") == []
    assert told(head + "lớp, '20', '10', '30']]\n", "KH327") == []


def test_the_part_that_is_wrong_is_told_of_where_words_have_the_whole() -> None:
    text = "Tổng là 5.760 triệu đồng (năm tỷ bảy trăm sáu mươi triệu đồng), gồm:\n"
    text += "- Sửa chữa: 5.410 triệu đồng;\n- Dự phòng: {} triệu đồng."
    assert told(prose(text.format("530")), "KH445") == ["530 triệu đồng"]
    assert told(prose(text.format("350")), "KH445") == []
    plain = text.replace(" (năm tỷ bảy trăm sáu mươi triệu đồng)", "")
    assert told(prose(plain.format("530")), "KH445") == ["5.760 triệu đồng"]


def test_documents_of_provinces_have_one_day_where_one_figure_differs() -> None:
    text = "loi_dan: Theo Quyết định số 17/2014/QĐ-UBND ngày 21/10/2014.\n"
    text += "loi_ket: Theo Quyết định số 17/2014/QĐ-UBND ngày {}/2014.\n"
    assert told(text.format("20/10"), "KH215") == ["ngày 20/10/2014"]
    assert told(text.format("05/3"), "KH215") == []


def test_types_with_a_code_have_it_and_laws_keep_their_day() -> None:
    text = "loi_dan: Theo {}.\n"
    assert told(text.format("Quyết định số 12/BTTTT-THH ngày 17/8/2015"), "KH211")
    assert told(text.format("Luật Công nghệ thông tin ngày 26 tháng 9 năm 2006"), "KH217")
    assert told(text.format("Thông tư số 46/2018/TT-BYT của Bộ trưởng Bộ Nội vụ"), "KH212")


def test_the_symbol_of_a_committee_is_its_own() -> None:
    text = "van_ban: {{co_quan_ban_hanh: UBND tỉnh Tiền Giang, ky_hieu: {}}}\n"
    assert told(text.format("KH-HĐND"), "KH148") == ["HĐND"]
    assert told(text.format("KH-UBND"), "KH148") == []
