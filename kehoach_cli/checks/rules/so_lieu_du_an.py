"""KH405-KH411: the money of single projects of the register."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kehoach_cli.checks.projects import projects_and_parts, years_of
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.amounts import Amounts, is_blank
from kehoach_cli.plan.paths import MoneyPath
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.source.nodes import Node
from kehoach_cli.vietnamese.numbers import format_decimal, median
from kehoach_cli.vietnamese.text import fold

_MANY = 5  # amounts from which on one may stand out
_FAR = 1000  # times the middle amount


def _splits(item: DuAn) -> Iterator[Amounts]:
    for split in (item.von, *(item.kinh_phi or {}).values()):
        if split is not None:
            yield split


def _over_years(split: Amounts) -> tuple[set[int], Decimal] | None:
    """The single years that money stands in, and its sum; None where a range is among them."""
    times = {time for time, _ in split.leaves if time}
    if not times or any("-" in time for time in times):
        return None
    total = sum((split.get(time) or Decimal(0) for time in times), Decimal(0))
    return {int(time) for time in times}, total


def _two_measures(subject: Subject) -> Iterator[Found]:
    """Measures of one project that differ although the same measures agree in most others."""
    items = [item for item in subject.plan.du_an or () if item.kinh_phi]
    for measure in dict.fromkeys(name for item in items for name in item.kinh_phi or ()):
        pairs = [pair for item in items for pair in _pairs(item, measure)]
        wrong = [pair for pair in pairs if pair[1] != pair[2]]
        if len(wrong) * 2 < len(pairs):
            for found, one, other in wrong:
                facts = {"one": format_decimal(one), "other": format_decimal(other)}
                yield Found(found.span, {**facts, **found.facts})


def _pairs(item: DuAn, measure: str) -> Iterator[tuple[Found, Decimal, Decimal]]:
    """The money that a measure and the plain one both have; totals only where both are whole."""
    split = item.measure(measure)
    if split is None:
        return
    for (time, source), amount in split.leaves.items():
        other = item.amount("", time, source)
        if other is None or (time is None and "tong_kinh_phi" not in item.at and _goes_on(item)):
            continue
        place = split.places[time, source].span
        said = f"{measure} năm {time}" if time else measure
        yield Found(place, {"measure": said, "name": item.ten or ""}), amount, other


def _goes_on(item: DuAn) -> bool:
    """Whether a project has years that its money does not name."""
    found = _over_years(item.von) if item.von else None
    years = years_of(item)
    return found is None or years is None or not found[0].issuperset(years)


def _amounts(item: DuAn) -> Iterator[tuple[Decimal, Node]]:
    if item.tong_kinh_phi is not None:
        yield item.tong_kinh_phi, item.at["tong_kinh_phi"]
    for split in _splits(item):
        for key, amount in split.leaves.items():
            yield amount, split.places[key]


def _negative(subject: Subject) -> Iterator[Found]:
    for item in projects_and_parts(subject):
        for amount, place in _amounts(item):
            if amount < 0:
                yield Found(place.span, {"amount": format_decimal(amount)})


def _far_off(subject: Subject) -> Iterator[Found]:
    """Amounts a thousand times the middle one: most often typed in another unit."""
    found = [
        (amount, place) for item in projects_and_parts(subject) for amount, place in _amounts(item)
    ]
    known = [amount for amount, _ in found if amount > 0]
    middle = median(known) if len(known) >= _MANY else None
    for amount, place in found if middle else ():
        if middle and amount >= _FAR * middle:
            facts = {"amount": format_decimal(amount), "middle": format_decimal(middle)}
            yield Found(place.span, facts)


_MONEY = {"von", "tong_kinh_phi", "kinh_phi"}
"""Where money is typed; what cannot be read there has a finding of its own."""


def _without_money(subject: Subject) -> Iterator[Found]:
    """Projects with a place left empty; the one or two without money among many that have it."""
    amounts = subject.ledger.amounts(MoneyPath())
    items = subject.plan.du_an or []
    without = [item for item in items if id(item) not in amounts]
    are_few = len(items) - len(without) >= _MANY * len(without)
    for item in items:
        empty = next(_left_empty(item), None)
        if empty is not None:
            yield Found(empty.span, {"name": item.ten or ""})
        elif are_few and id(item) not in amounts and not _MONEY & item.at.keys():
            yield Found(item.span("ten"), {"name": item.ten or ""})


def _left_empty(item: DuAn) -> Iterator[Node]:
    """The places left empty for money of a project, or of a part of it, at a time without any."""
    for one in (line[-1] for line in item.lines()):
        total = one.at.get("tong_kinh_phi")
        if total is not None and is_blank(total) and not (one.von and one.von.leaves):
            yield total
        for split in (one.von, *(one.kinh_phi or {}).values()):
            for (time, _), leaf in split.blanks() if split else ():
                if split and split.get(time) is None:
                    yield leaf


def _twice(subject: Subject) -> Iterator[Found]:
    """Equal names; where the register has money, only those that have some."""
    known = subject.ledger.amounts(MoneyPath())
    items = subject.plan.du_an or ()
    yield from _repeated([item for item in items if not known or id(item) in known])
    for owner in projects_and_parts(subject):
        yield from _repeated(owner.hang_con or ())


def _repeated(items: Iterable[DuAn]) -> Iterator[Found]:
    seen: dict[str, DuAn] = {}
    for item in items:
        if item.ten:
            first = seen.setdefault(fold(item.ten).rstrip(" .;,"), item)
            if first is not item:
                line = str(first.span("ten").first.line)
                yield Found(item.span("ten"), {"name": item.ten, "line": line})


_ROW = "du_an:\n- ten: Mạng LAN\n  "
_FIVE = "du_an:\n" + "".join(
    f"- {{ten: Dự án số {number}, tong_kinh_phi: {number}00}}\n" for number in range(1, 6)
)
_MEASURES = "".join(
    f"- {{ten: Dự án số {n}, tong_kinh_phi: {n}00, kinh_phi: {{nhu_cau: {{tong: {n}00}}}}}}\n"
    for n in (1, 2)
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH405",
        Severity.INFO,
        "Hai số liệu của một dự án khác nhau",
        "“{name}”: {measure} ghi {one}, dự án ghi {other}",
        why="Ở phần lớn dự án hai số liệu này bằng nhau; chỗ khác nhau thường do sửa một nơi.",
        wrong="du_an:\n" + _MEASURES + "- {ten: Sở Tư pháp, tong_kinh_phi: 5.000, "
        "kinh_phi: {nhu_cau: {tong: 2.050}}}\n",
        right="du_an:\n" + _MEASURES + "- {ten: Sở Tư pháp, tong_kinh_phi: 5.000, "
        "kinh_phi: {nhu_cau: {tong: 5.000}}}\n",
        fix="xem lại; hai số khác nhau có lý do thì ghi lý do ở ghi_chu",
        limits="Hai số liệu có thể khác nhau một cách chính đáng; đây chỉ là chỗ nên xem.",
        find=_two_measures,
    ),
    Rule(
        "KH408",
        Severity.WARNING,
        "Số tiền âm",
        "Số tiền {amount} nhỏ hơn không",
        why="Kinh phí của dự án không âm; dấu trừ thường là gạch đầu dòng hay gõ nhầm.",
        wrong=_ROW + "tong_kinh_phi: -500\n",
        right=_ROW + "tong_kinh_phi: 500\n",
        fix="bỏ dấu trừ; phần cắt giảm thì ghi vào số của năm ấy",
        limits="Kế hoạch điều chỉnh giảm có thể ghi số âm có chủ ý.",
        find=_negative,
    ),
    Rule(
        "KH409",
        Severity.WARNING,
        "Số tiền lớn bất thường",
        "Số tiền {amount} gấp hơn một nghìn lần số ở giữa danh mục ({middle})",
        why="Số lớn gấp nghìn lần các số khác thường do gõ theo đơn vị khác.",
        wrong=_FIVE + "- {ten: Dự án nhầm đơn vị, tong_kinh_phi: 350.000.000}\n",
        right=_FIVE + "- {ten: Dự án ghi đúng đơn vị, tong_kinh_phi: 350}\n",
        fix="xem lại đơn vị; ghi kèm đơn vị nếu khác don_vi_tien, như 350.000.000 đồng",
        limits="Không biết dự án lớn thật hay gõ nhầm đơn vị.",
        find=_far_off,
    ),
    Rule(
        "KH410",
        Severity.INFO,
        "Dự án chưa ghi tiền",
        "“{name}” chưa ghi tiền",
        why="Dự án thiếu tiền làm tổng thấp đi mà không ai thấy; chỗ để trống là chỗ chờ điền.",
        wrong=_FIVE + "- {ten: Dự án quên ghi tiền}\n",
        right=_FIVE + "- {ten: Dự án có tiền, tong_kinh_phi: 200}\n",
        fix="ghi số tiền, hoặc ghi 0 nếu không cần kinh phí",
        limits="Không biết dự án có cần kinh phí hay không.",
        wants="von.{year}.{source}",
        find=_without_money,
    ),
    Rule(
        "KH411",
        Severity.WARNING,
        "Dự án ghi hai lần",
        "“{name}” đã có ở dòng {line}",
        why="Một dự án ghi hai lần thì tiền được cộng hai lần.",
        wrong="du_an:\n- {ten: Mạng LAN cấp huyện, tong_kinh_phi: 500}\n"
        "- {ten: Mạng Lan cấp huyện., tong_kinh_phi: 500}\n",
        right="du_an:\n- {ten: Mạng LAN cấp huyện, tong_kinh_phi: 500}\n"
        "- {ten: Mạng LAN cấp xã, tong_kinh_phi: 500}\n",
        fix="bỏ một dòng, hoặc ghi rõ chỗ khác nhau trong tên (giai đoạn, địa bàn)",
        limits="Chỉ so tên giống hệt, không kể dấu và chữ hoa; tên viết khác đi thì không thấy.",
        find=_twice,
    ),
)
