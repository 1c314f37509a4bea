"""One syntax error does not hide the rest of the file."""

from typing import Any

import pytest

from kehoach_cli.source import recovery
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import Tree, compose
from tests.places import places, rules


def read(text: str) -> Tree:
    return compose(read_source("a.yaml", text.encode("utf-8")))


def plain(node: Node | None) -> Any:
    """A node as Python's own values."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("a: b\nc: d: e\nf: g\n", ["KH000 2:5-6"], {"a": "b", "f": "g"}),
        ("a: b\nc\nd: e\n", ["KH000 2:1-2"], {"a": "b", "d": "e"}),
        ("a: *b\nc: d\n", ["KH000 1:4-5"], {"c": "d"}),
        ("a: [1, 2\nb: c\nd: e\n", ["KH000 1:4-5"], {"b": "c", "d": "e"}),
        ("a: 'b\nc: d", ["KH000 1:4-5"], {"c": "d"}),
        ("\ta: b\nc: d\n", ["KH006 1:1-2"], {"c": "d"}),
        ("a: b\n---\nc: d\n", ["KH000 2:1-2"], {"a": "b", "c": "d"}),
        ("a:\n  b: 1\n   c: 2\nd: 3\n", ["KH000 3:5-6"], {"a": {"b": "1"}, "d": "3"}),
        ("a:\n- b\n c: d\ne: f\n", ["KH000 3:3-4"], {"a": ["b"], "e": "f"}),
        (
            "a:\n- b: c: d\n  e: f\n\n- g: h\n",
            ["KH000 2:7-8"],
            {"a": [{"g": "h"}]},
        ),
        (
            "a:\n  b: c: d\n  e: f: g\n  h: i\n",
            ["KH000 2:7-8", "KH000 3:7-8"],
            {"a": {"h": "i"}},
        ),
    ],
)
def test_what_stands_around_an_error_is_read(text: str, found: list[str], rest: Any) -> None:
    tree = read(text)
    assert (places(tree.faults), plain(tree.root)) == (found, rest)


def test_values_behind_an_error_keep_their_places() -> None:
    root = read("a: b: c\r\nđ: ế\n").root
    assert isinstance(root, Mapping)
    value = root.get("đ")
    assert value is not None
    assert (value.span.first.line, value.span.first.column) == (2, 4)


def test_where_nothing_can_be_read_the_first_error_stands_for_all() -> None:
    tree = read("a: [\n" + "['b',\n" * 50 + "] }\n" * 60)
    assert (tree.root, rules(tree.faults)) == (None, ["KH000"])


def test_a_very_long_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "MAX_LETTERS", 10)
    assert read("a: b: c\nd: e\nf: g\n").root is None
