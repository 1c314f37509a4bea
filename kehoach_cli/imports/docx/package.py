"""The parts of a Word file that are read, each within its limits; python-docx is met only here."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from xml.parsers import expat

from kehoach_cli.document.docx.base_parts import (
    BadBaseError,
    ignored,
    relations,
    sound_part,
)
from kehoach_cli.document.docx.markup import W
from kehoach_cli.document.docx.package import UNREADABLE
from kehoach_cli.imports.docx.properties import about_in
from kehoach_cli.imports.pages.model import About
from kehoach_cli.imports.pages.pictures import pictures_in

NS = f"{{{W}}}"
ENDNOTE = "e"
"""Stands before the id of an endnote, which may be that of a footnote too."""
COMMENT = "c"
"""Stands before the id of a comment."""
_MOST_PARAGRAPHS = 100_000
_CHAIN = 32  # styles based on one another
_ON = (None, "1", "true", "on")


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says, with what it inherits. `list`: its number and level."""

    name: str = ""
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    centred: bool = False
    depth: int = 0
    list: tuple[str, int] = ("", 0)


@dataclass(slots=True)
class Parts:
    """The body, styles by id, lists, notes and comments by id; `ignored`: in Vietnamese.

    `pictures`: by the ids of their relations. `about`: what the file says of itself.
    """

    body: Any
    styles: dict[str, Style] = field(default_factory=dict)
    numbering: Any = None
    notes: dict[str, Any] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)
    about: About = field(default_factory=dict)


def open_docx(file: BinaryIO) -> Parts:
    """The parts of a Word file. Raises BadBaseError, a reason in Vietnamese."""
    try:
        with zipfile.ZipFile(file) as package:
            return _parts(package)
    except (expat.ExpatError, SyntaxError) as error:
        raise BadBaseError("có phần XML bị hỏng") from error
    except UNREADABLE as error:
        raise BadBaseError("không phải tệp .docx, hoặc tệp bị hỏng hay có mật khẩu") from error


def _parts(package: zipfile.ZipFile) -> Parts:
    main = relations(package, PurePosixPath()).get("officeDocument")
    if main is None or main.parts[0] in ("xl", "ppt"):
        raise BadBaseError("không phải tệp Word")
    own = relations(package, main)
    body = _parsed(package, main, "document").find(f"{NS}body")
    if body is None:
        raise BadBaseError("không có nội dung")
    if sum(1 for _ in body.iter(f"{NS}p")) > _MOST_PARAGRAPHS:
        raise BadBaseError(f"có hơn {_MOST_PARAGRAPHS} đoạn văn, không phải kế hoạch")
    parts = Parts(body, ignored=tuple(ignored(package, own)))
    parts.about = about_in(package)
    parts.pictures = pictures_in(package, main) if "image" in own else {}
    if "styles" in own:
        parts.styles = _styles(_parsed(package, own["styles"], "styles"))
    if "numbering" in own:
        parts.numbering = _parsed(package, own["numbering"], "numbering")
    for kind, mark in (("footnote", ""), ("endnote", ENDNOTE)):
        if f"{kind}s" in own:
            root = _parsed(package, own[f"{kind}s"], f"{kind}s")
            parts.notes |= {mark + one.get(f"{NS}id", ""): one for one in root.iter(NS + kind)}
    _take_comments(parts, package, own)
    return parts


def _take_comments(parts: Parts, package: zipfile.ZipFile, own: dict[str, PurePosixPath]) -> None:
    """Keep what reviewers wrote in the margin; where that is broken the text can still be read."""
    if "comments" not in own:
        return
    try:
        root = _parsed(package, own["comments"], "comments")
    except (BadBaseError, expat.ExpatError, SyntaxError, *UNREADABLE):
        parts.ignored = (*parts.ignored, "ghi chú bên lề (phần ấy bị hỏng)")
        return
    parts.notes |= {COMMENT + one.get(f"{NS}id", ""): one for one in root.iter(f"{NS}comment")}


def _parsed(package: zipfile.ZipFile, name: PurePosixPath, kind: str) -> Any:
    from docx.oxml.parser import parse_xml  # takes a while, and only Word files need it

    return parse_xml(sound_part(package, name, kind))


def said(properties: Any, name: str) -> str | None:
    """The value of a property, None where it is not said."""
    found = properties.find(f"{NS}{name}") if properties is not None else None
    return None if found is None else str(found.get(f"{NS}val", ""))


def whole(text: str | None, most: int = 9) -> int:
    """A whole number that a file says, no larger than `most`; 0 where it says none."""
    if not text or not text.isascii() or not text.isdigit():
        return 0
    digits = text.lstrip("0")
    return most if len(digits) > len(str(most)) else min(int(digits or 0), most)


def is_on(properties: Any, name: str, default: bool = False) -> bool:
    """Whether a property that is on or off is on."""
    found = properties.find(f"{NS}{name}") if properties is not None else None
    return default if found is None else found.get(f"{NS}val") in _ON


def list_of(properties: Any, default: tuple[str, int] = ("", 0)) -> tuple[str, int]:
    """The list and level that paragraph properties name."""
    numbered = properties.find(f"{NS}numPr") if properties is not None else None
    if numbered is None:
        return default
    level, number = said(numbered, "ilvl"), said(numbered, "numId")
    return number or default[0], default[1] if level is None else whole(level)


def _styles(root: Any) -> dict[str, Style]:
    elements = {one.get(f"{NS}styleId", ""): one for one in root.iter(f"{NS}style")}
    return {key: _style(key, elements) for key in elements}


def _style(key: str, elements: dict[str, Any]) -> Style:
    """A style with what it inherits from those it is based on."""
    chain = list(_chain(key, elements))[::-1]
    style = Style()
    for element in chain:
        letters, paragraph = element.find(f"{NS}rPr"), element.find(f"{NS}pPr")
        outline = said(paragraph, "outlineLvl")
        align = said(paragraph, "jc")
        style = Style(
            name=said(element, "name") or "",
            bold=is_on(letters, "b", style.bold),
            italic=is_on(letters, "i", style.italic),
            hidden=is_on(letters, "vanish", style.hidden),
            centred=style.centred if align is None else align == "center",
            depth=int(outline) + 1 if outline and outline in "012345678" else style.depth,
            list=list_of(paragraph, style.list),
        )
    return style


def _chain(key: str, elements: dict[str, Any]) -> Iterator[Any]:
    for _ in range(_CHAIN):
        element = elements.get(key)
        if element is None:
            return
        yield element
        key = said(element, "basedOn") or ""
