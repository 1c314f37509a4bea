"""How many columns a text takes in a terminal or a plain letter."""

import unicodedata
from functools import lru_cache


def display_width(text: str) -> int:
    """Columns a text takes: marks and signs that do not show none, East Asian letters two."""
    return len(text) if text.isascii() else sum(map(columns, text))


@lru_cache(maxsize=4096)
def columns(char: str) -> int:
    """Columns that one character takes: 0, 1 or 2."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
