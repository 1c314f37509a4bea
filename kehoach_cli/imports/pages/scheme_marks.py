"""Marks by which kehoach's own files say at which level of which scheme a paragraph stands."""

from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.scheme import parse_scheme

_CLASS = pattern(r"bac-(?P<outline>\d{1,6})-(?P<level>\d{1,3})(?P<bare>-0)?")


class Stand(NamedTuple):
    """A level of a scheme; -1 where nothing says it. `bare`: no number stands there."""

    scheme: str = ""
    level: int = -1
    bare: bool = False


UNSAID, BARE = Stand(), Stand(bare=True)


def stand_at(scheme: str, level: int, *, bare: bool = False) -> Stand:
    """A level of a scheme; UNSAID where there is none such."""
    levels = parse_scheme(scheme)
    return Stand(scheme, level, bare) if levels and level < len(levels) else UNSAID


def stand_of(classes: Sequence[str], schemes: Sequence[str]) -> Stand:
    """The level that the classes of an element of a page name. `schemes`: of its outlines.

    A page that says them names a level for each number.
    """
    match = next(filter(None, map(_CLASS.fullmatch, classes)), None)
    if match is None and schemes:
        return BARE
    if match is None or int(match["outline"]) >= len(schemes):
        return UNSAID
    level = int(match["level"])
    return stand_at(schemes[int(match["outline"])], level, bare=match["bare"] is not None)
