"""KH133-KH135: the words that open and close a plan."""

from collections.abc import Iterator

from kehoach_cli.checks.outlines import is_long
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed
from kehoach_cli.plan.outline import Khoi, Muc


def _lead_without_colon(subject: Subject) -> Iterator[Found]:
    lead = typed(subject.plan, "loi_dan")
    if lead is None or not subject.plan.noi_dung:
        return
    scalar, text = lead
    bare = text.rstrip()
    words = bare.rstrip(".;,").rstrip()
    announces = words.endswith(("sau", "sau đây", "dưới đây"))
    if not bare.endswith((":", "}}")) and (announces or not bare.endswith(".")):
        if words != bare:
            yield part(scalar, len(words), len(bare), ":", text=first_words(bare))
        else:
            last = bare.split()[-1]
            start = len(bare) - len(last)
            yield part(scalar, start, len(bare), f"{last}:", text=first_words(bare))


def _no_lead(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    if not is_long(plan) or not plan.can_cu or plan.quyet_dinh or plan.loi_dan:
        return
    placed = any(
        isinstance(record, Khoi | Muc) and record.chen and record.chen.nguon == "can_cu"
        for record in subject.outline
    )
    first = (plan.noi_dung or [])[0]
    if not placed and (first.muc or first.muc_con):
        yield Found(plan.span("noi_dung"))


def _no_closing(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    if not is_long(plan) or plan.quyet_dinh or plan.loi_ket:
        return
    last = _last(plan.noi_dung or [])
    blocks = [*last.body(), *last.tail()]
    text = blocks[-1].doan_van if blocks and blocks[-1].doan_van else ""
    lines = text.strip().split("\n")
    if last.muc and lines[-1].lstrip().startswith(("-", "+")):
        yield Found(last.span("muc"))


def _last(sections: list[Muc]) -> Muc:
    """The section that the text ends in."""
    last = sections[-1]
    return _last(last.muc_con) if last.muc_con and not last.tail() else last


_HEAD = "van_ban: {co_quan_ban_hanh: Bộ Nội vụ}\n"
_BODY = "noi_dung:\n- {muc: Mục tiêu, doan_van: Nối mạng.}\n- {muc: Nhiệm vụ, doan_van: Lắp đặt.}\n"
_BODY += "- muc: Tổ chức thực hiện\n  doan_van: "
_THREE = _BODY + "Các sở thực hiện.\n"
_BASE = "can_cu: [Luật An ninh mạng ngày 12 tháng 6 năm 2018]\n"
_LAST = _BODY + "|\n    - Sở Nội vụ chủ trì.\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH133",
        Severity.WARNING,
        "Lời dẫn không kết thúc bằng dấu hai chấm",
        "Lời dẫn “{text}” không kết thúc bằng dấu hai chấm",
        why="Lời dẫn mở ra phần nội dung đứng sau.",
        wrong="loi_dan: Bộ Nội vụ ban hành Kế hoạch như sau.\nnoi_dung: Nối mạng mọi sở.\n",
        right='loi_dan: "Bộ Nội vụ ban hành Kế hoạch như sau:"\nnoi_dung: Nối mạng mọi sở.\n',
        fix="kết thúc bằng dấu hai chấm",
        limits="Lời dẫn là câu trọn vẹn, không có chữ như sau, thì bỏ qua.",
        find=_lead_without_colon,
    ),
    Rule(
        "KH134",
        Severity.INFO,
        "Thiếu lời dẫn",
        "Giữa căn cứ và mục đầu tiên không có câu nào",
        why="Sau các căn cứ thường có câu: … ban hành Kế hoạch …, cụ thể như sau.",
        wrong=_HEAD + _BASE + _THREE,
        right=_HEAD + _BASE + 'loi_dan: "Bộ Nội vụ ban hành Kế hoạch như sau:"\n' + _THREE,
        fix="ghi loi_dan",
        limits="Có đơn vị không dùng câu này.",
        find=_no_lead,
    ),
    Rule(
        "KH135",
        Severity.INFO,
        "Thiếu lời kết",
        "Kế hoạch kết thúc ở gạch đầu dòng cuối của mục này, không có lời kết",
        why="Kế hoạch thường kết thúc bằng câu yêu cầu thực hiện hoặc báo cáo khi vướng mắc.",
        wrong=_HEAD + _LAST,
        right=_HEAD + _LAST + "loi_ket: Các sở thực hiện Kế hoạch này.\n",
        fix="ghi loi_ket",
        limits="Có đơn vị không dùng câu này.",
        find=_no_closing,
    ),
)
