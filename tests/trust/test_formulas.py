"""No text of a plan becomes a formula of Excel, and no formula of a workbook is worked out."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.conftest import Run
from tests.imports.books import saved, workbook

CODES = (
    '=HYPERLINK("http://a.invalid";"x")',
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "{=1+1}",
    "=DDE(1)",
    "http://a.invalid",
    "internal:A1",
    "mailto:a@a.invalid",
)
PLAN = """\
van_ban: {{co_quan_ban_hanh: Bộ Y tế, trich_yeu: A, nguoi_ky: {{ho_ten: An, chuc_vu: B}},
  noi_nhan: [C]}}
nguon_von: {{tinh: {text}}}
du_an:
- ten: {text}
  chu_tri: {text}
  ghi_chu: {text}
  von: {{2026: {{tinh: 5}}}}
noi_dung:
- muc: D
  bang: {{ten: {text}, cot: [{{ten: {text}}}, {{ten: B}}], hang: [[{text}, {text}], [E, 5]]}}
- muc: E
  bang: {{nguon: du_an, cot: [{{gia_tri: ten}}, {{gia_tri: chu_tri}}, {{gia_tri: von.tinh}}]}}
"""


@pytest.mark.parametrize("code", CODES)
def test_a_text_that_looks_like_code_is_a_text_in_every_cell(
    run: Run, tmp_path: Path, code: str
) -> None:
    escaped = code.encode("unicode_escape").decode().replace('"', '\\"')
    (tmp_path / "a.yaml").write_text(PLAN.format(text=f'"{escaped}"'), encoding="utf-8")
    done = run("render", "a.yaml", "--xlsx", "--draft", "-o", "a.xlsx", cwd=tmp_path)
    assert done.exit == 0, done.err
    book = load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert all(formula.startswith(("=SUM(", "=SUMIF(")) for formula in formulas)
    assert not any(cell.hyperlink for cell in cells)
    told = [cell for cell in cells if code.strip() in str(cell.value)]
    assert told
    assert all(cell.data_type == "s" for cell in told)
    assert all(
        cell.quotePrefix for cell in told if str(cell.value).startswith(("=", "+", "-", "@"))
    )


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_cell_that_looks_like_code_is_imported_as_words(
    run: Run, tmp_path: Path, name: str, code: str
) -> None:
    rows = [["TT", "Tên dự án", "Chủ trì", "Tiền"], ["1", code, "B", "5"], ["2", "C", "D", "6"]]
    if name.endswith("csv"):
        quoted = (";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
        (tmp_path / name).write_text("\n".join(quoted), encoding="utf-8", newline="")
    else:
        book = workbook(rows)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    cell.data_type = "s"
        (tmp_path / name).write_bytes(saved(book))
    assert run("import", name, "-o", "a.yaml", cwd=tmp_path).exit in (0, 1)
    text = (tmp_path / "a.yaml").read_text(encoding="utf-8")
    plan = read_plan(read_source("a.yaml", text.encode())).plan
    assert plan is not None
    assert "calc" not in code or "calc" in text


def test_a_formula_of_a_workbook_is_never_worked_out() -> None:
    rows: list[list[object]] = [
        ["TT", "Tên dự án", "Tiền"],
        [1, "Mạng", "=1+1"],
        [2, "Máy", '=WEBSERVICE("http://a")'],
    ]
    pages = pages_of("a.xlsx", saved(workbook(rows)))
    assert "WEBSERVICE" not in str(pages.blocks)
    assert any("công thức" in remark.text for remark in pages.remarks)
