"""Numbers of documents: 64/2007/NĐ-CP, 186/KH-UBND, 57-NQ/TW, 1178/BTTTT-THH.

Number and sign of administrative documents: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3; the
other shapes are those of the National Assembly, of normative documents and of the Party.
"""

import re
from collections.abc import Iterator

from kehoach_cli.annotations import Literal
from kehoach_cli.patterns import pattern
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.document_types import DOCUMENT_TYPES
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.unreadable import Unreadable, quote

Kind = Literal["qh", "qppl", "party", "admin", "congvan"]

_N = r"(?P<number>[0-9]{1,5}(?:\.[0-9]{1,3})?[a-z]?)"
_Y = r"(?P<year>(?:19|20)[0-9]{2})"
_CAPITAL, _LETTER = "A-ZĐƯƠĂÂÊÔ", "A-Za-zĐđƯƠĂÂÊÔươăâêôý&"
_BARE = str.maketrans("ĐƯƠĂÂÊÔđươăâêôý", "DUOAAEOduoaaeoy")
"""Without the marks that letters of a number may have, its shape takes a plain expression."""
_NEVER_BEHIND_A_NUMBER = frozenset("ươăâêôý")
_WORD = r"[A-Z][A-Za-z&]*[0-9]{0,2}"
_WORDS = rf"{_WORD}(?:-{_WORD})*"
_NORMATIVE = ("NĐ", "NQ", "QĐ", "TT", "TTLT", "CT", "L", "PL", "NQLT", "LCTN")
_NAMED = tuple(
    dict.fromkeys(
        kind.code for kind in DOCUMENT_TYPES if kind.code and kind.group not in ("quy phạm", "Đảng")
    )
)
_SHAPE = pattern(
    rf"{_N}(?:/{_Y})?(?P<mark>[/-])(?P<first>{_WORD})(?:(?P<joint>[/-])(?P<rest>{_WORDS}))?"
)
_ASSEMBLY = pattern(r"(?:UBTVQH|QH)[0-9]{1,2}")
_CODES = frozenset((*_NORMATIVE, *_NAMED))
_UNMARKED = {fold(code): code for code in ("NĐ", "QĐ", "QyĐ", "CĐ")}
_ORGS = {"ttg": "TTg", "hdnd": "HĐND", "ubnd": "UBND", "cp": "CP", "tw": "TW"}
_SMALL = "(?i:nđ|qđ|nq|ct|kh|tt|ttg|cp|ubnd|hđnd)(?!\\w)"
_CODE_WORD = rf"(?>(?:[{_CAPITAL}][{_LETTER}]*){{2}}|L(?=-)|{_SMALL})"
"""Once read it stands: tried both ways, each word of a long chain would double the time."""
_MARK = r"(?:[/-]\s?|\s[/-])"
_YEAR_FIRST = rf"(?(code)(?!)|(?:19|20)[0-9]{{2}}(?={_MARK}[^\W\d_]))"
LOOSE = (
    rf"[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?[a-zđ]?"
    rf"(?:{_MARK}(?:(?P<code>{_CODE_WORD})[0-9]{{0,2}}|{_YEAR_FIRST})){{2,}}"
)
"""What looks like a number in running text, right or a little wrong: no code is in it twice, as
compiling the letters of one takes long."""
_IN_TEXT = pattern(rf"(?<![\w/.-]){LOOSE}(?![\w/])")
_BEFORE, _BEHIND = 20, 60  # letters of a number before and behind one of its marks, at most


class SoKyHieu(Values):
    """A number taken apart.

    `kind`: qh (67/2006/QH11), qppl (64/2007/NĐ-CP), party (57-NQ/TW), admin (186/KH-UBND) or
    congvan (1178/BTTTT-THH). `unit` is the drafting unit of a công văn.
    """

    number: str
    year: int | None
    kind: Kind
    type_code: str | None
    org: str
    unit: str | None = None

    def __str__(self) -> str:
        """The number as it is printed."""
        if self.kind == "party":
            return f"{self.number}-{self.type_code}/{self.org}"
        year = "" if self.year is None else f"/{self.year}"
        sign = "-".join(part for part in (self.type_code, self.org, self.unit) if part)
        return f"{self.number}{year}/{sign}"


def parse_so_ky_hieu(text: str) -> SoKyHieu:
    """The parts of a number; odd but real ones ("36a/NQ-CP", "66.7/2025/NQ-CP") are read too.

    Raises Unreadable with the right spelling where it can be told: spaces, a wrong mark between
    the parts, a code without its marks ("64/2007/ND-CP").
    """
    found = _fitting(text)
    if found is None:
        raise _unreadable(text)
    return found


