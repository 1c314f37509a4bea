"""The head of a table → a tree of columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold, fold_tone

_NUMBERED = pattern(r"\(?\s*(?:\d{1,2}|[A-Z])\s*\)?(?:\s*=.*)?|\(\d.*\)")
_YEAR = pattern(r"(?:19|20)\d\d")
_ROW = pattern(r"(?:\d{1,4}|[IVXL]{1,6}|[A-H])[.)]?")
_TOTALS, _BARE_TOTALS = ("tổng", "cộng"), ("tong", "cong")
_STT = ("tt", "stt", "sott", "sothutu")
_LONGEST_STT = 12
_MOST_LEVELS = 5


@dataclass(slots=True)
class Column:
    """A column, or a heading over several. `at`: its place from 0; of a heading, its first."""

    name: str
    at: int
    inner: list["Column"] = field(default_factory=list)

    def leaves(self) -> list["Column"]:
        """The columns under it, or itself."""
        return [leaf for child in self.inner for leaf in child.leaves()] if self.inner else [self]


def head_rows(grid: Grid) -> int:
    """How many rows are headings: those that merged cells cover, then those that leave the
    first column blank below a row with blanks, before any that adds."""
    if grid.head:
        return min(grid.head, len(grid.rows))
    levels = max((down for (row, _), (down, _) in grid.spans.items() if row == 0), default=1)
    for at in range(max(levels, 1), min(len(grid.rows), _MOST_LEVELS)):
        row = grid.rows[at]
        if row[0].strip() or all(grid.rows[0]) or _begins_body(row) or _is_title(row, grid):
            return at
    return min(max(levels, 1), len(grid.rows))


def _begins_body(row: Sequence[str]) -> bool:
    said = [cell for cell in row if cell]
    first = row[0].strip()
    if _is_numbering(row):
        return False
    counts = bool(_ROW.fullmatch(first)) or bool(_ROW.match(first) and len(said) == 1)
    figures = [cell for cell in said[1:] if is_figure(cell) and not _YEAR.fullmatch(cell.strip())]
    return counts or bool(said and says_total(said[0])) or bool(figures)


def _is_title(row: Sequence[str], grid: Grid) -> bool:
    """Whether a row is a name alone, below a heading that is a column's own."""
    said = [at for at, cell in enumerate(row) if cell.strip()]
    return len(said) == 1 and bool(grid.rows[0][said[0]].strip())


def _is_numbering(row: Sequence[str]) -> bool:
    """Whether a row numbers the columns: (1), (2) …"""
    said = [cell.strip() for cell in row if cell.strip()]
    numbers = [cell.strip("() ") for cell in said]
    return len(said) > 2 and len(said) == len(row) and all(map(_NUMBERED.fullmatch, said)) and (
        numbers[1:3] in (["2", "3"], ["1", "2"])
    )  # fmt: skip


def numbering_row(grid: Grid, head: int) -> int | None:
    """The row of column numbers at the end of the head, None where there is none."""
    for at in (head - 1, head):
        if 0 < at < len(grid.rows) and _is_numbering(grid.rows[at]):
            return at
    return None


def columns_of(grid: Grid, head: int) -> list[Column]:
    """The tree of columns that the first rows of a grid make."""
    rows = [list(row) for row in grid.rows[:head]]
    return _between(rows, grid, 0, 0, grid.width)


def _between(rows: list[list[str]], grid: Grid, level: int, start: int, end: int) -> list[Column]:
    """The headings of a level from a column up to another."""
    found: list[Column] = []
    at = start
    while at < end:
        to = min(_reach(rows, grid, level, at, end), end)
        name = rows[level][at].strip() if level < len(rows) else ""
        if to - at > 1 and level + 1 < len(rows):
            inner = _between(rows, grid, level + 1, at, to)
            if name or level + 2 >= len(rows):
                found += [Column(name, at, inner)] if name else inner
            else:
                found += inner
        elif to - at > 1:
            bare = [Column("", one) for one in range(at, to)]
            found += [Column(name, at, bare)] if name else bare
        else:
            below = [rows[deep][at].strip() for deep in range(level + 1, len(rows))]
            names = [text for text in (name, *below) if text]
            found.append(Column(" ".join(dict.fromkeys(names)), at))
        at = to
    return found


def _reach(rows: list[list[str]], grid: Grid, level: int, at: int, end: int) -> int:
    """The column after those that a heading covers."""
    if level >= len(rows):
        return at + 1
    if grid.spans:
        return at + grid.spans.get((level, at), (1, 1))[1]
    to = at + 1
    if not rows[level][at].strip() or not _says_below(rows, level, at):
        return to
    while to < end and not rows[level][to].strip() and _says_below(rows, level, to):
        to += 1
    return to


def _says_below(rows: list[list[str]], level: int, at: int) -> bool:
    return any(row[at].strip() for row in rows[level + 1 :])


def says_total(text: str) -> bool:
    """Whether a text opens with "Tổng" or "Cộng"; "Cổng" and "Công" do not."""
    word = fold_tone(text.strip()).casefold().partition(" ")[0].strip(".:;,()")
    return word in (_BARE_TOTALS if text.isascii() else _TOTALS)


def repeats_head(row: Sequence[str], head: Sequence[Sequence[str]]) -> bool:
    """Whether a row says again what one of the head says, as a page's first rows do."""
    said = [cell.strip() for cell in row]
    return sum(map(bool, said)) > 1 and any(said == [c.strip() for c in one] for one in head)


def is_counter(name: str) -> bool:
    """Whether a heading is that of the running number."""
    return len(name) <= _LONGEST_STT and fold(name).replace(" ", "").strip(".") in _STT
