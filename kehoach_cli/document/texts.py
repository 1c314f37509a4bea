"""Texts of a plan as they print: `{{ }}` filled in, lines told apart."""

from dataclasses import dataclass, field

from kehoach_cli.document.model import Paragraph, Run
from kehoach_cli.plan.expressions import PIECE, evaluate
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.vietnamese.units import MoneyUnit

BULLETS = {"- ": "gach_dau_dong", "+ ": "dau_cong"}


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
        found.append(paragraph(style, body, keep_next=line.endswith(":")))
    return found
