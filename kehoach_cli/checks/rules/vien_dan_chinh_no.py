"""KH219: the plan's own number with another date."""

from collections.abc import Iterator

from kehoach_cli.checks.agencies import plain
from kehoach_cli.checks.mention import Mention, signed
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.dates import short_date


def _own(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    own = head.ngay_ban_hanh if head else None
    if head is None or head.so_van_ban is None or own is None or own.day is None:
        return
    for mention, sign in signed(subject.mentions):
        day = mention.ngay
        same = sign.number.lstrip("0") == head.so_van_ban.lstrip("0") and sign.type_code == "KH"
        if not same or mention.date is None or day is None or day.day is None:
            continue
        if day.year == own.year and day != own and not _is_of_others(mention, head):
            facts = {
                "number": str(sign),
                "date": short_date(day),
                "other": short_date(own),
                "line": str(head.span("ngay_ban_hanh").first.line),
            }
            yield Found(mention.date.span, facts)


def _is_of_others(mention: Mention, head: VanBan) -> bool:
    """Whether a plan is another agency's: a legal basis, or of an issuer that is told."""
    if mention.basis is not None or mention.issuer is None:
        return mention.basis is not None
    return plain(mention.issuer.text.rstrip(")")) not in plain(head.co_quan_ban_hanh or "")


RULES: tuple[Rule, ...] = (
    Rule(
        "KH219",
        Severity.ERROR,
        "Ngày khác ngày của chính kế hoạch",
        "{number} ở đây ghi ngày {date}, kế hoạch này (dòng {line}) ban hành ngày {other}",
        why="Chỗ này nói đến chính kế hoạch, số giống mà ngày khác.",
        wrong="van_ban: {so_van_ban: 31, ngay_ban_hanh: 25/10/2016}\n"
        "loi_ket: Danh mục kèm theo Kế hoạch số 31/KH-UBND ngày 15/02/2016.\n",
        right="van_ban: {so_van_ban: 31, ngay_ban_hanh: 25/10/2016}\n"
        "loi_ket: Danh mục kèm theo Kế hoạch số 31/KH-UBND ngày 25/10/2016.\n",
        fix="ghi ngày như ở van_ban, hoặc để chương trình in dòng “(Kèm theo …)”",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III.1",
        limits="Kế hoạch cùng số, cùng năm của cơ quan khác cũng bị báo khi không ghi tên cơ quan.",
        find=_own,
    ),
)
