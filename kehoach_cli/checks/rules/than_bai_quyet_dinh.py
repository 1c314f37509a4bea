"""KH137-KH143: the articles of a decision, and the years that a plan speaks of."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.mentions_parts import sentence_at
from kehoach_cli.checks.mentions_years import YearsMention, years_in
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import part, typed
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.outline import PhuLuc, counted
from kehoach_cli.plan.van_ban import NguoiKy, NoiNhan
from kehoach_cli.vietnamese.periods import Period
from kehoach_cli.vietnamese.text import fold

_AHEAD = pattern(
    r"(?:[Đđ]ịnh hướng|[Tt]ầm nhìn|đến)(?: đến)? (?:hết )?(?:năm )?(?P<year>20[0-9]{2})\b"
)
_HEADS = r"(?:tong )?(?:chu tich|giam doc|bo truong|truong|cuc truong|chanh van phong|thu tuong)"
_COLLECTIVE = r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)"


def _recipients(subject: Subject) -> list[NoiNhan]:
    """The recipients of the decision: its own, else those of the plan."""
    decision, head = subject.plan.quyet_dinh, subject.plan.van_ban
    if decision is None:
        return []
    return decision.noi_nhan or (head.noi_nhan if head else None) or []


def _articles_first(subject: Subject) -> Iterator[Found]:
    first = next(iter(_recipients(subject)), None)
    if first is not None and not fold(first.ten or "").startswith("nhu dieu"):
        decision = subject.plan.quyet_dinh
        last = max((n for n, _ in counted(decision.dieu if decision else None)), default=0)
        yield Found(first.span("ten"), {"last": str(last or 3)})


def _no_such_article(subject: Subject) -> Iterator[Found]:
    decision = subject.plan.quyet_dinh
    last = max((n for n, _ in counted(decision.dieu if decision else None)), default=0)
    for recipient in _recipients(subject) if last else ():
        text = typed(recipient, "ten")
        if text is None or not fold(text[1]).startswith("nhu dieu"):
            continue
        for match in re.finditer(r"[0-9]+", text[1].split("(")[0]):
            if not 0 < int(match[0]) <= last:
                yield part(text[0], *match.span(), None, number=match[0], last=str(last))


def _plan_is_not_named(subject: Subject) -> Iterator[Found]:
    decision = subject.plan.quyet_dinh
    first = next(iter((decision.dieu if decision else None) or ()), None)
    if first is None or first.chen or not first.doan_van:
        return
    if not re.search(r"ke hoach|kem theo|de an|chuong trinh|\{\{", fold(first.doan_van)):
        yield Found(first.span("doan_van"))


def _authority_of_another(subject: Subject) -> Iterator[Found]:
    decision, head = subject.plan.quyet_dinh, subject.plan.van_ban
    text = typed(decision, "tham_quyen")
    signer = (decision.nguoi_ky if decision else None) or (head.nguoi_ky if head else None)
    if text is None or signer is None or not signer.chuc_vu:
        return
    how = _mismatch(fold(text[1]), signer)
    if how:
        yield part(text[0], 0, len(text[1].rstrip()), None, text=text[1], how=how)


def _mismatch(authority: str, signer: NguoiKy) -> str:
    """How the signature does not fit the one who decides; "" where it may."""
    if re.match(_COLLECTIVE, authority):
        return "" if signer.thay_mat else "người ký không thay mặt (TM.) tập thể nào"
    match = re.match(_HEADS, authority)
    if match is None:
        return ""
    if signer.thay_mat:
        return f"người ký thay mặt {signer.thay_mat}"
    of = fold(signer.ky_thay or signer.thua_lenh or signer.thua_uy_quyen or signer.chuc_vu or "")
    if re.sub(r"^q(?:uyen|\.) ?", "", of).startswith(match[0].split()[0]):
        return ""
    return f"người ký là {signer.chuc_vu}"


def _period(subject: Subject) -> Period | None:
    head = subject.plan.van_ban
    return head.thoi_ky if head else None


def _title_of_other_years(subject: Subject) -> Iterator[Found]:
    period = _period(subject)
    for record in (subject.plan.van_ban, subject.plan.quyet_dinh):
        title = typed(record, "trich_yeu")
        if period is None or title is None:
            continue
        found = list(years_in(title[1]))
        same = any(
            one.first == period.start and period.end in (one.last, _looked_to(title[1], one))
            for one in found
        )
        for one in () if same else found:
            yield part(title[0], one.start, one.end, None, **_facts(title[1], one, period))


def _looked_to(text: str, one: YearsMention) -> int:
    """The year to which a title looks on behind its own: "năm 2014, định hướng đến năm 2015"."""
    ahead = _AHEAD.search(text, one.end)
    return int(ahead["year"]) if ahead else one.last


def _facts(text: str, one: YearsMention, period: Period) -> dict[str, str]:
    own = str(period.start) if period.start == period.end else f"{period.start} - {period.end}"
    return {"text": text[one.start : one.end], "period": own}


def _runs_on(one: YearsMention, period: Period) -> bool:
    """Whether years begin in the period and end after it."""
    return period.start <= one.first <= period.end < one.last and period.start < period.end


def _appendix_of_other_years(subject: Subject) -> Iterator[Found]:
    period = _period(subject)
    if period is None:
        return
    for record in subject.outline:
        title = typed(record, "ten") if isinstance(record, PhuLuc | Bang) else None
        for one in years_in(title[1]) if title else ():
            if title and _runs_on(one, period):
                yield part(title[0], one.start, one.end, None, **_facts(title[1], one, period))
    yield from _references_of_other_years(subject, period)


def _references_of_other_years(subject: Subject, period: Period) -> Iterator[Found]:
    """Sentences that send the reader to an appendix with other years than the plan's."""
    corpus = subject.corpus
    for match in re.finditer(r"phụ lục(?<!\wphụ lục)(?!\w)|phu_luc\.", corpus.lower):
        start, end = sentence_at(corpus.text, *match.span())
        around = corpus.text[start:end]
        if corpus.item(match.start()).key == "ten":
            continue
        for one in years_in(around):
            if _runs_on(one, period):
                span = corpus.span(start + one.start, start + one.end)
                yield Found(span, _facts(around, one, period))


