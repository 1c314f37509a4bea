"""A printed file, its words with their places and the lines drawn on it → its text and tables."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from kehoach_cli.imports.pages import Grid
from kehoach_cli.imports.printed_words import Sheet, Word, lines_of
from kehoach_cli.imports.ruled_joints import whole
from kehoach_cli.imports.ruled_pages import Ruled, ruled
from kehoach_cli.imports.ruled_tables import frames_in
from kehoach_cli.imports.ruling_lines import rulings_of
from kehoach_cli.imports.text_reader import line_for

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
    for number, (sheet, page) in enumerate(zip_longest(sheets, rulings)):
        frames = frames_in(page) if page else []
        wide = sheet.width > sheet.height
        found, rest = ruled(sheet.words, frames, number, wide=wide)
        tables += found
        outside.append(rest)
    tables = whole(tables, outside)
    grids = [table.grid(f"trang {table.page + 1}") for table in tables]
    parts = [_parts(rest, at, tables) for at, rest in enumerate(outside)]
    return lines_of(sheets, parts), grids


def _parts(words: Sequence[Word], page: int, tables: Sequence[Ruled]) -> list[list[Word] | str]:
    """What stands on a page, from top to bottom: words, and for each table its line."""
    parts: list[list[Word] | str] = []
    for number, table in enumerate(tables):
        if table.page == page:
            parts += [[word for word in words if word.middle < table.top], line_for(number)]
            words = [word for word in words if word.middle >= table.top]
    return [*parts, list(words)]
