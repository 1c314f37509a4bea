"""A Document as plain data that any writer can take: headings, bullets, lines and tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypedDict

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Block, Cell, Document, Paragraph, Row, Table

_LINE_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~^$])")
_LINE_START = re.compile(r"^(\d+|[A-Za-z])([.)])(?=\s)")
_BULLETS = ("- ", "+ ")


class Piece(TypedDict, total=False):
    """A block. `kind`: heading, bullet, line or table; `level` from 1; `rows` begin with the head.

    A cell merged over several columns is its text and empty cells.
    """

    kind: str
    level: int
    text: str
    head: int
    rows: list[list[str]]


def pieces(document: Document, layout: Layout) -> list[Piece]:
    """What a Document says, in order; drawn lines and everything about its look left out."""
    blocks = (block for section in document.sections for block in section.blocks)
    return [piece for block in blocks for piece in _pieces(block, layout)]


def _pieces(block: Block, layout: Layout) -> Iterator[Piece]:
    if isinstance(block, Paragraph):
        style = layout.styles[block.style]
        if style.outline:
            yield Piece(kind="heading", level=min(style.outline, 9), text=block.text)
        elif style.bullet:
            yield Piece(kind="bullet", level="-+".index(style.bullet) + 1, text=block.text)
        elif block.text:
            yield Piece(kind="line", text=block.text)
    elif isinstance(block, Table):
        rows = [_row(row, len(block.columns)) for row in (*block.header, *block.rows)]
        yield Piece(kind="table", head=len(block.header), rows=rows)


def _row(row: Row, columns: int) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if isinstance(cell, Cell):
            cells += [_content(cell), *[""] * (cell.span - 1)]
        else:
            cells.append(cell.rstrip("\n"))
    return cells + [""] * (columns - len(cells))


def _content(cell: Cell) -> str:
    if isinstance(cell.content, str):
        return cell.content.rstrip("\n")
    return "\n".join(line for block in cell.content for line in _lines(block))


def _lines(block: Block) -> Iterable[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    if isinstance(block, Table):
        return [text for row in block.rows for text in _row(row, len(block.columns)) if text]
    return ()


def markdown(parts: Sequence[Piece]) -> str:
    """The same as Markdown for pandoc: pipe tables, grid tables where a cell has several lines."""
    together = groupby(parts, key=lambda part: part["kind"] == "bullet")
    return "\n\n".join(
        "\n".join(map(_bullet, group)) if bullets else "\n\n".join(map(_block, group))
        for bullets, group in together
    )


def _bullet(part: Piece) -> str:
    return "    " * (part["level"] - 1) + "- " + _escaped(part["text"])


def _block(part: Piece) -> str:
    if part["kind"] == "heading":
        text = " ".join(part["text"].split())
        return f"{'#' * min(part['level'], 6)} {_escaped(text)}"
    if part["kind"] == "line":
        return _escaped(part["text"]).replace("\n", "\\\n")
    simple = not any("\n" in cell for row in part["rows"] for cell in row)
    return _pipe_table(part["rows"]) if simple else _grid_table(part["rows"], part["head"])


def _escaped(text: str) -> str:
    return _LINE_START.sub(r"\1\\\2", _LINE_MARKS.sub(r"\\\1", text))


def _pipe_table(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(map(_escaped, row))} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def _grid_table(rows: list[list[str]], head: int) -> str:
    cells = [[_cell_lines(cell) for cell in row] for row in rows]
    widths = [
        max(3, *(len(line) for row in cells for line in row[at])) for at in range(len(rows[0]))
    ]
    drawn = [_grid_row(row, widths) for row in cells]
    edge = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    edges = [edge.replace("-", "=") if at + 1 == head else edge for at in range(len(rows))]
    return "\n".join([edge, *(line for pair in zip(drawn, edges, strict=True) for line in pair)])


def _cell_lines(cell: str) -> list[str]:
    """The lines of a cell; a blank line parts paragraphs."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, cell.split("\n"))):
        bullet = line.startswith(_BULLETS)
        lines += ["", f"- {_escaped(line[2:])}" if bullet else _escaped(line)]
    return lines[1:] or [""]


def _grid_row(cells: list[list[str]], widths: list[int]) -> str:
    height = max(map(len, cells))
    padded = [[*lines, *[""] * (height - len(lines))] for lines in cells]
    return "\n".join(
        "| "
        + " | ".join(lines[at].ljust(w) for lines, w in zip(padded, widths, strict=True))
        + " |"
        for at in range(height)
    )
