"""Citations of legal documents, taken apart and put together.

Order of the parts: Nghị định 30/2020/NĐ-CP, Điều 37 writes "Nghị định số 110/2004/NĐ-CP ngày 08
tháng 4 năm 2004 của Chính phủ về công tác văn thư"; a law is cited by name and date (Phụ lục I,
Mục II.6.a).
"""

import re

from kehoach_cli.patterns import pattern
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.dates import PartialDate, date_phrase, parse_date
from kehoach_cli.vietnamese.document_types import (
    NAMED_LAWS,
    leading_type,
    type_names,
)
from kehoach_cli.vietnamese.issuers import leading_issuer
from kehoach_cli.vietnamese.so_ky_hieu import (
    LOOSE,
    leading_number,
    parse_so_ky_hieu,
)
from kehoach_cli.vietnamese.text import fold_tone, nfc, small_letters, upper_first
from kehoach_cli.vietnamese.unreadable import Unreadable

_LEAD = pattern(r"(?:[-+*]\s+|•\s+|–\s+)?(?:căn cứ(?: vào)?(?:\s*:\s*|\s+|$))*", re.IGNORECASE)
_TRAIL = pattern(r"[\s;,]+$|(?<!\.)\.[\s;]*$|\s*\./\.\s*$")
_BEFORE_NUMBER = pattern(r"[\s,(]*(?:[Ss]ố\s*:?\s*)?")
_DAY = r"[0-9]{1,2}\s*(?P<mark>[/.-])\s*[0-9]{1,2}\s*(?P=mark)\s*[0-9]{4}"
_PHRASE = r"(?:[0-9]{1,2}\s+)?tháng\s+[0-9]{1,2}(?:\s+năm\s+|\s*/\s*)[0-9]{4}"
DATE_BEHIND = pattern(
    rf"[\s,]*(?:(?:được (?:quốc hội [^,;0-9]{{0,30}})?)?(?:ban hành|thông qua|ký)\s+)?"
    rf"(?P<date>(?:ngày\s+)?(?:{_DAY}|{_PHRASE})|năm\s+[0-9]{{4}})(?!\w)"
)
"""A date as it follows a number or an issuer, in small letters; itself it is the group "date"."""
_FREE_TYPE = pattern(r"(?P<type>[^\W\d_][^\d,;.()“”]{0,40}?)\s+(?=(?:[Ss]ố|SỐ)\s*:?\s*[0-9])")
_LAW_NUMBER = pattern(rf"[\s,(]+(?:số\s+)?(?={LOOSE})")
# Luật Chuyển đổi số, Luật Công nghiệp công nghệ số: typed once, "số" belongs to the name.
_NAMES_ENDING_IN_SO = ("chuyển đổi", "công nghiệp công nghệ")


class Citation(Values):
    """A cited document; a part that is not given is None.

    `text`: the citation without "Căn cứ" and without the mark at its end. `loai`: the type, as
    "Nghị định". `ten`: the full name of a law or of a document without number, its type
    included. `trich_yeu` stands as it is printed: "về công tác văn thư".
    """

    text: str
    loai: str | None = None
    so_ky_hieu: str | None = None
    ngay: PartialDate | None = None
    co_quan: str | None = None
    trich_yeu: str | None = None
    ten: str | None = None


def format_citation(c: Citation) -> str:
    """The citation as it is printed, from its parts, dates in words.

    A type that is missing is told from the number where it can be.
    """
    parts = [_title(c)]
    if c.so_ky_hieu:
        parts.append(f"số {c.so_ky_hieu}")
    if c.ngay:
        parts.append(date_phrase(c.ngay))
    if c.co_quan:
        parts.append(f"của {c.co_quan}")
    if c.trich_yeu:
        parts.append(c.trich_yeu)
    return " ".join(filter(None, parts)) or c.text


def parse_citation(text: str) -> Citation:
    """The parts of a citation in running words; never raises, what is not found is None.

    Forgives a leading "Căn cứ", a mark at the end, a comma before "ngày", a missing "số", dates in
    figures, and number, date and issuer in another order.
    """
    whole = _bare(text)
    loai, rest = _take_type(whole)
    if loai in NAMED_LAWS:
        return _parse_law(whole, loai, rest)
    found, rest = _take_parts(rest)
    if found.so_ky_hieu is None:
        return _without_number(whole, loai)
    loai = loai or _implied_type(found.so_ky_hieu)
    return found.but(text=whole, loai=loai, trich_yeu=rest.lstrip(" ,") or None)


