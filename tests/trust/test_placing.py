"""Files are put in place whole; what was there is never lost, nothing is left beside it."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import pytest

from kehoach_cli.cli import placing
from kehoach_cli.cli.copies import ChangedError, replace
from kehoach_cli.cli.desk import Desk
from kehoach_cli.cli.writing import write_bytes, write_new
from kehoach_cli.errors import KehoachError
from kehoach_cli.source.text import read_source
from tests.cli.samples import GOOD
from tests.conftest import Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
ROOT = pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root gives files away")
LEFT = ".kehoach-0123456789abcdef.tmp"


@pytest.fixture(params=["nameless", "named", "without locks"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way that a system may have of writing a file."""
    placing.sweep.cache_clear()
    if request.param != "nameless":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    if request.param == "without locks":
        monkeypatch.setattr(placing, "HAS_LOCKS", False)
    return str(request.param)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("write", [write_bytes, write_new])
def test_a_file_is_written_and_nothing_beside_it(
    tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    write(tmp_path / "a", b"new")
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"new")


@pytest.mark.usefixtures("system")
def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def fail(file: BinaryIO) -> None:
        file.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        placing.put(tmp_path / "a", fail)
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")


@pytest.mark.usefixtures("system")
def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        placing.put(tmp_path / "a", lambda file: file.write(b"ours"), anew=True)
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"theirs")


@pytest.mark.usefixtures("system")
def test_of_two_runs_that_write_one_new_file_the_later_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"theirs, since a moment ago")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    write_bytes(tmp_path / "a", b"ours")
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"ours")


@pytest.mark.usefixtures("system")
def test_of_many_who_keep_their_answers_beside_a_file_none_loses_them(tmp_path: Path) -> None:
    source = read_source(str(tmp_path / "a.yaml"), b"a: 1\n")
    (tmp_path / "a.yaml").write_bytes(b"a: 2\n")

    def keep(number: int) -> None:
        desk = Desk(str(tmp_path / "a.yaml"), source)
        with pytest.raises(KehoachError, match=r"a\.dien-\d+\.yaml"):
            desk.save(source.with_text(f"a: {number}\n"))

    with ThreadPoolExecutor(8) as runs:
        list(runs.map(keep, range(100, 124)))
    kept = {path.read_text() for path in tmp_path.glob("a.dien-*.yaml")}
    assert kept == {f"a: {number}\n" for number in range(100, 124)}


def test_where_a_nameless_file_gets_no_name_a_named_one_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(placing, "_link", refuse)
    write_bytes(tmp_path / "a", b"new")
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"new")


_KILLED = """
import os, signal, sys
from pathlib import Path
if sys.argv[2] == "named":
    del os.O_TMPFILE
from kehoach_cli.cli.placing import put

def make(file):
    file.write(b"half")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)

put(Path(sys.argv[1]), make)
"""


@pytest.mark.parametrize("way", ["nameless", "named"])
def test_a_killed_run_leaves_nothing_after_the_next_one(tmp_path: Path, way: str) -> None:
    (tmp_path / "a").write_bytes(b"old")
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, str(tmp_path / "a"), way], check=False, timeout=60
    )
    assert killed.returncode == -9
    assert (tmp_path / "a").read_bytes() == b"old"
    placing.sweep.cache_clear()
    write_bytes(tmp_path / "b", b"new")
    assert names(tmp_path) == ["a", "b"]


def test_what_another_run_still_writes_is_not_swept_away(tmp_path: Path) -> None:
    with (tmp_path / LEFT).open("wb") as file:
        assert placing.lock(file.fileno())
        placing.sweep.cache_clear()
        placing.sweep(tmp_path)
        assert names(tmp_path) == [LEFT]
    placing.sweep.cache_clear()
    placing.sweep(tmp_path)
    assert names(tmp_path) == []


@pytest.mark.parametrize("kind", ["folder", "link", "FIFO", "other name"])
def test_nothing_but_what_is_ours_is_swept_away(tmp_path: Path, kind: str) -> None:
    path = tmp_path / LEFT
    (tmp_path / "a").write_bytes(b"")
    if kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to(tmp_path / "a")
    elif kind == "FIFO":
        os.mkfifo(path)
    else:
        (tmp_path / ".kehoach-cua-toi.tmp").write_bytes(b"")
    before = names(tmp_path)
    placing.sweep.cache_clear()
    placing.sweep(tmp_path)
    assert names(tmp_path) == before


def test_without_locks_only_what_is_old_is_swept_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "HAS_LOCKS", False)
    old, new = tmp_path / LEFT, tmp_path / LEFT.replace("0", "9")
    for path in (old, new):
        path.write_bytes(b"")
    os.utime(old, (1, 1))
    placing.sweep.cache_clear()
    placing.sweep(tmp_path)
    assert names(tmp_path) == [new.name]


def test_a_disk_without_locks_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no locks")

    monkeypatch.setattr(placing, "flock", refuse)
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    (tmp_path / "a").write_bytes(b"old")
    with placing.alone(tmp_path):
        write_bytes(tmp_path / "a", b"new")
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"new")


