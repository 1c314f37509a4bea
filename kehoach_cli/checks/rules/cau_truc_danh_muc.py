"""KH321-KH325: registers, sources and groups that are declared and nowhere seen."""

from collections.abc import Iterable, Iterator

from kehoach_cli.checks.outlines import is_document
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words
from kehoach_cli.checks.shown import columns_of, names_in, placed_in, shown_items, tables_of
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.table_items import register_of
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.source.nodes import Mapping, Node
from kehoach_cli.source.text import Span

_OF_PROJECTS = {"tong", "so_du_an", "ten_du_an", "so_nhom", "ten_nhom"}
_BY_CODE = {"ten_du_an", "chi_tieu"}
_LONGEST = 10  # years


def _unseen_registers(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    if not is_document(plan):
        return
    heads = {name[0] for name in names_in(subject.corpus)}
    placed = {chen.nguon for chen in placed_in(subject)}
    seen = tables_of(subject, DuAn) or heads & _OF_PROJECTS or "kinh_phi" in placed
    if plan.du_an and not seen:
        yield Found(_key(plan, "du_an"), {"register": "Danh mục dự án"})
    shown = tables_of(subject, ChiTieu) or "chi_tieu" in placed | heads
    if plan.chi_tieu and not shown:
        yield Found(_key(plan, "chi_tieu"), {"register": "Danh mục chỉ tiêu"})


def _key(plan: Plan, key: str) -> Span:
    return _key_in(plan.node, key) or plan.span(key)


def _key_in(node: Node | None, key: str) -> Span | None:
    return node.key_span(key) if isinstance(node, Mapping) and key in node.entries else None


def _unseen_items(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    named = {name[1] for name in names_in(subject.corpus) if name[0] in _BY_CODE and name[1:]}
    chosen = {code for chen in placed_in(subject) for code in chen.chon or ()}
    whole = any(chen.nguon == "chi_tieu" and chen.chon is None for chen in placed_in(subject))
    registers: tuple[Iterable[DuAn | ChiTieu], ...] = (
        (plan.du_an or ()) if tables_of(subject, DuAn) else (),
        (plan.chi_tieu or ()) if tables_of(subject, ChiTieu) and not whole else (),
    )
    if _chooses_unknown(subject):
        return
    shown = shown_items([*tables_of(subject, DuAn), *tables_of(subject, ChiTieu)], plan)
    for item in (item for items in registers for item in items):
        code = (item.ma or "").replace("-", "_")
        if id(item) not in shown and code not in named and item.ma not in chosen:
            yield Found(item.span("ten"), {"name": first_words(item.ten or "")})


def _chooses_unknown(subject: Subject) -> bool:
    """Whether a table chooses a code that nothing has: what it was to show is not known."""
    tables = (*tables_of(subject, DuAn), *tables_of(subject, ChiTieu))
    return any(
        code not in {item.ma for item in register_of(table, subject.plan)}
        for table in tables
        for code in table.chon or ()
    )


def _unused_sources(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    node = plan.at.get("nguon_von")
    if not is_document(plan) or not isinstance(node, Mapping) or not _is_own(plan, node):
        return
    used = {part for name in names_in(subject.corpus) for part in name}
    used |= {part for name in columns_of(tables_of(subject, DuAn)) for part in name.split(".")}
    for chen in placed_in(subject):
        used |= {*(chen.chon or ()), *(part for c in chen.chi_tinh or () for part in c.split("."))}
    for table in tables_of(subject, DuAn):
        used.update(table.chi_tinh or ())
    typed_sources = {
        source
        for item in _with_parts(plan.du_an or ())
        for split in (item.von, *(item.kinh_phi or {}).values())
        if split
        for _, source in split.places
        if source
    }
    used |= typed_sources
    declared = plan.nguon_von or {}
    if typed_sources - declared.keys():
        return
    for key, name in declared.items():
        if key not in used and key in node.entries:
            yield Found(node.key_span(key), {"code": key, "name": name})


def _is_own(plan: Plan, node: Node) -> bool:
    """Whether it stands in the plan's own file, not in the profile of the unit."""
    return plan.node is not None and node.source is plan.node.source


def _with_parts(items: Iterable[DuAn]) -> Iterator[DuAn]:
    for item in items:
        yield item
        yield from _with_parts(item.hang_con or ())


def _unused_groups(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    node = plan.at.get("phan_nhom")
    if not is_document(plan) or not isinstance(node, Mapping) or not _is_own(plan, node):
        return
    named = {part for name in names_in(subject.corpus) for part in name}
    items: list[DuAn | ChiTieu] = [*_with_parts(plan.du_an or ()), *(plan.chi_tieu or ())]
    for attribute, labels in (plan.phan_nhom or {}).items():
        used = named | {getattr(item, attribute, None) for item in items}
        groups = node.get(attribute)
        for key in labels if isinstance(groups, Mapping) else ():
            if key not in used and isinstance(groups, Mapping) and key in groups.entries:
                yield Found(groups.key_span(key), {"code": key, "name": labels[key]})


def _years_without_money(subject: Subject) -> Iterator[Found]:
    plan, head = subject.plan, subject.plan.van_ban
    period = plan.period
    if head is None or period is None or not 1 < len(period.years) <= _LONGEST:
        return
    splits = [item.von for item in _with_parts(plan.du_an or ()) if item.von]
    money = {time for split in splits for time, _ in split.places if time}
    targets = {read_time(key) for one in plan.chi_tieu or () for key in one.gia_tri or ()}
    covered = _years_of(filter(None, money | targets))
    lacking = [str(year) for year in period.years if year not in covered]
    if money and 0 < len(lacking) < len(period.years):
        yield Found(head.span("thoi_ky"), {"years": ", ".join(lacking), "period": period.text})


def _years_of(times: Iterable[str]) -> set[int]:
    """Every year of times like "2016", "2016-2018"."""
    found: set[int] = set()
    for time in times:
        first, _, last = time.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


_TEXT = "van_ban: {co_quan_ban_hanh: Bộ Nội vụ}\nnoi_dung: Nối mạng.\n"
_TOTAL = 'van_ban: {co_quan_ban_hanh: Bộ Nội vụ}\nnoi_dung: "Chi {{ tong | tien }}."\n'
_TABLE = "phu_luc: [{ten: Danh mục, bang: {cot: [{gia_tri: ten}]}}]\n"
_CHOICE = "phu_luc: [{ten: Danh mục, bang: {chon: [a], cot: [{gia_tri: ten}]}}]\n"
_TWO = "du_an: [{ma: a, ten: Mạng LAN}, {ma: b, ten: Một cửa}]\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH321",
        Severity.WARNING,
        "Danh mục không in ra",
        "{register} không có ở bảng, câu hay tổng nào",
        why="Danh mục chỉ in ra qua bảng, chỗ chen và các giá trị trong câu.",
        wrong=_TEXT + "du_an: [{ten: Mạng LAN, tong_kinh_phi: 500}]\n",
        right=_TOTAL + "du_an: [{ten: Mạng LAN, tong_kinh_phi: 500}]\n",
        fix="thêm bảng lấy dòng từ danh mục ấy; tiền của dự án còn nêu được ở câu: {{{{ tong }}}}",
        limits="Không biết danh mục có được in ở văn bản khác hay không.",
        find=_unseen_registers,
    ),
    Rule(
        "KH322",
        Severity.WARNING,
        "Dự án, chỉ tiêu không có trong bảng nào",
        "“{name}” không có trong bảng nào",
        why="Bảng có chon chỉ in các mã được chọn; mã còn lại bị bỏ quên.",
        wrong=_TWO + _CHOICE,
        right=_TWO + _TABLE,
        fix="thêm mã vào chon của một bảng, hoặc bỏ khỏi danh mục",
        limits="Không biết dự án có cố ý để ngoài bảng hay không.",
        find=_unseen_items,
    ),
    Rule(
        "KH323",
        Severity.INFO,
        "Nguồn vốn không dùng",
        "Nguồn vốn {code} (“{name}”) không có số tiền, cột hay câu nào dùng",
        why="Nguồn vốn khai báo mà không dùng thường là quên ghi tiền.",
        wrong=_TOTAL + "nguon_von: {tinh: Ngân sách tỉnh, xa: Ngân sách xã}\n"
        "du_an: [{ten: Mạng LAN, von: {tinh: 500}}]\n",
        right=_TOTAL + "nguon_von: {tinh: Ngân sách tỉnh}\n"
        "du_an: [{ten: Mạng LAN, von: {tinh: 500}}]\n",
        fix="ghi tiền cho nguồn ấy, hoặc bỏ khai báo",
        limits="Nguồn để dành cho lần sau thì bỏ qua.",
        find=_unused_sources,
    ),
    Rule(
        "KH324",
        Severity.INFO,
        "Nhóm không dùng",
        "Nhóm {code} (“{name}”) không có dự án, chỉ tiêu hay câu nào dùng",
        why="Nhóm khai báo mà không dùng thường là ghi nhầm mã ở dự án.",
        wrong=_TOTAL + "phan_nhom: {nhom: {mang: Hạ tầng, dao_tao: Đào tạo}}\n"
        "du_an: [{ten: Mạng LAN, nhom: mang, tong_kinh_phi: 500}]\n",
        right=_TOTAL + "phan_nhom: {nhom: {mang: Hạ tầng}}\n"
        "du_an: [{ten: Mạng LAN, nhom: mang, tong_kinh_phi: 500}]\n",
        fix="ghi nhóm ấy ở dự án, hoặc bỏ khai báo",
        limits="Nhóm để dành cho lần sau thì bỏ qua.",
        find=_unused_groups,
    ),
    Rule(
        "KH325",
        Severity.INFO,
        "Năm của thời kỳ không có vốn, chỉ tiêu",
        "Thời kỳ {period} có năm {years} mà không dự án hay chỉ tiêu nào ghi năm ấy",
        why="Mỗi năm của kế hoạch nhiều năm có việc và có vốn riêng.",
        wrong="van_ban: {thoi_ky: 2016-2018}\n"
        "du_an: [{ten: Mạng LAN, von: {2016: 300, 2017: 200}}]\n",
        right="van_ban: {thoi_ky: 2016-2017}\n"
        "du_an: [{ten: Mạng LAN, von: {2016: 300, 2017: 200}}]\n",
        fix="ghi vốn của năm ấy, hoặc sửa thoi_ky",
        limits="Không biết vốn của năm ấy có ở kế hoạch khác hay không.",
        find=_years_without_money,
    ),
)
