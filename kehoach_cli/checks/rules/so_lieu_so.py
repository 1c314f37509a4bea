"""KH436-KH437: formulas of columns, and numbers with groups of other than three digits."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_NUMBER = r"\((\d{1,2})\)"
_GROUPS = Pattern(
    rf"(?P<number>{FIRST_DIGIT}\d{{0,2}}(?:(?:\.\d{{3}})+\.\d{{1,2}}|\.\d{{1,2}}(?:\.\d{{3}})+))"
    r"(?![.,/]?\d) ?(?P<unit>%|đồng|triệu|tỷ|tỉ|nghìn|ngàn|[^\W\d]+)",
    needs=(".",),
)


def _formulas(subject: Subject) -> Iterator[Found]:
    """Numbers of columns in "(5) = (4) / (7)" that the table does not have."""
    for table in subject.tables:
        leaves = [leaf for top in table.cot or () for leaf in top.leaves()]
        named = {number for leaf in leaves for number in re.findall(_NUMBER, leaf.so_cot or "")[:1]}
        known = named | {str(at) for at in range(1, len(leaves) + 1)}
        for leaf in leaves:
            _, equals, formula = (leaf.so_cot or "").partition("=")
            lacking = [n for n in re.findall(_NUMBER, formula) if n not in known]
            if equals and lacking:
                yield Found(leaf.span("so_cot"), {"number": lacking[0], "count": str(len(leaves))})


def _grouped(subject: Subject) -> Iterator[Found]:
    for match in _GROUPS.search(subject.corpus):
        yield Found(subject.corpus.span(*match.span("number")), {"text": match["number"]})


_TABLE = (
    "noi_dung:\n- muc: Kinh phí\n  bang:\n    cot:\n    - {ten: A}\n    - {ten: B}\n"
    '    - {ten: C, so_cot: "(3) = (1) + (%s)"}\n    hang: [["1", "2", "3"]]\n'
)
_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: Hỗ trợ không quá %s đồng một đơn vị.\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH436",
        Severity.WARNING,
        "Công thức của cột nêu cột không có",
        "Không có cột ({number}); bảng có {count} cột",
        why="Thêm, bớt một cột thì các số trong công thức phải đổi theo.",
        wrong=_TABLE % "5",
        right=_TABLE % "2",
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
        wrong=_TEXT % "50.000.00",
        right=_TEXT % "50.000.000",
        fix="viết đủ ba chữ số ở mỗi nhóm sau dấu chấm đầu tiên",
        limits="Chỉ xét số có từ hai dấu chấm trở lên và có chữ theo sau.",
        local=True,
        find=_grouped,
    ),
)
