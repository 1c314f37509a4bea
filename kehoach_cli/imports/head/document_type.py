"""Where a document says of what type it is, or what its number says where it does not."""

import re
from collections.abc import Sequence

from kehoach_cli.imports.head.lines import NUMBER, mended_head
from kehoach_cli.imports.head.names import bare_of_marks
from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.document_types import DOCUMENT_TYPES, leading_type
from kehoach_cli.vietnamese.text import fold

_FAR, _NEAR = 80, 12  # paragraphs before the type, e.g. of a portal
_TOP = 40
"""Paragraphs among which a head that names no type stands."""
_RUN_IN = pattern(r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|QUYẾT ĐỊNH|NGHỊ QUYẾT)\s+(?=\S)")
TYPE_ENDS = ("HÀNH ĐỘNG", "TỔNG THỂ", "TRIỂN KHAI", "CHI TIẾT", "CÔNG TÁC", "PHỐI HỢP")
"""What stands behind a type on its line and begins the title."""
_LONG_TYPE = pattern(rf"(?:KẾ HOẠCH|CHƯƠNG TRÌNH) (?:{'|'.join(TYPE_ENDS)})")
_YEAR = pattern(r"^\d{4}\s*/\s*")
_OWN_LINE = pattern(
    r"số\s*:?[^/]{0,12}/[\w&/.-]+(?:\s+[^,]{2,40},\s*ngày.{0,40})?|[^,]{2,40},\s*ngày.{0,40}",
    re.IGNORECASE,
)


def type_at(blocks: Sequence[Block], since: int = 0) -> int | None:
    """Where the type of the document stands on a line of its own, None where it does not: the
    first in capitals, else one near the top."""
    small: int | None = None
    for at, block in enumerate(blocks[since : since + _FAR], since):
        text = bare_of_marks(block.text) if isinstance(block, Line) else ""
        kind = leading_type(text)
        if kind and len(kind) == len(text):
            if text.isupper():
                return at
            small = at if small is None and at <= since + _NEAR else small
    return small


def with_type_alone(blocks: list[Block]) -> list[Block]:
    """The blocks, those of the head a line each, the type on a line of its own."""
    blocks = [one for block in blocks for one in _without_run_in(block)]
    blocks = mended_head(blocks, type_at(blocks))
    head = [
        line
        for block in blocks[:_FAR]
        for line in (block.lines() if isinstance(block, Line) and _is_of_head(block) else [block])
    ]
    found: list[Block] = [*head, *blocks[_FAR:]]
    at = type_at(found)
    if at is not None:
        return with_type_told(found) if _is_late(found, at) else found
    for at, block in enumerate(head):
        parted = _type_and_title(block)
        if len(parted) > 1:
            return [*found[:at], *parted, *found[at + 1 :]]
    return with_type_told(found)


def with_type_told(blocks: list[Block]) -> list[Block]:
    """The blocks of a head that names no type, the one that its number tells under it."""
    top = [(at, block) for at, block in enumerate(blocks[:_TOP]) if isinstance(block, Line)]
    lines = [(at, block) for at, block in top if _is_date_or_number(block.text)]
    if not lines:
        return blocks
    numbers = [match for _, line in lines if (match := NUMBER.search(line.text))]
    code = _YEAR.sub("", numbers[0]["ky_hieu"]).partition("-")[0] if numbers else ""
    kind = next((kind.name for kind in DOCUMENT_TYPES if kind.code == code), "")
    if not kind:
        return blocks
    at, last = lines[-1]
    number = f"{numbers[0]['so']}/{numbers[0]['ky_hieu']}"
    told = (match for _, line in top if (match := _told_title(kind, number, line.text)))
    title = [last._replace(text=match["title"]) for match in told][:1]
    return [*blocks[: at + 1], last._replace(text=kind.upper()), *title, *blocks[at + 1 :]]


def _is_late(blocks: Sequence[Block], at: int) -> bool:
    """Whether a decision, whose type is not said, came to what it decides before a type stands."""
    is_based = (fold(block.text).startswith("can cu") for block in blocks[:at]
                if isinstance(block, Line))  # fmt: skip
    return any(map(_decides, blocks[:at])) or (_decides(blocks[at]) and any(is_based))


def _decides(block: Block) -> bool:
    """Whether a decision, whose type is not said, comes to what it decides here."""
    text = bare_of_marks(block.text) if isinstance(block, Line) else ""
    return text.isupper() and fold(text).rstrip(" :") in ("quyet dinh", "quyet nghi")


def _is_date_or_number(text: str) -> bool:
    return bool(_OWN_LINE.fullmatch(text.strip()))


def _told_title(kind: str, number: str, text: str) -> re.Match[str] | None:
    """How a portal names the page: type, number, year, then the title."""
    return re.fullmatch(
        rf"{kind}\s+(?:số\s+)?{re.escape(number)}\s+(?:năm\s+\d{{4}}\s+)?(?P<title>.+)",
        text,
        re.IGNORECASE,
    )


def _without_run_in(block: Block) -> Sequence[Block]:
    """A page's own heading is both type and title, as is "KẾ HOẠCH HÀNH ĐỘNG" on its line."""
    if isinstance(block, Line) and _LONG_TYPE.fullmatch(block.text):
        return _type_and_title(block)
    if not isinstance(block, Line) or block.depth != 1 or block.label or block.text.isupper():
        return [block]
    return _type_and_title(block)


def _type_and_title(block: Block) -> Sequence[Block]:
    match = _RUN_IN.match(block.text) if isinstance(block, Line) else None
    if match is None or not isinstance(block, Line):
        return [block]
    texts = block.text[: match.end()].strip(), block.text[match.end() :]
    return [block._replace(text=text) for text in texts]


def _is_of_head(line: Line) -> bool:
    """Whether breaks in a paragraph part lines of a head: capitals, bold or set in the middle."""
    return bool(line.strong) or line.centred or line.text.split("\n")[0].isupper()
