"""Spelling and typing: what is found and where, and what must stay silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.rules.wording import found, of_text, said

FAULTS = [
    ("Giao **Sở Nội vụ làm", "KH573", "**", None),
    ("Giao Sở Nội vụ** làm", "KH573", "**", None),
    ("Giao *Sở Nội vụ làm", "KH573", "*", None),
    ("Các sở^[Xem ở dưới.", "KH573", "^[", None),
    ("Các sở , ban", "KH501", " ", ""),
    ("Các  sở", "KH502", "  ", " "),
    ("Các sở,ban", "KH503", ",", ", "),
    ("Đã xong.Các sở làm tiếp", "KH503", ".", ". "),
    ("Trong đó:Vốn tỉnh", "KH503", ":", ": "),
    ("Mạng ( nội bộ)", "KH504", " ", ""),
    ("Mạng (nội bộ )", "KH504", " ", ""),
    ("Đã xong..", "KH505", "..", None),
    ("Đã xong;.", "KH505", ";.", None),
    ("Đã xong,, rồi", "KH505", ",,", None),
    ("Nối các các sở", "KH506", " các", ""),
    ("Xác định nội dung nội dung đào tạo", "KH506", " nội dung", ""),
    ("Công nghệ nghệ thông tin", "KH506", " nghệ", ""),
    ("Ứng dụng công công nghệ", "KH506", " công", ""),
    ("Việc được phân công công của sở", "KH506", " công", ""),
    ("Gồm có:: máy chủ", "KH505", "::", None),
    ("Về công nghệ thông tin công nghệ thông tin", "KH506", " công nghệ thông tin", ""),
    ("Đạt 80%% số xã", "KH505", "%%", None),
    ("Gửi bào cáo tháng", "KH528", "bào", None),
    ("Được triền khai rộng", "KH528", "triền", None),
    ("Chuẩn hóa thủ tục chính ở xã", "KH528", "tục chính", "tục hành chính"),
    ("Văn phòng ubdn huyện", "KH528", "ubdn", "ubnd"),
    ("Có xx người học", "KH570", "xx", None),
    ("Đạt 80?% số xã", "KH570", "0?", None),
    ("Nối mạng xã (cần xem lại)", "KH570", "(cần xem lại)", None),
    ("Theo Quyết định số …/QĐ-UBND", "KH570", "số …", None),
    ("Ban hành ngày …/…/2017", "KH570", "ngày …/…/2017", None),
    ("Giao Chủ Tịch xã", "KH540", "Chủ Tịch", "Chủ tịch"),
    ("Trang www,tiengiang.vn", "KH511", "www,t", None),
    ("Trang https:/tiengiang.gov.vn", "KH511", "https:/", None),
    ("Hộp thư a@tiengiang.gov,vn", "KH511", ".gov,vn", None),
    ("Trang tiengiang.gov.nv", "KH511", ".gov.nv", None),
    ("Nối mạng 4O đơn vị", "KH512", "4O", None),
    ("• Nối mạng đơn vị", "KH513", "•", "-"),
    ("- + Nối mạng đơn vị", "KH513", "- +", None),
    ("## Hạ tầng kỹ thuật", "KH513", "##", None),
    ("Xem tthc.a.vn và thc.a.vn, tthc.a.vn", "KH514", "thc", None),
    ("Xem dvc-tinh.a.vn và dvc-tihn.a.vn", "KH514", "dvc-tihn", None),
    ("Hệ thống thô ng tin của tỉnh", "KH529", "thô ng", "thông"),
    ("Phổ biến, tuyê n truyền pháp luật", "KH529", "tuyê n", "tuyên"),
    ("Hệ thống th ông tin của tỉnh", "KH529", "th ông", "thông"),
    ("Thô ng tin của tỉnh", "KH529", "Thô ng", "Thông"),
    (
        "Mạng đã có. NÂNG CẤP MẠNG CỦA CÁC SỞ, BAN, NGÀNH TỈNH.",
        "KH547",
        " NÂNG CẤP MẠNG CỦA CÁC SỞ, BAN, NGÀNH TỈNH.",
        None,
    ),
    ("Có 01 lớp, 02 lớp và 3 lớp", "KH556", "3 lớp", None),
    ("Nối mạng l0 đơn vị", "KH512", "l0", None),
    ("Mạng (nội bộ", "KH507", "(", None),
    ("Mạng (nội bộ (LAN)", "KH507", "(", None),
    ("Mạng nội bộ) nối", "KH507", ")", None),
    ("Chức năng “Tin nhắn", "KH508", "“", None),
    ("Chức năng Tin nhắn” mới", "KH508", "”", None),
    ("Đã có mạng. các sở dùng", "KH510", "c", "C"),
    ("Sở N\u1ed9i v\u1ee5 tr\u043eng tỉnh", "KH520", "\u043e", "o"),
    ("Tin \u0436ọc hóa", "KH520", "\u0436", None),
    ("Kế\u200b hoạch", "KH521", "\u200b", ""),
    ("Ủy ban t?nh", "KH522", "?", None),
    ("Ủy ban t\ufffdnh", "KH522", "\ufffd", None),
    ("Mục \uf0b7 mạng", "KH523", "\uf0b7", None),
    ("á»¦y ban nh\u00c3\u00a2n dân", "KH524", "á»", None),
    ("nhµ ho¹ch øng dung", "KH524", "nhµ", None),
    ("Ủy ban t nh quy t đ nh ban hành", "KH525", "t", None),
    ("Hòan thành", "KH526", "Hòan", "Hoàn"),
    ("QÚY MỘT", "KH526", "QÚY", "QUÝ"),
    ("Các nghành của tỉnh", "KH526", "nghành", None),
    ("Phục vụ nguoi dân", "KH527", "nguoi", None),
    ("Kết nối-xã hộix", "KH526", "hộix", None),
    ("Công tác tuyên tuyền", "KH528", "tuyền", "truyền"),
    ("Ủy ban nhân các huyện", "KH528", "nhân các", "nhân dân các"),
    ("TỔNG HỢP KHÁT TOÁN", "KH528", "KHÁT", "KHÁI"),
    ("- Phần đầu đạt 90%", "KH528", "Phần đầu", "Phấn đấu"),
    ("Đảm bảo A/T/T cho mạng", "KH528", "A/T/T", "ATTT"),
    ("y ban nhân dân tỉnh", "KH528", "y", "ủy"),
    ("Giao Sở Nội Vụ", "KH540", "Sở Nội Vụ", "Sở Nội vụ"),
    ("Giao sở Nội vụ", "KH540", "sở Nội vụ", "Sở Nội vụ"),
    ("Giao Sở kế hoạch và Đầu tư", "KH540", "Sở kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"),
    ("Uỷ ban Nhân dân tỉnh", "KH540", "Uỷ ban Nhân dân", "Uỷ ban nhân dân"),
    ("Trình Thủ tướng chính phủ", "KH540", "Thủ tướng chính phủ", "Thủ tướng Chính phủ"),
    ("Báo cáo quốc hội", "KH540", "quốc hội", "Quốc hội"),
    ("Theo Luật công nghệ thông tin", "KH541", "công nghệ thông tin", "Công nghệ thông tin"),
    ("Theo Bộ luật dân sự", "KH541", "dân sự", "Dân sự"),
    ("Theo Nghị Quyết của Đảng", "KH542", "Nghị Quyết", "Nghị quyết"),
    ("Theo quyết định số 12/QĐ-UBND", "KH542", "quyết định", "Quyết định"),
    ("Các sở của Tỉnh Nam Định", "KH543", "Tỉnh", "tỉnh"),
    ("Nối đến thị trấn, Thị xã Gò Công", "KH543", "Thị xã", "thị xã"),
    ("Tại thành phố Hồ Chí Minh", "KH543", "thành phố", "Thành phố"),
    ("Tại tỉnh Tiền giang", "KH543", "Tiền giang", "Tiền Giang"),
    ("Theo khoản 2 điều 10", "KH544", "điều", "Điều"),
    ("Theo Khoản 2 Điều 10", "KH544", "Khoản", "khoản"),
    ("Xem mục II của kế hoạch", "KH544", "mục", "Mục"),
    ("Các CQNN nối mạng", "KH560", "CQNN", None),
    ("Điền tên [điền tên đơn vị]", "KH570", "[điền tên đơn vị]", None),
    ("Theo số XXX của tỉnh", "KH570", "XXX", None),
    ("Đại hội lần thứ xx của tỉnh", "KH570", "xx", None),
    ("Máy chạy WINDOWS, XP cũ", "KH560", "XP", None),
    ("Giao ………… chủ trì", "KH571", "…………", None),
]


@pytest.mark.parametrize(("line", "rule", "letters", "repair"), FAULTS)
def test_a_fault_is_found_at_its_letters(
    line: str, rule: str, letters: str, repair: str | None
) -> None:
    assert said(line) == [(rule, letters, repair)]


RIGHT = [
    "Nhân 2 * 3 và 2*3 và 2**3",
    "* Ghi chú: số liệu (*), tỷ lệ* và (**)",
    "Giao **Sở Nội vụ** làm *ngay*^[Xem *mục* 2.]",
    "Đang làm sạch^[Số liệu tạm tính đến hết tháng 9.] dữ liệu của xã.",
    "Luật Chuyển đổi số số 148/2025/QH15 có hiệu lực, từ từ, dần dần, ngày ngày, luôn luôn.",
    "Thực hiện hiện đại hóa công sở; giao thông thông minh; cán bộ bộ phận một cửa; năm năm qua.",
    "Từng bước bố trí trí tuệ nhân tạo; quản lý lý lịch tư pháp; công tác tác nghiệp.",
    "Hai địa chỉ stc.a.gov.vn và stp.a.gov.vn, tthc.a.gov.vn và thc.b.gov.vn.",
    "Có 01 lớp, 10 lớp, 1.001 lớp, 5,1 lớp; 1 dự án.",
    "Tổ n của tỉnh, mục p và q, lớp m, nhóm t.",
    "- PHÁT TRIỂN HẠ TẦNG SỐ, NỀN TẢNG SỐ, DỮ LIỆU SỐ CỦA TỈNH",
    "Cổng tại http://tthc.laocai.gov.vn/?id=1, thư xxx@tiengiang.gov.vn, https://a.vn/nguoi-dan.",
    "TP.Mỹ Tho, TP. Mỹ Tho, v.v., tr. 5, ASP.Net, 2009.net, 8:30, 1,5 triệu, 12.000 máy./.",
    "a) Nội dung thứ nhất; b) nội dung thứ hai; 1) và 2) như trên, (i) một, ii) hai.",
    "Quy chế “Một cửa”, tên 'Tin nhắn', chức năng (mạng (LAN), máy) của tỉnh…",
    "Đắk Lắk, Krông Bông, Kon Tum, Plei Ku, Bát Xát, Tằng Loỏng, Ea H'leo, Đăk Hà, M'Đrắk.",
    "Tuyên truyền, đi đôi với các giải pháp, xác thực kết nối, giao thông điện tử, truyền thông "
    "điện tử, cấp tinh gọn, hoàn toàn tinh giản, trên khai thác, thường trực kết nối.",
    "Phần mềm Aciit, Delta, PMIS online; đường truyền Leased line; FTTH, ADSL, WannaCry.",
    "Các sở Tài chính, Nội vụ; cơ sở y tế; cán bộ tài chính; trụ sở công an; phòng Nội vụ.",
    "pháp luật đất đai, Luật này, Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật có.",
    "tỉnh Nam Định, Thành phố Hồ Chí Minh, Quận 1, Phường Điện Biên Phủ, Tỉnh ủy, Tỉnh đoàn.",
    "Tỉnh Lào Cai có 9 huyện. Thành phố Mỹ Tho là tỉnh lỵ. Khoản chi này do tỉnh cấp.",
    "điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I; danh mục II; có 5 điều kiện; 20 m; lớp b.",
    "Ủy ban nhân dân (UBND), Hội đồng nhân dân (HĐND), ủy ban nhân dân các cấp, TT. Tỉnh ủy.",
    "Cơ quan nhà nước (CQNN) là nơi dùng; các CQNN, CQNN cấp xã, số 12/CQNN-TH.",
    "Công nghệ thông tin và truyền thông (CNTT&TT), sau đó CNTT&TT phát triển.",
    "Dịch vụ công trực tuyến (sau đây gọi tắt là DVCTT), DVCTT mức độ 4.",
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ, KẾ HOẠCH ỨNG DỤNG CÔNG NGHỆ THÔNG TIN, I. MỤC TIÊU, GIAI ĐOẠN.",
    "Müller, café, 5 µm, Windows®, \u03b1, \u03b2, Ω, H₂O, 30 °C, ±5%, ≥ 80%, A&B, R&D",
    "Tờ trình số 164/TTr- SKHCN, Chỉ thị số 58-CT/TW, Nghị quyết số 36a/NQ-CP.",
    "Huyện ủy, Quận ủy, Thị ủy, Đảng bộ tỉnh, Ban Chỉ đạo, Tòa án nhân dân, Kho bạc Nhà nước.",
    "xây dựng, vận hành Trung tâm Giám sát, điều hành thông minh (IOC); IOC nối các sở.",
    "Đến hết năm 2013 đã có 5 lớp; quý I, Quý II; mỗi quý một lần; kỹ năng, kỳ họp.",
    "Xã Đăk Tờ Kan, Pờ Ê, Đắk Pxi, Ngọk Réo, Y Tý, Sì Lở Lầu; Ê Đê, M'Nông, Hrê, Giẻ Triêng.",
    "Các điều 5, 6 của Luật; Công ty TNHH MTV; VNeID, iOffice, eCabinet, Zalo OA, mã QR, Wi-Fi.",
    "Y Thanh Hà Niê Kđăm, Quàng Thị Xuyến, Giàng A Chớ; bản Huổi Luông, buôn Ê Cam, Plei Tơ Nghia.",
    "Đưa sản phẩm từ 3 sao trở lên lên sàn; người ra đi trở lại lại đông, trở về về quê.",
    "Các quyết định số 12/QĐ-UBND, 13/QĐ-UBND; hai nghị quyết số 5/NQ-HĐND và 6/NQ-HĐND.",
    "GRDP tăng 8%, sản phẩm OCOP, trạm BTS, giáo dục STEM, chuẩn HL7 FHIR, DICOM, chỉ số PCI.",
    "Làm việc với FAO, GIZ; chỉ số PAR INDEX, cảm biến pH và EC; kiốt tự phục vụ ở xã.",
    "Phân công công chức; hành vi vi phạm; (thiết bị) thiết bị bị hỏng; tự động hóa hóa đơn.",
    "Địa chỉ 2001:ee0::/32, ::1; tệp D:\\nguoi-dan\\truong_hoc.xlsx; Ô-xtrây-li-a; cổng USB-C.",
    "Kinh tế - xã hội, quốc phòng - an ninh giai đoạn 2021 - 2025, các năm 2026 - 2030.",
]


@pytest.mark.parametrize("line", RIGHT)
def test_what_is_right_stays_silent(line: str) -> None:
    assert said(line) == []


def test_a_list_wants_the_same_end_in_every_line() -> None:
    assert said(["- Một.", "- Hai.", "- Ba.", "- Bốn"]) == [("KH509", "Bốn", None)]
    assert said(["- Một", "- Hai", "- Ba.", "- Bốn"]) == []
    assert said(["- Một.", "+ Hai.", "- Ba:", "- Bốn."]) == []


def test_a_rarer_placement_of_the_tone_is_shown_once_a_word() -> None:
    lines = ["Ủy ban hóa, khóa, hòa.", "Tin học hoá, số hoá, khoá."]
    assert said(lines) == [("KH550", "hoá", None), ("KH550", "khoá", None)]


def test_the_name_of_a_signer_is_spelt_as_it_is() -> None:
    head = "van_ban: {nguoi_ky: {ho_ten: Lê Thị Thuý}}\n"
    assert said(["Ủy ban hóa, khóa."], head) == []


def test_the_code_of_a_group_is_no_text() -> None:
    groups = "phan_nhom: {nhom: {nguoi: Nhân lực}}\ndu_an: [{ten: Mạng LAN, nhom: %s}]\n"
    assert of_text(groups % "nguoi") == []
    assert [item.rule.id for item in of_text(groups % "truong")] == ["KH527"]


def test_i_and_y_are_shown_once_a_pair() -> None:
    assert said(["Tỷ lệ, tỷ lệ, tỉ lệ.", "Quy chế, qui định, quy."]) == [
        ("KH551", "tỉ", None),
        ("KH551", "qui", None),
    ]


def test_a_name_with_two_sets_of_capitals_is_shown_once() -> None:
    lines = ["Các Sở, ban, ngành làm.", "Với các sở, ban, ngành, các sở, ban, ngành khác."]
    assert said(lines) == [("KH552", "Sở, ban, ngành", None)]
    assert said(["Sở, ban, ngành làm.", "Các sở, ban, ngành khác."]) == []


def test_periods_with_two_kinds_of_dash_are_shown_once() -> None:
    lines = ["Giai đoạn 2016 - 2020, 2021 - 2025, 2011-2015."]
    assert said(lines) == [("KH553", "2011-2015", None)]


def test_periods_in_cells_are_compared_with_one_another_only() -> None:
    prose = "noi_dung: [{muc: A, doan_van: Giai đoạn 2016 - 2020.}]\n"
    cells = "du_an: [{ten: A, thoi_gian: 2016-2017}, {ten: B, thoi_gian: 2016-2018}%s]\n"
    assert not [item for item in of_text(prose + cells % "") if item.rule.id == "KH553"]
    mixed = of_text(prose + cells % ", {ten: C, thoi_gian: 2017 – 2018}")
    (finding,) = [item for item in mixed if item.rule.id == "KH553"]
    assert finding.message == (
        "“2017 – 2018” (1 chỗ) có dấu gạch viết khác 2 chỗ còn lại trong các ô"
    )


def test_an_abbreviation_is_explained_before_it_is_used() -> None:
    late = said(["Các CQNN.", "Cơ quan nhà nước (CQNN) là nơi dùng."])
    assert late == [("KH561", "CQNN", None)]
    twice = said(["Hệ thống thông tin (HTTT).", "Hạ tầng truyền tải (HTTT)."])
    assert twice == [("KH562", "HTTT", None)]
    same = said(["Hệ thống thông tin (HTTT).", "Hệ thống thông tin (HTTT)."])
    assert same == []


@pytest.mark.parametrize(
    "line",
    [
        "CQNN (cơ quan nhà nước) dùng chung.",
        "Cơ quan nhà nước (sau đây gọi tắt là CQNN), các CQNN.",
        "Cơ quan nhà nước (“CQNN”), các CQNN; HỆ THỐNG CQNN TRONG TỈNH.",
        "Quản lý, điều hành (viết tắt là QLĐH), QLĐH.",
    ],
)
def test_there_are_several_ways_to_explain(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    "line", ["Mạng (nối các CQNN) tốt.", "Mạng (CQNN, xã) tốt.", "CQNN (12 nơi) tốt."]
)
def test_a_bracket_alone_does_not_explain(line: str) -> None:
    assert said(line) == [("KH560", "CQNN", None)]


def test_cells_and_recipients_may_hold_abbreviations() -> None:
    assert not of_text(
        "van_ban: {noi_nhan: [VT, Phòng KTN]}\nphu_luc:\n- ten: A\n  bang:\n"
        "    cot: [{ten: CQNN}]\n    hang: [[Sở KHCN]]\ndu_an: [{ten: B, chu_tri: Sở GDĐT}]\n"
    )


def test_two_spellings_of_an_abbreviation_are_shown() -> None:
    line = "Quản lý văn bản điều hành (QLVB&ĐH), QLVB&ĐH; quản lý văn bản điều hành (QLVBĐH)."
    assert said(line) == [("KH563", "QLVBĐH", None)]


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("Phấn đấu trong năm 2013 xong.", ["KH572"]),
        ("Kinh phí năm 2013 là 5 tỷ đồng.", ["KH572"]),
        ("Kinh phí năm 2014 tăng so với kinh phí năm 2013.", []),
        ("Tiếp tục kế hoạch năm 2013.", []),
        ("Trong năm 2014 xong.", []),
        ("Thành lập năm 2013.", []),
    ],
)
def test_the_year_of_the_last_plan_is_left_over(line: str, rules: list[str]) -> None:
    text = (
        f"van_ban: {{thoi_ky: 2014}}\nnoi_dung: [{{muc: A, vai_tro: muc_tieu, doan_van: {line}}}]\n"
    )
    assert [finding.rule.id for finding in of_text(text)] == rules


PIECES = [line for line, *_ in FAULTS] + RIGHT


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=6))
def test_no_text_raises_and_places_are_in_the_file(lines: list[str]) -> None:
    for finding in found([line.replace("\x00", "") for line in lines]):
        assert 0 <= finding.span.start <= finding.span.end <= len(finding.span.source.text)
        assert finding.message
