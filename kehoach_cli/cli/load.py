"""A path → a reading and its findings; what every command begins with."""

import os

from kehoach_cli.checks.checker import answered, contents_of, faults_of, in_words
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.selection import Selection
from kehoach_cli.cli.beside import opener_beside, pictures_beside
from kehoach_cli.cli.reading import read_input
from kehoach_cli.cli.resources import PROFILE, find_profile
from kehoach_cli.plan.reader import DEFAULT_UNIT, Reading, read_plan, read_profile
from kehoach_cli.source.text import Source
from kehoach_cli.values import Values


class Loaded(Values):
    """A plan as read. `faults`: what was met in reading it and the profile behind it.

    `ignored`: the rules that the profile leaves out.
    """

    reading: Reading
    faults: list[Diagnostic]
    is_profile: bool = False
    ignored: tuple[str, ...] = ()

    def findings(self) -> list[Diagnostic]:
        """Everything that is to be told of the plan, less the rules that the profile leaves out."""
        found = answered(self.reading, [*self.faults, *contents_of(self.reading)])
        return Selection(ignore=self.ignored).of(found)


def load(name: str) -> Loaded:
    """Read one plan, or a unit's profile.

    Raises KehoachError where the file cannot be read at all.
    """
    return reload(name, read_input(name))


def reload(name: str, source: Source) -> Loaded:
    """What `load` makes of a file when it holds this source."""
    if os.path.basename(name) == PROFILE and "noi_dung" not in source.text:
        _, faults = read_profile(source)
        reading = Reading(source, None, faults, DEFAULT_UNIT)
        return Loaded(reading, in_words(faults), is_profile=True)
    profile_source = find_profile(name)
    profile, faults = (None, []) if profile_source is None else read_profile(profile_source)
    reading = read_plan(source, profile, opener_beside(name), pictures_beside(name))
    ignored = tuple(profile.quy_tac_bo_qua or ()) if profile else ()
    return Loaded(reading, [*in_words(faults), *faults_of(reading)], ignored=ignored)
