"""What stands on a page, one thing below the other, and the room that merged cells need."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

_HEAVY = 45.0  # mm


class Merged(NamedTuple):
    """A row's part of a cell that is merged downwards: the column, and the height of its text.

    `last`: the cell ends with this row.
    """

    column: int
    need: float
    last: bool


class Piece(NamedTuple):
    """What stands on a page or breaks between its lines; lengths in mm.

    `repeated`: of the heading rows that a page begins with inside this table. `notes`: of the
    footnotes that stand on its page. `is_row`: a row of the body of a table. `merged`: the cells
    merged downwards that it is part of.
    """

    lines: int
    line: float
    before: float = 0.0
    after: float = 0.0
    whole: bool = False
    keep_next: bool = False
    mark: str = ""
    repeated: float = 0.0
    notes: float = 0.0
    is_row: bool = False
    merged: tuple[Merged, ...] = ()

    @property
    def height(self) -> float:
        """All of it."""
        return self.before + self.lines * self.line + self.after + self.notes


def grown(rows: Iterable[Piece], left: Mapping[int, float]) -> Iterator[Piece]:
    """The rows one after the other, each with the room that merged cells need (see `grow`)."""
    for row in rows:
        high, left = grow(row, left)
        yield high


def held_together(rows: Iterable[Piece], starts: Collection[int] = ()) -> Iterator[bool]:
    """Whether each row is kept with the next for the sake of a cell merged downwards.

    Those at its top are, until they hold its text, and two of them at least, unless the first is
    heavy: two such could need a page. `starts`: the rows at which each merged cell begins anew.
    """
    left: Mapping[int, float] = {}
    for at, row in enumerate(rows):
        above = {} if at in starts else left
        _, left = grow(row, above)
        first = row.line <= _HEAVY and any(column not in above for column in left)
        yield first or any(rest > 0 for rest in left.values())


def grow(row: Piece, left: Mapping[int, float]) -> tuple[Piece, dict[int, float]]:
    """The row with room for the merged cells that end in it, and what is left of the others.

    `left`: what is left, in mm by column, of the texts of merged cells that go on from above.
    """
    if not row.merged:
        return row, {}
    needs = [(cell, left.get(cell.column, cell.need)) for cell in row.merged]
    height = max([row.line, *(need for cell, need in needs if cell.last)])
    going = {cell.column: need - height for cell, need in needs if not cell.last}
    return (row if height == row.line else row._replace(line=height)), going


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces one below the other: of the space after one and before the next, the larger."""
    after = 0.0
    for piece in pieces:
        yield piece._replace(before=max(0.0, piece.before - after)) if after else piece
        after = piece.after
