"""The table of contents as Word XML: a TOC field whose lines are written already.

Each line is a link with a PAGEREF field of its own. Inside a TOC LibreOffice shows the numbers as
written; outside of one it works them out when it opens the file.
"""

from collections.abc import Iterator

from kehoach_cli.document.contents import contents_in
from kehoach_cli.document.docx.markup import text_run
from kehoach_cli.document.docx.paragraphs import Pen, bookmark_start, break_xml
from kehoach_cli.document.docx.styles import camel
from kehoach_cli.document.model import Contents, Document, Entry, Paragraph

_MAIN, _MAIN_ID = "_NoiDung", 0
"""The bookmark of the main text: titles inside appendices are not listed."""

MAIN_START = bookmark_start(_MAIN_ID, _MAIN)
MAIN_END = f'<w:bookmarkEnd w:id="{_MAIN_ID}"/>'


def main_sections(document: Document) -> range:
    """The numbers of the sections that hold the titles listed with a page; often none."""
    contents = contents_in(document)
    marks = {entry.mark for entry in contents.entries if entry.page} if contents else set()
    found = [
        at
        for at, section in enumerate(document.sections)
        if any(isinstance(b, Paragraph) and b.mark in marks for b in section.blocks)
    ]
    return range(found[0], found[-1] + 1) if found and marks else range(0)


def contents_xml(contents: Contents, pen: Pen, section_end: str = "") -> Iterator[str]:
    """A paragraph a line, and the thin one in which the field ends."""
    numbered = [entry for entry in contents.entries if entry.page]
    listing = bool(numbered) and pen.listing
    begin = _begin(f'TOC \\o "1-{contents.depth}" \\h \\z \\u \\b {_MAIN}') if listing else ""
    for entry in numbered:
        yield _line(entry, begin)
        begin = ""
    yield break_xml(words=_END) if listing else ""
    yield from (_line(entry, "") for entry in contents.entries if not entry.page)
    yield break_xml(section_end)


def _line(entry: Entry, begin: str) -> str:
    number = f"{text_run(chr(9))}{_page(entry)}" if entry.page else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{camel(entry.style)}"/></w:pPr>{begin}'
        f'<w:hyperlink w:anchor="{entry.mark}" w:history="1">{text_run(entry.text)}{number}'
        "</w:hyperlink></w:p>"
    )


def _page(entry: Entry) -> str:
    return f"{_begin(f'PAGEREF {entry.mark} {chr(92)}h')}{text_run(str(entry.page))}{_END}"


def _begin(code: str) -> str:
    """A field up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
