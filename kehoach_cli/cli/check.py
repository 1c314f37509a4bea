"""`kehoach check`."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.checks.baseline import Baseline, read_baseline, write_baseline
from kehoach_cli.checks.checker import has_errors
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.checks.rules import BY_ID
from kehoach_cli.checks.selection import Selection
from kehoach_cli.cli.files import read_text, write_bytes
from kehoach_cli.cli.inputs import expanded
from kehoach_cli.cli.load import load
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.text import report, summary, typed
from kehoach_cli.vietnamese.text import fold

FORMATS = ("text", "json", "sarif", "github", "junit")


class Options(NamedTuple):
    """What was asked for at the command line."""

    output: str = "text"
    selection: Selection = Selection()
    baseline: str | None = None
    write_baseline: str | None = None
    fix: bool = False
    diff: bool = False


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
    if options.output not in FORMATS:
        known_formats = ", ".join(FORMATS)
        raise KehoachError(f"Không có dạng kết quả “{options.output}”; dùng: {known_formats}.")
    known = _known(options.baseline)
    findings: list[Diagnostic] = []
    read: list[str] = []
    status = Exit.OK
    for name in expanded(names):
        try:
            findings += _examined(name, options)
            read.append(name)
        except KehoachError as error:
            say(error.message, err=True)
            status = max(status, error.status)
    if options.write_baseline is not None:
        return status or _keep(options.write_baseline, findings)
    findings = known.new(findings)
    _tell(findings, read, options)
    return status or (Exit.FINDINGS if has_errors(findings) else Exit.OK)


def _known(name: str | None) -> Baseline:
    return Baseline() if name is None else read_baseline(read_text(name), name)


def _keep(name: str, findings: list[Diagnostic]) -> Exit:
    text = write_baseline(findings)
    write_bytes(Path(name), text.encode("utf-8"))
    say(f"Đã ghi {name}; từ nay dùng: kehoach check --baseline {typed(name)} …", err=True)
    return Exit.OK


def _examined(name: str, options: Options) -> list[Diagnostic]:
    loaded = load(name)
    found = options.selection.of(loaded.findings())
    if options.fix or options.diff:
        from kehoach_cli.cli.fix import fix

        return fix(name, loaded, found, options.selection, write=options.fix, show=options.diff)
    return found


def _tell(findings: Sequence[Diagnostic], read: list[str], options: Options) -> None:
    if options.output != "text":
        say(_formatted(options.output, findings, read))
    elif read:
        _as_text(findings, read)


def _formatted(output: str, findings: Sequence[Diagnostic], read: Sequence[str]) -> str:
    """The report in a format for programs."""
    if output == "json":
        from kehoach_cli.reports.as_json import as_json

        return as_json(findings, read)
    if output == "sarif":
        from kehoach_cli.reports.as_sarif import as_sarif

        return as_sarif(findings)
    if output == "github":
        from kehoach_cli.reports.as_github import as_github

        return as_github(findings)
    from kehoach_cli.reports.as_junit import as_junit

    return as_junit(findings, read)


def _as_text(findings: Sequence[Diagnostic], files: list[str]) -> None:
    if findings:
        say(report(findings) + "\n")
    say(summary(findings, len(files)), err=True)
    repairs = sum(1 for finding in findings if finding.repair is not None)
    if repairs:
        say(f"Máy sửa chắc chắn được {repairs} chỗ: thêm --fix (xem trước: --diff).", err=True)
    if not has_errors(findings):
        say(f"Bước tiếp theo: kehoach render {typed(files[0])}", err=True)
    else:
        say("Bước tiếp theo: sửa các lỗi trên rồi chạy lại kehoach check.", err=True)
