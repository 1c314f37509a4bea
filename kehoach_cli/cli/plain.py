"""Plain calls of the two commands that editors and scripts make most, told without a parser.

Importing the parser of options would be a fifth of their time; whatever is not plain is left to it.
"""

from collections.abc import Sequence

from kehoach_cli.values import Values

_OUT = ("-o", "--output")
_FLAGS = ("--docx", "--draft", "--force")


class Call(Values):
    """Files, where to write, and the flags given."""

    files: list[str]
    out: str | None
    flags: frozenset[str]


def plain_call(words: Sequence[str]) -> Call | None:
    """What stands behind a command's name; None where the parser must say what it means."""
    files: list[str] = []
    flags: set[str] = set()
    out = None
    left = iter(words)
    for word in left:
        if word in _OUT:
            out = next(left, "--")
        elif word in _FLAGS:
            flags.add(word)
        else:
            files.append(word)
    unclear = any(word.startswith("-") for word in files) or (out or "").startswith("--")
    return Call(files, out, frozenset(flags)) if files and not unclear else None
