"""Document → one HTML file that needs nothing else: for a phone, a web page, a printer."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence

from kehoach_cli.document.closing import in_one_row
from kehoach_cli.document.html_pen import APPENDIX_STYLE, Pen, pen_for
from kehoach_cli.document.html_style import figure, style_sheet
from kehoach_cli.document.html_text import attribute_of, text_of
from kehoach_cli.document.labels import Label, cell_blocks, placed
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    Paragraph,
    Row,
    Rule,
    Section,
    Table,
)
from kehoach_cli.document.row_spans import row_spans
from kehoach_cli.plan.scheme import names_article, tokens_of

DRAFT = "DỰ THẢO"

_TITLE, _SUBTITLE, _TABLE_NAME = "ten_loai", "trich_yeu", "ten_bang"
_FRAMES = {"quoc_hieu": "header", "quyen_han_ky": "footer"}
"""The element of a table without borders, by the style of its right column."""
_LEAST_COLUMN = 18  # mm on a screen; a table that needs more scrolls sideways
_NOTHING_LOADS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def as_html(document: Document, layout: Layout) -> str:
    """The document as a page of HTML; the same document gives the same text.

    Raises KeyError when the document names a style that the layout lacks.
    """
    pen = pen_for(document, layout)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{attribute_of(layout.language.partition("-")[0])}">',
            *_head(document, layout),
            "<body>",
            *([f'<div class="du_thao">{DRAFT}</div>'] if document.draft else ()),
            "<main>",
            *(
                line
                for at, section in enumerate(document.sections)
                for line in _section(section, pen, hide=at > 0 and section.hide_first_number)
            ),
            "</main>",
            "</body>",
            "</html>\n",
        ]
    )


def _head(document: Document, layout: Layout) -> Iterator[str]:
    about = document.properties
    title = f"{DRAFT}: {about.title}" if document.draft else about.title
    yield '<head>\n<meta charset="utf-8">'
    yield '<meta name="generator" content="kehoach">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_LOADS}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    for name, value in (("author", about.agency), ("description", about.subject)):
        if value:
            yield f'<meta name="{name}" content="{attribute_of(value)}">'
    for scheme in document.schemes:
        yield f'<meta name="danh-so" content="{attribute_of(tokens_of(scheme))}">'
    yield f"<title>{text_of(title or layout.title)}</title>"
    yield f"<style>\n{style_sheet(layout, document.small)}</style>\n</head>"


def _section(section: Section, pen: Pen, *, hide: bool) -> Iterator[str]:
    """`hide`: its first page prints no number, as that of the document never does."""
    first = section.blocks[0] if section.blocks else None
    pen.inside = int(isinstance(first, Paragraph) and first.style == APPENDIX_STYLE)
    named = (("ngang", section.landscape), ("lai", section.restart), ("an", hide))
    classes = " ".join(name for name, wanted in named if wanted)
    yield f'<section class="{classes}">' if classes else "<section>"
    yield from _flow(section.blocks, pen)
    if pen.notes:
        start = pen.noted - len(pen.notes) + 1
        yield f'<aside>\n<ol class="chu_thich" start="{start}">'
        yield from pen.notes
        yield "</ol>\n</aside>"
        pen.notes.clear()
    yield "</section>"


def _flow(blocks: Iterable[Block], pen: Pen) -> Iterator[str]:
    """The blocks one after the other; the type of document and its title are one heading.

    That of a form stands below the title of its appendix.
    """
    titled = False
    element = "h3" if pen.inside else "h1"
    for block in blocks:
        style = block.style if isinstance(block, Paragraph) else ""
        if titled and style != _SUBTITLE:
            yield f"</{element}>"
            titled = False
        if style == _TITLE:
            yield f"<{element}>"
            titled = True
        yield _block(block, pen, "span" if titled else "")
    if titled:
        yield f"</{element}>"


def _block(block: Block, pen: Pen, element: str = "") -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block, pen, element or pen.heading(block))
    if isinstance(block, Rule):
        return f'<hr style="width: {figure(block.length)}mm; max-width: 100%">'
    if isinstance(block, Figure):
        return "\n".join(_figure(block, pen))
    if isinstance(block, Contents):
        return "\n".join(_contents(block))
    return "\n".join(_table(block, pen) if block.borders else _frame(block, pen))


def _contents(contents: Contents) -> Iterator[str]:
    """The titles as links; a page on a screen has no numbers to name."""
    yield "<nav>"
    for entry in contents.entries:
        link = f'<a href="#{entry.mark}">{text_of(entry.text)}</a>'
        yield f'<p class="{entry.style}">{link}</p>'
    yield "</nav>"


def _figure(block: Figure, pen: Pen) -> Iterator[str]:
    """A picture inside the page itself: no other file is needed to see it."""
    data = b64encode(block.picture.data).decode("ascii")
    yield "<figure>"
    yield (
        f'<img alt="{attribute_of(block.alt)}" style="width: {figure(block.width)}mm"'
        f' src="data:image/{block.picture.kind};base64,{data}">'
    )
    if block.caption:
        yield _paragraph(block.caption, pen, "figcaption")
    yield "</figure>"


def _paragraph(paragraph: Paragraph, pen: Pen, element: str) -> str:
    classes, look = [paragraph.style], []
    if paragraph.before is not None:
        look.append(f"margin-top: {figure(paragraph.before)}pt")
    if paragraph.narrow:
        classes.append("hep")
        look.append(f"--hep: {figure(paragraph.narrow)}mm")
    if paragraph.keep_next:
        classes.append("giu")
    number = paragraph.number
    if number is not None and number.level >= 0:
        bare = "" if number.position else "-0"
        classes.append(f"bac-{number.outline}-{number.level}{bare}")
    inline = f' style="{"; ".join(look)}"' if look else ""
    name = paragraph.mark or pen.linked.get(paragraph.anchor, "")
    own = f' id="{name}"' if name else ""
    opening = f'<{element}{own} class="{" ".join(classes)}"{inline}>'
    names = element.startswith("h") or paragraph.style == _TABLE_NAME
    return f"{opening}{_words(paragraph, pen, names=names)}</{element}>"


def _words(paragraph: Paragraph, pen: Pen, *, names: bool = False) -> str:
    """`names`: it tells what follows, which the table behind it is called by."""
    label = pen.labels.of(paragraph)
    if names:
        words = f"{label.text} {''.join(run.text for run in paragraph.runs)}"
        pen.named = " ".join(words.split())
    return _before(label) + pen.runs(paragraph.runs)


def _before(label: Label) -> str:
    words = text_of(label.text)
    if label.own_line:
        # The space is for who hears the page, or copies it.
        return f'<span class="nhan">{words}</span> '
    if names_article(label.text):
        words = f"<b>{words}</b>"
    return f"{words} " if words else ""


def _frame(table: Table, pen: Pen) -> Iterator[str]:
    """A table without borders: cells that stand side by side where there is room."""
    element = _FRAMES.get(table.columns[-1].style, "div")
    shares = " ".join(f"{figure(column.width)}fr" for column in table.columns)
    yield f'<{element} class="khung" style="--cot: {shares}">'
    for row in in_one_row(table).rows:
        for cell, style in placed(row, table):
            yield "<div>"
            yield from _flow(cell_blocks(cell, style, pen.layout), pen)
            yield "</div>"
    yield f"</{element}>"


def _table(table: Table, pen: Pen) -> Iterator[str]:
    whole = sum(column.width for column in table.columns)
    if table.centred:
        yield '<div class="giua">'
        yield f'<table style="width: {figure(whole)}mm; font-size: {table.size}pt">'
    else:
        least = len(table.columns) * _LEAST_COLUMN
        name = f"{attribute_of(pen.named)}: bảng" if pen.named else "Bảng"
        yield f'<div class="cuon" role="group" aria-label="{name}, cuộn ngang được" tabindex="0">'
        yield f'<table style="--rong: {least}mm; font-size: {table.size}pt">'
    shares = (f'<col style="width: {figure(100 * c.width / whole)}%">' for c in table.columns)
    yield f"<colgroup>{''.join(shares)}</colgroup>"
    for part, rows in (("thead", table.header), ("tbody", table.rows)):
        if rows:
            yield f"<{part}>"
            yield from _rows(rows, table, pen, header=part == "thead")
            yield f"</{part}>"
    yield "</table>\n</div>"


def _rows(rows: Sequence[Row], table: Table, pen: Pen, *, header: bool) -> Iterator[str]:
    tall = row_spans(rows)
    height = f' style="height: {figure(table.row_height)}mm"' if table.row_height else ""
    for number, row in enumerate(rows):
        at, cells = 0, []
        for cell, style in placed(row, table):
            if cell.down != "on":
                cells.append(_cell(cell, style, tall.get((number, at), 1), pen, header=header))
            at += cell.span
        yield f"<tr{height}>{''.join(cells)}</tr>"


def _cell(cell: Cell, style: str, tall: int, pen: Pen, *, header: bool) -> str:
    element = "th" if header else "td"
    scope = f' scope="{"colgroup" if cell.span > 1 else "col"}"' if header else ""
    wide = f' colspan="{cell.span}"' if cell.span > 1 else ""
    down = f' rowspan="{tall}"' if tall > 1 else ""
    inside = _inside(cell_blocks(cell, style, pen.layout), style, pen)
    return f'<{element} class="{style}"{scope}{wide}{down}>{inside}</{element}>'


def _inside(blocks: tuple[Block, ...], style: str, pen: Pen) -> str:
    """What a cell holds; a lone paragraph of its style needs no element of its own."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and blocks[0].style == style:
        return _words(blocks[0], pen)
    return "".join(_block(block, pen) for block in blocks)
