"""Columns of a table of targets → what of a target they hold."""

from collections import Counter
from collections.abc import Sequence

from kehoach_cli.imports.money.columns import Field, code_of
from kehoach_cli.imports.projects.columns import paths_of
from kehoach_cli.imports.tables.heads import Column, is_counter
from kehoach_cli.imports.tables.years import years_in, years_of
from kehoach_cli.vietnamese.text import fold

_TEXTS = (
    ("don_vi_tinh", ("dvt", "don vi tinh", "don vi do")), ("nguon_so_lieu", ("nguon so lieu",)),
    ("thoi_diem", ("thoi diem",)), ("phoi_hop", ("phoi hop",)), ("ghi_chu", ("ghi chu",)),
    ("chu_tri", ("chu tri", "theo doi", "chiu trach nhiem", "phu trach", "tham muu", "dau moi",
                 "don vi thuc hien", "co quan thuc hien")),
)  # fmt: skip
_UNIT = "don vi"
_NAMES = ("chi tieu", "muc tieu", "noi dung", "ten")
_RESULTS = ("hien trang", "hien co", "thuc hien", "ket qua", "uoc", "dat duoc")
_AIMS = ("ke hoach", "muc tieu", "phan dau", "chi tieu", "lo trinh", "den nam", "giao", "du kien")
_TELLING = ("chi tieu",)
_MONEY = ("kinh phi", "von", "ngan sach", "trieu dong", "ty dong")
_VALUE, _NOW, _OWN = "gia_tri", "hien_trang", "khac"


def target_fields(columns: Sequence[Column], title: str) -> list[Field] | None:
    """What each column holds; None where the table is none of targets.

    `title`: what stands above the table; it may name targets, and the year of a column without one.
    """
    heads = [path for column in columns for path in paths_of(column, ())]
    said = fold(" ".join(" ".join(path) for path in heads))
    if any(word in said for word in _MONEY):
        return None
    found = _named([_field(path, title) for path in heads])
    paths = {field.path for field in found}
    aims = Counter(field.path for field in found if field.keys[0] == _VALUE)
    tells = any(word in f"{said} {fold(title)}" for word in _TELLING)
    tells = tells or {"don_vi_tinh", _NOW} <= paths
    if not tells or "ten" not in paths or not aims or max(aims.values()) > 1:
        return None
    return _unique(found)


def _field(path: Sequence[str], title: str) -> Field:
    """What a column holds; a result is the present figure until a later one is found."""
    leaf = path[-1]
    plain, whole = fold(leaf).strip(" ."), fold(" ".join(path))
    if is_counter(leaf):
        return Field("stt", leaf)
    if plain == _UNIT:
        return Field("don_vi_tinh", leaf)
    year = years_of(path)
    for key, words in _TEXTS:
        if not year and any(word in plain for word in words):
            return Field(key, leaf)
    if _is_result(plain, whole):
        return Field(f"{_NOW}.{year}", leaf)
    if year:
        return Field(f"{_VALUE}.{year}", leaf)
    if any(word in plain for word in _NAMES) and not _is_aim(plain):
        return Field("ten", leaf)
    aimed = years_in(title) if _is_aim(plain) else ""
    return Field(f"{_VALUE}.{aimed}" if aimed else f"{_OWN}.{code_of(leaf)}", leaf)


def _is_aim(plain: str) -> bool:
    """Whether a heading says itself that figures aimed at stand below: "Kế hoạch", "Mục tiêu"."""
    return plain.startswith(_AIMS) and not plain.startswith(("chi tieu", "muc tieu"))


def _is_result(plain: str, whole: str) -> bool:
    """Whether figures that were reached stand below."""
    if plain.startswith(_AIMS):
        return False
    return any(word in plain for word in _RESULTS) or whole.startswith(_RESULTS)


def _named(found: list[Field]) -> list[Field]:
    """The last result is the present figure, those before it figures of their years.

    Of several columns of names the first is it.
    """
    results = [at for at, field in enumerate(found) if field.keys[0] == _NOW]
    for at in results:
        year = found[at].keys[1] if at != results[-1] else ""
        path = f"{_VALUE}.{year}" if year else _NOW if at == results[-1] else ""
        found[at] = found[at]._replace(path=path or f"{_OWN}.{code_of(found[at].name)}")
    return found


def _unique(found: Sequence[Field]) -> list[Field]:
    """Fields, none twice: the second of a kind stands under a name of its own."""
    seen: set[str] = set()
    fields: list[Field] = []
    for at, field in enumerate(found, 1):
        again = field.path in seen
        path = f"{_OWN}.{code_of(field.name)}_{at}" if again else field.path
        fields.append(field._replace(path=path))
        seen.add(path)
    return fields
