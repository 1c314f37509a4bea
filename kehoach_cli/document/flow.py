"""What flows through the main text: blocks, and runs of blocks on pages that lie down."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from kehoach_cli.document.model import Block, Paragraph, Section


class Turned(NamedTuple):
    """Blocks on landscape pages of their own, e.g. a wide table with caption and notes."""

    blocks: tuple[Block, ...]


Flow = Block | Turned

_FEW = 300
"""Letters of some four lines."""


def into_sections(flow: Sequence[Flow], *, restart: bool = False) -> list[Section]:
    """Sections of the main text: page numbers run on, the first one is hidden."""
    sections: list[Section] = []
    for landscape, part in groupby(
        _with_last_lines(turned_with_titles(flow)), key=lambda item: isinstance(item, Turned)
    ):
        first = not sections
        blocks = tuple(plain(part))
        sections.append(Section(blocks, landscape, restart and first, hide_first_number=first))
    return sections


def turned_with_titles(flow: Sequence[Flow]) -> list[Flow]:
    """The flow; titles and lead-in lines right before turned blocks are turned with them.

    So are the few lines between two of them: they would stand alone on a page.
    """
    found: list[Flow] = []
    for item in flow:
        if isinstance(item, Turned):
            start = _chain_start(found)
            start = _few_lines_start(found, start)
            found[start:] = [Turned((*plain(found[start:]), *item.blocks))]
        else:
            found.append(item)
    return found


def _with_last_lines(flow: Sequence[Flow]) -> list[Flow]:
    """The flow; the few lines that end it behind turned blocks lie with them, not alone."""
    at = _few_lines_start(flow, len(flow))
    return [*flow] if at == len(flow) else [*flow[:at], Turned((*plain(flow[at:]),))]


def _few_lines_start(flow: Sequence[Flow], at: int) -> int:
    """Where the turned blocks begin that only a few lines part from a place; else that place."""
    start, letters = at, 0
    while start and isinstance(line := flow[start - 1], Paragraph):
        letters += sum(len(run.text) for run in line.runs)
        start -= 1
    near = letters <= _FEW and start and isinstance(flow[start - 1], Turned)
    return start - 1 if near else at


def _chain_start(flow: Sequence[Flow]) -> int:
    """Where the paragraphs begin that are kept with what comes after the flow."""
    at = len(flow)
    while at and isinstance(title := flow[at - 1], Paragraph) and title.keep_next:
        at -= 1
    return at


def plain(part: Iterable[Flow]) -> Iterable[Block]:
    """The blocks alone."""
    for item in part:
        if isinstance(item, Turned):
            yield from item.blocks
        else:
            yield item
