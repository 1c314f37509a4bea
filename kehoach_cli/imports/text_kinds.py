"""Tables of plain text with a cell a line whose headings tell what stands under them: a figure, a
time, a body, a text. Rows are found again by where such cells come back; empty ones may be lost.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from kehoach_cli.imports.alignment import is_figure
from kehoach_cli.imports.heads import is_counter
from kehoach_cli.imports.labels import bullet_of, label_of
from kehoach_cli.imports.pages import Grid
from kehoach_cli.imports.row_numbers import NUMBER
from kehoach_cli.imports.text_units import Unit, ends_cells, units_of
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_COUNT, _FIGURE, _TIME, _BODY, _UNIT, _NOTE, _PERSON, _TEXT = range(8)
"""What a heading says that stands under it."""
_HEADINGS = (
    (_TEXT, pattern(r"^nguon\b")),
    (_UNIT, pattern(r"\b(?:don vi tinh|dvt)\b")),
    (_NOTE, pattern(r"\bghi chu\b")),
    (_PERSON, pattern(r"\bho (?:va|,) ?ten\b|\bho ten\b")),
    (_FIGURE, pattern(r"\b(?:kinh phi|so luong|don gia|thanh tien|tong (?:so|cong|muc|von|kinh)|von"
                      r"|nam 20\d\d|20\d\d|so tien|ty le|muc dau tu|du toan|khoi luong)\b")),
    (_TIME, pattern(r"\b(?:thoi (?:gian|han|diem|ky)|tien do|hoan thanh|lo trinh|han)\b")),
    (_BODY, pattern(r"\b(?:chu tri|phoi hop|chu dau tu|phu trach|don vi|co quan|noi nhan"
                    r"|(?:bo phan|nguoi|to chuc) thuc hien|chiu trach nhiem|dau moi)\b")),
    (_TEXT, pattern(r"\b(?:noi dung|nhiem vu|ten|cong viec|du an|hang muc|chi tieu|san pham|ket qua"
                    r"|muc tieu|giai phap|hoat dong|nguon|chuc vu|dia diem|tieu chi"
                    r"|pham vi|quy mo|doi tuong|hinh thuc|chuc danh|muc do|can cu|viec)\b")),
)  # fmt: skip
_TIMED = pattern(
    r"(?:(?:truoc|sau|trong|den|tu|het|cuoi|dau|giua|hoan thanh|ngay|thang|quy|nam|giai doan"
    r"|tuan)\b|thuong xuyen|hang (?:nam|quy|thang)|dinh ky|lien tuc|6 thang|\d{1,2}/\d"
    r"|20\d\d\s*[-–]\s*20\d\d|20\d\d$).*",
)
_BODIED = pattern(
    r"(?:cac )?(?:so|ubnd|uy ban|van phong|phong|cong an|ban|bo|cuc|chi cuc|trung tam|hdnd|vnpt"
    r"|viettel|to|dai|bao|truong|benh vien|buu dien|kho bac|ngan hang|doan|hoi|mttq|thanh tra|toa"
    r"|vien|don vi|co quan|doanh nghiep|huyen|xa|phuong|nganh|dang uy|tinh uy|thanh uy|bqlda)\b.*",
    re.DOTALL,
)
_YEAR = pattern(r"20\d\d")
_PERSONAL = pattern(r"(?:(?:Ông|Bà|Đồng chí|Đ/c)\s+)?[A-ZĐÀ-Ỹ][\w.]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,5}")
_WITH_FIGURE = pattern(r".* (?!20\d\d$)[\d.,]+", re.DOTALL)
"""A heading and the first figure under it, run together."""
_SHORT = 14  # letters of a unit of measure
_FITS: dict[int, dict[int, float]] = {
    _COUNT: {_COUNT: 0, _FIGURE: -9, _TIME: -9, _BODY: -9, _UNIT: -9, _TEXT: -9},
    _PERSON: {_COUNT: -8, _FIGURE: -8, _TIME: -8, _BODY: -6, _UNIT: -4, _TEXT: -6},
    _FIGURE: {_COUNT: 0, _FIGURE: 0, _TIME: -2.5, _BODY: -8, _UNIT: -5, _TEXT: -5},
    _TIME: {_COUNT: -4, _FIGURE: -3, _TIME: 0, _BODY: -6, _UNIT: -4, _TEXT: -4},
    _BODY: {_COUNT: -8, _FIGURE: -8, _TIME: -6, _BODY: 0, _UNIT: -2.5, _TEXT: -2.5},
    _UNIT: {_COUNT: -6, _FIGURE: -6, _TIME: -4, _BODY: -3, _UNIT: 0, _TEXT: -5},
    _NOTE: {_COUNT: -3, _FIGURE: -3, _TIME: -3, _BODY: -3, _UNIT: -1.5, _TEXT: -1.5},
    _TEXT: {_COUNT: -6, _FIGURE: -5, _TIME: -4, _BODY: -1, _UNIT: -0.5, _TEXT: 0},
}
"""How well a cell of a kind (by the inner keys) stands in a column: 0 well, less worse."""
_BLANK = {_NOTE: -0.5, _BODY: -2.5, _UNIT: -3.0, _FIGURE: -2.5, _TIME: -2.5}
_BLANK_TEXT, _BLANK_FIRST, _SAID_BLANK = -3.5, -6.0, -0.2
"""What an empty cell takes from a row; in the first column; where a blank line says it."""
_GOOD = -1.0  # of a cell at least, on average
_LEAST, _MOST = 3, 12  # columns
_ROWS = 2
_HEADING, _CELL = 60, 400  # letters
_LONGEST = 20_000  # cells
_CLOSES = (":", "./.", "?")
_TOTALS = ("cộng", "tổng")


class _Way(NamedTuple):
    """The best way to put cells into columns up to one: how well, how many rows, which columns."""

    score: float
    before: "_Way | None" = None
    column: int = -1


def kinded(lines: Sequence[str], at: int) -> tuple[Grid | None, int]:
    """The table whose first heading is the line at a place, and the line after it."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    opening = f"{lines[at].strip()} {below if below[:1].islower() else ''}".strip()
    if _told(opening) is None or not _is_heading(opening):
        return None, at + 1
    ways = [_table(lines, at, joined=joined) for joined in (False, True)]
    found = max(filter(None, ways), key=lambda way: way[2], default=None)
    return (found[0], found[1]) if found else (None, at + 1)


