"""What of a Document a file carries: the whole of it, attribute by attribute, but for these.

* `Run`: how words of one look are parted into runs is seen nowhere; they are joined.
* `Run.target`, `Paragraph.anchor`: names that the program gives to parts by their place in the
  plan; of a reference what counts is which paragraph it leads to.
  One to a part that begins with no paragraph of its own leads nowhere.
* `Run.shows`, `Paragraph.mark`, `Entry.mark`: such names too.
* `Number`, `Document.schemes`: levels that no section uses are on no page, and those in use may
  stand in a longer scheme; what counts is the label, and in which outline it is counted.
* lengths: files round them, Word to a twentieth of a point; they count to `NEAR` mm.
* `Column.style`, a cell's own style, a cell of text or of paragraphs: one prints as the other;
  what counts is the style of each line.
* `Contents.depth`: what it lists counts; a depth of which there are no titles is not seen.
* `Figure.height`: it follows from the width and the picture.
* `Cell.down` in a Word file: `part_merges` parts merged cells where pages break.
* `Table.kept` above a row of bold figures alone: of a group it is, or of a sum; it does not say.
* a line of a cell without a letter: its style is on nothing.
* `Picture.name`, and `Figure.alt` where it is that name: a file holds the picture, not its name.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kehoach_cli.cli.formats import Work
from kehoach_cli.document.labels import Labels, cell_blocks, placed
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.merges import part_merges
from kehoach_cli.document.model import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    Paragraph,
    Row,
    Rule,
    Run,
    Table,
    blocks_in,
)

NEAR = 0.1


class Length(float):
    """A length in mm, equal to one that is near."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, float) and abs(self - other) < NEAR

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None  # type: ignore[assignment]


class _Carried:
    def __init__(self, whole: Document, document: Document, layout: Layout) -> None:
        self.document, self.layout = document, layout
        self.labels = Labels(document, layout)
        kept = (b.kept if isinstance(b, Table) else None for b in blocks_in(whole))
        self.kept = dict(zip(map(id, blocks_in(document)), kept, strict=True))
        anchored = (b.anchor for b in blocks_in(document) if isinstance(b, Paragraph) and b.anchor)
        self.anchors = {anchor: at for at, anchor in enumerate(dict.fromkeys(anchored))}

    def blocks(self) -> Iterator[Any]:
        for section in self.document.sections:
            yield ("section", section.landscape, section.restart, section.hide_first_number)
            for block in section.blocks:
                yield self.block(block)

    def block(self, block: Block) -> Any:
        if isinstance(block, Paragraph):
            return self.paragraph(block)
        if isinstance(block, Rule):
            return ("rule", Length(block.length), Length(block.box), block.before)
        if isinstance(block, Figure):
            caption = block.caption and self.paragraph(block.caption)
            alt = block.alt if block.caption else ""
            return (
                "figure",
                block.picture.data,
                Length(block.width),
                alt,
                caption,
                block.keep_next,
            )
        if isinstance(block, Contents):
            return ("contents", [entry._replace(mark="") for entry in block.entries])
        return self.table(block)

    def paragraph(self, one: Paragraph) -> Any:
        label = (self.labels.of(one), one.number and one.number.outline)
        looks = (Length(one.narrow), one.keep_next, one.before)
        return (one.style, self.runs(one.runs), label, looks)

    def runs(self, runs: tuple[Run, ...]) -> list[Any]:
        found = []
        for look, part in groupby(runs, key=self.look):
            words: list[Any] = [""]
            for run in part:
                words[-1] += run.text
                words += [self.runs(run.note), ""] if run.note else []
            found.append((*look, words))
        return found

    def look(self, run: Run) -> tuple[bool | None, bool | None, int | str]:
        return run.bold, run.italic, self.anchors.get(run.target, "")

    def table(self, table: Table) -> Any:
        widths = [Length(column.width) for column in table.columns]
        head, body = (
            [[self.cell(cell, style) for cell, style in placed(row, table)] for row in rows]
            for rows in (table.header, table.rows)
        )
        bare = {at - 1 for at, row in enumerate(table.rows) if _is_bare(row)}
        kept = sorted((self.kept.get(id(table)) or table.kept) - bare)
        rest = (table.size, table.borders, table.centred, table.row_height, kept)
        return ("table", widths, head, body, rest)

    def cell(self, cell: Any, style: str) -> Any:
        blocks = cell_blocks(cell, style, self.layout)
        inside = [self.block(block) for block in blocks if not _is_blank(block)]
        return (cell.span, cell.down, inside)


def _is_blank(block: Block) -> bool:
    runs = block.runs if isinstance(block, Paragraph) else (Run("-"),)
    return not any(run.text or run.note for run in runs)


def _is_bare(row: Row) -> bool:
    """Whether a row is of bold figures alone."""
    return all(isinstance(cell, Cell) and cell.span == 1 for cell in row) and any(
        isinstance(cell, Cell) and cell.style.startswith("o_nhom") for cell in row
    )


def carried(work: Work, form: str) -> list[Any]:
    """What a file of a form carries of a document."""
    document, layout = work.document, work.layout
    parted = part_merges(document, layout) if form == "docx" else document
    found = _Carried(document, parted, layout)
    return [*found.blocks(), document.properties, document.small, document.draft]
