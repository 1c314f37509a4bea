"""The questions one after another: forward, back, skipped, stopped."""

from collections import Counter
from typing import NamedTuple

from kehoach_cli.prompts.asker import Asker, Move, Progress
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.question import Question


class Outcome(NamedTuple):
    """What came of asking. `answers`: by the questions' names, as typed."""

    answers: dict[str, str]
    skipped: int
    stopped: bool


class Session:
    """One sitting over a plan. `extra`: also ask what the plan can be printed without."""

    def __init__(self, filling: Filling, asker: Asker, *, extra: bool) -> None:
        self._filling, self._asker, self._extra = filling, asker, extra
        self._answers: dict[str, str] = {}
        self._passed: list[tuple[str, bool]] = []
        self._filled: Counter[str] = Counter()

    def run(self) -> Outcome:
        """Ask until nothing is open, or whoever answers has had enough."""
        stopped = False
        while not stopped:
            question = self._next()
            if question is None:
                break
            stopped = self._ask(question)
        skipped = sum(1 for _, was_answered in self._passed if not was_answered)
        return Outcome(self._answers, skipped, stopped)

    def _open(self) -> list[Question]:
        """The open questions that were not passed over."""
        passed = {name for name, _ in self._passed}
        named = (self._as_at_first(question) for question in self._filling.questions())
        return [
            question
            for question in named
            if (question.needed or self._extra) and question.id not in passed
        ]

    def _as_at_first(self, question: Question) -> Question:
        """A blank's number counts those of its text that were filled before it."""
        name, mark, number = question.id.partition("#")
        if not mark:
            return question
        return question._replace(id=f"{name}#{int(number) + self._filled[name]}")

    def _next(self) -> Question | None:
        return next(iter(self._open()), None)

    def _ask(self, question: Question) -> bool:
        """Put one question; whether to stop."""
        number = len(self._passed) + 1
        progress = Progress(number, number + len(self._open()) - 1)
        default = self._answers.get(question.id, question.default)
        reply = self._asker.ask(question._replace(default=default), progress)
        if reply is Move.STOP:
            return True
        if reply is Move.BACK:
            self._go_back()
        elif isinstance(reply, Move):
            self._note(question.id, was_answered=False)
        else:
            self._put(question, reply)
        return False

    def _put(self, question: Question, answer: str) -> None:
        wrong = self._filling.put(question, answer)
        if wrong:
            self._asker.tell(f"  ✗ {wrong}")
            return
        self._filling.keep()
        for remark in self._filling.remarks:
            self._asker.tell(f"  ! {remark}")
        self._answers[question.id] = answer
        self._note(question.id, was_answered=True)

    def _note(self, name: str, *, was_answered: bool) -> None:
        self._passed.append((name, was_answered))
        self._filled[name.partition("#")[0]] += was_answered

    def _go_back(self) -> None:
        if not self._passed:
            self._asker.tell("Đây là câu đầu tiên.")
            return
        name, was_answered = self._passed.pop()
        if was_answered:
            self._filling.take_back()
            self._filled[name.partition("#")[0]] -= 1
