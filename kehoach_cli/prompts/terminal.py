"""A person at a terminal; the only module that knows questionary and prompt_toolkit."""

import shutil
import textwrap
from collections.abc import Callable, Iterator

import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, has_completions
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from kehoach_cli.prompts.asker import Move, Progress
from kehoach_cli.prompts.question import DELETE, Question
from kehoach_cli.prompts.reading import CHOICE, LIST, PROSE
from kehoach_cli.prompts.search import chosen, matches
from kehoach_cli.reports.shown import shown
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import upper_first

HELP, BACK, SKIP, EDITOR = "?", "<", ">", "/e"
_NARROWEST = 20
_LONG = 40  # letters of a default that stands on the line where one types
_SHOWN = 9  # options listed under a question
HINT = (
    "Gõ câu trả lời rồi Enter. Để trống rồi Enter: lấy câu trong [ngoặc], không có thì bỏ qua.\n"
    "Gõ > : bỏ qua; < hoặc phím ↑ : về câu trước; phím ↓ : giữ câu trong [ngoặc], sang câu sau; "
    "? : giải thích; Tab: sửa câu trong [ngoặc] hoặc câu đang ghi."
)


class TerminalAsker:
    """Asks by questionary. `say` writes a line; `edit` opens the user's editor on a text.

    `left`: what Ctrl-C does, for the hint.
    """

    def __init__(
        self,
        say: Callable[[str], None],
        edit: Callable[[str], str | None],
        left: str,
    ) -> None:
        self._out, self._edit, self._left = say, edit, left
        self._said_hint = False

    def _say(self, text: str) -> None:
        """Print lines no longer than the terminal, broken between words."""
        width = max(_NARROWEST, shutil.get_terminal_size().columns)
        for line in text.split("\n"):
            self._out("\n".join(_wrapped(line, width)))

    def tell(self, text: str) -> None:
        """A remark between questions."""
        self._say(text)

    def ask(self, question: Question, progress: Progress) -> str | Move:
        """The answer as typed, read without fault."""
        if not self._said_hint:
            self._say(f"{HINT} {self._left}")
            self._said_hint = True
        self._say(f"\n{_headline(question, progress)}")
        last = question.default or question.current
        while True:
            try:
                typed = self._prompt(question, last)
            except (KeyboardInterrupt, EOFError):
                return Move.STOP
            reply = self._understood(question, typed or question.default)
            if reply is not None:
                return reply
            last = typed if typed not in (HELP, EDITOR, "") else last

    def _prompt(self, question: Question, last: str) -> str:
        """What is typed; "" where Enter takes the default, which stands in brackets.

        `last`: what Tab takes in to be changed: a wrong answer, else the default, else what stands.
        """
        answer: str = questionary.text(
            _in_brackets(question.default),
            qmark="›",
            completer=_Options(question.options) if len(question.options) > _SHOWN else None,
            complete_while_typing=True,
            key_bindings=_keys(last, has_default=bool(question.default)),
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


def _headline(question: Question, progress: Progress) -> str:
    """What is printed above the place to type."""
    lines = [f"[{progress.number}/{progress.total}] {question.label}"]
    if question.reason:
        lines.append(f"  {question.reason}")
    lines += [f"    {line}" for line in question.past]
    if question.current:
        lines.append(f"  Đang ghi: {question.current}")
    if question.help:
        lines.append(f"  {upper_first(question.help)}.")
    if len(question.options) <= _SHOWN:
        lines += [f"  {number}. {option}" for number, option in enumerate(question.options, 1)]
    if question.example and not question.options:
        lines.append(f"  Ví dụ: {question.example}")
    if len(question.default) > _LONG:
        lines.append(f"  [{question.default}]")
    return "\n".join(lines)


def _in_brackets(default: str) -> str:
    """The default before the place to type; a long one stands above it, whole."""
    return f"[{shown(default) if len(default) <= _LONG else '…'}]" if default else ""


def explained(question: Question) -> str:
    """What `?` prints."""
    key = f"khóa {question.id.partition('#')[0]} trong tệp kế hoạch."
    is_asked = question.label.endswith("?")  # which nothing can be told of
    lines = [f"  {upper_first(key) if is_asked else f'{question.label}: {key}'}"]
    if question.help:
        lines.append(f"  {upper_first(question.help)}.")
    if question.example:
        lines.append(f"  Ví dụ: {question.example}")
    if isinstance(question.target, Span) and not question.help:
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


def _keys(last: str, *, has_default: bool) -> KeyBindings:
    """Up goes a question back, unless it moves in a list of options; Tab takes a text in.

    Down goes on with the default, where there is one.
    """
    keys = KeyBindings()

    @keys.add("up", filter=~has_completions & is_empty)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.text = BACK
        event.current_buffer.validate_and_handle()

    @keys.add("down", filter=~has_completions & is_empty)
    def _(event: KeyPressEvent) -> None:
        if has_default:
            event.current_buffer.validate_and_handle()

    @keys.add("tab", filter=~has_completions & is_empty)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(last)

    return keys


@Condition
def is_empty() -> bool:
    """Whether nothing is typed: what is typed is never thrown away by a key."""
    return not get_app().current_buffer.text


def _wrapped(line: str, width: int) -> list[str]:
    """A line cut between words so that none is wider; what follows stands under its beginning."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    return textwrap.wrap(
        line, width - 1, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [""]
