"""Whatever a Document holds, its file is sound and holds it."""

import io
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import ooxml_integrity
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.document.docx.proof import prove
from kehoach_cli.document.model import (
    APPENDIX,
    Block,
    Cell,
    Column,
    Document,
    Number,
    Paragraph,
    Properties,
    Row,
    Rule,
    Run,
    Section,
    Table,
)
from tests.document.as_text import document as plan_document
from tests.gates import all_gates, audit_gate, structure_gate
from tests.pages.plans import CASES

from .samples import LAW, document, everything, scheme, tree, written

T = TypeVar("T")


def made(kind: Callable[..., T], *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Of these parts alone; `st.builds` would make up the fields left out as well."""
    return st.tuples(*parts).map(lambda found: kind(*found))


SCHEMES = ["I/1/a)", "A/I/1", "Phần I/I/1/1.1/a)", "1/1.1", "a)/1.1"]
STYLES = [key for key in LAW.styles if key not in ("ke_ngang", "ngat_phan")]
CELL_STYLES = [key for key in LAW.styles if key.startswith("o_")]
SIGNS = st.sampled_from("- \n\t+&<>\"'$%\x0b\x00ếĐ𠀀\u00a0\u200b\ud800\uffff")
TEXTS = st.text(SIGNS | st.characters(), max_size=12)
LOOKS = st.none() | st.booleans()
PLAIN_RUNS = made(Run, TEXTS, LOOKS, LOOKS)
NOTES = st.just(()) | st.tuples(PLAIN_RUNS)
RUNS = made(Run, TEXTS, LOOKS, LOOKS, NOTES)
LENGTHS = st.floats(0, 60)
RULES = made(Rule, LENGTHS, st.floats(60, 165))


def paragraphs(numbered: bool) -> st.SearchStrategy[Block]:
    places = made(Number, st.sampled_from([0, 0, 1, APPENDIX]), st.integers(1, 30))
    return made(
        Paragraph,
        st.sampled_from(STYLES),
        st.lists(RUNS, max_size=3).map(tuple),
        (st.none() | places) if numbered else st.none(),
        st.sampled_from([0.0, 12.5]),
        st.booleans(),
        st.none() | st.floats(0, 20),
    )


@st.composite
def tables(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> Table:
    """A table whose cells hold texts, or blocks drawn from `inner`."""
    widths = draw(st.lists(st.floats(5, 50), min_size=1, max_size=5))
    columns = tuple(Column(width, draw(st.sampled_from(CELL_STYLES))) for width in widths)
    rows = [draw(grid_rows(len(widths), inner)) for _ in range(draw(st.integers(0, 4)))]
    heads = draw(st.integers(0, len(rows)))
    size = draw(st.sampled_from([11, 12, 13]))
    look = (draw(st.booleans()), draw(st.booleans()), draw(st.sampled_from([0.0, 8.0])))
    return Table(columns, rows[heads:], tuple(rows[:heads]), size, *look)


@st.composite
def grid_rows(draw: st.DrawFn, width: int, inner: st.SearchStrategy[Block]) -> Row:
    """Cells that fill a row of so many columns."""
    blocks = st.lists(inner, max_size=2).map(tuple)
    row: list[str | Cell] = []
    at = 0
    while at < width:
        span = draw(st.integers(1, width - at))
        style = draw(st.sampled_from(["", *CELL_STYLES]))
        content: str | tuple[Block, ...] = draw(TEXTS | blocks)
        bare = isinstance(content, str) and span == 1 and draw(st.booleans())
        row.append(content if bare and isinstance(content, str) else Cell(content, style, span))
        at += span
    return tuple(row)


FLAT = paragraphs(numbered=False) | RULES
BLOCKS = paragraphs(numbered=True) | RULES | tables(FLAT | tables(FLAT))
SECTIONS = made(
    Section, st.lists(BLOCKS, max_size=4).map(tuple), st.booleans(), st.booleans(), st.booleans()
)
PROPERTIES = made(Properties, TEXTS, TEXTS, TEXTS, st.none() | st.dates())
DOCUMENTS = made(
    Document,
    st.lists(SECTIONS, min_size=1, max_size=3).map(tuple),
    st.sampled_from(SCHEMES).map(lambda text: (scheme(text),)),
    PROPERTIES,
    st.booleans(),
    st.booleans(),
)


@given(found=DOCUMENTS)
def test_any_document_gives_a_sound_file(found: Document) -> None:
    data = written(found)
    prove(io.BytesIO(data), found)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        structure_gate(path)
        assert ooxml_integrity.check(path) == []


@settings(max_examples=15)
@given(found=DOCUMENTS)
def test_any_document_passes_the_strict_audit(found: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(written(found))
        audit_gate(path)


@given(found=DOCUMENTS)
def test_the_same_document_gives_the_same_bytes(found: Document) -> None:
    assert written(found) == written(found)


def texts_of(blocks: Sequence[Block]) -> list[str]:
    """Every text of the blocks, in the order of the page, less what XML forbids."""
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found += [run.text for run in block.runs]
        elif isinstance(block, Table):
            for cell in (cell for row in (*block.header, *block.rows) for cell in row):
                content = cell if isinstance(cell, str) else cell.content
                found += [content] if isinstance(content, str) else texts_of(content)
    return found


@given(found=DOCUMENTS)
def test_no_letter_of_a_document_is_lost(found: Document) -> None:
    wanted = "".join(texts_of([block for section in found.sections for block in section.blocks]))
    shown = "".join(tree(written(found)).itertext())
    letters = [sign for sign in wanted if sign.isalnum()]
    left = iter(shown)
    assert all(letter in left for letter in letters)


def test_the_sample_with_one_of_each_passes_every_gate() -> None:
    all_gates(written(everything()))
    all_gates(written(document()))


def test_a_plan_inside_an_article_passes_every_gate() -> None:
    all_gates(written(plan_document(CASES["trong-dieu"])))


def test_a_document_of_two_thousand_rows_passes_the_gates_for_large_files() -> None:
    names = [f"Dự án số {n}, giai đoạn 2021 - 2025" for n in range(2000)]
    columns = tuple(Column(13, "o_so") for _ in range(11))
    table = Table(columns, [(str(n), *[name] * 10) for n, name in enumerate(names)])
    found = document(table)
    data = written(found)
    prove(io.BytesIO(data), found)
    all_gates(data, large=True)
