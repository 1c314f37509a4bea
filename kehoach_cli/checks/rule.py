"""A rule: declared once, from which its message, its page, JSON, the README and tests come."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.checks.subject import Subject
from kehoach_cli.source.faults import NO_FACTS
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values

_QUOTED = 200  # letters of a typed text in a message, at most
_BEGINNING = 60  # letters of a text that is only begun there


class Severity(Enum):
    """How bad: the English word is for programs, the Vietnamese one for people."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """lỗi, cảnh báo or gợi ý."""
        return {"error": "lỗi", "warning": "cảnh báo", "info": "gợi ý"}[self.value]


class Found(NamedTuple):
    """A place where a rule is broken, the facts for its message, and the certain repair.

    `repair`: what to write in place of the span; None where a person must decide.
    """

    span: Span
    facts: Mapping[str, str] = NO_FACTS
    repair: str | None = None


def part(scalar: Scalar, start: int, end: int, repair: str | None = None, **facts: str) -> Found:
    """A finding in a stretch of a text."""
    return Found(scalar.span_of(start, end), facts, repair)


class Rule(Values):
    """What a rule says, and how it is found.

    `message` and `fix` may hold {names} of the fault's facts. `near` takes the place of `fix`
    where the fault has a `near` fact, `empty` where its `known` fact is empty.
    `clause` is the article of law, "" where none speaks of it.
    `limits`: what the rule cannot know. `blocks`: nothing can be put on paper before it is mended.
    `cuts`: a part of the file is lost by it.
    `find`: None where reading itself meets the fault. `local`: it needs no more than the place
    itself, so it is true also of a file of which a part could not be read. `on_issue`: part of
    an unfinished draft, an error when the plan is about to be issued. `asks`: it
    finds a blank, and what is to be filled in takes the place of the span. `wants`: the keys of
    what is missing, under the record whose field the span is; `{year}` stands for each year of the
    plan, `{source}` for each source of its money.
    """

    id: str
    severity: Severity
    title: str
    message: str
    why: str
    wrong: str
    right: str
    fix: str
    near: str = ""
    empty: str = ""
    clause: str = ""
    limits: str = ""
    blocks: bool = False
    cuts: bool = False
    local: bool = False
    on_issue: bool = False
    asks: bool = False
    wants: str = ""
    find: Callable[[Subject], Iterable[Found]] | None = None

    def __reduce__(self) -> tuple[Callable[[str], "Rule"], tuple[str]]:
        """Another process takes the rule of that name from its own; what finds it stays at home."""
        return _named, (self.id,)

    def say(self, facts: Mapping[str, str]) -> str:
        """The message with its facts; long or invisible ones are cut and shown."""
        return self.message.format_map({key: shown(value) for key, value in facts.items()})

    def advise(self, facts: Mapping[str, str]) -> str:
        """What to do."""
        text = self.near if self.near and facts.get("near") else self.fix
        if self.empty and text is self.fix and facts.get("known") == "":
            text = self.empty
        return text.format_map({key: shown(value) for key, value in facts.items()})


def _named(rule: str) -> Rule:
    from kehoach_cli.checks.rules import BY_ID  # which is made of rules

    return BY_ID[rule]


def shown(text: str) -> str:
    """A typed text as a message quotes it: on one line, cut, control and bidi signs visible."""
    line = " ".join(text.split())
    if len(line) > _QUOTED:
        line = line[: _QUOTED - 1] + "…"
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in line)


def first_words(text: str) -> str:
    """The beginning of a text, as a message quotes it."""
    line = " ".join(text.split())
    if len(line) <= _BEGINNING:
        return line
    return line[:_BEGINNING].rsplit(" ", 1)[0] + " …"
