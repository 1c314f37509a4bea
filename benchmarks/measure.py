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
    """One run, in seconds: by the clock, and of the processor where the system tells.

    `peak`: MB of memory, where the system tells.
    """

    seconds: float
    cpu: float | None = None
    peak: float | None = None

    @property
    def cost(self) -> float:
        """What ratios compare: other work on the machine hardly changes the processor's time."""
        return self.seconds if self.cpu is None else self.cpu


@dataclass(slots=True)
class Result:
    """One case: the runs of each contender, in turn.

    `label`: what it is called in README. `targets`: by peer, how many times its time we may take.
    `seconds`, `megabytes`: the most we may take. `missing`: peers that did not run, and why.
    `words`: how many each one's file holds.
    """

    case: str
    runs: dict[str, list[Run]]
    label: str = ""
    targets: dict[str, float] = field(default_factory=dict)
    seconds: float | None = None
    megabytes: float | None = None
    ours: str = OURS
    missing: dict[str, str] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)

    @property
    def peers(self) -> list[str]:
        """All but us."""
        return [who for who in self.runs if who != self.ours]

    def wall(self, who: str) -> float:
        """The median time by the clock."""
        return median(run.seconds for run in self.runs[who])

    def cost(self, who: str) -> float:
        """The median of the time that ratios compare."""
        return median(run.cost for run in self.runs[who])

    def peak(self, who: str) -> float | None:
        """The median peak memory in MB."""
        peaks = [run.peak for run in self.runs[who] if run.peak is not None]
        return median(peaks) if peaks else None

    def ratio(self, peer: str) -> float:
        """How many times the peer's time we take: the median over runs that stood side by side.

        Of a contender that ran less often, the runs stood beside the first of the other's.
        """
        pairs = zip(self.runs[self.ours], self.runs[peer], strict=False)
        return median(ours.cost / theirs.cost for ours, theirs in pairs)

    def met(self, peer: str) -> bool | None:
        """Whether the target beside a peer was reached; None without one."""
        return self.ratio(peer) <= self.targets[peer] if peer in self.targets else None

    def within(self) -> bool | None:
        """Whether we took no more seconds and memory than we may; None without a limit."""
        peak = self.peak(self.ours)
        kept = [
            *([self.cost(self.ours) <= self.seconds] if self.seconds else []),
            *([peak <= self.megabytes] if self.megabytes and peak else []),
        ]
        return all(kept) if kept else None


class CommandFailedError(RuntimeError):
    """A command that was to be timed did not end well."""


def once(command: Sequence[str]) -> Run:
    """Run a command to its end. Raises CommandFailedError with what it said."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        said = process.stderr.read() if process.stderr else b""
        status, cpu, peak = _wait(process)
        seconds = time.perf_counter() - start
    if status:
        raise CommandFailedError(said.decode("utf-8", errors="replace").strip()[-2000:])
    return Run(seconds, cpu, peak)


def _wait(process: "subprocess.Popen[bytes]") -> tuple[int, float | None, float | None]:
    """The exit status, the processor's seconds, and MB of memory."""
    if not hasattr(os, "wait4"):
        return process.wait(), None, None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def in_turn(
    case: str, commands: Mapping[str, Sequence[str]], rounds: int, *, warm: bool = True
) -> Result:
    """A B C, A B C, …; a peer that fails drops out. `warm`: after a round that is thrown away."""
    result = Result(case, {who: [] for who in commands}, ours=next(iter(commands)))
    for turn in range(0 if warm else 1, rounds + 1):
        for who in list(result.runs):
            try:
                run = once(commands[who])
            except CommandFailedError as error:
                if who == result.ours:
                    raise
                del result.runs[who]
                last = str(error).splitlines()[-1:]
                result.missing[who] = f"failed {last or ''}".rstrip()
                continue
            if turn:
                result.runs[who].append(run)
    return result
