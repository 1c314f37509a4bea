"""A table of targets → entries of `chi_tieu`, and a table that looks at them."""

from collections.abc import Sequence

from kehoach_cli.imports.heads import Column, columns_of, is_counter
from kehoach_cli.imports.money_columns import Field
from kehoach_cli.imports.pages import Grid
from kehoach_cli.imports.project_rows import Group, Row, Rows, rows_of
from kehoach_cli.imports.register import Register
from kehoach_cli.imports.tables import captions, merged_columns, notes_of, numbers_of, split_head
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_LEAST_ROWS = 2
_TEXTS = (
    ("don_vi_tinh", ("dvt", "don vi tinh", "don vi do")), ("nguon_so_lieu", ("nguon so lieu",)),
    ("thoi_diem", ("thoi diem",)), ("chu_tri", ("chu tri", "theo doi", "chiu trach nhiem")),
    ("hien_trang", ("hien trang", "hien co", "thuc hien", "ket qua")),
)  # fmt: skip
_NAMES = ("chi tieu", "muc tieu", "noi dung", "ten")
_YEAR = pattern(r"(?<!\d)(20\d\d)(?:\s*[-–]\s*(20\d\d))?(?!\d)")
_TELLING = ("chi tieu",)
_MONEY = ("kinh phi", "von", "ngan sach", "trieu dong", "ty dong")


def target_table(register: Register, grid: Grid) -> dict[str, Data] | None:
    """The table as a look at the targets; None for one of anything else."""
    head, body, _ = split_head(grid)
    columns = columns_of(grid, head)
    fields = _fields(columns)
    rows = rows_of(body, fields) if fields else None
    if fields is None or rows is None or len(rows.items) < _LEAST_ROWS or not _is_plain(rows):
        return None
    return _Look(register, grid, rows, fields).data(columns)


def _is_plain(rows: Rows) -> bool:
    """Whether each row is a target: no totals, nothing in parts."""
    return rows.is_whole and not (rows.first or rows.last or any(row.parts for row in rows.items))


def _fields(columns: Sequence[Column]) -> list[Field] | None:
    """What each column holds; None where one is none of a target's."""
    heads = [path for column in columns for path in _paths(column, "")]
    found = [_field(name, whole) for name, whole in heads]
    paths = [field.path for field in found if field]
    if None in found or len(set(paths)) < len(paths) or "ten" not in paths:
        return None
    said = fold(" ".join(whole for _, whole in heads))
    timed = any(path.startswith("gia_tri.") for path in paths)
    telling = any(word in said for word in _TELLING) or {"don_vi_tinh", "hien_trang"} <= set(paths)
    if not timed or not telling or any(word in said for word in _MONEY):
        return None
    return [field for field in found if field]


def _paths(column: Column, above: str) -> list[tuple[str, str]]:
    """The name of each column, and with those of the headings over it."""
    whole = f"{above} {column.name}".strip()
    if column.inner:
        return [path for child in column.inner for path in _paths(child, whole)]
    return [(column.name, whole)]


def _field(name: str, whole: str) -> Field | None:
    if is_counter(name):
        return Field("stt", name)
    plain = fold(whole)
    for path, words in _TEXTS:
        if any(word in plain for word in words):
            return Field(path, name)
    year = _YEAR.search(whole)
    if year:
        return Field(f"gia_tri.{year[1]}-{year[2]}" if year[2] else f"gia_tri.{year[1]}", name)
    return Field("ten", name) if any(word in plain for word in _NAMES) else None


class _Look:
    """One table on its way into the register of targets."""

    def __init__(self, register: Register, grid: Grid, rows: Rows, fields: Sequence[Field]) -> None:
        self.register, self.grid, self.rows, self.fields = register, grid, rows, fields
        self.codes: list[Data] = []

    def data(self, columns: Sequence[Column]) -> dict[str, Data]:
        """The table; its targets go into the register."""
        for group in self.rows.groups:
            self._add(group)
        data: dict[str, Data] = {**captions(self.grid), "nguon": "chi_tieu"}
        if self.register.several:
            data["chon"] = self.codes
        if self.rows.groups[0].name:
            data["nhom_theo"] = "nhom"
            if any(group.merged for group in self.rows.groups):
                data["dong_nhom"] = "gộp"
            if not all(group.rows[0].number <= 1 for group in self.rows.groups):
                data["stt"] = "liên tục"
        data["cot"] = [self._column(column) for column in columns]
        data |= numbers_of(self.grid, data["cot"])
        return data | notes_of(self.grid)

    def _add(self, group: Group) -> None:
        code = self.register.group(group.name) if group.name else ""
        for row in group.rows:
            target: dict[str, Data] = {}
            if self.register.several:
                own = self.register.code(self._name(row), "-")
                self.codes.append(own)
                target["ma"] = own
            self.register.targets.append({**target, **self._said(row, code)})

    def _name(self, row: Row) -> str:
        at = [field.path for field in self.fields].index("ten")
        return row.cells[at]

    def _said(self, row: Row, code: str) -> dict[str, Data]:
        found: dict[str, Data] = {}
        values: dict[str, Data] = {}
        for cell, field in zip(row.cells, self.fields, strict=True):
            text = cell.strip()
            if field.path == "stt" or not text:
                continue
            if len(field.keys) > 1:
                values[field.keys[1]] = text
            else:
                found[field.path] = text
        if code:
            found["nhom"] = code
        return {**found, "gia_tri": values} if values else found

    def _column(self, column: Column) -> Data:
        if column.inner:
            inner: list[Data] = [self._column(child) for child in column.inner]
            return {"ten": column.name, "cot": inner}
        found: dict[str, Data] = {"ten": column.name} if column.name else {}
        path = self.fields[column.at].path
        if path != "stt" or self.rows.numbered:
            found["gia_tri"] = path
        if column.at in merged_columns(self.grid):
            found["gop_o"] = "có"
        return found
