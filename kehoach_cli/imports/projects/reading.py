"""A table read as one of projects: its columns, its rows, and why one cannot be."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach_cli.imports.money.columns import Field, odd_cell
from kehoach_cli.imports.money.said import Said, is_word, plain_money
from kehoach_cli.imports.money.unit import money_unit
from kehoach_cli.imports.pages.model import Grid, Remark
from kehoach_cli.imports.projects.columns import fields_of, heads_of
from kehoach_cli.imports.projects.ditto import resolved
from kehoach_cli.imports.projects.groups import Row
from kehoach_cli.imports.projects.money_splits import without_clash
from kehoach_cli.imports.projects.register import Register
from kehoach_cli.imports.projects.rows import Rows, rows_of
from kehoach_cli.imports.projects.sums import Sums
from kehoach_cli.imports.tables.figures import is_amount, is_nothing
from kehoach_cli.imports.tables.heads import Column, columns_of
from kehoach_cli.imports.tables.numbered_names import numbers_apart
from kehoach_cli.imports.tables.plain import Split, is_group, is_total, merged_columns, split_head

_LEAST_ROWS = 2
ONLY_TABLE = "giữ nguyên từng hàng ở bảng, không vào du_an"
"""What becomes of a table that only looks like one of projects."""


class Reading(NamedTuple):
    """A table of projects as it was understood. `dittos`: rows and columns of cells "nt"."""

    grid: Grid
    columns: list[Column]
    split: Split
    rows: Rows
    sums: Sums
    unit: str
    dittos: list[tuple[int, int]]
    said: Said

    @property
    def fields(self) -> Sequence[Field]:
        """What each column holds."""
        return self.sums.fields

    def at(self, path: str) -> int:
        """The column of a field."""
        return [field.path for field in self.fields].index(path)

    def cell(self, row: int, column: int) -> str:
        """Where a cell of the body stands in the source."""
        return self.grid.cell(self.split.numbers[row], column)

    def place(self, cells: Sequence[str], column: int) -> str:
        """The same, of a row that is known by its cells."""
        rows = (at for at, row in enumerate(self.split.body) if row is cells)
        row = next(rows, None)
        return self.grid.place if row is None else self.cell(row, column)


def read_projects(register: Register, grid: Grid) -> Reading | None:
    """The table as one of projects; None for any other. One that only looks so is told of."""
    grid = grid if register.own else numbers_apart(grid)
    split = split_head(grid)
    columns, unit = columns_of(grid, split.head), money_unit(grid, split.head, register.title)
    known = fields_of(columns, split.body, register.given, in_money=bool(unit))
    if known is None:
        register.kept += _in_words(grid, split, columns)
        return None
    said = plain_money(split.body, known, unit, register.unit, exact=grid.exact)
    fields, unit = said.fields, said.unit
    dittos = [] if register.own else list(resolved(split.body, fields))
    lines = set(_lines(grid, split, fields))
    rows = rows_of(split.body, fields, lines, flat=register.flat)
    sums = Sums(rows, fields, exact=grid.exact)
    sums.fields = without_clash(sums)
    sums.keep_typed()
    found = Reading(grid, columns, split, rows, sums, unit, dittos, said)
    if len(rows.items) < (1 if grid.exact else _LEAST_ROWS) and not rows.odd:
        return None
    why = _odd(found) or _shared(found) or _other_unit(found, register) or _unclean(found)
    if why:
        register.kept.append(why)
        return None
    register.fits(unit)
    return found


def _in_words(grid: Grid, split: Split, columns: Sequence[Column]) -> Iterator[Remark]:
    """The first cell that keeps a column from being one of money."""
    for at, head in enumerate(heads_of(columns, split.body)):
        row = odd_cell(head)
        if row is not None:
            told = f"ô ở cột “{head.own}” không phải số; {ONLY_TABLE}"
            yield Remark(grid.cell(split.numbers[row], at), head.cells[row], told)
            return


def _lines(grid: Grid, split: Split, fields: Sequence[Field]) -> Iterator[int]:
    """The rows that go on with the project above: under its merged name, or without one.

    Each gets the name and no number.
    """
    paths = [field.path for field in fields]
    name = paths.index("ten")
    stt = paths.index("stt") if "stt" in paths else None
    goes_on = {
        at + more
        for (at, column), (down, across) in grid.spans.items()
        if column == name and across == 1
        for more in range(1, down)
    }
    above = ""
    for number, row in zip(split.numbers, split.body, strict=True):
        bare = not row[name].strip() and not (stt is not None and row[stt].strip())
        has_money = any(one.money and not is_nothing(row[at]) for at, one in enumerate(fields))
        has_money = has_money and not is_total(row)
        if above and has_money and (bare or number in goes_on):
            row[name] = above
            if stt is not None:
                row[stt] = ""
            yield id(row)
        else:
            above = row[name]


def _odd(found: Reading) -> Remark | None:
    """The first row that fits nothing."""
    odd = found.rows.odd
    if odd:
        is_deep = is_group(odd) and bool(found.rows.groups)
        told = "nhóm trong nhóm" if is_deep else "hàng không rõ là dự án hay nhóm"
        text = " ".join(cell for cell in odd if cell.strip())
        return Remark(found.place(odd, 0), text, f"{told}; {ONLY_TABLE}")
    groups = found.rows.groups
    empty = next((at for at, group in enumerate(groups) if not group.rows), None)
    if empty is None:
        return None
    told = "nhóm trong nhóm" if empty + 1 < len(groups) else "nhóm không có dự án nào"
    return Remark(found.grid.place, groups[empty].name, f"{told}; {ONLY_TABLE}")


def _shared(found: Reading) -> Remark | None:
    """One name and number before several rows that are no parts of the first."""
    name = found.at("ten")
    told = [(row.number, row.cells[name]) for row in found.rows.items]
    if name not in merged_columns(found.grid) or not any(map(tuple.__eq__, told, told[1:])):
        return None
    return Remark(
        found.grid.place, found.fields[name].name, f"một tên cho nhiều hàng; {ONLY_TABLE}"
    )


def _other_unit(found: Reading, register: Register) -> Remark | None:
    """A unit of money that is not the plan's."""
    if not found.unit or register.unit in ("", found.unit):
        return None
    told = f"tiền ở các bảng trước tính theo {register.unit}; {ONLY_TABLE}"
    return Remark(found.grid.place, f"Đơn vị tính: {found.unit}", told)


