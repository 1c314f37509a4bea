"""The plan: everything a plan file says, typed, each value with its place."""

from kehoach_cli.plan.kinds import Choice, ListOf, OfferedCode, RecordOf
from kehoach_cli.plan.outline import Muc, PhuLuc
from kehoach_cli.plan.plan_kinds import kind_keys
from kehoach_cli.plan.quyet_dinh import QuyetDinh
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.registers import DU_AN, GROUPS, SOURCES, DuAn
from kehoach_cli.plan.targets import CHI_TIEU, ChiTieu
from kehoach_cli.plan.van_ban import (
    CAN_CU,
    CODES,
    DATE,
    DEPTH,
    TEXT,
    WHOLE,
    CanCu,
    VanBan,
)
from kehoach_cli.vietnamese.dates import PartialDate
from kehoach_cli.vietnamese.periods import Period


class Plan(Record):
    """A plan file."""

    phien_ban: int | None = declare(
        WHOLE, "Phiên bản của định dạng", example="1", help="để trống: bản mới nhất"
    )
    mau: str | None = declare(
        OfferedCode(kind_keys),
        "Mẫu kế hoạch",
        example="ke-hoach-nam",
        help="loại kế hoạch, để biết phải có những mục nào",
    )
    van_ban: VanBan | None = declare(
        RecordOf(lambda: VanBan),
        "Văn bản",
        required="luôn",
        help="cơ quan, số, ngày, trích yếu, người ký, nơi nhận",
    )
    quyet_dinh: QuyetDinh | None = declare(
        RecordOf(lambda: QuyetDinh),
        "Quyết định ban hành kế hoạch",
        help="chỉ khi kế hoạch do một quyết định hay nghị quyết ban hành",
    )
    muc_luc: int | None = declare(
        DEPTH,
        "Mục lục",
        example="có",
        help="có: hai bậc mục và các phụ lục; 1, 2, 3: số bậc; in dưới tên kế hoạch",
    )
    can_cu: list[CanCu] | None = declare(
        CAN_CU,
        "Căn cứ",
        example="[Luật Chuyển đổi số ngày 11 tháng 12 năm 2025]",
        help="danh mục; đứng trước nội dung như dang_can_cu nói, hoặc ở mục có chen: can_cu",
    )
    dang_can_cu: str | None = declare(
        Choice(("khoi", "cau", "khong")),
        "Căn cứ đứng thế nào",
        example="câu",
        help="khối: chữ nghiêng, mỗi căn cứ một dòng (mặc định); câu: một câu liền với loi_dan;"
        " không: không in (mặc định khi có mục chen: can_cu)",
    )
    loi_dan: str | None = declare(
        TEXT,
        "Lời dẫn",
        example='"Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"',
        help="câu đứng sau căn cứ, trước mục đầu tiên",
    )
    noi_dung: list[Muc] | None = declare(
        ListOf(RecordOf(lambda: Muc, scalar="doan_van"), "danh sách mục", lone=True),
        "Nội dung",
        required="luôn",
        example="[{muc: Hiện trạng, doan_van: Các sở đã nối mạng.}]",
        help="các mục lớn, theo thứ tự in; số mục do chương trình đánh",
    )
    loi_ket: str | None = declare(
        TEXT,
        "Lời kết",
        example="Trên đây là Kế hoạch …; các sở, ban, ngành nghiêm túc thực hiện.",
        help="đoạn không đánh số sau mục cuối cùng",
    )
    nguon_von: dict[str, str] | None = declare(
        SOURCES,
        "Các nguồn vốn",
        example="{dau_tu_tinh: Vốn đầu tư tỉnh}",
        help="mã tự đặt và tên in ra; số tiền và cột dùng mã ấy",
    )
    phan_nhom: dict[str, dict[str, str]] | None = declare(
        GROUPS,
        "Tên các nhóm",
        example="{nhom: {ha_tang: Nhóm dự án hạ tầng}}",
        help="tên trường dùng để nhóm, rồi mã và tên in ra; thứ tự ở đây là thứ tự in",
    )
    chi_tieu: list[ChiTieu] | None = declare(
        CHI_TIEU,
        "Chỉ tiêu",
        example="[{ten: Tỷ lệ hồ sơ trực tuyến, gia_tri: {2026: 80%}}]",
        help="danh mục; in ra ở bảng có nguon: chi_tieu",
    )
    du_an: list[DuAn] | None = declare(
        DU_AN,
        "Dự án, nhiệm vụ",
        example="[{ten: Nâng cấp mạng LAN, tong_kinh_phi: 3.900}]",
        help="danh mục; in ra ở bảng có nguon: du_an, cộng lại ở {{ tong }}",
    )
    phu_luc: list[PhuLuc] | None = declare(
        ListOf(RecordOf(lambda: PhuLuc), "danh sách phụ lục"),
        "Các phụ lục",
        help="mỗi phụ lục sang trang mới; số La Mã do chương trình đánh",
    )

    @property
    def period(self) -> Period | None:
        """The period that it is for, None where it names none."""
        return self.van_ban.thoi_ky if self.van_ban else None

    def group_label(self, attribute: str, key: str) -> str:
        """The printed name of a group of projects; a key without one prints as typed."""
        return (self.phan_nhom or {}).get(attribute, {}).get(key, key)


class HieuLuc(Record):
    """When a document that the unit cites holds, as the unit found it."""

    so_ky_hieu: str | None = declare(
        TEXT, "Số, ký hiệu", required="luôn", example="15/2019/QĐ-UBND"
    )
    ten: str | None = declare(TEXT, "Tên hoặc trích yếu", example="Quy chế thư điện tử")
    tu: PartialDate | None = declare(DATE, "Có hiệu lực từ", example="01/7/2019")
    den: PartialDate | None = declare(DATE, "Hiệu lực đến hết", example="31/12/2025")
    thay_bang: str | None = declare(
        TEXT, "Văn bản thay thế", example="Quyết định số 20/2025/QĐ-UBND"
    )


class Profile(Record):
    """What never changes in a unit's plans; the plan wins over it."""

    phien_ban: int | None = declare(WHOLE, "Phiên bản của định dạng", example="1")
    van_ban: VanBan | None = declare(
        RecordOf(lambda: VanBan), "Văn bản", help="những trường mà kế hoạch để trống"
    )
    nguon_von: dict[str, str] | None = declare(
        SOURCES, "Các nguồn vốn", help="dùng khi kế hoạch không có nguon_von"
    )
    phan_nhom: dict[str, dict[str, str]] | None = declare(
        GROUPS, "Tên các nhóm", help="dùng khi kế hoạch không có phan_nhom"
    )
    quy_tac_bo_qua: list[str] | None = declare(
        CODES,
        "Quy tắc kiểm tra không dùng",
        example="[KH502, KH6]",
        help="mã, hoặc phần đầu của mã; lỗi làm không in được thì vẫn báo",
    )
    hieu_luc: list[HieuLuc] | None = declare(
        ListOf(RecordOf(lambda: HieuLuc), "danh sách văn bản"),
        "Hiệu lực của văn bản hay viện dẫn",
        example="[{so_ky_hieu: 15/2019/QĐ-UBND, den: 31/12/2025}]",
        help="thêm vào sổ văn bản kèm chương trình; cùng số thì lấy ở đây",
    )
