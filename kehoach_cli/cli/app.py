"""The one door in and out of the program."""

import gc
import os
import sys

from kehoach_cli.cli.plain import plain_call
from kehoach_cli.cli.say import say, sentence
from kehoach_cli.cli.start import become_worker, collect_seldom, speak_utf8
from kehoach_cli.errors import Exit


def main() -> None:
    """Run the command line; every way out is here."""
    become_worker()
    speak_utf8()
    collect_seldom()
    try:
        status = _run(sys.argv[1:])
    except KeyboardInterrupt:
        status = Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a fault of ours ends in one sentence too
        status = _ended(error)
    if status == Exit.INTERRUPTED:
        say("Đã dừng; các tệp còn nguyên.", err=True)
    _give_up_unwritten()
    gc.freeze()  # else Python would look through everything for cycles once more before it ends
    raise SystemExit(status)


def _run(arguments: list[str]) -> int:
    """The exit status of a command line."""
    command, *words = arguments or [""]
    if command == "help":
        sys.argv[1:] = [*words[:1], "--help"]
    call = plain_call(words)
    if command == "render" and call:
        from kehoach_cli.cli import render

        force, draft = "--force" in call.flags, "--draft" in call.flags
        return render.run(call.files, render.Options(out=call.out, force=force, draft=draft))
    if command == "check" and call and call.out is None and not call.flags:
        from kehoach_cli.cli import check

        return check.run(call.files, check.Options())
    from kehoach_cli.cli import commands

    return commands.run()


def _give_up_unwritten() -> None:
    """Let go of results that could not be written: it was told, or their reader has left.

    Python would try once more at its end, and say so in English.
    """
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (AttributeError, ValueError):
        return  # closed


def _ended(error: Exception) -> Exit:
    """One sentence for whatever ended the command, and its status."""
    if isinstance(error, BrokenPipeError):
        return Exit.OK
    message, status = sentence(error)
    say(message, err=True)
    return status
