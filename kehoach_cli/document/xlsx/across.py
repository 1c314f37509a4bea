"""Sums along a row: which columns a column of totals adds, where its parts are all shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from kehoach_cli.plan.bang import Bang, Cot
from kehoach_cli.plan.paths import MoneyPath
from kehoach_cli.plan.view_rows import View, ViewColumn
from kehoach_cli.vietnamese.text import fold

Read = Callable[[int, int], Decimal | None]
"""The number at a row and column of the view, None where there is none."""

Across = dict[tuple[int, int], tuple[int, ...]]
"""By row and column, the columns that are added."""

_ROWS = ("item", "part")
_TOTALS = ("tong", "cong")
_NARROWINGS = (("time",), ("source",), ("time", "source"))


def row_sums(bang: Bang, view: View, read: Read) -> Across:
    """The cells of items that are the sum of other cells of their row."""
    if not bang.shows_register:
        return _own(bang, view, read)
    return {
        (row, at): parts
        for at, column in enumerate(view.columns)
        for parts in list(_narrower(view.columns, column))[:1]
        for row in _items(view)
        if _equal(row, at, parts, read)
    }


def _items(view: View) -> Iterator[int]:
    return (at for at, row in enumerate(view.rows) if row.kind in _ROWS)


def _equal(row: int, at: int, parts: Iterable[int], read: Read) -> bool:
    """Whether a cell is the sum of its parts, of which one at least is known."""
    known = [value for value in (read(row, part) for part in parts) if value is not None]
    return bool(known) and read(row, at) == sum(known)


def _narrower(columns: Sequence[ViewColumn], whole: ViewColumn) -> Iterator[tuple[int, ...]]:
    """Columns of the same money split by year, by source, or by both; each part but once."""
    path = _path(whole)
    paths = {at: found for at, column in enumerate(columns) if (found := _path(column))}
    for fields in _NARROWINGS if path else ():
        parts = {at: part for at, part in paths.items() if path and _splits(path, part, fields)}
        if len(parts) > 1 and len(set(parts.values())) == len(parts):
            yield tuple(parts)


def _path(column: ViewColumn) -> MoneyPath | None:
    path = column.paths[0] if len(column.paths) == 1 else None
    return path if isinstance(path, MoneyPath) else None


def _splits(whole: MoneyPath, part: MoneyPath, fields: Sequence[str]) -> bool:
    """Whether a part says more than the whole in these fields, and the same in all others."""
    return whole.measure == part.measure and all(
        (getattr(whole, name) is None and getattr(part, name) is not None)
        if name in fields
        else getattr(whole, name) == getattr(part, name)
        for name in ("time", "source")
    )


def _own(bang: Bang, view: View, read: Read) -> Across:
    """Columns headed Tổng, Cộng of typed rows, where every row holds."""
    rows = range(len(view.rows))
    known = {
        at: [row for row in rows if read(row, at) is not None] for at in range(len(view.columns))
    }
    found: dict[int, tuple[int, ...]] = {}
    for at in (at for at in known if known[at] and _is_total(view.columns[at].cot)):
        for parts in _candidates(bang, view, at, [other for other in known if known[other]]):
            holds = all(_equal(row, at, parts, read) for row in known[at])
            if holds and not any(_leads(found, part, at) for part in parts):
                found[at] = parts
                break
    return {(row, at): parts for at, parts in found.items() for row in known[at]}


def _is_total(cot: Cot) -> bool:
    return fold(cot.ten or "").startswith(_TOTALS)


def _candidates(bang: Bang, view: View, at: int, numbers: Sequence[int]) -> list[tuple[int, ...]]:
    """What a total may add: the others under its heading, those behind it, those before it."""
    place = {id(column.cot): number for number, column in enumerate(view.columns)}
    own = id(view.columns[at].cot)
    beside = [
        {place[id(leaf)] for leaf in top.leaves()}
        for top in _headings(bang.cot or ())
        if any(id(below) == own for below in top.cot or ())
    ]
    behind, before = set(range(at + 1, len(place))), set(range(at))
    sets = (
        tuple(n for n in numbers if n in chosen and n != at) for chosen in (*beside, behind, before)
    )
    return [parts for parts in sets if len(parts) > 1]


def _headings(columns: Iterable[Cot]) -> Iterator[Cot]:
    """The headings over several columns, at any depth."""
    for column in columns:
        if column.cot:
            yield column
            yield from _headings(column.cot)


def _leads(found: dict[int, tuple[int, ...]], start: int, end: int) -> bool:
    """Whether a column adds another, itself or by those that it adds: no sum may go in a ring."""
    return start == end or any(_leads(found, part, end) for part in found.get(start, ()))