def law_in_parts(c: Citation) -> Citation:
    """A law that was given in parts, with its type and its whole name in their own places.

    The type may be told by the name alone; the name may stand where others have their subject
    ("Luật", "Dữ liệu"), though the number and the date print behind it.
    """
    loai = c.loai or (leading_type(c.ten) if c.ten else None)
    if loai not in NAMED_LAWS:
        return c
    subject = c.trich_yeu or ""
    if c.ten or not subject or subject.startswith("về "):
        return c.but(loai=loai)
    return c.but(loai=loai, ten=_title(c.but(ten=subject)), trich_yeu=None)


def _title(c: Citation) -> str | None:
    """What opens the citation: name and type, or one of them."""
    loai = c.loai or _implied_type(c.so_ky_hieu)
    if not c.ten or not loai:
        return c.ten or loai
    starts_so = fold_tone(c.ten).casefold().startswith(fold_tone(loai).casefold())
    return c.ten if starts_so else f"{loai} {c.ten}"


def _implied_type(number: str | None) -> str | None:
    """The type that the abbreviation in a number stands for."""
    try:
        parsed = parse_so_ky_hieu(number or "")
    except Unreadable:
        return None
    names = type_names(parsed.type_code) if parsed.type_code else ()
    return names[0] if names else "Công văn" if parsed.kind == "congvan" else None


def _bare(text: str) -> str:
    whole = " ".join(nfc(text).split())
    return upper_first(_TRAIL.sub("", _LEAD.sub("", whole, count=1)))


def _take_type(text: str) -> tuple[str | None, str]:
    """The type that opens the text, and the rest; words before "số …" are a type too."""
    free = _FREE_TYPE.match(text)
    known = leading_type(text)
    words = free["type"].split() if free else []
    if not free or known in NAMED_LAWS or "của" in words or len(words) > 6:
        return known, text[len(known or "") :]
    return known if known and _same(free["type"], known) else free["type"], text[free.end() :]


def _same(a: str, b: str) -> bool:
    return fold_tone(a).casefold() == fold_tone(b).casefold()


def _take_number(text: str) -> tuple[str | None, str]:
    behind = _BEFORE_NUMBER.sub("", text, count=1)
    number = leading_number(behind)
    if number is None:
        return None, text
    return re.sub(r"\s+", "", number[0]), behind[number.end() :].removeprefix(")")


def _take_date(text: str) -> tuple[PartialDate | None, str]:
    match = DATE_BEHIND.match(small_letters(text))
    if match is None:
        return None, text
    try:
        return parse_date(match["date"]), text[match.end() :]
    except Unreadable:
        return None, text


def _take_parts(text: str) -> tuple[Citation, str]:
    """Number, date and issuer in whatever order they open the text, each once, and the rest."""
    found, before = Citation(text=""), None
    while before != text:
        before = text
        if found.so_ky_hieu is None:
            number, text = _take_number(text)
            found = found.but(so_ky_hieu=number)
        if found.ngay is None:
            ngay, text = _take_date(text)
            found = found.but(ngay=ngay)
        if found.co_quan is None:
            issuer, text = leading_issuer(text)
            found = found.but(co_quan=issuer)
    return found, text


def _without_number(whole: str, loai: str | None) -> Citation:
    """A document told by its name; the date is taken only from the end, as a name may hold one."""
    for date in DATE_BEHIND.finditer(small_letters(whole) if loai else ""):
        ngay, rest = _take_date(whole[date.start() :])
        if ngay and not rest and date.start():
            return Citation(whole, loai, ngay=ngay, ten=whole[: date.start()])
    return Citation(whole, loai, ten=whole or None)


def _parse_law(whole: str, loai: str, rest: str) -> Citation:
    """A law: its name, then number and date if given, and what stands behind them."""
    number = _LAW_NUMBER.search(rest) if "/" in rest or "-" in rest else None
    starts = [found.start() for found in (number, DATE_BEHIND.search(small_letters(rest))) if found]
    name = rest[: min(starts, default=len(rest))].strip(" ,(")
    found, rest = _take_parts(rest[min(starts, default=len(rest)) :].lstrip(" ,("))
    if found.so_ky_hieu and name.casefold() in _NAMES_ENDING_IN_SO:
        name += " số"
    return found.but(
        text=whole,
        loai=loai,
        trich_yeu=rest.lstrip(" ,)") or None,
        ten=f"{loai} {name}".strip() if name or not found.so_ky_hieu else None,
    )
