"""Who issues a plan, from its name as a person types it."""

from datetime import date
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.provinces import Province, split_province
from kehoach_cli.vietnamese.text import fold

COUNCIL = "Ủy ban nhân dân"
_COUNCIL = pattern(r"(?i)^(?:ubnd|[uủ][yỷ] ban nh[aâ]n d[aâ]n|uỷ ban nhân dân)\b\s*")
_LEVELS = (
    ("xa", ("xa ", "phuong ", "dac khu ", "thi tran ")),
    ("huyen", ("huyen ", "quan ", "thi xa ", "thanh pho ", "tp ")),
    ("tinh", ("tinh ",)),
)
_OWN = (("so", ("so ",)), ("bo", ("bo ",)))


class Agency(NamedTuple):
    """An issuer as its head prints it. `superior`: the organ above it, "" where none is printed.

    `level`: tinh, huyen, xa (councils), so, bo, or khac. `unit`: the territory of a council, with
    its kind ("xã Bát Xát").
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
    council = _COUNCIL.match(before)
    rest = before[council.end() :] if council else before
    if province and not rest:
        return Agency(above, "tinh", province=province, unit=str(province))
    level = _level(rest, _LEVELS)
    if level:
        return Agency(f"{COUNCIL} {rest}", level, above, province, rest)
    level = _level(rest, _OWN) or "khac"
    name = _known_name(rest) if level != "khac" else whole
    return Agency(name, level, above if level == "so" else "", province)


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
    return text
