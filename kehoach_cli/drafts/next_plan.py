"""Next period's plan from this one: years moved, results cleared, unfinished projects kept.

The file itself is edited, so that comments, order and wording stay; what must be decided again is
listed, never guessed.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.drafts.carried import Carried, carried
from kehoach_cli.drafts.decide import to_decide
from kehoach_cli.drafts.moved import BLANK, moved_edits
from kehoach_cli.drafts.years import Move
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import measures
from kehoach_cli.plan.reader import Reading, read_plan
from kehoach_cli.source.edit import edited
from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.source.hand import Value
from kehoach_cli.source.insert import inserted
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.places import Path as Keys
from kehoach_cli.source.proof import composed
from kehoach_cli.source.remove import removal
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.periods import Period

_MEASURED = ("hien_trang", "tu_so", "mau_so", "thoi_diem", "nguon_so_lieu")


class NextPlan(NamedTuple):
    """The new file, the old period, and what a person must decide again, a sentence each."""

    text: str
    old: Period
    to_decide: list[str]


def next_plan(source: Source, period: Period) -> NextPlan:
    """The plan of another period made from one. Raises KehoachError where it cannot be."""
    reading = read_plan(source)
    plan = _readable(reading)
    move = Move(_period_of(plan, source.name), period)
    if period.start <= move.old.start:
        raise KehoachError(f"{source.name} là kế hoạch {move.old.text}; thời kỳ mới phải ở sau.")
    projects = carried(plan, move)
    after = edited(source, moved_edits(plan, move))
    for path in _left_out(plan, projects):
        after = _without(after, path)
    for path, value in _blanks(plan, move, projects):
        after = _with(after, path, value)
    return NextPlan(after.text, move.old, to_decide(plan, move, projects))


def _readable(reading: Reading) -> Plan:
    plan = reading.plan
    name = reading.source.name
    if plan is None or plan.node is None or reading.source.bad_bytes:
        raise KehoachError(f"Không đọc được {name}; chạy kehoach check rồi sửa trước.")
    return plan


def _period_of(plan: Plan, name: str) -> Period:
    period = plan.van_ban.thoi_ky if plan.van_ban else None
    if period is None:
        raise KehoachError(f"{name} chưa ghi van_ban.thoi_ky, nên không biết là của năm nào.")
    return period


def _left_out(plan: Plan, projects: Carried) -> Iterator[Keys]:
    """The places that go, the last of a list before those that stand before it."""
    codes = {item.ma for item in projects.dropped if item.ma}
    yield from (keys for keys, node in _listed_last_first(plan.node) if _goes(keys, node, codes))
    yield from _measured(plan)
    yield from (("du_an", number) for number in reversed(projects.dropped_at))


def _goes(keys: Keys, node: Node, codes: set[str]) -> bool:
    """Whether a value is a stated total, or chooses a project that was left out."""
    if keys[-1] == "tong_ghi":
        return True
    is_choice = len(keys) > 1 and keys[-2] == "chon" and isinstance(keys[-1], int)
    return is_choice and isinstance(node, Scalar) and node.value.strip() in codes


def _listed_last_first(node: Node | None, keys: Keys = ()) -> Iterator[tuple[Keys, Node]]:
    """Every value under a node with its keys, from the last to the first."""
    if node is not None and keys:
        yield keys, node
    if isinstance(node, Mapping):
        for key, (_, value) in reversed(node.entries.items()):
            yield from _listed_last_first(value, (*keys, key))
    elif isinstance(node, Sequence):
        for number, item in reversed(list(enumerate(node.items))):
            yield from _listed_last_first(item, (*keys, number))


def _measured(plan: Plan) -> Iterator[Keys]:
    """The present figures of targets: what was measured for the old plan."""
    for number, target in reversed(list(enumerate(plan.chi_tieu or ()))):
        yield from (("chi_tieu", number, key) for key in _MEASURED if key in target.at)


def _without(source: Source, path: Keys) -> Source:
    """The source without what stands at a path; as it is where only a hand can take it out."""
    try:
        change = removal(source, composed(source), path)
    except CannotWriteError:
        return source
    return edited(source, change.edits)


def _with(source: Source, path: Keys, value: Value) -> Source:
    """The source with a value at a path; as it is where only a hand can write it."""
    try:
        return inserted(source, path, value)
    except CannotWriteError:
        return source


def _blanks(plan: Plan, move: Move, projects: Carried) -> Iterator[tuple[Keys, Value]]:
    """What the tables need to have a name for: values of targets, a first project."""
    for number, target in enumerate(plan.chi_tieu or ()):
        times = [move.time(time) for time in target.gia_tri or ()]
        for time in times:
            if time not in (target.gia_tri or {}):
                yield ("chi_tieu", number, "gia_tri", time), BLANK
    if projects.dropped and not projects.going_on:
        yield ("du_an",), [{"ten": "[điền tên dự án, nhiệm vụ]"}]
    known = {name for item in projects.going_on for name in item.kinh_phi or ()}
    for name in measures(plan).keys() - known:
        yield ("du_an", 0, "kinh_phi", name), {"tong": ""}
