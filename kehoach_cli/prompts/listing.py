"""The open questions where nobody can be asked: as text, and as JSON for another program."""

import json
from collections.abc import Iterable
from typing import Any

from kehoach_cli.prompts.question import Question, SampleRow
from kehoach_cli.reports.shown import without_hidden
from kehoach_cli.source.text import Span


def as_text(questions: Iterable[Question]) -> str:
    """A line each: where, what, and the key with an example of what to write."""
    return "\n".join(_line(question) for question in questions)


def _line(question: Question) -> str:
    first = question.place.first
    where = f"{question.place.source.name}:{first.line}:{first.column}"
    why = f" ({question.reason})" if question.reason else ""
    return f"{where}: {question.label}{why}; {_what_to_write(question)}"


def _what_to_write(question: Question) -> str:
    name = question.id
    if isinstance(question.target, SampleRow):
        what = "hàng" if "#" in name or "hang" in question.target.row else "dòng"
        return f"trả lời {name}: tên thật, hoặc - để xóa {what}"
    if isinstance(question.target, Span):
        return f"trả lời {name}, hoặc ghi thay cho “{question.target.text}”"
    key = question.target[-1]
    example = question.example or next(iter(question.options), "")
    what = f"{key}: {example}" if isinstance(key, str) else example
    return f"ghi {name}, ví dụ: {what}" if example else f"ghi {name}"


def as_json(questions: Iterable[Question]) -> str:
    """The questions and how many of them must be answered."""
    records = [_record(question) for question in questions]
    needed = sum(1 for one in records if one["required"])
    data = {"questions": records, "summary": {"questions": len(records), "required": needed}}
    return without_hidden(json.dumps(data, ensure_ascii=False, indent=2))


def _record(question: Question) -> dict[str, Any]:
    """One question, in a shape that programs may rely on. Lines and columns count from 1."""
    first = question.place.first
    return {
        "id": question.id,
        "label": question.label,
        "file": question.place.source.name,
        "line": first.line,
        "column": first.column,
        "required": question.needed,
        "type": question.shape,
        "reason": question.reason,
        "help": question.help,
        "example": question.example,
        "current": question.current,
        "past": list(question.past),
        "options": list(question.options),
    }
