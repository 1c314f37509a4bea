"""What `render` can write: how the bytes are made, and whose file stands there already."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kehoach_cli.cli import resources
from kehoach_cli.cli.load import Loaded
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Document, tables_in
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.installed import templates
from kehoach_cli.plan.model import Plan

_SHORTER = (0.0, 0.3, 0.7, 1.2, 1.8)
"""mm; bottom margins of 20–25 mm are lawful (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I.3)."""
_LOST = (
    "LibreOffice bỏ sót hàng của bảng khi chuyển sang PDF nên chưa ghi tệp; "
    "hãy mở tệp Word rồi chọn Lưu thành PDF."
)
_HEAD = 4096  # bytes looked at to tell whose file it is


class Work(NamedTuple):
    """A plan laid out once, for as many formats as are wanted; and what to say of its base."""

    plan: Plan
    loaded: Loaded
    layout: Layout
    document: Document
    remarks: Sequence[str] = ()


Write = Callable[[Work, BinaryIO], None]


class Format(NamedTuple):
    """An output: its suffix, its writer, and how to tell that kehoach wrote a file.

    `shown`: printed where no file is named. `text`: may be shown on a terminal.
    """

    suffix: str
    write: Write
    is_ours: Callable[[Path], bool]
    text: bool = False
    shown: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether a file of it says who wrote it."""
        return self.is_ours is not _never


def prepare(loaded: Loaded, draft: bool, base: str | None = None) -> Work:
    """Lay the plan out, by the looks of a Word file where one is named.

    Raises KehoachError where there is no plan, or the file cannot be used.
    """
    from kehoach_cli.document.compose import compose_document
    from kehoach_cli.document.texts import filled

    unit = loaded.reading.unit
    if loaded.reading.plan is None:
        raise KehoachError("Không có kế hoạch nào để in.", Exit.FINDINGS)
    plan = filled(loaded.reading.plan, unit)
    layout = resources.layout(plan.van_ban.the_thuc if plan.van_ban else None)
    if base is None:
        document = compose_document(plan, unit, layout, draft=draft)
        return Work(plan, loaded, layout, document)
    from kehoach_cli.cli.base import load_base, remarks

    found = load_base(base, layout)
    layout = found.over(layout)
    document = compose_document(plan, unit, layout, draft=draft)
    return Work(plan, loaded, layout, document, remarks(base, found, document, layout))


def _write_docx(work: Work, file: BinaryIO, *, listing: bool = True, shorter: float = 0.0) -> None:
    """`shorter`: by how many mm the pages hold less than the layout says."""
    from kehoach_cli.document.docx.proof import prove
    from kehoach_cli.document.docx.writer import write_docx

    page = work.layout.page._replace(bottom=work.layout.page.bottom + shorter)
    layout = work.layout._replace(page=page)
    write_docx(work.document, layout, templates() / "docx", file, listing=listing)
    file.flush()
    file.seek(0)
    prove(file, work.document)


def _write_txt(work: Work, file: BinaryIO) -> None:
    from kehoach_cli.document.text_writer import as_text

    file.write(as_text(work.document, work.layout).encode("utf-8"))


def _write_html(work: Work, file: BinaryIO) -> None:
    from kehoach_cli.document.html_writer import as_html

    file.write(as_html(work.document, work.layout).encode("utf-8"))


def _write_pdf(work: Work, file: BinaryIO) -> None:
    from kehoach_cli.cli.pdf import docx_to_pdf, lost_rows, time_limit

    rows = sum(len(table.rows) for table in tables_in(work.document))
    issued = work.document.properties.issued
    for shorter in _SHORTER:
        buffer = io.BytesIO()
        _write_docx(work, buffer, listing=False, shorter=shorter)
        made = docx_to_pdf(buffer.getvalue(), issued=issued, seconds=time_limit(rows))
        if not lost_rows(made):
            file.write(made)
            return
    raise KehoachError(_LOST)


def _write_json(work: Work, file: BinaryIO) -> None:
    from kehoach_cli.reports.plan_json import plan_json

    file.write(plan_json(work.plan, work.loaded.reading.unit).encode("utf-8"))


def _write_xlsx(work: Work, file: BinaryIO) -> None:
    from kehoach_cli.document.xlsx.writer import write_xlsx

    write_xlsx(work.plan, work.loaded.reading.unit, work.layout, file)


def _is_our_package(path: Path) -> bool:
    from kehoach_cli.document.docx.package import is_ours

    return is_ours(path)


def _begins_with(mark: bytes) -> Callable[[Path], bool]:
    def told(path: Path) -> bool:
        try:
            with path.open("rb") as file:
                return mark in file.read(_HEAD)
        except OSError:
            return False

    return told


def _never(_path: Path) -> bool:
    return False


FORMATS = {
    "docx": Format(".docx", _write_docx, _is_our_package),
    "txt": Format(".txt", _write_txt, _never, text=True, shown=True),
    "pdf": Format(".pdf", _write_pdf, _never),
    "json": Format(".json", _write_json, _never, text=True, shown=True),
    "html": Format(".html", _write_html, _begins_with(b'content="kehoach'), text=True),
    "xlsx": Format(".xlsx", _write_xlsx, _is_our_package),
}
