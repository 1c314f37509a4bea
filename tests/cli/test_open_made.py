"""`render --mo`; nothing is opened for real."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.cli import open_made
from tests.cli.samples import DRAFT, GOOD
from tests.conftest import Run


class System:
    """A system with an opener. `status`: how that ends; None: it stays open."""

    def __init__(self, status: int | None = 0) -> None:
        self.status = status
        self.called: list[list[str]] = []

    def __call__(self, command: list[str], **_streams: Any) -> "System":
        self.called.append(command)
        return self

    def wait(self, seconds: float) -> int:
        if self.status is None:
            raise subprocess.TimeoutExpired("x", seconds)
        return self.status


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five plans, on a Linux desktop with xdg-open."""
    for number in range(5):
        (tmp_path / f"k{number}.yaml").write_text(GOOD, encoding="utf-8")
    on(monkeypatch, "linux", System())
    return tmp_path


def on(monkeypatch: pytest.MonkeyPatch, platform: str, system: System) -> System:
    monkeypatch.setattr("kehoach_cli.cli.open_made.sys.platform", platform)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("kehoach_cli.cli.open_made.shutil.which", lambda name: f"/bin/{name}")
    monkeypatch.setattr("kehoach_cli.cli.open_made.subprocess.Popen", system)
    return system


@pytest.mark.parametrize(("platform", "opener"), [("linux", "xdg-open"), ("darwin", "open")])
@pytest.mark.parametrize("status", [0, None])
def test_what_was_made_is_opened(
    run: Run,
    plans: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    opener: str,
    status: int | None,
) -> None:
    system = on(monkeypatch, platform, System(status))
    found = run("render", "k0.yaml", "--mo", cwd=plans)
    assert (found.exit, "Không mở được" in found.err) == (0, False)
    assert system.called == [[f"/bin/{opener}", str(plans / "k0.docx")]]


def test_on_windows_the_system_is_asked(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("kehoach_cli.cli.open_made.os.startfile", opened.append, raising=False)
    monkeypatch.setattr("kehoach_cli.cli.open_made.sys.platform", "win32")
    open_made.open_made([plans / "k0.docx"])
    assert opened == [plans / "k0.docx"]
    assert run("render", "k1.yaml", cwd=plans).exit == 0


def test_of_many_files_their_folder_is_opened(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = on(monkeypatch, "linux", System())
    assert run("render", ".", "--mo", "-o", "ra/{ten}", cwd=plans).exit == 0
    assert system.called == [["/bin/xdg-open", str(plans / "ra")]]


@pytest.mark.parametrize("lack", ["opener", "display", "program", "right"])
def test_where_nothing_opens_it_one_sentence_says_so(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch, lack: str
) -> None:
    on(monkeypatch, "linux", System(status=3))
    if lack == "opener":
        monkeypatch.setattr("kehoach_cli.cli.open_made.shutil.which", lambda _name: None)
    if lack == "display":
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
            monkeypatch.delenv(name, raising=False)
    if lack == "right":

        def refused(_command: list[str], **_streams: Any) -> None:
            raise PermissionError

        monkeypatch.setattr("kehoach_cli.cli.open_made.subprocess.Popen", refused)
    found = run("render", "k0.yaml", "k1.yaml", "--mo", cwd=plans)
    assert (found.exit, found.err.count("Không mở được")) == (0, 1)


@pytest.mark.parametrize("args", [("x.yaml",), ("k0.yaml", "-o", "-")])
def test_where_nothing_was_made_nothing_is_opened(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    system = on(monkeypatch, "linux", System())
    (plans / "x.yaml").write_text(DRAFT, encoding="utf-8")
    run("render", *args, "--mo", cwd=plans)
    assert system.called == []
