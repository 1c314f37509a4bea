"""Excel workbooks and .csv files → grids; openpyxl is met only here."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from kehoach_cli.imports.pages import Block, Grid, Line, Pages, Remark, padded
from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read

MAX_ROWS, MAX_COLUMNS = 100_000, 200
_MAX_UNPACKED = 400_000_000
_MAX_ENTRIES = 5_000
_HEAD = 65_536
_TABLE_CELLS = 3
_FORMULA = pattern(
    rb'<c r="([A-Z]{1,3}\d+)"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>'
)
_HIDDEN = pattern(rb'<row [^>]*?r="(\d+)"[^>]*?\bhidden="(?:1|true)"')
_MERGED = pattern(rb'<mergeCell ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"')
_SHOWN = 20


class BadSheetError(Exception):
    """A workbook that cannot be read; says in Vietnamese why."""


def read_csv(text: str) -> Pages:
    """The table of a .csv file, whatever parts its cells."""
    try:
        dialect: Any = csv.Sniffer().sniff(text[:_HEAD], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    rows = [
        [as_read(cell).strip() for cell in row] for row in csv.reader(io.StringIO(text), dialect)
    ]
    return Pages(list(_blocks(rows, "dòng {}", 1)))


def read_xlsx(file: BinaryIO) -> Pages:
    """The tables of a workbook, an appendix a sheet. Raises BadSheetError."""
    _guard(file)
    from openpyxl import load_workbook  # only workbooks wait for it

    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        return _pages(book, file)
    except (ValueError, KeyError, TypeError, AttributeError, SyntaxError, OSError) as error:
        raise BadSheetError("tệp Excel bị hỏng") from error


def _guard(file: BinaryIO) -> None:
    """Refuse what unpacks too large, or declares entities."""
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
            if len(entries) > _MAX_ENTRIES or sum(e.file_size for e in entries) > _MAX_UNPACKED:
                raise BadSheetError("giải nén ra quá lớn")
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    with package.open(entry) as part:
                        if b"<!DOCTYPE" in part.read(_HEAD).upper():
                            raise BadSheetError("có khai báo DOCTYPE")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise BadSheetError("tệp bị hỏng hoặc có mật khẩu") from error
    file.seek(0)


def _pages(book: Any, file: BinaryIO) -> Pages:
    pages = Pages([])
    with zipfile.ZipFile(file) as package:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                pages.remarks.append(Remark(sheet.title, "trang tính ẩn", "không nhập"))
                continue
            raw = package.read(getattr(sheet, "_worksheet_path", "").lstrip("/"))
            pages.remarks += _hidden(sheet.title, raw)
            rows = list(_rows(sheet))
            found = list(_blocks(rows, f"{sheet.title}!A{{}}", 1))
            for block in found:
                if isinstance(block, Grid):
                    _merge(block, raw)
            if found:
                mark = Line("PHỤ LỤC", sheet.title, strong=True, centred=True)
                pages.blocks += [mark, *found]
    return pages


def _hidden(title: str, raw: bytes) -> Iterator[Remark]:
    for match in list(_FORMULA.finditer(raw))[:_SHOWN]:
        cell = match[1].decode()
        yield Remark(
            f"{title}!{cell}", "công thức chưa có giá trị", "để trống; mở Excel rồi lưu lại"
        )
    for match in list(_HIDDEN.finditer(raw))[:_SHOWN]:
        yield Remark(f"{title}!{match[1].decode()}", "hàng ẩn", "vẫn được nhập")


def _rows(sheet: Any) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS)):
        if number >= MAX_ROWS:
            raise BadSheetError(f"có hơn {MAX_ROWS} hàng")
        yield [_text(value) for value in row]


def _text(value: object) -> str:
    """A cell as kehoach writes it: numbers exact, with a decimal comma."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | float):
        exact = Decimal(repr(value))
        whole = exact == exact.to_integral_value()
        return str(int(exact)) if whole else f"{round(exact, 9).normalize():f}".replace(".", ",")
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return as_read(str(value)).strip()


def _blocks(rows: Sequence[list[str]], place: str, first: int) -> Iterator[Block]:
    """Lines above the table, the table, lines below it."""
    start = next((at for at, row in enumerate(rows) if _said(row) >= _TABLE_CELLS), len(rows))
    end = next((at for at in range(len(rows), start, -1) if _said(rows[at - 1]) >= 2), start)
    yield from _lines(rows, 0, start, place, first)
    if end > start:
        body = padded(rows[start:end])
        width = max((at + 1 for row in body for at, cell in enumerate(row) if cell), default=0)
        kept = [row[:width] for row in body]
        yield Grid(kept, place.format(start + first), exact=True, at=start)
    yield from _lines(rows, end, len(rows), place, first)


def _said(row: Sequence[str]) -> int:
    return sum(bool(cell) for cell in row)


def _lines(
    rows: Sequence[list[str]], start: int, end: int, place: str, first: int
) -> Iterator[Line]:
    for at in range(start, end):
        text = " ".join(cell for cell in rows[at] if cell)
        if text:
            yield Line(text, place.format(at + first))


def _merge(grid: Grid, raw: bytes) -> None:
    """The merged cells of a sheet, as the grid counts them."""
    for match in _MERGED.finditer(raw):
        left, right = _column(match[1]), _column(match[3])
        top, bottom = int(match[2]) - 1 - grid.at, int(match[4]) - 1 - grid.at
        if 0 <= top <= bottom < len(grid.rows) and right < grid.width:
            grid.spans[top, left] = (bottom - top + 1, right - left + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
