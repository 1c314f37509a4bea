"""Excel workbooks and .csv files → lines and grids, each table of a sheet its own."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import BinaryIO

from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.pages.model import Block, Grid, Line, Pages, Remark, letters_of
from kehoach_cli.imports.tables.alignment import standing
from kehoach_cli.imports.tables.figures import groups_by_comma, rewritten
from kehoach_cli.imports.tables.heads import head_rows, is_counter
from kehoach_cli.imports.xlsx.sheet import MAX_COLUMNS, Sheet, is_formula
from kehoach_cli.imports.xlsx.tables import Table, tables_of
from kehoach_cli.imports.xlsx.workbook import read_workbook
from kehoach_cli.imports.xlsx.xml import BadSheetError
from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read
from kehoach_cli.vietnamese.text import fold

_SIGNS = ";\t,|"
_SAMPLE = 65_536
_LONGEST = 1_000_000
_MOST_CELLS = 300_000
_UNNAMED = pattern(r"(?:sheet|trang[ _]tính)\s*\d*", re.IGNORECASE)
_STATE, _TOP = "cong hoa xa hoi chu nghia", 6
_UNITS = ("don vi", "dvt")
_SPACES = pattern(r"(?<=\d)\s(?=\d{3}(?!\d))")


def read_csv(text: str) -> Pages:
    """The tables of a .csv file, whatever parts its cells. Raises BadSheetError."""
    csv.field_size_limit(_LONGEST)
    sheet = Sheet("")
    count = 0
    try:
        sign = _sign(text[:_SAMPLE])
        for at, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign)):
            said = (
                (column, as_read(cell).strip()) for column, cell in enumerate(row[:MAX_COLUMNS])
            )
            cells = {column: cell for column, cell in said if cell}
            if any(row[MAX_COLUMNS:]):
                sheet.far.append(f"{letters_of(MAX_COLUMNS)}{at + 1}")
            if cells:
                sheet.rows[at] = cells
                sheet.quoted += _formulas(at, cells)
            count += len(cells)
            if count > _MOST_CELLS:
                raise BadSheetError(f"có hơn {_MOST_CELLS} ô; hãy tách thành nhiều tệp")
    except csv.Error as error:
        raise BadSheetError("dấu nháy không đóng, hay có ô quá dài") from error
    return Pages(list(_blocks(sheet, exact=False)), list(sheet.remarks()))


def _formulas(row: int, cells: dict[int, str]) -> list[str]:
    """The places of formulas in a row of a .csv file, where none has been worked out."""
    return [f"{letters_of(column)}{row + 1}" for column, cell in cells.items() if is_formula(cell)]


def _sign(sample: str) -> str:
    """What parts the cells: the sign that gives the most rows one width, then the widest."""

    def fits(sign: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=sign)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(_SIGNS, key=fits)


def read_xlsx(file: BinaryIO) -> Pages:
    """The tables of a workbook, an appendix a sheet. Raises BadSheetError."""
    sheets, remarks = read_workbook(file)
    pages = Pages([], remarks)
    for sheet in sheets:
        pages.remarks += sheet.remarks()
        found = list(_blocks(sheet, exact=True))
        head = _head_lines(sheet)
        if not pages.blocks and any(_numbers(block) for block in found[:head]):
            pages.blocks += found[:head]
        elif head:
            text = "; ".join(block.text for block in found[:head] if isinstance(block, Line))
            pages.remarks.append(Remark(_top(sheet), text, "phần đầu của trang tính, không nhập"))
        del found[:head]
        if found:
            pages.blocks.append(Line("PHỤ LỤC", sheet.name, strong=True, centred=True))
            if not _is_titled(found) and not _UNNAMED.fullmatch(sheet.name):
                pages.blocks.append(Line(sheet.name, sheet.name, strong=True, centred=True))
            pages.blocks += found
    return pages


def _head_lines(sheet: Sheet) -> int:
    """How many lines at the top are the head of a document: Quốc hiệu and the rows around it."""
    rows = sorted(sheet.rows)[:_TOP]
    at = next((at for at, row in enumerate(rows) if _has_state(sheet.rows[row])), -1)
    if at < 0:
        return 0
    while at + 1 < len(rows) and rows[at + 1] == rows[at] + 1:
        at += 1
    return sum(1 for row in rows[: at + 1] for _ in _lines(sheet, row))


def _numbers(block: Block) -> bool:
    """Whether a line gives the number of a document."""
    return isinstance(block, Line) and fold(block.text).startswith("so:")


def _top(sheet: Sheet) -> str:
    row = min(sheet.rows)
    return _place(sheet, row, min(sheet.rows[row]))


def _has_state(cells: dict[int, str]) -> bool:
    return any(fold(text).startswith(_STATE) for text in cells.values())


def _is_titled(blocks: list[Block]) -> bool:
    """Whether a line above the first table is more than its unit, or the first of several parts."""
    lines = takewhile(lambda block: isinstance(block, Line), blocks)
    texts = [line.text for line in lines if isinstance(line, Line)]
    said = [text for text in texts if not fold(text).lstrip("(").startswith(_UNITS)]
    parts = sum(1 for one in blocks if isinstance(one, Line) and label_of(one.text))
    return bool(said) and not (parts > 1 and label_of(said[0]))


def _blocks(sheet: Sheet, *, exact: bool) -> Iterator[Block]:
    """The lines and tables of a sheet in their order."""
    for part in tables_of(sheet):
        if isinstance(part, Table):
            yield _grid(sheet, part, exact=exact)
        else:
            yield from _lines(sheet, part)


def _lines(sheet: Sheet, row: int) -> Iterator[Line]:
    """The cells of a row outside tables, a line each; "Tên dự án:" with what stands beside it."""
    named = ""
    for column, text in sorted(sheet.rows[row].items()):
        whole = f"{named} {text}".strip()
        named = whole if text.endswith(":") else ""
        if not named:
            yield Line(whole, _place(sheet, row, column))
    if named:
        yield Line(named, _place(sheet, row, max(sheet.rows[row])))


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
    if sheet.standing:
        grid.aligned = _standing(grid, sheet)
    return grid


def _standing(grid: Grid, sheet: Sheet) -> dict[int, str]:
    """How the cells below the head stand, by column."""
    body = range(head_rows(grid), len(grid.rows))
    return standing(
        {
            column: [
                sheet.standing.get((grid.numbers[row], grid.left + column), "")
                for row in body
                if grid.rows[row][column]
            ]
            for column in range(grid.width)
        }
    )


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
