"""Spans: from a value back to the letters that were typed."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.source.nodes import Mapping, Node, Scalar
from kehoach_cli.source.text import Source, read_source
from kehoach_cli.source.tree import compose
from tests.places import place


def node(text: str) -> Node:
    """The value of the last key."""
    root = compose(read_source("a.yaml", text.encode("utf-8"))).root
    assert isinstance(root, Mapping)
    return list(root.entries.values())[-1][1]


def word(text: str, wanted: str) -> str:
    """The place of a word inside the value of the last key."""
    scalar = node(text)
    assert isinstance(scalar, Scalar)
    start = scalar.value.index(wanted)
    return place(scalar.span_of(start, start + len(wanted)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: bc\n", "1:4-6"),
        ("a: bc   \n", "1:4-6"),
        ("a: bc  # d\n", "1:4-6"),
        ('a: "b c"\n', "1:4-9"),
        ("a: [b,\n  c]\n", "1:4-7"),
        ("a: {b: c}\n", "1:4-10"),
        ("a:\n  b: c\n  d: e\n\n# f\n", "2:3-7"),
        ("a:\n- b\n- c\n", "2:1-4"),
        ("a: |\n  b\n  c\n", "1:4-5"),
        ("a: kế hoạch\r\n", "1:4-12"),
    ],
)
def test_a_value_is_pointed_at_by_its_first_line(text: str, found: str) -> None:
    assert place(node(text).span) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: x {{ b }} y\n", "1:6-13"),
        ("a: 'x {{ b }} y'\n", "1:7-14"),
        ('a: "x {{ b }} y"\n', "1:7-14"),
        ("a: |\n  x\n  y {{ b }}\n", "3:5-12"),
        ("a: |-\n    x\n      - {{ b }} y\n", "3:9-16"),
        ("a: |  # ghi chú\n  {{ b }}\n", "2:3-10"),
        ("k: v\na: |\n\n\n  x {{ b }}\n", "5:5-12"),
        ("a: |\r\n  x\r\n  y {{ b }}\r\n", "3:5-12"),
        ("a: >\n  x\n  y {{ b }}\n", "3:5-12"),
        ("a: Kế hoạch {{ b }}\n", "1:13-20"),
        ("a: |\n  Kế hoạch {{ b }}\n", "2:12-19"),
    ],
)
def test_a_part_of_a_value_is_found_where_it_was_typed(text: str, found: str) -> None:
    assert word(text, "{{ b }}") == found


def test_in_a_block_with_letters_typed_apart_the_line_is_right() -> None:
    assert word("a: |\n  x\n  Ke\u0302\u0301 {{ b }}\n", "{{ b }}").startswith("3:")


def test_a_block_may_state_its_indentation() -> None:
    assert word("a: |2\n    x {{ b }}\n", "{{ b }}") == "2:7-14"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('a: "x \\u0111 y"\n', "1:7-13"),
        ('a: "\\" \\x20 đ y"\n', "1:13-14"),
        ("a: ' '' đ'\n", "1:9-10"),
    ],
)
def test_a_letter_behind_escapes_is_found_where_it_is_typed(text: str, found: str) -> None:
    assert word(text, "đ") == found


def test_a_part_of_a_quoted_text_over_lines_is_as_near_as_can_be_told() -> None:
    scalar = node("a: 'x\n\n  y x'\n")
    assert isinstance(scalar, Scalar)
    at = scalar.value.rindex("x")
    assert scalar.span_of(at, at + 1).exact is False


def test_of_equal_parts_the_one_meant_is_shown_in_plain_text() -> None:
    scalar = node("a: x x x\n")
    assert isinstance(scalar, Scalar)
    assert place(scalar.span_of(4, 5)) == "1:8-9"


def test_a_key_is_shown_as_typed() -> None:
    root = compose(Source("a.yaml", "x: y\nTrích yếu: z\n")).root
    assert isinstance(root, Mapping)
    assert place(root.key_span("Trích yếu")) == "2:1-10"


LINE = st.text(st.sampled_from("abđế {}:#-+"), min_size=1).map(lambda t: t.strip() or "x")


@given(st.lists(LINE, min_size=1, max_size=5), st.integers(1, 4))
def test_every_line_of_a_block_is_found_again(lines: list[str], indent: int) -> None:
    body = "".join(" " * indent + line + "\n" for line in lines)
    scalar = node("k: v\na: |\n" + body)
    assert isinstance(scalar, Scalar)
    for number, line in enumerate(lines):
        start = sum(len(before) + 1 for before in lines[:number])
        span = scalar.span_of(start, start + len(line))
        assert span.source.text[span.start : span.end] == line


@given(st.text(st.sampled_from("abđế -+,."), min_size=1))
def test_the_text_under_a_plain_value_is_the_value(text: str) -> None:
    scalar = node(f"a: x{text}\n")
    assert isinstance(scalar, Scalar)
    assert scalar.source.text[scalar.start : scalar.end].rstrip() == scalar.value


def test_a_block_keeps_what_a_person_wrote() -> None:
    text = """\
        a: |
          - Máy chủ: 47 máy.
            + Mỗi máy 2,35.

          Hết.
        """
    scalar = node(dedent(text))
    assert isinstance(scalar, Scalar)
    assert scalar.value == "- Máy chủ: 47 máy.\n  + Mỗi máy 2,35.\n\nHết.\n"
