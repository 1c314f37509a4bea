"""The decision that issues a plan: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2 and 1.3."""

from dataclasses import replace

from kehoach_cli.document.bases import basis_blocks
from kehoach_cli.document.closing import close, signature_block
from kehoach_cli.document.flow import Flow, into_sections
from kehoach_cli.document.header import fit_heading, heading_blocks, title_blocks
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Block, Number, Paragraph, Section
from kehoach_cli.document.texts import Texts, paragraph, paragraphs, prose, runs
from kehoach_cli.plan.scheme import Scheme, parse_scheme
from kehoach_cli.plan.van_ban import QuyetDinh, VanBan

TYPE = "Quyết định"


def articles_scheme() -> Scheme:
    """Điều 1. Điều 2. …"""
    return parse_scheme("Điều 1") or ()


def as_document(decision: QuyetDinh, van_ban: VanBan) -> VanBan:
    """The decision's own number, title, signer and recipients; the rest is the plan's."""
    return replace(
        van_ban,
        ten_loai=TYPE,
        so_van_ban=decision.so_van_ban,
        ky_hieu=decision.ky_hieu,
        trich_yeu=decision.trich_yeu,
        nguoi_ky=decision.nguoi_ky or van_ban.nguoi_ky,
        noi_nhan=decision.noi_nhan or van_ban.noi_nhan,
        luu_van_thu=decision.luu_van_thu or van_ban.luu_van_thu,
    )


def issuing_authority(decision: QuyetDinh, van_ban: VanBan) -> str:
    """Who decides: as given, else the issuing agency."""
    return decision.tham_quyen or van_ban.co_quan_ban_hanh or ""


def decision_section(
    decision: QuyetDinh, van_ban: VanBan, texts: Texts, layout: Layout, outline: int, small: bool
) -> Section:
    """The pages of the decision. `outline`: which of the document's outlines its articles are."""
    own = as_document(decision, van_ban)
    heading = replace(fit_heading(own, layout), small=small)
    blocks = [
        *heading_blocks(own, layout, heading),
        *title_blocks(own, layout, texts(own.trich_yeu), small),
        *_authority(issuing_authority(decision, van_ban)),
        *basis_blocks(decision.can_cu or [], layout, decision.de_nghi or ""),
        Paragraph("tham_quyen", runs("QUYẾT ĐỊNH:"), keep_next=True),
        *close(_articles(decision.dieu or [], texts, outline), layout.closing_mark),
        *signature_block(own, layout, small),
    ]
    return into_sections(blocks)[0]


def _authority(name: str) -> list[Block]:
    return [paragraph("tham_quyen", " ".join(name.upper().split()))] if name else []


def _articles(articles: list[str], texts: Texts, outline: int) -> list[Flow]:
    blocks: list[Flow] = []
    for position, article in enumerate(articles, 1):
        first, _, rest = texts(article).partition("\n")
        number = Number(0, position, outline)
        blocks.append(replace(prose("khoan_tron", first.strip()), number=number))
        blocks += paragraphs(rest)
    return blocks
