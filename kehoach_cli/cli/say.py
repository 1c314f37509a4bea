"""Results on stdout, talk on stderr."""

import os
import sys

from kehoach_cli.annotations import TextIO
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.shown import shown_lines


def say(text: str, *, err: bool = False, end: str = "\n", prose: bool = False) -> None:
    """Write a text at once; where the stream is closed, nothing.

    What a person reads is shown without what could act on a terminal, talk and `prose` with lines
    broken between words; what goes to a file or to another program stays to the letter. Where
    talk cannot be written the work goes on. Raises OSError where results cannot, BrokenPipeError
    where their reader has left.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        return
    width = terminal_width(stream)
    try:
        seen = shown_lines(text) if err or width is not None else text
        stream.write((_broken(seen, width) if (err or prose) and end == "\n" else seen) + end)
        stream.flush()
    except OSError:
        if not err:
            raise
        sys.stderr = None


def _broken(text: str, width: int | None) -> str:
    if width is None:
        return text
    from kehoach_cli.reports.lines import between_words  # which only a terminal needs

    return between_words(text, width)


def terminal_width(stream: TextIO | None) -> int | None:
    """The columns of the terminal that a stream goes to; None for a file or a program."""
    if stream is None or not stream.isatty():
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
        from kehoach_cli.cli.reading import reason_of  # it imports much, and is seldom needed

        said = f"Không đọc hoặc không ghi được ({reason_of(error)}); xem lại tệp và thư mục."
        return said, Exit.USAGE
    return (
        f"Lỗi của chương trình ({type(error).__name__}: {error}); tệp của bạn còn nguyên. "
        "Chạy lại với KEHOACH_DEBUG=1 để lấy chi tiết gửi cho người phát triển.",
        Exit.FAULT,
    )
