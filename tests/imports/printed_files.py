"""Words with their places, as `pdftotext -bbox` writes them: letters 6 points wide, 14 high."""

from collections.abc import Callable, Iterable, Sequence
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


Drawn = tuple[float, float, float, float]
"""A line of a table, from and to: how far right, in letters, and how far down, in lines."""


def drawn(pages: Iterable[Sequence[Drawn]], draw: Callable[[Drawn], str] | None = None) -> bytes:
    """What pdftocairo draws of pages with these lines. `draw`: one of them, in points."""
    drawings = ("".join(map(draw or stroke, map(_points, page))) for page in pages)
    body = "".join(f'<page><path d="" stroke="black"/>{lines}</page>' for lines in drawings)
    return (
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 612 792">'
        f'<defs><g><path d="M 0 0 L 9 0"/></g></defs><pageSet>{body}</pageSet></svg>'
    ).encode()


def _points(line: Drawn) -> Drawn:
    left, top, right, bottom = line
    return 48 + left * LETTER, 49 + top * LINE, 48 + right * LETTER, 49 + bottom * LINE


def stroke(line: Drawn) -> str:
    """A line as LibreOffice's files have it: the page upside down, a little smaller."""
    left, top, right, bottom = line
    path = f"M {left / 0.5} {(792 - top) / 0.5} L {right / 0.5} {(792 - bottom) / 0.5}"
    style = "fill:none;stroke-width:0.5;stroke:rgb(0%,0%,0%);"
    return f'<path style="{style}" d="{path} " transform="matrix(0.5,0,0,-0.5,0,792)"/>'


def lattice(columns: Sequence[float], rows: Sequence[float]) -> list[Drawn]:
    """The lines of a table whose columns and rows begin and end here, without merged cells."""
    across = [(columns[0], down, columns[-1], down) for down in rows]
    return [*across, *((right, rows[0], right, rows[-1]) for right in columns)]
