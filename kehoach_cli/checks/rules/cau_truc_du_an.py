"""KH315-KH318: who leads and helps a project, and whether its time is told."""

import re
from collections.abc import Callable, Iterator, Sequence

from kehoach_cli.checks.agencies import LEADS, PARTNERS, agencies_in, is_general, plain, stated
from kehoach_cli.checks.outlines import is_document, sections_in_role
from kehoach_cli.checks.projects import projects_and_parts
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words, part
from kehoach_cli.checks.shown import columns_of, tables_of
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.outline import Muc
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.resolve import scalars
from kehoach_cli.source.nodes import Scalar

_FEW = 3
_ALL = r"cac so\b|ban, nganh|cac ban\b|co quan|don vi|cac phong|thu truong|bo phan"
_KIND_ENDS = r"(?=[,.;:)]| va | tren | thuoc | truc thuoc | cong lap| trong |$)"
"""What may follow a kind of agencies named as a whole; in "các trung tâm y tế", "y tế" goes on."""


def _lacking(subject: Subject, keys: tuple[str, ...], has: Callable[[DuAn], bool]) -> list[DuAn]:
    """The projects that lack what a table has a column of, or what nearly all others have."""
    projects = subject.plan.du_an or []
    lacking = [item for item in projects if not has(item)]
    having = len(projects) - len(lacking)
    if not having:
        return []
    printed = columns_of(tables_of(subject, DuAn)) & set(keys)
    return lacking if printed or (having >= _FEW and len(lacking) * 2 <= having) else []


def _has_lead(item: DuAn) -> bool:
    return next(stated(item, LEADS), None) is not None or any(map(_has_lead, item.hang_con or ()))


def _has_time(item: DuAn) -> bool:
    own = "thoi_gian" in item.at or any("thoi_gian" in key for key in item.khac or ())
    return own or any(map(_has_time, item.hang_con or ()))


def _without_lead(subject: Subject) -> Iterator[Found]:
    for item in _lacking(subject, ("chu_tri", "chu_dau_tu"), _has_lead):
        yield Found(item.span("ten"), {"name": first_words(item.ten or "")})


def _without_time(subject: Subject) -> Iterator[Found]:
    for item in _lacking(subject, ("thoi_gian",), _has_time):
        yield Found(item.span("ten"), {"name": first_words(item.ten or "")})


def _not_in_organisation(subject: Subject) -> Iterator[Found]:
    """Leads that the part on organisation gives nothing to do; each agency once."""
    plan = subject.plan
    sections = sections_in_role(plan, "to_chuc_thuc_hien") if plan.du_an else []
    text = plain("; ".join(scalar.value for one in sections for scalar in _texts(one)))
    if not is_document(plan) or not text or re.search(_ALL, text):
        return
    seen: set[str] = set()
    for item in projects_and_parts(subject):
        for scalar, start, end in stated(item, LEADS):
            for name, at, to in agencies_in(scalar.value[start:end]):
                known = plain(name)
                named = known in seen or known in text or is_general(known)
                if known and not named and not _of_a_class(known, text):
                    yield part(scalar, start + at, start + to, None, name=name)
                seen.add(known)


def _of_a_class(name: str, text: str) -> bool:
    """Whether a text (both plain) names all of its kind: "các bệnh viện, trung tâm y tế"."""
    kinds = (name[: space.start()] for space in re.finditer(" ", name))
    return any(
        re.search(rf"\bcac (?:[^.;:]{{0,60}}, )?{re.escape(x)}{_KIND_ENDS}", text) for x in kinds
    )


def _texts(section: Muc) -> Iterator[Scalar]:
    return (scalar for node in (section.node,) if node for scalar in scalars(node))


def _leads_and_helps(subject: Subject) -> Iterator[Found]:
    typed = subject.corpus.having((PARTNERS,), lower=True)
    for item in projects_and_parts(subject):
        partners = list(stated(item, PARTNERS)) if typed or "phoi_hop" in item.at else []
        leads = {
            known
            for scalar, start, end in (stated(item, LEADS) if partners else ())
            for name, _, _ in agencies_in(scalar.value[start:end])
            if not is_general(known := plain(name))
        }
        for scalar, start, end in partners if leads else ():
            for name, at, _ in agencies_in(scalar.value[start:end]):
                short = name.split(",")[0]
                if plain(short) in leads:
                    yield part(scalar, start + at, start + at + len(short), None, name=short)
                    break
    yield from _leads_and_helps_in_tables(subject)


