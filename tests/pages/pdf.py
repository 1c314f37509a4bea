"""Word file → PDF → what stands on each page, in millimetres from the top left corner."""

import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from tests.programs import libreoffice, missing

MM = 25.4 / 72
LEFT, RIGHT, TOP, BOTTOM = 30.0, 15.0, 20.0, 20.0
"""Margins in mm, those of the layout nd30-2020."""
LETTERS = "1ebf 1ed9 1eed"
"""ế ộ ử: the older fonts-liberation lacks them and many more, and lines break elsewhere."""
FONTS = [
    f":family={family}:charset={LETTERS}" for family in ("Times New Roman", "Liberation Serif")
]
LIMIT = 120  # seconds for one call

_GAP = 1.5  # mm without a letter: another piece of text
_THIN = 0.7  # mm, a drawn line is no thicker
_RISE = 0.3  # mm, letters of one line stand on one baseline


def to_pdf(docx: Path, tmp: Path) -> Path:
    """The PDF that LibreOffice makes of a Word file."""
    return to_pdfs([docx], tmp)[0]


def to_pdfs(files: Sequence[Path], tmp: Path) -> list[Path]:
    """The PDFs of several Word files, of one call; skips or fails where a tool is missing."""
    if not _has_font():
        missing("fonts-liberation2, or Times New Roman,")
    profile = tmp / "profile"
    command = [str(libreoffice()), "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp), *map(str, files)]
    done = subprocess.run(command, capture_output=True, timeout=LIMIT, check=False)
    made = [tmp / f"{file.stem}.pdf" for file in files]
    absent = [pdf.name for pdf in made if not pdf.exists()]
    if absent:
        pytest.fail(f"LibreOffice made no {absent}: {done.stderr.decode(errors='replace')}")
    return made


def _has_font() -> bool:
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    found = [subprocess.run([lister, font], capture_output=True, check=True) for font in FONTS]
    return any(done.stdout.strip() for done in found)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on one baseline; cells side by side are lines of their own."""

    text: str
    x0: float
    x1: float
    baseline: float
    sizes: frozenset[float]
    fonts: frozenset[str]

    @property
    def size(self) -> float:
        """The greatest type size in it, in points."""
        return max(self.sizes)

    @property
    def centre(self) -> float:
        """The middle between its ends."""
        return (self.x0 + self.x1) / 2

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.x1 - self.x0

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return all("Bold" in font for font in self.fonts)

    @property
    def italic(self) -> bool:
        """Whether every letter is italic."""
        return all("Italic" in font for font in self.fonts)

    @property
    def upright(self) -> bool:
        """Whether no letter is bold or italic."""
        return not any("Bold" in font or "Italic" in font for font in self.fonts)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn straight line, or a side of a box."""

    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def length(self) -> float:
        """Along the page."""
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        """The middle between its ends."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Page:
    """One page; all lengths in millimetres, type sizes in points."""

    number: int
    width: float
    height: float
    lines: Sequence[Line]
    strokes: Sequence[Stroke]

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height

    @property
    def centre(self) -> float:
        """The middle of the text, between the left and the right margin."""
        return (LEFT + self.width - RIGHT) / 2

    @property
    def body(self) -> list[Line]:
        """The lines below the top margin, in reading order."""
        found = (line for line in self.lines if line.baseline > TOP)
        return sorted(found, key=lambda line: (round(line.baseline, 1), line.x0))

    @property
    def running(self) -> list[Line]:
        """The lines in the top margin."""
        return [line for line in self.lines if line.baseline <= TOP]

    @cached_property
    def rules(self) -> list[Stroke]:
        """The horizontal strokes."""
        return [s for s in self.strokes if s.bottom - s.top < _THIN < s.length]

    @cached_property
    def bars(self) -> list[Stroke]:
        """The vertical strokes."""
        return [s for s in self.strokes if s.length < _THIN < s.bottom - s.top]

    def find(self, start: str) -> Line:
        """The first line that begins so; fails, showing the page, when there is none."""
        for line in self.lines:
            if line.text.startswith(start):
                return line
        shown = "\n".join(line.text for line in self.lines)
        raise AssertionError(f"no line begins with {start!r} on page {self.number}:\n{shown}")

    def has(self, start: str) -> bool:
        """Whether a line begins so."""
        return any(line.text.startswith(start) for line in self.lines)

    def in_table(self, line: Line) -> bool:
        """Whether a line stands between two vertical strokes."""
        beside = [bar.x0 for bar in self.bars if bar.top < line.baseline < bar.bottom]
        return any(x <= line.x0 for x in beside) and any(x >= line.x1 for x in beside)

    def rule_below(self, line: Line) -> Stroke:
        """The first horizontal stroke under a line, no more than 4 mm under its baseline."""
        below = [r for r in self.rules if 0 < r.top - line.baseline < 4]
        under = [r for r in below if r.x0 < line.centre < r.x1]
        assert under, f"no rule under {line.text!r}"
        return min(under, key=lambda rule: rule.top)


Pages = Callable[[str], list[Page]]
"""The pages of a plan, by its name."""


def read_pages(pdf: Path) -> list[Page]:
    """Every page of a PDF."""
    with pdfplumber.open(pdf) as book:
        return [_page(number, page) for number, page in enumerate(book.pages, 1)]


def _page(number: int, page: Any) -> Page:
    height = float(page.height)
    shapes = [*page.lines, *page.rects, *page.curves]
    strokes = sorted({_stroke(shape) for shape in shapes}, key=lambda s: (s.top, s.x0))
    lines = list(_lines(page.chars, height))
    return Page(number, float(page.width) * MM, height * MM, lines, strokes)


def _stroke(shape: dict[str, Any]) -> Stroke:
    sides = (shape["x0"], shape["x1"], shape["top"], shape["bottom"])
    return Stroke(*(round(float(side) * MM, 3) for side in sides))


def _lines(chars: Iterable[dict[str, Any]], height: float) -> Iterator[Line]:
    """The pieces of text in the order in which the page draws them."""
    piece: list[dict[str, Any]] = []
    for char in chars:
        if piece and not _goes_on(piece[-1], char):
            yield from _line(piece, height)
            piece = []
        piece.append(char)
    yield from _line(piece, height)


def _goes_on(last: dict[str, Any], char: dict[str, Any]) -> bool:
    rise = abs(_baseline(last) - _baseline(char)) * MM
    gap = float(char["x0"] - last["x1"]) * MM
    near = gap < _GAP or last["text"].isspace() or char["text"].isspace()
    return rise < _RISE and gap > -_GAP and near


def _baseline(char: dict[str, Any]) -> float:
    return float(char["matrix"][5])


def _line(piece: list[dict[str, Any]], height: float) -> Iterator[Line]:
    # Spaces that do not break are blanks left to be filled in; they count.
    ink = [char for char in piece if char["text"] not in (" ", "\n")]
    if ink:
        yield Line(
            text=" ".join("".join(char["text"] for char in piece).split()),
            x0=float(ink[0]["x0"]) * MM,
            x1=float(ink[-1]["x1"]) * MM,
            baseline=(height - _baseline(ink[0])) * MM,
            sizes=frozenset(round(float(char["size"]), 1) for char in ink),
            fonts=frozenset(char["fontname"].split("+")[-1] for char in ink),
        )
