"""A part of a workbook → elements told to a handler, one by one."""

import zipfile
from typing import BinaryIO
from xml.parsers import expat

from kehoach_cli.document.docx.package import UNREADABLE

_PIECE = 65536
_MOST_ELEMENTS = 4_000_000
_DEEPEST = 100


class BadSheetError(Exception):
    """A workbook that cannot be read; says in Vietnamese why."""


def is_workbook(file: BinaryIO) -> bool:
    """Whether a package holds a workbook."""
    try:
        with zipfile.ZipFile(file) as package:
            return any(name.startswith("xl/") for name in package.namelist())
    except UNREADABLE:
        return False


class Handler:
    """What is told of a part. Names come without their namespaces."""

    def start(self, name: str, said: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Letters stand in an element."""


class _Names(dict[str, str]):
    """Names without their namespaces."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(" ")[2]
        return self[name]


def read_part(package: zipfile.ZipFile, name: str, handler: Handler, limit: int) -> None:
    """Tell a handler what stands in a part of up to `limit` bytes.

    Raises BadSheetError, ExpatError, and what reading a damaged package may raise.
    """
    count = depth = 0
    names = _Names()

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > _MOST_ELEMENTS or depth > _DEEPEST:
            raise BadSheetError("có quá nhiều ô hoặc lồng quá sâu; hãy tách thành nhiều tệp")
        handler.start(names[name], said)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(names[name])

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.text
    with package.open(name) as part:
        while piece := part.read(_PIECE):
            limit -= len(piece)
            if limit < 0:
                raise BadSheetError("giải nén ra quá lớn")
            parser.Parse(piece, False)
    parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise BadSheetError("có khai báo DOCTYPE, điều không có trong tệp Excel")
