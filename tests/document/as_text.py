"""The Document as text, so that a test can show what it expects."""

from collections.abc import Iterator
from textwrap import indent

from kehoach_cli.cli.resources import layout
from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.labels import Label, Labels, paragraphs_in
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    Paragraph,
    Rule,
    Table,
)
from tests.pictures import SAMPLES, reading

LAYOUT = layout()


def document(text: str, *, draft: bool = False) -> Document:
    """The document of a plan's text."""
    found = reading(text, SAMPLES)
    assert found.plan is not None
    return compose_document(found.plan, found.unit, LAYOUT, draft=draft)


def paragraphs(found: Document, section: int = 0) -> list[str]:
    """The paragraphs that stand by themselves: "style #level.position text"."""
    blocks = found.sections[section].blocks
    return [as_text(block) for block in blocks if isinstance(block, Paragraph)]


def body(text: str) -> list[str]:
    """The paragraphs between the title and the signature."""
    found = paragraphs(document(text))
    return [line for line in found[2:-1] if line]


def tables(found: Document, section: int = 0) -> list[Table]:
    """The tables with borders."""
    blocks = found.sections[section].blocks
    return [block for block in blocks if isinstance(block, Table) and block.borders]


def heading(found: Document) -> tuple[list[str], list[str]]:
    """The left and the right column at the head of page 1, from above."""
    table = next(block for block in found.sections[0].blocks if isinstance(block, Table))
    left, right = (
        [line for row in table.rows for line in cell_lines(row[side])] for side in (0, 1)
    )
    return left, right


def signature(found: Document) -> tuple[list[str], list[str]]:
    """The recipients and the signature."""
    table = [block for block in found.sections[0].blocks if isinstance(block, Table)][-1]
    left, right = ([line for row in table.rows for line in cell_lines(row[at])] for at in (0, 1))
    return left, right


def rows(table: Table) -> list[str]:
    """Header and rows: cells parted by "|", "*2" spans two columns, "v" and "^" merge down."""
    return ["|".join(_cell(cell) for cell in row) for row in (*table.header, *table.rows)]


def _cell(cell: str | Cell) -> str:
    if isinstance(cell, str):
        return cell
    assert isinstance(cell.content, str)
    down = {"": "", "start": "v", "on": "^"}[cell.down]
    return f"{cell.content}{f'*{cell.span}' if cell.span > 1 else ''}{down}"


def cell_lines(cell: str | Cell) -> Iterator[str]:
    """A cell's blocks as text."""
    content = cell if isinstance(cell, str) else cell.content
    if isinstance(content, str):
        yield content
    else:
        yield from map(as_text, content)


def as_text(block: Block) -> str:
    """A block as text."""
    if isinstance(block, Rule):
        return "-----"
    if isinstance(block, Contents):
        return "\n".join(f"{e.level} {e.text} … {e.page}" for e in block.entries)
    if isinstance(block, Figure):
        size = f"{block.width:.0f} x {block.height:.0f}"
        return f"[{block.picture.name} {size}] {as_text(block.caption) if block.caption else ''}"
    if isinstance(block, Table):
        return indent("\n".join(rows(block)), "  ")
    number = f" #{block.number.level}.{block.number.position}" if block.number else ""
    text = block.text.replace("\n", " / ").replace("\u00a0", " ")
    return f"{block.style}{number} {text}".rstrip() if text or number else ""


def labels_of(document: Document, layout: Layout) -> Iterator[tuple[Paragraph, Label]]:
    """Every paragraph in reading order, those in cells too, with its label."""
    labels = Labels(document, layout)
    for section in document.sections:
        for paragraph in paragraphs_in(section.blocks, layout):
            yield paragraph, labels.of(paragraph)
