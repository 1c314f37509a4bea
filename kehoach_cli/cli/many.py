"""A command on many plans: each apart from the others, told in order, with a bar and a summary."""

import contextlib
import io
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol

from kehoach_cli.cli.reading import STDIN
from kehoach_cli.cli.say import say, sentence
from kehoach_cli.cli.workers import Late, Lost, in_order
from kehoach_cli.errors import Exit, KehoachError

Work = Callable[[str], Any]

_FIGURES = 9  # letters of a figure in a table
_LISTED = 10  # names under a title, at most


class Outcome(NamedTuple):
    """What became of one file: what was printed for it, how it ended, and what it gave.

    `value`: None where it ended early; `found`: what the error that ended it knew.
    """

    out: bytes = b""
    err: bytes = b""
    status: Exit = Exit.OK
    value: Any = None
    found: Any = None


class Plans(NamedTuple):
    """How to go over files: their names, the number of workers, whether to keep to results.

    `limit`: how many seconds each may take, where that was asked for.
    """

    names: Sequence[str]
    workers: int = 1
    quiet: bool = False
    label: str = ""
    limit: float | None = None


def over(
    plans: Plans, work: Work, told: Callable[[str, Outcome], str], *, silent: bool = False
) -> float:
    """Do the work on each file and tell of it in their order; the seconds that it took.

    What the work printed for a file comes out first, if not `silent`, then what `told` makes of
    the outcome.
    """
    start = time.monotonic()
    apart = [name for name in plans.names if name != STDIN]
    one = partial(_captured, work)
    with (
        contextlib.closing(in_order(one, apart, plans.workers, plans.limit)) as outcomes,
        _bar(plans) as bar,
    ):
        for name in plans.names:
            # No worker has the stream that this process was given.
            outcome = one(STDIN) if name == STDIN else next(outcomes)
            outcome = _lost(name, outcome) if isinstance(outcome, Lost | Late) else outcome
            report = told(name, outcome)
            if not silent:
                _print(outcome, report, plans.quiet, bar is not None)
            if bar:
                bar.update(1)
    return time.monotonic() - start


def _captured(work: Work, name: str) -> Outcome:
    """Do the work; whatever it prints and however it fails belongs to this file alone."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "replace") for _ in range(2))
    status, value, found = Exit.OK, None, None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            value = work(name)
        except Exception as error:  # noqa: BLE001 - one bad file does not stop the others
            message, status = sentence(error)
            if isinstance(error, KehoachError):
                found = error.found
            else:
                message = f"{name}: {message}"
            say(message, err=True)
    return Outcome(_bytes(out), _bytes(err), status, value, found)


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    return stream.detach().getvalue()  # type: ignore[attr-defined, no-any-return]


def _lost(name: str, fate: Lost | Late) -> Outcome:
    if isinstance(fate, Late):
        said = (
            f"{name}: quá {fate.limit:g} giây chưa xong nên đã dừng, tệp còn nguyên; "
            "chạy lại riêng tệp này, hoặc cho thêm thời gian bằng --toi-da GIÂY."
        )
    else:
        how = f"tín hiệu {-fate.status}" if fate.status < 0 else f"mã thoát {fate.status}"
        said = (
            f"{name}: tiến trình xử lý tệp này bị dừng giữa chừng ({how}), có thể do thiếu bộ nhớ; "
            "hãy chạy lại riêng tệp này."
        )
    return Outcome(err=f"{said}{os.linesep}".encode(), status=Exit.FAULT)


def _print(outcome: Outcome, report: str, quiet: bool, over_bar: bool) -> None:
    err = outcome.err if outcome.status != Exit.OK or not quiet else b""
    if over_bar and (outcome.out or err or report):
        say("", err=True, end="\r")
        say(" " * (shutil.get_terminal_size().columns - 1), err=True, end="\r")
    _emit(sys.stdout, outcome.out)
    _emit(sys.stderr, err)
    say(report, end="")


def _emit(stream: Any, data: bytes) -> None:
    """Send on what was printed: results byte for byte, as a text what somebody reads."""
    if stream is None or not data:
        return
    if stream is sys.stderr or stream.isatty():
        text = data.decode("utf-8").replace(os.linesep, "\n")
        say(text, err=stream is sys.stderr, end="")
        return
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


class _Bar(Protocol):
    def update(self, n_steps: int) -> None: ...


@contextlib.contextmanager
def _bar(plans: Plans) -> Iterator[_Bar | None]:
    """A bar on a terminal's stderr; None where nobody would see it as one."""
    stream = sys.stderr
    is_seen = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    if plans.quiet or not is_seen or len(plans.names) < 2:
        yield None
        return
    import typer  # not for a plain check

    label, room = plans.label, shutil.get_terminal_size().columns
    width = max(5, min(30, room - len(label) - len("  [] 10000/10000  00:00:00 ")))
    with typer.progressbar(
        length=len(plans.names), label=label, show_pos=True, width=width, file=stream
    ) as bar:
        yield bar


def table(rows: Sequence[tuple[str, str]]) -> str:
    """Names on the left, figures on the right."""
    wide = max(len(name) for name, _ in rows)
    return "\n".join(f"  {name:<{wide}}  {figure:>{_FIGURES}}" for name, figure in rows)


def number(value: float, decimals: int = 0) -> str:
    """5.000; 95,3."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def duration(seconds: float, files: int) -> list[tuple[str, str]]:
    """The rows of a summary that tell of time."""
    rows = [("Giây", number(seconds, 1))]
    return [*rows, ("Kế hoạch mỗi giây", number(files / seconds, 1))] if seconds > 0 else rows


def listed(title: str, names: Sequence[str]) -> str:
    """Names under a title, the first ones where there are many."""
    more = [f"… và {number(len(names) - _LISTED)} tệp khác"] if len(names) > _LISTED else []
    return "\n".join([title, *(f"  {name}" for name in [*names[:_LISTED], *more])])
