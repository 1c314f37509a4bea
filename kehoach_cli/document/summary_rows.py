"""Rows of groups and of sums: the title over the columns before the first figure."""

from collections.abc import Sequence
from decimal import Decimal

from kehoach_cli.document.cell_styles import ALIGNED
from kehoach_cli.document.model import Cell, Row
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.view_rows import ViewColumn, ViewRow, told

BOLD = {"o_chu": "o_nhom", "o_giua": "o_nhom_giua", "o_so": "o_nhom_so"}
"""The styles of items' cells, and those of groups and sums."""
SUM = "o_tong"
"""The style of the title of a row of sums."""


def of_sum(column: ViewColumn) -> str:
    """The style of a sum: at the right unless its column says where."""
    return BOLD[ALIGNED[column.cot.can_le]] if column.cot.can_le else "o_nhom_so"


def summary_row(row: ViewRow, columns: Sequence[ViewColumn], bang: Bang) -> Row:
    """A row of a group or of sums: its title over the columns before the first figure."""
    first = next((i for i, value in enumerate(row.cells) if value is not None), len(columns))
    figures = tuple(
        Cell(told(value), of_sum(column)) if isinstance(value, Decimal) else Cell("", "o_nhom_so")
        for value, column in zip(row.cells[first:], columns[first:], strict=False)
    )
    return (*_summary_title(row, columns, first, bang), *figures) if first else figures


def _summary_title(
    row: ViewRow, columns: Sequence[ViewColumn], span: int, bang: Bang
) -> tuple[Cell, ...]:
    if row.kind != "group":
        return (Cell(row.title, SUM, span=span),)
    return group_title(row, span, columns, bang)


def group_title(
    row: ViewRow, span: int, columns: Sequence[ViewColumn], bang: Bang
) -> tuple[Cell, ...]:
    """Number and title, each in a cell of its own or in one; rows typed alone say which."""
    typed = not bang.shows_register
    apart = bang.dong_nhom == "tach" if typed else bang.dong_nhom != "gop" and columns[0].is_number
    if apart and span > 1:
        return (Cell(row.label, "o_nhom_stt"), Cell(row.title, "o_nhom", span=span - 1))
    return (Cell(f"{row.label}. {row.title}", "o_nhom", span=span),)
