"""What stands before a paragraph: the number of a section, or the mark of a list.

No word processor counts here: whoever prints a Document as text asks `Labels` for each paragraph in
reading order.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach_cli.document.layout import Layout, Style
from kehoach_cli.document.model import (
    APPENDIX,
    TABLE,
    Block,
    Cell,
    Document,
    Figure,
    Number,
    Paragraph,
    Row,
    Run,
    Table,
)
from kehoach_cli.plan.references import table_label
from kehoach_cli.plan.scheme import Scheme, roman

_BY_TABLE = (0.0, 0.0)  # the sizes of a style whose letters are as large as its table says


class Label(NamedTuple):
    """ "II.", "đ)", "Điều 1.", "-"; "" where nothing stands. `own_line`: above the words."""

    text: str = ""
    own_line: bool = False


class Numbering:
    """The numbers of one document's outlines, moved on by each number in reading order."""

    __slots__ = ("_paths", "_schemes")

    def __init__(self, schemes: Sequence[Scheme]) -> None:
        self._schemes = schemes
        self._paths: list[dict[int, int]] = [{} for _ in schemes]

    def of(self, number: Number) -> Label:
        """The label of the next number. A level that was passed over is left out of it."""
        if number.level == APPENDIX:
            return Label(f"Phụ lục {roman(number.position)}", own_line=True)
        if number.level == TABLE:
            return Label(table_label(number.position) + ".")
        scheme, path = self._schemes[number.outline], self._paths[number.outline]
        for below in [at for at in path if at >= number.level]:
            del path[below]
        if not number.position:
            return Label()
        path[number.level] = number.position
        level = scheme[number.level]
        shown = range(max(0, number.level + 1 - level.depth), number.level + 1)
        numbers = ".".join(scheme[at].number(path[at]) for at in shown if at in path)
        return Label(level.prefix + numbers + level.suffix, level.own_line)


class Labels:
    """What stands before each paragraph of one document, asked for in reading order."""

    __slots__ = ("_layout", "_numbering")

    def __init__(self, document: Document, layout: Layout) -> None:
        self._layout, self._numbering = layout, Numbering(document.schemes)

    def of(self, paragraph: Paragraph) -> Label:
        """The label of the next paragraph; one that is numbered has no bullet."""
        if paragraph.number is None:
            return Label(self._layout.styles[paragraph.style].bullet)
        label = self._numbering.of(paragraph.number)
        # Nothing follows the number of a table without a name.
        bare = paragraph.number.level == TABLE and not paragraph.runs
        return Label(label.text.rstrip(".")) if bare else label


def paragraphs_in(blocks: tuple[Block, ...], layout: Layout) -> Iterator[Paragraph]:
    """The paragraphs of some blocks, row by row inside their tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Figure):
            yield from paragraphs_in((block.caption,) if block.caption else (), layout)
        elif isinstance(block, Table):
            for row in (*block.header, *block.rows):
                for cell, style in placed(row, block):
                    yield from paragraphs_in(cell_blocks(cell, style, layout), layout)


def placed(row: Row, table: Table) -> Iterator[tuple[Cell, str]]:
    """The cells of a row, each with the key of its style: its own, else the column's."""
    at = 0
    for cell in row:
        whole = cell if isinstance(cell, Cell) else Cell(cell)
        yield whole, whole.style or table.columns[at].style
        at += whole.span


def cell_blocks(cell: Cell, style: str, layout: Layout) -> tuple[Block, ...]:
    """What stands in a cell, a line of its text a paragraph; nothing in one merged with above."""
    if cell.down == "on":
        return ()
    if not isinstance(cell.content, str):
        return cell.content
    if cell.content.isalnum():  # most figures and words need no second look
        return (Paragraph(style, (Run(cell.content),)),)
    bullets = _cell_bullets(layout.styles[style], layout)
    lines = cell.content.rstrip("\n").split("\n")
    return tuple(_line(line, style, bullets) for line in lines)


def _line(line: str, style: str, bullets: dict[str, str]) -> Paragraph:
    words = line.lstrip(" ")
    bullet = bullets.get(words[:1], "") if words[1:2] == " " else ""
    return Paragraph(bullet or style, (Run(words[2:].lstrip(" ") if bullet else line),))


def _cell_bullets(style: Style, layout: Layout) -> dict[str, str]:
    """Mark → style of a line that begins with it; numbers, centred text and headings have none."""
    plain = not (style.bold or style.bullet) and style.align in ("left", "both")
    if not plain or style.sizes != _BY_TABLE:
        return {}
    others = layout.styles.values()
    return {o.bullet: o.key for o in others if o.bullet and o.sizes == _BY_TABLE}
