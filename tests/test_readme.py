"""README says what the program says: its example, its rule table, its commands."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from kehoach_cli.drafts.agency import agency_of
from kehoach_cli.drafts.facts import facts, first_day
from kehoach_cli.installed import templates
from kehoach_cli.plan.plan_kinds import plan_kinds
from kehoach_cli.vietnamese.periods import parse_period
from tests.conftest import Run
from tools.reference_pages import rule_table

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
    compared(RULE_TABLE, rule_table() + "\n", update)


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


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_design_names_the_layers_that_imports_keep_to(name: str) -> None:
    settings = tomllib.loads((README.parent / "pyproject.toml").read_text(encoding="utf-8"))
    text = (README.parent / name).read_text(encoding="utf-8")
    for held in settings["tool"]["importlinter"]["contracts"]:
        layers = [layer for layer in held["layers"] if layer != "__main__"]
        assert f"\n{' → '.join(layers)}\n" in text


def test_the_files_that_readme_links_to_are_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if not (README.parent / link).exists()] == []


KIND_TABLE = re.compile(r"(?<=<!-- kinds:begin -->\n).*?(?=<!-- kinds:end -->)", re.DOTALL)
NEW = re.compile(r"(?<=<!-- new:begin -->\n).*?(?=<!-- new:end -->)", re.DOTALL)
NEXT = re.compile(r"(?<=<!-- next:begin -->\n).*?(?=<!-- next:end -->)", re.DOTALL)
KIND_PAGE = README.parent / "docs" / "mau-ke-hoach.md"


def test_the_kinds_of_plan_are_those_of_the_templates(update: bool) -> None:
    rows = "".join(f"| `{kind.key}` | {kind.help} |\n" for kind in plan_kinds())
    compared(KIND_TABLE, f"| Mẫu | Dùng khi |\n|---|---|\n{rows}", update)


def test_the_commands_that_begin_a_plan_work_in_an_empty_folder(run: Run, tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    shown = part(NEW, text) + part(NEXT, text)
    commands = [shlex.split(line) for line in re.findall(r"^\$ kehoach (.*)$", shown, re.MULTILINE)]
    assert [command[0] for command in commands] == ["new", "check", "render", "new", "check"]
    for command in commands:
        assert run(*command, cwd=tmp_path).exit == 0


def test_the_page_on_kinds_names_every_fact_and_key() -> None:
    named = set(re.findall(r"`([a-z_]+)`", KIND_PAGE.read_text(encoding="utf-8")))
    period = parse_period("2026")
    known = facts(agency_of("Bộ Y tế", first_day(period)), period)
    assert set(known) - named == set()
    keys = tomllib.loads((templates() / "ke-hoach-xa" / "mau.toml").read_text(encoding="utf-8"))
    assert set(keys) - named - {"mac_dinh"} == set()


@pytest.mark.parametrize("page", sorted(KIND_PAGE.parent.glob("*.md")), ids=lambda page: page.name)
def test_the_files_that_the_pages_link_to_are_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
