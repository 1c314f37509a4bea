"""A person at a terminal; the only module that knows questionary and prompt_toolkit."""

from collections.abc import Callable, Iterator

import questionary
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import has_completions
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from kehoach_cli.prompts.asker import Move, Progress
from kehoach_cli.prompts.filling import DELETE
from kehoach_cli.prompts.question import Question
from kehoach_cli.prompts.reading import CHOICE, LIST, PROSE
from kehoach_cli.prompts.search import chosen, matches
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import upper_first

HELP, BACK, SKIP, EDITOR = "?", "<", ">", "/e"
_SHOWN = 9  # options listed under a question
HINT = (
    "Enter: nhận · để trống rồi Enter, hoặc > : bỏ qua · < hoặc ↑ : câu trước · ? : giải thích · "
    "Ctrl-C: dừng, giữ những gì đã trả lời."
)


class TerminalAsker:
    """Asks by questionary. `say` writes a line; `edit` opens the user's editor on a text."""

    def __init__(self, say: Callable[[str], None], edit: Callable[[str], str | None]) -> None:
        self._say, self._edit = say, edit
        self._said_hint = False

    def tell(self, text: str) -> None:
        """A remark between questions."""
        self._say(text)

    def ask(self, question: Question, progress: Progress) -> str | Move:
        """The answer as typed, read without fault."""
        if not self._said_hint:
            self._say(f"{HINT}\n")
            self._said_hint = True
        self._say(headline(question, progress))
        default = question.default
        while True:
            try:
                typed = self._prompt(question, default)
            except (KeyboardInterrupt, EOFError):
                return Move.STOP
            reply = self._understood(question, typed)
            if reply is not None:
                return reply
            default = typed if typed not in (HELP, EDITOR) else question.default

    def _prompt(self, question: Question, typed: str) -> str:
        answer: str = questionary.text(
            "",
            default=typed,
            qmark="›",
            completer=_Options(question.options) if len(question.options) > _SHOWN else None,
            complete_while_typing=True,
            key_bindings=_keys(),
        ).unsafe_ask()
        return answer.strip()

    def _understood(self, question: Question, typed: str) -> str | Move | None:
        """The answer or the move that is meant; None to ask again."""
        if typed == HELP:
            self._say(explained(question))
            return None
        if typed == BACK:
            return Move.BACK
        if typed in ("", SKIP):
            return Move.SKIP
        if typed == EDITOR:
            typed = (self._edit(question.current or question.default) or "").strip()
            if not typed:
                return None
        return self._heard(question, typed)

    def _heard(self, question: Question, typed: str) -> str | None:
        answer = _option(question, typed)
        heard = question.read(answer)
        if heard.wrong:
            self._say(f"  ✗ {heard.wrong}")
            return None
        if heard.said and heard.said != typed:
            self._say(f"  ✓ {heard.said}")
        elif answer != typed:
            self._say(f"  ✓ {answer}")
        return answer


def _option(question: Question, typed: str) -> str:
    """What an answer names among the options; the answer itself where it names none."""
    return chosen(typed, question.options) or typed


def headline(question: Question, progress: Progress) -> str:
    """What is printed above the place to type."""
    lines = [f"[{progress.number}/{progress.total}] {question.label}  ({question.id})"]
    if question.reason:
        lines.append(f"  {question.reason}")
    if question.current:
        lines.append(f"  Đang ghi: {question.current}")
    if question.help:
        lines.append(f"  {upper_first(question.help)}.")
    if len(question.options) <= _SHOWN:
        lines += [f"  {number}. {option}" for number, option in enumerate(question.options, 1)]
    if question.example and not question.options:
        lines.append(f"  Ví dụ: {question.example}")
    return "\n".join(lines)


def explained(question: Question) -> str:
    """What `?` prints."""
    lines = [f"  {question.label}: khóa {question.id} trong tệp kế hoạch."]
    if question.help:
        lines.append(f"  {upper_first(question.help)}.")
    if question.example:
        lines.append(f"  Ví dụ: {question.example}")
    if isinstance(question.target, Span):
        lines.append(f"  Không cần chỗ này thì gõ {DELETE} để xóa.")
    if question.shape == LIST:
        lines.append("  Nhiều mục thì ngăn bằng dấu chấm phẩy.")
    if len(question.options) > _SHOWN:
        lines.append("  Gõ một phần tên, không cần dấu; mũi tên xuống để chọn.")
    if question.shape == PROSE:
        lines.append(f"  Bài dài: gõ {EDITOR} rồi Enter để mở trình soạn thảo.")
    if question.shape == CHOICE:
        lines.append("  Chọn một trong các từ trên, theo số hay theo chữ, không cần dấu.")
    return "\n".join(lines)


class _Options(Completer):
    """Options that hold what is typed, marks aside."""

    def __init__(self, options: tuple[str, ...]) -> None:
        self._options = options

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterator[Completion]:
        typed = document.text_before_cursor
        for option in matches(typed, self._options):
            yield Completion(option, start_position=-len(typed))


def _keys() -> KeyBindings:
    """Up goes a question back, unless it moves in a list of options."""
    keys = KeyBindings()

    @keys.add("up", filter=~has_completions)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.text = BACK
        event.current_buffer.validate_and_handle()

    @keys.add("down", filter=~has_completions)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    return keys
