"""Findings as text: place, message, the line with a caret, clause and what to do."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.document.text_lines import display_width
from kehoach_cli.source.text import Span

_WIDTH = 100  # columns of source shown


def one_line(finding: Diagnostic) -> str:
    """`ke-hoach.yaml:12:5: lỗi: … [KH013]; cách sửa`."""
    place = finding.span.first
    severity = finding.severity.label
    where = f"{finding.span.source.name}:{place.line}:{place.column}"
    return f"{where}: {severity}: {finding.message} [{finding.rule.id}]; {finding.fix}"


def full(finding: Diagnostic) -> str:
    """The finding with its source line and a caret under the letters meant."""
    place = finding.span.first
    severity = finding.severity.label
    where = f"{finding.span.source.name}:{place.line}:{place.column}"
    clause = f" ({finding.rule.clause})" if finding.rule.clause else ""
    return "\n".join(
        (
            f"{where}: {severity}: {finding.message} [{finding.rule.id}]{clause}",
            *excerpt(finding.span),
            f"      Cách sửa: {finding.fix}",
        )
    )


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
    return "".join(
        char if char.isprintable() or unicodedata.combining(char) else "\ufffd"
        for char in text.replace("\t", " ")
    )


def summary(number: Counter[Severity], files: int) -> str:
    """How many of each."""
    if not number.total():
        return f"{files} tệp, không có gì phải sửa."
    return f"{files} tệp: {counts(number)}."


def counts(number: Counter[Severity]) -> str:
    """ "2 lỗi, 1 cảnh báo"; "" for none."""
    return ", ".join(f"{number[kind]} {kind.label}" for kind in Severity if number[kind])


def typed(name: str) -> str:
    """A file's name as one would type it in a terminal."""
    return f'"{name}"' if " " in name else name


def report(findings: Iterable[Diagnostic]) -> str:
    """All findings, an empty line between them."""
    return "\n\n".join(full(finding) for finding in findings)
