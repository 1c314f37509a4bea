"""Faults of published plans in our own words: each found at its line, and nothing else."""

from pathlib import Path

import pytest

from kehoach_cli.checks.checker import contents_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source

FOLDER = Path(__file__).parents[2] / "golden" / "err"
FILES = sorted((*FOLDER.glob("*-tieng-viet.yaml"), *FOLDER.glob("to-chuc-*.yaml")))


def marked(text: str) -> dict[int, list[str]]:
    """The rules that comments name, by line: "#! KH501" the next one, "#!+3 KH501" the third."""
    found: dict[int, list[str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        comment, sign, rules = line.partition("#!")
        if sign and not comment.strip():
            down, *ids = rules.split() if rules.startswith("+") else ("1", *rules.split())
            found[number + int(down)] = ids
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_marked_fault_is_found_at_its_line_and_no_other(path: Path) -> None:
    found: dict[int, list[str]] = {}
    for finding in contents_of(read_plan(read_source(path.name, path.read_bytes()))):
        if finding.rule.id[2] in "56":
            found.setdefault(finding.span.first.line, []).append(finding.rule.id)
    wanted = marked(path.read_text(encoding="utf-8"))
    assert {n: sorted(ids) for n, ids in found.items()} == wanted


def test_there_are_such_plans() -> None:
    assert len(FILES) == 6
