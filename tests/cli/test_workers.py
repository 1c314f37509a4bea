"""Work done by several processes: order, losses, and how they are stopped."""

import contextlib
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from kehoach_cli.cli import workers
from kehoach_cli.cli.workers import Late, Lost, in_order
from kehoach_cli.cli.writing import write_whole
from kehoach_cli.errors import Exit, KehoachError

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


def doubled(item: str) -> str:
    """The first of the items takes longest."""
    time.sleep(0.3 if item == "0" else 0)
    return item * 2


def deadly(item: str) -> str:
    if item == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "gone":
        os._exit(7)
    return f"{item} {os.getpid()}"


def endless(item: str) -> None:
    def make(file: BinaryIO) -> None:
        file.write(b"half")
        Path(f"{item}.begun").touch()
        time.sleep(60)

    write_whole(Path(item), make)


class _CannotCome:
    """Work that another process cannot take over."""

    def __reduce__(self) -> tuple[type, tuple[int]]:
        return _CannotCome, (1,)

    def __call__(self, item: str) -> str:
        return item


@pytest.mark.parametrize("count", [1, 2, 9])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    items = [str(number) for number in range(300 if count == 2 else 9)]
    assert list(in_order(doubled, items, count)) == [item * 2 for item in items]


def test_no_items_need_no_workers() -> None:
    assert list(in_order(doubled, [], 4)) == []


@POSIX
def test_a_worker_that_dies_loses_the_item_it_was_at_and_no_other() -> None:
    items = ["a", "killed", "b", "c", "gone", "d", "e"]
    found = list(in_order(deadly, items, 2))
    lost = {
        item: result for item, result in zip(items, found, strict=True) if result.__class__ is Lost
    }
    assert lost == {"killed": Lost(-signal.SIGKILL), "gone": Lost(7)}
    assert [str(found[at]).split()[0] for at in (0, 2, 3, 5, 6)] == ["a", "b", "c", "d", "e"]


def slow(item: str) -> str:
    """Some items end by themselves when told to, one does not."""
    if item == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if item in ("slow", "deaf"):
        time.sleep(60)
    return item


@pytest.mark.parametrize("count", [1, 2])
def test_an_item_that_takes_too_long_is_late_and_no_other(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_SHORT_PATIENCE", 0.3)
    items = ["a", "slow", "b", "deaf", "c", "d"]
    found = list(in_order(slow, items, count, limit=1.0))
    assert found == ["a", Late(1.0), "b", Late(1.0), "c", "d"]
    assert multiprocessing.active_children() == []


def test_workers_that_cannot_start_are_told_of_once(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KehoachError, match="-j 1") as fault:
        list(in_order(_CannotCome(), ["a", "b"], 2))
    assert fault.value.status is Exit.FAULT
    assert "TypeError" in capfd.readouterr().err


@POSIX
def test_workers_that_are_stopped_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    results = in_order(endless, ["a", "b"], 2)
    with contextlib.closing(results), _alarm(results):
        next(results)
    assert multiprocessing.active_children() == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.begun", "b.begun"]


@contextlib.contextmanager
def _alarm(_results: Iterator[object]) -> Iterator[None]:
    """Ctrl-C once both workers are at work."""

    def pressed(_number: int, _frame: object) -> None:
        if len([*Path().glob("*.begun")]) < 2:
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            return
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, pressed)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture
def _own_signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def stopping(item: str) -> str:
    """A parent says stop while the item is worked at, and again while that is undone."""
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)
    finally:
        os.kill(os.getpid(), signal.SIGTERM)
        Path(item).touch()
    return item


@pytest.mark.usefixtures("_own_signals")
def test_a_worker_serves_until_nobody_is_there() -> None:
    ours, theirs = multiprocessing.Pipe()
    ours.send("a")
    with contextlib.closing(ours):
        ours.send("b")
        pipe = _Closing(theirs, 3)
        workers._serve(pipe, doubled, str(Path.cwd()))  # type: ignore[arg-type]
        assert [ours.recv(), ours.recv(), ours.recv()] == [None, "aa", "bb"]


class _Closing:
    """A pipe whose other end is closed after so many sendings."""

    def __init__(self, pipe: object, sendings: int) -> None:
        self.pipe, self.left = pipe, sendings

    def send(self, data: object) -> None:
        self.left -= 1
        self.pipe.send(data)  # type: ignore[attr-defined]

    def recv(self) -> object:
        if not self.left:
            raise EOFError
        return self.pipe.recv()  # type: ignore[attr-defined]


@POSIX
@pytest.mark.usefixtures("_own_signals")
def test_a_worker_that_is_stopped_undoes_its_work_first(tmp_path: Path) -> None:
    ours, theirs = multiprocessing.Pipe()
    ours.send(str(tmp_path / "undone"))
    workers._serve(theirs, stopping, None)
    assert ours.recv() is None
    assert not ours.poll()
    assert (tmp_path / "undone").exists()


def test_a_folder_that_is_gone_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    assert workers._here() is None


def test_a_worker_that_died_at_rest_takes_nothing() -> None:
    ours, theirs = multiprocessing.Pipe()
    theirs.close()
    worker = object.__new__(workers._Worker)
    worker.pipe, worker.held = ours, deque()
    assert worker.give(0, "a") is False
    assert not worker.held
