"""The projects of a plan with all their parts, and the years that a project is done in."""

from collections.abc import Iterator
from functools import lru_cache

from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.periods import Period, parse_period
from kehoach_cli.vietnamese.unreadable import Unreadable


def projects_and_parts(subject: Subject) -> Iterator[DuAn]:
    """Every project, and behind it its parts at every depth."""
    for item in subject.plan.du_an or ():
        if item.hang_con:
            yield from (line[-1] for line in item.lines())
        else:
            yield item


def period_of(item: DuAn) -> Period | None:
    """The time of a project; None where it is no period."""
    return _period(item.thoi_gian) if item.thoi_gian else None


def years_of(item: DuAn) -> range | None:
    """The years of a project; None where its time is no period."""
    period = period_of(item)
    return period.years if period else None


@lru_cache(maxsize=256)
def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except Unreadable:
        return None
