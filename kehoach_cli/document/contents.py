"""The table of contents: which titles it lists, and what it calls them.

An appendix has pages of its own, the first of which is always 1: it is listed without a number.
"""

from collections.abc import Callable

from kehoach_cli.document.labels import Label, Numbering
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import (
    Block,
    Contents,
    Document,
    Entry,
    Paragraph,
    Section,
)
from kehoach_cli.document.pages import page_numbers
from kehoach_cli.document.texts import paragraph

_TITLE, _APPENDIX = "ten_muc_luc", "phu_luc"


def contents_blocks(depth: int) -> list[Block]:
    """The heading and the place of a table of contents that is still to be filled."""
    return [paragraph(_TITLE, "MỤC LỤC", keep_next=True), Contents(depth)]


def filled(document: Document, layout: Layout, depth: int) -> Document:
    """The document with its table of contents filled, and the titles marked that it lists."""
    if contents_in(document) is None:  # the plan stands inside a decision's article
        return document
    lister = _Lister(Numbering(document.schemes), layout, depth)
    sections = tuple(_each(section, lister.marked) for section in document.sections)
    entries = tuple(lister.entries)
    with_entries = _with(document._replace(sections=sections), Contents(depth, entries))
    marks = [entry.mark for entry in entries if entry.page]
    pages = page_numbers(with_entries, layout, marks)
    numbered = tuple(e._replace(page=pages[e.mark] if e.page else 0) for e in entries)
    return _with(with_entries, Contents(depth, numbered))


def contents_in(document: Document) -> Contents | None:
    """The table of contents of a document, None where it has none."""
    blocks = (block for section in document.sections for block in section.blocks)
    return next((block for block in blocks if isinstance(block, Contents)), None)


def _with(document: Document, contents: Contents) -> Document:
    def put(block: Block) -> Block:
        return contents if isinstance(block, Contents) else block

    return document._replace(sections=tuple(_each(section, put) for section in document.sections))


def _each(section: Section, change: Callable[[Block], Block]) -> Section:
    return section._replace(blocks=tuple(map(change, section.blocks)))


class _Lister:
    """Gathers the entries in reading order."""

    def __init__(self, numbering: Numbering, layout: Layout, depth: int) -> None:
        self.numbering, self.layout, self.depth = numbering, layout, depth
        self.entries: list[Entry] = []

    def marked(self, block: Block) -> Block:
        """The block; a title that is listed has its mark."""
        if not isinstance(block, Paragraph):
            return block
        label = self.numbering.of(block.number) if block.number else Label()
        level = self._level(block)
        if not level:
            return block
        mark = f"_Toc{len(self.entries) + 1:06d}"
        text = _called(label, block.text)
        self.entries.append(Entry(level, text, mark, int(block.style != _APPENDIX)))
        return block._replace(mark=mark)

    def _level(self, title: Paragraph) -> int:
        """The level of a title, from 1; 0 where it is not listed."""
        if title.style == _APPENDIX:
            return 1
        number = title.number
        if not self.layout.styles[title.style].outline or number is None or number.outline:
            return 0
        return number.level + 1 if number.level < self.depth else 0


def _called(label: Label, text: str) -> str:
    """ "II. MỤC TIÊU", "Phụ lục I: DANH MỤC": label and words on one line."""
    if label.own_line:
        text = f"{label.text}\n{text}"
    elif label.text:
        return f"{label.text} {' '.join(text.split())}"
    above, mark, words = text.partition("\n")
    return f"{above}: {' '.join(words.split())}" if mark else text
