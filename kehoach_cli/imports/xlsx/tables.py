"""Where the tables of a sheet are: each from its head to its last row."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.imports.tables.plain import is_total
from kehoach_cli.imports.xlsx.sheet import Sheet
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_GAP = 20  # blank rows that no table has inside
_CELLS = 3  # of a row that begins a table which has no head
_NAMES = ("ten", "noi dung", "nhiem vu", "du an", "danh muc", "hang muc", "cong trinh", "chi tieu")
_MONEY = ("kinh phi", "du toan", "so tien", "thanh tien", "tong kinh phi", "tong muc", "muc von")
_LONGEST = 80  # letters of a heading
_YEAR = pattern(r"(?:19|20)\d\d")
_NUMBERED = pattern(r"\(?\d{1,2}\)?")


class Table(NamedTuple):
    """Rows by number, from 0, heads that come again left out; columns up to `right`."""

    rows: Sequence[int]
    left: int
    right: int


Part: TypeAlias = "Table | int"
"""A table, or a row that stands in none."""


def tables_of(sheet: Sheet) -> Iterator[Part]:
    """The tables of a sheet and the rows between them, in order."""
    for run in _runs(sorted(sheet.rows)):
        yield from _parts(sheet, run)


def _runs(rows: Sequence[int]) -> Iterator[list[int]]:
    """Rows with something in them, parted where many blank ones stand between."""
    run: list[int] = []
    for row in rows:
        if run and row - run[-1] > _GAP:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _parts(sheet: Sheet, run: list[int]) -> Iterator[Part]:
    rows = sheet.rows
    starts = _starts(sheet, run)
    if not starts:
        yield from run
        return
    yield from (row for row in run if row < starts[0])
    for start, stop in zip(starts, [*starts[1:], run[-1] + 1], strict=True):
        own = [row for row in run if start <= row < stop]
        end = _end(rows, own)
        yield from _side_by_side(rows, own[:end])
        yield from own[end:]


def _starts(sheet: Sheet, run: list[int]) -> list[int]:
    """The rows in which tables begin: heads, but none that only comes again."""
    rows = sheet.rows
    wide = _covered(sheet)
    heads = [row for row in run if _is_head(rows[row], wide.get(row, 0))]
    if not heads:
        first = next((row for row in run if len(rows[row]) >= _CELLS), None)
        return [] if first is None else [first]
    starts = heads[:1]
    for row in heads[1:]:
        is_apart = _is_titled(rows, run, row)
        is_again = rows[row] == rows[starts[-1]]
        is_new = is_apart or any(is_counter(text) for text in rows[row].values())
        if row - 1 not in heads and (is_apart if is_again else is_new):
            starts.append(row)
    return starts


def _is_titled(rows: dict[int, dict[int, str]], run: list[int], row: int) -> bool:
    """Whether a head, or the lines of a title right above it, stand below a blank row."""
    at = bisect_left(run, row)
    above = at
    while above and run[above] - run[above - 1] == 1 and len(rows[run[above - 1]]) <= 2:
        above -= 1
    return above == 0 or run[above] - run[above - 1] > 1


def _covered(sheet: Sheet) -> dict[int, int]:
    """How many columns merged cells cover beside their own, by row."""
    found: dict[int, int] = {}
    for top, left, _, right in sheet.merged:
        if left in sheet.rows.get(top, {}):
            found[top] = found.get(top, 0) + right - left
    return found


def _is_head(cells: dict[int, str], covered: int) -> bool:
    """Whether a row names columns: one for the running number or for names, and no figures.

    `covered`: columns that its merged cells cover more.
    """
    texts = list(cells.values())
    if len(texts) < 2 or any(len(text) > _LONGEST for text in texts):
        return False
    if any(is_figure(text) and not _YEAR.fullmatch(text) for text in texts):
        return False
    if any(is_counter(text) for text in texts[:2]):
        return True
    named = any(fold(text).startswith(_NAMES) for text in texts[:2])
    of_money = len(texts) == _CELLS - 1 and fold(texts[-1]).startswith(_MONEY)
    wide = len(texts) + covered >= _CELLS or of_money
    return named and not _NUMBERED.fullmatch(texts[0]) and wide


def _end(rows: dict[int, dict[int, str]], own: list[int]) -> int:
    """How many of the rows from a head on are of its table.

    Behind a blank row or the last total, short rows without a figure are the next table's title,
    or who signs.
    """
    end = len(own)
    total = next((at for at in range(end - 1, 0, -1) if _adds(rows[own[at]])), end)
    if all(_is_loose(rows[row]) for row in own[total + 1 :]):
        end = min(end, total + 1)
    while end > 1:
        tail = end - 1
        while tail > 1 and own[tail] - own[tail - 1] == 1:
            tail -= 1
        is_apart = own[tail] - own[tail - 1] > 1
        if not is_apart or not all(_is_loose(rows[row]) for row in own[tail:end]):
            break
        end = tail
    while end > 1 and len(last := rows[own[end - 1]]) < 2 and not is_total([*last.values()]):
        end -= 1
    return end


def _adds(cells: dict[int, str]) -> bool:
    """Whether a row gives sums."""
    texts = [cells[column] for column in sorted(cells)]
    return is_total(texts) and any(map(is_figure, texts))


def _is_loose(cells: dict[int, str]) -> bool:
    """Whether a row may stand outside the table: few cells, and no figure in one of its own."""
    return len(cells) <= _CELLS and not any(map(is_figure, cells.values()))


def _side_by_side(rows: dict[int, dict[int, str]], own: list[int]) -> Iterator[Table]:
    """The table, or several that stand side by side, each from its column of running numbers."""
    kept = [own[0], *_without_again(rows, own)]
    used = [column for row in kept for column in rows[row]]
    counters = sorted(column for column, text in rows[own[0]].items() if is_counter(text))
    lefts = [min(used), *counters[1:]]
    for left, right in zip(lefts, [*counters[1:], max(used) + 1], strict=True):
        inside = [row for row in kept if any(left <= column < right for column in rows[row])]
        last = max(column for row in inside for column in rows[row] if column < right)
        yield Table(inside, left, last + 1)


def _without_again(rows: dict[int, dict[int, str]], own: list[int]) -> Iterator[int]:
    """The rows under a head, without the head where pages repeat it."""
    head = [rows[row] for row in own[:5]]
    at = 1
    while at < len(own):
        same = 0
        while same < len(head) and at + same < len(own) and rows[own[at + same]] == head[same]:
            same += 1
        if not same:
            yield own[at]
            same = 1
        at += same
