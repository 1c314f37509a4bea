"""Columns of a table of projects → the fields of a project that they hold."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kehoach_cli.imports.heads import Column, is_counter
from kehoach_cli.imports.money import is_amount
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold, to_identifier

_TEXTS = (
    ("chu_tri", ("chu tri",)), ("phoi_hop", ("phoi hop",)), ("chu_dau_tu", ("chu dau tu",)),
    ("quyet_dinh_dau_tu", ("quyet dinh dau tu", "quyet dinh phe duyet", "chu truong dau tu")),
    ("dia_diem", ("dia diem", "dia ban")), ("pham_vi", ("pham vi",)),
    ("thoi_gian", ("thoi gian", "thoi han", "tien do", "lo trinh")),
    ("san_pham", ("san pham", "ket qua")), ("ghi_chu", ("ghi chu",)),
    ("nguon_von", ("nguon von", "nguon kinh phi")), ("muc_tieu", ("muc tieu",)),
    ("quy_mo", ("quy mo",)),
    ("hang_muc", ("hang muc", "cong viec")),
    ("ten", ("ten du an", "ten nhiem vu", "du an", "nhiem vu", "ten ", "noi dung", "danh muc")),
)  # fmt: skip
_MONEY = (
    "kinh phi", "von", "ngan sach", "tong", "cong", "du toan", "tmdt", "thanh tien", "trieu",
    "ty dong", "nghin dong", "ns", "xhh", "bsmt", "su nghiep", "dau tu",
    "nhu cau", "nam 20", "khac", "kp",
)  # fmt: skip
_NO_MONEY = ("so luong", "don gia", "ty le", "%", "chi tieu", "dien tich", "dan so")
_TOTALS = (
    "tong", "cong", "tmdt", "kinh phi", "du kien kinh phi", "du kien tong", "thanh tien", "du toan",
    "von", "khai toan", "nhu cau kinh phi",
)  # fmt: skip
_WHOLE = ("du kien tong", "tong kinh phi", "tong muc", "tong von", "tong so", "tong cong",
          "tong du toan")  # fmt: skip
_MEASURES = ("nhu cau", "de xuat", "da bo tri", "bo tri", "da giai ngan", "luy ke", "du kien")
_YEAR = pattern(r"(?<!\d)(20\d\d)(?:\s*[-–]\s*(20\d\d))?(?!\d)")
_YEAR_WORDS = pattern(
    r"\(?\s*(?:năm|giai đoạn)?\s*20\d\d(?:\s*[-–]\s*20\d\d)?\s*\)?", re.IGNORECASE
)
_UNIT_WORDS = pattern(
    r"\(?\s*(?:đơn vị(?: tính)?:?)?\s*"
    r"\b(?:(?:triệu|tỷ|tỉ|nghìn|ngàn)\s+đồng|(?:tr(?:iệu)?\.?|tỷ|tỉ|nghìn|ngàn) ?đ(?!\w))\s*\)?",
    re.IGNORECASE,
)
_SOURCES = ("ngan sach", "ns", "nstw", "nsdp", "von", "su nghiep", "dau tu", "trung uong", "tw",
            "dia phuong", "dp", "khac", "xa hoi hoa", "tinh", "huyen", "xa", "doanh nghiep", "oda",
            "vay")  # fmt: skip
_UNITS = ("dvt", "don vi tinh", "don vi")
_MOST_LETTERS = 30
_BARE_YEAR = pattern(r"(?:năm\s+)?20\d\d", re.IGNORECASE)
_OF_TASKS = {"chu_tri", "phoi_hop", "thoi_gian", "san_pham", "chu_dau_tu"}
_OF_TARGETS = {"khac.chi_tieu", "khac.hien_trang"}
_OF_SOURCES = ("ns", "bsmt", "xhh", "von", "kp")
"""Beginnings of the short names of sources: NSTW, NSĐP, NSNN …"""


class Field(NamedTuple):
    """What a column holds. `path`: as `gia_tri` names it; `source`: a source of money's name."""

    path: str
    name: str
    money: bool = False
    source: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which a project holds it."""
        return tuple(self.path.split("."))


def fields_of(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    given: Mapping[str, str],
    *,
    in_money: bool = False,
) -> list[Field] | None:
    """The field of each column; None where the table is none of projects or tasks.

    `given`: fields that the user names, by the names of columns without marks. `in_money`: the
    line above says in which money the table counts.
    """
    heads = [path for column in columns for path in _paths(column, ())]
    if any(fold(path[-1]).strip(". ") in _UNITS for path in heads):
        return None  # each row counts in a unit of its own
    cells = [[row[at] for row in rows if row[at].strip()] for at in range(len(heads))]
    figures = [sum(map(is_amount, said)) * 10 >= len(said) * 8 for said in cells]
    money = [ok and _is_money(path) for ok, path in zip(figures, heads, strict=True)]
    if any(money) or in_money:
        money = [
            is_money or (ok and bool(_BARE_YEAR.fullmatch(path[-1].strip())))
            for is_money, ok, path in zip(money, figures, heads, strict=True)
        ]
    found: list[Field] = []
    for at, path in enumerate(heads):
        own = given.get(fold(path[-1]))
        if own:
            found.append(Field(own, path[-1], own.startswith(("von", "kinh_phi", "tong_"))))
        else:
            found.append(_money(path) if money[at] else _text(path))
    _name(found, cells)
    fields = _unique(found)
    has_name = any(field.path == "ten" for field in fields)
    paths = {field.path for field in fields}
    is_of_tasks = len(paths & _OF_TASKS) > 1 and not paths & _OF_TARGETS
    has_money = any(field.money for field in fields)
    return fields if has_name and (has_money or is_of_tasks) else None


def _paths(column: Column, above: tuple[str, ...]) -> list[tuple[str, ...]]:
    path = (*above, column.name)
    return [p for child in column.inner for p in _paths(child, path)] if column.inner else [path]


def _is_money(path: Sequence[str]) -> bool:
    plain = fold(" ".join(path))
    leaf = fold(path[-1])
    return any(word in plain for word in _MONEY) and not any(word in leaf for word in _NO_MONEY)


def _text(path: Sequence[str]) -> Field:
    leaf = path[-1]
    if is_counter(leaf):
        return Field("stt", leaf)
    plain = fold(leaf)
    for field, words in _TEXTS:
        if any(word in f"{plain} " for word in words):
            return Field(field, leaf)
    return Field(f"khac.{_code(leaf)}", leaf)


def _money(path: Sequence[str]) -> Field:
    """Where an amount belongs: a total, a year's, a source's, or a measure of its own."""
    leaf = _UNIT_WORDS.sub("", path[-1]).strip()
    whole = " ".join(path)
    year = _YEAR.search(whole)
    when = f"{year[1]}-{year[2]}" if year and year[2] else year[1] if year else ""
    bare = _YEAR_WORDS.sub(" ", leaf).strip(" -–:")
    plain = fold(bare)
    measure = next((word for word in _MEASURES if plain.startswith(word)), "")
    if measure and when:
        return Field(f"kinh_phi.{measure.replace(' ', '_')}.{when}", path[-1], money=True)
    is_total = not plain or plain.startswith(_WHOLE)
    is_total = is_total or (plain.startswith(_TOTALS) and not _names_source(plain))
    if is_total:
        return Field(f"von.{when}" if when else "tong_kinh_phi", path[-1], money=True)
    if not _names_source(plain):
        return Field(f"kinh_phi.{_code(bare)}.tong", path[-1], money=True)
    code = _code(bare)
    return Field(f"von.{when}.{code}" if when else f"von.{code}", path[-1], True, bare)


def _names_source(plain: str) -> bool:
    words = plain.split()
    named = any(f" {word} " in f" {plain} " for word in _SOURCES)
    return (named or words[0].startswith(_OF_SOURCES)) and words[0] not in ("tong", "cong")


def _code(name: str) -> str:
    code = to_identifier(_YEAR_WORDS.sub(" ", name))[:_MOST_LETTERS].strip("_")
    return f"c_{code}" if not code or code[0].isdigit() else code


def _name(found: list[Field], cells: Sequence[Sequence[str]]) -> None:
    """The column of names: the one that says so, else the wordiest without a field."""
    if any(field.path == "ten" for field in found):
        return
    free = [at for at, field in enumerate(found) if field.path.startswith(("khac.", "hang_muc"))]
    if free:
        at = max(free, key=lambda one: sum(map(len, cells[one])))
        found[at] = Field("ten", found[at].name)


def _unique(found: list[Field]) -> list[Field]:
    """Fields, none twice: the second of a kind stands under a name of its own."""
    seen: set[str] = set()
    fields: list[Field] = []
    for at, field in enumerate(found, 1):
        if field.path in seen:
            code = f"{_code(field.name)}_{at}"
            path = f"kinh_phi.{code}.tong" if field.money else f"khac.{code}"
            fields.append(field._replace(path=path, source=""))
        else:
            fields.append(field)
        seen.add(fields[-1].path)
    return fields
