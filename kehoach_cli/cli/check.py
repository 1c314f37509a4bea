"""`kehoach check`."""

import typer

from kehoach_cli.checks.checker import has_errors, in_order
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.cli.load import load
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.as_json import as_json
from kehoach_cli.reports.text import report, summary, typed


def run(files: list[str], output: str) -> Exit:
    """Report every finding of the files; a file that cannot be read does not stop the others."""
    findings: list[Diagnostic] = []
    read: list[str] = []
    status = Exit.OK
    for name in files:
        try:
            loaded = load(name)
            findings += in_order([*loaded.faults, *loaded.contents()])
            read.append(name)
        except KehoachError as error:
            typer.echo(error.message, err=True)
            status = max(status, error.status)
    if output == "json":
        typer.echo(as_json(findings, len(read)))
    elif read:
        _as_text(findings, read)
    return status or (Exit.FINDINGS if has_errors(findings) else Exit.OK)


def _as_text(findings: list[Diagnostic], files: list[str]) -> None:
    if findings:
        typer.echo(report(findings) + "\n")
    typer.echo(summary(findings, len(files)), err=True)
    if not has_errors(findings):
        typer.echo(f"Bước tiếp theo: kehoach render {typed(files[0])}", err=True)
    else:
        typer.echo("Bước tiếp theo: sửa các lỗi trên rồi chạy lại kehoach check.", err=True)
