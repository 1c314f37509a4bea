"""The years that a plan or a project runs over."""

import re
from functools import lru_cache

from kehoach_cli.patterns import pattern
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.unreadable import Unreadable, quote

FIRST_YEAR, LAST_YEAR = 1990, 2100
_LONGEST = 200
_HOW = "ghi một năm (2026) hoặc hai năm (2026-2030)"

_YEAR = r"[0-9]{4}"
_MONTH = r"(?:thang )?(?:0?[1-9]|1[0-2])"
_QUARTER = r"(?:quy )?(?:iv|i{1,3}|[1-4])"
_AND = r"\s*(?:-|,|va|den)\s*"
_OF = r"\s*(?:/|-|,? nam|,)?\s*"
_POINT = pattern(
    rf"(?:ngay )?(?<![0-9])[0-9]{{1,2}}\s*([/.-])\s*[0-9]{{1,2}}\s*\1\s*({_YEAR})(?![0-9])"
    rf"|(?<![0-9])({_YEAR})-(?:0[1-9]|1[0-2])-[0-3][0-9](?![0-9])"
    rf"|ngay [0-9]{{1,2}} thang [0-9]{{1,2}} nam ({_YEAR})(?![0-9])"
    rf"|[0-9]{{1,2}} thang (?:dau|cuoi) nam ({_YEAR})(?![0-9])"
    rf"|quy (?:iv|i{{1,3}}|[1-4])(?:{_AND}{_QUARTER})*{_OF}({_YEAR})(?![0-9])"
    rf"|(?<![0-9])(?:{_MONTH}{_AND})*{_MONTH}(?:\s*[/.]\s*|\s*,? nam )({_YEAR})(?![0-9])"
    rf"|(?<![0-9])({_YEAR})(?![0-9])"
)
_PLAIN = pattern(rf"(?:[Nn]ăm )?({_YEAR})(?: ?- ?({_YEAR}))?")
"""As nearly all are typed: "2016-2020", "Năm 2016 - 2020"."""
_LATER = pattern(r"[\s,;(]*(?:va )?(?:co )?(?:dinh huong|tam nhin)\b.*")
_SHORT_END = pattern(rf"({_YEAR})\s*-\s*([0-9]{{2}})")
_WORDS_AROUND = (
    "nam cac giai doan thoi ky gian thuc hien trong tu den va het truoc ngay thang quy khoang "
    "xong hoan thanh cuoi dau nien do nhiem dip - , ; . ( ) :"
)
_AROUND = frozenset(_WORDS_AROUND.split())


class Period(Values):
    """First and last year, both counted in, and the text it was read from."""

    start: int
    end: int
    text: str

    @property
    def years(self) -> range:
        """Each year in turn."""
        return range(self.start, self.end + 1)


@lru_cache(maxsize=1024)
def parse_period(text: str) -> Period:
    """The years in "2014", "giai đoạn 2016 - 2020", "Quý II/2026", "trước 31/12/2026" …

    What follows "định hướng đến" or "tầm nhìn" does not count. Raises Unreadable for a text that
    is no period ("Thường xuyên"), ends before it starts, has no end, or leaves 1990–2100.
    """
    if len(text) > _LONGEST:
        raise _no_period(text, "")
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _checked(text, [int(year) for year in plain.groups() if year])
    folded = _LATER.sub("", re.sub(r"[\u2010-\u2015\u2212~→]|->", "-", fold(text)))
    years = [int(next(filter(None, point[1:]))) for point in _POINT.findall(folded)]
    around = re.findall(r"\w+|[^\w\s]", _POINT.sub(" ", folded))
    if not years or not _AROUND.issuperset(around):
        raise _no_period(text, folded)
    if len(years) == 1 and around and (around[0] == "tu" or around[-1] in ("-", "den")):
        raise Unreadable(text, f"{quote(text)} thiếu năm đầu hoặc năm cuối; {_HOW}")
    return _checked(text, years)


def _checked(text: str, years: list[int]) -> Period:
    if not all(FIRST_YEAR <= year <= LAST_YEAR for year in years):
        reason = f"{quote(text)} có năm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}; xem lại năm"
        raise Unreadable(text, reason)
    if years != sorted(years):
        choice = f"{min(years)}-{max(years)}"
        reason = f"{quote(text)} có năm sau đứng trước năm trước; ghi {choice}"
        raise Unreadable(text, reason, (choice,))
    return Period(years[0], years[-1], text)


def _no_period(text: str, folded: str) -> Unreadable:
    short = _SHORT_END.search(folded)
    in_range = short and FIRST_YEAR <= int(short[1]) <= LAST_YEAR
    if short and in_range and int(short[1][2:]) < int(short[2]):
        choice = f"{short[1]}-{short[1][:2]}{short[2]}"
        reason = f"{quote(text)} ghi năm cuối hai chữ số; ghi {choice}"
        return Unreadable(text, reason, (choice,))
    what = f"{quote(text)} không phải là thời kỳ" if text.strip() else "chưa có thời kỳ"
    return Unreadable(text, f"{what}; {_HOW}")