def _leads_and_helps_in_tables(subject: Subject) -> Iterator[Found]:
    """The same in tables of the plan's own rows: one agency in both columns."""
    for table in subject.own_tables:
        lead = _only(table.headings, "chu tri")
        helps = _only(table.headings, "phoi hop")
        if lead is None or helps is None or lead == helps:
            continue
        for row in table.items:
            if max(lead, helps) < len(row.cells):
                leads = {plain(name) for name, _, _ in agencies_in(row.cells[lead].text)}
                for name, _, _ in agencies_in(row.cells[helps].text):
                    known = plain(name)
                    if known in leads and not (is_general(known) or name.startswith("[")):
                        yield Found(row.span(helps), {"name": name})
                        break


def _only(headings: Sequence[str], words: str) -> int | None:
    found = [at for at, heading in enumerate(headings) if words in heading]
    return found[0] if len(found) == 1 else None


_LIST = "phu_luc: [{{ten: Danh mục, bang: {{cot: [{{gia_tri: ten}}, {{gia_tri: {}}}]}}}}]\n"
_PLAN = (
    "van_ban: {co_quan_ban_hanh: Bộ Nội vụ}\nnoi_dung:\n"
    '- {muc: Kinh phí, doan_van: "Chi {{ tong | tien }}."}\n'
    "- {muc: Tổ chức thực hiện, doan_van: Sở Nội vụ theo dõi.}\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH315",
        Severity.WARNING,
        "Dự án không có đơn vị chủ trì",
        "“{name}” không có chủ trì hay chủ đầu tư, các dự án khác có",
        why="Việc không có người chịu trách nhiệm thì không ai làm.",
        wrong="du_an: [{ten: Mạng, chu_tri: Sở Nội vụ}, {ten: Cổng}]\n" + _LIST.format("chu_tri"),
        right="du_an: [{ten: Mạng, chu_tri: Sở Nội vụ}, {ten: Cổng, chu_tri: Sở Y tế}]\n"
        + _LIST.format("chu_tri"),
        fix="ghi chu_tri hoặc chu_dau_tu",
        limits="Chỉ so với các dự án khác của chính kế hoạch và các cột của bảng.",
        on_issue=True,
        wants="chu_tri",
        find=_without_lead,
    ),
    Rule(
        "KH316",
        Severity.WARNING,
        "Dự án không có thời gian thực hiện",
        "“{name}” không có thời gian thực hiện, các dự án khác có",
        why="Không có thời hạn thì không theo dõi được tiến độ.",
        wrong="du_an: [{ten: Mạng, thoi_gian: 2026}, {ten: Cổng}]\n" + _LIST.format("thoi_gian"),
        right="du_an: [{ten: Mạng, thoi_gian: 2026}, {ten: Cổng, thoi_gian: Thường xuyên}]\n"
        + _LIST.format("thoi_gian"),
        fix="ghi thoi_gian",
        limits="Chỉ so với các dự án khác của chính kế hoạch và các cột của bảng.",
        on_issue=True,
        wants="thoi_gian",
        find=_without_time,
    ),
    Rule(
        "KH317",
        Severity.INFO,
        "Đơn vị chủ trì không có trong phần tổ chức thực hiện",
        "{name} chủ trì dự án mà phần tổ chức thực hiện không nhắc đến",
        why="Phần tổ chức thực hiện giao việc cho mọi đơn vị chủ trì.",
        wrong=_PLAN + "du_an: [{ten: Mạng, chu_tri: Công an tỉnh}]\n",
        right=_PLAN + "du_an: [{ten: Mạng, chu_tri: Sở Nội vụ}]\n",
        fix="thêm đơn vị ấy vào phần tổ chức thực hiện, hoặc sửa chu_tri",
        limits="Phần ấy nói các sở, các cơ quan, đơn vị thì coi như đã đủ.",
        find=_not_in_organisation,
    ),
    Rule(
        "KH318",
        Severity.WARNING,
        "Một đơn vị vừa chủ trì vừa phối hợp",
        "{name} chủ trì dự án này, lại ghi ở phần phối hợp",
        why="Đơn vị chủ trì không phối hợp với chính mình.",
        wrong="du_an: [{ten: Mạng, chu_tri: Sở Nội vụ, phoi_hop: 'Sở Y tế, Sở Nội vụ'}]\n",
        right="du_an: [{ten: Mạng, chu_tri: Sở Nội vụ, phoi_hop: Sở Y tế}]\n",
        fix="bỏ đơn vị ấy ở phần phối hợp",
        limits="Hai tên khác nhau của một đơn vị thì quy tắc không nhận ra.",
        local=True,
        find=_leads_and_helps,
    ),
)
