"""What kehoach prints, taken in again, prints the same."""

import io
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.cli.formats import FORMATS, Work, prepare
from kehoach_cli.cli.load import load, reload
from kehoach_cli.document.model import Document, Figure, Paragraph, Run, Table, runs_in
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.proof import faults_in
from kehoach_cli.source.text import Source

PLANS = sorted(Path("plans").glob("*.yaml"))


def _taken_in(work: Work, form: str) -> Work:
    """The plan that comes of what a plan prints as."""
    buffer = io.BytesIO()
    FORMATS[form].write(work, buffer)
    draft = drafted(pages_of(f"a.{form}", buffer.getvalue()))
    assert faults_in(draft) == []
    return prepare(reload("a.yaml", Source("a.yaml", draft.text)), draft=False)


def _contents(document: Document) -> list[object]:
    """Everything on the pages but widths of columns, sizes in tables and anchors."""
    return [
        (section.landscape, _block(block))
        for section in document.sections
        for block in section.blocks
    ]


def _block(block: object) -> object:
    if isinstance(block, Paragraph):
        number = block.number
        return (block.style, _runs(block.runs), number and (number.level, number.position))
    if isinstance(block, Table):
        return [[_cell(cell) for cell in row] for row in (*block.header, *block.rows)]
    assert not isinstance(block, Figure)
    return type(block).__name__


def _cell(cell: Any) -> object:
    content = getattr(cell, "content", cell)
    merged = (getattr(cell, "span", 1), getattr(cell, "down", ""))
    return (content if isinstance(content, str) else [_block(b) for b in content], merged)


def _runs(runs: tuple[Run, ...]) -> list[object]:
    """The letters, with their marks and notes, however they are parted into runs."""
    alike = groupby(runs, key=lambda run: (bool(run.bold), bool(run.italic)))
    return [
        (look, "".join(f"{one.text}{_runs(one.note) if one.note else ''}" for one in part))
        for look, part in alike
    ]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_comes_back_from_its_word_file(path: Path) -> None:
    work = prepare(load(str(path)), draft=False)
    assert _contents(_taken_in(work, "docx").document) == _contents(work.document)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_no_word_is_lost_on_the_way_through_a_web_page(path: Path) -> None:
    work = prepare(load(str(path)), draft=False)
    before, after = (set(_words(one.document)) for one in (work, _taken_in(work, "html")))
    assert len(before - after) <= len(before) // 100


def _words(document: Document) -> list[str]:
    blocks = [block for section in document.sections for block in section.blocks]
    return [
        word.strip(".,;:()“”").casefold() for run in runs_in(blocks) for word in run.text.split()
    ]