def _fitting(text: str) -> SoKyHieu | None:
    """The parts of a number that is spelt right."""
    match = _SHAPE.fullmatch(text.translate(_BARE))
    if match is None or text[match.end("number") - 1] in _NEVER_BEHIND_A_NUMBER:
        return None
    spans = [match.span(group) for group in range(1, 7)]
    number, year, mark, first, joint, rest = (text[start:end] for start, end in spans)
    kind = _kind(year, f"{mark}{joint or ''}", first)
    if kind == "qh":
        return SoKyHieu(number, int(year), kind, None, first)
    if kind == "congvan":
        return SoKyHieu(number, None, kind, None, first, rest)
    if kind is None:
        return None
    return SoKyHieu(number, int(year) if year else None, kind, first, rest)


def _kind(year: str | None, marks: str, first: str) -> Kind | None:
    """What a number is of, by its marks and its first word.

    NĐ, QĐ … are no agency that sends letters.
    """
    if year:
        if marks == "/-" and first in _NORMATIVE:
            return "qppl"
        return "qh" if marks == "/" and _ASSEMBLY.fullmatch(first) else None
    if marks == "/-":
        return "admin" if first in _NAMED else None if fold(first) in _UNMARKED else "congvan"
    return "party" if marks == "-/" else None


def number_around(text: str, at: int, since: int) -> re.Match[str] | None:
    """The number that the mark at `at` is part of, in running text, not before `since`."""
    found = _IN_TEXT.search(text, max(since, at - _BEFORE), at + _BEHIND)
    return found if found and found.start() <= at < found.end() else None


def leading_number(text: str) -> re.Match[str] | None:
    """The number that running text opens with."""
    return _IN_TEXT.match(text)


def is_party_organ(org: str) -> bool:
    """Whether an abbreviation is of a Party organ: TW, TU, HU, ĐU, VPTW, BTGTU …"""
    return org in ("HU", "ĐU", "QU", "ThU") or org.endswith(("TW", "TU"))


def _unreadable(text: str) -> Unreadable:
    if not text.strip():
        return Unreadable(text, "chưa có số, ký hiệu; ghi ví dụ 64/2007/NĐ-CP hoặc 186/KH-UBND")
    choice = next(filter(_is_right, _repairs(text)), None)
    if choice is None:
        how = "ghi ví dụ 64/2007/NĐ-CP, 186/KH-UBND, 57-NQ/TW hoặc 1178/BTTTT-THH"
        return Unreadable(text, f"{quote(text)} không phải là số, ký hiệu văn bản; {how}")
    return Unreadable(text, f"{quote(text)} {_fault(text, choice)}; ghi {choice}", (choice,))


def _is_right(text: str) -> bool:
    return _fitting(text) is not None


def _fault(text: str, choice: str) -> str:
    if choice in text:
        return "có chữ hoặc dấu thừa ở đầu hoặc cuối"
    if re.search(r"\s", text.strip()):
        return "có dấu cách thừa"
    if re.search(r"(?:19|20)[0-9]{2}-", text):
        return "thiếu dấu / sau năm"
    if re.search(r"[^\w\s/.&-]", text):
        return "có ký tự lạ"
    return "viết sai chữ viết tắt hoặc dấu nối"


def _repairs(text: str) -> Iterator[str]:
    """Spellings that may be meant, the likeliest first; not all of them are right."""
    tidy = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("Ð", "Đ").replace("\\", "/")
    tidy = re.sub(r"(?i)^số\s*:?\s*(?=[0-9])", "", tidy.strip().rstrip(".,;:"))
    tidy = re.sub(r"\s+", "", tidy)
    number, *rest = re.split(r"([/-])", tidy)
    number, marks, words = number.lower(), rest[::2], [_marked(word) for word in rest[1::2]]
    if len(words) == 2 and len(set(marks)) == 1 and is_party_organ(words[1]):
        yield f"{number}-{words[0]}/{words[1]}"
    yield number + "".join(mark + word for mark, word in zip(marks, words, strict=True))
    yield f"{number}/{words[0]}/{'-'.join(words[1:])}" if words else number
    yield f"{number}/{'-'.join(words)}"


def _marked(word: str) -> str:
    """A code with its marks and capitals: ND → NĐ, TTG → TTg; another word as it is."""
    if word in _CODES:
        return word
    folded = fold(word)
    known = {fold(code): code for code in _CODES}
    return _UNMARKED.get(folded) or known.get(folded) or _ORGS.get(folded) or word
