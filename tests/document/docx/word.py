"""What Word shows before each paragraph, counted as Word counts (ECMA-376 Part 1, 17.9).

Told from the XML alone; nothing here knows how the writer chose it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .samples import NUMBERING, STYLES, W, tree

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_SUFFIXES = {"nothing": "", "space": " "}
_SIGNS = {"br": "\n", "tab": "\t"}


class Level(NamedTuple):
    """A level of a list."""

    start: int
    form: str
    text: str
    suffix: str
    style: str


class Shown(NamedTuple):
    """A paragraph as it is seen; `live`: Word counted it."""

    text: str
    style: str
    live: bool


def lines(data: bytes) -> list[str]:
    """The paragraphs that stand by themselves, with their numbers and bullets.

    Programmes differ on a level that is passed over on the way to a lower one: it counts, or does
    not. A file must read the same with both.
    """
    found = [paragraph.text for paragraph in shown(data)]
    assert found == [paragraph.text for paragraph in shown(data, passed_over_counts=True)]
    return found


def shown(data: bytes, *, passed_over_counts: bool = False) -> list[Shown]:
    """The same, with their styles."""
    lists, styles = _lists(tree(data, NUMBERING)), _styles(tree(data, STYLES))
    counts: dict[tuple[int, int], int] = {}
    found = []
    for paragraph in tree(data)[0].findall(f"{W}p"):
        style = _value(paragraph, "pPr/pStyle")
        place = _place(paragraph) or _from_style(style, styles, lists)
        if place and passed_over_counts:
            for at, level in enumerate(lists[place[0]][: place[1]]):
                counts.setdefault((place[0], at), level.start)
        label = _count(place, lists, counts) if place else ""
        found.append(Shown(label + _words(paragraph), style, place is not None))
    return found


def _value(element: Element, path: str, default: str = "") -> str:
    found = element.find("/".join(W + step for step in path.split("/")))
    return default if found is None else found.get(f"{W}val", default)


def _place(holder: Element) -> tuple[int, int] | None:
    number = _value(holder, "pPr/numPr/numId")
    return (int(number), int(_value(holder, "pPr/numPr/ilvl", "0"))) if number else None


def _styles(root: Element) -> dict[str, Element]:
    return {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}


def _from_style(
    style: str, styles: dict[str, Element], lists: dict[int, list[Level]]
) -> tuple[int, int] | None:
    """The list of the nearest style that has one, and there the level linked to that style."""
    while style:
        place = _place(styles[style])
        if place:
            linked = [level.style for level in lists[place[0]]]
            return place[0], linked.index(style)
        style = _value(styles[style], "basedOn")
    return None


def _lists(root: Element) -> dict[int, list[Level]]:
    models = {
        model.get(f"{W}abstractNumId"): [_level(level) for level in model.iter(f"{W}lvl")]
        for model in root.iter(f"{W}abstractNum")
    }
    return {
        int(number.get(f"{W}numId", "")): models[_value(number, "abstractNumId")]
        for number in root.iter(f"{W}num")
    }


def _level(level: Element) -> Level:
    start, form, text = (_value(level, step) for step in ("start", "numFmt", "lvlText"))
    return Level(int(start), form, text, _value(level, "suff", "tab"), _value(level, "pStyle"))


def _count(
    place: tuple[int, int], lists: dict[int, list[Level]], counts: dict[tuple[int, int], int]
) -> str:
    """Move the counters on: a level goes on, and every lower one begins again."""
    number, index = place
    levels = lists[number]
    counts[place] = counts.get(place, levels[index].start - 1) + 1
    for lower in range(index + 1, len(levels)):
        counts.pop((number, lower), None)

    def figure(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        return _figure(levels[at].form, counts[number, at])

    text = re.sub(r"%(\d)", figure, levels[index].text)
    return text + _SUFFIXES[levels[index].suffix]


def _figure(form: str, count: int) -> str:
    if form == "upperRoman":
        return _TENS[count // 10] + _ONES[count % 10]
    if form == "decimal":
        return str(count)
    letter = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26)
    return letter if form == "lowerLetter" else letter.upper()


def _words(paragraph: Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: Element) -> Iterator[str]:
    for piece in paragraph.iter():
        if piece.tag == f"{W}t":
            yield piece.text or ""
        else:
            yield _SIGNS.get(piece.tag.removeprefix(W), "")
