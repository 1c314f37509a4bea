"""Faults found by reckoning, and sentences of the same make that are right."""

import pytest

from tests.checks.rules.pointing import pointed


def told(text: str, rule: str) -> list[str]:
    """The letters that findings of a rule point at."""
    return [letters for _, letters in pointed(text, [rule])]


def prose(lines: str) -> str:
    body = "".join(f"    {line}\n" for line in lines.split("\n"))
    return f"noi_dung:\n- muc: Hiện trạng\n  doan_van: |\n{body}"


SENTENCES = [
    ("KH430", "Ký 08 văn bản, gồm 02 quyết định, 01 chỉ thị và 04 kế hoạch.", ["08"]),
    ("KH430", "Ký 07 văn bản, gồm 02 quyết định, 01 chỉ thị và 04 kế hoạch.", []),
    ("KH430", "Có 102 đơn vị, gồm 88 xã và 16 phường; 96/102 đơn vị (94,12%) có mạng.", ["102"]),
    ("KH430", "Có trên 800 địa chỉ, gồm trên 50 của cơ quan và trên 700 của cá nhân.", []),
    ("KH430", "Sở có 09 phòng, 07 chi cục và 12 đơn vị, tổng số 29 đầu mối.", ["29"]),
    ("KH430", "Sở có 09 phòng, 07 chi cục và 12 đơn vị, tổng số 28 đầu mối.", []),
    ("KH434", "Nhận 412.650 hồ sơ, trong đó 338.373 hồ sơ trực tuyến, đạt 92%.", ["92"]),
    ("KH434", "Nhận 412.650 hồ sơ, trong đó 338.373 hồ sơ trực tuyến, đạt 82%.", []),
    ("KH434", "Giao 400 hồ sơ, đã làm 380 hồ sơ, đạt 127% so với năm trước.", []),
    ("KH430", "Có 09 đơn vị, gồm 08 huyện, 01 thị xã và 01 thành phố; 106 xã.", ["09"]),
    ("KH430", "Tổng số hồ sơ là 3.480, gồm 2.241 hồ sơ đã xong và 1.239 hồ sơ còn lại.", []),
    ("KH430", "Tổng số hồ sơ là 3.480, gồm 2.241 hồ sơ đã xong và 1.293 hồ sơ chờ.", ["3.480"]),
    ("KH430", "Có 312 viên chức, trong đó 228 giảng viên (13 giáo sư, 225 tiến sĩ).", ["228"]),
    ("KH430", "Rà soát 96 hệ thống: 70 ở cấp độ 2, 27 ở cấp độ 3.", ["96"]),
    ("KH437", "Nguồn thu khác: 2.450.00.000 đồng.", ["2.450.00.000"]),
    ("KH442", "Đã công khai 2.151/2.115 TTHC của tỉnh.", ["2.151/2.115"]),
    ("KH451", "Mở 18 lớp cho 1.080 lượt người: 12 lớp cho bác sĩ; 08 lớp cho kỹ sư.", ["18"]),
    ("KH451", "Mở 18 lớp cho 1.080 lượt người: 12 lớp cho bác sĩ; 06 lớp cho kỹ sư.", []),
    ("KH451", "Có 486 máy, trong đó cấp huyện 148 máy, cấp xã 383 máy.", ["486"]),
    ("KH451", "Có 486 máy, trong đó cấp huyện 148 máy, cấp xã 138 máy.", []),
    ("KH454", "Chỉ số đạt 0.7512 điểm, xếp thứ 4.", ["0.7512"]),
    ("KH434", "Mới số hóa được 18.600 trên tổng số 62.000 hồ sơ, đạt 33%.", ["33"]),
    ("KH434", "Mới số hóa được 18.600 trên tổng số 62.000 hồ sơ, đạt 30%.", []),
    (
        "KH434",
        "Nhận 6.240 hồ sơ, trong đó:\n- Trực tuyến: 4.056 hồ sơ, bằng 65%;\n"
        "- Trực tiếp: 2.184 hồ sơ, bằng 45%.",
        ["45"],
    ),
    (
        "KH434",
        "Nhận 6.240 hồ sơ, trong đó:\n- Trực tuyến: 4.056 hồ sơ, bằng 65%;\n"
        "- Trực tiếp: 2.184 hồ sơ, bằng 35%.",
        [],
    ),
    (
        "KH434",
        "Nhận 6.240 hồ sơ, trong đó:\n- Cấp tỉnh: 4.000 hồ sơ (98%);\n- Cấp xã: 2.000 hồ sơ (97%).",
        [],
    ),
    ("KH437", "Không quá 50.000.00 đồng một hợp đồng.", ["50.000.00"]),
    ("KH437", "Phần mềm phiên bản 2.10.1, máy chủ 10.151.20.4.", []),
    ("KH442", "Đã kết nối 13/12 cơ sở dữ liệu.", ["13/12"]),
    ("KH443", "Số hóa tối thiểu 175% hồ sơ.", ["175"]),
    ("KH443", "Phấn đấu đạt 120% số hồ sơ so với năm trước.", []),
    (
        "KH446",
        "Cần 18.000 triệu đồng, gồm:\n- Năm 2026: 6.000 triệu đồng;\n"
        "- Mỗi năm từ 2027 đến 2029: 4.000 triệu đồng.",
        [],
    ),
    (
        "KH446",
        "Cần 19.000 triệu đồng, gồm:\n- Năm 2026: 6.000 triệu đồng;\n"
        "- Mỗi năm từ 2027 đến 2029: 4.000 triệu đồng.",
        ["19.000 triệu đồng"],
    ),
    (
        "KH446",
        "Cần 19.000 triệu đồng, gồm:\n- Năm 2026: 6.000 triệu đồng;\n- Mỗi xã: 4.000 triệu đồng.",
        [],
    ),
    ("KH458", "Có 25/27 thôn, bản có sóng; 28/28 thôn, bản có tổ công nghệ.", ["28"]),
    ("KH458", "Có 25/27 thôn, bản có sóng; 27/27 thôn, bản có tổ công nghệ.", []),
    ("KH508", 'Phát động phong trào "Bình dân học vụ số trong toàn tỉnh.', ['"']),
    ("KH508", 'Phát động "Bình dân học vụ số"; màn hình 21".', []),
    ("KH541", "Hoạt động theo luật hợp tác xã.", ["hợp tác xã"]),
    ("KH541", "Hoạt động theo pháp luật hợp tác xã.", []),
    ("KH543", "Cảng Lạch Huyện áp dụng hệ thống mới.", []),
    ("KH543", "Về giao thông Huyện Áp Bắc quản lý.", ["Huyện"]),
    ("KH548", "Đồng bào ê đê và người Mông.", ["ê đê"]),
]


