"""Kinds of documents with the abbreviations that stand in their numbers."""

from functools import cache

from kehoach_cli.annotations import Literal
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import fold_tone

Group = Literal["hành chính", "bản sao", "quy phạm", "Đảng", "khác"]


class DocumentType(Values):
    """A kind of document. `code`: its abbreviation, None if it has none; `clause`: the source."""

    name: str
    code: str | None
    group: Group
    clause: str


_DECREE = "Nghị định 30/2020/NĐ-CP, Điều 7; Phụ lục III, Mục I"
_ADMINISTRATIVE = (
    "Nghị quyết NQ, Quyết định QĐ, Chỉ thị CT, Quy chế QC, Quy định QyĐ, Thông cáo TC, "
    "Thông báo TB, Hướng dẫn HD, Chương trình CTr, Kế hoạch KH, Phương án PA, Đề án ĐA, Dự án DA, "
    "Báo cáo BC, Biên bản BB, Tờ trình TTr, Hợp đồng HĐ, Công văn -, Công điện CĐ, "
    "Bản ghi nhớ BGN, Bản thỏa thuận BTT, Giấy ủy quyền GUQ, Giấy mời GM, Giấy giới thiệu GGT, "
    "Giấy nghỉ phép GNP, Phiếu gửi PG, Phiếu chuyển PC, Phiếu báo PB, Thư công -"
)
_COPIES = "Bản sao y SY, Bản trích sao TrS, Bản sao lục SL"
_NORMATIVE_CLAUSE = "thông lệ văn bản quy phạm pháp luật, kiểm tra lại"
_NORMATIVE = (
    "Hiến pháp -, Bộ luật -, Luật -, Pháp lệnh -, Lệnh L, Nghị quyết NQ, "
    "Nghị quyết liên tịch NQLT, Nghị định NĐ, Quyết định QĐ, Thông tư TT, "
    "Thông tư liên tịch TTLT, Chỉ thị CT"
)
_PARTY_CLAUSE = "thông lệ văn bản của Đảng"
_PARTY = (
    "Nghị quyết NQ, Quyết định QĐ, Quy định QĐ, Chỉ thị CT, Kết luận KL, Chương trình CTr, "
    "Hướng dẫn HD, Kế hoạch KH, Thông báo TB, Báo cáo BC, Đề án ĐA, Thông tri TT"
)
_OTHER = "Văn bản hợp nhất VBHN, Kết luận KL, Văn bản -"


def _types(group: Group, clause: str, table: str) -> tuple[DocumentType, ...]:
    rows = (row.rsplit(" ", 1) for row in table.split(", "))
    return tuple(
        DocumentType(name, None if code == "-" else code, group, clause) for name, code in rows
    )


DOCUMENT_TYPES = (
    *_types("hành chính", _DECREE, _ADMINISTRATIVE),
    *_types("bản sao", _DECREE, _COPIES),
    *_types("quy phạm", _NORMATIVE_CLAUSE, _NORMATIVE),
    *_types("Đảng", _PARTY_CLAUSE, _PARTY),
    *_types("khác", "thông lệ viện dẫn", _OTHER),
)
"""The 29 administrative types and 3 copies of the decree, the normative ones, the Party's."""

NAMED_LAWS = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
"""What is cited by name and date, without number (Phụ lục I, Mục II.6.a)."""

_BY_NAME = {fold_tone(kind.name).casefold(): kind.name for kind in DOCUMENT_TYPES}
_LONGEST_FIRST = sorted(_BY_NAME, key=len, reverse=True)


def leading_type(text: str) -> str | None:
    """The name of the document type that a text starts with, as the table spells it."""
    start = fold_tone(text[:40]).casefold()
    for name in _LONGEST_FIRST:
        if start.startswith(name) and not start[len(name) : len(name) + 1].isalnum():
            return _BY_NAME[name]
    return None


_KINDS_OF = ("hành động", "phối hợp", "kết luận", "công tác", "thực hiện", "triển khai")


def trailing_type(text: str) -> str | None:
    """The type that a text ends with: "… theo Chương trình hành động" → "Chương trình".

    The longest name wins: "Thông tư liên tịch", not "Thông tư".
    """
    words = fold_tone(text[-50:]).casefold().split()
    if " ".join(words[-2:]) in _KINDS_OF:
        words = words[:-2]
    ends = (" ".join(words[-count:]).lstrip("(“") for count in range(min(4, len(words)), 0, -1))
    return next((_BY_NAME[end] for end in ends if end in _BY_NAME), None)


@cache
def type_codes(name: str) -> frozenset[str]:
    """The abbreviations a type may have in a number: "Nghị định" → {"NĐ"}, "Công văn" → {}."""
    known = leading_type(name)
    return frozenset(kind.code for kind in DOCUMENT_TYPES if kind.name == known and kind.code)


@cache
def type_names(code: str) -> tuple[str, ...]:
    """The types that an abbreviation may stand for, the most usual first: "KL" → ("Kết luận",)."""
    return tuple(dict.fromkeys(kind.name for kind in DOCUMENT_TYPES if kind.code == code))
