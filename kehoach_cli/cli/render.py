"""`kehoach render`."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import typer

from kehoach_cli.checks.checker import blocking, unanswered
from kehoach_cli.checks.rule import Severity
from kehoach_cli.cli import resources
from kehoach_cli.cli.files import is_file, is_folder, same_file, write_whole
from kehoach_cli.cli.load import Loaded, load
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.text import one_line

STDOUT = "-"


def run(files: list[str], out: str | None, *, force: bool, draft: bool) -> Exit:
    """Render each file; one that fails does not stop the others; the worst status counts."""
    if len(files) > 1 and out is not None and not is_folder(Path(out)):
        raise KehoachError(f"Có nhiều tệp vào thì -o phải là một thư mục đã có; {out} không phải.")
    worst = Exit.OK
    written: set[Path] = set()
    for name in files:
        try:
            _render(name, out, written, force=force, draft=draft)
        except KehoachError as error:
            typer.echo(error.message, err=True)
            worst = max(worst, error.status)
    return worst


def _render(name: str, out: str | None, written: set[Path], *, force: bool, draft: bool) -> None:
    loaded = load(name)
    target = None if out == STDOUT else _target(name, out)
    if target is not None:
        _check_target(name, target, written, force)
    _report(loaded, name, draft)
    write = _writer(loaded, draft)
    if target is None:
        _to_stdout(write)
        return
    write_whole(target, write)
    written.add(target)
    typer.echo(f"Đã ghi {target}", err=True)
    typer.echo(
        "Bước tiếp theo: mở tệp trong Word, đọc lại từng trang trước khi trình ký.", err=True
    )


def _target(name: str, out: str | None) -> Path:
    """Beside the plan, in a folder, or the file named."""
    stem = "ke-hoach" if name == "-" else Path(name).stem
    if out is None:
        return (Path() if name == "-" else Path(name).parent) / f"{stem}.docx"
    return Path(out) / f"{stem}.docx" if is_folder(Path(out)) else Path(out)


def _check_target(name: str, target: Path, written: set[Path], force: bool) -> None:
    """What kehoach did not make, or what was edited since, is overwritten only by --force.

    The plan itself, and what this very run wrote, never are.
    """
    from kehoach_cli.document.docx.package import is_ours

    if target in written:
        raise KehoachError(f"{target} vừa được ghi từ một kế hoạch cùng tên; hãy in {name} riêng.")
    if target.suffix.casefold() not in ("", ".docx"):
        raise KehoachError(f"{target} không phải tên tệp Word; hãy đặt đuôi .docx.")
    if name != "-" and same_file(target, Path(name)):
        raise KehoachError(f"{target} chính là tệp kế hoạch; hãy ghi ra tên khác bằng -o.")
    if is_file(target) and not force and not is_ours(target):
        raise KehoachError(
            f"{target} đã có và không phải do kehoach ghi, hoặc đã được sửa trong Word; "
            "thêm --force để ghi đè, hoặc đặt tên khác bằng -o."
        )


def _report(loaded: Loaded, name: str, draft: bool) -> None:
    """One line an error or warning; raises KehoachError where nothing can be put on paper."""
    stop = [] if draft else blocking(loaded.findings)
    for finding in stop or loaded.findings:
        if finding.rule.severity is not Severity.INFO:
            typer.echo(one_line(finding), err=True)
    if loaded.reading.plan is None or stop:
        message = f"Chưa in được {name}; sửa các lỗi nêu trên rồi chạy lại."
        raise KehoachError(message, Exit.FINDINGS)
    open_fields = unanswered(loaded.findings)
    if open_fields and not draft:
        raise KehoachError(
            f"Chưa in {name}: còn thiếu {len(open_fields)} mục bắt buộc nêu trên; "
            "điền vào rồi chạy lại, hoặc thêm --draft để in bản dự thảo có chỗ trống."
        )


def _writer(loaded: Loaded, draft: bool) -> Callable[[BinaryIO], None]:
    from kehoach_cli.document.compose import compose_document
    from kehoach_cli.document.docx.proof import prove
    from kehoach_cli.document.docx.writer import write_docx

    plan = loaded.reading.plan
    if plan is None:
        raise KehoachError("Không có kế hoạch nào để in.", Exit.FINDINGS)
    law = resources.layout(plan.van_ban.the_thuc if plan.van_ban else None)
    document = compose_document(plan, loaded.reading.unit, law, draft=draft)
    base = resources.templates() / "docx"

    def write(file: BinaryIO) -> None:
        write_docx(document, law, base, file)
        file.flush()
        file.seek(0)
        prove(file, document)

    return write


def _to_stdout(write: Callable[[BinaryIO], None]) -> None:
    buffer = io.BytesIO()
    write(buffer)
    if sys.stdout is None or sys.stdout.isatty():
        raise KehoachError(
            "Không in tệp Word ra màn hình; dùng -o TỆP hoặc chuyển hướng > tệp.docx."
        )
    sys.stdout.buffer.write(buffer.getvalue())
    sys.stdout.buffer.flush()
