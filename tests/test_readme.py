"""README says what the program says: its example, its rule table, its commands."""

import re
from pathlib import Path

import pytest

from kehoach_cli.checks.catalogue import markdown_table
from kehoach_cli.checks.rules import RULES
from tests.conftest import Run

README = Path(__file__).parent.parent / "README.md"


RULE_TABLE = re.compile(r"(?<=<!-- rules:begin -->\n).*?(?=<!-- rules:end -->)", re.DOTALL)
PLAN = re.compile(r"(?<=```yaml\n).*?(?=```)", re.DOTALL)
SAID = re.compile(r"(?<=\$ kehoach check ke-hoach.yaml\n).*?(?=```)", re.DOTALL)


def part(pattern: re.Pattern[str], text: str) -> str:
    """The part of README that a pattern finds."""
    found = pattern.search(text)
    assert found, f"README.md has no {pattern.pattern}"
    return found[0]


def compared(pattern: re.Pattern[str], wanted: str, update: bool) -> None:
    """README holds the text there, or is rewritten to hold it."""
    text = README.read_text(encoding="utf-8")
    if update:
        text = pattern.sub(lambda _: wanted, text, count=1)
        README.write_text(text, encoding="utf-8")
    assert part(pattern, text) == wanted


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def test_the_rule_table_is_what_the_rules_declare(update: bool) -> None:
    compared(RULE_TABLE, markdown_table(RULES) + "\n", update)


def test_the_example_gives_the_findings_shown(update: bool, run: Run, tmp_path: Path) -> None:
    plan = part(PLAN, README.read_text(encoding="utf-8"))
    (tmp_path / "ke-hoach.yaml").write_text(plan, encoding="utf-8")
    status, out, err = run("check", "ke-hoach.yaml", cwd=tmp_path)
    assert status == 1
    compared(SAID, f"{out.strip()}\n\n{err.strip()}\n", update)


def test_every_command_in_the_table_exists(run: Run) -> None:
    text = README.read_text(encoding="utf-8")
    commands = set(re.findall(r"^\| `kehoach (\w+)", text, re.MULTILINE))
    assert commands
    for command in commands:
        status, out, _ = run(command, "--help")
        assert (status, "Cách dùng" in out) == (0, True)


def test_the_files_that_readme_links_to_are_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if not (README.parent / link).exists()] == []
