"""The outline as it reads: sections of any depth, what stands in them, tables, appendices."""

from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile

from kehoach_cli.annotations import TypeVar
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.chen import Chen
from kehoach_cli.plan.hinh import Hinh
from kehoach_cli.plan.kinds import Choice, ListOf, Parsed, RecordOf
from kehoach_cli.plan.mau_bieu import MauBieu
from kehoach_cli.plan.quyet_dinh import Dieu
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.scheme import Level, Scheme, parse_level
from kehoach_cli.plan.van_ban import CODE, SCHEME, TEXT, YES_NO
from kehoach_cli.vietnamese.unreadable import Unreadable


def _level(text: str) -> Level:
    level = parse_level(text)
    if level is None:
        raise Unreadable(text, "viết một bậc, như 1 hoặc a)")
    return level


LEVEL: Parsed = Parsed("một bậc đánh số", _level)


class Khoi(Record):
    """One thing that stands in a section: lines of text, a register, a table, a picture."""

    doan_van: str | None = declare(TEXT, "Đoạn văn", example="Các sở đã nối mạng.")
    chen: Chen | None = declare(RecordOf(lambda: Chen, scalar="nguon"), "Chèn")
    bang: Bang | None = declare(RecordOf(lambda: Bang), "Bảng")
    hinh: Hinh | None = declare(RecordOf(lambda: Hinh, scalar="tep"), "Hình")

    def parts(self) -> "Iterator[Khoi]":
        """Each of its things by itself, in typed order."""
        for key, node in self.at.items():
            yield Khoi(node=node, at={key: node}, **{key: getattr(self, key)})


class ThanBai(Record):
    """What a section or an appendix holds. All prints in the order in which it is typed."""

    doan_van: list[Khoi] | None = declare(
        ListOf(RecordOf(lambda: Khoi, scalar="doan_van"), "đoạn văn", lone=True),
        "Đoạn văn",
        example="Các sở đã nối mạng.",
        help="mỗi dòng một đoạn; “- ” và “+ ” là hai bậc gạch đầu dòng; danh sách: xen bảng, hình",
    )
    chen: Chen | None = declare(RecordOf(lambda: Chen, scalar="nguon"), "Chèn")
    bang: Bang | None = declare(RecordOf(lambda: Bang), "Bảng")
    hinh: Hinh | None = declare(RecordOf(lambda: Hinh, scalar="tep"), "Hình")
    muc_con: "list[Muc] | None" = declare(
        ListOf(RecordOf(lambda: Muc, scalar="doan_van"), "danh sách mục"),
        "Các mục con",
        example="[{muc: Hạ tầng, doan_van: Đã nối mạng.}, Đoạn có số mà không có tiêu đề.]",
    )
    danh_so_con: Level | None = declare(
        LEVEL, "Bậc đánh số của các mục con", example="1", help="khi bỏ qua một bậc"
    )

    def body(self) -> list[Khoi]:
        """The things before the sub-sections, in typed order."""
        return self._things(takewhile(_is_own, self.at))

    def tail(self) -> list[Khoi]:
        """The things behind the sub-sections, in typed order."""
        return self._things(dropwhile(_is_own, self.at))

    def tables(self, title: str = "") -> Iterator[tuple[Bang, str]]:
        """The tables of it and of all under it, in typed order, each with the nearest title."""
        yield from ((item.bang, title) for item in self.body() if item.bang is not None)
        for section in self.muc_con or ():
            yield from section.tables(section.muc or title)
        yield from ((item.bang, title) for item in self.tail() if item.bang is not None)

    def _things(self, keys: Iterable[str]) -> list[Khoi]:
        found: list[Khoi] = []
        for key in keys:
            if key == "doan_van":
                found += (part for item in self.doan_van or () for part in item.parts())
            elif key in ("chen", "bang", "hinh") and getattr(self, key) is not None:
                found.append(Khoi(node=self.at[key], **{key: getattr(self, key)}))
        return found


def _is_own(key: str) -> bool:
    """Whether what stands under a key of a section is its own, not a sub-section's."""
    return key != "muc_con"


class Muc(ThanBai):
    """A numbered section, with a title or without one."""

    muc: str | None = declare(TEXT, "Tiêu đề mục", example="Hiện trạng")
    ma: str | None = declare(
        CODE, "Mã", example="muc_tieu", help="để dẫn chiếu: {{ muc.muc_tieu }}"
    )
    vai_tro: str | None = declare(
        CODE, "Vai trò", example="hien_trang", help="phần nào của mẫu kế hoạch"
    )
    danh_so: bool | None = declare(
        YES_NO, "Đánh số", example="không", help="không: mục này không có số, các mục khác đếm tiếp"
    )


Part = TypeVar("Part", Muc, Dieu)


def counted(parts: Iterable[Part] | None) -> Iterator[tuple[int, Part]]:
    """Sections or articles side by side with their positions; 0 for one without a number."""
    position = 0
    for part in parts or ():
        numbered = part.danh_so is not False
        position += numbered
        yield position if numbered else 0, part


class PhuLuc(ThanBai):
    """An appendix: its own section of pages."""

    ma: str | None = declare(
        CODE, "Mã", example="danh_muc", help="để dẫn chiếu: {{ phu_luc.danh_muc }}"
    )
    ten: str | None = declare(
        TEXT, "Tên phụ lục", required="luôn", example="Danh mục dự án năm 2026"
    )
    kho_giay: str | None = declare(
        Choice(("doc", "ngang")), "Khổ giấy", example="ngang", help="để trống: dọc"
    )
    danh_so: Scheme | None = declare(
        SCHEME, "Cách đánh số", example="1/a)", help="để trống: như ở van_ban"
    )
    mau_bieu: MauBieu | None = declare(
        RecordOf(lambda: MauBieu),
        "Mẫu biểu",
        help="phụ lục là mẫu cho nơi khác điền: có quốc hiệu, tên loại, chỗ ký của mẫu",
    )
