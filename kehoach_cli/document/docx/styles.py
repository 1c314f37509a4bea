"""The styles of a document: ids as they are asked for, and the part styles.xml."""

from collections.abc import Iterator, Sequence

from kehoach_cli.document.docx.markup import (
    DECLARATION,
    W,
    element,
    escape,
    half_points,
    spacing,
    twips,
)
from kehoach_cli.document.docx.numbering import Slot, bullet_place, number_reference
from kehoach_cli.document.layout import Layout, Style

_BODY = "noi_dung"
_BARE_ID, _BARE_NAME = "KhongSo", "không số"
_CUSTOM = ' w:customStyle="1"'
THIN = ("ke_ngang", "ngat_phan")
"""The paragraphs of one point that lines and tables need."""


def camel(key: str) -> str:
    """A style id from a key: "trich_yeu" → "TrichYeu"."""
    return "".join(word.capitalize() for word in key.split("_"))


def slot_suffix(slot: Slot) -> str:
    """What a segment adds to the id of its level's style: "đ" → "Dd"."""
    return {"đ": "Dd"}.get(slot.letter.lower(), slot.letter.upper())


class StyleBook:
    """The styles that one document may use.

    `sizes` collects the type sizes met in its tables, for a style sized by its table is written
    once for each; `bare` the numbered styles that were also needed without their number.
    """

    def __init__(self, layout: Layout, small: bool, slots: Sequence[Slot]) -> None:
        self.layout, self.small, self.slots = layout, small, slots
        self.sizes: set[int] = set()
        self.bare: set[str] = set()

    def style(self, key: str) -> Style:
        """The style of a key. Raises KeyError: the document names a style the layout lacks."""
        return self.layout.styles[key]

    def style_id(self, key: str, table_size: int = 0) -> str:
        """The id to refer to a style by, in a table of the given size or (0) outside of tables."""
        if not by_table(self.style(key)):
            return camel(key)
        size = table_size or int(self.style(_BODY).size(self.small))
        self.sizes.add(size)
        return f"{camel(key)}{size}"

    def unnumbered_id(self, key: str, table_size: int = 0) -> str:
        """The id of the style of a key for a paragraph that Word must not number.

        A twin of the style: a validator takes numId 0, the standard's way, for a dead number.
        """
        if all(slot.style != key for slot in self.slots):
            return self.style_id(key, table_size)
        self.bare.add(key)
        return camel(key) + _BARE_ID

    def slot_id(self, slot: Slot) -> str:
        """The id of the style linked to a level of a list; "" when it has none."""
        return camel(slot.style) + slot_suffix(slot) if slot.style else ""

    def cell_bullets(self, key: str) -> dict[str, str]:
        """Mark → key of the style for a line that begins with it, in a cell of style `key`.

        Empty when the style keeps such text as typed: numbers, centred text, headings.
        """
        style = self.style(key)
        if style.bold or style.bullet or style.align not in ("left", "both"):
            return {}
        return {
            other.bullet: other.key
            for other in self.layout.styles.values()
            if other.bullet and by_table(other) and by_table(style)
        }

    def bullets(self) -> list[tuple[str, str]]:
        """(mark, id) of the bulleted styles that styles.xml holds."""
        return [(style.bullet, style_id) for style, style_id, _ in self.written() if style.bullet]

    def written(self) -> Iterator[tuple[Style, str, int]]:
        """(style, id, table size) of all that styles.xml holds, in the layout's order."""
        for style in self.layout.styles.values():
            if by_table(style):
                for size in sorted(self.sizes):
                    named = style._replace(name=f"{style.name} {size}")
                    yield named, f"{camel(style.key)}{size}", size
                continue
            levelled = style._replace(outline=self.depth(style))
            yield levelled, camel(style.key), 0
            if style.key in self.bare:
                bare = levelled._replace(name=f"{style.name} {_BARE_NAME}")
                yield bare, camel(style.key) + _BARE_ID, 0

    def depth(self, style: Style) -> int:
        """A heading's depth in the navigation pane: the outline's where a level is its own."""
        depths = [slot.level + 1 for slot in self.slots if slot.style == style.key]
        return depths[0] if style.outline and depths and depths[0] > 0 else style.outline


def by_table(style: Style) -> bool:
    """Whether its letters are as large as the table says."""
    return style.sizes == (0, 0)


