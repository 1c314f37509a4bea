"""`kehoach undo`: what was written over comes back, nothing is lost on the way."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kehoach_cli.cli import copies
from kehoach_cli.cli.copies import copy_for, replace
from tests.cli.samples import GOOD
from tests.conftest import Run

SPACE = GOOD.replace("quả.", "quả , chất lượng.")
MENDED = SPACE.replace("quả ,", "quả,")


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    folder = tmp_path / "state"
    monkeypatch.setattr(copies, "folder", lambda: folder)
    return folder


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with one certain fault."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SPACE.replace("\n", "\r\n").encode())
    return path


@pytest.mark.usefixtures("state")
def test_a_fix_is_undone_and_redone_to_the_byte(run: Run, plan: Path) -> None:
    old = plan.read_bytes()
    said = run("check", "a.yaml", "--fix", "--ignore", "KH0", cwd=plan.parent).err
    assert "Hoàn tác: kehoach undo a.yaml" in said
    new = plan.read_bytes()
    status, out, err = run("undo", "a.yaml", cwd=plan.parent)
    assert (status, out, plan.read_bytes() == old) == (0, "", True)
    assert err == (
        "Đã lấy lại bản cũ của a.yaml; muốn làm lại thì chạy lệnh này lần nữa.\n"
        "Bước tiếp theo: kehoach check a.yaml\n"
    )
    assert "Đã làm lại" in run("undo", "a.yaml", cwd=plan.parent).err
    assert plan.read_bytes() == new
    assert "Đã lấy lại" in run("undo", str(plan)).err
    assert plan.read_bytes() == old


@pytest.mark.usefixtures("state")
def test_a_file_changed_since_is_left_alone_unless_forced(run: Run, plan: Path) -> None:
    old = plan.read_bytes()
    run("check", str(plan), "--fix")
    plan.write_text(f"{MENDED}# thêm\n", encoding="utf-8")
    status, _, err = run("undo", str(plan))
    assert (status, err.count("\n"), "--force" in err) == (2, 1, True)
    assert plan.read_text(encoding="utf-8").endswith("# thêm\n")
    assert run("undo", str(plan), "--force").exit == 0
    assert plan.read_bytes() == old
    assert run("undo", str(plan)).exit == 0
    assert plan.read_text(encoding="utf-8").endswith("# thêm\n")


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize("name", ["a.yaml", "b.yaml", "-", "."])
def test_nothing_to_undo_is_one_sentence(run: Run, plan: Path, name: str) -> None:
    status, _, err = run("undo", name, cwd=plan.parent)
    assert (status, err.count("\n")) == (2, 1)


def test_where_no_copy_can_be_kept_the_fix_goes_on_and_says_so(
    run: Run, plan: Path, state: Path
) -> None:
    state.write_text("a file where the folder should be", encoding="utf-8")
    status, _, err = run("check", str(plan), "--fix")
    assert status == 0
    assert f"Không ghi được vào {state} nên lần này không hoàn tác được." in err
    assert "quả, chất" in plan.read_text(encoding="utf-8-sig")
    assert run("undo", str(plan)).exit == 2


def test_an_undo_that_cannot_keep_what_stood_there_says_so(
    run: Run, plan: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = plan.read_bytes()
    run("check", str(plan), "--fix")
    monkeypatch.setattr(copies, "_keep", lambda *_: False)
    assert f"Không ghi được vào {state}" in run("undo", str(plan)).err
    assert plan.read_bytes() == old


def test_copies_stand_in_the_state_folder_and_are_few(
    plan: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "MAX_COPIES", 3)
    for number in range(5):
        path = plan.with_name(f"{number}.yaml")
        path.write_bytes(b"old %d" % number)
        assert replace(path, b"old %d" % number, b"new")
        os.utime(max(state.iterdir(), key=lambda kept: kept.stat().st_mtime_ns), (number, number))
    assert len(list(state.iterdir())) == 3
    monkeypatch.setattr(copies, "MAX_BYTES", 1)
    plan.write_bytes(b"an older text")
    assert replace(plan, b"an older text", b"new")
    assert [copy_for(plan, b"new")] == [copies.Copy(b"an older text", copies._hash(b"new"), False)]
    assert len(list(state.iterdir())) == 1
    assert {path.suffix for path in plan.parent.iterdir() if path.is_file()} == {".yaml"}


def test_a_run_that_ended_before_it_wrote_leaves_the_older_copy(plan: Path, state: Path) -> None:
    plan.write_bytes(b"first")
    assert replace(plan, b"first", b"second")
    coming = next(state.iterdir()).with_suffix(".dang-ghi")
    coming.write_bytes(copies._hash(b"third").encode() + b" \nsecond")
    found = copy_for(plan, b"second")
    assert found is not None
    assert found.data == b"first"
    found = copy_for(plan, b"third")
    assert found is not None
    assert found.data == b"second"


def test_a_copy_that_cannot_take_its_name_is_told(plan: Path, state: Path) -> None:
    plan.write_bytes(b"first")
    assert replace(plan, b"first", b"second")
    kept = next(state.iterdir())
    kept.unlink()
    kept.mkdir()
    assert not replace(plan, b"second", b"third")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
@pytest.mark.parametrize("delay", [0.08, 0.16, 0.24, 0.32, 0.4, 0.5])
def test_a_killed_fix_leaves_the_old_file_or_the_new_one(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SPACE, encoding="utf-8")
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    command = [sys.executable, "-m", "kehoach_cli", "check", "a.yaml", "--fix"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(delay)
        process.kill()
    assert path.read_text(encoding="utf-8") in (SPACE, MENDED)
    undone = subprocess.run(
        [*command[:3], "undo", "a.yaml"], cwd=tmp_path, env=env, capture_output=True, check=False
    )
    assert undone.returncode in (0, 2)
    assert path.read_text(encoding="utf-8") == SPACE
