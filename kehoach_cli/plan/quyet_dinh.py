"""The decision or resolution that issues a plan, and its articles."""

from kehoach_cli.plan.kinds import Choice, ListOf, RecordOf
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.van_ban import (
    CAN_CU,
    DOCUMENT_NUMBER,
    NOI_NHAN,
    TEXT,
    YES_NO,
    CanCu,
    NguoiKy,
    NoiNhan,
)


class Dieu(Record):
    """An article of the decision."""

    doan_van: str | None = declare(
        TEXT,
        "Lời của điều",
        required="luôn",
        example="Ban hành Kế hoạch.",
        help="mỗi dòng một đoạn",
    )
    danh_so: bool | None = declare(
        YES_NO, "Đánh số", example="không", help="không: đoạn cuối không mang chữ “Điều 3”"
    )
    chen: str | None = declare(
        Choice(("ke_hoach",)),
        "Chèn",
        example="kế hoạch",
        help="nội dung kế hoạch đứng ngay trong điều này, không có trang đầu riêng",
    )


class QuyetDinh(Record):
    """The decision, or resolution, that issues the plan.

    Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1 (nghị quyết), 1.2 and 1.3.
    """

    loai: str | None = declare(
        Choice(("quyet_dinh", "nghi_quyet")),
        "Loại văn bản",
        example="nghị quyết",
        help="mặc định: quyết định; nghị quyết: câu “QUYẾT NGHỊ:”, ký hiệu NQ",
    )
    so_van_ban: str | None = declare(
        DOCUMENT_NUMBER, "Số quyết định, nghị quyết", required="phát hành", example="605"
    )
    ky_hieu: str | None = declare(TEXT, "Ký hiệu", example="QĐ-UBND")
    trich_yeu: str | None = declare(
        TEXT, "Trích yếu", required="luôn", example="Ban hành Kế hoạch chuyển đổi số"
    )
    tham_quyen: str | None = declare(
        TEXT, "Thẩm quyền ban hành", example="Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"
    )
    can_cu: list[CanCu] | None = declare(
        CAN_CU, "Căn cứ của quyết định", example="[Luật Chuyển đổi số ngày 11 tháng 12 năm 2025]"
    )
    de_nghi: str | None = declare(
        TEXT, "Câu “Theo đề nghị của …”", example="Theo đề nghị của Giám đốc Sở Nội vụ"
    )
    dieu: list[Dieu] | None = declare(
        ListOf(RecordOf(lambda: Dieu, scalar="doan_van"), "danh sách điều", lone=True),
        "Các điều",
        required="luôn",
        example="[Ban hành Kế hoạch., Có hiệu lực từ ngày ký.]",
    )
    nguoi_ky: NguoiKy | None = declare(
        RecordOf(lambda: NguoiKy), "Người ký quyết định", help="để trống: như ở van_ban"
    )
    noi_nhan: list[NoiNhan] | None = declare(
        NOI_NHAN, "Nơi nhận của quyết định", example="[Như Điều 3]", help="để trống: như ở van_ban"
    )
    luu_van_thu: str | None = declare(TEXT, "Lưu", example="VT", help="để trống: như ở van_ban")

    @property
    def holds_plan(self) -> bool:
        """Whether the plan stands inside an article, instead of behind the decision."""
        return any(article.chen for article in self.dieu or ())
