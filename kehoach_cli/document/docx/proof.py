"""The written file, read again before it is put in place: faults that no reader would forgive.

Well-formedness is expat's to say. The rest is told from the text of the parts, which are ours and
therefore of one known form; what fails here is our fault, never the user's.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from kehoach_cli.document.docx.package import DOCUMENT, UNREADABLE, read_part
from kehoach_cli.document.docx.pictures import MEDIA
from kehoach_cli.document.docx.tables import has_rows
from kehoach_cli.document.model import Block, Cell, Document, Figure, Table

_EDGE = re.compile(rb"<(/?)w:(tbl|tr)>")
_CELL = re.compile(rb"<w:tc><w:tcPr>(<w:tcW[^>]*>(?:<w:gridSpan[^>]*>)?(?:<w:vMerge[^>]*>)?)")
_WIDTH = re.compile(rb'<w:tcW w:w="(\d+)"')
_SPAN = re.compile(rb'<w:gridSpan w:val="(\d+)"')
_GRID = re.compile(
    rb'<w:tbl><w:tblPr><w:tblW w:w="(\d+)" w:type="dxa"/>.*?<w:tblGrid>(.*?)</w:tblGrid>'
)
_COLUMN = re.compile(rb'<w:gridCol w:w="(\d+)"/>')
_STYLE = re.compile(rb'<w:pStyle w:val="([^"]*)"')
_NUMBER = re.compile(rb'<w:numId w:val="([^"]*)"')
_RELATION = re.compile(rb' r:(?:id|embed)="([^"]*)"')
_PAPER = re.compile(rb'<w:pgSz w:w="(\d+)" w:h="(\d+)"( w:orient="landscape")?/>')
_FIELD = re.compile(rb'<w:fldChar w:fldCharType="(\w+)"/>')
_BEFORE = {b"begin": b"", b"separate": b"begin", b"end": b"separate"}
_IDS = (
    re.compile(rb'<w:bookmarkStart[^>]* w:id="(\d+)"'),
    re.compile(rb'<wp:docPr[^>]* id="(\d+)"'),
)
_LINKS = (
    re.compile(rb' w:anchor="([^" ]+)'),
    re.compile(rb">(?: PAGE| )REF ([^ ]+)"),
    re.compile(rb" \\b ([^\" ]+)"),
)
_BOOKMARK = re.compile(rb'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/>')
_LAST = (b"<w:sectPr", b"</w:body>")


class ProofError(Exception):
    """The file just written is not the Document; it must not be put in place."""


def prove(written: Path | BinaryIO, document: Document) -> None:
    """Raise ProofError unless the file is whole, consistent, and holds the Document's tables."""
    try:
        parts = _parts(written)
    except UNREADABLE as error:
        raise ProofError(f"the package cannot be read again: {error}") from error
    body = parts.get(DOCUMENT, b"")
    _prove_references(parts, body)
    _prove_fields(parts)
    _prove_sections(body, document)
    _prove_tables(body, document)
    _prove_pictures(body, document)


def _demand(holds: bool, fault: str) -> None:
    if not holds:
        raise ProofError(fault)


def _parts(written: Path | BinaryIO) -> dict[str, bytes]:
    with zipfile.ZipFile(written) as package:
        names = package.namelist()
        _demand(len(names) == len(set(names)), "two parts of one name")
        return {name: _parsed(name, read_part(package, name)) for name in names}


def _parsed(name: str, data: bytes) -> bytes:
    """The text of a part, as UTF-8; a picture has none."""
    if name.startswith(MEDIA):
        return b""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(data, True)
    return data


def _refuse_doctype(*_: object) -> None:
    raise ProofError("a DOCTYPE in a part")


def _prove_references(parts: dict[str, bytes], body: bytes) -> None:
    """Every style, list and relation that the body names is there; ids are used once."""
    styles = set(re.findall(rb'w:styleId="([^"]*)"', parts.get("word/styles.xml", b"")))
    lists = set(re.findall(rb'<w:num w:numId="([^"]*)"', parts.get("word/numbering.xml", b"")))
    relations = parts.get("word/_rels/document.xml.rels", b"")
    texts = [text for name, text in parts.items() if name.startswith("word/")]
    for text in texts:
        _demand(set(_STYLE.findall(text)) <= styles, "a paragraph of a style that is not there")
        _demand(set(_NUMBER.findall(text)) <= lists | {b"0"}, "a number of a list not there")
    known = dict(re.findall(rb'<Relationship Id="([^"]*)".*?Target="([^"]*)"', relations))
    _demand(set(_RELATION.findall(body)) <= set(known), "a relation that is not there")
    targets = {f"word/{part.decode()}" for part in known.values()}
    _demand(targets <= set(parts), "a part that is not there")
    for each in _IDS:
        ids = each.findall(body)
        _demand(len(ids) == len(set(ids)), "an id used twice")
    led = {anchor for text in texts for link in _LINKS for anchor in link.findall(text)}
    _demand(led <= set(_BOOKMARK.findall(body)), "a link that leads nowhere")


