"""The same work on many items by several processes; results come in the order of the items.

Processes are started anew ("spawn") on every system, since that is all that Windows has. A worker
holds two items, so that it need not wait while the first one's result is told; where it dies, or is
at an item for too long, that item is lost and the other goes to another worker.
"""

import contextlib
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from types import FrameType
from typing import Any, NamedTuple

from kehoach_cli.cli.start import collect_seldom
from kehoach_cli.errors import Exit, KehoachError

_HELD = 2
_AHEAD = 64  # items a worker may be ahead of the first one whose result is still awaited
_PATIENCE = 10.0  # seconds for workers to end by themselves
_SHORT_PATIENCE = 3.0  # the same for one that is stopped while the others go on
TIME_LIMIT = 300  # seconds for an item; real plans take less than one, the largest some ten

Work = Callable[[str], Any]


class Lost(NamedTuple):
    """What became of an item whose worker died. `status`: the worker's, negative for a signal."""

    status: int


class Late(NamedTuple):
    """What became of an item that took longer than so many seconds."""

    limit: float


def in_order(
    work: Work, items: Sequence[str], workers: int, limit: float | None = None
) -> Generator[Any, None, None]:
    """The result of each item, Lost or Late. Close it to stop the workers before the end.

    `limit`: how many seconds an item may take. Without one a lone worker is this very process,
    which nobody stops.
    """
    workers = min(workers, len(items))
    if not items or (workers <= 1 and limit is None):
        yield from map(work, items)
        return
    pool = _Pool(work, TIME_LIMIT if limit is None else limit)
    try:
        yield from pool.results(items, workers)
    finally:
        pool.stop()


class _Worker:
    """A process, the pipe to it, and the numbers of the items that it holds, in order.

    `since`: when it began with the first of them.
    """

    def __init__(self, work: Work) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self.process = spawn.Process(target=_serve, args=(theirs, work, _here()), daemon=True)
        self.held: deque[int] = deque()
        self.since = 0.0
        self.is_ready = False
        with _no_interrupt():
            self.process.start()
        theirs.close()

    def give(self, number: int, item: str) -> bool:
        """Hand an item over; whether there was somebody to take it."""
        try:
            self.pipe.send(item)
        except OSError:
            return False
        if not self.held:
            self.since = time.monotonic()
        self.held.append(number)
        return True

    def left(self, limit: float) -> float:
        """The seconds that it has left for the item that it is at, of so many."""
        is_busy = self.is_ready and self.held
        return max(0.0, self.since + limit - time.monotonic()) if is_busy else limit

    def ask_to_end(self) -> None:
        """Tell it to stop, which undoes what it was writing."""
        self.pipe.close()
        if os.name == "posix":  # Windows would kill it; Ctrl-C has reached it there
            self.process.terminate()

    def end(self, patience: float) -> None:
        """Wait for its end, so many seconds at most."""
        self.process.join(max(0.0, patience))
        self.process.kill()
        self.process.join()


class _Pool:
    def __init__(self, work: Work, limit: float) -> None:
        self.work, self.limit = work, limit
        self.workers: list[_Worker] = []
        self.waiting: deque[tuple[int, str]] = deque()
        self.done: dict[int, Any] = {}

    def results(self, items: Sequence[str], workers: int) -> Iterator[Any]:
        self.waiting.extend(enumerate(items))
        self.workers = [_Worker(self.work) for _ in range(workers)]
        for number in range(len(items)):
            self._hand_out(number)
            self._take_in(items, 0.0)
            while number not in self.done:
                self._hand_out(number)
                self._take_in(items, None)
            yield self.done.pop(number)

    def _hand_out(self, awaited: int) -> None:
        """Fill the hands of every worker, the emptiest first."""
        for hands in range(_HELD):
            for worker in self.workers:
                is_near = self.waiting and self.waiting[0][0] < awaited + _AHEAD * len(self.workers)
                if is_near and len(worker.held) == hands and worker.give(*self.waiting[0]):
                    self.waiting.popleft()

    def _take_in(self, items: Sequence[str], seconds: float | None) -> None:
        """Take what workers have sent, waiting so long for it at most; None: until there is any."""
        by_pipe: dict[Any, _Worker] = {worker.pipe: worker for worker in self.workers}
        first = min(worker.left(self.limit) for worker in self.workers)
        for pipe in wait(list(by_pipe), first if seconds is None else min(seconds, first)):
            worker = by_pipe[pipe]
            try:
                result = worker.pipe.recv()
            except (EOFError, OSError):
                worker.process.join()
                self._replace(worker, items, Lost(worker.process.exitcode or 0))
                continue
            if worker.is_ready:
                self.done[worker.held.popleft()] = result
            worker.is_ready, worker.since = True, time.monotonic()
        for worker in [worker for worker in self.workers if not worker.left(self.limit)]:
            worker.ask_to_end()
            worker.end(_SHORT_PATIENCE)
            self._replace(worker, items, Late(self.limit))

    def _replace(self, worker: _Worker, items: Sequence[str], fate: Lost | Late) -> None:
        """Another worker for one that is gone; only the item that it was at is lost."""
        if not worker.is_ready:
            said = "Không khởi động được tiến trình phụ; hãy chạy lại với -j 1."
            raise KehoachError(said, Exit.FAULT)
        if worker.held:
            self.done[worker.held.popleft()] = fate
        self.waiting.extendleft((number, items[number]) for number in reversed(worker.held))
        worker.pipe.close()
        self.workers[self.workers.index(worker)] = _Worker(self.work)

    def stop(self) -> None:
        """End all workers; what one of them was writing is undone by itself."""
        for worker in self.workers:
            worker.ask_to_end()
        last = time.monotonic() + _PATIENCE
        for worker in self.workers:
            worker.end(last - time.monotonic())


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """Ctrl-C waits, and never comes to a process that is started meanwhile: its parent ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # else the first process starts it, which ends the blocking
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _here() -> str | None:
    try:
        return str(os.getcwd())  # noqa: PTH109 - a folder that is gone has no path
    except OSError:
        return None


def _serve(pipe: Connection, work: Work, folder: str | None) -> None:
    """What a worker does: item in, result out, until nobody is there or it is told to stop."""
    is_busy = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        """Leave as at Ctrl-C, which undoes what is half done; further signals do not disturb it."""
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        if is_busy:
            raise KeyboardInterrupt
        os._exit(0)

    signal.signal(signal.SIGTERM, stop)
    collect_seldom()
    if folder is not None:
        os.chdir(folder)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        pipe.send(None)
        while True:
            item = pipe.recv()
            is_busy = True
            result = work(item)
            is_busy = False
            pipe.send(result)
