"""A key or an item taken out with its own comments."""

import pytest

from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.source.places import Path
from kehoach_cli.source.remove import removed
from kehoach_cli.source.text import read_source


def after(text: str, *path: str | int) -> str:
    return removed(read_source("a.yaml", text.encode()), path).text


@pytest.mark.parametrize(
    ("before", "path", "wanted"),
    [
        (
            "a: 1\n# của b\nb: 2 # của b\n  # của b\n# của c\nc: 3\n",
            ("b",),
            "a: 1\n# của c\nc: 3\n",
        ),
        ("# đầu tệp\na: 1\nb: 2\n", ("a",), "# đầu tệp\nb: 2\n"),
        ("a: 1\n", ("a",), ""),
        ("x:\n  a: 1\n", ("x", "a"), "x:\n"),
        ("x: # c\n- a\n", ("x", 0), "x: # c\n"),
        ("x:\n- a\n# của b\n- b:\n   c\n- d\n", ("x", 1), "x:\n- a\n- d\n"),
        ("x:\n- a: 1\n  b: 2\n", ("x", 0, "a"), "x:\n- b: 2\n"),
        ("x:\n- a: 1\n  # của b\n  b: 2\n", ("x", 0, "a"), "x:\n-\n  # của b\n  b: 2\n"),
        ("x:\n- a: 1 # của a\n- c\n", ("x", 0, "a"), "x:\n-\n- c\n"),
        ("x:\n- - a\n  - b\n", ("x", 0, 0), "x:\n- - b\n"),
        ("a: |\n  x\n  # chữ\nb: 2\n", ("b",), "a: |\n  x\n  # chữ\n"),
        ("a: |+\n  x\n\n# b\nb: 2\n\n# cuối\n", ("b",), "a: |+\n  x\n\n# cuối\n"),
        ("a: >+\n  x\nb: 2\r\n\r\nc: 3\n", ("b",), "a: >+\n  x\nc: 3\n"),
        ("{a: 1, b: 2, c: 3}", ("a",), "{b: 2, c: 3}"),
        ("{a: 1, b: 2, c: 3}", ("c",), "{a: 1, b: 2}"),
        ("{a: 1,}", ("a",), "{}"),
        ("[a, # của a\n # của b\n b]", (0,), "[\n # của b\n b]"),
        ("[a, # của a\n b,]", (1,), "[a, # của a\n ]"),
        ("x: y\n", ("x", 0), ""),
    ],
)
def test_what_goes_takes_its_own_comments_along(before: str, path: Path, wanted: str) -> None:
    assert after(before, *path) == wanted


@pytest.mark.parametrize(
    ("before", "path"),
    [
        ("", ("a",)),
        ("a: 1\n", ("b",)),
        ("a: 1\n", ()),
        ("a: [1]\n", ("a", 1)),
        ("a: &x 1\nb: *x\n", ("a",)),
        ("a: &x 1\nb: *x\n", ("b",)),
        ("a: x\n---\nb: y\n", ("a",)),
    ],
)
def test_what_is_not_there_or_is_needed_elsewhere_stays(before: str, path: Path) -> None:
    with pytest.raises(CannotWriteError):
        after(before, *path)
