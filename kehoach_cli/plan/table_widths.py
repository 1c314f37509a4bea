"""How much room a table's columns need, so that no word and no number breaks over two lines."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from heapq import nlargest

from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.expressions import PIECE
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.view_rows import Value, told
from kehoach_cli.plan.views import heading, resolve_table
from kehoach_cli.vietnamese.letter_widths import text_width

PADDING = 2.4  # mm: both side margins of a cell, the border, rounding
NARROWEST = 4.0  # mm between them: two figures
WIDEST = 30.0  # mm: a longer word (an address, a slip) breaks instead of crushing its neighbours
SMALLEST = 11  # pt, of the text in a table

_PORTRAIT, _LANDSCAPE = 165.0, 252.0  # mm, A4 between the margins: PL I, Mục I.1 and I.3
_UNBROKEN = 18  # letters
_CANDIDATES = 5  # long words measured: letters differ in width


def pieces(word: str) -> list[str]:
    """A long word may break at its hyphens; a document's number should not."""
    return [word] if len(word) <= _UNBROKEN else word.replace("-", "- ").split()


def longest_pieces(texts: Iterable[str]) -> list[str]:
    """The longest of what may not break in some texts."""
    words = set("\n".join(set(texts)).split())
    parts = {piece for word in words for piece in pieces(word)}
    return nlargest(_CANDIDATES, parts, key=lambda piece: (len(piece), piece))


def least_width(head: str, longest: Iterable[str], size: int) -> float:
    """The width in mm at which no word of a column breaks. `head`: its heading, in bold.

    `longest`: of what stands in its cells.
    """
    widths = [text_width(piece, size) for piece in longest]
    widths += [text_width(piece, size, bold=True) for w in head.split() for piece in pieces(w)]
    return max(NARROWEST, min(WIDEST, max(widths, default=0.0))) + PADDING


def page_room(*, landscape: bool) -> float:
    """The width in mm that a table may take."""
    return _LANDSCAPE if landscape else _PORTRAIT


def room_needed(bang: Bang, plan: Plan) -> float:
    """The width in mm of a table whose words stay whole, in the smallest letters that it may have.

    Texts are taken as typed; what stands in `{{ }}` takes no room.
    """
    columns = [leaf for top in bang.cot or () for leaf in top.leaves()]
    most = sum(max(WIDEST + PADDING, float(column.rong or 0)) for column in columns)
    if most <= page_room(landscape=False):
        return 0.0
    rows = [row.cells for row in resolve_table(bang, plan).rows]
    size = bang.co_chu or SMALLEST
    return sum(
        float(column.rong or 0)
        or least_width(_plain(heading(column, bang, plan)), longest_pieces(_texts(rows, at)), size)
        for at, column in enumerate(columns)
    )


def _texts(rows: Iterable[Sequence[Value]], at: int) -> Iterator[str]:
    """What the cells of a column print, each text once."""
    for value in {cells[at] for cells in rows if at < len(cells)} - {None}:
        yield told(value) if isinstance(value, Decimal) else _plain(value or "")


def _plain(text: str) -> str:
    return (PIECE.sub(" ", text) if "{{" in text else text).replace("*", "")
