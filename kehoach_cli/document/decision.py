"""The decision or resolution that issues a plan.

Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1, 1.2 and 1.3.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.document.bases import basis_blocks
from kehoach_cli.document.closing import signed
from kehoach_cli.document.flow import Flow, into_sections
from kehoach_cli.document.header import (
    balanced,
    balanced_lines,
    fit_heading,
    heading_blocks,
    title_blocks,
)
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Block, Number, Paragraph, Section
from kehoach_cli.document.naming import attached_to, type_name
from kehoach_cli.document.outline import Setting
from kehoach_cli.document.texts import Texts, lines_of, of_lines, paragraphs, prose, runs
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import counted
from kehoach_cli.plan.quyet_dinh import Dieu, QuyetDinh
from kehoach_cli.plan.scheme import Scheme, parse_scheme
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.text import fold


class _Kind(NamedTuple):
    """A type of issuing document: its name, and the words before its articles."""

    name: str
    enacts: str


_KINDS = {
    "quyet_dinh": _Kind("Quyết định", "QUYẾT ĐỊNH:"),
    "nghi_quyet": _Kind("Nghị quyết", "QUYẾT NGHỊ:"),
}


def _kind(decision: QuyetDinh) -> _Kind:
    return _KINDS[decision.loai or "quyet_dinh"]


def articles_scheme() -> Scheme:
    """Điều 1. Điều 2. …"""
    return parse_scheme("Điều 1") or ()


def as_document(decision: QuyetDinh, van_ban: VanBan) -> VanBan:
    """The decision's own number, title, signer and recipients; the rest is the plan's."""
    return van_ban.changed(
        ten_loai=_kind(decision).name,
        so_van_ban=decision.so_van_ban,
        ky_hieu=decision.ky_hieu,
        trich_yeu=decision.trich_yeu,
        nguoi_ky=decision.nguoi_ky or van_ban.nguoi_ky,
        noi_nhan=decision.noi_nhan or van_ban.noi_nhan,
        luu_van_thu=decision.luu_van_thu or van_ban.luu_van_thu,
    )


def attachment_line(plan: Plan) -> str:
    """The line that tells what the plan, or an appendix, is attached to: a decision if any."""
    van_ban = plan.van_ban or VanBan()
    if plan.quyet_dinh is None:
        return attached_to(van_ban)
    return _attached_to_decision(plan.quyet_dinh, van_ban, "Ban hành kèm theo")


def source_line(plan: Plan) -> str:
    """The line that tells which plan holds a table that is shown alone."""
    van_ban = plan.van_ban or VanBan()
    if plan.quyet_dinh is None:
        return attached_to(van_ban, verb="Trong")
    verb = f"Trong {type_name(van_ban)} ban hành kèm theo"
    return _attached_to_decision(plan.quyet_dinh, van_ban, verb)


def _attached_to_decision(decision: QuyetDinh, van_ban: VanBan, verb: str) -> str:
    """Who decides is named without what a session adds: "… khóa VIII, kỳ họp thứ 5"."""
    issuer, agency = issuing_authority(decision, van_ban), van_ban.co_quan_ban_hanh or ""
    adds = bool(agency) and fold(issuer).startswith(f"{fold(agency)} ")
    document = as_document(decision, van_ban)
    return attached_to(document, agency if adds else issuer, verb)


def issuing_authority(decision: QuyetDinh, van_ban: VanBan) -> str:
    """Who decides: as given, else the issuing agency."""
    return decision.tham_quyen or van_ban.co_quan_ban_hanh or ""


def decision_sections(
    decision: QuyetDinh,
    van_ban: VanBan,
    setting: Setting,
    outline: int,
    small: bool,
    plan: Sequence[Flow],
) -> list[Section]:
    """The pages of the decision.

    `outline`: which of the document's outlines its articles are. `plan`: what an article holds.
    """
    layout, texts = setting.layout, setting.texts
    own = as_document(decision, van_ban)
    heading = fit_heading(own, layout)._replace(small=small)
    articles = _articles(decision.dieu or [], texts, outline, plan)
    blocks: list[Flow] = [
        *heading_blocks(own, layout, heading),
        *title_blocks(own, layout, texts(own.trich_yeu), small),
        *_authority(issuing_authority(decision, van_ban), layout, small),
        *basis_blocks(decision.can_cu or [], layout, decision.de_nghi or ""),
        Paragraph("tham_quyen", runs(_kind(decision).enacts), keep_next=True),
        *signed(articles, own, layout, small),
    ]
    return into_sections(blocks)


def _authority(name: str, layout: Layout, small: bool) -> list[Block]:
    """Who decides, in capitals; a long name breaks by its sense."""
    if not name:
        return []
    style, box = layout.styles["tham_quyen"], layout.page.text_width()
    size = style.size(small)
    lines = balanced_lines(name.upper(), box, size)
    return [balanced(style, name.upper(), lines, box, size)]


def _articles(articles: list[Dieu], texts: Texts, outline: int, plan: Sequence[Flow]) -> list[Flow]:
    blocks: list[Flow] = []
    waiting = plan
    for position, article in counted(articles):
        text = texts.linked(article.doan_van)
        blocks += _article(text, Number(0, position, outline)) if position else paragraphs(text)
        if article.chen:
            blocks += waiting
            waiting = ()
    return blocks


def _article(text: str, number: Number) -> list[Flow]:
    first, *rest = lines_of(text)
    head = prose("khoan_tron", first, keep_next=first.endswith(":"))
    return [head._replace(number=number), *of_lines(rest)]
