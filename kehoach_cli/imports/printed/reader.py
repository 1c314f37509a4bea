"""A printed file, its words with their places and the lines drawn on it → its text and tables."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.printed.open_tables import NOTHING, opened, running_in
from kehoach_cli.imports.printed.ruled_joints import whole
from kehoach_cli.imports.printed.ruled_pages import Ruled, ruled
from kehoach_cli.imports.printed.ruled_tables import frames_in
from kehoach_cli.imports.printed.ruling_lines import rulings_of
from kehoach_cli.imports.printed.words import Sheet, Word, lines_of
from kehoach_cli.imports.text.column_rows import NUMBER
from kehoach_cli.imports.text.reader import line_for

_MOST_LINES = 200_000  # of all pages


def printed_pages(sheets: Sequence[Sheet], drawings: Sequence[bytes]) -> tuple[str, list[Grid]]:
    """The text of pages, and its tables, for each of which one line stands in the text.

    `drawings`: of `pdftocairo -svg`, for the same pages one after the other; none where tables
    must be known by the places of their words alone.
    """
    rulings = [page for drawing in drawings for page in rulings_of(drawing)]
    if len(rulings) != len(sheets) or sum(map(len, chain(*rulings))) > _MOST_LINES:
        rulings = []
    tables: list[Ruled] = []
    outside: list[list[Word]] = []
    running, above = running_in([sheet.words for sheet in sheets]), NOTHING
    for number, (sheet, page) in enumerate(zip_longest(sheets, rulings)):
        frames = frames_in(page) if page else []
        wide = sheet.width > sheet.height
        found, rest = ruled(sheet.words, frames, number, wide=wide)
        found = [one for one in found if not _is_open(one)]
        held = {word for one in found for word in one.words}
        rest = [word for word in sheet.words if word not in held]
        free = list(opened(rest, page, above, running))
        above = free[-1].known if free and free[-1].is_last else NOTHING
        more, rest = ruled(rest, [one.frame for one in free], number, wide=wide)
        tables += sorted([*found, *more], key=lambda one: one.top)
        outside.append(rest)
    tables = whole(tables, outside)
    grids = [table.grid(f"trang {table.page + 1}") for table in tables]
    parts = [_parts(rest, at, tables) for at, rest in enumerate(outside)]
    return lines_of(sheets, parts), grids


def _is_open(table: Ruled) -> bool:
    """Whether lines part columns alone: several numbers stand in one cell of the first."""
    first = [text.split() for cell, text in zip(table.cells, table.texts, strict=True)
             if not cell.left and cell.right == 1]  # fmt: skip
    return any(_are_numbers(words) for words in first)


def _are_numbers(words: Sequence[str]) -> bool:
    numbers = sum(bool(NUMBER.fullmatch(word)) for word in words)
    return numbers > 1 and 2 * numbers >= len(words)


def _parts(words: Sequence[Word], page: int, tables: Sequence[Ruled]) -> list[list[Word] | str]:
    """What stands on a page, from top to bottom: words, and for each table its line."""
    parts: list[list[Word] | str] = []
    for number, table in enumerate(tables):
        if table.page == page:
            parts += [[word for word in words if word.middle < table.top], line_for(number)]
            words = [word for word in words if word.middle >= table.top]
    return [*parts, list(words)]
