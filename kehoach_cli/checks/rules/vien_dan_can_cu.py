"""KH220-KH221, KH224-KH227: the legal bases."""

from collections.abc import Iterator
from itertools import chain

from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.citation import Citation
from kehoach_cli.vietnamese.dates import short_date
from kehoach_cli.vietnamese.document_types import NAMED_LAWS
from kehoach_cli.vietnamese.text import fold

_CITED = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6"
_ALWAYS_NUMBERED = ("Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch", "Chỉ thị")
_LAWS = ("Bộ luật", "Luật", "Pháp lệnh")


def _missing(subject: Subject) -> Iterator[Found]:
    unread = {id(m.basis) for m in subject.mentions if m.basis and m.date and not m.ngay}
    for record, citation in chain(*subject.bases):
        parts = _missing_parts(citation)
        if id(record) in unread or "ngay_ban_hanh" in record.at:
            parts = [part for part in parts if part != "ngày ban hành"]
        if parts:
            facts = {"name": base_name(citation), "parts": ", ".join(parts)}
            yield Found(record.span(), facts)


def _missing_parts(citation: Citation) -> list[str]:
    """What a basis needs and does not have; a law its date, unless it is told by number."""
    if citation.loai in NAMED_LAWS:
        told = citation.ngay or citation.so_ky_hieu or citation.loai not in _LAWS
        return [] if told else ["ngày ban hành"]
    if citation.so_ky_hieu is None:
        return ["số, ký hiệu"] if citation.loai in _ALWAYS_NUMBERED else []
    needed = {
        "ngày ban hành": citation.ngay,
        "cơ quan ban hành": citation.co_quan,
        "trích yếu": citation.trich_yeu,
    }
    return [part for part, value in needed.items() if not value]


def base_name(citation: Citation) -> str:
    if citation.so_ky_hieu and citation.loai not in NAMED_LAWS:
        return f"{citation.loai or 'Văn bản'} số {citation.so_ky_hieu}"
    return citation.ten or citation.text or citation.loai or "Căn cứ"


def _year_only(subject: Subject) -> Iterator[Found]:
    for record, citation in chain(*subject.bases):
        day = citation.ngay
        if citation.loai in _LAWS and day and day.day is None and not citation.so_ky_hieu:
            yield Found(record.span(), {"name": base_name(citation), "year": str(day.year)})


def _twice(subject: Subject) -> Iterator[Found]:
    for bases in subject.bases:
        seen: dict[str, Span] = {}
        for record, citation in bases:
            key = citation.so_ky_hieu or (citation.ngay and citation.ten)
            if not key:
                continue
            # Years tell numbers apart that begin anew each January.
            key = fold(f"{key} {citation.ngay.year if citation.ngay else ''}")
            first = seen.setdefault(key, record.span())
            if first != record.span():
                facts = {"name": base_name(citation), "line": str(first.first.line)}
                yield Found(record.span(), facts)


