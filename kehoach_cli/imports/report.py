"""What an import came to, for a person and for a program."""

import json
from collections.abc import Sequence

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.imports.merging.merged import Merged
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.result import Draft
from kehoach_cli.reports.shown import without_hidden

_SHOWN = 20  # remarks on a screen
_LETTERS = 70


def told(draft: Draft, faults: Sequence[Diagnostic]) -> str:
    """A few lines: what was understood, then what to look at, first things first."""
    counts = ", ".join(f"{count} {word}" for word, count in draft.counts.items() if count)
    lines = [f"Đã hiểu: {counts}."] if counts else ["Chưa hiểu được phần nào của tệp."]
    lines += places_told(draft.remarks)
    if faults:
        lines.append(f"Bản nháp còn {len(faults)} chỗ phải sửa mới in được:")
        lines += [f"- dòng {fault.span.first.line}: {fault.message}" for fault in faults]
    return "\n".join(lines)


def places_told(remarks: Sequence[Remark]) -> list[str]:
    """The first places to look at, a line each, and how many there are; none for none."""
    if not remarks:
        return []
    lines = [f"Xem lại {len(remarks)} chỗ:", *map(_line, remarks[:_SHOWN])]
    rest = len(remarks) - _SHOWN
    return [*lines, f"- … và {rest} chỗ nữa; xem đủ bằng --format json"] if rest > 0 else lines


def _line(remark: Remark) -> str:
    text = " ".join(remark.text.split())
    shown = text if len(text) <= _LETTERS else f"{text[:_LETTERS].rstrip()}…"
    where = f"{remark.place}: " if remark.place else ""
    return f"- {where}“{shown}”: {remark.told}"


def as_json(draft: Draft, faults: Sequence[Diagnostic], file: str, plan: str) -> str:
    """The same, whole, in a shape that programs may rely on."""
    data = {
        "file": file,
        "plan": plan,
        "understood": dict(draft.counts),
        "to_check": [remark._asdict() for remark in draft.remarks],
        "faults": [
            {"rule": fault.rule.id, "line": fault.span.first.line, "message": fault.message}
            for fault in faults
        ],
    }
    return without_hidden(json.dumps(data, ensure_ascii=False, indent=2))


def merged_as_json(done: Merged, file: str, plan: str) -> str:
    """What came of `--vao`, whole, in a shape that programs may rely on."""
    data = {
        "file": file,
        "plan": plan,
        "added": done.added,
        "there": done.same,
        "to_check": [remark._asdict() for remark in done.remarks],
    }
    return without_hidden(json.dumps(data, ensure_ascii=False, indent=2))
