"""Right plans in other wordings than the samples: the checks leave them in peace."""

from collections import Counter
from pathlib import Path

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.conftest import Run
from tests.gates import all_gates

RIGHT = sorted((Path(__file__).parents[1] / "golden" / "dung").glob("*.yaml"))
LINES_PER_ALARM = 200
_LINES = (RIGHT[0].parent / "loi-van.txt").read_text(encoding="utf-8").splitlines()
PASSAGES = [line for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("line", PASSAGES)
def test_a_right_passage_has_no_finding(line: str) -> None:
    plan = (
        "van_ban: {thoi_ky: 2026, ngay_ban_hanh: 20/01/2026}\n"
        f"noi_dung:\n- muc: Nhiệm vụ\n  vai_tro: nhiem_vu\n  doan_van: |\n    {line}\n"
    )
    reading = read_plan(read_source("a.yaml", plan.encode("utf-8")))
    last = plan.count("\n")
    found = [item for item in check(reading) if item.span.first.line == last]
    assert [(item.rule.id, item.message) for item in found] == []


def findings(path: Path) -> list[Diagnostic]:
    return check(read_plan(read_source(str(path), path.read_bytes())))


@pytest.mark.parametrize("path", RIGHT, ids=lambda p: p.stem)
def test_a_right_plan_has_no_error(path: Path) -> None:
    assert [found for found in findings(path) if found.severity is Severity.ERROR] == []


def test_at_most_one_finding_in_200_lines() -> None:
    lines = sum(len(path.read_bytes().splitlines()) for path in RIGHT)
    speaking = Counter(found.rule.id for path in RIGHT for found in findings(path))
    print(f"{len(RIGHT)} plans, {lines} lines: {dict(speaking) or 'no rule speaks'}")  # noqa: T201 - read with -rP
    assert speaking.total() <= lines / LINES_PER_ALARM, speaking


@pytest.mark.parametrize("path", RIGHT, ids=lambda p: p.stem)
def test_a_right_plan_makes_a_sound_word_file(path: Path, run: Run, tmp_path: Path) -> None:
    status, _, err = run("render", str(path), "-o", str(tmp_path / "a.docx"))
    assert status == 0, err
    all_gates(tmp_path / "a.docx")
