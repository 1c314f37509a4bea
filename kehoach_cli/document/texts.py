"""Texts of a plan as they print: `{{ }}` filled in, lines told apart."""

import re
from dataclasses import dataclass, field, replace

from kehoach_cli.document.model import Paragraph, Run
from kehoach_cli.plan.expressions import PIECE, evaluate
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError
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
            try:
                value = evaluate(expression, self.plan, self.unit)
            except BadPathError:
                value = f"[chưa rõ: {expression.strip()}]"
            self.known[expression] = value
        return self.known[expression]


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
            before = found.pop() if found else Run("")
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
