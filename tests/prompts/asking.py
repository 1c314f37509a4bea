"""A scripted asker, and plans filled in by it."""

from collections.abc import Mapping, Sequence

from kehoach_cli.checks.checker import check
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.prompts.asker import Move, Progress
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.looked import Looked
from kehoach_cli.prompts.question import Question
from kehoach_cli.source.text import Source

Reply = str | Move
BACK, SKIP, STOP = Move.BACK, Move.SKIP, Move.STOP


class ScriptedAsker:
    """Answers by the names of questions, or one after another; notes all it was asked and told."""

    def __init__(self, replies: Mapping[str, Reply] | Sequence[Reply]) -> None:
        self._by_name = replies if isinstance(replies, Mapping) else {}
        self._in_order = [] if isinstance(replies, Mapping) else list(replies)
        self.asked: list[str] = []
        self.questions: list[Question] = []
        self.progress: list[Progress] = []
        self.told: list[str] = []

    def ask(self, question: Question, progress: Progress) -> Reply:
        self.asked.append(question.id)
        self.questions.append(question)
        self.progress.append(progress)
        if self._in_order:
            return self._in_order.pop(0)
        return self._by_name.get(question.id, STOP)

    def tell(self, text: str) -> None:
        self.told.append(text)


def look(source: Source) -> Looked:
    reading = read_plan(source)
    return Looked(reading, check(reading))


class Table:
    """A plan text that is filled in; every version that was kept."""

    def __init__(self, text: str) -> None:
        self.versions = [text]
        self.filling = Filling(look(Source("ke-hoach.yaml", text)), look, self._keep)

    def _keep(self, source: Source) -> None:
        self.versions.append(source.text)

    @property
    def text(self) -> str:
        return self.versions[-1]
