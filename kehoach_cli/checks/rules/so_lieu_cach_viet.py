"""KH436-KH437, KH454-KH456: how figures of prose and numbers of columns are written."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_POINT = Pattern(
    rf"(?P<whole>{FIRST_DIGIT}\d{{0,2}})\.(?P<decimals>\d{{1,2}}|(?<=\D0\.)\d{{3,4}})"
    r"(?=\s*(?:%|(?:tỷ|tỉ|triệu) đồng|điểm\b))",
    needs=("%", "ỷ đồng", "ỉ đồng", "u đồng", "điểm"),
)
_COMMA = Pattern(
    rf"{FIRST_DIGIT}\d{{0,2}}(?:,\d{{3}})+(?=\s*(?:triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ))",
    needs=("đồng", "VNĐ"),
    shapes=("0,000",),
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

_OF_COLUMN = r"\((\d{1,2})\)"
_DIGITS = 3  # of a group
_GROUPS = Pattern(
    rf"(?P<number>{FIRST_DIGIT}\d{{0,2}}(?:\.\d{{1,3}}){{2,}})(?![.,/]?\d)"
    r" ?(?:(?:tỷ|tỉ|triệu|nghìn|ngàn) )?đồng",
    needs=("đồng",),
    shapes=("0.0.0", "0.00.0", "0.000.0"),
)


def _formulas(subject: Subject) -> Iterator[Found]:
    """Numbers of columns in "(5) = (4) / (7)" that the table does not have."""
    for table in subject.tables:
        leaves = [leaf for top in table.cot or () for leaf in top.leaves()]
        named = {
            number for leaf in leaves for number in re.findall(_OF_COLUMN, leaf.so_cot or "")[:1]
        }
        known = named | {str(at) for at in range(1, len(leaves) + 1)}
        for leaf in leaves:
            _, equals, formula = (leaf.so_cot or "").partition("=")
            lacking = [n for n in re.findall(_OF_COLUMN, formula) if n not in known]
            if equals and lacking:
                yield Found(leaf.span("so_cot"), {"number": lacking[0], "count": str(len(leaves))})


def _grouped(subject: Subject) -> Iterator[Found]:
    for match in _GROUPS.search(subject.corpus):
        if any(len(group) < _DIGITS for group in match["number"].split(".")[1:]):
            yield Found(subject.corpus.span(*match.span("number")), {"text": match["number"]})


_COLUMNS = (
    "noi_dung:\n- muc: Kinh phí\n  bang:\n    cot:\n    - {ten: A}\n    - {ten: B}\n"
    '    - {ten: C, so_cot: "(3) = (1) + (%s)"}\n    hang: [["1", "2", "3"]]\n'
)
_SUPPORT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: Hỗ trợ không quá %s đồng một đơn vị.\n"

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
    Rule(
        "KH436",
        Severity.WARNING,
        "Công thức của cột nêu cột không có",
        "Không có cột ({number}); bảng có {count} cột",
        why="Thêm, bớt một cột thì các số trong công thức phải đổi theo.",
        wrong=_COLUMNS % "5",
        right=_COLUMNS % "2",
        fix="sửa số cột trong công thức",
        limits="Không biết công thức có đúng ý hay không.",
        local=True,
        find=_formulas,
    ),
    Rule(
        "KH437",
        Severity.WARNING,
        "Số có nhóm không đủ ba chữ số",
        "“{text}” có nhóm không đủ ba chữ số",
        why="Dấu chấm ngăn từng nhóm ba chữ số; thiếu một chữ số thì không biết số nào đúng.",
        wrong=_SUPPORT % "50.000.00",
        right=_SUPPORT % "50.000.000",
        fix="viết đủ ba chữ số ở mỗi nhóm sau dấu chấm đầu tiên",
        limits="Chỉ xét số có từ hai dấu chấm trở lên và có chữ theo sau.",
        local=True,
        find=_grouped,
    ),
)
