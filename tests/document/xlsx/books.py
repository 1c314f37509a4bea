"""Workbooks of plans, read back by openpyxl and, where it is there, worked out by LibreOffice."""

import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from textwrap import dedent, indent
from typing import cast

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kehoach_cli.cli.resources import layout
from kehoach_cli.document.xlsx.writer import write_xlsx
from kehoach_cli.plan.reader import Reading, read_plan
from kehoach_cli.source.text import read_source
from tests.programs import libreoffice, missing

LAW = layout()
PLANS = sorted((Path(__file__).resolve().parents[3] / "plans").glob("*.yaml"))
LIMIT = 180  # seconds for one call of LibreOffice

_CACHED = re.compile(r"(</f>)<v>[^<]*</v>")
_FORMULA = re.compile(r"=(SUMIF|SUM)\((.*)\)([+-][0-9.]+)?")
_STRETCH = re.compile(r"\$?([A-Z]+)\$?([0-9]+)(?::\$?([A-Z]+)\$?([0-9]+))?")


def reading(text: str) -> Reading:
    """The reading of a plan's text."""
    return read_plan(read_source("a.yaml", dedent(text).encode("utf-8")))


def written(text: str | Path) -> bytes:
    """The Excel file of a plan's text, or of a plan in a file."""
    found = reading(text.read_text(encoding="utf-8") if isinstance(text, Path) else text)
    assert found.plan is not None
    out = io.BytesIO()
    write_xlsx(found.plan, found.unit, LAW, out)
    return out.getvalue()


def sheets(data: bytes, *, values: bool = False) -> list[Worksheet]:
    """The worksheets; `values`: as they were last worked out, not the formulas."""
    return cast("list[Worksheet]", load_workbook(io.BytesIO(data), data_only=values).worksheets)


def sheet(bang: str, register: str = "", appendix: str = "") -> Worksheet:
    """The worksheet of a lone appendix with a table."""
    return sheets(written(plan_text(bang, register, appendix)))[0]


def plan_text(bang: str, register: str = "", appendix: str = "") -> str:
    """A plan of a register and an appendix with a table."""
    extra = indent(dedent(appendix).strip(), "  ")
    table = indent(dedent(bang).strip(), "    ")
    return f"{dedent(register)}\nphu_luc:\n- ten: P\n{extra}\n  bang:\n{table}\n"


def rows(page: Worksheet) -> list[list[object]]:
    """What stands in the rows under the heads."""
    first = first_row(page)
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=first)]


def first_row(page: Worksheet) -> int:
    """The first row that scrolls."""
    assert page.freeze_panes is not None
    return int(re.sub(r"[A-Z]+", "", str(page.freeze_panes)))


def cells(page: Worksheet) -> Iterable[Cell]:
    """Every cell that holds something."""
    for row in page.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and cell.value is not None:
                yield cell


def formulas(page: Worksheet) -> dict[str, str]:
    """The formulas by place."""
    return {cell.coordinate: str(cell.value) for cell in cells(page) if cell.data_type == "f"}


def worked_out(page: Worksheet, place: str) -> Decimal:
    """The value of a cell, its formula worked out here from the cells that it names."""
    value = page[place].value
    if page[place].data_type != "f":
        return Decimal(0 if isinstance(value, str) else str(value or 0))  # SUM passes over words
    assert isinstance(value, str)
    match = _FORMULA.fullmatch(value)
    assert match is not None, value
    named = _marked(page, match[2]) if match[1] == "SUMIF" else _places(match[2])
    return sum((worked_out(page, name) for name in named), Decimal(match[3] or 0))


def _places(stretches: str) -> list[str]:
    found = []
    for stretch in stretches.split(","):
        match = _STRETCH.fullmatch(stretch)
        assert match is not None, stretch
        left, right = (column_index_from_string(name) for name in (match[1], match[3] or match[1]))
        rows = range(int(match[2]), int(match[4] or match[2]) + 1)
        found += [f"{get_column_letter(at)}{row}" for at in range(left, right + 1) for row in rows]
    return found


def _marked(page: Worksheet, inside: str) -> list[str]:
    marks, mark, amounts = inside.split(",")
    pairs = zip(_places(marks), _places(amounts), strict=True)
    return [amount for place, amount in pairs if page[place].value == mark.strip('"')]


def recalculated(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each workbook without the values that we wrote, worked out again by LibreOffice Calc."""
    office = libreoffice()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "kiem.csv").write_text("1,2\n", encoding="utf-8")
        for stem, data in files.items():
            (folder / f"{stem}.xlsx").write_bytes(without_values(data))
        command = [str(office), "--headless", f"-env:UserInstallation={(folder / 'p').as_uri()}"]
        command += ["--convert-to", "xlsx", "--outdir", str(folder / "ra")]
        command += [str(folder / "kiem.csv"), *(str(folder / f"{stem}.xlsx") for stem in files)]
        subprocess.run(command, capture_output=True, timeout=LIMIT, check=False)
        if not (folder / "ra" / "kiem.xlsx").exists():
            missing("LibreOffice Calc")
        return {stem: (folder / "ra" / f"{stem}.xlsx").read_bytes() for stem in files}


def without_values(data: bytes) -> bytes:
    """The workbook with bare formulas."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, _CACHED.sub(r"\1", old.read(name).decode("utf-8")))
    return out.getvalue()
