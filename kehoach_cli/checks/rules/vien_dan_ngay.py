"""KH234-KH239: dates in running text."""

from collections.abc import Iterator

from kehoach_cli.checks.deadlines import ends_after, ends_before
from kehoach_cli.checks.mentions_dates import DateMention
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.bang import Hang
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.van_ban import CanCu

_DATE_CLAUSE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4.b"
_DEADLINES = ("trước ngày ", "chậm nhất ngày ", "chậm nhất là ngày ", "hạn cuối ngày ")
_PAST = ("đã ", "được ban hành", "có hiệu lực", "ký kết", " ký trước", "cấp trước", "từ ")
_PERHAPS_PAST = ("được phê duyệt", "được cấp ")
"""What was, unless all of it is asked for: "100% hệ thống được phê duyệt trước ngày …"."""
_REPORTED = (6, 30)
"""Month and day of the year after the last by which what was done is reported."""

_CLAUSE_END = pattern(r"[.;\n]")
_TOLD = pattern(r" đã | có \d| chưa có | trước đây| khi đó| lúc đó")
"""After the date: what was, not what is to be done."""


def _impossible(subject: Subject) -> Iterator[Found]:
    for date in subject.dates:
        if date.value is None and 1900 <= int(date.year) <= 2100:
            span = subject.corpus.span(date.start, date.end)
            yield Found(span, {"date": subject.corpus.text[date.start : date.end]})


def _good(subject: Subject) -> Iterator[DateMention]:
    return (date for date in subject.dates if date.value is not None)


def _no_zero(subject: Subject) -> Iterator[Found]:
    for date in _good(subject):
        right = date.padded()
        if len(date.day) == 1 or (int(date.month) <= 2 and len(date.month) == 1):
            span = subject.corpus.span(date.start, date.end)
            typed = subject.corpus.text[date.start : date.end]
            yield Found(span, {"date": typed, "right": right}, right)


def _two_ways_of_month(subject: Subject) -> Iterator[Found]:
    """Months 3 to 9 with a zero where most are without one; where most have it, those without."""
    dates = [date for date in _good(subject) if 3 <= int(date.month) <= 9]
    padded = [date for date in dates if date.month.startswith("0")]
    plain = [date for date in dates if not date.month.startswith("0")]
    if not padded or not plain:
        return
    few, zero = (padded, "có") if len(padded) <= len(plain) else (plain, "không có")
    for date in few:
        typed = subject.corpus.text[date.start : date.end]
        right = date.unpadded_month() if few is padded else None
        span = subject.corpus.span(date.start, date.end)
        yield Found(span, {"date": typed, "zero": zero}, right)


def _two_forms(subject: Subject) -> Iterator[Found]:
    """Told of once: the first date in the form that is the rarer of the two in one place.

    In prose a cited document's date in words beside deadlines in figures is everyday use; the title
    of a cited document is copied letter for letter, so that the dates in it are no choice.
    """
    cited = {at for m in subject.mentions if m.date for at in range(m.date.start, m.date.end)}
    stands = [(at, date.start in cited, date) for at, date in _placed(subject)]
    for in_bases, is_cited in ((True, None), (False, True), (False, False)):
        dates = [d for at, c, d in stands if at == in_bases and is_cited in (c, None)]
        words = [date for date in dates if date.in_words]
        figures = [date for date in dates if not date.in_words]
        # Bases that are given in parts print their dates in words.
        by_parts = in_bases and any(_by_parts(subject))
        if not figures or not (words or by_parts):
            continue
        rarer = words if words and len(words) <= len(figures) else figures
        other = figures[0] if rarer is words else (words or rarer)[0]
        text, date = subject.corpus.text, rarer[0]
        facts = {
            "date": text[date.start : date.end],
            "other": text[other.start : other.end] if other is not date else "ngày … tháng …",
        }
        yield Found(subject.corpus.span(date.start, date.end), facts)
        return


