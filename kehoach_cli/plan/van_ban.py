"""The document as an administrative act: issuer, number, date, signer, recipients, bases."""

import re
from collections.abc import Callable
from decimal import Decimal

from kehoach_cli.plan.kinds import Choice, Code, Lines, ListOf, Parsed, RecordOf, Text, YesNo
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.scheme import Scheme, parse_scheme
from kehoach_cli.vietnamese.citation import Citation, law_in_parts, parse_citation
from kehoach_cli.vietnamese.dates import PartialDate, parse_date
from kehoach_cli.vietnamese.numbers import parse_decimal
from kehoach_cli.vietnamese.periods import Period, parse_period
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import MoneyUnit, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable


def _scheme(text: str) -> Scheme:
    scheme = parse_scheme(text)
    if scheme is None:
        reason = "viết các bậc từ lớn đến nhỏ, cách nhau dấu /, như I/1/a) hoặc Phần I/I/1/1.1/a)"
        raise Unreadable(text, reason)
    return scheme


def _whole(text: str) -> int:
    number = parse_decimal(text)
    if number != number.to_integral_value() or abs(number) > 10**9:
        raise Unreadable(text, "phải là một số nguyên")
    return int(number)


def _document_number(text: str) -> str:
    plain = text.isascii() and text.isdigit() and len(text) <= 20
    if not plain and not re.fullmatch(r"[0-9][0-9A-Za-zĐđ.-]{0,19}", text):
        raise Unreadable(text, "chỉ ghi phần số, như 172; ký hiệu (KH-UBND) ghi ở ky_hieu")
    return text


def _between(least: int, most: int, what: str) -> Callable[[str], Decimal]:
    def parser(text: str) -> Decimal:
        number = parse_decimal(text)
        if not least <= number <= most:
            raise Unreadable(text, f"{what} phải từ {least} đến {most}")
        return number

    return parser


def _depth(text: str) -> int:
    words = {"co": 2, "khong": 0, "1": 1, "2": 2, "3": 3}
    depth = words.get(fold(text))
    if depth is None:
        raise Unreadable(text, "viết có, không, hoặc số bậc: 1, 2, 3")
    return depth


TEXT = Text()
TEXTS = ListOf(TEXT, "danh sách", lone=True)
CODE = Code()
CODES = ListOf(CODE, "danh sách", lone=True)
YES_NO = YesNo()
WIDTH: Parsed = Parsed("độ rộng", _between(1, 300, "độ rộng (mm)"))
SIZE: Parsed = Parsed("cỡ chữ", lambda text: int(_between(11, 13, "cỡ chữ trong bảng")(text)))
DEPTH: Parsed = Parsed("có, không, hoặc số bậc", _depth)
WHOLE: Parsed = Parsed("số nguyên", _whole)
DATE: Parsed = Parsed("ngày", parse_date)
PERIOD: Parsed = Parsed("thời kỳ", parse_period)
SCHEME: Parsed = Parsed("cách đánh số", _scheme)
DOCUMENT_NUMBER: Parsed = Parsed("số văn bản", _document_number)
MONEY_UNIT: Parsed = Parsed("đơn vị tiền", parse_unit)


class NguoiKy(Record):
    """Who signs, and in whose name: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7; Điều 13."""

    ho_ten: str | None = declare(TEXT, "Họ và tên", required="phát hành", example="Nguyễn Văn An")
    chuc_vu: str | None = declare(TEXT, "Chức vụ", required="luôn", example="Phó Chủ tịch")
    thay_mat: str | None = declare(
        TEXT, "Thay mặt tập thể (TM.)", example="Ủy ban nhân dân", help="in thành TM. …"
    )
    ky_thay: str | None = declare(TEXT, "Ký thay (KT.)", example="Chủ tịch", help="in thành KT. …")
    thua_lenh: str | None = declare(TEXT, "Thừa lệnh (TL.)", example="Chủ tịch")
    thua_uy_quyen: str | None = declare(TEXT, "Thừa ủy quyền (TUQ.)", example="Giám đốc")
    quyen: bool | None = declare(
        YES_NO, "Quyền (Q.)", example="có", help="người ký giữ quyền chức vụ"
    )


class NoiNhan(Record):
    """A recipient, with the note printed behind it: (báo cáo), (để thực hiện)."""

    ten: str | None = declare(
        Lines(),
        "Tên nơi nhận",
        required="luôn",
        example="Các sở, ban, ngành",
        help="một danh sách: vài nơi cùng một gạch đầu dòng, chung một vai trò",
    )
    vai_tro: str | None = declare(TEXT, "Vai trò", example="để báo cáo", help="in trong ngoặc")


NOI_NHAN = ListOf(RecordOf(lambda: NoiNhan, scalar="ten"), "danh sách nơi nhận", lone=True)


