"""What follows the signature → appendices, each with its title, caption and unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from kehoach_cli.imports.head.names import bare_of_marks
from kehoach_cli.imports.head.reading import is_attached
from kehoach_cli.imports.outline.prose import paragraph
from kehoach_cli.imports.outline.tree import outlined
from kehoach_cli.imports.pages.model import Block, Grid, Line, Remark
from kehoach_cli.imports.parts.body import Body, scheme_of
from kehoach_cli.imports.projects.register import Register
from kehoach_cli.imports.tables.plain import is_wide
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.units import parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable

_LABEL = pattern(
    r"\W*phụ\s+lục(?:\s+(?:số\s*)?(?P<number>[IVXL]{1,6}|\d{1,2}|[A-H]))?(?!\w)\s*[.:–-]*\s*"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_UNIT = pattern(
    r"\W*(?:unit:[^/]*/\s*)?(?:(?P<sure>đơn\s+vị\s+tính|đvt)|đơn\s+vị)\s*:\s*(?P<unit>[^()*]*?)[\s.)*]*",
    re.IGNORECASE,
)
_TABLE = pattern(r"\W*bảng\s+(?:số\s+)?\d", re.IGNORECASE)
_SHORTEST = 3  # letters of a unit that stands alone
_LINES_BETWEEN = 3  # of a title between the unit and its table
_TITLE_LINES = 4
_TOP_LINES = 10
_LONG = 300


@dataclass(slots=True)
class Appendix:
    """An appendix as it was cut out."""

    place: str = ""
    title: str = ""
    caption: str = ""
    unit: str = ""
    blocks: list[Block] = field(default_factory=list)


def begins_appendix(blocks: Sequence[Block], at: int) -> bool:
    """Whether "PHỤ LỤC …" stands here, or a title in capitals above "(Kèm theo …)"."""
    block = blocks[at]
    if not isinstance(block, Line):
        return False
    text = bare_of_marks(block.whole)
    match = _LABEL.fullmatch(text)
    if match:
        looks = text[:7].isupper() or bool(match["number"]) or block.centred or block.strong
        return bool(looks or not match["rest"]) and not text.endswith((";", "./."))
    return is_captioned_title(blocks, at)


def is_captioned_title(blocks: Sequence[Block], at: int) -> bool:
    """Whether a title in capitals stands here, above "(Kèm theo …)"."""
    block = blocks[at]
    is_title = isinstance(block, Line) and bare_of_marks(block.whole).isupper()
    return is_title and _captioned(blocks, at + 1)


def is_annex(blocks: Sequence[Block]) -> bool:
    """Whether nothing but an appendix begins here: its title stands right above a table."""
    if not blocks or not begins_appendix(blocks, 0):
        return False
    lines = list(takewhile(lambda block: isinstance(block, Line), blocks[: _TOP_LINES + 1]))
    return len(lines) <= _TOP_LINES and len(lines) < len(blocks)


def _captioned(blocks: Sequence[Block], at: int) -> bool:
    """Whether "(Kèm theo …)" follows, below nothing but more capitals."""
    for block in blocks[at : at + _TITLE_LINES]:
        if not isinstance(block, Line):
            return False
        if is_attached(block.text):
            return True
        if not bare_of_marks(block.text).isupper():
            return False
    return False


def cut(blocks: Sequence[Block]) -> list[Appendix]:
    """The appendices in what begins with one."""
    found: list[Appendix] = []
    blocks = [
        line
        for block in blocks
        for line in (
            block.lines() if isinstance(block, Line) and _LABEL.fullmatch(block.text) else [block]
        )
    ]
    at = 0
    while at < len(blocks):
        if not found or (begins_appendix(blocks, at) and _has_begun(found[-1])):
            appendix, at = _opened(blocks, at)
            found.append(appendix)
        else:
            found[-1].blocks.append(blocks[at])
            at += 1
    return found


def with_units(blocks: list[Block], unit: str = "") -> None:
    """Lines "Đơn vị tính: …" above a table, or else right below it, go into the table."""
    for step in (1, -1):
        for at in range(len(blocks) - 1, -1, -1):
            said, grid = _said(blocks[at]), _near(blocks, at, step)
            own = unit_line(said) if said and grid and not grid.unit else ""
            if own and grid:
                grid.unit = own
                del blocks[at]
            elif said and grid and step == 1 and blocks[at + 1] is grid:
                grid.above = said
    _with_captions(blocks)
    first = next((block for block in blocks if isinstance(block, Grid)), None)
    if first is not None and not first.unit:
        first.unit = unit
    elif unit and (first is None or first.unit != unit):
        blocks.insert(0, Line(f"Đơn vị tính: {unit}", ""))


def _near(blocks: Sequence[Block], at: int, step: int) -> Grid | None:
    """The table that follows within a few lines, or the one right before."""
    most = _LINES_BETWEEN if step > 0 else 0
    for beside in (at + step * count for count in range(1, most + 2)):
        block = blocks[beside] if 0 <= beside < len(blocks) else None
        if not isinstance(block, Line):
            return block
    return None


def _said(block: Block) -> str:
    return bare_of_marks(block.text) if isinstance(block, Line) else ""


def unit_line(text: str) -> str:
    """The unit that a line names and nothing else: "Đơn vị tính: …", "(Triệu đồng)"; else "".

    "Đơn vị: Sở Tài chính" names an agency.
    """
    match = _UNIT.fullmatch(text)
    said = match["unit"].strip() if match else ""
    if match and (match["sure"] or not said[:1].isupper()):
        return said
    bare = said or text.strip(" ().*")
    try:
        unit = parse_unit(bare).value if len(bare) > _SHORTEST else ""
    except Unreadable:
        return ""
    return unit and (said or unit)


def _with_captions(blocks: list[Block]) -> None:
    """Lines that are of the table right below or above them go into it."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if not isinstance(block, Grid):
            continue
        while at + 1 < len(blocks) and isinstance(note := blocks[at + 1], Line) and note.notes:
            block.notes.append(paragraph(note))
            del blocks[at + 1]
        above = blocks[at - 1] if at else None
        if isinstance(above, Line) and _is_caption(above):
            block.title = bare_of_marks(above.whole)
            del blocks[at - 1]


