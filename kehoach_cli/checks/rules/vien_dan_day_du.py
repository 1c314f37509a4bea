"""KH228-KH230: whether citations have all their parts and no more."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.mention import Mention
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.bang import Hang
from kehoach_cli.plan.outline import PhuLuc
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.vietnamese.text import fold

_CITED = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6"


def _in_table(mention: Mention) -> bool:
    return isinstance(mention.item.record, DuAn | Hang)


def _first(subject: Subject) -> Iterator[Found]:
    seen = {str(m.sign) for m in subject.mentions if m.basis is not None}
    dated_elsewhere = {str(m.sign) for m in subject.mentions if m.date is not None}
    for before, mention, behind in _neighbours(subject):
        if mention.sign is None or not mention.loai or _in_table(mention):
            continue
        key = str(mention.sign)
        dated = mention.date is not None or _one_list(mention, behind)
        if key not in seen and not dated and mention.basis is None:
            copied = key not in dated_elsewhere or isinstance(mention.item.record, CanCu)
            if copied and _in_title(mention, before):
                continue
            yield Found(mention.span, {"name": mention.printed})
        seen.add(key)


def _neighbours(subject: Subject) -> Iterator[tuple[Mention | None, Mention, Mention | None]]:
    """Each citation between the one before it and the one behind it."""
    found = subject.mentions
    return zip([None, *found], found, [*found[1:], None], strict=False)


def _in_title(mention: Mention, before: Mention | None) -> bool:
    """Whether a document is named in the subject of another one, which is copied as it is."""
    if isinstance(mention.item.record, CanCu) and mention.item.key == "trich_yeu":
        return True
    if before is None or before.item is not mention.item or mention.number is None:
        return False
    words, named, _ = before.tail.partition(mention.number.text)
    return bool(named) and bool(_SUBJECT.match(words)) and not _GOES_ON.search(words)


_SUBJECT = pattern(r"(?:về|v/v|phê duyệt|ban hành|thực hiện|triển khai|sửa đổi|hướng dẫn)\b", re.I)
# Where a subject is over: the next document is one that the sentence itself names.
_GOES_ON = pattern(
    r"[.;:]|(?:,|\b(?:và|theo|tại|cùng))\s+(?=(?:[A-ZĐ]|văn)\w*(?:\s\w+){0,3}\s+số\s*$)"
)


def _one_list(mention: Mention, behind: Mention | None) -> bool:
    """Whether numbers stand in a row and share the date of the last: "12/QĐ-UBND và 13/QĐ-UBND"."""
    if behind is None or behind.loai is not None:
        return False
    return behind.start - mention.end <= len(" và số ")


def _again(subject: Subject) -> Iterator[Found]:
    """Told of once: the first citation that repeats the whole of an earlier one."""
    full: dict[str, Mention] = {}
    for before, mention, _ in _neighbours(subject):
        if mention.sign is None or mention.ngay is None or len(mention.tail) < _TITLE:
            continue
        key = f"{mention.sign} {mention.ngay} {fold(mention.tail[:_TITLE])}"
        first = full.setdefault(key, mention)
        body = not isinstance(mention.item.record, CanCu) and not _in_table(mention)
        if first is not mention and mention.issuer and body and not _in_title(mention, before):
            facts = {"name": mention.printed, "line": str(first.span.first.line)}
            yield Found(mention.span, facts)
            return


_TITLE = 15  # letters of a subject that show it was written out again

_ATTACHED = Pattern(
    r"(?<=[\n\ue000])[ (*]*(?:[Bb]an hành )?[Kk]èm theo (?:Kế hoạch|Quyết định) số[^\n]*",
    needs=("èm theo",),
)


def _attached(subject: Subject) -> Iterator[Found]:
    for match in _ATTACHED.search(subject.corpus):
        item = subject.corpus.item(match.start())
        if match.start() >= item.start and _is_appendix(subject, item.start):
            yield Found(subject.corpus.span(*match.span()))


def _is_appendix(subject: Subject, start: int) -> bool:
    """Whether a text stands in an appendix: these come last in the corpus."""
    first = next((i for i in subject.corpus.items if isinstance(i.record, PhuLuc)), None)
    return first is not None and start >= first.start


_DECREE = "Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ quy định về trang tin"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH228",
        Severity.INFO,
        "Viện dẫn lần đầu chưa có ngày",
        "{name} được nhắc lần đầu mà chưa có ngày ban hành",
        why="Lần đầu ghi đủ tên loại, số, ký hiệu, ngày, cơ quan, trích yếu; từ lần thứ hai chỉ "
        "ghi tên loại và số, ký hiệu.",
        wrong="loi_dan: Theo Nghị định số 43/2011/NĐ-CP của Chính phủ.\n",
        right="loi_dan: Theo Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ.\n",
        fix="ghi thêm ngày ban hành, cơ quan và trích yếu",
        clause=_CITED + ".b",
        limits="Chỉ đòi ngày, vì cơ quan và nội dung có khi đã nói trong câu; không xét bảng, và "
        "văn bản nằm trong trích yếu của căn cứ; trong trích yếu của văn bản khác thì chỉ khi chỗ "
        "khác ghi ngày của nó.",
        find=_first,
    ),
    Rule(
        "KH229",
        Severity.INFO,
        "Viện dẫn lần sau ghi lại đầy đủ",
        "{name} đã ghi đầy đủ ở dòng {line}",
        why="Từ lần thứ hai chỉ ghi tên loại và số, ký hiệu.",
        wrong="noi_dung:\n- muc: Chung\n  doan_van: |\n"
        f"    Làm theo {_DECREE}.\n    Giữ đúng {_DECREE}.\n",
        right="noi_dung:\n- muc: Chung\n  doan_van: |\n"
        f"    Làm theo {_DECREE}.\n    Giữ đúng Nghị định số 43/2011/NĐ-CP.\n",
        fix="chỉ ghi tên loại và số, ký hiệu",
        clause=_CITED + ".b",
        limits="Báo một lần cho cả kế hoạch; không xét văn bản nằm trong trích yếu của văn bản "
        "khác.",
        find=_again,
    ),
    Rule(
        "KH230",
        Severity.WARNING,
        "Dòng “Kèm theo” gõ tay",
        "Dòng “(Kèm theo …)” của phụ lục được gõ tay",
        why="Chương trình in dòng ấy từ số, ngày của kế hoạch; gõ tay thì in hai lần và dễ sai "
        "ngày.",
        wrong="phu_luc:\n- ten: Danh mục\n"
        "  doan_van: (Kèm theo Kế hoạch số ... ngày ... tháng ... của UBND tỉnh)\n",
        right="phu_luc:\n- ten: Danh mục\n  doan_van: Các dự án của tỉnh.\n",
        fix="bỏ dòng này",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III.1",
        limits="Chỉ xét dòng mở đầu bằng “Kèm theo” hoặc “Ban hành kèm theo” trong phụ lục.",
        local=True,
        find=_attached,
    ),
)
