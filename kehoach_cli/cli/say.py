"""Results on stdout, talk on stderr."""

import sys


def say(text: str, *, err: bool = False, end: str = "\n") -> None:
    """Write a text at once; where the stream is closed, nothing.

    Raises BrokenPipeError where the reader has left.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is not None:
        stream.write(text + end)
        stream.flush()
