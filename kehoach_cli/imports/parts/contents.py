"""The table of contents of a document: it is made anew, so what it lists is not text."""

from collections.abc import Sequence
from itertools import takewhile

from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_TITLE = "muc luc"
_ENTRY = pattern(r"(?P<text>.*?\S)[\s.…_]*(?<=[\s.…_])(?P<page>\d{1,3}|[ivx]{1,5})\s*")
_LEAST = 2


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """The blocks without the first "MỤC LỤC" and its entries, and how many these were.

    An entry ends with the number of a page, and what it says stands again further on.
    """
    at = next((i for i, block in enumerate(blocks) if _is_title(block)), None)
    if at is None:
        return [*blocks], 0
    entries = [*takewhile(bool, map(_entry, blocks[at + 1 :]))]
    below = "".join(map(_letters, blocks[at + 1 + len(entries) :]))
    count = sum(1 for _ in takewhile(lambda entry: entry in below, entries))
    if count < _LEAST:
        return [*blocks], 0
    return [*blocks[:at], *blocks[at + 1 + count :]], count


def _is_title(block: Block) -> bool:
    return isinstance(block, Line) and fold(block.text).strip(" *:") == _TITLE


def _entry(block: Block) -> str:
    """The letters of what a line of the contents names; "" for no such line."""
    match = _ENTRY.fullmatch(block.whole) if isinstance(block, Line) else None
    return _only_letters(match["text"]) if match else ""


def _letters(block: Block) -> str:
    return _only_letters(block.whole) if isinstance(block, Line) else ""


def _only_letters(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())
