"""Where the text of a document ends, and its signature, and where its appendices begin."""

from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.imports.appendices import begins_appendix
from kehoach_cli.imports.closing import begins_closing
from kehoach_cli.imports.head_lines import NUMBER, is_state
from kehoach_cli.imports.heading import number_of
from kehoach_cli.imports.names import bare_of_marks
from kehoach_cli.imports.pages import Block, Grid, Line, Remark
from kehoach_cli.vietnamese.document_types import leading_type

_HEAD = 12  # blocks of a head, from the name of the state to the type


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


def second_documents(blocks: Sequence[Block]) -> list[Remark]:
    """The heads of further documents behind the first: what follows is kept, and told of. A form
    to fill in has a head too, but no number."""
    told = "một văn bản khác bắt đầu ở đây; giữ trong phụ lục cuối; nên tách ra tệp riêng rồi nhập"
    heads = (block for at, block in enumerate(blocks) if _begins_document(blocks, at))
    return [Remark(block.place, block.text, told) for block in heads if isinstance(block, Line)]


def _begins_document(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    if not isinstance(block, Line) or not (block.text.isupper() and is_state(block.text)):
        return False
    near = [one.text for one in blocks[max(at - 4, 0) : at + _HEAD] if isinstance(one, Line)]
    numbered = any("so_van_ban" in number_of(match) for match in map(NUMBER.search, near) if match)
    return numbered and any(text.isupper() and leading_type(text) for text in near)
