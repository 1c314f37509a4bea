"""What was looked at on a machine, and how it stands."""

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Whether a thing is there: fine, missing though work goes on, or needed and broken."""

    OK = "ok"
    MISSING = "missing"
    BROKEN = "broken"


class Probe(NamedTuple):
    """One thing that was looked at.

    `found`: what is there; `effect`: what cannot be done for want of it; `fix`: what to do.
    """

    key: str
    label: str
    state: State
    found: str
    effect: str = ""
    fix: str = ""


def looked_for(
    key: str, label: str, found: str | None, nothing: str, effect: str, fix: str
) -> Probe:
    """What can be done without: where it is, or what is said where nothing was found."""
    if found:
        return Probe(key, label, State.OK, found)
    return Probe(key, label, State.MISSING, nothing, effect, fix)
