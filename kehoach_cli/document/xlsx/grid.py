"""One worksheet, filled from above: title lines, heads, rows with live sums, notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kehoach_cli.document.model import Cell, Paragraph, Row
from kehoach_cli.document.xlsx.cells import (
    MARK,
    as_number,
    block_text,
    cell_text,
    clean,
    depth,
    formula,
    formula_across,
    goes_on,
    letters,
    looks_like_code,
    needs_mark,
    number_format,
    placed,
    span,
)
from kehoach_cli.document.xlsx.looks import Look, Looks
from kehoach_cli.document.xlsx.sheets import Sheet
from kehoach_cli.document.xlsx.widths import column_widths
from kehoach_cli.plan.view_rows import Value, ViewRow, is_awaited

_A4 = 9
_PIXELS = 96 / 25.4  # in a millimetre
_INCH = 25.4
_WHOLE = "=ROUND({cell},9)=ROUND({cell},0)"
"""True of a number without decimals: "#,##0.###" would leave a comma behind it."""


@dataclass(frozen=True, slots=True)
class _Box:
    """Cells that make one, by row and column of the worksheet."""

    row: int
    column: int
    down: int = 1
    span: int = 1


class Grid:
    """A worksheet and the row that is written next."""

    def __init__(self, page: Any, looks: Looks, sheet: Sheet) -> None:
        self.page = page
        self.looks = looks
        self.sheet = sheet
        self.at = 0
        self.size = sheet.table.size
        self.widths = column_widths(sheet.table)
        self.figures = number_format(_numbers(sheet))
        self.marks: dict[int, str] = {}
        self.fitted: set[int] = set()
        """Rows, from 0, that Excel may fit anew: none of their cells is merged."""

    def fill(self) -> None:
        """Write the whole worksheet."""
        for column, width in enumerate(self.widths):
            self.page.set_column_pixels(column, column, round(width * _PIXELS))
        for line in self.sheet.above:
            self._line(line)
        head = self.at
        self._heads()
        first = self.at
        self._marks(first)
        self._rows(first)
        self._rules(head, first)
        for line in self.sheet.below:
            self._line(line)
        self._paper(head, first)

    def _line(self, line: Paragraph) -> None:
        """A paragraph over the width of the table."""
        text = clean(block_text(line))
        self.page.set_row(self.at, self._height(text, 0, len(self.widths), line.style))
        self._text(_Box(self.at, 0, span=len(self.widths)), text, Look(line.style))
        self.at += 1

    def _height(self, text: str, column: int, span: int, style: str) -> float:
        width = sum(self.widths[column : column + span])
        return self.looks.height(text, width, style, self.size)

    def _heads(self) -> None:
        rows = self.sheet.table.header
        self._set_heights(rows, "o_dau_bang")
        for position, row in enumerate(rows):
            for column, cell in placed(row):
                if not goes_on(cell):
                    box = _Box(
                        self.at + position, column, depth(cell, rows, position, column), span(cell)
                    )
                    self._text(box, cell_text(cell), Look(self._style(cell, column), border=True))
        self.at += len(rows)

    def _set_heights(self, rows: Sequence[Row], least: str) -> None:
        """Heights of rows of more than a line.

        Excel fits none where cells are merged; LibreOffice fits none when it opens the file.
        """
        line = self._height("", 0, 1, least)
        for position, height in enumerate(self._heights(rows, least)):
            if height > line:
                self.page.set_row(self.at + position, height)
                if not any(isinstance(c, Cell) and (c.span > 1 or c.down) for c in rows[position]):
                    self.fitted.add(self.at + position)

    def _heights(self, rows: Sequence[Row], least: str) -> list[float]:
        """Points that each row needs; the last takes what a cell merged down needs beyond."""
        line = self._height("", 0, 1, least)
        heights, merged = [line] * len(rows), []
        for position, row in enumerate(rows):
            for column, cell in placed(row):
                needed = self._cell_height(column, cell)
                if needed > line and not goes_on(cell):
                    merged.append((depth(cell, rows, position, column), position, needed))
        for down, position, needed in sorted(merged):
            last = position + down - 1
            heights[last] = max(heights[last], needed - sum(heights[position:last]))
        return heights

    def _cell_height(self, column: int, cell: str | Cell) -> float:
        return self._height(cell_text(cell), column, span(cell), self._style(cell, column))

    def _style(self, cell: str | Cell, column: int) -> str:
        own = cell.style if isinstance(cell, Cell) else ""
        return own or self.sheet.table.columns[column].style

    def _marks(self, first: int) -> None:
        """Hidden columns that tell which rows count, for sums too long to name them."""
        long = sorted({at for (_, at), found in self.sheet.sums.items() if needs_mark(found)})
        for number, column in enumerate(long, len(self.widths)):
            self.marks[column] = letters(number)
            self.page.set_column(number, number, None, None, {"hidden": True})
            for position in self._counting(column):
                self.page.write_string(first + position, number, MARK)

    def _counting(self, column: int) -> list[int]:
        """The rows of items that any sum of a column adds."""
        sums = [found.rows for (_, at), found in self.sheet.sums.items() if at == column]
        kinds = self.sheet.view.rows
        rows = {row for rows in sums for row in rows}
        return sorted(row for row in rows if kinds[row].kind in ("item", "part"))

    def _rows(self, first: int) -> None:
        rows = self.sheet.table.rows
        self._set_heights(rows, "o_nhom")
        for position, row in enumerate(rows):
            self._row(position, row, first)
            self.at += 1

    def _row(self, position: int, row: Row, first: int) -> None:
        values = self.sheet.view.rows[position]
        for column, cell in placed(row):
            value = self.sheet.number(position, column)
            if value is not None:
                self._number(position, column, cell, value, first)
            elif not goes_on(cell):
                self._words(position, column, cell, values)

    def _number(
        self, position: int, column: int, cell: str | Cell, value: Decimal, first: int
    ) -> None:
        look = self.looks.format(
            Look(self._style(cell, column), border=True, figures=self._format(column)), self.size
        )
        text = self._formula(position, column, first)
        if text:
            self.page.write_formula(self.at, column, text, look, as_number(value))
        else:
            self.page.write_number(self.at, column, as_number(value), look)

    def _format(self, column: int) -> str:
        """Of a column's numbers; years and running numbers do not part their thousands."""
        holds = self.sheet.view.columns[column].holds_figures
        return self.figures if holds or column in self.sheet.typed.parted else "General"

    def _formula(self, position: int, column: int, first: int) -> str:
        """Of a sum down the column, else along the row; "" of a number that is no sum."""
        found = self.sheet.sums.get((position, column))
        parts = self.sheet.across.get((position, column))
        if found:
            mark = self.marks.get(column, "") if needs_mark(found) else ""
            return formula(found, letters(column), first + 1, mark)
        return formula_across(parts, self.at + 1) if parts else ""

    def _words(self, position: int, column: int, cell: str | Cell, values: ViewRow) -> None:
        text = cell_text(cell)
        look = Look(self._style(cell, column), border=True)
        if values.label == text and text.isascii() and text.isdigit():
            self.page.write_number(self.at, column, int(text), self.looks.format(look, self.size))
            return
        down = depth(cell, self.sheet.table.rows, position, column)
        self._text(_Box(self.at, column, down, span(cell)), text, look)

    def _text(self, box: _Box, text: str, look: Look) -> None:
        """Text that stays text, in one cell or in several merged."""
        if looks_like_code(text):
            look = Look(look.style, look.border, typed=True)
        format = self.looks.format(look, self.size)
        if box.down > 1 or box.span > 1:
            last = (box.row + box.down - 1, box.column + box.span - 1)
            self.page.merge_range(box.row, box.column, *last, "", format)
        if text:
            self.page.write_string(box.row, box.column, text, format)
        elif box.down == box.span == 1:
            self.page.write_blank(box.row, box.column, None, format)

    def _rules(self, head: int, first: int) -> None:
        """Whole numbers lose the decimal mark; no warnings in the corners of cells."""
        if self.at == first:
            return
        last, columns = self.at - 1, len(self.widths)
        for column, declared in enumerate(self.sheet.view.columns):
            if declared.holds_figures or column in self.sheet.typed.parted:
                cell = f"{letters(column)}{first + 1}"
                rule = {"type": "formula", "criteria": _WHOLE.format(cell=cell)}
                rule |= {"format": self.looks.book.add_format({"num_format": "#,##0"})}
                self.page.conditional_format(first, column, last, column, rule)
        area = f"A{head + 1}:{letters(columns - 1)}{last + 1}"
        silent = ("number_stored_as_text", "formula_range", "formula_differs")
        self.page.ignore_errors(dict.fromkeys(silent, area))

    def _paper(self, head: int, first: int) -> None:
        """The page as the plan prints it, the heads again on each."""
        law, last = self.looks.layout.page, max(self.at - 1, 0)
        if self.sheet.landscape:
            self.page.set_landscape()
        self.page.set_paper(_A4)
        self.page.set_margins(*(x / _INCH for x in (law.left, law.right, law.top, law.bottom)))
        number = f'&C&"{self.looks.layout.font}"&{self.size}&P'
        self.page.set_header(number, {"margin": law.header / _INCH})
        self.page.fit_to_pages(1, 0)
        self.page.print_area(0, 0, last, len(self.widths) - 1)
        self.page.repeat_rows(head, first - 1)
        self.page.freeze_panes(first, 0)


def _numbers(sheet: Sheet) -> list[Decimal]:
    cells: list[Value] = [cell for row in sheet.view.rows for cell in row.cells]
    known = (cell for cell in cells if isinstance(cell, Decimal) and not is_awaited(cell))
    return [*sheet.typed.numbers.values(), *known]
