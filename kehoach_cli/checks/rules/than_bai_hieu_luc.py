"""KH151: the day from which a decision counts, against the day of its issue."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.mentions_dates import DateMention
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_IN_FORCE = Pattern(
    r"(?:quyết định|nghị quyết) này [^.\n]*?có hiệu lực (?:thi hành )?(?:kể )?từ ngày ",
    needs=("có hiệu lực",),
    lower=True,
)
_PASSED = Pattern(r"nghị quyết này [^.\n]*?thông qua ngày ", needs=("thông qua ngày",), lower=True)


def _days(subject: Subject) -> Iterator[Found]:
    """A decision that counts from a day before its issue; one passed on a day after it."""
    head = subject.plan.van_ban
    own = head.ngay_ban_hanh.as_date() if head and head.ngay_ban_hanh else None
    if own is None or subject.plan.quyet_dinh is None:
        return
    for pattern, how, sign in ((_IN_FORCE, "có hiệu lực", 1), (_PASSED, "thông qua", -1)):
        for match in pattern.search(subject.corpus):
            date = _at(subject, match.end())
            if date and date.value and (own - date.value).days * sign > 0:
                text = subject.corpus.text[date.start : date.end]
                facts = {"how": how, "date": text, "own": own.strftime("%d/%m/%Y")}
                yield Found(subject.corpus.span(date.start, date.end), facts)


def _at(subject: Subject, end: int) -> DateMention | None:
    """The date that the word "ngày" just before a place begins."""
    return next((one for one in subject.dates if one.start - 1 <= end <= one.start + 6), None)


_ORDER = (
    "van_ban: {ngay_ban_hanh: 10/7/2026}\nquyet_dinh:\n"
    "  dieu: [Ban hành Kế hoạch., Quyết định này có hiệu lực kể từ ngày %s tháng 7 năm 2026.]\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH151",
        Severity.WARNING,
        "Ngày hiệu lực, ngày thông qua không khớp ngày ban hành",
        "Quyết định ban hành ngày {own}, ở đây ghi {how} ngày {date}",
        why="Văn bản có hiệu lực không sớm hơn ngày ký; nghị quyết thông qua rồi mới ban hành.",
        wrong=_ORDER % "01",
        right=_ORDER % "20",
        fix="sửa một trong hai ngày",
        limits="Không biết văn bản có được phép có hiệu lực trở về trước hay không.",
        find=_days,
    ),
)
