"""What stands in the places of types while the program runs."""

import pickle
import typing

import pytest

from kehoach_cli import annotations
from kehoach_cli.annotations import Any, Literal, NamedTuple, Protocol, TypeVar, cast


class Made(NamedTuple):
    """A made one."""

    first: int
    second: str = "b"

    @property
    def both(self) -> str:
        """One behind the other."""
        return f"{self.first}{self.second}"


class Known(typing.NamedTuple):
    """A made one."""

    first: int
    second: str = "b"


def test_a_named_tuple_is_as_typing_makes_it() -> None:
    assert tuple(Made(1)) == tuple(Known(1)) == (1, "b")
    assert Made(1)._replace(second="c").both == "1c"
    assert Made._fields == Known._fields
    assert Made._field_defaults == Known._field_defaults
    assert Made.__doc__ == Known.__doc__
    assert (Made.__module__, Made.__name__) == (__name__, "Made")
    assert not hasattr(Made(1), "__dict__")
    with pytest.raises(AttributeError):
        Made(1).first = 2  # type: ignore[misc]


def test_it_goes_to_another_process_and_back() -> None:
    assert pickle.loads(pickle.dumps(Made(3))) == Made(3)  # noqa: S301


def test_a_missing_field_is_told() -> None:
    with pytest.raises(TypeError, match="first"):
        Made()  # type: ignore[call-arg]


def test_types_may_be_joined_and_be_bases() -> None:
    class Shape(Protocol):
        corners: int

    class Square(Shape):
        corners = 4

    # Types as a module declares them when it is imported.
    for found in (Any | None, None | Any, list[Literal["a"]] | None, TypeVar("T")):
        assert found is not None
    given: object = 4
    assert Square().corners == cast("int", given)


def test_every_name_that_typing_has_is_offered() -> None:
    names = [name for name in annotations.__all__ if name != "TYPE_CHECKING"]
    assert all(hasattr(typing, name) and hasattr(annotations, name) for name in names)
