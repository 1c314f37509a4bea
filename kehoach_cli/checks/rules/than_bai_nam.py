"""KH141-KH143, KH150: the years that a plan speaks of."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.mentions_parts import sentence_at
from kehoach_cli.checks.mentions_years import YearsMention, years_in
from kehoach_cli.checks.rule import Found, Rule, Severity, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.outline import PhuLuc
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.vietnamese.periods import Period

_AIMS = ("Mục tiêu", "Chỉ tiêu", "Nhiệm vụ", "Kinh phí", "Nội dung", "Danh mục", "Dự toán")
_NAMED = pattern(
    r"(?:[Bb]an hành(?: kèm theo \w+ \w+ này)?|xây dựng|Trên đây là|triển khai) Kế hoạch (?!số )"
    r"[^.;\n]*"
)


def _said_of_other_years(subject: Subject) -> Iterator[Found]:
    """Years of the plan itself, none of which is in its period."""
    years = subject.years
    for words in _where_it_is_named(subject):
        match = _NAMED.search(words[1]) if words and years else None
        if words is None or match is None or years is None:
            continue
        found = list(years_in(match[0]))
        inside = any(one.first in years or one.last in years for one in found)
        for one in found:
            if not inside or _is_slip(one, years, len(found)):
                text = match[0][one.start : one.end]
                period = " - ".join(map(str, sorted({years[0], years[-1]})))
                start, end = match.start() + one.start, match.start() + one.end
                yield part(words[0], start, end, None, text=text, period=period)


def _is_slip(one: YearsMention, years: range, told: int) -> bool:
    """Whether the only years told begin or end as the period does, and not both."""
    runs_on = len(years) > 1 and one.first == years[0] < years[-1] < one.last
    begins_early = told == 1 and one.first < years[0] < years[-1] == one.last
    return runs_on or begins_early


def _where_it_is_named(subject: Subject) -> Iterator[tuple[Scalar, str] | None]:
    """The first and the last words of the plan, and the articles of its decision."""
    yield from (typed(subject.plan, key) for key in ("loi_dan", "loi_ket"))
    decision = subject.plan.quyet_dinh
    yield from (typed(article, "doan_van") for article in (decision and decision.dieu) or ())


_AHEAD = pattern(
    r"(?:[Đđ]ịnh hướng|[Tt]ầm nhìn|đến)(?: đến)? (?:hết )?(?:năm )?(?P<year>20[0-9]{2})\b"
)


def _title_of_other_years(subject: Subject) -> Iterator[Found]:
    period = subject.plan.period
    for record in (subject.plan.van_ban, subject.plan.quyet_dinh):
        title = typed(record, "trich_yeu")
        if period is None or title is None:
            continue
        found = list(years_in(title[1]))
        same = any(
            one.first == period.start
            and (one.last == period.end or _looked_to(title[1], one) == period.end)
            for one in found
        )
        for one in () if same else found:
            yield part(title[0], one.start, one.end, None, **_facts(title[1], one, period))


def _looked_to(text: str, one: YearsMention) -> int:
    """The year to which a title looks on behind its own: "năm 2014, định hướng đến năm 2015"."""
    ahead = _AHEAD.search(text, one.end)
    return int(ahead["year"]) if ahead else one.last


def _facts(text: str, one: YearsMention, period: Period) -> dict[str, str]:
    own = str(period.start) if period.start == period.end else f"{period.start} - {period.end}"
    return {"text": text[one.start : one.end], "period": own}


def _runs_on(one: YearsMention, period: Period) -> bool:
    """Whether years begin in the period and end after it."""
    return period.start <= one.first <= period.end < one.last and period.start < period.end


def _is_next(title: str, one: YearsMention, period: Period) -> bool:
    """Whether a title of a plan of one year tells what is aimed at in the year after it."""
    following = one.first == one.last == period.start + 1 == period.end + 1
    return following and title.startswith(_AIMS)


def _appendix_of_other_years(subject: Subject) -> Iterator[Found]:
    period = subject.plan.period
    if period is None:
        return
    for record in subject.outline:
        title = typed(record, "ten" if isinstance(record, PhuLuc | Bang) else "muc")
        own = isinstance(record, PhuLuc | Bang)
        for one in years_in(title[1]) if title else ():
            if title and ((own and _runs_on(one, period)) or _is_next(title[1], one, period)):
                yield part(title[0], one.start, one.end, None, **_facts(title[1], one, period))
    yield from _years_of_sections(subject, period)
    yield from _references_of_other_years(subject, period)


def _years_of_sections(subject: Subject, period: Period) -> Iterator[Found]:
    """Sections called by a year that is not in the period, beside such that are."""
    titles = [title for one in subject.outline if (title := typed(one, "muc"))]
    named = (one for one in titles if one[1].startswith("Năm 20") and len(one[1]) == 8)
    called = [(title, int(title[1][4:])) for title in named if title[1][4:].isdecimal()]
    if any(period.start <= year <= period.end for _, year in called):
        for title, year in called:
            if year > period.end:
                one = YearsMention(year, year, 4, 8)
                yield part(title[0], 4, 8, None, **_facts(title[1], one, period))


def _references_of_other_years(subject: Subject, period: Period) -> Iterator[Found]:
    """Sentences that send the reader to an appendix with other years than the plan's."""
    corpus = subject.corpus
    for match in re.finditer(r"phụ lục(?<!\wphụ lục)(?!\w)|phu_luc\.", corpus.lower):
        start, end = sentence_at(corpus.text, *match.span())
        around = corpus.text[start:end]
        if corpus.item(match.start()).key == "ten":
            continue
        for one in years_in(around):
            if _runs_on(one, period):
                span = corpus.span(start + one.start, start + one.end)
                yield Found(span, _facts(around, one, period))


