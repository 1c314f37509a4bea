"""Figures and counts of prose."""

import pytest

from tests.checks.rules.test_so_lieu import PROJECTS, figures, ids


def prose(*lines: str, title: str = "Kết quả") -> str:
    text = "".join(f"    {line}\n" for line in lines)
    return f'noi_dung:\n- muc: "{title}"\n  doan_van: |\n{text}'


RIGHT = [
    "Hoàn thành 18/20 chỉ tiêu, đạt 90% kế hoạch; vượt 2 chỉ tiêu.",
    f"Hoàn thành {'9' * 40}/20 chỉ tiêu, đạt 90% kế hoạch.",
    "Hồ sơ trực tuyến: 1.245/1.310 hồ sơ (đạt 95,04%), tăng 12,5% so với năm 2024.",
    "Thu ngân sách đạt 112,5% dự toán, bằng 105% so với cùng kỳ.",
    "Tỷ lệ giải ngân đạt 101,2%; tỷ lệ tăng trưởng doanh nghiệp số 120%.",
    "Tổ công nghệ số: 12/12 thôn, 65 thành viên (trong đó 23 nữ, 42 nam).",
    "Sẵn sàng 24/7, đạt 99,9%; mức sẵn sàng 99,9% (24/7); trực 24/7 máy chủ.",
    "Hỗ trợ 24/7; ngày 30/4 và 01/5 trực đầy đủ; đến 15/12/2025 đạt 100%.",
    "Tháng 6/2013 đạt 80%; quý 2/2014 đạt 90%; năm 2013 có 7/2013 đạt 100%.",
    "Nghị định số 64/2007/NĐ-CP, đạt 100% yêu cầu; Quyết định 06/QĐ-TTg.",
    "Đã chi 350 triệu đồng, trong đó ngân sách xã 200 triệu đồng; còn lại xã hội hóa.",
    "Mỗi thôn 5 triệu đồng/năm, gồm 2 triệu đồng/quý và 1 triệu đồng/tháng.",
    "Tổng 12,5 tỷ đồng (2025: 5 tỷ đồng; 2026: 7,5 tỷ đồng).",
    "Cấp 3.500 triệu đồng, bao gồm cả 500 triệu đồng chuyển nguồn.",
    "Gồm 3 tỷ đồng, trong đó: đợt một 1 tỷ đồng, đợt hai 2 tỷ đồng.",
    "Khoảng 10 tỷ đồng, trong đó: trung ương 4 tỷ đồng, tỉnh 5 tỷ đồng.",
    "Chi 1,125 tỷ đồng (một tỷ một trăm hai mươi lăm triệu đồng).",
    "Chi 21 triệu đồng (hai mươi mốt triệu đồng chẵn); 5 triệu đồng (chưa kể thuế).",
    "Chi 26.162 triệu đồng (hai mươi sáu tỉ một trăm sáu mươi hai triệu đồng).",
    "Chi 1.004 nghìn đồng (một triệu không trăm lẻ bốn ngàn đồng).",
    "Máy chủ 14 máy, bình quân 1,4 máy/đơn vị; 10/10 đơn vị có mạng.",
    "Máy trạm 868 máy, bình quân 86,8 máy/đơn vị huyện.",
    "512.376 văn bản, gồm 372.058 văn bản đến, 140.318 văn bản đi.",
    "1.444 dịch vụ, gồm 222 dịch vụ mức 1, 1.221 dịch vụ mức 2, 01 dịch vụ mức 3.",
    "Có 45 dự án, gồm 30 dự án nhóm B và các dự án khác.",
    "Hiện có 8/9 huyện, thành phố; 9/9 huyện, thành phố; 7/8 huyện.",
    "Số điện thoại 0203.3.835.678; phiên bản 2.0; ISO 9001:2015; 1.2 km.",
    "Dài 1,250 km, rộng 1.500 m; tăng 1,125 lần.",
    "Vượt kế hoạch: 22/20 lớp; 110/100 cán bộ vượt chỉ tiêu.",
    "Kinh phí năm 2014 do cấp trên bố trí (sẽ thông báo đồng loạt).",
]


@pytest.mark.parametrize("line", RIGHT)
def test_right_figures_are_left_alone(line: str) -> None:
    assert ids(prose(line)) == []


