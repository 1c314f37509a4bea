"""The folder in which LibreOffice works goes with the run, or with the next one."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kehoach_cli.cli import placing
from kehoach_cli.cli.workshop import workshop
from tests.conftest import Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
_KILLED = """
import os, signal, tempfile
from kehoach_cli.cli.workshop import workshop
with workshop() as folder:
    (folder / "van-ban.docx").write_bytes(b"x")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def aged(folder: Path) -> None:
    os.utime(folder, (1, 1))


def test_what_a_killed_run_left_goes_with_the_next_one(temporary: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED], check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    (left,) = temporary.iterdir()
    aged(left)
    with workshop() as folder:
        assert list(temporary.iterdir()) == [folder]
    assert list(temporary.iterdir()) == []


def test_what_another_run_works_in_or_has_just_made_stays(temporary: Path) -> None:
    new = temporary / "kehoach-abcdefgh"
    new.mkdir()
    with workshop() as folder:
        aged(folder)
        with workshop():
            assert folder.exists()
        assert new.exists()


@pytest.mark.parametrize("name", ["kehoach-cua-toi", "kehoach-abcdefg", "khac"])
def test_folders_of_other_names_stay(temporary: Path, name: str) -> None:
    (temporary / name).mkdir()
    aged(temporary / name)
    with workshop():
        assert (temporary / name).exists()


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root gives folders away")
def test_folders_of_other_people_stay(temporary: Path) -> None:
    folder = temporary / "kehoach-abcdefgh"
    folder.mkdir()
    os.chown(folder, 12345, 12345)
    aged(folder)
    with workshop():
        assert folder.exists()


def test_without_locks_nothing_is_swept(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "HAS_LOCKS", False)
    folder = temporary / "kehoach-abcdefgh"
    folder.mkdir()
    aged(folder)
    with workshop():
        assert folder.exists()


OLD = """\
van_ban: {co_quan_ban_hanh: Sở Tài chính, trich_yeu: Kế hoạch năm 2026, thoi_ky: 2026}
noi_dung: {kem_tep: phan.yaml}
"""


def test_a_plan_in_parts_whose_making_was_killed_is_simply_made_again(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "cu.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "phan.yaml").write_text("- muc: Mục tiêu năm 2026\n", encoding="utf-8")
    command = ("new", "--tu", "cu.yaml", "--thoi-ky", "2027", "-o", "moi.yaml")
    assert run(*command, cwd=tmp_path).exit == 0
    whole = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / "moi.yaml").unlink()
    done = run(*command, cwd=tmp_path)
    assert done.exit == 0, done.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == whole
    (tmp_path / "moi.yaml").unlink()
    (part,) = set(whole) - {"cu.yaml", "phan.yaml", "moi.yaml", "kehoach.schema.json"}
    (tmp_path / part).write_text("- muc: Khác\n", encoding="utf-8")
    assert "đã có, không ghi đè" in run(*command, cwd=tmp_path).err
    assert not (tmp_path / "moi.yaml").exists()
