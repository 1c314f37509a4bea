"""Columns of money: which they are, and whose money they hold by year and source."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.tables.figures import is_amount, is_nothing, parts_said
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.imports.tables.plain import is_total
from kehoach_cli.imports.tables.years import years_in, years_of
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold, to_identifier

_MONEY = (
    "kinh phi", "von", "ngan sach", "tong", "cong", "du toan", "tmdt", "thanh tien", "so tien",
    "trieu", "ty dong", "nghin dong", "ns", "xhh", "bsmt", "su nghiep", "dau tu",
    "nhu cau", "nam 19", "nam 20", "khac", "kp", "giai ngan",
)  # fmt: skip
_NO_MONEY = ("so luong", "don gia", "ty le", "%", "chi tieu", "dien tich", "dan so")
_TOTALS = (
    "tong", "cong", "tmdt", "kinh phi", "du kien kinh phi", "du kien tong", "thanh tien", "du toan",
    "von", "khai toan", "nhu cau kinh phi", "ke hoach", "ke hoach von", "kh von", "von ke hoach",
    "bo tri von", "von bo tri", "von duoc giao", "von duoc bo tri", "phan bo von", "so tien",
)  # fmt: skip
_SHORT_TOTALS = ("kh", "khv", "kp", "ca nam", "ca giai doan", "toan giai doan")
_WHOLE_COST = ("tong muc dau tu", "tmdt")
_WHOLE = ("du kien tong", "tong kinh phi", "tong muc", "tong von", "tong so", "tong cong",
          "tong du toan")  # fmt: skip
_MEASURES = ("nhu cau", "de xuat", "da bo tri", "bo tri", "da giai ngan", "luy ke", "du kien",
             "uoc thuc hien", "thuc hien", "giai ngan", "con thieu", "con lai")  # fmt: skip
_REACHED = ("da bo tri", "da giai ngan", "luy ke", "giai ngan", "con thieu", "con lai", "nhu cau",
            "uoc thuc hien", "von da ", "kinh phi da ")  # fmt: skip
"""Measures that are not what a plan gives out, whatever source they name."""
_YEAR_WORDS = pattern(
    r"\(?\s*(?:năm|giai đoạn)?\s*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\s*\)?", re.IGNORECASE
)
_UNIT_WORDS = pattern(
    r"\(\s*(?:đơn vị(?: tính)?:?\s*)?(?:đồng|vnđ|vnd|đ)\s*\)|"
    r"\(?\s*(?:đơn vị(?: tính)?:?)?\s*"
    r"\b(?:(?:triệu|tỷ|tỉ|nghìn|ngàn)\s+đồng|(?:tr(?:iệu)?\.?|tỷ|tỉ|nghìn|ngàn) ?đ(?!\w))\s*\)?",
    re.IGNORECASE,
)
_SOURCES = ("ngan sach", "ns", "nstw", "nsdp", "von", "su nghiep", "dau tu", "trung uong", "tw",
            "dia phuong", "dp", "khac", "xa hoi hoa", "tinh", "huyen", "xa", "doanh nghiep", "oda",
            "vay", "thuong xuyen")  # fmt: skip
_NO_SOURCES = ("von dau tu cong trung han", "von ke hoach", "von bo tri", "khac")
_OF_SOURCES = ("ns", "bsmt", "xhh", "von", "kp")
"""Beginnings of the short names of sources: NSTW, NSĐP, NSNN …"""
_PERIODS = ("", "ke hoach", "kh", "thuc hien", "uoc thuc hien", "uoc", "du kien", "bo tri", "quy",
            "luy ke", "ke hoach von", "phan ky")  # fmt: skip
_PHASE = pattern(r"giai doan(?: (?:\d|[ivx]+))?")
_OPENING = pattern(r"trong\s+đó\s*:?\s*(?=\S)", re.IGNORECASE)
_QUARTER = pattern(r"\b(?:quy|thang)\s+(?:[ivx]+|\d{1,2})\b")
_GIVEN = pattern(
    r"\s*(?:(?:đã|được|dự\s+kiến)\s+)*(?:bố\s+trí|phân\s+bổ|cấp|giao)(?:\s+(?:cho|trong))?$",
    re.IGNORECASE,
)
""" "Vốn tỉnh bố trí năm 2026": what is said of a source's money beside its name."""
_MOST_LETTERS = 30
_SURE = ("kinh phi", "du toan", "tong muc", "tmdt", "thanh tien", "so tien", "tong von",
         "von dau tu", "ke hoach von", "ngan sach", "gia tri", "muc von", "khai toan")  # fmt: skip
