"""The lines drawn on printed pages (`pdftocairo -svg`) → those that run across and down."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple
from xml.parsers import expat

from kehoach_cli.patterns import pattern

_NUMBER = r"[-+]?[\d.]+(?:e[-+]?\d+)?"
_STEP = pattern(rf"([MLHVZ])|({_NUMBER})")
_PLAIN = pattern(r"[MLHVZ\d\s.,e+-]*")
"""A path of straight lines between places of the page: cairo writes no others."""
_MATRIX = pattern(rf"matrix\(({_NUMBER}(?:[ ,]+{_NUMBER}){{5}})\)")
_WHITE = ("none", "white", "#fff", "#ffffff", "rgb(100%, 100%, 100%)", "rgb(100%,100%,100%)")
_UNSEEN = ("defs", "clipPath", "mask", "symbol", "pattern")
"""Tags inside which nothing is drawn where it stands."""
_STRAIGHT = 0.5  # points by which a line may slope
_THICK = 4.0  # points of a line's thickness at most
_SAME, _BROKEN = 1.5, 3.0
"""Points between lines that are one, side by side and end to end: double lines, dots, dashes."""
_SHORT = 5.0  # points: what is shorter parts no cells
_MOST_LETTERS, _MOST_LINES = 200_000, 20_000
"""Of a path, and of pieces of lines on a page, beyond which it is a picture."""

Matrix = tuple[float, ...]
Point = tuple[float, float]


class Ruling(NamedTuple):
    """A line: how far down (or right, of one that runs down), and from where to where it runs."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The lines of a page, in points from its upper left corner."""

    across: list[Ruling]
    down: list[Ruling]


def rulings_of(drawing: bytes) -> list[Rulings]:
    """The lines of each page of a drawing; none of a drawing that is none, or holds a DOCTYPE."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reader.opened
    parser.EndElementHandler = reader.closed
    with suppress(expat.ExpatError, ValueError, OverflowError):
        parser.Parse(drawing, True)
        return [_joined(page) for page in reader.pages]
    return []


def _refuse(*_: object) -> None:
    raise ValueError("a DOCTYPE has no place in a drawing")


class _Reader:
    """The pieces of lines by pages. `hidden`: how many tags that draw nothing stand around."""

    def __init__(self) -> None:
        self.pages: list[Rulings] = []
        self.matrices: list[Matrix] = [(1, 0, 0, 1, 0, 0)]
        self.hidden = 0

    def opened(self, name: str, said: dict[str, str]) -> None:
        self.hidden += name in _UNSEEN
        self.matrices.append(_product(self.matrices[-1], said.get("transform", "")))
        if name == "pageSet":
            self.pages.clear()
        elif name in ("svg", "page"):
            self.pages.append(Rulings([], []))
        elif not self.hidden and name in ("path", "rect") and self.pages:
            self._draw(said, _rectangle(said) if name == "rect" else said.get("d", ""))

    def closed(self, name: str) -> None:
        self.hidden -= name in _UNSEEN
        self.matrices.pop()

    def _draw(self, said: dict[str, str], path: str) -> None:
        page = self.pages[-1]
        if len(path) > _MOST_LETTERS or not _PLAIN.fullmatch(path):
            return
        style = _style(said)
        for points in _lines(path, self.matrices[-1]):
            if style.get("stroke", "none") not in _WHITE:
                for start, end in pairwise(points):
                    _add(page, (start, end), _STRAIGHT)
            elif style.get("fill", "black") not in _WHITE:
                _add(page, points, _THICK)
        if len(page.across) + len(page.down) > _MOST_LINES:
            page.across.clear()
            page.down.clear()


def _style(said: dict[str, str]) -> dict[str, str]:
    """How a thing is drawn, by its own attributes and by `style`."""
    parts = (part.partition(":") for part in said.get("style", "").split(";"))
    return said | {name.strip(): value.strip() for name, _, value in parts if value}


def _rectangle(said: dict[str, str]) -> str:
    x, y, width, height = (float(said.get(key, 0)) for key in ("x", "y", "width", "height"))
    return f"M {x} {y} H {x + width} V {y + height} H {x} Z"


def _product(outer: Matrix, transform: str) -> Matrix:
    """What turns places inside a tag into those of the page."""
    match = _MATRIX.fullmatch(transform.strip())
    if match is None:
        return outer
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = map(float, re.split(r"[ ,]+", match[1]))
    return (
        *(a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s),
        *(a * t + c * u + e, b * t + d * u + f),
    )


def _lines(path: str, matrix: Matrix) -> Iterator[list[Point]]:
    """The places that each line of a path runs through, on the page."""
    a, b, c, d, e, f = matrix
    for points in _runs(path):
        yield [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def _runs(path: str) -> Iterator[list[Point]]:
    points: list[Point] = []
    step, held = "M", list[float]()
    for letter, number in _STEP.findall(path):
        if letter == "M" and points:
            yield points
            points = []
        if letter == "Z" and points:
            points.append(points[0])
        step = letter or step
        held = [] if letter else [*held, float(number)]
        if step in "HV" and held and points:
            x, y = points[-1]
            points.append((held.pop(), y) if step == "H" else (x, held.pop()))
        elif len(held) == 2:
            points.append((held[0], held[1]))
            held = []
    if points:
        yield points


def _add(page: Rulings, points: Iterable[Point], thick: float) -> None:
    """Put what places bound into a page, where it is a line."""
    across, down = zip(*points, strict=True)
    left, right, top, bottom = min(across), max(across), min(down), max(down)
    if bottom - top <= thick:
        page.across.append(Ruling((top + bottom) / 2, left, right))
    if right - left <= thick:
        page.down.append(Ruling((left + right) / 2, top, bottom))


def _joined(page: Rulings) -> Rulings:
    return Rulings(_whole(page.across), _whole(page.down))


def _whole(rulings: list[Ruling]) -> list[Ruling]:
    """The lines, each whole that is drawn in pieces or twice."""
    found: list[Ruling] = []
    for same in _side_by_side(sorted(rulings)):
        pieces = sorted((one.start, one.end) for one in same)
        start, end = pieces[0]
        for begin, stop in [*pieces[1:], (float("inf"), 0.0)]:
            if begin > end + _BROKEN:
                if end - start >= _SHORT:
                    found.append(Ruling(same[0].at, start, end))
                start = begin
                end = stop
            end = max(end, stop)
    return found


def _side_by_side(rulings: list[Ruling]) -> Iterator[list[Ruling]]:
    same: list[Ruling] = []
    for ruling in rulings:
        if same and ruling.at > same[0].at + _SAME:
            yield same
            same = []
        same.append(ruling)
    if same:
        yield same
