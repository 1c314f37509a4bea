"""KH300-KH302: the parts that a plan must have."""

from collections.abc import Iterator

from kehoach_cli.checks.outlines import is_document, is_long, missing_parts, outline_of, sections_of
from kehoach_cli.checks.parts import likely_role, parts, role_of
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.plan_kinds import kind_keys
from kehoach_cli.plan.records import likely


def _unknown_kind(subject: Subject) -> Iterator[Found]:
    kind = subject.plan.mau
    if kind is not None and kind not in kind_keys():
        near = likely(kind, kind_keys()) or ""
        facts = {"name": kind, "near": near, "known": ", ".join(kind_keys())}
        yield Found(subject.plan.span("mau"), facts)


def _unknown_role(subject: Subject) -> Iterator[Found]:
    for section in sections_of(subject.plan):
        role = role_of(section)
        if role is not None and role not in parts():
            near = likely_role(role) or ""
            facts = {"name": role, "near": near, "known": ", ".join(parts())}
            yield Found(section.span("vai_tro"), facts)


def _missing(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    if not is_document(plan) or not (plan.mau or is_long(plan)):
        return
    outline = outline_of(plan.mau or "")
    for part in missing_parts(plan, outline):
        span = plan.span("mau") if "mau" in plan.at else plan.span("noi_dung")
        yield Found(span, {"part": part.name, "kind": outline.name, "role": part.role})


_HEAD = "van_ban: {co_quan_ban_hanh: Sở Nội vụ, co_quan_chu_quan: UBND tỉnh Lào Cai}\n"
_BODY = (
    "mau: ke-hoach-so\n" + _HEAD + "noi_dung:\n- {muc: Mục đích, doan_van: Nối mạng.}\n"
    "- {muc: Nhiệm vụ, doan_van: Lắp đặt.}\n- {muc: Kinh phí, doan_van: Cấp đủ vốn.}\n"
)
_LAST = "- {muc: Tổ chức thực hiện, doan_van: Các phòng thực hiện.}\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH300",
        Severity.WARNING,
        "Không có mẫu kế hoạch này",
        "Không có mẫu kế hoạch “{name}”",
        why="Từ mẫu mà biết kế hoạch phải có những phần nào.",
        wrong="mau: ke-hoach-nan\n",
        right="mau: ke-hoach-nam\n",
        fix="dùng một trong: {known}",
        near="có phải “{near}”?",
        limits="Mẫu của riêng đơn vị thì không biết; để trống mau.",
        local=True,
        find=_unknown_kind,
    ),
    Rule(
        "KH301",
        Severity.WARNING,
        "Không có vai trò này",
        "Không có vai trò “{name}”",
        why="Vai trò cho biết mục ấy là phần nào của kế hoạch.",
        wrong="noi_dung: [{muc: Mục tiêu, vai_tro: muc_tiu, doan_van: Nối mạng.}]\n",
        right="noi_dung: [{muc: Mục tiêu, vai_tro: muc_tieu, doan_van: Nối mạng.}]\n",
        fix="dùng một trong: {known}",
        near="có phải “{near}”?",
        limits="Phần không có trong danh sách thì để trống vai_tro.",
        local=True,
        find=_unknown_role,
    ),
    Rule(
        "KH302",
        Severity.WARNING,
        "Thiếu phần phải có",
        "Không thấy phần {part}, mà {kind} thường phải có",
        why="Người thực hiện cần biết làm gì, để đạt gì, ai làm, lấy tiền ở đâu.",
        wrong=_BODY,
        right=_BODY + _LAST,
        fix="thêm mục ấy; đã có dưới tên khác thì ghi vai_tro: {role} ở mục đó",
        clause="Bố cục thường dùng của các kế hoạch đã ban hành",
        limits="Nhận ra phần ấy qua vai_tro hoặc chữ của tiêu đề; không đọc nội dung.",
        find=_missing,
    ),
)
