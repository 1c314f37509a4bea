"""Bases, wherever kehoach printed them → `can_cu`."""

from collections.abc import Sequence

from kehoach_cli.imports.own.node import Node
from kehoach_cli.imports.pages.model import Line
from kehoach_cli.imports.pages.own_blocks import BULLETS, INSERTED, OwnBlock, Par
from kehoach_cli.imports.parts.bases import Listed, basis, listed_in
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.vietnamese.text import fold

_OPENING = ("căn", "theo", "thực", "xét")
_SECTIONS = 2  # that may list them: the first ones


def take_listed(root: Node) -> list[Data]:
    """The bases of the section that lists them; their lines give way to what inserts them."""
    for node in root.children[:_SECTIONS]:
        if "can cu" not in fold(node.title):
            continue
        lines = [Line(_plain_line(b), "") for b in node.body]
        listed = listed_in(lines)
        if listed is not None and _prints_so(listed, lines):
            form = "gạch đầu dòng" if listed.bulleted else ""
            node.body[listed.start : listed.end] = [Par(INSERTED, form, form)]
            return listed.bases
    return []


def _plain_line(block: OwnBlock) -> str:
    """A paragraph as the bases have it; "" for what is none."""
    if not isinstance(block, Par):
        return ""
    return BULLETS.get(block.style, "") + block.plain.strip()


def _prints_so(listed: Listed, lines: list[Line]) -> bool:
    """Whether the lines end as those that are inserted do."""
    texts = [line.text for line in lines[listed.start : listed.end]]
    return texts[-1].endswith(".") and all(text.endswith(";") for text in texts[:-1])


def bases_of(pars: Sequence[Par]) -> list[Data]:
    """The bases of the italic block."""
    return [_basis(par.plain) for par in pars]


def _basis(text: str) -> Data:
    """A basis; one that opens with no usual word keeps its own."""
    said = text[:-1] if text.endswith((";", ".", ",")) else text
    if said.startswith("Căn cứ "):
        named = said.removeprefix("Căn cứ ")
        odd = not named.strip() or named.endswith(",")
        return {"van_ban": named.strip() or text[-1]} if odd else basis(named)
    if not said.strip():
        return {"mo_dau": ";"}  # nothing but the mark that ends it was typed
    word, _, rest = said.partition(" ")
    if word.casefold() in _OPENING:
        return said
    return {"mo_dau": word, "van_ban": rest} if rest else {"mo_dau": word}
