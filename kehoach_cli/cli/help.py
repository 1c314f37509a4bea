"""Help pages and usage errors in Vietnamese; the library speaks English only."""

import re
import sys
from collections.abc import Iterable
from typing import Any

import typer.core

from kehoach_cli.vietnamese.text import nearest

_WORDS = (
    ("Usage: ", "Cách dùng: "),
    ("[OPTIONS]", "[TÙY CHỌN]"),
    ("COMMAND [ARGS]...", "LỆNH …"),
    ("\nOptions:\n", "\nTùy chọn:\n"),
    ("\nCommands:\n", "\nCác lệnh:\n"),
    ("\nArguments:\n", "\nTham số:\n"),
    ("[TỆP…]...", "TỆP…"),
    ("[required]", "[bắt buộc]"),
    ("[default:", "[mặc định:"),
)

_TYPE = re.compile(r"\s*<(?:list\[)?str\]?>")
"""What the library says of the type of a value: each is a text."""
_PAUSE = re.compile(r"[;:] |\.(?:\s|$)")
_TAKEN = re.compile(r"(?:\{(?P<needed>[^}]*)\}|(?P<free>\[[^]]*\]))(?:\.\.\.)?")
"""What a command takes, as the first line of its help marks it: {NEEDED}, [FREE], MORE..."""


def _in_vietnamese(page: str) -> str:
    """A help page, with the words that the library put there turned."""
    for english, vietnamese in _WORDS:
        page = page.replace(english, vietnamese)
    use, blank, rest = page.partition("\n\n")
    return _TAKEN.sub(lambda found: found["needed"] or found["free"], use) + blank + rest


class _AsTyped:
    """Takes the typed text as the value: every option here is a text, a list of texts or a flag.

    Typer's own way imports pydantic for that, half the time of a short command.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 - typer's call
        """The value of a parameter."""
        return list(value or ()) if param.multiple or param.nargs == -1 else value


def _as_typed(params: list[Any]) -> list[Any]:
    for param in params:
        if param.name == "help":
            param.help = "Hiện trang này rồi thoát."
        if hasattr(param, "get_runtime_param"):  # Typer before 0.26 does without pydantic
            param.get_runtime_param = _AsTyped
    return params


def _without_types(formatter: Any) -> Any:
    """What lays a page out, with the types gone before the columns are measured."""

    class Formatter(formatter):  # type: ignore[misc]  # the library's, whichever it is
        def write_dl(self, rows: Any, *more: Any, **named: Any) -> None:
            plain = [(_TYPE.sub("", name), said) for name, said in rows]
            super().write_dl(plain, *more, **named)

    return Formatter


class _InVietnamese:
    """A help page in Vietnamese, and values that are texts."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, the one for this page too."""
        return _as_typed(super().get_params(ctx))  # type: ignore[misc]  # the class behind it

    def get_help(self, ctx: Any) -> str:
        """The page."""
        ctx.formatter_class = _without_types(ctx.formatter_class)
        return _in_vietnamese(super().get_help(ctx))  # type: ignore[misc]


class Command(_InVietnamese, typer.core.TyperCommand):
    """A command."""

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - lines are wrapped
        """Its line in the list of commands: what it does, as far as the first pause."""
        return _PAUSE.split(self.help or "")[0] + "."


class Group(_InVietnamese, typer.core.TyperGroup):
    """The program."""


_UNKNOWN_COMMAND = re.compile(r"No such command '([^']*)'")
_TOO_MANY = re.compile(r"unexpected extra argument(?:s|\(s\))? \((.*)\)")
_SLIPS = 2
"""How many letters may be wrong in what was meant for another word."""

UsageFault: type[Exception] = next(
    base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException"
)
"""What the library raises for wrong use; it has no public name of its own."""


def _missing(param: Any) -> str:
    """One sentence for an argument that was not given."""
    name, help = getattr(param, "metavar", None) or "TỆP", getattr(param, "help", None)
    if name.startswith("TỆP") or not help:
        return "Thiếu tên tệp."
    return f"Thiếu {name}: {help[0].lower()}{help[1:]}"


def _asked(word: str, known: Iterable[str] | None) -> str:
    """The end of a sentence that proposes the word meant, where one is near."""
    words = list(known or ())
    begun = (one for one in words if word.strip("-") and one.startswith(word))
    near = nearest(word, words, _SLIPS) or next(begun, None)
    return f"; có phải {near}?" if near else "."


def usage_message(error: Exception) -> str:
    """One sentence for wrong use, and where to read on."""
    kind = type(error).__name__.removesuffix("Error")
    context = getattr(error, "ctx", None)
    if kind == "NoArgsIsHelp":
        return str(getattr(error, "message", ""))
    if kind == "NoSuchOption":
        name = getattr(error, "option_name", "")
        said = f"Không có tùy chọn {name}" + _asked(name, getattr(error, "possibilities", None))
    elif kind == "MissingParameter":
        said = _missing(getattr(error, "param", None))
    elif kind == "BadOptionUsage":
        said = f"Tùy chọn {getattr(error, 'option_name', '')} cần một giá trị theo sau."
    elif unknown := _UNKNOWN_COMMAND.search(str(getattr(error, "message", ""))):
        known = getattr(getattr(context, "command", None), "commands", None)
        said = f"Không có lệnh {unknown[1]}" + _command_asked(unknown[1], known or ())
    elif extra := _TOO_MANY.search(str(getattr(error, "message", ""))):
        said = f"Lệnh này không nhận thêm {extra[1]}."
    else:
        said = f"Dùng lệnh chưa đúng: {getattr(error, 'message', error)}"
    return f"{said} Xem: {context.command_path if context else _begun()} --help"


def _command_asked(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that proposes the command meant, also for a file typed in its place."""
    _, dot, suffix = word.rpartition(".")
    if dot and suffix:
        from kehoach_cli.reports.text import typed  # which help itself need not import

        command = "check" if suffix.casefold() in ("yaml", "yml") else "import"
        return f"; có phải kehoach {command} {typed(word)}?"
    return _asked(word, [*known, "--version"])


def _begun() -> str:
    """The command line as far as its command, where the library does not tell it."""
    return " ".join(["kehoach", *(word for word in sys.argv[1:2] if word.isalpha())])
