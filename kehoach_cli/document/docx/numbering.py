"""Word's own numbering for the levels of an outline, for appendices and for bullets.

A list of Word has nine levels, and Word counts a b c d e f, never a b c d đ e g. So the letters
are cut into segments, each with a start of its own: levels of one list, or lists.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kehoach_cli.document.docx.markup import DECLARATION, W, escape
from kehoach_cli.document.docx.segments import WHOLE, Segment, segment_from, segments_of
from kehoach_cli.document.model import APPENDIX
from kehoach_cli.plan.scheme import Kind, Level, Scheme, names_article, tokens_of

WORD_LEVELS = 9
"""Levels in a list: ECMA-376 Part 1, 17.9.6."""

OUTLINE_LIST, APPENDIX_LIST, BULLET_LIST, ARTICLE_LIST, OTHER_LISTS = 1, 2, 3, 49, 50

_FORMATS: dict[Kind, str] = {
    "roman": "upperRoman",
    "decimal": "decimal",
    "letter": "lowerLetter",
    "capital": "upperLetter",
    "ordinal": "decimal",
}
_STYLES: dict[Kind, str] = {"roman": "muc_la_ma", "letter": "diem", "capital": "muc_chu"}


class Slot(NamedTuple):
    """A level of a Word list, holding one segment of a level of the scheme.

    `text`: the label as Word writes it, "%2.". `style`: the key of the style linked to it.
    `letter`: what the style's name adds for a segment after the first. `name`: of its list.
    """

    list_id: int
    place: int
    level: int
    segment: Segment
    form: str
    text: str
    own_line: bool = False
    style: str = ""
    letter: str = ""
    name: str = ""

    @property
    def is_bold(self) -> bool:
        """Whether the label stands out of a plain paragraph: "Điều 1." (PL I, Mục II.6.đ)."""
        return names_article(self.text)

    @property
    def reference(self) -> str:
        """The `<w:numPr>` that puts a paragraph here."""
        return number_reference(self.list_id, self.place)


def number_reference(list_id: int, index: int) -> str:
    """The `<w:numPr>` for a level of a list."""
    return f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{list_id}"/></w:numPr>'


APPENDIX_SLOT = Slot(
    list_id=APPENDIX_LIST,
    place=0,
    level=APPENDIX,
    segment=WHOLE[0],
    form="upperRoman",
    text="Phụ lục %1",
    own_line=True,
    style="phu_luc",
)
"""Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III.1.b."""


def main_lists(scheme: Scheme) -> list[tuple[Slot, ...]]:
    """The lists of the main outline: articles and what they hold have a list of their own.

    So they run on through the chapters: LibreOffice restarts a level under a higher one whatever
    `<w:lvlRestart>` says.
    """
    ids = (OUTLINE_LIST, ARTICLE_LIST)
    return [
        outline_slots(scheme, list_id, first)
        for list_id, first in zip(ids, _list_starts(scheme), strict=False)
    ]


def _list_starts(scheme: Scheme) -> list[int]:
    """The levels at which the lists of a scheme begin."""
    return sorted({0, *(at for at, level in enumerate(scheme) if level.is_article)})[:2]


def outline_slots(scheme: Scheme, list_id: int, first: int = 0) -> tuple[Slot, ...]:
    """The levels of the Word list that begins at a level; a level past the ninth has none.

    Only the lowest level has segments: above it, a program that meets a sub-level under "D."
    counts the segments it passes over, and "E." would print as "F.". There each segment is a list.
    """
    end = next((at for at in _list_starts(scheme) if at > first), len(scheme))
    levels = scheme[first : min(end, first + WORD_LEVELS)]
    slots: list[Slot] = []
    name = list_name(scheme, list_id, first, first + len(levels) - 1)
    for index, level in enumerate(levels):
        segments = segments_of(level)
        count = WORD_LEVELS + 1 - len(levels) if index == len(levels) - 1 else 1
        slots += [
            _slot(levels, index, segment, at, list_id)._replace(level=first + index, name=name)
            for at, segment in enumerate(segments[:count], len(slots))
        ]
    return tuple(slots)


def list_name(scheme: Scheme, list_id: int, first: int, last: int) -> str:
    """What says whose levels a list has: "1:0-2:I/1/a)". No page shows it, and Word keeps it."""
    return f"{list_id}:{first}-{last}:{tokens_of(scheme)}"


def linked(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The levels, with the style that a heading there usually has; a style belongs to one level."""
    levels: dict[str, int] = {}
    for slot in slots:
        levels.setdefault(slot.style, slot.level)
    return tuple(s if levels[s.style] == s.level else s._replace(style="") for s in slots)


