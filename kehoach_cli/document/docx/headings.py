"""The headings of a table's columns, set in lines of like length."""

from collections.abc import Iterator

from kehoach_cli.document.header import balanced
from kehoach_cli.document.labels import placed
from kehoach_cli.document.layout import Style
from kehoach_cli.document.metrics import break_balanced, wrap
from kehoach_cli.document.model import Cell, Row, Table


def balanced_row(row: Row, table: Table, styles: dict[str, Style], padding: float) -> Row:
    """A heading row, each text that takes several lines broken by sense.

    By indents, so that who makes a column wider finds no line break there. `padding`: on either
    side of a cell, in mm.
    """
    return tuple(_cells(row, table, styles, padding))


def _cells(row: Row, table: Table, styles: dict[str, Style], padding: float) -> Iterator[Cell]:
    at = 0
    for cell, style in placed(row, table):
        width = sum(column.width for column in table.columns[at : at + cell.span])
        yield _balanced(cell, styles[style], width - 2 * padding, table.size)
        at += cell.span


def _balanced(cell: Cell, style: Style, room: float, size: int) -> Cell:
    if not isinstance(cell.content, str) or "\n" in cell.content:
        return cell
    filled = wrap(cell.content, room, size, bold=style.bold)
    lines = break_balanced(cell.content, room, size, bold=style.bold)
    if len(lines) < 2 or len(lines) > len(filled):
        return cell
    found = balanced(style, cell.content, lines, room, size)
    return cell._replace(content=(found,)) if found.text == cell.content else cell
