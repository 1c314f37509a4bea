"""What the peers are given, made outside of all timing: text as JSON and Markdown, a template.

    python prepare.py PLAN.yaml FOLDER

It is a process of its own, since the memory of who starts a process counts as that process's.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

from flat import markdown, pieces

from kehoach_cli.cli import resources
from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Document
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source


def composed(path: Path, layout: Layout) -> Document:
    """The Document of a plan file."""
    reading = read_plan(read_source(path.name, path.read_bytes()))
    if reading.plan is None:
        raise SystemExit(f"{path} is no plan")
    return compose_document(reading.plan, reading.unit, layout)


def prepare(plan: Path, folder: Path) -> None:
    layout = resources.layout()
    parts = pieces(composed(plan, layout), layout)
    name = folder / plan.stem
    name.with_suffix(".json").write_text(json.dumps(parts, ensure_ascii=False), encoding="utf-8")
    name.with_suffix(".md").write_text(markdown(parts), encoding="utf-8")
    if find_spec("docxtpl"):
        from peers import make_template

        make_template([dict(part) for part in parts], str(name.with_suffix(".template.docx")))


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), Path(sys.argv[2]))
