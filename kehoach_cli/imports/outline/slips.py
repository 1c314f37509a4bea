"""Slips of the hand in numbers: "1." for the "I." that "II." follows."""

from collections.abc import Sequence
from itertools import pairwise

from kehoach_cli.imports.outline.labels import Label, label_of
from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.plan.scheme import roman

_ROMAN, _NUMBER = "I", "1"


def with_roman_first(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, "1. MỤC TIÊU" as "I. MỤC TIÊU" where "II." comes without an "I." before it and
    "1." stands below."""
    found = list(blocks)
    labels = [(at, label) for at, block in enumerate(blocks) if (label := _label(block))]
    romans = [label.value for _, label in labels if label.kind == _ROMAN]
    if romans[:1] != [2]:
        return found
    for (at, label), (_, below) in pairwise(labels):
        block = blocks[at]
        if label.kind == _ROMAN:
            break
        if isinstance(block, Line) and _is_slip(label, below):
            found[at] = block._replace(text=f"{roman(1)}. {label.rest}", label="")
            break
    return found


def _label(block: Block) -> Label | None:
    return label_of(block.whole) if isinstance(block, Line) else None


def _is_slip(label: Label, below: Label) -> bool:
    """Whether a title in capitals has the number that the part under it has too."""
    return (
        label.kind == below.kind == _NUMBER
        and label.value == below.value == 1
        and (label.rest.isupper() and not below.rest.isupper())
    )
