"""The parts of an Excel workbook that are read, each within its limits, in one pass.

The file comes from anywhere: what is read has a limit of size and number, and no DOCTYPE. Macros,
links out of the file, pictures and charts are never opened, only told of.
"""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO
from xml.parsers import expat

from kehoach_cli.document.docx.base_parts import BadBaseError, ignored, relations
from kehoach_cli.document.docx.package import UNREADABLE
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.xlsx.cells import CellStyles, Formats
from kehoach_cli.imports.xlsx.sheet import Sheet, SheetCells
from kehoach_cli.imports.xlsx.strings import SharedStrings
from kehoach_cli.imports.xlsx.xml import BadSheetError, Handler, read_part

_MOST_ENTRIES = 5_000
_LIMITS = {"sheet": 160_000_000, "strings": 60_000_000, "other": 8_000_000}
_UNREAD = (("xl/media/", "hình"), ("xl/charts/chart", "biểu đồ"), ("xl/comments", "trang ghi chú"))


def read_workbook(file: BinaryIO) -> tuple[list[Sheet], list[Remark]]:
    """The sheets that show, in order, and what is not read. Raises BadSheetError."""
    try:
        with zipfile.ZipFile(file) as package:
            return _Workbook(package).read()
    except BadBaseError as error:
        raise BadSheetError(error.reason) from error
    except expat.ExpatError as error:
        raise BadSheetError("có phần XML bị hỏng") from error
    except UNREADABLE as error:
        raise BadSheetError("tệp Excel bị hỏng") from error


class _Names(Handler):
    """Names, states and relations of sheets, and from when days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.from_1904 = False

    def start(self, name: str, said: dict[str, str]) -> None:
        if name == "sheet":
            key = next((value for at, value in said.items() if at.endswith(" id")), "")
            self.sheets.append((said.get("name", ""), said.get("state", "visible"), key))
        elif name == "workbookPr":
            self.from_1904 = said.get("date1904") in ("1", "true")


class _Targets(Handler):
    """The parts that relations lead to, by their keys."""

    def __init__(self, folder: PurePosixPath) -> None:
        self.folder, self.parts = folder, dict[str, str]()

    def start(self, name: str, said: dict[str, str]) -> None:
        target = said.get("Target", "")
        if name == "Relationship" and said.get("TargetMode") != "External":
            path = target[1:] if target.startswith("/") else str(self.folder / target)
            self.parts[said.get("Id", "")] = path


class _Workbook:
    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        entries = package.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise BadSheetError(f"có hơn {_MOST_ENTRIES} phần, không phải bảng tính thường")
        if any(entry.flag_bits & 1 for entry in entries):
            raise BadSheetError("có mật khẩu, hãy bỏ mật khẩu trong Excel")

    def read(self) -> tuple[list[Sheet], list[Remark]]:
        main = relations(self.package, PurePosixPath()).get("officeDocument")
        if main is None or main.suffix != ".xml":
            raise BadSheetError("không phải tệp .xlsx")
        names, targets = _Names(), _Targets(main.parent)
        self._part(str(main), names)
        self._part(str(main.parent / "_rels" / f"{main.name}.rels"), targets)
        own = relations(self.package, main)
        remarks = [Remark("tệp", what, "không đọc") for what in ignored(self.package, own)]
        remarks += self._unread()
        styles, strings = CellStyles(), SharedStrings()
        if "styles" in own:
            self._part(str(own["styles"]), styles)
        if "sharedStrings" in own:
            self._part(str(own["sharedStrings"]), strings, "strings")
        formats = Formats(styles.kinds(), names.from_1904, styles.standing)
        cells = SheetCells(strings.texts, formats)
        sheets: list[Sheet] = []
        for name, state, key in names.sheets:
            if state != "visible":
                told = "không nhập; muốn nhập thì cho trang ấy hiện ra rồi chạy lại"
                remarks.append(Remark(name, "trang tính ẩn", told))
            elif key in targets.parts:
                sheets.append(cells.begun(name))
                self._part(targets.parts[key], cells, "sheet")
        return sheets, remarks

    def _unread(self) -> Iterator[Remark]:
        parts = self.package.namelist()
        for start, what in _UNREAD:
            count = sum(part.startswith(start) for part in parts)
            if count:
                yield Remark("tệp", f"{count} {what}", "không nhập; xem lại trong Excel")

    def _part(self, name: str, handler: Handler, kind: str = "other") -> None:
        read_part(self.package, name, handler, _LIMITS[kind])