def _dated_outside(subject: Subject) -> Iterator[Found]:
    head, period = subject.plan.van_ban, subject.plan.period
    date = head.ngay_ban_hanh if head else None
    if head is None or date is None or period is None:
        return
    facts = {"year": str(date.year), "period": period.text}
    if date.year > period.end:
        yield Found(head.span("ngay_ban_hanh"), {**facts, "how": "khi thời kỳ đã qua"})
    elif date.year < period.start - 1:
        yield Found(head.span("ngay_ban_hanh"), {**facts, "how": "sớm hơn thời kỳ nhiều năm"})


_PLAN = 'van_ban: {{thoi_ky: 2027}}\nloi_dan: "Sở ban hành Kế hoạch năm {} như sau:"\n'
_TITLE = "van_ban: {{thoi_ky: 2016-2017, trich_yeu: Chuyển đổi số giai đoạn {}}}\n"
_ANNEX = "van_ban: {{thoi_ky: 2016-2017}}\nphu_luc: [{{ten: Danh mục giai đoạn {}, doan_van: A}}]\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH141",
        Severity.WARNING,
        "Năm trong trích yếu khác thời kỳ",
        "Trích yếu ghi {text}, thoi_ky ghi {period}",
        why="Tên và thời kỳ của một kế hoạch phải nói cùng những năm.",
        wrong=_TITLE.format("2016-2018"),
        right=_TITLE.format("2016-2017"),
        fix="sửa trích yếu hoặc thoi_ky",
        limits="Năm đứng sau tên nghị quyết, đề án, chương trình được coi là của văn bản ấy.",
        find=_title_of_other_years,
    ),
    Rule(
        "KH142",
        Severity.WARNING,
        "Năm của phụ lục, bảng, mục vượt quá thời kỳ",
        "Ở đây ghi {text}, thoi_ky của kế hoạch là {period}",
        why="Tên phụ lục và câu dẫn đến phụ lục phải nói cùng những năm với kế hoạch.",
        wrong=_ANNEX.format("2016 - 2018"),
        right=_ANNEX.format("2016 - 2017"),
        fix="sửa năm ở đây, hoặc sửa thoi_ky",
        limits="Chỉ xét khoảng năm bắt đầu trong thời kỳ và kết thúc sau thời kỳ; kế hoạch một năm "
        "thì cả tiêu đề mục tiêu, nhiệm vụ, kinh phí của năm liền sau.",
        find=_appendix_of_other_years,
    ),
    Rule(
        "KH143",
        Severity.WARNING,
        "Ngày ban hành xa thời kỳ",
        "Ban hành năm {year}, {how} {period}",
        why="Kế hoạch ban hành trước hoặc trong thời kỳ của nó.",
        wrong="van_ban: {ngay_ban_hanh: 05/3/2019, thoi_ky: 2016-2017}\n",
        right="van_ban: {ngay_ban_hanh: 05/3/2016, thoi_ky: 2016-2017}\n",
        fix="sửa ngày ban hành hoặc thoi_ky",
        limits="Không biết kế hoạch có phải là bản ban hành lại hay không.",
        find=_dated_outside,
    ),
    Rule(
        "KH150",
        Severity.WARNING,
        "Năm trong lời dẫn, lời kết, điều khác thời kỳ",
        "Ở đây gọi kế hoạch là của {text}, thoi_ky ghi {period}",
        why="Lời dẫn, lời kết chép từ kế hoạch năm trước rất dễ quên sửa năm.",
        wrong=_PLAN.format("2026"),
        right=_PLAN.format("2027"),
        fix="sửa năm ở đây, hoặc sửa thoi_ky",
        limits="Chỉ xét năm sau “ban hành Kế hoạch …”, “Trên đây là Kế hoạch …”; năm sau tên "
        "nghị quyết, đề án, chương trình được coi là của văn bản ấy.",
        find=_said_of_other_years,
    ),
)
