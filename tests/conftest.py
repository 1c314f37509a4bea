"""What every test may use: a plan from its text, the command line, golden files."""

import contextlib
import gc
import io
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple, Protocol

import pytest
from hypothesis import settings

from kehoach_cli.cli.app import main
from kehoach_cli.plan.reader import Reading, read_plan
from kehoach_cli.source.text import read_source
from tests.programs import libreoffice

settings.register_profile("kehoach", deadline=None)
settings.load_profile("kehoach")

ROOT = Path(__file__).parent.parent

ReadPlan = Callable[[str], Reading]


Say = Callable[[str], list[str]]
"""Types a command line; the lines that it says."""


class Ran(NamedTuple):
    """How a command ended. Bytes that are no UTF-8 stand in `out` as surrogates."""

    exit: int
    out: str
    err: str


class Run(Protocol):
    """Runs `kehoach` in this process."""

    def __call__(
        self, *args: str, input: str | bytes | None = None, cwd: Path | None = None
    ) -> Ran: ...


class Golden(Protocol):
    """Compares a text with a golden file, or rewrites the file under --update-golden."""

    def __call__(self, path: Path, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture(scope="session")
def plan() -> ReadPlan:
    """The reading of a plan's text, which may be indented as the test is."""

    def read(text: str) -> Reading:
        return read_plan(read_source("ke-hoach.yaml", dedent(text).encode("utf-8")))

    return read


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_is_heard() -> None:
    """What a shell runs in its background, and all that starts, would ignore the signal."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _no_configuration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees the profile of whoever runs it, nor the copies kept for `undo`."""
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", home)
        patch.setenv("XDG_STATE_HOME", home)
        patch.delenv("APPDATA", raising=False)
        patch.delenv("KEHOACH_DEBUG", raising=False)
        yield


@pytest.fixture(scope="session")
def run() -> Run:
    """The whole command line, streams and exit status included, without a new process."""
    return _run


def _run(*args: str, input: str | bytes | None = None, cwd: Path | None = None) -> Ran:
    typed = input.encode("utf-8") if isinstance(input, str) else input or b""
    out, err = io.BytesIO(), io.BytesIO()
    with contextlib.ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setattr(sys, "argv", ["kehoach", *args])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        stack.enter_context(contextlib.redirect_stdout(_stream(out)))
        stack.enter_context(contextlib.redirect_stderr(_stream(err)))
        stack.enter_context(contextlib.chdir(cwd or Path.cwd()))
        stack.callback(gc.set_threshold, *gc.get_threshold())
        stack.callback(gc.unfreeze)
        status = _status()
        sys.stdout.flush()
        sys.stderr.flush()
        written = out.getvalue().decode("utf-8", "surrogateescape")
        return Ran(status, written, err.getvalue().decode("utf-8"))


def _stream(buffer: io.BytesIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(buffer, encoding="utf-8", newline="")


def _status() -> int:
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    raise AssertionError("main() always ends by SystemExit")


@pytest.fixture(scope="session")
def office() -> Path:
    return libreoffice()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def say(run: Run, tmp_path: Path) -> Say:
    """Types a command in an empty folder: kehoach alone in this process, the rest in bash."""
    folder, programs = tmp_path / "ke-hoach", tmp_path / "bin"
    folder.mkdir()
    programs.mkdir()
    shim = programs / "kehoach"
    start = "import sys; from kehoach_cli.cli.app import main; sys.argv[0] = 'kehoach'; main()"
    shim.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, "-c", start])} "$@"\n')
    shim.chmod(0o755)
    (programs / "python3").symlink_to(sys.executable)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }

    def typed(command: str) -> list[str]:
        if command.startswith("kehoach ") and not re.search(r"[|<>;&$`\\]", command):
            ran = run(*shlex.split(command)[1:], cwd=folder)
            return (ran.out + ran.err).rstrip("\n").split("\n")
        done = subprocess.run(
            ["bash", "-c", f"exec 2>&1\n{command}"],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=False,
            timeout=120,
        )
        return done.stdout.decode("utf-8").rstrip("\n").split("\n") if done.stdout else []

    return typed
