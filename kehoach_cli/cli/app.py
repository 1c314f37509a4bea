"""The one door in and out of the program."""

import gc
import os
import sys

from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError


def main() -> None:
    """Run the command line; every way out is here."""
    _speak_utf8()
    gc.set_threshold(1_000_000, 50, 50)  # plans make many objects and hardly any cycle
    try:
        status = _run(sys.argv[1:])
    except KeyboardInterrupt:
        status = Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a fault of ours ends in one sentence too
        status = _told(error)
    if status == Exit.INTERRUPTED:
        _say("Đã dừng; các tệp còn nguyên.", Exit.INTERRUPTED)
    gc.freeze()  # else Python would look through everything for cycles once more before it ends
    raise SystemExit(status)


def _run(arguments: list[str]) -> int:
    """A plain `check`, which editors and scripts call most, needs no parser of options.

    Importing the parser would be a fifth of its time.
    """
    command, *names = arguments or [""]
    if command == "check" and names and not any(name.startswith("-") for name in names):
        from kehoach_cli.cli import check

        return check.run(names, check.Options())
    from kehoach_cli.cli import commands

    return commands.run()


def _told(error: Exception) -> Exit:
    """One sentence for whatever ended the command, and its status."""
    if isinstance(error, KehoachError):
        return _say(error.message, error.status)
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    if os.environ.get("KEHOACH_DEBUG"):
        raise error
    if isinstance(error, OSError):
        return _say(f"Không ghi được kết quả ({error.strerror}); xem lại chỗ ghi ra.", Exit.USAGE)
    return _say(_our_fault(error), Exit.FAULT)


def _our_fault(error: Exception) -> str:
    return (
        f"Lỗi của chương trình ({type(error).__name__}: {error}); tệp của bạn còn nguyên. "
        "Chạy lại với KEHOACH_DEBUG=1 để lấy chi tiết gửi cho người phát triển."
    )


def _say(message: str, status: Exit) -> Exit:
    say(message, err=True)
    return status


def _speak_utf8() -> None:
    """Vietnamese letters on any console: old Windows code pages and LC_ALL=C lack them."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
