"""The top of page 1: issuer and Quốc hiệu, number and date, title.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.1–II.5. Lines that must not break by accident are
measured with the font's own widths.
"""

import re
from typing import NamedTuple

from kehoach_cli.document.joints import in_breaks, in_paragraphs, in_spaces
from kehoach_cli.document.layout import Layout, Style
from kehoach_cli.document.metrics import break_balanced, wrap
from kehoach_cli.document.model import Block, Cell, Column, Paragraph, Rule, Table
from kehoach_cli.document.naming import dated_place, full_number, type_name
from kehoach_cli.document.texts import paragraph
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.letter_widths import text_width
from kehoach_cli.vietnamese.text import fold

_LEAST_LEFT = 45.0  # mm that the issuer keeps beside a long place and date
_STRETCH = 0.5  # mm a no-break space
_SLACK = 1.0  # mm, for the rounding of word processors
_URGENCY = {
    "hoa_toc": ("HỎA TỐC", 30.0),
    "thuong_khan": ("THƯỢNG KHẨN", 40.0),
    "khan": ("KHẨN", 20.0),
}
"""Words and widths of the box, in mm: PL I, Mục III.2.b."""
_BOX_HEIGHT = 8.0
_COUNCIL = re.compile(r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\s+(.+)", re.DOTALL)


class Heading(NamedTuple):
    """How the two columns come out: their widths and the lines of the left one."""

    small: bool
    left: float
    right: float
    superior: list[str]
    issuer: list[str]


def fit_heading(van_ban: VanBan, layout: Layout, landscape: bool = False) -> Heading:
    """The pair of sizes and the breaks that give the fewest lines, the larger pair on a tie."""
    width = layout.page.text_width(landscape)
    candidates = [_heading(van_ban, layout, small, width) for small in (False, True)]
    return min(candidates, key=lambda heading: len(heading.superior) + len(heading.issuer))


def _heading(van_ban: VanBan, layout: Layout, small: bool, width: float) -> Heading:
    styles = layout.styles
    date = styles["dia_danh_ngay"].size(small)
    needed = max(
        text_width(layout.quoc_hieu, styles["quoc_hieu"].size(small), bold=True),
        text_width(layout.tieu_ngu, styles["tieu_ngu"].size(small), bold=True),
        text_width(dated_place(van_ban), date, italic=True),
    )
    right = min(needed + 2 * _SLACK, width - _LEAST_LEFT)
    left = width - right
    size = styles["co_quan_ban_hanh"].size(small)
    room = left - layout.column_gap
    return Heading(
        small=small,
        left=left,
        right=right,
        superior=_superior_lines(_superior(van_ban), room, size),
        issuer=_issuer_lines(van_ban.co_quan_ban_hanh or "", room, size),
    )


def _superior(van_ban: VanBan) -> str:
    """The superior's name, "Ủy ban nhân dân" shortened as usual (PL I, Mục II.2.a)."""
    text = " ".join((van_ban.co_quan_chu_quan or "").upper().split())
    is_long = fold(text).startswith("uy ban nhan dan ")
    return "UBND " + " ".join(text.split()[4:]) if is_long else text


def _superior_lines(name: str, width: float, size: float) -> list[str]:
    return break_balanced(name, width, size, bold=False) if name else []


def _issuer_lines(name: str, width: float, size: float) -> list[str]:
    """The issuer's name: the author's own lines, the council above its unit, else balanced."""
    text = name.upper()
    parts = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    if len(parts) == 1:
        council = _COUNCIL.fullmatch(parts[0])
        parts = list(council.groups()) if council else parts
    return [line for part in parts for line in break_balanced(part, width, size, bold=True)]


def heading_blocks(
    van_ban: VanBan, layout: Layout, heading: Heading, *, dated: bool = True, date: str = ""
) -> list[Block]:
    """The two-column block at the head of a first page. `date`: instead of the document's own.

    A plan attached to a decision has no number and date of its own (PL III, Mẫu 1.3).
    """
    columns = (
        Column(heading.left, "co_quan_ban_hanh"),
        Column(heading.right, "quoc_hieu"),
    )
    rows = [(Cell(_left(van_ban, layout, heading)), Cell(_right(layout, heading)))]
    if dated:
        number = paragraph("so_ky_hieu", f"Số: {full_number(van_ban)}")
        place = paragraph("dia_danh_ngay", date or dated_place(van_ban))
        rows.append((Cell((number, *_boxes(van_ban))), Cell((place,))))
    return [Table(columns, tuple(rows), borders=False)]


def _left(van_ban: VanBan, layout: Layout, heading: Heading) -> tuple[Block, ...]:
    size = layout.styles["co_quan_ban_hanh"].size(heading.small)
    length = rule_length(heading.issuer, size, layout.rule_share)
    issuer = van_ban.co_quan_ban_hanh or ""
    return (
        *in_paragraphs("co_quan_chu_quan", _superior(van_ban), heading.superior),
        *in_paragraphs("co_quan_ban_hanh", issuer.upper(), heading.issuer),
        Rule(length, heading.left),
    )


def _right(layout: Layout, heading: Heading) -> tuple[Block, ...]:
    motto = text_width(layout.tieu_ngu, layout.styles["tieu_ngu"].size(heading.small), bold=True)
    return (
        paragraph("quoc_hieu", layout.quoc_hieu),
        paragraph("tieu_ngu", layout.tieu_ngu),
        Rule(motto, heading.right),
    )


def _boxes(van_ban: VanBan) -> list[Block]:
    """Urgency and circulation, each in a box of one line (PL I, Mục III.2.b–c)."""
    boxes = [_URGENCY[van_ban.do_khan]] if van_ban.do_khan else []
    if van_ban.luu_hanh:
        word = van_ban.luu_hanh.upper()
        boxes.append((word, text_width(word, 13, bold=True) + 8))
    return [block for word, width in boxes for block in _box(word, width)]


def _box(word: str, width: float) -> tuple[Block, Block]:
    column = Column(width, "dau_khung")
    gap = Paragraph("ngat_phan", (), before=6)
    return gap, Table((column,), ((word,),), centred=True, row_height=_BOX_HEIGHT)


def rule_length(lines: list[str], size: float, share: float) -> float:
    """A third to a half of the text line above it; of unlike lines, fitting both if it can."""
    widths = [text_width(line, size, bold=True) for line in lines] or [0.0]
    last, longest = widths[-1], max(widths)
    return longest / 3 + 0.5 if share * last < longest / 3 < last / 2 - 0.5 else share * last


def title_blocks(
    van_ban: VanBan, layout: Layout, subject: str, small: bool, landscape: bool = False
) -> list[Block]:
    """Tên loại, trích yếu and the rule below it (PL I, Mục II.5)."""
    box = layout.page.text_width(landscape)
    style = layout.styles["trich_yeu"]
    size = style.size(small)
    lines = balanced_lines(subject, box, size)
    return [
        paragraph("ten_loai", type_name(van_ban).upper()),
        balanced(style, subject, lines, box, size),
        Rule(rule_length(lines, size, layout.rule_share), box),
    ]


def balanced_lines(text: str, box: float, size: float, *, bold: bool = True) -> list[str]:
    """The lines of a centred text: the author's own, each balanced in the box."""
    parts = [line.strip() for line in text.split("\n") if line.strip()] or [""]
    rooms = [box - _stretch(part) for part in parts]
    found = (break_balanced(*each, size, bold=bold) for each in zip(parts, rooms, strict=True))
    return [line for lines in found for line in lines]


def _printed_width(line: str, size: float, look: dict[str, bool]) -> float:
    return text_width(line, size, **look) + _stretch(line)


def _stretch(line: str) -> float:
    """How much longer word processors make a line: no-break spaces are stretched a little."""
    return _STRETCH * line.count("\u00a0")


def balanced(style: Style, typed: str, lines: list[str], box: float, size: float) -> Paragraph:
    """A centred paragraph whose text comes out in these lines.

    By indents where they do it, so that the text stays whole for who edits it; else by breaks.
    """
    text = " ".join(lines)
    look = {"bold": style.bold, "italic": style.italic}
    width = max(_printed_width(line, size, look) for line in lines) + _SLACK
    if wrap(text, width, size, **look) == lines:
        narrow = (box - width) / 2 if len(lines) > 1 else 0.0
        return Paragraph(style.key, in_spaces(typed, lines), narrow=max(narrow, 0.0))
    return Paragraph(style.key, in_breaks(typed, lines))
