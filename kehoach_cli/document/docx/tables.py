"""Tables, and blocks in a row, as Word XML; long tables come in pieces."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise, zip_longest

from kehoach_cli.document.docx.contents import contents_xml
from kehoach_cli.document.docx.headings import balanced_row
from kehoach_cli.document.docx.markup import plain, text_run, twips
from kehoach_cli.document.docx.paragraphs import Pen, break_xml, paragraph_xml, rule_xml
from kehoach_cli.document.docx.pictures import figure_xml
from kehoach_cli.document.labels import cell_blocks, placed
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Block, Cell, Contents, Figure, Paragraph, Row, Rule, Table

CELL_PADDING = 1.0  # mm, left and right; not in the decree
BORDER = 4  # eighths of a point

_CHUNK = 200
_CELL_END = "</w:p></w:tc>"
_TEXT_END = "</w:t></w:r></w:p></w:tc>"
_MERGED = {"": "", "start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_CENTRED, _FLUSH = '<w:jc w:val="center"/>', '<w:tblInd w:w="0" w:type="dxa"/>'
_HEADER_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


class Grid:
    """What the cells of one table share. `edges`: of the columns, in twips from the left.

    `row`: the XML that begins a row of the body.
    `ordinary`: the XML before the text of an ordinary cell, and whether a line may begin a bullet.
    `opened`, `bullets` keep by style what was looked up already.
    """

    def __init__(self, table: Table, pen: Pen) -> None:
        self.table, self.pen = table, pen
        widths = (column.width for column in table.columns)
        self.edges = tuple(twips(edge) for edge in accumulate(widths, initial=0.0))
        self.row = _row_opening(table)
        self.opened: dict[str, str] = {}
        self.bullets: dict[str, dict[str, str]] = {}
        self.ordinary = [self._ordinary(at) for at in range(len(table.columns))]

    def _ordinary(self, at: int) -> tuple[str, bool]:
        style = self.table.columns[at].style
        opening = self.open_cell(at, Cell(""), header=False) + self.open_paragraph(style)
        return opening, bool(self.cell_bullets(style))

    def cell_bullets(self, style: str) -> dict[str, str]:
        """Mark → style of the lines that begin with it, in a cell of a style."""
        if style not in self.bullets:
            self.bullets[style] = self.pen.book.cell_bullets(style)
        return self.bullets[style]

    def open_paragraph(self, style: str) -> str:
        """`<w:p>` with its style, up to the runs."""
        if style not in self.opened:
            style_id = self.pen.book.style_id(style, self.table.size)
            self.opened[style] = f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>'
        return self.opened[style]

    def open_cell(self, at: int, cell: Cell, header: bool) -> str:
        """`<w:tc>` with its properties."""
        width = self.edges[at + cell.span] - self.edges[at]
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        middle = '<w:vAlign w:val="center"/>' if header else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{_MERGED[cell.down]}{middle}'
            "</w:tcPr>"
        )


def has_rows(table: Table) -> bool:
    """Whether there is anything to write; Word cannot open a table without rows."""
    return bool(table.header) or bool(table.rows)


def flow_xml(
    blocks: Sequence[Block], pen: Pen, section_end: str = "", table_size: int = 0
) -> Iterator[str]:
    """Blocks one after the other; tables never touch, and the last piece is always a paragraph."""
    kept = [block for block in blocks if not isinstance(block, Table) or has_rows(block)]
    for block, after in zip_longest(kept, kept[1:]):
        end = "" if after else section_end
        if isinstance(block, Paragraph):
            yield paragraph_xml(block, pen, table_size, end)
        elif isinstance(block, Rule):
            yield rule_xml(block, end)
        elif isinstance(block, Figure):
            yield from figure_xml(block, pen, end)
        elif isinstance(block, Contents):
            yield from contents_xml(block, pen, end)
        else:
            yield from table_xml(block, pen)
            if after is None or isinstance(after, Table):
                yield break_xml(end)
    if not kept:
        yield break_xml(section_end)


def table_xml(table: Table, pen: Pen) -> Iterator[str]:
    """`<w:tbl>` in pieces of some hundred rows."""
    grid = Grid(table, pen)
    yield _opening(table, grid.edges)
    styles = pen.book.layout.styles
    heads = (balanced_row(row, table, styles, CELL_PADDING) for row in table.header)
    yield "".join(_row_xml(row, grid, header=True) for row in heads)
    rows = enumerate(_body(table, pen))
    while chunk := list(islice(rows, _CHUNK)):
        yield "".join([_body_row_xml(at, row, grid) for at, row in chunk])
    yield "</w:tbl>"


def _body_row_xml(at: int, row: Row, grid: Grid) -> str:
    xml = _row_xml(row, grid)
    return xml.replace(_ROW, "<w:tr>", 1) if at in grid.table.loose else xml


def _body(table: Table, pen: Pen) -> Iterator[Row]:
    """The rows; those that are kept with the next one as paragraphs that say so."""
    if not table.kept:
        return iter(table.rows)
    layout = pen.book.layout
    return (
        tuple(_kept(cell, style, layout) for cell, style in placed(row, table))
        if at in table.kept
        else row
        for at, row in enumerate(table.rows)
    )


def _kept(cell: Cell, style: str, layout: Layout) -> Cell:
    if cell.down == "on":
        return cell
    blocks = cell_blocks(cell, style, layout)
    kept = (b._replace(keep_next=True) if isinstance(b, Paragraph) else b for b in blocks)
    return cell._replace(content=tuple(kept))


def _row_opening(table: Table) -> str:
    if not table.row_height:
        return _ROW
    height = f'<w:trHeight w:val="{twips(table.row_height)}" w:hRule="exact"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>"


def _opening(table: Table, edges: tuple[int, ...]) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{edges[-1]}" w:type="dxa"/>'
        f"{_CENTRED if table.centred else _FLUSH}"
        f'{_borders() if table.borders else ""}<w:tblLayout w:type="fixed"/>'
        f"{_padding(CELL_PADDING if table.borders else 0)}</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
        + "</w:tblGrid>"
    )


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (f'<w:{s} w:val="single" w:sz="{BORDER}" w:space="0" w:color="auto"/>' for s in sides)
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"


def _padding(side: float) -> str:
    room = twips(side)
    return (
        f'<w:tblCellMar><w:left w:w="{room}" w:type="dxa"/><w:right w:w="{room}" w:type="dxa"/>'
        "</w:tblCellMar>"
    )


def _row_xml(row: Row, grid: Grid, header: bool = False) -> str:
    pieces = [_HEADER_ROW if header else grid.row]
    are_plain = not header and _are_plain(row)
    at = 0
    for cell in row:
        if type(cell) is str and not header:
            opening, bulleted = grid.ordinary[at]
            if not cell:
                pieces.append(opening + _CELL_END)
                at += 1
                continue
            if (are_plain or plain(cell)) and not (bulleted and cell[0] in "-+"):
                pieces.append(f"{opening}<w:r><w:t>{cell}{_TEXT_END}")
                at += 1
                continue
        special = Cell(cell) if isinstance(cell, str) else cell
        pieces.append(_cell_xml(special, at, grid, header))
        at += special.span
    pieces.append("</w:tr>")
    return "".join(pieces)


def _are_plain(row: Row) -> bool:
    """Whether all cells are ordinary, of texts that may stand in the XML exactly as they are."""
    try:
        texts = " ".join(filter(None, row))  # type: ignore[arg-type]
    except TypeError:
        return False
    return bool(texts) and plain(texts)


def _cell_xml(cell: Cell, at: int, grid: Grid, header: bool) -> str:
    style = cell.style or grid.table.columns[at].style
    if cell.down == "on":
        inside = grid.open_paragraph(style) + "</w:p>"
    elif isinstance(cell.content, str):
        inside = _lines_xml(cell.content, style, grid)
    else:
        inside = "".join(flow_xml(cell.content, grid.pen, table_size=grid.table.size))
    return f"{grid.open_cell(at, cell, header)}{inside}</w:tc>"


def _lines_xml(text: str, style: str, grid: Grid) -> str:
    bullets = grid.cell_bullets(style)
    pieces = []
    for line in text.rstrip("\n").split("\n"):
        words = line.lstrip(" ")
        bullet = bullets.get(words[:1], "") if words[1:2] == " " else ""
        said = words[2:].lstrip(" ") if bullet else line
        pieces.append(f"{grid.open_paragraph(bullet or style)}{text_run(said)}</w:p>")
    return "".join(pieces)
