"""What goes into one cell: clean text, exact numbers, formulas that add other cells."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from kehoach_cli.document.model import Block, Cell, Paragraph, Row, Run
from kehoach_cli.document.xlsx.sums import PIECES, Sum

MARK = "x"
"""What stands in a hidden column beside the rows that a long sum adds."""

LONGEST = 32767
"""The letters that a cell of Excel can hold."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CODE = ("=", "+", "-", "@", "\t")
_BULLETS = {"o_gach": "- ", "o_cong": "+ "}
_DECIMALS = 3


def clean(text: str) -> str:
    """Text that a file may hold: one kind of line break, no control characters."""
    if text.isprintable():
        return text[:LONGEST]
    return _CONTROL.sub("", _BREAKS.sub("\n", text)).strip("\n")[:LONGEST]


def looks_like_code(text: str) -> bool:
    """Whether Excel would read a text as a formula if it were typed into a cell."""
    return text.startswith(_CODE)


def cell_text(cell: str | Cell) -> str:
    """The words of a cell, a paragraph a line."""
    content = cell if isinstance(cell, str) else cell.content
    if isinstance(content, str):
        return clean(content)
    return clean("\n".join(map(block_text, content)))


def block_text(block: Block) -> str:
    """A paragraph's words, footnotes in brackets behind what they explain."""
    if not isinstance(block, Paragraph):
        return ""
    return _BULLETS.get(block.style, "") + _plain(block.runs)


def _plain(runs: Iterable[Run]) -> str:
    return "".join(run.text + (f" ({_plain(run.note)})" if run.note else "") for run in runs)


def as_number(value: Decimal) -> int | float:
    """The number as Excel keeps it: fifteen figures."""
    return int(value) if value == value.to_integral_value() else float(value)


def number_format(values: Iterable[Decimal]) -> str:
    """Thousands parted, decimals as many as any of the values has."""
    places = max((_places(value) for value in values), default=0)
    return f"#,##0.{'#' * max(places, _DECIMALS)}"


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def needs_mark(found: Sum) -> bool:
    """Whether a sum has too many stretches of rows for a formula that names them."""
    return len(found.stretches) > PIECES


def formula(found: Sum, column: str, first: int, mark: str) -> str:
    """The formula of a sum; "" where no row is added.

    `first`: the row of Excel in which the view begins; `mark`: the column of marks, "" for none.
    """
    if not found.rows:
        return ""
    if mark:
        start, end = found.rows[0] + first, found.rows[-1] + first
        inside = f'SUMIF(${mark}${start}:${mark}${end},"{MARK}",{column}{start}:{column}{end})'
    else:
        inside = f"SUM({','.join(_cells(found, column, first))})"
    return f"={inside}{_signed(found.rest)}"


def _cells(found: Sum, column: str, first: int) -> Iterable[str]:
    for start, end in found.stretches:
        cell = f"{column}{start + first}"
        yield cell if start == end else f"{cell}:{column}{end + first}"


def formula_across(columns: Iterable[int], row: int) -> str:
    """The formula that adds columns of a row of Excel, neighbours as a stretch."""
    runs = groupby(enumerate(columns), lambda pair: pair[1] - pair[0])
    stretches = [[column for _, column in run] for _, run in runs]
    names = ((f"{letters(found[0])}{row}", f"{letters(found[-1])}{row}") for found in stretches)
    return f"=SUM({','.join(a if a == b else f'{a}:{b}' for a, b in names)})"


def _signed(rest: Decimal) -> str:
    return f"{rest.normalize():+f}" if rest else ""


def placed(row: Row) -> Iterable[tuple[int, str | Cell]]:
    """The cells of a row, each with its column."""
    column = 0
    for cell in row:
        yield column, cell
        column += 1 if isinstance(cell, str) else cell.span


def span(cell: str | Cell) -> int:
    """How many columns a cell is wide."""
    return 1 if isinstance(cell, str) else cell.span


def goes_on(cell: str | Cell) -> bool:
    """Whether a cell belongs to the one above it."""
    return isinstance(cell, Cell) and cell.down == "on"


def depth(cell: str | Cell, rows: Sequence[Row], position: int, column: int) -> int:
    """How many rows a cell goes down."""
    if isinstance(cell, str) or cell.down != "start":
        return 1
    end = position + 1
    while end < len(rows) and goes_on(dict(placed(rows[end])).get(column, "")):
        end += 1
    return end - position


def letters(column: int) -> str:
    """The name of a column: A, B … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name
