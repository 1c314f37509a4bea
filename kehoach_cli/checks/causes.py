"""Which one figure, changed, would make wrong sums right.

A figure can be at fault only when it is in every sum that is wrong by the same amount and in none
that is right. Where several figures can, those count that come to fit their own project better.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from kehoach_cli.annotations import TypeVar
from kehoach_cli.checks.sums import Said
from kehoach_cli.plan.ledger import Ledger, adds
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import MoneyPath
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.source.nodes import Node
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.numbers import format_decimal

_SHOWN = 3  # figures named where several are possible

Leaf = TypeVar("Leaf")


def suspects(
    leaves: Iterable[Leaf],
    wrong: Sequence[Callable[[Leaf], bool]],
    right: Sequence[Callable[[Leaf], bool]],
    fits: Callable[[Leaf], bool],
) -> list[Leaf]:
    """The figures under every wrong sum and under no right one; of those, the fitting ones."""
    for covers in wrong:
        leaves = [leaf for leaf in leaves if covers(leaf)]
    found = [leaf for leaf in leaves if not any(covers(leaf) for covers in right)]
    return [leaf for leaf in found if fits(leaf)] or found


class Figure(Values):
    """A typed amount of a project, or of a part: the last of a line from the project down."""

    line: tuple[DuAn, ...]
    path: MoneyPath
    amount: Decimal
    node: Node

    @property
    def owner(self) -> DuAn:
        """The project or part that has it."""
        return self.line[-1]


def explain(wrong: Said, every: Sequence[Said], plan: Plan, ledger: Ledger) -> str:
    """What would repair the sums that are wrong in the same way, as advice; "" if it is unknown."""
    sums = [said for said in every if said.items]
    alike = [said for said in sums if said.difference == wrong.difference]
    right = [said for said in sums if not said.difference]
    if len(alike) < 2:
        return _alone(wrong, plan, ledger)
    found = suspects(
        _figures(_narrowest(alike).items),
        [_covers(said) for said in alike],
        [_covers(said) for said in right],
        lambda figure: _fits(figure, wrong.difference),
    )
    if not found:
        return f"không có một con số nào sửa mà khớp cả {len(alike)} tổng đã ghi"
    if len(found) > _SHOWN:
        return f"có {len(found)} con số mà sửa một thì khớp cả {len(alike)} tổng đã ghi"
    changes = [_change(figure, wrong.difference) for figure in found]
    return f"sửa {' hoặc '.join(changes)} thì khớp cả {len(alike)} tổng đã ghi"


def _narrowest(sums: Sequence[Said]) -> Said:
    return min(sums, key=lambda said: len(said.items))


def _change(figure: Figure, difference: Decimal) -> str:
    old, new = format_decimal(figure.amount), format_decimal(figure.amount + difference)
    when = f" năm {figure.path.time}" if figure.path.time else ""
    line = figure.node.span.first.line
    return f"{old} thành {new} ở dòng {line} ({figure.owner.ten or ''}{when})"


def _alone(wrong: Said, plan: Plan, ledger: Ledger) -> str:
    """Of a sum that alone is wrong by so much: a row or group counted twice or left out."""
    if not wrong.items:
        return ""
    missing = abs(wrong.difference)
    amounts = ledger.amounts(wrong.path)
    same = [item for item in plan.du_an or () if amounts.get(id(item)) == missing]
    if same:
        item = same[0]
        return (
            f"phần lệch {format_decimal(missing)} đúng bằng số của “{item.ten or ''}” (dòng "
            f"{item.span().first.line}): xem dòng ấy có bị bỏ sót hay cộng hai lần"
        )
    if len(wrong.items) < 2:
        return ""
    return (
        f"không có một con số nào sửa mà khớp: không dòng nào là {format_decimal(missing)}; "
        "xem có thiếu hẳn một dòng"
    )


def _figures(items: Iterable[DuAn]) -> Iterator[Figure]:
    for item in items:
        for line in item.lines():
            yield from _own_figures(line)


def _own_figures(line: tuple[DuAn, ...]) -> Iterator[Figure]:
    owner = line[-1]
    if owner.tong_kinh_phi is not None:
        node = owner.at["tong_kinh_phi"]
        yield Figure(line, MoneyPath(), owner.tong_kinh_phi, node)
    for measure in ("", *(owner.kinh_phi or {})):
        split = owner.measure(measure)
        if split is None:
            continue
        for (time, source), amount in split.leaves.items():
            path = MoneyPath(measure, time, source)
            yield Figure(line, path, amount, split.places[time, source])


def _covers(said: Said) -> Callable[[Figure], bool]:
    members = {id(item) for item in said.items}
    return lambda figure: id(figure.line[0]) in members and _is_in(figure, said.path)


def _is_in(figure: Figure, path: MoneyPath) -> bool:
    """Whether a figure is added up along a path."""
    own = figure.path
    if own.measure != path.measure or not adds(figure.line, path):
        return False
    return own == _used(figure.owner, path, own)


def _used(owner: DuAn, path: MoneyPath, own: MoneyPath) -> MoneyPath | None:
    """The figure that a sum along a path takes, if it is one like `own`: a given total wins."""
    if path == MoneyPath() and "tong_kinh_phi" in owner.at:
        return path
    split = owner.measure(path.measure)
    if split is None or (path.time, path.source) in split.leaves:
        return path
    fits_time = path.time in (None, own.time) or _within(own.time, path.time)
    return own if fits_time and path.source in (None, own.source) else None


def _within(time: str | None, span: str | None) -> bool:
    first, dash, last = (span or "").partition("-")
    return bool(dash and time and first <= time <= last)


def _fits(figure: Figure, change: Decimal) -> bool:
    """Whether a project's split comes to another total of it only when the figure is changed."""
    owner, measure = figure.owner, figure.path.measure
    total = owner.measure(measure)
    if figure.path == MoneyPath() or total is None:
        return False
    now = sum((v for (t, _), v in total.leaves.items() if t), Decimal(0))
    others = [stated.amount for stated in owner.tong_ghi or () if not stated.terms]
    others += [owner.tong_kinh_phi] if owner.tong_kinh_phi is not None else []
    for name in owner.kinh_phi or {}:
        whole = owner.amount(name, None, None) if name != measure else None
        others += [whole] if whole is not None else []
    return now + change in others and now not in others
