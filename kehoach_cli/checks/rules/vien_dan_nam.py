"""KH240-KH249: years, months and weekdays that cannot be."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.mentions_dates import DateMention
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern

_AFTER_YEAR = (
    r"(?=[.,;:)]|\s*$|\s*[-–]\s|\s(?:là|và|của|đã|đến|cho|tại|trong|dự|trên|theo|sẽ|được|có|với)\b)"
)
_YEAR = Pattern(
    rf"(?m)năm (?<!mỗi năm )(?<!hằng năm )(?<!hàng năm )(?<!một năm )(?<!cả năm )(?<!\d năm )"
    rf"(?P<year>\d{{4}}|(?:19|20)\d{{3}}|(?:19|20)\d){_AFTER_YEAR}",
    needs=("năm ",),
    lower=True,
)
_AHEAD, _BEHIND = 60, 150
"""How many years from the plan's own a year in its text may lie: visions, dates of founding."""
_OF_DATE = Pattern(
    rf"{FIRST_DIGIT}\d?/\d{{1,2}}/(?P<year>\d{{2,5}})(?![\d/]|[-.]\d|[.,]\d)",
    needs=("/",),
)
_SHORT = pattern(r"(?:19|20)\d\d\s*[-–]\s*(?P<year>2\d\d)(?!\d)")
_EARLIEST, _LATEST = 1900, 2100
_DIGITS = 4  # of a year
_OF_NUMBER = Pattern(
    r"\d(?<![\w/]\d)\d*[a-zđ]?/(?P<year>[12][\dOo]{2,4})/"
    r"(?:NĐ|QĐ|TT|NQ|CT|QH|PL|UBTVQH|KH|TTLT|L|VBHN)\w*",
    needs=("/NĐ", "/QĐ", "/TT", "/NQ", "/CT", "/QH", "/PL", "/UB", "/KH", "/L", "/VB"),
)
_MONTH = Pattern(
    r"tháng (?<!\d tháng )(?P<month>1[3-9]|[2-9]\d|00?)(?:/(?:19|20)\d\d| năm (?:19|20)\d\d)(?!\d)",
    needs=("tháng ",),
    lower=True,
)
_QUARTER = Pattern(
    r"[Qq]uý (?P<quarter>V|VI{1,3}|IIII+|IX|X|[5-9]|1\d|0)(?=\s*/|\s+năm\b|[,;.)]|\s*$)",
    needs=("quý ", "Quý "),
    also=tuple(f"uý {sign}" for sign in ("V", "IX", "X", "IIII", *"0156789")),
)
_DAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_NAMED = rf"(?:thứ (?P<day>{'|'.join(_DAYS)}|[2-7])|(?P<sunday>chủ nhật))"
_BEFORE_DATE = pattern(
    rf"(?:^|[\n(,;]|\b(?:vào|sáng|chiều|tối|từ|đến|trước|sau|hết|là)) ?{_NAMED},? ?\(?(?:ngày )?$"
)
_AFTER_DATE = pattern(rf"^ ?[(,] ?(?:tức )?(?:ngày )?{_NAMED}(?!\w)")
_LONGEST = 30


def _years(subject: Subject) -> Iterator[Found]:
    near = subject.date.year if subject.date else None
    first, last = (near - _BEHIND, near + _AHEAD) if near else (_EARLIEST, _LATEST)
    for match in _YEAR.search(subject.corpus, lambda one: not first <= int(one["year"]) <= last):
        yield _year(subject, *match.span("year"))
    yield from _short_ends(subject)
    for match in _OF_DATE.search(subject.corpus, _is_no_year):
        told = subject.corpus.text.endswith("ngày ", 0, match.start())
        if told or len(match["year"]) == _DIGITS:
            yield _year(subject, *match.span("year"))


def _is_no_year(date: re.Match[str]) -> bool:
    year = date["year"]
    return not (len(year) == _DIGITS and _EARLIEST <= int(year) <= _LATEST)


def _short_ends(subject: Subject) -> Iterator[Found]:
    """Ranges of years in projects' times of which one year has three digits: 2016-217."""
    for item in subject.corpus.items:
        if item.key == "thoi_gian" and (match := _SHORT.search(subject.corpus.value(item))):
            start, end = (item.start + at for at in match.span("year"))
            yield _year(subject, start, end)


def _year(subject: Subject, start: int, end: int) -> Found:
    return Found(subject.corpus.span(start, end), {"year": subject.corpus.text[start:end]})


