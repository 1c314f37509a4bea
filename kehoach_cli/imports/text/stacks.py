"""Tables of plain text with a cell a line, as portals and PDF give them: rows found again by the
running number that opens each."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from kehoach_cli.imports.outline.labels import as_one, bullet_of, label_of
from kehoach_cli.imports.pages.model import Grid, padded
from kehoach_cli.imports.tables.alignment import aligned, is_figure
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.imports.text.cell_kinds import OF_NUMBERS, told_by
from kehoach_cli.imports.text.cut_rows import cut_rows
from kehoach_cli.imports.text.row_numbers import NUMBER, SUM, Numbers
from kehoach_cli.imports.text.stack_heads import heads_of, tail_of
from kehoach_cli.vietnamese.text import fold

_BAR = "|"
_EMPTY = "\xa0"
"""A line that says that a cell is empty."""
_END = ("noi nhan", "phu luc", "ghi chu:", "ghi chu :", "bieu so", "mau so")
_HEADINGS = ("A", "I", "1.1", "Phần", "Chương", "Mục", "Điều")
_LEAST, _MOST = 3, 30  # columns
_FEW = 2  # rows
_SHARE = 0.75  # of rows that open with a number, in a table that is read rightly
_LONGEST = 400  # letters of a line that is of a cell
_TALLEST = 12  # lines of a cell


class _Cells(NamedTuple):
    """The cells of a table in a row. `ends`: the line after each; `sure`: empty ones are there."""

    texts: list[str]
    ends: list[int]
    sure: bool


def stacked(lines: Sequence[str], at: int) -> tuple[Grid | None, int]:
    """The table whose first cell is the line at a place, and the line after it."""
    if not is_counter(lines[at].strip()):
        return None, at + 1
    cells = _barred(lines, at)
    if len(cells.texts) < 2 * _LEAST:
        cells = _lined(lines, at)
    head = _head_size(cells.texts)
    if not _LEAST <= head <= _MOST:
        return None, at + 1
    rows, width, used = _whole(cells, head)
    cut = cut_rows(cells.texts, head) if len(rows) < _FEW and not cells.sure else None
    if cut is not None:
        grid = Grid([cut.heads, *cut.rows], f"dòng {at + 1}", head=1)
        return grid, cells.ends[cut.used - 1]
    if len(rows) < _FEW:
        rows, width, used = _even(cells, head) if cells.sure else _uneven(cells, head)
    if len(rows) < _FEW or not _LEAST <= width <= head:
        return None, at + 1
    heads, spans = heads_of(cells.texts[:head], rows, width)
    body = [[row[0], *rest] for row, rest in zip(rows, _spread(rows, width), strict=True)]
    grid = Grid(padded([*heads, *body]), f"dòng {at + 1}", spans, head=len(heads))
    return grid, cells.ends[used - 1]


def _head_size(texts: Sequence[str]) -> int:
    """How many cells are of the head: those before the first number, or a sum and its figures."""
    for at in range(1, len(texts)):
        if NUMBER.fullmatch(texts[at]):
            return at
        if SUM.fullmatch(texts[at]) and _has_sums(texts[at + 1 : at + 4]):
            return at - (not texts[at - 1])
    return 0


def _has_sums(texts: Sequence[str]) -> bool:
    """Whether figures follow at once; the number of a first row is none."""
    for text, after in pairwise(texts):
        if is_figure(text):
            return text.lstrip("0") != "1" or is_figure(after) or not after
    return False


def _spread(rows: list[list[str]], width: int) -> list[list[str]]:
    """What stands behind the numbers, under the columns that it fits."""
    return aligned([["x"] * (width - 1), *(row[1:] for row in rows)])[1:]


def _barred(lines: Sequence[str], at: int) -> _Cells:
    """Cells that a bar on a line of its own ends."""
    texts: list[str] = []
    ends: list[int] = []
    open_lines: list[str] = []
    for i in range(at, len(lines)):
        text = lines[i].strip()
        if text == _BAR:
            texts.append(as_one(open_lines))
            ends.append(i + 1)
            open_lines = []
        elif text:
            open_lines.append(text)
        is_again = bool(texts) and is_counter(text)
        if is_again or len(open_lines) > _TALLEST or len(text) > _LONGEST or _ends(text):
            break
    return _Cells(texts, ends, sure=True)


def _lined(lines: Sequence[str], at: int) -> _Cells:
    """Cells of a line each; an empty one is lost unless the line holds a blank."""
    texts: list[str] = []
    ends: list[int] = []
    blanks = False
    for i in range(at, len(lines)):
        text = lines[i].strip()
        if not text and _EMPTY not in lines[i]:
            continue
        is_again = bool(texts) and is_counter(text)
        if is_again or "\t" in text or len(text) > _LONGEST or _ends(text):
            break
        blanks |= not text
        texts.append(text)
        ends.append(i + 1)
        if len(texts) == _MOST * 2 and not _head_size(texts):
            break
    return _Cells(texts, ends, sure=blanks)


def _ends(text: str) -> bool:
    """Whether a line cannot be of a table."""
    label = label_of(text)
    is_heading = label is not None and label.kind.startswith(_HEADINGS)
    return fold(text[:12]).startswith(_END) or (is_heading and not NUMBER.fullmatch(text))


def _whole(cells: _Cells, head: int) -> tuple[list[list[str]], int, int]:
    """The rows where no cell is lost: each as wide as the head, and each opens as a row does."""
    numbers = Numbers()
    chunks = takewhile(
        lambda row: cells.sure or not SUM.fullmatch(row[0]), _chunks(cells.texts[head:], head)
    )
    rows = [*takewhile(lambda row: _opens(row, numbers), chunks)]
    used = head + head * len(rows)
    figures = [told_by(text) in OF_NUMBERS for text in cells.texts[:head]] + [False]
    last = enumerate(pairwise(cells.texts[used - head + 1 : used + 1]), 1)
    goes_on = any(numbers.takes(*pair) for at, pair in last if not figures[at])
    goes_on |= any(map(SUM.fullmatch, cells.texts[used - head + _LEAST - 1 : used]))
    goes_on |= any(numbers.takes(*pair) for pair in pairwise(cells.texts[used:]))
    if goes_on or len(rows) < _FEW:
        return [], head, used
    below = _sum_below(cells.texts[used:], rows)
    return [*rows, *below[:1]], head, used + sum(map(bool, chain(*below)))


def _sum_below(texts: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The row of sums below rows whose cells are all there: its name, and figures that stand
    under the last columns of figures."""
    figured = [at for at in range(2, len(rows[0])) if all(is_figure(row[at]) for row in rows)]
    sums = [*takewhile(is_figure, texts[1 : 1 + len(figured)])]
    if not texts or not SUM.fullmatch(texts[0]) or not sums:
        return []
    row = ["", texts[0], *[""] * (len(rows[0]) - 2)]
    for at, text in zip(figured[-len(sums) :], sums, strict=True):
        row[at] = text
    return [row]


