"""Sections: paper, margins, page numbers, the headers and footers they refer to."""

from typing import NamedTuple

from kehoach_cli.document.docx.markup import twips
from kehoach_cli.document.layout import Layout, Page
from kehoach_cli.document.model import Section

_FIRST_ID = 10


class Margin(NamedTuple):
    """A header or footer part. `template`: its text in the base; `pages`: "default" or "first"."""

    kind: str
    pages: str
    template: str
    number: int

    @property
    def name(self) -> str:
        """The part's name in the package."""
        return f"word/{self.kind}{self.number}.xml"

    @property
    def id(self) -> str:
        """The id of the relation to it."""
        return f"rId{_FIRST_ID + self.number + (0 if self.kind == 'header' else 5)}"


def margins(layout: Layout, draft: bool) -> tuple[Margin, ...]:
    """The header and footer parts of a document.

    First pages have a header only to be marked as a draft: Nghị định 30/2020/NĐ-CP, Phụ lục I,
    Mục I.7 shows no number there.
    """
    top = layout.page.number_place == "top"
    draft_number = "word/header-draft-number.xml" if top else "word/header-draft.xml"
    header = draft_number if draft else "word/header-number.xml" if top else ""
    found = [Margin("header", "default", header, 1)] if header else []
    if draft:
        found.append(Margin("header", "first", "word/header-draft.xml", 2))
    if not top:
        found.append(Margin("footer", "default", "word/footer-number.xml", 1))
    return tuple(found)


def section_xml(section: Section, page: Page, parts: tuple[Margin, ...], first: bool) -> str:
    """`<w:sectPr>` of a section. `first`: of the document, whose first page has no number."""
    across, down = twips(page.width), twips(page.height)
    size = (
        f'<w:pgSz w:w="{down}" w:h="{across}" w:orient="landscape"/>'
        if section.landscape
        else f'<w:pgSz w:w="{across}" w:h="{down}"/>'
    )
    references = "".join(
        f'<w:{part.kind}Reference w:type="{part.pages}" r:id="{part.id}"/>' for part in parts
    )
    restart = '<w:pgNumType w:start="1"/>' if section.restart else ""
    title = "<w:titlePg/>" if first or section.hide_first_number else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>{size}{_page_margins(page)}'
        f"{restart}{title}</w:sectPr>"
    )


def _page_margins(page: Page) -> str:
    sides = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": page.header,
        "footer": page.header,
    }
    values = "".join(f' w:{side}="{twips(length)}"' for side, length in sides.items())
    return f'<w:pgMar{values} w:gutter="0"/>'
