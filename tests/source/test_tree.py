"""What a file is made of, and every fault that can be met before it is a plan."""

import unicodedata

import pytest

from kehoach_cli.source.nodes import Mapping, Scalar, Sequence
from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import Tree, compose
from tests.places import places, rules


def read(text: str | bytes) -> Tree:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return compose(read_source("a.yaml", data))


def value_of(tree: Tree, key: str) -> str:
    assert isinstance(tree.root, Mapping)
    node = tree.root.get(key)
    assert isinstance(node, Scalar)
    return node.value


@pytest.mark.parametrize(
    "typed",
    ["26.162", "031", "12:30", "no", "1e3", "0x1F", "2014-11-01", "~", "null", ".5", "1_000"],
)
def test_a_value_stays_the_text_that_was_typed(typed: str) -> None:
    assert value_of(read(f"a: {typed}\n"), "a") == typed


@pytest.mark.parametrize(
    ("typed", "value", "style"),
    [
        ("plain", "plain", ""),
        ("'a ''b'''", "a 'b'", "'"),
        ('"a \\"b\\""', 'a "b"', '"'),
        ("|\n  dòng 1\n  dòng 2\n", "dòng 1\ndòng 2\n", "|"),
        (">\n  dòng 1\n  dòng 2\n", "dòng 1 dòng 2\n", ">"),
        ("", "", ""),
    ],
)
def test_every_style_of_yaml_is_read(typed: str, value: str, style: str) -> None:
    tree = read(f"a: {typed}")
    assert isinstance(tree.root, Mapping)
    node = tree.root.get("a")
    assert isinstance(node, Scalar)
    assert (node.value, node.style, tree.faults) == (value, style, [])


def test_lists_and_groups_keep_their_order() -> None:
    tree = read("b: [1, [2], {c: 3}]\na:\n- x\n- y\n")
    assert isinstance(tree.root, Mapping)
    assert list(tree.root.entries) == ["b", "a"]
    items = tree.root.get("b")
    assert isinstance(items, Sequence)
    assert [type(item) for item in items.items] == [Scalar, Sequence, Mapping]
    assert tree.root.get("z") is None


def test_tags_are_not_obeyed() -> None:
    tree = read("a: !!python/object/apply:os.system ['true']\nb: !!int 3\n")
    assert tree.faults == []
    assert value_of(tree, "b") == "3"


def test_decomposed_letters_are_composed_in_keys_and_values() -> None:
    tree = read(unicodedata.normalize("NFD", "trích yếu: Kế hoạch\n"))
    assert value_of(tree, "trích yếu") == "Kế hoạch"
    assert places(tree.faults) == ["KH029 1:3-4"]
    assert tree.faults[0].facts == {"count": "6"}


def test_the_icelandic_letter_becomes_the_vietnamese_one() -> None:
    tree = read("mau: \u00d0ề án\nđ\u00f0: e\n\u00d0: x\n")
    assert value_of(tree, "mau") == "Đề án"
    assert value_of(tree, "đđ") == "e"
    assert [(f.rule, f.span.first.line, f.facts["count"]) for f in tree.faults] == [
        ("KH032", 1, "2"),
        ("KH032", 2, "1"),
    ]


