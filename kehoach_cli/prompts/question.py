"""A question: what is asked, why, how its answer is read, and where it goes."""

from collections.abc import Callable
from typing import NamedTuple

from kehoach_cli.source.text import Span

Keys = tuple[str | int, ...]
"""A place by keys from the top; list positions count from 0."""


DELETE = "-"
"""The answer that takes a blank out of its text, or away with the row it stands for."""


class NewSection(NamedTuple):
    """A section that is to be written: its part of the plan, its title, what it comes before.

    `before`: the position of a section of `noi_dung`; None: it comes last.
    """

    role: str
    title: str
    before: int | None


class SampleRow(NamedTuple):
    """A row that a template gave as a sample: its real name goes to `name`, or it is deleted.

    So is any value that is a blank alone and that a plan can do without.
    """

    name: Keys
    row: Keys


class Wanted(NamedTuple):
    """What a record lacks: the record, and the keys under it as `Rule.wants` names them."""

    record: Keys
    wants: str


class Heard(NamedTuple):
    """How an answer was read: `said` shows it in other words, `wrong` tells why it cannot be.

    `meant`: the answer as it is to be written where that is not as typed.
    """

    said: str = ""
    wrong: str = ""
    meant: str = ""


def as_typed(_: str) -> Heard:
    """Any text is as good as another."""
    return Heard()


class Question(NamedTuple):
    """One thing to be asked.

    `id`: its name in answers files and in JSON. `reason`: why it is asked. `current`: what the
    plan has there. `past`: what an older plan said there, in lines. `default`: what Enter takes.
    `shape`: how it is typed: text, prose (several lines), list (parted by `;`), choice. `options`:
    what may be chosen, or is likely; of a choice nothing else may stand. `target`: keys of the plan
    where the answer goes, the stretch of text it takes the place of, a section that it makes, or a
    sample row. `part_of`: what else is asked even when this part of it has its answer.
    """

    id: str
    label: str
    target: Keys | Span | NewSection | SampleRow
    place: Span
    reason: str = ""
    help: str = ""
    example: str = ""
    current: str = ""
    past: tuple[str, ...] = ()
    default: str = ""
    shape: str = "text"
    options: tuple[str, ...] = ()
    needed: bool = True
    read: Callable[[str], Heard] = as_typed
    part_of: Wanted | None = None

    def meant(self, answer: str) -> str:
        """What is written for an answer."""
        return self.read(answer).meant or answer
