"""Registers: what is used in more than one place stands here once."""

from dataclasses import dataclass
from decimal import Decimal

from kehoach_cli.plan.amounts import Amounts
from kehoach_cli.plan.kinds import MONEY, Choice, ListOf, MapOf, RecordOf, Split
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.van_ban import TEXT, YES_NO

SPLIT = Split()


@dataclass(slots=True, kw_only=True, eq=False)
class DuAn(Record):
    """A project or task with its money, or a part of one."""

    ma: str | None = declare(TEXT, "Mã dự án", example="lan-cap-huyen")
    ten: str | None = declare(TEXT, "Tên dự án, nhiệm vụ", required="luôn")
    nhom: str | None = declare(TEXT, "Nhóm", example="ha_tang")
    tinh_trang: str | None = declare(TEXT, "Tình trạng", example="chuyen_tiep")
    muc_tieu: str | None = declare(TEXT, "Mục tiêu, quy mô")
    quy_mo: str | None = declare(TEXT, "Quy mô")
    pham_vi: str | None = declare(TEXT, "Phạm vi đầu tư")
    dia_diem: str | None = declare(TEXT, "Địa điểm")
    thoi_gian: str | None = declare(TEXT, "Thời gian thực hiện", example="2013-2014")
    chu_dau_tu: str | None = declare(TEXT, "Chủ đầu tư")
    chu_tri: str | None = declare(TEXT, "Đơn vị chủ trì")
    phoi_hop: str | None = declare(TEXT, "Đơn vị phối hợp")
    san_pham: str | None = declare(TEXT, "Sản phẩm")
    quyet_dinh_dau_tu: str | None = declare(TEXT, "Quyết định đầu tư")
    hang_muc: str | None = declare(TEXT, "Nội dung, hạng mục công việc")
    nguon_von: str | None = declare(TEXT, "Nguồn vốn (ghi bằng chữ)")
    ghi_chu: str | None = declare(TEXT, "Ghi chú")
    tong_kinh_phi: Decimal | None = declare(MONEY, "Tổng kinh phí", example="3.900")
    von: Amounts | None = declare(
        SPLIT, "Vốn theo năm và nguồn", example="{2014: {dau_tu_tinh: 2.179}}"
    )
    kinh_phi: dict[str, Amounts] | None = declare(
        MapOf(SPLIT),
        "Các số liệu kinh phí khác",
        example="{nhu_cau: {tong: 8.000, 2014: {dau_tu_tinh: 3.500}}}",
    )
    hang_con: "list[DuAn] | None" = declare(
        ListOf(RecordOf(lambda: DuAn), "danh sách hạng mục con"), "Các hạng mục con"
    )
    danh_so_con: str | None = declare(
        Choice(("chu", "khong")), "Đánh số hạng mục con", help="a, b, c … hoặc không đánh số"
    )
    tinh_vao_tong: bool | None = declare(
        YES_NO,
        "Có tính vào tổng",
        help="hạng mục con: mặc định có khi dự án mẹ không ghi tiền, không khi dự án mẹ có ghi",
    )
    khac: dict[str, str] | None = declare(
        MapOf(TEXT), "Các trường tự đặt", help="dùng trong cột: khac.ten_truong"
    )

    def measure(self, name: str) -> Amounts | None:
        """The split of a measure: "" is `von`, others stand in `kinh_phi`."""
        return self.von if not name else (self.kinh_phi or {}).get(name)

    def amount(self, name: str, time: str | None, source: str | None) -> Decimal | None:
        """Money of a measure at a time and from a source; None: all of them.

        The total of the plain measure is `tong_kinh_phi` where it is given.
        """
        if not name and time is None and source is None and self.tong_kinh_phi is not None:
            return self.tong_kinh_phi
        split = self.measure(name)
        return split.get(time, source) if split else None


@dataclass(slots=True, kw_only=True, eq=False)
class ChiTieu(Record):
    """A target or indicator."""

    ma: str | None = declare(TEXT, "Mã chỉ tiêu")
    ten: str | None = declare(TEXT, "Chỉ tiêu", required="luôn")
    nhom: str | None = declare(TEXT, "Nhóm")
    don_vi_tinh: str | None = declare(TEXT, "Đơn vị tính", example="%")
    hien_trang: str | None = declare(TEXT, "Hiện trạng")
    thoi_diem: str | None = declare(TEXT, "Thời điểm của hiện trạng", example="12/2013")
    nguon_so_lieu: str | None = declare(TEXT, "Nguồn số liệu")
    chu_tri: str | None = declare(TEXT, "Đơn vị chủ trì")
    gia_tri: dict[str, str] | None = declare(MapOf(TEXT), "Giá trị theo năm", example="{2014: 80%}")


DU_AN = ListOf(RecordOf(lambda: DuAn), "danh sách dự án")
CHI_TIEU = ListOf(RecordOf(lambda: ChiTieu, scalar="ten"), "danh sách chỉ tiêu")
GROUPS = MapOf(MapOf(TEXT))
SOURCES = MapOf(TEXT)
