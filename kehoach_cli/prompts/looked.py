"""A file as read and checked, which questions are made from."""

from typing import NamedTuple

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.plan.reader import Reading
from kehoach_cli.prompts.question import Keys, Wanted


class Looked(NamedTuple):
    """A file as read and checked.

    `begun`: what has a part of its answers, and is asked for the others; `deleted`: the rows that
    were deleted since questions were first asked.
    """

    reading: Reading
    findings: list[Diagnostic]
    begun: tuple[Wanted, ...] = ()
    deleted: tuple[Keys, ...] = ()
