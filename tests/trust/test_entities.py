"""No XML that is read may declare anything: no entity is expanded, no other file is read."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.open_document import pages_of
from tests.cli.samples import GOOD
from tests.conftest import Run
from tests.imports.books import changed, paragraph, saved, word, workbook

HIDDEN = "mat-khau-khong-ai-duoc-thay"
LAUGHS = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 20}'>" for n in range(1, 9))
DECLARED = {
    "an inner entity": f"<!DOCTYPE x [<!ENTITY e '{HIDDEN}'>]>",
    "an outer entity": "<!DOCTYPE x [<!ENTITY e SYSTEM '{file}'>]>",
    "a parameter": "<!DOCTYPE x [<!ENTITY % p SYSTEM '{file}'> %p;]>",
    "an outer type": "<!DOCTYPE x SYSTEM '{file}'>",
    "a bomb": f"<!DOCTYPE x [<!ENTITY e0 'ha'>{LAUGHS}<!ENTITY e '&e8;'>]>",
}
PADDING = {"at once": "", "far below": f"<!--{'x' * 200_000}-->"}
PARTS = {
    "a.docx": "word/document.xml word/styles.xml word/_rels/document.xml.rels",
    "a.xlsx": "xl/worksheets/sheet1.xml xl/workbook.xml xl/styles.xml xl/_rels/workbook.xml.rels",
}
FILES = [(name, part) for name, parts in PARTS.items() for part in parts.split()]


def _bytes(name: str) -> bytes:
    if name.endswith("docx"):
        return word(paragraph("I. MỤC TIÊU") + paragraph("CHO_NAY"))
    return saved(workbook([["TT", "Tên dự án", "Tiền"], [1, "CHO_NAY", 5], [2, "Máy", 6]]))


def _with(declared: str, padding: str, encoding: str, part: str) -> Callable[..., None]:
    def change(files: dict[str, bytes]) -> None:
        text = files[part].decode("utf-8")
        root = text[text.index("<", text.index("?>") + 1 if text.startswith("<?") else 0) :]
        head = f"<?xml version='1.0' encoding='{encoding}'?>"
        whole = f"{head}{padding}{declared}{root.replace('CHO_NAY', '&e;')}"
        files[part] = whole.encode(encoding)

    return change


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("padding", PADDING)
@pytest.mark.parametrize("kind", DECLARED)
@pytest.mark.parametrize(("name", "part"), FILES)
def test_a_part_that_declares_anything_is_refused(
    tmp_path: Path, name: str, part: str, kind: str, padding: str, encoding: str
) -> None:
    secret = tmp_path / "bi-mat"
    secret.write_text(HIDDEN, encoding="utf-8")
    declared = DECLARED[kind].replace("{file}", secret.as_uri())
    data = changed(_bytes(name), _with(declared, PADDING[padding], encoding, part))
    start = time.process_time()
    with pytest.raises(KehoachError) as refused:
        pages_of(name, data)
    assert time.process_time() - start < 1.0
    assert HIDDEN not in refused.value.message


def test_a_base_that_declares_anything_is_refused(run: Run, tmp_path: Path) -> None:
    declared = DECLARED["an inner entity"]
    data = changed(_bytes("a.docx"), _with(declared, "", "utf-16", "word/styles.xml"))
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    done = run("render", "a.yaml", "--mau-docx", "a.docx", "-o", "b.docx", cwd=tmp_path)
    assert (done.exit, "DOCTYPE" in done.err) == (2, True)


def test_a_web_page_may_declare_what_it_likes_and_nothing_is_expanded() -> None:
    page = f"<!DOCTYPE html [<!ENTITY e '{HIDDEN}'>]><html><p>một &e; hai</p></html>"
    assert HIDDEN not in str(pages_of("a.html", page.encode()).blocks)
