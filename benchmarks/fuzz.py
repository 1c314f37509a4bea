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
from copy import deepcopy
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from lxml import etree

SHARES = {
    "figures": 12.5, "money": 13, "dates": 14, "citations": 12, "text": 12, "reader": 8,
    "insert": 5, "answer": 1, "check": 4, "import txt": 1, "import csv": 2, "import html": 2,
    "import docx": 1, "import xlsx": 1, "import document.xml": 1, "import sheet1.xml": 1,
    "import own docx": 1, "import own html": 1, "import pdf": 3, "import word/numbering.xml": 0.5,
    "import word/styles.xml": 0.5, "import word/_rels/document.xml.rels": 0.5,
    "import xl/_rels/workbook.xml.rels": 0.5, "import xl/styles.xml": 0.5,
    "import xl/workbook.xml": 0.5, "base word/styles.xml": 1, "base word/document.xml": 0.5,
}  # fmt: skip
"""How many hundredths of the inputs a target gets: the slower, the fewer."""
LIMIT = 3.0  # seconds of the processor that one input may take
STUCK = 300  # seconds of the clock after which C code that never returns is told of
LONGEST = 6_000  # bytes
_MOST_ELEMENTS = 2_000  # that copies are made of by the dozen


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


def trees(seeds: list[bytes], tokens: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """XML without end that is well formed: a seed with one to eight elements changed."""
    said = [token.decode() for token in tokens if token.isascii() and token.isalnum()]
    said += [
        "",
        "0",
        "-1",
        "1.5",
        "99999999",
        "9" * 400,
        "9" * 5_000,
        "²",
        "٣",
        "1e999",
        "nan",
        "x",
    ]
    while True:
        root = etree.fromstring(chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            _graft(root, said, chance)
        yield etree.tostring(root)


def _graft(root: Any, said: list[str], chance: random.Random) -> None:
    """Take an element away, put it elsewhere too, or change what it says."""
    elements = [one for one in root.iter(etree.Element) if one is not root] or [root]
    one, other, kind = chance.choice(elements), chance.choice(elements), chance.random()
    if kind < 0.15 and one is not root:
        one.getparent().remove(one)
    elif kind < 0.4:
        copies = [deepcopy(one) for _ in range(chance.choice((1, 1, 2, 40)))]
        at = chance.randint(0, len(other))
        other[at:at] = copies if len(elements) < _MOST_ELEMENTS else copies[:1]
    elif kind < 0.5:
        one.tag = other.tag
    elif kind < 0.85 and one.attrib:
        key = chance.choice(list(one.attrib))
        one.set(key, chance.choice([*said, *other.attrib.values()]))
    elif kind < 0.9 and one.attrib:
        del one.attrib[chance.choice(list(one.attrib))]
    else:
        one.text = chance.choice([*said, other.text])


def by_mutation(faults: Faults, name: str, inputs: int, seed: int) -> int:
    """Change the seeds of a target so many times; of XML mostly its elements."""
    from fuzz_targets import targets

    target = targets()[name]
    chance = random.Random(f"{seed} {name}")  # noqa: S311 - no secret
    ways = [mutations(list(target.seeds), list(target.tokens), chance)]
    if target.seeds[0].startswith(b"<?xml") or name.endswith((".xml", ".rels")):
        ways += [trees(list(target.seeds), list(target.tokens), chance)] * 3
    made = (next(chance.choice(ways)) for _ in count())
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
    tried = 0

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=inputs,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(st.one_of(pieces, texts, st.binary(max_size=200)))
    def once(data: bytes) -> None:
        nonlocal tried
        tried += 1
        faults.try_one(name, target.run, data)

    once()
    return tried


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
        tried = ENGINES[options.engine](faults, name, wanted, options.seed)
        total += tried
        print(
            f"{name}: {tried} inputs, {time.process_time() - start:.0f} s of the processor, "
            f"slowest {faults.slowest:.2f} s",
            flush=True,
        )
    faulthandler.cancel_dump_traceback_later()
    print(f"{options.engine}, seed {options.seed}: {total} inputs, {len(faults.seen)} faults")
    for place, times in faults.seen.most_common():
        print(f"  {times} × {place}")
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
