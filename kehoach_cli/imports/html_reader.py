"""A page of a legal portal → paragraphs and grids."""

from html.parser import HTMLParser

from kehoach_cli.imports.labels import numbered
from kehoach_cli.imports.pages import Block, Grid, Line, Pages, padded
from kehoach_cli.source.scalars import as_read

_SKIPPED = ("script", "style", "head", "nav", "noscript", "svg", "button", "select")
_BREAKS = (
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "ul", "ol",
    "table", "center", "blockquote", "header", "footer", "body",
)  # fmt: skip
_FORMS = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_LAYOUT_COLUMNS = 2
_DEEPEST = 40  # tables in tables
_MOST = 200  # columns or rows that a cell may say it covers


def read_html(text: str) -> Pages:
    """The paragraphs and tables of a page; scripts, styles and menus are not read."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_paragraph()
    return Pages(reader.blocks)


class _Table:
    """A table being read. `taken`: places that cells from above cover."""

    def __init__(self, place: str) -> None:
        self.rows: list[list[str]] = []
        self.taken: set[tuple[int, int]] = set()
        self.grid = Grid([], place)
        self.span = (1, 1)
        self.lines: list[str] | None = None
        self.heads: list[bool] = []

    def put(self, text: str) -> None:
        """A cell at the next free place of the row."""
        row = self.rows[-1]
        at = len(self.rows) - 1
        while (at, len(row)) in self.taken:
            row.append("")
        down, across = self.span
        if self.span != (1, 1):
            self.grid.spans[at, len(row)] = self.span
        for below in range(1, down):
            self.taken |= {(at + below, len(row) + right) for right in range(across)}
        row += [text, *[""] * (across - 1)]


class _List:
    """A list of the page, whose numbers the browser makes."""

    def __init__(self, numbered: bool, form: str, first: int) -> None:
        self.numbered, self.form, self.count = numbered, form, first - 1

    def next(self, depth: int) -> str:
        """The number or bullet of its next item."""
        if not self.numbered:
            return "-" if depth == 1 else "+"
        self.count += 1
        mark = ")" if self.form == "a" else "."
        return f"{numbered(self.count, _FORMS.get(self.form, 'decimal'))}{mark}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.tables: list[_Table] = []
        self.words: list[str] = []
        self.skipped = self.bold = self.count = 0
        self.depth = 0
        self.lists: list[_List] = []
        self.label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipped += 1
        elif tag == "br":
            self.end_paragraph()
        elif tag in ("b", "strong"):
            self.bold += 1
        elif tag == "table" and len(self.tables) < _DEEPEST:
            self.end_paragraph()
            self.tables.append(_Table(f"dòng {self.getpos()[0]}"))
        elif tag in ("tr", "td", "th") and self.tables:
            self._open_row_or_cell(tag, dict(attrs))
        elif tag in _BREAKS:
            self.end_paragraph()
            self.depth = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
            self._open_list(tag, dict(attrs))

    def _open_list(self, tag: str, attrs: dict[str, str | None]) -> None:
        """A list, or an item of one."""
        if tag in ("ol", "ul"):
            start = attrs.get("start") or ""
            first = int(start) if start.isdigit() else 1
            self.lists.append(_List(tag == "ol", attrs.get("type") or "1", first))
        elif tag == "li" and self.lists:
            self.label = self.lists[-1].next(len(self.lists))

    def _open_row_or_cell(self, tag: str, attrs: dict[str, str | None]) -> None:
        table = self.tables[-1]
        self.end_paragraph()
        if tag == "tr":
            table.rows.append([])
            return
        table.lines = []
        if len(table.heads) < len(table.rows):
            table.heads.append(tag == "th")
        table.span = (_count(attrs.get("rowspan")), _count(attrs.get("colspan")))
        if not table.rows:
            table.rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipped = max(self.skipped - 1, 0)
        elif tag in ("b", "strong"):
            self.bold = max(self.bold - 1, 0)
        elif tag in ("td", "th") and self.tables and self.tables[-1].lines is not None:
            self.end_paragraph()
            table = self.tables[-1]
            table.put("\n".join(table.lines or ()))
            table.lines = None
        elif tag == "table" and self.tables:
            self._close_table()
        elif tag in ("ol", "ul") and self.lists:
            self.end_paragraph()
            self.lists.pop()
        elif tag in _BREAKS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data)

    def end_paragraph(self) -> None:
        """What was read since the last break is a paragraph, or a line of a cell."""
        text = as_read(" ".join("".join(self.words).split()))
        self.words.clear()
        if not text:
            return
        table = self.tables[-1] if self.tables else None
        if table is not None and table.lines is not None:
            table.lines.append(text)
            return
        self.count += 1
        place = f"dòng {self.getpos()[0]}"
        label, self.label = self.label, ""
        strong = self.bold > 0 or None
        self.blocks.append(Line(text, place, label, self.depth, strong))

    def _close_table(self) -> None:
        table = self.tables.pop()
        rows = padded(table.rows)
        width = max(map(len, rows), default=0)
        if self.tables and self.tables[-1].lines is not None:
            self.tables[-1].lines += [" ".join(filter(None, row)) for row in rows]
        elif width <= _LAYOUT_COLUMNS:
            place = table.grid.place
            cells = (cell for row in rows for cell in row if cell)
            self.blocks += [Line(line, place) for cell in cells for line in cell.split("\n")]
        else:
            table.grid.rows = rows
            table.grid.head = [*table.heads, False].index(False)
            self.blocks.append(table.grid)


def _count(text: str | None) -> int:
    return min(max(int(text), 1), _MOST) if text and text.isdigit() else 1