WRONG = [
    ("Hồ sơ: 1.245/1.310 hồ sơ (đạt 96,04%).", "KH441", "96,04"),
    ("Đã nối mạng 21/22 đơn vị, đạt 100%.", "KH441", "100"),
    ("Tỷ lệ 73,6% (14/22 đơn vị).", "KH441", "73,6"),
    ("Có 23/22 đơn vị nối mạng.", "KH442", "23/22"),
    ("Tỷ lệ xã có mạng chiếm 120%.", "KH443", "120"),
    ("47 máy/20 đơn vị, bình quân 2,45 máy/đơn vị.", "KH444", "2,45"),
    ("Chi 26.162 triệu đồng (hai sáu tỷ).", "", ""),
    ("Chi 21 triệu đồng (hai mươi hai triệu đồng).", "KH440", "hai mươi hai triệu đồng"),
    ("Chi 21 triệu đồng, bằng chữ: Hai mươi triệu đồng.", "KH440", "Hai mươi triệu đồng"),
    ("Chi 10 tỷ đồng, trong đó: tỉnh 4 tỷ đồng, huyện 7 tỷ đồng.", "KH445", "10 tỷ đồng"),
    ("Chi 10 tỷ đồng, gồm tỉnh 4 tỷ đồng, huyện 5 tỷ đồng. Còn 2 tỷ đồng.", "KH446", "10 tỷ đồng"),
    ("Tổng 46.965 (Bốn mươi sáu tỉ chín trăm sáu mươi lăm triệu đồng).", "KH447", "46.965"),
    ("Tổng 46.966 (Bốn mươi sáu tỉ chín trăm sáu mươi lăm triệu đồng).", "", ""),
    ("Có 1.445 dịch vụ, gồm 222 dịch vụ mức 1 và 1.222 dịch vụ mức 2.", "KH451", "1.445"),
    ("Tăng 28.7%, chi 2.5 tỷ đồng.", "KH454 KH454", "28.7"),
    ("Đã chi 8,000 triệu đồng.", "KH455", "8,000"),
    ("Có 1.444 dịch vụ và 1,221 hồ sơ.", "KH456", "1,221"),
    ("18/18 sở, ban, ngành có TTHC và 16/22 sở, ban, ngành có TTHC.", "KH458", "22"),
]


@pytest.mark.parametrize(("line", "rule", "part"), WRONG)
def test_wrong_figures_are_pointed_at(line: str, rule: str, part: str) -> None:
    found = figures(prose(line))
    assert " ".join(item.rule.id for item in found) == rule
    for item in found[:1]:
        span = item.span
        assert span.source.text[span.start : span.end] == part


def test_a_decimal_point_is_mended() -> None:
    (found,) = figures(prose("Tăng 28.7%."))
    assert found.repair == "28,7"


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        (["Vốn 10 tỷ đồng:", "- Tỉnh: 4 tỷ đồng;", "- Huyện: 6 tỷ đồng."], []),
        (["Vốn 10 tỷ đồng:", "- Tỉnh: 4 tỷ đồng;", "- Huyện: 7 tỷ đồng."], ["KH445"]),
        (["Vốn 10 tỷ đồng:", "- Tỉnh: 4 tỷ đồng;", "- Huyện: 5 tỷ đồng."], ["KH446"]),
        (["Vốn 10 tỷ đồng:", "- Tỉnh: 4 tỷ đồng;", "- Huyện: chưa rõ."], []),
        (["Vốn 10 tỷ đồng:", "- Tỉnh: 4 tỷ đồng;", "- Huyện: khoảng 5 tỷ đồng."], []),
        (["Vốn {{ tong | tien }}:", "- Tỉnh: 4 tỷ đồng;", "- Huyện: 5 tỷ đồng."], []),
        (["Vốn 10,5 tỷ đồng:", "- A: 4.212 triệu đồng;", "- B: 6.255 triệu đồng."], []),
        (
            ["Vốn 9 tỷ đồng:", "- A: 4 tỷ đồng;", "- B: 5 tỷ đồng;", "- X: 9 tỷ đồng."],
            [],
        ),
        (
            ["- Tổng vốn: 9 tỷ đồng.", "- Nguồn vốn:", "+ A: 4 tỷ đồng;", "+ B: 6 tỷ đồng."],
            ["KH445"],
        ),
        (["- Vốn: 9 tỷ đồng.", "- Nguồn vốn:", "+ A: 4 tỷ đồng;", "+ B: 6 tỷ đồng."], []),
        (["- Tổng: 9 tỷ đồng.", "- Ghi chú:", "+ A: 4 tỷ đồng;", "+ B: 6 tỷ đồng."], []),
        (["Nguồn vốn:", "- A: 4 tỷ đồng;", "- B: 6 tỷ đồng."], []),
        (["Gồm 3 nhiệm vụ:", "- Một;", "- Hai."], ["KH450"]),
        (["Gồm 02 nhiệm vụ chính:", "- Một:", "+ nhỏ;", "- Hai."], []),
        (["Gồm 3 nhiệm vụ:", "Một là, nâng cấp.", "Hai là, đào tạo."], []),
        (["Mở 9 lớp:", "- A: 3 lớp;", "- B: 6 lớp."], []),
        (["Mở 10 lớp, 90 người:", "- A: 3 lớp;", "- B: 6 lớp, 50 người."], ["KH451"]),
        (["Mở 10 lớp:", "- A: 3 lớp;", "- B: sáu lớp."], []),
        (["1. Một.", "2. Hai.", "4. Bốn."], ["KH457"]),
        (["1. Một.", "2. Hai.", "1. Một.", "2. Hai."], []),
        (["2. Hai.", "3. Ba."], []),
        (["- Máy: 47 máy, bình quân 2,35 máy/đơn vị.", "- Có mạng: 22/22 đơn vị."], ["KH444"]),
        (["- Máy: 47 máy, bình quân 2,35 máy/đơn vị.", "- Có mạng: 20/20 đơn vị."], []),
        (["- Máy: 47 máy, bình quân 2,35 máy/đơn vị.", "- 2/22 đơn vị; 2/20 đơn vị."], []),
        (["Chi 0 đồng:", "- A: 0 đồng;", "- B: 0 đồng."], []),
    ],
)
def test_lines_are_compared_with_those_below(lines: list[str], rules: list[str]) -> None:
    assert ids(prose(*lines)) == rules


