"""Numbers in words, there and back."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.units import MoneyUnit
from kehoach_cli.vietnamese.unreadable import Unreadable
from kehoach_cli.vietnamese.words import (
    decimal_in_words,
    money_in_words,
    number_in_words,
    ordinal_in_words,
    parse_words,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (115, "một trăm mười lăm"),
        (1005, "một nghìn không trăm linh năm"),
        (1050, "một nghìn không trăm năm mươi"),
        (10**6, "một triệu"),
        (10**9 + 5, "một tỷ không trăm linh năm"),
        (10**12, "một nghìn tỷ"),
        (2 * 10**15, "hai triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (-21, "âm hai mươi mốt"),
    ],
)
def test_whole_numbers_are_read_the_northern_way(number: int, words: str) -> None:
    assert number_in_words(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("42.54", "bốn mươi hai phẩy năm mươi tư"),
        ("0.8", "không phẩy tám"),
        ("0.05", "không phẩy không năm"),
        ("2.350", "hai phẩy ba mươi lăm"),
        ("0.125", "không phẩy một trăm hai mươi lăm"),
        ("3.1416", "ba phẩy một bốn một sáu"),
        ("-1.5", "âm một phẩy năm"),
        ("8.000", "tám"),
    ],
)
def test_decimals_are_read_behind_the_comma(number: str, words: str) -> None:
    assert decimal_in_words(Decimal(number)) == words


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        ("26162", "triệu đồng", "Hai mươi sáu tỷ một trăm sáu mươi hai triệu đồng"),
        ("42.54", "tỷ đồng", "Bốn mươi hai tỷ năm trăm bốn mươi triệu đồng"),
        ("0.8", "triệu đồng", "Tám trăm nghìn đồng"),
        ("0", "triệu đồng", "Không đồng"),
        ("-5", "nghìn đồng", "Âm năm nghìn đồng"),
        ("0.5", "đồng", "Không phẩy năm đồng"),
    ],
)
def test_amounts_are_read_in_full_dong(amount: str, unit: str, words: str) -> None:
    assert money_in_words(Decimal(amount), MoneyUnit(unit)) == words


@given(st.integers(-(10**30), 10**30))
@example(10**18 + 5 * 10**9 + 7)
def test_words_are_read_back(number: int) -> None:
    assert parse_words(number_in_words(number)) == number


@given(st.integers(0, 10**12))
def test_an_amount_in_words_is_read_back_in_dong(amount: int) -> None:
    assert parse_words(money_in_words(Decimal(amount), MoneyUnit.DONG)) == amount


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Hai mươi sáu tỉ, một trăm sáu mươi hai triệu đồng chẵn", 26_162_000_000),
        ("một ngàn lẻ bốn", 1004),
        ("hai mươi bốn", 24),
        ("hai mươi một", 21),
        ("hai mươi năm", 25),
        ("một nghìn hai trăm triệu đồng./.", 1_200_000_000),
        ("ba mươi", 30),
        ("nam muoi lam", 55),
    ],
)
def test_other_ways_of_writing_words_are_forgiven(words: str, number: int) -> None:
    assert parse_words(words) == number


@pytest.mark.parametrize(
    "words",
    [
        *("", "tỷ", "đồng", "hai ba", "một trăm hai", "một nghìn hai", "mười mười", "năm 2014"),
        *("hai triệu triệu", "một tỷ một nghìn triệu", "trăm", "linh tinh", "hai trăm trăm"),
    ],
)
def test_what_is_no_number_in_words_is_refused(words: str) -> None:
    with pytest.raises(Unreadable, match="không phải là số viết bằng chữ"):
        parse_words(words)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "thứ nhất"), (2, "thứ hai"), (4, "thứ tư"), (5, "thứ năm"), (21, "thứ hai mươi mốt")],
)
def test_the_first_and_the_fourth_have_words_of_their_own(number: int, words: str) -> None:
    assert ordinal_in_words(number) == words
