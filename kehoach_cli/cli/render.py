"""`kehoach render`."""

import io
import sys
from pathlib import Path

from kehoach_cli.checks.checker import blocking, in_order, unanswered, unread
from kehoach_cli.checks.rule import Severity
from kehoach_cli.cli.files import STDIN, is_file, is_folder, same_file, write_whole
from kehoach_cli.cli.formats import FORMATS, Format, Work, prepare
from kehoach_cli.cli.load import Loaded, load
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.text import counts, one_line, typed

STDOUT = "-"
_NEXT = {
    ".docx": "mở tệp trong Word, đọc lại từng trang trước khi trình ký.",
    ".html": "mở tệp trong trình duyệt; in từ đó ra khổ A4.",
    ".xlsx": "mở tệp trong Excel; các tổng là công thức.",
}


def run(
    files: list[str],
    formats: list[str],
    out: str | None,
    *,
    force: bool,
    draft: bool,
    base: str | None = None,
) -> Exit:
    """Render each file; one that fails does not stop the others; the worst status counts."""
    several = len(files) > 1 or len(formats) > 1
    if several and out is not None and not is_folder(Path(out)):
        raise KehoachError(
            f"{out} không phải một thư mục đã có; nhiều tệp hay nhiều dạng thì -o phải là thư mục."
        )
    shown = [f"--{key}" for key in formats if FORMATS[key].shown]
    if out is None and len(shown) > 1:
        raise KehoachError(
            f"{' và '.join(shown)} cùng in ra màn hình thì lẫn vào nhau; "
            "chọn một dạng, hoặc ghi ra tệp bằng -o THƯ_MỤC."
        )
    worst = Exit.OK
    written: set[Path] = set()
    for name in files:
        try:
            loaded = _loaded(name, draft)
            if loaded is None:
                continue
            targets = [_checked(name, out, FORMATS[key], written, force) for key in formats]
            _spare(base, targets)
            _report(loaded, name, draft)
            work = prepare(loaded, draft, base)
            for remark in work.remarks:
                say(remark, err=True)
            for target, key in zip(targets, formats, strict=True):
                _render(work, FORMATS[key], target, written)
        except KehoachError as error:
            say(error.message, err=True)
            worst = max(worst, error.status)
    return worst


def _loaded(name: str, draft: bool) -> Loaded | None:
    """A plan, filled in by somebody at a terminal where that is needed; None for a profile."""
    loaded = load(name)
    if loaded.is_profile:
        say(f"Bỏ qua {name}: đây là hồ sơ đơn vị, không phải kế hoạch.", err=True)
        return None
    open_fields = unanswered(loaded.faults)
    if draft or not open_fields or blocking(loaded.faults) or name == STDIN:
        return loaded
    from kehoach_cli.cli import fill

    return load(name) if fill.offer(name, len(open_fields)) else loaded


def _spare(base: str | None, targets: list[Path | None]) -> None:
    """Raises KehoachError where the base itself would be written over."""
    for target in targets:
        if base is not None and target is not None and same_file(target, Path(base)):
            raise KehoachError(f"{target} chính là tệp mẫu; hãy ghi ra tên khác bằng -o.")


def _render(work: Work, form: Format, target: Path | None, written: set[Path]) -> None:
    if target is None:
        _to_stdout(work, form)
        return
    write_whole(target, lambda file: form.write(work, file))
    written.add(target)
    say(f"Đã ghi {target}", err=True)
    if form.suffix in _NEXT:
        say(f"Bước tiếp theo: {_NEXT[form.suffix]}", err=True)


def _checked(
    name: str, out: str | None, form: Format, written: set[Path], force: bool
) -> Path | None:
    """Where to write, None for stdout. Raises KehoachError for what must not be overwritten.

    What kehoach did not make, or what was edited since, is overwritten only by --force; the plan
    itself, and what this very run wrote, never are.
    """
    target = _target(name, out, form)
    if target is None:
        return None
    if target in written:
        raise KehoachError(f"{target} vừa được ghi từ một kế hoạch cùng tên; hãy in {name} riêng.")
    if target.suffix.casefold() not in ("", form.suffix) and not _is_special(target):
        raise KehoachError(f"{target} không có đuôi {form.suffix}; hãy đặt lại tên tệp.")
    if name != "-" and same_file(target, Path(name)):
        raise KehoachError(f"{target} chính là tệp kế hoạch; hãy ghi ra tên khác bằng -o.")
    if is_file(target) and not force and not form.is_ours(target):
        raise KehoachError(
            f"{target} đã có và không phải do kehoach ghi, hoặc đã được sửa từ đó; "
            "thêm --force để ghi đè, hoặc đặt tên khác bằng -o."
        )
    return target


def _is_special(target: Path) -> bool:
    """A device or pipe may have any name."""
    return not is_file(target) and not is_folder(target) and same_file(target, target)


def _target(name: str, out: str | None, form: Format) -> Path | None:
    """Beside the plan, in a folder, or the file named."""
    if out == STDOUT or (out is None and form.shown):
        return None
    stem = ("ke-hoach" if name == "-" else Path(name).stem) + form.suffix
    if out is None:
        return (Path() if name == "-" else Path(name).parent) / stem
    if is_folder(Path(out)):
        return Path(out) / stem
    if out.endswith(("/", "\\")):
        raise KehoachError(f"Không có thư mục {out}; hãy tạo thư mục ấy rồi chạy lại.")
    target = Path(out)
    return target if target.suffix or _is_special(target) else Path(out + form.suffix)


def _report(loaded: Loaded, name: str, draft: bool) -> None:
    """One line an error or warning of reading, one for what the contents may have wrong.

    As `check` tells them: without those that a comment in the plan or the profile leaves out.
    Raises KehoachError where nothing can be put on paper.
    """
    stop = unread(loaded.faults) if draft else blocking(loaded.faults)
    told = [] if stop else loaded.findings()
    open_fields = [] if draft else unanswered(loaded.faults)
    for finding in stop or in_order([*told, *open_fields]):
        if finding.severity is not Severity.INFO and not finding.rule.find:
            say(one_line(finding), err=True)
    if loaded.reading.plan is None or stop:
        message = f"Chưa in được {name}; sửa các lỗi nêu trên rồi chạy lại."
        raise KehoachError(message, Exit.FINDINGS)
    if open_fields:
        raise KehoachError(
            f"Chưa in {name}: còn thiếu {len(open_fields)} mục bắt buộc nêu trên; "
            "điền vào rồi chạy lại, hoặc thêm --draft để in bản dự thảo có chỗ trống."
        )
    contents = [item for item in told if item.rule.find]
    counted = counts(item for item in contents if item.severity is not Severity.INFO)
    blanks = sum(item.rule.asks for item in contents)
    if blanks and not draft:
        say(f"{name}: bản in còn {blanks} chỗ chưa điền; kehoach fill {typed(name)}", err=True)
    if counted:
        say(f"{name}: nội dung có {counted}; xem: kehoach check {typed(name)}", err=True)


def _to_stdout(work: Work, form: Format) -> None:
    buffer = io.BytesIO()
    form.write(work, buffer)
    if sys.stdout is None or (sys.stdout.isatty() and not form.text):
        raise KehoachError(
            "Không in tệp này ra màn hình; dùng -o TỆP hoặc chuyển hướng bằng dấu >."
        )
    try:
        sys.stdout.buffer.write(buffer.getvalue())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KehoachError(f"Chưa ghi được ra stdout ({error.strerror}).") from error
