"""KH454-KH456: how figures of prose are written."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_POINT = Pattern(
    rf"(?P<whole>{FIRST_DIGIT}\d{{0,2}})\.(?P<decimals>\d{{1,2}})"
    r"(?=\s*(?:%|(?:tỷ|tỉ|triệu) đồng))",
    needs=("%", "ỷ đồng", "ỉ đồng", "u đồng"),
)
_COMMA = Pattern(
    rf"{FIRST_DIGIT}\d{{0,2}}(?:,\d{{3}})+(?=\s*(?:triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ))",
    needs=("đồng", "VNĐ"),
)


def _points(subject: Subject) -> Iterator[Found]:
    for match in _POINT.search(subject.corpus):
        start, end = match.start(), match.end("decimals")
        right = f"{match['whole']},{match['decimals']}"
        facts = {"text": f"{match['whole']}.{match['decimals']}", "right": right}
        yield Found(subject.corpus.span(start, end), facts, repair=right)


def _commas(subject: Subject) -> Iterator[Found]:
    for match in _COMMA.search(subject.corpus):
        right = match[0].replace(",", ".")
        yield Found(subject.corpus.span(*match.span()), {"text": match[0], "right": right})


def _both(subject: Subject) -> Iterator[Found]:
    """Thousands after points and after commas in one text."""
    if re.search(r",\d{3}(?<=\d,\d{3})", subject.corpus.text) is None:
        return
    for block in subject.blocks:
        points = any(
            re.search(r"(?<![\d.,/])\d{1,3}\.\d{3}(?![\d,/])", x.text) for x in block.lines
        )
        for line in block.lines if points else ():
            pattern = (
                r"(?<![\d.,/])\d{1,3},\d{3}(?![\d.,]|\s*(?:%|tỷ|tỉ|km|ha\b|m2|lần)|"
                r"\s*(?:triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ))"
            )
            for match in re.finditer(pattern, line.text):
                yield Found(line.span(*match.span()), {"text": match[0]})


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH454",
        Severity.WARNING,
        "Số thập phân viết bằng dấu chấm",
        "“{text}” dùng dấu chấm trước phần thập phân",
        why="Tiếng Việt viết phần thập phân sau dấu phẩy; dấu chấm ngăn hàng nghìn.",
        wrong=_TEXT + '"Số máy nối mạng tăng 28.7%."\n',
        right=_TEXT + '"Số máy nối mạng tăng 28,7%."\n',
        fix="viết {right}",
        limits="Tên phiên bản có dấu % theo sau sẽ bị hiểu là phần trăm.",
        local=True,
        find=_points,
    ),
    Rule(
        "KH455",
        Severity.WARNING,
        "Số tiền đọc được hai cách",
        "“{text}” đọc được là {right}, hoặc là số có phần thập phân",
        why="Dấu phẩy là dấu thập phân; ngăn hàng nghìn bằng dấu chấm thì chỉ có một cách đọc.",
        wrong=_TEXT + '"Đã chi 8,000 triệu đồng."\n',
        right=_TEXT + '"Đã chi 8.000 triệu đồng."\n',
        fix="viết {right}, hoặc bỏ số 0 thừa nếu là số thập phân",
        limits="Không biết người viết muốn nói số nào.",
        local=True,
        find=_commas,
    ),
    Rule(
        "KH456",
        Severity.WARNING,
        "Hai cách ngăn hàng nghìn trong một mục",
        "“{text}” dùng dấu phẩy, chỗ khác trong mục này dùng dấu chấm ngăn hàng nghìn",
        why="Viết lẫn hai cách thì không biết đâu là hàng nghìn, đâu là phần thập phân.",
        wrong=_TEXT + '"Có 1.444 dịch vụ; 1,221 dịch vụ ở mức độ 2."\n',
        right=_TEXT + '"Có 1.444 dịch vụ; 1.221 dịch vụ ở mức độ 2."\n',
        fix="dùng dấu chấm ngăn hàng nghìn ở mọi chỗ",
        limits="Số thập phân đúng ba chữ số cũng bị nhắc, trừ khi có đơn vị đo quen thuộc.",
        local=True,
        find=_both,
    ),
)
