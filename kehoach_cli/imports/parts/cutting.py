"""Where the text of a document ends, and its signature, and where its appendices begin."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kehoach_cli.imports.head.document_type import type_at
from kehoach_cli.imports.head.lines import NUMBER, is_state
from kehoach_cli.imports.head.names import bare_of_marks
from kehoach_cli.imports.head.reading import is_attached, number_of, title_at
from kehoach_cli.imports.pages.model import Block, Grid, Line, Remark
from kehoach_cli.imports.parts.appendices import Appendix, begins_appendix
from kehoach_cli.imports.parts.closing import begins_closing
from kehoach_cli.vietnamese.document_types import leading_type

_HEAD = 12  # blocks of a head, from the name of the state to the type
_OTHER = (
    "một văn bản khác bắt đầu ở đây; giữ thành một phụ lục riêng; nên tách ra tệp khác rồi nhập"
)


class Cut(NamedTuple):
    """The blocks under the title: the text, the signature's lines, the appendices; and further
    documents behind the first, each with its head."""

    text: list[Block]
    closing: list[Block]
    appendices: list[Block]
    others: list[list[Block]]


def cut_up(blocks: Sequence[Block]) -> Cut:
    """The text up to the recipients or the signature, those, and what follows them."""
    starts = [*_document_starts(blocks), len(blocks)]
    others = [[*blocks[start:end]] for start, end in pairwise(starts)]
    blocks = blocks[: starts[0]]
    end = next((i for i, block in enumerate(blocks) if begins_closing(block)), None)
    since = end if end is not None else 0
    after = next(
        (i for i in range(since, len(blocks)) if _begins_rest(blocks, i, end is not None)),
        len(blocks),
    )
    end = after if end is None else end
    return Cut([*blocks[:end]], [*blocks[end:after]], [*blocks[after:]], others)


def _begins_rest(blocks: Sequence[Block], at: int, is_signed: bool) -> bool:
    """Whether an appendix begins; behind a signature a table without a title is one too."""
    block = blocks[at]
    if isinstance(block, Grid):
        return is_signed
    looks = block.strong or block.centred or bare_of_marks(block.text)[:7].isupper()
    if not is_signed and not looks:
        return False
    return begins_appendix(blocks, at)


def other_document(blocks: Sequence[Block]) -> tuple[Appendix, Remark]:
    """A further document as an appendix of its own, named by its type and title; what is said."""
    at = type_at(blocks) or 0
    kind = blocks[at]
    title, after = title_at(blocks, at + 1)
    name = f"{kind.text} {title}".strip() if isinstance(kind, Line) else title
    place = blocks[0].place
    found = Appendix(place, bare_of_marks(name), blocks=[*blocks[:at], *blocks[after:]])
    return found, Remark(place, name, _OTHER)


def _document_starts(blocks: Sequence[Block]) -> list[int]:
    """Where further documents begin: with who issues them, where that stands above the state."""
    starts: list[int] = []
    for state in range(len(blocks)):
        if _begins_document(blocks, state) and not (starts and state - starts[-1] < _HEAD):
            starts.append(_issued(blocks, state, starts[-1] if starts else 0))
    return starts


def _issued(blocks: Sequence[Block], at: int, since: int) -> int:
    """The first of the lines above the name of the state that say who issues a document."""
    while at > since and _is_issuer(blocks[at - 1]):
        at -= 1
    return at


def _is_issuer(block: Block) -> bool:
    """Whether a line above the name of the state says who issues a document, or its number."""
    if not isinstance(block, Line) or is_attached(block.text):
        return False
    return block.text.isupper() or bool(NUMBER.match(block.text))


def _begins_document(blocks: Sequence[Block], at: int) -> bool:
    """Whether the head of a document stands here; a form to fill in has one too, but no number."""
    block = blocks[at]
    if not isinstance(block, Line) or not (block.text.isupper() and is_state(block.text)):
        return False
    near = [one.text for one in blocks[max(at - 4, 0) : at + _HEAD] if isinstance(one, Line)]
    numbered = any("so_van_ban" in number_of(match) for match in map(NUMBER.search, near) if match)
    kinds = (leading_type(bare_of_marks(text)) for text in near if text.isupper())
    return numbered and any(kinds)
