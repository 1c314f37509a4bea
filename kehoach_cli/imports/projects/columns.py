"""Columns of a table of projects → the fields of a project that they hold."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kehoach_cli.imports.money.columns import (
    Field,
    Head,
    begins_source,
    code_of,
    is_unsure,
    money_columns,
    money_field,
    under_heads,
)
from kehoach_cli.imports.tables.heads import Column, is_counter
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_CODES = pattern(
    r"ma(?: so| hieu)?(?: (?:du an|da|nhiem vu|nv|cong trinh)(?:[,/ ]+(?:du an|da|nhiem vu|nv))?)?"
)
_CODE = pattern(r"[A-Za-zĐđ][\w-]{0,39}")
_COUNT = pattern(r"\d{1,4}[.)]?|[IVXL]{1,6}[.)]?|[A-H][.)]?")
_TEXTS = (
    ("chu_tri", ("chu tri",)), ("phoi_hop", ("phoi hop",)), ("chu_dau_tu", ("chu dau tu",)),
    ("quyet_dinh_dau_tu", ("quyet dinh dau tu", "quyet dinh phe duyet", "chu truong dau tu")),
    ("dia_diem", ("dia diem", "dia ban")), ("pham_vi", ("pham vi",)),
    ("thoi_gian", ("thoi gian", "thoi han", "tien do", "lo trinh")),
    ("san_pham", ("san pham", "ket qua")), ("ghi_chu", ("ghi chu",)),
    ("nguon_von", ("nguon von", "nguon kinh phi")), ("muc_tieu", ("muc tieu",)),
    ("quy_mo", ("quy mo",)),
    ("tinh_trang", ("tinh trang",)),
    ("hang_muc", ("hang muc", "cong viec")),
    ("ten", ("ten du an", "ten nhiem vu", "du an", "nhiem vu", "ten ", "noi dung", "danh muc")),
)  # fmt: skip
_WHOLE = {"nguon": "nguon_von", "hoan thanh": "thoi_gian", "han": "thoi_gian"}
"""Headings that say no more than this."""
_ENDS = ("hoan thanh", "ngay hoan thanh", "thoi diem hoan thanh", "han hoan thanh",
         "han thuc hien", "han xu ly")  # fmt: skip
"""How a column of dates of an end begins."""
_LEADS = ("don vi thuc hien", "co quan thuc hien", "don vi trien khai", "don vi chiu trach nhiem",
          "co quan chiu trach nhiem", "don vi phu trach", "don vi duoc giao", "co quan chu quan",
          "don vi chu quan", "don vi quan ly", "bo phan", "phong thuc hien", "nguoi thuc hien",
          "nguoi phu trach")  # fmt: skip
_AGENCIES = ("don vi", "co quan", "co quan, don vi")
"""Who leads, where no column says so in the word itself."""
_DECISION, _OF_DECISION = "quyet dinh", ("so ", "so,", "qd", "quyet dinh")
_NAMES = (("ten",), ("noi dung", "nhiem vu", "du an", "danh muc"))
"""How a column of names begins, the surest first."""
_UNITS, _UNIT = ("dvt", "don vi tinh"), "don vi"
_COUNTED = ("so luong", "khoi luong", "don gia", "chi tieu", "muc tieu", "hien trang", "ket qua")
"""Columns beside which "Đơn vị" is a unit, not an agency."""
_OF_TASKS = {"chu_tri", "phoi_hop", "thoi_gian", "san_pham", "chu_dau_tu"}
_OF_TARGETS = {"khac.chi_tieu", "khac.hien_trang"}


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
    heads = heads_of(columns, rows)
    plain = [fold(head.own).strip(". ") for head in heads]
    counts = any(name.startswith(_COUNTED) for name in plain)
    if any(name in _UNITS or (counts and name == _UNIT) for name in plain):
        return None  # each row counts in a unit of its own
    money = money_columns(heads, rows, in_money=in_money)
    found = [
        _given(head, given) or (money_field(head.names) if is_money else _text(head))
        for head, is_money in zip(heads, money, strict=True)
    ]
    _apart(found, heads)
    _lead(found)
    _name(found, heads)
    fields = _unique(_lone(found))
    has_name = any(field.path == "ten" for field in fields)
    return fields if has_name and (any(f.money for f in fields) or _is_of_tasks(fields)) else None


def heads_of(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Head]:
    """Each column with the headings over it and its cells."""
    paths = [path for column in columns for path in paths_of(column, ())]
    said = [tuple(name for name in path if name) or ("",) for path in paths]
    return [Head(path, [row[at] for row in rows]) for at, path in enumerate(said)]


def paths_of(column: Column, above: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The headings over each column below one, from the uppermost to its own."""
    path = (*above, column.name)
    return [p for child in column.inner for p in paths_of(child, path)] if column.inner else [path]


