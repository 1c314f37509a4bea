"""A tree of headings → the heading rows of a table."""

from collections.abc import Callable, Sequence

from kehoach_cli.document.model import Cell, Row
from kehoach_cli.document.texts import Texts
from kehoach_cli.plan.bang import Bang, Cot
from kehoach_cli.plan.views import heading


def header_rows(bang: Bang, texts: Texts) -> tuple[Row, ...]:
    """The rows of a heading tree: a heading spans its columns, a leaf goes down to the last row."""
    columns = bang.cot or []
    depth = _depth(columns)
    rows: list[list[str | Cell]] = [[] for _ in range(depth)]
    named = {id(leaf): heading(leaf, bang, texts.plan) for top in columns for leaf in top.leaves()}
    for column in columns:
        _head(column, 0, depth, rows, lambda cot: texts(named.get(id(cot)) or cot.ten))
    return tuple(tuple(row) for row in rows)


def _depth(columns: Sequence[Cot]) -> int:
    return 1 + max((_depth(column.cot) for column in columns if column.cot), default=0)


def _head(
    column: Cot,
    level: int,
    depth: int,
    rows: list[list[str | Cell]],
    name: Callable[[Cot], str],
) -> None:
    if column.cot:
        span = sum(1 for _ in column.leaves())
        rows[level].append(Cell(name(column), "o_dau_bang", span=span))
        for inner in column.cot:
            _head(inner, level + 1, depth, rows, name)
        return
    merged = level < depth - 1
    rows[level].append(Cell(name(column), "o_dau_bang", down="start" if merged else ""))
    for below in range(level + 1, depth):
        rows[below].append(Cell("", "o_dau_bang", down="on"))
