"""A grid → a table of rows as they stand."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.imports.pages.model import Grid, Line
from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.tables.figures import groups_by_comma, rewritten
from kehoach_cli.imports.tables.heads import (
    Column,
    columns_of,
    head_rows,
    numbering_row,
    repeats_head,
    says_total,
)
from kehoach_cli.imports.yaml_text import Data, Noted
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_GROUP = pattern(r"(?:[IVXL]{1,6}|[A-HĐ])(?:[.)/]\s*\S.*|[.)]?)", re.DOTALL)
_MANY = 7
"""Columns from which a table stands on a page that lies down."""
_MOST_COLUMNS = 39
_NO_NAME = "…"


def is_too_wide(grid: Grid) -> bool:
    """Whether no page can hold the table: more columns than a page that lies down may have."""
    return grid.width > _MOST_COLUMNS


def as_lines(grid: Grid) -> list[Line]:
    """The rows of a table as paragraphs, cells parted by "|"."""
    texts = (" | ".join(" ".join(cell.split()) for cell in row) for row in grid.rows)
    return [Line(text, grid.place) for text in texts if text.strip(" |")]


def table_data(grid: Grid) -> dict[str, Data]:
    """The table, each of its cells in it."""
    head, body, _ = split_head(grid)
    data: dict[str, Data] = {"cot": [column_data(column) for column in columns_of(grid, head)]}
    data = {**captions(grid), **data}
    merged = merged_columns(grid)
    for at, column in enumerate(leaves_of(data["cot"])):
        if at in merged:
            column["gop_o"] = "có"
        if at in grid.aligned and not _is_of_figures(body, at):
            column["can_le"] = grid.aligned[at]
    data |= numbers_of(grid, data["cot"])
    rows = body if grid.exact else _in_one_style(body)
    data["hang"] = [row_data(row) for row in rows if any(row)]
    return data | notes_of(grid)


def _is_of_figures(body: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column holds nothing but figures, which kehoach sets itself."""
    return all(is_figure(row[at].strip()) for row in body if row[at].strip())


def numbers_of(grid: Grid, columns: Data) -> dict[str, Data]:
    """The row that numbers the columns, each number at its column; {} where there is none."""
    numbering = numbering_row(grid, head_rows(grid))
    if numbering is None:
        return {}
    for column, number in zip(leaves_of(columns), grid.rows[numbering], strict=False):
        column["so_cot"] = number
    return {"danh_so_cot": "có"}


def captions(grid: Grid) -> dict[str, Data]:
    """Title and unit of a table, as far as they are known."""
    found: dict[str, Data] = {"ten": grid.title} if grid.title else {}
    return {**found, "don_vi_tinh": grid.unit.lower()} if grid.unit else found


def notes_of(grid: Grid) -> dict[str, Data]:
    """The notes under a table."""
    notes: list[Data] = list(grid.notes)
    return {"ghi_chu": notes} if notes else {}


def merged_columns(grid: Grid) -> set[int]:
    """The columns in which cells of the body are merged downwards."""
    head = head_rows(grid)
    return {column for (row, column), (down, _) in grid.spans.items() if row >= head and down > 1}


def _in_one_style(rows: list[list[str]]) -> list[list[str]]:
    """The rows, figures as "8.000" where the table writes "8,000"."""
    figures = [cell for row in rows for cell in row if is_figure(cell)]
    if not groups_by_comma(figures):
        return rows
    return [[rewritten(cell, by_comma=True) for cell in row] for row in rows]


class Split(NamedTuple):
    """A table in two. `head`: how many rows are headings; `body`: copies of the rows under them.

    `numbers`: of the rows of the body, in the grid, from 0.
    """

    head: int
    body: list[list[str]]
    numbers: list[int]


def split_head(grid: Grid) -> Split:
    """The headings, and the rows under them, without one that numbers columns."""
    head = head_rows(grid)
    numbering = numbering_row(grid, head)
    rows = [list(row) for row in grid.rows]
    for (at, column), (down, across) in grid.spans.items():
        if at >= head and across == 1:
            for row in rows[at + 1 : at + down]:
                row[column] = row[column] or rows[at][column]
    first = head if numbering is None else max(head, numbering + 1)
    numbers = [at for at in range(first, len(rows)) if not repeats_head(rows[at], grid.rows[:head])]
    body = [rows[at] for at in numbers]
    return Split(head if numbering is None else min(head, numbering), body, numbers)


def is_wide(grid: Grid) -> bool:
    """Whether the table needs a page that lies down."""
    return grid.width > _MANY if grid.wide is None else grid.wide


def column_data(column: Column) -> Data:
    """A column as `cot` has it; a heading left blank is marked."""
    name = column.name
    if column.inner:
        inner: list[Data] = [column_data(child) for child in column.inner]
        return {"ten": name, "cot": inner} if name else {"cot": inner}
    return named({}, name)


def named(data: dict[str, Data], name: str) -> Data:
    """A column with its heading; one left blank is marked."""
    if name:
        return {"ten": name, **data}
    return Noted({"ten": _NO_NAME, **data}, "chưa hiểu: cột này không có tên")


def row_data(row: Sequence[str]) -> Data:
    """A row; those of groups and totals in bold."""
    cells: list[Data] = list(row)
    return {"o": cells, "dam": "có"} if is_group(row) or is_total(row) else cells


def is_group(row: Sequence[str]) -> bool:
    """Whether a row names a group: a Roman or capital number."""
    return bool(row) and bool(_GROUP.fullmatch(row[0].strip())) and not is_total(row)


def is_total(row: Sequence[str]) -> bool:
    """Whether a row gives a sum: "Cộng (I)", "Tổng cộng"."""
    said = [cell for cell in row[:3] if cell.strip()]
    return bool(said) and any(_adds(cell) for cell in said[:2])


def _adds(cell: str) -> bool:
    plain = fold(cell)
    is_short = len(plain.split()) <= 6 or plain.startswith(("tong cong", "cong ("))
    return is_short and says_total(cell)


def leaves_of(columns: Data) -> list[dict[str, Data]]:
    """The columns that hold cells."""
    found: list[dict[str, Data]] = []
    for column in columns if isinstance(columns, list) else ():
        data = column.value if isinstance(column, Noted) else column
        if isinstance(data, dict):
            found += leaves_of(data["cot"]) if "cot" in data else [data]
    return found
