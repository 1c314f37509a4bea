"""The rules as a list, as pages and as records; from the declarations alone."""

from collections.abc import Iterable
from textwrap import indent
from typing import Any

from kehoach_cli.checks.rule import Rule
from kehoach_cli.patterns import pattern

_FACT = pattern(r"\{\w+\}")


def listing(rules: Iterable[Rule]) -> str:
    """One line a rule, for a terminal."""
    return "\n".join(f"{rule.id}  {rule.severity.label:<8}  {rule.title}" for rule in rules)


def page(rule: Rule) -> str:
    """A rule for a person: what, why, wrong, right, what to do, what it cannot know."""
    parts = [
        f"{rule.id} · {rule.severity.label} · {rule.title}",
        f"Vì sao: {rule.why}",
        f"Căn cứ: {rule.clause}" if rule.clause else "",
        f"Sai:\n{_shown(rule.wrong)}",
        f"Đúng:\n{_shown(rule.right)}",
        f"Máy nói: {_filled(rule.message)}",
        f"Cách sửa: {_filled(rule.fix)}",
        f"Không biết được: {rule.limits}" if rule.limits else "",
        "" if rule.find is None else f"Bỏ qua một chỗ: # kehoach: bỏ qua {rule.id} vì …",
    ]
    return "\n\n".join(part for part in parts if part)


def record(rule: Rule) -> dict[str, Any]:
    """A rule for a program."""
    return {
        "rule": rule.id,
        "severity": rule.severity.value,
        "title": rule.title,
        "message": rule.message,
        "why": rule.why,
        "clause": rule.clause,
        "limits": rule.limits,
        "wrong": rule.wrong,
        "right": rule.right,
        "fix": rule.fix,
        "blocks": rule.blocks,
    }


def _filled(text: str) -> str:
    """A text whose facts are not known."""
    return "tùy chỗ sai, nói rõ khi báo" if _FACT.fullmatch(text) else _FACT.sub("…", text)


def _shown(example: str) -> str:
    text = example.rstrip("\n").replace("\r\n", "␍\n")
    visible = "".join(c if c.isprintable() or c == "\n" else f"<U+{ord(c):04X}>" for c in text)
    return indent(visible if len(visible) < 2_000 else f"{visible[:200]} …", "    ")
