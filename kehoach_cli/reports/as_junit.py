"""Findings as JUnit XML: a test case a file, which fails where the file has errors."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.reports.collected import Collected
from kehoach_cli.reports.shown import shown
from kehoach_cli.reports.text import one_line


class AsJunit(Collected):
    """One suite. Warnings and hints of a file stand in its output."""

    between = "\n"

    def __init__(self) -> None:
        self.tests = self.failures = 0
        self.elsewhere: dict[str, list[Diagnostic]] = {}

    def items(self, file: str, findings: Sequence[Diagnostic]) -> Iterator[str]:
        """The case of a file; what was found in others that it uses waits for the end."""
        for finding in findings:
            if finding.span.source.name != file:
                self.elsewhere.setdefault(finding.span.source.name, []).append(finding)
        yield self._case(file, [item for item in findings if item.span.source.name == file])

    def last_items(self) -> Iterator[str]:
        """The cases of profiles and of attached files."""
        yield from (self._case(name, found) for name, found in self.elsewhere.items())

    def around(self) -> tuple[str, str]:
        """The suite with its counts."""
        counts = f'tests="{self.tests}" failures="{self.failures}" errors="0"'
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="kehoach" {counts}>'
        return f"{head}\n", ("\n" if self.tests else "") + "</testsuite>"

    def _case(self, name: str, own: Sequence[Diagnostic]) -> str:
        errors = [one_line(finding) for finding in own if finding.severity is Severity.ERROR]
        others = [one_line(finding) for finding in own if finding.severity is not Severity.ERROR]
        self.tests, self.failures = self.tests + 1, self.failures + bool(errors)
        lines = [f'  <testcase classname="kehoach.check" name={_attribute(name)}>']
        if errors:
            message = _attribute(f"{len(errors)} lỗi")
            lines.append(f'    <failure message={message} type="lỗi">{_text(errors)}</failure>')
        if others:
            lines.append(f"    <system-out>{_text(others)}</system-out>")
        return "\n".join([*lines, "  </testcase>"])


def _text(lines: list[str]) -> str:
    return escape(_printable("\n".join(lines)))


def _attribute(text: str) -> str:
    return quoteattr(_printable(text))


def _printable(text: str) -> str:
    """With the codes of what XML has no place for."""
    return "\n".join(map(shown, text.split("\n")))