def _placed(subject: Subject) -> Iterator[tuple[bool | None, DateMention]]:
    """Every date, and whether it stands in the bases.

    None in a table, where short dates save room, and in a title: of a basis typed whole that is
    what comes after its own date.
    """
    dated = set[int]()
    for date in _good(subject):
        item = subject.corpus.item(date.start)
        in_bases = isinstance(item.record, CanCu) and item.key == "van_ban"
        in_title = item.key == "trich_yeu" or (in_bases and item.start in dated)
        dated.add(item.start)
        yield None if in_title or isinstance(item.record, DuAn | Hang) else in_bases, date


def _by_parts(subject: Subject) -> Iterator[bool]:
    for record in subject.plan.can_cu or ():
        yield record.van_ban is None and record.ngay_ban_hanh is not None


def _deadline_past(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    own = head.ngay_ban_hanh.as_date() if head and head.ngay_ban_hanh else None
    if own is None:
        return
    for date in _good(subject):
        day = date.value
        if day is None or day >= own or not _is_deadline(subject.corpus.text, date):
            continue
        record = subject.corpus.item(date.start).record
        if subject.roles.get(id(record)) == "hien_trang":
            continue
        span = subject.corpus.span(date.start, date.end)
        facts = {"date": subject.corpus.text[date.start : date.end]}
        yield Found(span, {**facts, "own": own.strftime("%d/%m/%Y")})
    for span, text in ends_before(subject, own):
        yield Found(span, {"date": text, "own": own.strftime("%d/%m/%Y")})


def _deadline_late(subject: Subject) -> Iterator[Found]:
    """Deadlines after the last year of the plan and the months in which it is reported."""
    if subject.years is None:
        return
    last = subject.years[-1]
    for date in _good(subject):
        day = date.value
        late = day is not None and (day.year, day.month, day.day) > (last + 1, *_REPORTED)
        if late and _is_deadline(subject.corpus.text, date):
            facts = {"date": subject.corpus.text[date.start : date.end], "last": str(last)}
            yield Found(subject.corpus.span(date.start, date.end), facts)
    for span, text in ends_after(subject, last, _REPORTED[0]):
        yield Found(span, {"date": text, "last": str(last)})


def _is_deadline(text: str, date: DateMention) -> bool:
    """Whether a date ends a time for a task; a sentence that tells what was done has none.

    "Trước ngày 01/7/2025, tỉnh có 10 huyện" tells what was.
    """
    if not text[max(0, date.start - 20) : date.start].lower().endswith(_DEADLINES):
        return False
    line = text[max(text.rfind("\n", 0, date.start) + 1, date.start - 200) : date.start].lower()
    clause = line[max(line.rfind(mark) for mark in ".;") + 1 :]
    after = _CLAUSE_END.split(text[date.end : date.end + 100], maxsplit=1)[0].lower()
    past = any(word in clause for word in _PAST) or _TOLD.search(after)
    return not past and ("100%" in clause or not any(word in clause for word in _PERHAPS_PAST))


RULES: tuple[Rule, ...] = (
    Rule(
        "KH234",
        Severity.INFO,
        "Hạn sau khi hết thời kỳ",
        "Hạn “{date}” quá năm cuối của kế hoạch ({last})",
        why="Việc của kế hoạch xong trong thời kỳ của nó; có thể gõ nhầm năm.",
        wrong="van_ban: {thoi_ky: 2027}\nloi_dan: Báo cáo trước ngày 10/12/2029.\n",
        right="van_ban: {thoi_ky: 2027}\nloi_dan: Báo cáo trước ngày 10/12/2027.\n",
        fix="xem lại năm của hạn",
        limits="Chỉ xét ngày sau các chữ “trước ngày”, “chậm nhất ngày”; tổng kết, quyết toán sang "
        "năm sau không bị nhắc.",
        find=_deadline_late,
    ),
    Rule(
        "KH235",
        Severity.ERROR,
        "Ngày không có trong lịch",
        "Không có ngày {date}",
        why="Ngày hoặc tháng ghi nhầm, hoặc tháng đứng trước ngày.",
        wrong="loi_dan: Hoàn thành trước ngày 31/4/2030.\n",
        right="loi_dan: Hoàn thành trước ngày 30/4/2030.\n",
        fix="xem lại ngày, tháng; ngày đứng trước, tháng đứng sau",
        limits="Chỉ xét ngày ghi đủ ngày, tháng, năm.",
        local=True,
        find=_impossible,
    ),
    Rule(
        "KH236",
        Severity.INFO,
        "Thiếu số 0 trước ngày, tháng",
        "“{date}” thiếu số 0 ở trước ngày dưới 10 hoặc tháng 1, tháng 2",
        why="Ngày dưới 10 và tháng 1, 2 ghi thêm số 0 ở trước.",
        wrong="loi_dan: Theo Quyết định số 99/QĐ-TTg ngày 14/1/2014 của Thủ tướng Chính phủ.\n",
        right="loi_dan: Theo Quyết định số 99/QĐ-TTg ngày 14/01/2014 của Thủ tướng Chính phủ.\n",
        fix="ghi {right}",
        clause=_DATE_CLAUSE,
        limits="Điều ấy nói về ngày ban hành ở đầu văn bản; trong lời văn là cách viết theo.",
        local=True,
        find=_no_zero,
    ),
    Rule(
        "KH237",
        Severity.INFO,
        "Tháng 3 đến 9 khi có khi không số 0",
        "“{date}” {zero} số 0 trước tháng, phần lớn chỗ khác thì ngược lại",
        why="Tháng 3 đến tháng 9 không cần số 0; cùng một văn bản nên ghi một cách.",
        wrong="loi_dan: Từ ngày 20/05/2029 đến ngày 30/7/2029.\n",
        right="loi_dan: Từ ngày 20/5/2029 đến ngày 30/7/2029.\n",
        fix="ghi tháng một cách trong cả văn bản, như 20/5/2009",
        clause=_DATE_CLAUSE,
        limits="Không biết cách nào là thói quen của đơn vị; lấy cách nhiều hơn.",
        local=True,
        find=_two_ways_of_month,
    ),
    Rule(
        "KH238",
        Severity.INFO,
        "Ngày ghi hai cách",
        "“{date}” và “{other}” là hai cách ghi ngày ở cùng một phần",
        why="Ngày trong viện dẫn ghi bằng chữ “ngày … tháng … năm …”; ghi tắt 27/8/2010 cũng "
        "quen dùng, nhưng một phần nên theo một cách.",
        wrong="loi_dan: Từ ngày 29 tháng 6 năm 2029 đến ngày 30/7/2029.\n",
        right="loi_dan: Từ ngày 29/6/2029 đến ngày 30/7/2029.\n",
        fix="chọn một cách cho cả phần",
        clause="Nghị định 30/2020/NĐ-CP, Điều 37 (cách viết)",
        limits="Báo một lần; không tính ngày trong bảng, không so ngày của viện dẫn với ngày khác.",
        local=True,
        find=_two_forms,
    ),
    Rule(
        "KH239",
        Severity.INFO,
        "Hạn đã qua trước ngày ban hành",
        "Hạn “{date}” ở trước ngày ban hành kế hoạch ({own})",
        why="Việc giao trong kế hoạch không thể xong trước khi kế hoạch ban hành; có thể chép từ "
        "kế hoạch cũ.",
        wrong="van_ban: {ngay_ban_hanh: 25/10/2016}\n"
        "loi_dan: Kết nối phần mềm trước ngày 01/01/2016.\n",
        right="van_ban: {ngay_ban_hanh: 25/10/2016}\n"
        "loi_dan: Kết nối phần mềm trước ngày 01/01/2017.\n",
        fix="xem lại hạn; nếu kể việc đã làm thì bỏ qua",
        limits="Không hiểu câu văn, chỉ xét ngày sau các chữ “trước ngày”, “chậm nhất ngày”.",
        find=_deadline_past,
    ),
)
