"""Cells that only say "as above" ("nt", "-nt-", "″"): the text of the cell above them."""

from collections.abc import Iterator, Sequence

from kehoach_cli.imports.money.columns import Field
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_SIGNS = pattern(r"""(?:["“”″〃]|''|,,){1,3}""")
_WORDS = ("nt", "n.t", "n/t", "nhu tren", "nhu tr")
_ASIDE = " -–—()\"'“”″./"
_KEPT = ("stt", "ten", "ma")


def repeats(text: str) -> bool:
    """Whether a cell says nothing but that it is as the one above."""
    bare = text.strip()
    return bool(bare) and (bool(_SIGNS.fullmatch(bare.strip(" -–—"))) or _in_words(bare))


def _in_words(text: str) -> bool:
    return len(text) <= 14 and fold(text.strip(_ASIDE)) in _WORDS


def resolved(rows: Sequence[list[str]], fields: Sequence[Field]) -> Iterator[tuple[int, int]]:
    """Fill such cells in, in place; the row and column of each, from 0.

    Money, numbers and names are never as above; nor is what stands above everything.
    """
    for column, field in enumerate(fields):
        if field.money or field.path in _KEPT:
            continue
        above = ""
        for at, row in enumerate(rows):
            cell = row[column]
            if above and repeats(cell):
                row[column] = above
                yield at, column
            elif cell.strip():
                above = cell
