"""Texts of a plan as they print: `{{ }}` filled in, lines told apart."""

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from kehoach_cli.document.model import Paragraph, Run
from kehoach_cli.plan.expressions import PIECE, evaluate
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.records import Record, fields_of
from kehoach_cli.vietnamese.units import MoneyUnit

BULLETS = {"- ": "gach_dau_dong", "+ ": "dau_cong"}

_RANGE = re.compile(r"(\d{4}) ([-–]) (?=(\d{4}))\3")
"""Years of a period: a line that began with "- 2020" would look like a bullet."""
_INLINE = re.compile(
    r"\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=[^\s*])\*(?![\w*])"
    r"|\^\[(?P<note>(?:[^\[\]]|\[[^\[\]]*\])+)\]"
)


@dataclass(slots=True)
class Texts:
    """Fills the values into texts, each expression once."""

    plan: Plan
    unit: MoneyUnit
    known: dict[str, str] = field(default_factory=dict)

    def __call__(self, text: str | None) -> str:
        """The printed text; an expression that names nothing shows itself in brackets."""
        if not text or "{{" not in text:
            return text or ""
        return PIECE.sub(lambda match: self._value(match[1]), text)

    def _value(self, expression: str) -> str:
        if expression not in self.known:
            # What stands there while its own value is worked out: a text may name itself.
            self.known[expression] = f"[chưa rõ: {expression.strip()}]"
            with suppress(BadPathError):
                self.known[expression] = self(evaluate(expression, self.plan, self.unit))
        return self.known[expression]


def filled(plan: Plan, unit: MoneyUnit) -> Plan:
    """The plan with `{{ }}` filled in where texts print as they are: heads, signs, bases, groups.

    The outline and the registers are long and are filled in where they are laid out.
    """
    if plan.node is None or "{{" not in plan.node.source.text:
        return plan
    texts = Texts(plan, unit)
    short = ("van_ban", "quyet_dinh", "can_cu", "nguon_von", "phan_nhom")
    return replace(plan, **{key: _filled(getattr(plan, key), texts) for key in short})


def _filled(value: Any, texts: Texts) -> Any:
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return texts(value)
    if isinstance(value, list):
        return [_filled(item, texts) for item in value]
    if isinstance(value, dict):
        return {key: _filled(item, texts) for key, item in value.items()}
    if isinstance(value, Record):
        keys = fields_of(type(value))
        return replace(value, **{key: _filled(getattr(value, key), texts) for key in keys})
    return value


def paragraph(style: str, text: str, *, keep_next: bool = False) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(style, (Run(text),) if text else (), keep_next=keep_next)


def runs(text: str) -> tuple[Run, ...]:
    """A line's runs: `**đậm**`, `*nghiêng*`, `^[chú thích]`; other signs stand as typed."""
    found: list[Run] = []
    at = 0
    for match in _INLINE.finditer(text):
        if match.start() > at:
            found.append(Run(text[at : match.start()]))
        at = match.end()
        if match["note"]:
            before = found.pop() if found and not found[-1].note else Run("")
            found.append(replace(before, note=runs(match["note"].strip())))
        elif match["bold"]:
            found += [replace(run, bold=True) for run in runs(match["bold"])]
        else:
            found += [replace(run, italic=True) for run in runs(match["italic"])]
    rest = text[at:]
    return (*found, Run(rest)) if rest else tuple(found)


def has_marks(text: str) -> bool:
    """Whether a text holds inline marks; most do not."""
    return ("*" in text or "^[" in text) and _INLINE.search(text) is not None


def prose(style: str, text: str, *, keep_next: bool = False) -> Paragraph:
    """A paragraph whose inline marks are read."""
    return Paragraph(style, runs(_RANGE.sub("\\1\u00a0\\2\u00a0\\3", text)), keep_next=keep_next)


def paragraphs(text: str) -> list[Paragraph]:
    """A line a paragraph; "- " and "+ " are the two levels of bullets; empty lines do not count.

    A line that announces what follows (":") stays on its page.
    """
    found = []
    for line in map(str.strip, text.split("\n")):
        if not line:
            continue
        style = BULLETS.get(line[:2], "noi_dung")
        body = line if style == "noi_dung" else line[2:].lstrip()
        found.append(prose(style, body, keep_next=line.endswith(":")))
    return found
