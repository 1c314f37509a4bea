"""A citation typed in haste → in full: its number as it is spelt, and what is known of it."""

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.citation import Citation, format_citation, parse_citation
from kehoach_cli.vietnamese.dates import PartialDate
from kehoach_cli.vietnamese.document_types import NAMED_LAWS
from kehoach_cli.vietnamese.known_documents import KnownDocument, known_documents, laws_by_name
from kehoach_cli.vietnamese.organs import is_one_in_the_country
from kehoach_cli.vietnamese.so_ky_hieu import SoKyHieu, parse_so_ky_hieu
from kehoach_cli.vietnamese.text import fold, upper_first
from kehoach_cli.vietnamese.unreadable import Unreadable

_NUMBER = pattern(r"(?<![\w/.-])\d{1,6}[a-zA-Z]?(?:/\d{4})?[-/][^\W\d_][\w-]*(?:/[\w-]+)*(?![\w/])")
_WORDS = pattern(r"\w+")


def in_full(text: str) -> str:
    """The citation with its number spelt rightly and its missing parts, as far as they are known.

    "nghị quyết 57-nq/tw" → "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị …".
    A text of which nothing is known stays as it is; no typed word is ever lost.
    """
    sign, spelt = _spelt(text)
    cited = parse_citation(spelt)
    known = _known(sign, cited)
    if known is not None:
        cited = _filled(cited, known, sign)
    elif spelt == text:
        return text
    full = upper_first(format_citation(cited))
    return full if _tell(full).issuperset(_tell(spelt)) else upper_first(spelt)


def _spelt(text: str) -> tuple[SoKyHieu | None, str]:
    """The number that the text holds, and the text with the number as it is spelt."""
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:  # none, or several documents in one
        return None, text
    match = found[0]
    numbers = {fold(number): number for number in known_documents()}
    typed = numbers.get(fold(match[0]), match[0])
    sign = _sign(typed) or _sign(typed.upper())
    return sign, f"{text[: match.start()]}{sign}{text[match.end() :]}" if sign else text


def _sign(number: str) -> SoKyHieu | None:
    """A number taken apart, a misspelt one where the right spelling has the same letters."""
    try:
        return parse_so_ky_hieu(number)
    except Unreadable as error:
        same = [right for right in error.choices if fold(right) == fold(number)]
        return parse_so_ky_hieu(same[0]) if len(same) == 1 else None


def _known(sign: SoKyHieu | None, cited: Citation) -> KnownDocument | None:
    """The known document that is meant; None also where its date is another than the typed one."""
    if sign is None:
        named = laws_by_name(known_documents().values()).get((cited.ten or "").casefold(), [])
        found = named[0] if len(named) == 1 else None
    else:
        found = known_documents().get(str(sign))
        if not is_one_in_the_country(sign.org):
            found = None
    if found is None or (cited.ngay and cited.ngay.year != found.year):
        return None
    return found


def _filled(cited: Citation, known: KnownDocument, sign: SoKyHieu | None) -> Citation:
    """The citation with the parts that the register has and the text has not; a law by its name."""
    day = cited.ngay or (PartialDate.of(known.ngay) if known.ngay else None)
    if known.loai in NAMED_LAWS:
        number = str(sign) if sign else None
        return cited.but(loai=known.loai, ten=known.ten, so_ky_hieu=number, ngay=day)
    return cited.but(
        loai=known.loai,
        so_ky_hieu=known.so_ky_hieu,
        ten=None,
        ngay=day,
        co_quan=cited.co_quan or known.co_quan or None,
        trich_yeu=cited.trich_yeu or known.ten or None,
    )


def _tell(text: str) -> set[str]:
    """The words of a text but those that only link its parts."""
    return set(_WORDS.findall(fold(text))) - {"so", "ngay", "thang", "nam", "cua", "can", "cu"}