def _is_caption(line: Line) -> bool:
    numbered = bool(_TABLE.match(line.whole))
    return (numbered or (line.centred and bool(line.strong))) and len(line.text) < _LONG


def _has_begun(appendix: Appendix) -> bool:
    return bool(appendix.blocks)


def _opened(blocks: Sequence[Block], at: int) -> tuple[Appendix, int]:
    """An appendix with the lines above its contents taken: label, title, caption, unit."""
    first = blocks[at]
    appendix = Appendix(first.place)
    titles: list[str] = []
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, Line) or not _is_top(block, appendix, titles):
            break
        at += 1
    appendix.title = " ".join(titles)
    return appendix, at


def _is_top(line: Line, appendix: Appendix, titles: list[str]) -> bool:
    text = bare_of_marks(line.whole)
    unit, label = unit_line(text), _LABEL.fullmatch(text)
    if unit:
        appendix.unit = unit
    elif label and not titles and not appendix.caption:
        titles += [label["rest"]] if label["rest"] else []
    elif is_attached(text):
        appendix.caption, _, rest = text.partition("Đơn vị tính")
        appendix.unit = rest.strip(" :.)") or appendix.unit
    elif appendix.caption and not appendix.caption.endswith(")") and _closes(text):
        appendix.caption += f" {text}"
    elif not appendix.caption and len(titles) < _TITLE_LINES and _is_title(line, titles):
        titles.append(text)
    else:
        return False
    return True


def _closes(text: str) -> bool:
    return text.endswith(")") and len(text) < _LONG


def _is_title(line: Line, titles: list[str]) -> bool:
    text = bare_of_marks(line.text)
    looks = text.isupper() or line.strong or line.centred or not titles
    return looks and len(text) < _LONG and not text.endswith((";", "."))


def data_of(
    appendix: Appendix, scheme: str, register: Register
) -> tuple[dict[str, Data], list[Remark]]:
    """The appendix as `phu_luc` has it."""
    with_units(appendix.blocks, appendix.unit)
    root = outlined(appendix.blocks)
    own = scheme_of(root)
    lying = any(isinstance(block, Grid) and is_wide(block) for block in appendix.blocks)
    body = Body(own or scheme, register, landscape=lying)
    data: dict[str, Data] = {"ten": appendix.title or "[điền tên phụ lục]"}
    if lying:
        data["kho_giay"] = "ngang"
    if own and own != scheme:
        data["danh_so"] = own
    register.title = appendix.title
    contents = body.contents(root, 0)
    remarks = list(body.remarks)
    if not appendix.title:
        remarks.append(Remark(appendix.place, "Phụ lục", "không thấy tên phụ lục; hãy điền"))
    return {**data, **contents}, remarks