def _dated_outside(subject: Subject) -> Iterator[Found]:
    head, period = subject.plan.van_ban, _period(subject)
    date = head.ngay_ban_hanh if head else None
    if head is None or date is None or period is None:
        return
    facts = {"year": str(date.year), "period": period.text}
    if date.year > period.end:
        yield Found(head.span("ngay_ban_hanh"), {**facts, "how": "khi thời kỳ đã qua"})
    elif date.year < period.start - 1:
        yield Found(head.span("ngay_ban_hanh"), {**facts, "how": "sớm hơn thời kỳ nhiều năm"})


_TO = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9; Phụ lục III, Mẫu 1.2"
_ORDER = "quyet_dinh:\n  dieu: [Ban hành kèm theo Kế hoạch., Giao Sở.]\n  noi_nhan: [{}]\n"
_WHO = "quyet_dinh:\n  tham_quyen: Chủ tịch Ủy ban nhân dân tỉnh Lào Cai\n  nguoi_ky: {}\n"
_TITLE = "van_ban: {{thoi_ky: 2016-2017, trich_yeu: Chuyển đổi số giai đoạn {}}}\n"
_ANNEX = "van_ban: {{thoi_ky: 2016-2017}}\nphu_luc: [{{ten: Danh mục giai đoạn {}, doan_van: A}}]\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH137",
        Severity.INFO,
        "Nơi nhận của quyết định thiếu Như Điều",
        "Dòng đầu nơi nhận của quyết định không phải Như Điều {last}",
        why="Nơi nhận của quyết định bắt đầu bằng nơi có trách nhiệm thi hành: Như Điều và số.",
        wrong=_ORDER.format("Các sở"),
        right=_ORDER.format("Như Điều 2, Các sở"),
        fix="thêm Như Điều {last} vào đầu danh sách",
        clause=_TO,
        limits="Không biết điều nào giao trách nhiệm thi hành.",
        find=_articles_first,
    ),
    Rule(
        "KH138",
        Severity.ERROR,
        "Nơi nhận dẫn đến điều không có",
        "Không có Điều {number}; quyết định có {last} điều",
        why="Nơi nhận ghi Như Điều … thì điều ấy phải có trong quyết định.",
        wrong=_ORDER.format("Như Điều 3"),
        right=_ORDER.format("Như Điều 2"),
        fix="sửa số của điều",
        clause=_TO,
        limits="Không biết điều ấy có đúng là điều giao trách nhiệm thi hành hay không.",
        find=_no_such_article,
    ),
    Rule(
        "KH139",
        Severity.WARNING,
        "Điều 1 không nêu kế hoạch được ban hành",
        "Điều đầu tiên không nói đến kế hoạch ban hành kèm theo",
        why="Điều 1 của quyết định ban hành phải nêu tên văn bản được ban hành kèm theo.",
        wrong="quyet_dinh: {dieu: [Giao Sở Nội vụ chủ trì.]}\n",
        right="quyet_dinh: {dieu: [Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.]}\n",
        fix="ghi: Ban hành kèm theo Quyết định này Kế hoạch …",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3",
        limits="Quyết định có thể để việc ban hành ở điều khác.",
        find=_plan_is_not_named,
    ),
    Rule(
        "KH140",
        Severity.WARNING,
        "Thẩm quyền ban hành không khớp người ký",
        "Quyết định của {text}, mà {how}",
        why="Quyết định của tập thể ký TM.; quyết định của người đứng đầu thì người ấy hoặc cấp "
        "phó ký KT.",
        wrong=_WHO.format("{chuc_vu: Chủ tịch, thay_mat: Ủy ban nhân dân}"),
        right=_WHO.format("{chuc_vu: Chủ tịch}"),
        fix="sửa tham_quyen, hoặc sửa thay_mat, ky_thay của người ký",
        clause="Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Mục II.7",
        limits="Không biết quy chế làm việc của cơ quan; kiểm tra lại.",
        find=_authority_of_another,
    ),
    Rule(
        "KH141",
        Severity.WARNING,
        "Năm trong trích yếu khác thời kỳ",
        "Trích yếu ghi {text}, thoi_ky ghi {period}",
        why="Tên và thời kỳ của một kế hoạch phải nói cùng những năm.",
        wrong=_TITLE.format("2016-2018"),
        right=_TITLE.format("2016-2017"),
        fix="sửa trích yếu hoặc thoi_ky",
        limits="Năm đứng sau tên nghị quyết, đề án, chương trình được coi là của văn bản ấy.",
        find=_title_of_other_years,
    ),
    Rule(
        "KH142",
        Severity.WARNING,
        "Năm của phụ lục vượt quá thời kỳ",
        "Ở đây ghi {text}, thoi_ky của kế hoạch là {period}",
        why="Tên phụ lục và câu dẫn đến phụ lục phải nói cùng những năm với kế hoạch.",
        wrong=_ANNEX.format("2016 - 2018"),
        right=_ANNEX.format("2016 - 2017"),
        fix="sửa năm ở đây, hoặc sửa thoi_ky",
        limits="Chỉ xét khoảng năm bắt đầu trong thời kỳ và kết thúc sau thời kỳ.",
        find=_appendix_of_other_years,
    ),
    Rule(
        "KH143",
        Severity.WARNING,
        "Ngày ban hành xa thời kỳ",
        "Ban hành năm {year}, {how} {period}",
        why="Kế hoạch ban hành trước hoặc trong thời kỳ của nó.",
        wrong="van_ban: {ngay_ban_hanh: 05/3/2019, thoi_ky: 2016-2017}\n",
        right="van_ban: {ngay_ban_hanh: 05/3/2016, thoi_ky: 2016-2017}\n",
        fix="sửa ngày ban hành hoặc thoi_ky",
        limits="Không biết kế hoạch có phải là bản ban hành lại hay không.",
        find=_dated_outside,
    ),
)
