"""Percentages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.percent import parse_percent
from kehoach_cli.vietnamese.unreadable import Unreadable


@given(st.decimals(0, 100, places=3), st.sampled_from(["%", " %"]))
def test_a_printed_share_is_read_back(share: Decimal, sign: str) -> None:
    assert parse_percent(format_decimal(share) + sign) == share


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("95.67%", ("95,67%", "95.670%")),
        ("80", ("80%",)),
        ("0.5%", ("0,5%",)),
        ("%", ()),
        ("", ()),
        ("tám mươi %", ()),
    ],
)
def test_what_is_no_share_is_refused(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_percent(typed)
    assert refusal.value.choices == choices
