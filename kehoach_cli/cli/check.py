"""`kehoach check`."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from kehoach_cli.checks.baseline import Baseline, Key, keys_of, read_baseline, write_baseline
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.checks.rules import BY_ID
from kehoach_cli.checks.selection import Selection
from kehoach_cli.cli.choices import refuse_form
from kehoach_cli.cli.inputs import as_typed, expanded
from kehoach_cli.cli.load import load
from kehoach_cli.cli.reading import STDIN, read_text
from kehoach_cli.cli.say import say
from kehoach_cli.cli.telling import FORMATS, Telling
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.text import summary, typed
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import fold


class Options(Values):
    """What was asked for at the command line."""

    output: str = "text"
    selection: Selection = Selection()
    baseline: str | None = None
    write_baseline: str | None = None
    fix: bool = False
    diff: bool = False
    workers: int = 1
    limit: float | None = None
    quiet: bool = False


def selection(
    select: Sequence[str], ignore: Sequence[str], severity: str, on_issue: bool
) -> Selection:
    """What was chosen, checked. Raises KehoachError for a rule or severity that is none."""
    chosen, left_out = (_rules(given) for given in (select, ignore))
    return Selection(chosen, left_out, _severity(severity), on_issue)


def _rules(given: Sequence[str]) -> tuple[str, ...]:
    """Ids or their beginnings; several may stand in one word, with commas."""
    codes = [code.strip().upper() for word in given for code in word.split(",") if code.strip()]
    for code in codes:
        if not any(rule.startswith(code) for rule in BY_ID):
            raise KehoachError(f"Không có quy tắc nào mang mã {code}; xem: kehoach rules")
    return tuple(codes)


def _severity(name: str) -> Severity:
    wanted = fold(name)
    for severity in Severity:
        if wanted in (severity.value, fold(severity.label), fold(severity.label).replace(" ", "-")):
            return severity
    raise KehoachError(f"Không có mức “{name}”; dùng: lỗi, cảnh báo, gợi ý.")


def run(names: list[str], options: Options) -> Exit:
    """Report every finding of the files; a file that cannot be read does not stop the others."""
    refuse_form(options.output, FORMATS)
    telling = Telling(options.output, _known(options.baseline))
    files, status = expanded(names)
    if not files:
        return status
    if len(files) == 1 and not options.quiet and options.limit is None:
        return max(status, _one(files[0], telling, options))
    return max(status, _many(names, files, telling, options))


def _known(name: str | None) -> Baseline:
    return Baseline() if name is None else read_baseline(read_text(name), name)


def examined(options: Options, name: str) -> list[Diagnostic]:
    """The findings of a file, less what was mended. Raises KehoachError where it cannot be read."""
    loaded = load(name)
    found = options.selection.of(loaded.findings())
    if options.fix or options.diff:
        from kehoach_cli.cli.fix import fix

        return fix(name, loaded, found, options.selection, write=options.fix, show=options.diff)
    return found


def _one(name: str, telling: Telling, options: Options) -> Exit:
    """Check a file, without what many of them need."""
    status = Exit.OK
    keys: Counter[Key] = Counter()
    try:
        findings = examined(options, name)
    except KehoachError as error:
        say(error.message, err=True)
        status = error.status
    else:
        if options.write_baseline is not None:
            keys = keys_of(findings)
        say(telling.take(name, findings), end="")
    if options.write_baseline is not None:
        return status or _keep(options.write_baseline, keys)
    telling.end()
    if options.output == "text" and telling.files:
        say(summary(telling.counts, telling.files), err=True)
        _next_step(telling, [name])
    return _status(status, telling)


def _status(status: Exit, telling: Telling) -> Exit:
    return max(status, Exit.FINDINGS if telling.wrong else Exit.OK)


def _keep(name: str, keys: Counter[Key]) -> Exit:
    from kehoach_cli.cli.writing import write_bytes  # which a mere check need not import

    write_bytes(name, write_baseline(keys).encode("utf-8"))
    say(f"Đã ghi {name}.", err=True)
    say(f"Bước tiếp theo: từ nay dùng kehoach check --baseline {typed(name)} …", err=True)
    return Exit.OK


def _next_step(telling: Telling, names: Sequence[str]) -> None:
    if telling.repairs:
        said = f"Máy sửa chắc chắn được {telling.repairs} chỗ: thêm --fix (xem trước: --diff)."
        say(said, err=True)
    if telling.wrong:
        say("Bước tiếp theo: sửa các lỗi trên rồi chạy lại kehoach check.", err=True)
    elif telling.blanks and telling.files == len(names) == 1 and names[0] != STDIN:
        name = typed(names[0])
        say(
            f"Bước tiếp theo: kehoach fill {name} hỏi từng chỗ còn trống; "
            f"xem bản in: kehoach render {name} --draft",
            err=True,
        )
    else:
        say(f"Bước tiếp theo: kehoach render {as_typed(names)}", err=True)


def _many(names: list[str], files: list[str], telling: Telling, options: Options) -> Exit:
    from kehoach_cli.cli.many import Outcome, Plans, over

    status = Exit.OK
    keys: Counter[Key] = Counter()
    unread: list[str] = []

    def told(name: str, outcome: Outcome) -> str:
        nonlocal status
        status = max(status, outcome.status)
        if outcome.value is None:
            unread.append(name)
            return ""
        if options.write_baseline is not None:
            keys.update(keys_of(outcome.value))
            return ""
        return telling.take(name, outcome.value)

    # Two workers that mend must never meet in one attached file.
    workers = 1 if options.fix else options.workers
    plans = Plans(files, workers, options.quiet, "Kiểm tra", options.limit)
    seconds = over(plans, partial(examined, options), told)
    if options.write_baseline is not None:
        return status or _keep(options.write_baseline, keys)
    telling.end()
    if options.output == "text" and not options.quiet:
        _summed_up(telling, unread, seconds)
        if telling.files:
            _next_step(telling, [name for name in names if name not in unread])
    return _status(status, telling)


def _summed_up(telling: Telling, unread: list[str], seconds: float) -> None:
    from kehoach_cli.cli.many import duration, listed, number, table

    files = telling.files + len(unread)
    say(summary(telling.counts, telling.files), err=True)
    counts = {"Tệp": files, "Không mở được": len(unread), "Tệp có lỗi": telling.wrong}
    counts |= {f"Số {kind.label}": telling.counts[kind] for kind in Severity}
    rows = [(name, number(count)) for name, count in counts.items()]
    say(table([*rows, *duration(seconds, files)]), err=True)
    if unread:
        say(listed("Chưa kiểm tra được:", unread), err=True)
