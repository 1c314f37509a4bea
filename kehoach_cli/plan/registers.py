"""Registers: what is used in more than one place stands here once."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.plan.amounts import Amounts
from kehoach_cli.plan.kinds import MONEY, Choice, ListOf, MapOf, RecordOf
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.split import Split
from kehoach_cli.plan.stated import STATED, Stated
from kehoach_cli.plan.van_ban import CODE, TEXT, YES_NO

SPLIT = Split()


class DuAn(Record):
    """A project or task with its money, or a part of one."""

    ma: str | None = declare(
        CODE, "Mã dự án", example="lan-cap-xa", help="tự đặt, mỗi dự án một mã"
    )
    ten: str | None = declare(
        TEXT, "Tên dự án, nhiệm vụ", required="luôn", example="Nâng cấp mạng LAN cấp xã"
    )
    nhom: str | None = declare(
        TEXT, "Nhóm", example="ha_tang", help="mã khai báo ở phan_nhom.nhom, hoặc tên in ra"
    )
    tinh_trang: str | None = declare(
        TEXT,
        "Tình trạng",
        example="chuyen_tiep",
        help="mã khai báo ở phan_nhom.tinh_trang, hoặc chữ in ra",
    )
    muc_tieu: str | None = declare(TEXT, "Mục tiêu, quy mô", example="Nối mạng 10 xã")
    quy_mo: str | None = declare(TEXT, "Quy mô", example="10 xã")
    pham_vi: str | None = declare(TEXT, "Phạm vi đầu tư", example="Toàn tỉnh")
    dia_diem: str | None = declare(TEXT, "Địa điểm", example="Các xã, phường")
    thoi_gian: str | None = declare(
        TEXT,
        "Thời gian thực hiện",
        example="2026-2027",
        help="cũng có thể là chữ: Thường xuyên; Quý II/2026",
    )
    chu_dau_tu: str | None = declare(TEXT, "Chủ đầu tư", example="Sở Khoa học và Công nghệ")
    chu_tri: str | None = declare(TEXT, "Đơn vị chủ trì", example="Sở Khoa học và Công nghệ")
    phoi_hop: str | None = declare(TEXT, "Đơn vị phối hợp", example="UBND các xã, phường")
    san_pham: str | None = declare(TEXT, "Sản phẩm", example="Báo cáo tổng kết")
    quyet_dinh_dau_tu: str | None = declare(
        TEXT, "Quyết định đầu tư", example="123/QĐ-UBND ngày 05/3/2026"
    )
    hang_muc: str | None = declare(TEXT, "Nội dung, hạng mục công việc", example="Mua máy chủ")
    nguon_von: str | None = declare(
        TEXT,
        "Nguồn vốn",
        example="Vốn sự nghiệp",
        help="chỉ để in; số tiền theo nguồn ghi ở von",
    )
    ghi_chu: str | None = declare(TEXT, "Ghi chú", example="Dự án chuyển tiếp")
    tong_kinh_phi: Decimal | None = declare(
        MONEY,
        "Tổng kinh phí",
        example="3.900",
        help="để trống: cộng từ von; có thể lớn hơn von khi dự án còn những năm khác",
    )
    von: Amounts | None = declare(
        SPLIT,
        "Vốn theo năm và nguồn",
        example="{2026: {dau_tu_tinh: 2.179}}",
        help="theo năm, theo nguồn, hoặc cả hai",
    )
    kinh_phi: dict[str, Amounts] | None = declare(
        MapOf(SPLIT),
        "Các số liệu kinh phí khác",
        help="mỗi số liệu một tên tự đặt, chia như von; cột: kinh_phi.nhu_cau.tong",
        example="{nhu_cau: {tong: 8.000, 2026: {dau_tu_tinh: 3.500}}}",
    )
    tong_ghi: list[Stated] | None = declare(
        STATED,
        "Tổng đã ghi ở nơi khác",
        example="{2026: 50, 2027: 1.450}",
        help="không in; check so với số tính được; khóa là năm, nguồn, số liệu như ở {{ tong }}",
    )
    hang_con: "list[DuAn] | None" = declare(
        ListOf(RecordOf(lambda: DuAn), "danh sách hạng mục con"),
        "Các hạng mục con",
        example="[{ten: Máy chủ, tong_kinh_phi: 500}]",
        help="in ngay dưới dự án; hạng mục con cũng có thể có hạng mục con, không sâu hơn nữa",
    )
    danh_so_con: str | None = declare(
        Choice(("chu", "so", "khong")),
        "Đánh số hạng mục con",
        example="số",
        help="chữ: a, b, c … (mặc định); số: 11.1, 11.2 …; không: để trống; hạng mục của hạng mục "
        "con: theo số của hàng trên (11.1.1), không thì để trống",
    )
    tinh_vao_tong: bool | None = declare(
        YES_NO,
        "Có tính vào tổng",
        example="có",
        help="hạng mục con: mặc định có khi dự án mẹ không ghi tiền, không khi dự án mẹ có ghi",
    )
    khac: dict[str, str] | None = declare(
        MapOf(TEXT),
        "Các trường tự đặt",
        example="{dia_ban: Miền núi}",
        help="dùng trong cột: khac.dia_ban",
    )

    def lines(self) -> "Iterator[tuple[DuAn, ...]]":
        """Itself and its parts, in order of print, each with all that it is a part of."""
        yield (self,)
        for part in self.hang_con or ():
            for line in part.lines():
                yield (self, *line)

    def measure(self, name: str) -> Amounts | None:
        """The split of a measure: "" is `von`, others stand in `kinh_phi`."""
        return self.von if not name else (self.kinh_phi or {}).get(name)

    def amount(self, name: str, time: str | None, source: str | None) -> Decimal | None:
        """Money of a measure at a time and from a source; None: all of them.

        The total of the plain measure is `tong_kinh_phi` where it is typed, also unreadably.
        """
        if not name and time is None and source is None and "tong_kinh_phi" in self.at:
            return self.tong_kinh_phi
        split = self.von if not name else self.measure(name)
        return split.get(time, source) if split else None


DU_AN = ListOf(RecordOf(lambda: DuAn), "danh sách dự án")
GROUPS = MapOf(MapOf(TEXT))
SOURCES = MapOf(TEXT)