def styles_xml(book: StyleBook, letters: str = "") -> str:
    """The part styles.xml. `letters`: its styles of letters."""
    places = {style_id: bullet_place(at) for at, (_, style_id) in enumerate(book.bullets())}
    numbers = {style_id: number_reference(*place) for style_id, place in places.items()}
    numbers |= {book.slot_id(slot): slot.reference for slot in book.slots if slot.style}
    return "".join(
        [
            f'{DECLARATION}<w:styles xmlns:w="{W}">',
            _defaults(book),
            *(
                _style_xml(book, style, style_id, size, numbers.get(style_id, ""))
                for style, style_id, size in book.written()
            ),
            *(_segment_xml(book, slot, numbers) for slot in book.slots if _is_segment(slot)),
            letters,
            "</w:styles>",
        ]
    )


def _is_segment(slot: Slot) -> bool:
    return bool(slot.style and slot.letter)


def _defaults(book: StyleBook) -> str:
    font, language = escape(book.layout.font), escape(book.layout.language)
    size = half_points(book.style(_BODY).size(book.small))
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _style_xml(book: StyleBook, style: Style, style_id: str, size: int, number: str) -> str:
    following = f'<w:next w:val="{book.style_id(style.next, size)}"/>' if style.next else ""
    return (
        f'<w:style w:type="paragraph"{"" if style.builtin else _CUSTOM} w:styleId="{style_id}">'
        f'{_names(style)}<w:basedOn w:val="Normal"/>'
        f"{following}<w:qFormat/>"
        + element("pPr", _paragraph_look(style, number, book.layout))
        + element("rPr", _letter_look(style, half_points(style.size(book.small, size))))
        + "</w:style>"
    )


def _names(style: Style) -> str:
    """Its name; one of Word's own is known to Word by that, and shows ours as an alias."""
    name = f'<w:name w:val="{escape(shown_name(style))}"/>'
    return f'{name}<w:aliases w:val="{escape(style.name)}"/>' if style.builtin else name


def shown_name(style: Style) -> str:
    """The name of a style as the file has it."""
    # Word reads what follows a comma in a style's name as an alias.
    return (style.builtin or style.name).replace(",", "")


def _paragraph_look(style: Style, number: str, layout: Layout) -> Iterator[str]:
    yield "<w:keepNext/>" if style.keep_next else ""
    yield "<w:keepLines/>" if style.keep_lines else ""
    yield number
    if style.key == "ke_ngang":
        yield (
            f'<w:pBdr><w:top w:val="single" w:sz="{round(layout.rule_weight * 8)}" w:space="1"'
            ' w:color="auto"/></w:pBdr>'
        )
    if style.leader:
        edge = twips(layout.page.text_width())
        yield f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'
    if style.key in THIN:
        yield '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    else:
        yield _spacing(style)
    yield _indent(twips(style.left), twips(style.first), twips(style.right))
    yield f'<w:jc w:val="{style.align}"/>' if style.align != "left" else ""
    yield f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""


def _spacing(style: Style) -> str:
    said = ""
    if style.before or style.after:
        said = f' w:before="{spacing(style.before)}" w:after="{spacing(style.after)}"'
    if (style.line, style.line_rule) != (1.0, "auto"):
        line = round(style.line * 240) if style.line_rule == "auto" else spacing(style.line)
        said += f' w:line="{line}" w:lineRule="{style.line_rule}"'
    return f"<w:spacing{said}/>" if said else ""


def _indent(left: int, first: int, right: int) -> str:
    end = f' w:right="{right}"' if right else ""
    start = f' w:left="{left}"' if left else ""
    line = f' w:{"firstLine" if first > 0 else "hanging"}="{abs(first)}"' if first else ""
    return f"<w:ind{start}{end}{line}/>" if start or end or line else ""


def _letter_look(style: Style, size: int) -> tuple[str, ...]:
    font = escape(style.font)
    return (
        f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        if font
        else "",
        "<w:b/>" if style.bold else "",
        "<w:i/>" if style.italic else "",
        "<w:caps/>" if style.caps else "",
        f'<w:color w:val="{style.color}"/>' if style.color else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        '<w:u w:val="single"/>' if style.underline else "",
    )


def _segment_xml(book: StyleBook, slot: Slot, numbers: dict[str, str]) -> str:
    style_id, base = book.slot_id(slot), book.style(slot.style)
    after = [other for other in book.slots if other.place == slot.place + 1]
    single = slot.segment.first == slot.segment.last
    chained = single and after and after[0].style == slot.style
    following = f'<w:next w:val="{book.slot_id(after[0])}"/>' if chained else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{escape(shown_name(base._replace(name=f"{base.name} {slot.letter}")))}"/>'
        f'<w:basedOn w:val="{camel(slot.style)}"/>{following}<w:qFormat/>'
        f"<w:pPr>{numbers[style_id]}</w:pPr></w:style>"
    )
