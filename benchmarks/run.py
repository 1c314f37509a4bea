"""kehoach beside pandoc, docxtpl and python-docx on the same text: `make bench`.

Contenders run in turn (A B C, A B C, …), each as a whole process unless said; times are medians,
each ratio is the median over pairs of neighbours. The peers get the finished text (numbers
summed, tables laid out), kehoach the YAML file, which it also checks; it proves what it wrote.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import cases
from measure import CommandFailedError, Result

_HEAD = ("case", "ours", "peer", "theirs", "ratio", "target", "", "MB ours/theirs")
_NOTES = """\
ratio   how many times as long the peer takes; where the target is "<=", how many times as long
        we take.
pandoc  from Markdown (pipe tables; grid tables in the real plan), its own default; "pandoc gfm" is
        its fastest reader of the same file, which has no grid tables. A whole process also beside
        our writer alone, which begins with a Document in memory.
docxtpl, python-docx  from JSON; docxtpl's template is made beforehand, and beside our writer alone
        also read beforehand. python-docx's objects only up to 1,000 rows: filling cells one by
        one takes too long beyond.
yamllint  with its relaxed rules, check-jsonschema with our schema: neither looks at contents.
bare    joining, encoding and packing (zlib level 6) the very text of our file, cut up beforehand,
        nothing escaped or looked at: the least that Python can do."""


def measured(bench: cases.Bench, quick: bool) -> Iterator[Result]:
    """Every case, the small ones first."""
    some, many, few = (500, 1000, 500) if quick else (1000, 10_000, 5000)
    yield cases.start(bench)
    yield cases.reader(bench)
    yield from cases.checker(bench)
    yield cases.real_plan(bench)
    yield cases.appendix(bench, some, objects=True)
    yield cases.appendix(bench, many, objects=False)
    yield from cases.doubling(bench, few)
    yield from cases.writer(bench, many)
    yield from cases.many_checked(bench, many)


def main() -> None:
    options = _options()
    rounds = (2, 1) if options.quick else (7, 3)
    print(_machine(cases.find_pandoc()), end="\n\n")
    results = []
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as folder:
        _keep_bytecode(Path(folder))
        bench = cases.Bench(Path(folder), cases.find_pandoc(), *rounds)
        for result in measured(bench, options.quick):
            print(f"measured: {result.case}", file=sys.stderr)
            results.append(result)
    print(table(results), _words(results), _NOTES, sep="\n\n")
    if options.json:
        text = json.dumps([as_json(result) for result in results], ensure_ascii=False, indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")


def _keep_bytecode(folder: Path) -> None:
    """Compiled modules, as every installation has them, whatever this shell says of bytecode."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every run as JSON")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller sizes")
    return parser.parse_args()


def _machine(pandoc: str) -> str:
    parts = [f"Python {platform.python_version()}", f"{platform.system()} {platform.machine()}"]
    parts.append(f"{os.cpu_count()} CPUs")
    parts += [f"{name} {_version(name)}" for name in ("docxtpl", "python-docx")]
    return " · ".join([*parts, _pandoc_version(pandoc)])


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _pandoc_version(pandoc: str) -> str:
    if not pandoc:
        return "pandoc not installed"
    done = subprocess.run([pandoc, "--version"], check=True, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8").splitlines()[0]


def table(results: list[Result]) -> str:
    """All results in columns."""
    lines = [_HEAD, *(line for result in results for line in _lines(result))]
    widths = [max(len(line[at]) for line in lines) for at in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _lines(result: Result) -> Iterator[tuple[str, ...]]:
    ours = _seconds(result.seconds(result.ours))
    if not result.peers and not result.missing:
        limit = "" if result.limit is None else f"<= {result.limit:.2f} s"
        yield result.case, ours, "", "", "", limit, _verdict(result.met()), ""
    for peer in result.peers:
        yield (
            result.case,
            ours,
            peer,
            _seconds(result.seconds(peer)),
            f"{result.ratio(peer):.2f}×",
            _target(result, peer),
            _verdict(result.met(peer)),
            _memory(result, peer),
        )
    for peer, reason in result.missing.items():
        yield result.case, ours, peer, reason, "", "", "", ""


def _seconds(value: float) -> str:
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"


def _target(result: Result, peer: str) -> str:
    target = result.targets.get(peer)
    return "" if target is None else f"{'<=' if result.most else '>='} {target:g}×"


def _verdict(met: bool | None) -> str:
    return "" if met is None else "ok" if met else "missed"


def _memory(result: Result, peer: str) -> str:
    peaks = result.peak(result.ours), result.peak(peer)
    return "/".join(f"{peak:.0f}" for peak in peaks if peak is not None)


def _words(results: list[Result]) -> str:
    """Whether all wrote the same: the words in each file, within one in a hundred of ours."""
    return "\n".join(
        f"words, {result.case}: "
        + ", ".join(f"{who} {count:,}" for who, count in result.words.items())
        + ("" if _alike(result) else "  DIFFERENT TEXTS")
        for result in results
        if result.words
    )


def _alike(result: Result) -> bool:
    ours = result.words[result.ours]
    return all(abs(count - ours) <= ours / 100 for count in result.words.values())


def as_json(result: Result) -> dict[str, Any]:
    """A result with every run."""
    return {
        "case": result.case,
        "ours": result.ours,
        "runs": {
            who: [{"seconds": run.seconds, "peak_mb": run.peak} for run in runs]
            for who, runs in result.runs.items()
        },
        "ratios": {peer: result.ratio(peer) for peer in result.peers},
        "targets": result.targets,
        "at_most": result.most,
        "limit_seconds": result.limit,
        "met": {peer: result.met(peer) for peer in result.peers or [""]},
        "words": result.words,
        "missing": result.missing,
    }


if __name__ == "__main__":
    try:
        main()
    except CommandFailedError as error:
        raise SystemExit(f"kehoach itself failed: {error}") from None
