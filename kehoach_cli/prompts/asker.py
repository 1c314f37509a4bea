"""Who answers: a person at a terminal, or a test."""

from enum import Enum
from typing import NamedTuple, Protocol

from kehoach_cli.prompts.question import Question


class Move(Enum):
    """What may be said in place of an answer."""

    SKIP = "skip"
    BACK = "back"
    STOP = "stop"


class Progress(NamedTuple):
    """Which question this is, and how many there are."""

    number: int
    total: int


class Asker(Protocol):
    """Puts questions to somebody and tells them what happens."""

    def ask(self, question: Question, progress: Progress) -> str | Move:
        """The answer, as typed. `Question.read` has found nothing wrong with it."""

    def tell(self, text: str) -> None:
        """A remark between questions."""
