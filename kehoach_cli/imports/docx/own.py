"""A Word file of kehoach's own → what stands on its pages, by the names of its styles."""

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach_cli.document.docx.joints import JOINTS
from kehoach_cli.document.docx.markup import R
from kehoach_cli.document.docx.references import REFERRED
from kehoach_cli.document.docx.styles import shown_name
from kehoach_cli.document.layout import read_layout
from kehoach_cli.imports.docx.numbers import Numbers
from kehoach_cli.imports.docx.own_letters import OwnLetters
from kehoach_cli.imports.docx.own_lists import ListNames
from kehoach_cli.imports.docx.package import NS, Parts, Style, is_on, list_of, said, whole
from kehoach_cli.imports.own.closing import END
from kehoach_cli.imports.own.head import HEAD
from kehoach_cli.imports.own.joints import joined
from kehoach_cli.imports.pages.links import parted, read
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.pages.own_blocks import Box, Drawn, OwnBlock, OwnCell, Par, Shape, as_typed
from kehoach_cli.imports.pages.scheme_marks import BARE, UNSAID, Stand
from kehoach_cli.installed import templates
from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read

_LAYOUT = "nd30-2020.toml"
_ENDING = pattern(r"(?P<name>.+?) (?P<size>1[1-3])|(?P<bare>.+) (?:không số|[A-ZĐa-zđ]{1,2})")
_COUNTED = pattern(r"(?P<label>Bảng \d+)(?:\. )?")
_FRAMED = (*HEAD, *END)
"""The styles of what only stands side by side."""
_MM = 25.4 / 1440
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_EXTENT, _BLIP = f"{{{_DRAWING}wordprocessingDrawing}}extent", f"{{{_DRAWING}main}}blip"
_EMBEDDED = f"{{{R}}}embed"
_EMU, _MOST_EMU = 36000, 36_000_000  # of a millimetre, of a picture
_MOST_TWIPS, _MOST_COLUMNS = 31_680, 200
_ROUNDED = 0.02  # mm
_OURS = 0.8
"""The share of a file's paragraphs whose style is ours, from which the file is."""


def keys_by_name() -> dict[str, str]:
    """The keys of our styles by the names that they have in a file."""
    styles = read_layout(templates() / "the-thuc" / _LAYOUT).styles.values()
    return {shown_name(style): style.key for style in styles}


class _Styles:
    """The styles of a file by their ids: their keys, and the type size of those of tables."""

    def __init__(self, parts: Parts) -> None:
        known = keys_by_name()
        self.keys = {key: _key(style.name, known) for key, style in parts.styles.items()}
        self.sizes = {key: _size(style.name) for key, style in parts.styles.items()}


def _key(name: str, known: dict[str, str]) -> str:
    match = _ENDING.fullmatch(name)
    bare = (match["name"] or match["bare"]) if match else ""
    return known.get(name) or known.get(bare, "")


def _size(name: str) -> int:
    match = _ENDING.fullmatch(name)
    return int(match["size"]) if match and match["size"] else 0


def numbers_at(parts: Parts) -> str:
    """Where pages have their numbers, as the layout law says it; "" for unknown."""
    keys = _Styles(parts).keys
    places = [style.centred for key, style in parts.styles.items() if keys[key] == "so_trang"]
    return ("center" if places[0] else "right") if places else ""


def is_ours(parts: Parts) -> bool:
    """Whether nearly every paragraph has a style of ours."""
    keys = _Styles(parts).keys
    used = [said(p.find(f"{NS}pPr"), "pStyle") or "" for p in parts.body.iter(f"{NS}p")]
    ours = sum(bool(keys.get(key)) for key in used)
    return bool(ours) and ours >= _OURS * len(used)


