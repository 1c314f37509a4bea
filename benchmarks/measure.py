"""Whole processes timed in turn, with their peak memory; medians and ratios of a case."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

OURS = "kehoach"


@dataclass(frozen=True, slots=True)
class Run:
    """One run: wall-clock seconds, and MB of memory at its peak where the system tells."""

    seconds: float
    peak: float | None = None


@dataclass(slots=True)
class Result:
    """One case: the runs of each contender, in turn.

    `targets`: by peer, how many times faster we shall be; with `most`, how many times its time we
    may take. `limit`: the seconds we may take. `missing`: peers that did not run, and why.
    """

    case: str
    runs: dict[str, list[Run]]
    targets: dict[str, float] = field(default_factory=dict)
    most: bool = False
    limit: float | None = None
    ours: str = OURS
    missing: dict[str, str] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)

    @property
    def peers(self) -> list[str]:
        """All but us."""
        return [who for who in self.runs if who != self.ours]

    def seconds(self, who: str) -> float:
        """The median time."""
        return median(run.seconds for run in self.runs[who])

    def peak(self, who: str) -> float | None:
        """The median peak memory in MB."""
        peaks = [run.peak for run in self.runs[who] if run.peak is not None]
        return median(peaks) if peaks else None

    def ratio(self, peer: str) -> float:
        """The median of peer ÷ us, with `most` us ÷ peer, over runs that stood side by side."""
        pairs = zip(self.runs[self.ours], self.runs[peer], strict=True)
        ratios = [theirs.seconds / ours.seconds for ours, theirs in pairs]
        return median(1 / ratio for ratio in ratios) if self.most else median(ratios)

    def met(self, peer: str = "") -> bool | None:
        """Whether the target was reached; None without one."""
        if not peer:
            return None if self.limit is None else self.seconds(self.ours) <= self.limit
        if peer not in self.targets:
            return None
        ratio, target = self.ratio(peer), self.targets[peer]
        return ratio <= target if self.most else ratio >= target


class CommandFailedError(RuntimeError):
    """A command that was to be timed did not end well."""


def once(command: Sequence[str]) -> Run:
    """Run a command to its end. Raises CommandFailedError with what it said."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        said = process.stderr.read() if process.stderr else b""
        status, peak = _wait(process)
        seconds = time.perf_counter() - start
    if status:
        raise CommandFailedError(said.decode("utf-8", errors="replace").strip()[-2000:])
    return Run(seconds, peak)


def _wait(process: "subprocess.Popen[bytes]") -> tuple[int, float | None]:
    if not hasattr(os, "wait4"):
        return process.wait(), None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return process.returncode, usage.ru_maxrss / unit


def in_turn(case: str, commands: Mapping[str, Sequence[str]], rounds: int) -> Result:
    """A B C, A B C, …, after a round that is thrown away; a peer that fails drops out."""
    result = Result(case, {who: [] for who in commands}, ours=next(iter(commands)))
    for turn in range(rounds + 1):
        for who in list(result.runs):
            try:
                run = once(commands[who])
            except CommandFailedError as error:
                if who == result.ours:
                    raise
                del result.runs[who]
                result.missing[who] = f"failed {str(error).splitlines()[-1:] or ''}".rstrip()
                continue
            if turn:
                result.runs[who].append(run)
    return result
