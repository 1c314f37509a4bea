"""What is measured: each case is a function that returns its results."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from measure import OURS, Result, Run, in_turn

HERE = Path(__file__).resolve().parent
REAL_PLAN = HERE.parent / "plans" / "tien-giang-2014.yaml"

PANDOC, FAST_PANDOC, DOCXTPL, PYTHON_DOCX = "pandoc", "pandoc gfm", "docxtpl", "python-docx"
YAMLLINT, JSONSCHEMA = "yamllint", "check-jsonschema"
MODULES = {
    DOCXTPL: "docxtpl",
    PYTHON_DOCX: "docx",
    YAMLLINT: "yamllint",
    JSONSCHEMA: "check_jsonschema",
}
FASTER = {PANDOC: 8.0, FAST_PANDOC: 8.0, DOCXTPL: 4.0}
BARE, IMPORT = "bare", "import typer"


@dataclass(frozen=True, slots=True)
class Bench:
    """Where files go, pandoc's path ("" for none), how often to run small and large cases."""

    folder: Path
    pandoc: str
    rounds: int
    large_rounds: int

    def has(self, peer: str) -> bool:
        """Whether a peer can be run here."""
        module = MODULES.get(peer)
        return bool(self.pandoc) if module is None else find_spec(module) is not None


def find_pandoc() -> str:
    """The pandoc that pypandoc brings, or the system's."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        return shutil.which("pandoc") or ""


def whole(case: str, plan: Path, bench: Bench, peers: Sequence[str], rounds: int) -> Result:
    """A plan file → a Word file, each contender a whole process; the peers get finished text."""
    _asked(_script("prepare.py", plan, bench.folder))
    name = bench.folder / plan.stem
    commands = {OURS: _kehoach("render", plan, "-o", f"{name}.{OURS}.docx")}
    commands |= {peer: _peer_command(peer, name, bench) for peer in peers if bench.has(peer)}
    result = in_turn(case, commands, rounds)
    result.missing |= dict.fromkeys(
        (peer for peer in peers if not bench.has(peer)), "not installed"
    )
    files = {who: f"{name}.{who}.docx" for who in result.runs}
    counts = json.loads(_asked(_script("words.py", *files.values())))
    result.words = {who: counts[file] for who, file in files.items()}
    return result


def _peer_command(peer: str, name: Path, bench: Bench) -> list[str]:
    out = f"{name}.{peer}.docx"
    if peer in (PANDOC, FAST_PANDOC):
        form = "markdown" if peer == PANDOC else "gfm"
        return [bench.pandoc, "-f", form, f"{name}.md", "-o", out]
    template = [f"{name}.template.docx"] if peer == DOCXTPL else []
    return _script("peers.py", peer, *template, f"{name}.json", out)


def real_plan(bench: Bench) -> Result:
    """A province's published plan."""
    return whole("real plan", REAL_PLAN, bench, (PANDOC, DOCXTPL, PYTHON_DOCX), bench.rounds)


def appendix(bench: Bench, projects: int, *, objects: bool) -> Result:
    """A plan with an appendix of many projects. `objects`: by python-docx's objects as well."""
    peers = (PANDOC, FAST_PANDOC, DOCXTPL, *([PYTHON_DOCX] if objects else []))
    rounds = bench.rounds if objects else bench.large_rounds
    return whole(f"{projects:,} projects", sample(bench, projects), bench, peers, rounds)


def doubling(bench: Bench, projects: int) -> list[Result]:
    """Twice the projects, twice the time? `projects`: the smallest of three sizes."""
    sizes = (projects, 2 * projects, 4 * projects)
    plans = {size: sample(bench, size) for size in sizes}
    commands = {
        f"{size:,}": _kehoach("render", plan, "-o", bench.folder / f"{size}.docx")
        for size, plan in plans.items()
    }
    runs = in_turn("doubling", commands, bench.large_rounds).runs
    return [_doubled(runs, f"{size:,}", f"{2 * size:,}") for size in sizes[:2]]


def _doubled(runs: dict[str, list[Run]], half: str, full: str, what: str = "") -> Result:
    kept = {full: runs[full], half: runs[half]}
    return Result(f"{what}{half} → {full}", kept, {half: 2.3}, most=True, ours=full)


