"""KH137-KH140, KH152, KH156: the articles, recipients and days of a decision."""

import re
from collections.abc import Iterator, Sequence

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.mentions_dates import DateMention
from kehoach_cli.checks.rule import Found, Rule, Severity, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed
from kehoach_cli.plan.outline import Muc, counted
from kehoach_cli.plan.references import scheme_of
from kehoach_cli.plan.van_ban import NguoiKy, NoiNhan
from kehoach_cli.vietnamese.text import fold

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


def _articles_in_an_article(subject: Subject) -> Iterator[Found]:
    """A plan laid out by articles of its own within an article: "Điều 1." is printed twice."""
    decision = subject.plan.quyet_dinh
    articles = (article for _, article in counted(decision.dieu if decision else None))
    holding = next((article for article in articles if article.chen), None)
    depth = _depth(subject.plan.noi_dung) if holding else 0
    if decision and holding and any(one.is_article for one in scheme_of(subject.plan)[:depth]):
        name = "nghị quyết" if decision.loai == "nghi_quyet" else "quyết định"
        yield Found(holding.span("chen"), {"name": name})


def _depth(sections: Sequence[Muc] | None) -> int:
    """How many levels of sections there are."""
    return 1 + max(_depth(section.muc_con) for section in sections) if sections else 0


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
        fits = signer.thay_mat or _signs_for_council(authority, signer)
        return "" if fits else "người ký không thay mặt (TM.) tập thể nào"
    match = re.match(_HEADS, authority)
    if match is None:
        return ""
    if signer.thay_mat:
        return f"người ký thay mặt {signer.thay_mat}"
    of = fold(signer.ky_thay or signer.thua_lenh or signer.thua_uy_quyen or signer.chuc_vu or "")
    if re.sub(r"^q(?:uyen|\.) ?", "", of).startswith(match[0].split()[0]):
        return ""
    return f"người ký là {signer.chuc_vu}"


def _signs_for_council(authority: str, signer: NguoiKy) -> bool:
    """Whether the chair of a council signs its resolution, which is usual without TM."""
    head = fold(signer.ky_thay or signer.chuc_vu or "")
    return authority.startswith(("hoi dong", "hdnd")) and head.startswith(("chu tich", "chu toa"))


_TO = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9; Phụ lục III, Mẫu 1.2"
_ORDER = "quyet_dinh:\n  dieu: [Ban hành kèm theo Kế hoạch., Giao Sở.]\n  noi_nhan: [{}]\n"
_WHO = "quyet_dinh:\n  tham_quyen: Chủ tịch Ủy ban nhân dân tỉnh Lào Cai\n  nguoi_ky: {}\n"

_IN_FORCE = Pattern(
    r"(?:quyết định|nghị quyết) này [^.\n]*?có hiệu lực (?:thi hành )?(?:kể )?từ ngày ",
    needs=("có hiệu lực",),
    lower=True,
)
_PASSED = Pattern(r"nghị quyết này [^.\n]*?thông qua ngày ", needs=("thông qua ngày",), lower=True)


def _days(subject: Subject) -> Iterator[Found]:
    """A decision that counts from a day before its issue; one passed on a day after it."""
    head = subject.plan.van_ban
    own = head.ngay_ban_hanh.as_date() if head and head.ngay_ban_hanh else None
    if own is None or subject.plan.quyet_dinh is None:
        return
    for pattern, how, sign in ((_IN_FORCE, "có hiệu lực", 1), (_PASSED, "thông qua", -1)):
        for match in pattern.search(subject.corpus):
            date = _at(subject, match.end())
            if date and date.value and (own - date.value).days * sign > 0:
                text = subject.corpus.text[date.start : date.end]
                facts = {"how": how, "date": text, "own": own.strftime("%d/%m/%Y")}
                yield Found(subject.corpus.span(date.start, date.end), facts)


def _at(subject: Subject, end: int) -> DateMention | None:
    """The date that the word "ngày" just before a place begins."""
    return next((one for one in subject.dates if one.start - 1 <= end <= one.start + 6), None)


_FROM = (
    "van_ban: {ngay_ban_hanh: 10/7/2026}\nquyet_dinh:\n"
    "  dieu: [Ban hành Kế hoạch., Quyết định này có hiệu lực kể từ ngày %s tháng 7 năm 2026.]\n"
)

_INSIDE = (
    "van_ban: {{danh_so: {}}}\nnoi_dung: [{{muc: Mục tiêu, muc_con: [Chung, Riêng]}}]\n"
    "quyet_dinh: {{noi_nhan: [Như Điều 1], "
    "dieu: [{{doan_van: Kế hoạch như sau., chen: kế hoạch}}]}}\n"
)

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
        limits="Không biết quy chế làm việc của cơ quan; kiểm tra lại. Nghị quyết của Hội đồng "
        "nhân dân do Chủ tịch, chủ tọa ký thì không xét.",
        find=_authority_of_another,
    ),
    Rule(
        "KH152",
        Severity.WARNING,
        "Ngày hiệu lực, ngày thông qua không khớp ngày ban hành",
        "Quyết định ban hành ngày {own}, ở đây ghi {how} ngày {date}",
        why="Văn bản có hiệu lực không sớm hơn ngày ký; nghị quyết thông qua rồi mới ban hành.",
        wrong=_FROM % "01",
        right=_FROM % "20",
        fix="sửa một trong hai ngày",
        limits="Không biết văn bản có được phép có hiệu lực trở về trước hay không.",
        find=_days,
    ),
    Rule(
        "KH156",
        Severity.WARNING,
        "Kế hoạch có Điều nằm trong một Điều",
        "Kế hoạch đánh số theo Điều mà chèn vào một điều của {name}: in ra có hai “Điều 1”",
        why="Một Điều chỉ chia thành khoản, điểm; dẫn “Điều 1” thì không biết điều nào.",
        wrong=_INSIDE.format("Chương I/Điều 1"),
        right=_INSIDE.format("Chương I/1"),
        fix="bỏ chen để kế hoạch đứng sau {name}, ban hành kèm theo (Mẫu 1.3), điều ghi “Ban hành "
        "kèm theo … Kế hoạch …”; hoặc ghi danh_so của kế hoạch không có Điều, như 1/a)",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6.d",
        limits="Không biết bản gốc in thế nào; chỉ xét khi điều chứa kế hoạch và kế hoạch có điều.",
        find=_articles_in_an_article,
    ),
)
