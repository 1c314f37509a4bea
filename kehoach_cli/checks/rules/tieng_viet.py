"""KH500-KH599: Vietnamese spelling and typing."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_SPACE_BEFORE = Pattern(
    r"(?<=[^\W\d_]) +(?=[,;:!?](?:\s|$)|\.(?:\s|$))", needs=(" ,", " ;", " .", " :")
)


def _space_before_mark(subject: Subject) -> Iterator[Found]:
    for match in _SPACE_BEFORE.search(subject.corpus):
        yield Found(subject.corpus.span(*match.span()), repair="")


RULES: tuple[Rule, ...] = (
    Rule(
        "KH501",
        Severity.WARNING,
        "Dấu cách trước dấu câu",
        "Có dấu cách trước dấu câu",
        why="Dấu câu viết liền chữ đứng trước; có dấu cách thì dấu có thể rơi xuống dòng sau.",
        wrong='loi_dan: "Ban hành Kế hoạch , như sau:"\n',
        right='loi_dan: "Ban hành Kế hoạch, như sau:"\n',
        fix="xóa dấu cách ấy",
        local=True,
        find=_space_before_mark,
    ),
)
