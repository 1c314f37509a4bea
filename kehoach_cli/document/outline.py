"""Sections of any depth → numbered paragraphs and what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach_cli.document.figures import figure_blocks
from kehoach_cli.document.flow import Flow, Turned
from kehoach_cli.document.inserted import inserted
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Number, Paragraph
from kehoach_cli.document.tables import table_blocks
from kehoach_cli.document.texts import Texts, paragraphs, runs
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Khoi, Muc, ThanBai, counted
from kehoach_cli.plan.references import child_level
from kehoach_cli.plan.scheme import Level, Scheme


@dataclass(frozen=True, slots=True)
class Setting:
    """What laying out an outline needs to know. `outline`: its number in the document."""

    plan: Plan
    texts: Texts
    layout: Layout
    scheme: Scheme
    landscape: bool = False
    outline: int = 0


def body_blocks(part: ThanBai, level: int, setting: Setting) -> list[Flow]:
    """What stands in a section or an appendix; `level` is the level of its sub-sections."""
    blocks: list[Flow] = [block for item in part.body() for block in _item_blocks(item, setting)]
    start = child_level(part, level, setting.scheme)
    for position, muc in counted(part.muc_con):
        blocks += section_blocks(muc, start, position, setting)
    return blocks


def section_blocks(muc: Muc, level: int, position: int, setting: Setting) -> list[Flow]:
    """A section: its title, or its first paragraph where it has none, then the rest."""
    known = setting.scheme[level] if level < len(setting.scheme) else None
    number = Number(level, position, setting.outline) if known else None
    if muc.muc:
        title = _title(setting.texts(muc.muc), known)
        head = Paragraph(title_style(known), runs(title), number, keep_next=True)
        return [head, *body_blocks(muc, level + 1, setting)]
    blocks = body_blocks(muc, level + 1, setting)
    if not number or not position:
        return blocks
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        own = Paragraph(plain_style(known), first.runs, number, keep_next=first.keep_next)
        return [own, *blocks[1:]]
    return [Paragraph(plain_style(known), (), number, keep_next=True), *blocks]


def _title(text: str, level: Level | None) -> str:
    """Sections "Phần I", "A.", "I." stand in capitals (PL I, Mục II.6.đ and V.6b)."""
    capitals = level is not None and (level.own_line or level.kind in ("roman", "capital"))
    return text.upper() if capitals else text


def title_style(level: Level | None) -> str:
    """The style of a section's title."""
    if level is None:
        return "khoan_tron"
    if level.own_line:
        return "phan"
    if level.kind == "decimal":
        return "khoan" if level.depth == 1 else "tieu_khoan"
    return {"capital": "muc_chu", "roman": "muc_la_ma"}.get(level.kind, "diem")


def plain_style(level: Level | None) -> str:
    """The style of a numbered paragraph without a title."""
    style = title_style(level)
    if style == "tieu_khoan":
        return "tieu_khoan_tron"
    return style if style == "diem" else "khoan_tron"


def _item_blocks(item: Khoi, setting: Setting) -> Sequence[Flow]:
    if item.chen is not None:
        return inserted(item.chen, setting.plan, setting.texts)
    if item.bang is not None:
        lying = item.bang.kho_giay == "ngang"
        landscape = setting.landscape or lying
        blocks = table_blocks(item.bang, setting.plan, setting.texts, setting.layout, landscape)
        return [Turned(tuple(blocks))] if lying and not setting.landscape else blocks
    if item.hinh is not None:
        return figure_blocks(item.hinh, setting.texts, setting.layout, setting.landscape)
    return list(paragraphs(setting.texts(item.doan_van)))
