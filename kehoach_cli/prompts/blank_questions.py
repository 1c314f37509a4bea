"""The questions about blanks within texts, and about rows that a template gave as samples."""

from collections.abc import Callable

from kehoach_cli.plan.kinds import Text
from kehoach_cli.plan.records import Field
from kehoach_cli.prompts.blanks import (
    asks_for_document,
    blank_name,
    in_sentence,
    reader_of,
    slug,
    wanted,
    without_mark,
)
from kehoach_cli.prompts.context import around, names_its_row
from kehoach_cli.prompts.places import name_of, row_of
from kehoach_cli.prompts.question import DELETE, Heard, Keys, Question, SampleRow
from kehoach_cli.prompts.reading import heard_citations
from kehoach_cli.source.nodes import Node, Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.source.walk import at
from kehoach_cli.vietnamese.text import upper_first

_HEADS = ("van_ban", "quyet_dinh", "can_cu")


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


def or_without(question: Question, root: Node | None, keys: Keys, asked: str) -> Question:
    """The question of a blank that is all of a value: "-" takes away what can be done without."""
    row = _done_without(root, keys, asked)
    if not row:
        return question
    what = "hàng" if "hang" in row else "dòng"
    told = f"không cần {what} này thì gõ - để xóa cả {what}"
    help = "; ".join(part for part in (question.help if what == "dòng" else "", told) if part)
    read = question.read
    return question._replace(
        target=SampleRow(keys, row),
        help=help,
        read=lambda answer: Heard(said=f"xóa cả {what}") if answer == DELETE else read(answer),
    )


def _done_without(root: Node | None, keys: Keys, asked: str) -> Keys:
    """What goes when a value does: the row it names, an item of a list, a key; none otherwise."""
    if names_its_row(root, keys):
        return row_of(keys)
    if "hang" in keys:
        return ()
    names = keys[-1] == "ten" and isinstance(keys[-2], int)
    may_go = isinstance(keys[-1], int) or "xóa dòng" in asked
    return keys[:-1] if names else keys if may_go else ()


def is_without_dash(keys: Keys, field: Field) -> bool:
    """Whether a dash cannot be what a place says: a text of the head, an item, a name."""
    if "hang" in keys:
        return False
    is_head = keys[0] in _HEADS and isinstance(field.kind, Text)
    return is_head or isinstance(keys[-1], int) or keys[-1] == "ten"


def no_dash(keys: Keys, field: Field, read: Callable[[str], Heard]) -> Callable[[str], Heard]:
    """How a text is read where a dash would print as if it were one."""
    if not is_without_dash(keys, field):
        return read
    wrong = "dấu - sẽ in ra như đã gõ; chưa biết thì gõ > để bỏ qua"
    return lambda answer: Heard(wrong=wrong) if answer == DELETE else read(answer)


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
        help="không cần dòng này thì gõ - để xóa cả dòng"
        if _is_a_line(at(root, keys), span)
        else "",
    )
    if asks_for_document(span.text):
        return found._replace(read=lambda answer: heard_citations([answer]))
    return found._replace(read=reader_of(asked, source.text[span.end : line_end]) or found.read)


def _is_a_line(node: Node | None, span: Span) -> bool:
    """Whether nothing but a blank stands behind the dash of a line, and the text has others."""
    line = span.source.line(span.first.line).strip()
    is_whole = line.startswith(("- ", "+ ")) and line[2:].strip(" .;,") == span.text
    return is_whole and isinstance(node, Scalar) and "\n" in node.value.strip()
