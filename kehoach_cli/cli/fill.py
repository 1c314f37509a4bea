"""`kehoach fill`: what is missing is asked, or listed where nobody can be asked."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kehoach_cli.checks.checker import blocking, unread
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.cli.answers import add_answers, from_flags
from kehoach_cli.cli.asking import asker, has_terminal
from kehoach_cli.cli.choices import listings, refuse_form
from kehoach_cli.cli.copies import way_back
from kehoach_cli.cli.desk import Desk, looked
from kehoach_cli.cli.load import load
from kehoach_cli.cli.reading import STDIN, read_input
from kehoach_cli.cli.say import say
from kehoach_cli.drafts.answers import by_name
from kehoach_cli.drafts.known import trusted
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.prompts.asker import Asker, Progress
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.given import apply
from kehoach_cli.prompts.listing import as_json, as_text
from kehoach_cli.prompts.question import Heard, Question
from kehoach_cli.prompts.reading import CHOICE
from kehoach_cli.reports.text import one_line, typed
from kehoach_cli.source.text import Source, Span

YES, NO = "có", "không"
_SHOWN = 20  # findings of other files that are listed


def run(
    name: str,
    *,
    given: Sequence[str] = (),
    answers: str | None = None,
    save_answers: str | None = None,
    form: str = "text",
    add: str | None = None,
    extra: bool = False,
    ask: bool = True,
    offer_rest: bool = True,
) -> Exit:
    """Fill in one plan. `given`: answers as `--dat` types them.

    `add`: a register to add rows to. `extra`: also what the plan can be printed without.
    `ask`: False where nobody may be asked. `offer_rest`: propose at the end to go on with those.
    Raises KehoachError for what cannot be filled.
    """
    refuse_form(form, listings())
    register = None if add is None else _register(add)
    filling, desk = _begin(name)
    told = _told(given, answers)
    for passed in apply(filling, told):
        say(f"Bỏ qua {passed}: chỗ ấy không còn trống.", err=True)
    may_ask = ask and form == "text" and has_terminal()
    if register is not None:
        _add(filling, register, may_ask)
    questions = [item for item in filling.questions() if item.needed or extra]
    if may_ask and add is None:
        told |= _sit(filling, extra=extra, offer_rest=offer_rest)
        questions = _needed(filling.questions())
    elif form == "json":
        say(as_json(questions))
    elif questions:
        say(as_text(questions), err=True)
    if save_answers:
        add_answers(Path(save_answers), told)
    return _end(name, filling, desk, questions, form)


def _register(name: str) -> str:
    from kehoach_cli.prompts.row_steps import register_named

    return register_named(name)


def _told(given: Sequence[str], answers: str | None) -> dict[str, str]:
    """The answers given beforehand, by the one order of trust."""
    beside = by_name(read_input(answers)) if answers else {}
    return dict(trusted(flag=from_flags(given), file=beside))


def offer(name: str, missing: int) -> bool:
    """Ask at a terminal whether to fill in now, and do so; whether anything may have changed."""
    if not has_terminal():
        return False
    if not _agrees(asker(), f"Còn thiếu {missing} mục bắt buộc; điền ngay?"):
        return False
    run(name, offer_rest=False)
    return True


def _agrees(someone: Asker, proposal: str) -> bool:
    question = Question(
        id="fill",
        label=proposal,
        target=(),
        place=Span(Source("", ""), 0, 0),
        default=YES,
        shape=CHOICE,
        options=(YES, NO),
        read=lambda answer: Heard(wrong="" if answer in (YES, NO) else f"gõ {YES} hoặc {NO}"),
    )
    return someone.ask(question, Progress(1, 1)) == YES


def _begin(name: str) -> tuple[Filling, Desk]:
    if name == STDIN:
        raise KehoachError("Không điền được vào đầu vào chuẩn; hãy ghi tên tệp.")
    loaded = load(name)
    if loaded.is_profile:
        raise KehoachError(f"{name} là hồ sơ đơn vị; lệnh fill chỉ điền kế hoạch.")
    broken = unread(loaded.faults)
    if loaded.reading.plan is None or broken:
        for finding in broken or blocking(loaded.faults):
            say(one_line(finding), err=True)
        raise KehoachError(
            f"Chưa điền được {name}: có chỗ không đọc được; sửa các lỗi nêu trên rồi chạy lại.",
            Exit.FINDINGS,
        )
    desk = Desk(name, loaded.reading.source)
    return Filling(looked(loaded), desk.look, desk.save), desk


def _sit(filling: Filling, *, extra: bool, offer_rest: bool) -> dict[str, str]:
    """Ask at the terminal; the answers. Where nothing needed is left, the rest is proposed."""
    from kehoach_cli.prompts.session import Session

    someone = asker()
    outcome = Session(filling, someone, extra=extra).run()
    if not outcome.stopped:
        _offer_rows(filling, someone)
    rest = filling.questions()
    if extra or outcome.stopped or not rest or not offer_rest or _needed(rest):
        return outcome.answers
    if not _agrees(someone, f"Còn {len(rest)} chỗ điền khi phát hành hoặc nên xem; hỏi tiếp?"):
        return outcome.answers
    return outcome.answers | Session(filling, someone, extra=True).run().answers


def _offer_rows(filling: Filling, someone: Asker) -> None:
    """Propose to fill in the registers that tables print and that are empty."""
    from kehoach_cli.prompts.registers import Rows, awaited

    plan = filling.looked.reading.plan
    for register in awaited(plan) if plan else ():
        if _agrees(someone, f"Có bảng in {register} mà danh mục ấy còn trống; thêm từng dòng?"):
            Rows(filling, someone, register).run()


def _needed(questions: Iterable[Question]) -> list[Question]:
    return [question for question in questions if question.needed]


def _add(filling: Filling, register: str, may_ask: bool) -> None:
    """Ask for rows of a register. Raises KehoachError where nobody can be asked."""
    from kehoach_cli.prompts.registers import Rows

    if not may_ask:
        raise KehoachError("--them cần hỏi từng dòng ở màn hình; trong kịch bản thì dùng --dat.")
    Rows(filling, asker(), register).run()


def _elsewhere(filling: Filling) -> list[Diagnostic]:
    """What is open in other files than the plan's own, told; a person must write it there."""
    found = [
        finding
        for finding in filling.looked.findings
        if finding.span.source is not filling.source
        and (finding.rule.asks or finding.severity is Severity.ERROR)
    ]
    if found:
        say(f"Còn {len(found)} chỗ ở tệp khác mà kế hoạch dùng; mở tệp ấy để sửa:", err=True)
    for finding in found[:_SHOWN]:
        say(one_line(finding), err=True)
    return found


def _end(name: str, filling: Filling, desk: Desk, left: list[Question], form: str) -> Exit:
    """The last words: what was written, what is left, what to do next."""
    if desk.has_written:
        say(f"Đã ghi các câu trả lời vào {name}. {way_back(name, desk.is_kept)}", err=True)
    elsewhere = _elsewhere(filling)
    needed = _needed(left)
    if needed and form == "text":
        say(f"Còn {len(needed)} chỗ phải điền.", err=True)
        say(f"Bước tiếp theo: điền tiếp bằng kehoach fill {typed(name)}", err=True)
    if needed or elsewhere:
        return Exit.USAGE
    more = len(filling.questions())
    say(f"{name}: không còn gì phải điền.", err=True)
    if more:
        say(f"Còn {more} chỗ nên xem: kehoach fill {typed(name)} --tat-ca", err=True)
    say(f"Bước tiếp theo: kehoach check {typed(name)}", err=True)
    return Exit.OK
