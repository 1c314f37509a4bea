"""KH319-KH320: when a project is done."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.projects import period_of, projects_and_parts
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.records import walk
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.table_items import items_of
from kehoach_cli.vietnamese.periods import Period
from kehoach_cli.vietnamese.text import fold

_SEVERAL = 3
"""Years of a plan, after which projects that run on are told with the money they still need."""
_MANY = 5
"""Projects among which the only one that ends after the plan stands out."""
_PAST = (
    *("truoc", "ket qua", "hoan thanh", "chuyen tiep"),
    *("da trien khai", "da thuc hien", "da va dang trien khai", "da va dang thuc hien"),
)
_YEAR = r"((?:19|20)[0-9]{2})"
_YEARS = Pattern(
    rf"((?:19|20)(?<![\w/.,-]..)[0-9]{{2}})\s*(?:-|–|đến năm)\s*{_YEAR}(?![\w/]|[.,]\d)",
    needs=("19", "20"),
)
_DATE = r"([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})"
_DATES = Pattern(
    rf"[Tt]ừ (?:ngày )?{_DATE}\s*(?:-|–|đến)\s*(?:hết )?(?:ngày )?{_DATE}",
    needs=("/19", "/20"),
    shapes=("từ 0", "từ ngày 0"),
)
_QUARTERS = Pattern(
    r"[Qq]uý\s+(IV|I{1,3}|[1-4])\s*(?:-|–|đến)\s*(?:[Qq]uý\s+)?(IV|I{1,3}|[1-4])"
    r"(?=\s*(?:/|năm|,|$|\n))",
    needs=("uý ",),
)
_QUARTER = {"I": 1, "II": 2, "III": 3, "IV": 4}


def _outside_period(subject: Subject) -> Iterator[Found]:
    years, head = subject.years, subject.plan.van_ban
    if years is None or head is None or head.thoi_ky is None:
        return
    past = _of_the_past(subject)
    timed = [(item, period_of(item)) for item in projects_and_parts(subject)]
    late = [item for item, period in timed if period and period.end > years[-1]]
    odd = late if len(late) == 1 and len(years) >= _SEVERAL and len(timed) > _MANY else []
    for item, period in timed:
        if period is None or "thoi_gian" not in item.at:
            continue
        early = period.end < years[0] and id(item) not in past
        if early or period.start > years[-1] or item in odd or _runs_on(item, period, years):
            facts = {"time": period.text, "period": head.thoi_ky.text}
            yield Found(item.span("thoi_gian"), facts)


def _runs_on(item: DuAn, period: Period, years: range) -> bool:
    """Whether a project ends after a plan of several years that holds all of its money."""
    split = item.measure("")
    if len(years) < _SEVERAL or period.end <= years[-1] or split is None:
        return False
    paid = {time for time, _ in split.leaves if time}
    whole = item.tong_kinh_phi is not None and split.get(None, None) == item.tong_kinh_phi
    return whole and bool(paid) and all(time <= str(years[-1]) for time in paid)


def _of_the_past(subject: Subject) -> set[int]:
    """The projects that stand in a table of what was done before."""
    plan, years = subject.plan, subject.years
    found: set[int] = set()
    for holder in subject.outline:
        title = fold(getattr(holder, "ten", None) or getattr(holder, "muc", None) or "")
        told = [int(year) for year in re.findall(_YEAR, title)]
        past = any(words in title for words in _PAST)
        if past or (years and told and max(told) < years[0]):
            tables = (record for record in walk(holder) if isinstance(record, Bang))
            found |= {id(item) for table in tables for item in items_of(table, plan)}
    return found


def _backwards(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    searched = ((_YEARS, _years_turned), (_DATES, _dates_turned), (_QUARTERS, _quarters_turned))
    for pattern, turned in searched:
        for match in pattern.search(corpus, turned):
            yield Found(corpus.span(*match.span()), {"text": match[0]})


def _years_turned(match: re.Match[str]) -> bool:
    return int(match[1]) > int(match[2])


def _dates_turned(match: re.Match[str]) -> bool:
    first, last = ([int(match[n + i]) for i in (2, 1, 0)] for n in (1, 4))
    return first > last


def _quarters_turned(match: re.Match[str]) -> bool:
    return _quarter(match[1]) > _quarter(match[2])


def _quarter(text: str) -> int:
    return _QUARTER.get(text) or int(text)


RULES: tuple[Rule, ...] = (
    Rule(
        "KH319",
        Severity.WARNING,
        "Thời gian của dự án ngoài thời kỳ",
        "Dự án làm {time}, thời kỳ của kế hoạch là {period}",
        why="Dự án của kế hoạch làm trong những năm của kế hoạch.",
        wrong="van_ban: {thoi_ky: 2016-2017}\ndu_an: [{ten: Mạng, thoi_gian: 2018-2019}]\n",
        right="van_ban: {thoi_ky: 2016-2017}\ndu_an: [{ten: Mạng, thoi_gian: 2017-2019}]\n",
        fix="sửa thoi_gian hoặc thoi_ky",
        limits="Dự án trong bảng của kỳ trước thì bỏ qua; dự án kéo dài sau thời kỳ thì chỉ báo "
        "khi kế hoạch từ ba năm trở lên đã bố trí đủ tiền cho nó.",
        find=_outside_period,
    ),
    Rule(
        "KH320",
        Severity.ERROR,
        "Thời gian ghi ngược",
        "“{text}” kết thúc trước khi bắt đầu",
        why="Thời điểm đầu đứng trước thời điểm cuối.",
        wrong="du_an: [{ten: Mạng, thoi_gian: 2016-2014}]\n",
        right="du_an: [{ten: Mạng, thoi_gian: 2014-2016}]\n",
        fix="đổi chỗ hoặc sửa hai thời điểm",
        limits="Chỉ xét khoảng năm, khoảng ngày và khoảng quý viết liền nhau.",
        local=True,
        find=_backwards,
    ),
)