def test_sub_sections_and_rows_are_counted_too() -> None:
    sections = "  muc_con: [{muc: Một}, {muc: Hai}]\n"
    assert ids(prose("Gồm 2 nhiệm vụ:") + sections) == []
    assert ids(prose("Gồm 3 nhiệm vụ:") + sections) == ["KH450"]
    rows = "  bang: {cot: [{ten: A}], hang: [[a], {nhom: g}, [b], {o: [Cộng], dam: có}]}\n"
    assert ids(prose("Gồm 2 nhiệm vụ:") + rows) == []
    assert ids(prose("Gồm 3 nhiệm vụ:") + rows) == ["KH450"]


def test_typed_captions_run_on() -> None:
    table = "- {{muc: A, bang: {{ten: 'Bảng {}: B', cot: [{{ten: C}}], hang: [[d]]}}}}\n"
    text = "noi_dung:\n" + "".join(table.format(number) for number in (1, 2, 4))
    assert ids(text) == ["KH457"]
    assert ids(text.replace("Bảng 4", "Bảng 3")) == []


MONEY = "Kinh phí thực hiện"


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        (["Tổng kinh phí: 1.057 triệu đồng."], []),
        (["Tổng kinh phí: 1.058 triệu đồng."], ["KH401"]),
        (["Tổng kinh phí: 1,06 tỷ đồng."], []),
        (["Tổng kinh phí khoảng 2 tỷ đồng."], []),
        (["Tổng kinh phí thuê chuyên gia: 20 triệu đồng."], []),
        (["Tổng kinh phí: 20 triệu đồng cho đào tạo."], []),
        (["Tổng kinh phí: {{ so_du_an }} và 20 triệu đồng."], []),
        (["Kinh phí năm 2016: 400 triệu đồng; năm 2017: 657 triệu đồng."], []),
        (["Kinh phí năm 2016: 400 triệu đồng; tổng cộng 1.057 triệu đồng."], []),
        (["Kinh phí năm 2016: 401 triệu đồng."], ["KH401"]),
        (["Kinh phí năm 2018: 401 triệu đồng."], []),
        (["Năm 2017:", "- Vốn đầu tư tỉnh: 207 triệu đồng;"], []),
        (["Năm 2017:", "- Vốn sự nghiệp tỉnh: 451 triệu đồng;"], ["KH401"]),
        (["Vốn đầu tư: 607 triệu đồng."], []),
        (["Gồm 607 triệu đồng vốn đầu tư tỉnh và 450 triệu đồng vốn sự nghiệp tỉnh."], []),
        (["Nhóm hạ tầng: tổng vốn 300 triệu đồng."], []),
        (["Nhóm hạ tầng: tổng vốn 301 triệu đồng."], ["KH401"]),
        (["Giai đoạn 2016 - 2017 cần tổng vốn 1.057 triệu đồng."], []),
        (["Kế hoạch gồm 02 nhóm dự án."], []),
        (["Kế hoạch gồm 03 nhóm dự án."], ["KH452"]),
        (["Nhóm hạ tầng có 01 dự án; nhóm ứng dụng có hai."], []),
        (["Nhóm ứng dụng: 03 dự án."], ["KH452"]),
    ],
)
def test_sums_in_prose_are_those_of_the_register(lines: list[str], rules: list[str]) -> None:
    assert ids(PROJECTS + prose(*lines, title=MONEY)) == rules


def test_a_section_about_something_else_is_left_alone() -> None:
    line = "Tổng kinh phí: 20 triệu đồng."
    assert ids(PROJECTS + prose(line, title="Đào tạo cán bộ")) == []
    assert ids(PROJECTS + prose(line, title="{{ ten_nhom.ht }}")) == ["KH401"]
    assert ids(PROJECTS + prose(line, title="{{ ten_nhom.la }}")) == []
    assert ids(prose(line, title=MONEY)) == []


PROJECT = (
    "du_an: [{ten: Nâng cấp mạng LAN cấp huyện, von: {2016: 5, 2017: 6}, "
    "kinh_phi: {nhu_cau: {2016: 8}}}]\n"
)


@pytest.mark.parametrize(("amount", "rules"), [("5", []), ("11", []), ("8", []), ("7", ["KH453"])])
def test_a_project_has_one_figure(amount: str, rules: list[str]) -> None:
    line = f"Nâng cấp mạng LAN cấp huyện đã được giao {amount} triệu đồng."
    assert ids(PROJECT + prose(line)) == rules
