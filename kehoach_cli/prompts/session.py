"""The questions one after another: forward, back, skipped, stopped."""

from typing import NamedTuple

from kehoach_cli.prompts.asker import Asker, Move, Progress
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.looked import Looked
from kehoach_cli.prompts.question import Question


class Outcome(NamedTuple):
    """What came of asking. `answers`: by the questions' names, as typed."""

    answers: dict[str, str]
    skipped: int
    stopped: bool


class _Step(NamedTuple):
    """A question that was passed: its answer, None where it was skipped; the file before it."""

    question: Question
    answer: str | None
    before: Looked


class Session:
    """One sitting over a plan. `extra`: also ask what the plan can be printed without.

    Going back changes nothing by itself: the answers given since stay in the file, and are put
    again after an answer that is changed.
    """

    def __init__(self, filling: Filling, asker: Asker, *, extra: bool) -> None:
        self._filling, self._asker, self._extra = filling, asker, extra
        self._steps: list[_Step] = []
        self._at = 0

    def run(self) -> Outcome:
        """Ask until nothing is open, or whoever answers has had enough."""
        stopped = False
        while not stopped:
            question = self._current()
            if question is None:
                break
            stopped = self._ask(question)
        answers = {step.question.id: step.answer for step in self._steps if step.answer is not None}
        return Outcome(answers, len(self._steps) - len(answers), stopped)

    def _current(self) -> Question | None:
        """The question to be asked: one gone back to, else the first that is open."""
        if self._at < len(self._steps):
            return self._steps[self._at].question
        return next(iter(self._open()), None)

    def _open(self) -> list[Question]:
        """The open questions that were not passed over."""
        passed = {step.question.id for step in self._steps}
        return [
            question
            for question in self._filling.questions()
            if (question.needed or self._extra) and question.id not in passed
        ]

    def _ask(self, question: Question) -> bool:
        """Put one question; whether to stop."""
        total = len(self._steps) + len(self._open())
        given = self._given()
        shown = question if given is None else question._replace(default=given, current="")
        reply = self._asker.ask(shown, Progress(self._at + 1, total))
        if reply is Move.STOP:
            return True
        if reply is Move.BACK:
            self._go_back()
        elif isinstance(reply, Move) or reply == given:
            self._go_on(question)
        else:
            self._put(question, reply)
        return False

    def _given(self) -> str | None:
        """The answer of a question that was gone back to."""
        return self._steps[self._at].answer if self._at < len(self._steps) else None

    def _go_on(self, question: Question) -> None:
        """Past a question without a new answer."""
        if self._at == len(self._steps):
            self._steps.append(_Step(question, None, self._filling.looked))
        self._at += 1

    def _go_back(self) -> None:
        if self._at == 0:
            self._asker.tell("Đây là câu đầu tiên.")
            return
        self._at -= 1

    def _put(self, question: Question, answer: str) -> None:
        now, later = self._filling.looked, self._steps[self._at + 1 :]
        if self._at < len(self._steps):
            self._filling.restore(self._steps[self._at].before)
        before = self._filling.looked
        wrong = self._filling.put(question, answer)
        if wrong:
            self._filling.restore(now)
            self._asker.tell(f"  ✗ {wrong}")
            return
        remarks = self._filling.remarks
        self._steps[self._at :] = [_Step(question, answer, before)]
        self._at += 1
        self._put_again(later)
        self._filling.keep()
        for remark in remarks:
            self._asker.tell(f"  ! {remark}")

    def _put_again(self, later: list[_Step]) -> None:
        """The answers that were given after one that was changed."""
        for step in later:
            before = self._filling.looked
            question = next((q for q in self._open() if q.id == step.question.id), step.question)
            answer = step.answer
            if answer is not None and self._filling.put(question, answer):
                self._asker.tell(f"  ! {question.label}: “{answer}” phải trả lời lại.")
                continue
            self._steps.append(_Step(question, answer, before))
