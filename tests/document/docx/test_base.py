"""A department's own Word file: what is taken over, what never is."""

import io
import re
from collections.abc import Callable

import pytest

from kehoach_cli.document.docx.base import Base, read_base
from kehoach_cli.document.docx.base_parts import BadBaseError
from kehoach_cli.document.layout import Style
from tests.gates import all_gates

from .bases import OWN, RELATIONS, UNSOUND, changed, default, red, saved, with_macro
from .samples import BODY, LAW, STYLES, everything, part, written

SOUND: dict[str, Callable[[], bytes]] = {
    "our own": lambda: OWN,
    "edited": lambda: saved(red),
    "python-docx": default,
    "macro": with_macro,
    "sizes that are none": lambda: changed(STYLES, 'w:val="28"', 'w:val="abc"'),
    "lengths that are none": lambda: changed(STYLES, 'w:firstLine="567"', 'w:firstLine="9e99"'),
    "alignments that are none": lambda: changed(STYLES, '<w:jc w:val="both"', '<w:jc w:val="x"'),
    "colours that are none": lambda: changed(STYLES, "<w:b/>", '<w:b/><w:color w:val="đỏ"/>'),
    "styles in a circle": lambda: changed(STYLES, 'w:val="Normal"/>', 'w:val="NoiDung"/>'),
    "a base that is not there": lambda: changed(STYLES, 'w:val="Normal"/>', 'w:val="La"/>'),
    "no theme": lambda: changed(RELATIONS, '/theme"', '/la"'),
    "a dead list": lambda: changed(STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="777"/>'),
    "margins that are none": lambda: changed(BODY, 'w:left="1701"', 'w:left="x"'),
}


def base(data: bytes) -> Base:
    return read_base(io.BytesIO(data), LAW)


def style(key: str, change: Callable[[str], str]) -> Style:
    """A style as it comes out of a base whose definition of it was changed."""
    text = part(OWN, STYLES)
    name = LAW.styles[key].name
    old = next(one for one in text.split("</w:style>") if f'<w:name w:val="{name}"' in one)
    return base(changed(STYLES, old, change(old))).over(LAW).styles[key]


@pytest.mark.parametrize("name", SOUND)
def test_every_base_gives_a_sound_file_and_always_the_same(name: str) -> None:
    law = base(SOUND[name]()).over(LAW)
    data = written(everything(), law)
    all_gates(data)
    assert data == written(everything(), base(SOUND[name]()).over(LAW))


def test_our_own_file_as_a_base_changes_nothing() -> None:
    found = base(OWN)
    assert (found.margins, found.unlawful, found.ignored) == ({}, {}, ())
    assert written(everything(), found.over(LAW)) == OWN


def test_looks_of_the_styles_are_taken_over() -> None:
    law = base(saved(red)).over(LAW)
    body = law.styles["noi_dung"]
    assert (body.size(False), body.size(True)) == (15, 15)
    assert (body.font, body.color) == ("Arial", "C00000")
    assert (body.line, body.line_rule, body.before) == (1.3, "auto", 10)
    assert law.styles["o_chu"] == body._replace(
        **{
            key: getattr(LAW.styles["o_chu"], key)
            for key in ("key", "name", "sizes", "align", "after", "first")
        },
    )
    assert law.styles["trich_yeu"].size(False) == 14
    xml = part(written(everything(), law), STYLES)
    found = re.search(r'w:styleId="NoiDung">.*?</w:style>', xml)
    assert found is not None
    assert '<w:rFonts w:ascii="Arial"' in found[0]
    assert '<w:color w:val="C00000"/><w:sz w:val="30"/>' in found[0]
    assert 'w:before="200" w:after="0" w:line="312" w:lineRule="auto"' in found[0]


@pytest.mark.parametrize(
    ("old", "new", "attribute", "value"),
    [
        ("<w:b/>", "", "bold", False),
        ("<w:b/>", '<w:b w:val="0"/>', "bold", False),
        ("<w:b/>", "<w:b/><w:i/>", "italic", True),
        ("<w:b/>", "<w:b/><w:caps/>", "caps", True),
        ("<w:sz ", '<w:u w:val="single"/><w:sz ', "underline", True),
        ("<w:sz ", '<w:u w:val="none"/><w:sz ', "underline", False),
        ("<w:sz ", '<w:color w:val="auto"/><w:sz ', "color", ""),
        ("<w:b/>", '<w:rFonts w:ascii="Times New Roman"/><w:b/>', "font", ""),
        ("<w:b/>", '<w:rFonts w:ascii=""/><w:b/>', "font", ""),
        ("<w:b/>", f'<w:rFonts w:ascii="{"a" * 32}"/><w:b/>', "font", ""),
        ("<w:b/>", '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="X"/><w:b/>', "font", ""),
        ("<w:jc ", '<w:ind w:right="567"/><w:jc ', "right", 10.0),
        ("<w:jc ", '<w:ind w:left="99999"/><w:jc ', "left", 60.0),
        ("<w:jc ", '<w:ind w:left="567" w:hanging="284"/><w:jc ', "first", -5.01),
        ("<w:jc ", '<w:spacing w:line="400" w:lineRule="exact"/><w:jc ', "line", 20.0),
        ("<w:jc ", '<w:spacing w:line="400" w:lineRule="atLeast"/><w:jc ', "line_rule", "atLeast"),
        ("<w:jc ", '<w:spacing w:line="9999"/><w:jc ', "line", 5.0),
        ('w:val="center"', 'w:val="right"', "align", "right"),
        ('w:val="center"', 'w:val="distribute"', "align", "left"),
        ('w:val="28"', 'w:val="999"', "sizes", (72.0, 72.0)),
        ('w:val="28"', f'w:val="{"9" * 400}"', "sizes", (14.0, 14.0)),
        ("<w:jc ", f'<w:ind w:left="{"9" * 400}"/><w:jc ', "left", 0.0),
        ("<w:jc ", f'<w:spacing w:before="{"9" * 400}"/><w:jc ', "before", 0.0),
        ("<w:basedOn ", "<w:basedOn/><w:x ", "bold", True),
    ],
)
def test_each_property_is_read_within_bounds(
    old: str, new: str, attribute: str, value: object
) -> None:
    assert getattr(style("tieu_ngu", lambda text: text.replace(old, new)), attribute) == value


def test_fonts_of_the_theme_go_by_their_own_name() -> None:
    text = part(OWN, "word/theme/theme1.xml")
    face = re.search(r'<a:minorFont>\s*<a:latin typeface="([^"]*)"', text)
    assert face is not None
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi"/>'
    data = changed(STYLES, "<w:b/>", f"{fonts}<w:b/>")
    law = base(data).over(LAW._replace(font="khác"))
    assert law.styles["tieu_ngu"].font == face[1]


def test_a_style_has_what_the_one_below_it_and_the_defaults_say() -> None:
    def based(text: str) -> str:
        plain = re.sub("<w:rPr>.*</w:rPr>|<w:spacing[^>]*>", "", text)
        return plain.replace('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="TieuNgu"/>')

    found = style("noi_dung", based)
    assert (found.size(False), found.bold, found.align) == (14, True, "both")
    plain = style("noi_dung", lambda text: based(text).replace('w:val="TieuNgu"', 'w:val="La"'))
    assert (plain.size(False), plain.bold) == (14, False)  # the size of the defaults


def test_what_makes_the_document_is_not_taken_over() -> None:
    """Numbering, outline, what stays on a page, and the thin paragraphs of lines."""
    data = changed(STYLES, '<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="7"/>')
    law = base(data).over(LAW)
    assert law.styles["muc_la_ma"].outline == LAW.styles["muc_la_ma"].outline
    assert law.styles["muc_la_ma"].keep_next
    thin = style("ke_ngang", lambda text: text.replace("</w:pPr>", "</w:pPr><w:rPr><w:b/></w:rPr>"))
    assert thin == LAW.styles["ke_ngang"]


def test_lawful_margins_are_taken_over_and_others_told() -> None:
    assert base(saved(red)).over(LAW).page == LAW.page._replace(left=35.0)
    found = base(default())
    assert found.unlawful == {"top": 25.4, "bottom": 25.4, "right": 31.8}
    assert found.over(LAW).page == LAW.page._replace(left=31.8)


def test_styles_that_the_document_needs_and_the_base_lacks_are_named() -> None:
    assert base(OWN).missing(everything(), LAW) == []
    lacking = base(changed(STYLES, '"Trích yếu"', '"Khác"'))
    assert lacking.missing(everything(), LAW) == []  # no paragraph of this document has it
    lacking = base(changed(STYLES, '"Ô chữ 13"', '"Khác"'))
    assert lacking.missing(everything(), LAW) == ["Ô chữ"]
    assert "Số trang" in base(default()).missing(everything(), LAW)
    assert "Ngắt phần" not in base(default()).missing(everything(), LAW)


def test_macros_and_links_out_are_left_and_told() -> None:
    found = base(with_macro())
    assert found.ignored == ("macro", "liên kết ra ngoài")
    assert written(everything(), found.over(LAW)) == OWN


@pytest.mark.parametrize("name", UNSOUND)
def test_an_unsound_file_is_refused_with_a_reason(name: str) -> None:
    data, reason = UNSOUND[name]
    with pytest.raises(BadBaseError, match=re.escape(reason)):
        base(data)
