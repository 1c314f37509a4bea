"""`kehoach render`."""

import io
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.checks.checker import blocking, in_order, unanswered, unread
from kehoach_cli.checks.rule import Severity
from kehoach_cli.cli.formats import FORMATS, Format, Work, prepare
from kehoach_cli.cli.inputs import as_typed, expanded
from kehoach_cli.cli.load import Loaded, load
from kehoach_cli.cli.reading import STDIN, reason_of
from kehoach_cli.cli.say import say
from kehoach_cli.cli.targets import Targets, is_pattern, targets_of, writable
from kehoach_cli.cli.writing import make_folder, write_whole
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.text import counts, one_line, typed

_NEXT = {
    "docx": "mở tệp trong Word, đọc lại từng trang trước khi trình ký.",
    "pdf": "đọc lại từng trang của tệp PDF trước khi gửi.",
    "html": "mở tệp trong trình duyệt; in từ đó ra khổ A4.",
    "xlsx": "mở tệp trong Excel; các tổng là công thức.",
    "txt": "đọc lại; tệp Word để trình ký: kehoach render TỆP --docx",
}


class Options(NamedTuple):
    """What was asked for at the command line."""

    formats: Sequence[str] = ("docx",)
    out: str | None = None
    force: bool = False
    draft: bool = False
    base: str | None = None
    workers: int = 1
    limit: float | None = None
    quiet: bool = False
    opens: bool = False


class Made(NamedTuple):
    """What was written of a plan, and how many findings were told of."""

    files: Sequence[Path] = ()
    counts: Iterable[Severity] = ()
    is_plan: bool = True


def run(names: list[str], options: Options) -> Exit:
    """Render each file; one that fails does not stop the others; the worst status counts."""
    files, status = expanded(names)
    if not files:
        return status
    pace = options.workers, options.limit
    targets = targets_of(files, options.formats, options.out, pace, quiet=options.quiet)
    if len(files) == 1 and not options.quiet and options.limit is None:
        made = _rendered(options, targets, files[0], ask=True).files
        _next_step(options, made)
    else:
        worst, made = _many(files, targets, options)
        status = max(status, worst)
    if options.opens and made:
        from kehoach_cli.cli.open_made import open_made

        open_made(made)
    return status


def _rendered(
    options: Options, targets: Mapping[str, Targets], name: str, *, ask: bool = False
) -> Made:
    """Render a plan. Raises KehoachError where that cannot be done."""
    loaded = load(name)
    if loaded.is_profile:
        say(f"Bỏ qua {name}: đây là hồ sơ đơn vị, không phải kế hoạch.", err=True)
        return Made(is_plan=False)
    loaded = _completed(loaded, name) if ask and not options.draft else loaded
    if targets[name].fault:
        _report(loaded, name, options.draft)
    files = writable(name, targets[name], options.formats, options.base, options.force)
    counted = _report(loaded, name, options.draft)
    work = prepare(loaded, options.draft, options.base)
    for remark in work.remarks:
        say(remark, err=True)
    for target, key in zip(files, options.formats, strict=True):
        _write(work, FORMATS[key], target, has_folder=not is_pattern(options.out))
    return Made([file for file in files if file is not None], counted)


def _completed(loaded: Loaded, name: str) -> Loaded:
    """The plan, filled in by somebody at a terminal where that is needed."""
    open_fields = unanswered(loaded.faults)
    if not open_fields or blocking(loaded.faults) or name == STDIN:
        return loaded
    from kehoach_cli.cli import fill

    return load(name) if fill.offer(name, len(open_fields)) else loaded


def _write(work: Work, form: Format, target: Path | None, *, has_folder: bool) -> None:
    if target is None:
        _to_stdout(work, form)
        return
    if not has_folder:
        make_folder(target.parent)
    write_whole(target, lambda file: form.write(work, file))
    say(f"Đã ghi {target}", err=True)


def _next_step(options: Options, made: Sequence[Path]) -> None:
    for key in options.formats if made else ():
        asks_for_word = key == "txt" and "docx" in options.formats
        if key in _NEXT and not asks_for_word:
            say(f"Bước tiếp theo: {_NEXT[key]}", err=True)


