"""Pictures as Word XML: a drawing in a line of its own, its file a part of the package.

A part is named by the order of its first use, and two pictures of the same bytes share one.
"""

from collections.abc import Iterator

from kehoach_cli.document.docx.markup import R, escape
from kehoach_cli.document.docx.paragraphs import Pen, paragraph_xml
from kehoach_cli.document.docx.styles import camel
from kehoach_cli.document.figures import STYLE
from kehoach_cli.document.model import Document, Figure
from kehoach_cli.source.pictures import Picture

MEDIA = "word/media/"

_EMU = 36000  # English Metric Units in a millimetre
_FIRST_ID = 100
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def pictures_of(document: Document) -> dict[bytes, tuple[str, Picture]]:
    """The pictures of a document by their bytes, each with the id of its relation."""
    found: dict[bytes, tuple[str, Picture]] = {}
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Figure) and block.picture.data not in found:
                found[block.picture.data] = (f"rId{_FIRST_ID + len(found)}", block.picture)
    return found


def part_name(relation: str, picture: Picture) -> str:
    """The part that holds a picture: "word/media/image1.png"."""
    return f"{MEDIA}image{int(relation.removeprefix('rId')) - _FIRST_ID + 1}.{picture.kind}"


def figure_xml(figure: Figure, pen: Pen, section_end: str = "") -> Iterator[str]:
    """The paragraph of a picture and that of its caption, kept on one page."""
    caption = figure.caption
    kept = caption is not None or figure.keep_next
    pen.figures.append(figure)
    yield (
        f'<w:p><w:pPr><w:pStyle w:val="{camel(STYLE)}"/>{"<w:keepNext/>" if kept else ""}'
        f"{'' if caption else section_end}</w:pPr>{_drawing(figure, pen)}</w:p>"
    )
    if caption is not None:
        below = caption._replace(keep_next=figure.keep_next)
        yield paragraph_xml(below, pen, section_end=section_end)


def _drawing(figure: Figure, pen: Pen) -> str:
    number, relation = len(pen.figures), pen.pictures[figure.picture.data][0]
    across, down = (max(1, round(side * _EMU)) for side in (figure.width, figure.height))
    said = f'name="Hình {number}" descr="{escape(figure.alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        ' distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:docPr id="{number}" {said}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main"'
        ' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" {said}/>'
        "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip xmlns:r="{R}" r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</w:r>"
    )
