"""Whether somebody can be asked, and who asks."""

import sys

from kehoach_cli.cli.say import say
from kehoach_cli.errors import KehoachError
from kehoach_cli.prompts.asker import Asker


def has_terminal() -> bool:
    """Whether somebody can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def asker(left: str = "Ctrl-C: dừng, giữ những gì đã trả lời.") -> Asker:
    """Asks at the terminal. `left`: what Ctrl-C does, as the hint tells it."""
    from kehoach_cli.prompts.terminal import TerminalAsker

    return TerminalAsker(lambda text: say(text, err=True), _edit, left)


def _edit(text: str) -> str | None:
    """The text as the user's own editor leaves it; None where it was not saved."""
    from kehoach_cli.cli.editor import edited

    try:
        return edited(text)
    except KehoachError as error:
        say(error.message, err=True)
        return None
