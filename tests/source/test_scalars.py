"""Texts as they are typed: plain where that is safe, else in the file's own quotes."""

import pytest

from kehoach_cli.source.hand import Hand, hand_of
from kehoach_cli.source.scalars import (
    as_read,
    prevailing_quote,
    typed_in_block,
    typed_inline,
    typed_key,
)
from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import compose


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("26.162", "26.162", "26.162"),
        ("no", "no", "no"),
        ("null", '"null"', '"null"'),
        ("~", '"~"', '"~"'),
        ("- x", '"- x"', '"- x"'),
        ("-", '"-"', '"-"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("a:", '"a:"', '"a:"'),
        ("#x", '"#x"', '"#x"'),
        ("a # b", '"a # b"', '"a # b"'),
        ("a#b", "a#b", "a#b"),
        ("42,54", "42,54", '"42,54"'),
        ("về khoa học, công nghệ", "về khoa học, công nghệ", '"về khoa học, công nghệ"'),
        ("{{ tong }}", '"{{ tong }}"', '"{{ tong }}"'),
        ("x {{ tong }}", "x {{ tong }}", '"x {{ tong }}"'),
        ('nói "a": b', "'nói \"a\": b'", "'nói \"a\": b'"),
        ("'a': \"b\"", '"\'a\': \\"b\\""', '"\'a\': \\"b\\""'),
        ("it's", "it's", "it's"),
        ("a\tb", '"a\\tb"', '"a\\tb"'),
        ("a\x0bb", "a b", "a b"),
        ("a\u2028b", '"a\\u2028b"', '"a\\u2028b"'),
        ("\ufeffa", '"\\uFEFFa"', '"\\uFEFFa"'),
        ("👩‍👧", "👩‍👧", "👩‍👧"),
        ("e\u0302\u0301", "ế", "ế"),
        ("Ð", "Đ", "Đ"),
        ("", '""', '""'),
        (" x", '" x"', '" x"'),
        ("*x", '"*x"', '"*x"'),
        ("%", '"%"', '"%"'),
        ("a\nb", '"a\\nb"', '"a\\nb"'),
        ("a\n\u0301", '"a\\n\\u0301"', '"a\\n\\u0301"'),
    ],
)
def test_a_text_on_one_line(text: str, block: str, flow: str) -> None:
    assert typed_inline(text, '"', flow=False) == block
    assert typed_inline(text, '"', flow=True) == flow


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("a", ["a"]),
        ("a\nb\n", ["|", "    a", "    b"]),
        ("a\nb", ["|-", "    a", "    b"]),
        ("a\r\n\r\nb\r\n", ["|", "    a", "", "    b"]),
        (" a\nb\n", ["|2", "     a", "    b"]),
        ("\n\ta\n", ["|2", "", "    \ta"]),
        ("a\n\n", ['"a\\n\\n"']),
        ("a\n \n", ['"a\\n \\n"']),
        ("\n", ['"\\n"']),
        ("a\u0085\nb", ['"a\\u0085\\nb"']),
    ],
)
def test_several_lines_stand_under_a_bar_where_they_read_back(text: str, typed: list[str]) -> None:
    assert typed_in_block(text, '"', 2, 2) == typed


@pytest.mark.parametrize(
    ("text", "quote"),
    [("a: b", '"'), ("a: 'b'\nc: [\"d\", 'e']", "'"), ("a: \"b\"\n- 'c'", '"'), ("it's: x", '"')],
)
def test_quotes_are_those_that_the_file_mostly_has(text: str, quote: str) -> None:
    assert prevailing_quote(text) == quote


@pytest.mark.parametrize(
    ("key", "typed"),
    [("ten", "ten"), ("2014", "2014"), ("a: b", '"a: b"'), ("", '""'), (" ", '" "')],
)
def test_a_key_is_quoted_where_it_must_be(key: str, typed: str) -> None:
    assert (typed_key(key, flow=False), typed_key(key, flow=True)) == (typed, typed)


@pytest.mark.parametrize(
    ("text", "hand"),
    [
        ("", Hand()),
        ("a: b\n", Hand()),
        ("a:\n    b:\n    - c\n", Hand(4, 0)),
        ("a:\n   - b\n", Hand(3, 3)),
        ("a:\n- b: 'c'\n  d:\n      e: f\r\n", Hand(4, 0, "\n", "'")),
        ("a: {b: c}\r\nd: [[e]]\n", Hand(line_end="\r\n")),
        ("a: &x\n  b: c\nd: *x\n", Hand(2, 2)),
    ],
)
def test_the_hand_of_a_file_is_told_by_what_stands_in_it(text: str, hand: Hand) -> None:
    source = read_source("a.yaml", text.encode())
    assert hand_of(source, compose(source).root) == hand


def test_a_text_is_read_as_the_reader_reads_it() -> None:
    assert as_read("e\u0301\r\nÐ\x00\rx") == "é\nĐ \nx"
