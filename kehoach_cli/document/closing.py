"""The end of the main text: list of attachments, recipients and signature.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7 and II.9; Điều 13.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate

from kehoach_cli.document.figures import CAPTION, STYLE
from kehoach_cli.document.flow import Flow, Turned, plain
from kehoach_cli.document.joints import in_paragraphs
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.metrics import LINE_HEIGHT, break_balanced, wrap
from kehoach_cli.document.model import Block, Cell, Column, Figure, Paragraph, Row, Run, Table
from kehoach_cli.document.texts import paragraph
from kehoach_cli.plan.van_ban import NguoiKy, NoiNhan, VanBan
from kehoach_cli.vietnamese.letter_widths import MM_PER_POINT

_LONG = 110.0  # mm of recipients, some 25 lines; a longer list goes on below the signature
_LAST = 3  # of its lines at least stand together on its last page
_SIGNER = "quyen_han_ky"
_KEPT = re.compile(r"\s*Lưu\s*:\s*", re.IGNORECASE)
_NO_SENTENCES = ("phan", "muc_chu", "muc_la_ma", "khoan", "tieu_khoan", STYLE, CAPTION)


def signature_lines(nguoi_ky: NguoiKy) -> list[str]:
    """Quyền hạn and chức vụ, in capitals, the body signed for first."""
    titles = (
        ("TM. ", nguoi_ky.thay_mat),
        ("TL. ", nguoi_ky.thua_lenh),
        ("TUQ. ", nguoi_ky.thua_uy_quyen),
        ("KT. ", nguoi_ky.ky_thay),
        ("Q. " if nguoi_ky.quyen else "", nguoi_ky.chuc_vu),
    )
    return [f"{mark}{title}".upper() for mark, title in titles if title]


def signature_block(
    van_ban: VanBan, layout: Layout, small: bool, landscape: bool = False
) -> list[Block]:
    """Recipients on the left, level with the signature on the right.

    On a landscape page the signature is as wide as on a portrait one. Of a long list only what is
    level with the signature stands in its row, the rest in a row for each: so it may go on to the
    next page, and does not take the signature there.
    """
    right = layout.page.text_width() - layout.signature_left
    left = layout.page.text_width(landscape) - right
    columns = (Column(left, "noi_nhan_dong"), Column(right, _SIGNER))
    sign = _signature(van_ban.nguoi_ky or NguoiKy(), layout, right, small)
    listed = recipients(van_ban)
    level = _level(
        [height_of(block, left, layout, small) for block in listed],
        sum(height_of(block, right, layout, small) for block in sign),
    )
    below: list[Row] = [(Cell((line,)), Cell("", "ngat_phan")) for line in listed[level:]]
    rows = ((Cell(tuple(listed[:level])), Cell(tuple(sign))), *below)
    kept = frozenset(range(len(rows) - _LAST, len(rows) - 1)) if below else frozenset()
    return [
        Paragraph("noi_dung", (), keep_next=True),
        Table(columns, rows, borders=False, kept=kept),
    ]


def _level(heights: Sequence[float], signed: float) -> int:
    """How many recipients stand level with the signature; all, unless they are many."""
    if sum(heights) <= _LONG:
        return len(heights)
    return sum(end - own < signed for own, end in zip(heights, accumulate(heights), strict=True))


def in_one_row(table: Table) -> Table:
    """A signature block as it is where no page ends: all recipients in one cell beside it."""
    if len(table.rows) < 2 or table.columns[-1].style != _SIGNER:
        return table
    (first, sign), *below = table.rows
    cells = [first, *(row[0] for row in below)]
    contents = (cell.content for cell in cells if isinstance(cell, Cell))
    listed = (block for blocks in contents for block in blocks if not isinstance(block, str))
    return table._replace(rows=((Cell(tuple(listed)), sign),))


def height_of(block: Paragraph, width: float, layout: Layout, small: bool) -> float:
    """How high a paragraph without a number is in a column, in mm."""
    style = layout.styles[block.style]
    size, before = style.size(small), style.before if block.before is None else block.before
    text = f"{style.bullet} {block.text}" if style.bullet else block.text
    lines = wrap(text, width - 2 * block.narrow, size, bold=style.bold, italic=style.italic)
    return (len(lines) * size * LINE_HEIGHT + before + style.after) * MM_PER_POINT


def _signature(nguoi_ky: NguoiKy, layout: Layout, width: float, small: bool) -> list[Paragraph]:
    size = layout.styles["quyen_han_ky"].size(small)
    broken = partial(break_balanced, width_mm=width - 2, size_pt=size, bold=True)
    titles = signature_lines(nguoi_ky)
    name = (Run(nguoi_ky.ho_ten),) if nguoi_ky.ho_ten else ()
    return [
        *(p for title in titles for p in in_paragraphs("quyen_han_ky", title, broken(title))),
        Paragraph("nguoi_ky", name, before=layout.signature_space),
    ]


def recipients(van_ban: VanBan) -> list[Paragraph]:
    """ "Nơi nhận:" and its lines, the archive last.

    An archive line that is typed among the recipients is taken for it where it has no other.
    """
    typed = van_ban.noi_nhan or []
    archive = None if van_ban.luu_van_thu else next(filter(_is_archive, typed), None)
    blocks = [paragraph("noi_nhan", "Nơi nhận:")]
    blocks += [
        paragraph("noi_nhan_dong", _recipient(item)) for item in typed if item is not archive
    ]
    if van_ban.noi_nhan_dien_tu:
        blocks.append(paragraph("noi_nhan", "Bản điện tử:"))
        blocks += [paragraph("noi_nhan_dong", _recipient(r)) for r in van_ban.noi_nhan_dien_tu]
    kept = van_ban.luu_van_thu or _KEPT.sub("", (archive and archive.ten) or "") or "VT"
    kept = kept.rstrip(".; ")
    drafter = f" {van_ban.nguoi_soan}" if van_ban.nguoi_soan else ""
    return [*blocks, paragraph("noi_nhan_dong", f"Lưu: {kept}.{drafter}")]


def _is_archive(item: NoiNhan) -> bool:
    return bool(_KEPT.match(item.ten or "")) and not item.vai_tro


def _recipient(item: NoiNhan) -> str:
    """The line of a recipient; of several that share a role, a line each under one bullet.

    One bullet, one semicolon, as of one group: Phụ lục I, Mục II.9.d.
    """
    role = f" ({item.vai_tro.strip('()')})" if item.vai_tro else ""
    names = [name.rstrip(";,. ") for name in (item.ten or "").split("\n")]
    return (",\n".join(names) + f"{role};").lstrip()


def attachments(van_ban: VanBan, appendices: list[str]) -> list[Paragraph]:
    """ "Kèm:" and what is attached; `phu_luc` stands for every appendix with its title."""
    items = [line for item in van_ban.kem_theo or () for line in _attached(item, appendices)]
    if not items:
        return []
    texts = [f"{item.rstrip(';. ')};" for item in items[:-1]] + [items[-1].rstrip(";. ") + "."]
    return [
        paragraph("noi_dung", "Kèm:", keep_next=True),
        *(paragraph("gach_dau_dong", text) for text in texts),
    ]


def _attached(item: str, appendices: list[str]) -> list[str]:
    return appendices if item.strip() == "phu_luc" else [item]


def close(blocks: list[Flow], mark: str) -> list[Flow]:
    """The blocks with "./." after the last sentence (PL III, Mẫu 1.2–1.10), kept with the sign.

    A text that ends with a table or a picture has no last sentence; its last row, or the picture,
    is kept with the signature.
    """
    if not blocks:
        return blocks
    *before, end = tied(blocks)
    if isinstance(end, Turned):
        return [*before, Turned(tuple(plain(close([*end.blocks], mark))))]
    if not isinstance(end, Paragraph) or not end.runs or end.style in _NO_SENTENCES:
        return [*before, end]
    text = end.runs[-1].text.rstrip()
    if not text.endswith(mark):
        text = text.rstrip(".;:, ") + mark
    return [*before, end._replace(runs=(*end.runs[:-1], *_ended(end.runs[-1], text, mark)))]


def tied(blocks: list[Flow]) -> list[Flow]:
    """The blocks, the last of them kept with what follows."""
    if not blocks:
        return blocks
    *before, end = blocks
    if isinstance(end, Turned):
        return [*before, Turned(tuple(plain(tied([*end.blocks]))))]
    if isinstance(end, Table):
        return [*before, with_last_kept(end)]
    return [*before, end._replace(keep_next=True) if isinstance(end, Paragraph | Figure) else end]


def _ended(run: Run, text: str, mark: str) -> tuple[Run, ...]:
    """The last run with the mark; one that refers to a part stays as it is, for it may be a field.

    The mark then follows in a run of its own.
    """
    if not run.target:
        return (run._replace(text=text),)
    return (run._replace(note=()), run._replace(text=mark, target="", shows=""))


def signed(text: list[Flow], van_ban: VanBan, layout: Layout, small: bool) -> list[Flow]:
    """The main text with its closing mark and the signature, which stands where the text ends."""
    closed = close(text, layout.closing_mark)
    return followed(closed, lambda lying: signature_block(van_ban, layout, small, lying))


def followed(
    text: list[Flow], signs: Callable[[bool], Sequence[Block]], landscape: bool = False
) -> list[Flow]:
    """The text and what signs it, made for a page that lies or not.

    After a landscape table that is its page: a signature alone on a page is of no known text.
    """
    end = text[-1] if text else None
    if not isinstance(end, Turned):
        return [*text, *signs(landscape)]
    return [*text[:-1], Turned((*end.blocks, *signs(True)))]


def with_last_kept(table: Table) -> Table:
    """The table with its last row tied to what follows."""
    return table._replace(kept=table.kept | {len(table.rows) - 1})
