"""What no page prints, among letters: hyphens and blanks that only say where a line may break."""

from collections.abc import Iterable, Iterator

from kehoach_cli.imports.pages.model import Block, Line

_UNPRINTED = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))
"""In letters of TCVN3 the first of them is "ư": they go once a text is in letters of today."""


def without_unprinted(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without such letters; a paragraph of nothing else is none."""
    for block in blocks:
        if not isinstance(block, Line):
            block.rows = [[cell.translate(_UNPRINTED) for cell in row] for row in block.rows]
            yield block
        elif text := block.text.translate(_UNPRINTED).strip():
            yield block._replace(text=text)
