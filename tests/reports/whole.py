"""Reports that are one whole, in one text, as `check` prints them piece by piece."""

from collections.abc import Iterable, Sequence

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.reports.collected import Collected


def whole(report: Collected, files: Iterable[tuple[str, Sequence[Diagnostic]]]) -> str:
    """A report of files and their findings, in one text."""
    items = [item for file, findings in files for item in report.items(file, findings)]
    items += report.last_items()
    before, behind = report.around()
    return f"{before}{report.between.join(items)}{behind}"
