"""Who issues a plan, from its name as a person types it."""

from datetime import date
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.provinces import Province, split_province
from kehoach_cli.vietnamese.text import fold, upper_first

COUNCIL, ASSEMBLY = "Ủy ban nhân dân", "Hội đồng nhân dân"
_COUNCIL = pattern(r"(?i)^(?:ubnd|[uủ][yỷ] ban nh[aâ]n d[aâ]n|uỷ ban nhân dân)\b\s*")
_ASSEMBLY = pattern(r"(?i)^(?:h[dđ]nd|h[oộ]i [dđ][oồ]ng nh[aâ]n d[aâ]n)\b\s*")
_LEVELS = (
    ("xa", ("xa ", "phuong ", "dac khu ", "thi tran ")),
    ("huyen", ("huyen ", "quan ", "thi xa ", "thanh pho ", "tp ")),
    ("tinh", ("tinh ",)),
)
_OWN = (("so", ("so ",)), ("bo", ("bo ",)))


class Agency(NamedTuple):
    """An issuer as its head prints it. `superior`: the organ above it, "" where none is printed.

    `level`: tinh, huyen, xa (councils), hoi_dong, so, bo, or khac. `unit`: the territory of a
    council or an assembly, with its kind ("xã Bát Xát").
    """

    name: str
    level: str
    superior: str = ""
    province: Province | None = None
    unit: str = ""


def agency_of(text: str, day: date, superior: str = "") -> Agency:
    """The agency meant; what is not known stays as typed. `superior` may tell the province."""
    whole = " ".join(text.split())
    before, province = split_province(whole, day)
    province = province or split_province(superior, day)[1]
    above = f"{COUNCIL} {province}" if province else ""
    assembly = _ASSEMBLY.match(before)
    seat = _unit_name(before[assembly.end() :]) or str(province or "") if assembly else ""
    if seat:
        return Agency(f"{ASSEMBLY} {seat}", "hoi_dong", "", province, seat)
    council = _COUNCIL.match(before)
    rest = before[council.end() :] if council else before
    if province and not rest:
        return Agency(above, "tinh", province=province, unit=str(province))
    level = _level(rest, _LEVELS)
    if level:
        unit = _unit_name(rest)
        return Agency(f"{COUNCIL} {unit}", level, above, province, unit)
    level = _level(rest, _OWN) or "khac"
    name = _known_name(rest) if level != "khac" else _other_name(whole, before, province)
    return Agency(name, level, above if level == "so" else "", province)


def _unit_name(text: str) -> str:
    """A territory; one in small letters throughout gets its capitals: "xã bát xát"."""
    if text != text.lower():
        return text
    starts = (start for _, starts in _LEVELS for start in starts if fold(text).startswith(start))
    count = len(next(starts, "").split())
    words = text.split()
    return " ".join([*words[:count], *(word.capitalize() for word in words[count:])])


def _other_name(whole: str, before: str, province: Province | None) -> str:
    """An agency of another kind as typed; one in small letters gets those that are sure."""
    if whole != whole.lower():
        return whole
    name = whole if province is None else f"{before} {province}"
    return upper_first(name.replace("ubnd", COUNCIL).replace("hđnd", ASSEMBLY))


def _level(text: str, levels: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    plain = fold(text)
    return next((level for level, starts in levels if plain.startswith(starts)), "")


def _known_name(text: str) -> str:
    """The name of a ministry or department with its marks and capitals, where the list has it."""
    plain = fold(text)
    for heads, field, *_ in entries("agencies"):
        for head in heads.split(", "):
            if fold(f"{head} {field}") == plain:
                return f"{head} {field}"
    return _of_initials(plain) or upper_first(text)


def _of_initials(plain: str) -> str:
    """The one department or ministry that initials mean: "so kh&cn"; "" for none, or several."""
    head, _, short = plain.partition(" ")
    short = short.replace("&", "").replace("-", "")
    found = {
        f"{each} {field}"
        for heads, field, *_ in entries("agencies")
        for each in heads.split(", ")
        if fold(each) == head and short == _initials(field)
    }
    return found.pop() if len(found) == 1 else ""


def _initials(field: str) -> str:
    words = (word for word in fold(field).replace("-", " ").split() if word != "va")
    return "".join(word[0] for word in words)
