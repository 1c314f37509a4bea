"""How far cells that are merged downwards go, counted in rows."""

from collections.abc import Sequence

from kehoach_cli.document.model import Cell, Row


def row_spans(rows: Sequence[Row]) -> dict[tuple[int, int], int]:
    """How many rows each merged cell goes down, by its row and column; counted from below."""
    found: dict[tuple[int, int], int] = {}
    below: dict[int, int] = {}
    for number in range(len(rows) - 1, -1, -1):
        at, merged = 0, {}
        for cell in rows[number]:
            if isinstance(cell, Cell) and cell.down:
                merged[at] = 1 + below.get(at, 0)
                if cell.down == "start":
                    found[number, at] = merged.pop(at)
            at += cell.span if isinstance(cell, Cell) else 1
        below = merged
    return found
