"""Findings as JUnit XML: a test case a file, which fails where the file has errors."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.reports.text import one_line


def as_junit(findings: Sequence[Diagnostic], files: Sequence[str]) -> str:
    """One suite. Warnings and hints of a file stand in its output."""
    errors = [item for item in findings if item.severity is Severity.ERROR]
    failed = {item.span.source.name for item in errors}
    names = list(dict.fromkeys([*files, *(item.span.source.name for item in findings)]))
    head = f'<testsuite name="kehoach" tests="{len(names)}" failures="{len(failed)}" errors="0">'
    cases = [line for name in names for line in _case(name, findings)]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>"]
    return "\n".join(lines)


def _case(name: str, findings: Sequence[Diagnostic]) -> list[str]:
    own = [finding for finding in findings if finding.span.source.name == name]
    errors = [one_line(finding) for finding in own if finding.severity is Severity.ERROR]
    others = [one_line(finding) for finding in own if finding.severity is not Severity.ERROR]
    lines = [f'  <testcase classname="kehoach.check" name={_attribute(name)}>']
    if errors:
        message = _attribute(f"{len(errors)} lỗi")
        lines.append(f'    <failure message={message} type="lỗi">{_text(errors)}</failure>')
    if others:
        lines.append(f"    <system-out>{_text(others)}</system-out>")
    return [*lines, "  </testcase>"]


def _text(lines: list[str]) -> str:
    return escape(_printable("\n".join(lines)))


def _attribute(text: str) -> str:
    return quoteattr(_printable(text))


def _printable(text: str) -> str:
    """Without what XML has no place for."""
    return "".join(c if c == "\n" or c.isprintable() else "\ufffd" for c in text)
