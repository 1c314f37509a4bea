"""A picture of the plan → a Figure of the document: as wide as asked, never past the margins."""

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.metrics import LINE_HEIGHT, wrap
from kehoach_cli.document.model import Block, Figure, Paragraph, Run
from kehoach_cli.document.texts import Texts, prose
from kehoach_cli.plan.hinh import Hinh
from kehoach_cli.source.pictures import Picture
from kehoach_cli.vietnamese.letter_widths import MM_PER_POINT

STYLE, CAPTION = "hinh", "ten_hinh"

ABOVE = 35.0
"""mm on its page for what stays with it: the title of its section, of its appendix."""


def figure_blocks(
    hinh: Hinh, texts: Texts, layout: Layout, landscape: bool, above: float = ABOVE
) -> list[Block]:
    """The picture with its caption; of one that could not be read, a marked blank.

    `above`: mm that stand above it on its page.
    """
    caption = prose(CAPTION, " ".join(texts.linked(hinh.ten).split())) if hinh.ten else None
    picture = hinh.tep or Picture("")
    if not picture.data:
        blank = Paragraph(STYLE, (Run(f"[Chưa có hình: {picture.name}]", bold=True),))
        return [blank, caption] if caption else [blank]
    width, height = asked_size(hinh)
    room = _room(caption, layout, landscape, above)
    scale = min(1.0, room[0] / width, room[1] / height)
    alt = caption.text if caption else picture.name
    return [Figure(picture, width * scale, height * scale, alt, caption)]


def asked_size(hinh: Hinh) -> tuple[float, float]:
    """Width and height in mm: as asked for, else natural; before they are fitted to the page."""
    picture = hinh.tep or Picture("")
    width = float(hinh.rong or 0) or picture.width
    return width, picture.height * width / picture.width if picture.width else 0.0


def _room(
    caption: Paragraph | None, layout: Layout, landscape: bool, above: float
) -> tuple[float, float]:
    """Width and height of a page, in mm, less the caption and what stands above."""
    page = layout.page
    width = page.text_width(landscape)
    used = layout.styles[STYLE].before * MM_PER_POINT + above
    if caption:
        style = layout.styles[CAPTION]
        size = max(style.sizes)
        lines = len(wrap(caption.text, width, size, bold=style.bold, italic=style.italic))
        used += (lines * size * LINE_HEIGHT + style.before + style.after) * MM_PER_POINT
    return width, page.text_height(landscape) - used
