"""A table of projects → entries of the register, and a table that looks at them."""

from collections.abc import Sequence
from decimal import Decimal

from kehoach_cli.imports.money.columns import Field
from kehoach_cli.imports.pages.model import Grid, Remark
from kehoach_cli.imports.projects.groups import Group, Row
from kehoach_cli.imports.projects.money_lines import Tag, keys_for, own_tag, splits, tags_of
from kehoach_cli.imports.projects.reading import Reading, read_projects, unclear
from kehoach_cli.imports.projects.register import Register, put
from kehoach_cli.imports.projects.totals import (
    KEPT,
    difference,
    groups_in,
    totals_in,
    with_typed,
)
from kehoach_cli.imports.tables.alignment import stands_by_itself
from kehoach_cli.imports.tables.figures import is_nothing, typed
from kehoach_cli.imports.tables.heads import Column
from kehoach_cli.imports.tables.plain import captions, merged_columns, named, notes_of, numbers_of
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.vietnamese.numbers import format_decimal


def project_table(register: Register, grid: Grid) -> dict[str, Data] | None:
    """The table as a look at the register; None for one that must stand as it is."""
    found = read_projects(register, grid)
    return _Look(register, found).data(found.columns) if found else None


class _Look:
    """One table on its way into the register."""

    def __init__(self, register: Register, found: Reading) -> None:
        self.register, self.found = register, found
        self.grid, self.rows, self.sums, self.fields = (
            found.grid, found.rows, found.sums, found.fields
        )  # fmt: skip
        self.codes: list[Data] = []
        self.used = {"stt", "ten"} if self.rows.numbered else {"ten"}
        self.group_codes: list[str] = []
        self._merged = merged_columns(self.grid)
        self._has_lines = any(part.line for row in self.rows.items for part in row.parts)
        self._numbers = {id(cells): at for at, cells in enumerate(found.split.body)}

    def _cell(self, cells: Sequence[str], column: int) -> str:
        """Where a cell of a row stands in the source."""
        number = self._numbers.get(id(cells))
        return self.grid.place if number is None else self.found.cell(number, column)

    def data(self, columns: Sequence[Column]) -> dict[str, Data]:
        """The table; its projects go into the register."""
        names = [group.name for group in self.rows.groups if group.name]
        codes = self.register.same_groups(names) or list(map(self.register.group, names))
        self.group_codes = codes or [""]
        for group, code in zip(self.rows.groups, self.group_codes, strict=True):
            if group.above:
                self.register.above[code] = group.above
        for group, code in zip(self.rows.groups, self.group_codes, strict=True):
            self._add(group, code)
        data: dict[str, Data] = {**captions(self.grid), "nguon": "du_an"}
        if any(field.money for field in self.fields):
            data.pop("don_vi_tinh", None)  # the program prints that of the plan
        if self.register.several:
            data["chon"] = self.codes
        data |= {**groups_in(self.rows.groups, self.group_codes), **totals_in(self.rows)}
        stated = self._stated()
        if stated:
            data["tong_ghi"] = stated
        if not self.grid.unit and not self.found.said.units:
            data["don_vi_tinh"] = "không"
        data["cot"] = [self._column(column) for column in columns]
        data = with_typed(data, self.rows, self.sums, self.group_codes)
        data |= numbers_of(self.grid, data["cot"])
        self.register.remarks += unclear(self.found)
        return data | notes_of(self.grid)

    def _add(self, group: Group, code: str) -> None:
        shown = [field.path for field in self.fields]
        for row in group.rows:
            project = self._project(row, code)
            place = self._cell(row.cells, self._at("ten"))
            if not self.register.several:
                self.register.add(project, shown, place)
                continue
            own = self.register.known(project, shown, place, self.codes)
            if not own:
                given = str(project.pop("ma", ""))
                own = (given and self.register.own_code(given)) or self.register.code(
                    row.cells[self._at("ten")], "-"
                )
                self.register.add({"ma": own, **project}, shown, place)
            self.codes.append(own)

    def _at(self, path: str) -> int:
        return self.found.at(path)

    def _project(self, row: Row, group: str) -> dict[str, Data]:
        """A project with its group, its parts, and what lines of money below it say of its own."""
        lines = tags_of(row, self.fields) if row.parts else []
        tag = own_tag(row, self.fields) if id(row) in self.sums.counted else None
        found = self._fields(row, tag)
        has_money = any(self.sums.value(row.cells, at) for at in self.sums.columns)
        if lines and has_money and id(row) not in self.sums.counted:
            self._split(found, row, lines)
        told = {id(part): tag for part, tag in lines}
        parts = self._parts(row, told if id(row) in self.sums.counted or not has_money else {})
        return found | ({"nhom": group} if group else {}) | parts

    def _split(self, found: dict[str, Data], row: Row, lines: Sequence[tuple[Row, Tag]]) -> None:
        """The project's own money by the years or sources of lines that add up to it."""
        timed = any(field.path.startswith("von.") for field in self.fields)
        for at, field in enumerate(self.fields):
            is_plain = field.path == "tong_kinh_phi"
            if not field.money or (is_plain and timed) or not splits(self.sums, row, lines, at):
                continue
            values = [(tag, self.sums.value(part.cells, at)) for part, tag in lines]
            if not is_plain:
                _drop(found, field.keys)
            for tag, value in values:
                if value is not None:
                    put(found, self._keys(field, tag), typed(value))

    def _keys(self, field: Field, tag: Tag | None) -> tuple[str, ...]:
        if tag is None:
            return field.keys
        return keys_for(field, tag, self.register.source(tag.source) if tag.source else "")

    def _fields(self, row: Row, tag: Tag | None = None) -> dict[str, Data]:
        """What the cells of a row say, by keys of a project. `tag`: whose its money is."""
        found: dict[str, Data] = {}
        for at, field in enumerate(self.fields):
            cell = row.cells[at].strip()
            value = self.sums.value(row.cells, at)
            if field.source:
                self.register.sources.setdefault(field.keys[-1], field.source)
            if field.money and value is None and not is_nothing(cell):
                put(found, tuple(field.words.split(".")), cell)
                self.used.add(field.words)
            if field.path == "stt" or not cell or (field.money and value is None):
                continue
            text = typed(value) if field.money and value is not None else cell
            self.used.add(field.path)
            if field.money and self._is_told_by_parts(row, at):
                continue
            put(found, self._keys(field, tag) if field.money else field.keys, text)
        return found

    def _is_told_by_parts(self, row: Row, at: int) -> bool:
        """Whether a year's total needs not be typed: its sources stand beside it.

        One that is not their sum is told of; it stays where the sources are only some of it.
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
        return sum(values) >= stated

    def _parts(self, row: Row, tags: dict[int, Tag]) -> dict[str, Data]:
        """The parts of a project; `tags`: whose the money of some is, by their identities."""
        if not row.parts:
            return {}
        counts: dict[str, Data] = {"tinh_vao_tong": "có"} if id(row) in self.sums.counted else {}
        parts: list[Data] = [
            {**self._fields(self._own(part, row), tags.get(id(part))), **counts}
            for part in row.parts
        ]
        form: dict[str, Data] = {"danh_so_con": row.form} if row.form != "chữ" else {}
        return {**form, "hang_con": parts}

    def _own(self, part: Row, row: Row) -> Row:
        """A part without the texts of merged cells that it shares with its project.

        A line of money keeps the name, whose cells are merged.
        """
        kept = self._at("ten")
        return Row(
            [
                "" if at in self._merged and at != kept and cell == row.cells[at] else cell
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
            place = self._cell(one.cells, list(self.fields).index(one.field))
            told = difference(one, self.rows.groups[one.group].name if one.group >= 0 else "")
            self.register.remarks.append(Remark(place, one.field.name, told))
        for name, one in self.sums.outer_different():
            place = self._cell(one.cells, list(self.fields).index(one.field))
            told = difference(one, name).replace(KEPT, "bậc này không in, số ấy không giữ")
            self.register.remarks.append(Remark(place, one.field.name, told))
        return found

    def _column(self, column: Column) -> Data:
        if column.inner:
            inner: list[Data] = [self._column(child) for child in column.inner]
            return {"ten": column.name, "cot": inner}
        field = self.fields[column.at]
        found: dict[str, Data] = {}
        paths: list[Data] = [field.path] if field.path in self.used or field.source else []
        paths += [field.words] if field.words in self.used else []
        if paths:
            found["gia_tri"] = paths if len(paths) > 1 else paths[0]
        adds = self.sums.adds(column.at) if field.money else "có"
        if column.at in self._merged or (self._has_lines and field.path in ("ten", "stt")):
            found["gop_o"] = "có"
        found |= {"cong": adds} if adds != "có" else {}
        is_set = field.money or stands_by_itself(field.path)
        way = "" if is_set else self.grid.aligned.get(column.at)
        found |= {"can_le": way} if way else {}
        is_own = field.path.startswith("khac.")
        return named(found, column.name) if column.name or is_own else found


def _drop(found: dict[str, Data], keys: Sequence[str]) -> None:
    """Take a text at a path away."""
    for key in keys[:-1]:
        inner = found.get(key)
        found = inner if isinstance(inner, dict) else {}
    found.pop(keys[-1], None)
