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
_NARROWEST = 20
_MARGIN = " " * 6
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


def full(finding: Diagnostic, width: int | None = None, *, bare: bool = False) -> str:
    """The finding with its source line and a caret under the letters meant.

    `width`: the columns of the terminal that shows it; None: lines are as long as they are.
    `bare`: without the line.
    """
    clause = f" ({finding.rule.clause})" if finding.rule.clause else ""
    head, fix = shown(f"{_headline(finding)}{clause}"), shown(f"Cách sửa: {finding.fix}")
    if width is None:
        lines = [] if bare else excerpt(finding.span)
        return "\n".join((head, *lines, f"{_MARGIN}{fix}"))
    from kehoach_cli.document.text_lines import fill  # which only a terminal needs

    room = max(_NARROWEST, width - len(_MARGIN))
    first, *rest = fill(head, max(_NARROWEST, width))
    below = [_MARGIN + line for line in fill(" ".join(rest), room)] if rest else []
    fixes = [_MARGIN + line for line in fill(fix, room)]
    lines = [] if bare else fitted(finding.span, room - 2)
    return "\n".join((first, *below, *lines, *fixes))


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


def fitted(span: Span, room: int) -> list[str]:
    """As `excerpt`, in so many columns; what is cut is cut between words, and `…` stands there."""
    place = span.first
    text = span.source.line(place.line)
    at = span.start - span.source.offset(place.line)
    whole = len(text) <= room and display_width(_visible(text)) <= room
    start = 0 if whole else _left_end(text, at, room // 2)
    lead = "…" if start else ""
    end = len(text) if whole else _right_end(text, start, at, room - 2)  # of `…`
    line = f"{lead}{_visible(text[start:end])}{'…' if end < len(text) else ''}"
    before = f"{lead}{_visible(text[start:at])}"
    marked = _visible(text[at : min(max(at + span.end - span.start, at + 1), end)])
    carets = "^" * max(1, display_width(marked))
    return [f"{place.line:>5} | {line}", f"      | {' ' * display_width(before)}{carets}"]


def _left_end(text: str, at: int, room: int) -> int:
    """Where a line is cut before a place, so that at most `room` columns stand before it."""
    start, used = at, 0
    while start and (used := used + display_width(_visible(text[start - 1]))) <= room:
        start -= 1
    space = text.find(" ", start, at) if start else -1
    return space + 1 if space >= 0 else start


def _right_end(text: str, start: int, at: int, room: int) -> int:
    """Where a line is cut behind a place, so that it takes no more than `room` columns."""
    end, used = start, 0
    while end < len(text) and (used := used + display_width(_visible(text[end]))) <= room:
        end += 1
    space = text.rfind(" ", at + 1, end) if end < len(text) else -1
    return space if space >= 0 else end


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


def report(findings: Iterable[Diagnostic], width: int | None = None) -> str:
    """All findings, an empty line between them. `width`: as of `full`.

    A file that a plan names and of which something cannot be read may be no part of any plan, but
    hold somebody's passwords: none of its lines is shown.
    """
    findings = list(findings)
    foreign = {id(one.span.source) for one in findings if _is_unread(one)}
    told = (full(one, width, bare=id(one.span.source) in foreign) for one in findings)
    return shown_lines("\n\n".join(told))


def _is_unread(finding: Diagnostic) -> bool:
    """Whether something in an attached file cannot be read.

    A name that names nothing stands in what was read as a part of the plan.
    """
    if not finding.span.source.attached or finding.severity is not Severity.ERROR:
        return False
    from kehoach_cli.checks.rules.names import RULES  # which few commands need

    return finding.rule.find is None and finding.rule not in RULES
