"""Real processes: what only the system can show."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.samples import DRAFT, GOOD

KEHOACH = (sys.executable, "-m", "kehoach_cli")
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


def kehoach(
    *args: str, cwd: Path, stdin: bytes = b"", **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*KEHOACH, *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **env},
    )


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """A command line in which $K is kehoach."""
    env = {**os.environ, "K": " ".join(KEHOACH)}
    return subprocess.run(["sh", "-c", command], cwd=cwd, capture_output=True, check=False, env=env)


def test_vietnamese_is_printed_where_the_system_speaks_none(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    done = kehoach(
        "check", "a.yaml", cwd=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 1
    assert "lỗi" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("args", [(), ("check",), ("check", "x.yaml"), ("check", "-")])
def test_nothing_waits_for_a_key_and_no_traceback_is_shown(
    tmp_path: Path, args: tuple[str, ...]
) -> None:
    done = kehoach(*args, cwd=tmp_path)
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr


@POSIX
def test_a_reader_that_leaves_early_ends_it_in_peace(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x: y\n" + "".join(f"k{i}: v\n" for i in range(3000)))
    done = shell("$K check a.yaml | head -1", tmp_path)
    assert done.stdout.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@POSIX
def test_a_closed_stdout_is_no_fault_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    done = shell("$K check a.yaml >&-", tmp_path)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@POSIX
@pytest.mark.parametrize("command", ["$K check - <&-", "$K render a.yaml -o - >&-"])
def test_a_closed_stream_that_is_needed_ends_with_2(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert shell(command, tmp_path).returncode == 2


@POSIX
def test_a_disk_that_fills_up_leaves_the_old_word_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert kehoach("render", "a.yaml", cwd=tmp_path).returncode == 0
    old = (tmp_path / "a.docx").read_bytes()
    done = shell("ulimit -f 1; trap '' XFSZ; $K render a.yaml", tmp_path)
    assert done.returncode == 2
    assert "Đĩa đã đầy" in done.stderr.decode("utf-8")
    assert (tmp_path / "a.docx").read_bytes() == old
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.yaml"]


@POSIX
def test_ctrl_c_while_a_plan_is_awaited_ends_with_130(tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([*KEHOACH, "check", "-"], stdin=pipe, stderr=pipe, cwd=tmp_path) as p:
        time.sleep(1.5)
        p.send_signal(signal.SIGINT)
        _, said = p.communicate(timeout=30)
        assert p.returncode == 130
    assert b"Traceback" not in said


@POSIX
def test_a_name_that_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"k\xea.yaml")).write_text(DRAFT, encoding="utf-8")
    done = kehoach("check", os.fsdecode(b"k\xea.yaml"), cwd=tmp_path)
    assert done.returncode == 1
    assert b"[KH030]" in done.stdout


@pytest.mark.parametrize(
    ("words", "slow"),
    [
        (["check", "a.yaml"], {"contextlib", "pathlib", "tomllib", "typing"}),
        (["render", "a.yaml"], set()),
        (["render", "--draft", "a.yaml", "-o", "b"], set()),
    ],
)
def test_a_plain_call_loads_no_heavy_library(
    tmp_path: Path, words: list[str], slow: set[str]
) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    code = (
        "import sys; before = set(sys.modules); from kehoach_cli.cli.app import main\n"
        f"sys.argv = ['kehoach', *{words}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'typer', 'pydantic', 'jinja2', 'docx', 'lxml', 'xlsxwriter'}\n"
        f"print(sorted((heavy | {slow}) & set(sys.modules) - before))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["help"]])
def test_help_loads_no_rule(tmp_path: Path, words: list[str]) -> None:
    code = (
        "import sys; from kehoach_cli.cli.app import main\n"
        f"sys.argv = ['kehoach', *{words}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('kehoach_cli.checks')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
