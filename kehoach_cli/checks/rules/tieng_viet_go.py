"""KH511-KH512: addresses of the Internet and numbers with a wrong sign in them."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_ADDRESS = Pattern(
    r"(?<!\w)www,[a-z0-9]|https?:/(?=[a-z0-9])|https?;//|\.gov,vn|\.com,vn|\.gov\.nv(?!\w)"
    r"|@[a-z0-9-]+,(?:com|vn|gov)(?!\w)|\.govvn(?!\w)",
    needs=("www,", "http", ",vn", ".nv", ",com", ",gov", ".govvn"),
    lower=True,
)
_LETTER = Pattern(r"(?<![\w.,/-])(?:\d+O\d*|l\d+)(?= [^\W\d_])", needs=("O", "l"))


def _addresses(subject: Subject) -> Iterator[Found]:
    for match in _ADDRESS.search(subject.corpus):
        yield Found(subject.corpus.span(*match.span()), {"text": match[0]})


def _letters(subject: Subject) -> Iterator[Found]:
    for match in _LETTER.search(subject.corpus):
        right = match[0].replace("O", "0").replace("l", "1")
        yield Found(subject.corpus.span(*match.span()), {"text": match[0], "right": right})


RULES: tuple[Rule, ...] = (
    Rule(
        "KH511",
        Severity.WARNING,
        "Địa chỉ mạng gõ sai",
        "“{text}” làm hỏng địa chỉ mạng",
        why="Địa chỉ sai một dấu thì không mở được, thư không đến.",
        wrong="loi_dan: Xem tại www,tiengiang.gov.vn\n",
        right="loi_dan: Xem tại www.tiengiang.gov.vn\n",
        fix="sửa dấu trong địa chỉ",
        limits="Không biết địa chỉ có thật hay không.",
        local=True,
        find=_addresses,
    ),
    Rule(
        "KH512",
        Severity.WARNING,
        "Chữ lẫn trong số",
        "“{text}” có chữ O hoặc l thay chữ số",
        why="Chữ O, chữ l trông như số 0, số 1 nhưng tìm kiếm và tính toán không nhận ra.",
        wrong="loi_dan: Nối mạng 4O đơn vị\n",
        right="loi_dan: Nối mạng 40 đơn vị\n",
        fix="có phải {right}? Nếu phải, gõ lại bằng chữ số",
        limits="Chỉ xét số đứng trước một từ.",
        local=True,
        find=_letters,
    ),
)
