"""Whose a document is: from the abbreviation in its number, and from the words "của …".

Ministries as their laws and decrees name them; when they began and ended follows Resolution
01/2007/QH12 (31/7/2007) and Resolution 176/2025/QH15 (18/02/2025, from 01/3/2025), which are known
in practice only, so that what rests on the days is no more than a warning. As of 10/2026.
"""

import re
from datetime import date

from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import fold

_2007, _2008, _2025 = date(2007, 8, 1), date(2008, 3, 1), date(2025, 3, 1)


class Organ(Values):
    """An agency with the abbreviation in its numbers; `since` and `until`: its first day, and the
    first on which it was no more; `after`: what took over.
    """

    code: str
    name: str
    since: date | None = None
    until: date | None = None
    after: str = ""


_ORGANS = (
    Organ("BBCVT", "Bộ Bưu chính, Viễn thông", until=_2007, after="BTTTT"),
    Organ("BVHTT", "Bộ Văn hóa - Thông tin", until=_2007, after="BVHTTDL, BTTTT"),
    Organ("BTTTT", "Bộ Thông tin và Truyền thông", _2007, _2025, "BKHCN"),
    Organ("BKHĐT", "Bộ Kế hoạch và Đầu tư", until=_2025, after="BTC"),
    Organ("BGTVT", "Bộ Giao thông vận tải", until=_2025, after="BXD"),
    Organ("BTNMT", "Bộ Tài nguyên và Môi trường", until=_2025, after="BNNMT"),
    Organ("BNNPTNT", "Bộ Nông nghiệp và Phát triển nông thôn", until=_2025, after="BNNMT"),
    Organ("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội", until=_2025, after="BNV"),
    Organ("BKHCN", "Bộ Khoa học và Công nghệ"),
    Organ("BTC", "Bộ Tài chính"),
    Organ("BNV", "Bộ Nội vụ"),
    Organ("BCA", "Bộ Công an"),
    Organ("BQP", "Bộ Quốc phòng"),
    Organ("BYT", "Bộ Y tế"),
    Organ("BXD", "Bộ Xây dựng"),
    Organ("BCT", "Bộ Công Thương"),
    Organ("BTP", "Bộ Tư pháp"),
    Organ("BGDĐT", "Bộ Giáo dục và Đào tạo"),
    Organ("BNNMT", "Bộ Nông nghiệp và Môi trường", _2025),
    Organ("BDTTG", "Bộ Dân tộc và Tôn giáo", _2025),
    Organ("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch", _2007),
    Organ("VPCP", "Văn phòng Chính phủ"),
    # Departments were made and merged by each province in the weeks around these days.
    Organ("SBCVT", "Sở Bưu chính, Viễn thông", until=date(2008, 7, 1), after="STTTT"),
    Organ("STTTT", "Sở Thông tin và Truyền thông", _2008, date(2025, 4, 1), "SKHCN"),
    Organ("SKHĐT", "Sở Kế hoạch và Đầu tư", until=date(2025, 4, 1), after="STC"),
)
_BY_CODE = {organ.code: organ for organ in _ORGANS}
_BY_NAME = {fold(organ.name).replace(",", "").replace(" - ", " "): organ for organ in _ORGANS}
_CLASSES = (
    ("Ủy ban Thường vụ Quốc hội", ("uy ban thuong vu quoc hoi", "ubtvqh")),
    ("Quốc hội", ("quoc hoi",)),
    ("Thủ tướng Chính phủ", ("thu tuong", "ttg")),
    ("Chính phủ", ("chinh phu",)),
    ("Hội đồng nhân dân", ("hoi dong nhan dan", "hdnd", "thuong truc hoi dong nhan dan")),
    ("Ủy ban nhân dân", ("uy ban nhan dan", "ubnd", "chu tich uy ban nhan dan", "chu tich ubnd")),
    ("Trung ương Đảng", ("bo chinh tri", "ban bi thu", "ban chap hanh trung uong", "trung uong")),
    ("Tỉnh ủy, Thành ủy", ("tinh uy", "thanh uy", "ban thuong vu tinh uy")),
)
_OF_CODE = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "TW": "Trung ương Đảng",
    "TU": "Tỉnh ủy, Thành ủy",
}
_PARTY = r"(?:VP|B(?!CĐ)[A-ZĐ]{2,5}|UBKT|ĐUK|)(?:TW|TU)|HU|ĐU|QU|ThU"
_PARTY_ENDS = ("TW", "TU", "HU", "ĐU", "QU", "ThU")
NATIONAL = frozenset({"CP", "TTg", "TW"})
"""Of these there is one each, so that a number in a year is one document."""


def organ(code: str) -> Organ | None:
    """The agency of an abbreviation, where the table has it."""
    return _BY_CODE.get(code.replace("&", ""))


def is_one_in_the_country(code: str) -> bool:
    """Whether only one agency has that abbreviation: CP, QH15, BTTTT, but not UBND."""
    known = organ(code)
    ministry = known is not None and known.name.startswith(("Bộ", "Văn"))
    return ministry or code in NATIONAL or code.startswith(("QH", "UBTVQH"))


def is_surely_party(code: str) -> bool:
    """Whether an abbreviation is of a Party organ and of no other (MTTW, BCĐTW may be others)."""
    return code.endswith(_PARTY_ENDS) and bool(re.fullmatch(_PARTY, code))


def issuer_of_code(code: str) -> str | None:
    """Who issues documents with that abbreviation, None where the tables do not tell."""
    known = organ(code)
    if known:
        return known.name
    if code.startswith("UBTVQH"):
        return "Ủy ban Thường vụ Quốc hội"
    of_assembly = code.startswith("QH") and code[2:].isdecimal()
    return "Quốc hội" if of_assembly else _OF_CODE.get(code)


def organ_of_words(words: str) -> Organ | None:
    """The agency, or the head of a ministry, that words name, where the table has it."""
    return _BY_NAME.get(_plain(words).removeprefix("bo truong "))


def _plain(words: str) -> str:
    return fold(words).replace(",", "").replace(" - ", " ").removesuffix(" viet nam")


def issuer_of_words(words: str) -> str | None:
    """Who is meant by the words after "của", in the same names; None where it is not sure."""
    plain = _plain(words)
    known = _BY_NAME.get(plain.removeprefix("bo truong "))
    if known:
        return known.name
    return next((name for name, starts in _CLASSES if plain.startswith(starts)), None)


def central_organ(words: str) -> str | None:
    """Which organ of the Party's centre is meant, None where none is named."""
    plain = fold(words)
    known = ("bo chinh tri", "ban bi thu", "ban chap hanh trung uong")
    return next((name for name in known if plain.startswith(name)), None)


TERMS = {
    9: (1992, 1997),
    10: (1997, 2002),
    11: (2002, 2007),
    12: (2007, 2011),
    13: (2011, 2016),
    14: (2016, 2021),
    15: (2021, 2026),
    16: (2026, 2031),
}
"""Terms of the National Assembly: the years in which they began and ended."""