class VanBan(Record):
    """What the header, the signature block and the recipients are made of."""

    co_quan_chu_quan: str | None = declare(
        TEXT, "Cơ quan chủ quản", example="UBND tỉnh Lào Cai", help="để trống nếu là UBND tỉnh"
    )
    co_quan_ban_hanh: str | None = declare(
        TEXT,
        "Cơ quan ban hành",
        required="luôn",
        example="Ủy ban nhân dân tỉnh Lào Cai",
        help="tên đủ, không viết tắt; in chữ hoa ở đầu văn bản",
    )
    so_van_ban: str | None = declare(
        DOCUMENT_NUMBER, "Số văn bản", required="phát hành", example="172", help="chỉ phần số"
    )
    ky_hieu: str | None = declare(
        TEXT, "Ký hiệu", example="KH-UBND", help="để trống: lấy từ tên loại và cơ quan ban hành"
    )
    dia_danh: str | None = declare(
        TEXT, "Địa danh", example="Lào Cai", help="để trống: lấy tên tỉnh của cơ quan ban hành"
    )
    ngay_ban_hanh: PartialDate | None = declare(
        DATE,
        "Ngày ban hành",
        required="phát hành",
        example="15/01/2026",
        help="ngày/tháng/năm ký; chưa ký thì bỏ qua, chỗ ấy in khoảng trống để điền tay",
    )
    ten_loai: str | None = declare(TEXT, "Tên loại văn bản", example="Kế hoạch")
    trich_yeu: str | None = declare(
        TEXT,
        "Trích yếu",
        required="luôn",
        example="Chuyển đổi số năm 2026",
        help="kế hoạch về việc gì, của thời kỳ nào; in dưới chữ KẾ HOẠCH, không ghi lại chữ ấy",
    )
    thoi_ky: Period | None = declare(
        PERIOD, "Thời kỳ", example="2026-2030", help="một năm, như 2026, hay nhiều năm: 2026-2030"
    )
    don_vi_tien: MoneyUnit | None = declare(
        MONEY_UNIT, "Đơn vị tiền", example="triệu đồng", help="để trống: triệu đồng"
    )
    danh_so: Scheme | None = declare(
        SCHEME, "Cách đánh số", example="I/1/a)", help="các bậc từ lớn đến nhỏ; để trống: I/1/a)"
    )
    the_thuc: str | None = declare(
        CODE,
        "Thể thức",
        example="nd30-2020",
        help="để trống: Nghị định 30/2020/NĐ-CP; tt01-2011 chỉ để in lại kế hoạch lưu trữ",
    )
    do_khan: str | None = declare(
        Choice(("hoa_toc", "thuong_khan", "khan")), "Mức độ khẩn", example="khẩn"
    )
    luu_hanh: str | None = declare(
        TEXT, "Phạm vi lưu hành", example="Lưu hành nội bộ", help="in trong khung dưới số văn bản"
    )
    nguoi_ky: NguoiKy | None = declare(RecordOf(lambda: NguoiKy), "Người ký", required="luôn")
    kem_theo: list[str] | None = declare(
        TEXTS, "Kèm", example="phu_luc", help="in dưới chữ “Kèm:”; phu_luc: mọi phụ lục"
    )
    noi_nhan: list[NoiNhan] | None = declare(
        NOI_NHAN,
        "Nơi nhận",
        required="luôn",
        example="[{ten: UBND tỉnh, vai_tro: để báo cáo}, Các sở]",
    )
    noi_nhan_dien_tu: list[NoiNhan] | None = declare(
        NOI_NHAN, "Nơi nhận bản điện tử", example="[Các sở, UBND các xã]"
    )
    luu_van_thu: str | None = declare(
        TEXT, "Lưu", example="VT, KTTH", help="dòng cuối của nơi nhận; để trống: VT"
    )
    nguoi_soan: str | None = declare(TEXT, "Ký hiệu người soạn thảo và số bản", example="PL.(300)")


class CanCu(Record):
    """A legal basis: typed whole, or its parts."""

    mo_dau: str | None = declare(
        TEXT, "Chữ mở đầu", example="Thực hiện", help="để trống: Căn cứ, hoặc chữ đầu của câu"
    )
    van_ban: str | None = declare(
        TEXT, "Cả câu viện dẫn", example="Luật Chuyển đổi số ngày 11 tháng 12 năm 2025"
    )
    loai: str | None = declare(TEXT, "Loại văn bản", example="Nghị định")
    ten: str | None = declare(TEXT, "Tên luật", example="Luật Chuyển đổi số")
    so_ky_hieu: str | None = declare(TEXT, "Số, ký hiệu", example="30/2020/NĐ-CP")
    ngay_ban_hanh: PartialDate | None = declare(DATE, "Ngày ban hành", example="05/3/2020")
    co_quan: str | None = declare(TEXT, "Cơ quan ban hành", example="Chính phủ")
    trich_yeu: str | None = declare(TEXT, "Trích yếu", example="về công tác văn thư")

    @property
    def citation(self) -> Citation:
        """Its parts: as given, or as found in the typed text."""
        if self.van_ban is not None:
            return parse_citation(self.van_ban)
        given = Citation(
            text="",
            loai=self.loai,
            so_ky_hieu=self.so_ky_hieu,
            ngay=self.ngay_ban_hanh,
            co_quan=self.co_quan,
            trich_yeu=self.trich_yeu,
            ten=self.ten,
        )
        return law_in_parts(given)


CAN_CU = ListOf(RecordOf(lambda: CanCu, scalar="van_ban"), "danh sách căn cứ")
