"""How much of real documents comes through import and back: python roundtrip.py FOLDER [--lost]

For each file of the folder: words of the source that the printed draft (`render --txt`) holds,
headings that print with the same kind of number, rows of tables found, seconds. Words are compared
as a bag, after folding marks, capitals and thousands separators; numbers of sections and table
heads that a page repeats do not count. `--lost` lists the words that are missing.
"""

import io
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kehoach_cli.cli.formats import FORMATS, prepare
from kehoach_cli.cli.import_plan import opened
from kehoach_cli.cli.load import reload
from kehoach_cli.document.model import Table, runs_in, tables_in
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.letters.decoding import text_of
from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.pages.model import Grid, Line, Pages
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.text import fold_long

_WORD = re.compile(r"[^\W_]+")
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_MARKUP = re.compile(r"</?\w+[^>]*>|\*+|^#+ ", re.MULTILINE)
_LABEL = re.compile(r"^\W*(?:phan |phu luc )?(?:\d+(?:\.\d+)*|[ivxl]+|[a-h])(?:[.)]|$)\W*")
_START = 30  # letters by which a heading is known again


def words(text: str) -> Counter[str]:
    """The words of a text as they are compared."""
    lines = _THOUSANDS.sub("", _MARKUP.sub("", text)).split("\n")
    bare = (_LABEL.sub("", fold_long(line)) for line in lines)
    return Counter(word for line in bare for word in _WORD.findall(line))


def source_text(pages: Pages) -> str:
    """The text of the pages as read, repeated heads of tables once."""
    return "\n".join(_pieces(pages))


def _pieces(pages: Pages) -> Iterator[str]:
    for block in pages.blocks:
        if isinstance(block, Line):
            yield block.whole
        else:
            yield from (cell for row in block.rows for cell in row)


def headings(lines: list[str]) -> dict[str, str]:
    """The kind of number of each numbered line, by how its text begins."""
    found: dict[str, str] = {}
    for line in lines:
        label = label_of(" ".join(line.split()).strip("*# "))
        if label and label.rest:
            found.setdefault(_key(label.rest), label.kind.rstrip(".)"))
    return found


def _key(text: str) -> str:
    return "".join(_WORD.findall(fold_long(text)))[:_START]


def rows_found(pages: Pages, tables: list[Table]) -> tuple[int, int]:
    """How many rows of the source's tables stand in a printed table, of how many."""
    printed = Counter(_key(text) for table in tables for text in _cells(table))
    wanted = [_key(max(row, key=len)) for grid in _grids(pages) for row in grid.rows if any(row)]
    return sum(any(key in text for text in printed) for key in wanted), len(wanted)


def _grids(pages: Pages) -> list[Grid]:
    return [block for block in pages.blocks if isinstance(block, Grid)]


def _cells(table: Table) -> Iterator[str]:
    for row in (*table.header, *table.rows):
        for cell in row:
            content = cell if isinstance(cell, str) else cell.content
            if isinstance(content, str):
                yield content
            else:
                yield " ".join(run.text for run in runs_in(content))


def measure(path: Path, *, lost: bool) -> str:
    """The line for one file."""
    start = time.perf_counter()
    pages = opened(str(path))
    draft = drafted(pages)
    seconds = time.perf_counter() - start
    loaded = reload("x.yaml", Source("x.yaml", draft.text))
    work = prepare(loaded, draft=True)
    buffer = io.BytesIO()
    FORMATS["txt"].write(work, buffer)
    printed = buffer.getvalue().decode()
    raw = _raw(path) if path.suffix == ".txt" else source_text(pages)
    wanted, got = words(raw), words(re.sub("[│─┌┐└┘├┤┬┴┼]", " ", printed))
    missing = wanted - got
    share = 100 * (1 - missing.total() / max(wanted.total(), 1))
    heads, same = headings(source_text(pages).split("\n")), headings(printed.split("\n"))
    kept = sum(same.get(key) == kind for key, kind in heads.items())
    rows, of = rows_found(pages, list(tables_in(work.document)))
    line = (
        f"{path.name:<40} {share:6.2f}% of {wanted.total()} words; "
        f"headings {kept}/{len(heads)}; rows {rows}/{of}; {seconds:.2f} s"
    )
    if lost:
        line += "\n    " + " ".join(f"{word}×{n}" for word, n in missing.most_common(80))
        line += "\n    " + "; ".join(k for k, kind in heads.items() if same.get(k) != kind)
    return line


def _raw(path: Path) -> str:
    """The text of a file without the table heads that pages repeat."""
    seen: set[str] = set()
    kept: list[str] = []
    text, _ = text_of(path.name, path.read_bytes())
    for line in text.split("\n"):
        if line.count("\t") < 2 or line not in seen:
            kept.append(line)
        seen.add(line)
    return "\n".join(kept)


def main() -> None:
    """Measure every file of the folders."""
    folders = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    for path in sorted(file for folder in folders for file in folder.iterdir()):
        try:
            print(measure(path, lost="--lost" in sys.argv))
        except KehoachError as error:
            print(f"{path.name:<40} {error.message}")


if __name__ == "__main__":
    main()
