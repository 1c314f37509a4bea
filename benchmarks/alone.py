"""Parts of the road in one process, in turn; prints the seconds as JSON.

    python alone.py writer PLAN.yaml ROUNDS FOLDER [PANDOC]   Document in memory → Word file
    python alone.py reader PLAN.yaml ROUNDS                   bytes of a plan file → Plan

FOLDER holds what prepare.py made. pandoc is the one contender that runs as a whole process.

The garbage collector is set as `kehoach` sets it, for all contenders alike.
"""

import gc
import io
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Collection
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from prepare import composed

from kehoach_cli.cli.resources import layout as read_layout
from kehoach_cli.document.docx.package import DOCUMENT
from kehoach_cli.document.docx.writer import write_docx
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Document
from kehoach_cli.installed import templates
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source

_TEXT = re.compile("(?<=<w:t>)([^<]*)")
_ROW_END = "</w:tr>"
_CHUNK = 200

Make = Callable[[], Callable[[], object]]
"""Prepares one run, untimed; what it returns is timed."""


_SEVERAL = 7
Times = list[tuple[float, float]]
"""Of each run, the seconds by the clock and those of the processor."""


def in_turn(makers: dict[str, Make], rounds: int, short: Collection[str] = ()) -> dict[str, Times]:
    """A B C, A B C, …, after one round that is thrown away.

    `short`: those that take a second at most are run several times, however few the rounds.
    """
    seconds: dict[str, Times] = {who: [] for who in makers}
    for turn in range(max(rounds, _SEVERAL if short else 0) + 1):
        for who, make in makers.items():
            if turn > rounds and who not in short:
                continue
            run = make()
            gc.collect()
            start, used = time.perf_counter(), _used()
            run()
            if turn:
                seconds[who].append((time.perf_counter() - start, _used() - used))
    return seconds


def _used() -> float:
    """The processor's seconds up to now, those of processes that were waited for among them."""
    now = os.times()
    return time.process_time() + now.children_user + now.children_system


def writer(plan: Path, rounds: int, folder: Path, pandoc: str = "") -> dict[str, Times]:
    """Our writer, the bare cost of its bytes, docxtpl with its template already read, pandoc."""
    layout = read_layout()
    document = composed(plan, layout)
    parts = _parts(written(document, layout))
    rows = bare_rows(parts[DOCUMENT].decode("utf-8"))
    if bare(rows, parts) != parts[DOCUMENT]:
        raise SystemExit("the bare writer does not make the same text")
    makers: dict[str, Make] = {
        "kehoach": lambda: lambda: written(document, layout),
        "bare": lambda: lambda: bare(rows, parts),
    }
    if find_spec("docxtpl"):
        makers["docxtpl"] = _docxtpl(folder / plan.stem)
    if pandoc:
        makers["pandoc"] = lambda: lambda: _pandoc(pandoc, "markdown", folder / plan.stem)
        makers["pandoc gfm"] = lambda: lambda: _pandoc(pandoc, "gfm", folder / plan.stem)
    return in_turn(makers, rounds, ("kehoach", "bare"))


def written(document: Document, layout: Layout) -> bytes:
    """Our Word file."""
    out = io.BytesIO()
    write_docx(document, layout, templates() / "docx", out)
    return out.getvalue()


def _parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


Bare = list[tuple[list[str], list[str]]]
"""Rows: the markup before each text, and the texts, ready for XML."""


def bare_rows(xml: str) -> Bare:
    """document.xml cut at the ends of rows, then into markup and texts."""
    rows = []
    shared: dict[str, str] = {}
    for row in re.split(f"(?<={_ROW_END})", xml):
        pieces = _TEXT.split(row)
        markup = [shared.setdefault(piece, piece) for piece in pieces[::2]]
        rows.append((markup, [*pieces[1::2], ""]))
    return rows


def bare(rows: Bare, parts: dict[str, bytes]) -> bytes:
    """The least that Python can do for these bytes: join, encode, pack. Returns document.xml."""
    left = iter(rows)
    chunks = []
    while some := list(islice(left, _CHUNK)):
        chunks.append(
            "".join(
                [
                    "".join([f"{m}{t}" for m, t in zip(markup, texts, strict=True)])
                    for markup, texts in some
                ]
            ).encode("utf-8")
        )
    body = b"".join(chunks)
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, data in parts.items():
            package.writestr(name, body if name == DOCUMENT else data)
    return body


def _docxtpl(name: Path) -> Make:
    from docxtpl import DocxTemplate
    from peers import stretches

    data = json.loads(name.with_suffix(".json").read_text(encoding="utf-8"))
    context: dict[str, Any] = {"parts": stretches(data)}

    def make() -> Callable[[], object]:
        document = DocxTemplate(str(name.with_suffix(".template.docx")))
        document.init_docx()
        return lambda: _rendered(document, context)

    return make


def _rendered(document: Any, context: dict[str, Any]) -> None:
    document.render(context, autoescape=True)
    document.save(io.BytesIO())


def _pandoc(pandoc: str, form: str, name: Path) -> None:
    subprocess.run([pandoc, "-f", form, f"{name}.md", "-o", f"{name}.alone.docx"], check=True)


def reader(plan: Path, rounds: int) -> dict[str, Times]:
    """Bytes of a plan file → Plan, with every fault noted."""
    data = plan.read_bytes()
    return in_turn({"kehoach": lambda: lambda: read_plan(read_source(plan.name, data))}, rounds)


def main(what: str, plan: str, rounds: str, *rest: str) -> None:
    gc.set_threshold(200_000, 50, 50)
    if what == "writer":
        found = writer(Path(plan), int(rounds), Path(rest[0]), *rest[1:])
    else:
        found = reader(Path(plan), int(rounds))
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
