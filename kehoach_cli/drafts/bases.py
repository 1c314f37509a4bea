"""The legal bases that a draft proposes: known documents that hold through its whole period."""

from collections.abc import Iterator
from datetime import date

from kehoach_cli.drafts.known import Known
from kehoach_cli.drafts.typed import Data
from kehoach_cli.vietnamese.dates import PartialDate, date_phrase, short_date
from kehoach_cli.vietnamese.document_types import NAMED_LAWS
from kehoach_cli.vietnamese.full_citation import in_full
from kehoach_cli.vietnamese.known_documents import KnownDocument, known_documents
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.periods import Period

_BASES = "can_cu"
BLANK = "[điền trích yếu]"


def bases(period: Period) -> list[Data]:
    """The bases, each as a text or as its parts."""
    return [_cited(known, subject) for known, subject in _usual(period) if _holds(known, period)]


def with_full_bases(values: Known) -> Known:
    """The values of a new plan, its bases as they are cited in full."""
    given = values.get(_BASES)
    if not isinstance(given, list):
        return values
    full = [in_full(base) if isinstance(base, str) else base for base in given]
    return {**values, _BASES: full}


def coming(period: Period) -> list[str]:
    """Documents that begin to hold within the period, as a remark names them."""
    return [
        f"{known.ten if known.loai in NAMED_LAWS else known.loai} số {known.so_ky_hieu}: "
        f"từ {short_date(_day(known))}"
        for known, _ in _usual(period)
        if date(period.start, 1, 1) < _first(known) and not _ends(known, period)
    ]


def _usual(period: Period) -> Iterator[tuple[KnownDocument, str]]:
    """The documents of the list that plans of those years cite, with the subject in full."""
    known = known_documents()
    for number, last_year, subject in entries("plan_bases"):
        if not last_year or period.start <= int(last_year):
            yield known[number], subject


def _first(known: KnownDocument) -> date:
    return known.tu or known.ngay or date.max


def _day(known: KnownDocument) -> PartialDate:
    day = _first(known)
    return PartialDate.of(day)


def _ends(known: KnownDocument, period: Period) -> bool:
    """Whether it ends before the period does, or may have ended."""
    if known.giai_doan_den is not None:
        return known.giai_doan_den < period.start
    return known.den is not None and known.den < date(period.end, 12, 31)


def _holds(known: KnownDocument, period: Period) -> bool:
    return _first(known) <= date(period.start, 1, 1) and not _ends(known, period)


def _cited(known: KnownDocument, subject: str) -> Data:
    day = known.ngay or _first(known)
    issued = PartialDate.of(day)
    if known.loai in NAMED_LAWS:
        return f"{known.ten} {date_phrase(issued)}"
    return {
        "loai": known.loai,
        "so_ky_hieu": known.so_ky_hieu,
        "ngay_ban_hanh": short_date(issued),
        "co_quan": known.co_quan,
        "trich_yeu": subject or known.ten or BLANK,
    }
