"""Dates as they stand in administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4)."""

from datetime import date, timedelta

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.unreadable import Unreadable, quote

FIRST_YEAR, LAST_YEAR = 1900, 2100
_BLANK = "\u00a0" * 6
_HOW = "ghi ngày/tháng/năm, ví dụ 15/01/2026"

_DAY, _MONTH, _YEAR = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})", r"(?P<year>[0-9]{4})"
_HAND = r"[\s.…_]*"
_IN_FIGURES = (
    pattern(rf"(?:ngay )?{_DAY}\s*(?P<mark>[/.-])\s*{_MONTH}\s*(?P=mark)\s*{_YEAR}"),
    pattern(rf"(?:nam )?{_YEAR}"),
    pattern(rf"{_YEAR}(?P<mark>[-/.]){_MONTH}(?P=mark){_DAY}"),
    pattern(rf"{_MONTH}\s*[/.-]\s*{_YEAR}"),
)
_IN_WORDS = (
    pattern(rf"(?:ngay )?{_DAY} thang {_MONTH} nam {_YEAR}"),
    pattern(rf"(?:ngay{_HAND})?thang {_MONTH}(?: nam |\s*[/.-]\s*){_YEAR}"),
    pattern(rf"ngay{_HAND}thang{_HAND}(?:nam )?{_YEAR}"),
)
_SHORT_YEAR = pattern(rf"(?:ngay )?{_DAY}(?P<mark>[/.-]){_MONTH}(?P=mark)(?P<year>[0-9]{{2}})")
_INSIDE = pattern(
    r"(?<![0-9/.-])(?:[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
)


class PartialDate(NamedTuple):
    """A date of which the day, or day and month, may not be known yet."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """A day of the calendar."""
        return cls(day.year, day.month, day.day)

    def as_date(self) -> date | None:
        """The calendar day when all three parts are known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def first(self) -> date:
        """The first day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The last day that it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or _days_in(self.year, month))


def parse_date(text: str) -> PartialDate:
    """The date in "01/11/2013", "2013-11-01", "ngày 01 tháng 11 năm 2013", "tháng 10 năm 2016" …

    The day comes before the month. Raises Unreadable for a day that no calendar has, a month above
    12, a year of two digits, and whatever is no date.
    """
    folded = fold(text).removesuffix(".")
    for form in _IN_WORDS if "thang" in folded else _IN_FIGURES:
        match = form.fullmatch(folded)
        if match:
            parts = match.groupdict()
            day, month = (int(parts[k]) if parts.get(k) else None for k in ("day", "month"))
            return _checked(text, PartialDate(int(parts["year"]), month, day))
    raise _unreadable(text, folded)


def short_date(value: PartialDate) -> str:
    """Figures only, the month padded as in the date line: "05/3/2026", "01/02/2026"."""
    month = [] if value.month is None else [_month(value.month)]
    day = [] if value.day is None else [f"{value.day:02d}"]
    return "/".join([*day, *month, str(value.year)])


def date_phrase(value: PartialDate) -> str:
    """In words and figures: "ngày 01 tháng 11 năm 2013", "tháng 10 năm 2016", "năm 2016"."""
    day = "" if value.day is None else f"ngày {value.day:02d} "
    month = "" if value.month is None else f"tháng {_month(value.month)} "
    return f"{day}{month}năm {value.year}"


def date_line(place: str, value: PartialDate | None) -> str:
    """Place and date at the head of a document: "Tiền Giang, ngày 01 tháng 11 năm 2013".

    Days below 10 and the months 1 and 2 are padded (Phụ lục I, II.4.b). A part that is not known
    is a blank to be filled in by hand, of spaces that do not break.
    """
    known = value or PartialDate(0)
    day = _BLANK if known.day is None else f" {known.day:02d} "
    month = _BLANK if known.month is None else f" {_month(known.month)} "
    year = f" {known.year}" if value else _BLANK
    return f"{place}, ngày{day}tháng{month}năm{year}"


def _month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)


def _days_in(year: int, month: int) -> int:
    """How many days a month has."""
    next_month = date(year + month // 12, month % 12 + 1, 1)
    return (next_month - timedelta(days=1)).day


def _checked(text: str, value: PartialDate) -> PartialDate:
    """The date when the calendar has it; else Unreadable with the likely spelling."""
    year, month, day = value.year, value.month, value.day
    if not FIRST_YEAR <= year <= LAST_YEAR:
        reason = f"{quote(text)} có năm {year}, ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}; xem lại năm"
        raise Unreadable(text, reason)
    if month is not None and not 1 <= month <= 12:
        raise _no_such_month(text, value)
    if month and day is not None and not 1 <= day <= _days_in(year, month):
        last = _days_in(year, month)
        reason = f"{quote(text)} có ngày {day}, nhưng tháng {month} năm {year} chỉ có {last} ngày"
        raise Unreadable(text, f"{reason}; xem lại ngày, tháng")
    return value


def _no_such_month(text: str, value: PartialDate) -> Unreadable:
    reason = f"{quote(text)} có tháng {value.month}, không có tháng ấy"
    if value.month and value.day and value.day <= 12 < value.month <= 31:
        turned = PartialDate(value.year, month=value.day, day=value.month)
        if turned.month and value.month <= _days_in(turned.year, turned.month):
            choice = f"{value.month:02d}/{value.day:02d}/{value.year}"
            return Unreadable(text, f"{reason}; ghi ngày trước, tháng sau: {choice}", (choice,))
    return Unreadable(text, f"{reason}; {_HOW}")


def _unreadable(text: str, folded: str) -> Unreadable:
    """What to say of a text in none of the forms."""
    short = _SHORT_YEAR.fullmatch(folded)
    inside = _INSIDE.search(folded)
    if short:
        choice = f"{short['day']}/{short['month']}/20{short['year']}"
        reason = f"{quote(text)} ghi năm hai chữ số; ghi đủ bốn chữ số"
    elif inside:
        choice = inside[0]
        reason = f"{quote(text)} có phần thừa ngoài ngày, tháng, năm; chỉ ghi"
    else:
        what = f"{quote(text)} không phải là ngày, tháng" if text.strip() else "chưa có ngày, tháng"
        return Unreadable(text, f"{what}; {_HOW}, hoặc tháng 10 năm 2026")
    try:
        parse_date(choice)
    except Unreadable as deeper:
        return Unreadable(text, deeper.reason, deeper.choices)
    return Unreadable(
        text, f"{reason}, ví dụ {choice}" if short else f"{reason} {choice}", (choice,)
    )
