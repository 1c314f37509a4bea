"""Values written into a file: where they come to stand, how they are typed, what is refused."""

from collections.abc import Sequence
from typing import Any

import pytest

from kehoach_cli.source.edit import Edit, to_bytes
from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.source.hand import hand_of
from kehoach_cli.source.insert import extended, inserted, insertion, put_before
from kehoach_cli.source.places import APPEND, SHAPELESS, Path
from kehoach_cli.source.proof import verified
from kehoach_cli.source.text import Source, read_source
from kehoach_cli.source.tree import compose


class Ordered:
    """A shape whose mappings all have the keys a, b, c; "Á" is a slip for "a"."""

    def keys(self, _path: Path) -> Sequence[str]:
        return ("a", "b", "c")

    def meant(self, _path: Path, key: str) -> str:
        return {"Á": "a"}.get(key, key)


def after(text: str, path: Path, value: Any) -> str:
    return inserted(read_source("a.yaml", text.encode()), path, value, Ordered()).text


@pytest.mark.parametrize(
    ("before", "path", "value", "wanted"),
    [
        ("", ("a",), "x", "a: x\n"),
        ("# c", ("a", "b"), "x", "# c\na:\n  b: x\n"),
        ("# c\n\n", ("a", 0), "x", "# c\n\na:\n  - x\n"),
        ("---\n# c\n...\n", ("a",), "x", "---\n# c\na: x\n...\n"),
        ("---", ("a",), "x", "---\na: x\n"),
        ("{}", ("a",), "x", "{a: x}"),
    ],
)
def test_a_file_in_which_nothing_stands_is_begun(
    before: str, path: Path, value: Any, wanted: str
) -> None:
    assert after(before, path, value) == wanted


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("a: 1\nc: 3\n", "a: 1\nb: 2\nc: 3\n"),
        ("a: 1", "a: 1\nb: 2\n"),
        ("Á: 1\nx: 3\n", "Á: 1\nb: 2\nx: 3\n"),
        (
            "a: 1  # của a\n  # của a\n# của c\nc: 3\n",
            "a: 1  # của a\n  # của a\nb: 2\n# của c\nc: 3\n",
        ),
        ("a: 1\n\n# cuối tệp\n\n", "a: 1\nb: 2\n\n# cuối tệp\n\n"),
        ("a: |\n  x\n\n\n# c\nc: 3\n", "a: |\n  x\nb: 2\n\n\n# c\nc: 3\n"),
        ("a: |+\n  x\n\nc: 3\n", "a: |+\n  x\n\nb: 2\nc: 3\n"),
        ("a: |\n  x", "a: |\n  x\nb: 2\n"),
        ("a:\n- x\n- y: z\n  # z\nc: 3\n", "a:\n- x\n- y: z\n  # z\nb: 2\nc: 3\n"),
        ("a: [x,\n  y]\nc: 3\n", "a: [x,\n  y]\nb: 2\nc: 3\n"),
        ("c: 3\n", "b: 2\nc: 3\n"),
        ("# đầu tệp\nc: 3\n", "# đầu tệp\nb: 2\nc: 3\n"),
        ("# đầu tệp\n\n# của c\nc: 3\n", "# đầu tệp\n\nb: 2\n# của c\nc: 3\n"),
        ("a: 1\n...\n", "a: 1\nb: 2\n...\n"),
        ("a: 1\r\nc: 3\r\n", "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("{a: 1, c: 3}\n", "{a: 1, b: 2, c: 3}\n"),
        ("{c: 3,}\n", "{b: 2, c: 3,}\n"),
        ("{a: 1, # của a\n c: 3}\n", "{a: 1, b: 2, # của a\n c: 3}\n"),
        ("{a, c: 3}\n", "{a, b: 2, c: 3}\n"),
        ("? a\n: 1\n? c\n: 3\n", "? a\n: 1\nb: 2\n? c\n: 3\n"),
    ],
)
def test_a_new_key_stands_where_a_person_would_put_it(before: str, wanted: str) -> None:
    assert after(before, ("b",), "2") == wanted


