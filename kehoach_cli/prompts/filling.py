"""Answers into the file: each put in its place, proved, kept, and taken back on request."""

from collections import Counter
from collections.abc import Callable

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rule import Severity
from kehoach_cli.plan.shape import FormatShape
from kehoach_cli.prompts.looked import Looked
from kehoach_cli.prompts.places import Places, name_of
from kehoach_cli.prompts.question import DELETE, Keys, NewSection, Question, SampleRow
from kehoach_cli.prompts.questions import open_questions
from kehoach_cli.prompts.reading import LIST, as_items
from kehoach_cli.source.edit import Edit, edited
from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.source.hand import Value
from kehoach_cli.source.insert import inserted, put_before
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.source.places import APPEND
from kehoach_cli.source.proof import Change, verified
from kehoach_cli.source.remove import removed
from kehoach_cli.source.text import Source, Span

Look = Callable[[Source], Looked]
Save = Callable[[Source], None]


class Filling:
    """A plan file while it is being filled in. `look` reads and checks, `save` keeps a source.

    `remarks`: what the last answer gives cause to look at.
    """

    def __init__(self, looked: Looked, look: Look, save: Save) -> None:
        self.looked, self._look, self._save = looked, look, save
        self.remarks: list[str] = []

    @property
    def source(self) -> Source:
        """The file as it stands."""
        return self.looked.reading.source

    def questions(self) -> list[Question]:
        """What is still open."""
        return open_questions(self.looked)

    def put(self, question: Question, answer: str) -> str:
        """Take an answer over; "" when that was done, else what is wrong with it.

        The file itself changes by `keep` alone.
        """
        answer = question.meant(answer)
        if isinstance(question.target, Span):
            return self._fill_blank(question.target, answer)
        if isinstance(question.target, NewSection):
            return self._add_section(question.target, answer)
        if isinstance(question.target, SampleRow):
            return self._settle(question.target, answer)
        wrong = self.write(question.target, as_items(answer) if question.shape == LIST else answer)
        if question.part_of and not wrong:
            begun = (*self.looked.begun, question.part_of)
            self.looked = self.looked._replace(begun=begun)
        return wrong

    def _settle(self, sample: SampleRow, answer: str) -> str:
        """Keep a sample row by its real name, or delete it."""
        if answer != DELETE:
            return self.write(sample.name, answer)
        wrong = self._written(sample.row, lambda: removed(self.source, sample.row, FormatShape()))
        if not wrong and isinstance(sample.row[-1], int):
            self.looked = self.looked._replace(deleted=(*self.looked.deleted, sample.row))
        return wrong

    def _fill_blank(self, blank: Span, answer: str) -> str:
        """Put an answer for a stretch of a text; where quotes stand in the way, type all anew."""
        plan = self.looked.reading.plan
        place = Places(plan, self.source).at(blank) if plan else None
        if place is None:
            return "không tìm thấy chỗ trống; ghi bằng tay"
        keys, node = place
        if answer == DELETE:
            return self._take_over(edited(self.source, [_taken_out(blank, node)]))
        whole = _with_answer(node, blank, answer)
        lines = answer.replace("\n", "\n" + _margin(blank))
        change = Change((Edit(blank.start, blank.end, lines),), keys, whole)
        try:
            return self._take_over(verified(self.source, change))
        except CannotWriteError:
            return self.write(keys, whole)

    def _add_section(self, target: NewSection, text: str) -> str:
        value = {"muc": target.title, "vai_tro": target.role, "doan_van": text}
        if target.before is None:
            return self.write(("noi_dung", APPEND), value)
        place = ("noi_dung", target.before)
        return self._written(place, lambda: put_before(self.source, place, value, FormatShape()))

    def write(self, keys: Keys, value: Value) -> str:
        """Put a value at a place; as `put`."""
        return self._written(keys, lambda: inserted(self.source, keys, value, FormatShape()))

    def _written(self, keys: Keys, write: Callable[[], Source]) -> str:
        try:
            return self._take_over(write())
        except CannotWriteError as error:
            return f"{error}; ghi bằng tay vào {name_of(keys)}"

    def _take_over(self, after: Source) -> str:
        looked = self._look(after)._replace(begun=self.looked.begun, deleted=self.looked.deleted)
        worse = _new(self.looked.findings, looked.findings)
        errors = [finding for finding in worse if finding.severity is Severity.ERROR]
        if errors:
            return _told(errors[0])
        self.remarks = [_told(finding) for finding in worse if finding.severity is Severity.WARNING]
        self.looked = looked
        return ""

    def restore(self, looked: Looked) -> None:
        """As it stood at an earlier time; the file itself changes by `keep` alone."""
        self.looked = looked

    def tried(self, keys: Keys, value: Value) -> str:
        """What would be wrong with a value at a place; nothing is taken over."""
        now = self.looked
        wrong = self.write(keys, value)
        self.looked = now
        return wrong

    def keep(self) -> None:
        """Write the file as it stands now."""
        self._save(self.source)


def _with_answer(node: Scalar, blank: Span, answer: str) -> str:
    """The text of a value with an answer in the place of a blank."""
    raw = blank.source.text
    typed = raw[blank.start : blank.end]
    at = -1
    for _ in range(raw.count(typed, node.start, blank.start) + 1):
        at = node.value.find(typed, at + 1)
    return node.value[:at] + answer + node.value[at + len(typed) :]


def _margin(span: Span) -> str:
    """The blanks that the line of a stretch begins with."""
    line = span.source.line(span.first.line)
    return line[: len(line) - len(line.lstrip(" "))]


def _taken_out(span: Span, node: Scalar) -> Edit:
    """The edit that takes a blank out, with its line where nothing else stands there.

    "- Chỉ tiêu vượt: [điền]." says nothing without its blank either.
    """
    source = span.source
    line = span.first.line
    start, text = source.offset(line), source.line(line)
    before, after = text[: span.start - start], text[span.end - start :]
    is_item = node.style == "|" and before.lstrip().startswith(("-", "+"))
    is_told = is_item and before.rstrip().endswith(":")
    if after.strip(" \t.;,") or (before.strip(" \t-+.;,") and not is_told):
        return Edit(span.start, span.end, "")
    is_last = line == len(source.line_starts)
    return Edit(start, len(source.text) if is_last else source.offset(line + 1), "")


def _told(finding: Diagnostic) -> str:
    return f"{finding.message}: {finding.fix}"


def _new(before: list[Diagnostic], after: list[Diagnostic]) -> list[Diagnostic]:
    """The findings that an answer brought."""
    known = Counter(_mark(finding) for finding in before)
    found = []
    for finding in after:
        known[_mark(finding)] -= 1
        if known[_mark(finding)] < 0:
            found.append(finding)
    return found


def _mark(finding: Diagnostic) -> tuple[str, str]:
    """What stays of a finding when lines are put in above it."""
    return (finding.rule.id, finding.message)
