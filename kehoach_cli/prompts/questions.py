"""A plan and its findings → the questions still open, in order of the document."""

from collections.abc import Iterator

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.kinds import Text
from kehoach_cli.plan.missing import ALWAYS, missing
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Field
from kehoach_cli.plan.targets import FIGURE
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.prompts.blank_questions import blank_question, no_dash, or_without, sample_question
from kehoach_cli.prompts.blanks import (
    asks_for_all,
    each_once,
    figure_reader,
    is_sample,
    named_apart,
    past_words,
    reader_of,
    wanted,
)
from kehoach_cli.prompts.context import around
from kehoach_cli.prompts.figures import MONEY, places_of, without_money
from kehoach_cli.prompts.labels import PROSE_KEYS, example_of, help_of, label_of, unit_of
from kehoach_cli.prompts.likely import likely_answers
from kehoach_cli.prompts.looked import Looked
from kehoach_cli.prompts.needed import needed_fields
from kehoach_cli.prompts.parts import lacking_parts
from kehoach_cli.prompts.places import (
    Places,
    field_at,
    keys_to,
    name_of,
    numbered_at_first,
)
from kehoach_cli.prompts.question import Keys, Question, SampleRow, Wanted
from kehoach_cli.prompts.reading import (
    PROSE,
    document_of,
    options_of,
    reader,
    shape_of,
)
from kehoach_cli.source.nodes import Mapping, Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.source.walk import at
from kehoach_cli.vietnamese.text import fold, upper_first

_ANY = Text()
_BLANK = pattern(r"\[điền[^\]]*\]")
_OF_FIGURES = "chưa có số liệu thì gõ -"
_NAMES, _PAST_LINES = ("ten", "muc"), 6
_LONGEST = 100
"""Letters of a value that may be typed anew; a longer one is prose."""


def open_questions(looked: Looked) -> list[Question]:
    """What is missing, wrong or left blank in the plan's own file.

    Those that `needed` marks must be answered before the plan can be printed in full; the others
    are asked on request. Rows are numbered in names as they were before any was deleted.
    """
    plan = looked.reading.plan
    if plan is None or plan.node is None:
        return []
    asking = _Asking(plan, looked)
    found = [
        *asking.missing(),
        *asking.marked(),
        *asking.without_money(),
        *(question for lack in looked.begun for question in asking.lacking(lack)),
        *lacking_parts(plan, looked.findings),
    ]
    ordered = each_once(sorted(found, key=asking.turn))
    return [
        question._replace(id=numbered_at_first(question.id, looked.deleted))
        for question in named_apart(ordered)
    ]


