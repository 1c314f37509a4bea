"""On which page each title stands, told from the widths and heights of the text.

Word and LibreOffice number the pages themselves; this is what stands in the file until they do.
Paragraphs break as they break them: two lines at least on either page, titles with what follows.
"""

from collections.abc import Collection, Sequence

from kehoach_cli.document.heights import Gauge
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Document
from kehoach_cli.document.pieces import Piece, grow, grown

_LEAST = 2  # lines of a paragraph on a page (widow control)
_SLACK = 0.05  # mm
_LINE = 0.2  # mm, below the last row of a table on a page


def page_numbers(document: Document, layout: Layout, marks: Collection[str]) -> dict[str, int]:
    """The page of each marked paragraph, counted as the page numbers count.

    Pages after the last of them are not told.
    """
    press, gauge = _Press(), Gauge(document, layout)
    for section in document.sections:
        if press.found.keys() >= set(marks):
            break
        press.begin(layout.page.text_height(section.landscape), restart=section.restart)
        press.run(list(gauge.pieces(section)))
    return press.found


def placed_rows(document: Document, layout: Layout) -> list[tuple[int, Piece]]:
    """Each row of a table with the sheet of paper it stands on, in reading order; no headings."""
    press, gauge = _Press(), Gauge(document, layout)
    for section in document.sections:
        press.begin(layout.page.text_height(section.landscape) - _LINE, restart=section.restart)
        press.run(list(gauge.pieces(section)))
    return press.rows


class _Press:
    """Where the next piece goes: its page, the room there and how much of it is used, in mm.

    `page` is its number, `sheet` counts on where the numbers begin again. `fresh`: nothing stands
    on the page yet. `turned`: it was turned to, so that the space above its first paragraph falls
    away; a section keeps that space. `rows`: each row of a table with its sheet; `left`: what is
    left of the cells merged downwards (see `grow`).
    """

    def __init__(self) -> None:
        self.whole = self.room = self.used = 0.0
        self.page = self.sheet = 0
        self.fresh, self.turned = True, False
        self.found: dict[str, int] = {}
        self.rows: list[tuple[int, Piece]] = []
        self.left: dict[int, float] = {}

    def begin(self, height: float, *, restart: bool) -> None:
        """The first page of a section."""
        self.page = 0 if restart else self.page
        self.whole = height
        self.turn()
        self.turned = False

    def turn(self, repeated: float = 0.0) -> None:
        """The next page; inside a table it begins with the heading rows."""
        self.page, self.sheet = self.page + 1, self.sheet + 1
        self.used, self.room = repeated, self.whole
        self.fresh = self.turned = True
        self.left = {}

    def run(self, pieces: Sequence[Piece]) -> None:
        """Set pieces one after the other; what must stand together goes to the next page whole."""
        at = 0
        while at < len(pieces):
            end = _chain_end(pieces, at)
            chain = list(grown(pieces[at:end], self.left))
            if not self.fresh and self.used + _needed(chain) > self.limit:
                self.turn(pieces[at].repeated)
            for piece in pieces[at:end]:
                self.put(piece)
            at = end

    @property
    def limit(self) -> float:
        """How much of the page may be used."""
        return self.room + _SLACK

    def put(self, piece: Piece) -> None:
        """Set a piece, over as many pages as its lines take."""
        left = piece.lines
        piece, self.left = grow(piece, self.left)
        fits = self._fitting(piece, left)
        while fits < left and (fits or not self.fresh):
            if fits:
                self._note(piece)
            left -= fits
            self.turn(piece.repeated)
            fits = self._fitting(piece, left)
        self._note(piece)
        self.used += self._above(piece) + left * piece.line + piece.after
        self.room -= piece.notes
        self.fresh = self.turned = False
        if piece.is_row:
            self.rows.append((self.sheet, piece))

    def _above(self, piece: Piece) -> float:
        return 0.0 if self.turned else piece.before

    def _fitting(self, piece: Piece, left: int) -> int:
        """How many of a piece's lines that are left stay on this page."""
        room = self.limit - self.used - self._above(piece) - piece.notes
        if left * piece.line <= room:
            return left
        fits = 0 if piece.whole else min(int(room / piece.line), left - _LEAST)
        return fits if fits >= _LEAST else 0

    def _note(self, piece: Piece) -> None:
        if piece.mark:
            self.found.setdefault(piece.mark, self.page)


def _chain_end(pieces: Sequence[Piece], start: int) -> int:
    """The end of what must stand together with a piece."""
    end = start
    while end < len(pieces) - 1 and pieces[end].keep_next:
        end += 1
    return end + 1


def _needed(chain: Sequence[Piece]) -> float:
    """What a chain needs on a page: all but its last piece whole, and that one's first lines."""
    *above, last = chain
    first = last.lines if last.whole or last.lines < 2 * _LEAST else _LEAST
    kept = sum(piece.height for piece in above)
    return kept + last.before + first * last.line + last.notes
