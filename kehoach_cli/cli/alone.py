"""One kehoach at a time where a file is read, changed and written back."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder while working on a file in it; others that ask for it wait.

    Where the system or the disk has no such locks the work goes on without.
    """
    if sys.platform == "win32":
        yield
        return
    handle = -1
    try:
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        pass
    try:
        yield
    finally:
        if handle >= 0:
            os.close(handle)
