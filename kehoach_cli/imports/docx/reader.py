"""A Word file → paragraphs and grids, with the numbers that Word makes."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from kehoach_cli.imports.docx.alignment import columns_standing
from kehoach_cli.imports.docx.numbers import Numbers
from kehoach_cli.imports.docx.own import OwnReader, is_ours, numbers_at
from kehoach_cli.imports.docx.package import NS, Parts, Style, list_of, open_docx, said, whole
from kehoach_cli.imports.docx.reviews import without_struck_rows
from kehoach_cli.imports.docx.runs import Letters
from kehoach_cli.imports.outline.labels import bullet_of
from kehoach_cli.imports.pages.layout import is_layout
from kehoach_cli.imports.pages.model import Block, Grid, Line, Pages, Remark, Shown, padded
from kehoach_cli.imports.parts.shown import BELOW
from kehoach_cli.source.scalars import as_read
from kehoach_cli.vietnamese.text import fold

_NOTES = "ghi chu"
_AROUND = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
"""What may stand around paragraphs, rows and cells."""
_NO_LIST = "0"
_MOST_COLUMNS = 200
_FRAME_ROWS = 1
"""Rows of a table that holds another one and is none itself."""
_NESTED_TOLD = "bảng trong ô của bảng khác; mỗi hàng thành một dòng của ô"
_SHOWN = 40  # letters in front of a picture, by which a person finds it


def read_docx(file: BinaryIO) -> Pages:
    """The paragraphs and tables of a Word file. Raises BadBaseError."""
    parts = open_docx(file)
    struck = without_struck_rows(parts.body)
    if is_ours(parts):
        own = OwnReader(parts)
        about = {**parts.about, "numbers": numbers_at(parts)}
        shapes = own.shapes()
        return Pages([], struck + own.remarks, shapes, about)
    pages = _Reader(parts).pages()
    pages.remarks[:0] = struck
    return pages


class _Reader:
    def __init__(self, parts: Parts) -> None:
        self.parts, self.numbers = parts, Numbers(parts.numbering)
        self.tied = self.numbers.by_style()
        self.remarks = [Remark("tệp", what, "không đọc") for what in parts.ignored]
        self.count = self.tables = 0
        self.before = ""
        self.open_grids: list[Grid] = []
        self.of_cells: list[Line] = []

    def pages(self) -> Pages:
        return Pages(list(self._blocks(self.parts.body)), self.remarks)

    def _blocks(self, parent: Any) -> Iterator[Block]:
        for element in parent:
            name = element.tag.removeprefix(NS)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "sectPr":
                self._turn(element)
            elif name in _AROUND:
                yield from self._blocks(element)

    def _turn(self, section: Any) -> None:
        """Tables since the last section's end stand on pages that lie as this one says."""
        size = section.find(f"{NS}pgSz")
        wide = size is not None and size.get(f"{NS}orient") == "landscape"
        for grid in self.open_grids:
            grid.wide = wide
        self.open_grids.clear()

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self.count += 1
        place = f"đoạn {self.count}"
        style, letters = self._letters(element)
        properties = element.find(f"{NS}pPr")
        text = as_read(letters.marked())
        self._tell(letters, place, text)
        pictures = list(self._pictures(letters, place))
        if text:
            align = said(properties, "jc")
            centred = style.centred if align is None else align == "center"
            label = self._label(element, style)
            notes = fold(style.name).startswith(_NOTES)
            yield Line(text, place, label, style.depth, letters.strong, centred, notes)
        yield from pictures
        for box in letters.boxes:
            yield from self._blocks(box)
        section = properties.find(f"{NS}sectPr") if properties is not None else None
        if section is not None:
            self._turn(section)

    def _tell(self, letters: Letters, place: str, text: str) -> None:
        """What a paragraph has that is not taken as it shows."""
        for why, lost in letters.lost:
            self.remarks.append(Remark(place, lost.strip(), why))
        self.before = text or self.before

    def _pictures(self, letters: Letters, place: str) -> Iterator[Line]:
        """The pictures of a paragraph, each a line that says where it stands."""
        where = f"hình, sau chữ “{self.before[-_SHOWN:]}”" if self.before else "hình ở đầu tệp"
        for key, width in letters.pictures:
            data = self.parts.pictures.get(key, b"")
            yield Line(where, place, shown=Shown(data, width))

    def _letters(self, element: Any) -> tuple[Style, Letters]:
        key = said(element.find(f"{NS}pPr"), "pStyle") or ""
        style = self.parts.styles.get(key, Style())
        return style, Letters(element, style, self.parts.notes)

    def _label(self, element: Any, style: Style) -> str:
        properties = element.find(f"{NS}pPr")
        key = said(properties, "pStyle") or ""
        number, level = list_of(properties, self.tied.get(key, style.list))
        return "" if number in ("", _NO_LIST) else self.numbers.label(number, level)

    def _table(self, element: Any) -> Iterator[Block]:
        if self._is_layout(element):
            for cell in (cell for row in _parts(element, "tr") for cell in _parts(row, "tc")):
                yield from self._blocks(cell)
            return
        self.tables += 1
        grid = self._grid(element)
        if grid.width > 1:
            self.open_grids.append(grid)
            yield grid
        else:
            yield from (Line(row[0], grid.place) for row in grid.rows if row and row[0])
        pictures, self.of_cells = self.of_cells, []
        yield from pictures

    def _is_layout(self, element: Any) -> bool:
        """Whether a table only sets issuer beside Quốc hiệu, or recipients beside signature, or
        frames another one."""
        text = " ".join(one.text or "" for one in element.iter(f"{NS}t"))
        rows = sum(1 for _ in _parts(element, "tr"))
        return is_layout(text, rows) or self._frames(element, rows)

    def _frames(self, element: Any, rows: int) -> bool:
        """Whether a table of one row holds another."""
        return rows <= _FRAME_ROWS and sum(1 for _ in islice(element.iter(f"{NS}tbl"), 2)) > 1

    def _grid(self, element: Any) -> Grid:
        grid = Grid([], f"bảng {self.tables}")
        down: dict[int, tuple[int, int]] = {}
        for at, row in enumerate(_parts(element, "tr")):
            cells: list[str] = [""] * self._skipped(row)
            for cell in _parts(row, "tc"):
                self._put(grid, cells, cell, at, down)
            grid.rows.append(cells)
            head = row.find(f"{NS}trPr/{NS}tblHeader")
            grid.head += head is not None and grid.head == at
        grid.rows = padded(grid.rows)
        grid.aligned = columns_standing(element, grid.head)
        return grid

    def _skipped(self, row: Any) -> int:
        return whole(said(row.find(f"{NS}trPr"), "gridBefore"), _MOST_COLUMNS)

    def _put(
        self, grid: Grid, cells: list[str], cell: Any, at: int, down: dict[int, tuple[int, int]]
    ) -> None:
        """A cell in its row; one that goes on from above lengthens that one."""
        properties = cell.find(f"{NS}tcPr")
        width = max(whole(said(properties, "gridSpan"), _MOST_COLUMNS), 1)
        column, merge = len(cells), said(properties, "vMerge")
        if merge is not None and merge != "restart" and column in down:
            row, first = down[column]
            grid.spans[row, first] = (at - row + 1, grid.spans.get((row, first), (1, width))[1])
            cells += [""] * width
            return
        down[column] = (at, column)
        if width > 1 or merge == "restart":
            grid.spans[at, column] = (1, width)
        place = f"{grid.place}, hàng {at + 1}, cột {column + 1}"
        cells += [self._text(cell, place), *[""] * (width - 1)]

    def _text(self, cell: Any, place: str) -> str:
        """The paragraphs of a cell, a line each; of a table in it each row."""
        return "\n".join(self._cell_lines(cell, place))

    def _cell_lines(self, parent: Any, place: str) -> Iterator[str]:
        for element in parent:
            name = element.tag.removeprefix(NS)
            if name == "p":
                yield from self._cell_line(element, place)
            elif name == "tbl":
                self.remarks.append(Remark(place, "bảng", _NESTED_TOLD))
                for row in _parts(element, "tr"):
                    cells = (self._text(cell, place) for cell in _parts(row, "tc"))
                    yield " | ".join(" ".join(cell.split()) for cell in cells if cell)
            elif name in _AROUND:
                yield from self._cell_lines(element, place)

    def _cell_line(self, element: Any, place: str) -> Iterator[str]:
        """A paragraph of a cell, and the text boxes in it."""
        style, letters = self._letters(element)
        line = Line(as_read(letters.marked()), "", self._label(element, style))
        self._tell(letters, place, line.text)
        for picture in self._pictures(letters, place):
            self.remarks.append(Remark(place, picture.text, BELOW))
            self.of_cells.append(picture._replace(place=place))
        if line.text:
            yield bullet_of(line.whole) or line.whole
        for box in letters.boxes:
            yield from self._cell_lines(box, place)


def _parts(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row, those in controls and tracked ones too."""
    for child in parent:
        kind = child.tag.removeprefix(NS)
        if kind == name:
            yield child
        elif kind in _AROUND:
            yield from _parts(child, name)
