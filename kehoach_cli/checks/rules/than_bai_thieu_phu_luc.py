"""KH126: appendices that the text refers to, and none is there."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.mentions_parts import sentence
from kehoach_cli.checks.outlines import is_document
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_ATTACHED = Pattern(
    r"(?:xem|tại|theo|đính kèm|chi tiết|các)(?: tại| ở)? (?P<name>phụ lục)(?: [ivxl0-9]{1,4})?"
    r"(?: kèm theo| đính kèm|\)|[.;]?(?:\n|$))",
    needs=("phụ lục",),
    lower=True,
)


def _no_appendix_at_all(subject: Subject) -> Iterator[Found]:
    if not is_document(subject.plan) or subject.plan.phu_luc:
        return
    for match in _ATTACHED.search(subject.corpus):
        around = sentence(subject.corpus.text, *match.span())
        if not re.search(r"\d[-/][\dA-ZĐ]|(?:của|theo) [A-ZĐ]", around):
            yield Found(subject.corpus.span(*match.span("name")))


_PLAN = "van_ban: {{co_quan_ban_hanh: Bộ Nội vụ}}\nnoi_dung:\n- muc: Kinh phí\n  doan_van: {}\n"
_ONE = "phu_luc: [{ma: a, ten: Danh mục dự án, doan_van: Không có.}]\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH126",
        Severity.WARNING,
        "Nhắc đến phụ lục mà không có phụ lục",
        "Bài dẫn đến phụ lục, kế hoạch không có phụ lục nào",
        why="Phụ lục được nhắc đến phải đi kèm văn bản.",
        wrong=_PLAN.format("Chi tiết tại phụ lục kèm theo."),
        right=_PLAN.format('"Chi tiết tại {{ phu_luc.a }}."') + _ONE,
        fix="thêm phu_luc, hoặc bỏ chỉ dẫn",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần III, Mục 1.a",
        limits="Phụ lục để ở tệp riêng thì bỏ qua quy tắc này.",
        on_issue=True,
        find=_no_appendix_at_all,
    ),
)
