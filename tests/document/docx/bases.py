"""Word files of departments, sound and unsound, made from one of ours."""

import io
import zipfile
from collections.abc import Callable

import docx
from docx.shared import Mm, Pt, RGBColor

from .samples import BODY, STYLES, everything, part, repacked, written

OWN = written(everything())
RELATIONS, THEME = "word/_rels/document.xml.rels", "word/theme/theme1.xml"
LINK = '<Relationship Id="rIdX" Type="x/attachedTemplate" Target="a" TargetMode="External"/>'


def saved(change: Callable[[docx.document.Document], None], data: bytes = OWN) -> bytes:
    """A file with something changed, as python-docx saves it."""
    document = docx.Document(io.BytesIO(data))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def default() -> bytes:
    """python-docx's own template: none of our styles, another font, margins in inches."""
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def red(document: docx.document.Document) -> None:
    """The body in Arial 15, dark red, wider lines; the left margin 35 mm."""
    for name in {"Nội dung", "Ô chữ 13"} & {style.name for style in document.styles}:
        style = document.styles[name]
        style.font.size, style.font.name = Pt(15), "Arial"
        style.font.color.rgb = RGBColor(0xC0, 0, 0)
        style.paragraph_format.line_spacing = 1.3
        style.paragraph_format.space_before = Pt(10)
    document.sections[0].left_margin = Mm(35)


def changed(name: str, old: str, new: str) -> bytes:
    """Ours with every such text in a part replaced."""
    text = part(OWN, name)
    assert old in text
    return repacked(OWN, {name: text.replace(old, new)})


def with_macro() -> bytes:
    """A macro, and a template that is somewhere else."""
    relations = part(OWN, RELATIONS).replace("</Relationships>", f"{LINK}</Relationships>")
    return repacked(OWN, {RELATIONS: relations, "word/vbaProject.bin": "x"})


def deep(name: str, end: str) -> bytes:
    """An element in an element in an element …"""
    return changed(name, end, "<w:a>" * 300 + "</w:a>" * 300 + end)


def zipped(**parts: str) -> bytes:
    """A zip file of other things."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def bomb() -> bytes:
    """Little that unpacks to much."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(OWN)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data + b" " * 5_000_000 if name == STYLES else data)
    return out.getvalue()


def locked() -> bytes:
    """The flag of a password on the entries."""
    data = bytearray(OWN)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + at] |= 1
    return bytes(data)


_DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]><w:styles '
UNSOUND = {
    "nothing": (b"", "không phải tệp .docx"),
    "text": ("Kế hoạch".encode(), "không phải tệp .docx"),
    "old Word": (b"\xd0\xcf\x11\xe0" + bytes(600), "không phải tệp .docx"),
    "zeros": (bytes(100_000), "không phải tệp .docx"),
    "cut short": (OWN[: len(OWN) // 2], "không phải tệp .docx"),
    "a password": (locked(), "có mật khẩu"),
    "another zip": (zipped(a="b"), "không phải tệp .docx"),
    "a workbook": (changed("_rels/.rels", '"word/', '"xl/'), "không phải tệp .docx"),
    "no relations": (repacked(OWN, {"_rels/.rels": "<a/>"}), "không phải tệp Word"),
    "no styles": (changed(RELATIONS, "/styles", "/stylez"), "không có phần định nghĩa kiểu"),
    "styles not there": (repacked(OWN, {STYLES: None}), "không phải tệp .docx"),
    "styles of another kind": (repacked(OWN, {STYLES: "<a/>"}), "không đúng chuẩn"),
    "styles with a name that is none": (
        changed(STYLES, "<w:styles ", '<w:styles xml:id="1" '),
        "không đúng chuẩn",
    ),
    "styles broken": (changed(STYLES, "</w:styles>", ""), "XML bị hỏng"),
    "theme broken": (repacked(OWN, {THEME: "<a>"}), "XML bị hỏng"),
    "entities": (changed(STYLES, "<w:styles ", _DOCTYPE), "DOCTYPE"),
    "deep styles": (deep(STYLES, "</w:styles>"), "lồng quá sâu"),
    "deep text": (deep(BODY, "</w:body>"), "lồng quá sâu"),
    "a bomb": (bomb(), "quá lớn"),
}
"""Files that are refused, and why."""
