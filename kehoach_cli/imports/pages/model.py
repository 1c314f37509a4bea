"""What any source document comes down to: paragraphs and grids, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from kehoach_cli.imports.pages.own_blocks import Shape


class Shown(NamedTuple):
    """A picture: its bytes and how wide it stands in the source, in mm, 0 where that is not said.

    Once it has a place: `path`, from the draft's folder, and its caption.
    """

    data: bytes
    width: float = 0.0
    path: str = ""
    caption: str = ""


class Line(NamedTuple):
    """A paragraph. `text` carries the marks of `doan_van` (`**`, `*`, `^[…]`).

    `label`: a number that the word processor makes, not typed. `depth`: the level of a heading's
    style, 0 for none. `strong`: the whole of it is bold; None for unknown. `notes`: its style is
    that of notes under a table. `shown`: a picture, of which `text` only says that there is one.
    """

    text: str
    place: str
    label: str = ""
    depth: int = 0
    strong: bool | None = None
    centred: bool = False
    notes: bool = False
    shown: Shown | None = None

    @property
    def whole(self) -> str:
        """The text with its number in front, as it is seen."""
        return f"{self.label} {self.text}" if self.label else self.text

    def lines(self) -> list[Line]:
        """The lines that breaks inside the paragraph make, each as one."""
        texts = [text for text in self.text.split("\n") if text.strip()]
        return [self._replace(text=text, label="" if at else self.label)
                for at, text in enumerate(texts)]  # fmt: skip


Spans: TypeAlias = dict[tuple[int, int], tuple[int, int]]
"""Of merged cells, by row and column: how many rows and columns each covers."""


@dataclass(slots=True)
class Grid:
    """A table: rows of as many texts each; a covered place is "".

    `head`: rows of headings that the source itself marks, 0 for unknown. `wide`: on a page that
    lies down; None for unknown. `unit`: what the line above says
    that it counts in. `title`, `notes`: the lines above and below that are of the table.
    `exact`: figures come from cells that hold numbers, none is read in two ways. `sheet`: the
    name of the sheet it stands in, "" where there is only one; `numbers`: of its rows there, from
    0, () elsewhere; `left`: its first column there, from 0. `aligned`: how the cells of columns
    stand, "giữa" or "phải", where the source says so of nearly all of them. `above`: the line right
    above, which is no part of it.
    """

    rows: list[list[str]]
    place: str
    spans: Spans = field(default_factory=dict)
    head: int = 0
    wide: bool | None = None
    unit: str = ""
    title: str = ""
    notes: list[str] = field(default_factory=list)
    exact: bool = False
    sheet: str = ""
    numbers: Sequence[int] = ()
    left: int = 0
    aligned: dict[int, str] = field(default_factory=dict)
    above: str = ""

    def cell(self, row: int, column: int) -> str:
        """Where a cell stands in the source, as a person looks it up: "DA!C7"."""
        if not self.numbers:
            return f"{self.place}, hàng {row + 1}"
        mark = "!" if self.sheet else ""
        return f"{self.sheet}{mark}{letters_of(self.left + column)}{self.numbers[row] + 1}"

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


MOST_BLOCKS = 150_000
"""More paragraphs and tables are no plan: reading may stop."""


def letters_of(column: int) -> str:
    """The letters of a sheet's column, from 0: A, B … Z, AA …"""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


Block: TypeAlias = "Line | Grid"
About: TypeAlias = Mapping[str, str]
"""What a file says of itself: `title`, `agency`, `subject`, `numbers`, as far as it does."""


class Remark(NamedTuple):
    """Something to look at: its place in the source, its text, what became of it."""

    place: str
    text: str
    told: str


@dataclass(slots=True)
class Pages:
    """A source document as read, and what its reader has to say."""

    blocks: list[Block]
    remarks: list[Remark] = field(default_factory=list)
    own: Sequence[Shape] = ()
    """The pages of a file that kehoach printed, in place of blocks."""
    about: About = field(default_factory=dict)


def padded(rows: Iterable[list[str]]) -> list[list[str]]:
    """The rows, each as long as the longest."""
    found = list(rows)
    width = max(map(len, found), default=0)
    return [row + [""] * (width - len(row)) for row in found]