def test_the_gha_becomes_the_vietnamese_letter() -> None:
    tree = read("mau: CH\u01a2ƠNG\ntr\u01a3ờng: T\u01a3\n")
    assert value_of(tree, "mau") == "CHƯƠNG"
    assert value_of(tree, "trường") == "Tư"
    assert [(f.rule, f.span.first.line, f.facts) for f in tree.faults] == [
        ("KH032", 1, {"count": "1", "right": "Ư", "code": "U+01A2"}),
        ("KH032", 2, {"count": "2", "right": "ư", "code": "U+01A3"}),
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\xef\xbb\xbfmau: a\n", ["KH027 1:1-2"]),
        (b"mau: a\r\nloi_dan: b\r\n", ["KH028 1:7-2:1"]),
        ("mau: Kế\n".encode("utf-16-le"), ["KH002 1:1-2"]),
        ("mau: Kế\n".encode("utf-16-be"), ["KH002 1:1-2"]),
        ("mau: Kế\n".encode("utf-16"), ["KH002 1:1-2"]),
        (b"mau: K\xea\n", ["KH001 1:7-8"]),
        (b"mau: a\0b\n", ["KH003 1:7-8"]),
        (b"a: b\nmau: a\x0bb\x1b\n", ["KH003 2:7-8", "KH003 2:9-10"]),
        ("mau: ế\u0085\u0080b\n".encode(), ["KH003 1:8-9"]),
        (b"van_ban:\n\ttrich_yeu: a\n", ["KH006 2:1-2"]),
        (b"van_ban:\n  a: b\n \t c: d\n", ["KH006 3:2-3"]),
        (b"mau: a\nb: c\nmau: d\nmau: e\n", ["KH007 3:1-4", "KH007 4:1-4"]),
        (b"a:\n  ? [b, c]\n  : d\n", ["KH008 2:5-11"]),
        (b"", ["KH005 1:1-1"]),
        (b"\xef\xbb\xbf", ["KH027 1:1-1", "KH005 1:1-1"]),
        (b"# ghi ch\n", ["KH005 1:1-2"]),
        (b"\n\n  \n", ["KH005 1:1-2:1"]),
        (b"a: b\n---\nc: d\n", ["KH000 2:1-2"]),
        (b"a: *b\n", ["KH000 1:4-5"]),
    ],
)
def test_a_fault_of_the_file_names_its_place(data: bytes, found: list[str]) -> None:
    assert places(read(data).faults) == found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: b: c\n", "dấu hai chấm"),
        ('a: "b\n', "chưa đóng"),
        ("a: 'b\n", "chưa đóng"),
        ("a: [b, c\n", "ngoặc vuông"),
        ("a: {b: c\n", "ngoặc nhọn"),
        ("a:\n  b: c\n d: e\n", "thụt đầu dòng"),
        ("a:\n  - b\n  c: d\n", "thẳng hàng"),
        ("a: - b\n", "- "),
        ('a: "b\\q"\n', "\\\\"),
        ("a: @b\n", "không mở đầu"),
        ("a: *b\n", "dấu *"),
        ("a: b\n---\nc: d\n", "---"),
        ("a\nb: c\n", "hai chấm"),
        ("a: &b c\nd: &b e\n", "&"),
        ("a: &\n", "so khoảng thụt"),
    ],
)
def test_a_syntax_error_tells_what_the_person_most_likely_did(text: str, hint: str) -> None:
    tree = read(text)
    assert rules(tree.faults) == ["KH000"]
    assert hint in tree.faults[0].facts["hint"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('mau: "a\nloi_dan: b\nvan_ban: c\n', "KH000 1:6-7"),
        ('mau: "a\nloi_dan: b\nnoi_dung:\n- muc: "c"\n', "KH000 1:6-7"),
        ('mau: b\n- "c" d\n', "KH000 2:1-2"),
        ("mau: a\nloi_dan\n\n\n", "KH000 2:1-2"),
        ("mau: [a, b\nloi_dan: c\n", "KH000 1:6-7"),
    ],
)
def test_what_is_left_open_is_shown_where_it_opens(text: str, place: str) -> None:
    assert places(read(text).faults) == [place]


def test_a_value_that_begins_with_braces_is_told_to_stand_in_quotes() -> None:
    assert "ngoặc kép" in read("loi_dan: {{ tong }} đồng\n").faults[0].facts["hint"]


def test_a_repeated_key_names_the_line_of_the_first_which_counts() -> None:
    tree = read("x: 1\nmau: a\nmau: b\n")
    assert value_of(tree, "mau") == "a"
    assert tree.faults[0].facts == {"key": "mau", "line": "2"}


