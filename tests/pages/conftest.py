"""All plans as pages: written, and converted in one call, once a session."""

from functools import cache
from pathlib import Path

import pytest

from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.docx.writer import write_docx
from kehoach_cli.document.layout import Layout, read_layout
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import Source

from .pdf import Pages, read_pages, to_pdfs
from .plans import APART, CASES, DRAFT, LISTED, PLANS, ROOT

TEMPLATES = ROOT / "templates"


def write(name: str, text: str, law: Layout, folder: Path) -> Path:
    """A plan's Word file."""
    reading = read_plan(Source(f"{name}.yaml", text))
    assert reading.plan is not None
    assert name.removeprefix("muc-luc-") in PLANS or not reading.faults
    document = compose_document(reading.plan, reading.unit, law, draft=name == DRAFT)
    target = folder / f"{name}.docx"
    with target.open("wb") as file:
        write_docx(document, law, TEMPLATES / "docx", file)
    return target


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of a case, or of a file in plans/, by name."""
    folder = tmp_path_factory.mktemp("pages")
    law = read_layout(TEMPLATES / "the-thuc" / "nd30-2020.toml")
    texts = (
        CASES
        | APART
        | LISTED
        | {name: path.read_text(encoding="utf-8") for name, path in PLANS.items()}
    )
    files = [write(name, text, law, folder) for name, text in texts.items()]
    return dict(zip(texts, to_pdfs(files, folder), strict=True))


@pytest.fixture(scope="session")
def pages(pdfs: dict[str, Path]) -> Pages:
    """The pages of a case, or of a file in plans/, by name."""
    return cache(lambda name: read_pages(pdfs[name]))
