"""A rule: declared once, from which its message, its page, JSON, the README and tests come."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad: the English word is for programs, the Vietnamese one for people."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """lỗi, cảnh báo or gợi ý."""
        return {"error": "lỗi", "warning": "cảnh báo", "info": "gợi ý"}[self.value]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says.

    `message` and `fix` may hold {names} of the fault's facts. `near` takes the place of `fix`
    where the fault has a `near` fact. `clause` is the article of law, "" where none speaks of it.
    `blocks`: nothing can be put on paper before it is mended.
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
    clause: str = ""
    blocks: bool = False

    def say(self, facts: Mapping[str, str]) -> str:
        """The message with its facts; long or invisible ones are cut and shown."""
        return self.message.format_map({key: shown(value) for key, value in facts.items()})

    def advise(self, facts: Mapping[str, str]) -> str:
        """What to do."""
        text = self.near if self.near and facts.get("near") else self.fix
        return text.format_map({key: shown(value) for key, value in facts.items()})


def shown(text: str, limit: int = 200) -> str:
    """A typed text as a message quotes it: on one line, cut, control and bidi signs visible."""
    line = " ".join(text.split())
    if len(line) > limit:
        line = line[: limit - 1] + "…"
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in line)
