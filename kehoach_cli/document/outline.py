"""Sections of any depth → numbered paragraphs and what stands in them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kehoach_cli.document.figures import ABOVE, figure_blocks
from kehoach_cli.document.flow import Flow, Turned
from kehoach_cli.document.header import balanced, balanced_lines
from kehoach_cli.document.inserted import inserted
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Number, Paragraph, Run
from kehoach_cli.document.tables import table_blocks
from kehoach_cli.document.texts import Texts, paragraphs, runs
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Khoi, Muc, ThanBai
from kehoach_cli.plan.references import SECTION_ANCHOR, Positions, child_level, placed
from kehoach_cli.plan.scheme import Level, Scheme


class Setting(NamedTuple):
    """What laying out an outline needs to know. `outline`: its number in the document.

    `anchor`: that of the part being laid out; those of its sections begin with it.
    `positions`: of the sections of the outline. `above`: mm of the title that may stand on the
    page of a picture. `small`: whether the document is set in the small pair of sizes.
    """

    plan: Plan
    texts: Texts
    layout: Layout
    scheme: Scheme
    positions: Positions
    landscape: bool = False
    outline: int = 0
    anchor: str = SECTION_ANCHOR
    above: float = ABOVE
    small: bool = False


def body_blocks(part: ThanBai, level: int, setting: Setting) -> list[Flow]:
    """What stands in a section or an appendix; `level` is the level of its sub-sections."""
    blocks = _things(part.body(), setting)
    start = child_level(part, level, setting.scheme)
    for position, anchor, muc in placed(part.muc_con, setting.anchor, setting.positions):
        blocks += section_blocks(muc, start, position, setting._replace(anchor=anchor))
    return blocks + _things(part.tail(), setting)


def _things(items: Iterable[Khoi], setting: Setting) -> list[Flow]:
    return [block for item in items for block in _item_blocks(item, setting)]


def section_blocks(muc: Muc, level: int, position: int, setting: Setting) -> list[Flow]:
    """A section: its title, or its first paragraph where it has none, then the rest."""
    known = setting.scheme[level] if level < len(setting.scheme) else None
    number = Number(level, position, setting.outline) if known else None
    head = Paragraph("", (), number, keep_next=True, anchor=setting.anchor)
    blocks = body_blocks(muc, level + 1, setting)
    if muc.muc:
        title = _title(runs(setting.texts.linked(muc.muc)), known)
        head = head._replace(style=title_style(known), runs=title)
        return [_balanced(head, setting), *blocks]
    if not number or not position:
        return blocks
    head = head._replace(style=plain_style(known))
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and first.number is None:
        return [head._replace(runs=first.runs, keep_next=first.keep_next), *blocks[1:]]
    return [head, *blocks]


def _title(title: tuple[Run, ...], level: Level | None) -> tuple[Run, ...]:
    """Sections "Phần I", "A.", "I." stand in capitals (PL I, Mục II.6.đ and V.6b)."""
    capitals = level is not None and (level.own_line or level.kind in ("roman", "capital"))
    return tuple(run._replace(text=run.text.upper()) for run in title) if capitals else title


def _balanced(title: Paragraph, setting: Setting) -> Paragraph:
    """A centred title narrowed so that it breaks by its sense, where that can be done."""
    style = setting.layout.styles[title.style]
    if style.align != "center":
        return title
    box = setting.layout.page.text_width(setting.landscape)
    size = style.size(setting.small)
    whole = balanced(style, title.text, balanced_lines(title.text, box, size), box, size)
    return title._replace(narrow=whole.narrow)


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
        return figure_blocks(
            item.hinh, setting.texts, setting.layout, setting.landscape, setting.above
        )
    return list(paragraphs(setting.texts.linked(item.doan_van)))