@pytest.mark.parametrize(("rule", "lines", "wrong"), SENTENCES)
def test_a_sentence_is_reckoned(rule: str, lines: str, wrong: list[str]) -> None:
    assert told(prose(lines), rule) == wrong


_BASE = "can_cu: [{{loai: Nghị quyết, so_ky_hieu: 71/NQ-CP, co_quan: Chính phủ, {}}}]\n"
_COUNCIL = "quyet_dinh:\n  tham_quyen: Hội đồng nhân dân tỉnh A\n  nguoi_ky: {{chuc_vu: {}}}\n"
_ARTICLES = (
    "van_ban: {{danh_so: Điều 1/1}}\n"
    "noi_dung: [{{muc: A, doan_van: 'Làm theo {}.'}}, {{muc: B, doan_van: C.}}]\n"
)
_TWO_COLUMNS = (
    "noi_dung:\n- muc: A\n  bang:\n    cot: [{{ten: Việc}}, {{ten: Chủ trì}}, {{ten: Phối hợp}}]\n"
    "    hang: [[Lập kho dữ liệu, Sở Tài chính, {}]]\n"
)
_MEASURED = (
    "noi_dung:\n- muc: A\n  bang:\n    cot: [{{ten: Việc}}, {{ten: Đơn vị tính}}, {{ten: Số}}]\n"
    "    hang: [[a, {0}, 98], [b, {0}, 70], [c, thửa, 1.250.000], [d, {0}, 320], [e, {0}, 41]]\n"
)
PLANS = [
    ("KH217", _BASE.format("ngay_ban_hanh: 01/4/2024"), ["01/4/2024"]),
    ("KH217", _BASE.format("ngay_ban_hanh: 09/4/2024"), []),
    (
        "KH217",
        "van_ban: {thoi_ky: 2026}\nloi_dan: Thực hiện Nghị quyết số 57-NQ/TW năm 2026.\n",
        [],
    ),
    ("KH140", _COUNCIL.format("Chủ tịch"), []),
    ("KH140", _COUNCIL.format("Giám đốc"), ["Hội đồng nhân dân tỉnh A"]),
    ("KH123", _ARTICLES.format("khoản 2 Điều 12"), ["12"]),
    ("KH123", _ARTICLES.format("khoản 2 Điều 2"), []),
    ("KH123", _ARTICLES.format("Điều 12 Luật Đất đai"), []),
    ("KH318", _TWO_COLUMNS.format("Sở Tài chính"), ["Sở Tài chính"]),
    ("KH318", _TWO_COLUMNS.format("Sở Nội vụ"), []),
    ("KH318", _TWO_COLUMNS.format("'[điền]'").replace("Sở Tài chính", "'[điền]'"), []),
    ("KH425", _MEASURED.format("%"), []),
    ("KH425", _MEASURED.format("thửa"), ["1.250.000"]),
    ("KH113", "van_ban: {nguoi_ky: {chuc_vu: Thứ trưởng, ho_ten: Lê A}}\n", ["Thứ trưởng"]),
    ("KH113", "van_ban: {nguoi_ky: {chuc_vu: Thủ trưởng đơn vị, ho_ten: Lê A}}\n", []),
    ("KH103", "quyet_dinh: {loai: nghị quyết, ky_hieu: QĐ-HĐND, dieu: [A.]}\n", ["QĐ"]),
    ("KH103", "quyet_dinh: {loai: nghị quyết, ky_hieu: NQ-HĐND, dieu: [A.]}\n", []),
    (
        "KH150",
        "van_ban: {thoi_ky: 2026-2028}\nquyet_dinh: {dieu: [Ban hành kèm theo Quyết định này "
        "Kế hoạch chuyển đổi số giai đoạn 2026-2030.]}\n",
        ["2026-2030"],
    ),
    (
        "KH234",
        "van_ban: {thoi_ky: 2026-2028}\nloi_ket: Đến hết năm 2029 mọi xã có mạng.\n",
        ["Đến hết năm 2029"],
    ),
    ("KH234", "van_ban: {thoi_ky: 2026-2028}\nloi_ket: Định hướng đến hết năm 2030 có mạng.\n", []),
    (
        "KH239",
        "van_ban: {ngay_ban_hanh: 14/01/2026}\nnoi_dung:\n- {muc: Kết quả, vai_tro: hien_trang, "
        "doan_van: Bệnh viện làm bệnh án điện tử trước ngày 30/9/2025.}\n",
        [],
    ),
    (
        "KH152",
        "van_ban: {ngay_ban_hanh: 10/7/2026}\nquyet_dinh: {loai: nghị quyết, dieu: [Nghị quyết "
        "này được thông qua ngày 11 tháng 7 năm 2026.]}\n",
        ["11 tháng 7 năm 2026"],
    ),
]


@pytest.mark.parametrize(("rule", "text", "wrong"), PLANS)
def test_a_plan_is_held_against_itself(rule: str, text: str, wrong: list[str]) -> None:
    assert told(text, rule) == wrong
