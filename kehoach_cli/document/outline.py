"""Sections of any depth → numbered paragraphs and what stands in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach_cli.document.flow import Flow, Turned
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Block, Number, Paragraph
from kehoach_cli.document.tables import table_blocks
from kehoach_cli.document.texts import Texts, paragraph, paragraphs, prose, runs
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Chen, Khoi, Muc, ThanBai
from kehoach_cli.plan.references import child_level
from kehoach_cli.plan.registers import ChiTieu
from kehoach_cli.plan.scheme import Level, Scheme
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.vietnamese.citation import format_citation


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
    for position, muc in enumerate(part.muc_con or (), 1):
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
    if not number:
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
        return _inserted(item.chen, setting)
    if item.bang is not None:
        lying = item.bang.kho_giay == "ngang"
        landscape = setting.landscape or lying
        blocks = table_blocks(item.bang, setting.plan, setting.texts, setting.layout, landscape)
        return [Turned(tuple(blocks))] if lying and not setting.landscape else blocks
    return list(paragraphs(setting.texts(item.doan_van)))


def _inserted(chen: Chen, setting: Setting) -> list[Block]:
    bulleted = chen.dang == "gach_dau_dong" or (chen.nguon == "chi_tieu" and chen.dang is None)
    style = "gach_dau_dong" if bulleted else "noi_dung"
    if chen.nguon == "chi_tieu":
        return [prose(style, line) for line in target_lines(chen, setting)]
    lines = ended([citation_text(can_cu) for can_cu in setting.plan.can_cu or ()], ".")
    return [paragraph(style, line) for line in lines]


def target_lines(chen: Chen, setting: Setting) -> list[str]:
    """Targets as sentences: "Hồ sơ trực tuyến: năm 2026 đạt 80%; năm 2027 đạt 90%."."""
    targets = setting.plan.chi_tieu or []
    if chen.chon is not None:
        by_code = {target.ma: target for target in targets}
        targets = [by_code[code] for code in chen.chon if code in by_code]
    return [setting.texts(_target(target)) for target in targets]


def _target(target: ChiTieu) -> str:
    unit = target.don_vi_tinh or ""
    known = [f"{_time(time)} {_with_unit(value, unit)}" for time, value in _values(target)]
    if target.hien_trang:
        since = f" ({target.thoi_diem})" if target.thoi_diem else ""
        known.insert(0, f"hiện trạng {_with_unit(target.hien_trang, unit)}{since}")
    name = (target.ten or "").rstrip(".;: ")
    return f"{name}: {'; '.join(known)}." if known else f"{name}."


def _values(target: ChiTieu) -> Iterable[tuple[str, str]]:
    return (target.gia_tri or {}).items()


def _time(key: str) -> str:
    return f"năm {key} đạt" if read_time(key) else key


def _with_unit(value: str, unit: str) -> str:
    """A value with its unit, unless it says one itself."""
    if not unit or not value[-1:].isdigit():
        return value
    return f"{value}{unit}" if unit == "%" else f"{value} {unit}"


def citation_text(can_cu: CanCu) -> str:
    """A basis as it prints: typed words as typed, parts in the order of PL I, Mục II.6.a."""
    text = can_cu.van_ban or format_citation(can_cu.citation)
    return text.strip().rstrip(";.").rstrip()


def ended(lines: list[str], last_mark: str) -> list[str]:
    """Each line ends ";", the last with its own mark (PL I, Mục II.6.a)."""
    return [f"{line};" for line in lines[:-1]] + [f"{line}{last_mark}" for line in lines[-1:]]


def uses_register(parts: list[Muc] | None) -> bool:
    """Whether any section lists the bases, so that no block of them stands before section I."""
    return any(
        any(item.chen is not None and item.chen.nguon == "can_cu" for item in part.body())
        or uses_register(part.muc_con)
        for part in parts or ()
    )


def preamble(plan: Plan, texts: Texts, layout: Layout) -> list[Block]:
    """The italic block "Căn cứ …;" and the sentence after it, where no section lists the bases."""
    listed = plan.can_cu is None or uses_register(plan.noi_dung)
    blocks = [] if listed else basis_blocks(plan.can_cu or [], layout)
    return [*blocks, *paragraphs(texts(plan.loi_dan))]


def basis_blocks(bases: list[CanCu], layout: Layout, proposal: str = "") -> list[Block]:
    """Bases in italic, one a line; a proposal ("Theo đề nghị của …") is the last of them."""
    lines = [_with_word(citation_text(can_cu)) for can_cu in bases]
    if proposal:
        lines.append(" ".join(proposal.split()).rstrip(".,; "))
    return [paragraph("can_cu", line) for line in ended(lines, layout.last_can_cu_mark)]


def _with_word(text: str) -> str:
    first = text.split(" ", 1)[0].casefold()
    return text if first in ("căn", "theo", "thực", "xét") else f"Căn cứ {text}"
