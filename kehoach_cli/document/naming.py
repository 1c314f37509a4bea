"""What a document calls itself: symbol, place, "(Kèm theo Kế hoạch số …)"."""

import re

from kehoach_cli.plan.dia_danh import UNIT, place_of
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.dates import date_line
from kehoach_cli.vietnamese.document_types import DOCUMENT_TYPES
from kehoach_cli.vietnamese.text import fold

DEFAULT_TYPE = "Kế hoạch"
BLANK = " " * 7
"""Room for a number written by hand: Nghị định 30/2020/NĐ-CP, Điều 15.

Ordinary spaces: word processors stretch no-break ones, and a measured line would then break.
"""

_COUNCILS = {
    "UBND": ("uy ban nhan dan", "ubnd"),
    "HĐND": ("hoi dong nhan dan", "hdnd"),
}


def type_name(van_ban: VanBan) -> str:
    """Tên loại, in single spaces: "Kế hoạch" unless the plan says otherwise."""
    return " ".join((van_ban.ten_loai or DEFAULT_TYPE).split())


def symbol(van_ban: VanBan) -> str:
    """Ký hiệu: as given, else made of the type's and the issuer's letters (PL I, Mục II.3.b)."""
    if van_ban.ky_hieu:
        return van_ban.ky_hieu
    return f"{type_code(type_name(van_ban)) or 'KH'}-{agency_code(van_ban.co_quan_ban_hanh or '')}"


def type_code(name: str) -> str:
    """The letters of a type of document: "Báo cáo" → BC; "" of one that has none."""
    plain = fold(name)
    codes = (kind.code for kind in DOCUMENT_TYPES if fold(kind.name) == plain)
    return next(codes, None) or ""


def agency_code(name: str) -> str:
    """ "Ủy ban nhân dân tỉnh X" → UBND; "Sở Khoa học và Công nghệ tỉnh X" → SKHCN."""
    plain = fold(name)
    for code, starts in _COUNCILS.items():
        if plain.startswith(starts):
            return code
    own = UNIT.split(" ".join(name.split()))[0]
    words = re.findall(r"[^\W\d_]+", re.sub(r"\(.*?\)", "", own))
    letters = (word[0].upper() for word in words if fold(word) not in ("va", "cua", "cac"))
    return "".join(letters) or "UBND"


def full_number(van_ban: VanBan) -> str:
    """ "172/KH-UBND", below 10 with a zero before it; a blank before the stroke in a draft."""
    number = van_ban.so_van_ban or BLANK
    if len(number) == 1:
        number = f"0{number}"
    return f"{number}/{symbol(van_ban)}"


def place(van_ban: VanBan) -> str:
    """Địa danh, a blank where it is not known."""
    return place_of(van_ban) or BLANK


def dated_place(van_ban: VanBan) -> str:
    """ "Tiền Giang, ngày 01 tháng 11 năm 2013"."""
    return _date_line(place(van_ban), van_ban)


def attached_to(van_ban: VanBan, agency: str = "", verb: str = "Kèm theo") -> str:
    """The line under the title of what is attached (PL I, Mục III.1.c)."""
    date = date_line("", van_ban.ngay_ban_hanh).lstrip(", ")
    number = full_number(van_ban).replace(" ", "\u00a0")
    issuer = " ".join((agency or van_ban.co_quan_ban_hanh or "").split())
    return f"({verb} {type_name(van_ban)} số {number} {date} của {issuer})"


def _date_line(where: str, van_ban: VanBan) -> str:
    return date_line(where, van_ban.ngay_ban_hanh).replace("\u00a0", " ")
