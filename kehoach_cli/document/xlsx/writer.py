"""Plan → Excel: `write_xlsx`. XlsxWriter is met only here."""

import io
import re
import zipfile
from datetime import datetime, time
from typing import Any, BinaryIO

from kehoach_cli.document.docx.package import APP, APPLICATION, add_part, new_package
from kehoach_cli.document.docx.writer import UNDATED
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.naming import full_number, type_name
from kehoach_cli.document.texts import Texts
from kehoach_cli.document.xlsx.grid import Grid
from kehoach_cli.document.xlsx.looks import Looks
from kehoach_cli.document.xlsx.sheets import plan_sheets
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.units import MoneyUnit

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_SIZE = 11
"""Points of the default font, in whose figures Excel counts the widths of columns."""

_SHEET = "xl/worksheets/sheet{}.xml"
_FIXED = re.compile(r'(<row r="(\d+)"[^>]*) customHeight="1"')
_MAKER = re.compile(r"(?<=<Application>)[^<]*")


def write_xlsx(plan: Plan, unit: MoneyUnit, layout: Layout, out: BinaryIO) -> None:
    """Write every table of a plan, one a worksheet; the same plan gives the same bytes.

    Raises KehoachError for a plan without tables.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    sheets = plan_sheets(plan, unit, layout)
    if not sheets:
        raise KehoachError("Kế hoạch chưa có bảng nào; thêm khóa bang vào một mục hoặc phụ lục.")
    buffer = io.BytesIO()
    font = {"font_name": layout.font, "font_size": _SIZE}
    with Workbook(buffer, _OPTIONS | {"default_format_properties": font}) as book:
        book.set_properties(_properties(plan, Texts(plan, unit)))
        looks = Looks(book, layout)
        grids = [Grid(book.add_worksheet(sheet.name), looks, sheet) for sheet in sheets]
        for grid in grids:
            grid.fill()
    _repack(buffer, out, {_SHEET.format(at): grid.fitted for at, grid in enumerate(grids, 1)})


def _properties(plan: Plan, texts: Texts) -> dict[str, Any]:
    """What the file says of itself, as the Word file does; nothing of the clock or the user."""
    van_ban = plan.van_ban or VanBan()
    subject = " ".join(texts(van_ban.trich_yeu).split())
    issued = van_ban.ngay_ban_hanh.as_date() if van_ban.ngay_ban_hanh else None
    return {
        "title": f"{type_name(van_ban)} {subject}".strip(),
        "author": " ".join((van_ban.co_quan_ban_hanh or "").split()),
        "subject": f"Số {full_number(van_ban)}" if van_ban.so_van_ban else "",
        "created": datetime.combine(issued or UNDATED, time.min),
    }


def _repack(buffer: BinaryIO, out: BinaryIO, fitted: dict[str, set[int]]) -> None:
    """The same parts in entries that no system differs in, with us named as the maker.

    `fitted`: the rows of each worksheet whose height Excel fits anew when their words change.
    """
    with zipfile.ZipFile(buffer) as made, new_package(out) as package:
        for name in made.namelist():
            text = made.read(name).decode("utf-8")
            if name == APP:
                text = _MAKER.sub(APPLICATION, text)
            add_part(package, name, [_unfixed(text, fitted.get(name, set()))])


def _unfixed(text: str, rows: set[int]) -> str:
    """A worksheet whose rows have their heights without holding to them."""
    if not rows:
        return text
    return _FIXED.sub(lambda row: row[1] if int(row[2]) - 1 in rows else row[0], text)
