"""A draft, read again as a plan: nothing in it may be past reading."""

from kehoach_cli.checks.checker import faults_of
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.imports.pages.pictures import opener_of
from kehoach_cli.imports.result import Draft
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import Source


def faults_in(draft: Draft) -> list[Diagnostic]:
    """The errors that reading the draft meets, those of parts that it lacks too."""
    reading = read_plan(Source("", draft.text), pictures=opener_of(draft.pictures))
    return [fault for fault in faults_of(reading) if fault.severity is Severity.ERROR]
