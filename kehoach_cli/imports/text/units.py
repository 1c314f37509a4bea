"""Cells of plain text that has one on each line, or a few lines between blank ones."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kehoach_cli.imports.outline.labels import as_one
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_EMPTY, _BAR = "\xa0", "|"
"""Lines that say that a cell is empty, and that one ends."""
_LOOK = 12  # lines that tell whether blank ones part the cells
_TALLEST = 12  # lines of a cell
_END = ("noi nhan", "phu luc", "ghi chu:", "bieu so", "mau so")
_GOES_ON = (",", ";", "-", "–", "/", "(")
_OPEN = pattern(r"\s(?:và|của|về|các|theo|tại|với|thuộc|hoặc)$", re.IGNORECASE)
"""Words that end no cell."""


class Unit(NamedTuple):
    """A cell: its text, and the line after its last."""

    text: str
    end: int


def units_of(lines: Sequence[str], at: int, *, joined: bool = False) -> Iterator[Unit]:
    """The cells from a line on. `joined`: a line that goes on with the one above is of its cell."""
    barred = any(line.strip() == _BAR for line in lines[at : at + _LOOK])
    spaced = barred or _is_spaced(lines, at)
    open_lines: list[str] = []
    end = at
    for i in range(at, len(lines)):
        text = " ".join(lines[i].split())
        is_empty = not text and _EMPTY in lines[i]
        if barred and (not text or text == _BAR):
            if text:
                yield Unit(as_one(open_lines), i + 1)
                open_lines.clear()
            continue
        is_on = spaced or (joined and open_lines and goes_on(open_lines[-1], text))
        is_on = is_on and not ends_cells(text)
        ends = is_empty or not text or not is_on or len(open_lines) >= _TALLEST
        if open_lines and ends:
            yield Unit(as_one(open_lines), end)
            open_lines.clear()
        if is_empty:
            yield Unit("", i + 1)
        elif text:
            open_lines.append(text)
            end = i + 1
    if open_lines:
        yield Unit(as_one(open_lines), end)


def ends_cells(text: str) -> bool:
    """Whether a line begins what follows a table."""
    return fold(text[:12]).startswith(_END)


def _is_spaced(lines: Sequence[str], at: int) -> bool:
    """Whether blank lines part the cells: they stand between the first of them."""
    near = [bool(line.strip()) for line in lines[at : at + _LOOK]]
    gaps = sum(1 for above, line in pairwise(near) if above and not line)
    return gaps >= min(3, max(len(near) // 4, 1)) and any(near)


def goes_on(above: str, text: str) -> bool:
    """Whether a line goes on with the one above, which had no room."""
    return bool(text) and (
        text[0].islower() or above.endswith(_GOES_ON) or bool(_OPEN.search(above))
    )
