"""Tables of a plan: their columns, rows of their own, and what they show of a register."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.plan.kinds import Choice, ListOf, RecordOf, typed, wrong_shape
from kehoach_cli.plan.records import Context, Record, declare, read_record
from kehoach_cli.plan.stated import STATED, Stated
from kehoach_cli.plan.van_ban import CODE, CODES, SIZE, TEXT, TEXTS, WIDTH, YES_NO
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence


class Cells(ListOf):
    """The cells of a row; an empty one keeps its place as an empty text."""

    def read(self, node: Node, label: str, context: Context) -> list[str] | None:
        """The texts of the cells."""
        if not isinstance(node, Sequence):
            return ListOf.read(self, node, label, context)
        for item in node.items:
            if not isinstance(item, Scalar):
                wrong_shape(item, label, "một ô", context)
        return [typed(item) or "" for item in node.items]


CELLS = Cells(TEXT, "danh sách", lone=True)


class Hang(Record):
    """A row of a table's own that is not a plain list of cells."""

    nhom: str | None = declare(
        TEXT, "Dòng nhóm", example="Nhóm dự án hạ tầng", help="tổng của nhóm do chương trình cộng"
    )
    o: list[str] | None = declare(CELLS, "Các ô", example="[1, Họp giao ban, Hằng tuần]")
    dam: bool | None = declare(
        YES_NO, "In đậm", example="có", help="cho hàng cộng; không vào tổng nào"
    )
    tong: str | None = declare(
        TEXT,
        "Dòng tổng tự viết",
        example="Tổng kinh phí",
        help="tên dòng, in giữa các cột đứng trước số đầu tiên; các số ghi ở o; không vào tổng nào",
    )

    @property
    def is_sum(self) -> bool:
        """Whether it is no item: it adds to no sum."""
        return bool(self.dam) or self.tong is not None


class RowKind:
    """A row: a list of cells, or a mapping."""

    name = "một hàng"

    def read(self, node: Node, label: str, context: Context) -> Hang | None:
        """The row; its cells in `o`."""
        if isinstance(node, Mapping):
            return read_record(Hang, node, context)
        if not isinstance(node, Sequence):
            wrong_shape(node, label, self.name, context)
            return None
        return Hang(node=node, o=CELLS.read(node, label, context))


class Cot(Record):
    """A column, or a heading over several."""

    ten: str | None = declare(
        TEXT, "Tên cột", example="Thời gian thực hiện", help="để trống: lấy tên của giá trị"
    )
    gia_tri: list[str] | None = declare(
        CODES,
        "Giá trị",
        example="von.2026.dau_tu_tinh",
        help="tên trường của dự án; viết nhiều tên thì lấy tên đầu tiên có giá trị",
    )
    cot: "list[Cot] | None" = declare(ListOf(RecordOf(lambda: Cot), "danh sách cột"), "Các cột con")
    rong: Decimal | None = declare(
        WIDTH, "Độ rộng (mm)", example="25", help="để trống: tính theo chữ trong cột"
    )
    can_le: str | None = declare(Choice(("trai", "giua", "phai")), "Canh lề", example="giữa")
    gop_o: bool | None = declare(
        YES_NO, "Gộp ô xuống", example="có", help="các ô liền nhau có cùng giá trị thành một ô"
    )
    so_cot: str | None = declare(
        TEXT,
        "Số cột",
        example="(3) = (1) + (2)",
        help="in ở hàng số cột; để trống: (1), (2) … theo thứ tự cột",
    )
    cong: str | None = declare(
        Choice(("co", "khong", "nhom")),
        "Có cộng không",
        example="nhóm",
        help="có: cộng cả nhóm lẫn tổng; nhóm: chỉ cộng nhóm; không: để trống; ở bảng có hàng tự "
        "viết phải ghi mới cộng",
    )

    def leaves(self) -> "Iterator[Cot]":
        """The columns under this heading that hold values, itself when it has none under it."""
        if not self.cot:
            yield self
        for column in self.cot or ():
            yield from column.leaves()


