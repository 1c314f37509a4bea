"""kehoach beside its peers on the same text, in one run: `make bench`.

Contenders run in turn (A B C, A B C, …), each as a whole process unless said; times are medians,
each ratio is the median over pairs of neighbours, of the processor's time. The peers get the
finished text (numbers summed, tables laid out), kehoach the YAML file, which it also checks; it
proves what it wrote. --readme writes the figures into README.
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

import cases
import readme
from contenders import DOCX_JS, DOCXTPL, FAST_PANDOC, HERE, PANDOC, PYTHON_DOCX, Bench, find_pandoc
from measure import CommandFailedError, Result
from report import as_json, table, words

_NOTES = """\
ratio   how many times the peer's time we take.
pandoc  from Markdown (pipe tables; grid tables in the real plans), its own default; "pandoc gfm"
        is its fastest reader of the same file, which has no grid tables. A whole process also
        beside our writer alone, which begins with a Document in memory.
docxtpl, python-docx, docx.js  from JSON; docxtpl's template is made beforehand, and beside our
        writer alone also read beforehand. python-docx's objects only up to 1,000 rows: filling
        cells one by one takes too long beyond.
yamllint  with its relaxed rules, check-jsonschema with our schema, cfn-lint as it comes: none
        looks at contents, and cfn-lint ends early on what is no template of its own.
bare    joining, encoding and packing (zlib level 6) the very text of our file, cut up beforehand,
        nothing escaped or looked at: the least that Python can do."""
_PACKAGES = ("docxtpl", "python-docx", "yamllint", "check-jsonschema", "cfn-lint")


def measured(bench: Bench, quick: bool) -> Iterator[Result]:
    """Every case, the small ones first."""
    few, some, many = (100, 500, 1000) if quick else (100, 1000, 10_000)
    yield from cases.start(bench)
    yield cases.reader(bench)
    yield from cases.checked(bench)
    yield from cases.rendered(bench)
    yield cases.appendix(bench, few, (PANDOC, FAST_PANDOC, DOCXTPL, DOCX_JS, PYTHON_DOCX))
    yield cases.appendix(bench, some, (PANDOC, FAST_PANDOC, DOCXTPL, DOCX_JS, PYTHON_DOCX))
    yield cases.appendix(bench, many, (PANDOC, FAST_PANDOC, DOCXTPL, DOCX_JS))
    yield from cases.growing(bench, many, "render", (2, 5))
    yield from cases.growing(bench, many, "check", (2,))
    yield from cases.writer(bench, many)
    yield from cases.imported(bench, 20 if quick else 100)


def main() -> None:
    options = _options()
    rounds = (2, 1) if options.quick else (options.rounds, options.large)
    pandoc = find_pandoc()
    machine = _machine(pandoc)
    print(machine, end="\n\n")
    results = []
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as folder:
        _keep_bytecode(Path(folder))
        for result in measured(Bench(Path(folder), pandoc, *rounds), options.quick):
            print(f"measured: {result.case}", file=sys.stderr)
            results.append(result)
    print(table(results), words(results), _NOTES, sep="\n\n")
    if options.json:
        text = json.dumps([as_json(result) for result in results], ensure_ascii=False, indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")
    if options.readme:
        readme.fill(results, machine)


def _keep_bytecode(folder: Path) -> None:
    """Compiled modules, as every installation has them, whatever this shell says of bytecode."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every run as JSON")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller sizes")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each in small cases")
    parser.add_argument("--large", type=int, default=3, help="runs of each in large cases")
    parser.add_argument("--readme", action="store_true", help="write the figures into README")
    return parser.parse_args()


def _machine(pandoc: str) -> str:
    parts = [f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPU"]
    parts.append(f"Python {platform.python_version()}")
    parts += [f"{name} {_version(name)}" for name in _PACKAGES]
    return ", ".join([*parts, f"docx.js {_docx_js()}", _pandoc_version(pandoc)])


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _docx_js() -> str:
    about = HERE / "node_modules" / "docx" / "package.json"
    return json.loads(about.read_bytes())["version"] if about.is_file() else "not installed"


def _pandoc_version(pandoc: str) -> str:
    if not pandoc:
        return "pandoc not installed"
    done = subprocess.run([pandoc, "--version"], check=True, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8").splitlines()[0]


if __name__ == "__main__":
    try:
        main()
    except CommandFailedError as error:
        raise SystemExit(f"kehoach itself failed: {error}") from None
