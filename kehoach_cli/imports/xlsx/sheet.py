"""The cells of a sheet, row by row, with what is to be told of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kehoach_cli.imports.pages.model import Remark, letters_of
from kehoach_cli.imports.xlsx.cells import Formats, iso_date
from kehoach_cli.imports.xlsx.strings import cell_text
from kehoach_cli.imports.xlsx.xml import BadSheetError, Handler
from kehoach_cli.patterns import pattern

MAX_COLUMNS = 200
_MOST_CELLS = 300_000
_MOST_LETTERS = 20_000_000
_MOST_MERGED = 100_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_PLACE = pattern(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_AREA = pattern(rf"{_PLACE.pattern}:{_PLACE.pattern}")
_GROUPED = pattern(r"-?\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d+)?")
_TEXTS = ("s", "str", "inlineStr")
_BOOLEANS = {"1": "có", "0": "không"}

_WRONG = "ô tiền của dự án để trống, ô khác lấy nguyên chữ; sửa trong Excel rồi chạy lại"

Area = tuple[int, int, int, int]
"""Rows and columns from 0, the first and the last: top, left, bottom, right."""


@dataclass(slots=True)
class Sheet:
    """A sheet. `rows`: cells by column, by row, from 0; blank ones are left out.

    `typed`: places of figures that are typed as text, "1.450"; `hidden_rows`, `hidden_columns`:
    from 0; `unsolved`: places of formulas without a value;
    `wrong`: those of values that are errors; `quoted`: those of formulas typed as text; `far`:
    those beyond the columns that are read; `standing`: how cells stand that are not on the left.
    """

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    typed: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    unsolved: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)
    standing: dict[tuple[int, int], str] = field(default_factory=dict)

    def remarks(self) -> Iterator[Remark]:
        """What a person should look at."""
        told = (
            (self.unsolved, "công thức chưa có giá trị", "để trống; mở bằng Excel rồi lưu lại"),
            (self.wrong, "ô báo lỗi công thức", _WRONG),
            (self.quoted, "công thức gõ thành chữ", "lấy nguyên chữ, không tính; sửa trong Excel"),
            (self._typed_places(), "số gõ thành chữ", "đọc là số, nhưng Excel không cộng ô này"),
            (self.far, "ô quá xa bên phải", f"không nhập; chỉ đọc {MAX_COLUMNS} cột đầu"),
        )
        for cells, what, then in told:
            if cells:
                yield Remark(self.name + "!" * bool(self.name) + _some(cells), what, then)
        rows = [f"{row + 1}" for row in self.hidden_rows if row in self.rows]
        if rows:
            yield Remark(f"{self.name}, hàng {_some(rows)}", "hàng ẩn", "vẫn được nhập")
        used = {column for row in self.rows.values() for column in row}
        columns = [letters_of(column) for column in self.hidden_columns if column in used]
        if columns:
            yield Remark(f"{self.name}, cột {_some(columns)}", "cột ẩn", "vẫn được nhập")

    def _typed_places(self) -> list[str]:
        return [f"{letters_of(column)}{row + 1}" for row, column in sorted(self.typed)]


_SHOWN = 10


def _some(places: Sequence[str]) -> str:
    """The first places, and how many there are more."""
    rest = len(places) - _SHOWN
    return ", ".join(places[:_SHOWN]) + (f" và {rest} chỗ nữa" if rest > 0 else "")


class SheetCells(Handler):
    """Reads one sheet after another, within limits for all of them together."""

    def __init__(self, strings: Sequence[str], formats: Formats) -> None:
        self._strings, self._formats = strings, formats
        self._sheet = Sheet("")
        self._count = self._letters = 0
        self._row = self._column = -1
        self._cell: dict[str, str] = {}
        self._pieces: list[str] = []
        self._takes = self._solves = False

    def begun(self, name: str) -> Sheet:
        """A new sheet, which is read next."""
        self._sheet = Sheet(name)
        self._row = self._column = -1
        return self._sheet

    def start(self, name: str, said: dict[str, str]) -> None:
        """A row, a cell, what stands in it, or what is said of columns and merged cells."""
        if name == "c":
            self._begin_cell(said)
        elif name in ("v", "t"):
            self._takes = True
        elif name == "f":
            self._solves = True
        elif name == "row":
            self._begin_row(said)
        elif name == "mergeCell":
            self._merge(said.get("ref", ""))
        elif name == "col" and said.get("hidden") in ("1", "true"):
            first, last = (_number(said.get(key, "")) for key in ("min", "max"))
            self._sheet.hidden_columns += range(first - 1, min(last, MAX_COLUMNS))

    def text(self, text: str) -> None:
        """Letters of a value."""
        if self._takes:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """A value or a cell that is whole."""
        if name in ("v", "t"):
            self._takes = False
        elif name == "c":
            self._end_cell()

    def _begin_row(self, said: dict[str, str]) -> None:
        self._row = _number(said["r"]) - 1 if "r" in said else self._row + 1
        self._column = -1
        if said.get("hidden") in ("1", "true"):
            self._sheet.hidden_rows.append(self._row)

    def _begin_cell(self, said: dict[str, str]) -> None:
        self._cell = said
        self._pieces.clear()
        self._solves = False
        place = _PLACE.fullmatch(said.get("r", ""))
        if place:
            self._column = column_of(place[1])
        else:
            self._column += 1
        if not 0 <= self._row < _LAST_ROW or not 0 <= self._column < _LAST_COLUMN:
            raise BadSheetError("có ô nằm ngoài trang tính")

    def _end_cell(self) -> None:
        kind, raw = self._cell.get("t", "n"), "".join(self._pieces)
        if self._solves and not raw and kind != "str":
            self._sheet.unsolved.append(self._place())
        text = self._shown(kind, raw) if raw else ""
        if not text:
            return
        if kind == "e":
            self._sheet.wrong.append(self._place())
        if self._column >= MAX_COLUMNS:
            self._sheet.far.append(self._place())
            return
        self._count += 1
        self._letters += len(text)
        if self._count > _MOST_CELLS or self._letters > _MOST_LETTERS:
            raise BadSheetError(f"có hơn {_MOST_CELLS} ô hay quá nhiều chữ; hãy tách tệp nhỏ hơn")
        self._keep(text, is_typed=kind in _TEXTS)

    def _keep(self, text: str, *, is_typed: bool) -> None:
        """A cell that is read; a figure or formula in it may be `is_typed` as text."""
        self._sheet.rows.setdefault(self._row, {})[self._column] = text
        style = self._cell.get("s", "")
        if style in self._formats.standing:
            self._sheet.standing[self._row, self._column] = self._formats.standing[style]
        if is_typed and is_formula(text):
            self._sheet.quoted.append(self._place())
        elif is_typed and _GROUPED.fullmatch(text):
            self._sheet.typed.add((self._row, self._column))

    def _place(self) -> str:
        return f"{letters_of(self._column)}{self._row + 1}"

    def _shown(self, kind: str, raw: str) -> str:
        """The text of a cell by the type of its value (ECMA-376 part 1, 18.18.11)."""
        if kind == "s":
            at = _number(raw)
            if not 0 <= at < len(self._strings):
                raise BadSheetError("có ô trỏ tới chữ không có trong tệp")
            return self._strings[at]
        if kind == "b":
            return _BOOLEANS.get(raw, raw)
        if kind == "n":
            return self._formats.shown(raw, self._cell.get("s", ""))
        return iso_date(raw) if kind == "d" else cell_text(raw)

    def _merge(self, ref: str) -> None:
        match = _AREA.fullmatch(ref)
        if len(self._sheet.merged) >= _MOST_MERGED:
            raise BadSheetError(f"có hơn {_MOST_MERGED} ô gộp; hãy tách thành nhiều tệp")
        if match:
            top, left = int(match[2]) - 1, column_of(match[1])
            self._sheet.merged.append((top, left, int(match[4]) - 1, column_of(match[3])))


def is_formula(text: str) -> bool:
    """Whether a text is a formula that was never worked out: "=1+1", "=SUM(A1:A9)"."""
    return text[:1] == "=" and len(text) > 1


@lru_cache(maxsize=2**15)
def column_of(letters: str) -> int:
    """The number from 0 of a column: A, B … Z, AA …"""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _number(text: str) -> int:
    """A whole number that a file says; -1 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
