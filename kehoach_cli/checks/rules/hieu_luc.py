"""KH250-KH255: whether cited documents are in force on the day that the plan is judged at."""

from collections.abc import Iterator
from datetime import date

from kehoach_cli.checks.mention import Mention
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.dates import PartialDate, short_date
from kehoach_cli.vietnamese.known_documents import KnownDocument

_SOURCE = "sổ văn bản kèm chương trình, cập nhật đến tháng 10/2026; kiểm tra lại"
_LIMITS = (
    "Chỉ biết các văn bản hay viện dẫn có trong sổ và trong kehoach.yaml; xét ở ngày ban hành, "
    "dự thảo thì ở đầu thời kỳ."
)


def _cited(subject: Subject, in_bases: bool) -> Iterator[tuple[Mention, KnownDocument, date]]:
    """The known documents cited, in the bases or elsewhere, and the day to judge them at."""
    day = subject.date
    for mention in subject.mentions if day else ():
        if day and (mention.basis is not None) == in_bases:
            known = _document(mention, subject)
            if known:
                yield mention, known, day


def _document(mention: Mention, subject: Subject) -> KnownDocument | None:
    """The document meant; of a name that was given twice, the one of the date that is cited."""
    if mention.sign is not None:
        known = subject.documents.get(str(mention.sign))
        other_year = known and known.ngay and mention.year not in (None, known.ngay.year)
        return None if other_year else known
    named = subject.laws.get(mention.ten.casefold(), [])
    if mention.ngay is None or len(named) == 1:
        return named[0] if len(named) == 1 else None
    exact = (d for d in named if d.ngay and mention.ngay.first() <= d.ngay <= mention.ngay.last())
    return next(exact, None)


def _expired(subject: Subject) -> Iterator[Found]:
    for mention, known, day in _cited(subject, in_bases=True):
        if known.den and day > known.den:
            yield Found(mention.span, _facts(known, mention, known.den))


def _expired_elsewhere(subject: Subject) -> Iterator[Found]:
    """Told of once for each document: history may be told in more than one place."""
    seen: set[str] = set()
    for mention, known, day in _cited(subject, in_bases=False):
        if known.den and day > known.den and known.so_ky_hieu not in seen:
            seen.add(known.so_ky_hieu)
            yield Found(mention.span, _facts(known, mention, known.den))


def _not_yet(subject: Subject) -> Iterator[Found]:
    for mention, known, day in _cited(subject, in_bases=True):
        if known.tu and day < known.tu:
            yield Found(mention.span, {**_facts(known, mention, known.tu), "day": _said(day)})


def _unclear(subject: Subject) -> Iterator[Found]:
    for mention, known, day in _cited(subject, in_bases=True):
        if known.chua_ro and day.year >= 2025 and not known.giai_doan_den:
            yield Found(mention.span, {**_facts(known, mention, day), "note": known.chua_ro})


def _ends_within(subject: Subject) -> Iterator[Found]:
    years = subject.years
    for mention, known, day in _cited(subject, in_bases=True):
        # A document that holds to the last day of the period is good for all of it.
        if years and known.den and day <= known.den < date(years[-1], 12, 31):
            yield Found(mention.span, _facts(known, mention, known.den))


def _period_over(subject: Subject) -> Iterator[Found]:
    for mention, known, day in _cited(subject, in_bases=True):
        if known.giai_doan_den and day.year > known.giai_doan_den:
            note = f"; {known.chua_ro}" if known.chua_ro else ""
            facts = _facts(known, mention, day)
            yield Found(mention.span, {**facts, "year": str(known.giai_doan_den), "note": note})


def _renewed(subject: Subject) -> Iterator[Found]:
    """Laws cited by an older date than that of the law of the same name that is in force."""
    day = subject.date
    for mention in subject.mentions if day else ():
        named = subject.laws.get(mention.ten.casefold(), []) if mention.sign is None else []
        dates = [known.ngay for known in named if known.ngay]
        if mention.basis is None or mention.ngay is None or not named or len(dates) < len(named):
            continue
        newest = max(named, key=lambda known: known.ngay or date.min)
        since = newest.tu or newest.ngay
        slip = newest.ngay and mention.year == newest.ngay.year
        if day and since and since <= day and mention.ngay.last() < min(dates) and not slip:
            yield Found(mention.span, _facts(newest, mention, max(dates)))


def _facts(known: KnownDocument, mention: Mention, day: date) -> dict[str, str]:
    after = f", thay bằng {known.thay_bang}" if known.thay_bang else ""
    return {"name": mention.printed, "day": _said(day), "date": _said(day), "after": after}


def _said(day: date) -> str:
    return short_date(PartialDate.of(day))


