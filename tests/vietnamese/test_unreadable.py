"""What every parser of values promises, whatever is typed."""

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.dates import parse_date
from kehoach_cli.vietnamese.money import parse_money
from kehoach_cli.vietnamese.numbers import parse_decimal
from kehoach_cli.vietnamese.percent import parse_percent
from kehoach_cli.vietnamese.periods import parse_period
from kehoach_cli.vietnamese.so_ky_hieu import parse_so_ky_hieu
from kehoach_cli.vietnamese.units import parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable, either, quote
from kehoach_cli.vietnamese.words import parse_words

PARSERS = (
    parse_decimal,
    parse_money,
    parse_unit,
    parse_percent,
    parse_date,
    parse_period,
    parse_so_ky_hieu,
    parse_words,
)
FRAGMENTS = st.sampled_from(
    [
        *("0123456789.,/- %$–"),
        *("1.000", "2026", "31/02", "tháng ", "năm ", "tỷ", " triệu", "đồng", "USD", "QĐ", "ND"),
        *("UBND", "Quý II", "hai", " mươi", "không", "e9", "0x"),
    ]
)


@pytest.mark.parametrize("parse", PARSERS)
@given(text=st.one_of(st.text(), st.lists(FRAGMENTS, max_size=8).map("".join)))
@example(text="8,000,")
@example(text="1e999")
@example(text="²")
def test_a_text_is_read_or_refused_with_reason_and_readable_choices(
    parse: Callable[[str], object], text: str
) -> None:
    refusal = _refusal(parse, text)
    if refusal:
        assert refusal.reason
        assert not refusal.reason.endswith(".")
        assert len(set(refusal.choices)) == len(refusal.choices)
        assert [choice for choice in refusal.choices if _refusal(parse, choice)] == []


def _refusal(parse: Callable[[str], object], text: str) -> Unreadable | None:
    try:
        parse(text)
    except Unreadable as refusal:
        return refusal
    return None


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("piece", ["1,", "1.000.", "quý i - ", "1 tỷ ", "tháng 1 ", "12/NĐ-", " "])
def test_a_very_long_text_is_refused_at_once(parse: Callable[[str], object], piece: str) -> None:
    start = time.perf_counter()
    with pytest.raises(Unreadable):
        parse(piece * 5000)
    assert time.perf_counter() - start < 1.0


def test_a_long_text_is_quoted_in_part() -> None:
    assert quote("ngày  5") == "“ngày 5”"
    assert len(quote("x" * 5000)) < 70


@pytest.mark.parametrize(
    ("choices", "listed"), [((), ""), (("a",), "a"), (("a", "b", "c"), "a, b hoặc c")]
)
def test_choices_are_listed_in_vietnamese(choices: tuple[str, ...], listed: str) -> None:
    assert either(choices) == listed
