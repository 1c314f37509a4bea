"""Next period's plan from this one: years moved, results cleared, unfinished projects kept.

The file itself is edited, so that comments, order and wording stay; what must be decided again is
listed, never guessed.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.drafts.carried import Carried, carried
from kehoach_cli.drafts.dead_names import without_dead_names
from kehoach_cli.drafts.decide import to_decide
from kehoach_cli.drafts.moved import BLANK, moved_edits
from kehoach_cli.drafts.papers import OWN, Papers
from kehoach_cli.drafts.years import Move
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import measures
from kehoach_cli.plan.reader import Reading
from kehoach_cli.plan.records import no_files
from kehoach_cli.source.attach import Opener
from kehoach_cli.source.hand import Value
from kehoach_cli.source.nodes import Node, Scalar
from kehoach_cli.source.places import Path as Keys
from kehoach_cli.source.text import Source
from kehoach_cli.source.walk import values
from kehoach_cli.vietnamese.periods import Period

_MEASURED = ("hien_trang", "tu_so", "mau_so", "thoi_diem", "nguon_so_lieu")


class NextPlan(NamedTuple):
    """The new file, the old period, and what a person must decide again, a sentence each.

    `files`: the texts of the files that it attaches, by name.
    """

    text: str
    old: Period
    to_decide: list[str]
    files: Mapping[str, str]


def next_plan(source: Source, period: Period, opener: Opener = no_files) -> NextPlan:
    """The plan of another period made from one. Raises KehoachError where it cannot be.

    `opener` reads the files that the plan attaches.
    """
    papers = Papers(source, opener)
    plan = _readable(papers.reading)
    move = Move(_period_of(plan, source.name), period)
    if period.start <= move.old.start:
        raise KehoachError(f"{source.name} là kế hoạch {move.old.text}; thời kỳ mới phải ở sau.")
    projects = carried(plan, move)
    papers.edit(moved_edits(plan, move))
    for path, value in _blanks(plan, move, projects):
        papers.put(papers.place(path), value)
    for path in _left_out(plan, projects):
        papers.take(papers.place(path))
    papers = without_dead_names(papers)
    files = papers.renamed(move)
    text = files.pop(OWN)
    return NextPlan(text, move.old, to_decide(plan, move, projects), files)


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
    every = reversed(list(values(plan.node)))
    yield from (keys for keys, node in every if _goes(keys, node, codes))
    yield from _measured(plan)
    if projects.going_on:
        yield from (("du_an", number) for number in reversed(projects.dropped_at))


def _goes(keys: Keys, node: Node, codes: set[str]) -> bool:
    """Whether a value is a stated total, or chooses a project that was left out."""
    if keys and keys[-1] == "tong_ghi":
        return True
    is_choice = len(keys) > 1 and keys[-2] == "chon" and isinstance(keys[-1], int)
    return is_choice and isinstance(node, Scalar) and node.value.strip() in codes


def _measured(plan: Plan) -> Iterator[Keys]:
    """The present figures of targets: what was measured for the old plan."""
    for number, target in reversed(list(enumerate(plan.chi_tieu or ()))):
        yield from (("chi_tieu", number, key) for key in _MEASURED if key in target.at)


def _blanks(plan: Plan, move: Move, projects: Carried) -> Iterator[tuple[Keys, Value]]:
    """What the tables need to have a name for: values of targets, a first project."""
    for number, target in enumerate(plan.chi_tieu or ()):
        times = [move.time(time) for time in target.gia_tri or ()]
        for time in times:
            if time not in (target.gia_tri or {}):
                yield ("chi_tieu", number, "gia_tri", time), BLANK
    known = {name for item in projects.going_on for name in item.kinh_phi or ()}
    lost = {name: {"tong": ""} for name in measures(plan) if name not in known}
    if projects.going_on:
        first = (plan.du_an or []).index(projects.going_on[0])
        yield from ((("du_an", first, "kinh_phi", name), blank) for name, blank in lost.items())
    elif projects.dropped:
        name: dict[str, Value] = {"ten": "[điền tên dự án, nhiệm vụ]"}
        yield ("du_an",), [name | {"kinh_phi": lost} if lost else name]
