"""What stands above a table: its name, and its number where the text refers to it."""

import re

from kehoach_cli.document.model import TABLE, Number, Paragraph
from kehoach_cli.document.texts import Texts, paragraph
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.references import TABLE_ANCHOR, below, table_label

_TYPED_NUMBER = re.compile(r"\s*Bảng\s+(?:số\s+)?\d+\s*[.:–-]?\s*", re.IGNORECASE)


def caption_of(bang: Bang, texts: Texts) -> Paragraph | None:
    """The line above a table: its name, numbered where the table has a code.

    A number typed before the name gives way to the counted one.
    """
    at, name = texts.table_number(bang), texts(bang.ten)
    if not at:
        return paragraph("ten_bang", name, keep_next=True) if name else None
    named = paragraph("ten_bang", _TYPED_NUMBER.sub("", name, count=1), keep_next=True)
    return named._replace(number=Number(TABLE, at), anchor=below(TABLE_ANCHOR, at))


def label_and_words(caption: Paragraph) -> str:
    """A caption in one text: "Bảng 1. Lộ trình"."""
    label = table_label(caption.number.position) if caption.number else ""
    return ". ".join(filter(None, (label, caption.text)))
