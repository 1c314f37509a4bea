"""KH449: more people who use a thing than things given out to single people."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_NUMBER = rf"{FIRST_DIGIT}\d{{0,2}}(?:\.\d{{3}})*"
_GIVEN = Pattern(
    rf"(?P<given>{_NUMBER}) (?P<thing>hòm thư|hộp thư|tài khoản|chữ ký số|chứng thư số)"
    r"(?: điện tử| công vụ)? cá nhân(?P<between>[^\n]{0,200}?[ ,;])"
    rf"(?P<users>{_NUMBER}) (?P<who>cán bộ|công chức|viên chức|người)(?P<after>[^\n.;]{{0,80}})",
    needs=("cá nhân",),
    lower=True,
)


def _more_users(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for match in _GIVEN.search(corpus):
        given, users = (int(match[name].replace(".", "")) for name in ("given", "users"))
        if given < users and "sử dụng" in match["between"] + match["after"]:
            facts = {name: match[name] for name in ("given", "users", "thing", "who")}
            yield Found(corpus.span(*match.span("users")), facts)


_TEXT = "loi_dan: Đã cấp 1.417 hòm thư cá nhân, "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH449",
        Severity.INFO,
        "Người dùng nhiều hơn số đã cấp",
        "{users} {who} sử dụng, mà chỉ có {given} {thing} cá nhân",
        why="Mỗi người dùng một tài khoản của mình, nên số người không nhiều hơn số đã cấp.",
        wrong=f"{_TEXT}1.655 cán bộ thường xuyên sử dụng\n",
        right=f"{_TEXT}1.355 cán bộ thường xuyên sử dụng\n",
        fix="xem lại hai số; tính cả hòm thư tập thể thì nói rõ",
        limits="Chỉ so hai số trong cùng một đoạn; người có thể dùng chung tài khoản tập thể.",
        local=True,
        find=_more_users,
    ),
)
