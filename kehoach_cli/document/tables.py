"""A table of the plan → a Table of the document: heading tree, groups, sums, widths."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.document.captions import caption_of
from kehoach_cli.document.cell_styles import column_styles
from kehoach_cli.document.columns import Content, fit
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Block, Cell, Column, Paragraph, Row, Table
from kehoach_cli.document.summary_rows import BOLD, SUM, group_title, of_sum, summary_row
from kehoach_cli.document.table_heads import header_rows
from kehoach_cli.document.tall_rows import tall_rows
from kehoach_cli.document.texts import Texts, has_marks, lines_of, paragraph, prose
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.view_rows import Value, View, ViewColumn, ViewRow, told
from kehoach_cli.plan.views import column_numbers, heading, resolve_table
from kehoach_cli.vietnamese.text import fold

_GAP = 6.0  # pt above a table that nothing announces
_HEAVY, _LOOSE = 0.2, 0.4  # of a page: rows that are not kept together, that may break
Filler = Callable[[str], str]
"""How the texts of a column are filled in."""
_CELL_BULLETS = {"- ": "o_gach", "+ ": "o_cong"}


class _Shown(NamedTuple):
    """A column, the style of its cells, and how their texts are filled in."""

    column: ViewColumn
    style: str
    fill: Filler


def table_blocks(
    bang: Bang, plan: Plan, texts: Texts, layout: Layout, landscape: bool
) -> list[Block]:
    """The table with its caption, unit line and notes."""
    view = resolve_table(bang, plan)
    if not view.columns:
        return []
    shown = [
        _Shown(column, style, _filler(column, texts))
        for column, style in zip(view.columns, column_styles(view), strict=True)
    ]
    rows = merged_down([_cells(row, shown, texts, bang) for row in view.rows], view)
    unit = _unit_line(bang, view, texts)
    blocks: list[Block] = []
    caption = caption_of(bang, texts)
    if caption is not None:
        blocks.append(caption)
    if unit:
        blocks.append(paragraph("don_vi_tinh", unit))
    blocks = blocks or [Paragraph("ngat_phan", (), before=_GAP, keep_next=True)]
    table = _table(bang, shown, rows, texts, layout.page.text_width(landscape))
    lines = (line for note in bang.ghi_chu or () for line in lines_of(texts.linked(note)))
    notes = [prose("ghi_chu_bang", line) for line in lines if line]
    table = _breaking(table, view, layout.page.text_height(landscape), noted=bool(notes))
    return [*blocks, table, *notes]


def _breaking(table: Table, view: View, page: float, *, noted: bool) -> Table:
    """The table with the rows that never end a page, and those that may break.

    Two rows at least stand at the beginning of a table and two at its end, sums below one of their
    rows, notes below the last. `page`: its text height in mm, of which a row that is kept with
    another, or whole, should not take too much. A row that is part of a merged cell stays whole.
    """
    rows, columns, size = table.rows, table.columns, table.size
    tall = tall_rows(enumerate(rows), columns, size, _LOOSE * page, _words)
    loose = frozenset(at for at in tall if not _is_merged(rows[at]))
    ends = [(at, rows[at]) for at in (0, len(rows) - 2) if 0 <= at < len(rows)]
    heavy = tall_rows(ends, columns, size, _HEAVY * page, _words)
    sums = (at for at, row in enumerate(view.rows) if row.kind in ("subtotal", "total"))
    kept = {at for at, _ in ends} - heavy
    kept |= {*(at - 1 for at in sums), *([len(rows) - 1] if noted else [])}
    last = len(rows) if noted else len(rows) - 1
    return table._replace(
        kept=frozenset(at for at in kept if 0 <= at < last) - loose,
        loose=loose,
    )


def _is_merged(row: Row) -> bool:
    return any(isinstance(cell, Cell) and bool(cell.down) for cell in row)


def _unit_line(bang: Bang, view: View, texts: Texts) -> str:
    """The unit above the table; a table without money, or one that says không, has none."""
    given = texts(bang.don_vi_tinh)
    if given and fold(given) == "khong":
        return ""
    if not given and not any(column.is_money for column in view.columns):
        return ""
    return f"Đơn vị tính: {given or texts.unit.value}"


def _table(
    bang: Bang, shown: Sequence[_Shown], rows: Sequence[Row], texts: Texts, width: float
) -> Table:
    sums = _longest_sums(rows)
    items = [row for row in rows if row and (isinstance(row[0], str) or not row[0].style)]
    contents = [
        _content(index, one.column, items, texts(heading(one.column.cot, bang, texts.plan)), sums)
        for index, one in enumerate(shown)
    ]
    size, widths = fit(contents, width, bang.co_chu or 0)
    columns = tuple(Column(width, one.style) for width, one in zip(widths, shown, strict=True))
    header = header_rows(bang, texts)
    numbers = column_numbers(bang, [one.column for one in shown])
    if numbers:
        header = (*header, tuple(Cell(texts(number), "o_dau_bang") for number in numbers))
    return Table(columns, rows, header, size)


def _content(
    index: int, column: ViewColumn, items: Iterable[Row], head: str, sums: Mapping[int, str]
) -> Content:
    """What a column holds. `sums`: the longest by column; a column of figures has room for its."""
    cells = [row[index] for row in items if len(row) > index]
    found = [cell if isinstance(cell, str) else _words(cell) for cell in cells]
    return Content(
        heading=head,
        texts=[*found, sums.get(index, "")] if column.holds_figures else found,
        whole=column.holds_figures or column.is_number,
        fixed=float(column.cot.rong or 0),
    )


def _words(cell: Cell) -> str:
    """The text of a cell, a line for each paragraph."""
    if isinstance(cell.content, str):
        return cell.content
    lines = (block.runs for block in cell.content if isinstance(block, Paragraph))
    return "\n".join("".join(run.text for run in runs) for runs in lines)


def _longest_sums(rows: Iterable[Row]) -> dict[int, str]:
    """The longest sum of each column in group and total rows: it must stay on one line."""
    found: dict[int, str] = {}
    for row in (row for row in rows if row and not isinstance(row[0], str)):
        at = 0
        for cell in row:
            text, style, span = (cell, "", 1) if isinstance(cell, str) else cell[:3]
            if style == "o_nhom_so" and len(str(text)) > len(found.get(at, "")):
                found[at] = str(text)
            at += span
    return found


def _cells(row: ViewRow, shown: Sequence[_Shown], texts: Texts, bang: Bang) -> Row:
    if row.kind == "blank":
        return tuple("" for _ in shown)
    if row.kind == "part" or (row.kind == "item" and (row.label or bang.hang is None)):
        return tuple(
            row.label if column.is_number else _cell(value, fill, style)
            for value, (column, style, fill) in zip(row.cells, shown, strict=False)
        )
    if bang.hang is not None and not row.is_summary:
        return _own_cells(row, shown, texts, bang)
    columns = [one.column for one in shown]
    return summary_row(row._replace(title=texts(row.title)), columns, bang)


def merged_down(rows: list[Row], view: View) -> list[Row]:
    """Equal neighbours of a column with `gop_o` become one cell; other rows part them.

    A cell goes on over the parts of its item that leave theirs blank.
    """
    for at in (index for index, column in enumerate(view.columns) if column.cot.gop_o):
        start = 0
        for end in range(1, len(rows) + 1):
            part = end < len(rows) and view.rows[end].kind == "part"
            if end == len(rows) or not _same_below(rows[start], rows[end], at, part):
                _merge(rows, at, start, end)
                start = end
    return rows


def _same_below(upper: Row, lower: Row, at: int, part: bool) -> bool:
    ordinary = all(isinstance(cell, str) or cell.span == 1 for cell in (*upper, *lower))
    if not ordinary or len(upper) != len(lower) or len(upper) <= at:
        return False
    alike = upper[at] == lower[at] or (part and lower[at] == "")
    return alike and isinstance(upper[at], str) and bool(upper[at])


def _merge(rows: list[Row], at: int, start: int, end: int) -> None:
    if end - start < 2:
        return
    text = rows[start][at]
    for index in range(start, end):
        first = isinstance(text, str) and index == start
        cell = Cell(str(text), down="start") if first else Cell("", down="on")
        rows[index] = (*rows[index][:at], cell, *rows[index][at + 1 :])


def _cell(value: Value, filled: Filler, style: str) -> str | Cell:
    """A cell as it prints; with inline marks in its text, its paragraphs."""
    text = as_cell(value, filled)
    if not isinstance(value, str) or not has_marks(text):
        return text
    bullets = _CELL_BULLETS if style == "o_chu" else {}
    return Cell(
        tuple(
            prose(bullets.get(line[:2], style), line[2:] if line[:2] in bullets else line)
            for line in lines_of(text)
        )
    )


def as_cell(value: Value, filled: Filler) -> str:
    """A value as it prints in a cell."""
    if value is None:
        return ""
    return told(value) if isinstance(value, Decimal) else filled(value)


def _filler(column: ViewColumn, texts: Texts) -> Filler:
    """How the texts of a column are filled in; those to be merged stay plain, to be compared."""
    return texts if column.cot.gop_o else texts.linked


def _own_cells(row: ViewRow, shown: Sequence[_Shown], texts: Texts, bang: Bang) -> Row:
    """A row typed in the plan: short rows are filled up; a group's title fills its empty cells."""
    values = [*row.cells, *[""] * len(shown)][: len(shown)]
    if row.kind == "item":
        return tuple(
            _cell(value, fill, style) for value, (_, style, fill) in zip(values, shown, strict=True)
        )
    cells = [as_cell(value, texts) for value in values]
    bold = [Cell(t, BOLD[style]) for t, (_, style, _) in zip(cells, shown, strict=True)]
    empty = next((at for at, text in enumerate(cells) if text), len(shown))
    if row.kind == "total" and row.title and empty:
        behind = [*zip(cells, shown, strict=True)][empty:]
        figures = (Cell(text, of_sum(one.column)) for text, one in behind)
        return (Cell(texts(row.title), SUM, span=empty), *figures)
    if row.kind != "group" or not empty:
        return tuple(bold)
    columns = [one.column for one in shown]
    named = group_title(row._replace(title=texts(row.title)), empty, columns, bang)
    return (*named, *bold[empty:])
