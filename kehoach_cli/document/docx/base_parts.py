"""A department's own Word file: the few parts that are looked at, and a guard before them.

The file comes from anywhere. Whatever is read has a limit of size and of depth, and no DOCTYPE.
Macros, pictures, headers and links out of the file are never read.
"""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO
from xml.parsers import expat

from kehoach_cli.document.docx.markup import W
from kehoach_cli.document.docx.package import UNREADABLE

MAX_FILE = 20_000_000
"""Bytes of a file that is looked at."""

_LIMITS = {
    "styles": 4_000_000,
    "theme": 1_000_000,
    "rels": 1_000_000,
    "document": 64_000_000,
    "numbering": 8_000_000,
    "footnotes": 16_000_000,
    "endnotes": 16_000_000,
    "comments": 16_000_000,
    "core-properties": 1_000_000,
}
_PIECE = 65536
_MAX_DEPTH = 200
_MAX_ELEMENTS = 1_500_000  # a hundred pages have some 50,000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

Attributes = dict[str, str]
_Seen = Callable[[str, Attributes], None]


class BadBaseError(Exception):
    """A file that cannot serve as a base; says in Vietnamese why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class BaseParts:
    """What is read of a base.

    `fonts`: of the theme, "major" and "minor". `margins`: of the first section, in twentieths of a
    point. `ignored`: what it has that is left out, in Vietnamese.
    """

    styles: bytes
    fonts: Attributes
    margins: Attributes
    ignored: tuple[str, ...]


def open_base(file: BinaryIO) -> BaseParts:
    """The parts of a base. Raises BadBaseError for what is no sound Word file."""
    try:
        with zipfile.ZipFile(file) as package:
            return _parts(package)
    except expat.ExpatError as error:
        raise BadBaseError("có phần XML bị hỏng") from error
    except UNREADABLE as error:
        raise BadBaseError("không phải tệp .docx, hoặc tệp bị hỏng hay có mật khẩu") from error


def _parts(package: zipfile.ZipFile) -> BaseParts:
    root = relations(package, PurePosixPath())
    body = root.get("officeDocument")
    if body is None:
        raise BadBaseError("là tệp nén nhưng không phải tệp Word")
    if body.parts[0] in ("xl", "ppt"):
        raise BadBaseError("không phải tệp .docx")
    own = relations(package, body)
    if "styles" not in own:
        raise BadBaseError("không có phần định nghĩa kiểu (styles)")
    return BaseParts(
        styles=_styles(package, own["styles"]),
        fonts=_fonts(package, own.get("theme")),
        margins=_margins(package, body),
        ignored=tuple(ignored(package, own)),
    )


def _pieces(package: zipfile.ZipFile, name: PurePosixPath, kind: str) -> Iterator[bytes]:
    """A part in pieces, up to the limit of its kind."""
    left = _LIMITS[kind]
    with package.open(str(name)) as part:
        while piece := part.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise BadBaseError("giải nén ra quá lớn")
            yield piece


def _scan(pieces: Iterator[bytes], seen: _Seen) -> None:
    """Tell of each element, as "namespace name"; what is deep or declares entities is refused."""
    depth = count = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _MAX_DEPTH:
            raise BadBaseError("có phần XML lồng quá sâu")
        if count > _MAX_ELEMENTS:
            raise BadBaseError("có phần XML quá lớn")
        seen(name, attributes)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler = start, end
    for piece in pieces:
        parser.Parse(piece, False)
    parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise BadBaseError("có khai báo DOCTYPE, điều không có trong tệp Word")


def sound_part(package: zipfile.ZipFile, name: PurePosixPath, kind: str) -> bytes:
    """A part that is within its limits and declares nothing. Raises BadBaseError."""
    pieces = list(_pieces(package, name, kind))
    _scan(iter(pieces), lambda _tag, _said: None)
    return b"".join(pieces)


def relations(package: zipfile.ZipFile, source: PurePosixPath) -> dict[str, PurePosixPath]:
    """The parts that a part refers to, by the last word of their kind; "External" for links out."""
    folder = source.parent
    found: dict[str, PurePosixPath] = {}

    def seen(_name: str, said: Attributes) -> None:
        target, kind = said.get("Target", ""), said.get("Type", "").rpartition("/")[2]
        if said.get("TargetMode") == "External":
            found["External"] = PurePosixPath()
        elif target:
            absolute = target.startswith("/")
            found.setdefault(kind, PurePosixPath(target[1:]) if absolute else folder / target)

    _scan(_pieces(package, folder / "_rels" / f"{source.name}.rels", "rels"), seen)
    return found


def _styles(package: zipfile.ZipFile, name: PurePosixPath) -> bytes:
    pieces, roots = list(_pieces(package, name, "styles")), list[str]()
    _scan(iter(pieces), lambda tag, _: roots.append(tag) if not roots else None)
    if roots != [f"{W} styles"]:
        raise BadBaseError("có phần kiểu không đúng chuẩn Word")
    return b"".join(pieces)


def _fonts(package: zipfile.ZipFile, name: PurePosixPath | None) -> Attributes:
    """The fonts that a theme gives to headings ("major") and to text ("minor")."""
    found: Attributes = {}
    inside = [""]

    def seen(tag: str, said: Attributes) -> None:
        if tag in (f"{_DRAWING} majorFont", f"{_DRAWING} minorFont"):
            inside[0] = tag.rpartition(" ")[2].removesuffix("Font")
        elif tag == f"{_DRAWING} latin" and inside[0]:
            found.setdefault(inside[0], said.get("typeface", ""))

    if name is not None:
        _scan(_pieces(package, name, "theme"), seen)
    return found


def _margins(package: zipfile.ZipFile, body: PurePosixPath) -> Attributes:
    found: Attributes = {}

    def seen(tag: str, said: Attributes) -> None:
        if tag == f"{W} pgMar" and not found:
            found.update({key.rpartition(" ")[2]: value for key, value in said.items()})

    _scan(_pieces(package, body, "document"), seen)
    return found


def ignored(package: zipfile.ZipFile, related: dict[str, PurePosixPath]) -> Iterator[str]:
    """What a file has that is never looked at, in Vietnamese."""
    if any(name.casefold().endswith("vbaproject.bin") for name in package.namelist()):
        yield "macro"
    if "External" in related:
        yield "liên kết ra ngoài"
