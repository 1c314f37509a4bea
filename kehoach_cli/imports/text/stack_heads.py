"""The head of a table of text with a cell a line, put into its rows."""

from collections.abc import Sequence

from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.vietnamese.text import fold

_SUB_HEADS = (
    "nam ",
    "quy ",
    "ngan sach",
    "von ",
    "ns",
    "20",
    "trung uong",
    "dia phuong",
    "tinh",
    "tong so",
    "tong cong",
)


def tail_of(texts: Sequence[str]) -> int:
    """How many headings at the end are of the kind that stands under another."""
    tail = 0
    while tail < len(texts) and fold(texts[-1 - tail]).startswith(_SUB_HEADS):
        tail += 1
    return tail


def heads_of(
    texts: list[str], rows: list[list[str]], width: int
) -> tuple[list[list[str]], dict[tuple[int, int], tuple[int, int]]]:
    """The head in its rows: as wide as the table, or with one heading over several columns."""
    if len(texts) <= width:
        return [texts], {}
    across = min(max(tail_of(texts), 2), width - 1, len(texts) - 2)
    upper, lower = texts[: len(texts) - across], texts[len(texts) - across :]
    over = _over(upper, rows, width, across)
    first = [*upper[: over + 1], *[""] * (across - 1), *upper[over + 1 :]]
    second = [*[""] * over, *lower]
    if len(first) != width:
        return [texts[at : at + width] for at in range(0, len(texts), width)], {}
    spans = {(0, at): (2, 1) for at in range(width) if not over <= at < over + across}
    return [first, second], {**spans, (0, over): (1, across)}


def _over(upper: Sequence[str], rows: list[list[str]], width: int, across: int) -> int:
    """Which heading stands over others: one that says so, else the first over figures."""
    for at, text in enumerate(upper):
        if fold(text).startswith(("trong do", "chia ra", "phan ky", "nguon von")):
            return min(at, width - across)
    figures = [sum(is_figure(row[at]) for row in rows if at < len(row)) for at in range(width)]
    most = max(range(width - across + 1), key=lambda at: sum(figures[at : at + across]))
    return min(most, width - across)
