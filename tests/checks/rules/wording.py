"""What the rules on wording and bodies find in a plan made of a few lines."""

import json
from collections.abc import Iterable

from kehoach_cli.checks.checker import contents_of
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source


def found(lines: str | Iterable[str], head: str = "") -> list[Diagnostic]:
    """The findings of the two families in a section that holds the lines."""
    body = json.dumps("\n".join([lines] if isinstance(lines, str) else lines), ensure_ascii=False)
    return of_text(f"{head}noi_dung:\n- muc: Nhiệm vụ\n  doan_van: {body}\n")


def of_text(text: str) -> list[Diagnostic]:
    """The findings of the two families in a plan."""
    findings = contents_of(read_plan(read_source("x.yaml", text.encode("utf-8", "replace"))))
    return [finding for finding in findings if finding.rule.id[2] in "56"]


def said(lines: str | Iterable[str], head: str = "") -> list[tuple[str, str, str | None]]:
    """Each finding as its rule, the letters it points at, and the repair."""
    return [
        (f.rule.id, f.span.source.text[f.span.start : f.span.end], f.repair)
        for f in found(lines, head)
    ]
