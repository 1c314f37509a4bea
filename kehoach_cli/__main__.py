"""`python -m kehoach_cli`, for machines where the script folder is not on PATH, and `kehoach`."""

import os
import sys

from kehoach_cli.cli.app import main


def start() -> None:
    """Run the command line, and end without freeing all objects one by one: that takes a while.

    Where a helper process ran, or what was said cannot be written, Python ends as always does.
    """
    try:
        main()
    except SystemExit as ended:
        if isinstance(ended.code, int) and "multiprocessing" not in sys.modules and _all_said():
            os._exit(ended.code)
        raise


def _all_said() -> bool:
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return True


if __name__ == "__main__":
    start()
