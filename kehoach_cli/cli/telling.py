"""What `check` tells of files, one after the other: findings as they come, counts at the end."""

import sys
from collections import Counter
from collections.abc import Sequence

from kehoach_cli.annotations import TYPE_CHECKING, Any
from kehoach_cli.checks.baseline import Baseline
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.cli.say import say, terminal_width
from kehoach_cli.reports.text import report

if TYPE_CHECKING:
    from kehoach_cli.reports.collected import Collected

FORMATS = ("text", "json", "sarif", "github", "junit")
_IN_MEMORY = 8_000_000  # letters of a report before it goes to disk


class Telling:
    """The report of a run and its counts; the findings themselves are let go.

    `files`: how many were read; `wrong`: how many of them have errors; `repairs`: what can
    certainly be mended; `blanks`: what is left to be filled in.
    """

    def __init__(self, form: str, known: Baseline) -> None:
        self.form, self.known = form, known
        self.files = self.wrong = self.repairs = self.blanks = 0
        self.counts: Counter[Severity] = Counter()
        self._elsewhere: set[tuple[object, ...]] = set()
        self._report = _collected(form)
        self._body: Any = None

    def take(self, file: str, findings: Sequence[Diagnostic]) -> str:
        """Count the findings of a file; what is to be printed of them now."""
        found = self._once(file, self.known.new(findings))
        self.files += 1
        self.counts.update(finding.severity for finding in found)
        self.wrong += any(finding.severity is Severity.ERROR for finding in found)
        self.repairs += sum(finding.repair is not None for finding in found)
        self.blanks += sum(finding.rule.asks for finding in found)
        if self._report is not None:
            self._keep(self._report, file, found)
            return ""
        if not found:
            return ""
        if self.form == "text":
            return report(found, terminal_width(sys.stdout)) + "\n\n"
        from kehoach_cli.reports.as_github import as_github

        return as_github(found) + "\n"

    def _once(self, file: str, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Without what was told before of a profile or attached file that several plans use."""
        kept = []
        for finding in findings:
            key = (finding.span.source.name, finding.span.start, finding.rule.id, finding.message)
            if key[0] == file or key not in self._elsewhere:
                kept.append(finding)
            if key[0] != file:
                self._elsewhere.add(key)
        return kept

    def _keep(self, report: "Collected", file: str, findings: Sequence[Diagnostic]) -> None:
        for item in report.items(file, findings):
            self._write(report, item)

    def _write(self, report: "Collected", item: str) -> None:
        """Put an item by, on disk where there are very many; the file has no name to leave."""
        if self._body is None:
            import tempfile

            self._body = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - read again in `end`
                _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline=""
            )
        elif self._body.tell():
            self._body.write(report.between)
        self._body.write(item)

    def end(self) -> None:
        """Print the report where it waited for its last file."""
        if self._report is None:
            return
        for item in self._report.last_items():
            self._write(self._report, item)
        before, behind = self._report.around()
        say(before, end="")
        if self._body is not None:
            self._body.seek(0)
            while part := self._body.read(_IN_MEMORY):
                say(part, end="")
            self._body.close()
        say(behind)


def _collected(form: str) -> "Collected | None":
    """The report in a form that is one whole; None where each file's part stands by itself."""
    if form == "json":
        from kehoach_cli.reports.as_json import AsJson

        return AsJson()
    if form == "sarif":
        from kehoach_cli.reports.as_sarif import AsSarif

        return AsSarif()
    if form == "junit":
        from kehoach_cli.reports.as_junit import AsJunit

        return AsJunit()
    return None