@pytest.mark.usefixtures("system")
def test_permissions_stay_and_new_ones_follow_the_mask(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write_bytes(old, b"x")
        write_bytes(tmp_path / "new", b"x")
    finally:
        os.umask(mask)
    assert [path.stat().st_mode & 0o777 for path in (old, tmp_path / "new")] == [0o640, 0o640]


@ROOT
@pytest.mark.usefixtures("system")
def test_the_owner_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    os.chown(path, 12345, 54321)
    write_bytes(path, b"x")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


def test_where_the_group_cannot_stay_no_other_group_gets_its_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path = tmp_path / "a"
    path.write_bytes(b"")
    path.chmod(0o664)
    if os.getuid() == 0:
        os.chown(path, 12345, 54321)
        monkeypatch.setattr(os, "fchown", refuse)
    write_bytes(path, b"x")
    assert path.stat().st_mode & 0o777 == (0o604 if os.getuid() == 0 else 0o664)


def test_attributes_stay_where_the_disk_has_them(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    try:
        os.setxattr(path, "user.nguon", b"Hoa An")
    except OSError:
        pytest.skip("this disk keeps no attributes")
    write_bytes(path, b"x")
    assert os.getxattr(path, "user.nguon") == b"Hoa An"


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").symlink_to("a")
    write_bytes(tmp_path / "b", b"new")
    assert (tmp_path / "b").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_the_other_name_of_a_hard_link_keeps_the_old_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    write_bytes(tmp_path / "a", b"new")
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"new", b"old"]


def test_links_in_a_ring_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(KehoachError, match="trỏ vòng"):
        write_bytes(tmp_path / "a", b"x")


def test_a_file_that_somebody_changed_meanwhile_stays_as_they_left_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedError, match="vừa bị chương trình khác sửa"):
        replace(path, b"read", b"ours")
    assert path.read_bytes() == b"theirs"
    path.unlink()
    with pytest.raises(ChangedError):
        replace(path, b"read", b"ours")


def test_a_run_waits_for_another_one_and_says_when_it_waits_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "_PATIENCE", 0.05)
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        assert placing.lock(handle)
        with pytest.raises(KehoachError, match="đang ghi vào"), placing.alone(tmp_path):
            raise AssertionError("two at once")
    finally:
        os.close(handle)
    with placing.alone(tmp_path), placing.alone(tmp_path / "."):
        pass


def test_many_runs_on_one_file_lose_no_answer(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD.replace("  so_van_ban: 172\n", ""), encoding="utf-8")
    command = [sys.executable, "-m", "kehoach_cli", "fill", "a.yaml", "--no-input", "--dat"]
    answers = {"dia_danh": "Mỹ Tho", "so_van_ban": "172"}
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    running = [
        subprocess.Popen(
            [*command, f"van_ban.{key}={answer}"], cwd=tmp_path, env=env, stderr=subprocess.PIPE
        )
        for key, answer in answers.items()
    ]
    said = [run.communicate(timeout=60)[1].decode() for run in running]
    texts = "".join(path.read_text("utf-8") for path in tmp_path.glob("a*.yaml"))
    assert all(f"{key}: {answer}" in texts for key, answer in answers.items()), said
    assert not any("Traceback" in words for words in said)


def test_names_that_differ_by_case_only_are_two_files_or_one_as_the_disk_says(
    run: Run, tmp_path: Path
) -> None:
    for name in ("a.yaml", "A.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
        assert run("render", name, cwd=tmp_path).exit == 0
    files = {path.name for path in tmp_path.iterdir()}
    assert files in ({"a.yaml", "A.yaml", "a.docx", "A.docx"}, {"a.yaml", "a.docx"})


def test_where_a_sweep_came_between_a_new_name_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    swept: list[Path] = []

    def swept_first(handle: int) -> bool | None:
        if not swept:
            swept.extend(tmp_path.iterdir())
            swept[0].unlink()
        return lock(handle)

    lock = placing.lock
    monkeypatch.setattr(placing, "lock", swept_first)
    placing.put(tmp_path / "a", lambda file: file.write(b"x"))
    assert (len(swept), names(tmp_path), (tmp_path / "a").read_bytes()) == (1, ["a"], b"x")


def test_systems_without_owners_and_attributes_are_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("fchown", "listxattr"):
        monkeypatch.delattr(os, name, raising=False)
        (tmp_path / "a").write_bytes(b"old")
        write_bytes(tmp_path / "a", b"new")
        assert (tmp_path / "a").read_bytes() == b"new"


def test_nobody_is_waited_for_where_there_are_no_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with placing.alone(tmp_path / "khong-co"):
        pass
    monkeypatch.setattr(placing, "HAS_LOCKS", False)
    with placing.alone(tmp_path), placing.alone(tmp_path):
        pass


def test_a_file_that_may_no_longer_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(KehoachError, match="là một thư mục"):
        replace(tmp_path / "a.yaml", b"read", b"ours")