def test_a_key_is_repeated_in_whatever_form_of_unicode_it_is_typed() -> None:
    tree = read("khóa: a\nkho\u0301a: b\n")
    assert rules(tree.faults) == ["KH029", "KH007"]


@pytest.mark.parametrize(
    ("text", "tails"),
    [
        ("{tinh: 2,5}", ["5"]),
        ("{tinh: 2,5, tw: 3,25}", ["5", "25"]),
        ('{tinh: "2,5"}', []),
        ("{tinh: 2, 5}", []),
        ("{tinh: 2,5: 6}", []),
        ("{tinh: a,5}", []),
    ],
)
def test_a_decimal_that_a_comma_split_in_braces_is_found(text: str, tails: list[str]) -> None:
    faults = read(f"von: {text}\n").faults
    assert [fault.facts["tail"] for fault in faults if fault.rule == "KH022"] == tails


@pytest.mark.parametrize(
    ("text", "whole", "repair"),
    [
        ("{a: về khoa học, công nghệ, đổi mới, b: x}", "về khoa học, công nghệ, đổi mới", True),
        ("{b: x, a: Điều 1,2 của Luật}", "Điều 1,2 của Luật", True),
        ("{a: khoa học, ten}", "khoa học, ten", False),
        ("{a: khoa học,\n  công nghệ}", "khoa học, công nghệ", False),
        ('{a: khoa "học", công nghệ}', 'khoa "học", công nghệ', False),
        ("{a: “450,5”}", "“450,5”", False),
    ],
)
def test_a_text_cut_at_its_commas_is_found_and_whole(text: str, whole: str, repair: bool) -> None:
    tree = read(f"muc: {text}\n")
    assert rules(tree.faults) == ["KH053"]
    inner = tree.root.get("muc") if isinstance(tree.root, Mapping) else None
    assert isinstance(inner, Mapping)
    value = inner.get("a")
    assert isinstance(value, Scalar)
    assert value.value == whole
    assert tree.faults[0].span.start == value.start
    assert tree.faults[0].repair == (f'"{whole}"' if repair else None)


@pytest.mark.parametrize(
    "text",
    [
        *('{a: "khoa học, công nghệ"}', "{a: khoa học, b: }", "{a: khoa học, ghi_chu}", "{a}"),
        *("{a: 500, tw}", "{a: [b, c], d}", "{a: , b}", '{a: b, "c"}', "{a: b, [c]}", "[a: b, c]"),
        *("{a: 2,5}", "{a: b, c : d}", "{a: b, c: {}}"),
    ],
)
def test_commas_between_keys_are_no_cuts(text: str) -> None:
    assert "KH053" not in rules(read(f"muc: {text}\n").faults)


def test_an_alias_stands_for_what_it_names() -> None:
    tree = read("a: &x Kế hoạch\nb: *x\n")
    assert (value_of(tree, "b"), tree.faults) == ("Kế hoạch", [])


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [*a]\n",
        "a: &a {b: *a}\n",
        "&a {*a : b}\n",
        "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)),
    ],
    ids=["in itself", "in its own value", "in its own key", "nine times each"],
)
def test_aliases_that_would_never_end_are_refused(text: str) -> None:
    tree = read(text)
    assert rules(tree.faults) == ["KH004"]


def test_control_characters_do_not_hide_the_rest_of_the_file() -> None:
    tree = read("mau: a\x00b\nloi_dan: c\n")
    assert value_of(tree, "mau") == "a b"
    assert value_of(tree, "loi_dan") == "c"


def test_of_very_many_control_characters_the_first_twenty_are_named() -> None:
    assert rules(read("a: " + "\x01" * 500 + "b\n").faults) == ["KH003"] * 20


@pytest.mark.parametrize("escape", ["\\x1b", "\\0", "\\uFFFE", "\\uFDD0", "\\v"])
def test_a_control_character_that_is_escaped_is_found_too(escape: str) -> None:
    tree = read(f'a: "b{escape}c"\n')
    assert rules(tree.faults) == ["KH003"]
    assert value_of(tree, "a") == "b c"
