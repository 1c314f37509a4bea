"""KH150: the years that the first and the last words of a plan name."""

from collections.abc import Iterator

from kehoach_cli.checks.mentions_years import years_in
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import part, typed
from kehoach_cli.patterns import pattern

_NAMED = pattern(r"(?:ban hành|xây dựng|Trên đây là|triển khai) Kế hoạch (?!số )[^.;\n]*")


def _said_of_other_years(subject: Subject) -> Iterator[Found]:
    """Years of the plan itself, none of which is in its period."""
    years = subject.years
    for key in ("loi_dan", "loi_ket"):
        words = typed(subject.plan, key)
        match = _NAMED.search(words[1]) if words and years else None
        if words is None or match is None or years is None:
            continue
        found = list(years_in(match[0]))
        if not any(one.first in years or one.last in years for one in found):
            for one in found:
                text = match[0][one.start : one.end]
                period = " - ".join(map(str, sorted({years[0], years[-1]})))
                start, end = match.start() + one.start, match.start() + one.end
                yield part(words[0], start, end, None, text=text, period=period)


_PLAN = 'van_ban: {{thoi_ky: 2027}}\nloi_dan: "Sở ban hành Kế hoạch năm {} như sau:"\n'

RULES: tuple[Rule, ...] = (
    Rule(
        "KH150",
        Severity.WARNING,
        "Năm trong lời dẫn, lời kết khác thời kỳ",
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
