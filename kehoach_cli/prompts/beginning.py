"""What a new plan needs to know, asked one question at a time.

Every question has an answer to begin with: of the unit's profile, or the usual one.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kehoach_cli.drafts.agency import COUNCIL, agency_of
from kehoach_cli.drafts.answers import AGENCY, PERIOD_PATH
from kehoach_cli.drafts.draft import FILE
from kehoach_cli.drafts.known import KIND, Known
from kehoach_cli.plan.plan_kinds import plan_kind, plan_kinds
from kehoach_cli.plan.reader import DEFAULT_UNIT
from kehoach_cli.prompts.asker import Asker, Move, Progress
from kehoach_cli.prompts.places import field_at, keys_of
from kehoach_cli.prompts.question import Heard, Question, as_typed
from kehoach_cli.prompts.reading import CHOICE, TEXT, reader
from kehoach_cli.prompts.search import chosen, matches
from kehoach_cli.source.text import Source, Span
from kehoach_cli.vietnamese.bodies import provinces_gone
from kehoach_cli.vietnamese.provinces import provinces
from kehoach_cli.vietnamese.text import fold, upper_first

TITLE = "van_ban.trich_yeu"
SIGNER, POST = "van_ban.nguoi_ky.ho_ten", "van_ban.nguoi_ky.chuc_vu"
_STEPS = (KIND, AGENCY, PERIOD_PATH, TITLE, SIGNER, POST, FILE)
_MAY_BE_OPEN = (SIGNER, POST)
_FEW, _FEWEST_WORDS = 4, 2
_LABELS = {
    KIND: "Mẫu kế hoạch",
    SIGNER: "Người ký: họ và tên",
    POST: "Người ký: chức vụ",
    FILE: "Ghi vào tệp",
}
_HELP = {
    KIND: "mẫu quyết định kế hoạch có những phần nào; xem mọi mẫu: kehoach new --danh-sach",
    AGENCY: "gõ một phần tên, không cần dấu (lao cai); hoặc viết cả tên: Sở Y tế tỉnh Lào Cai",
    PERIOD_PATH: "một năm (2027), hoặc năm đầu và năm cuối (2026-2030)",
    SIGNER: "chưa biết thì để trống, điền sau bằng kehoach fill",
    FILE: "tên tệp kế hoạch sẽ được tạo; tệp đã có thì không bao giờ bị ghi đè",
}
_NAMED = " · "
_FIVE = 5
_NOWHERE = Span(Source("", ""), 0, 0)

Propose = Callable[[Known], Known]
"""What all sources and the answers so far come to, and "tep", the name of the file."""


class Beginning(NamedTuple):
    """What is asked with. `given`: the paths that flags or a file answer already.

    `refuse` tells what is wrong with the name of a file, "" where nothing is. `today`: next year,
    or the five years it is of, is proposed where nothing else tells a period, and the agencies
    are those of this day.
    """

    asker: Asker
    propose: Propose
    given: frozenset[str]
    refuse: Callable[[str], str]
    today: date

    def run(self) -> Known | None:
        """The answers; None where whoever answers had enough."""
        answers: Known = {}
        steps = [step for step in _STEPS if step not in self.given]
        at = 0
        while at < len(steps):
            question = self._question(steps[at], answers)
            reply = self.asker.ask(question, Progress(at + 1, len(steps)))
            if reply is Move.STOP:
                return None
            at = self._after(steps, at, reply, answers)
        return answers

    def _after(self, steps: list[str], at: int, reply: str | Move, answers: Known) -> int:
        """Which step comes next, the reply kept."""
        if reply is Move.BACK:
            if at == 0:
                self.asker.tell("Đây là câu đầu tiên.")
            return max(0, at - 1)
        if isinstance(reply, str):
            answers[steps[at]] = reply.partition(_NAMED)[0] if steps[at] == KIND else reply
        elif steps[at] not in _MAY_BE_OPEN:
            self.asker.tell("  ✗ Không có câu này thì chưa lập được kế hoạch.")
            return at
        else:
            answers.pop(steps[at], None)
        return at + 1

    def _question(self, step: str, answers: Known) -> Question:
        known = self.propose(answers)
        default = answers.get(step) or known.get(step) or self._usual(step, known)
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
            shape=CHOICE if step == KIND else TEXT,
            options=options,
            read=self._reader(step, options),
        )

    def _usual(self, step: str, known: Known) -> str:
        if step == KIND:
            return plan_kinds()[0].key
        kind = plan_kind(str(known.get(KIND)))
        several = kind is not None and kind.several_years is True
        return _usual_period(self.today.year + 1, several) if step == PERIOD_PATH else ""

    def _options(self, step: str) -> tuple[str, ...]:
        if step == KIND:
            return tuple(f"{kind.key}{_NAMED}{kind.name}" for kind in plan_kinds())
        return agencies(self.today) if step == AGENCY else ()

    def _reader(self, step: str, options: tuple[str, ...]) -> Callable[[str], Heard]:
        if step == KIND:
            return lambda answer: _heard_kind(answer, options)
        if step == AGENCY:
            return lambda answer: heard_agency(answer, options, self.today)
        if step == FILE:
            return lambda answer: Heard(wrong=self.refuse(answer))
        field = field_at(keys_of(step))
        read = reader(field, DEFAULT_UNIT) if field else as_typed
        return (lambda answer: _heard_person(answer, read)) if step in (SIGNER, POST) else read


def _usual_period(year: int, several: bool) -> str:
    """The year; of a plan for several, the five-year period it is in: 2021-2025, 2026-2030."""
    first = year - (year - 1) % _FIVE
    return f"{first}-{first + _FIVE - 1}" if several else str(year)


def heard_agency(answer: str, options: tuple[str, ...], today: date) -> Heard:
    """The one that is meant, or the whole name of another; of a part that fits several, those.

    A department that the lists know may be typed without marks: "so y te lao cai".
    """
    if chosen(answer, options):
        return Heard()
    found = matches(answer, options)
    if found:
        more = f" và {len(found) - _FEW} nơi khác" if len(found) > _FEW else ""
        return Heard(wrong=f"có thể là {'; '.join(found[:_FEW])}{more}: gõ rõ hơn")
    gone = {fold(body.name.split(" ", 1)[-1]): body for body in provinces_gone()}
    body = gone.get(fold(answer)) or gone.get(fold(answer.partition(" ")[2]))
    if body is not None:
        return Heard(wrong=f"{body.name} nay thuộc {body.successor}: gõ tên mới")
    meant = agency_of(answer, today)
    heard = Heard(said=" · ".join(filter(None, (meant.superior, meant.name))))
    if answer.isascii() and meant.province and not (meant.unit or meant.name).isascii():
        return heard
    if answer.isascii() or len(answer.split()) < _FEWEST_WORDS:
        return Heard(
            wrong="viết cả tên, có dấu, như Sở Y tế tỉnh Lào Cai; UBND xã Bát Xát, tỉnh Lào Cai"
        )
    return heard


def _heard_person(answer: str, read: Callable[[str], Heard]) -> Heard:
    """The name or the post of a person: neither has figures."""
    if any(sign.isdigit() for sign in answer):
        return Heard(wrong=f"“{answer}” có chữ số; viết như Nguyễn Văn An, Phó Chủ tịch")
    return read(answer)


def _to_be_made(known: Known) -> str:
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
