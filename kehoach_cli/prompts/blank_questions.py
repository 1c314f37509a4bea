"""The questions about blanks within texts, and about rows that a template gave as samples."""

from kehoach_cli.prompts.blanks import (
    asks_for_document,
    blank_name,
    in_sentence,
    reader_of,
    slug,
    wanted,
    without_mark,
)
from kehoach_cli.prompts.context import around
from kehoach_cli.prompts.places import name_of, row_of
from kehoach_cli.prompts.question import Keys, Question, SampleRow
from kehoach_cli.prompts.reading import heard_citations
from kehoach_cli.source.nodes import Node, Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import upper_first


def sample_question(root: Node | None, keys: Keys, node: Scalar) -> Question:
    """A row that a template gave as a sample: kept by its real name, or deleted."""
    text = without_mark(node.value)
    row = row_of(keys)
    return Question(
        id=f"{name_of(row)}#vi-du-{slug(text)}",
        label=f"Hàng ví dụ “{text}”: sửa tên rồi giữ, hay xóa?",
        target=SampleRow(keys, row),
        place=node.span,
        reason=around(root, row),
        help="gõ tên thật để giữ hàng này (Tab: lấy tên đang ghi), gõ - để xóa cả hàng",
        current=text,
    )


def blank_question(root: Node | None, keys: Keys, span: Span) -> Question:
    """A blank within a text."""
    source = span.source
    asked = wanted(source.text[span.start : span.end])
    line_end = source.offset(span.first.line) + len(source.line(span.first.line))
    about = around(root, keys)
    found = Question(
        id=f"{name_of(keys)}#{blank_name(span)}",
        label=upper_first(asked) or about.rpartition(" › ")[2] or "Chỗ trống",
        target=span,
        place=span,
        reason=": ".join(part for part in (about, in_sentence(span)) if part),
    )
    if asks_for_document(span.text):
        return found._replace(read=lambda answer: heard_citations([answer]))
    return found._replace(read=reader_of(asked, source.text[span.end : line_end]) or found.read)
