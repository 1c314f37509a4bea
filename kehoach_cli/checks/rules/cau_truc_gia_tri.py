"""KH326-KH327: fields that hold another kind of thing, targets that turn round."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kehoach_cli.checks.projects import projects_and_parts
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed, value_span
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.vietnamese.numbers import format_decimal

_WHO = ("chu_tri", "chu_dau_tu", "phoi_hop")
_TIME = pattern(r"(?:(?:từ|đến|trước|sau|hết|năm|tháng|ngày|quý|giai đoạn|[ivx\d/.,;–-])\s*)+")
_DIGIT = pattern(r"\d")
_AGENCY = pattern(
    r"(?:Sở|Bộ|UBND|Ủy ban|Uỷ ban|HĐND|Văn phòng|VP|Công an|Phòng|Trung tâm|Ban|Cục|Chi cục|Các)\s"
)
_FIGURE = pattern(r"[><≥≤=~\s]*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*%?\s*")
_YEAR = pattern(r"(?:nam |ke hoach |chi tieu )*(20\d\d)")
_FEWEST = 3
_FAR = 2
"""A count may be smaller in a year than in the one before, but hardly this many times smaller."""

_FAR_NOW = Decimal("1.5")
"""The present may be better than what is aimed at, but hardly that much."""

Step = tuple[str, Decimal]
"""The time of a value as typed, and its figure."""


def _wrong_kind(subject: Subject) -> Iterator[Found]:
    for item in projects_and_parts(subject):
        for key in _WHO:
            found = typed(item, key)
            if found and _DIGIT.search(found[1]) and _TIME.fullmatch(found[1].strip().lower()):
                facts = {"key": key, "text": first_words(found[1]), "kind": "thời gian"}
                yield part(found[0], 0, len(found[1]), **facts)
        found = typed(item, "thoi_gian")
        if found and not _DIGIT.search(found[1]) and _AGENCY.match(found[1].strip()):
            facts = {"key": "thoi_gian", "text": first_words(found[1]), "kind": "tên cơ quan"}
            yield part(found[0], 0, len(found[1]), **facts)


def _turns(subject: Subject) -> Iterator[Found]:
    """Targets of which one step goes the other way than the others."""
    for target in subject.plan.chi_tieu or ():
        odd = _odd_step([*_baseline(target), *_steps(target)])
        if odd is None:
            continue
        (since, before), (time, value) = odd
        far = _FAR if since else _FAR_NOW
        if _is_share(target) or min(before, value) * far <= max(before, value):
            figures = {"before": format_decimal(before), "value": format_decimal(value)}
            facts = {"name": first_words(target.ten or ""), "year": time, **figures}
            yield Found(value_span(target, time) if since else target.span("hien_trang"), facts)


def _rows_turn(subject: Subject) -> Iterator[Found]:
    """Rows of shares by year, in tables of their own, of which one step goes the other way."""
    for table in subject.own_tables:
        years = [(at, m[1]) for at, m in enumerate(map(_YEAR.fullmatch, table.headings)) if m]
        for row in table.items if len(years) >= _FEWEST else ():
            shares = any(cell.text == "%" or cell.text.endswith("%") for cell in row.cells)
            values = [(time, value) for at, time in years if (value := row.value(at)) is not None]
            odd = _odd_step(values) if shares else None
            if odd is not None:
                (_, before), (time, value) = odd
                figures = {"before": format_decimal(before), "value": format_decimal(value)}
                facts = {"name": first_words(row.name), "year": time, **figures}
                yield Found(row.span(next(at for at, year in years if year == time)), facts)


def _all_turns(subject: Subject) -> Iterator[Found]:
    yield from _turns(subject)
    yield from _rows_turn(subject)


def _steps(target: ChiTieu) -> list[Step]:
    """The plain figures of single years, in order of time."""
    found: list[Step] = []
    for key, given in sorted((target.gia_tri or {}).items()):
        match = _FIGURE.fullmatch(given.gia_tri or "")
        if match and not given.has_parts and (read_time(key) or "").isdigit():
            found.append((key, Decimal(f"{match[1].replace('.', '')}.{match[2] or 0}")))
    return found


def _baseline(target: ChiTieu) -> list[Step]:
    """The plain figure of the present, of a target with values for two years or more."""
    now = target.hien_trang
    plain = now is not None and not now.has_parts and len(target.gia_tri or {}) > 1
    match = _FIGURE.fullmatch(now.gia_tri or "") if now and plain else None
    return [("", Decimal(f"{match[1].replace('.', '')}.{match[2] or 0}"))] if match else []


def _odd_step(steps: list[Step]) -> tuple[Step, Step] | None:
    """The only step down among those up, or the only one up; of two the one down."""
    pairs = [(a, b) for a, b in pairwise(steps) if a[1] != b[1]]
    down = [(a, b) for a, b in pairs if b[1] < a[1]]
    up = [(a, b) for a, b in pairs if b[1] > a[1]]
    few = min(down, up, key=len)
    return few[0] if len(few) == 1 and down and up else None


def _is_share(target: ChiTieu) -> bool:
    values = [given.gia_tri or "" for given in (target.gia_tri or {}).values()]
    return target.don_vi_tinh == "%" or any(value.rstrip().endswith("%") for value in values)


_TARGETS = "van_ban: {thoi_ky: 2026-2028}\nchi_tieu:\n- {ten: Hồ sơ trực tuyến, gia_tri: "
_ROW = "du_an:\n- {ten: Mạng LAN, "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH326",
        Severity.WARNING,
        "Ghi nhầm ô",
        "Ở {key} ghi “{text}” là {kind}",
        why="Cơ quan và thời gian ghi nhầm chỗ cho nhau thì không ai biết ai làm, khi nào xong.",
        wrong=_ROW + "chu_tri: 2016-2017, thoi_gian: Sở Tài chính}\n",
        right=_ROW + "chu_tri: Sở Tài chính, thoi_gian: 2016-2017}\n",
        fix="chuyển về đúng khóa, ghi lại {key}",
        limits="Chỉ nhận ra năm, ngày, quý và tên bắt đầu bằng loại cơ quan.",
        local=True,
        find=_wrong_kind,
    ),
    Rule(
        "KH327",
        Severity.INFO,
        "Chỉ tiêu đổi chiều",
        "Chỉ tiêu “{name}” năm {year} là {value}, trước đó {before}, ngược chiều các năm khác",
        why="Mức phấn đấu thường chỉ đi một chiều; một năm ngược chiều hay do gõ nhầm.",
        wrong=_TARGETS + "{2026: 60%, 2027: 86%, 2028: 70%}}\n",
        right=_TARGETS + "{2026: 60%, 2027: 66%, 2028: 70%}}\n",
        fix="xem lại giá trị của năm ấy và năm trước",
        limits="Số không phải tỷ lệ có thể tăng giảm từng năm, nên chỉ xét khi lệch gấp đôi.",
        find=_all_turns,
    ),
)
