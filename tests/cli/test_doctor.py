"""`kehoach doctor`: what the machine has is told, whatever it lacks."""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest

from kehoach_cli.cli import copies, machine
from kehoach_cli.cli.probe import Probe, State
from kehoach_cli.errors import KehoachError
from tests.conftest import Run

PYPROJECT = Path(__file__).parent.parent.parent / "pyproject.toml"


def probe(key: str) -> Probe:
    return next(found for found in machine.probes() if found.key == key)


def test_every_line_says_in_words_how_it_stands(run: Run, tmp_path: Path) -> None:
    status, out, err = run("doctor", cwd=tmp_path)
    assert status == 0
    lines = [line for line in out.splitlines()[2:] if not line.startswith("   ")]
    assert len(lines) == len(list(machine.probes()))
    assert all(re.match(r"\[(được|thiếu)\] +\S.*: \S", line) for line in lines)
    assert "Máy này dùng được kehoach" in err
    assert "Bước tiếp theo:" in err


def test_what_is_missing_has_its_cost_and_its_cure(run: Run, tmp_path: Path) -> None:
    _, out, _ = run("doctor", "--json", cwd=tmp_path)
    checks = {check["key"]: check for check in json.loads(out)["checks"]}
    assert checks["ho_so"]["state"] == "missing"
    assert all(
        bool(check["effect"]) == bool(check["fix"]) == (check["state"] != "ok")
        for check in checks.values()
    )


def test_the_libraries_are_those_that_the_project_asks_for() -> None:
    asked = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    assert sorted(machine.LIBRARIES.values()) == sorted(re.split(r"[>=]", one)[0] for one in asked)
    assert machine.libraries().state is State.OK


@pytest.mark.parametrize("name", ["khong_co", "khong.co", "yaml.khong_co"])
def test_a_library_that_is_not_there_is_needed(name: str) -> None:
    found = machine.libraries([name])
    assert (found.state, name in found.found) == (State.BROKEN, True)


def test_a_broken_installation_ends_with_1(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Path:
        raise KehoachError("thiếu thư mục templates")

    monkeypatch.setattr(machine, "plan_kinds", broken)
    status, out, err = run("doctor", cwd=tmp_path)
    assert status == 1
    assert "[hỏng]  Mẫu kế hoạch: thiếu thư mục templates" in out
    assert "Hỏng: Mẫu kế hoạch." in err


def test_the_profile_that_plans_here_would_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert probe("ho_so").state is State.MISSING
    (tmp_path / "kehoach.yaml").write_text("van_ban: {}\n", encoding="utf-8")
    assert probe("ho_so").found == str(tmp_path / "kehoach.yaml")


def test_a_folder_that_takes_no_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert probe("thu_muc").state is State.OK
    assert list(tmp_path.iterdir()) == []

    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    assert probe("thu_muc").found == f"{tmp_path}, không ghi được (Permission denied)"


def test_a_folder_that_cannot_be_asked_for_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError("không còn thư mục")

    monkeypatch.setattr(copies, "folder", gone)
    assert probe("ban_cu").found == "không còn thư mục"


@pytest.mark.parametrize(("page", "state"), [(65001, "ok"), (1258, "missing"), (None, "ok")])
def test_a_code_page_of_windows_that_loses_marks_is_told(
    page: int | None, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "_code_page", lambda: page)
    assert machine.screen().state == state


def test_a_font_is_found_in_any_folder_below(tmp_path: Path) -> None:
    (tmp_path / "truetype").mkdir()
    assert machine.font([tmp_path / "none", tmp_path]).state is State.MISSING
    (tmp_path / "truetype" / "TIMES.TTF").touch()
    assert machine.font([tmp_path / "none", tmp_path]).found == "TIMES.TTF"


def test_the_fonts_of_windows_are_looked_for_where_it_has_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WINDIR", "/w")
    monkeypatch.setenv("LOCALAPPDATA", "/l")
    expected = [Path("/w/Fonts"), Path("/l/Microsoft/Windows/Fonts")]
    assert machine.font_folders()[:2] == expected
    monkeypatch.delenv("WINDIR")
    monkeypatch.delenv("LOCALAPPDATA")
    assert not set(expected) & set(machine.font_folders())


def test_programs_of_others_are_named_or_missed(tmp_path: Path) -> None:
    assert machine.office(None).state is machine.poppler(None).state is State.MISSING
    assert machine.drawer(None).state is State.MISSING
    assert machine.drawer(str(tmp_path)).found == str(tmp_path)
    assert machine.office(tmp_path).found == machine.poppler(str(tmp_path)).found == str(tmp_path)


def test_no_network_is_asked_and_no_heavy_library_loaded(tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refused(*_): raise AssertionError('network')\n"
        "socket.socket = refused\n"
        "from kehoach_cli.cli import doctor\n"
        "doctor.run(as_json=True)\n"
        "heavy = {'docx', 'lxml', 'xlsxwriter', 'questionary', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
