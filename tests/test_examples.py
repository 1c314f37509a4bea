"""The examples in vi-du/ and the hooks for pre-commit: read as others read them, and run."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.samples import DRAFT, GOOD
from tests.conftest import ROOT, Run, Say

EXAMPLES = ROOT / "vi-du"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
NEEDS_BASH = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def example(name: str) -> Any:
    return yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8"))


def commands(name: str) -> list[str]:
    """The command lines of a CI example."""
    found = example(name)
    if name.endswith("gitlab.yml"):
        return [*found["ke-hoach"]["before_script"], *found["ke-hoach"]["script"]]
    steps = found["jobs"]["ke-hoach"]["steps"]
    return [line for step in steps for line in step.get("run", "").splitlines()]


@NEEDS_BASH
@pytest.mark.parametrize("name", ["ci/github.yml", "ci/gitlab.yml"])
def test_what_the_machines_of_others_would_run_works(say: Say, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "ke-hoach" / "ke-hoach"
    folder.mkdir()
    (folder / "nam-2026.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "nhap.yaml").write_text(GOOD, encoding="utf-8")
    install, *typed = commands(name)
    assert install == "python -m pip install --no-index --find-links goi kehoach-cli"
    for command in typed:
        assert say(f"{command} || echo hỏng $?")[-1:] != ["hỏng 2"]
    made = {path.name for path in (tmp_path / "ke-hoach" / "ban-in").iterdir()}
    assert made == {"nam-2026.docx", "nhap.docx"}


@NEEDS_BASH
def test_a_plan_with_faults_fails_there(say: Say, tmp_path: Path) -> None:
    (tmp_path / "ke-hoach" / "ke-hoach").mkdir()
    (tmp_path / "ke-hoach" / "ke-hoach" / "a.yaml").write_text(DRAFT, encoding="utf-8")
    for name in ("ci/github.yml", "ci/gitlab.yml"):
        check = next(line for line in commands(name) if line.startswith("kehoach check"))
        assert say(f"{check} > /dev/null 2>&1; echo $?") == ["1"]


def test_the_hooks_name_plans_and_not_what_plans_attach() -> None:
    assert [hook["id"] for hook in HOOKS] == ["kehoach-check", "kehoach-fix"]
    for hook in HOOKS:
        assert re.search(hook["files"], "ke-hoach/nam-2026.yaml")
        assert not re.search(hook["files"], "ke-hoach/phan/du-an.yaml")
        assert not re.search(hook["files"], "nam-2026.yaml")


def test_the_hooks_stop_a_plan_with_faults_and_mend_what_is_certain(
    run: Run, tmp_path: Path
) -> None:
    plan = tmp_path / "a.yaml"
    program, *check = shlex.split(HOOKS[0]["entry"])
    assert program == "kehoach"
    plan.write_text(DRAFT, encoding="utf-8")
    assert run(*check, str(plan)).exit == 1
    plan.write_text(GOOD.replace("noi_dung:", "loi_ket: Trên đây , là Kế hoạch.\nnoi_dung:"))
    run(*shlex.split(HOOKS[1]["entry"])[1:], str(plan))
    assert "Trên đây, là" in plan.read_text(encoding="utf-8")
    assert run(*check, str(plan)).exit == 0


def test_an_editor_finds_every_finding_at_its_place(run: Run, tmp_path: Path) -> None:
    tasks = json.loads((EXAMPLES / "vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    (tmp_path / "a.yaml").write_text(GOOD.replace("noi_dung:", "loi_ket: A , b\nnoi_dung:"))
    (tmp_path / "b.yaml").write_text(DRAFT, encoding="utf-8")
    told = run("check", "a.yaml", "b.yaml", cwd=tmp_path).out.splitlines()
    found = {}
    for matcher in tasks[0]["problemMatcher"]:
        lines = [line for line in told if re.match(matcher["pattern"]["regexp"], line)]
        found[matcher["severity"]] = len(lines)
    report = run("check", "a.yaml", "b.yaml", "--format", "json", cwd=tmp_path).out
    summary = json.loads(report)["summary"]
    assert found == {key: summary[key] for key in ("error", "warning", "info")}
    assert found["error"]
    assert found["warning"]


def test_the_settings_of_the_editor_are_json() -> None:
    settings = json.loads((EXAMPLES / "vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {"kehoach.schema.json": ["ke-hoach/*.yaml"]}


def test_the_night_script_for_powershell_gives_commands_that_are_there(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "ke-hoach").mkdir()
    (tmp_path / "ke-hoach" / "a.yaml").write_text(GOOD, encoding="utf-8")
    script = (EXAMPLES / "kich-ban" / "dem.ps1").read_text(encoding="ascii")
    lines = re.findall(r"kehoach ((?:check|render) .*?) 2>", script)
    assert [run(*shlex.split(line), cwd=tmp_path).exit for line in lines] == [0, 0]
    assert (tmp_path / "ban-in" / "ke-hoach-a.docx").is_file()
