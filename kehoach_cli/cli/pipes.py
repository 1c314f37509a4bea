"""Named pipes as input: what another program writes, waited for no longer than it may begin."""

import os
import select

from kehoach_cli.errors import KehoachError

_PATIENCE = 10.0  # seconds for the other program to open it


def read_pipe(path: str, most: int) -> bytes:
    """What is written into a named pipe, so many bytes at most.

    Raises KehoachError where no program has opened it to write, OSError where it cannot be read.
    """
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(number, "rb") as pipe:
        begun = b"" if select.select([pipe], [], [], _PATIENCE)[0] else _begun(number, path)
        os.set_blocking(number, True)
        return begun + pipe.read(most - len(begun))


def _begun(number: int, path: str) -> bytes:
    """What has come just now; where no program has the pipe open it is at its end."""
    try:
        begun = os.read(number, 1)
    except BlockingIOError:
        return b""
    if not begun:
        raise KehoachError(
            f"{path} là một ống (FIFO) mà sau {_PATIENCE:g} giây chưa chương trình nào mở để ghi; "
            "chạy chương trình ấy trước, hoặc ghi tên một tệp."
        )
    return begun
