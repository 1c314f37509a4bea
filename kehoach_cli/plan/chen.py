"""A register placed in the text: which one, in which form, which part of it."""

from kehoach_cli.plan.kinds import Choice
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.van_ban import CODES


class Chen(Record):
    """A register placed here."""

    nguon: str | None = declare(
        Choice(("can_cu", "chi_tieu", "kinh_phi")),
        "Danh mục",
        required="luôn",
        example="can_cu",
        help="kinh_phi: tiền của các dự án, chia theo nguồn, năm hay nhóm",
    )
    dang: str | None = declare(
        Choice(("dong", "gach_dau_dong", "cau")),
        "Dạng",
        example="gạch đầu dòng",
        help="mặc định: căn cứ mỗi dòng một đoạn, còn lại gạch đầu dòng; câu: một đoạn chạy dài",
    )
    chon: list[str] | None = declare(
        CODES,
        "Chỉ lấy các mã",
        example="[dau_tu_tinh]",
        help="của chỉ tiêu; của nguồn, năm, nhóm khi chèn kinh phí; theo thứ tự in",
    )
    theo: str | None = declare(
        Choice(("nguon", "nam", "nhom", "tinh_trang")),
        "Kinh phí chia theo",
        example="năm",
        help="mặc định: nguồn; phần không có tiền thì không in",
    )
    chi_tinh: list[str] | None = declare(
        CODES,
        "Chỉ tính",
        example="[nam_2026, nhu_cau]",
        help="năm, nguồn vốn, nhóm, số liệu, nêu như ở {{ tong }}; để trống: mọi tiền",
    )
