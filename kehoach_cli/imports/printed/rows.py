"""Where the rows of a table begin on a printed page whose lines do not part them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach_cli.imports.printed.columns import Piece, edges_of, over_others, reached
from kehoach_cli.imports.printed.ruled_tables import NEAR, Cell, Frame

_ALIKE = 0.75  # points: gaps that differ by less are one
_ON_LINE = 0.4  # of a line's height: how far words of one line are up or down


def frame_of(
    head: Sequence[Sequence[Piece]],
    body: Sequence[Sequence[Piece]],
    anchors: Sequence[Piece],
    strips: Sequence[tuple[float, float]],
    floors: Sequence[float],
) -> Frame:
    """The table of lines of a head and of rows. `anchors`: the number or the sum of each row;
    `floors`: how far down lines run across."""
    pieces = [piece for line in [*head, *body] for piece in line]
    first = [min((p.top for line in head for p in line), default=pieces[0].top) - 1]
    heads, cells = _head_cells(head, strips) if head else ([], [])
    under = [*heads, max(p.bottom for line in head for p in line)] if head else first
    rows = _rows(under[-1], body, anchors, floors, bool(head))
    across = [*(first if head else []), *heads, *rows, max(p.bottom for p in pieces) + 1]
    edges = edges_of(strips)
    begun = len(heads) + 1 if head else 0
    for row, (top, bottom) in enumerate(pairwise(across[begun:]), begun):
        inside = [p for line in body for p in line if top <= p.middle < bottom]
        cells += [Cell(row, left, row + 1, right) for left, right in _merged(inside, strips)]
    return Frame(across, edges, cells)


def _head_cells(
    head: Sequence[Sequence[Piece]], strips: Sequence[tuple[float, float]]
) -> tuple[list[float], list[Cell]]:
    """Where the second row of a head begins, if headings stand over others; and its cells."""
    over = over_others(head)
    if not over:
        return [], [Cell(0, at, 1, at + 1) for at in range(len(strips))]
    groups = {(places[0], places[-1] + 1) for places in (reached(p, strips) for p in over)}
    covered = {at for left, right in groups for at in range(left, right)}
    cells = [Cell(0, left, 1, right) for left, right in sorted(groups)]
    cells += [Cell(1, at, 2, at + 1) for at in sorted(covered)]
    cells += [Cell(0, at, 2, at + 1) for at in range(len(strips)) if at not in covered]
    return [max(p.bottom for p in over)], cells


def _merged(
    pieces: Sequence[Piece], strips: Sequence[tuple[float, float]]
) -> Iterator[tuple[int, int]]:
    """The cells of a row: those that words reach over are one."""
    ends = {at: at + 1 for at in range(len(strips))}
    for piece in pieces:
        places = reached(piece, strips)
        if len(places) > 1:
            ends[places[0]] = max(ends[places[0]], places[-1] + 1)
    at = 0
    while at < len(strips):
        yield at, ends[at]
        at = ends[at]


def _rows(
    top: float,
    body: Sequence[Sequence[Piece]],
    anchors: Sequence[Piece],
    floors: Sequence[float],
    has_head: bool,
) -> list[float]:
    """How far down each row begins."""
    tops = _stand_at_top(body, anchors)
    found: list[float] = []
    if has_head:
        found = _parting(top, anchors[0].middle, body, floors, None if tops else top) or [top]
        found = found[-1:]
        rest = [p for line in body for p in line if p.bottom < anchors[0].top + p.edge]
        if rest and tops and min(p.top for p in rest) < found[0]:
            found = [top, *found]
    else:
        found = [min(piece.top for line in body for piece in line) - 1]
        cut = _parting(found[0] + NEAR, anchors[0].middle, body, floors, None) if anchors else []
        is_rest = any(p.bottom < anchors[0].top for line in body for p in line) if anchors else 0
        found += cut[-1:] if is_rest and tops else cut if floors else []
    for one, two in pairwise(anchors):
        even = 2 * one.middle - found[-1]
        found += _parting(one.middle, two.middle, body, floors, None if tops else even)
    last = [floor for floor in floors if anchors and floor > anchors[-1].bottom]
    below = [p.middle for line in body for p in line]
    return found + [floor for floor in last if any(middle > floor for middle in below)]


def _stand_at_top(body: Sequence[Sequence[Piece]], anchors: Sequence[Piece]) -> bool:
    """Whether rows are written from their top on: beside each number a text begins large."""
    begun = 0
    for anchor in anchors:
        near = _ON_LINE * (anchor.bottom - anchor.top)
        beside = [p for line in body for p in line
                  if p != anchor and abs(p.middle - anchor.middle) <= near]  # fmt: skip
        begun += bool(beside) and not beside[0].text[0].islower()
    return begun >= 0.9 * len(anchors)


def _parting(
    top: float,
    bottom: float,
    body: Sequence[Sequence[Piece]],
    floors: Sequence[float],
    even: float | None,
) -> list[float]:
    """Where rows part between two places: on the lines there, else in the widest gap, of those
    alike the nearest to `even`, or the last one where that is None."""
    drawn = [floor for floor in floors if top < floor < bottom]
    if drawn:
        return drawn
    spans = sorted((p.top + p.edge, p.bottom - p.edge) for line in body for p in line
                   if p.bottom > top and p.top < bottom)  # fmt: skip
    gaps: list[tuple[float, float]] = []
    end = top
    for start, stop in spans:
        if start > end:
            gaps.append((end, start))
        end = max(end, stop)
    inner = [gap for gap in gaps if gap[1] <= bottom]
    if not inner:
        return [even if even is not None and top < even < bottom else (top + bottom) / 2]
    widest = max(stop - start for start, stop in inner)
    wide = [(start + stop) / 2 for start, stop in inner if stop - start > widest - _ALIKE]
    return [wide[-1] if even is None else min(wide, key=lambda one: abs(one - even))]
