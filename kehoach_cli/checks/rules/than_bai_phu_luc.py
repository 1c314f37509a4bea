"""KH121-KH125: appendices and sections, and how the text refers to them."""

import re
from collections.abc import Iterable, Iterator

from kehoach_cli.checks.corpus import HOLE, Item, Pattern
from kehoach_cli.checks.mentions_parts import (
    PartMention,
    appendices_in,
    appendices_named,
    articles_in,
    sections_in,
    sentence,
)
from kehoach_cli.checks.outlines import is_document
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, PhuLuc, counted
from kehoach_cli.plan.records import walk
from kehoach_cli.plan.references import child_level, scheme_of
from kehoach_cli.plan.scheme import roman
from kehoach_cli.vietnamese.text import fold, fold_long

_EVERY = r"(?:các|những|0?[2-9]|hai|ba|bốn|năm) phụ lục|phụ lục (?:đính )?kèm"
_UNNUMBERED = Pattern(
    r"(?:xem|tại|theo|đính kèm|chi tiết)(?: tại| ở)? (?P<name>phụ lục)"
    rf"(?! (?:số|này|[ivxl]{{1,6}}\b|[0-9{HOLE}])|[{HOLE}])",
    needs=("phụ lục",),
    lower=True,
)


def _appendices(plan: Plan) -> list[PhuLuc]:
    return plan.phu_luc or []


def _outside(plan: Plan, items: Iterable[Item]) -> list[str]:
    """Those texts, each once, that do not stand in an appendix."""
    inside = {id(record) for appendix in _appendices(plan) for record in walk(appendix)}
    return list(dict.fromkeys(item.scalar.value for item in items if id(item.record) not in inside))


def _named_nowhere(subject: Subject) -> list[tuple[int, PhuLuc]]:
    """The appendices that no number and no `{{ phu_luc.ma }}` names."""
    computed = "\n".join(_outside(subject.plan, subject.corpus.computed))
    names = appendices_named(subject.corpus)
    return [
        (number, appendix)
        for number, appendix in enumerate(_appendices(subject.plan), 1)
        if number not in names
        and not (appendix.ma and re.search(rf"phu_luc\.{re.escape(appendix.ma)}\b", computed))
    ]


