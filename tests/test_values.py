"""Values under names."""

import copy

import pytest

from kehoach_cli.values import Values


class Place(Values):
    """A place."""

    row: int
    column: int = 1

    @property
    def after(self) -> "Place":
        """The place behind it."""
        return self.but(column=self.column + 1)


class Named(Place):
    """A place that has a name."""

    name: str = ""


def test_values_are_given_in_order_or_by_name_and_may_have_defaults() -> None:
    assert Place(3).column == 1
    assert Place(3, 4) == Place(column=4, row=3) == Place(3).but(column=4)
    assert Place(3).after.column == 2
    assert Named.declared() == ("row", "column", "name")


def test_values_are_equal_where_all_of_them_are_and_the_class_is_the_same() -> None:
    assert Place(3) == Place(3, 1)
    assert {Place(3), Place(3, 1)} == {Place(3)}
    assert Place(3) != Place(3, 2)
    assert Place(3) != Named(3)
    assert Place(3) != (3, 1)


def test_values_are_shown_with_their_class() -> None:
    assert repr(Place(3)) == "Place(3, 1)"


@pytest.mark.parametrize("place", [Place(3), Named(3, 4, "a")])
def test_values_go_to_other_processes(place: Place) -> None:
    assert copy.copy(place) == place