class Bang(Record):
    """A table: a view of a register, rows of its own, or both."""

    ma: str | None = declare(
        TEXT,
        "Mã",
        example="lo_trinh",
        help="bảng có mã được đánh số “Bảng 1.” trước tên; để dẫn chiếu: {{ bang.lo_trinh }}",
    )
    ten: str | None = declare(
        TEXT, "Tên bảng", example="Lộ trình triển khai", help="in giữa dòng phía trên bảng"
    )
    kho_giay: str | None = declare(
        Choice(("doc", "ngang")), "Khổ giấy", help="ngang: bảng trong thân bài nằm trang riêng"
    )
    nguon: str | None = declare(Choice(("du_an", "chi_tieu")), "Lấy dòng từ", example="du_an")
    chon: list[str] | None = declare(
        CODES, "Chỉ lấy các mã", example="[lan-cap-xa]", help="theo thứ tự in"
    )
    chi_tinh: list[str] | None = declare(
        CODES,
        "Chỉ lấy các dòng",
        example="[nam_2026, ha_tang]",
        help="có tiền ở năm, nguồn vốn, số liệu ấy, thuộc nhóm ấy, nêu như ở {{ tong }}; của chỉ "
        "tiêu: năm, nhóm",
    )
    nhom_theo: str | None = declare(
        CODE, "Nhóm theo", example="nhom", help="tên một trường; tên nhóm ở phan_nhom"
    )
    dong_nhom: str | None = declare(
        Choice(("tach", "gop")),
        "Dòng nhóm",
        example="gộp",
        help="tách: số La Mã ở cột STT; gộp: số và tên chung một ô, như thường ở hàng tự viết",
    )
    tong_nhom: str | None = declare(
        Choice(("dong_nhom", "dong_cong", "khong")),
        "Tổng của nhóm",
        example="dòng cộng",
        help="ngay trên dòng nhóm (mặc định), ở dòng “Cộng (I)” cuối nhóm, hoặc không in",
    )
    tong_cong: str | None = declare(
        Choice(("dau", "cuoi", "ca_hai", "khong")),
        "Dòng tổng cộng",
        example="cuối",
        help="mặc định: cuối",
    )
    ten_tong_cong: str | None = declare(
        TEXT, "Tên dòng tổng cộng", example="Tổng kinh phí", help="để trống: Tổng cộng"
    )
    tong_ghi: list[Stated] | None = declare(
        STATED,
        "Tổng đã ghi ở nơi khác",
        example="{tong: 46.965, 2026: {tong: 29.520, ha_tang: 9.100}}",
        help="không in; check so với tổng tính được; khóa như ở {{ tong }}, và tên nhóm của bảng",
    )
    stt: str | None = declare(
        Choice(("theo_nhom", "lien_tuc")),
        "Số thứ tự",
        example="liên tục",
        help="mặc định: theo nhóm",
    )
    stt_lai: list[str] | None = declare(
        CODES,
        "Các nhóm đánh lại STT từ 1",
        example="dao_tao",
        help="ghi mã nhóm; ở các nhóm khác STT chạy liên tục",
    )
    cot: list[Cot] | None = declare(
        ListOf(RecordOf(lambda: Cot), "danh sách cột"),
        "Các cột",
        required="luôn",
        example="[{ten: STT, gia_tri: stt}, {gia_tri: ten}]",
    )
    hang: list[Hang] | None = declare(
        ListOf(RowKind(), "danh sách hàng"),
        "Các hàng tự viết",
        example="[[1, Họp giao ban]]",
        help="có nguon: in trước hay sau các dòng của danh mục, theo chỗ đã viết",
    )
    don_vi_tinh: str | None = declare(
        TEXT, "Đơn vị tính", example="nghìn đồng", help="không: không in dòng này"
    )
    danh_so_cot: bool | None = declare(
        YES_NO,
        "In hàng số cột (1) (2) …",
        example="có",
        help="để trống: có khi một cột ghi so_cot",
    )
    co_chu: int | None = declare(
        SIZE, "Cỡ chữ trong bảng", example="12", help="11, 12 hoặc 13; để trống: tự chọn"
    )
    ghi_chu: list[str] | None = declare(
        TEXTS, "Ghi chú dưới bảng", example="Số liệu đến tháng 10 năm 2025."
    )

    @property
    def shows_register(self) -> bool:
        """Whether it shows rows of a register."""
        return self.hang is None or any(getattr(self, key) is not None for key in _OF_REGISTER)

    @property
    def starts_with_own(self) -> bool:
        """Whether its own rows are typed before what asks for those of a register."""
        return next((key for key in self.at if key in (*_OF_REGISTER, "hang")), "") == "hang"


_OF_REGISTER = ("nguon", "chon", "chi_tinh")