@pytest.mark.parametrize(
    ("before", "path", "wanted"),
    [
        ("x:\n    c: 3\n", ("x", "b"), "x:\n    b: 2\n    c: 3\n"),
        ("x:\n    # của c\n    c: 3\n", ("x", "b"), "x:\n    b: 2\n    # của c\n    c: 3\n"),
        ("x:\n    c: 3\n", ("y", "b"), "x:\n    c: 3\ny:\n    b: 2\n"),
        ("x:\n- c: 3\n", ("x", 0, "b"), "x:\n- b: 2\n  c: 3\n"),
        ("x:\n  - a: 1\n    c: 3\n", ("x", 0, "b"), "x:\n  - a: 1\n    b: 2\n    c: 3\n"),
        ("x:  # chưa có\n", ("x", "b"), "x:  # chưa có\n  b: 2\n"),
        ("x: {}\n", ("x", "b"), "x:\n  b: 2\n"),
        ("x:\n- \n", ("x", 0, "b"), "x:\n- b: 2 \n"),
        ("x: {a: 1}\n", ("x", "b"), "x: {a: 1, b: 2}\n"),
        ("x: [{a: 1}]\n", ("x", 0, "b"), "x: [{a: 1, b: 2}]\n"),
        ("x: {y: }\n", ("x", "y", "b"), "x: {y: {b: 2} }\n"),
        ("x: {a: 1}\n", ("x", 0, "b"), "x: {a: 1, b: 2}\n"),
    ],
)
def test_parents_and_indentation_are_those_of_the_file(
    before: str, path: Path, wanted: str
) -> None:
    assert after(before, path, "2") == wanted


@pytest.mark.parametrize(
    ("before", "value", "wanted"),
    [
        ("b:   # chưa có\nc: 3\n", "2", "b: 2   # chưa có\nc: 3\n"),
        ("b: ~ # chưa có", "2", "b: 2 # chưa có"),
        ("b:  # chưa có\n", "x\ny\n", "b: |  # chưa có\n  x\n  y\n"),
        ("b:", "x\ny\n", "b: |\n  x\n  y\n"),
        ("b: 'x' # c\n", "x y", "b: x y # c\n"),
        ("b: x\n  y # c\n", "2", "b: 2 # c\n"),
        ("b:\n  x # c\n", "2", "b:\n  2 # c\n"),
        ("b: | # c\n  x\n\n  y\n\n# d\nc: 3\n", "2", "b: 2 # c\n\n# d\nc: 3\n"),
        ("b: |\nc: 3\n", "x\ny", "b: |-\n  x\n  y\nc: 3\n"),
        ("b:\n  |\n  x\nc: 3\n", "2", "b: 2\nc: 3\n"),
        ("b: |+\n  x\n\nc: 3\n", ["1"], "b:\n  - 1\n\nc: 3\n"),
        ("b: # c\n- x # d\n- y\nc: 3\n", "2", "b: 2 # c\nc: 3\n"),
        ("b: [x, # c\n  y] # d\n", ["1"], "b: # d\n  - 1\n"),
        ("b:\n  - x\n# c\n", {"x": [], "y": {}}, "b:\n  x: []\n  y: {}\n# c\n"),
        ("{b: 1, c: 3}", ["1, 2", {"x": "y"}], '{b: ["1, 2", {x: y}], c: 3}'),
        ("{b, c: 3}", "2", "{b: 2, c: 3}"),
        ('{"b":1}', "2", '{"b":2}'),
        ("{b: , c: 3}", "2", "{b: 2 , c: 3}"),
    ],
)
def test_only_the_value_gives_way(before: str, value: Any, wanted: str) -> None:
    assert after(before, ("b",), value) == wanted


def test_a_comment_below_never_becomes_a_line_of_a_text() -> None:
    assert after("b: x\n    # c\n", ("b",), "1\n2\n") == 'b: "1\\n2\\n"\n    # c\n'


