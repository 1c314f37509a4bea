"""Tables that kehoach printed → views of the register where they print the same, else rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count

from kehoach_cli.imports.own.body import Captions
from kehoach_cli.imports.own.columns import columns_of
from kehoach_cli.imports.own.rows import rows_of
from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.pages.own_blocks import Box, OwnCell, millimetres
from kehoach_cli.imports.projects.register import Register
from kehoach_cli.imports.projects.table import project_table
from kehoach_cli.imports.tables.plain import leaves_of
from kehoach_cli.imports.targets.table import target_table
from kehoach_cli.imports.yaml_text import Data

_ALIGN = {"o_chu": "trái", "o_giua": "giữa", "o_so": "phải"}


class Form(IntEnum):
    """How a table stands in the plan, the best first."""

    REGISTER = 0
    SUMMED = 1
    TYPED = 2


@dataclass(slots=True)
class Looks:
    """What a table must be told to print as it did. `aligned`, `widths`: by column, from 0."""

    form: Form = Form.REGISTER
    aligned: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    size: int = 0

    def with_more(self, other: "Looks") -> "Looks":
        """These and what else was found to be needed; of another form nothing is known yet."""
        if other.form != self.form:
            return other
        aligned, widths = self.aligned | other.aligned, self.widths | other.widths
        return Looks(other.form, aligned, widths, other.size or self.size)


class OwnTables:
    """Takes tables in, each as its looks say; `looks`: by its number.

    `codes`: what is to refer to those taken that have a number, by their anchors.
    """

    def __init__(self, register: Register, looks: dict[int, Looks]) -> None:
        self.register, self.looks = register, looks
        self.forms: list[Form] = []
        self.codes: dict[str, str] = {}
        self._numbers = count(1)

    def data(self, box: Box, captions: Captions) -> dict[str, Data]:
        """The table as `bang` has it."""
        looks = self.looks.get(len(self.forms), Looks())
        form, found = looks.form, None
        if form is Form.REGISTER:
            grid = grid_of(box, captions)
            found = target_table(self.register, grid) or project_table(self.register, grid)
            form = form if found else Form.SUMMED
            if found and captions.unit not in ("", self.register.unit):
                found["don_vi_tinh"] = captions.unit
        self.forms.append(form)
        data = found or _as_typed(box, captions, summed=form is Form.SUMMED)
        _tell(data["cot"], looks)
        code: dict[str, Data] = {}
        if captions.title is not None and captions.title.label:
            code["ma"] = f"bang_{next(self._numbers)}"
            self.codes[captions.title.anchor] = f"bang.{code['ma']}"
        size: dict[str, Data] = {"co_chu": str(looks.size)} if looks.size else {}
        return {**code, **data, **size}


def _tell(columns: Data, looks: Looks) -> None:
    """Say what the columns would not come out as by themselves."""
    for at, column in enumerate(leaves_of(columns)):
        if at in looks.aligned:
            column["can_le"] = _ALIGN[looks.aligned[at]]
        if at in looks.widths:
            column["rong"] = millimetres(looks.widths[at])


def _as_typed(box: Box, captions: Captions, *, summed: bool) -> dict[str, Data]:
    """The columns and each row as it stands. `summed`: sums are worked out anew."""
    box.head = box.head or 1  # who adds a table in Word seldom says that its head repeats
    numbered = box.head > 1 and _numbers_columns(box.rows[box.head - 2 : box.head])
    head = box.rows[: box.head - numbered]
    columns = columns_of(head)
    data: dict[str, Data] = {}
    if captions.title is not None and captions.title.plain:
        data["ten"] = captions.title.plain
    if captions.unit:
        data["don_vi_tinh"] = captions.unit
    if numbered:
        data["danh_so_cot"] = "có"
        for column, cell in zip(leaves_of(columns), box.rows[box.head - 1], strict=False):
            column["so_cot"] = cell.plain
    for at in _merged(box):
        leaves_of(columns)[at]["gop_o"] = "có"
    data["cot"] = columns
    data |= rows_of(box, leaves_of(columns), summed=summed)
    return {**data, "ghi_chu": list(captions.notes)} if captions.notes else data


def _numbers_columns(rows: Sequence[Sequence[OwnCell]]) -> bool:
    """Whether the last of two rows of a head has a text for each column, none of them a heading."""
    above, last = rows
    whole = all(cell.span == 1 and cell.text and not cell.down for cell in last)
    return whole and all(cell.span == 1 for cell in above)


def _merged(box: Box) -> list[int]:
    """The columns in which cells are merged downwards."""
    found: set[int] = set()
    for row in box.rows[box.head :]:
        at = 0
        for cell in row:
            found |= {at} if cell.down else set()
            at += cell.span
    return sorted(found)


def grid_of(box: Box, captions: Captions) -> Grid:
    """The table as a grid, with what is written around it."""
    grid = Grid([], box.place, head=box.head, wide=box.lying, unit=captions.unit)
    grid.title = captions.title.plain if captions.title else ""
    grid.notes = list(captions.notes)
    starts: dict[int, int] = {}
    for at, row in enumerate(box.rows):
        texts: list[str] = []
        for cell in row:
            column = len(texts)
            if cell.down == "on" and column in starts:
                first = starts[column]
                grid.spans[first, column] = (at - first + 1, cell.span)
            elif cell.span > 1 or cell.down == "start":
                grid.spans[at, column] = (1, cell.span)
            if cell.down != "on":
                starts[column] = at
            texts += [cell.text if cell.down != "on" else "", *[""] * (cell.span - 1)]
        grid.rows.append(texts)
    return grid
