"""Options found by a part of them, without marks."""

import pytest

from kehoach_cli.prompts.search import chosen, matches

OPTIONS = ("Ủy ban nhân dân tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lai Châu", "Sở Y tế", "Sở")


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("lao cai", 0),
        ("LAI CHAU", 1),
        ("chau uy ban", 1),
        ("3", 2),
        ("sở", 3),
        ("y te", 2),
        ("tinh", None),
        ("9", None),
        ("Sở Nội vụ", None),
    ],
)
def test_the_one_option_that_is_meant(typed: str, option: int | None) -> None:
    assert chosen(typed, OPTIONS) == (None if option is None else OPTIONS[option])


def test_options_that_begin_with_what_is_typed_come_first() -> None:
    assert matches("so", ("Trụ sở", "Sở Y tế")) == ["Sở Y tế", "Trụ sở"]
