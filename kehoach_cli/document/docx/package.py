"""The package of a Word file: its parts, the same bytes every time, and whose file it is."""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from kehoach_cli.document.docx.markup import DECLARATION
from kehoach_cli.document.docx.sections import Margin

APPLICATION = "kehoach"
"""What our files name as the program that made them, in docProps/app.xml."""

APP, CORE, DOCUMENT = "docProps/app.xml", "docProps/core.xml", "word/document.xml"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_APP_LIMIT = 65536  # bytes; ours has some 200

_TYPES = {
    APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    DOCUMENT: f"{_WORD}.document.main+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_ROOT = (
    ("rId1", f"{_OFFICE}/officeDocument", DOCUMENT),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", CORE),
    ("rId3", f"{_OFFICE}/extended-properties", APP),
)
_BODY = ("fontTable", "numbering", "settings", "styles", "theme/theme1")
UNREADABLE = (
    OSError,
    ValueError,
    LookupError,
    RuntimeError,
    EOFError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
    expat.ExpatError,
)
"""What reading a damaged package may raise."""


def new_package(out: BinaryIO) -> zipfile.ZipFile:
    """An empty package to be closed by the caller."""
    return zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)


def add_part(package: zipfile.ZipFile, name: str, chunks: Iterable[str | bytes]) -> None:
    """Write a part in pieces, with nothing of the clock or the system in its entry."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    with package.open(entry, "w") as part:
        for chunk in chunks:
            part.write(chunk.encode("utf-8") if isinstance(chunk, str) else chunk)


def content_types(margins: Sequence[Margin], *, notes: bool, pictures: Iterable[str] = ()) -> str:
    """The part [Content_Types].xml. `pictures`: the kinds there are, "png" and "jpeg"."""
    types = _TYPES | {margin.name: f"{_WORD}.{margin.kind}+xml" for margin in margins}
    if not notes:
        del types["word/footnotes.xml"]
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{types[name]}"/>' for name in sorted(types)
    )
    media = "".join(
        f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in sorted(pictures)
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{media}{overrides}</Types>'
    )


def package_relations() -> str:
    """The part _rels/.rels."""
    return _relations(_ROOT)


def document_relations(
    margins: Sequence[Margin], *, notes: bool, pictures: Iterable[tuple[str, str]] = ()
) -> str:
    """The part word/_rels/document.xml.rels. `pictures`: relation and part."""
    fixed = [
        (f"rId{at}", f"{_OFFICE}/{name.partition('/')[0]}", f"{name}.xml")
        for at, name in enumerate((*_BODY, "footnotes") if notes else _BODY, 1)
    ]
    own = [(m.id, f"{_OFFICE}/{m.kind}", m.name.removeprefix("word/")) for m in margins]
    shown = [(key, f"{_OFFICE}/image", name.removeprefix("word/")) for key, name in pictures]
    return _relations([*fixed, *own, *shown])


def _relations(entries: Iterable[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, kind, target in entries
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def read_part(package: zipfile.ZipFile, name: str, limit: int = -1) -> bytes:
    """The bytes of a part, no more than `limit`. Raises one of `UNREADABLE` when damaged."""
    entry = package.getinfo(name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile("packed in a way that Word does not know")
    with package.open(entry) as part:
        return part.read(limit)


def is_ours(path: Path) -> bool:
    """Whether kehoach wrote the file at a path; False for what is missing, foreign or broken."""
    try:
        with zipfile.ZipFile(path) as package:
            return _application(read_part(package, APP, _APP_LIMIT)) == APPLICATION
    except UNREADABLE:
        return False


def _application(app: bytes) -> str:
    found: list[str] = []
    inside: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, _: inside.append(name)
    parser.EndElementHandler = lambda _: inside.pop()
    parser.CharacterDataHandler = lambda text: (
        found.append(text) if inside == ["Properties", "Application"] else None
    )
    parser.Parse(app, True)
    return "".join(found)


def _refuse(*_: object) -> None:
    raise ValueError("a DOCTYPE has no place in a Word file")