def _many(
    files: Sequence[str], targets: Mapping[str, Targets], options: Options
) -> tuple[Exit, list[Path]]:
    from kehoach_cli.cli.many import Outcome, Plans, over

    status = Exit.OK
    made: list[Path] = []
    failed: list[str] = []
    counts: Counter[Severity] = Counter()
    rendered = 0

    def told(name: str, outcome: Outcome) -> str:
        nonlocal status, rendered
        status = max(status, outcome.status)
        counts.update(outcome.value.counts if outcome.value else outcome.found or ())
        if outcome.value is None:
            failed.append(name)
            return ""
        made.extend(outcome.value.files)
        rendered += outcome.value.is_plan
        return ""

    plans = Plans(files, options.workers, options.quiet, "In", options.limit)
    seconds = over(plans, partial(_rendered, options, targets), told)
    if not options.quiet:
        rows = {"Tệp": len(files), "Kế hoạch đã in": rendered, "Chưa in được": len(failed)}
        rows |= {"Tệp đã ghi": len(made)}
        rows |= {f"Số {kind.label}": counts[kind] for kind in (Severity.ERROR, Severity.WARNING)}
        _summed_up(rows, failed, seconds)
        _next_step(options, [] if failed else made)
    return status, made


def _summed_up(counts: Mapping[str, int], failed: Sequence[str], seconds: float) -> None:
    from kehoach_cli.cli.many import duration, listed, number, table

    rows = [(name, number(count)) for name, count in counts.items()]
    say(table([*rows, *duration(seconds, counts["Tệp"])]), err=True)
    if failed:
        say(listed("Chưa in được:", failed), err=True)
        say(f"Bước tiếp theo: kehoach check {as_typed(failed)}", err=True)


def _report(loaded: Loaded, name: str, draft: bool) -> list[Severity]:
    """One line an error or warning of reading, one for what the contents may have wrong.

    As `check` tells them: without those that a comment in the plan or the profile leaves out; their
    severities are given back. Raises KehoachError where nothing can be put on paper.
    """
    stop = unread(loaded.faults) if draft else blocking(loaded.faults)
    told = [] if stop else loaded.findings()
    open_fields = [] if draft else unanswered(loaded.faults)
    told = stop or in_order([*told, *open_fields])
    severities = [finding.severity for finding in told]
    for finding in told:
        if finding.severity is not Severity.INFO and not finding.rule.find:
            say(one_line(finding), err=True)
    if loaded.reading.plan is None or stop:
        message = f"Chưa in được {name}; sửa các lỗi nêu trên rồi chạy lại."
        raise KehoachError(message, Exit.FINDINGS, severities)
    if open_fields:
        raise KehoachError(
            f"Chưa in {name}: còn thiếu {len(open_fields)} mục bắt buộc nêu trên; "
            "điền vào rồi chạy lại, hoặc thêm --draft để in bản dự thảo có chỗ trống.",
            found=severities,
        )
    contents = [item for item in told if item.rule.find]
    number: Counter[Severity] = Counter(
        item.severity for item in contents if item.severity is not Severity.INFO
    )
    blanks = sum(item.rule.asks for item in contents)
    if blanks and not draft:
        say(f"{name}: bản in còn {blanks} chỗ chưa điền; kehoach fill {typed(name)}", err=True)
    if number:
        say(f"{name}: nội dung có {counts(number)}; xem: kehoach check {typed(name)}", err=True)
    return severities


def _to_stdout(work: Work, form: Format) -> None:
    buffer = io.BytesIO()
    form.write(work, buffer)
    if sys.stdout is None or (sys.stdout.isatty() and not form.text):
        raise KehoachError(
            "Không in tệp này ra màn hình; dùng -o TỆP hoặc chuyển hướng bằng dấu >."
        )
    if sys.stdout.isatty():
        say(buffer.getvalue().decode("utf-8"), end="")
        return
    try:
        sys.stdout.buffer.write(buffer.getvalue())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KehoachError(f"Chưa ghi được ra stdout ({reason_of(error)}).") from error
