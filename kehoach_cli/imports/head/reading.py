"""The head of a document: who issues it, number, place and date, type and title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach_cli.imports.head.document_type import TYPE_ENDS, type_at
from kehoach_cli.imports.head.lines import DATE, NUMBER, PLACE, is_state
from kehoach_cli.imports.head.names import Names, bare_of_marks
from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.pages.model import Block, Grid, Line
from kehoach_cli.imports.tables.plain import as_lines
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.dates import parse_date
from kehoach_cli.vietnamese.text import fold, upper_first
from kehoach_cli.vietnamese.unreadable import Unreadable

_TITLE_LINES, _TITLE = 8, 320
_MARKS = " .,;_…*-–—"
_ENDS = (".", ";", ":", ",")
"""What ends a paragraph of the text and no line of a title."""
_OWN_NUMBER = pattern(r"[0-9][0-9A-Za-zĐđ.-]{0,19}")
_BODIES = ("uy ban", "ubnd", "hoi dong", "hdnd", "so ", "bo ", "phong ", "ban ", "van phong",
           "truong", "cong an", "trung tam", "thanh tra", "cuc ", "chi cuc", "tong cuc", "vien ",
           "thanh uy", "tinh uy", "huyen uy", "dang uy", "chinh phu", "toa an", "thu tuong",
           "dang bo", "bao hiem", "kho bac", "vien kiem sat", "mat tran", "lien doan",
           "ngan hang", "hoc vien", "benh vien", "dai hoc", "tap doan",
           "tong cong ty", "cong ty")  # fmt: skip
_ALONE = ("so", "bo", "phong", "ban")
_NO_BODY = "truong"
"""A word that opens the name of a school and ends that of a ministry."""
_AUTHORITIES = ("chu tich", "uy ban nhan dan", "hoi dong nhan dan", "giam doc", "bo truong")
_RECIPIENTS = "noi nhan"
_BASIS = ("can cu", "thuc hien", "theo ", "xet ", "trien khai thuc hien")
_YEARS = pattern(r"(?<!\d)(20\d\d)\s*[-–—]\s*(20\d\d)(?!\d)")
_YEAR = pattern(r"năm\s+(20\d\d)(?!\d)", re.IGNORECASE)


@dataclass(slots=True)
class Heading:
    """What stood on top, by keys of `van_ban`, and what of it was not understood."""

    keys: dict[str, str] = field(default_factory=dict)
    unknown: list[Line] = field(default_factory=list)
    after: int = 0


def heading_of(blocks: Sequence[Block], names: Names, since: int = 0) -> Heading:
    """The head of the document that begins at a place, to the end of its title."""
    at = type_at(blocks, since)
    heading = Heading(after=since)
    if at is None or any(map(_names_recipients, blocks[since:at])):
        return heading
    organs: list[str] = []
    for block in blocks[since:at]:
        if isinstance(block, Grid):
            heading.unknown += as_lines(block)
        elif not _is_known(bare_of_marks(block.text), heading, organs):
            heading.unknown.append(block)
    heading.keys = {**_agencies(organs, names), **heading.keys}
    kind = blocks[at]
    title, heading.after = title_at(blocks, at + 1)
    if isinstance(kind, Line):
        heading.keys["ten_loai"] = upper_first(bare_of_marks(kind.text).lower())
    if title:
        heading.keys["trich_yeu"] = title
        heading.keys |= period_of(title)
    return heading


def _names_recipients(block: Block) -> bool:
    """Whether the recipients stand here: a type below them is of another document."""
    return isinstance(block, Line) and fold(block.text[:20]).startswith(_RECIPIENTS)


def _is_known(text: str, heading: Heading, organs: list[str]) -> bool:
    """Take a line of the head; False for one that says nothing that is known."""
    if not any(letter.isalnum() for letter in text) or is_state(text):
        return True
    number = NUMBER.match(text)
    rest = text[number.end() :].strip(_MARKS) if number else text
    if number:
        heading.keys |= number_of(number)
    dated = _place_and_date(rest)
    heading.keys |= dated
    if number and rest and not dated:
        heading.unknown.append(Line(rest, ""))
    if number or dated:
        return True
    if text.isupper() and (_names_body(fold(text)) or organs):
        organs.append(text)
        return True
    return False


def _place_and_date(text: str) -> dict[str, str]:
    """ "Hà Nội, ngày 05 tháng 3 năm 2026", which says nothing else, as keys."""
    place = PLACE.match(text)
    date = DATE.match(text, place.end()) if place else None
    if place is None or date is None or text[date.end() :].strip(_MARKS):
        return {}
    return {"dia_danh": place["place"].strip(), **date_of(date[0])}


def number_of(match: re.Match[str]) -> dict[str, str]:
    """Number and mark as keys; a number left blank is none."""
    number = match["so"].strip("._…-")
    keys = {"ky_hieu": match["ky_hieu"].strip("/-")}
    own, dash, kind = number.partition("-")
    if dash and own.isdigit() and kind.isalpha():  # of the Party: "Số 12-KH/TU"
        number, keys["ky_hieu"] = own, f"{kind}/{keys['ky_hieu']}"
    return {"so_van_ban": number, **keys} if _OWN_NUMBER.fullmatch(number) else keys


def date_of(text: str) -> dict[str, str]:
    """The first date in a text; of one that is partly blank what is known."""
    match = DATE.search(text)
    if match is None:
        return {}
    parts = [match[g] or match[h] for g, h in (("day", "d"), ("month", "m"), ("year", "y"))]
    day, month, year = parts
    typed = f"{day}/{month}/{year}" if day and month else f"tháng {month} năm {year}"
    typed = typed if month else year or ""
    try:
        parse_date(typed)
    except Unreadable:
        return {}
    return {"ngay_ban_hanh": typed}


def _names_body(plain: str) -> bool:
    return plain in _ALONE or (plain.startswith(_BODIES) and plain != _NO_BODY)


def _agencies(lines: list[str], names: Names) -> dict[str, str]:
    """Who issues it, the last body named, and the body above it."""
    bodies: list[str] = []
    for line in lines:
        if bodies and not _names_body(fold(line)):
            bodies[-1] = f"{bodies[-1]} {line}"
        else:
            bodies.append(line)
    cased = [names.cased(body) for body in bodies]
    keys = {"co_quan_ban_hanh": cased[-1]} if cased else {}
    return {"co_quan_chu_quan": " ".join(cased[:-1]), **keys} if len(cased) > 1 else keys


def title_at(blocks: Sequence[Block], at: int) -> tuple[str, int]:
    """The title: the line under the type, and those that go on with it."""
    lines: list[Line] = []
    for block in blocks[at : at + _TITLE_LINES]:
        if not isinstance(block, Line) or (lines and not _goes_on(lines, block)):
            break
        if label_of(block.whole) or _opens_text(block.text):
            break
        lines.append(block)
    said = (bare_of_marks(line.text).strip("_ ") for line in lines)
    return " ".join(filter(None, said)), at + len(lines)


def _opens_text(text: str) -> bool:
    plain = fold(text)
    if text.isupper() and plain.startswith(_AUTHORITIES):
        return True
    is_basis = plain.startswith(_BASIS) and text.rstrip().endswith((";", ",", ":", "."))
    return is_basis or is_attached(text) or len(text) > _TITLE or text.endswith(":")


def is_attached(text: str) -> bool:
    """Whether a line is "(Kèm theo Kế hoạch số …)"."""
    plain = fold(bare_of_marks(text)).lstrip("( ")
    return plain.startswith(("kem theo", "ban hanh kem theo")) and bool(
        NUMBER.search(text) or "(" in text[:3]
    )


def _goes_on(lines: list[Line], line: Line) -> bool:
    before = lines[-1]
    if before.text in TYPE_ENDS:
        return True
    if before.text.endswith((".", ";", ":")) or len(line.text) > _TITLE // 2:
        return False
    if line.text[0].islower() or not any(letter.isalpha() for letter in line.text):
        return True
    looks = (line.strong, line.centred, line.text.isupper())
    if looks != (before.strong, before.centred, before.text.isupper()):
        return False
    return any(looks) or (line.strong is None and not line.text.endswith(_ENDS))


def period_of(title: str) -> dict[str, str]:
    """The years that a title names."""
    years = _YEARS.search(title)
    if years and years[1] < years[2]:
        return {"thoi_ky": f"{years[1]}-{years[2]}"}
    found = _YEAR.findall(title)
    return {"thoi_ky": found[-1]} if found else {}
