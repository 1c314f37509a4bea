"""Word's own numbering for the levels of an outline, for appendices and for bullets.

A list of Word has nine levels, and Word counts a b c d e f, never a b c d đ e g. So one level of
letters takes several levels of the list, its segments, each with a start of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kehoach_cli.document.docx.markup import DECLARATION, W, escape
from kehoach_cli.document.model import APPENDIX
from kehoach_cli.plan.scheme import Kind, Level, Scheme

WORD_LEVELS = 9
"""Levels in a list: ECMA-376 Part 1, 17.9.6."""

OUTLINE_LIST, APPENDIX_LIST, BULLET_LIST, OTHER_LISTS = 1, 2, 3, 50

_ENDLESS = 1 << 30
_FORMATS: dict[Kind, str] = {
    "roman": "upperRoman",
    "decimal": "decimal",
    "letter": "lowerLetter",
    "capital": "upperLetter",
}
_STYLES: dict[Kind, str] = {"roman": "muc_la_ma", "letter": "diem", "capital": "muc_chu"}


@dataclass(frozen=True, slots=True)
class Segment:
    """Positions that Word can count in one go from `start`; `literal`: one it cannot count."""

    first: int
    last: int
    start: int
    literal: str = ""


_WHOLE = (Segment(1, _ENDLESS, 1),)
_LETTERS = (
    Segment(1, 4, 1),  # a–d
    Segment(5, 5, 1, "đ"),
    Segment(6, 6, 5),  # e
    Segment(7, 9, 7),  # g–i
    Segment(10, 21, 11),  # k–v
    Segment(22, 23, 24),  # x–y
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A level of a Word list, holding one segment of a level of the scheme.

    `text`: the label as Word writes it, "%2.". Empty: Word only counts, since the label cannot be
    made of its parts, and the label is typed. `style`: the key of the style linked to it.
    `letter`: what the style's name adds for a segment after the first.
    """

    list_id: int
    index: int
    level: int
    segment: Segment
    form: str
    text: str
    own_line: bool = False
    style: str = ""
    letter: str = ""

    @property
    def is_bold(self) -> bool:
        """Whether the label stands out of a plain paragraph: "Điều 1." (PL I, Mục II.6.đ)."""
        return self.text.startswith("Điều ")

    @property
    def reference(self) -> str:
        """The `<w:numPr>` that puts a paragraph here."""
        return number_reference(self.list_id, self.index)


def number_reference(list_id: int, index: int) -> str:
    """The `<w:numPr>` for a level of a list."""
    return f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{list_id}"/></w:numPr>'


APPENDIX_SLOT = Slot(
    list_id=APPENDIX_LIST,
    index=0,
    level=APPENDIX,
    segment=_WHOLE[0],
    form="upperRoman",
    text="Phụ lục %1",
    own_line=True,
    style="phu_luc",
)
"""Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III.1.b."""


def outline_list(outline: int) -> int:
    """The list of an outline: 0 the main one, others from 1."""
    return OTHER_LISTS + outline if outline else OUTLINE_LIST


def outline_slots(scheme: Scheme, longest: Mapping[int, int], outline: int = 0) -> tuple[Slot, ...]:
    """The levels of the Word list for a scheme; a level past the ninth has none.

    Styles are linked to the main outline alone, for a style belongs to one list.

    `longest`: for each level the highest position in the document. Segments that these need come
    first, from the highest level; then those a clerk may come to need, from the lowest.
    """
    levels = scheme[:WORD_LEVELS]
    counts = [1] * len(levels)
    for index in _wishes(levels, longest)[: WORD_LEVELS - len(levels)]:
        counts[index] += 1
    slots: list[Slot] = []
    linked: set[str] = set()
    for index, level in enumerate(levels):
        style = _natural_style(level, index)
        new = _slots_of(levels, index, counts[index], slots)
        named = [replace(slot, list_id=outline_list(outline)) for slot in new]
        slots += named if outline else [_linked(slot, style, linked) for slot in named]
        linked.add(style)
    return tuple(slots)


def _is_lettered(level: Level) -> bool:
    return level.kind in ("letter", "capital")


def _wishes(levels: Scheme, longest: Mapping[int, int]) -> list[int]:
    needed: list[int] = []
    spare: list[int] = []
    for index, level in enumerate(levels):
        if _is_lettered(level):
            highest = longest.get(index, 0)
            count = sum(segment.first <= highest for segment in _LETTERS[1:])
            needed += [index] * count
            spare = [index] * (len(_LETTERS) - 1 - count) + spare
    return needed + spare


def _natural_style(level: Level, index: int) -> str:
    if level.own_line:
        return "phan"
    chained = min(level.depth, index + 1) > 1
    return _STYLES.get(level.kind, "tieu_khoan" if chained else "khoan")


def _slots_of(levels: Scheme, index: int, count: int, above: list[Slot]) -> Iterator[Slot]:
    level = levels[index]
    segments = _LETTERS[:count] if _is_lettered(level) else _WHOLE
    for at, segment in enumerate(segments, len(above)):
        yield Slot(
            list_id=OUTLINE_LIST,
            index=at,
            level=index,
            segment=segment,
            form=_FORMATS[level.kind],
            text=_level_text(levels, index, _own_part(level, segment, at), above),
            own_line=level.own_line,
            letter=level.number(segment.first) if segment.first > 1 else "",
        )


def _own_part(level: Level, segment: Segment, at: int) -> str:
    literal = segment.literal.upper() if level.kind == "capital" else segment.literal
    return literal or f"%{at + 1}"


def _level_text(levels: Scheme, index: int, own: str, above: list[Slot]) -> str:
    level = levels[index]
    parents = range(max(0, index + 1 - level.depth), index)
    if any(_is_lettered(levels[parent]) for parent in parents):
        return ""
    shown = [f"%{slot.index + 1}" for slot in above if slot.level in parents]
    return level.prefix + ".".join([*shown, own]) + level.suffix


def _linked(slot: Slot, style: str, taken: set[str]) -> Slot:
    return slot if style in taken else replace(slot, style=style)


def numbering_xml(
    slots: Sequence[Slot], bullets: Sequence[tuple[str, str]], ids: Mapping[Slot, str]
) -> str:
    """The part numbering.xml.

    `bullets`: (mark, style id) of each bulleted style; a level each, for a style belongs to one.
    `ids`: the style id linked to a slot.
    """
    lists = {
        key: "".join(_level(slot, ids) for slot in group)
        for key, group in groupby(slots, key=lambda slot: slot.list_id)
    }
    for at, (mark, style_id) in enumerate(bullets):
        key, index = bullet_place(at)
        lists[key] = lists.get(key, "") + _bullet(index, mark, style_id)
    return (
        f'{DECLARATION}<w:numbering xmlns:w="{W}">'
        + "".join(_abstract(key, levels) for key, levels in lists.items())
        + "".join(_instance(key) for key in lists)
        + "</w:numbering>"
    )


def bullet_place(at: int) -> tuple[int, int]:
    """List and level of the bulleted style at a place, from 0."""
    return BULLET_LIST + at // WORD_LEVELS, at % WORD_LEVELS


def _abstract(key: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:nsid w:val="{0x4B480000 + key:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x4B490000 + key:08X}"/>'
        f"{levels}</w:abstractNum>"
    )


def _instance(key: int) -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'


def _level(slot: Slot, ids: Mapping[Slot, str]) -> str:
    suffix = "nothing" if slot.own_line or not slot.text else "space"
    return _level_xml(
        slot.index, slot.segment.start, slot.form, ids.get(slot, ""), suffix, slot.text
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
