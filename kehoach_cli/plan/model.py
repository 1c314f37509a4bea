"""The plan: everything a plan file says, typed, each value with its place."""

from dataclasses import dataclass

from kehoach_cli.plan.kinds import ListOf, RecordOf
from kehoach_cli.plan.outline import Muc, PhuLuc
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.registers import CHI_TIEU, DU_AN, GROUPS, SOURCES, ChiTieu, DuAn
from kehoach_cli.plan.van_ban import CAN_CU, TEXT, WHOLE, CanCu, QuyetDinh, VanBan

FORMAT_VERSION = 1


@dataclass(slots=True, kw_only=True, eq=False)
class Plan(Record):
    """A plan file."""

    phien_ban: int | None = declare(WHOLE, "Phiên bản của định dạng", example="1")
    mau: str | None = declare(TEXT, "Mẫu kế hoạch", example="ke-hoach-nam")
    van_ban: VanBan | None = declare(RecordOf(lambda: VanBan), "Văn bản", required="luôn")
    quyet_dinh: QuyetDinh | None = declare(
        RecordOf(lambda: QuyetDinh), "Quyết định ban hành kế hoạch"
    )
    can_cu: list[CanCu] | None = declare(CAN_CU, "Căn cứ")
    loi_dan: str | None = declare(
        TEXT, "Lời dẫn", help="câu sau khối căn cứ: … ban hành Kế hoạch … như sau:"
    )
    noi_dung: list[Muc] | None = declare(
        ListOf(RecordOf(lambda: Muc, scalar="doan_van"), "danh sách mục"),
        "Nội dung",
        required="luôn",
    )
    nguon_von: dict[str, str] | None = declare(SOURCES, "Các nguồn vốn")
    phan_nhom: dict[str, dict[str, str]] | None = declare(GROUPS, "Tên các nhóm")
    chi_tieu: list[ChiTieu] | None = declare(CHI_TIEU, "Chỉ tiêu")
    du_an: list[DuAn] | None = declare(DU_AN, "Dự án, nhiệm vụ")
    phu_luc: list[PhuLuc] | None = declare(
        ListOf(RecordOf(lambda: PhuLuc), "danh sách phụ lục"), "Phụ lục"
    )

    def group_label(self, attribute: str, key: str) -> str:
        """The printed name of a group of projects; a key without one prints as typed."""
        return (self.phan_nhom or {}).get(attribute, {}).get(key, key)


@dataclass(slots=True, kw_only=True, eq=False)
class Profile(Record):
    """What never changes in a unit's plans; the plan wins over it."""

    phien_ban: int | None = declare(WHOLE, "Phiên bản của định dạng")
    van_ban: VanBan | None = declare(RecordOf(lambda: VanBan), "Văn bản")
    nguon_von: dict[str, str] | None = declare(SOURCES, "Các nguồn vốn")
    phan_nhom: dict[str, dict[str, str]] | None = declare(GROUPS, "Tên các nhóm")
