"""The small pieces of Word XML: measures, escaped text, runs."""

import re
from collections.abc import Iterable

from kehoach_cli.document.docx.joints import joint_mark
from kehoach_cli.document.model import Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
LINE_BREAK = "<w:r><w:br/></w:r>"

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("([\n\t])")
_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>", "": ""}


def twips(millimetres: float) -> int:
    """Millimetres in whole twentieths of a point, Word's unit of length."""
    return round(millimetres * 1440 / 25.4)


def spacing(points: float) -> int:
    """Points in whole twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points in whole half-points, Word's unit of type size."""
    return round(points * 2)


def plain(text: str) -> bool:
    """Whether a text that is not empty may stand inside `<w:t>` exactly as it is."""
    return (
        text.isprintable()
        and "&" not in text
        and "<" not in text
        and ">" not in text
        and "  " not in text
        and text[0] != " "
        and text[-1] != " "
    )


def escape(text: str) -> str:
    """Text for an XML element or quoted attribute, less the characters that XML 1.0 forbids."""
    text = _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def element(tag: str, content: Iterable[str]) -> str:
    """`<w:tag>` around the pieces, or nothing when all are empty."""
    inside = "".join(content)
    return f"<w:{tag}>{inside}</w:{tag}>" if inside else ""


def text_run(text: str, look: str = "") -> str:
    """A run; a newline is a line break, a tab a tab. `look`: its `<w:rPr>`; no text, no run."""
    if text and plain(text):
        return f"<w:r>{look}<w:t>{text}</w:t></w:r>"
    inside = "".join(
        _MARKS[piece] if piece in _MARKS else _text(piece) for piece in _BREAKS.split(text)
    )
    return f"<w:r>{look}{inside}</w:r>" if inside else ""


def _text(piece: str) -> str:
    clean = escape(piece)
    if not clean:
        return ""
    kept = clean[0] == " " or clean[-1] == " " or "  " in clean
    return f'<w:t xml:space="preserve">{clean}</w:t>' if kept else f"<w:t>{clean}</w:t>"


def look_xml(run: Run) -> str:
    """The `<w:rPr>` of a run that departs from its paragraph."""
    return element("rPr", (joint_mark(run.joint), _toggle("b", run.bold), _toggle("i", run.italic)))


def _toggle(tag: str, state: bool | None) -> str:
    if state is None:
        return ""
    return f"<w:{tag}/>" if state else f'<w:{tag} w:val="0"/>'