_OTHERWISE = ("nguon", "can cu", "co cau", "hinh thuc", "ghi chu", "quyet dinh", "ly do")
"""Headings that speak of money surely; words before which they do not."""


class Field(NamedTuple):
    """What a column holds. `path`: as `gia_tri` names it; `source`: a source of money's name.

    `unsure`: its heading speaks of money, but its cells are not all figures; `words`: where what
    stands in place of a figure is kept.
    """

    path: str
    name: str
    money: bool = False
    source: str = ""
    unsure: bool = False
    words: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which a project holds it."""
        return tuple(self.path.split("."))


class Head(NamedTuple):
    """A column by its headings, the last its own, and the cells of its rows."""

    names: tuple[str, ...]
    cells: Sequence[str]

    @property
    def own(self) -> str:
        """Its own heading."""
        return self.names[-1]

    @property
    def said(self) -> list[str]:
        """What its cells say."""
        return [cell for cell in self.cells if cell.strip()]


def money_columns(
    heads: Sequence[Head], rows: Sequence[Sequence[str]], *, in_money: bool
) -> list[bool]:
    """Which columns hold money: by their headings; beside money a mere year, or what totals add.

    `in_money`: the line above says in which money the table counts.
    """
    figures = [_are_amounts(head) or _is_surely_money(head) for head in heads]
    found = [ok and speaks_of_money(head) for ok, head in zip(figures, heads, strict=True)]
    if not any(found) and not in_money:
        return found
    totals = [row for row in rows if is_total(row)]
    return [
        is_money or (ok and (_is_period(head.own) or _is_added(head, at, totals)))
        for at, (is_money, ok, head) in enumerate(zip(found, figures, heads, strict=True))
    ]


def _are_amounts(head: Head) -> bool:
    """Whether nearly all cells of a column are amounts."""
    return sum(map(_is_money, head.said)) * 10 >= len(head.said) * 8


def _is_surely_money(head: Head) -> bool:
    """Whether a column of money has amounts beside words: "Lồng ghép", "Theo dự toán"."""
    plain = [fold(name) for name in head.names]
    sure = any(word in one for one in plain for word in _SURE)
    sure = (
        sure
        or any(map(_UNIT_WORDS.search, head.names))
        or any(map(names_source, filter(None, plain)))
    )
    if plain[-1].startswith(_OTHERWISE) or not sure:
        return False
    return any(_is_money(cell) and not is_nothing(cell) for cell in head.said)


def _is_money(cell: str) -> bool:
    return is_amount(cell) or bool(parts_said(cell))


def speaks_of_money(head: Head) -> bool:
    """Whether the headings of a column say that it holds money."""
    plain, own = fold(" ".join(head.names)), fold(head.own)
    return any(word in plain for word in _MONEY) and not any(word in own for word in _NO_MONEY)


def odd_cell(head: Head) -> int | None:
    """The first cell, from 0, that keeps a column of amounts from being one; None for none."""
    spoken = speaks_of_money(head) and any(map(_has_amount, head.said))
    odd = (at for at, cell in enumerate(head.cells) if cell.strip() and not is_amount(cell))
    return next(odd, None) if spoken else None


def _has_amount(cell: str) -> bool:
    return is_figure(cell.strip()) or bool(parts_said(cell))


def is_unsure(head: Head) -> bool:
    """Whether a column that is none of money has a heading of one, and figures in it."""
    spoken = speaks_of_money(head) or _is_period(head.own)
    return spoken and any(map(is_figure, head.said))


def _is_period(name: str) -> bool:
    """Whether a heading says nothing but a time: "Năm 2026", "KH 2026", "Quý I"."""
    plain = fold(_UNIT_WORDS.sub(" ", name))
    bare = _QUARTER.sub(" ", fold(_YEAR_WORDS.sub(" ", name))).strip(" -–:/()")
    is_timed = bool(years_in(name) or _QUARTER.search(plain))
    return is_timed and (
        bare.removesuffix("nam").strip() in _PERIODS or bool(_PHASE.fullmatch(bare))
    )


def _is_added(head: Head, at: int, totals: Sequence[Sequence[str]]) -> bool:
    """Whether the table's total adds a column up that counts nothing else."""
    own = fold(head.own)
    if is_counter(head.own) or not own or any(word in own for word in _NO_MONEY):
        return False
    return any(is_figure(row[at].strip()) for row in totals)


