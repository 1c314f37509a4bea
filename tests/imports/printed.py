"""Words with their places, as `pdftotext -bbox` writes them: letters 6 points wide, 14 high."""

from collections.abc import Iterable, Sequence
from html import escape

LETTER, HEIGHT, LINE = 6.0, 14.0, 16.0

Placed = tuple[float, float, str]
"""How far right a text begins, in letters; its line from the top of the page; the text."""


def printed(pages: Iterable[Sequence[Placed]]) -> bytes:
    """What pdftotext says of pages that hold these texts."""
    body = "".join(
        f'<page width="612.0" height="792.0">\n{"".join(map(_words, texts))}</page>\n'
        for texts in pages
    )
    return f"<html><body><doc>\n{body}</doc></body></html>".encode()


def _words(placed: Placed) -> str:
    right, down, text = placed
    left, top = 50 + right * LETTER, 50 + down * LINE
    found = ""
    for word in text.split():
        end = left + len(word) * LETTER
        found += (
            f'<word xMin="{left:.6f}" yMin="{top:.6f}" xMax="{end:.6f}" '
            f'yMax="{top + HEIGHT:.6f}">{escape(word)}</word>\n'
        )
        left = end + LETTER / 2
    return found
