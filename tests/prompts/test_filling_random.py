"""Random answers put into random plans: they read back, and every other byte stays.

KEHOACH_RANDOM_PLANS=5000 tries that many plans; without it few and always the same.
"""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.looked import Looked
from kehoach_cli.prompts.places import keys_of
from kehoach_cli.prompts.question import DELETE, Keys, NewSection, Question, SampleRow
from kehoach_cli.prompts.reading import LIST, as_items
from kehoach_cli.source.edit import to_bytes
from kehoach_cli.source.nodes import Node, Scalar, Sequence
from kehoach_cli.source.scalars import as_read
from kehoach_cli.source.text import Source, Span
from kehoach_cli.source.tree import compose
from kehoach_cli.source.walk import at, values
from tests.random_plans.test_slips import slips
from tests.random_plans.test_whole_format import COMMON, WANTED, Made, plans

BLANKS = ("[điền số máy]", "…", "[điền tên, rồi sửa]", '"[ví dụ] 12"', "")
WORDS = st.sampled_from(
    (
        *("12", "2026", "01/02/2026", "26.162", "42,5%", "2014-2016", "Sở Nội vụ", "có", "không"),
        *("a: b", "# c", "- d", "[e]", "{{ tong.nam_2014 | tien }}", "“x”", "'", '"', "*", "&a"),
        *("Dòng một\nDòng hai", "- một\n  + hai\n", " đầu", "cuối ", "a; b; c", "Tỷ lệ\u0301"),
        *("\\", DELETE),
        *("triệu đồng", "I/1/a)", "ngang", "Quyết định số 12/QĐ-UBND ngày 05/3/2026 của UBND tỉnh"),
    )
)  # fmt: skip
LINE_ENDS = ("\n", "\n", "\r\n")
FILLED = settings(COMMON, max_examples=WANTED or 40)


@st.composite
def begun(draw: st.DrawFn) -> Made:
    """A plan with blanks, or with a slip, that still reads as one."""
    plan = draw(st.one_of(plans(), slips()))
    source = Source("a.yaml", plan.text)
    found = list(_scalars(compose(source).root))
    text = plan.text
    chosen = draw(st.sets(st.integers(0, max(len(found) - 1, 0)), max_size=4)) if found else ()
    for node in sorted((found[number] for number in chosen), key=lambda node: -node.start):
        if "\n" not in text[node.start : node.end]:
            text = text[: node.start] + draw(st.sampled_from(BLANKS)) + text[node.end :]
    return replace(plan, text=text.replace("\n", draw(st.sampled_from(LINE_ENDS))))


@FILLED
@given(begun(), st.data())
def test_answers_read_back_and_every_other_byte_stays(plan: Made, data: st.DataObject) -> None:
    def look(source: Source) -> Looked:
        loaded = replace(plan, text=source.text).loaded()
        return Looked(loaded.reading, loaded.findings())

    loaded = plan.loaded()
    assume(loaded.reading.plan is not None)
    saved: list[bytes] = []
    first = Looked(loaded.reading, loaded.findings())
    filling = Filling(first, look, lambda source: saved.append(to_bytes(source)))
    versions = [filling.looked]
    for _ in range(data.draw(st.integers(1, 3))):
        questions = filling.questions()
        if not questions:
            break
        question = data.draw(st.sampled_from(questions))
        answer = data.draw(st.one_of(WORDS, st.just(question.example or "x")))
        if question.read(answer).wrong:
            continue
        if filling.put(question, answer):
            assert filling.looked is versions[-1]
            continue
        _check(versions[-1].reading.source, filling.source, question, answer)
        versions.append(filling.looked)
    for version in reversed(versions[:-1]):
        filling.restore(version)
        filling.keep()
        assert saved[-1] == to_bytes(version.reading.source)


def _check(before: Source, after: Source, question: Question, answer: str) -> None:
    target = question.target
    if isinstance(target, Span):
        _check_blank(before, after, question.id, target, answer)
        return
    if isinstance(target, NewSection):
        assert _lines_kept(before.text, after.text, None)
        return
    if isinstance(target, SampleRow):
        if answer == DELETE:
            assert len(after.text) < len(before.text)
            return
        target = target.name
    wanted = as_items(answer) if question.shape == LIST else answer
    tree = compose(after)
    assert _said(at(tree.root, target)) == _read(wanted)
    old = compose(before).root
    assert _others(old, target) == _others(tree.root, target)
    assert _lines_kept(before.text, after.text, at(old, target)), (question.id, answer)


def _check_blank(before: Source, after: Source, name: str, span: Span, answer: str) -> None:
    if answer == DELETE:
        line = before.text.rfind("\n", 0, span.start) + 1
        assert after.text.startswith(before.text[:line])
        assert after.text.endswith(before.text[span.end :].partition("\n")[2])
        assert len(after.text) < len(before.text)
        return
    keys = keys_of(name.partition("#")[0])
    old, new = compose(before).root, compose(after).root
    found = at(new, keys)
    assert isinstance(found, Scalar)
    assert as_read(answer) in found.value
    assert _others(old, keys) == _others(new, keys)
    assert _lines_kept(before.text, after.text, at(old, keys)), (name, answer)


def _lines_kept(before: str, after: str, old: Node | None) -> bool:
    """Whether only the lines of the old value changed, and of those nothing but the value."""
    if not before.endswith("\n"):  # what comes after the last line ends it first
        before += "\r\n" if "\r\n" in after else "\n"
    first, last = before.splitlines(keepends=True), after.splitlines(keepends=True)
    head = _same(first, last)
    tail = _same(first[head:][::-1], last[head:][::-1])
    start, end = len("".join(first[:head])), len("".join(first[: len(first) - tail]))
    if old is not None:
        own = (old.start, old.start + len(before[old.start : old.end].rstrip()))
        left = before[start : max(start, own[0])] + before[max(start, own[1]) : end]
    else:
        left = before[start:end]
    return _is_in("".join(left.split()), "".join(last[head : len(last) - tail]))


def _is_in(signs: str, text: str) -> bool:
    """Whether the signs stand in a text, in that order."""
    rest = iter(text)
    return all(sign in rest for sign in signs)


def _same(one: list[str], other: list[str]) -> int:
    """How many of the first lines are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _scalars(node: Node | None) -> Iterator[Scalar]:
    yield from (found for _, found in values(node) if isinstance(found, Scalar))


def _others(root: Node | None, target: Keys) -> list[tuple[Keys, str]]:
    """What every other value says; of empty ones nothing."""
    return [
        (keys, node.value.rstrip("\n"))
        for keys, node in values(root)
        if keys[: len(target)] != target and isinstance(node, Scalar) and node.value.strip()
    ]


def _said(node: Node | None) -> object:
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return node.value.rstrip("\n") if isinstance(node, Scalar) else None


def _read(value: object) -> object:
    if isinstance(value, list):
        return [_read(item) for item in value]
    return as_read(str(value)).rstrip("\n")