def list_from(
    scheme: Scheme, list_id: int, level: int, position: int, above: str
) -> tuple[Slot, ...]:
    """The levels of a further list, whose first paragraph has this level and position.

    `above`: what its label shows of the levels over it, "2.1.", typed out, since this list has
    not counted them. No style is linked to it, for a style belongs to one list.
    """
    start = max(at for at in _list_starts(scheme) if at <= level)
    slots = outline_slots(scheme, list_id, start)
    places = [at for at, slot in enumerate(slots) if slot.level == level]
    holding = [at for at in places if slots[at].segment.holds(position)]
    chosen = (holding or places)[0]
    segment = segment_from(scheme[level], position)
    own = _own_part(segment, chosen)
    text = scheme[level].prefix + above + own + scheme[level].suffix
    first = slots[chosen]._replace(segment=segment, text=text)
    return tuple(s._replace(style="") for s in (*slots[:chosen], first, *slots[chosen + 1 :]))


def _natural_style(level: Level, index: int) -> str:
    if level.own_line:
        return "phan"
    chained = min(level.depth, index + 1) > 1
    return _STYLES.get(level.kind, "tieu_khoan" if chained else "khoan")


def _slot(levels: Scheme, index: int, segment: Segment, at: int, list_id: int) -> Slot:
    level = levels[index]
    parents = range(max(0, index + 1 - level.depth), index)
    # All levels above have one place each, so a level's place is its own depth.
    above = "".join(f"%{parent + 1}." for parent in parents)
    return Slot(
        list_id=list_id,
        place=at,
        level=index,
        segment=segment,
        form=_FORMATS[level.kind],
        text=level.prefix + above + _own_part(segment, at) + level.suffix,
        own_line=level.own_line,
        style=_natural_style(level, index),
        letter=level.number(segment.first) if segment.first > 1 else "",
    )


def _own_part(segment: Segment, at: int) -> str:
    return segment.literal or f"%{at + 1}"


def numbering_xml(
    slots: Sequence[Slot], bullets: Sequence[tuple[str, str]], ids: Mapping[Slot, str]
) -> str:
    """The part numbering.xml.

    `bullets`: (mark, style id) of each bulleted style; a level each, for a style belongs to one.
    `ids`: the style id linked to a slot.
    """
    lists: dict[int, str] = {}
    names: dict[int, str] = {}
    for slot in slots:
        lists[slot.list_id] = lists.get(slot.list_id, "") + _level(slot, ids)
        names[slot.list_id] = slot.name
    for at, (mark, style_id) in enumerate(bullets):
        key, index = bullet_place(at)
        lists[key] = lists.get(key, "") + _bullet(index, mark, style_id)
    return (
        f'{DECLARATION}<w:numbering xmlns:w="{W}">'
        + "".join(_abstract(key, levels, names.get(key, "")) for key, levels in lists.items())
        + "".join(_instance(key) for key in lists)
        + "</w:numbering>"
    )


def bullet_place(at: int) -> tuple[int, int]:
    """List and level of the bulleted style at a place, from 0."""
    return BULLET_LIST + at // WORD_LEVELS, at % WORD_LEVELS


def _abstract(key: int, levels: str, name: str) -> str:
    named = f'<w:name w:val="{escape(name)}"/>' if name else ""
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:nsid w:val="{0x4B480000 + key:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x4B490000 + key:08X}"/>'
        f"{named}{levels}</w:abstractNum>"
    )


def _instance(key: int) -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'


def _level(slot: Slot, ids: Mapping[Slot, str]) -> str:
    suffix = "nothing" if slot.own_line else "space"
    return _level_xml(
        slot.place, slot.segment.start, slot.form, ids.get(slot, ""), suffix, slot.text
    ).replace("</w:lvl>", "<w:rPr><w:b/></w:rPr></w:lvl>" if slot.is_bold else "</w:lvl>")


def _bullet(index: int, mark: str, style_id: str) -> str:
    return _level_xml(index, 1, "bullet", style_id, "space", mark)


def _level_xml(index: int, start: int, form: str, style_id: str, suffix: str, text: str) -> str:
    link = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{link}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/>'
        "</w:lvl>"
    )
