"""Single faults in good plans are found where they are."""

import os
import random
from pathlib import Path

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.checks.faults import MAKERS, Lines, Maker, places, some
from tests.checks.official_faults import RETURNED

PLANS = sorted((Path(__file__).parent.parent.parent / "plans").glob("*.yaml"))
EACH = int(os.environ.get("KEHOACH_MUTATIONS", "2"))
ENOUGH = 0.95


def found_in(lines: Lines) -> set[tuple[int, str, str]]:
    """Line, rule and words of every finding."""
    source = read_source("a.yaml", "\n".join(lines).encode("utf-8"))
    found = check(read_plan(source))
    return {(item.span.first.line, item.rule.id, item.message) for item in found}


def tried(makers: dict[str, Maker]) -> dict[str, list[tuple[bool, str]]]:
    """By kind: whether the fault was found at its line, and where it was put."""
    results: dict[str, list[tuple[bool, str]]] = {}
    for path in PLANS:
        good = path.read_text(encoding="utf-8").split("\n")
        known = {(rule, said) for _, rule, said in found_in(good)}
        for kind, lines, line in some(random.Random(path.stem), good, EACH, makers):  # noqa: S311
            new = {at for at, rule, said in found_in(lines) if (rule, said) not in known}
            where = f"{path.stem}:{line}: {lines[line - 1]}"
            results.setdefault(kind, []).append((bool(new & places(lines, line)), where))
    return results


@pytest.mark.parametrize("makers", [MAKERS, RETURNED], ids=["typed", "returned"])
def test_nearly_all_single_faults_are_found_at_their_line(makers: dict[str, Maker]) -> None:
    results = tried(makers)
    counts = [found for found_of in results.values() for found, _ in found_of]
    share = sum(counts) / len(counts)
    missed = [
        f"{kind}: {where}"
        for kind, found_of in results.items()
        for found, where in found_of
        if not found
    ]
    assert len(counts) > 150
    assert share >= ENOUGH, "\n".join((f"{len(counts)} faults, {share:.1%} found; not:", *missed))