def _years_of_numbers(subject: Subject) -> Iterator[Found]:
    for match in _OF_NUMBER.search(subject.corpus):
        year = match["year"]
        if not (len(year) == 4 and year.isdigit() and _EARLIEST <= int(year) <= _LATEST):
            facts = {"number": match[0], "year": year}
            yield Found(subject.corpus.span(*match.span("year")), facts)


def _months(subject: Subject) -> Iterator[Found]:
    for match in _MONTH.search(subject.corpus):
        span = subject.corpus.span(*match.span("month"))
        yield Found(span, {"what": "tháng", "number": match["month"], "last": "12"})
    for match in _QUARTER.search(subject.corpus):
        span = subject.corpus.span(*match.span("quarter"))
        yield Found(span, {"what": "quý", "number": match["quarter"], "last": "IV"})


def _weekdays(subject: Subject) -> Iterator[Found]:
    text = subject.corpus.lower
    if "thứ " not in text and "chủ nhật" not in text:
        return
    for date in subject.dates:
        before = text[max(0, date.start - _LONGEST) : date.start]
        after = text[date.end : date.end + _LONGEST]
        around = [(_BEFORE_DATE, before), (_AFTER_DATE, after)]
        named = (form.search(near) for form, near in around if "thứ " in near or "chủ " in near)
        for match in filter(None, named):
            day = _number(match["day"] or "")
            if date.value is not None and date.value.isoweekday() != day:
                yield _weekday(subject, date, date.value.isoweekday())


def _number(day: str) -> int:
    """Of a day after "thứ" its number in ISO, Monday 1; of Sunday's none, 7."""
    return int(day) - 1 if day.isdigit() else _DAYS.index(day) + 1 if day else 7


def _weekday(subject: Subject, date: DateMention, right: int) -> Found:
    facts = {
        "date": subject.corpus.text[date.start : date.end],
        "right": "Chủ nhật" if right == 7 else f"thứ {_DAYS[right - 1].capitalize()}",
    }
    return Found(subject.corpus.span(date.start, date.end), facts)


RULES: tuple[Rule, ...] = (
    Rule(
        "KH240",
        Severity.WARNING,
        "Năm không thể có",
        "“{year}” không thể là năm nói ở đây",
        why="Năm gõ thừa, thiếu hoặc đổi chỗ chữ số; năm ghi đủ bốn chữ số.",
        wrong="loi_dan: Hoàn thành trong năm 2103.\n",
        right="loi_dan: Hoàn thành trong năm 2013.\n",
        fix="xem lại năm, ghi đủ bốn chữ số",
        limits="So với năm của kế hoạch; năm sai mà gần thì không biết.",
        find=_years,
    ),
    Rule(
        "KH241",
        Severity.ERROR,
        "Thứ không khớp ngày",
        "Ngày {date} là {right}",
        why="Thứ và ngày khác nhau thì người nhận giấy mời, thời hạn không biết theo bên nào.",
        wrong="loi_dan: Khai mạc vào thứ Bảy, ngày 01/3/2024.\n",
        right="loi_dan: Khai mạc vào thứ Sáu, ngày 01/3/2024.\n",
        fix="sửa thứ hoặc sửa ngày",
        limits="Chỉ xét thứ đứng sát ngày ghi đủ ngày, tháng, năm.",
        local=True,
        find=_weekdays,
    ),
    Rule(
        "KH242",
        Severity.ERROR,
        "Tháng, quý không có",
        "Không có {what} {number}",
        why="Một năm có 12 tháng, bốn quý.",
        wrong="loi_dan: Hoàn thành trong Quý V/2024.\n",
        right="loi_dan: Hoàn thành trong Quý IV/2024.\n",
        fix="sửa {what}; nhiều nhất là {last}",
        limits="Chỉ xét tháng ghi kèm năm.",
        local=True,
        find=_months,
    ),
    Rule(
        "KH243",
        Severity.ERROR,
        "Năm trong số, ký hiệu gõ sai",
        "“{year}” trong “{number}” không phải một năm",
        why="Phần giữa của số, ký hiệu văn bản quy phạm pháp luật là năm ban hành, đủ bốn chữ số.",
        wrong="loi_dan: Theo Nghị định số 43/211/NĐ-CP ngày 13/6/2011 của Chính phủ.\n",
        right="loi_dan: Theo Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ.\n",
        fix="ghi đủ bốn chữ số của năm",
        limits="Không báo năm hai chữ số, vì văn bản trước năm 1996 có khi ghi như vậy.",
        local=True,
        find=_years_of_numbers,
    ),
)
