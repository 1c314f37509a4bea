"""Ways of numbering an outline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.scheme import label, parse_level, parse_scheme, roman


@pytest.mark.parametrize(
    ("scheme", "labels"),
    [
        ("I/1/a)", ["II.", "3.", "d)"]),
        ("A/I/1", ["B.", "III.", "4."]),
        ("Phần I/I/1/1.1/a)", ["Phần II", "III.", "4.", "4.5.", "e)"]),
        ("1/1.1/1.1.1", ["2.", "2.3.", "2.3.4."]),
        ("I/1/a.", ["II.", "3.", "d."]),
        ("Chương I/Điều 1/1/a)", ["Chương II", "Điều 3.", "4.", "đ)"]),
        ("(1)/(a)", ["(2)", "(c)"]),
        ("I./1)/a", ["II.", "3)", "d)"]),
        ("phần A/1", ["Phần B", "3."]),
        ("MỤC 1./1", ["Mục 2.", "3."]),
        ("Phần thứ nhất/I/1", ["Phần thứ hai", "III.", "4."]),
        ("PHẦN THỨ NHẤT/1", ["Phần thứ hai", "3."]),
    ],
)
def test_a_scheme_is_written_as_its_first_labels(scheme: str, labels: list[str]) -> None:
    levels = parse_scheme(scheme)
    assert levels is not None
    positions = tuple(range(2, 2 + len(levels)))
    found = [label(levels, positions[: depth + 1]) for depth in range(len(levels))]
    assert found == labels


@pytest.mark.parametrize(
    "text",
    ["", "I//1", "I/2", "I/1/b)", "x", "(1", "(1.", "1.2", "I/1/", "thứ nhất", "Điều thứ nhất"],
)
def test_what_is_no_scheme_is_refused(text: str) -> None:
    assert parse_scheme(text) is None


def test_letters_run_in_the_vietnamese_order_and_go_on_with_two() -> None:
    level = parse_level("a)")
    assert level is not None
    letters = [level.number(position) for position in (*range(1, 7), 23, 24, 25, 46, 47)]
    assert letters == ["a", "b", "c", "d", "đ", "e", "y", "aa", "ab", "ay", "ba"]


def test_capital_letters_have_their_own_level() -> None:
    level = parse_level("A")
    assert level is not None
    assert (level.kind, level.number(5)) == ("capital", "E")


@pytest.mark.parametrize(
    ("token", "own_line"), [("Phần I", True), ("Chương I.", False), ("Điều 1", False), ("I", False)]
)
def test_parts_and_chapters_stand_on_a_line_of_their_own(token: str, own_line: bool) -> None:
    level = parse_level(token)
    assert level is not None
    assert level.own_line is own_line


ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@given(st.integers(1, 399))
def test_roman_numbers_stand_for_their_value(number: int) -> None:
    values = [ROMAN[sign] for sign in roman(number)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-value if value < following else value for value, following in pairs) == number
    assert not any(sign * 4 in roman(number) for sign in "IXC")