def money_field(names: Sequence[str]) -> Field:
    """Where an amount belongs: a total, a year's, a source's, or a measure of its own."""
    leaf = without_unit(names[-1])
    when = years_of(names)
    bare = _OPENING.sub("", _YEAR_WORDS.sub(" ", leaf).strip(" -–:"))
    plain = fold(bare)
    measure = next((word for word in _MEASURES if plain.startswith(word)), "")
    if measure and when:
        return Field(f"kinh_phi.{measure.replace(' ', '_')}.{when}", names[-1], money=True)
    is_total = not plain or plain.startswith(_WHOLE) or bool(when and _PHASE.fullmatch(plain))
    is_total = is_total or (not measure and any(word in plain for word in _WHOLE_COST))
    is_total = is_total or plain in (*_TOTALS, *_SHORT_TOTALS)
    is_total = is_total or (plain.startswith(_TOTALS) and not names_source(plain))
    if is_total:
        return Field(f"von.{when}" if when else "tong_kinh_phi", names[-1], money=True)
    if not names_source(plain) or plain.startswith(_REACHED):
        return Field(f"kinh_phi.{code_of(bare)}.tong", names[-1], money=True)
    bare = _GIVEN.sub("", bare) or bare
    code = code_of(bare)
    return Field(f"von.{when}.{code}" if when else f"von.{code}", names[-1], True, bare)


def under_heads(field: Field, above: Sequence[str]) -> Field:
    """A column of money as the headings over it tell it from one of the same name.

    Of a measure ("Đã bố trí"), or of a source ("Ngân sách tỉnh"), as the nearest that says so.
    """
    first, *rest = [key for key in field.keys if key != "tong"]
    split = rest if first == "von" else rest[1:] if first == "kinh_phi" else []
    for name in reversed(above):
        bare = _YEAR_WORDS.sub(" ", without_unit(name)).strip(" -–:")
        plain = fold(bare)
        if plain.startswith(_MEASURES):
            keys = split or ["tong"]
            path = ".".join(("kinh_phi", code_of(bare), *keys))
            return field._replace(path=path)
        if not field.source and begins_source(plain):
            return field._replace(path=".".join(("von", *split, code_of(bare))), source=bare)
    return field


def begins_source(plain: str) -> bool:
    """Whether a heading without marks begins as the name of a source: "von tinh"."""
    return plain.startswith((*_SOURCES, *_OF_SOURCES)) and not plain.startswith(_NO_SOURCES)


def without_unit(name: str) -> str:
    """A heading without the unit in it: "Kinh phí (triệu đồng)" → "Kinh phí"."""
    return _UNIT_WORDS.sub("", name).strip()


def names_source(plain: str) -> bool:
    """Whether a text without marks is the name of a source of money."""
    words = plain.split()
    named = any(f" {word} " in f" {plain} " for word in _SOURCES)
    return (named or words[0].startswith(_OF_SOURCES)) and words[0] not in ("tong", "cong")


def code_of(name: str) -> str:
    """A key made of a heading, without the years in it where more is said."""
    code = to_identifier(_YEAR_WORDS.sub(" ", name))[:_MOST_LETTERS].strip("_")
    code = code or to_identifier(name)[:_MOST_LETTERS].strip("_") or "khong_ten"
    return f"c_{code}" if code[0].isdigit() else code
