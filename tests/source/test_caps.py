"""Files that would end the process, fill the memory or run for hours are refused at once."""

import time

import pytest

from kehoach_cli.source.caps import MAX_DEPTH, MAX_LETTERS, MAX_VALUES
from kehoach_cli.source.nodes import Mapping
from kehoach_cli.source.text import Source
from kehoach_cli.source.tree import compose
from tests.places import places, rules

N = 50_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[" * N, ["KH004 1:1001-1002"]),
        ("[" * N + "]" * N, ["KH004 1:1001-1002"]),
        ("{" * N, ["KH004 1:1001-1002"]),
        ("{a: " * N, ["KH004 1:4001-4002"]),
        ("a: [\n" + '["]",\n' * N, ["KH004 1000:1-2"]),
        ("a: [\n" + "[']',\n" * N, ["KH004 1000:1-2"]),
        ("a: [\n" + "[ # ]\n" * N, ["KH004 1000:1-2"]),
        ("- " * N + "a", ["KH004 1:1-2"]),
        ("? " * N + "a", ["KH004 1:1-2"]),
        (": " * N + "a", ["KH004 1:1-2"]),
        ("- ? : " * N + "a", ["KH004 1:1-2"]),
        ("-\t" * N + "a", ["KH004 1:1-2"]),
        ("a:\n  " + "- " * N + "a", ["KH004 2:1-2"]),
    ],
)
def test_fifty_thousand_nested_lists_are_refused_at_the_place(text: str, found: list[str]) -> None:
    started = time.monotonic()
    tree = compose(Source("a.yaml", text))
    assert (tree.root, places(tree.faults)) == (None, found)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "text", ['a: [a"' + "[" * N, "!a " + "- " * N, "&a " + "- " * N, "--- " + "- " * N, "? &a " * N]
)
def test_nesting_behind_other_signs_ends_in_a_finding(text: str) -> None:
    tree = compose(Source("a.yaml", text))
    assert tree.root is None
    assert rules(tree.faults) in (["KH000"], ["KH004"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("".join(" " * i + "a:\n" for i in range(200)), ["KH004 61:61-62"]),
        ("".join(" " * i + "-\n" for i in range(200)), ["KH004 61:61-62"]),
        ("a: " + "[" * 70 + "]" * 70, ["KH004 1:63-64"]),
        ("a: " + "{b: " * 70 + "}" * 70, ["KH004 1:240-241"]),
    ],
)
def test_deep_nesting_is_cut_where_it_gets_too_deep(text: str, found: list[str]) -> None:
    tree = compose(Source("a.yaml", text))
    assert tree.root is not None
    assert places(tree.faults) == found
    assert tree.faults[0].facts["limit"] == str(MAX_DEPTH)


def test_nesting_as_deep_as_allowed_is_read() -> None:
    tree = compose(Source("a.yaml", "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)))
    assert tree.faults == []


def test_many_brackets_that_close_are_no_nesting() -> None:
    text = "a:\n" + "- {b: [c, d], e: {f: g}}\n" * 2_000
    assert compose(Source("a.yaml", text)).faults == []


@pytest.mark.parametrize("line", ['- ["a"]\n', "- {b: 'c'} # d\n", "- [\n  a]\n"])
def test_many_brackets_beside_quotes_and_comments_are_read_all_the_same(line: str) -> None:
    tree = compose(Source("a.yaml", "a:\n" + line * 2_000))
    assert isinstance(tree.root, Mapping)
    assert tree.faults == []


def test_a_text_longer_than_any_plan_is_refused_unread() -> None:
    tree = compose(Source("a.yaml", "x" * (MAX_LETTERS + 1)))
    assert (tree.root, rules(tree.faults)) == (None, ["KH004"])


@pytest.mark.parametrize("sign", ["\n", ","])
def test_a_file_of_more_values_than_any_plan_is_refused_unread(sign: str) -> None:
    tree = compose(Source("a.yaml", "[" + sign * (MAX_VALUES + 1) + "]"))
    assert (tree.root, rules(tree.faults)) == (None, ["KH004"])


def test_aliases_are_counted_only_as_often_as_they_stand() -> None:
    text = "a: &a [" + "x," * 1000 + "]\n" + "b: [" + "*a," * 1000 + "]\n"
    assert compose(Source("a.yaml", text)).faults == []


def test_a_syntax_error_among_many_brackets_is_told_as_one() -> None:
    tree = compose(Source("a.yaml", "a: [\n" + "['b',\n" * 500 + "] }\n" * 600))
    assert rules(tree.faults) == ["KH000"]
