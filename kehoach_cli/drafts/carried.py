"""Which projects of a plan go on in the next one."""

from typing import NamedTuple

from kehoach_cli.drafts.years import Move
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.periods import parse_period
from kehoach_cli.vietnamese.unreadable import Unreadable

_YEAR = pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_GOES_ON = pattern(r"(?i)chuyển tiếp|tiếp tục|chuyển sang|sang năm")


class Carried(NamedTuple):
    """Projects that go on, and those left out."""

    going_on: list[DuAn]
    dropped: list[DuAn]
    dropped_at: list[int]


def carried(plan: Plan, move: Move) -> Carried:
    """Each project of the plan told apart. `dropped_at`: positions of those left out."""
    found = Carried([], [], [])
    for number, item in enumerate(plan.du_an or ()):
        if _is_finished(item, move):
            found.dropped.append(item)
            found.dropped_at.append(number)
        else:
            found.going_on.append(item)
    return found


def _is_finished(item: DuAn, move: Move) -> bool:
    """Whether it ended before the new period: its time, or without one its money.

    One goes on whose time is not in years ("Thường xuyên"), that has money in the new period, of
    which a remark says so, or that has no time and a total of more than its money.
    """
    last = last_year(item.thoi_gian)
    if item.thoi_gian and not last:
        return False
    last_money = max(_money_years(item), default=0)
    if max(last, last_money) == 0 or max(last, last_money) >= move.new.start:
        return False
    if last:
        return not _is_said_to_go_on(item, move)
    total, given = item.tong_kinh_phi, item.von.get() if item.von else None
    return total is None or given is None or total <= given


def _is_said_to_go_on(item: DuAn, move: Move) -> bool:
    """Whether the time or the remark says in words, or by a later year, that it goes on."""
    said = f"{item.thoi_gian} {item.ghi_chu or ''}"
    return bool(_GOES_ON.search(said)) or last_year(item.ghi_chu) >= move.new.start


def last_year(text: str | None) -> int:
    """The last year of a time; 0 where it names none."""
    try:
        return parse_period(text or "").end
    except Unreadable:
        return max((int(year) for year in _YEAR.findall(text or "")), default=0)


def _money_years(item: DuAn) -> set[int]:
    """The years that a project, or a part of it, has money in."""
    splits = [item.von, *(item.kinh_phi or {}).values()]
    own = {
        int(time[-4:]) for split in splits if split for time, _ in split.places if time is not None
    }
    return own.union(*(_money_years(part) for part in item.hang_con or ()))


def without_money(items: list[DuAn], move: Move) -> list[DuAn]:
    """Of some projects those that have no money in the new period yet."""
    return [item for item in items if not _money_years(item) & set(move.new.years)]
