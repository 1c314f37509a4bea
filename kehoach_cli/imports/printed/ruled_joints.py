"""Tables that lines draw, whole again where a page's end cut them."""

import re
from collections import Counter
from collections.abc import Sequence

from kehoach_cli.imports.printed.ruled_pages import Ruled
from kehoach_cli.imports.printed.ruled_tables import NEAR, Cell
from kehoach_cli.imports.printed.words import Word, lined
from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_NUMBER = pattern(r"\W*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)
_TOTALS = ("cộng", "tổng")
_OPEN = ("-", "–", "/")  # ends of a cell's first part that let a figure go on
_LEAST_ROWS = 2
_OFTEN = 3  # pages on which a running head stands at least


def whole(tables: Sequence[Ruled], outside: Sequence[list[Word]]) -> list[Ruled]:
    """The tables, those that go on over pages as one; one row alone is none, its words are put
    back.

    `outside`: of each page, the words that stand in no table.
    """
    lines = [[_Aside(line) for line in lined(words)] for words in outside]
    often = Counter(key for page in lines for key in {line.key for line in page})
    found: list[Ruled] = []
    for table in tables:
        above = found[-1] if found else None
        if above is None or not _follows(above, table, lines, often) or not _append(above, table):
            found.append(table)
    for table in found:
        outside[table.page].extend([] if _is_table(table) else table.words)
    return [table for table in found if _is_table(table)]


def _is_table(table: Ruled) -> bool:
    return table.height >= _LEAST_ROWS or table.last > table.page


class _Aside:
    """A line that stands in no table: how far down, and what it says but for figures."""

    def __init__(self, words: Sequence[Word]) -> None:
        text = " ".join(word.text for word in sorted(words))
        self.middle = words[0].middle
        self.is_number = bool(_NUMBER.fullmatch(text))
        self.key = "".join(letter for letter in fold(text) if letter.isalpha())


def _follows(
    above: Ruled, table: Ruled, lines: Sequence[Sequence[_Aside]], often: Counter[str]
) -> bool:
    """Whether nothing but what every page says stands between two tables on pages that follow."""
    if table.page != above.last + 1:
        return False
    between = [line for line in lines[above.last] if line.middle > above.bottom]
    between += [line for line in lines[table.page] if line.middle < table.top]
    return all(line.is_number or often[line.key] >= _OFTEN for line in between)


def _append(above: Ruled, table: Ruled) -> bool:
    """Put the rows of a table below those of another with the same columns, if it has them."""
    columns = _columns(table.edges, above.edges)
    wider = _columns(above.edges, table.edges) if columns is None else None
    if wider is not None:
        above.cells, above.edges = _moved(above.cells, wider), table.edges
        columns = {at: at for at in range(len(table.edges))}
    if columns is None:
        return False
    cells = _moved(table.cells, columns)
    head = _repeated(above, cells, table.texts)
    if not head and is_counter(table.texts[0]):
        return False
    texts = _unhidden(above, head, table, cells) if head else table.texts
    pairs = [pair for pair in zip(cells, texts, strict=True) if pair[0].top >= head]
    down = above.height - head
    if _goes_on(above, [pair for pair in pairs if pair[0].top == head]):
        _lengthen(above, [pair for pair in pairs if pair[0].top == head])
        pairs = [pair for pair in pairs if pair[0].top > head]
        down -= 1
    above.cells = [*above.cells, *(c._replace(top=c.top + down, bottom=c.bottom + down)
                                   for c, _ in pairs)]  # fmt: skip
    above.texts = [*above.texts, *(text for _, text in pairs)]
    above.last, above.bottom = table.last, table.bottom
    return True


def _columns(edges: Sequence[float], wider: Sequence[float]) -> dict[int, int] | None:
    """Which edges of columns are which of a table that has as many or more; None where one is
    none of them. A page may stand aside of the other."""
    if edges[1:-1] == wider[1:-1]:
        return {at: at for at in range(len(edges))}
    found: dict[int, int] = {}
    for at, edge in enumerate(edges):
        place = edge - edges[0] + wider[0]
        near = min(range(len(wider)), key=lambda one: abs(wider[one] - place))
        if abs(wider[near] - place) > NEAR:
            return None
        found[at] = near
    return found if found[len(edges) - 1] == len(wider) - 1 else None


def _moved(cells: Sequence[Cell], columns: dict[int, int]) -> list[Cell]:
    return [cell._replace(left=columns[cell.left], right=columns[cell.right]) for cell in cells]


def _repeated(above: Ruled, cells: Sequence[Cell], texts: Sequence[str]) -> int:
    """How many first rows are those of the table above: a head that each page repeats."""
    first = _keys(above.cells, above.texts)
    said = _keys(cells, texts)
    rows = max(cell.bottom for cell in cells)
    same = 0
    for row in range(min(rows, above.height)):
        here = {cell: text for cell, text in said.items() if cell.top == row}
        if any(not first.get(cell, "-").startswith(text) for cell, text in here.items()):
            break
        if not any(here.values()):
            break
        if all(cell.bottom <= row + 1 for cell in said if cell.top <= row):
            same = row + 1
    return same


def _keys(cells: Sequence[Cell], texts: Sequence[str]) -> dict[Cell, str]:
    return {cell: _key(text) for cell, text in zip(cells, texts, strict=True)}


def _key(text: str) -> str:
    return "".join(fold(text).split())


def _unhidden(above: Ruled, head: int, table: Ruled, cells: Sequence[Cell]) -> list[str]:
    """The texts of a table without the ends of headings that had no room in a repeated head: they
    are printed over what stands below, unseen."""
    whole_heads = _keys(above.cells, above.texts)
    here = _keys(cells, table.texts)
    lost = {cell.left: whole_heads[cell].removeprefix(text) for cell, text in here.items()
            if cell.bottom == head}  # fmt: skip
    return [
        _without(text, lost.get(cell.left, "")) if cell.top == head else text
        for cell, text in zip(cells, table.texts, strict=True)
    ]


def _without(text: str, lost: str) -> str:
    """A text without the first words that make up what was lost."""
    words = text.split()
    for count in range(1, len(words) + 1 if lost else 0):
        if _key("".join(words[:count])) == lost:
            return " ".join(words[count:])
    return text


def _goes_on(above: Ruled, row: Sequence[tuple[Cell, str]]) -> bool:
    """Whether a row is the rest of the last one: no number of its own, some text begins small."""
    last = {cell.left: text for cell, text in zip(above.cells, above.texts, strict=True)
            if cell.bottom == above.height}  # fmt: skip
    said = [(cell.left, text) for cell, text in row if text]
    if any(cell.bottom - cell.top > 1 for cell, _ in row):
        return False
    is_counted = any(left == 0 for left, _ in said) and bool(last.get(0))
    is_sum = bool(said) and said[0][1].casefold().startswith(_TOTALS)
    held = [(last.get(left), text) for left, text in said]
    if is_counted or is_sum or any(over is None for over, _ in held):
        return False
    if any(over and is_figure(text) and not over.endswith(_OPEN) for over, text in held):
        return False
    return any(over and text[0].islower() for over, text in held)


def _lengthen(above: Ruled, row: Sequence[tuple[Cell, str]]) -> None:
    """Put the rest of a row's cells behind what is there of them."""
    rest = {cell.left: text for cell, text in row if text}
    above.texts = [
        f"{text} {rest[cell.left]}".strip()
        if cell.bottom == above.height and cell.left in rest
        else text
        for cell, text in zip(above.cells, above.texts, strict=True)
    ]