def _unclean(found: Reading) -> Remark | None:
    """A cell of money that holds no figure, or a total that says something else."""
    rows = (row for item in found.rows.items for row in (item, *item.parts))
    for row in rows:
        at = next((at for at in found.sums.columns if not _is_clean(found, row, at)), None)
        if at is not None:
            name = found.fields[at].name
            told = f"ô tiền ở cột “{name}” không phải số; {ONLY_TABLE}"
            return Remark(found.place(row.cells, at), row.cells[at], told)
    if found.sums.tells_all():
        return None
    for odd in _in_words(found.grid, found.split, found.columns):
        return odd
    told = f"hàng cộng có chữ hay số ở cột không cộng được; {ONLY_TABLE}"
    return Remark(found.grid.place, "hàng cộng", told)


def _is_clean(found: Reading, row: Row, at: int) -> bool:
    text = row.cells[at]
    if is_nothing(text) or is_word(text):
        return True
    return is_amount(text) and found.sums.value(row.cells, at) is not None


def _in_place_of_figures(found: Reading) -> Iterator[Remark]:
    """Cells of money that name their unit, or hold no figure."""
    said = found.said
    if said.units:
        first, text = next(iter(said.units.items()))
        told = f"{len(said.units)} ô ghi tiền cả đơn vị; đổi đúng sang {found.unit}"
        yield Remark(found.cell(*first), text, told)
    for (row, column), text in said.words.items():
        field = found.fields[column]
        told = f"cột tiền “{field.name}” có ô là chữ; giữ ở {field.words}, in ở đúng ô ấy"
        yield Remark(found.cell(row, column), text, told)


def unclear(found: Reading) -> Iterator[Remark]:
    """What was understood and should be looked at: cells "nt", columns of money with words."""
    if found.dittos:
        first = found.cell(*found.dittos[0])
        told = f"{len(found.dittos)} ô như vậy trong bảng được hiểu là giống ô ngay trên"
        yield Remark(first, "nt", told)
    yield from _in_place_of_figures(found)
    if found.rows.outer:
        outer = found.rows.outer[0]
        told = "nhóm trong nhóm: tên các bậc ghép thành tên một nhóm; tổng của bậc trên không in"
        yield Remark(found.place(outer.head, 0), outer.name, told)
    for column, field in enumerate(found.fields):
        said = any(row[column].strip() for row in found.split.body)
        if said and not field.name and field.path.startswith("khac."):
            told = f"cột không có tên; giữ ở {field.path}, hãy đặt tên"
            text = next(row[column] for row in found.split.body if row[column].strip())
            yield Remark(found.grid.cell(0, column), text, told)
        odd = (at for at, row in enumerate(found.split.body) if not is_amount(row[column]))
        at = next(odd, None) if field.unsure else None
        if at is not None:
            told = f"cột “{field.name}” có ô không phải số tiền; cả cột giữ là chữ ở {field.path}"
            yield Remark(found.cell(at, column), found.split.body[at][column], told)
