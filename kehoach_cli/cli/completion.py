"""`kehoach completion`."""

import sys
from typing import Any

from kehoach_cli.cli.command_tree import described
from kehoach_cli.cli.say import say
from kehoach_cli.cli.shells import SCRIPTS
from kehoach_cli.errors import Exit, KehoachError

_USE = {
    "bash": "kehoach completion bash > ~/.local/share/bash-completion/completions/kehoach",
    "zsh": "kehoach completion zsh > ~/.kehoach.zsh; thêm dòng source ~/.kehoach.zsh vào ~/.zshrc",
    "fish": "kehoach completion fish > ~/.config/fish/completions/kehoach.fish",
    "powershell": "kehoach completion powershell | Out-File -Append -Encoding ascii $PROFILE",
}


def run(shell: str, program: Any) -> Exit:
    """Print the completion script of a shell; on a terminal say where it goes.

    `program`: the commands. Raises KehoachError for a shell that is none of ours.
    """
    write = SCRIPTS.get(shell)
    if write is None:
        raise KehoachError(f"Chưa có gợi ý cho {shell}; dùng: {', '.join(SCRIPTS)}.")
    say(write(described(program)), end="")
    if sys.stdout is not None and sys.stdout.isatty():  # else a shell or a file has it already
        say(f"Bước tiếp theo: {_USE[shell]}; rồi mở lại cửa sổ lệnh.", err=True)
    return Exit.OK
