"""How cells look: the named styles of the layout as formats of Excel, and how high text stands."""

from dataclasses import dataclass
from typing import Any

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.metrics import wrap
from kehoach_cli.vietnamese.letter_widths import text_width

Format = Any
"""A format of XlsxWriter, which has no types."""

_ALIGN = {"left": "left", "center": "center", "right": "right", "both": "left"}
_MIDDLE = ("o_dau_bang", "o_nhom", "o_nhom_stt", "o_nhom_giua", "o_nhom_so", "o_tong")
_LEADING = 1.3  # a line's height in sizes of its type, as Excel sets Times New Roman
_AIR = 4.0  # pt above and below the text of a cell
_TALLEST = 409.0  # pt, of a row in Excel
_PADDING = 1.5  # mm, both sides of a cell
_EM = 0.36  # mm a point of type; no letter is wider
_SURE = 0.96  # of a column: programs do not measure text alike


@dataclass(frozen=True, slots=True)
class Look:
    """A style in a cell. `figures`: the format of a number; `typed`: text that looks like code."""

    style: str
    border: bool = False
    figures: str = ""
    typed: bool = False


class Looks:
    """The formats of one workbook, each made once. `size`: of the text in a table's cells."""

    def __init__(self, book: Any, layout: Layout) -> None:
        self.book = book
        self.layout = layout
        self.known: dict[tuple[Look, int], Format] = {}

    def format(self, look: Look, size: int) -> Format:
        """The format of a look in a table of that size."""
        if (look, size) not in self.known:
            self.known[look, size] = self.book.add_format(self._properties(look, size))
        return self.known[look, size]

    def _properties(self, look: Look, size: int) -> dict[str, object]:
        style = self.layout.styles[look.style]
        found: dict[str, object] = {
            "font_name": self.layout.font,
            "font_size": style.size(False, size),
            "bold": style.bold,
            "italic": style.italic,
            "align": _ALIGN[style.align],
            "valign": "vcenter" if look.style in _MIDDLE or not look.border else "top",
            "text_wrap": not look.figures,
            "quote_prefix": look.typed,
            "border": int(look.border),
        }
        return found | ({"num_format": look.figures} if look.figures else {})

    def height(self, text: str, width: float, style: str, size: int) -> float:
        """Points that a text needs in a cell so many mm wide."""
        look = self.layout.styles[style]
        points, room = look.size(False, size), width * _SURE - _PADDING
        if "\n" not in text and (
            len(text) * points * _EM <= room or text_width(text, points, bold=look.bold) <= room
        ):
            return points * _LEADING + _AIR
        lines = wrap(text, room, points, bold=look.bold, italic=look.italic)
        return min(len(lines) * points * _LEADING + _AIR, _TALLEST)