def _prove_fields(parts: dict[str, bytes]) -> None:
    """Every field has its three marks in order, one inside another or not."""
    for name, text in parts.items():
        open_fields: list[bytes] = []
        for step in _FIELD.findall(text):
            last = open_fields.pop() if step != b"begin" and open_fields else b""
            _demand(_BEFORE[step] == last, f"a field in {name} that does not end")
            open_fields += [step] if step != b"end" else []
        _demand(not open_fields, f"a field in {name} that does not end")


def _prove_sections(body: bytes, document: Document) -> None:
    papers = _PAPER.findall(body)
    _demand(len(papers) == len(document.sections), "sections lost or added")
    for (width, height, turned), section in zip(papers, document.sections, strict=True):
        wide = int(width) > int(height)
        _demand(wide == bool(turned) == section.landscape, "a page that lies the wrong way")


_Shape = tuple[bytes, ...]
"""The cells of a row: width, span and merge of each, as written."""


class _Open:
    """A table being read: its grid, the columns merged downwards with their span, the open row.

    `known`: shapes of rows without merged cells that were found right; most rows are alike.
    """

    def __init__(self, grid: Sequence[int]) -> None:
        self.grid = grid
        self.merged: dict[int, int] = {}
        self.known: set[_Shape] = set()
        self.pieces: list[bytes] = []
        self.start = 0

    def end_row(self, body: bytes, end: int) -> None:
        """Prove the row that ends here."""
        last = body[self.start : end]
        text = b"".join([*self.pieces, last]) if self.pieces else last
        self.pieces.clear()
        shape = tuple(_CELL.findall(text))
        if self.merged or shape not in self.known:
            self._prove_row(shape)
            if not self.merged:
                self.known.add(shape)

    def _prove_row(self, shape: _Shape) -> None:
        column = 0
        for cell in shape:
            spans, width = _SPAN.search(cell), _WIDTH.search(cell)
            span = int(spans[1]) if spans else 1
            own = self.grid[column : column + span]
            _demand(len(own) == span, "more cells than columns")
            _demand(width is not None and sum(own) == int(width[1]), "a cell as wide as no column")
            self._follow_merge(cell, column, span)
            column += span
        _demand(column == len(self.grid), "a row that does not fill its table")

    def _follow_merge(self, cell: bytes, column: int, span: int) -> None:
        if b"<w:vMerge/>" in cell:
            _demand(self.merged.get(column) == span, "a cell that continues none above it")
            return
        for covered in range(column, column + span):
            self.merged.pop(covered, None)
        if b"<w:vMerge" in cell:
            self.merged[column] = span


def _prove_tables(body: bytes, document: Document) -> None:
    whole = body.count(b"</w:tc>") == body.count(b"</w:p></w:tc>")
    _demand(whole or b"</w:tbl></w:tc>" not in body, "a table ends a cell")
    _demand(whole, "a cell without a paragraph")
    wanted = list(_tables(block for section in document.sections for block in section.blocks))
    rows = sum(len(table.header) + len(table.rows) for table in wanted)
    grids = list(_grids(body))
    _demand(len(grids) == len(wanted), "tables lost or added")
    _demand(_prove_rows(body, grids) == rows, "rows lost or added")


def _tables(blocks: Iterator[Block] | Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table) and has_rows(block):
            yield block
            for row in (*block.header, *block.rows):
                for cell in row:
                    if isinstance(cell, Cell) and not isinstance(cell.content, str):
                        yield from _tables(cell.content)


def _prove_pictures(body: bytes, document: Document) -> None:
    blocks = (block for section in document.sections for block in section.blocks)
    wanted = sum(isinstance(block, Figure) for block in blocks)
    _demand(body.count(b"<w:drawing>") == wanted, "pictures lost or added")


def _prove_rows(body: bytes, grids: Sequence[Sequence[int]]) -> int:
    """How many rows there are: in each the cells fill the grid, and merged cells have one above."""
    rows, left = 0, iter(grids)
    stack: list[_Open] = []
    for edge in _EDGE.finditer(body):
        end, tag = edge[1], edge[2]
        if tag == b"tr":
            if end:
                stack[-1].end_row(body, edge.start())
                rows += 1
            stack[-1].start = edge.end()
        elif end:
            stack.pop()
            _demand(not body.startswith(_LAST, edge.end()), "a table as the last block")
            if stack:
                stack[-1].start = edge.end()
        else:
            if stack:
                stack[-1].pieces.append(body[stack[-1].start : edge.start()])
            grid = next(left, None)
            _demand(grid is not None, "tables lost or added")
            stack.append(_Open(grid or ()))
    _demand(not stack, "a table that does not end")
    return rows


def _grids(body: bytes) -> Iterator[list[int]]:
    for total, columns in _GRID.findall(body):
        grid = [int(width) for width in _COLUMN.findall(columns)]
        _demand(sum(grid) == int(total), "columns that do not add up to their table")
        yield grid
