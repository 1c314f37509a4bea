"""Pictures in the XML of a Word file: which part holds each, how wide it stands."""

from collections.abc import Iterator
from typing import Any, NamedTuple

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_OTHER = (
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
)
_EMU_PER_MM = 36_000
_WIDEST = 5_000.0  # mm


class Drawn(NamedTuple):
    """A picture in the text: the id of the part that holds it, "" for a chart; its width in mm."""

    key: str
    width: float = 0.0


def drawn_in(element: Any) -> Iterator[Drawn]:
    """The pictures of a drawing; lines and frames are none."""
    extent = next(element.iter(_EXTENT), None)
    size = extent.get("cx", "") if extent is not None else ""
    is_size = size.isascii() and size.isdecimal() and len(size) < 12
    width = min(int(size) / _EMU_PER_MM, _WIDEST) if is_size else 0.0
    for one in element.iter(_BLIP, _IMAGE, *_OTHER):
        if one.tag in _OTHER:
            yield Drawn("")
        else:
            yield Drawn(one.get(f"{_R}embed") or one.get(f"{_R}id") or "", width)
