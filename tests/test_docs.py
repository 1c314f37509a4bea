"""The pages in docs/ say what the program does: their examples are read, printed and compared."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.rule import Severity
from kehoach_cli.document.model import (
    APPENDIX,
    TABLE,
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    Number,
    Paragraph,
    Run,
    Table,
)
from kehoach_cli.plan.scheme import label, roman
from tests.document.as_text import document
from tests.pictures import SAMPLES, reading
from tools.reference_pages import parts

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "dinh-dang.md"
NEEDS = ROOT / "docs" / "nhu-cau.md"
PARTS = parts()
REMARK = re.compile("chưa có:|không hỗ trợ:")
"""What a row cannot say yet, or never will, stands behind one of these."""
BULLETS = {"gach_dau_dong": "- ", "dau_cong": "+ "}


def place(name: str) -> re.Pattern[str]:
    """Where a generated part stands."""
    return re.compile(
        rf"(?<=<!-- {name}:begin -->\n).*?(?=\n<!-- {name}:end -->)",
        re.DOTALL,
    )


@pytest.mark.parametrize("name", PARTS)
def test_each_generated_part_is_what_the_program_declares(
    name: str, request: pytest.FixtureRequest
) -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        text = place(name).sub(lambda _: PARTS[name], text, count=1)
        REFERENCE.write_text(text, encoding="utf-8", newline="\n")
    found = place(name).search(text)
    assert found is not None
    assert found[0] == PARTS[name]


def errors(plan: str) -> list[str]:
    """The errors of a part of a plan: what is left out of it is none."""
    found = check(reading(plan, SAMPLES))
    return [
        f"{item.rule.id}: {item.message}"
        for item in found
        if item.severity is Severity.ERROR and item.rule.id != "KH030"
    ]


EXAMPLES = re.findall(r"```yaml\n(.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_of_the_reference_is_read_without_errors(example: str) -> None:
    assert errors(example) == []
    assert printed(document(example))


def test_links_lead_to_headings_and_files_that_are_there() -> None:
    for page in (REFERENCE, NEEDS):
        text = page.read_text(encoding="utf-8")
        headings = {anchor(line) for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
        for link in re.findall(r"\]\(([^)]+)\)", text):
            file, _, name = link.partition("#")
            assert name in headings if not file else (page.parent / file).exists(), link


def anchor(heading: str) -> str:
    """What GitHub calls a heading in a link."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def rows() -> Iterator[list[str]]:
    """The rows of the page of needs: number, need, how it is written, what prints, tests."""
    for line in NEEDS.read_text(encoding="utf-8").splitlines():
        if re.match(r"\| [0-9N]", line):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def codes(cell: str) -> list[str]:
    """What stands between backquotes."""
    return [code.replace(r"\|", "|") for code in re.findall(r"`([^`]+)`", cell)]


ROWS = {row[0]: row for row in rows()}


def test_every_need_has_its_row() -> None:
    needs, cases, ways = range(1, 61), range(1, 16), range(61, 67)
    wanted = [*map(str, needs), *(f"N{number}" for number in cases), *map(str, ways)]
    assert list(ROWS) == wanted


@pytest.mark.parametrize("number", ROWS)
def test_each_need_prints_what_its_row_says(number: str) -> None:
    _, _, written, prints, _ = ROWS[number]
    plan = "\n".join(codes(REMARK.split(written)[0]))
    assert plan or written.startswith("chưa có:")
    assert bool(plan) == bool(codes(prints))
    assert errors(plan or "mau: a") == []
    page, at = printed(document(plan or "mau: a")), 0
    for part in codes(prints):
        assert part in page[at:], f"{part!r} is not in:\n{page[at:]}"
        at = page.index(part, at) + len(part)


@pytest.mark.parametrize("number", ROWS)
def test_the_tests_that_a_row_names_are_there(number: str) -> None:
    for name in codes(ROWS[number][4]):
        file, _, test = name.partition("::")
        assert f"def {test}(" in (ROOT / "tests" / file).read_text(encoding="utf-8"), name


def printed(found: Document) -> str:
    """A document as it reads on paper, a line a paragraph or row."""
    lines: list[str] = []
    positions: dict[int, list[int]] = {}
    for section in found.sections:
        lines.append("=== ngang" if section.landscape else "=== dọc")
        for block in section.blocks:
            lines += on_paper(block, found, positions)
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def on_paper(block: Block, found: Document, positions: dict[int, list[int]]) -> Iterator[str]:
    """The lines of a block."""
    if isinstance(block, Paragraph):
        mark = labelled(block.number, found, positions) if block.number else ""
        yield f"{mark} {BULLETS.get(block.style, '')}{''.join(map(as_typed, block.runs))}"
    elif isinstance(block, Contents):
        yield from (entry.text for entry in block.entries)
    elif isinstance(block, Figure):
        yield f"[{block.picture.name}]"
        yield from on_paper(block.caption, found, positions) if block.caption else ()
    elif isinstance(block, Table):
        for row in (*block.header, *block.rows):
            cells = (" / ".join(in_cell(cell, found, positions)) for cell in row)
            yield " | ".join(cell.replace("\n", " / ") for cell in cells)


def in_cell(cell: str | Cell, found: Document, positions: dict[int, list[int]]) -> Iterator[str]:
    """The lines of a cell; one that a cell above reaches into is a caret."""
    content = cell if isinstance(cell, str) else "^" if cell.down == "on" else cell.content
    if isinstance(content, str):
        yield content
    else:
        for block in content:
            yield from on_paper(block, found, positions)


def as_typed(run: Run) -> str:
    """A run with the marks that make its look."""
    text = f"**{run.text}**" if run.bold else f"*{run.text}*" if run.italic else run.text
    return f"{text}^[{''.join(map(as_typed, run.note))}]" if run.note else text


def labelled(number: Number, found: Document, positions: dict[int, list[int]]) -> str:
    """The label of a numbered paragraph: "Phụ lục II", "III.", "2.1."."""
    if number.level == APPENDIX:
        return f"Phụ lục {roman(number.position)}"
    if number.level == TABLE:
        return f"Bảng {number.position}."
    if not number.position:
        return ""
    above = [*positions.get(number.outline, []), *([1] * number.level)][: number.level]
    positions[number.outline] = [*above, number.position]
    return label(found.schemes[number.outline], tuple(positions[number.outline]))