def _is_of_tasks(fields: Sequence[Field]) -> bool:
    paths = {field.path for field in fields}
    return len(paths & _OF_TASKS) > 1 and not paths & _OF_TARGETS


def _given(head: Head, given: Mapping[str, str]) -> Field | None:
    """The field that the user names for a column."""
    own = given.get(fold(head.own))
    return Field(own, head.own, own.startswith(("von", "kinh_phi", "tong_"))) if own else None


def _text(head: Head) -> Field:
    leaf = head.own
    if is_counter(leaf):
        return Field("stt", leaf)
    plain = fold(leaf)
    if _CODES.fullmatch(plain.strip(". ")):
        return Field("ma" if _are_codes(head.said) else "khac.ma", leaf)
    if _DECISION in fold(" ".join(head.names)) and plain.startswith(_OF_DECISION):
        return Field("quyet_dinh_dau_tu", leaf)
    if plain in _WHOLE:
        return Field(_WHOLE[plain], leaf)
    if plain.startswith(_ENDS):
        return Field("thoi_gian", leaf)
    for field, words in _TEXTS:
        if any(word in f"{plain} " for word in words):
            return Field(field, leaf)
    return Field(f"khac.{code_of(leaf)}", leaf, unsure=is_unsure(head))


def _apart(found: list[Field], heads: Sequence[Head]) -> None:
    """Money that heads above tell apart: "Ngân sách tỉnh" over 2026, 2027 beside another's."""
    counts = Counter(field.path for field in found if field.money)
    above = [(head.names[:-1], field) for head, field in zip(heads, found, strict=True)]
    twice = {names for names, field in above if field.money and counts[field.path] > 1}
    sources = {names for names, field in above if field.money and names
               and begins_source(fold(names[-1]))}  # fmt: skip
    twice |= sources if len(sources) > 1 else set()
    for at, (head, field) in enumerate(zip(heads, found, strict=True)):
        if field.money and head.names[:-1] in twice:
            found[at] = under_heads(field, head.names[:-1])


def _are_codes(cells: Sequence[str]) -> bool:
    """Whether each cell is a code of its own that a plan may use as it is."""
    return len(set(cells)) == len(cells) and all(map(_CODE.fullmatch, cells))


def _lead(found: list[Field]) -> None:
    """The column of who carries out is that of who leads, where there is no other."""
    if any(field.path in ("chu_tri", "chu_dau_tu") for field in found):
        return
    for at, field in enumerate(found):
        if field.path.startswith("khac.") and _leads(fold(field.name)):
            found[at] = Field("chu_tri", field.name)
            return


def _leads(plain: str) -> bool:
    return plain.startswith(_LEADS) or plain.strip(". ") in _AGENCIES


def _name(found: list[Field], heads: Sequence[Head]) -> None:
    """The column of names: the one that says so, the surest; else the wordiest without a field."""
    named = [at for at, field in enumerate(found) if field.path == "ten"]
    if named:
        best = min(named, key=lambda at: (_rank(found[at].name), -sum(map(len, heads[at].said))))
        counted = any(field.path == "stt" for field in found)
        for at in (one for one in named if one != best):
            counts = not counted and at == 0 and found[at].name == found[best].name
            counts = counts and all(map(_COUNT.fullmatch, heads[at].said))
            path = "stt" if counts else f"khac.{code_of(found[at].name)}"
            found[at] = Field(path, found[at].name)
        return
    free = [at for at, field in enumerate(found) if field.path.startswith(("khac.", "hang_muc"))]
    if free:
        at = max(free, key=lambda one: sum(map(len, heads[one].said)))
        found[at] = Field("ten", found[at].name)


def _rank(name: str) -> int:
    plain = fold(name)
    return next((at for at, words in enumerate(_NAMES) if plain.startswith(words)), len(_NAMES))


def _lone(found: list[Field]) -> list[Field]:
    """The fields; money of one column alone is the whole of a project: "Giá gói thầu"."""
    money = [at for at, field in enumerate(found) if field.money]
    if len(money) == 1 and found[money[0]].keys[::2] == ("kinh_phi", "tong"):
        found[money[0]] = found[money[0]]._replace(path="tong_kinh_phi")
    return found


def _unique(found: list[Field]) -> list[Field]:
    """Fields, none twice: the second of a kind stands under a name of its own."""
    seen: set[str] = set()
    fields: list[Field] = []
    for at, field in enumerate(found, 1):
        if field.path in seen:
            code = f"{code_of(field.name)}_{at}"
            path = f"kinh_phi.{code}.tong" if field.money else f"khac.{code}"
            fields.append(field._replace(path=path, source=""))
        else:
            fields.append(field)
        seen.add(fields[-1].path)
    return fields
