"""One report of many files: what each file adds is told at once, what stands around it last."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.reports.shown import without_hidden


class Collected(ABC):
    """A report that grows by a file at a time, so that no file's findings need be kept.

    `between`: what parts two items of its body.
    """

    between = ",\n"

    @abstractmethod
    def items(self, file: str, findings: Sequence[Diagnostic]) -> Iterator[str]:
        """What the findings of a file add to the body, item by item."""

    @abstractmethod
    def around(self) -> tuple[str, str]:
        """What stands before and behind the body, known when all files are in."""

    def last_items(self) -> Iterator[str]:
        """What the body ends with, known when all files are in."""
        yield from ()


def indented(data: Any, spaces: int) -> str:
    """Data as JSON that stands so far to the right."""
    margin = " " * spaces
    text = without_hidden(json.dumps(data, ensure_ascii=False, indent=2))
    return margin + text.replace("\n", f"\n{margin}")


def flat(data: Mapping[str, str | int], spaces: int) -> str:
    """What `indented` makes of data without lists and objects in it, in a fifth of the time."""
    margin = " " * spaces
    text = json.dumps(data, ensure_ascii=False, separators=(f",\n{margin}  ", ": "))
    return f"{margin}{{\n{margin}  {without_hidden(text[1:-1])}\n{margin}}}"
