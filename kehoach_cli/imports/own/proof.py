"""A draft laid out again, beside the pages that it was taken from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.joints import typed_lines
from kehoach_cli.document.labels import cell_blocks, placed
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Cell, Document, Paragraph, Row, Table, tables_in
from kehoach_cli.document.summary_rows import BOLD, SUM
from kehoach_cli.document.texts import filled
from kehoach_cli.imports.own.tables import Form, Looks
from kehoach_cli.imports.pages.own_blocks import Box, OwnCell, Par, Shape
from kehoach_cli.imports.pages.pictures import opener_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import Source

_NEAR = 0.03  # mm that files round widths by
_NARROWEST = 1.0  # mm that a column may be told to have
_ISSUER = "co_quan_ban_hanh"
_PLAIN = ("o_chu", "o_giua", "o_so")
_OF_SUMS = {bold: style for style, bold in BOLD.items()}
_BOLD = (*_OF_SUMS, SUM)


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
    made = [b for b in blocks if isinstance(b, Paragraph) and b.style == _ISSUER]
    return read not in (typed_lines(made), [one.text for one in made])


def _same_cells(box: Box, table: Table, layout: Layout) -> bool:
    rows = (*table.header, *table.rows)
    if len(rows) != len(box.rows) or len(table.header) != box.head:
        return False
    read = (list(map(_read, row)) for row in box.rows)
    made = (list(_made(row, table, layout)) for row in rows)
    return all(map(_alike, _filled(read), _filled(made)))


class _Said(NamedTuple):
    """What a cell shows. `goes`: on from above."""

    span: int
    goes: bool
    bold: bool
    words: str


def _read(cell: OwnCell) -> _Said:
    return _said(cell.span, cell.down, cell.style, cell.pars)


def _made(row: Row, table: Table, layout: Layout) -> Iterator[_Said]:
    for cell, style in placed(row, table):
        blocks = cell_blocks(cell, style, layout)
        lines = [block for block in blocks if isinstance(block, Paragraph)]
        yield _said(cell.span, cell.down, style, lines)


def _said(span: int, down: str, style: str, lines: Iterable[Par | Paragraph]) -> _Said:
    """The words however they are spaced; bold only where there are some."""
    texts = (line.plain if isinstance(line, Par) else line.text for line in lines)
    words = " ".join(" ".join(texts).split())
    return _Said(span, down == "on", bool(words) and style in _BOLD, words)


def _filled(rows: Iterable[list[_Said]]) -> Iterator[list[_Said]]:
    """The rows, a cell that goes on from above with the words of that one."""
    above: dict[int, str] = {}
    for row in rows:
        found: list[_Said] = []
        at = 0
        for cell in row:
            above[at] = above.get(at, "") if cell.goes else cell.words
            found.append(cell._replace(words=above[at]))
            at += cell.span
        yield found


def _alike(read: list[_Said], made: list[_Said]) -> bool:
    """Whether rows say the same; a page may have parted a cell that goes on downwards."""
    return len(read) == len(made) and all(
        one._replace(goes=True) == other._replace(goes=True) and one.goes <= other.goes
        for one, other in zip(read, made, strict=True)
    )


def _looks(box: Box, table: Table, form: Form) -> Looks:
    looks = Looks(form)
    for at, column in enumerate(table.columns):
        style = style_of(box, at)
        if style and style != column.style:
            looks.aligned[at] = style
    # A column says one place for all its cells: sums stand elsewhere only where it says none.
    sums = _of_sums(box, table).items()
    looks.aligned |= {at: style for at, style in sums if style_of(box, at) in ("", style)}
    if box.size and box.size != table.size:
        looks.size = box.size
    near = [abs(a - c.width) < _NEAR for a, c in zip(box.widths, table.columns, strict=False)]
    if not all(near):
        looks.widths = {at: w for at, w in enumerate(box.widths) if w >= _NARROWEST}
    return looks


def _of_sums(box: Box, table: Table) -> dict[int, str]:
    """The styles of columns whose sums came out otherwise than they stood."""
    found: dict[int, str] = {}
    rows = zip(box.rows[box.head :], table.rows, strict=False)
    for cells, made in rows:
        at = 0
        for cell, (_, style) in zip(cells, placed(made, table), strict=False):
            if cell.text and cell.span == 1 and cell.style != style and cell.style in _OF_SUMS:
                found[at] = _OF_SUMS[cell.style]
            at += cell.span
    return found


def style_of(box: Box, at: int) -> str:
    """The style of a column's ordinary cells; "" where there are none."""
    for row in box.rows[box.head :]:
        column = 0
        for cell in row:
            if column == at and cell.span == 1 and cell.down != "on" and cell.style in _PLAIN:
                return cell.style
            column += cell.span
    return ""