class OwnReader:
    """Reads the body of a file. `remarks`: what could not be taken."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self.styles = parts, _Styles(parts)
        self.numbers = Numbers(parts.numbering)
        self.tied = self.numbers.by_style()
        self.lists = ListNames(parts.numbering)
        self.joints = _joints_of(parts.styles)
        self.remarks = [Remark("tệp", what, "không đọc") for what in parts.ignored]
        self.count = self.tables = 0
        self.boxed: list[Any] = []  # text boxes of the paragraph just read

    def shapes(self) -> list[Shape]:
        """The pages, those of one shape together."""
        found = [Shape()]
        for element in self._elements(self.parts.body):
            if element.tag == f"{NS}sectPr":
                _close(found, element)
                continue
            blocks = self._blocks(element)
            found[-1].blocks += blocks
            section = element.find(f"{NS}pPr/{NS}sectPr")
            if section is not None:
                _close(found, section)
                found.append(Shape())
        for shape in found:
            for block in shape.blocks:
                if isinstance(block, Box):
                    block.lying = shape.lying
            shape.blocks = joined(shape.blocks)
        return [shape for shape in found if shape.blocks]

    def _elements(self, parent: Any) -> Iterator[Any]:
        for element in parent:
            name = element.tag.removeprefix(NS) if isinstance(element.tag, str) else ""
            if name in ("p", "tbl", "sectPr"):
                yield element
            elif name in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
                yield from self._elements(element)

    def _blocks(self, element: Any) -> list[OwnBlock]:
        if element.tag == f"{NS}p":
            own: list[OwnBlock] = [*self._drawn(element)]
            par = self._par(element)
            own += [] if own and not par.text else [par]
            boxed, self.boxed = self.boxed, []
            return own + [self._par(p) for box in boxed for p in box.iter(f"{NS}p")]
        if not self._is_table(element):
            cells = element.iter(f"{NS}tc")
            inner = [p for cell in cells for p in cell if p.tag == f"{NS}p"]
            return [self._par(p) for p in inner]
        return [self._box(element)]

    def _is_table(self, element: Any) -> bool:
        """Whether a table is one, and does not only set things side by side."""
        used = (one.get(f"{NS}val", "") for one in element.iter(f"{NS}pStyle"))
        return not any(self.styles.keys.get(key) in _FRAMED for key in used)

    def _par(self, element: Any) -> Par:
        self.count += 1
        properties = element.find(f"{NS}pPr")
        style = said(properties, "pStyle") or ""
        letters = OwnLetters(element, self.parts.notes, self.joints)
        place = f"đoạn {self.count}"
        self.boxed += letters.boxes
        for why, text in letters.lost:
            self.remarks.append(Remark(place, text.strip(), why))
        text, plain = read(letters.marked()), as_read(letters.plain)
        label, stand = self._label(properties, style)
        counted = _COUNTED.match(text) if letters.counts else None
        if counted:
            label, text = counted["label"], text[counted.end() :]
            plain = plain[counted.end() :]
        key = self.styles.keys.get(style, "")
        kept = is_on(properties, "keepNext")
        text, links = parted(as_typed(text))
        plain, anchor = as_typed(plain), _anchor(element)
        return Par(key, text, plain, label, place, kept, stand, links, anchor, letters.joint)

    def _drawn(self, element: Any) -> Iterator[Drawn]:
        """The pictures of a paragraph; what says how wide they are stands before them."""
        kept = is_on(element.find(f"{NS}pPr"), "keepNext")
        width = 0.0
        for one in element.iter(_EXTENT, _BLIP):
            if one.tag == _EXTENT:
                width = _width(whole(one.get("cx"), _MOST_EMU) / _EMU)
            else:
                data = self.parts.pictures.get(one.get(_EMBEDDED, ""), b"")
                yield Drawn(data, width, f"đoạn {self.count + 1}", kept)

    def _label(self, properties: Any, style: str) -> tuple[str, Stand]:
        own = self.parts.styles.get(style, Style())
        number, level = list_of(properties, self.tied.get(style, own.list))
        if number in ("", "0"):
            outline = said(properties, "outlineLvl")
            deep = own.depth - 1 if outline is None else whole(outline)
            return "", BARE._replace(level=deep) if self.lists.all_count else UNSAID
        return self.numbers.label(number, level), self.lists.stand(number, level)

    def _box(self, element: Any) -> Box:
        self.tables += 1
        grid = element.findall(f"{NS}tblGrid/{NS}gridCol")
        widths = [_width(whole(one.get(f"{NS}w"), _MOST_TWIPS) * _MM) for one in grid]
        box = Box([], widths=widths, place=f"bảng {self.tables}")
        for row in element.findall(f"{NS}tr"):
            box.rows.append([self._cell(cell, box) for cell in row.findall(f"{NS}tc")])
            if row.find(f"{NS}trPr/{NS}tblHeader") is not None:
                box.head = len(box.rows)
        return box

    def _cell(self, element: Any, box: Box) -> OwnCell:
        properties = element.find(f"{NS}tcPr")
        merge = said(properties, "vMerge")
        span = said(properties, "gridSpan")
        pars = [self._par(p) for p in element.iter(f"{NS}p")]
        first = element.find(f"{NS}p/{NS}pPr")
        box.size = box.size or self.styles.sizes.get(said(first, "pStyle") or "", 0)
        cell = OwnCell(pars, max(whole(span, _MOST_COLUMNS), 1))
        if merge is not None:
            cell.down = "start" if merge == "restart" else "on"
        return cell


def _anchor(paragraph: Any) -> str:
    """The bookmark by which words lead to a paragraph."""
    names = (one.get(f"{NS}name", "") for one in paragraph.iter(f"{NS}bookmarkStart"))
    return next((name for name in names if name.startswith(REFERRED)), "")


def _width(millimetres: float) -> float:
    """A width as typed: files round it to a 57th of a millimetre."""
    near = round(millimetres * 2) / 2
    return near if abs(near - millimetres) < _ROUNDED else round(millimetres, 2)


def _close(shapes: list[Shape], section: Any) -> None:
    size = section.find(f"{NS}pgSz")
    shapes[-1].lying = size is not None and size.get(f"{NS}orient") == "landscape"


def _joints_of(styles: Mapping[str, Style]) -> dict[str, str]:
    """What was typed where the layout set a blank, by the ids of the styles that say so."""
    by_name = {name: joint for joint, name in JOINTS.items()}
    found = ((key, by_name.get(style.name)) for key, style in styles.items())
    return {key: joint for key, joint in found if joint is not None}
