"""Results as a table to read at a terminal, and as JSON with every run."""

from collections.abc import Iterator
from typing import Any

from measure import Result

_HEAD = ("case", "ours", "CPU", "peer", "theirs", "CPU", "ratio", "target", "", "MB")


def table(results: list[Result]) -> str:
    """All results in columns."""
    lines = [_HEAD, *(line for result in results for line in _lines(result))]
    widths = [max(len(line[at]) for line in lines) for at in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _lines(result: Result) -> Iterator[tuple[str, ...]]:
    ours = (result.case, seconds(result.wall(result.ours)), seconds(result.cost(result.ours)))
    limits = [f"{result.seconds:g} s"] if result.seconds else []
    limits += [f"{result.megabytes:g} MB"] if result.megabytes else []
    if limits or not result.peers:
        peak = result.peak(result.ours)
        memory = f"{peak:.0f}" if peak else ""
        yield *ours, "", "", "", "", _most(", ".join(limits)), _verdict(result.within()), memory
    for peer in result.peers:
        target = result.targets.get(peer)
        yield (
            *ours,
            peer,
            seconds(result.wall(peer)),
            seconds(result.cost(peer)),
            f"{result.ratio(peer):.2f}×",
            _most("" if target is None else f"{target:g}×"),
            _verdict(result.met(peer)),
            memory_of(result, peer),
        )
    for peer, reason in result.missing.items():
        yield *ours, peer, reason, "", "", "", "", ""


def seconds(value: float) -> str:
    """Milliseconds of short times, hundredths of a second of long ones."""
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"


def _most(limit: str) -> str:
    return f"<= {limit}" if limit else ""


def _verdict(met: bool | None) -> str:
    return "" if met is None else "ok" if met else "missed"


def memory_of(result: Result, peer: str) -> str:
    """The peaks of both in MB."""
    peaks = result.peak(result.ours), result.peak(peer)
    return "/".join(f"{peak:.0f}" for peak in peaks if peak is not None)


def words(results: list[Result]) -> str:
    """Whether all wrote the same: the words in each file, within one in a hundred of ours."""
    return "\n".join(
        f"words, {result.case}: "
        + ", ".join(f"{who} {count:,}" for who, count in result.words.items())
        + ("" if _alike(result) else "  DIFFERENT TEXTS")
        for result in results
        if len(result.words) > 1
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
            who: [{"seconds": run.seconds, "cpu": run.cpu, "peak_mb": run.peak} for run in runs]
            for who, runs in result.runs.items()
        },
        "ratios": {peer: result.ratio(peer) for peer in result.peers},
        "targets": result.targets,
        "limits": {"seconds": result.seconds, "megabytes": result.megabytes},
        "met": {peer: result.met(peer) for peer in result.peers} | {"": result.within()},
        "words": result.words,
        "missing": result.missing,
    }
