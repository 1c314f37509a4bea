"""Whether time grows with the input alone: `python benchmarks/growth.py [-c COMMAND] [KIND…]`.

For each kind of thing (of `growth_plans.py`, for `import` of `growth_sources.py`) the number of
them is doubled until the command takes so many seconds of the processor more than for two; told
is how many times as long each last doubling took. Linear is 2. Exit status 1 where one is above
the limit and the next one too, or where a process ends in a fault of ours. Linux only, as
hostile.py.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from growth_plans import PLANS, Made
from growth_sources import SOURCES
from hostile import Ended, run, wrong

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "check": ("check", "{plan}"),
    "json": ("check", "{plan}", "--format", "json"),
    "docx": ("render", "{plan}", "--draft", "--docx", "-o", "{out}.docx", "--force"),
    "html": ("render", "{plan}", "--draft", "--html", "-o", "{out}.html", "--force"),
    "txt": ("render", "{plan}", "--draft", "--txt", "-o", "{out}.txt", "--force"),
    "xlsx": ("render", "{plan}", "--draft", "--xlsx", "-o", "{out}.xlsx", "--force"),
    "data": ("render", "{plan}", "--draft", "--json", "-o", "{out}.json", "--force"),
    "fill": ("fill", "{plan}", "--no-input", "--format", "json"),
    "new": ("new", "--no-input", "--thoi-ky", "2017-2019", "-o", "{out}.yaml", "--tu", "{plan}"),
    "import": ("import", "{plan}", "-o", "-"),
}
FIRST, MOST_THINGS, MOST_BYTES = 64, 1 << 18, 8_000_000
_MEMORY, _LONGEST = 4096, 60  # MB, and seconds of the processor: no run comes near them
_SEEN = 0.15
"""Seconds above those of two things from which a doubling can be told from chance."""


class Step(NamedTuple):
    """So many things, of so many bytes, and what they cost above two of them, in seconds."""

    things: int
    size: int
    cost: float
    fault: str


class Trial:
    """One command on one kind of thing, in a folder of its own."""

    def __init__(self, command: str, make: Callable[[int], Made], folder: Path) -> None:
        self.command, self.make, self.folder, self.base = command, make, folder, 0.0
        self.step(2)  # whose modules may have to be compiled first
        self.base = self.step(2).cost

    def step(self, things: int) -> Step:
        """What so many things cost."""
        made = self.make(things)
        for name, data in made.items():
            (self.folder / name).write_bytes(data)
        plan, out = self.folder / next(iter(made)), self.folder / "out"
        words = [word.format(plan=plan, out=out) for word in COMMANDS[self.command]]
        ended = self._ended([str(Path(sys.executable).with_name("kehoach")), *words])
        for path in self.folder.iterdir():
            path.unlink()
        size = sum(map(len, made.values()))
        return Step(things, size, ended.seconds - self.base, wrong(ended, _LONGEST, _MEMORY))

    def _ended(self, command: list[str]) -> Ended:
        here = Path.cwd()
        os.chdir(self.folder)
        try:
            return run(command, _LONGEST * 4)
        finally:
            os.chdir(here)

    def steps(self, seconds: float) -> Iterator[Step]:
        """Twice as many each time, until they cost so many seconds."""
        things = FIRST
        while True:
            step = self.step(things)
            yield step
            if step.fault or step.cost > seconds or step.size > MOST_BYTES:
                return
            things *= 2
            if things > MOST_THINGS:
                return


def _ratio(step: Step, before: Step) -> float:
    return step.cost / max(before.cost, 0.001)


def told(trial: Trial, seconds: float, limit: float) -> tuple[str, bool]:
    """A line about a trial, and whether it is well."""
    steps = list(trial.steps(seconds))
    ratios = [_ratio(step, before) for before, step in pairwise(steps) if before.cost > _SEEN]
    last, fault = steps[-1], steps[-1].fault
    if not fault and ratios and ratios[-1] > limit:
        # A cache that is full makes one step, other work another: growth goes on.
        ratios.append(_ratio(trial.step(2 * last.things), last))
        fault = f"grows {ratios[-1]:.2f} times" if ratios[-1] > limit else ""
    shown = " ".join(f"{ratio:.2f}" for ratio in ratios[-3:]) or "-"
    line = f"{last.things:7}  {last.size / 1e6:6.2f} MB  {last.cost:6.2f} s  {shown}"
    return f"{line}{'   ' if fault else ''}{fault}", not fault


def main() -> None:
    options = _options()
    bad = 0
    for command in options.command or COMMANDS:
        kinds = SOURCES if command == "import" else PLANS
        for kind in options.kinds or kinds:
            if kind not in kinds:
                continue
            with tempfile.TemporaryDirectory() as folder:
                trial = Trial(command, kinds[kind], Path(folder))
                line, well = told(trial, options.seconds, options.limit)
            bad += not well
            print(f"{command:7} {kind:32} {line}", flush=True)
    raise SystemExit(bool(bad))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="as the lists name them; all")
    parser.add_argument("-c", "--command", action="append", choices=COMMANDS, help="all")
    parser.add_argument("--seconds", type=float, default=0.6, help="until it costs so many")
    parser.add_argument("--limit", type=float, default=2.6, help="the most a doubling may take")
    return parser.parse_args()


if __name__ == "__main__":
    main()
