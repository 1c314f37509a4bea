"""What a new plan needs to know, asked one question at a time.

Every question has an answer to begin with: of the unit's profile, or the usual one.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kehoach_cli.drafts.agency import COUNCIL
from kehoach_cli.drafts.draft import FILE
from kehoach_cli.drafts.values import AGENCY, KIND, PERIOD_PATH, Values
from kehoach_cli.plan.plan_kinds import plan_kind, plan_kinds
from kehoach_cli.plan.reader import DEFAULT_UNIT
from kehoach_cli.prompts.asker import Asker, Move, Progress
from kehoach_cli.prompts.places import field_at, keys_of
from kehoach_cli.prompts.question import Heard, Question, as_typed
from kehoach_cli.prompts.reading import CHOICE, TEXT, reader
from kehoach_cli.prompts.search import chosen
from kehoach_cli.source.text import Source, Span
from kehoach_cli.vietnamese.provinces import provinces
from kehoach_cli.vietnamese.text import upper_first

TITLE = "van_ban.trich_yeu"
SIGNER, POST = "van_ban.nguoi_ky.ho_ten", "van_ban.nguoi_ky.chuc_vu"
_STEPS = (KIND, AGENCY, PERIOD_PATH, TITLE, SIGNER, POST, FILE)
_MAY_BE_OPEN = (SIGNER,)
_LABELS = {KIND: "Mẫu kế hoạch", FILE: "Ghi vào tệp"}
_HELP = {
    KIND: "mẫu quyết định kế hoạch có những phần nào; xem mọi mẫu: kehoach new --danh-sach",
    AGENCY: "gõ một phần tên, không cần dấu (lao cai); hoặc viết cả tên: Sở Y tế tỉnh Lào Cai",
    PERIOD_PATH: "một năm (2027), hoặc năm đầu và năm cuối (2026-2030)",
    SIGNER: "chưa biết thì để trống, điền sau bằng kehoach fill",
    FILE: "tên tệp kế hoạch sẽ được tạo; tệp đã có thì không bao giờ bị ghi đè",
}
_NAMED = " · "
_NOWHERE = Span(Source("", ""), 0, 0)

Propose = Callable[[Values], Values]
"""What all sources and the answers so far come to, and "tep", the name of the file."""


class Beginning(NamedTuple):
    """What is asked with. `given`: the paths that flags or a file answer already.

    `year`: the period to propose where nothing else tells one. `agencies`: names to choose from.
    """

    asker: Asker
    propose: Propose
    given: frozenset[str]
    year: int
    agencies: tuple[str, ...]

    def run(self) -> Values | None:
        """The answers; None where whoever answers had enough."""
        answers: Values = {}
        steps = [step for step in _STEPS if step not in self.given]
        at = 0
        while at < len(steps):
            question = self._question(steps[at], answers)
            reply = self.asker.ask(question, Progress(at + 1, len(steps)))
            if reply is Move.STOP:
                return None
            at = self._after(steps, at, reply, answers)
        return answers

    def _after(self, steps: list[str], at: int, reply: str | Move, answers: Values) -> int:
        """Which step comes next, the reply kept."""
        if reply is Move.BACK:
            if at == 0:
                self.asker.tell("Đây là câu đầu tiên.")
            return max(0, at - 1)
        if isinstance(reply, str):
            answers[steps[at]] = reply.partition(_NAMED)[0] if steps[at] == KIND else reply
        elif steps[at] not in _MAY_BE_OPEN:
            self.asker.tell("  ✗ Câu này cần có câu trả lời.")
            return at
        else:
            answers.pop(steps[at], None)
        return at + 1

    def _question(self, step: str, answers: Values) -> Question:
        known = self.propose(answers)
        default = answers.get(step) or known.get(step) or self._usual(step)
        options = self._options(step)
        if step == KIND:
            default = chosen(str(default), options) or ""
        field = field_at(keys_of(step)) if step != FILE else None
        return Question(
            id=step,
            label=_LABELS.get(step) or (field.label if field else step),
            target=(),
            place=_NOWHERE,
            reason=_to_be_made(known) if step == FILE else "",
            help=_HELP.get(step) or (field.help if field else ""),
            default=default if isinstance(default, str) and "[" not in default else "",
            example=field.example if field else "",
            shape=CHOICE if step == KIND else TEXT,
            options=options,
            read=self._reader(step, options),
        )

    def _usual(self, step: str) -> str:
        if step == KIND:
            return plan_kinds()[0].key
        return str(self.year) if step == PERIOD_PATH else ""

    def _options(self, step: str) -> tuple[str, ...]:
        if step == KIND:
            return tuple(f"{kind.key}{_NAMED}{kind.name}" for kind in plan_kinds())
        return self.agencies if step == AGENCY else ()

    def _reader(self, step: str, options: tuple[str, ...]) -> Callable[[str], Heard]:
        if step == KIND:
            return lambda answer: _heard_kind(answer, options)
        field = field_at(keys_of(step)) if step != FILE else None
        return reader(field, DEFAULT_UNIT) if field else as_typed


def _to_be_made(known: Values) -> str:
    """What will be written, before it is."""
    kind = plan_kind(str(known.get(KIND)))
    what = upper_first(kind.name) if kind else "Kế hoạch"
    return f"Sẽ tạo: {what} · {known.get(AGENCY)} · {known.get(PERIOD_PATH)} · {known.get(TITLE)}"


def agencies(day: date) -> tuple[str, ...]:
    """The councils of all provinces that there are on a day."""
    return tuple(f"{COUNCIL} {province}" for province in provinces(day))


def _heard_kind(answer: str, options: tuple[str, ...]) -> Heard:
    key = (chosen(answer, options) or "").partition(_NAMED)[0]
    kind = plan_kind(key)
    if kind is None:
        return Heard(wrong="chọn một mẫu theo số hay theo tên ở trên")
    return Heard(said=upper_first(kind.help))
