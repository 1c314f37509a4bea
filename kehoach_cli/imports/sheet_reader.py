"""Excel workbooks and .csv files → lines and grids, each table of a sheet its own."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from kehoach_cli.imports.heads import is_counter
from kehoach_cli.imports.money import groups_by_comma, rewritten
from kehoach_cli.imports.pages import Block, Grid, Line, Pages, letters_of
from kehoach_cli.imports.sheet import MAX_COLUMNS, Sheet
from kehoach_cli.imports.sheet_tables import Table, tables_of
from kehoach_cli.imports.sheet_xml import BadSheetError
from kehoach_cli.imports.workbook import read_workbook
from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read

_SAMPLE = 65_536
_LONGEST = 1_000_000
_MOST_CELLS = 400_000
_UNNAMED = pattern(r"(?:sheet|trang[ _]tính)\s*\d*", re.IGNORECASE)
_SPACES = pattern(r"(?<=\d)\s(?=\d{3}(?!\d))")


def read_csv(text: str) -> Pages:
    """The tables of a .csv file, whatever parts its cells. Raises BadSheetError."""
    try:
        dialect: Any = csv.Sniffer().sniff(text[:_SAMPLE], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    csv.field_size_limit(_LONGEST)
    sheet = Sheet("")
    count = 0
    try:
        for at, row in enumerate(csv.reader(io.StringIO(text, newline=""), dialect)):
            cells = {column: said for column, cell in enumerate(row[:MAX_COLUMNS])
                     if (said := as_read(cell).strip())}  # fmt: skip
            if len(row) > MAX_COLUMNS:
                sheet.far += [f"{letters_of(MAX_COLUMNS)}{at + 1}"] * any(row[MAX_COLUMNS:])
            if cells:
                sheet.rows[at] = cells
            count += len(cells)
            if count > _MOST_CELLS:
                raise BadSheetError(f"có hơn {_MOST_CELLS} ô; hãy tách thành nhiều tệp")
    except csv.Error as error:
        raise BadSheetError("dấu nháy không đóng, hay có ô quá dài") from error
    return Pages(list(_blocks(sheet, exact=False)), list(sheet.remarks()))


def read_xlsx(file: BinaryIO) -> Pages:
    """The tables of a workbook, an appendix a sheet. Raises BadSheetError."""
    sheets, remarks = read_workbook(file)
    pages = Pages([], remarks)
    for sheet in sheets:
        pages.remarks += sheet.remarks()
        found = list(_blocks(sheet, exact=True))
        if found:
            pages.blocks.append(Line("PHỤ LỤC", sheet.name, strong=True, centred=True))
            if isinstance(found[0], Grid) and not _UNNAMED.fullmatch(sheet.name):
                pages.blocks.append(Line(sheet.name, sheet.name, strong=True, centred=True))
            pages.blocks += found
    return pages


def _blocks(sheet: Sheet, *, exact: bool) -> Iterator[Block]:
    """The lines and tables of a sheet in their order."""
    for part in tables_of(sheet):
        if isinstance(part, Table):
            yield _grid(sheet, part, exact=exact)
        else:
            yield from (
                Line(text, _place(sheet, part, column))
                for column, text in sorted(sheet.rows[part].items())
            )


def _place(sheet: Sheet, row: int, column: int) -> str:
    return f"{sheet.name}{'!' * bool(sheet.name)}{letters_of(column)}{row + 1}"


def _grid(sheet: Sheet, table: Table, *, exact: bool) -> Grid:
    """A table with its merged cells; its figures exact where the cells hold numbers."""
    if exact:
        _type_figures(sheet, table)
    columns = range(table.left, table.right)
    rows = [[sheet.rows.get(at, {}).get(column, "") for column in columns] for at in table.rows]
    grid = Grid(rows, _place(sheet, table.rows[0], table.left), exact=exact)
    grid.sheet, grid.left, grid.numbers = sheet.name, table.left, table.rows
    _merge(grid, sheet)
    return grid


def _type_figures(sheet: Sheet, table: Table) -> None:
    """Figures typed as text, in the table's own convention, as kehoach writes them.

    In a column of running numbers 1,1 is 1.1.
    """
    counters = {c for c, text in sheet.rows[table.rows[0]].items() if is_counter(text)}
    for row in table.rows:
        for column in counters & sheet.rows[row].keys():
            sheet.rows[row][column] = sheet.rows[row][column].replace(",", ".")
    places = [
        (row, column) for row in table.rows for column in range(table.left, table.right)
        if (row, column) in sheet.typed
    ]  # fmt: skip
    texts = {place: _SPACES.sub("", sheet.rows[place[0]][place[1]]) for place in places}
    by_comma = groups_by_comma(texts.values())
    for (row, column), text in texts.items():
        sheet.rows[row][column] = rewritten(text, by_comma=by_comma)


def _merge(grid: Grid, sheet: Sheet) -> None:
    """The merged cells of a sheet, as the grid counts them; of two that overlap the first."""
    numbers = {number: at for at, number in enumerate(grid.numbers)}
    width = grid.width
    taken: set[tuple[int, int]] = set()
    for top, left, bottom, right in sheet.merged:
        row, last, column = numbers.get(top), numbers.get(bottom), left - grid.left
        across = right - left + 1
        if row is None or last is None or not 0 <= column <= column + across - 1 < width:
            continue
        cells = {(at, one) for at in range(row, last + 1) for one in range(column, column + across)}
        if cells and not cells & taken:
            taken |= cells
            grid.spans[row, column] = (last - row + 1, across)
