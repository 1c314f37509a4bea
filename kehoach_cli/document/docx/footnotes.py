"""The part footnotes.xml, and whether a document needs one."""

from collections.abc import Iterator, Sequence

from kehoach_cli.document.docx.markup import DECLARATION, RAISED, W, runs_xml
from kehoach_cli.document.docx.styles import camel
from kehoach_cli.document.model import Block, Cell, Document, Figure, Paragraph, Run, Table

NAME = "word/footnotes.xml"
STYLE = "chu_thich"

_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)


def has_notes(document: Document) -> bool:
    """Whether any paragraph, in cells too, has a footnote."""
    return any(_noted(block) for section in document.sections for block in section.blocks)


def _noted(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return any(run.note for run in block.runs)
    if isinstance(block, Figure):
        return block.caption is not None and _noted(block.caption)
    return isinstance(block, Table) and any(_noted(inner) for inner in _inside(block))


def _inside(table: Table) -> Iterator[Block]:
    for row in (*table.header, *table.rows):
        for cell in row:
            if isinstance(cell, Cell) and not isinstance(cell.content, str):
                yield from cell.content


def footnotes_xml(notes: Sequence[tuple[Run, ...]]) -> Iterator[str]:
    """The part, the notes in the order in which the text refers to them."""
    yield f'{DECLARATION}<w:footnotes xmlns:w="{W}">{_RULES}'
    for number, note in enumerate(notes, 1):
        yield (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{camel(STYLE)}"/></w:pPr>'
            f"<w:r>{RAISED}<w:footnoteRef/></w:r>"
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs_xml(note, [])}</w:p></w:footnote>'
        )
    yield "</w:footnotes>"
