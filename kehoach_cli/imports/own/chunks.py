"""The documents that one file holds: a decision, a plan, appendices."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach_cli.imports.own.body import SILENT
from kehoach_cli.imports.own.closing import END
from kehoach_cli.imports.own.head import HEAD
from kehoach_cli.imports.pages.own_blocks import OwnBlock, Par, Shape

TITLE = ("ten_loai", "trich_yeu")
ENACTS = {"QUYẾT ĐỊNH:": "", "QUYẾT NGHỊ:": "nghị quyết"}


@dataclass(slots=True)
class Chunk:
    """A document of its own: a decision, a plan, an appendix."""

    blocks: list[OwnBlock] = field(default_factory=list)
    lying: bool = False

    def pars(self, *styles: str) -> list[Par]:
        """Its paragraphs of these styles, outside tables."""
        return [b for b in self.blocks if isinstance(b, Par) and b.style in styles]

    @property
    def is_decision(self) -> bool:
        """Whether it issues something: "QUYẾT ĐỊNH:" stands in it."""
        return any(par.plain in ENACTS for par in self.pars("tham_quyen"))


def chunks_of(shapes: Sequence[Shape]) -> tuple[list[Chunk], list[Chunk]]:
    """The documents and the appendices, each with the blocks that are its own."""
    chunks: list[Chunk] = []
    appendices: list[Chunk] = []
    begun = True
    for shape in shapes:
        for block in shape.blocks:
            style = block.style if isinstance(block, Par) else ""
            if style == "phu_luc":
                appendices.append(Chunk(lying=True))
            elif not appendices and (style in HEAD or not chunks) and begun:
                chunks.append(Chunk())
                begun = False
            begun = begun or style not in (*HEAD, *SILENT)
            into = (appendices or chunks)[-1]
            into.blocks.append(block)
            into.lying = into.lying and shape.lying
    return chunks, appendices


def text_of(blocks: Sequence[OwnBlock]) -> list[OwnBlock]:
    """The blocks without head, title and signature."""
    return without(blocks, (*HEAD, *TITLE, *END, "kem_theo"))


def without(blocks: Sequence[OwnBlock], styles: Sequence[str]) -> list[OwnBlock]:
    """The blocks but the paragraphs of these styles."""
    return [b for b in blocks if not isinstance(b, Par) or b.style not in styles]
