"""Document → plain text, for a terminal or a letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from kehoach_cli.document.closing import in_one_row
from kehoach_cli.document.labels import Labels, cell_blocks, paragraphs_in, placed
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.metrics import wrap
from kehoach_cli.document.model import (
    Block,
    Contents,
    Document,
    Entry,
    Figure,
    Paragraph,
    Row,
    Rule,
    Run,
    Table,
)
from kehoach_cli.document.text_lines import (
    KEPT_SPACE,
    Words,
    aligned,
    cleaned,
    padded,
)
from kehoach_cli.document.text_table import GridCell, draw
from kehoach_cli.vietnamese.columns import display_width

NARROWEST = 40
DRAFT = "DỰ THẢO"

_SIDE_BY_SIDE = 72  # columns; in fewer, the name of the state would break
_STEP = 4  # columns a level of the table of contents
_GAP = 2  # columns between two that stand side by side
_MM_PER_COLUMN = 2.5  # of indents
_LINE = 12.0  # pt: what a blank line stands for
_SLACK = 1.0  # mm


@dataclass(frozen=True, slots=True)
class _Room:
    """Columns of text, and the millimetres that they stand for."""

    columns: int
    mm: float


@dataclass(slots=True)
class _Pen:
    """What writing one document carries along. `notes`: those not yet printed."""

    document: Document
    layout: Layout
    labels: Labels
    notes: list[str] = field(default_factory=list)
    noted: int = 0

    def text(self, runs: Iterable[Run]) -> str:
        """The words of a paragraph, marked where a footnote belongs."""
        return "".join(cleaned(run.text) + self._mark(run) for run in runs)

    def _mark(self, run: Run) -> str:
        if not run.note:
            return ""
        self.noted += 1
        self.notes.append(cleaned("".join(part.text for part in run.note)))
        return f"[{self.noted}]"

    def words(self, paragraph: Paragraph) -> Words:
        """A paragraph with its label."""
        style, label = self.layout.styles[paragraph.style], self.labels.of(paragraph)
        text = self.text(paragraph.runs)
        if label.own_line:
            return Words(f"{label.text}\n{text}", align="center")
        if label.text and style.align == "center":
            return Words(f"{label.text} {text}".rstrip(), align=style.align)
        indent = round(style.first / _MM_PER_COLUMN)
        return Words(text, label.text, style.align, indent)


def as_text(document: Document, layout: Layout, width: int = 100) -> str:
    """The document in lines of at most `width` columns, 40 at least.

    Sections are parted by a line across; footnotes stand at the end of their section. Raises
    KeyError when the document names a style that the layout lacks.
    """
    columns = max(width, NARROWEST)
    pen = _Pen(document, layout, Labels(document, layout))
    lines = [aligned(DRAFT, columns, "right"), ""] if document.draft else []
    for at, section in enumerate(document.sections):
        lines += ["", "─" * columns, ""] if at else []
        room = _Room(columns, layout.page.text_width(section.landscape))
        lines += [*_flow(section.blocks, room, pen), *_notes(pen, columns)]
    return "".join(f"{line.replace(KEPT_SPACE, ' ').rstrip()}\n" for line in lines)


def _notes(pen: _Pen, columns: int) -> list[str]:
    """The texts of the footnotes met since the last time."""
    if not pen.notes:
        return []
    first = pen.noted - len(pen.notes) + 1
    lines = ["", "─" * (columns // 4)]
    for number, note in enumerate(pen.notes, first):
        lines += Words(note, f"[{number}]").lines(columns)
    pen.notes.clear()
    return lines


def _flow(blocks: Iterable[Block], room: _Room, pen: _Pen) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += _paragraph(block, room, pen)
        elif isinstance(block, Rule):
            lines.append(_rule(block, room, lines))
        elif isinstance(block, Figure):
            words = pen.text(block.caption.runs) if block.caption else cleaned(block.alt)
            lines += Words(f"[Hình: {words}]", align="center").lines(room.columns)
        elif isinstance(block, Contents):
            lines += [line for entry in block.entries for line in _entry(entry, room)]
        elif block.borders:
            lines += _grid(block, room, pen)
        else:
            lines += _side_by_side(block, room, pen)
    return lines


def _entry(entry: Entry, room: _Room) -> list[str]:
    return Words(entry.text, indent=_STEP * (entry.level - 1)).lines(room.columns)


def _paragraph(paragraph: Paragraph, room: _Room, pen: _Pen) -> list[str]:
    style = pen.layout.styles[paragraph.style]
    above = style.before if paragraph.before is None else paragraph.before
    blank = [""] * int(above // _LINE)
    if not paragraph.runs and paragraph.style == "ngat_phan":
        return blank
    words = pen.words(paragraph)
    if paragraph.narrow:
        words = Words("\n".join(_as_on_paper(paragraph, words.text, room, pen)), align=words.align)
    return blank + words.lines(room.columns)


def _as_on_paper(paragraph: Paragraph, text: str, room: _Room, pen: _Pen) -> list[str]:
    """The lines that a title's indents give it on paper, where it was broken by sense."""
    style = pen.layout.styles[paragraph.style]
    width = room.mm - 2 * paragraph.narrow + _SLACK
    size = style.size(pen.document.small)
    lines = wrap(text, width, size, bold=style.bold, italic=style.italic)
    return lines if max(map(display_width, lines)) <= room.columns else [text]


def _rule(rule: Rule, room: _Room, above: Sequence[str]) -> str:
    """A line as long as on paper, but not longer than the text it stands under."""
    text = display_width(above[-1].strip()) if above else room.columns
    length = round(rule.length / rule.box * room.columns)
    return aligned("─" * max(3, min(length, text)), room.columns, "center")


def _side_by_side(table: Table, room: _Room, pen: _Pen) -> list[str]:
    """A table without borders: its cells beside each other, in narrow text one below the other."""
    lines: list[str] = []
    whole = sum(column.width for column in table.columns)
    for row in in_one_row(table).rows:
        cells = [cell_blocks(cell, style, pen.layout) for cell, style in placed(row, table)]
        if room.columns < _SIDE_BY_SIDE:
            lines += [line for blocks in cells for line in _flow(blocks, room, pen)]
            continue
        shares = [_Room(int(room.columns * c.width / whole), c.width) for c in table.columns]
        set_out = [
            _flow(blocks, _Room(share.columns - _GAP, share.mm), pen)
            for blocks, share in zip(cells, shares, strict=False)
        ]
        for beside in zip_longest(*set_out, fillvalue=""):
            pairs = zip(beside, shares, strict=False)
            lines.append("".join(padded(line, share.columns) for line, share in pairs))
    return lines


def _grid(table: Table, room: _Room, pen: _Pen) -> list[str]:
    header = [_grid_row(row, table, pen) for row in table.header]
    rows = [_grid_row(row, table, pen) for row in table.rows]
    lines = draw(header, rows, len(table.columns), room.columns)
    return [aligned(line, room.columns, "center") for line in lines] if table.centred else lines


def _grid_row(row: Row, table: Table, pen: _Pen) -> list[GridCell]:
    cells = []
    for cell, style in placed(row, table):
        inside = paragraphs_in(cell_blocks(cell, style, pen.layout), pen.layout)
        cells.append(
            GridCell(
                tuple(pen.words(paragraph) for paragraph in inside),
                cell.span,
                joined=cell.down == "on",
                whole=pen.layout.styles[style].align == "right",
            )
        )
    return cells
