"""KH461, KH466: changes that go the other way than said, or do not come to the figure told."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.annotations import TYPE_CHECKING
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.numbers import format_decimal

if TYPE_CHECKING:
    from kehoach_cli.checks.changes import Change

_PLACES = 2


def _exact(subject: Subject) -> Iterator[Found]:
    """Places of a ranking and points of per cent."""
    text = subject.corpus.text
    for change in subject.changes:
        if change.is_exact:
            places = [(one.start, one.end) for one in (change.one, change.other, change.figure)]
            one, other, said = (text[start:end] for start, end in places)
            facts = {"one": one, "other": other, "said": said, "right": _right(change)}
            yield Found(subject.corpus.span(*places[-1]), facts)


def _changes(subject: Subject) -> Iterator[Found]:
    """All others."""
    text = subject.corpus.text
    for change in subject.changes:
        figure = change.figure
        said = text[figure.start : figure.end]
        if figure is change.one:
            said = f"từ {text[change.one.start : change.other.end]}"
        right = "ngược lại" if change.right is None else f"là {_right(change)}"
        if not change.is_exact:
            span = subject.corpus.span(figure.start, figure.end)
            yield Found(span, {"said": said, "right": right})


def _right(change: "Change") -> str:
    """What a change comes to, in the unit that it is told in."""
    right = (change.right or Decimal(0)).scaleb(-change.figure.scale)
    return format_decimal(round(right, _PLACES).normalize())


_TEXT = "noi_dung:\n- muc: Nhiệm vụ\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH461",
        Severity.ERROR,
        "Mức tăng, giảm không đúng",
        "Từ {one} đến {other} là {right}, ở đây ghi {said}",
        why="Người đọc tính lại được ngay; sai là một trong ba số gõ nhầm.",
        wrong=_TEXT + '"Chỉ số từ thứ 20 lên thứ 4/63, tăng 14 bậc."\n',
        right=_TEXT + '"Chỉ số từ thứ 20 lên thứ 4/63, tăng 16 bậc."\n',
        fix="tính lại, hoặc sửa số ghi nhầm",
        limits="Chỉ xét bậc xếp hạng và điểm phần trăm, khi câu nêu đủ hai số kia.",
        local=True,
        find=_exact,
    ),
    Rule(
        "KH466",
        Severity.WARNING,
        "Tăng, giảm không khớp hai số",
        "Ở đây ghi {said}, theo hai số ấy thì {right}",
        why="Đã nêu số trước, số sau thì mức tăng, giảm và chiều tăng, giảm phải theo hai số ấy.",
        wrong=_TEXT + '"Họp 42 cuộc, tăng 27 cuộc so với năm 2020 (25 cuộc)."\n',
        right=_TEXT + '"Họp 42 cuộc, tăng 17 cuộc so với năm 2020 (25 cuộc)."\n',
        fix="tính lại, sửa số ghi nhầm hoặc chữ tăng, giảm, lên, xuống",
        limits="Chỉ xét trong một vế câu có số trước, số sau và mức tăng, giảm, số lần hay phần "
        "trăm; số nói khoảng, gần, trên thì không xét.",
        local=True,
        find=_changes,
    ),
)
