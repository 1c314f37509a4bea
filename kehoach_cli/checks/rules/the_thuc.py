"""KH101, KH104-KH109: the head of the document: title, place, date, issuer."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.rule import Found, Rule, Severity, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed as typed_text
from kehoach_cli.plan.dia_danh import UNIT, place_of
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.text import fold

_KIND = r"(?i)(?:tỉnh|xã|phường|huyện|thị xã|TP\.?|thành phố)\s+"
_MINISTRY = r"bo (?!tu lenh|chi huy|tham muu)"


def _title_ends_with_a_mark(subject: Subject) -> Iterator[Found]:
    for record in (subject.plan.van_ban, subject.plan.quyet_dinh):
        typed = typed_text(record, "trich_yeu")
        match = re.search(r"\s*[.;,:]+\s*$", typed[1]) if typed else None
        if typed and match and match[0].strip():
            yield part(typed[0], *match.span(), "", mark=match[0].strip())


def _title_says_its_type(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    for record, word in ((plan.van_ban, "kế hoạch"), (plan.quyet_dinh, "quyết định")):
        typed = typed_text(record, "trich_yeu")
        start = typed[1].lower() if typed else ""
        if typed and start.startswith(f"{word} ") and not start.startswith("kế hoạch hóa"):
            yield part(typed[0], 0, len(word), word=typed[1][: len(word)])


def _place_has_its_kind(subject: Subject) -> Iterator[Found]:
    typed = typed_text(subject.plan.van_ban, "dia_danh")
    match = re.match(_KIND, typed[1]) if typed else None
    if match and fold(match[0]).startswith("thanh pho") and not _is_of_province(subject):
        return  # "Thành phố Huế": the city's own bodies write so
    if typed and match and not re.match(r"[0-9]", typed[1][match.end() :]):
        name = typed[1][match.end() :]
        yield part(typed[0], *match.span(), "", text=typed[1], name=name)


def _is_of_province(subject: Subject) -> bool:
    head = subject.plan.van_ban
    return " tỉnh " in ((head and head.co_quan_ban_hanh) or "").lower()


def _place_of_another_issuer(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    typed = typed_text(head, "dia_danh")
    if head is None or typed is None or typed[1].startswith("["):
        return  # nothing typed, or still to be filled in
    issuer = " ".join((head.co_quan_ban_hanh or "").split())
    if re.match(_MINISTRY, fold(issuer)) and fold(typed[1]) != "ha noi":
        yield part(typed[0], 0, len(typed[1]), place=typed[1], right="Hà Nội")
    unit = UNIT.search(issuer)
    is_council = fold(issuer).startswith(("uy ban", "ubnd", "hoi dong", "hdnd"))
    if unit and is_council and fold(unit[2]) not in fold(typed[1]):
        found = place_of(VanBan(co_quan_ban_hanh=issuer))
        yield part(typed[0], 0, len(typed[1]), place=typed[1], right=found)


def _date_without_a_day(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    date = head.ngay_ban_hanh if head else None
    if head and date and date.as_date() is None and "ngay_ban_hanh" in head.at:
        yield Found(head.span("ngay_ban_hanh"))


def _issuer_is_short(subject: Subject) -> Iterator[Found]:
    typed = typed_text(subject.plan.van_ban, "co_quan_ban_hanh")
    match = re.search(r"\b(?:UBND|HĐND|TTTT|KHCN|TP|STTTT|SKHCN)\b", typed[1]) if typed else None
    if typed and match:
        full = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}.get(match[0])
        yield part(typed[0], *match.span(), full, text=match[0])


def _superior_is_missing(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    typed = typed_text(head, "co_quan_ban_hanh")
    if head is None or typed is None or head.co_quan_chu_quan:
        return
    if fold(typed[1]).startswith(("so ", "phong ", "ban quan ly ", "trung tam ", "chi cuc ")):
        yield part(typed[0], 0, len(typed[1]), name=typed[1])


def _superior_of_a_province(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    typed = typed_text(head, "co_quan_chu_quan")
    issuer = fold((head.co_quan_ban_hanh or "") if head else "")
    if typed and re.match(r"(?:uy ban nhan dan|ubnd) (?:tinh|thanh pho) ", issuer):
        yield part(typed[0], 0, len(typed[1]), name=typed[1])


_HEAD = "van_ban:\n  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai\n"
_ISSUER_RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.2.a"
_PLACE_RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4.a"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH101",
        Severity.WARNING,
        "Trích yếu có dấu ở cuối",
        "Trích yếu kết thúc bằng dấu “{mark}”",
        why="Trích yếu là một cụm từ đứng giữa dòng, không có dấu câu ở cuối.",
        wrong="van_ban:\n  trich_yeu: Chuyển đổi số năm 2026.\n",
        right="van_ban:\n  trich_yeu: Chuyển đổi số năm 2026\n",
        fix="xóa dấu ấy",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.5",
        limits="Quy tắc không biết trích yếu có đủ ý hay không.",
        local=True,
        find=_title_ends_with_a_mark,
    ),
    Rule(
        "KH153",
        Severity.WARNING,
        "Trích yếu nhắc lại tên loại",
        "Trích yếu bắt đầu bằng “{word}”, dòng trên đã in tên loại",
        why="Tên loại in ở dòng riêng ngay trên trích yếu; ghi nữa thì in ra hai lần.",
        wrong="van_ban:\n  trich_yeu: Kế hoạch chuyển đổi số năm 2026\n",
        right="van_ban:\n  trich_yeu: Chuyển đổi số năm 2026\n",
        fix="bỏ chữ ấy, viết hoa chữ sau",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.5",
        limits="Chỉ xét chữ Kế hoạch, Quyết định ở đầu.",
        local=True,
        find=_title_says_its_type,
    ),
    Rule(
        "KH104",
        Severity.WARNING,
        "Địa danh có chữ tỉnh, xã …",
        "Địa danh ghi “{text}”; trên văn bản chỉ ghi tên: {name}",
        why="Địa danh là tên đơn vị hành chính; chỉ đơn vị mang tên người, số, sự kiện ghi đủ.",
        wrong="van_ban:\n  dia_danh: tỉnh Lào Cai\n",
        right="van_ban:\n  dia_danh: Lào Cai\n",
        fix="bỏ chữ chỉ loại đơn vị",
        clause=_PLACE_RULE,
        limits="Quy tắc không có danh sách mọi đơn vị mang tên người hay sự kiện.",
        local=True,
        find=_place_has_its_kind,
    ),
    Rule(
        "KH105",
        Severity.INFO,
        "Địa danh khác nơi cơ quan đóng",
        "Địa danh “{place}” không có trong tên cơ quan ban hành; có phải {right}?",
        why="Địa danh của Ủy ban nhân dân là tên đơn vị hành chính của chính Ủy ban ấy.",
        wrong=f"{_HEAD}  dia_danh: Tiền Giang\n",
        right=f"{_HEAD}  dia_danh: Lào Cai\n",
        fix="ghi {right}, hoặc để trống để máy tự lấy",
        clause=_PLACE_RULE,
        limits="Chỉ so với tên trong cơ quan ban hành, không biết trụ sở đóng ở đâu.",
        find=_place_of_another_issuer,
    ),
    Rule(
        "KH106",
        Severity.WARNING,
        "Ngày ban hành chưa đủ",
        "Ngày ban hành chưa có đủ ngày, tháng, năm",
        why="Bản dự thảo để trống ngày; khi phát hành phải có ngày văn bản được ký.",
        wrong="van_ban:\n  ngay_ban_hanh: tháng 10 năm 2016\n",
        right="van_ban:\n  ngay_ban_hanh: 25/10/2016\n",
        fix="ghi đủ ngày khi phát hành",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4.b",
        limits="Không biết văn bản đã ký hay chưa.",
        local=True,
        on_issue=True,
        find=_date_without_a_day,
    ),
    Rule(
        "KH107",
        Severity.WARNING,
        "Tên cơ quan ban hành viết tắt",
        "Tên cơ quan ban hành viết tắt “{text}”",
        why="Tên cơ quan ban hành ghi đầy đủ; chỉ cơ quan chủ quản được viết tắt cụm từ thông "
        "dụng.",
        wrong="van_ban:\n  co_quan_ban_hanh: UBND tỉnh Lào Cai\n",
        right="van_ban:\n  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai\n",
        fix="viết đầy đủ tên cơ quan",
        clause=_ISSUER_RULE,
        limits="Chỉ biết vài chữ tắt thông dụng.",
        local=True,
        find=_issuer_is_short,
    ),
    Rule(
        "KH108",
        Severity.WARNING,
        "Thiếu cơ quan chủ quản",
        "{name} có cơ quan chủ quản trực tiếp mà co_quan_chu_quan để trống",
        why="Trên tên cơ quan ban hành là tên cơ quan chủ quản trực tiếp, nếu có.",
        wrong="van_ban:\n  co_quan_ban_hanh: Sở Nội vụ\n",
        right="van_ban:\n  co_quan_chu_quan: UBND tỉnh Lào Cai\n  co_quan_ban_hanh: Sở Nội vụ\n",
        fix="ghi co_quan_chu_quan, như UBND tỉnh Lào Cai",
        clause=_ISSUER_RULE,
        limits="Chỉ xét sở, phòng, ban quản lý, chi cục, trung tâm.",
        find=_superior_is_missing,
    ),
    Rule(
        "KH109",
        Severity.WARNING,
        "Ủy ban nhân dân tỉnh có cơ quan chủ quản",
        "Ủy ban nhân dân tỉnh không có cơ quan chủ quản mà co_quan_chu_quan ghi “{name}”",
        why="Văn bản của Ủy ban nhân dân tỉnh chỉ in tên Ủy ban nhân dân tỉnh.",
        wrong=f"{_HEAD}  co_quan_chu_quan: Chính phủ\n",
        right=_HEAD,
        fix="để trống co_quan_chu_quan",
        clause=_ISSUER_RULE,
        limits="Chỉ xét tên bắt đầu bằng Ủy ban nhân dân tỉnh, thành phố.",
        find=_superior_of_a_province,
    ),
)