class _Asking:
    """What the questions about one plan are made of."""

    def __init__(self, plan: Plan, looked: Looked) -> None:
        self.plan, self.reading = plan, looked.reading
        self.findings = looked.findings
        self.places = Places(plan, looked.reading.source)

    def turn(self, question: Question) -> tuple[int, bool]:
        """When a question is asked: as the file has it, the name of a row before what is in it."""
        target = question.target
        keys = target.row if isinstance(target, SampleRow) else _row_named_by(target)
        row = at(self.plan.node, keys) if keys else None
        return (row.span.start, False) if row else (question.place.start, True)

    def missing(self) -> Iterator[Question]:
        """The needed fields that are empty."""
        for item in missing(self.plan):
            when = "" if item.when == ALWAYS else " khi phát hành"
            if item.span.source is self.reading.source:
                for keys, field, is_needed in needed_fields(item):
                    why = f"kế hoạch cần có{when}"
                    yield self._question(keys, field, item.span, reason=why, needed=is_needed)

    def marked(self) -> Iterator[Question]:
        """Values that cannot be read or that a rule finds wrong, what is lacking, and blanks."""
        seen: set[int] = set()
        for finding in self.findings:
            place = self.places.at(finding.span)
            if place is None or finding.severity is Severity.INFO:
                continue
            keys, node = place
            if finding.rule.asks and not asks_for_all(finding.span, node):
                yield blank_question(self.plan.node, keys, finding.span)
            elif finding.rule.wants:
                yield from self.lacking(Wanted(keys[:-1], finding.rule.wants), finding)
            elif id(node) not in seen and self._may_be_asked(node, finding):
                seen.add(id(node))
                yield self._of_value(keys, node, finding)

    def without_money(self) -> Iterator[Question]:
        """Money of the plan's years that tables show and projects lack."""
        for item in without_money(self.plan, self.reading.unit):
            yield from self.lacking(Wanted(keys_to(self.plan.node, item.node), MONEY))

    def lacking(self, lack: Wanted, finding: Diagnostic | None = None) -> Iterator[Question]:
        """What a record lacks, asked at its own place."""
        record = at(self.plan.node, lack.record)
        if not isinstance(record, Mapping) or record.source is not self.reading.source:
            return
        for keys in places_of(lack, self.plan):
            yield self._question(
                keys,
                field_at(keys) or Field("", str(keys[-1]), _ANY),
                record.span,
                reason=around(self.plan.node, keys),
                needed=finding is None or finding.rule.on_issue,
                part_of=lack,
            )

    def _may_be_asked(self, node: Scalar, finding: Diagnostic) -> bool:
        """Whether a value is to be typed anew: prose is not, nor a name that nothing is wrong in.

        A warning about the whole of a name is one about what the name stands for.
        """
        if finding.rule.asks or finding.severity is Severity.ERROR:
            return True
        field = self.places.field(node)
        value = node.value.strip()
        of_all = finding.span == node.span and field is not None and field.key in _NAMES
        is_prose = field is not None and (field.key in PROSE_KEYS or shape_of(field) == PROSE)
        return not of_all and not is_prose and "\n" not in value and len(value) <= _LONGEST

    def _of_value(self, keys: Keys, node: Scalar, finding: Diagnostic) -> Question:
        field, leaf = self.places.field(node), field_at(keys)
        field = leaf if field is None or (leaf and leaf.kind == FIGURE) else field
        if finding.rule.asks or _BLANK.fullmatch(node.value.strip()):
            return self._of_whole_blank(keys, node, field)
        return self._question(
            keys,
            field or Field("", str(keys[-1]), _ANY),
            node.span,
            reason=f"{finding.message}: {finding.fix}",
            current=node.value.strip(),
            needed=finding.severity is Severity.ERROR,
        )

    def _of_whole_blank(self, keys: Keys, node: Scalar, field: Field | None) -> Question:
        """A value that is nothing but a blank; a cell is called by its column."""
        text = node.value.strip()
        if is_sample(text):
            return sample_question(self.plan.node, keys, node)
        asked = wanted(text)
        about = self._document(node) or around(self.plan.node, keys)
        question = self._question(
            keys,
            field or Field("", upper_first(asked), _ANY),
            node.span,
            reason=about,
            past=tuple(past_words(node.span))[:_PAST_LINES],
        )
        if field is not None and field.key in PROSE_KEYS:
            question = question._replace(label=upper_first(asked) or question.label)
        elif asked and fold(asked) not in fold(f"{question.label} {about}"):
            reason = " — ".join(part for part in (about, asked) if part)
            question = question._replace(reason=reason)
        free = field is None or isinstance(field.kind, Text)
        read = reader_of(asked, alone=True) if free else None
        question = question._replace(read=read or question.read)
        return or_without(question, self.plan.node, keys, asked)

    def _document(self, node: Scalar) -> str:
        """Type, number, date and issuer of the document that a value is a part of."""
        record = self.places.record(node)
        if not isinstance(record, CanCu) or record.van_ban is not None:
            return ""
        return document_of(record.citation)

    def _question(self, keys: Keys, field: Field, place: Span, **facts: object) -> Question:
        unit = unit_of(self.plan, keys, field, self.reading.unit)
        of_figure = field.kind == FIGURE and bool(unit)
        read = figure_reader(unit) if of_figure else reader(field, self.reading.unit)
        return Question(
            id=name_of(keys),
            label=label_of(self.plan, keys, field, unit) or field.label,
            target=keys,
            place=place,
            help=_OF_FIGURES if of_figure else help_of(field) if keys[-1] == field.key else "",
            example=example_of(field, unit),
            shape=shape_of(field),
            options=options_of(field) or likely_answers(field.key, self.plan),
            read=no_dash(keys, field, read),
            **facts,  # type: ignore[arg-type]
        )


def _row_named_by(target: object) -> Keys:
    """The row whose name an answer becomes; none of other answers."""
    if not isinstance(target, tuple) or len(target) < 2 or target[-1] not in _NAMES:
        return ()
    return target[:-1] if isinstance(target[-2], int) else ()
