"""KH400-KH419: figures and money of the register, and sums said of it."""

from collections.abc import Iterable, Iterator

from kehoach_cli.checks.causes import explain
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.sums import Said
from kehoach_cli.vietnamese.numbers import format_decimal

_LOOK = "xem lại con số đã ghi và các số cộng thành nó"


def _stated(subject: Subject) -> Iterator[Found]:
    return _wrong(subject, subject.stated)


def _in_prose(subject: Subject) -> Iterator[Found]:
    return _wrong(subject, subject.in_prose)


def _wrong(subject: Subject, sums: Iterable[Said]) -> Iterator[Found]:
    """The wrong ones; what would repair several is told at the first of them."""
    every = [*subject.stated, *subject.in_prose]
    first: dict[object, Said] = {}
    for said in sorted(every, key=lambda one: (one.span.source.name, one.span.start)):
        if said.difference:
            first.setdefault(said.difference, said)
    for said in sums:
        if said.difference:
            yield Found(said.span, _facts(said, subject, every, first[said.difference]))


def _facts(said: Said, subject: Subject, every: list[Said], first: Said) -> dict[str, str]:
    advice = f"cùng phần lệch với dòng {first.span.first.line}: xem cách sửa ở đó"
    if said is first:
        advice = explain(said, every, subject.plan, subject.ledger) or _LOOK
    return {
        "said": format_decimal(said.said),
        "computed": format_decimal(said.computed),
        "difference": format_decimal(abs(said.difference)),
        "advice": advice,
    }


_TABLE = "phu_luc:\n- ten: Danh mục\n  bang: {nguon: du_an, cot: [{gia_tri: von.2017}], "
_PROJECTS = "du_an:\n- {ten: Mạng LAN, von: {2017: 200}}\n- {ten: Một cửa, von: {2017: 300}}\n"
_MONEY = 'noi_dung:\n- muc: Kinh phí thực hiện\n  doan_van: "Tổng kinh phí năm 2017: '

RULES: tuple[Rule, ...] = (
    Rule(
        "KH400",
        Severity.ERROR,
        "Tổng đã ghi khác tổng tính được",
        "Đã ghi {said}, danh mục tính được {computed}, lệch {difference}",
        why="Tổng và các số cộng thành nó phải khớp nhau; người đọc cộng lại sẽ thấy.",
        wrong=_PROJECTS + _TABLE + "tong_ghi: {2017: 600}}\n",
        right=_PROJECTS + _TABLE + "tong_ghi: {2017: 500}}\n",
        fix="{advice}",
        limits="Không biết số nào sai, tổng hay các số cộng thành nó; chỉ nêu chỗ sửa thì khớp.",
        find=_stated,
    ),
    Rule(
        "KH401",
        Severity.WARNING,
        "Số tiền trong lời văn khác danh mục",
        "Lời văn ghi {said}, danh mục cộng được {computed}, lệch {difference}",
        why="Tổng gõ trong lời văn phải bằng tổng của danh mục dự án.",
        wrong=_PROJECTS + _MONEY + '600 triệu đồng."\n',
        right=_PROJECTS + _MONEY + '500 triệu đồng."\n',
        fix="{advice}",
        limits="Chỉ xét câu nói rõ tổng, năm, nguồn, nhóm mà không kèm việc nào khác.",
        find=_in_prose,
    ),
)
