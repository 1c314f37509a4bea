"""A form to be filled in by others: what stands above and below it on the pages of an appendix."""

from kehoach_cli.annotations import Any
from kehoach_cli.plan.records import Record, declare, fields_of
from kehoach_cli.plan.van_ban import NOI_NHAN, TEXT, TEXTS, NoiNhan, VanBan


def _as_in_van_ban(key: str, help: str = "") -> Any:
    """A field of `van_ban` that a form has too, and needs less."""
    return fields_of(VanBan)[key].but(required="", help=help)


class MauBieu(Record):
    """The heading of a form, its title, who signs it; what is not known is dotted."""

    co_quan_chu_quan: str | None = _as_in_van_ban("co_quan_chu_quan")
    co_quan_ban_hanh: str | None = declare(
        TEXT, "Cơ quan lập", example="Tên cơ quan, đơn vị", help="để trống: dòng chấm"
    )
    ky_hieu: str | None = _as_in_van_ban("ky_hieu", "để trống: lấy từ tên loại, như …/BC-…")
    dia_danh: str | None = _as_in_van_ban("dia_danh", "để trống: dòng chấm")
    ten_loai: str | None = declare(
        TEXT,
        "Tên loại của mẫu",
        example="Báo cáo",
        help="không có cả ky_hieu thì mẫu không có dòng số, ngày",
    )
    trich_yeu: str | None = _as_in_van_ban("trich_yeu", "in đậm dưới tên loại")
    nguoi_ky: list[str] | None = declare(
        TEXTS,
        "Chức danh người ký",
        example="[Người lập biểu, Thủ trưởng đơn vị]",
        help="từ trái sang phải; dòng thứ hai của một chức danh in nghiêng: (Ký, ghi rõ họ tên)",
    )
    noi_nhan: list[NoiNhan] | None = declare(
        NOI_NHAN,
        "Nơi nhận của mẫu",
        example="[Sở Nội vụ]",
        help="đứng bên trái khi có một người ký",
    )
