"""Ends of tasks told by a year, a quarter or a month: "hết năm 2029", "quý III/2022"."""

import re
from collections.abc import Iterator
from datetime import date

from kehoach_cli.checks.corpus import Item, Pattern
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.bang import Hang
from kehoach_cli.source.text import Span

_YEAR_END = Pattern(r"(?:đến|trước) hết năm (?P<year>20\d\d)(?!\d)", ("hết năm",), lower=True)
_FAR_VIEW = ("định hướng", "tầm nhìn", "giai đoạn", "nghị quyết", "chiến lược", "quy hoạch")
_MONTHS = Pattern(
    r"(?:quý (?P<quarter>iv|i{1,3}|[1-4])|tháng (?P<month>0?[1-9]|1[0-2]))"
    r"(?: ?/ ?| ?- ?| năm )(?P<year>20\d\d)(?![\d/])",
    needs=("quý ", "tháng "),
    lower=True,
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DONE = ("hoàn thành", "xong", "kết", "nghiệm thu", "báo cáo", "chậm nhất", "trước ")
_TASK = ("hoàn thành ", "trong ", "vào ", "xong ", "trước ", "chậm nhất ", "kết ", "cáo ", "hết ")
_PAST_LIST = "đã từ đến được tính so cũ qua rồi"
_PAST = frozenset(_PAST_LIST.split())
_RESULTS = ("kết quả", "cùng kỳ", "năm trước")
_CLAUSE = ".;\n"
_LONG = 5
_UNTIL = ("đến ", "trong ", "vào ", "xong ", "trước ")
_TO_DO = ("nhiem_vu", "giai_phap", "to_chuc_thuc_hien")

End = tuple[Span, str]
"""Where an end is told, and as typed."""


def ends_after(subject: Subject, last: int, reported: int) -> Iterator[End]:
    """Ends after the last year; its tasks may be reported until a month of the next year."""
    corpus = subject.corpus
    for match in _YEAR_END.search(corpus):
        line = corpus.lower[corpus.lower.rfind("\n", 0, match.start()) + 1 : match.start()]
        if int(match["year"]) > last and not any(word in line for word in _FAR_VIEW):
            yield corpus.span(*match.span()), corpus.text[match.start() : match.end()]
    for match in _MONTHS.search(corpus, lambda match: int(match["year"]) > last):
        late = (int(match["year"]), _month(match)) > (last + 1, reported)
        if late and _is_task(subject, match, corpus.item(match.start()), ahead=True):
            yield corpus.span(*match.span()), corpus.text[match.start() : match.end()]


def ends_before(subject: Subject, own: date) -> Iterator[End]:
    """Quarters and months that are over on the day of the plan."""
    corpus = subject.corpus
    for match in _MONTHS.search(corpus, lambda match: int(match["year"]) <= own.year):
        item = corpus.item(match.start())
        over = (int(match["year"]), _month(match)) < (own.year, own.month)
        said = corpus.lower[max(item.start, match.start() - 40) : match.start()]
        told = any(word in said for word in _DONE) and not isinstance(item.record, Hang)
        quarter = match["quarter"] and said.endswith("trong ") and _is_to_do(subject, item)
        told = told or bool(quarter)
        if over and ((told and _is_task(subject, match, item)) or _is_long_ago(subject, match)):
            yield corpus.span(*match.span()), corpus.text[match.start() : match.end()]


def _is_long_ago(subject: Subject, match: re.Match[str]) -> bool:
    """Whether a part on what is to be done names a month of years before the plan."""
    item, years = subject.corpus.item(match.start()), subject.years
    if years is None or years[0] - int(match["year"]) < _LONG or item.key != "doan_van":
        return False
    before = subject.corpus.lower[max(item.start, match.start() - 80) : match.start()]
    told = before.endswith(_UNTIL) and "đã" not in before.split()
    return told and _is_to_do(subject, item)


def _is_to_do(subject: Subject, item: Item) -> bool:
    return subject.roles.get(id(item.record)) in _TO_DO


def _month(match: re.Match[str]) -> int:
    """The last month of a quarter, or the month."""
    quarter = match["quarter"]
    if quarter is None:
        return int(match["month"])
    return 3 * (_QUARTERS.get(quarter) or int(quarter))


def _is_task(subject: Subject, match: re.Match[str], item: Item, ahead: bool = False) -> bool:
    """Whether a time is one by which something is to be done; what lies ahead is not over."""
    if isinstance(item.record, Hang):
        return item.scalar.value.strip().lower() == match[0]
    if item.key != "doan_van" or subject.roles.get(id(item.record)) in ("hien_trang", "ket_qua"):
        return False
    text = match.string
    before = text[max(item.start, match.start() - 200) : match.start()]
    clause = before[max(map(before.rfind, _CLAUSE)) + 1 :]
    past = not _PAST.isdisjoint(clause.split()) or any(word in clause for word in _RESULTS)
    if ahead and before.endswith("trong "):
        past = any(word in clause for word in _FAR_VIEW)
    return before.endswith(_TASK) and not past
