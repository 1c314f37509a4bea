"""Texts of a plan as they print: `{{ }}` filled in, lines told apart."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from functools import cached_property
from typing import Any

from kehoach_cli.document.model import Paragraph, Run
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.expressions import PIECE, value_of
from kehoach_cli.plan.filters import Value, as_text
from kehoach_cli.plan.inline import INLINE
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.named_values import Names
from kehoach_cli.plan.nesting import DEEPEST
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.records import Record, fields_of
from kehoach_cli.plan.references import Reference, numbered_tables
from kehoach_cli.vietnamese.units import MoneyUnit

BULLETS = {"- ": "gach_dau_dong", "+ ": "dau_cong"}

_RANGE = pattern(r"(\d{4}) ([-–]) (?=(\d{4}))\3")
"""Years of a period: a line that began with "- 2020" would look like a bullet."""
_BREAK = pattern(r"[ \t]*\\[ \t]*(?:\n[ \t]*|\Z)")
_SIGNS = ("*", "^[", "\x02", "\\-", "\\+")
_HELD = "\x06"
"""Stands for a line break while the lines are told apart; no plan can hold it."""
_LINK, _NEXT, _SHOWS = "\x02{}\x03", "\x04", "\x05"
"""Signs around a reference in a text, no plan can hold them: \x02 target \x04 words \x05 shows …"""


class Texts:
    """Fills the values into texts, each expression once."""

    def __init__(self, plan: Plan, unit: MoneyUnit) -> None:
        self.plan, self.unit = plan, unit
        self.names = Names(plan, unit)
        self.known: dict[str, Value] = {}
        self._depth = 0

    def __call__(self, text: str | None) -> str:
        """The printed text; an expression that names nothing shows itself in brackets."""
        return self._filled(text or "", as_text)

    def linked(self, text: str | None) -> str:
        """The same for `runs` to read: what refers to a part of the plan is marked."""
        return self._filled(text or "", _marked)

    def table_number(self, bang: Bang) -> int:
        """Which of the numbered tables it is, from 1; 0 for none."""
        return self._tables.get(id(bang), 0)

    @cached_property
    def _tables(self) -> dict[int, int]:
        return {id(bang): at for at, bang in enumerate(numbered_tables(self.plan), 1)}

    def _filled(self, text: str, written: Callable[[Value], str]) -> str:
        if "{{" not in text:
            return text
        return PIECE.sub(lambda match: written(self._value(match[1])), text)

    def _value(self, expression: str) -> Value:
        if expression not in self.known:
            # What stands there while its own value is worked out: a text may name itself.
            self.known[expression] = f"[chưa rõ: {expression.strip()}]"
            if self._depth > DEEPEST:
                return self.known.pop(expression)
            self._depth += 1
            with suppress(BadPathError):
                self.known[expression] = value_of(expression, self.names, self)
            self._depth -= 1
        return self.known[expression]


def filled(plan: Plan, unit: MoneyUnit) -> Plan:
    """The plan with `{{ }}` filled in where texts print as they are: heads, signs, bases, groups.

    The outline and the registers are long and are filled in where they are laid out.
    """
    texts = Texts(plan, unit)
    short = ("van_ban", "quyet_dinh", "can_cu", "nguon_von", "phan_nhom")
    return plan.changed(**{key: filled_in(getattr(plan, key), texts) for key in short})


def filled_in(value: Any, texts: Texts) -> Any:
    """A value of the plan with `{{ }}` filled in, wherever in it they stand."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return texts(value)
    if isinstance(value, list):
        return [filled_in(item, texts) for item in value]
    if isinstance(value, dict):
        return {key: filled_in(item, texts) for key, item in value.items()}
    if isinstance(value, Record):
        keys = fields_of(type(value))
        return value.changed(**{key: filled_in(getattr(value, key), texts) for key in keys})
    return value


def _marked(value: Value) -> str:
    if not isinstance(value, Reference):
        return as_text(value)
    pieces = (f"{_NEXT}{piece.text}{_SHOWS}{piece.shows}" for piece in value.pieces)
    return _LINK.format(value.target + "".join(pieces))


def _linked(marked: str) -> Iterator[Run]:
    """The runs of a reference."""
    target, *pieces = marked.split(_NEXT)
    for piece in pieces:
        text, _, shows = piece.partition(_SHOWS)
        yield Run(text, target=target, shows=shows)


def paragraph(style: str, text: str, *, keep_next: bool = False) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(style, (Run(text),) if text else (), keep_next=keep_next)


def runs(text: str) -> tuple[Run, ...]:
    """A line's runs: `**đậm**`, `*nghiêng*`, `^[chú thích]`; other signs stand as typed."""
    found: list[Run] = []
    at = 0
    for match in INLINE.finditer(text):
        _add(found, text[at : match.start()])
        at = match.end()
        if match["sign"] or match["dash"]:
            _add(found, match["sign"] or match["dash"])
        elif match["note"]:
            before = found.pop() if found and not found[-1].note else Run("")
            found.append(before._replace(note=runs(match["note"].strip())))
        elif match["bold"]:
            found += [run._replace(bold=True) for run in runs(match["bold"])]
        elif match["link"]:
            found += _linked(match["link"])
        else:
            found += [run._replace(italic=True) for run in runs(match["italic"])]
    _add(found, text[at:])
    return tuple(found)


def _add(found: list[Run], text: str) -> None:
    """Add plain words; behind plain ones they are of one run with them."""
    if found and found[-1] == Run(found[-1].text):
        text = found.pop().text + text
    if text:
        found.append(Run(text))


def has_marks(text: str) -> bool:
    """Whether a text holds inline marks; most do not."""
    if "\\" in text and _BREAK.search(text):
        return True
    return any(sign in text for sign in _SIGNS) and INLINE.search(text) is not None


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text, each a paragraph; one that ends in "\\" runs on behind a line break."""
    if "\\" in text:
        text = _BREAK.sub(_HELD, text)
    return (line.replace(_HELD, "\n").strip() for line in text.split("\n"))


def without_marks(text: str) -> tuple[str, list[str]]:
    """The words alone, and its footnotes apart."""
    if not has_marks(text):
        return text, []
    found = runs(text)
    notes = ["".join(run.text for run in run.note) for run in found if run.note]
    return "".join(run.text for run in found), notes


def prose(style: str, text: str, *, keep_next: bool = False) -> Paragraph:
    """A paragraph whose inline marks are read."""
    return Paragraph(style, runs(bound(text)), keep_next=keep_next)


def bound(text: str) -> str:
    """The text with the years of each period on one line."""
    return _RANGE.sub("\\1\u00a0\\2\u00a0\\3", text)


def paragraphs(text: str) -> list[Paragraph]:
    """A line a paragraph; "- " and "+ " are the two levels of bullets; empty lines do not count.

    A line that announces what follows (":") stays on its page.
    """
    return of_lines(lines_of(text))


def of_lines(lines: Iterable[str]) -> list[Paragraph]:
    """The same for lines that are told apart."""
    found = []
    for line in lines:
        if not line:
            continue
        style = BULLETS.get(line[:2], "noi_dung")
        body = line if style == "noi_dung" else line[2:].lstrip()
        found.append(prose(style, body, keep_next=line.endswith(":")))
    return found
