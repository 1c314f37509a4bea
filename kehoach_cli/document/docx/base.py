"""A layout with the looks and margins of a department's own Word file put over the law's.

Only values are taken over, never XML: so nothing of a foreign file can break ours. What makes the
document what it is stays: numbering, outline, what stays on one page, the thin paragraphs of lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from kehoach_cli.document.columns import SIZES
from kehoach_cli.document.docx.base_parts import Attributes, open_base
from kehoach_cli.document.docx.base_styles import Look, read_looks
from kehoach_cli.document.docx.styles import THIN, by_table, shown_name
from kehoach_cli.document.layout import Layout, Page, Style
from kehoach_cli.document.model import Block, Cell, Document, Paragraph, Table, blocks_in

LAWFUL = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
"""Margins in mm: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I.3."""

_SLACK = 0.2  # mm: a margin of 2 cm is 1134/1440 inch and a bit
_MM_PER_TWIP = 25.4 / 1440
_PAGE_NUMBER = "so_trang"


@dataclass(frozen=True, slots=True)
class Base:
    """What a base gives. `looks`: by key of the style. `margins`: mm; `unlawful`: those left out.

    `ignored`: what the file has besides, in Vietnamese.
    """

    looks: dict[str, Look]
    margins: dict[str, float]
    unlawful: dict[str, float]
    ignored: tuple[str, ...]

    def over(self, layout: Layout) -> Layout:
        """The layout with these looks and margins."""
        styles = {
            key: _with_look(style, self.looks[key], layout) if key in self.looks else style
            for key, style in layout.styles.items()
        }
        margins: dict[str, Any] = self.margins
        return layout._replace(styles=styles, page=layout.page._replace(**margins))

    def missing(self, document: Document, layout: Layout) -> list[str]:
        """The names of the styles that a document uses and the base lacks, as the layout goes."""
        used = set(_styles_in(blocks_in(document))) | {_PAGE_NUMBER}
        wanted = (layout.styles[key] for key in layout.styles if key in used - {*THIN})
        return [style.name for style in wanted if style.key not in self.looks]


def read_base(file: BinaryIO, layout: Layout) -> Base:
    """What a Word file gives for a layout. Raises BadBaseError."""
    parts = open_base(file)
    wanted = {name for style in layout.styles.values() for name in _names(style)}
    found = read_looks(parts, wanted)
    looks = {
        key: found[name]
        for key, style in layout.styles.items()
        for name in [next((name for name in _names(style) if name in found), "")]
        if name and key not in THIN
    }
    margins = dict(_margins(parts.margins, layout.page))
    lawful = {side: length for side, length in margins.items() if _is_lawful(side, length)}
    unlawful = {side: length for side, length in margins.items() if side not in lawful}
    return Base(looks, lawful, unlawful, parts.ignored)


def _names(style: Style) -> Iterator[str]:
    """How our files name a style; one sized by its table is there once for each size."""
    name = shown_name(style)
    return (f"{name} {size}" for size in SIZES) if by_table(style) else iter([name])


def _with_look(style: Style, look: Look, layout: Layout) -> Style:
    return style._replace(
        sizes=style.sizes if by_table(style) else (look.size, look.size),
        font="" if look.font == layout.font else look.font,
        bold=look.bold,
        italic=look.italic,
        caps=look.caps,
        underline=look.underline,
        color=look.color,
        align=look.align,
        before=look.before,
        after=look.after,
        line=look.line,
        line_rule=look.line_rule,
        first=look.first,
        left=look.left,
        right=look.right,
    )


def _margins(said: Attributes, page: Page) -> Iterator[tuple[str, float]]:
    """The margins that differ from those of the law's layout."""
    for side in LAWFUL:
        value = said.get(side, "")
        if value.isascii() and value.isdigit() and len(value) < 6:
            length = round(int(value) * _MM_PER_TWIP, 1)
            if abs(length - getattr(page, side)) > _SLACK:
                yield side, length


def _is_lawful(side: str, length: float) -> bool:
    low, high = LAWFUL[side]
    return low - _SLACK <= length <= high + _SLACK


def _styles_in(blocks: Iterator[Block] | tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.style
        elif isinstance(block, Table):
            yield from (column.style for column in block.columns)
            for cell in (cell for row in (*block.header, *block.rows) for cell in row):
                if isinstance(cell, Cell):
                    yield cell.style
                    yield from _styles_in(() if isinstance(cell.content, str) else cell.content)
