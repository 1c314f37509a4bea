"""How high what stands in a document is, paragraph by paragraph and row by row."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach_cli.document.figures import STYLE
from kehoach_cli.document.labels import Labels, cell_blocks, placed
from kehoach_cli.document.layout import Layout, Style
from kehoach_cli.document.metrics import LINE_HEIGHT
from kehoach_cli.document.model import (
    Block,
    Contents,
    Document,
    Figure,
    Paragraph,
    Row,
    Rule,
    Run,
    Section,
    Table,
)
from kehoach_cli.document.pieces import Merged, Piece, grown, held_together, joined
from kehoach_cli.document.row_spans import row_spans
from kehoach_cli.vietnamese.letter_widths import MM_PER_POINT, text_width

_PIECE = re.compile(r"\n|[ \t]+|[^ \t\n]+?(?:[-–—](?=[^\s–—-])|(?=[ \t\n])|$)")
_PADDING, _BORDER = 2.0, 0.5  # mm, both sides of a cell; pt: those of document/docx/tables.py
_THIN = 1.0  # pt, a paragraph that only draws a line or ends a table
_NOTE, _NOTE_RULE = "chu_thich", 2.0  # a style; mm above the first footnote of a page
_RAISED = 0.58
_SLACK = 1e-6


class Gauge:
    """Measures the sections of a document, asked for in reading order."""

    __slots__ = ("document", "labels", "layout")

    def __init__(self, document: Document, layout: Layout) -> None:
        self.document, self.layout = document, layout
        self.labels = Labels(document, layout)

    def pieces(self, section: Section) -> Iterator[Piece]:
        """The pieces of a section, one below the other."""
        width = self.layout.page.text_width(section.landscape)
        return joined(self.blocks(section.blocks, width))

    def blocks(self, blocks: Iterable[Block], width: float, size: int = 0) -> Iterator[Piece]:
        """The pieces of some blocks, in a column of a width."""
        for block in blocks:
            if isinstance(block, Paragraph):
                yield self.paragraph(block, width, size)
            elif isinstance(block, Rule):
                yield Piece(1, _THIN * MM_PER_POINT, block.before * MM_PER_POINT, whole=True)
            elif isinstance(block, Figure):
                yield from self._figure(block, width)
            elif isinstance(block, Contents):
                yield from self._contents(block, width)
            else:
                yield from self._table(block)

    def paragraph(self, paragraph: Paragraph, width: float, table: int = 0) -> Piece:
        """A paragraph that may break between its lines."""
        style = self.layout.styles[paragraph.style]
        size = style.size(self.document.small, table)
        label = self.labels.of(paragraph)
        words = (Run(f"{label.text}\n" if label.own_line else f"{label.text} "), *paragraph.runs)
        room = width - style.left - 2 * paragraph.narrow
        before = style.before if paragraph.before is None else paragraph.before
        thin = size <= _THIN
        return Piece(
            1 if thin else line_count(words if label.text else paragraph.runs, style, size, room),
            (_THIN if thin else size * LINE_HEIGHT) * MM_PER_POINT,
            before * MM_PER_POINT,
            style.after * MM_PER_POINT,
            whole=style.keep_lines,
            keep_next=paragraph.keep_next or style.keep_next,
            mark=paragraph.mark,
            notes=self._notes(paragraph, width),
        )

    def _notes(self, paragraph: Paragraph, width: float) -> float:
        style = self.layout.styles[_NOTE]
        size = style.size(self.document.small)
        lines = sum(
            line_count((Run("1 "), *run.note), style, size, width)
            for run in paragraph.runs
            if run.note
        )
        return lines * size * LINE_HEIGHT * MM_PER_POINT + _NOTE_RULE if lines else 0.0

    def _figure(self, figure: Figure, width: float) -> Iterator[Piece]:
        above = self.layout.styles[STYLE].before * MM_PER_POINT
        yield Piece(1, figure.height, above, whole=True, keep_next=figure.caption is not None)
        if figure.caption:
            yield self.paragraph(figure.caption, width)

    def _contents(self, contents: Contents, width: float) -> Iterator[Piece]:
        for entry in contents.entries:
            number = "99" if entry.page else ""
            text = Run(f"{entry.text}{number}")
            yield self.paragraph(Paragraph(entry.style, (text,)), width)

    def _table(self, table: Table) -> Iterator[Piece]:
        heads = [piece.height for piece in grown(self.rows(table.header, table), {})]
        for height in heads:
            yield Piece(1, height, whole=True, keep_next=True)
        rows = list(self.rows(table.rows, table))
        for at, (piece, held) in enumerate(zip(rows, held_together(rows), strict=True)):
            kept = piece.keep_next or held or at in table.kept
            row = piece._replace(keep_next=kept, repeated=sum(heads), is_row=True)
            yield _in_lines(row, table.size) if at in table.loose else row

    def rows(self, rows: Sequence[Row], table: Table) -> Iterator[Piece]:
        """Rows of a table, each as high as its highest cell, those merged downwards left out."""
        spans = row_spans(rows)
        going: dict[int, tuple[float, int]] = {}
        for number, row in enumerate(rows):
            piece, needs = self._row(row, table)
            starts = {at: span for at in needs if (span := spans.get((number, at)))}
            going |= {at: (needs[at], number + span - 1) for at, span in starts.items()}
            merged = (Merged(at, need, number == last) for at, (need, last) in going.items())
            yield piece._replace(merged=tuple(merged))
            going = {at: cell for at, cell in going.items() if cell[1] > number}

    def _row(self, row: Row, table: Table) -> tuple[Piece, dict[int, float]]:
        """A row, and how high the texts of its merged cells are, by column."""
        at, heights, merged = 0, [0.0], {}
        kept = False
        padding = _PADDING if table.borders else 0.0
        border = _BORDER * MM_PER_POINT if table.borders else 0.0
        for cell, style in placed(row, table):
            width = sum(column.width for column in table.columns[at : at + cell.span])
            inside = cell_blocks(cell, style, self.layout)
            pieces = list(joined(self.blocks(inside, width - padding, table.size)))
            height = border + sum(piece.height for piece in pieces)
            if cell.down:
                merged[at] = height
            else:
                heights.append(height)
            # LibreOffice asks the first cell alone whether the row is kept with the next.
            kept = kept or (not at and any(piece.keep_next for piece in pieces[:1]))
            at += cell.span
        return Piece(1, table.row_height or max(heights), whole=True, keep_next=kept), merged


def _in_lines(row: Piece, size: int) -> Piece:
    """A row that may break between its lines."""
    lines = round(row.height / (size * LINE_HEIGHT * MM_PER_POINT))
    return row._replace(lines=lines, line=row.height / lines, whole=False)


def line_count(runs: Iterable[Run], style: Style, size: float, room: float) -> int:
    """How many lines the words of a paragraph take, filled as a word processor fills them.

    A line holds a letter at least, however narrow the room in mm.
    """
    room = max(room, size * MM_PER_POINT)
    lines, used, gap, word = 1, style.first, 0.0, 0.0
    for width, kind in (*_measured(runs, style, size), (0.0, "end")):
        if kind == "word":
            word += width
            continue
        if word:
            if used + gap + word > room + _SLACK and used + gap > style.first:
                lines, used, gap = lines + 1, 0.0, 0.0
            used, word = used + gap + word, 0.0
            gap = 0.0
            if used > room:
                lines, used = lines + int(used / room), used % room
        if kind == "line":
            lines, used, gap = lines + 1, 0.0, 0.0
        gap += width
    return lines


def _measured(runs: Iterable[Run], style: Style, size: float) -> Iterator[tuple[float, str]]:
    """The pieces of some runs with their widths: a word, a space, a line feed, a place to break."""
    for run in runs:
        look = {
            "bold": style.bold if run.bold is None else run.bold,
            "italic": style.italic if run.italic is None else run.italic,
        }
        for piece in _PIECE.findall(run.text):
            if piece == "\n":
                yield 0.0, "line"
            elif piece.isspace() and piece[0] in " \t":
                yield text_width(piece, size, **look), "space"
            else:
                yield text_width(piece, size, **look), "word"
                if piece[-1] in "-–—":
                    yield 0.0, "break"
        if run.note:
            yield text_width("1", size) * _RAISED, "word"
