"""The register of targets: figures as typed, or worked out from their two parts."""

from collections.abc import Iterator

from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.kinds import ListOf, MapOf, Parsed, RecordOf
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.van_ban import CODE, TEXT
from kehoach_cli.vietnamese.ratios import PERCENT, Quantity, Ratio, fits, parse_quantity, with_unit

PARTS = ("tu_so", "mau_so")
NOW = "hien_trang"
QUANTITY: Parsed = Parsed("số, có thể kèm đơn vị", parse_quantity)


class SoLieu(Record):
    """A figure: a text, or a numerator and a denominator, with or without the typed result."""

    gia_tri: str | None = declare(
        TEXT,
        "Giá trị",
        example="65%",
        help="là chữ: 80%, trên 800, ≥ 95%; ghi cạnh tử số, mẫu số thì phải khớp kết quả chia",
    )
    tu_so: Quantity | None = declare(QUANTITY, "Tử số", example="47 máy")
    mau_so: Quantity | None = declare(QUANTITY, "Mẫu số", example="20 đơn vị")

    @property
    def has_parts(self) -> bool:
        """Whether a part was typed, also unreadably."""
        return any(key in self.at for key in PARTS)


FIGURE = RecordOf(lambda: SoLieu, scalar="gia_tri")


class ChiTieu(Record):
    """A target or indicator."""

    ma: str | None = declare(
        CODE, "Mã chỉ tiêu", example="ho-so-truc-tuyen", help="tự đặt, mỗi chỉ tiêu một mã"
    )
    ten: str | None = declare(
        TEXT, "Chỉ tiêu", required="luôn", example="Tỷ lệ hồ sơ nộp trực tuyến"
    )
    nhom: str | None = declare(
        TEXT, "Nhóm", example="Chính quyền số", help="mã khai báo ở phan_nhom.nhom, hoặc tên in ra"
    )
    don_vi_tinh: str | None = declare(
        TEXT,
        "Đơn vị tính",
        example="máy",
        help="để trống ở một tỷ lệ: lấy từ tử số và mẫu số (máy/đơn vị), không thì %",
    )
    hien_trang: SoLieu | None = declare(FIGURE, "Hiện trạng", example="65%")
    tu_so: Quantity | None = declare(QUANTITY, "Tử số của hiện trạng", example="47 máy")
    mau_so: Quantity | None = declare(QUANTITY, "Mẫu số của hiện trạng", example="20 đơn vị")
    thoi_diem: str | None = declare(TEXT, "Thời điểm của hiện trạng", example="12/2025")
    nguon_so_lieu: str | None = declare(TEXT, "Nguồn số liệu", example="Báo cáo của Sở Nội vụ")
    chu_tri: str | None = declare(TEXT, "Đơn vị chủ trì", example="Sở Nội vụ")
    phoi_hop: str | None = declare(TEXT, "Đơn vị phối hợp", example="UBND các xã")
    ghi_chu: str | None = declare(TEXT, "Ghi chú", example="Theo Quyết định số 749/QĐ-TTg")
    khac: dict[str, str] | None = declare(
        MapOf(TEXT),
        "Các trường tự đặt",
        example="{can_cu: Nghị quyết số 57-NQ/TW}",
        help="dùng trong cột: khac.can_cu",
    )
    gia_tri: dict[str, SoLieu] | None = declare(
        MapOf(FIGURE),
        "Giá trị theo năm",
        example="{2026: 80%, 2027: {tu_so: 19, mau_so: 22}}",
        help="cột: gia_tri.2026",
    )

    @property
    def now(self) -> SoLieu | None:
        """The present figure; its parts may stand at the target itself."""
        own = {key: self.at[key] for key in PARTS if key in self.at}
        if not own:
            return self.hien_trang
        found = self.hien_trang or SoLieu()
        return SoLieu(
            node=found.node or self.node,
            at={**own, **found.at},
            gia_tri=found.gia_tri,
            tu_so=found.tu_so or self.tu_so,
            mau_so=found.mau_so or self.mau_so,
        )

    def figures(self) -> Iterator[tuple[str, SoLieu]]:
        """Each figure by its name: "hien_trang", then the times."""
        now = self.now
        if now is not None:
            yield NOW, now
        for key, figure in (self.gia_tri or {}).items():
            yield read_time(key) or key, figure

    def ratio(self, figure: SoLieu) -> Ratio | None:
        """What a figure's parts come to; None where one is missing or nothing can be divided."""
        if figure.tu_so is None or figure.mau_so is None or not figure.mau_so.number:
            return None
        return Ratio(figure.tu_so.number, figure.mau_so.number, self._unit(figure))

    def _unit(self, figure: SoLieu) -> str:
        """As said; else of the parts, which those of the present figure need not repeat."""
        now = self.now
        upper, lower = (
            next((part.unit for part in parts if part and part.unit), "")
            for parts in (
                (figure.tu_so, now and now.tu_so),
                (figure.mau_so, now and now.mau_so),
            )
        )
        own = f"{upper}/{lower}" if upper and lower and upper != lower else PERCENT
        return self.don_vi_tinh or own

    @property
    def unit(self) -> str:
        """As said; else that of the first figure which is a ratio, "" where none is."""
        ratios = (self.ratio(figure) for _, figure in self.figures())
        return self.don_vi_tinh or next((ratio.unit for ratio in ratios if ratio), "")

    def result(self, figure: SoLieu) -> Ratio | str:
        """A figure: worked out, unless a typed one fits; "" where nothing is known."""
        ratio, typed = self.ratio(figure), figure.gia_tri or ""
        return typed if ratio is None or (typed and fits(typed, ratio)) else ratio

    def cell(self, figure: SoLieu) -> str:
        """A figure in a table: its unit stands in a column of its own where it is said."""
        found = self.result(figure)
        if isinstance(found, str):
            return found
        return found.number if self.don_vi_tinh else str(found)

    def bare(self, figure: SoLieu) -> str:
        """A figure beside a column of units."""
        found = self.result(figure)
        return found.number if isinstance(found, Ratio) and found.unit == self.unit else str(found)

    def told(self, figure: SoLieu) -> str:
        """A figure in a sentence, with the unit unless it says one itself."""
        text = self.cell(figure)
        bare = self.don_vi_tinh and text[-1:].isdigit()
        return with_unit(text, self.don_vi_tinh or "") if bare else text


CHI_TIEU = ListOf(RecordOf(lambda: ChiTieu, scalar="ten"), "danh sách chỉ tiêu")
