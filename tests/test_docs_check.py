"""docs/kiem-tra.md: its commands run, its comments hold, its JSON is what `check` gives."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Run

TEXT = (Path(__file__).parent.parent / "docs" / "kiem-tra.md").read_text(encoding="utf-8")
BLOCKS = {
    kind: re.findall(rf"```{kind}\n(.*?)```", TEXT, re.DOTALL) for kind in ("sh", "yaml", "json")
}
PLAN = "loi_dan: Thực hiện Kế hoạch , như sau\n"
COMMANDS = [
    *re.findall(r"^kehoach ([^#\n]+)", BLOCKS["sh"][0], re.MULTILINE),
    *(found for found in re.findall(r"`kehoach ([^`…]+)`", TEXT)),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "ke-hoach.yaml").write_text(PLAN, encoding="utf-8")
    assert run(*shlex.split(command), cwd=tmp_path).exit in (0, 1)


def test_its_comments_pass_over_what_they_stand_at(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BLOCKS["yaml"][0].split("\n")[0], encoding="utf-8")
    assert "[KH501]" not in run("check", "a.yaml", cwd=tmp_path).out


def test_its_json_is_what_check_gives(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.yaml").write_text(PLAN, encoding="utf-8")
    out = run("check", "ke-hoach.yaml", "--select", "KH501", "--format", "json", cwd=tmp_path).out
    given = json.loads(out)
    finding = next(item for item in given["findings"] if item["rule"] == "KH501")
    shown = json.loads(BLOCKS["json"][0])
    assert shown["findings"] == [finding]
    assert list(shown["summary"]) == list(given["summary"])