def _even(cells: _Cells, head: int) -> tuple[list[list[str]], int, int]:
    """The rows where every cell is there: the width at which most of them open with a number."""
    best: tuple[float, int, list[list[str]]] = (0.0, 0, [])
    for width in range(head, max(_LEAST, head // 2) - 1, -1):
        rows = list(_chunks(cells.texts[head:], width))
        numbers = Numbers()
        share = sum(_opens(row, numbers) for row in rows) / max(len(rows), 1)
        if share > best[0] and len(rows) >= _FEW:
            best = share, width, rows
    share, width, rows = best
    if share < _SHARE:
        return _uneven(cells, head)
    return rows, width, head + width * len(rows)


def _chunks(texts: Sequence[str], width: int) -> Iterator[list[str]]:
    """Rows of a width, up to one that opens with neither number nor sum."""
    for at in range(0, len(texts) - width + 1, width):
        row = list(texts[at : at + width])
        if len(row[0]) > _TALLEST and not SUM.fullmatch(row[0]):
            return
        yield row


def _opens(row: Sequence[str], numbers: Numbers) -> bool:
    first = row[0]
    is_sum = SUM.fullmatch(first) is not None
    return numbers.takes(first, row[1]) or is_sum or (not first and any(row))


def _uneven(cells: _Cells, head: int) -> tuple[list[list[str]], int, int]:
    """The rows where empty cells are lost: each begins with the number that comes next."""
    rows: list[list[str]] = []
    numbers = Numbers()
    used = head
    for at in range(head, len(cells.texts)):
        text, after = cells.texts[at], cells.texts[at + 1 : at + 2]
        row = rows[-1] if rows else [""]
        if (not rows or len(row) > 1) and numbers.takes(text, "".join(after)):
            rows.append([text])
        elif (not rows or len(row) > 1) and SUM.fullmatch(text):
            rows.append(["", text])
        elif rows and len(row) > 1 and bullet_of(text):
            row[-1] = f"{row[-1]}\n{text}"
        elif not rows or len(row) >= head:
            break
        else:
            row.append(text)
        used = at + 1
    widest = max(map(len, rows), default=0)
    is_stepped = widest == head - 1 and tail_of(cells.texts[:head]) > 1
    return rows, head - 1 if is_stepped else head, used
