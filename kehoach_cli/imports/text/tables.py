"""Tables in plain text: cells parted by tabs, a cell a line behind a tab, bars, or wide gaps."""

from collections import Counter
from collections.abc import Callable, Iterator

from kehoach_cli.imports.pages.layout import is_layout
from kehoach_cli.imports.pages.model import Grid, padded
from kehoach_cli.imports.tables.alignment import aligned
from kehoach_cli.imports.text.boxes import boxed_at
from kehoach_cli.imports.text.columns import columned
from kehoach_cli.imports.text.kinds import kinded
from kehoach_cli.imports.text.periods import periodic
from kehoach_cli.imports.text.stacks import stacked
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_NUMBER_OF_ROW = pattern(r"(?:\d{1,4}|[IVXL]{1,6}|[A-Ha-hđ])[.)]?")
_BAR_RULE = pattern(r"[\s|:+=─-]{3,}")
_GAP = pattern(r" {3,}")
_LEAST_COLUMNS, _LEAST_ROWS = 3, 2
_MOST_COLUMNS = 60  # cells that a head may have, a line each
_MOST_RULES = 20  # lines above the first row that say nothing


def table_at(lines: list[str], at: int) -> tuple[Grid | None, int]:
    """The table that begins at a line and where it ends; None and the next line where none does."""
    for drawn in (boxed_at, columned):
        grid, after = drawn(lines, at)
        if grid is not None:
            return grid, after
    for read in (_tabbed, _celled, _barred, _gapped):
        rows, after = read(lines, at)
        if _is_table(rows):
            return _grid(rows, at), after
    return _of_lines(lines, at)


def _of_lines(lines: list[str], at: int) -> tuple[Grid | None, int]:
    """The table with a cell a line that begins at a line; where headings go on below, cells of
    several lines."""
    grid, after = stacked(lines, at)
    if grid is not None and not any(cell[:1].islower() for cell in grid.rows[0]):
        return grid, after
    for read in (kinded, periodic):
        other, end = read(lines, at)
        if other is not None:
            return other, end
    return grid, after


def _is_table(rows: list[list[str]]) -> bool:
    """Whether rows are those of a table: three columns, or more rows of two that are no layout."""
    width = max(map(len, rows), default=0)
    if width < _LEAST_COLUMNS:
        return (
            width > 1
            and len(rows) > _LEAST_ROWS
            and all(len(row) == width for row in rows)
            and not is_layout(" ".join(cell for row in rows for cell in row), _LEAST_ROWS)
        )
    return len(rows) >= _LEAST_ROWS


def _grid(rows: list[list[str]], at: int) -> Grid:
    """The rows in columns, without the heads that every page repeats."""
    width = max(len(row) for row in rows[:2])
    rows = [row[:width] if not any(row[width:]) else row for row in rows]
    rows = aligned(_mended(_without_repeats(rows)))
    return Grid(_without_blank_columns(padded(rows)), f"dòng {at + 1}")


def _without_repeats(rows: list[list[str]]) -> list[list[str]]:
    """The rows, those of the head only once."""
    keys = [tuple(fold(cell) for cell in row if cell) for row in rows]
    again = next((i for i, key in enumerate(keys[1:], 1) if key == keys[0]), 0)
    head = 0
    while again and head < again and keys[again + head : again + head + 1] == [keys[head]]:
        head += 1
    heads = set(keys[:head])
    return [row for i, row in enumerate(rows) if i < head or keys[i] not in heads]


def _mended(rows: list[list[str]]) -> list[list[str]]:
    """A row that a page's end cut: one text without a number that begins small goes on above."""
    found: list[list[str]] = []
    for row in rows:
        said = [i for i, cell in enumerate(row) if cell]
        goes_on = len(said) == 1 and said[0] > 0 and row[said[0]][0].islower()
        if found and goes_on and len(found[-1]) > said[0]:
            found[-1][said[0]] = f"{found[-1][said[0]]} {row[said[0]]}".strip()
        else:
            found.append(row)
    return found