def _table(lines: Sequence[str], at: int, *, joined: bool) -> tuple[Grid, int, float] | None:
    """The table, the line after it, and how well its cells fit."""
    units = units_of(lines, at, joined=joined)
    first = list(islice(_cells(units), (_ROWS + 1) * _MOST))
    widths = [
        width
        for width in range(_LEAST, min(_MOST, len(first) // (_ROWS + 1)) + 1)
        if _are_headings(first[:width])
    ]
    if not widths:
        return None
    scores = {width: _rows_of(first, width)[1] for width in widths}
    width = max(widths, key=lambda one: (scores[one], one))
    if scores[width] < _GOOD:
        return None
    cells = [*first, *islice(_cells(units), _LONGEST)]
    rows, score, used = _whole_rows(cells, width)
    if len(rows) < _ROWS:
        return None
    head = [cell.text for cell in cells[:width]]
    return Grid([head, *rows], f"dòng {at + 1}", head=1), cells[used - 1].end, score


def _cells(units: Iterator[Unit]) -> Iterator[Unit]:
    """The cells up to what cannot be one."""
    return takewhile(lambda unit: not unit.text or _is_cell(unit.text), units)


def _is_cell(text: str) -> bool:
    if len(text) > _CELL or "\t" in text or text.endswith(_CLOSES) or bullet_of(text[:3]):
        return False
    label = label_of(text)
    is_part = label is not None and not is_figure(text) and not NUMBER.fullmatch(text)
    return not (is_part and not _TIMED.match(fold(text))) and not ends_cells(text)


def _is_heading(text: str) -> bool:
    is_short = bool(text) and len(text) <= _HEADING and not text.endswith((".", ";", ":"))
    return is_short and text[0].isupper() and not _WITH_FIGURE.fullmatch(text)


def _are_headings(cells: Sequence[Unit]) -> bool:
    """Whether cells may head columns: most tell what stands under them, the last of them too."""
    kinds = [_told(cell.text) for cell in cells if _is_heading(cell.text)]
    told = [kind for kind in kinds if kind is not None]
    capitals = {cell.text.isupper() for cell in cells[_told(cells[0].text) == _COUNT :]}
    return (
        len(kinds) == len(cells)
        and len(capitals) == 1
        and _COUNT not in kinds[1:]
        and kinds[-1] is not None
        and len(told) > len(cells) / 2
        and any(kind not in (_TEXT, _COUNT) for kind in told)
    )


def _told(text: str) -> int | None:
    """What a heading says that stands under it; None for a text that is none that is known."""
    if is_counter(text):
        return _COUNT
    plain = fold(text[: _HEADING + 1])
    return next((kind for kind, form in _HEADINGS if form.search(plain)), None)


def _kind(text: str) -> int:
    """What a cell holds."""
    if NUMBER.fullmatch(text):
        return _COUNT
    plain = fold(text)
    if is_figure(text) and not _YEAR.fullmatch(text):
        return _FIGURE
    if _TIMED.fullmatch(plain):
        return _TIME
    if _BODIED.fullmatch(plain):
        return _BODY
    if _PERSONAL.fullmatch(text):
        return _PERSON
    return _UNIT if len(text) <= _SHORT else _TEXT


def _rows_of(cells: Sequence[Unit], width: int) -> tuple[list[int], float]:
    """The column of each cell under a head, and how well they fit on average."""
    columns = [_told(cell.text) for cell in cells[:width]]
    kinds = [_TEXT if kind is None else kind for kind in columns]
    body = cells[width:]
    ways: list[_Way | None] = [None] * width
    for cell in body:
        ways = _next(ways, kinds, cell.text, first=cell is body[0])
    best = max((way for way in ways if way), key=lambda way: way.score, default=None)
    if best is None:
        return [], float("-inf")
    places: list[int] = []
    way: _Way | None = best
    while way is not None:
        places.append(way.column)
        way = way.before
    return places[::-1], best.score / max(len(places), 1)


def _next(
    ways: list[_Way | None], kinds: Sequence[int], text: str, *, first: bool
) -> list[_Way | None]:
    """The best ways that end with a cell in each column."""
    width = len(kinds)
    kind = _kind(text) if text else None
    blanks = [_blank(kinds, at) for at in range(width)]
    found: list[_Way | None] = []
    for column in range(width):
        fit = _SAID_BLANK if kind is None else _fit(kinds[column], kind)
        lead = sum(blanks[:column])
        ends = [_Way(lead + fit, None, column)] if first else []
        for at, way in enumerate(ways):
            if way is None:
                continue
            if at < column:
                score = way.score + sum(blanks[at + 1 : column])
            else:
                score = way.score + sum(blanks[at + 1 :]) + lead
            ends.append(_Way(score + fit, way, column))
        found.append(max(ends, key=lambda one: one.score, default=None))
    return found


def _fit(column: int, kind: int) -> float:
    """How well a cell of a kind stands in a column; a name of a person may be any text."""
    if column == kind:
        return 0.0
    return _FITS[column][_UNIT if kind == _PERSON else kind]


def _blank(kinds: Sequence[int], at: int) -> float:
    """What a column left out takes."""
    return _BLANK_FIRST if at == 0 else _BLANK.get(kinds[at], _BLANK_TEXT)


def _whole_rows(cells: Sequence[Unit], width: int) -> tuple[list[list[str]], float, int]:
    """The rows up to the last that is one, how well they fit, and how many cells they take."""
    places, score = _rows_of(cells, width)
    rows: list[list[str]] = []
    ends: list[int] = []
    last = width
    for at, (place, cell) in enumerate(zip(places, cells[width:], strict=True)):
        if place <= last or not rows:
            rows.append([""] * width)
            ends.append(0)
        rows[-1][place] = cell.text
        ends[-1] = width + at + 1
        last = place
    kinds = [_told(cell.text) for cell in cells[:width]]
    while rows and not _is_row(rows[-1], kinds):
        rows.pop()
        ends.pop()
    return rows, score, ends[-1] if ends else width


def _is_row(row: Sequence[str], kinds: Sequence[int | None]) -> bool:
    """Whether a last row is one: it says more than a text, or is a sum."""
    said = [at for at, text in enumerate(row) if text]
    fits = [at for at in said if kinds[at] not in (None, _TEXT, _NOTE)
            and _fit(kinds[at] or _COUNT, _kind(row[at])) > -2]  # fmt: skip
    is_sum = row[said[0]].casefold().startswith(_TOTALS) if said else False
    return len(said) > 1 and (bool(fits) or is_sum)
