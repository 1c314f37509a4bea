"""Lines that the layout parted, back to the names and titles that were typed."""

from collections.abc import Iterable

from kehoach_cli.document.html_text import JOINTS as CLASSES
from kehoach_cli.imports.pages.own_blocks import OwnBlock, Par

BY_CLASS = {name: joint for joint, name in CLASSES.items()}
"""What was typed where the layout set a blank, by its class."""


def typed(text: str, joint: str | None, before: str | None) -> tuple[str, str | None]:
    """Words as typed, and what was typed before them and the words above, as far as is said.

    `joint`: as marked: it stands in place of a blank, else before the words.
    """
    if joint is None:
        return text, before
    return (joint + text[1:], before) if text[:1].isspace() else (text, joint)


def joined(blocks: Iterable[OwnBlock]) -> list[OwnBlock]:
    """The blocks, the lines of one name as one paragraph."""
    found: list[OwnBlock] = []
    for block in blocks:
        above = found[-1] if found else None
        if isinstance(block, Par) and isinstance(above, Par) and _goes_on(above, block):
            found[-1] = _whole(above, block)
        else:
            found.append(block)
    return found


def _goes_on(above: Par, below: Par) -> bool:
    return below.joint is not None and below.style == above.style


def _whole(above: Par, below: Par) -> Par:
    joint = below.joint or ""
    return above._replace(
        text=above.text + joint + below.text, plain=above.plain + joint + below.plain
    )
