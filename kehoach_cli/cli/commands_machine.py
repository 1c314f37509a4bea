"""The commands that look at this machine or set it up, and their flags."""

from typing import Annotated

import typer

from kehoach_cli.cli import choices
from kehoach_cli.cli.help import Command


def doctor(
    json: Annotated[bool, typer.Option("--json", help="In ở dạng JSON.")] = False,
) -> None:
    """Xem máy này có đủ những gì kehoach cần: thư viện, mẫu, phông, LibreOffice, quyền ghi.

    Ví dụ: kehoach doctor
    """
    from kehoach_cli.cli import doctor as command

    raise typer.Exit(command.run(as_json=json))


def completion(
    context: typer.Context,
    shell: Annotated[
        str,
        typer.Argument(
            metavar="TRÌNH_LỆNH",
            help="bash, zsh, fish hoặc powershell.",
            autocompletion=choices.shells,
        ),
    ],
) -> None:
    """In tập lệnh để phím Tab gợi ý lệnh, tùy chọn của kehoach.

    Ví dụ: kehoach completion bash
    """
    from kehoach_cli.cli import completion as command

    raise typer.Exit(command.run(shell, context.find_root().command))


def add_to(app: typer.Typer) -> None:
    """Make them commands of the program.

    Ví dụ: kehoach doctor
    """
    for command in (doctor, completion):
        app.command(cls=Command)(command)
