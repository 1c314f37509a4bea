"""A page of a legal portal → paragraphs and grids."""

from html.parser import HTMLParser

from kehoach_cli.imports.html.lists import Lists
from kehoach_cli.imports.html.pictures import Seen, picture_line
from kehoach_cli.imports.html.tables import Table
from kehoach_cli.imports.letters.symbols import font_of, in_letters
from kehoach_cli.imports.outline.labels import bullet_of, label_of
from kehoach_cli.imports.pages.model import Block, Line, Pages, Remark
from kehoach_cli.imports.parts.shown import BELOW
from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read

_SKIPPED = (
    "script", "style", "head", "title", "nav", "noscript", "svg", "button", "select", "template",
)  # fmt: skip
_BREAKS = (
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "ul", "ol",
    "table", "center", "blockquote", "header", "footer", "body", "caption", "pre",
)  # fmt: skip
_INLINE = ("img", "br", "b", "strong", "span", "font")
_DEEPEST = 40  # tables in tables
_ENDS = (".", ";", ":", "?", "!")
_BLOCK = pattern(r"display\s*:\s*(?:inline-)?block|float\s*:")
_CENTRED = pattern(r"text-align\s*:\s*center")


def read_html(text: str, seen: Seen = lambda _: b"") -> Pages:
    """The paragraphs, tables and pictures of a page; scripts, styles and menus are not read."""
    reader = _Reader(seen)
    reader.feed(text)
    reader.close()
    return Pages(reader.finished(), reader.remarks)


class _Reader(HTMLParser):
    def __init__(self, seen: Seen) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = seen
        self.remarks: list[Remark] = []
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.words: list[tuple[str, bool]] = []
        self.skipped: list[str] = []
        self.bold = self.depth = 0
        self.centred = self.broken = self.block = False
        self.lists = Lists()
        self.fonts: list[str] = []
        self.label = ""

    def finished(self) -> list[Block]:
        """All blocks of the page, those of tables never closed too."""
        self.end_paragraph()
        while self.tables:
            self._close_table()
        return self.blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipped.append(tag)
        elif tag in _INLINE:
            self._open_inline(tag, dict(attrs))
        elif tag == "table" and len(self.tables) < _DEEPEST:
            self.end_paragraph()
            self.tables.append(Table(f"dòng {self.getpos()[0]}"))
        elif tag in ("tr", "td", "th") and self.tables:
            self.end_paragraph()
            self.tables[-1].open(tag, dict(attrs))
        elif tag in _BREAKS:
            self._begin(tag, dict(attrs))

    def _open_inline(self, tag: str, attrs: dict[str, str | None]) -> None:
        """A stretch of letters, the end of a line or a picture."""
        if tag == "img":
            self._picture(attrs)
        elif tag == "br":
            self.end_paragraph()
            self.broken = True
        elif tag in ("b", "strong"):
            self.bold += 1
        else:
            self._part(attrs)

    def _picture(self, attrs: dict[str, str | None]) -> None:
        """A picture stands between paragraphs."""
        place = f"dòng {self.getpos()[0]}"
        line = None if self.skipped else picture_line(attrs, place, self.seen)
        if line is not None:
            self.end_paragraph()
            self._here().append(line)

    def _begin(self, tag: str, attrs: dict[str, str | None]) -> None:
        """A paragraph, a heading or a list begins."""
        self.end_paragraph()
        if tag == "body":
            self.skipped.clear()
        self.depth = int(tag[1]) if tag[0] == "h" and tag[1:].isdecimal() else 0
        style = (attrs.get("style") or "").lower()
        self.centred = attrs.get("align") == "center" or bool(_CENTRED.search(style))
        self._open_list(tag, attrs)

    def _open_list(self, tag: str, attrs: dict[str, str | None]) -> None:
        """A list, or an item of one."""
        if tag in ("ol", "ul"):
            self.lists.open(tag, attrs)
        elif tag == "li":
            self.label = self.lists.next(attrs.get("value"))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.skipped:
            del self.skipped[self.skipped.index(tag) :]
        elif tag in ("b", "strong"):
            self.bold = max(self.bold - 1, 0)
        elif tag in ("td", "th", "tr") and self.tables:
            self.end_paragraph()
            self.tables[-1].end_cell()
        elif tag == "table" and self.tables:
            self._close_table()
        elif tag in ("span", "font"):
            self._end_part()
        elif tag in _BREAKS:
            self.end_paragraph()
            if tag in ("ol", "ul"):
                self.lists.close()

    def _part(self, attrs: dict[str, str | None]) -> None:
        """A block among letters, such as the number of a list, is a word of its own."""
        style = (attrs.get("style") or "").lower()
        font = font_of(style, attrs.get("face") or "")
        self.fonts.append(self.fonts[-1] if font is None and self.fonts else font or "")
        self.block = bool(_BLOCK.search(style))
        if self.block:
            self.words.append((" ", False))

    def _end_part(self) -> None:
        if self.fonts:
            self.fonts.pop()
        if self.block:
            self.words.append((" ", False))
            self.block = False

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            text = as_read(data)
            font = self.fonts[-1] if self.fonts else ""
            self.words.append((in_letters(text, font) if font else text, self.bold > 0))

    def end_paragraph(self) -> None:
        """What was read since the last break is a paragraph, or a line of a cell."""
        text = " ".join(as_read("".join(word for word, _ in self.words)).split())
        strong = all(bold for word, bold in self.words if word.strip())
        self.words.clear()
        broken, self.broken = self.broken, False
        if not text:
            return
        label, self.label = self.label, ""
        line = Line(text, f"dòng {self.getpos()[0]}", label, self.depth, strong, self.centred)
        self._put(_without_twice(line), broken)

    def _put(self, line: Line, broken: bool) -> None:
        blocks = self._here()
        before = blocks[-1] if blocks and broken else None
        if isinstance(before, Line) and _goes_on(before, line):
            blocks[-1] = before._replace(text=f"{before.text} {line.text}")
        else:
            blocks.append(line)

    def _here(self) -> list[Block]:
        """Where blocks go now: the open cell, or the page."""
        for table in reversed(self.tables):
            if table.cell is not None:
                return table.cell
        return self.blocks

    def _close_table(self) -> None:
        self.end_paragraph()
        table = self.tables.pop()
        self._here().extend(table.closed())
        self.remarks += [Remark(line.place, line.text, BELOW) for line in table.pictures]


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line under a break goes on with the one above."""
    return line.text[0].islower() and not before.text.endswith(_ENDS) and not label_of(line.text)


def _without_twice(line: Line) -> Line:
    """The line without the number of its list, where a number or bullet is typed too."""
    is_typed = line.label and (label_of(line.text) or bullet_of(line.text))
    return line._replace(label="") if is_typed else line