def _without_blank_columns(rows: list[list[str]]) -> list[list[str]]:
    said = [i for i in range(len(rows[0])) if any(row[i] for row in rows)]
    return [[row[i] for i in said] for row in rows]


def _rows_of(
    lines: list[str], at: int, parts: Callable[[str], list[str] | None]
) -> tuple[list[list[str]], int]:
    """The rows from a line on; blank lines and those that say nothing part no table."""
    rows: list[list[str]] = []
    after = at
    for i in range(at, len(lines)):
        if not rows and i - at > _MOST_RULES:
            break
        row = parts(lines[i]) if not _begins_end(lines[i]) else None
        if row:
            rows.append(row)
            after = i + 1
        elif row is None and lines[i].strip():
            break
    return rows, max(after, at + 1)


def _begins_end(line: str) -> bool:
    """Whether the recipients stand here, beside the signature: no row, whatever parts them."""
    return fold(line.strip(" |\t")[:12]).startswith("noi nhan")


def _tabbed(lines: list[str], at: int) -> tuple[list[list[str]], int]:
    return _rows_of(lines, at, _tab_cells)


def _tab_cells(line: str) -> list[str] | None:
    cells = [" ".join(cell.split(" ")).strip() for cell in line.split("\t")]
    is_row = len(cells) > 2 or (len(cells) == 2 and all(cells))
    return cells if is_row and any(cells) else None


def _barred(lines: list[str], at: int) -> tuple[list[list[str]], int]:
    rows, after = _rows_of(lines, at, _bar_cells)
    width = Counter(map(len, rows)).most_common(1)[0][0] if rows else 0
    return [["", *row] if len(row) == width - 1 else row for row in rows], after


def _bar_cells(line: str) -> list[str] | None:
    """The cells of `| a | b |`, of `a | b |` too; none for the rule under the head."""
    text = line.strip()
    bars = text.count("|")
    if not bars or not (text.endswith("|") or bars >= _LEAST_COLUMNS - 1) or text == "|":
        return None
    cells = text.removeprefix("|").removesuffix("|").split("|")
    if len(cells) < 2:  # one cell is a line that a portal ends with a bar
        return None
    return [] if _BAR_RULE.fullmatch(text) else [cell.strip() for cell in cells]


def _gapped(lines: list[str], at: int) -> tuple[list[list[str]], int]:
    return _rows_of(lines, at, _gap_cells)


def _gap_cells(line: str) -> list[str] | None:
    cells = _GAP.split(line.strip())
    is_row = len(cells) >= _LEAST_COLUMNS and "\t" not in line and not cells[0].startswith("(")
    return cells if is_row else None


def _celled(lines: list[str], at: int) -> tuple[list[list[str]], int]:
    """A cell a line behind a tab, what goes on in it below; rows are parted by blank lines."""
    rows: list[list[str]] = []
    after, blank = at, True
    for i, line, opens in _cell_lines(lines, at):
        text = line.strip()
        row = rows[-1] if rows else []
        full = bool(row) and len(rows) > 1 and len(row) >= len(rows[0])
        if not line.strip() and not opens:
            blank = True
            continue
        ended = blank and (not row or len(rows) == 1 or _is_number(text))
        if opens and (full or ended):
            rows.append([text])
        elif opens:
            row.append(text)
        elif not row or (blank and (full or len(rows) == 1)):
            break
        else:
            row[-1] = f"{row[-1]}\n{' '.join(text.split())}".strip()
        after, blank = i + 1, False
        is_narrow = len(rows) > 1 and len(rows[0]) < _LEAST_COLUMNS
        if is_narrow or len(rows[0]) > _MOST_COLUMNS:
            break
    is_table = len(rows) > 1 and len(rows[0]) >= _LEAST_COLUMNS
    return (rows, after) if is_table else ([], at + 1)


def _cell_lines(lines: list[str], at: int) -> Iterator[tuple[int, str, bool]]:
    for i in range(at, len(lines)):
        yield i, lines[i], lines[i].lstrip(" ").startswith("\t")


def _is_number(text: str) -> bool:
    return bool(_NUMBER_OF_ROW.fullmatch(text))
