"""Document → the bytes of a Word file."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from string import Template
from typing import BinaryIO

from kehoach_cli.document.contents import contents_in
from kehoach_cli.document.docx import footnotes
from kehoach_cli.document.docx.contents import MAIN_END, MAIN_START, main_sections
from kehoach_cli.document.docx.joints import joints_xml
from kehoach_cli.document.docx.labels import Labels
from kehoach_cli.document.docx.markup import DECLARATION, R, W, escape
from kehoach_cli.document.docx.numbering import APPENDIX_SLOT, Slot, numbering_xml
from kehoach_cli.document.docx.package import (
    APP,
    CORE,
    DOCUMENT,
    add_part,
    content_types,
    document_relations,
    new_package,
    package_relations,
)
from kehoach_cli.document.docx.paragraphs import Pen, break_xml
from kehoach_cli.document.docx.pictures import part_name, pictures_of
from kehoach_cli.document.docx.references import bookmarks_of
from kehoach_cli.document.docx.sections import Margin, margins, section_xml
from kehoach_cli.document.docx.styles import StyleBook, camel, styles_xml
from kehoach_cli.document.docx.tables import flow_xml
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.merges import part_merges
from kehoach_cli.document.model import (
    APPENDIX,
    Document,
    Paragraph,
    Run,
    Table,
    blocks_in,
    runs_in,
)

UNDATED = date(2020, 3, 5)
"""The date a file gives for itself when its plan has none: that of Nghị định 30/2020/NĐ-CP."""

_PAGE_STYLE = "so_trang"


def write_docx(
    document: Document, layout: Layout, base: Path, out: BinaryIO, *, listing: bool = True
) -> None:
    """Write a Document as a Word file; the same Document gives the same bytes.

    `listing`: the table of contents is a field that Word can make anew; without it, LibreOffice
    works out the page numbers. `base`: the folder of the parts that are alike in every file.

    Raises KeyError when the document names a style that the layout lacks, OSError when `base` or
    `out` fails.
    """
    document = part_merges(document, layout)
    runs = list(runs_in(blocks_in(document)))
    pen = _pen(document, runs, layout, listing=listing)
    pictures = dict(pen.pictures.values())
    media = {key: part_name(key, picture) for key, picture in pictures.items()}
    kinds = {picture.kind for picture in pictures.values()}
    parts = margins(layout, document.draft)
    values = _values(document, layout)
    notes = any(run.note for run in runs)
    with new_package(out) as package:
        types = content_types(parts, notes=notes, pictures=kinds)
        add_part(package, "[Content_Types].xml", [types])
        add_part(package, "_rels/.rels", [package_relations()])
        for name in (APP, CORE):
            add_part(package, name, [_filled(base / name, values)])
        relations = document_relations(parts, notes=notes, pictures=media.items())
        add_part(package, "word/_rels/document.xml.rels", [relations])
        add_part(package, DOCUMENT, _document_xml(document, pen, layout, parts, notes=notes))
        if notes:
            add_part(package, footnotes.NAME, footnotes.footnotes_xml(pen))
        for key, picture in pictures.items():
            add_part(package, media[key], [picture.data])
        for part in parts:
            add_part(package, part.name, [_filled(base / part.template, values)])
        for name in ("word/fontTable.xml", "word/settings.xml", "word/theme/theme1.xml"):
            add_part(package, name, [_filled(base / name, values)])
        # Which lists and sizes are needed is known once the body is written.
        add_part(package, "word/numbering.xml", [_numbering(pen)])
        add_part(package, "word/styles.xml", [styles_xml(pen.book, _joints(runs))])


def _pen(document: Document, runs: Iterable[Run], layout: Layout, *, listing: bool) -> Pen:
    labels = Labels(document.schemes)
    book = StyleBook(layout, document.small, (*labels.main, *_appendix_slots(document)))
    return Pen(book, labels, bookmarks_of(document, runs), pictures_of(document), listing=listing)


def _joints(runs: Iterable[Run]) -> str:
    """The styles of letters that the runs name."""
    return joints_xml({run.joint for run in runs if run.joint is not None})


def _appendix_slots(document: Document) -> list[Slot]:
    blocks = (block for section in document.sections for block in section.blocks)
    numbers = (block.number for block in blocks if isinstance(block, Paragraph))
    return [APPENDIX_SLOT] if any(n and n.level == APPENDIX for n in numbers) else []


def _document_xml(
    document: Document, pen: Pen, layout: Layout, parts: tuple[Margin, ...], *, notes: bool
) -> Iterator[str]:
    yield f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
    # LibreOffice 7.4 puts an empty line above a table at the head of a text with footnotes.
    yield break_xml() if notes and isinstance(next(blocks_in(document), None), Table) else ""
    last, main = len(document.sections) - 1, main_sections(document)
    for at, section in enumerate(document.sections):
        end = section_xml(section, layout.page, parts, first=at == 0)
        yield MAIN_START if main and at == main[0] else ""
        yield from flow_xml(section.blocks, pen, "" if at == last else end)
        yield MAIN_END if main and at == main[-1] else ""
        yield end if at == last else ""
    yield "</w:body></w:document>"


def _numbering(pen: Pen) -> str:
    ids = {slot: pen.book.slot_id(slot) for slot in pen.book.slots}
    return numbering_xml([*pen.book.slots, *pen.labels.further()], pen.book.bullets(), ids)


def _values(document: Document, layout: Layout) -> dict[str, str]:
    properties = document.properties
    values = {
        "title": properties.title,
        "creator": properties.agency,
        "subject": properties.subject,
        "language": layout.language,
        "date": f"{(properties.issued or UNDATED).isoformat()}T00:00:00Z",
        "font": layout.font,
        "page_style": camel(_PAGE_STYLE),
        "align": layout.page.number_align,
    }
    update = "<w:updateFields/>" if contents_in(document) else ""
    return {key: escape(value) for key, value in values.items()} | {"update": update}


def _filled(path: Path, values: dict[str, str]) -> str:
    return Template(path.read_text(encoding="utf-8")).substitute(values)