@pytest.mark.parametrize(
    ("before", "value", "wanted"),
    [
        ("b:\n  - x # c\n    # d\n# e\n", "2", "b:\n  - x # c\n    # d\n  - 2\n# e\n"),
        ("b:\n- x", {"a": "1", "c": ["2"]}, "b:\n- x\n- a: 1\n  c:\n  - 2\n"),
        ("b: [x, y,]\n", "2", "b: [x, y, 2,]\n"),
        ("b: []\n", "2", "b:\n  - 2\n"),
        ("b:\n", "2", "b:\n  - 2\n"),
        ("b: x # c\n", "2", "b: # c\n  - x\n  - 2\n"),
        ("b: |\n  x\n  y", "2", "b:\n  - |\n    x\n    y\n  - 2\n"),
        ("b: {c: x}\nd:\n    e: f\n", "2", None),
        ("b:\n- - x\n- y\n", [["1", "2"]], "b:\n- - x\n- y\n- - - 1\n    - 2\n"),
    ],
)
def test_an_item_is_appended(before: str, value: Any, wanted: str | None) -> None:
    if wanted is None:
        with pytest.raises(CannotWriteError):
            after(before, ("b", APPEND), value)
    else:
        assert after(before, ("b", APPEND), value) == wanted


@pytest.mark.parametrize(
    ("before", "more", "wanted"),
    [
        (
            "b:\n- x # c\n  # c\n# d\nd: e\n",
            ["1", "2"],
            "b:\n- x # c\n  # c\n- 1\n- 2\n# d\nd: e\n",
        ),
        ("b: [x, {y: z}] # c\n", ["1", {"a": "2"}], "b: [x, {y: z}, 1, {a: 2}] # c\n"),
        (
            "b:\n    c: x\n\nd: e",
            {"k": "1", "l": ["2"]},
            "b:\n    c: x\n    k: 1\n    l:\n        - 2\n\nd: e",
        ),
        ("b: {c: x}\n", {"k": "1"}, "b: {c: x, k: 1}\n"),
        ("b: [] # c\n", ["1"], "b: # c\n  - 1\n"),
        ("d: e\n", {"k": "1"}, "d: e\nb:\n  k: 1\n"),
        ("", ["1"], "b:\n  - 1\n"),
        ("b:\n- ''\n# c", ["a\nb\n"], "b:\n- ''\n- |\n  a\n  b\n# c"),
        ("b: {c: x}\n", ["1"], None),
        ("b: [x]\n", {"k": "1"}, None),
        ("b: x\n", ["1"], None),
        ("b: {kem_tep: phan-2.yaml}\n", {"k": "1"}, None),
        ("x: &x [1]\nb: *x\n", ["1"], None),
    ],
)
def test_several_are_put_behind_the_last_one_at_once(
    before: str, more: Any, wanted: str | None
) -> None:
    source = read_source("a.yaml", before.encode())
    if wanted is None:
        with pytest.raises(CannotWriteError):
            extended(source, ("b",), more)
    else:
        assert extended(source, ("b",), more).text == wanted


@pytest.mark.parametrize(
    ("before", "path"),
    [
        ("a: &x 1\nb: *x\n", ("a",)),
        ("a: &x 1\nb: *x\n", ("b",)),
        ("b: [&x 1, *x]\n", ("b", 1)),
        ("b: {<<: {a: 1}}\n", ("b", "c")),
        ("b: !int 1\n", ("b",)),
        ("a: &x {c: 1}\nb: *x\n", ("a", "c")),
        ("b: x\n", ("b", "c")),
        ("b: [x]\n", ("b", "c")),
        ("b: [x]\n", ("b", 3)),
        ("b: x\n", ("b", 2)),
        ("b:\n", ("b", 2)),
        ("- x\n", ("b",)),
        ("x\n", ("b",)),
        ("b: x\n", ()),
        ("b: [x\n", ("b",)),
        ("[b: x]\n", (0, "c")),
        ("? b\n", ("b",)),
        ("", ()),
        ("b: {kem_tep: phan-2.yaml}\n", ("b", "c")),
        ("b: [{kem_tep: phan-2.yaml}]\n", ("b", 0, "kem_tep")),
    ],
)
def test_a_place_that_only_a_person_can_write_is_refused(before: str, path: Path) -> None:
    with pytest.raises(CannotWriteError) as refused:
        after(before, path, "2")
    assert refused.value.reason
    assert 0 <= refused.value.span.start <= len(before)


