"""Where the text of a document ends, and its signature, and where its appendices begin."""

from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.imports.appendices import begins_appendix
from kehoach_cli.imports.closing import begins_closing
from kehoach_cli.imports.names import bare_of_marks
from kehoach_cli.imports.pages import Block, Grid


class Cut(NamedTuple):
    """The blocks under the title: the text, the signature's lines, the appendices."""

    text: list[Block]
    closing: list[Block]
    appendices: list[Block]


def cut_up(blocks: Sequence[Block]) -> Cut:
    """The text up to the recipients or the signature, those, and what follows them."""
    end = next((i for i, block in enumerate(blocks) if begins_closing(block)), None)
    since = end if end is not None else 0
    after = next(
        (i for i in range(since, len(blocks)) if _begins_rest(blocks, i, end is not None)),
        len(blocks),
    )
    end = after if end is None else end
    return Cut([*blocks[:end]], [*blocks[end:after]], [*blocks[after:]])


def _begins_rest(blocks: Sequence[Block], at: int, is_signed: bool) -> bool:
    """Whether an appendix begins; behind a signature a table without a title is one too."""
    block = blocks[at]
    if isinstance(block, Grid):
        return is_signed
    looks = block.strong or block.centred or bare_of_marks(block.text)[:7].isupper()
    if not is_signed and not looks:
        return False
    return begins_appendix(blocks, at)
