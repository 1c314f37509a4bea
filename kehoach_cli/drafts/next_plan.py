"""Next period's plan from this one: years moved, results cleared, unfinished projects kept.

The file itself is edited, so that comments, order and wording stay; what must be decided again is
listed, never guessed.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.drafts.carried import Carried, carried
from kehoach_cli.drafts.dead_names import without_dead_names
from kehoach_cli.drafts.decide import SHOWN, Decisions, with_list
from kehoach_cli.drafts.moved import BLANK, NEW_AMOUNT, moved_edits
from kehoach_cli.drafts.old_money import OldMoney, work_edits
from kehoach_cli.drafts.papers import OWN, Papers
from kehoach_cli.drafts.years import Move
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.reader import Reading
from kehoach_cli.plan.records import no_files
from kehoach_cli.plan.targets import NOW, PARTS, ChiTieu
from kehoach_cli.source.attach import Opener
from kehoach_cli.source.hand import Value
from kehoach_cli.source.nodes import Node, Scalar
from kehoach_cli.source.places import Path as Keys
from kehoach_cli.source.text import Source
from kehoach_cli.source.walk import values
from kehoach_cli.vietnamese.periods import Period

_MEASURED = (*PARTS, "thoi_diem", "nguon_so_lieu")


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
    money = OldMoney(plan, move, projects)
    move = money.naming()
    papers.edit([*moved_edits(plan, move), *money.edits(), *work_edits(plan, move, projects)])
    blanks = (*money.places(), *money.narrowed(), *_blanks(plan, move, projects))
    papers.put((papers.place(path), value) for path, value in blanks)
    papers.take(papers.place(path) for path in _left_out(plan, projects))
    papers = without_dead_names(papers)
    files = papers.renamed(move)
    places = sum(text.count(NEW_AMOUNT) for text in files.values())
    due = [time for text in files.values() for time in move.due(text)]
    decisions = Decisions(plan, move, projects, money.cleared(), places, due)
    text = with_list(files.pop(OWN), decisions.said())
    return NextPlan(text, move.old, decisions.said(SHOWN), files)


def _readable(reading: Reading) -> Plan:
    plan = reading.plan
    name = reading.source.name
    if plan is None or plan.node is None or reading.source.bad_bytes:
        raise KehoachError(f"Không đọc được {name}; chạy kehoach check rồi sửa trước.")
    return plan


def _period_of(plan: Plan, name: str) -> Period:
    period = plan.period
    if period is None:
        raise KehoachError(f"{name} chưa ghi van_ban.thoi_ky, nên không biết là của năm nào.")
    return period


def _left_out(plan: Plan, projects: Carried) -> Iterator[Keys]:
    """The places that go, the last of a list before those that stand before it."""
    gone = {item.ma for item in projects.dropped if item.ma}
    gone |= {f"khac.{name}" for name in _lost(plan, projects, "khac")}
    every = reversed(list(values(plan.node)))
    yield from (keys for keys, node in every if _goes(keys, node, gone))
    yield from _measured(plan)
    if projects.going_on:
        yield from (("du_an", number) for number in reversed(projects.dropped_at))


def _goes(keys: Keys, node: Node, gone: set[str]) -> bool:
    """Whether a value is a stated total, or one of several names of what was left out."""
    if keys and keys[-1] == "tong_ghi":
        return True
    is_choice = len(keys) > 1 and keys[-2] in ("chon", "gia_tri") and isinstance(keys[-1], int)
    return is_choice and isinstance(node, Scalar) and node.value.strip() in gone


def _measured(plan: Plan) -> Iterator[Keys]:
    """The present figures of targets: what was measured for the old plan."""
    for number, target in reversed(list(enumerate(plan.chi_tieu or ()))):
        yield from (("chi_tieu", number, key) for key in _MEASURED if key in target.at)


def _blanks(plan: Plan, move: Move, projects: Carried) -> Iterator[tuple[Keys, Value]]:
    """What the tables need to have a name for: values of targets, a first project."""
    for number, target in enumerate(plan.chi_tieu or ()):
        for path, value in (*_figures(target, move), *_own_units(target)):
            yield ("chi_tieu", number, *path), value
    lost: dict[str, dict[str, Value]] = {
        "kinh_phi": {name: {"tong": ""} for name in _lost(plan, projects, "kinh_phi")},
        "khac": {n: BLANK for n in _lost(plan, projects, "khac") if n in _lone_names(plan)},
    }
    if projects.going_on:
        first = (plan.du_an or []).index(projects.going_on[0])
        for key, blanks in lost.items():
            yield from ((("du_an", first, key, name), blank) for name, blank in blanks.items())
    elif projects.dropped:
        kept = {key: blanks for key, blanks in lost.items() if blanks}
        yield ("du_an",), [{"ten": "[điền tên dự án, nhiệm vụ]", **kept}]


def _figures(target: ChiTieu, move: Move) -> Iterator[tuple[Keys, Value]]:
    """A blank for the present figure of a target that had one, and for each time to come."""
    if target.now is not None:
        yield (NOW,), BLANK
    known = target.gia_tri or {}
    for time in map(move.time, known):
        if time not in known:
            yield ("gia_tri", time), BLANK


def _own_units(target: ChiTieu) -> Iterator[tuple[Keys, Value]]:
    """The parts of a target's values with the units that its present figure told for them all."""
    now = target.now
    for time, figure in (target.gia_tri or {}).items():
        for key in PARTS:
            own, told = getattr(figure, key), getattr(now, key, None)
            if own and told and not own.unit and told.unit:
                yield ("gia_tri", time, key), str(own._replace(unit=told.unit))


def _lost(plan: Plan, projects: Carried, key: str) -> dict[str, None]:
    """The measures, or the author's own fields, that only finished projects have."""
    known = {name for item in projects.going_on for name in getattr(item, key) or ()}
    every = (name for item in plan.du_an or () for name in getattr(item, key) or ())
    return {name: None for name in every if name not in known}


def _lone_names(plan: Plan) -> set[str]:
    """The author's own fields that a column shows and nothing else."""
    columns = (node for keys, node in values(plan.node) if keys and keys[-1] == "gia_tri")
    names = (node.value.strip() for node in columns if isinstance(node, Scalar))
    return {name.removeprefix("khac.") for name in names if name.startswith("khac.")}
