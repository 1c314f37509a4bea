"""Who is measured: kehoach and its peers, and the command of each."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from measure import OURS, Result, in_turn

HERE = Path(__file__).resolve().parent
PLANS = HERE.parent / "plans"
REAL_PLAN = PLANS / "tien-giang-2014.yaml"

PANDOC, FAST_PANDOC, DOCXTPL, PYTHON_DOCX = "pandoc", "pandoc gfm", "docxtpl", "python-docx"
DOCX_JS = "docx.js"
YAMLLINT, JSONSCHEMA, CFN_LINT = "yamllint", "check-jsonschema", "cfn-lint"
_MODULES = {
    DOCXTPL: "docxtpl",
    PYTHON_DOCX: "docx",
    YAMLLINT: "yamllint",
    JSONSCHEMA: "check_jsonschema",
    CFN_LINT: "cfnlint",
}
_RELAXED = "{extends: relaxed, rules: {line-length: disable}}"


@dataclass(frozen=True, slots=True)
class Bench:
    """Where files go, pandoc's path ("" for none), how often to run small and large cases."""

    folder: Path
    pandoc: str
    rounds: int
    large_rounds: int

    def has(self, peer: str) -> bool:
        """Whether a peer can be run here."""
        if peer == DOCX_JS:
            return bool(shutil.which("node")) and (HERE / "node_modules" / "docx").is_dir()
        module = _MODULES.get(peer)
        return bool(self.pandoc) if module is None else find_spec(module) is not None

    def sample(self, projects: int) -> Path:
        """The file of a plan of so many projects."""
        return self._made(f"plan-{projects}.yaml", "projects", projects)

    def long_plan(self, pages: int) -> Path:
        """The file of a plan of about so many pages of text and tables."""
        return self._made(f"long-{pages}.yaml", "pages", pages)

    def _made(self, name: str, kind: str, size: int) -> Path:
        path = self.folder / name
        if not path.exists():
            asked(script("sample.py", kind, size, path))
        return path


def find_pandoc() -> str:
    """The pandoc that pypandoc brings, or the system's."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        return shutil.which("pandoc") or ""


def beside(
    case: str,
    ours: Sequence[str],
    peers: Mapping[str, Sequence[str]],
    bench: Bench,
    rounds: int,
) -> Result:
    """Our command and those of the peers that are here, in turn."""
    here = {who: command for who, command in peers.items() if bench.has(who)}
    result = in_turn(case, {OURS: ours, **here}, rounds, warm=rounds > bench.large_rounds)
    result.missing |= dict.fromkeys(peers.keys() - here.keys(), "not installed")
    return result


def writers(peers: Sequence[str], name: Path, bench: Bench) -> dict[str, list[str]]:
    """By peer, what makes a Word file of what prepare.py made of a plan."""
    return {peer: _writer(peer, name, bench) for peer in peers}


def _writer(peer: str, name: Path, bench: Bench) -> list[str]:
    out = f"{name}.{peer}.docx"
    if peer in (PANDOC, FAST_PANDOC):
        form = "markdown" if peer == PANDOC else "gfm"
        return [bench.pandoc, "-f", form, f"{name}.md", "-o", out]
    if peer == DOCX_JS:
        return [shutil.which("node") or "node", str(HERE / "peers.mjs"), f"{name}.json", out]
    template = [f"{name}.template.docx"] if peer == DOCXTPL else []
    return script("peers.py", peer, *template, f"{name}.json", out)


def checkers(plan: Path, schema: Path) -> dict[str, list[str]]:
    """By peer, what looks at a YAML file; that cfn-lint finds faults is no failure."""
    lint = "from cfnlint.runner import main; main()"
    return {
        YAMLLINT: module("yamllint", "-d", _RELAXED, plan),
        JSONSCHEMA: module("check_jsonschema", "--schemafile", schema, plan),
        CFN_LINT: [sys.executable, "-c", lint, "--non-zero-exit-code", "none", str(plan)],
    }


def kehoach(*arguments: str | Path) -> list[str]:
    """Our command line."""
    return module("kehoach_cli", *arguments)


def module(name: str, *arguments: str | Path) -> list[str]:
    """A module of this Python as a command."""
    return [sys.executable, "-m", name, *map(str, arguments)]


def script(name: str, *arguments: str | Path | int) -> list[str]:
    """A script that stands beside this one."""
    return [sys.executable, str(HERE / name), *map(str, arguments)]


def asked(command: Sequence[str]) -> str:
    """What a script of ours prints. Raises CalledProcessError."""
    done = subprocess.run(command, check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def words(files: Mapping[str, Path]) -> dict[str, int]:
    """By contender, how many words its Word file holds."""
    counts = json.loads(asked(script("words.py", *files.values())))
    return {who: counts[str(file)] for who, file in files.items()}
