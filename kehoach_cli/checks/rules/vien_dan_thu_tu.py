"""KH222-KH223: in which order the legal bases stand."""

from collections.abc import Iterator

from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.rules.vien_dan_can_cu import base_name
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.citation import Citation
from kehoach_cli.vietnamese.document_types import NAMED_LAWS
from kehoach_cli.vietnamese.so_ky_hieu import parse_so_ky_hieu
from kehoach_cli.vietnamese.unreadable import Unreadable


def _rank(citation: Citation) -> int | None:
    """Legal rank, 1 the highest; None where practice puts a document in more than one place."""
    if citation.loai in NAMED_LAWS:
        return 2 if citation.loai == "Pháp lệnh" else 1
    try:
        sign = parse_so_ky_hieu(citation.so_ky_hieu or "")
    except Unreadable:
        return None
    if sign.kind == "qh":
        return 2
    if sign.org in ("UBND", "HĐND") and sign.type_code in ("NQ", "QĐ"):
        return 6
    ranks = {("NĐ", "CP"): 3, ("QĐ", "TTg"): 4}
    thong_tu = 5 if sign.type_code in ("TT", "TTLT") and sign.kind == "qppl" else None
    return ranks.get((sign.type_code or "", sign.org), thong_tu)


def _order(subject: Subject) -> Iterator[Found]:
    for bases in subject.bases:
        lowest: tuple[int, Citation] | None = None
        for record, citation in bases:
            rank = _rank(citation)
            if rank is None:
                continue
            if lowest and rank < lowest[0]:
                facts = {"name": base_name(citation), "other": base_name(lowest[1])}
                yield Found(record.span(), facts)
                break
            lowest = (rank, citation)


def _date_order(subject: Subject) -> Iterator[Found]:
    for bases in subject.bases:
        last: dict[int, Citation] = {}
        for record, citation in bases:
            rank = _rank(citation)
            if rank is None or rank <= 2 or citation.ngay is None:
                continue
            before = last.setdefault(rank, citation)
            if before.ngay and before.ngay.first() > citation.ngay.last():
                facts = {"name": base_name(citation), "other": base_name(before)}
                yield Found(record.span(), facts)
                break
            last[rank] = citation


_DECREE = "Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ quy định về trang tin"
_DECREE_2 = "Nghị định số 12/2012/NĐ-CP ngày 01 tháng 3 năm 2012 của Chính phủ quy định về hội họp"
_LAW = "Luật Thủ đô ngày 21 tháng 11 năm 2012"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH222",
        Severity.WARNING,
        "Thứ tự căn cứ",
        "{name} đứng sau {other}, văn bản có hiệu lực pháp lý thấp hơn",
        why="Căn cứ xếp theo hiệu lực pháp lý: luật, nghị quyết của Quốc hội, nghị định, quyết "
        "định của Thủ tướng, thông tư, văn bản của tỉnh.",
        wrong=f"can_cu:\n- {_DECREE}\n- {_LAW}\n",
        right=f"can_cu:\n- {_LAW}\n- {_DECREE}\n",
        fix="đưa văn bản có hiệu lực cao hơn lên trước",
        clause="thông lệ soạn thảo, kiểm tra lại",
        limits="Văn bản Đảng, nghị quyết của Chính phủ, chỉ thị và công văn không xét thứ tự.",
        find=_order,
    ),
    Rule(
        "KH223",
        Severity.INFO,
        "Căn cứ cùng cấp không theo thời gian",
        "{name} ban hành trước mà đứng sau {other}",
        why="Căn cứ cùng hiệu lực pháp lý xếp theo ngày ban hành.",
        wrong=f"can_cu:\n- {_DECREE_2}\n- {_DECREE}\n",
        right=f"can_cu:\n- {_DECREE}\n- {_DECREE_2}\n",
        fix="xếp văn bản ban hành trước lên trước",
        clause="thông lệ soạn thảo, kiểm tra lại",
        limits="Báo một chỗ cho mỗi khối căn cứ; không xét luật, xếp theo mức quan trọng cũng quen "
        "dùng.",
        find=_date_order,
    ),
)
