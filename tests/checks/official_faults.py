"""Single faults for which an official returns a plan: words, dates, posts, places, figures."""

from tests.checks.faults import Maker, put, text

RETURNED: dict[str, Maker] = {
    "thứ không khớp ngày": put(
        r"(?<=[a-zà-ỹ] )ngày (?=1/1/2016|01/01/2016|01/12/2015)", "thứ Bảy ngày "
    ),
    "năm của thế kỷ khác": put(r"(?<=năm )201(?=\d[.,;])", "210"),
    "năm thừa chữ số": put(r"(?<=trong năm 20)(?=\d\d[ .,])", "0"),
    "năm 1011": put(r"(?<=ngày )(\d{1,2}/\d{1,2})/2(\d{3})", r"\1/1\2"),
    "năm hai chữ số": put(r"(?<=ngày )(\d{1,2}/\d{1,2})/20(\d\d)", r"\1/\2"),
    "năm của số hiệu thiếu chữ số": put(r"(\d+)/20(\d\d)/(NĐ|QĐ|TT)-", r"\1/2\2/\3-"),
    "chữ O trong số hiệu": put(r"(\d+)/20(\d\d)/(NĐ|QĐ|TT)-", r"\1/2O\2/\3-"),
    "ngày 31 tháng 6": put(r"(?<=ngày )\d{1,2}/\d{1,2}(?=/\d{4})", "31/6"),
    "tháng 13": put(r"(?<!\d )tháng \d{1,2} (?=năm 20\d\d)", "tháng 13 "),
    "giai đoạn ngược": put(r"giai đoạn (20\d\d) ([-–]) (20\d\d)", r"giai đoạn \3 \2 \1"),
    "Quyết định …/KH": put(r"Kế hoạch (?=số \d+/KH-UBND)", "Quyết định "),
    "Chỉ thị …/QĐ": put(r"Quyết định (?=số \d+/QĐ-)", "Chỉ thị "),
    "cơ quan khác ký hiệu": put(r"(?<=NĐ-CP)(.*) của Chính phủ", r"\1 của Thủ tướng Chính phủ"),
    "Điều Điều": put(r"Điều (?=\d)", "Điều Điều "),
    "phụ lục gõ số không có": put(r"\{\{ phu_luc\.\w+ \}\}", "Phụ lục V"),
    "số còn để trống": put(r"(?<=số )\d+(?=/(?:KH|QĐ)-)", "..."),
    "ngày còn để trống": put(r"(?<=ngày )\d{1,2}/\d{1,2}(?=/20\d\d)", "…/…"),
    "lời ghi của người soạn": put(r"^(\s+- [^:]{40,}[^.;])\.$", r"\1 (cần xem lại)."),
    "phần trăm còn hỏi": put(r"(?<=\d)%", "?%"),
    "hai dấu phần trăm": put(r"(?<=\d)%", "%%"),
    "phần nghìn": put(r"(?<=\d)%", "‰"),
    "phần trăm sai": put(r"(?<=22/22, đạt |10/10, đạt )100%", "90%"),
    "một phần sai": put(r"(?<= )(?:222|1\.221)(?= dịch vụ)", "212"),
    "một phần trong ngoặc sai": put(r"15\.627|(?<=điểm \()41|(?<=: )1\.181", "16.000"),
    "địa chỉ mạng hỏng": put(r"\.gov\.vn", ".gov.nv"),
    "chữ O trong số": put(r"(?<= \d)0(?= (?:đơn vị|máy|dịch vụ|huyện) )", "O"),
    "bào cáo": text("báo cáo", "bào cáo"),
    "phát triễn": text("phát triển", "phát triễn"),
    "quãn lý": text("quản lý", "quãn lý"),
    "đề nghi": text("đề nghị", "đề nghi"),
    "công nghệ tin": text("công nghệ thông tin", "công nghệ tin"),
    "thủ tục chính": text("thủ tục hành chính", "thủ tục chính"),
    "cụm từ lặp": text(
        "Sở Thông tin và Truyền thông", " ".join(["Sở Thông tin và Truyền thông"] * 2)
    ),
    "Chủ Tịch": put(r"Chủ tịch (?=Ủy ban|UBND)", "Chủ Tịch "),
    "tỉnh khác": put(
        r"(?<=^  trich_yeu: )(.*tỉnh )(?:Tiền Giang|Tuyên Quang|Lào Cai)", r"\1Kiên Giang"
    ),
    "TL. cho cấp phó": put(r"ky_thay: Chủ tịch", "thua_lenh: Chủ tịch"),
    "KT. người khác": put(r"ky_thay: Chủ tịch", "ky_thay: Giám đốc"),
    "phó ký thay phó": put(r"ky_thay: Chủ tịch", "ky_thay: Phó Chủ tịch"),
    "chức vụ của cơ quan khác": put(r"(?<=chuc_vu: )Phó Chủ tịch", "Phó Giám đốc"),
    "đơn vị gõ nhầm": put(r"(?<=chu_tri: )Văn phòng UBND", "Văn phòng UNBD"),
    "đơn vị rụng chữ": put(r"(?<=chu_tri: )Sở Thông tin và", "Sở Thông tin"),
    "số văn bản 0": put(r"(?<=so_van_ban: )\d+", "0"),
    "ký hiệu của cơ quan khác": put(r"(?<=ky_hieu: KH-)UBND", "STTTT"),
    "nơi nhận lặp": put(r"^    - (VP Chính phủ|Chủ tịch.*|Văn phòng Chính phủ)$", r"    - \1, \1"),
    "nơi nhận không còn": put(
        r"(?<=^    - )(?:VP|Văn phòng) Chính phủ$", "Bộ Bưu chính, Viễn thông"
    ),
    "thời gian ở ô cơ quan": put(r"(?<=chu_tri: )Văn phòng UBND tỉnh$", "2016-2017"),
    "cơ quan ở ô thời gian": put(r"(?<=thoi_gian: )20\d\d-20\d\d", "Sở Tài chính"),
    "năm ba chữ số ở ô thời gian": put(r"(?<=thoi_gian: )(20\d\d)-20(\d\d)", r"\1-2\2"),
    "gạch đầu dòng khác": put(r"^(\s+)- (?=[A-ZĐ][^:]*[.;]$)", r"\1• "),
    "cả câu viết hoa": put(
        r"^(\s+- )([A-ZĐ][a-zà-ỹ, ]{50,90}[.;])$", lambda m: m[1] + m[2].upper()
    ),
    "tách từ": put(r"thông tin", "thô ng tin"),
    "tiêu đề viết thường": put(r"(?<=- muc: )([A-ZĐ])(?=[a-zà-ỹ]{2})", lambda m: m[1].lower()),
}