_OLD = "Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006"
_NEW = "Luật Chuyển đổi số ngày 11 tháng 12 năm 2025"
_HEAD = "van_ban: {ngay_ban_hanh: 15/8/2026}\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH256",
        Severity.WARNING,
        "Đã có luật mới cùng tên",
        "{name}: đã có luật cùng tên ngày {date}",
        why="Luật mới cùng tên thường thay luật cũ; căn cứ phải còn hiệu lực khi ban hành.",
        wrong=f"{_HEAD}can_cu: [Luật Chuyển đổi số ngày 29 tháng 6 năm 2016]\n",
        right=f"{_HEAD}can_cu: [{_NEW}]\n",
        fix="kiểm tra lại, dùng luật mới",
        clause=_SOURCE,
        limits=_LIMITS,
        find=_renewed,
    ),
    Rule(
        "KH250",
        Severity.WARNING,
        "Căn cứ đã hết hiệu lực",
        "{name} hết hiệu lực sau ngày {date}{after}",
        why="Căn cứ phải còn hiệu lực khi kế hoạch ban hành.",
        wrong=f"{_HEAD}can_cu: [{_OLD}]\n",
        right=f"{_HEAD}can_cu: [{_NEW}]\n",
        fix="kiểm tra lại, dùng văn bản thay thế",
        clause=_SOURCE,
        limits=_LIMITS,
        find=_expired,
    ),
    Rule(
        "KH251",
        Severity.INFO,
        "Nhắc đến văn bản đã hết hiệu lực",
        "{name} hết hiệu lực sau ngày {date}{after}",
        why="Nhắc việc đã qua thì không sao; giao việc theo văn bản hết hiệu lực thì không thực "
        "hiện được.",
        wrong=f"{_HEAD}loi_dan: Thực hiện {_OLD}.\n",
        right=f"{_HEAD}loi_dan: Thực hiện {_NEW}.\n",
        fix="kiểm tra lại; nếu giao việc thì dùng văn bản thay thế",
        clause=_SOURCE,
        limits=_LIMITS + " Báo một lần cho mỗi văn bản.",
        find=_expired_elsewhere,
    ),
    Rule(
        "KH252",
        Severity.WARNING,
        "Căn cứ chưa có hiệu lực",
        "{name} có hiệu lực từ {date}, sau ngày {day}",
        why="Văn bản chưa có hiệu lực khi kế hoạch ban hành thì chưa dùng làm căn cứ được.",
        wrong="van_ban: {ngay_ban_hanh: 20/12/2025}\n" + f"can_cu: [{_NEW}]\n",
        right=f"{_HEAD}can_cu: [{_NEW}]\n",
        fix="kiểm tra lại; nếu kế hoạch để chuẩn bị thi hành thì nói ở lời dẫn",
        clause=_SOURCE,
        limits=_LIMITS,
        find=_not_yet,
    ),
    Rule(
        "KH253",
        Severity.INFO,
        "Căn cứ chưa rõ hiệu lực",
        "{name}: {note} (chưa rõ)",
        why="Các nguồn nói khác nhau về hiệu lực của văn bản này.",
        wrong=f"{_HEAD}can_cu: [Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ "
        "quản lý dữ liệu số]\n",
        right=f"{_HEAD}can_cu: [{_NEW}]\n",
        fix="tra lại hiệu lực trên cơ sở dữ liệu quốc gia về pháp luật trước khi dùng",
        clause=_SOURCE,
        limits=_LIMITS,
        find=_unclear,
    ),
    Rule(
        "KH254",
        Severity.INFO,
        "Căn cứ hết hiệu lực trong thời kỳ kế hoạch",
        "{name} hết hiệu lực sau ngày {date}{after}, khi kế hoạch còn đang thực hiện",
        why="Phần còn lại của thời kỳ phải theo văn bản thay thế.",
        wrong="van_ban: {ngay_ban_hanh: 20/12/2025, thoi_ky: 2026}\n" + f"can_cu: [{_OLD}]\n",
        right="van_ban: {ngay_ban_hanh: 20/12/2024, thoi_ky: 2025}\n" + f"can_cu: [{_OLD}]\n",
        fix="kiểm tra lại, nêu cả văn bản thay thế nếu đã ban hành",
        clause=_SOURCE,
        limits=_LIMITS,
        find=_ends_within,
    ),
    Rule(
        "KH255",
        Severity.INFO,
        "Căn cứ của giai đoạn đã qua",
        "{name} là của giai đoạn đến năm {year}{note}",
        why="Chương trình, chiến lược của giai đoạn trước vẫn còn hiệu lực nhưng không còn chỉ "
        "tiêu cho thời kỳ này.",
        wrong="van_ban: {ngay_ban_hanh: 15/01/2026}\n"
        "can_cu: [Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê "
        "duyệt Chương trình chuyển đổi số quốc gia]\n",
        right="van_ban: {ngay_ban_hanh: 15/01/2025}\n"
        "can_cu: [Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê "
        "duyệt Chương trình chuyển đổi số quốc gia]\n",
        fix="kiểm tra lại, nêu văn bản của giai đoạn này",
        clause=_SOURCE,
        limits=_LIMITS,
        find=_period_over,
    ),
)
