"""A web page of kehoach's own → what stands on its pages, by the classes of its elements."""

import re
from html.parser import HTMLParser

from kehoach_cli.imports.html.own_cells import NOTE, finished
from kehoach_cli.imports.html.own_letters import (
    CLOSES,
    DROPPED,
    OPENS,
    of_note,
    with_marks,
    with_spaces,
)
from kehoach_cli.imports.html.own_paragraphs import Opened, labelled
from kehoach_cli.imports.own.figures import of_page
from kehoach_cli.imports.own.joints import BY_CLASS, joined
from kehoach_cli.imports.own.levels import NUMBERED
from kehoach_cli.imports.pages.links import opened, parted, read
from kehoach_cli.imports.pages.model import Pages, Remark
from kehoach_cli.imports.pages.own_blocks import BULLETS, Box, OwnCell, Par, Shape, as_typed
from kehoach_cli.imports.pages.scheme_marks import stand_of
from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read

GENERATOR = '<meta name="generator" content="kehoach">'
_COUNTED = pattern(r"(?P<label>Bảng (?P<number>\d+))(?:\. |$)(?P<rest>.*)", re.DOTALL)
_SHARE = pattern(r"width: (\d+(?:\.\d+)?)%")
_ABOUT = {"author": "agency", "description": "subject"}
_PLACE = pattern(r"@(?:top|bottom)-(center|right)")
_DRAFT = "DỰ THẢO: "
_SIZE = pattern(r"font-size: (\d+)pt")
_PARAGRAPHS = ("p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "figcaption")
_LOOKS = ("thuong", "dung", "lien", "nhan")
_DOWN, _BACK = "du_thao", "cho-"


class OwnPage(HTMLParser):
    """Reads a page as kehoach wrote it. Raises IndexError, ValueError for one changed since."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shapes: list[Shape] = []
        self.remarks: list[Remark] = []
        self.open: list[Opened] = []
        self.box: Box | None = None
        self.framed = False
        self.depth = self.skipped = self.tables = self.captions = 0
        self.notes: dict[str, str] = {}
        self.note: str | None = None
        self.joint: str | None = None
        self.into: list[str] = []
        self.about: dict[str, str] = {}
        self.schemes: list[str] = []
        self.titling = self.styling = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        said = {key: value or "" for key, value in attrs}
        classes = said.get("class", "").split()
        if tag in ("meta", "col", "hr", "link"):
            self._told(tag, said)
            return
        self.depth += 1
        self.titling, self.styling = tag == "title", tag == "style"
        if tag in ("head", "style", "script", "sup") or self.skipped or _DOWN in classes:
            self._skip(tag, said)
        else:
            self._structure(tag, classes, said)
        self._begin(tag, classes, said)

    def _told(self, tag: str, said: dict[str, str]) -> None:
        """What an element without an end says: of the page, or how wide a column is."""
        share = _SHARE.search(said.get("style", ""))
        if tag == "meta" and said.get("name") in _ABOUT:
            self.about[_ABOUT[said["name"]]] = as_read(said.get("content", ""))
        elif tag == "meta" and said.get("name") == "danh-so":
            self.schemes.append(said.get("content", ""))
        elif tag == "col" and share and self.box is not None:
            self.box.shares.append(float(share[1]))

    def _structure(self, tag: str, classes: list[str], said: dict[str, str]) -> None:
        """What an element does to pages, tables and footnotes."""
        if tag == "section":
            self.shapes.append(Shape(lying="ngang" in classes))
        elif tag == "table":
            self._table(said.get("style", ""), framed="--rong" not in said.get("style", ""))
        elif tag in ("tr", "td", "th") and self.box is not None and not self.framed:
            self._row_or_cell(tag, said)
        elif tag == "li" and said.get("id", "").startswith("chu-thich-"):
            self.note = said["id"].removeprefix("chu-thich-")
            self.into = []
        elif tag == "img":
            self.depth -= 1
            self.shapes[-1].blocks.append(of_page(said, f"dòng {self.getpos()[0]}"))

    def _skip(self, tag: str, said: dict[str, str]) -> None:
        self.skipped += 1
        if tag == "a" and self.open and said.get("id", "").startswith(_BACK):
            self.open[-1].words.append(NOTE.format(said["id"].removeprefix(_BACK)))

    def _begin(self, tag: str, classes: list[str], said: dict[str, str]) -> None:
        if self.skipped or tag == "br":
            self._words("\n" if tag == "br" else "")
            self.depth -= tag == "br"
        elif tag in OPENS:
            self._words(OPENS[tag])
        elif tag == "a":
            to = said.get("href", "").removeprefix("#")
            self._words("" if to.startswith(_BACK) else opened(to))
        elif classes and classes[0] in BY_CLASS:
            self.joint = BY_CLASS[classes[0]]
        elif "nhan" in classes and self.open:
            self.open.append(Opened("nhan", tag, self.depth))
        elif tag in _PARAGRAPHS and classes and classes[0] not in _LOOKS:
            stand = stand_of(classes, self.schemes)
            kept, name = "giu" in classes, said.get("id", "")
            self.open.append(Opened(classes[0], tag, self.depth, kept, stand, name=name))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self.titling = self.styling = False
        if tag in CLOSES and not self.skipped:
            self._words(CLOSES[tag])
        if self.open and (self.open[-1].tag, self.open[-1].depth) == (tag, self.depth):
            self._end(self.open.pop())
        if self.skipped:
            self.skipped -= 1
        elif tag == "li" and self.note is not None:
            self.notes[self.note] = of_note("".join(self.into))
            self.note = None
        elif tag == "table":
            self.box, self.framed = (None, False) if not self.framed else (self.box, False)
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        """Words."""
        if self.styling and (place := _PLACE.search(data)):
            self.about["numbers"] = place[1]
        elif self.titling:
            self.about["title"] = as_read(data).strip().removeprefix(_DRAFT)
        elif not self.skipped:
            self._words(data)

    def _words(self, text: str) -> None:
        if self.note is not None:
            self.into.append(text)
        elif self.open:
            self.open[-1].add(text, self.joint)
            self.joint = None
        elif text.strip():
            raise ValueError("words outside of all that we write")

    def _end(self, one: Opened) -> None:
        text = "".join(one.words)
        if one.style == "nhan":
            self.open[-1].label = text
            return
        inner = bool(self.box and not self.framed and one.tag in ("td", "th"))
        if inner and self.box and self.box.rows[-1][-1].pars and not text:
            return
        par = self._par(one, text)
        if self.box is not None and not self.framed:
            self.box.rows[-1][-1].pars.append(par)
        else:
            self.shapes[-1].blocks.append(par)

    def _par(self, one: Opened, text: str) -> Par:
        text = as_typed(read(with_spaces(text.lstrip(" "))))
        text = text.rstrip(" ") if one.style in (*NUMBERED, "ten_bang") else text
        label = one.label
        if one.style in BULLETS or one.style == "noi_nhan_dong":
            text = text[2:] if text[:2] in ("- ", "+ ") else text
        elif not label and one.style in NUMBERED and not one.stand.bare:
            label, text = labelled(text, one.style)
        elif one.style == "ten_bang":
            match = _COUNTED.fullmatch(text)
            if match and int(match["number"]) == self.captions + 1:
                self.captions += 1
                label, text = match["label"], match["rest"]
        return Par(
            one.style,
            with_marks(text),
            parted(text.translate(DROPPED))[0],
            label,
            f"dòng {self.getpos()[0]}",
            one.kept,
            one.stand,
            anchor=one.name,
            joint=one.joint,
        )

    def _table(self, style: str, *, framed: bool) -> None:
        if framed or not self.shapes:
            self.framed = True
            return
        self.tables += 1
        size = _SIZE.search(style)
        shape = self.shapes[-1]
        self.box = Box([], size=int(size[1]) if size else 0, lying=shape.lying)
        self.box.place = f"bảng {self.tables}"
        shape.blocks.append(self.box)

    def _row_or_cell(self, tag: str, said: dict[str, str]) -> None:
        assert self.box is not None  # noqa: S101 - asked by the caller
        rows = self.box.rows
        if tag == "tr":
            rows.append([])
            return
        if tag == "th":
            self.box.head = len(rows)
        span, down = (int(said.get(key, "1")) for key in ("colspan", "rowspan"))
        rows[-1].append(OwnCell([], span, "start" if down > 1 else ""))
        if down > 1:
            self.box.widths.append(down)


def read_own_html(text: str) -> Pages | None:
    """What a page of kehoach's own holds; None where its elements stand otherwise than we wrote."""
    page = OwnPage()
    try:
        page.feed(text)
        page.close()
    except (IndexError, ValueError):
        return None
    for shape in page.shapes:
        shape.blocks = joined(finished(block, page.notes) for block in shape.blocks)
    return Pages([], page.remarks, [shape for shape in page.shapes if shape.blocks], page.about)
