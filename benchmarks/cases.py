"""What is measured: each case is a function that returns its results."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from contenders import (
    CFN_LINT,
    DOCX_JS,
    DOCXTPL,
    FAST_PANDOC,
    JSONSCHEMA,
    PANDOC,
    PLANS,
    PYTHON_DOCX,
    REAL_PLAN,
    YAMLLINT,
    Bench,
    asked,
    beside,
    checkers,
    kehoach,
    script,
    words,
    writers,
)
from measure import OURS, CommandFailedError, Result, Run, in_turn, once

BARE, IMPORT = "bare", "import typer"
_START = {"--help": ["--help"], "--version": ["--version"], "completion": ["completion", "bash"]}
_ALL = (PANDOC, DOCXTPL, PYTHON_DOCX, DOCX_JS)
_TEN_THOUSAND = 10_000


def start(bench: Bench) -> Iterator[Result]:
    """What shows a text, beside what importing its one library costs.

    The script for the Tab key is printed once, and runs no Python: it has no target.
    """
    importing = {IMPORT: [sys.executable, "-c", "import typer"]}
    for name, words_ in _START.items():
        try:
            once(kehoach(*words_))
        except CommandFailedError:
            continue  # a command that this version does not have
        result = in_turn(name, {OURS: kehoach(*words_), **importing}, bench.rounds)
        result.targets = {} if name == "completion" else {IMPORT: 1.2}
        result.label = f"`kehoach {' '.join(words_)}`"
        yield result


def checked(bench: Bench) -> Iterator[Result]:
    """The published plans checked, beside what only reads their YAML or holds it to a schema."""
    schema = bench.folder / "kehoach.schema.json"
    asked(kehoach("schema", "-o", schema))
    for plan in _real_plans():
        peers = checkers(plan, schema)
        name = f"check, {plan.stem}"
        result = beside(name, kehoach("check", plan), peers, bench, bench.rounds)
        result.targets = {YAMLLINT: 0.9, JSONSCHEMA: 0.5, CFN_LINT: 0.5}
        result.label = f"`check` {plan.stem}"
        yield result


def rendered(bench: Bench) -> Iterator[Result]:
    """The published plans rendered."""
    for plan in _real_plans():
        result = whole(f"render, {plan.stem}", plan, bench, _ALL, bench.rounds)
        result.targets = {PANDOC: 1.3}
        result.label = f"`render` {plan.stem}"
        yield result


def _real_plans() -> list[Path]:
    return sorted(PLANS.glob("*.yaml"), key=lambda plan: (plan != REAL_PLAN, plan))


def whole(case: str, plan: Path, bench: Bench, peers: Sequence[str], rounds: int) -> Result:
    """A plan file → a Word file, each contender a whole process; the peers get finished text."""
    asked(script("prepare.py", plan, bench.folder))
    name = bench.folder / plan.stem
    ours = kehoach("render", plan, "-o", f"{name}.{OURS}.docx")
    result = beside(case, ours, writers(peers, name, bench), bench, rounds)
    result.words = words({who: Path(f"{name}.{who}.docx") for who in result.runs})
    return result


def appendix(bench: Bench, projects: int, peers: Sequence[str] = ()) -> Result:
    """A plan with an appendix of many projects."""
    small = projects <= _TEN_THOUSAND // 10
    rounds = bench.rounds if small else bench.large_rounds
    plan = bench.sample(projects)
    result = whole(f"{projects:,} projects", plan, bench, peers, rounds)
    result.label = f"`render` {_number(projects)} dự án × 11 cột"
    if projects == _TEN_THOUSAND:
        result.seconds, result.megabytes = 2.5, 350
    return result


def growing(bench: Bench, projects: int, command: str, grown: Sequence[int]) -> Iterator[Result]:
    """So many times the projects: so many times the time?"""
    sizes = (projects, *(times * projects for times in grown))
    commands = {f"{size:,}": _many(command, size, bench) for size in sizes}
    runs = in_turn(command, commands, bench.large_rounds, warm=False).runs
    half = f"{projects:,}"
    for times in grown:
        full = f"{times * projects:,}"
        result = Result(f"{command}, {half} → {full}", {full: runs[full], half: runs[half]})
        result.ours, result.targets = full, {half: times * 1.15}
        result.label = f"`{command}` {_number(projects)} → {_number(times * projects)} dự án"
        yield result


def _many(command: str, projects: int, bench: Bench) -> list[str]:
    out = ["-o", str(bench.folder / f"{projects}.docx")] if command == "render" else []
    return kehoach(command, bench.sample(projects), *out)


def imported(bench: Bench, pages: int) -> Iterator[Result]:
    """A Word file → a draft, beside pandoc's reading of it; and twice the pages."""
    commands = {}
    for size in (pages, 2 * pages):
        docx = bench.folder / f"long-{size}.docx"
        asked(kehoach("render", bench.long_plan(size), "-o", docx))
        draft = docx.with_suffix(".draft.yaml")
        commands[f"{size}"] = kehoach("import", docx, "-o", draft, "--force")
    docx = bench.folder / f"long-{pages}.docx"
    reading = {PANDOC: [bench.pandoc, str(docx), "-o", str(docx.with_suffix(".md"))]}
    half, full = commands
    first = beside(f"import, {pages} pages", commands[half], reading, bench, bench.large_rounds)
    first.seconds, first.label = 5.0, f"`import` {pages} trang"
    yield first
    runs = in_turn("import", commands, bench.large_rounds).runs
    yield Result(
        f"import, {half} → {full} pages",
        {full: runs[full], half: runs[half]},
        f"`import` {half} → {full} trang",
        {half: 2.3},
        ours=full,
    )


def writer(bench: Bench, projects: int) -> list[Result]:
    """A Document in memory → the bytes of a Word file, beside pandoc's whole process."""
    plan = bench.sample(projects)
    asked(script("prepare.py", plan, bench.folder))
    last = [bench.pandoc] if bench.pandoc else []
    runs = _alone("writer", plan, bench.large_rounds, bench.folder, *last)
    targets = {PANDOC: 1 / 10, FAST_PANDOC: 1 / 10, DOCXTPL: 1 / 5, BARE: 1.4}
    result = Result(f"writer, {projects:,} rows", runs, targets=targets)
    result.label = f"riêng phần ghi, {_number(projects)} hàng"
    result.missing = dict.fromkeys(targets.keys() - runs.keys(), "not installed")
    return [result]


def reader(bench: Bench) -> Result:
    """Bytes of a plan of 1,000 projects → Plan."""
    runs = _alone("reader", bench.sample(1000), bench.rounds)
    return Result("reader, 1,000 projects", runs, "riêng phần đọc, 1.000 dự án", seconds=0.25)


def _alone(what: str, plan: Path, rounds: int, *rest: str | Path) -> dict[str, list[Run]]:
    found = json.loads(asked(script("alone.py", what, plan, rounds, *rest)))
    return {who: [Run(*one) for one in runs] for who, runs in found.items()}


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
