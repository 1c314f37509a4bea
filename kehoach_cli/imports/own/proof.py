"""A draft laid out again, beside the pages that it was taken from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.labels import cell_blocks, placed
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Cell, Document, Paragraph, Row, Table, tables_in
from kehoach_cli.document.texts import filled
from kehoach_cli.imports.own.blocks import Box, OwnCell, Par, Shape
from kehoach_cli.imports.own.tables import Form, Looks
from kehoach_cli.imports.pictures import opener_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import Source

_NEAR = 0.03  # mm that files round widths by
_NARROWEST = 1.0  # mm that a column may be told to have
_ISSUER = "co_quan_ban_hanh"
_PLAIN = ("o_chu", "o_giua", "o_so")


def laid_out(text: str, layout: Layout, pictures: Mapping[str, bytes]) -> Document | None:
    """The document that a draft makes; None where it cannot be read."""
    reading = read_plan(Source("", text), pictures=opener_of(pictures))
    if reading.plan is None:
        return None
    return compose_document(filled(reading.plan, reading.unit), reading.unit, layout)


def other_looks(
    boxes: Sequence[Box], forms: Sequence[Form], document: Document, layout: Layout
) -> Iterator[tuple[int, Looks]]:
    """What each table must be told that came out otherwise than it stood."""
    tables = [table for table in tables_in(document) if table.borders]
    for at, (box, form) in enumerate(zip(boxes, forms, strict=False)):
        table = tables[at] if at < len(tables) else None
        if table is None or not _same_cells(box, table, layout):
            if form < Form.TYPED:
                yield at, Looks(Form(form + 1))
                continue
            if table is None:
                continue
        looks = _looks(box, table, form)
        if looks.aligned or looks.widths or looks.size:
            yield at, looks


def needs_breaks(shapes: Sequence[Shape], document: Document) -> bool:
    """Whether a name in the head was broken where it would not be by itself."""
    read = [b.plain for s in shapes for b in s.blocks if isinstance(b, Par) and b.style == _ISSUER]
    frames = (table for table in tables_in(document) if not table.borders)
    cells = (cell for table in frames for row in table.rows for cell in row)
    blocks = (b for cell in cells if isinstance(cell, Cell) for b in cell.content)
    made = [b.text for b in blocks if isinstance(b, Paragraph) and b.style == _ISSUER]
    return read != made


def _same_cells(box: Box, table: Table, layout: Layout) -> bool:
    rows = (*table.header, *table.rows)
    if len(rows) != len(box.rows) or len(table.header) != box.head:
        return False
    read = (list(map(_read, row)) for row in box.rows)
    made = (list(_made(row, table, layout)) for row in rows)
    return all(a == b for a, b in zip(_filled(read), _filled(made), strict=True))


_Cells = list[tuple[int, str, str]]


def _read(cell: OwnCell) -> tuple[int, str, str]:
    return cell.span, cell.down, _words(cell.pars)


def _words(lines: Iterable[Par | Paragraph]) -> str:
    """The words of a cell, however they are spaced."""
    texts = (line.plain if isinstance(line, Par) else line.text for line in lines)
    return " ".join(" ".join(texts).split())


def _made(row: Row, table: Table, layout: Layout) -> Iterator[tuple[int, str, str]]:
    for cell, style in placed(row, table):
        blocks = cell_blocks(cell, style, layout)
        yield cell.span, cell.down, _words(b for b in blocks if isinstance(b, Paragraph))


def _filled(rows: Iterable[_Cells]) -> Iterator[list[tuple[int, str]]]:
    """The rows, a cell that goes on from above with the words of that one."""
    above: dict[int, str] = {}
    for row in rows:
        found: list[tuple[int, str]] = []
        at = 0
        for span, down, text in row:
            above[at] = above.get(at, "") if down == "on" else text
            found.append((span, above[at]))
            at += span
        yield found


def _looks(box: Box, table: Table, form: Form) -> Looks:
    looks = Looks(form)
    for at, column in enumerate(table.columns):
        style = style_of(box, at)
        if style and style != column.style:
            looks.aligned[at] = style
    if box.size and box.size != table.size:
        looks.size = box.size
    near = [abs(a - c.width) < _NEAR for a, c in zip(box.widths, table.columns, strict=False)]
    if not all(near):
        looks.widths = {at: w for at, w in enumerate(box.widths) if w >= _NARROWEST}
    return looks


def style_of(box: Box, at: int) -> str:
    """The style of a column's ordinary cells; "" where there are none."""
    for row in box.rows[box.head :]:
        column = 0
        for cell in row:
            if column == at and cell.span == 1 and cell.down != "on" and cell.style in _PLAIN:
                return cell.style
            column += cell.span
    return ""