@pytest.mark.parametrize(
    ("before", "path", "wanted"),
    [
        ("x: &x 1\ny: *x # c\n", ("z",), "x: &x 1\ny: *x # c\nz: 2\n"),
        ("x: {y: &x 1, z: *x}\n", ("x", "t"), "x: {y: &x 1, z: *x, t: 2}\n"),
        ("x:\n- &x 1\n- *x\n- *x\n# c\n", ("x", APPEND), "x:\n- &x 1\n- *x\n- *x\n- 2\n# c\n"),
        ("x: &x 1\ny:\n- *x\n- *x\n", ("y", APPEND), "x: &x 1\ny:\n- *x\n- *x\n- 2\n"),
        ("x: &x 1\ny: [*x, *x]\n", ("y", APPEND), "x: &x 1\ny: [*x, *x, 2]\n"),
        ("x: &x [1]\ny: *x\nz: &z\n  - 1\n", ("t",), "x: &x [1]\ny: *x\nz: &z\n  - 1\nt: 2\n"),
    ],
)
def test_what_stands_beside_an_alias_is_written(before: str, path: Path, wanted: str) -> None:
    assert after(before, path, "2") == wanted


def test_letters_that_cannot_be_read_are_never_written_back() -> None:
    with pytest.raises(CannotWriteError):
        inserted(read_source("a.yaml", b"a: \xff\n"), ("b",), "2")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_every_other_byte_stays_in_every_encoding(encoding: str) -> None:
    before = "# ghi chu\u0301\r\nTri\u0301ch ye\u0302\u0301u: x  \r\n\r\n"
    source = read_source("a.yaml", before.encode(encoding))
    after = inserted(source, ("Trích yếu",), "ế")
    assert to_bytes(after) == before.replace("x", "ế").encode(encoding)


@pytest.mark.parametrize("wrong", [Edit(3, 6, "3\n"), Edit(0, 10, "x\n"), Edit(0, 0, "[")])
def test_a_change_that_would_say_something_else_is_not_proved(wrong: Edit) -> None:
    source = read_source("a.yaml", b"a: 1\nb: 2\n")
    tree = compose(source)
    change = insertion(source, tree, ("a",), "3", SHAPELESS, hand_of(source, tree.root))
    with pytest.raises(CannotWriteError):
        verified(source, change._replace(edits=(wrong,)))
    assert verified(source, change).text == "a: 3\nb: 2\n"


@pytest.mark.parametrize(
    ("before", "index", "wanted"),
    [
        ("a:\n  - x\n  - y\n", 1, "a:\n  - x\n  - mới\n  - y\n"),
        ("a:\n- x\n# của y\n- y\n", 1, "a:\n- x\n- mới\n# của y\n- y\n"),
        ("a:\n  - x\n", 0, "a:\n  - mới\n  - x\n"),
        ("a: [x, y]\n", 1, "a: [x, mới, y]\n"),
        ("a: [x]\n", 0, "a: [mới, x]\n"),
        ("a:\r\n  - x\r\n  - y\r\n", 1, "a:\r\n  - x\r\n  - mới\r\n  - y\r\n"),
    ],
)
def test_an_item_is_put_before_another_one(before: str, index: int, wanted: str) -> None:
    assert put_before(Source("t", before), ("a", index), "mới").text == wanted


def test_a_mapping_is_put_before_another_one() -> None:
    before = "a:\n  - {muc: X}\n  - muc: Y\n    doan_van: y\n"
    value = {"muc": "Z", "doan_van": "một\nhai"}
    assert put_before(Source("t", before), ("a", 1), value).text == (
        "a:\n  - {muc: X}\n  - muc: Z\n    doan_van: |-\n      một\n      hai\n"
        "  - muc: Y\n    doan_van: y\n"
    )


@pytest.mark.parametrize(
    ("text", "path"), [("a: [x]\n", ("a", 1)), ("a: x\n", ("a",)), ("", ("a", 0))]
)
def test_nothing_is_put_before_what_is_not_there(text: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(CannotWriteError):
        put_before(Source("t", text), path, "mới")
