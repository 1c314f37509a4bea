"""A table of projects → entries of the register, and a table that looks at them."""

from collections.abc import Sequence
from decimal import Decimal

from kehoach_cli.imports.heads import Column, columns_of
from kehoach_cli.imports.money import is_amount, typed
from kehoach_cli.imports.money_unit import money_unit
from kehoach_cli.imports.pages import Grid, Remark
from kehoach_cli.imports.project_columns import fields_of
from kehoach_cli.imports.project_rows import Group, Row, Rows, rows_of
from kehoach_cli.imports.project_totals import difference, groups_in, totals_in
from kehoach_cli.imports.register import Register, put
from kehoach_cli.imports.sums import Sums
from kehoach_cli.imports.tables import captions, merged_columns, notes_of, numbers_of, split_head
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.vietnamese.numbers import format_decimal

_LEAST_ROWS = 2


def project_table(register: Register, grid: Grid) -> dict[str, Data] | None:
    """The table as a look at the register; None for one that must stand as it is."""
    head, body = split_head(grid)
    columns = columns_of(grid, head)
    unit = money_unit(grid, head)
    fields = fields_of(columns, body, register.given, in_money=bool(unit))
    rows = rows_of(body, fields) if fields else None
    least = 1 if grid.exact else _LEAST_ROWS
    if fields is None or rows is None or len(rows.items) < least:
        return None
    if _is_shared(grid, rows, [field.path for field in fields].index("ten")):
        return None
    sums = Sums(rows, fields, exact=grid.exact)
    if not register.fits(unit) or not _is_clean(rows, sums):
        return None
    return _Look(register, grid, rows, sums, body).data(columns)


def _is_shared(grid: Grid, rows: Rows, name: int) -> bool:
    """Whether one name and number stand before several rows that are no parts of the first.

    `name`: its column.
    """
    told = [(row.number, row.cells[name]) for row in rows.items]
    return name in merged_columns(grid) and any(map(tuple.__eq__, told, told[1:]))


def _is_clean(rows: Rows, sums: Sums) -> bool:
    """Whether every cell of money holds a figure or nothing, and totals say nothing else."""
    if not sums.tells_all():
        return False
    cells = [row.cells for item in rows.items for row in (item, *item.parts)]
    return all(
        is_amount(row[at]) and (not row[at].strip(" -–—") or sums.value(row, at) is not None)
        for row in cells
        for at in sums.columns
    )


