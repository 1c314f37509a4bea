"""Results on stdout, talk on stderr."""

import os
import sys

from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.shown import shown_lines


def say(text: str, *, err: bool = False, end: str = "\n") -> None:
    """Write a text at once; where the stream is closed, nothing.

    What a person reads is shown without what could act on a terminal; what goes to a file or to
    another program stays to the letter. Where talk cannot be written the work goes on. Raises
    OSError where results cannot, BrokenPipeError where their reader has left.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        return
    try:
        stream.write((shown_lines(text) if err or stream.isatty() else text) + end)
        stream.flush()
    except OSError:
        if not err:
            raise
        sys.stderr = None


def terminal_width() -> int | None:
    """The columns of the terminal that results go to; None where they go to a file or a program."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    import shutil  # which programs that read the results do without

    return shutil.get_terminal_size().columns


def sentence(error: Exception) -> tuple[str, Exit]:
    """What to say of whatever ended a command, and the exit status.

    Where KEHOACH_DEBUG is set, raises a fault of ours instead.
    """
    if isinstance(error, KehoachError):
        return error.message, error.status
    if os.environ.get("KEHOACH_DEBUG"):
        raise error
    if isinstance(error, OSError):
        from kehoach_cli.cli.files import reason_of  # it imports much, and is seldom needed

        said = f"Không đọc hoặc không ghi được ({reason_of(error)}); xem lại tệp và thư mục."
        return said, Exit.USAGE
    return (
        f"Lỗi của chương trình ({type(error).__name__}: {error}); tệp của bạn còn nguyên. "
        "Chạy lại với KEHOACH_DEBUG=1 để lấy chi tiết gửi cho người phát triển.",
        Exit.FAULT,
    )
