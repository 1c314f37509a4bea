"""What LibreOffice prints of a plan, taken in again by the lines of its tables."""

from collections import Counter
from pathlib import Path

import pytest

from kehoach_cli.cli.formats import prepare
from kehoach_cli.cli.import_plan import opened
from kehoach_cli.cli.load import Loaded, load, reload
from kehoach_cli.cli.programs import find_pdftocairo, find_pdftotext
from kehoach_cli.document.model import Cell, runs_in, tables_in
from kehoach_cli.imports.draft import drafted
from kehoach_cli.source.text import Source
from tests.programs import missing

from .plans import PLANS


def rows(loaded: Loaded) -> Counter[tuple[str, ...]]:
    """What each row of the tables says, blanks and empty cells left out."""
    tables = tables_in(prepare(loaded, draft=True).document)
    said = (tuple(filter(None, map(_text, row))) for table in tables for row in table.rows)
    return Counter(filter(None, said))


def _text(cell: Cell | str) -> str:
    content = cell if isinstance(cell, str) else cell.content
    whole = content if isinstance(content, str) else "".join(run.text for run in runs_in(content))
    return "".join(whole.split())


@pytest.mark.parametrize("name", PLANS)
def test_every_row_of_a_printed_plan_comes_back(pdfs: dict[str, Path], name: str) -> None:
    if find_pdftotext() is None or find_pdftocairo() is None:
        missing("poppler-utils")
    draft = drafted(opened(str(pdfs[name])))
    assert rows(reload("a.yaml", Source("a.yaml", draft.text))) == rows(load(str(PLANS[name])))
