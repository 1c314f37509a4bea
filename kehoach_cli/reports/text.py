"""Findings as text: place, message, the line with a caret, clause and what to do."""

import os
from collections import Counter
from collections.abc import Iterable

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.patterns import pattern
from kehoach_cli.reports.shown import shown, shown_lines
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.columns import display_width

_WIDTH = 100  # columns of source shown
_PLAIN = pattern(r"[\w./\\:,+=@%-]+")
_QUOTABLE = pattern(r"[\w./\\:,+=@%#&;()\[\]{}<>|*?~^' -]+")
"""In double quotes these mean themselves to sh, PowerShell and cmd; `$`, a back tick or `!` not."""
_QUOTE = "''" if os.name == "nt" else "'\\''"


def one_line(finding: Diagnostic) -> str:
    """`ke-hoach.yaml:12:5: lỗi: … [KH013]; cách sửa`."""
    return shown(f"{_headline(finding)}; {finding.fix}")


def _headline(finding: Diagnostic) -> str:
    place = finding.span.first
    severity = finding.severity.label
    where = f"{finding.span.source.name}:{place.line}:{place.column}"
    return f"{where}: {severity}: {finding.message} [{finding.rule.id}]"


def full(finding: Diagnostic) -> str:
    """The finding with its source line and a caret under the letters meant."""
    clause = f" ({finding.rule.clause})" if finding.rule.clause else ""
    fix = shown(f"      Cách sửa: {finding.fix}")
    return "\n".join((shown(f"{_headline(finding)}{clause}"), *excerpt(finding.span), fix))


def excerpt(span: Span) -> list[str]:
    """The source line and the carets; a long line is cut around the place."""
    place = span.first
    text, line_end = span.source.text, span.source.line_end(place.line)
    cut = max(span.source.offset(place.line), span.start - _WIDTH // 2)
    last = min(line_end, cut + _WIDTH)
    line = _visible(text[cut:last])
    before = _visible(text[cut : min(span.start, last)])
    marked = _visible(text[span.start : min(max(span.end, span.start + 1), last)])
    carets = "^" * max(1, display_width(marked))
    return [f"{place.line:>5} | {line}", f"      | {' ' * display_width(before)}{carets}"]


def _visible(text: str) -> str:
    return shown(text.replace("\t", " "))


def summary(number: Counter[Severity], files: int) -> str:
    """How many of each."""
    if not number.total():
        return f"{files} tệp, không có gì phải sửa."
    return f"{files} tệp: {counts(number)}."


def counts(number: Counter[Severity]) -> str:
    """ "2 lỗi, 1 cảnh báo"; "" for none."""
    return ", ".join(f"{number[kind]} {kind.label}" for kind in Severity if number[kind])


def typed(name: str) -> str:
    """A file's name as one would type it in a terminal, whatever it holds."""
    name = f"./{name}" if name.startswith("-") else name
    if _PLAIN.fullmatch(name):
        return name
    if _QUOTABLE.fullmatch(name):
        return f'"{name}"'
    inside = name.replace("'", _QUOTE)
    return f"'{inside}'"


def report(findings: Iterable[Diagnostic]) -> str:
    """All findings, an empty line between them."""
    return shown_lines("\n\n".join(full(finding) for finding in findings))
