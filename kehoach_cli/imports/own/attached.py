"""The list under "Kèm:" that ends the text of a plan."""

from kehoach_cli.imports.own.body import SILENT
from kehoach_cli.imports.pages.own_blocks import BULLETS, OwnBlock, Par, body_line

_ATTACHED, _ITEM = "Kèm:", "gach_dau_dong"
_OF_LIST = (_ITEM, *SILENT)


def ending_of(blocks: list[OwnBlock]) -> tuple[list[OwnBlock], str]:
    """The text without the sentence that ends it, which stays with the list under "Kèm:"."""
    end = blocks[-1] if blocks else None
    if not isinstance(end, Par) or not end.kept or end.style not in ("noi_dung", *BULLETS):
        return blocks, ""
    return (blocks, "") if end.text.endswith(":") else (blocks[:-1], body_line(end))


def attached_in(blocks: list[OwnBlock]) -> tuple[list[OwnBlock], list[str]]:
    """The text without the list under "Kèm:" that ends it, and what is listed."""
    at = len(blocks)
    while at and isinstance(b := blocks[at - 1], Par) and (b.style in _OF_LIST or not b.text):
        at -= 1
    above = blocks[at - 1] if at else None
    listed = [b.plain for b in blocks[at:] if isinstance(b, Par) and b.text]
    if not isinstance(above, Par) or above.text != _ATTACHED or not listed:
        return blocks, []
    return blocks[: at - 1], [text.removesuffix("./.").rstrip(";. ") or ";" for text in listed]


def parted(blocks: list[OwnBlock]) -> tuple[list[OwnBlock], list[OwnBlock]]:
    """The blocks up to the end of such a list, and what stands behind it; all where none does."""
    begins = [at for at, b in enumerate(blocks, 1) if isinstance(b, Par) and b.text == _ATTACHED]
    end = begins[-1] if begins else len(blocks)
    for block in blocks[end:]:
        if not isinstance(block, Par) or block.style != _ITEM:
            break
        end += 1
        if block.plain.endswith("."):
            break
    return blocks[:end], blocks[end:]
