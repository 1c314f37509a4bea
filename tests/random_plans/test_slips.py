"""A random plan with one slip of the hand: it is read, checked and still put on paper."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.cli.formats import prepare
from kehoach_cli.errors import KehoachError

from .test_whole_format import COMMON, WANTED, Made, plans, write

GARBAGE = (
    *("[]", "{}", "[a, [b]]", "{a: {b: c}}", "12", "3.5", "8,000", "-", "~", "null", "có", "!!x y"),
    *(
        "|",
        ">",
        "&a b",
        "*a",
        "<<: *a",
        "{{ tong",
        "{{ x.y | z }}",
        "{% if %}",
        '"',
        "'",
        "31/11/2013",
    ),
    *(
        "\x00",
        "\ufeff",
        "\t",
        "a: b: c",
        "🇻🇳",
        "e\u0301",
        "Ð",
        "? ",
        "%",
        "@",
        "`",
        "0x1F",
        "2014-",
        "9" * 40,
    ),
)


@st.composite
def slips(draw: st.DrawFn) -> Made:
    """A valid plan whose text, or that of a part of it, is changed at one place."""
    plan = draw(plans())
    name = draw(st.sampled_from(["", *plan.files]))
    made = _slipped(draw, plan.files.get(name, plan.text))
    files = {**plan.files, name: made} if name else plan.files
    return replace(plan, text=plan.text if name else made, files=files)


def _slipped(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, max(len(lines) - 2, 0)))
    way = draw(st.sampled_from(SLIPS))
    made: str = way(draw, lines, at)
    return made


def deleted(_: st.DrawFn, lines: list[str], at: int) -> str:
    return "\n".join(lines[:at] + lines[at + 1 :])


def doubled(_: st.DrawFn, lines: list[str], at: int) -> str:
    return "\n".join([*lines[: at + 1], *lines[at:]])


def moved(draw: st.DrawFn, lines: list[str], at: int) -> str:
    """Indented by more or less."""
    bare = lines[at].lstrip(" ")
    width = max(len(lines[at]) - len(bare) + draw(st.sampled_from((-4, -2, -1, 1, 2, 3))), 0)
    return "\n".join([*lines[:at], " " * width + bare, *lines[at + 1 :]])


def replaced(draw: st.DrawFn, lines: list[str], at: int) -> str:
    """Another value, or none, behind a key or dash."""
    head, mark, _ = lines[at].partition(draw(st.sampled_from((":", "-", ": "))))
    value = draw(st.sampled_from(GARBAGE))
    return "\n".join([*lines[:at], f"{head}{mark} {value}", *lines[at + 1 :]])


def cut(draw: st.DrawFn, lines: list[str], _: int) -> str:
    text = "\n".join(lines)
    return text[: draw(st.integers(0, len(text)))]


def swapped(_: st.DrawFn, lines: list[str], at: int) -> str:
    return "\n".join([*lines[:at], *reversed(lines[at : at + 2]), *lines[at + 2 :]])


def typed(draw: st.DrawFn, lines: list[str], _: int) -> str:
    """A few signs anywhere."""
    text = "\n".join(lines)
    place = draw(st.integers(0, len(text)))
    return text[:place] + draw(st.sampled_from(GARBAGE)) + text[place + draw(st.integers(0, 3)) :]


SLIPS = (deleted, doubled, moved, replaced, replaced, cut, swapped, typed)


@settings(COMMON, max_examples=WANTED or 30)
@given(slips())
def test_a_slip_is_told_and_never_stops_the_program(plan: Made) -> None:
    loaded = plan.loaded()
    for finding in loaded.findings():
        text = finding.span.source.text
        end = len(text)
        assert 0 <= finding.span.start <= finding.span.end <= end + 1, finding
        assert 1 <= finding.span.first.line <= text.count("\n") + 1
        assert finding.message
    if loaded.reading.plan is None:
        return
    with suppress(KehoachError):  # a layout that is not known, no table for Excel: told in words
        work = prepare(loaded, draft=True)
        for form in ("docx", "txt", "html", "json", "xlsx"):
            assert write(work, form)
