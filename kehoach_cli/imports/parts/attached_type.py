"""A plan behind the decision that issues it, where a copy lost the line that names its type."""

from collections.abc import Sequence

from kehoach_cli.imports.head.document_type import type_at
from kehoach_cli.imports.head.names import bare_of_marks
from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.imports.parts.appendices import is_captioned_title
from kehoach_cli.imports.parts.closing import signs
from kehoach_cli.imports.parts.decision import is_article
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.document_types import leading_type
from kehoach_cli.vietnamese.text import fold

_ISSUES = pattern(r"kèm theo (?:Quyết định|Nghị quyết) này\W*(?P<what>.+)")
_DECISION = ("quyet dinh", "nghi quyet")


def with_attached_type(blocks: list[Block]) -> list[Block]:
    """The blocks, the type that the decision tells above the title of what it issues: capitals
    above "(Ban hành kèm theo …)"."""
    articles = ((i, block) for i, block in enumerate(blocks) if is_article(block))
    issuing = ((i, kind) for i, article in articles if (kind := _issued(article)))
    since, kind = next(issuing, (0, ""))
    if not kind or not _is_decision(blocks) or type_at(blocks, since) is not None:
        return blocks
    at = next((i for i in range(since, len(blocks)) if _is_title(blocks, i)), None)
    if at is None:
        return blocks
    return [*blocks[:at], Line(kind.upper(), blocks[at].place), *blocks[at:]]


def _is_decision(blocks: Sequence[Block]) -> bool:
    at = type_at(blocks)
    block = blocks[at] if at is not None else None
    return isinstance(block, Line) and fold(bare_of_marks(block.text)) in _DECISION


def _issued(article: Block) -> str | None:
    match = _ISSUES.search(bare_of_marks(article.text)) if isinstance(article, Line) else None
    return leading_type(match["what"]) if match else None


def _is_title(blocks: Sequence[Block], at: int) -> bool:
    return not signs(blocks[at]) and is_captioned_title(blocks, at)