def _unmentioned(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    nowhere = _named_nowhere(subject) if is_document(plan) and _appendices(plan) else []
    if not nowhere:
        return
    head = plan.van_ban
    attached = " ".join((head.kem_theo if head else None) or ()).lower()
    texts = _outside(plan, subject.corpus.items)
    low = "\n".join(texts).lower()
    if "phu_luc" in attached.split() or ("phụ lục" in low and re.search(_EVERY, low)):
        return
    alone = len(_appendices(plan)) == 1
    if alone and "phụ lục" in f"{low} {attached}":
        return
    least = min(len(fold(appendix.ten or "")) for _, appendix in nowhere)
    plain = ""
    for number, appendix in nowhere:
        if appendix.ten and appendix.ten.lower() in low:
            continue
        plain = plain or fold_long(
            " ".join(text for text in (*texts, attached) if len(text) >= least)
        )
        if not (appendix.ten and fold(appendix.ten) in plain):
            label = "Phụ lục" if alone else f"Phụ lục {roman(number)}"
            name = first_words(appendix.ten or "")
            facts = {"label": label, "name": name, "code": appendix.ma or "ma_phu_luc"}
            yield Found(appendix.span("ten"), facts)


def _own_mentions(subject: Subject) -> Iterator[PartMention]:
    """The typed numbers of the plan's own appendices, but those typed in a title of one."""
    corpus = subject.corpus
    for mention in appendices_in(corpus):
        if not isinstance(corpus.item(mention.start).record, PhuLuc):
            yield mention


def _no_such_appendix(subject: Subject) -> Iterator[Found]:
    count = len(_appendices(subject.plan))
    for mention in _own_mentions(subject) if count else ():
        if mention.number > count:
            facts = {"number": mention.text, "count": str(count)}
            yield Found(subject.corpus.span(mention.start, mention.end), facts)


def _most(subject: Subject) -> dict[str, int]:
    """By the word before a Roman number: how many sections there are at most side by side."""
    scheme = scheme_of(subject.plan)
    found: dict[str, int] = {}

    def count(sections: list[Muc], level: int) -> None:
        if level >= len(scheme):
            return
        numbers = [number for number, _ in counted(sections)]
        if scheme[level].kind == "roman":
            word = scheme[level].prefix.strip("( ").lower() or "mục"
            found[word] = max(found.get(word, 0), *numbers, 0)
        elif scheme[level].is_article:
            found["điều"] = found.get("điều", 0) + len(numbers)
        for section in sections:
            count(section.muc_con or [], child_level(section, level + 1, scheme))

    count(subject.plan.noi_dung or [], 0)
    return found


def _no_such_section(subject: Subject) -> Iterator[Found]:
    if not is_document(subject.plan):
        return
    most = _most(subject)
    for mention in sections_in(subject.corpus):
        count = most.get(mention.word, 0)
        if 0 < count < mention.number:
            facts = {"part": f"{mention.word} {mention.text}", "last": roman(count)}
            yield Found(subject.corpus.span(mention.start, mention.end), facts)
    decision = subject.plan.quyet_dinh
    last = max(most.get("điều", 0), len((decision and decision.dieu) or ()))
    for mention in articles_in(subject.corpus) if most.get("điều") else ():
        if mention.number > last:
            facts = {"part": f"Điều {mention.text}", "last": str(last)}
            yield Found(subject.corpus.span(mention.start, mention.end), facts)


def _numbered_otherwise(subject: Subject) -> Iterator[Found]:
    count = len(_appendices(subject.plan))
    for mention in _own_mentions(subject):
        if mention.number > count:
            continue
        if count == 1:
            span = subject.corpus.span(mention.start - 1, mention.end)
            yield Found(span, {"text": f"Phụ lục {mention.text}", "right": "Phụ lục"}, "")
        elif mention.text.isdigit():
            right = roman(mention.number)
            facts = {"text": f"Phụ lục {mention.text}", "right": f"Phụ lục {right}"}
            yield Found(subject.corpus.span(mention.start, mention.end), facts, right)


def _without_number(subject: Subject) -> Iterator[Found]:
    if len(_appendices(subject.plan)) < 2:
        return
    for match in _UNNUMBERED.search(subject.corpus):
        around = sentence(subject.corpus.text, *match.span()).lower()
        titles = [fold(appendix.ten or "") for appendix in _appendices(subject.plan)]
        if not re.search(_EVERY, around) and not any(title in fold(around) for title in titles):
            yield Found(subject.corpus.span(*match.span("name")))


_RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần III, Mục 1"
_PLAN = "van_ban: {{co_quan_ban_hanh: Bộ Nội vụ}}\nnoi_dung:\n- muc: Kinh phí\n  doan_van: {}\n"
_TWO = "phu_luc:\n- {ma: a, ten: Danh mục dự án, doan_van: Không có.}\n"
_TWO += "- {ma: b, ten: Lộ trình, doan_van: Không có.}\n"
_ONE = "phu_luc: [{ma: a, ten: Danh mục dự án, doan_van: Không có.}]\n"
_SEE = '"Xem {{{{ phu_luc.a }}}}, {}."'
_BOTH = '"Xem {{ phu_luc.a }}, {{ phu_luc.b }}."'

RULES: tuple[Rule, ...] = (
    Rule(
        "KH121",
        Severity.WARNING,
        "Phụ lục không được dẫn đến",
        "{label} “{name}” không được nhắc đến trong văn bản",
        why="Văn bản có phụ lục thì trong văn bản phải có chỉ dẫn về phụ lục ấy.",
        wrong=_PLAN.format("Chi theo dự toán.") + _ONE,
        right=_PLAN.format('"Chi theo {{ phu_luc.a }}."') + _ONE,
        fix="dẫn ở chỗ cần xem phụ lục: {{{{ phu_luc.{code} }}}}; hoặc ghi kem_theo: phu_luc",
        clause=_RULE + ".a",
        limits="Chỉ dẫn bằng tên gọi khác hẳn tên phụ lục thì quy tắc không nhận ra.",
        find=_unmentioned,
    ),
    Rule(
        "KH122",
        Severity.ERROR,
        "Dẫn đến phụ lục không có",
        "Không có Phụ lục {number}; kế hoạch có {count} phụ lục",
        why="Người đọc không tìm được phụ lục ấy.",
        wrong=_PLAN.format(_SEE.format("{{ phu_luc.b }}, Phụ lục III")) + _TWO,
        right=_PLAN.format(_BOTH) + _TWO,
        fix="sửa số, hoặc viết {{{{ phu_luc.mã }}}} để máy tự điền số",
        clause=_RULE + ".a",
        limits="Câu có viện dẫn văn bản khác thì bỏ qua, vì phụ lục có thể là của văn bản ấy.",
        find=_no_such_appendix,
    ),
    Rule(
        "KH123",
        Severity.ERROR,
        "Dẫn đến mục không có",
        "Không có {part}; mục cuối cùng cùng bậc là {last}",
        why="Số mục gõ tay không đổi theo khi thêm, bớt mục.",
        wrong=_PLAN.format("Chi theo nhiệm vụ tại Mục VI."),
        right=_PLAN.format("Chi theo nhiệm vụ tại Mục I."),
        fix="sửa số, hoặc đặt ma cho mục và viết {{{{ muc.mã }}}}",
        limits="Chỉ xét số La Mã, và Điều của kế hoạch chia theo điều; câu có viện dẫn văn bản "
        "khác thì bỏ qua.",
        find=_no_such_section,
    ),
    Rule(
        "KH124",
        Severity.WARNING,
        "Số phụ lục khác số in ra",
        "Bài ghi “{text}”, phụ lục in ra là “{right}”",
        why="Từ hai phụ lục trở lên đánh số La Mã; một phụ lục thì không đánh số.",
        wrong=_PLAN.format(_SEE.format("phụ lục 2")) + _TWO,
        right=_PLAN.format(_BOTH) + _TWO,
        fix="ghi {right}, hoặc viết {{{{ phu_luc.mã }}}} để máy tự điền số",
        clause=_RULE + ".b",
        limits="Câu có viện dẫn văn bản khác thì bỏ qua, vì phụ lục có thể là của văn bản ấy.",
        find=_numbered_otherwise,
    ),
    Rule(
        "KH125",
        Severity.INFO,
        "Dẫn phụ lục không nêu số",
        "Kế hoạch có nhiều phụ lục, ở đây không nói phụ lục nào",
        why="Có từ hai phụ lục thì chỉ dẫn phải nêu số của phụ lục.",
        wrong=_PLAN.format('"Xem {{ phu_luc.a }}, {{ phu_luc.b }}; tiến độ xem phụ lục."') + _TWO,
        right=_PLAN.format(_BOTH) + _TWO,
        fix="viết {{{{ phu_luc.mã }}}} để máy tự điền số",
        clause=_RULE + ".a",
        limits="Không biết chỉ dẫn chung cho mọi phụ lục, trừ khi viết “các phụ lục”.",
        find=_without_number,
    ),
)
