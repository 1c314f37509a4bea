"""The head of a table that kehoach printed → its tree of columns."""

from collections.abc import Sequence

from kehoach_cli.imports.pages.own_blocks import OwnCell
from kehoach_cli.imports.yaml_text import Data

_NAMELESS: dict[str, Data] = {"cong": "không"}
"""What a column without a name says: what it would be without saying it."""


def columns_of(head: Sequence[Sequence[OwnCell]]) -> list[Data]:
    """The columns; every heading stands over those below it."""
    if not head:
        return []
    width = sum(cell.span for cell in head[0])
    return _between(head, 0, 0, width)


def _between(head: Sequence[Sequence[OwnCell]], level: int, start: int, end: int) -> list[Data]:
    found: list[Data] = []
    at = 0
    for cell in head[level]:
        if start <= at < end:
            name = "\n".join(par.plain for par in cell.pars)
            if cell.down or level == len(head) - 1:
                leaf: dict[str, Data] = {"ten": name} if name else dict(_NAMELESS)
                found.append(leaf)
            else:
                inner = _between(head, level + 1, at, at + cell.span)
                found.append({"ten": name, "cot": inner} if name else {"cot": inner})
        at += cell.span
    return found
