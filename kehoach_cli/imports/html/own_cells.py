"""What is known only when a page has been read: footnotes, cells merged downwards."""

from collections.abc import Iterator

from kehoach_cli.imports.pages.links import parted
from kehoach_cli.imports.pages.own_blocks import Drawn, OwnBlock, OwnCell, Par
from kehoach_cli.patterns import pattern

NOTE = "\ue000{}\ue001"
"""Stands for a footnote while the page is read."""
_NOTE = pattern("\ue000(\\d+)\ue001")


def is_note(text: str) -> bool:
    """Whether a text stands for a footnote."""
    return _NOTE.fullmatch(text) is not None


def finished(block: OwnBlock, notes: dict[str, str]) -> OwnBlock:
    """A block with its footnotes in their places, and merged cells gone on with."""
    if isinstance(block, Par):
        return _noted(block, notes)
    if isinstance(block, Drawn):
        return block
    tall = iter(map(int, block.widths))
    block.widths = []
    going: dict[int, tuple[int, OwnCell]] = {}
    for number, row in enumerate(block.rows):
        block.rows[number] = list(_whole(row, going, tall))
        for cell in block.rows[number]:
            cell.pars = [_noted(par, notes) for par in cell.pars]
    return block


def _whole(
    row: list[OwnCell], going: dict[int, tuple[int, OwnCell]], tall: Iterator[int]
) -> Iterator[OwnCell]:
    """The cells of a row, those that go on from above among them.

    `going`: by column, how many rows more a cell covers. `tall`: of each merged cell, its rows.
    """
    at = 0
    waiting = iter(row)
    while True:
        left, above = going.get(at, (0, None))
        if left and above is not None:
            going[at] = (left - 1, above)
            cell: OwnCell | None = OwnCell([Par(above.style, "", "")], above.span, "on")
        else:
            cell = next(waiting, None)
            if cell is not None and cell.down == "start":
                going[at] = (next(tall) - 1, cell)
        if cell is None:
            return
        yield cell
        at += cell.span


def _noted(par: Par, notes: dict[str, str]) -> Par:
    whole = _NOTE.sub(lambda match: f"^[{notes.get(match[1], '')}]", par.text)
    text, links = parted(whole)
    return par._replace(text=text, links=links, plain=_NOTE.sub("", par.plain))
