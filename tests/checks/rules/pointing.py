"""What rules find in the text of a plan, and where they point."""

from collections.abc import Collection

from kehoach_cli.checks.checker import check
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source


def pointed(text: str, rules: Collection[str]) -> list[tuple[str, str]]:
    """Of the findings of some rules which, and the letters they point at."""
    return [
        (found.rule.id, found.span.source.text[found.span.start : found.span.end])
        for found in check(read_plan(read_source("x.yaml", text.encode())))
        if found.rule.id in rules
    ]
