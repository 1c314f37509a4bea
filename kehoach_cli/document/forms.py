"""A form on the pages of an appendix: national heading, title, places to sign.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.1–II.5, II.7 and II.9. Its `{{ }}` are filled in before;
what whoever fills in the form will write is dotted, as in the specimens of Phụ lục III.
"""

from kehoach_cli.document.closing import recipients
from kehoach_cli.document.header import fit_heading, heading_blocks, title_blocks
from kehoach_cli.document.joints import in_paragraphs
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.metrics import break_balanced
from kehoach_cli.document.model import Block, Cell, Column, Paragraph, Table
from kehoach_cli.document.naming import type_code
from kehoach_cli.document.texts import paragraph
from kehoach_cli.plan.mau_bieu import MauBieu
from kehoach_cli.plan.van_ban import VanBan

_DOTS = "…………"
_FEW = "……"
_GAP = 12.0  # pt between the appendix's own title and the form


def form_head(form: MauBieu, layout: Layout, landscape: bool) -> list[Block]:
    """What stands above a form: heading, type and title."""
    own = _as_document(form)
    heading = fit_heading(own, layout, landscape)
    numbered = bool(form.ten_loai or form.ky_hieu or form.dia_danh)
    date = f"{own.dia_danh}, ngày … tháng … năm {_FEW}"
    blocks: list[Block] = [Paragraph("ngat_phan", (), before=_GAP, keep_next=True)]
    blocks += heading_blocks(own, layout, heading, dated=numbered, date=date)
    if form.ten_loai or form.trich_yeu:
        subject = form.trich_yeu or _DOTS
        blocks += title_blocks(own, layout, subject, heading.small, landscape)
    return blocks


def _as_document(form: MauBieu) -> VanBan:
    return VanBan(
        co_quan_chu_quan=form.co_quan_chu_quan,
        co_quan_ban_hanh=form.co_quan_ban_hanh or _DOTS,
        so_van_ban=_FEW,
        ky_hieu=form.ky_hieu or f"{type_code(form.ten_loai or '') or _FEW}-{_FEW}",
        dia_danh=form.dia_danh or _FEW,
        ten_loai=form.ten_loai or _FEW,
        noi_nhan=form.noi_nhan,
    )


def form_end(form: MauBieu, layout: Layout, landscape: bool) -> list[Block]:
    """Recipients, where the form names some or one signs alone, and the places to sign."""
    signers = form.nguoi_ky or []
    if not signers and not form.noi_nhan:
        return []
    width = layout.page.text_width(landscape)
    lone = len(signers) < 2
    right = layout.page.text_width() - layout.signature_left
    beside = bool(lone or form.noi_nhan)
    side = right if lone else width / (len(signers) + beside)
    sides = [width - side * max(len(signers), 1)] * beside + [side] * max(len(signers), 1)
    cells = [_recipients(form)] * beside
    cells += [_signer(signer, layout, side) for signer in signers or [""]]
    columns = tuple(
        Column(width, "noi_nhan_dong" if form.noi_nhan and not at else "quyen_han_ky")
        for at, width in enumerate(sides)
    )
    return [
        Paragraph("noi_dung", (), keep_next=True),
        Table(columns, (tuple(cells),), borders=False),
    ]


def _recipients(form: MauBieu) -> Cell:
    blank: list[Block] = [Paragraph("quyen_han_ky", ())]
    return Cell(tuple(recipients(_as_document(form)) if form.noi_nhan else blank))


def _signer(signer: str, layout: Layout, width: float) -> Cell:
    """Whoever signs, in capitals, a remark below, and room for the signature."""
    title, _, remark = signer.partition("\n")
    size = layout.styles["quyen_han_ky"].size(False)
    lines = break_balanced(title.upper(), width - 2, size, bold=True)
    blocks = in_paragraphs("quyen_han_ky", title.upper(), lines)
    if remark:
        blocks.append(paragraph("kem_theo", " ".join(remark.split())))
    return Cell((*blocks, Paragraph("nguoi_ky", (), before=layout.signature_space)))
