"""A plan and its findings → the questions still open, in order of the document."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.kinds import RecordOf, Text
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.reader import Reading
from kehoach_cli.plan.records import Field, fields_of
from kehoach_cli.plan.resolve import ALWAYS, ON_ISSUE, Missing, missing
from kehoach_cli.prompts.context import around, column_of
from kehoach_cli.prompts.likely import likely_answers
from kehoach_cli.prompts.parts import lacking_parts
from kehoach_cli.prompts.places import Places, field_at, keys_of, name_of
from kehoach_cli.prompts.question import Keys, Question
from kehoach_cli.prompts.reading import options_of, reader, shape_of
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import upper_first

SAMPLE = "[ví dụ]"
"""What templates put before a sample."""
_ANY = Text()
_FILL_IN = pattern(r"(?i)^(?:điền|ghi|nhập)\s*|^[.…x?]+$")


class Looked(NamedTuple):
    """A file as read and checked."""

    reading: Reading
    findings: list[Diagnostic]


def open_questions(looked: Looked) -> list[Question]:
    """What is missing, wrong or left blank in the plan's own file.

    Those that `needed` marks must be answered before the plan can be printed in full; the others
    are asked on request.
    """
    plan = looked.reading.plan
    if plan is None or plan.node is None:
        return []
    asking = _Asking(plan, looked)
    found = [*asking.missing(), *asking.marked(), *lacking_parts(plan, looked.findings)]
    return _named_apart(sorted(found, key=lambda question: question.place.start))


class _Asking:
    """What the questions about one plan are made of."""

    def __init__(self, plan: Plan, looked: Looked) -> None:
        self.plan, self.reading = plan, looked.reading
        self.findings = looked.findings
        self.places = Places(plan, looked.reading.source)

    def missing(self) -> Iterator[Question]:
        """The needed fields that are empty."""
        for item in missing(self.plan):
            if item.span.source is self.reading.source:
                for keys, field, is_needed in _parts(item):
                    yield self._of_field(keys, field, item, is_needed)

    def marked(self) -> Iterator[Question]:
        """Values that cannot be read or that a rule finds wrong, and blanks within texts."""
        seen: set[int] = set()
        for finding in self.findings:
            place = self.places.at(finding.span)
            if place is None or finding.severity is Severity.INFO:
                continue
            keys, node = place
            if finding.rule.asks and not _asks_for_all(finding.span, node):
                yield self._of_blank(keys, finding.span)
            elif id(node) not in seen:
                seen.add(id(node))
                yield self._of_value(keys, node, finding)

    def _of_field(self, keys: Keys, field: Field, item: Missing, is_needed: bool) -> Question:
        name = name_of(keys)
        when = "" if item.when == ALWAYS else " khi phát hành"
        return self._question(
            keys, field, item.span, id=name, reason=f"kế hoạch cần có{when}", needed=is_needed
        )

    def _of_value(self, keys: Keys, node: Scalar, finding: Diagnostic) -> Question:
        field = self.places.field(node)
        if finding.rule.asks:
            return self._of_whole_blank(keys, node, field)
        return self._question(
            keys,
            field or field_at(keys) or Field("", _label(keys[:-1], None) or str(keys[-1]), _ANY),
            node.span,
            id=name_of(keys),
            reason=f"{finding.message}: {finding.fix}",
            current=node.value.strip(),
            needed=finding.severity is Severity.ERROR,
        )

    def _of_whole_blank(self, keys: Keys, node: Scalar, field: Field | None) -> Question:
        """A value that is nothing but a blank; a cell is called by its column."""
        text = node.value.strip()
        is_sample = text.startswith(SAMPLE)
        asked = "hàng ví dụ: sửa lại, hoặc xóa trong tệp" if is_sample else _wanted(text)
        label = column_of(self.places.root, keys) or _label(keys, field) or upper_first(asked)
        about = around(self.places.root, keys).replace(SAMPLE, "").strip()
        return self._question(
            keys,
            (field or Field("", "", _ANY))._replace(label=label),
            node.span,
            id=name_of(keys),
            reason=" — ".join(part for part in (about, asked) if part) or "chưa điền",
            default=text.removeprefix(SAMPLE).strip() if is_sample else "",
        )

    def _of_blank(self, keys: Keys, span: Span) -> Question:
        """A blank within a text."""
        text = span.source.text[span.start : span.end]
        line = span.source.line(span.first.line).strip()
        about = around(self.places.root, keys)
        return Question(
            id=f"{name_of(keys)}#1",
            label=upper_first(_wanted(text)) or about.rpartition(" › ")[2] or text,
            target=span,
            place=span,
            reason=f"{about}: {line}" if about else f"chỗ trống trong câu: {line}",
        )

    def _question(self, keys: Keys, field: Field, place: Span, **facts: object) -> Question:
        exact = options_of(field)
        return Question(
            label=field.label,
            target=keys,
            place=place,
            help=field.help,
            example=field.example,
            shape=shape_of(field),
            options=exact or likely_answers(field.key, self.plan),
            read=reader(field, self.reading.unit),
            **facts,  # type: ignore[arg-type]
        )


def _parts(item: Missing) -> Iterator[tuple[Keys, Field, bool]]:
    """The fields to ask for where one is missing: of a group of keys, those it needs."""
    keys = keys_of(item.path)
    field = field_at(keys)
    if field is None:
        return
    if not isinstance(field.kind, RecordOf) or field.kind.scalar:
        yield keys, field, item.when == ALWAYS
        return
    for key, inner in fields_of(field.kind.cls()).items():
        if inner.required:
            when = ALWAYS if item.when == inner.required == ALWAYS else ON_ISSUE
            yield from _parts(Missing(name_of((*keys, key)), inner.label, item.span, when))


def _label(keys: Keys, field: Field | None) -> str:
    """What a value is called: of one that stands for a year, with that year."""
    declared = field_at(keys)
    if declared is not None:
        return declared.label
    return f"{field.label} {keys[-1]}" if field else ""


def _wanted(blank: str) -> str:
    """What a blank asks for: "[điền số máy]" → "số máy"."""
    return _FILL_IN.sub("", blank.strip("[]<> "))


def _asks_for_all(span: Span, node: Scalar) -> bool:
    """Whether a blank stands for all of a value, or marks all of it as a sample."""
    text = span.source.text[span.start : span.end]
    return text == node.value.strip() or (text == SAMPLE and node.value.startswith(SAMPLE))


def _named_apart(questions: Iterable[Question]) -> list[Question]:
    """The blanks of one text numbered in order."""
    seen: Counter[str] = Counter()
    found = []
    for question in questions:
        name, mark, _ = question.id.partition("#")
        seen[name] += bool(mark)
        found.append(question._replace(id=f"{name}#{seen[name]}") if mark else question)
    return found
