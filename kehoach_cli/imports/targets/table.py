"""A table of targets → entries of `chi_tieu`, and a table that looks at them."""

from collections.abc import Sequence

from kehoach_cli.imports.money.columns import Field
from kehoach_cli.imports.money.unit import money_unit
from kehoach_cli.imports.pages.model import Grid, Remark
from kehoach_cli.imports.projects.ditto import resolved
from kehoach_cli.imports.projects.groups import Group, Row
from kehoach_cli.imports.projects.register import Register, put
from kehoach_cli.imports.projects.rows import Rows, rows_of
from kehoach_cli.imports.tables.alignment import stands_by_itself
from kehoach_cli.imports.tables.heads import Column, columns_of
from kehoach_cli.imports.tables.numbered_names import numbers_apart
from kehoach_cli.imports.tables.plain import (
    captions,
    merged_columns,
    named,
    notes_of,
    numbers_of,
    split_head,
)
from kehoach_cli.imports.targets.columns import target_fields
from kehoach_cli.imports.yaml_text import Data

_LEAST_ROWS = 2


def target_table(register: Register, grid: Grid) -> dict[str, Data] | None:
    """The table as a look at the targets; None for one of anything else."""
    grid = grid if register.own else numbers_apart(grid)
    split = split_head(grid)
    columns = columns_of(grid, split.head)
    fields = target_fields(columns, f"{register.title} {grid.title}")
    if fields is None or money_unit(grid, split.head):
        return None
    dittos = [] if register.own else list(resolved(split.body, fields))
    rows = rows_of(split.body, fields)
    if len(rows.items) < _LEAST_ROWS or not _is_plain(rows):
        return None
    for row, column in dittos[:1]:
        told = f"{len(dittos)} ô như vậy trong bảng được hiểu là giống ô ngay trên"
        register.remarks.append(Remark(grid.cell(split.numbers[row], column), "nt", told))
    return _Look(register, grid, rows, fields).data(columns)


def _is_plain(rows: Rows) -> bool:
    """Whether each row is a target: no totals, nothing in parts."""
    more = any(group.more for group in rows.groups) or rows.outer
    return (
        rows.is_whole
        and not more
        and not (rows.first or rows.last or any(row.parts for row in rows.items))
    )


class _Look:
    """One table on its way into the register of targets."""

    def __init__(self, register: Register, grid: Grid, rows: Rows, fields: Sequence[Field]) -> None:
        self.register, self.grid, self.rows, self.fields = register, grid, rows, fields
        self.codes: list[Data] = []
        self._merged = merged_columns(grid)
        self._used = {
            field.path
            for at, field in enumerate(fields)
            if any(row.cells[at].strip() for row in rows.items)
        }

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
        for cell, field in zip(row.cells, self.fields, strict=True):
            if field.path != "stt" and cell.strip():
                put(found, field.keys, cell.strip())
        return {**found, "nhom": code} if code else found

    def _column(self, column: Column) -> Data:
        if column.inner:
            inner: list[Data] = [self._column(child) for child in column.inner]
            return {"ten": column.name, "cot": inner}
        found: dict[str, Data] = {}
        path = self.fields[column.at].path
        if path in self._used and (path != "stt" or self.rows.numbered):
            found["gia_tri"] = path
        if column.at in self._merged:
            found["gop_o"] = "có"
        if column.at in self.grid.aligned and not stands_by_itself(path):
            found["can_le"] = self.grid.aligned[column.at]
        return named(found, column.name) if column.name or path.startswith("khac.") else found
