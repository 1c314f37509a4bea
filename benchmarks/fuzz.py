"""Inputs made by chance through every door of the program: `python benchmarks/fuzz.py`.

    python benchmarks/fuzz.py [--inputs N] [--seed S] [--engine E] [--only TARGET…] [--found FOLDER]

Engines: "mutate" (seeds changed at random, nothing to install), "hypothesis", and "atheris", which
is led by what code an input reaches and must be installed by hand. The same seed gives the same
inputs, but for atheris. Whatever raises, or takes longer than the limit, is told with its input,
kept in the folder, and makes the status of this script 1.
"""

import argparse
import faulthandler
import hashlib
import random
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

SHARES = {
    "figures": 16, "money": 15, "dates": 15, "citations": 13, "text": 14, "reader": 9, "insert": 6,
    "answer": 1, "check": 2, "import txt": 1, "import csv": 2, "import html": 2,
    "import docx": 1, "import xlsx": 1, "import document.xml": 1, "import sheet1.xml": 1,
}  # fmt: skip
"""How many hundredths of the inputs a target gets: the slower, the fewer."""
LIMIT = 3.0  # seconds of the processor that one input may take
STUCK = 300  # seconds of the clock after which C code that never returns is told of
LONGEST = 6_000  # bytes


class Hang(BaseException):
    """An input took too long; no handler in the program catches this."""


class Faults:
    """Runs inputs under the limit, and keeps those that fail: one a place in the code."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.seen, self.slowest = folder, Counter[str](), 0.0
        signal.signal(signal.SIGPROF, self._late)

    def _late(self, _number: int, _frame: FrameType | None) -> None:
        raise Hang

    def try_one(self, name: str, run: Callable[[bytes], None], data: bytes) -> None:
        """Run one input; what it raises is counted, told and kept."""
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        try:
            run(data)
        except (Exception, Hang) as error:  # noqa: BLE001 - whatever it is, it is what we look for
            signal.setitimer(signal.ITIMER_PROF, 0)
            self._keep(name, error, data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        self.slowest = max(self.slowest, time.process_time() - start)

    def _keep(self, name: str, error: BaseException, data: bytes) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{name}: {type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        self.seen[place] += 1
        if self.seen[place] > 1:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / hashlib.sha256(place.encode()).hexdigest()[:12]
        path.write_bytes(data)
        print(f"{place}: {error}; input in {path}", flush=True)
        traceback.print_exception(error)


def mutations(seeds: list[bytes], tokens: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """Inputs without end: a seed, changed in one to eight places."""
    while True:
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            _change(data, seeds, tokens, chance)
        yield bytes(data[:LONGEST]) if len(data) > LONGEST * 4 else bytes(data)


def _change(
    data: bytearray, seeds: list[bytes], tokens: list[bytes], chance: random.Random
) -> None:
    at = chance.randint(0, len(data))
    end = min(len(data), at + int(chance.expovariate(0.1)))
    kind = chance.random()
    if kind < 0.35:
        data[at : end if kind < 0.1 else at] = chance.choice(tokens)
    elif kind < 0.55:
        del data[at:end]
    elif kind < 0.7:
        other = chance.choice(seeds)
        start = chance.randint(0, len(other))
        data[at:end] = other[start : start + chance.randint(0, 60)]
    elif kind < 0.8:
        data[at:at] = data[at:end] * chance.choice((1, 2, 50))
    elif data:
        data[chance.randrange(len(data))] = chance.choice((chance.randrange(256), 0, 255, 10, 32))


def by_mutation(faults: Faults, name: str, inputs: int, seed: int) -> int:
    """Change the seeds of a target so many times."""
    from fuzz_targets import targets

    target = targets()[name]
    made = mutations(list(target.seeds), list(target.tokens), random.Random(f"{seed} {name}"))  # noqa: S311
    for _, data in zip(range(inputs), made, strict=False):
        faults.try_one(name, target.run, data)
    return inputs


def by_hypothesis(faults: Faults, name: str, inputs: int, seed: int) -> int:
    """Let hypothesis make texts of tokens, texts and bytes for a target."""
    import hypothesis
    from fuzz_targets import targets
    from hypothesis import strategies as st

    target = targets()[name]
    pieces = st.lists(st.sampled_from([*target.tokens, *target.seeds]), max_size=8).map(b"".join)
    texts = st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass"))
    count = 0

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=inputs,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(st.one_of(pieces, texts, st.binary(max_size=200)))
    def once(data: bytes) -> None:
        nonlocal count
        count += 1
        faults.try_one(name, target.run, data)

    once()
    return count


def by_atheris(faults: Faults, name: str, inputs: int, seed: int) -> int:
    """Let atheris look for inputs that reach new code, in a process of its own."""
    command = [sys.executable, __file__, "--child", name, f"-runs={inputs}", f"-seed={seed}"]
    status = subprocess.run(
        [*command, f"-artifact_prefix={faults.folder}/"], check=False
    ).returncode
    if status:
        faults.seen[f"{name}: atheris ended with {status}"] += 1
    return inputs


def child(name: str, options: list[str]) -> None:
    """The process that atheris takes over."""
    import atheris  # type: ignore[import-not-found, unused-ignore]

    with atheris.instrument_imports(include=["kehoach_cli"], enable_loader_override=False):
        from fuzz_targets import targets
    target = targets()[name]
    corpus = Path(options[-1].partition("=")[2]) / f"corpus-{name.replace(' ', '-')}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(data)
    limits = [f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=2048", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, *limits, str(corpus)], target.run)
    atheris.Fuzz()


ENGINES = {"mutate": by_mutation, "hypothesis": by_hypothesis, "atheris": by_atheris}


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], sys.argv[3:])
        return
    options = _options()
    faults, total = Faults(options.found), 0
    options.found.mkdir(parents=True, exist_ok=True)
    for name in options.only or SHARES:
        share = 100 / len(options.only) if options.only else SHARES[name]
        faulthandler.dump_traceback_later(STUCK + options.inputs // 100, exit=True)
        start, faults.slowest = time.process_time(), 0.0
        wanted = max(1, round(options.inputs * share / 100))
        count = ENGINES[options.engine](faults, name, wanted, options.seed)
        total += count
        print(
            f"{name}: {count} inputs, {time.process_time() - start:.0f} s of the processor, "
            f"slowest {faults.slowest:.2f} s",
            flush=True,
        )
    faulthandler.cancel_dump_traceback_later()
    print(f"{options.engine}, seed {options.seed}: {total} inputs, {len(faults.seen)} faults")
    for place, count in faults.seen.most_common():
        print(f"  {count} × {place}")
    raise SystemExit(bool(faults.seen))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=ENGINES, default="mutate")
    parser.add_argument("--only", nargs="+", choices=SHARES)
    parser.add_argument("--found", type=Path, default=Path("fuzz-found"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
