"""What cells of plain tables hold, what headings say of them, and how well the two fit."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kehoach_cli.imports.tables.alignment import is_figure
from kehoach_cli.imports.tables.heads import is_counter
from kehoach_cli.imports.text.row_numbers import NUMBER
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

COUNT, _FIGURE, _TIME, _BODY, UNIT, NOTE, _PERSON, TEXT = range(8)
"""What a heading says that stands under it."""
OF_NUMBERS = (COUNT, _FIGURE)
_HEADINGS = (
    (TEXT, pattern(r"^nguon\b")),
    (UNIT, pattern(r"\b(?:don vi tinh|dvt)\b")),
    (NOTE, pattern(r"\bghi chu\b")),
    (_PERSON, pattern(r"\bho (?:va|,) ?ten\b|\bho ten\b")),
    (_FIGURE, pattern(r"\b(?:kinh phi|so luong|don gia|thanh tien|tong (?:so|cong|muc|von|kinh)|von"
                      r"|nam 20\d\d|20\d\d|so tien|ty le|muc dau tu|du toan|khoi luong)\b")),
    (_TIME, pattern(r"^(?:thang|tuan|ngay|quy)$"
                    r"|\b(?:thoi (?:gian|han|diem|ky)|tien do|hoan thanh|lo trinh|han)\b")),
    (_BODY, pattern(r"\b(?:chu tri|phoi hop|chu dau tu|phu trach|don vi|co quan|noi nhan"
                    r"|(?:bo phan|nguoi|to chuc) thuc hien|chiu trach nhiem|dau moi)\b")),
    (TEXT, pattern(r"\b(?:noi dung|nhiem vu|ten|cong viec|du an|hang muc|chi tieu|san pham|ket qua"
                    r"|muc tieu|giai phap|hoat dong|nguon|chuc vu|dia diem|tieu chi"
                    r"|pham vi|linh vuc|quy mo|doi tuong|hinh thuc|chuc danh|muc do|can cu"
                    r"|viec)\b")),
)  # fmt: skip
TIMED = pattern(
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
HEADING = 60  # letters
SHORT = 14  # letters of a unit of measure
_FITS: dict[int, dict[int, float]] = {
    COUNT: {COUNT: 0, _FIGURE: -9, _TIME: -9, _BODY: -9, UNIT: -9, TEXT: -9},
    _PERSON: {COUNT: -8, _FIGURE: -8, _TIME: -8, _BODY: -6, UNIT: -4, TEXT: -6},
    _FIGURE: {COUNT: 0, _FIGURE: 0, _TIME: -2.5, _BODY: -8, UNIT: -5, TEXT: -5},
    _TIME: {COUNT: -4, _FIGURE: -3, _TIME: 0, _BODY: -6, UNIT: -4, TEXT: -4},
    _BODY: {COUNT: -8, _FIGURE: -8, _TIME: -6, _BODY: 0, UNIT: -2.5, TEXT: -2.5},
    UNIT: {COUNT: -6, _FIGURE: -6, _TIME: -4, _BODY: -3, UNIT: 0, TEXT: -5},
    NOTE: {COUNT: -3, _FIGURE: -3, _TIME: -3, _BODY: -3, UNIT: -1.5, TEXT: -1.5},
    TEXT: {COUNT: -6, _FIGURE: -5, _TIME: -4, _BODY: -1, UNIT: -0.5, TEXT: 0},
}
"""How well a cell of a kind (by the inner keys) stands in a column: 0 well, less worse."""
_BLANK = {NOTE: -0.5, _BODY: -2.5, UNIT: -3.0, _FIGURE: -2.5, _TIME: -2.5}
_UNKNOWN = -0.5
_BLANK_TEXT, _BLANK_FIRST, SAID_BLANK = -3.5, -6.0, -0.2
"""What an empty cell takes from a row; in the first column; where a blank line says it."""


@lru_cache(maxsize=1024)
def told_by(text: str) -> int | None:
    """What a heading says that stands under it; None for a text that is none that is known."""
    if is_counter(text):
        return COUNT
    plain = fold(text[: HEADING + 1])
    return next((kind for kind, form in _HEADINGS if form.search(plain)), None)


def kind_of(text: str) -> int:
    """What a cell holds."""
    if NUMBER.fullmatch(text):
        return COUNT
    plain = fold(text)
    if is_figure(text) and not _YEAR.fullmatch(text):
        return _FIGURE
    if TIMED.fullmatch(plain):
        return _TIME
    if _BODIED.fullmatch(plain):
        return _BODY
    if _PERSONAL.fullmatch(text):
        return _PERSON
    return UNIT if len(text) <= SHORT else TEXT


def fit(column: int | None, kind: int) -> float:
    """How well a cell of a kind stands in a column, None for one of which nothing is known; a
    name of a person may be any text."""
    if column is None:
        return _UNKNOWN
    if column == kind:
        return 0.0
    return _FITS[column][UNIT if kind == _PERSON else kind]


def cost_of_blank(kinds: Sequence[int | None], at: int) -> float:
    """What a column left out takes."""
    return _BLANK_FIRST if at == 0 else _BLANK.get(kinds[at] or COUNT, _BLANK_TEXT)