def _later(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    own = head.ngay_ban_hanh if head else None
    for mention in subject.mentions if own else ():
        if mention.ngay and mention.date and own and mention.ngay.first() > own.last():
            facts = {
                "name": mention.printed,
                "date": short_date(mention.ngay),
                "own": short_date(own),
            }
            yield Found(mention.date.span, facts)


def _laws_two_ways(subject: Subject) -> Iterator[Found]:
    for bases in subject.bases:
        laws = [(r, c) for r, c in bases if c.loai in _LAWS]
        numbered = [(r, c) for r, c in laws if c.so_ky_hieu]
        if numbered and len(numbered) < len(laws):
            few = 2 * len(numbered) <= len(laws)
            record, law = next(pair for pair in laws if bool(pair[1].so_ky_hieu) == few)
            yield Found(record.span(), {"name": base_name(law)})


def _end_mark(subject: Subject) -> Iterator[Found]:
    for item in subject.corpus.items:
        if not isinstance(item.record, CanCu) or item.key != "van_ban":
            continue
        text = item.scalar.value.rstrip()
        bare = text.rstrip(";,. /") if not text.endswith("..") else text
        if len(bare) < len(text):
            start, end = item.start + len(bare), item.start + len(text)
            yield Found(item.span(start, end), {"mark": text[len(bare) :].strip()}, "")


_DECREE = "Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ quy định về trang tin"
_LAW = "Luật Thủ đô ngày 21 tháng 11 năm 2012"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH220",
        Severity.WARNING,
        "Căn cứ thiếu thành phần",
        "{name} thiếu {parts}",
        why="Căn cứ ghi tên loại, số, ký hiệu, cơ quan, ngày ban hành, trích yếu; luật, pháp lệnh "
        "ghi tên và ngày.",
        wrong="can_cu: [Văn bản số 2634/BTTTT-THH ngày 17/8/2015 về hướng dẫn lập kế hoạch]\n",
        right="can_cu: [Văn bản số 2634/BTTTT-THH ngày 17/8/2015 của Bộ Thông tin và Truyền thông "
        "về hướng dẫn lập kế hoạch]\n",
        fix="ghi thêm {parts}",
        clause=_CITED + ".a",
        limits="Nghị quyết của đại hội, kỳ họp ghi theo tên nên không đòi số.",
        local=True,
        find=_missing,
    ),
    Rule(
        "KH221",
        Severity.INFO,
        "Luật chỉ ghi năm",
        "{name} chỉ ghi năm {year}",
        why="Căn cứ là luật, pháp lệnh ghi tên và ngày ban hành.",
        wrong="can_cu: [Luật Thủ đô năm 2012]\n",
        right=f"can_cu: [{_LAW}]\n",
        fix="ghi đủ ngày, tháng, năm",
        clause=_CITED + ".a",
        limits="Không xét lời văn ngoài căn cứ.",
        local=True,
        find=_year_only,
    ),
    Rule(
        "KH224",
        Severity.WARNING,
        "Căn cứ ghi hai lần",
        "{name} đã ghi ở dòng {line}",
        why="Mỗi căn cứ chỉ ghi một lần.",
        wrong=f"can_cu:\n- {_LAW}\n- {_LAW}\n",
        right=f"can_cu:\n- {_LAW}\n",
        fix="bỏ một lần",
        clause=_CITED + ".a",
        limits="Luật ghi tên và ngày khác nhau thì không nhận ra.",
        find=_twice,
    ),
    Rule(
        "KH225",
        Severity.ERROR,
        "Viện dẫn văn bản ban hành sau kế hoạch",
        "{name} ban hành ngày {date}, sau ngày của kế hoạch ({own})",
        why="Kế hoạch không thể dựa vào văn bản chưa ban hành; một trong hai ngày ghi nhầm.",
        wrong=f"van_ban: {{ngay_ban_hanh: 01/3/2011}}\ncan_cu: [{_DECREE}]\n",
        right=f"van_ban: {{ngay_ban_hanh: 01/3/2012}}\ncan_cu: [{_DECREE}]\n",
        fix="xem lại ngày ban hành của văn bản ấy và của kế hoạch",
        limits="Không biết ngày nào ghi nhầm.",
        find=_later,
    ),
    Rule(
        "KH226",
        Severity.INFO,
        "Luật khi có số khi không",
        "Trong khối căn cứ, {name} ghi khác các luật khác: có luật ghi số, có luật không",
        why="Luật ghi tên và ngày; từ năm 2025 văn bản quy phạm ghi cả số. Một khối căn cứ nên "
        "theo một cách.",
        wrong=f"can_cu:\n- Luật Việc làm số 74/2025/QH15 ngày 16 tháng 6 năm 2025\n- {_LAW}\n",
        right=f"can_cu:\n- Luật Việc làm ngày 16 tháng 6 năm 2025\n- {_LAW}\n",
        fix="ghi số cho mọi luật hoặc không luật nào",
        clause=_CITED + ".a",
        limits="Chỉ xét trong một khối căn cứ.",
        find=_laws_two_ways,
    ),
    Rule(
        "KH227",
        Severity.INFO,
        "Dấu cuối căn cứ gõ tay",
        "Căn cứ có dấu “{mark}” ở cuối",
        why="Dấu ; và dấu của căn cứ cuối cùng do chương trình thêm khi in; dấu phẩy gõ tay sẽ "
        "đứng trước dấu ấy.",
        wrong=f"can_cu:\n- {_LAW};\n",
        right=f"can_cu:\n- {_LAW}\n",
        fix="bỏ dấu ở cuối",
        clause=_CITED + ".a",
        limits="Không xét dấu ba chấm.",
        local=True,
        find=_end_mark,
    ),
)