def writer(bench: Bench, projects: int) -> list[Result]:
    """A Document in memory → the bytes of a Word file, beside pandoc's whole process."""
    plan = sample(bench, projects)
    _asked(_script("prepare.py", plan, bench.folder))
    last = [bench.pandoc] if bench.pandoc else []
    runs = _alone("writer", plan, bench.large_rounds, bench.folder, *last)
    floor = Result("writer beside its floor", _only(runs, BARE), {BARE: 1.6}, most=True)
    rest = {who: found for who, found in runs.items() if who != BARE}
    missing = dict.fromkeys((peer for peer in FASTER if peer not in runs), "not installed")
    faster = {peer: times for peer, times in FASTER.items() if peer in runs}
    return [Result(f"writer, {projects:,} rows", rest, faster, missing=missing), floor]


def start(bench: Bench) -> Result:
    """The help text beside what importing its one library costs."""
    commands = {OURS: _kehoach("--help"), IMPORT: [sys.executable, "-c", "import typer"]}
    result = in_turn("kehoach --help", commands, 3 * bench.rounds)
    result.most, result.targets = True, {IMPORT: 1.4}
    return result


def checker(bench: Bench) -> list[Result]:
    """The published plans checked, beside what only reads their YAML; one beside its schema."""
    plans = sorted(REAL_PLAN.parent.glob("*.yaml"), key=lambda plan: (plan != REAL_PLAN, plan))
    return [_checked(plan, bench) for plan in plans]


def _checked(plan: Path, bench: Bench) -> Result:
    relaxed = "{extends: relaxed, rules: {line-length: disable}}"
    commands = {
        OURS: _kehoach("check", plan),
        YAMLLINT: _module("yamllint", "-d", relaxed, plan),
    }
    if plan == REAL_PLAN:
        schema = bench.folder / "kehoach.schema.json"
        _asked(_kehoach("schema", "-o", schema))
        commands[JSONSCHEMA] = _module("check_jsonschema", "--schemafile", schema, plan)
    result = in_turn(f"check, {plan.stem}", _installed(commands, bench), 3 * bench.rounds)
    result.most, result.targets = True, {YAMLLINT: 1.0, JSONSCHEMA: 0.5}
    result.missing = {peer: "not installed" for peer in commands if peer not in result.runs}
    return result


def many_checked(bench: Bench, projects: int) -> list[Result]:
    """A register of many projects checked, and twice as many."""
    sizes = (projects, 2 * projects)
    commands = {f"{size:,}": _kehoach("check", sample(bench, size)) for size in sizes}
    runs = in_turn("check, doubling", commands, bench.large_rounds).runs
    half, full = commands
    limit = 3.0 if projects == 10_000 else None
    one = Result(f"check, {half} projects", {OURS: runs[half]}, limit=limit)
    return [one, _doubled(runs, half, full, "check, ")]


def _installed(commands: dict[str, list[str]], bench: Bench) -> dict[str, list[str]]:
    return {who: given for who, given in commands.items() if who == OURS or bench.has(who)}


def reader(bench: Bench) -> Result:
    """Bytes of a plan of 1,000 projects → Plan."""
    runs = _alone("reader", sample(bench, 1000), 2 * bench.rounds)
    return Result("reader, 1,000 projects", runs, limit=0.25)


def sample(bench: Bench, projects: int) -> Path:
    """The file of a plan of so many projects."""
    path = bench.folder / f"plan-{projects}.yaml"
    if not path.exists():
        _asked(_script("sample.py", projects, path))
    return path


def _alone(what: str, plan: Path, rounds: int, *rest: str | Path) -> dict[str, list[Run]]:
    seconds = json.loads(_asked(_script("alone.py", what, plan, rounds, *rest)))
    return {who: [Run(one) for one in found] for who, found in seconds.items()}


def _only(runs: dict[str, list[Run]], peer: str) -> dict[str, list[Run]]:
    return {OURS: runs[OURS], peer: runs[peer]}


def _kehoach(*arguments: str | Path) -> list[str]:
    return _module("kehoach_cli", *arguments)


def _module(name: str, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", name, *map(str, arguments)]


def _script(name: str, *arguments: str | Path | int) -> list[str]:
    return [sys.executable, str(HERE / name), *map(str, arguments)]


def _asked(command: Sequence[str]) -> str:
    """What a script of ours prints. Raises CalledProcessError."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")