class _Look:
    """One table on its way into the register."""

    def __init__(
        self,
        register: Register,
        grid: Grid,
        rows: Rows,
        sums: Sums,
        body: Sequence[Sequence[str]],
    ) -> None:
        self.register, self.grid, self.rows, self.sums = register, grid, rows, sums
        self.fields = sums.fields
        self.codes: list[Data] = []
        self.used = {"stt", "ten"} if rows.numbered else {"ten"}
        self.group_codes: list[str] = []
        self._first = len(grid.rows) - len(body)
        self._numbers = {id(cells): at for at, cells in enumerate(body, self._first)}

    def _cell(self, cells: Sequence[str], column: int) -> str:
        """Where a cell of a row stands in the source."""
        number = self._numbers.get(id(cells))
        return self.grid.place if number is None else self.grid.cell(number, column)

    def data(self, columns: Sequence[Column]) -> dict[str, Data]:
        """The table; its projects go into the register."""
        names = [group.name for group in self.rows.groups if group.name]
        codes = self.register.same_groups(names) or list(map(self.register.group, names))
        self.group_codes = codes or [""]
        for group, code in zip(self.rows.groups, self.group_codes, strict=True):
            self._add(group, code)
        data: dict[str, Data] = {**captions(self.grid), "nguon": "du_an"}
        data.pop("don_vi_tinh", None)
        if self.register.several:
            data["chon"] = self.codes
        data |= {**groups_in(self.rows.groups, self.group_codes), **totals_in(self.rows)}
        stated = self._stated()
        if stated:
            data["tong_ghi"] = stated
        if not self.grid.unit:
            data["don_vi_tinh"] = "không"
        data["cot"] = [self._column(column) for column in columns]
        data |= numbers_of(self.grid, data["cot"])
        return data | notes_of(self.grid)

    def _add(self, group: Group, code: str) -> None:
        shown = [field.path for field in self.fields]
        for row in group.rows:
            project = self._fields(row) | ({"nhom": code} if code else {}) | self._parts(row)
            place = self._cell(row.cells, self._at("ten"))
            if not self.register.several:
                self.register.add(project, shown, place)
                continue
            own = self.register.known(project, shown, place, self.codes)
            if not own:
                own = self._code(row)
                self.register.add({"ma": own, **project}, shown, place)
            self.codes.append(own)

    def _code(self, row: Row) -> str:
        """The code of a project: that of its own column, else one made of its name."""
        paths = [field.path for field in self.fields]
        given = row.cells[paths.index("ma")].strip() if "ma" in paths else ""
        return given or self.register.code(row.cells[self._at("ten")], "-")

    def _at(self, path: str) -> int:
        return [field.path for field in self.fields].index(path)

    def _fields(self, row: Row) -> dict[str, Data]:
        """What the cells of a row say, by keys of a project."""
        found: dict[str, Data] = {}
        for at, field in enumerate(self.fields):
            cell = row.cells[at].strip()
            value = self.sums.value(row.cells, at)
            if field.source:
                self.register.sources.setdefault(field.keys[-1], field.source)
            if field.path == "stt" or not cell or (field.money and value is None):
                continue
            text = typed(value) if field.money and value is not None else cell
            self.used.add(field.path)
            if field.money and self._is_told_by_parts(row, at):
                continue
            put(found, field.keys, text)
        return found

    def _is_told_by_parts(self, row: Row, at: int) -> bool:
        """Whether a year's total needs not be typed: its sources stand beside it.

        One that is not their sum is told of, and printed as their sum.
        """
        path = f"{self.fields[at].path}."
        parts = [one for one, field in enumerate(self.fields) if field.path.startswith(path)]
        values = [value for one in parts if (value := self.sums.value(row.cells, one)) is not None]
        stated = self.sums.value(row.cells, at)
        if not values or stated is None:
            return False
        if sum(values) != stated:
            name = row.cells[self._at("ten")]
            found = format_decimal(sum(values, Decimal(0)))
            told = f"{name}: ghi {format_decimal(stated)}, các nguồn cộng lại được {found}"
            place = self._cell(row.cells, at)
            self.register.remarks.append(Remark(place, self.fields[at].name, told))
        return True

    def _parts(self, row: Row) -> dict[str, Data]:
        if not row.parts:
            return {}
        counts: dict[str, Data] = {"tinh_vao_tong": "có"} if id(row) in self.sums.counted else {}
        parts: list[Data] = [{**self._fields(self._own(part, row)), **counts} for part in row.parts]
        form: dict[str, Data] = {"danh_so_con": row.form} if row.form != "chữ" else {}
        return {**form, "hang_con": parts}

    def _own(self, part: Row, row: Row) -> Row:
        """A part without the texts of merged cells that it shares with its project."""
        merged = merged_columns(self.grid)
        return Row(
            [
                "" if at in merged and cell == row.cells[at] else cell
                for at, cell in enumerate(part.cells)
            ]
        )

    def _stated(self) -> Data:
        """Totals that differ from the sums, as `tong_ghi`; each is told."""
        found: dict[str, Data] = {}
        for one in self.sums.different():
            keys = [key for key in one.field.keys if key not in ("von", "kinh_phi")]
            if keys == ["tong_kinh_phi"]:
                keys = []
            group = self.group_codes[one.group] if one.group >= 0 else ""
            path = [*([group] if group else []), *keys]
            put(found, (*(key for key in path if key != "tong"), "tong"), typed(one.stated))
            place = self._cell(one.cells, self.fields.index(one.field))
            told = difference(one, self.rows.groups[one.group].name)
            self.register.remarks.append(Remark(place, one.field.name, told))
        return found

    def _column(self, column: Column) -> Data:
        if column.inner:
            inner: list[Data] = [self._column(child) for child in column.inner]
            return {"ten": column.name, "cot": inner}
        field = self.fields[column.at]
        found: dict[str, Data] = {"ten": column.name} if column.name else {}
        if field.path in self.used or field.source:
            found["gia_tri"] = field.path
        adds = self.sums.adds(column.at) if field.money else "có"
        if column.at in merged_columns(self.grid):
            found["gop_o"] = "có"
        return {**found, "cong": adds} if adds != "có" else found
