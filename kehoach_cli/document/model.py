"""The Document: what stands on paper, with nothing of Word in it.

Lengths are millimetres. Style names are keys of the layout (`templates/the-thuc/*.toml`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from kehoach_cli.plan.scheme import Scheme
from kehoach_cli.source.pictures import Picture


class Run(NamedTuple):
    """A stretch of text in one look; a newline in it is a line break. None: as the style says.

    `note`: the text of the footnote whose mark stands behind it. `target`: the anchor of the part
    that the words refer to. `shows`: the anchor of the part whose number the text is. `joint`: what
    was typed in place of this blank, or before this line, that the layout set; None: just this.
    """

    text: str
    bold: bool | None = None
    italic: bool | None = None
    note: "tuple[Run, ...]" = ()
    target: str = ""
    shows: str = ""
    joint: str | None = None


APPENDIX, TABLE = -1, -2
"""The levels of "Phụ lục I", "Phụ lục II" and of "Bảng 1", "Bảng 2": each counted by itself."""


class Number(NamedTuple):
    """A numbered paragraph's place: level in the scheme (0 is the highest), position from 1.

    Position 0: it stands at its level and prints no number, the others count on.
    `outline`: which of the document's outlines counts it; 0 is the main one.
    """

    level: int
    position: int
    outline: int = 0


class Paragraph(NamedTuple):
    """A paragraph. `number`: of the outline, `APPENDIX` or `TABLE`. `narrow`: off both sides, mm.

    `mark`: the name by which the table of contents refers to it; `anchor`: that by which runs do,
    each paragraph its own; "" where none can. Its style may bring a bullet (`Style.bullet`); label
    and bullet are never part of the text.
    """

    style: str
    runs: tuple[Run, ...]
    number: Number | None = None
    narrow: float = 0.0
    keep_next: bool = False
    before: float | None = None  # pt; None: as the style says
    mark: str = ""
    anchor: str = ""

    @property
    def text(self) -> str:
        """The words, without number or bullet."""
        return "".join(run.text for run in self.runs)


class Rule(NamedTuple):
    """A drawn horizontal line, centred in a box of `box` mm; the box is the cell or text width."""

    length: float
    box: float
    before: float = 2.0  # pt from the text above


class Cell(NamedTuple):
    """A cell that differs from its column: other style, width of several columns, own blocks.

    `content`: text, a line a paragraph ("- " and "+ " begin bullets), or blocks.
    `down`: "start" of a cell merged downwards, "on" for its continuation.
    """

    content: "str | tuple[Block, ...]"
    style: str = ""  # "": the column's
    span: int = 1
    down: Literal["", "start", "on"] = ""


class Column(NamedTuple):
    """A column: its width and the style of its ordinary cells."""

    width: float
    style: str


Row = tuple[str | Cell, ...]
"""Cells from the left; a bare string is an ordinary cell of its column."""


class Table(NamedTuple):
    """A table. `size`: points of the text in its cells. `header`: rows repeated on each page.

    `row_height`: of every row, exactly, in mm; 0: as its text needs. `kept`: the rows, from 0,
    that stand on one page with what follows them. `loose`: those that may break over pages.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    header: tuple[Row, ...] = ()
    size: int = 13
    borders: bool = True
    centred: bool = False
    row_height: float = 0.0
    kept: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()


class Figure(NamedTuple):
    """A picture, centred, as large as it prints, with its caption below.

    `alt`: what it is called where it cannot be seen.
    """

    picture: Picture
    width: float
    height: float
    alt: str
    caption: Paragraph | None = None
    keep_next: bool = False


class Entry(NamedTuple):
    """A line of the table of contents. `level`: from 1. `mark`: of the paragraph it names.

    `page`: where that stands, as far as can be told; 0 where no number is printed.
    """

    level: int
    text: str
    mark: str
    page: int = 0

    @property
    def style(self) -> str:
        """The key of its style."""
        return f"muc_luc_{self.level}"


class Contents(NamedTuple):
    """The table of contents: titles of the main text to a depth, then of the appendices."""

    depth: int
    entries: tuple[Entry, ...] = ()


Block = Paragraph | Rule | Table | Figure | Contents


class Section(NamedTuple):
    """Pages of one shape. `restart`: page numbers begin at 1 again."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    restart: bool = False
    hide_first_number: bool = False


def blocks_in(document: "Document") -> Iterator[Block]:
    """The blocks that stand in the text, from first to last."""
    return (block for section in document.sections for block in section.blocks)


def tables_in(document: "Document") -> Iterator[Table]:
    """The tables that stand in the text, from first to last."""
    return (block for block in blocks_in(document) if isinstance(block, Table))


def runs_in(blocks: Iterable[Block]) -> Iterator[Run]:
    """Every run, those in cells and footnotes too; cells of bare text have none."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for run in block.runs:
                yield run
                yield from run.note
        elif isinstance(block, Figure) and block.caption:
            yield from runs_in((block.caption,))
        elif isinstance(block, Table):
            for cell in special_cells((*block.header, *block.rows)):
                if not isinstance(cell.content, str):
                    yield from runs_in(cell.content)


def special_cells(rows: Iterable[Row]) -> list[Cell]:
    """The cells that are more than bare text; most are not."""
    return [cell for row in rows for cell in row if type(cell) is Cell]


def targets_in(document: "Document") -> set[str]:
    """The anchors that the text refers to."""
    return {run.target for run in runs_in(blocks_in(document))} - {""}


class Properties(NamedTuple):
    """What the file says of itself; dates come from the plan, never from the clock."""

    title: str = ""
    agency: str = ""
    subject: str = ""
    issued: date | None = None


class Document(NamedTuple):
    """The whole. `schemes`: of each outline, the levels that its numbers refer to.

    `small`: the pair of sizes 12/13/13 instead of 13/14/14. `draft`: pages are marked DỰ THẢO.
    """

    sections: tuple[Section, ...]
    schemes: tuple[Scheme, ...]
    properties: Properties = Properties()
    small: bool = False
    draft: bool = False
