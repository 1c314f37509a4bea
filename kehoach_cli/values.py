"""Values under names, as a NamedTuple holds them, in classes that cost little to declare.

A NamedTuple or dataclass compiles code for each class: of `check`, which loads fifty, that was a
twentieth. Where thousands are made a NamedTuple is the quicker one.
"""

from kehoach_cli.annotations import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Values:
    """What a class declares, given in that order or by name; equal where all of it is."""

    _names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._names = (*cls._names, *cls.__annotations__)

    def __init__(self, *values: Any, **named: Any) -> None:
        named.update(zip(self._names, values, strict=False))
        self.__dict__ = named

    @classmethod
    def declared(cls) -> tuple[str, ...]:
        """What it declares, in order."""
        return cls._names

    def but(self, **changed: Any) -> Self:
        """The same with other values under some names."""
        return type(self)(**{**self.__dict__, **changed})

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._values()}"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._names)
